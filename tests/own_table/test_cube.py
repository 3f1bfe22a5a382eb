"""The sums kept of an own table: whatever happens to its files, they answer as the records do."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import Ran
from tests.drawn import THOROUGH
from tests.own_table.made import COLUMNS, NAMES, expected, line, write
from tradecli.errors import TradeError
from tradecli.own_table import Answer, Asked, answer, answering
from tradecli.own_table import records as own_records
from tradecli.own_table.table import Table

pytest.importorskip("narwhals")
Trade = Callable[..., Ran]
QUESTIONS = (
    Asked("TW", "own"),
    Asked("TW", "own", "85", "hs"),
    Asked("TW", "own", "01", "hs"),
    Asked("TW", "own", "", "", ("US",)),
    Asked("TW", "own", "", "", ("WORLD",)),
    Asked("TW", "own", partners=("US",)),
)


@pytest.fixture(name="records")
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for records, with a cache of its own."""
    monkeypatch.setenv("TRADE_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "records"
    folder.mkdir()
    return folder


def put(dice: random.Random, path: Path, clock: list[int], *, month: str = "") -> None:
    """Write a file of random records, later than every file before; all of one month where that is named."""
    lines = [line(dice, "whole") for _ in range(dice.randint(1, 12))]
    if month:
        lines = [entry._replace(cells=entry.cells | {"mth": month}) for entry in lines]
    write(lines, "whole", path)
    clock[0] += 1_000
    os.utime(path, ns=(clock[0], clock[0]))


CHANGES = ("touch", "add", "rewrite", "remove", "rename")


#: Every so many changes in a row are tried.
RUN = 3 if THOROUGH else 2


def walk() -> list[str]:
    """Every few changes in a row, and those before the first.

    It always takes the last change of the list that it did not take after the ones before it.
    """
    taken = [CHANGES[0]] * RUN
    met = {tuple(taken)}
    while fresh := [what for what in CHANGES if (*taken[1 - RUN :], what) not in met]:
        taken.append(fresh[-1])
        met.add(tuple(taken[-RUN:]))
    assert len(met) == len(CHANGES) ** RUN
    return taken


def change(dice: random.Random, folder: Path, clock: list[int], what: str) -> None:
    """Add, rewrite, remove or rename a file, or only touch it."""
    held = sorted(folder.glob("*.parquet"))
    path = dice.choice(held)
    if what == "add":
        put(dice, folder / f"{dice.randrange(6)}.parquet", clock)
    elif what == "rewrite":
        put(dice, path, clock)
    elif what == "remove" and len(held) > 1:
        path.unlink()
    elif what == "rename":
        path.rename(folder / f"{dice.randrange(6)}.parquet")
    else:
        clock[0] += 1_000
        os.utime(path, ns=(clock[0], clock[0]))


def read(table: Table, asked: Asked) -> tuple[list[tuple[object, ...]], dict[str, int], dict[str, int]] | str:
    """Rows and counts of an answer, or why there is none."""
    try:
        found: Answer = answer(table, asked)
    except TradeError as error:
        return str(error)
    entries = list(found.origins.values())
    return found.rows.rows(), entries[0]["dropped"], entries[0]["unknown_partners"]


@pytest.mark.drawn
def test_after_any_changes_the_cube_answers_as_the_records_do(records: Path) -> None:
    # Of this seed some files have no records of the partner, or no good one.
    dice, clock = random.Random(1), [1_764_000_000_000_000_000]
    scanned = Table(str(records), NAMES, mapped=True)
    put(dice, records / "0.parquet", clock)
    # Each change is followed by each question.
    asked = {what: cycle((*QUESTIONS[at:], *QUESTIONS[:at])) for at, what in enumerate(CHANGES)}
    done = Counter[str]()
    for step, what in enumerate([*walk(), *CHANGES]):
        change(dice, records, clock, what)
        question = next(asked[what])
        done[what] += 1
        assert read(scanned._replace(cube=True), question) == read(scanned, question), (step, what)
    assert min(done.values()) >= len(QUESTIONS)


def test_only_what_changed_is_counted_again(records: Path, trade: Trade) -> None:
    dice, clock = random.Random(1), [1_764_000_000_000_000_000]
    for name in "abc":
        put(dice, records / f"{name}.parquet", clock, month="2025-01")
    words = ("records", "--table", str(records), "--columns", COLUMNS, "--cube", "--format", "json")

    def told() -> str:
        return trade(*words).err

    assert "3 files counted, 0 kept, 0 gone" in told()
    assert "cube" not in told()
    put(dice, records / "b.parquet", clock, month="2025-01")
    assert "1 file counted, 2 kept, 1 gone" in told()
    (records / "a.parquet").unlink()
    assert "0 files counted, 2 kept, 1 gone" in told()


def test_nothing_is_kept_unless_asked_for(records: Path, tmp_path: Path, trade: Trade) -> None:
    put(random.Random(1), records / "a.parquet", [1_764_000_000_000_000_000])
    trade("exports", "--table", str(records), "--columns", COLUMNS)
    assert not (tmp_path / "cache").exists()


def test_a_longer_code_is_answered_by_the_records_and_that_is_said(records: Path) -> None:
    lines = [line(random.Random(seed), "whole") for seed in range(80)]
    write(lines, "whole", records / "a.parquet")
    table = Table(str(records), NAMES, mapped=True, cube=True)
    found = answer(table, Asked("TW", "own", "8542", "hs"))
    rows = {row[:3]: row[3] for row in found.rows.select("period", "partner", "flow", "value").rows()}
    assert rows == expected(lines, code="8542")
    [entry] = found.origins.values()
    assert entry["cube"]["used"] is False


@pytest.mark.parametrize("harm", ["index", "pairs", "part", "empty"])
def test_a_damaged_cube_is_counted_again(harm: str, records: Path, tmp_path: Path) -> None:
    put(random.Random(3), records / "a.parquet", [1_764_000_000_000_000_000])
    scanned = Table(str(records), NAMES, mapped=True)
    answer(scanned._replace(cube=True), QUESTIONS[0])
    [index] = (tmp_path / "cache").rglob("index.json")
    if harm == "index":
        index.write_text("{", encoding="utf-8")
    else:
        for path in index.parent.glob("pairs-*" if harm == "pairs" else "*.parquet"):
            path.unlink()
    os.utime(records / "a.parquet", ns=(1_764_000_000_000_000_001,) * 2)
    os.utime(records / "a.parquet", ns=(1_764_000_000_000_000_000,) * 2)
    assert read(scanned._replace(cube=True), QUESTIONS[1]) == read(scanned, QUESTIONS[1])


def test_a_file_is_counted_in_slices_as_in_one(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line(random.Random(seed), "whole") for seed in range(90)]
    write(lines, "whole", records / "a.parquet")
    monkeypatch.setattr("tradecli.own_table.cube._SLICE", 13)
    found = answer(Table(str(records), NAMES, mapped=True, cube=True), QUESTIONS[0]).rows
    rows = {row[:3]: row[3] for row in found.select("period", "partner", "flow", "value").rows()}
    assert rows == expected(lines)
    assert isinstance(found, pl.DataFrame)


def forget() -> None:
    """As in another process: what was answered is read again."""
    answering._answered.cache_clear()
    own_records._read.cache_clear()
    own_records._sums.cache_clear()


def flip(content: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(content))
    return content[:place] + bytes([content[place] ^ (1 << dice.randrange(8))]) + content[place + 1 :]


HARMS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "flipped": flip,
    "cut": lambda content, dice: content[: dice.randrange(len(content))],
    "emptied": lambda content, dice: b"",
    "overwritten": lambda content, dice: bytes(len(content)),
    "lengthened": lambda content, dice: content + b"PAR1",
}

#: Files that are kept of two files of records.
KEPT = 4


@pytest.mark.parametrize("harm", HARMS)
def test_no_damage_to_a_cube_changes_an_answer(harm: str, records: Path, tmp_path: Path) -> None:
    dice = random.Random(harm)
    for number, name in enumerate("ab"):
        put(
            dice,
            records / f"{name}.parquet",
            [1_764_000_000_000_000_000 + number],
            month=f"2025-0{number + 1}",
        )
    scanned = Table(str(records), NAMES, mapped=True)
    wanted = {asked: read(scanned, asked) for asked in QUESTIONS[1::2]}
    answered, cube = tmp_path / "cache" / "answered", tmp_path / "cache" / "cubes"
    # Each file is damaged before another question, with each harm before another.
    asked = cycle([*wanted][at % len(wanted)] for at in range([*HARMS].index(harm), len(wanted) + len(HARMS)))
    first = next(asked)
    assert read(scanned._replace(cube=True), first) == wanted[first]
    kept = sorted(path for path in cube.rglob("*") if path.suffix in {".parquet", ".json"})
    assert len(kept) == KEPT
    for path in kept:
        path.write_bytes(HARMS[harm](path.read_bytes(), dice))
        # As long as the answer is known, nobody looks at the cube.
        shutil.rmtree(answered)
        forget()
        question = next(asked)
        assert read(scanned._replace(cube=True), question) == wanted[question], path.name
    [path] = answered.iterdir()
    path.write_bytes(HARMS[harm](path.read_bytes(), dice))
    forget()
    assert read(scanned._replace(cube=True), question) == wanted[question], path.name


@pytest.mark.parametrize("harm", ["swapped", "folders"])
def test_a_cube_whose_files_are_others_is_counted_again(harm: str, records: Path, tmp_path: Path) -> None:
    dice = random.Random(harm)
    for number, name in enumerate("ab"):
        put(
            dice,
            records / f"{name}.parquet",
            [1_764_000_000_000_000_000 + number],
            month=f"2025-0{number + 1}",
        )
    scanned = Table(str(records), NAMES, mapped=True)
    read(scanned._replace(cube=True), QUESTIONS[1])
    one, other, *_ = sorted((tmp_path / "cache").rglob("*-0.parquet"))
    if harm == "swapped":
        first, second = one.read_bytes(), other.read_bytes()
        one.write_bytes(second)
        other.write_bytes(first)
    else:
        one.unlink()
        one.mkdir()
    forget()
    told = read(scanned._replace(cube=True), QUESTIONS[1])
    assert told == read(scanned, QUESTIONS[1]) or (harm == "folders" and isinstance(told, str))


def test_records_without_goods_are_answered_without_a_cube(tmp_path: Path, trade: Trade) -> None:
    path = tmp_path / "t.csv"
    path.write_text("period,partner,flow,value\n2025-10,US,E,5\n2025-11,US,E,6\n", encoding="utf-8")
    ran = trade("exports", "us", "--months", "1", "--table", str(path), "--cube", "--format", "csv")
    assert ran.rows[0]["value"] == "6"
