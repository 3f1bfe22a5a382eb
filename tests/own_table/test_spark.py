"""Spark answers as polars does: on a cluster of two workers, and on one machine."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from tests.own_table.apart import outcome_of
from tests.own_table.on_spark import CLUSTER, JAVA


def without_spark() -> str:
    """Why Spark cannot be tried here; empty where it can."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: pip install 'tradecli[spark]'"
    return "" if shutil.which("java") else "there is no Java to start Spark with"


@pytest.mark.slow
@pytest.mark.skipif(bool(without_spark()), reason=without_spark())
def test_spark_answers_as_polars_does_on_a_cluster_and_alone(tmp_path: Path) -> None:
    assert outcome_of("tests.own_table.on_spark", tmp_path, 900, JAVA_TOOL_OPTIONS=JAVA) == {
        "workers": 2,
        "master": CLUSTER,
        "csv on two workers": [],
        "csv": [],
        "odd tables": [],
        "sums by hand": [],
        "legs": [],
    }
