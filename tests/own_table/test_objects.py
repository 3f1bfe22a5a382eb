"""Tables in a store of objects are answered as files of this machine are, by polars and by DuckDB."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.own_table.apart import outcome_of

_LACKING = [name for name in ("duckdb", "moto", "s3fs") if importlib.util.find_spec(name) is None]


@pytest.mark.slow
@pytest.mark.skipif(bool(_LACKING), reason=f"a store of objects on this machine needs {', '.join(_LACKING)}")
def test_a_store_of_objects_gives_the_same_bytes(tmp_path: Path) -> None:
    assert outcome_of("tests.own_table.on_objects", tmp_path, 180) == {"same": 6, "different": []}
