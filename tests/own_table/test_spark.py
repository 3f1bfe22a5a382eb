"""Spark answers as polars does: on a cluster of two workers, and on one machine."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.own_table.on_spark import CLUSTER, JAVA


def without_spark() -> str:
    """Why Spark cannot be tried here; empty where it can."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: pip install 'tradecli[spark]'"
    return "" if shutil.which("java") else "there is no Java to start Spark with"


@pytest.mark.slow
@pytest.mark.skipif(bool(without_spark()), reason=without_spark())
def test_spark_answers_as_polars_does_on_a_cluster_and_alone(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.own_table.on_spark", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "JAVA_TOOL_OPTIONS": JAVA},
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert json.loads(ran.stdout.splitlines()[-1]) == {
        "workers": 2,
        "master": CLUSTER,
        "csv on two workers": [],
        "csv": [],
        "odd tables": [],
        "sums by hand": [],
        "legs": [],
    }
