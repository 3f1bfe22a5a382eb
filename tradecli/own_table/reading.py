"""What groups of customs records mean: texts become months, partners and flows, sums become figures.

Each text is read once, however many rows carry it. A group whose text cannot be read is dropped
and its rows are counted by rule; nothing is guessed at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple, TypeVar

import polars as pl

from tradecli.errors import InvalidData
from tradecli.facts import places
from tradecli.own_table.groups import PART, VALUE_RULES
from tradecli.own_table.mapping import Mapping

_MONTH = re.compile(r"(\d{4})-?(\d{2})(?:-(\d{2})(?:[T ].*)?)?(?:\.0)?", re.ASCII)
#: Sums must stay below this, in whole units and in decimals, so that all that follows is exact.
_LIMIT = 2**62
#: The rules for texts, in the order in which they are asked; a row breaks one at most.
TEXT_RULES = (
    "an unreadable period",
    "a period after the table was written",
    "an unknown flow",
    "an empty partner",
    "an area or a total for its partner",
)
CODE_RULES = ("a malformed commodity code", "a commodity code shorter than asked for")
#: Lengths of codes: chapters, headings, subheadings, and what countries add to them.
_LENGTHS = (2, 4, 6, 8, 10, 12)

_Meaning = TypeVar("_Meaning")


class Read(NamedTuple):
    """What the groups say.

    `figures` has a row for each `period` (Date), `partner` (a code of `places`; null where nobody
    knows it), `flow`, and `code` if there is one, with its `value` in whole units; `world` the same
    of all partners together, known or not, rounded as one sum. `dropped` counts rows by rule,
    `unknown` those of partners that no list knows, `rows` all of them. `spelled` lists how each
    partner is written in the table, under an empty code all ways to write none.
    """

    figures: pl.DataFrame
    world: pl.DataFrame
    precision: int
    rows: int
    dropped: dict[str, int]
    unknown: dict[str, int]
    spelled: dict[str, tuple[str | None, ...]]


def read(groups: pl.DataFrame, mapping: Mapping, *, until: date, digits: int = 0, code: str = "") -> Read:
    """Read the groups of a table.

    Args:
        groups: As `engines.sums` gives them.
        mapping: The words for the flows, and the unit.
        until: The day on which the table was written; no month after it can be in it.
        digits: The length of the commodity codes, where the groups have them.
        code: The one code that the groups tell from all others, if they do.

    Raises:
        InvalidData: A sum is larger than 64 bits hold.
    """
    named = groups.with_columns(
        _read("period", groups, month_of).alias("month"),
        _read("flow", groups, lambda text: flow_of(text, mapping)).alias("side"),
    )
    meanings: dict[str, str] = {}
    if "partner" in groups.columns:
        meanings = {text: partner_of(text) for text in _texts(groups, "partner")}
        named = named.with_columns(_mapped("partner", meanings, pl.String()).alias("who"))
    else:
        named = named.with_columns(pl.lit("?").alias("who"))
    if digits:
        named = named.with_columns((pl.col("code") if code else _restored(digits)).alias("goods"))
    checked = named.with_columns(_rule(until, digits).alias("rule"))
    good = checked.filter(pl.col("rule").is_null())
    unknown = good.filter(pl.col("who") == "?") if meanings else good.clear()
    coded = ["goods"] if digits else []
    figures, precision = _figures(good, mapping, ["month", "who", "side", *coded])
    return Read(
        figures.with_columns(pl.when(pl.col("partner") != "?").then("partner").alias("partner")),
        _figures(good, mapping, ["month", "side", *coded])[0],
        precision,
        int(groups["rows"].sum()),
        _dropped(checked, good),
        _by_text(unknown),
        _spelled(meanings, empty=bool(meanings) and groups["partner"].has_nulls()),
    )


def _texts(groups: pl.DataFrame, name: str) -> list[str]:
    return [text for text in groups[name].unique().sort().to_list() if text is not None]


def _read(name: str, groups: pl.DataFrame, meaning: Callable[[str], object]) -> pl.Expr:
    said = {text: meaning(text) for text in _texts(groups, name)}
    return _mapped(name, said, pl.Date() if name == "period" else pl.String())


def _mapped(name: str, said: dict[str, _Meaning], dtype: pl.DataType) -> pl.Expr:
    if not said:
        return pl.lit(None, dtype)
    return pl.col(name).replace_strict(
        list(said), pl.Series(list(said.values()), dtype=dtype), default=None, return_dtype=dtype
    )


@cache
def month_of(text: str) -> date | None:
    """The month that a text or number of a period means: `2025-11`, `202511`, a day, a moment.

    Examples:
        >>> month_of("2025-11"), month_of("202511"), month_of("2025-11-30T08:00:00"), month_of("2025-13")
        (datetime.date(2025, 11, 1), datetime.date(2025, 11, 1), datetime.date(2025, 11, 1), None)
    """
    match = _MONTH.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        return date(year, month, day).replace(day=1)
    except ValueError:
        return None


def flow_of(text: str, mapping: Mapping) -> str | None:
    """The flow that a word means, if it means one.

    Examples:
        >>> flow_of("E", Mapping()), flow_of("import ", Mapping()), flow_of("1", Mapping(exports=("1",)))
        ('export', 'import', 'export')
    """
    word = text.strip().casefold().removesuffix(".0")
    return "export" if word in mapping.exports else "import" if word in mapping.imports else None


@cache
def partner_of(text: str) -> str:
    """The code of the country that a text means; `?` where no list knows it, `+` for an area, empty for none.

    Examples:
        >>> partner_of("842"), partner_of("usa"), partner_of("ASEAN"), partner_of("Atlantis"), partner_of(" ")
        ('US', 'US', '+', '?', '')
    """
    word = text.strip().removesuffix(".0")
    if not word:
        return ""
    place = places.meant(word)
    if place is None:
        return "?"
    return place.code if place.level == "country" else "+"


def _restored(digits: int) -> pl.Expr:
    """The code with the leading zero that a column of numbers loses: codes have an even number of digits."""
    short = (pl.col("digits") % 2 == 1) & (pl.col("code") != "")
    # A coarser code has fewer digits than were asked for, and is dropped by its rule.
    restored = pl.lit("0") + pl.col("code").str.slice(0, digits - 1)
    return pl.when(short).then(restored).otherwise(pl.col("code"))


def _rule(until: date, digits: int) -> pl.Expr:
    """The first rule that a group breaks; null where it is good."""
    broken = [
        pl.col("month").is_null(),
        pl.col("month") > until,
        pl.col("side").is_null(),
        pl.col("who").is_null() | (pl.col("who") == ""),
        pl.col("who") == "+",
    ]
    rules = dict(zip(TEXT_RULES, broken, strict=True))
    if digits:
        length = pl.col("digits") + pl.col("digits") % 2
        rules[CODE_RULES[0]] = pl.col("digits").is_null() | ~length.is_in(_LENGTHS)
        rules[CODE_RULES[1]] = length < digits
    chosen = pl.lit(None, pl.String)
    for rule, holds in reversed(rules.items()):
        chosen = pl.when(holds).then(pl.lit(rule)).otherwise(chosen)
    return chosen


def _dropped(checked: pl.DataFrame, good: pl.DataFrame) -> dict[str, int]:
    by_rule = dict(
        checked.filter(pl.col("rule").is_not_null()).group_by("rule").agg(pl.col("rows").sum()).iter_rows()
    )
    by_value = {rule: int(good[name].sum()) for name, rule in VALUE_RULES.items()}
    counts = {**{rule: by_rule.get(rule, 0) for rule in (*TEXT_RULES, *CODE_RULES)}, **by_value}
    return {rule: count for rule, count in counts.items() if count}


def _by_text(unknown: pl.DataFrame) -> dict[str, int]:
    """Rows of each unknown partner, the most frequent first."""
    if unknown.is_empty():
        return {}
    counted = (
        unknown.group_by("partner")
        .agg(pl.col("good").sum())
        .sort("good", "partner", descending=[True, False])
    )
    return dict(counted.iter_rows())


def _spelled(meanings: dict[str, str], *, empty: bool) -> dict[str, tuple[str | None, ...]]:
    spelled: dict[str, list[str | None]] = {"": [None]} if empty else {}
    for text, code in meanings.items():
        spelled.setdefault(code, []).append(text)
    return {code: tuple(texts) for code, texts in spelled.items()}


def _figures(good: pl.DataFrame, mapping: Mapping, by: list[str]) -> tuple[pl.DataFrame, int]:
    """Sums in whole units, rounded once and half up where the table has decimals; and their precision."""
    parts = (
        good.filter(pl.col("good") > 0)
        .group_by(*by, "decimals")
        .agg(pl.col("low").sum(), pl.col("high").sum())
        .with_columns(high=pl.col("high") + pl.col("low") // PART, low=pl.col("low") % PART)
    )
    most = max(parts["decimals"].to_list(), default=0)
    scale = pl.lit(10, pl.Int64).pow(most - pl.col("decimals")).cast(pl.Int64)
    largest = (max(parts["high"].to_list(), default=0) + 1) * PART * 10**most * mapping.unit
    if largest < _LIMIT:
        steps = pl.col("high") * PART + pl.col("low")
        summed = parts.with_columns(steps=steps * scale).group_by(by).agg(pl.col("steps").sum())
    else:
        summed = _exactly(parts, by, most)
    used = _used(summed["steps"], most)
    value = (pl.col("steps") * mapping.unit + 10**most // 2) // 10**most
    if int(max(summed["steps"].to_list(), default=0)) * mapping.unit >= _LIMIT:
        raise InvalidData("the sums of the table are larger than any trade figure", hint="look at its unit")
    names = {"month": "period", "who": "partner", "side": "flow", "goods": "code"}
    figures = summed.select(*by, value=value).rename({name: names[name] for name in by})
    return figures, max(1, mapping.unit // 10**used)


def _used(steps: pl.Series, most: int) -> int:
    """How many of the decimals counted are not zero in every figure: the others were never published."""
    for used in range(most):
        if (steps % 10 ** (most - used) == 0).all():
            return used
    return most


def _exactly(parts: pl.DataFrame, by: list[str], most: int) -> pl.DataFrame:
    """The sums with integers of any size, for the rare table that comes near 64 bits.

    Raises:
        InvalidData: They do not fit.
    """
    sums: Counter[tuple[object, ...]] = Counter()
    for *key, decimals, low, high in parts.iter_rows():
        sums[tuple(key)] += (high * PART + low) * 10 ** (most - decimals)
    if any(steps >= _LIMIT for steps in sums.values()):
        raise InvalidData("the sums of the table are larger than any trade figure", hint="look at its unit")
    schema: dict[str, pl.DataType] = {**{name: parts.schema[name] for name in by}, "steps": pl.Int64()}
    return pl.DataFrame([(*key, steps) for key, steps in sums.items()], schema=schema, orient="row")
