"""Tables of customs records made up at random, each cell with what it means, and the sums worked out by hand.

What a cell means is known here because it was chosen before the cell was written: nothing of the
program takes part in it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from tradecli.own_table.table import Mapping, Table

#: How columns are called in these tables.
NAMES = Mapping(period="mth", partner="ctry", flow="ie", value="fob", commodity="hs", skip_bad=True)
COLUMNS = "period=mth,partner=ctry,flow=ie,value=fob,commodity=hs,skip_bad=yes"
PARTNERS = {
    "US": ["US", "USA", "842", "United States", "美國"],
    "JP": ["JP", "jpn", "日本"],
    "DE": ["Germany"],
}
FLOWS = {"export": ["E", "x", "Export", "出口"], "import": ["I", "m", "IMPORTS"]}
CODES = ["854231", "854190", "850120", "010129", "010121", "847130", "990000"]


class Line(NamedTuple):
    """A row: what it means, or which rule it breaks, and how it is written."""

    month: date | None
    partner: str
    flow: str
    value: Fraction
    code: str
    rule: str
    cells: dict[str, Any]


class Made(NamedTuple):
    """A table: its rows, the type of its values, and the file it was written to."""

    lines: list[Line]
    kind: str
    table: Table


def made(seed: int, folder: Path, *, engine: str = "polars", rows: int = 120, unit: int = 1) -> Made:
    """A table of one of the kinds of values and formats, by its seed; in one to three files."""
    dice = random.Random(seed)
    kind = dice.choice(["whole", "float", "text", "decimal"])
    suffix = "csv" if kind == "text" else "parquet"
    lines = [line(dice, kind) for _ in range(rows)]
    home = folder / f"made-{seed}"
    home.mkdir()
    cut = sorted(dice.choices(range(rows + 1), k=2))
    for number, (first, last) in enumerate(zip([0, *cut], [*cut, rows], strict=True)):
        if first < last:
            write(lines[first:last], kind, home / f"part-{number}.{suffix}")
    mapping = NAMES._replace(unit=unit)
    return Made(lines, kind, Table(str(home), mapping, mapped=True, engine=engine))


def write(lines: Sequence[Line], kind: str, path: Path) -> None:
    """Write rows as a file of their kind."""
    dtypes: dict[str, Any] = {
        "whole": pl.Int64,
        "float": pl.Float64,
        "text": pl.String,
        "decimal": pl.Decimal(20, 2),
    }
    schema = dict.fromkeys(("mth", "ctry", "ie", "hs"), pl.String) | {"fob": dtypes[kind]}
    frame = pl.DataFrame([entry.cells for entry in lines], schema=schema)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path, row_group_size=17)


def line(dice: random.Random, kind: str) -> Line:
    """A row, good or bad in one way."""
    month = date(dice.choice([2024, 2025]), dice.randint(1, 12), 1)
    partner, flow = dice.choice([*PARTNERS, "?"]), dice.choice(list(FLOWS))
    rule = dice.choice(["", "", "", "", *RULES])
    value, written = _value(dice, kind, rule)
    if rule in _VALUE_RULES and written is _UNWRITABLE:
        rule = ""
        value, written = _value(dice, kind, rule)
    code = dice.choice(CODES)
    cells = {
        "mth": dice.choice(
            [f"{month:%Y-%m}", f"{month:%Y%m}", f"{month:%Y-%m}-28", f"{month:%Y-%m}-03T10:00:00"]
        ),
        "ctry": dice.choice(PARTNERS.get(partner, ["ZZ", "Atlantis"])),
        "ie": dice.choice(FLOWS[flow]),
        "hs": code,
        "fob": written,
    }
    spoilt = RULES.get(rule)
    if spoilt:
        cells |= spoilt(dice)
    return Line(None if rule == "an unreadable period" else month, partner, flow, value, code, rule, cells)


_UNWRITABLE = object()
_VALUE_RULES = (
    "an empty value",
    "a value whose last digits its exponent hides",
    "a value that is no number",
    "a value with more decimals than are read",
    "a value larger than any trade figure",
)
RULES: dict[str, Callable[[random.Random], dict[str, Any]] | None] = {
    "an unreadable period": lambda d: {
        "mth": d.choice(["2025-13", "Q1", "20255", "2025-02-30", "25-01", None])
    },
    "a period after the table was written": lambda d: {"mth": d.choice(["2999-01", "210001"])},
    "an unknown flow": lambda d: {"ie": d.choice(["re-export", "9", None])},
    "an empty partner": lambda d: {"ctry": d.choice([" ", None])},
    **dict.fromkeys(_VALUE_RULES),
}


def _value(dice: random.Random, kind: str, rule: str) -> tuple[Fraction, Any]:
    """What a value means, and how it is written in a column of its kind."""
    cents = dice.choice([0, 1, 99, 100, 12_345, 10**9 + 7, dice.randrange(10**12)])
    if rule not in _VALUE_RULES:
        whole = cents // 100
        if kind == "whole":
            return Fraction(whole), whole
        text = f"{whole}.{cents % 100:02}"
        exact = Fraction(cents, 100)
        if dice.random() < 0.2:
            # All digits, before an exponent.
            text = f"{Decimal(text):.{len(text)}{dice.choice('eE')}}"
        return exact, {"float": float(text), "text": text, "decimal": Decimal(text)}[kind]
    bad: dict[str, dict[str, Any]] = {
        "an empty value": {
            **dict.fromkeys(("whole", "decimal")),
            "float": dice.choice([None, float("nan")]),
            "text": dice.choice([None, "n/a", "..", ":", " "]),
        },
        "a value whose last digits its exponent hides": {
            "text": dice.choice(["1.23457E+11", "1.50E+09", "-2.0e5", "1.234567e+08", "9.99999E9"]),
        },
        "a value that is no number": {"text": dice.choice(["1,23", "1.234.567", "12e3", "e3", "12 t", "(5"])},
        "a value with more decimals than are read": {"float": 1.005, "text": "0.125"},
        "a value larger than any trade figure": {
            "whole": 10**15 + 1,
            "float": 1e14,
            "text": "99999999999999",
        },
    }
    return Fraction(0), bad[rule].get(kind, _UNWRITABLE)


def exact(lines: Sequence[Line], *, code: str = "", unit: int = 1) -> dict[tuple[date, str, str], Fraction]:
    """The sum of each month, partner and flow, the world among the partners, not rounded."""
    sums: dict[tuple[date, str, str], Fraction] = {}
    for entry in lines:
        if entry.rule or entry.month is None or not entry.code.startswith(code):
            continue
        for partner in {entry.partner, "WORLD"} - {"?"}:
            key = (entry.month, partner, entry.flow)
            sums[key] = sums.get(key, Fraction(0)) + entry.value * unit
    return sums


def rounded(value: Fraction | int) -> int:
    """Half up."""
    return int(value + Fraction(1, 2))


def expected(lines: Sequence[Line], *, code: str = "", unit: int = 1) -> dict[tuple[date, str, str], int]:
    """The sum of each month, partner and flow, the world among the partners, rounded once and half up.

    A series of under 1 % of its flow has zeros in months in which the table has rows of the flow, all good.
    """
    flows = {entry.flow for entry in lines if not entry.rule and entry.month}
    figures = {key: rounded(total) for key, total in exact(lines, code=code, unit=unit).items()}
    whole = {flow: _world_rounded(lines, code, flow, unit) for flow in flows}
    for partner, flow in {key[1:] for key in figures}:
        total = sum(value for key, value in figures.items() if key[1:] == (partner, flow))
        if total < whole[flow] / 100:
            figures |= {(month, partner, flow): 0 for month in _good_months(lines, flow)} | {
                key: value for key, value in figures.items() if key[1:] == (partner, flow)
            }
    return figures


def _world_rounded(lines: Sequence[Line], code: str, flow: str, unit: int) -> int:
    """What all trade of a flow comes to: rounded by month, and by whether the code is the one asked for."""
    sums: Counter[tuple[date, bool]] = Counter()
    for entry in lines:
        if not entry.rule and entry.month and entry.flow == flow:
            sums[entry.month, entry.code.startswith(code)] += entry.value * unit  # type: ignore[assignment]
    return sum(rounded(total) for total in sums.values())


def _good_months(lines: Sequence[Line], flow: str) -> set[date]:
    """Months in which a flow has rows and each of them is good."""
    elsewhere = ("an unknown flow", "a period after the table was written")
    rows = [entry for entry in lines if entry.month and entry.flow == flow and entry.rule not in elsewhere]
    bad = {entry.month for entry in rows if entry.rule}
    return {entry.month for entry in rows if entry.month not in bad and entry.month}


def dropped(lines: Sequence[Line]) -> dict[str, int]:
    """How many rows break which rule."""
    return dict(Counter(entry.rule for entry in lines if entry.rule))
