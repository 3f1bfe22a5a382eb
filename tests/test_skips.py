"""The switches of skips are seen to work, so that a green run with them means that all tests ran."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

MODULES = {
    "called": "import pytest\ndef test_one():\n    pytest.skip('no such disk')\n",
    "marked": "import pytest\n@pytest.mark.skipif(True, reason='no such system')\ndef test_two(): ...\n",
    "module": "import pytest\npytest.importorskip('no_such_thing', reason='no such package')\n",
    "expected": "import pytest\n@pytest.mark.xfail\ndef test_three():\n    assert False\n",
}


def ran(folder: Path, *options: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Pytest on the made-up modules."""
    for name, code in MODULES.items():
        (folder / f"test_{name}.py").write_text(code, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRADE_", "PYTEST_"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.skips", f"--rootdir={folder}", *options],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(CHECKOUT), **settings},
        check=False,
    )


@pytest.mark.slow
def test_a_skip_fails_where_none_is_allowed_and_nowhere_else(tmp_path: Path) -> None:
    allowed = ran(tmp_path)
    assert allowed.returncode == 0
    assert "3 skipped, 1 xfailed" in allowed.stdout
    forbidden = ran(tmp_path, "--continue-on-collection-errors", "-n", "1", TRADE_TEST_NO_SKIPS="1")
    assert forbidden.returncode == 1
    assert "1 failed, 1 xfailed, 2 errors" in forbidden.stdout
    for reason in ("no such disk", "no such system", "no such package"):
        assert f"is skipped: Skipped: {reason}" in forbidden.stdout


@pytest.mark.slow
def test_what_was_skipped_is_run_alone(tmp_path: Path) -> None:
    skipped = str(tmp_path / "skipped")
    ran(tmp_path, "-n", "1", TRADE_TEST_SKIPPED=skipped)
    (tmp_path / "test_passes.py").write_text("def test_four(): ...\n", encoding="utf-8")
    again = ran(tmp_path, TRADE_TEST_ONLY=skipped)
    # Neither what passed nor what was expected to fail.
    assert "3 skipped, 2 deselected" in again.stdout
