"""Tables in a store of objects are answered as files of this machine are, by polars and by DuckDB."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

_LACKING = [name for name in ("duckdb", "moto", "s3fs") if importlib.util.find_spec(name) is None]


@pytest.mark.slow
@pytest.mark.skipif(bool(_LACKING), reason=f"a store of objects on this machine needs {', '.join(_LACKING)}")
def test_a_store_of_objects_gives_the_same_bytes(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.own_table.on_objects", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert json.loads(ran.stdout.splitlines()[-1]) == {"files": 1, "questions": 6, "different": []}
