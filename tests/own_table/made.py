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
NAMES = Mapping(period="mth", partner="ctry", flow="ie", value="fob", commodity="hs")
COLUMNS = "period=mth,partner=ctry,flow=ie,value=fob,commodity=hs"
PARTNERS = {
    "US": ["US", "USA", "842", "United States", "美國"],
    "JP": ["JP", "jpn", "日本"],
    "DE": ["Germany"],
}
FLOWS = {"export": ["E", "x", "Export", "出口"], "import": ["I", "m", "IMPORTS"]}
CODES = ["854231", "8542", "85", "0101", "010121", "84713000", "99"]


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
    rule = dice.choice(["", "", "", "", *_RULES])
    value, written = _value(dice, kind, rule)
    if rule in _VALUE_RULES and written is _UNWRITABLE:
        rule = ""
        value, written = _value(dice, kind, rule)
    code = dice.choice(CODES)
    cells = {
        "mth": dice.choice(
            [f"{month:%Y-%m}", f"{month:%Y%m}", f"{month:%Y-%m}-28", f"{month:%Y-%m}-03T10:00:00"]
        ),
        "ctry": dice.choice(PARTNERS.get(partner, ["QX", "Atlantis"])),
        "ie": dice.choice(FLOWS[flow]),
        # The zero that leads a code is lost where it was a number once.
        "hs": code.removeprefix("0") if dice.random() < 0.5 else code,
        "fob": written,
    }
    spoilt = _RULES.get(rule)
    if spoilt:
        cells |= spoilt(dice)
    return Line(None if rule == "an unreadable period" else month, partner, flow, value, code, rule, cells)


_UNWRITABLE = object()
_VALUE_RULES = (
    "an empty value",
    "a value that is no number",
    "a negative value",
    "a value with more decimals than are read",
    "a value larger than any trade figure",
)
_RULES: dict[str, Callable[[random.Random], dict[str, Any]] | None] = {
    "an unreadable period": lambda d: {
        "mth": d.choice(["2025-13", "Q1", "2025", "2025-02-30", "25-01", None])
    },
    "a period after the table was written": lambda d: {"mth": d.choice(["2999-01", "210001"])},
    "an unknown flow": lambda d: {"ie": d.choice(["re-export", "9", None])},
    "an empty partner": lambda d: {"ctry": d.choice([" ", None])},
    "an area or a total for its partner": lambda d: {"ctry": d.choice(["WORLD", "ASEAN", "CN+HK"])},
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
        return exact, {"float": float(text), "text": text, "decimal": Decimal(text)}[kind]
    bad: dict[str, dict[str, Any]] = {
        "an empty value": dict.fromkeys(("whole", "float", "text", "decimal")),
        "a value that is no number": {
            "float": float("nan"),
            "text": dice.choice(["1,234", "NaN", "1e3", "n/a"]),
        },
        "a negative value": {"whole": -5, "float": -0.5, "text": "-12", "decimal": Decimal("-0.01")},
        "a value with more decimals than are read": {"float": 1.005, "text": "0.125"},
        "a value larger than any trade figure": {
            "whole": 10**15 + 1,
            "float": 1e14,
            "text": "99999999999999",
        },
    }
    return Fraction(0), bad[rule].get(kind, _UNWRITABLE)


def expected(lines: Sequence[Line], *, code: str = "", unit: int = 1) -> dict[tuple[date, str, str], int]:
    """The sum of each month, partner and flow, the world among the partners, rounded once and half up."""
    sums: Counter[tuple[date, str, str]] = Counter()
    for entry in lines:
        if entry.rule or entry.month is None or not entry.code.startswith(code):
            continue
        for partner in {entry.partner, "WORLD"} - {"?"}:
            sums[entry.month, partner, entry.flow] += entry.value * unit  # type: ignore[assignment]
    return {key: int(total + Fraction(1, 2)) for key, total in sums.items()}


def dropped(lines: Sequence[Line], *, code: str = "") -> dict[str, int]:
    """How many rows break which rule."""
    counts = Counter(entry.rule for entry in lines if entry.rule)
    short = [
        entry
        for entry in lines
        if len(entry.code) < len(code) and (not entry.rule or entry.rule in _VALUE_RULES)
    ]
    if short:
        counts -= Counter(entry.rule for entry in short if entry.rule)
        counts["a commodity code shorter than asked for"] = len(short)
    return {rule: count for rule, count in counts.items() if count}
