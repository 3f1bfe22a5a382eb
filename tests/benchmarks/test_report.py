"""The report's figures are those of DuckDB's SQL, on few records; how fast is no matter of tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks import measuring, report
from tests.benchmarks.customs import Plan, write
from tests.benchmarks.measuring import Contender, Failed


@pytest.fixture(name="records", scope="module")
def _records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Few records, of few partners, so that some have every month and some have not."""
    folder = tmp_path_factory.mktemp("records")
    write(folder, Plan(20_000, months=30, partners=60, seed=7), row_group=4_096)
    return folder


def test_every_figure_of_the_report_is_that_of_duckdb(records: Path) -> None:
    pytest.importorskip("duckdb", reason="the figures are compared with DuckDB's")
    from tests.benchmarks.report_duckdb import figures

    theirs = figures(str(records))
    ours = report.answered(records)
    assert report.compare(ours, theirs, "duckdb") > 500
    # Some have no figure of their own: a flow that lacks a month is not read as none.
    assert {row["part"] for row in theirs["partners"]} != {row["part"] for row in theirs["ranking"]}
    # One dollar more in one cell of many is found.
    theirs["chapters"][-1]["value"] += 1
    with pytest.raises(Failed, match=r"duckdb: chapters of"):
        report.compare(ours, theirs, "duckdb")


def test_every_figure_of_the_report_is_that_of_pandas(records: Path) -> None:
    pytest.importorskip("pandas", reason="the figures are compared with those of pandas")
    from tests.benchmarks.report_pandas import figures

    assert report.compare(report.answered(records), figures(str(records)), "pandas") > 500


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(Failed, match=r"wrong ended with 2: .*no-such-option"):
        measuring.run(Contender("wrong", [measuring.TRADE, "--no-such-option"]))


def test_a_run_knows_what_it_took_and_printed() -> None:
    made = measuring.run(Contender("python", [sys.executable, "-c", "print(6 * 7)"]))
    assert made.out == b"42\n"
    assert made.cpu > 0
    assert 0 < made.wall < 60
    assert 2**20 < made.peak < 2**33
