"""What groups of customs records mean: texts become months, partners and flows, sums become figures.

Each text is read once, however many rows carry it. A group whose text cannot be read is dropped
and its rows are counted by rule; nothing is guessed at.
"""

from __future__ import annotations

import math
from collections.abc import Mapping as AnyMapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

import polars as pl

from tradecli.errors import InvalidData, TradeError
from tradecli.own_table import bounds, duplicates, levels, notes, spans, weighing, world
from tradecli.own_table.groups import PART, VALUE_RULES
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.partners import EMPTY, GROUP, TOTAL, UNKNOWN, meanings
from tradecli.own_table.whole_months import whole_months
from tradecli.own_table.words import flow_of, is_total, month_of, quarter_of, year_of

#: Sums must stay below this, in whole units and in decimals, so that all that follows is exact.
_LIMIT = 2**62
#: The rules for texts, in the order in which they are asked; a row breaks one at most.
TEXT_RULES = (
    "an unreadable period",
    "a period after the table was written",
    "an unknown flow",
    "an empty partner",
)
CODE_RULES = ("a malformed commodity code", "a commodity code shorter than asked for")
BELOW_ZERO = "a sum below zero"

_Meaning = TypeVar("_Meaning")


class Meant(NamedTuple):
    """What is asked of the groups, and what is known of the table that they are of.

    `until` is the day on which it was written; no month after it can be in it, and its own month is not
    whole. `columns` are the names of all of its columns. `digits` is the length of the codes that tell
    goods apart, `code` the only one that is wanted. With `mixed` the groups have whole codes of several
    lengths, which may have `lost` their zeros, or `zeros` alone for a total. `months` are those of the table
    by flow, where the groups are of some partners only. Each row of a file stands in so many groups as it is
    read `times`, once for each column of values.
    """

    until: date
    columns: tuple[str, ...] = ()
    digits: int = 0
    code: str = ""
    mixed: bool = False
    lost: bool = False
    zeros: bool = False
    only: int = 0
    months: AnyMapping[str, frozenset[date]] | None = None
    times: int = 1


class Read(NamedTuple):
    """What the groups say.

    `figures` has a row for each `period` (Date), `partner` (a code of `places`, or `?` where
    nobody knows it), `flow`, `span`, and `code` if there is one, with its `value` in whole units;
    `world` the same of all partners together, known or not, rounded as one sum. `counts` says of the
    rows: `rows` (all), `dropped` (by rule), `unknown_partners`, `not_added` (totals and groups), `parts`
    (of others) and more that an answer tells of. `spelled` lists how each partner is written in the
    table, under an empty code all ways to write none. `by_total` and `refused` are of the world; see
    `world.Partners`. `months` are those of each flow in which the table has good rows only.
    """

    figures: pl.DataFrame
    world: pl.DataFrame
    precision: int
    counts: dict[str, Any]
    spelled: dict[str, tuple[str | None, ...]]
    by_total: bool
    refused: TradeError | None
    months: dict[str, frozenset[date]]


def read(groups: pl.DataFrame, mapping: Mapping, meant: Meant) -> Read:
    """Read the groups of a table.

    Args:
        groups: As `engines.sums` gives them.
        mapping: The words for the flows, the list of partners, and the unit.
        meant: What is asked, and of which table.

    Raises:
        InvalidData: A sum is larger than 64 bits hold, rows would be added twice, or too much of the
            table cannot be read.
        QueryError: What numbers mean has to be said.
    """
    exact, most = _exact(groups)
    span = spans.span_of(_texts(exact, "period"))
    named = _named(exact, mapping, meant, span)
    duplicates.refuse_editions(named, mapping.period)
    longer, named = spans.without_longer(named)
    within, named = _apart(named, mapping)
    lines, named = notes.without(named, mapping, partners="partner" in groups.columns)
    checked = named.with_columns(_rule(meant.until).alias("rule"))
    checked = spans.out_already(checked) if "partner" in groups.columns and mapping.across else checked
    good = checked.filter(pl.col("rule").is_null())
    duplicates.refuse(good)
    good, running = (good, "") if span != "month" else whole_months(good, mapping, meant.until)
    dropped = _dropped(checked, good, lines)
    added = _of_goods(good.filter(pl.col("good") > 0), meant)
    partners = world.of_partners(added.rows, mapping.partner)
    dropped |= {BELOW_ZERO: partners.below_zero} if partners.below_zero else {}
    codes = _of_codes(added, meant)
    # Where all goods are told apart, what no code tells is in the rest of them; of one it is lacking.
    weighing.refuse(checked, dropped | (codes if meant.code else {}), mapping)
    dropped |= codes
    figures, most_used = _figures(partners.figures, mapping, most, span)
    whole, _ = _figures(partners.world, mapping, most, span)
    months = _months(checked, running)
    counts = {
        "rows": int(groups["rows"].sum()) // meant.times,
        "values": int(groups["rows"].sum()) if meant.times > 1 else 0,
        "dropped": dropped,
        "unknown_partners": _by_text(good.filter(pl.col("who") == UNKNOWN), meant.times),
        "not_added": _by_text(good.filter(pl.col("who").is_in(partners.left_out)), meant.times),
        "unknown_share": weighing.share_of_unknown(good),
        "parts": (added.parts + within) // meant.times,
        "longer": longer // meant.times,
        "exponents": int(good["exponents"].sum()),
        "running": running,
    }
    spelled = _spelled(named) if "partner" in groups.columns else {}
    return Read(figures, whole, most_used, counts, spelled, partners.by_total, partners.refused, months)


def _of_codes(added: levels.Nested, meant: Meant) -> dict[str, int]:
    """How many rows were left out for their codes, by rule; none where goods are not told apart."""
    counts = zip(CODE_RULES, (added.malformed, added.short), strict=True)
    return {rule: count for rule, count in counts if count} if meant.digits else {}


def _texts(groups: pl.DataFrame, name: str) -> list[str]:
    return [text for text in groups[name].unique().sort().to_list() if text is not None]


def _mapped(name: str, said: dict[str, _Meaning], dtype: pl.DataType) -> pl.Expr:
    if not said:
        return pl.lit(None, dtype)
    return pl.col(name).replace_strict(
        list(said), pl.Series(list(said.values()), dtype=dtype), default=None, return_dtype=dtype
    )


def _exact(groups: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """The groups with sums in `steps` of the last decimal that any of them counts, and how many those are."""
    most = max(groups["decimals"].to_list(), default=0)
    steps = pl.col("high").cast(pl.Int128) * PART + pl.col("low")
    scale = pl.lit(10, pl.Int64).pow(most - pl.col("decimals")).cast(pl.Int128)
    return groups.with_columns(steps=steps * scale), most


def _apart(named: pl.DataFrame, mapping: Mapping) -> tuple[int, pl.DataFrame]:
    """How many rows are a total of the periods or a part of another flow, and the groups without them."""
    words = set(mapping.flows_within)
    totals = [text for text in _texts(named, "period") if is_total(text)]
    if not (words or totals):
        return 0, named
    inside = pl.col("side").is_null() & pl.col("flow").str.strip_chars().str.to_lowercase().is_in(list(words))
    apart = (inside | pl.col("period").is_in(totals)).fill_null(value=False)
    return int(named.filter(apart)["rows"].sum()), named.filter(~apart)


def _named(groups: pl.DataFrame, mapping: Mapping, meant: Meant, span: spans.Span) -> pl.DataFrame:
    """The groups with `month`, `side` and `who`; `whom` tells partners apart that nobody knows."""
    texts = _texts(groups, "period")
    through = {"quarter": quarter_of, "year": year_of}.get(span)
    months = {text: through(text) if through else month_of(text, mapping.dates) for text in texts}
    sides = {text: flow_of(text, mapping) for text in _texts(groups, "flow")}
    named = groups.with_columns(
        _mapped("period", months, pl.Date()).alias("month"), _mapped("flow", sides, pl.String()).alias("side")
    )
    if "code" not in named.columns:
        named = named.with_columns(code=pl.lit(None, pl.String))
    if "partner" not in named.columns:
        return named.with_columns(who=pl.lit(UNKNOWN), whom=pl.lit(UNKNOWN), partner=pl.lit(UNKNOWN))
    partners = _texts(groups, "partner")
    if len(partners) > bounds.PARTNERS:
        raise InvalidData(
            "the column {partner!r} has more than {partners:,} partners",
            partner=mapping.partner,
            partners=bounds.PARTNERS,
        )
    said = meanings(partners, mapping, meant.columns)
    who = _mapped("partner", said, pl.String())
    known = pl.col("who").str.contains("^[A-Z]")
    return named.with_columns(who.alias("who")).with_columns(
        whom=pl.when(known).then("who").otherwise("partner")
    )


def _rule(until: date) -> pl.Expr:
    """The first rule that a group breaks; null where it is good."""
    broken = [
        pl.col("month").is_null(),
        pl.col("month") > until,
        pl.col("side").is_null(),
        pl.col("who").is_null() | (pl.col("who") == EMPTY),
    ]
    chosen = pl.lit(None, pl.String)
    for rule, holds in reversed(list(zip(TEXT_RULES, broken, strict=True))):
        chosen = pl.when(holds).then(pl.lit(rule)).otherwise(chosen)
    return chosen


def _of_goods(good: pl.DataFrame, meant: Meant) -> levels.Nested:
    """The groups with the `goods` that are wanted, no row inside another."""
    if meant.mixed:
        known = levels.kinds(
            good["code"].unique().to_list(), lost=meant.lost, digits=meant.only, zeros=meant.zeros
        )
        return levels.nested(good, known, digits=meant.digits, code=meant.code)
    rows = good.with_columns(goods=pl.col("code"))
    malformed = int(rows.filter(pl.col("goods").is_null())["rows"].sum()) if meant.digits else 0
    return levels.Nested(rows.drop_nulls("goods") if meant.digits else rows, 0, 0, malformed)


def _dropped(checked: pl.DataFrame, good: pl.DataFrame, lines: int) -> dict[str, int]:
    """How many rows break which rule; notes are lines without a value."""
    bad = checked.filter(pl.col("rule").is_not_null())
    by_rule = dict(bad.group_by("rule").agg(pl.col("rows").sum()).iter_rows())
    by_value = {rule: int(good[name].sum()) for name, rule in VALUE_RULES.items()}
    by_value[VALUE_RULES["empty"]] += lines
    counts = {**{rule: by_rule.get(rule, 0) for rule in TEXT_RULES}, **by_value}
    return {rule: count for rule, count in counts.items() if count}


def _months(checked: pl.DataFrame, running: str) -> dict[str, frozenset[date]]:
    """The months of each flow in which all rows are good: in them a partner without rows has no trade."""
    month = pl.col("month")
    whole = month.dt.strftime("%Y-%m") != running if running else month.is_not_null()
    months = checked.filter(pl.col("side").is_not_null() & whole)
    bad = pl.col("rule").is_not_null() | (pl.col("rows") > pl.col("good"))
    by = months.group_by("month", "side").agg(bad.any().alias("bad")).filter(~pl.col("bad"))
    return {side: frozenset(by.filter(pl.col("side") == side)["month"]) for side in ("export", "import")}


def _by_text(rows: pl.DataFrame, times: int) -> dict[str, int]:
    """Rows of each text of a partner, the most frequent first; each of them is read so many times."""
    number = pl.col("rows").sum() // times if times > 1 else pl.col("good").sum()
    counted = rows.group_by("partner").agg(number.alias("good"))
    return dict(counted.sort("good", "partner", descending=[True, False]).iter_rows())


def _spelled(named: pl.DataFrame) -> dict[str, tuple[str | None, ...]]:
    texts = named.select("partner", "who").unique().sort("partner", nulls_last=True)
    spelled: dict[str, list[str | None]] = {}
    for text, who in texts.iter_rows():
        kind = who if who is None or who[:1] not in {TOTAL, GROUP} else who[:1]
        spelled.setdefault(kind or EMPTY, []).append(text)
    return {who: tuple(texts) for who, texts in spelled.items()}


def _figures(sums: pl.DataFrame, mapping: Mapping, most: int, span: spans.Span) -> tuple[pl.DataFrame, int]:
    """Sums in whole units, rounded once and half up where the table has decimals; and their precision.

    Raises:
        InvalidData: They do not fit into 64 bits.
    """
    largest = sums.select(pl.col("steps").abs().max()).item() or 0
    if largest * mapping.unit >= _LIMIT:
        raise InvalidData("the sums of the table are larger than any trade figure", hint="look at its unit")
    used = _used(sums["steps"], most)
    # A step is this part of a whole unit; one of several whole units is never broken.
    exact = spans.rounded_once(sums, 10**most // math.gcd(10**most, mapping.unit), span)
    unit, scale = pl.lit(mapping.unit, pl.Int128), pl.lit(10**most, pl.Int128)
    size = ((pl.col("steps").abs() * unit + scale // 2) // scale).cast(pl.Int64)
    value = pl.when(pl.col("steps") < 0).then(-size).otherwise(size)
    names = {"month": "period", "who": "partner", "side": "flow", "goods": "code", "span": "span"}
    kept = [name for name in names if name in exact.columns]
    return exact.select(*kept, value=value).rename({name: names[name] for name in kept}), max(
        1, mapping.unit // 10**used
    )


def _used(steps: pl.Series, most: int) -> int:
    """How many of the decimals counted are not zero in every figure: the others were never published."""
    frame = steps.to_frame("steps")
    for used in range(most):
        whole = pl.col("steps") % pl.lit(10 ** (most - used), pl.Int128) == 0
        if frame.select(whole.all()).item():
            return used
    return most
