"""Trade with one partner, read without the others: the answer of adding up everything, or none."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest

from tests.own_table.odd import odd
from tests.own_table.test_known import said
from tradecli.own_table import Asked, alone, answering, kept, reading
from tradecli.own_table import records as own_records
from tradecli.own_table.table import Mapping, Table

NAMES = Mapping(period="month", partner="who", flow="way", value="worth", commodity="hs")
MONTHS = [date(2024 + at // 12, at % 12 + 1, 1) for at in range(18)]
PARTNERS = ("US", "JP", "DE", "KR", "VN", "FR", "IT", "SG", "MY", "TH")
US = Asked("TW", partners=("US",))


@pytest.fixture(autouse=True)
def _as_if_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Small files stand for large ones; nothing is kept, so that each question is a first one."""
    monkeypatch.setenv("TRADE_CACHE_DIR", "/dev/null")
    monkeypatch.setattr(kept, "LEAST", 1)


@pytest.fixture(name="alones")
def _alones(monkeypatch: pytest.MonkeyPatch) -> list[reading.Read | None]:
    """What was read of some partners alone."""
    found: list[reading.Read | None] = []
    real = alone.read

    def read(*words: object) -> reading.Read | None:
        found.append(real(*words))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(alone, "read", read)
    return found


def both(table: Table, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    """What is answered of some partners alone, and of all of them added up."""
    told = []
    for read in (alone.read, lambda *_: None):
        for function in (answering._answered, own_records._read, own_records._sums):
            function.cache_clear()
        with monkeypatch.context() as patched:
            patched.setattr(alone, "read", read)
            told.append(said(answering.answer, table, asked))
    return told[0], told[1]


def plain(dice: random.Random) -> list[pl.DataFrame]:
    """Records in files that begin in the middle of a month, as wholes of a number of rows do."""
    rows = [
        (month, who, way, dice.choice(("854231", "010121")), dice.randrange(1, 10**6))
        for month in MONTHS
        for who in PARTNERS
        for way in ("E", "I")
        for _ in range(dice.randint(1, 3))
    ]
    whole = pl.DataFrame(rows, schema=["month", "who", "way", "hs", "worth"], orient="row")
    # Within a month rows are in no order.
    order = pl.Series([dice.random() for _ in rows])
    whole = whole.with_columns(order=order).sort("month", "order").drop("order")
    cuts = [0, *sorted(dice.sample(range(1, whole.height), dice.randint(0, 4))), whole.height]
    return [whole[first:last] for first, last in pairwise(cuts)]


def _with(row: dict[str, object]) -> Callable[[list[pl.DataFrame], random.Random], list[pl.DataFrame]]:
    """Files of which one row is otherwise."""

    def changed(files: list[pl.DataFrame], dice: random.Random) -> list[pl.DataFrame]:
        number = dice.randrange(len(files))
        frame = files[number]
        here = pl.int_range(pl.len()) == dice.randrange(frame.height)
        cells = [
            pl.when(here).then(pl.lit(cell, frame.schema[name])).otherwise(pl.col(name)).alias(name)
            for name, cell in row.items()
        ]
        return [*files[:number], frame.with_columns(cells), *files[number + 1 :]]

    return changed


def _dropped(**row: object) -> Callable[[list[pl.DataFrame], random.Random], list[pl.DataFrame]]:
    def changed(files: list[pl.DataFrame], _: random.Random) -> list[pl.DataFrame]:
        return [frame.remove(**row) for frame in files]

    return changed


def _sums(files: list[pl.DataFrame]) -> list[pl.DataFrame]:
    """A row for each month, partner, flow and code."""
    return [frame.unique(["month", "who", "way", "hs"], keep="first", maintain_order=True) for frame in files]


ODD: dict[str, Callable[[list[pl.DataFrame], random.Random], list[pl.DataFrame]]] = {
    "a partner that nobody knows": _with({"who": "Atlantis"}),
    "a group of partners": _with({"who": "ASEAN"}),
    "a total": _with({"who": "World"}),
    "no partner": _with({"who": None}),
    "another name of a partner": _with({"who": "Japan"}),
    "an unknown flow": _with({"way": "T"}),
    "no flow": _with({"way": None}),
    "no value": _with({"worth": None}),
    "a value below zero": _with({"worth": -(10**8)}),
    "a value beyond all": _with({"worth": 10**17}),
    "values that may overflow": _with({"worth": 10**15}),
    "a month to come": _with({"month": date(2040, 1, 1)}),
    "a month written in two ways": _with({"month": date(2024, 3, 2)}),
    "no month": _with({"month": None}),
    "a total of goods": _with({"hs": "TOTAL"}),
    "a month without the partner": _dropped(month=MONTHS[7], who="US"),
    "a flow without the partner": _dropped(who="US", way="I"),
    "no rows of the partner": _dropped(who="US"),
    "a file twice": lambda files, _: [*files, files[0].reverse()],
    "a month twice": lambda files, _: [*files, files[-1].filter(pl.col("month") == MONTHS[-1])],
    "a file revised": lambda files, _: [*_sums(files), _sums(files)[0].with_columns(pl.col("worth") + 1)],
    "values with cents": lambda files, _: [frame.with_columns(pl.col("worth") / 100) for frame in files],
}


def laid(files: list[pl.DataFrame], folder: Path) -> Table:
    folder.mkdir()
    for number, frame in enumerate(files):
        frame.write_parquet(folder / f"{number}.parquet")
    return Table(str(folder), NAMES._replace(skip_bad=True), mapped=True)


@pytest.mark.parametrize("seed", range(8))
def test_one_partner_of_plain_records_is_read_alone(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alones: list[reading.Read | None]
) -> None:
    files = plain(random.Random(seed))
    table = laid(files, tmp_path / "records")
    one, all_of_them = both(table, US, monkeypatch)
    assert one == all_of_them
    assert not isinstance(one, str)
    assert [found is not None for found in alones] == [True]
    exports = pl.concat(files).filter(who="US", way="E", month=MONTHS[3])["worth"].sum()
    assert ("TW", "US", "export", MONTHS[3], exports) in {
        (row[1], row[2], row[3], row[8], row[9]) for row in one[1]
    }


def test_partners_and_months_may_be_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alones: list[reading.Read | None]
) -> None:
    numbers = {"US": 842, "JP": 392, "DE": 276, "KR": 410, "VN": 704, "FR": 251, "IT": 380, "SG": 702}
    month = pl.col("month").dt.strftime("%Y%m").cast(pl.Int32)
    who = pl.col("who").replace_strict(numbers, default=458, return_dtype=pl.Int16)
    files = [frame.with_columns(month, who) for frame in plain(random.Random(3))]
    table = laid(files, tmp_path / "records")
    table = table._replace(mapping=table.mapping._replace(partner_codes="comtrade"))
    one, all_of_them = both(table, US, monkeypatch)
    assert one == all_of_them
    assert [found is not None for found in alones] == [True]


@pytest.mark.parametrize("name", ODD)
def test_where_others_matter_all_are_added_up(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alones: list[reading.Read | None]
) -> None:
    dice = random.Random(name)
    table = laid(ODD[name](plain(dice), dice), tmp_path / "records")
    for asked in (US, Asked("TW", partners=("JP", "KR"))):
        one, all_of_them = both(table, asked, monkeypatch)
        assert one == all_of_them
    # Where it has no imports at all, there are no months of them to fill.
    assert (alones[0] is None) is (name != "a flow without the partner")


@pytest.mark.parametrize("seed", range(0, 24, 3))
def test_of_odd_tables_the_same_is_said(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, all_of_them = both(odd(seed, tmp_path, "polars"), US, monkeypatch)
    assert one == all_of_them


def test_what_was_read_of_one_partner_alone_is_known_of_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alones: list[reading.Read | None]
) -> None:
    from tradecli import own_table

    monkeypatch.setenv("TRADE_CACHE_DIR", str(tmp_path / "cache"))
    table = laid(plain(random.Random(5)), tmp_path / "records")
    first = said(own_table.answer, table, US)
    assert said(own_table.answer, table, US) == first
    assert len(alones) == 1
    other = own_table.answer(table, Asked("TW", partners=("JP",)))
    assert {*other.rows["partner"]} == {"JP"}
    assert len(alones) == 2
