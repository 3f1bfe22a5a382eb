"""Customs records become sums by month: one lazy function, the same for every engine.

The engine only groups and adds. What a group's texts mean (which month, which partner, which
flow) is decided afterwards, once for each text instead of once for each row: see `reading`. So the
rows are read once, in few columns, and every engine gives the same integers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw

from tradecli.errors import QueryError
from tradecli.own_table import messages
from tradecli.own_table.groups import FILE, PART, SHIFT, VALUE_RULES, WHOLE, Wanted
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.values import Value

#: A day that every month has; the 29th and later stay as they are, for not every month has them.
_DAY = r"^[0-9]{4}-[0-9]{2}-(0[1-9]|1[0-9]|2[0-8])([T ].*)?$"


def monthly(
    records: nw.LazyFrame[Any], mapping: Mapping, wanted: Wanted, *, careful: bool = False
) -> nw.LazyFrame[Any]:
    """Add up customs records by period, flow and whatever else is wanted.

    Args:
        records: One row a line of a declaration.
        mapping: The names of its columns.
        wanted: What to tell apart.
        careful: Count bad values by rule, and add in two parts. Without it only `rows`, `good`, `least`,
            `most` and `low` are made (and `lowest`, the first of the codes, unless they are `plain`), which
            is enough where every value and code is good and no sum can overflow; a code that is no number is
            an engine's error.

    Returns:
        The `Wanted.keys`, as they stand in the table; `rows` (all), `good` (those added), `low` and
        `high` (``sum = high * PART + low - good * SHIFT`` where careful, else `low` alone, in the last
        decimal counted), `least` and `most` (of the values), `last` (the newest day, of daily records),
        `decimals` (how many were counted) and a count for each of `VALUE_RULES`.

    Raises:
        QueryError: The table lacks a column, or one is of a type that cannot be read.
    """
    schema = records.collect_schema()
    _check(schema, mapping, wanted)
    records = _chosen(records, schema, mapping, wanted)
    keys = {"period": _period(schema[mapping.period], mapping.period, wanted), "flow": nw.col(mapping.flow)}
    keys |= {"file": nw.col(FILE)} if wanted.by_file else {}
    if wanted.partners:
        keys["partner"] = nw.col(mapping.partner)
    if wanted.digits:
        keys["code"] = _code(nw.col(mapping.commodity), schema[mapping.commodity], wanted, careful=careful)
    counted = Value.of(schema[mapping.value], mapping)
    taken = {**keys, "value": nw.col(mapping.value)}
    sums = [nw.len().alias("rows"), *_sums(careful=careful)]
    if wanted.daily:
        taken["day"] = nw.col(mapping.period).cast(nw.String)
        sums.append(nw.col("day").max().alias("last"))
    if wanted.digits and wanted.digits != WHOLE and not (careful or wanted.plain):
        taken["text"] = nw.col(mapping.commodity).cast(nw.String)
        # The cast is there to fail: a code with anything but digits is read with care.
        sums += [nw.col("text").cast(nw.Int64).max().alias("highest"), nw.col("text").min().alias("lowest")]
    plain = counted.with_texts(records.select(**taken)) if careful else records.select(**taken)
    plain = plain.with_columns(read=counted.read("value", careful=careful, made=careful))
    checked = plain.with_columns(**counted.checked(careful=careful))
    checked = checked.with_columns(**_told_apart()) if careful else checked
    grouped = checked.group_by(*keys).agg(*sums)
    texts = (nw.col(name).cast(nw.String) for name in keys)
    return grouped.with_columns(*texts, decimals=nw.lit(counted.decimals))


def _check(schema: nw.Schema, mapping: Mapping, wanted: Wanted) -> None:
    needed = [
        mapping.period,
        mapping.flow,
        mapping.value,
        mapping.partner,
        *(name for name, _ in wanted.where),
    ]
    needed += [mapping.commodity] if wanted.digits else []
    needed += [counted.value for counted in wanted.having]
    lacking = [name for name in needed if name not in schema]
    if lacking:
        raise QueryError(
            "the table has no column {lacking!r}; it has {names}",
            hint="see what they are: trade table inspect PATH; or say it: --columns "
            "period=month,partner=ctry,flow=ie,value=fob",
            lacking=lacking[0],
            names=messages.shown(schema.names()),
        )


def _chosen(
    records: nw.LazyFrame[Any], schema: nw.Schema, mapping: Mapping, wanted: Wanted
) -> nw.LazyFrame[Any]:
    """The rows of the partners that are wanted, and with the values that columns are to have."""
    partner, dtype = nw.col(mapping.partner), schema[mapping.partner]
    if wanted.only:
        records = records.filter(partner.is_in(_typed(wanted.only, dtype)))
    if wanted.without:
        spelled = _typed(wanted.without, dtype)
        kept = ~partner.is_in(spelled) & ~partner.is_null()
        records = records.filter(kept if spelled else ~partner.is_null())
    for name, texts in wanted.where:
        records = records.filter(nw.col(name).is_in(_typed(texts, schema[name])))
    for number, counted in enumerate(wanted.having):
        value = Value.of(schema[counted.value], counted)
        steps = value.steps(value.read(counted.value, careful=True))
        # The first is the value, which may be below zero.
        records = records.filter(steps > 0 if number else ~steps.is_null())
    return records


def _typed(values: Sequence[str | None], dtype: nw.dtypes.DType) -> list[Any]:
    """Texts as they stand in a column of this type; what it cannot hold is in no row."""
    texts = [text for text in values if text is not None]
    if dtype == nw.Boolean:
        return [text.casefold() == "true" for text in texts]
    if not dtype.is_numeric():
        return list(texts)
    kind: Any = int if dtype.is_integer() else float
    return [kind(float(text)) for text in texts if _is_number(text.removesuffix(".0"))]


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


def _period(dtype: nw.dtypes.DType, name: str, wanted: Wanted) -> nw.Expr:
    column = nw.col(name)
    if isinstance(dtype, nw.Datetime) or (dtype == nw.Date and wanted.daily):
        return column.dt.year() * 100 + column.dt.month()
    if dtype == nw.String and wanted.daily:
        return nw.when(column.str.contains(_DAY)).then(column.str.slice(0, 7)).otherwise(column)
    return column


def _code(column: nw.Expr, dtype: nw.dtypes.DType, wanted: Wanted, *, careful: bool) -> nw.Expr:
    """The first digits of a code; null where it has anything but digits, unless all of it is wanted."""
    # A number that became a floating one in some frame has still no decimals.
    text = (column.cast(nw.Int64) if dtype.is_float() else column).cast(nw.String)
    text = text.str.strip_chars() if wanted.padded else text
    if wanted.width:
        text = text.str.zfill(wanted.width)
    if wanted.digits == WHOLE:
        return text
    if careful:
        # Half of the time of a scan goes into this expression where it is asked of every row.
        text = nw.when(text.str.contains("^[0-9]+$")).then(text).otherwise(nw.lit(None, nw.String))
    first: nw.Expr = text.str.slice(0, wanted.digits)
    if not wanted.code:
        return first
    this = nw.when(first == wanted.code).then(nw.lit(wanted.code)).otherwise(nw.lit(""))
    return nw.when(first.is_null()).then(nw.lit(None, nw.String)).otherwise(this)


def _told_apart() -> dict[str, nw.Expr]:
    """Of each row its steps in two parts, and whether it is written with an exponent or breaks which rule.

    Each is made of columns that stand there: engines would work out a longer expression once for each.
    """
    steps = nw.col("steps")
    # Engines do not agree on the division of negative numbers; on some it goes through floating
    # ones, which below 2^53 are exact.
    shifted = steps + SHIFT
    written = nw.when(nw.col("written") & ~steps.is_null()).then(nw.lit(1)).otherwise(nw.lit(0))
    rules = {name: (nw.col("broken") == number).cast(nw.Int64) for number, name in enumerate(VALUE_RULES, 1)}
    return {"low": shifted % PART, "high": shifted // PART, "exponents": written.cast(nw.Int64), **rules}


def _sums(*, careful: bool) -> list[nw.Expr]:
    steps = nw.col("steps")
    sums = [steps.count().alias("good"), steps.min().alias("least"), steps.max().alias("most")]
    if not careful:
        return [*sums, steps.sum().alias("low")]
    return [*sums, *(nw.col(name).sum().alias(name) for name in ("low", "high", "exponents", *VALUE_RULES))]
