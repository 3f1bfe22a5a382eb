"""Every bar of speed in one table: what was measured, against what, how much memory, what was compared.

    python -m tests.benchmarks bars [--rows 100_000_000] [--quick]

Ratios are of medians of whole processes that took turns. Of own tables the first question reads the records;
a later one reads what the first has kept, and both are told.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import cold_start, inprocess, measuring, report
from tests.benchmarks.measuring import Contender, Failed, Measured

#: Rows of the tables that are always measured, and of the small ones of `--quick`.
REPORT, PARTNER, QUICK = 10_000_000, 5_000_000, 200_000
#: What the whole report may take of DuckDB's time by rows, and trade with one partner.
REPORT_BARS = {10_000_000: 0.90, 100_000_000: 0.80}
PARTNER_BARS = {5_000_000: 1.50, 100_000_000: 1.00}
PEAK = 256.0
CUBE, BRIEF, CLAIM, CLAIMS = 1.20, 0.50, 80.0, 1_000.0
#: Nothing is kept there.
_NOWHERE = {"TRADE_CACHE_DIR": "/dev/null"}


class Row(NamedTuple):
    """One line of the table: a figure and its bar, peak MiB (0 where it is no matter), what was compared."""

    work: str
    figure: float
    unit: str
    bar: float
    peak: float = 0.0
    compared: str = ""

    @property
    def held(self) -> bool:
        """Whether the figure and the memory stay within their bars."""
        return self.figure <= self.bar and self.peak <= PEAK

    def __str__(self) -> str:
        decimals = 2 if self.unit in {"x", "s"} else 1
        shown, bar = f"{self.figure:.{decimals}f} {self.unit}", f"<= {self.bar:g}"
        peak = f"{self.peak:.0f} MiB" if self.peak else ""
        held = "held" if self.held else "MISSED"
        return f"{self.work:<68}{shown:>11}{bar:>10}{peak:>9}  {held:<7} {self.compared}".rstrip()


def main(folder: Path, rows: int, rounds: int, *, quick: bool) -> Iterator[str]:
    """The table, line by line as each is measured, and how many bars were missed."""
    sizes = [QUICK] if quick else [REPORT, *([rows] if rows > REPORT else [])]
    narrow = [QUICK] if quick else [PARTNER, *([rows] if rows > REPORT else [])]
    rounds = 1 if quick else rounds
    yield "each a median of whole processes in turns; x is the ratio of time to what is compared with"
    if quick:
        yield "the tables are small and one round counts: what is compared holds, the ratios say nothing"
    missed = 0
    parts: list[Callable[[], Iterator[Row]]] = [
        partial(_start, rounds),
        partial(_questions, QUICK // 1_000 if quick else inprocess.QUESTIONS),
        _claims,
        partial(_brief, rounds),
        *(partial(_report, folder, size, rounds) for size in sizes),
        *(partial(_partner, folder, size, rounds) for size in narrow),
        partial(_cube, folder, narrow[0], rounds),
    ]
    for part in parts:
        for row in part():
            missed += not row.held
            yield str(row)
    yield f"{missed} missed" if missed else "all held"


def _start(rounds: int) -> Iterator[Row]:
    times = cold_start.least(3 * rounds)
    for name, bar in cold_start.BARS.items():
        yield Row(f"{name} / import polars, least CPU", times[name] / times[cold_start.IMPORT], "x", bar)


def _questions(count: int) -> Iterator[Row]:
    command = [sys.executable, "-m", "tests.benchmarks.inprocess", str(count)]
    taken = json.loads(measuring.run(Contender("questions", command, {"TRADE_DATA_DIR": "/nowhere"})).out)
    every = [one for times in taken.values() for one in times]
    yield Row(f"{count:,} questions in one process, median", statistics.median(every), "ms", inprocess.BAR)


def _claims() -> Iterator[Row]:
    """Two lines; a verdict that is not the one known beforehand is no measurement."""
    made = measuring.run(Contender("claims", [sys.executable, "-m", "tests.benchmarks.claims"]))
    told = json.loads(made.out)
    # Of a wrong amount that stands near another figure it may be left open what it was meant to be.
    alike = [(said == "true") is true for said, true in zip(told["together"], told["wanted"], strict=True)]
    if not all(alike) or "true" in told["alone"]:
        raise Failed("claims are not judged as their figures were made")
    one, every = (statistics.median(told["taken"][name]) for name in ("one", "all"))
    yield Row(
        "check of one false claim",
        one,
        "ms",
        CLAIM,
        compared=f"{told['alone'].count('false')} of 20 judged false",
    )
    counts = [told["together"].count(verdict) for verdict in ("true", "false", "cannot_tell")]
    compared = "{} true, {} false, {} left open, none against its figure".format(*counts)
    yield Row(f"check of {len(alike)} claims", every, "ms", CLAIMS, compared=compared)


def _brief(rounds: int) -> Iterator[Row]:
    command = [measuring.TRADE, "brief", "--format", "markdown"]
    found = measuring.measured([Contender("brief", command)], rounds=rounds)["brief"]
    yield Row("trade brief, embedded", found.wall, "s", BRIEF)


def _told(name: str, found: dict[str, Measured], base: str, bar: float, compared: str) -> Iterator[Row]:
    """A line for the first question and one for a later one."""
    for which in ("first", "again"):
        one = found[which]
        peak = one.peak / 2**20
        yield Row(f"{name}, {which}", one.wall / found[base].wall, "x", bar, peak, compared)


def _report(folder: Path, rows: int, rounds: int) -> Iterator[Row]:
    """The whole report, every figure compared with DuckDB's."""
    here = report.records(folder, rows)
    answer = report.answered(here)
    equal: list[int] = []

    def agree(out: dict[str, bytes]) -> None:
        if out["first"] != out["again"]:
            raise Failed("what was kept does not answer as the records do")
        report._says(out["first"].decode(), answer)
        equal.append(report.compare(answer, json.loads(out["duckdb"]), "duckdb"))

    words = ["brief", *report.table_of(here), "--format", "markdown"]
    sql = [sys.executable, "-m", "tests.benchmarks.report_duckdb", str(here)]
    found = _measured(folder, words, Contender("duckdb", sql), rounds, agree)
    bar = REPORT_BARS.get(rows, 0.90)
    compared = f"{sum(equal):,} figures equal"
    yield from _told(f"the whole report, {rows:,} rows / DuckDB's SQL", found, "duckdb", bar, compared)


def _partner(folder: Path, rows: int, rounds: int) -> Iterator[Row]:
    """Trade with one partner, every month compared with DuckDB's."""
    here = report.records(folder, rows)
    asked = ["--partner", "US", "--months", "1200", *report.table_of(here), "--format", "json"]
    ours = {
        (row["period"], row["flow"]): row["value"]
        for command in ("exports", "imports")
        for row in json.loads(measuring.run(Contender(command, [measuring.TRADE, command, *asked])).out)[
            "rows"
        ]
    }

    def agree(out: dict[str, bytes]) -> None:
        flows = {"E": "export", "I": "import"}
        theirs = {(month, flows[flow]): value for month, flow, value in json.loads(out["duckdb"])}
        if ours != theirs:
            raise Failed(f"{len(ours.items() ^ theirs.items())} figures of one side are not the other's")
        last = max(theirs)
        if out["first"] != out["again"] or str(theirs[last]).encode() not in out["first"]:
            raise Failed("the answer that was timed does not state the newest month")

    words = ["surplus", "--partner", "US", *report.table_of(here), "--format", "csv"]
    sql = [sys.executable, "-m", "tests.benchmarks.customs_duckdb", str(here), "US"]
    found = _measured(folder, words, Contender("duckdb", sql), rounds, agree)
    name = f"surplus --partner US, {rows:,} rows / DuckDB with its filter"
    yield from _told(name, found, "duckdb", PARTNER_BARS.get(rows, 1.50), f"{len(ours):,} figures equal")


def _measured(
    folder: Path,
    words: list[str],
    other: Contender,
    rounds: int,
    agree: Callable[[dict[str, bytes]], None],
) -> dict[str, Measured]:
    """The program where nothing is kept, where something is, and another, in turns."""
    cache = {"TRADE_CACHE_DIR": str(folder / "cache")}
    ours = [
        Contender(name, [measuring.TRADE, *words], where)
        for name, where in (("first", _NOWHERE), ("again", cache))
    ]
    return measuring.measured([other, *ours], rounds=rounds, agree=agree)


def _cube(folder: Path, rows: int, rounds: int) -> Iterator[Row]:
    here = report.records(folder, rows)
    words = ["surplus", "--partner", "US", *report.table_of(here), "--cube", "--format", "csv"]
    imported = Contender(cold_start.IMPORT, [sys.executable, "-c", cold_start.IMPORT])
    cache = {"TRADE_CACHE_DIR": str(folder / "cubes")}
    found = measuring.measured([imported, Contender("cube", [measuring.TRADE, *words], cache)], rounds=rounds)
    ratio = found["cube"].cpu / found[cold_start.IMPORT].cpu
    yield Row("a question to a cube / import polars, CPU", ratio, "x", CUBE, found["cube"].peak / 2**20)
