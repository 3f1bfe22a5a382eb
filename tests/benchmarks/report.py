"""The full report over customs records of any size, against DuckDB's SQL and pandas, results compared.

`trade brief --table` is what is timed: monthly totals by flow, growth on the month and on the year,
year to date, records over 12 months, ranks, and the partners and chapters that moved the total.
What it says is rounded, so the figures are compared in the JSON of the commands that answer the
same questions one by one, every month and every part, to the dollar.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Bar, Contender, Failed

COLUMNS = "period=month,partner=country,flow=flow,value=value,commodity=hs6"
#: pandas holds all records in memory; beyond this it does not fit an ordinary machine.
PANDAS = 10_000_000
BARS = {100_000_000: Bar(0.60, 256)}
AGAINST_PANDAS = 0.35

#: Question by question, the arguments whose JSON is compared.
QUESTIONS: dict[str, list[str]] = {
    "export": ["exports", "--months", "1200"],
    "import": ["imports", "--months", "1200"],
    "partners": ["drivers", "--by", "partner"],
    "chapters": ["drivers", "--by", "commodity"],
    "ranking": ["partners", "--by", "balance"],
}
Figures = Mapping[str, Sequence[Mapping[str, Any]]]


def table_of(folder: Path) -> list[str]:
    """The options that name the records."""
    return ["--table", str(folder), "--columns", COLUMNS]


def answered(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What the program answers of the records, question by question, through its real commands."""
    told = json.loads(_ask("export", [*QUESTIONS["export"], *table_of(folder)]))
    last = told["rows"][-1]["period"]
    found = {"export": told["rows"]}
    for name, words in QUESTIONS.items():
        if name != "export":
            found[name] = json.loads(_ask(name, [*words, "--through", last, *table_of(folder)]))["rows"]
    return found


def _ask(name: str, words: list[str]) -> bytes:
    return measuring.run(Contender(name, [measuring.TRADE, *words, "--format", "json"])).out


def compare(answer: Figures, other: Figures, name: str) -> int:
    """Compare what the program answers with another's figures; how many were equal.

    Raises:
        Failed: A figure differs, or one side has one that the other has not.
    """
    equal = 0
    months = {(row["flow"], row["period"]): row for flow in ("export", "import") for row in answer[flow]}
    for measure, rows in (("monthly", other["monthly"]), ("ranks", other["ranks"])):
        equal += _same(
            f"{name}: {measure}",
            {key: _cells(row, rows[0]) for key, row in months.items() if _told(measure, row)},
            {
                key: _cells(row, row)
                for row in rows
                if _told(measure, months[key := (row["flow"], row["period"])])
            },
        )
    for measure in ("partners", "chapters", "ranking"):
        role = [row for row in answer[measure] if row["role"] == "part" and row["value"] is not None]
        sample = other[measure][0]
        equal += _same(
            f"{name}: {measure}",
            {str(row.get("part") or row["partner"]): _cells(row, sample) for row in role},
            {row["part"]: _cells(row, row) for row in other[measure]},
        )
    return equal


def _told(measure: str, ours: Mapping[str, Any]) -> bool:
    """Ranks among few months are not told; every other figure is."""
    return measure != "ranks" or ours["rank"] is not None


def _cells(row: Mapping[str, Any], sample: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in sample if name not in {"flow", "period", "part"}}


def _same(name: str, ours: Mapping[Any, dict[str, Any]], theirs: Mapping[Any, dict[str, Any]]) -> int:
    if set(ours) != set(theirs):
        raise Failed(f"{name}: only on one side: {sorted(set(ours) ^ set(theirs))[:5]}")
    if not ours:
        raise Failed(f"{name}: nothing to compare")
    for key, cells in ours.items():
        for column, value in cells.items():
            if not _equal(column, value, theirs[key][column]):
                raise Failed(f"{name} of {key}: {column} is {value}, not {theirs[key][column]}")
    return sum(len(cells) for cells in ours.values())


def _equal(column: str, ours: float | None, theirs: float | None) -> bool:
    """Whether two figures are equal, rates but for rounding."""
    if ours is None or theirs is None:
        return ours is theirs
    if column in {"mom", "yoy", "contribution"}:
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return ours == theirs


def contenders(folder: Path, rows: int) -> Iterator[Contender]:
    """Whom to measure over a table of so many rows."""
    yield Contender("trade brief", [measuring.TRADE, "brief", *table_of(folder), "--format", "markdown"])
    for name, most in (("duckdb", math.inf), ("pandas", PANDAS)):
        if measuring.installed(name) and rows <= most:
            yield Contender(name, [sys.executable, "-m", f"tests.benchmarks.report_{name}", str(folder)])


def records(folder: Path, rows: int) -> Path:
    """The folder with so many records, made where they are not there yet."""
    here = folder / str(rows)
    # Beside the folder: every file in it is read as records.
    done = folder / f"{rows}.complete"
    if not done.exists():
        measuring.run(
            Contender("records", [sys.executable, "-m", "tests.benchmarks.customs", str(here), str(rows)])
        )
        done.touch()
    return here


def main(folder: Path, sizes: Sequence[int], rounds: int = measuring.ROUNDS) -> Iterator[str]:
    """Measure each size; a table each, then how time and memory grow."""
    grown: dict[int, dict[str, measuring.Measured]] = {}
    for rows in sizes:
        here = records(folder, rows)
        compared: list[int] = []
        answer = answered(here)

        def agree(out: dict[str, bytes], answer: Figures = answer, compared: list[int] = compared) -> None:
            _says(out["trade brief"].decode(), answer)
            others = out.keys() - {"trade brief"}
            compared.extend(compare(answer, json.loads(out[name]), name) for name in others)

        found = measuring.measured(list(contenders(here, rows)), rounds=rounds, agree=agree)
        grown[rows] = found
        base = "duckdb" if "duckdb" in found else "trade brief"
        title = f"the full report, {rows:,} rows; figures compared and equal: {sum(compared):,}"
        yield measuring.table(title, found, base, bars={"trade brief": BARS.get(rows, Bar(0, 256))})
        if "pandas" in found:
            ratio = found["trade brief"].wall / found["pandas"].wall
            bar = f", bar {AGAINST_PANDAS}" if rows == PANDAS else ""
            yield f"trade brief takes {ratio:.2f} of pandas' time{bar}"
    if len(grown) > 1:
        yield _growth(grown)


def _says(text: str, answer: Figures) -> None:
    """The release that was timed must state the last month of each flow as the other commands do."""
    for flow in ("export", "import"):
        last = answer[flow][-1]
        for value in (last["value"], last["ytd"]):
            if f"| {value:,} |" not in text:
                raise Failed(f"the brief does not state {flow} of {value:,}")


def _growth(grown: Mapping[int, Mapping[str, measuring.Measured]]) -> str:
    small, large = min(grown), max(grown)
    lines = [f"growth from {small:,} to {large:,} rows ({large / small:.0f} times)"]
    for name in grown[large].keys() & grown[small].keys():
        before, after = grown[small][name], grown[large][name]
        time, peak = after.wall / before.wall, after.peak / before.peak
        lines.append(f"  {name:<12} time {time:6.1f} times, peak memory {peak:5.2f} times")
    return "\n".join(sorted(lines, key=lambda line: line.startswith(" ")))


if __name__ == "__main__":
    place = Path(sys.argv[1])
    asked = [int(word.replace("_", "")) for word in sys.argv[2:]] or [1_000_000, 10_000_000]
    for part in main(place, asked, int(os.environ.get("ROUNDS", measuring.ROUNDS))):
        sys.stdout.write(part + "\n\n")
