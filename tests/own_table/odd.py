"""Odd tables of customs records, the same for a seed: types, zones, orders, spellings and names of files."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from tradecli.own_table.mapping import Mapping
from tradecli.own_table.table import Table

MAPPING = Mapping(
    period="when",
    partner="who",
    flow="way",
    value="worth",
    commodity="what",
    exports=("e", "1", "x"),
    imports=("i", "2", "m"),
    partner_codes="comtrade",
    skip_bad=True,
)
#: The first have every choice of every list, each in a table of every format that is answered, and tables of
#: both kinds that are refused; the others besides every two oddities of a file that stand together in one of
#: 200 tables: its format, name, types, order, words, quotes and ends of lines, and the question.
USUAL = 24
SEEDS = (
    *(15, 16, 18, 27, 31, 35, 48, 52, 60, 75, 115, 121, 124, 127, 134, 142, 143, 148),
    *(153, 160, 76, 114, 158, 156),
    *(2, 6, 13, 14, 17, 19, 25, 29, 30, 47, 51, 59, 79, 92, 98, 99, 100, 101),
    *(104, 110, 126, 133, 145, 154, 155, 159, 162, 185, 195, 197, 0, 3, 4, 8, 9, 10),
    *(11, 12, 20, 23, 28, 32, 37, 40, 43, 45, 46, 50, 53, 54, 55, 57, 61, 62),
    *(66, 68, 69, 70, 77, 81, 85, 87, 89, 97, 105, 107, 108, 116, 131, 139, 140, 141),
    *(144, 149, 152, 161, 165, 166, 173, 176, 178, 183, 184, 186, 187, 190, 193, 194),
)
_MONTHS = [date(2025, month, 1) for month in range(1, 7)]
_PLACES = [("US", "842"), ("JP", "392"), ("DE", "276"), ("VN", "704")]
_CODES = ["854231", "010121", "870323", "270900"]
FORMATS = ["parquet", "csv", "tsv"]
_PARTNERS = ["code", "number", "category"]
_FLOWS: list[list[Any]] = [["E", "i"], ["1", "2"], [1, 2], [" X ", "m"]]
_ENDS = ["\n", "\r\n"]
_STYLES: list[Any] = ["necessary", "always", "non_numeric"]
_NAMES = ["plain", "a[1]", "b(2)", "c d", "é", "50%", "x*y", "q?"]


def _moment(month: date, day: int, hour: int) -> datetime:
    """A moment without a zone: the type of its column gives it one."""
    return datetime(month.year, month.month, day, hour, 30)  # noqa: DTZ001


_PERIODS: dict[str, tuple[Any, Callable[[date, random.Random], Any]]] = {
    "text": (pl.String, lambda month, _: f"{month:%Y-%m}"),
    "compact": (pl.String, lambda month, _: f"{month:%Y%m}"),
    "slash": (pl.String, lambda month, _: f"{month:%Y/%m}"),
    "number": (pl.Int32, lambda month, _: month.year * 100 + month.month),
    "floating": (pl.Float64, lambda month, _: float(month.year * 100 + month.month)),
    "date": (pl.Date, lambda month, dice: month.replace(day=dice.randint(1, 28))),
    "first": (pl.Date, lambda month, _: month),
    "moment": (
        pl.Datetime("us"),
        lambda month, dice: _moment(month, dice.randint(1, 28), 23),
    ),
    "taipei": (
        pl.Datetime("us", "Asia/Taipei"),
        lambda month, dice: _moment(month, 1, dice.choice([1, 12, 23])),
    ),
    "utc": (pl.Datetime("us", "UTC"), lambda month, _: _moment(month, 1, 0)),
}
_VALUES: dict[str, tuple[Any, Callable[[int, random.Random], Any]]] = {
    "small": (pl.Int16, lambda cents, _: cents % 30_000),
    "unsigned": (pl.UInt64, lambda cents, _: cents),
    "whole": (pl.Int64, lambda cents, dice: -cents // 9 if dice.random() < 0.1 else cents),
    "single": (pl.Float32, lambda cents, _: float(cents % 100_000)),
    "double": (
        pl.Float64,
        lambda cents, dice: dice.choice([cents / 100, cents / 100, float("nan"), float("inf")]),
    ),
    "decimal": (pl.Decimal(38, 2), lambda cents, _: Decimal(cents) / 100),
    "written": (
        pl.String,
        lambda cents, dice: dice.choice(
            [f"{cents}", f" {cents:,} ", f"{cents / 100:.2f}", f"+{cents}", "n/a", "", "x"]
        ),
    ),
}
_GOODS: dict[str, tuple[Any, Callable[[str], Any]]] = {
    "text": (pl.String, str),
    "number": (pl.Int32, int),
    "floating": (pl.Float64, float),
    "padded": (pl.String, lambda code: f" {code} "),
}


#: What a table draws from: of each list every choice is an oddity.
CHOICES: tuple[list[Any], ...] = (
    *(list(_PERIODS), _PARTNERS, list(_VALUES), list(_GOODS), _FLOWS, _ENDS, _STYLES, _NAMES),
)


class _Noting(random.Random):
    """Dice that keep what they chose, and from which list."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.noted: list[tuple[list[Any], Any]] = []

    def choice(self, seq: Any) -> Any:
        chosen = super().choice(seq)
        self.noted.append((list(seq), chosen))
        return chosen

    def sample(self, population: Any, k: int, **counts: Any) -> list[Any]:
        chosen = super().sample(population, k, **counts)
        self.noted.extend((list(population), one) for one in chosen)
        return chosen


def odd(seed: int, folder: Path, engine: str) -> Table:
    """A table of one to three files with whatever oddities the seed draws."""
    home = folder / f"odd-{seed}"
    if not home.exists():
        home.mkdir()
        _draw(random.Random(seed), home)
    return Table(str(home), MAPPING, mapped=True, engine=engine, reporter="TW")


def oddities(seed: int, home: Path) -> set[tuple[str, int, str]]:
    """What a seed draws: of each choice the format of its file and the number of the list of choices."""
    dice = _Noting(seed)
    suffix = _draw(dice, home)
    return {
        (suffix, number, str(chosen))
        for number, choices in enumerate(CHOICES)
        for options, chosen in dice.noted
        if options == choices
    }


def _draw(dice: random.Random, home: Path) -> str:
    """Write the files of a table into a folder, and return their format."""
    suffix = dice.choice(["parquet", *FORMATS])
    kinds = _kinds(dice)
    for number, name in enumerate(dice.sample(_NAMES, dice.randint(1, 3))):
        # Types drift from file to file, and so do the order and number of columns.
        kinds = _kinds(dice) if dice.random() < 0.3 else kinds
        _write(_frame(dice, kinds, _MONTHS[2 * number : 2 * number + 2]), dice, home / f"{name}.{suffix}")
    return suffix


def _kinds(dice: random.Random) -> tuple[str, str, str, str]:
    partner = dice.choice(_PARTNERS)
    return dice.choice(list(_PERIODS)), partner, dice.choice(list(_VALUES)), dice.choice(list(_GOODS))


def _frame(dice: random.Random, kinds: tuple[str, str, str, str], months: list[date]) -> pl.DataFrame:
    period, partner, value, goods = kinds
    flows: list[Any] = dice.choice(_FLOWS)
    rows = []
    for _ in range(dice.randint(5, 40)):
        place = dice.choice(_PLACES)
        rows.append(
            (
                _PERIODS[period][1](dice.choice(months), dice),
                int(place[1]) if partner == "number" else place[0],
                dice.choice(flows),
                _VALUES[value][1](dice.randrange(10**7), dice) if dice.random() > 0.05 else None,
                _GOODS[goods][1](dice.choice(_CODES)),
                "x",
            )
        )
    who = {"code": pl.String, "number": pl.Int32, "category": pl.Categorical}[partner]
    schema = {
        "when": _PERIODS[period][0],
        "who": who,
        "way": pl.Int64 if isinstance(flows[0], int) else pl.String,
        "worth": _VALUES[value][0],
        "what": _GOODS[goods][0],
        "more": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _write(frame: pl.DataFrame, dice: random.Random, path: Path) -> None:
    columns = frame.columns if dice.random() < 0.6 else dice.sample(frame.columns, len(frame.columns))
    frame = frame.select(columns) if dice.random() < 0.8 else frame.select(columns).drop("more")
    if path.suffix == ".parquet":
        frame.write_parquet(path)
        return
    ends = dice.choice(_ENDS)
    separator = "," if path.suffix == ".csv" else "\t"
    style = dice.choice(_STYLES)
    frame.write_csv(
        path, separator=separator, line_terminator=ends, quote_style=style, include_bom=dice.random() < 0.3
    )
