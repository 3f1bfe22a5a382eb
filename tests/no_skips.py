"""A skip is a failure where TRADE_TEST_NO_SKIPS is set: of a machine that has all that any test needs."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

#: Read once: no setting named TRADE_ reaches a test.
_FORBIDDEN = bool(os.environ.get("TRADE_TEST_NO_SKIPS"))

Report = pytest.TestReport | pytest.CollectReport


def _judged(report: Report) -> Report:
    # What is expected to fail is reported as skipped too, but has run.
    if _FORBIDDEN and report.skipped and not hasattr(report, "wasxfail"):
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
