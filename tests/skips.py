"""Skips: where none is allowed, which tests were skipped, and a run of those alone.

A machine that has all that any test needs sets `TRADE_TEST_NO_SKIPS`: there a skip is a failure. Where
`TRADE_TEST_SKIPPED` names a file, the tests that were skipped are added to it; where `TRADE_TEST_ONLY` names
such a file, they alone are run: what a bare machine had to leave out, and nothing a second time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from pathlib import Path

import pytest

# Read once: no setting named TRADE_ reaches a test.
_FORBIDDEN = bool(os.environ.get("TRADE_TEST_NO_SKIPS"))
_SKIPPED = os.environ.get("TRADE_TEST_SKIPPED")
_ONLY = os.environ.get("TRADE_TEST_ONLY")

Report = pytest.TestReport | pytest.CollectReport


def _judged(report: Report) -> Report:
    # What is expected to fail is reported as skipped too, but has run.
    if not report.skipped or hasattr(report, "wasxfail"):
        return report
    if _SKIPPED:
        # Each worker adds whole lines at the end.
        with Path(_SKIPPED).open("a", encoding="utf-8") as file:
            file.write(json.dumps(report.nodeid) + "\n")
    if _FORBIDDEN:
        report.outcome = "failed"
        where = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"TRADE_TEST_NO_SKIPS is set, but {report.nodeid or 'a module'} is skipped: {where}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, Report]:
    """The report of a test that was skipped, as one that failed."""
    return _judged((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, Report]:
    """The report of a module that was skipped, as one that cannot be read."""
    return _judged((yield))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave only the tests, and those of the modules, that a file of skipped ones names."""
    if not _ONLY:
        return
    wanted = {json.loads(line) for line in Path(_ONLY).read_text(encoding="utf-8").splitlines()}
    kept, left_out = [], []
    for item in items:
        named = not wanted.isdisjoint({item.nodeid, item.nodeid.partition("::")[0]})
        (kept if named else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    # Spark's one takes as long as half of the others together: it begins first.
    items[:] = sorted(kept, key=lambda item: "test_spark" not in item.nodeid)
