"""Customs records become sums by month: one lazy function, the same for every engine.

The engine only groups and adds. What a group's texts mean (which month, which partner, which
flow) is decided afterwards, once for each text instead of once for each row: see `reading`. So the
rows are read once, in few columns, and every engine gives the same integers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import narwhals as nw

from tradecli.errors import QueryError
from tradecli.own_table import messages
from tradecli.own_table.groups import EXACT, FILE, LIMIT, PART, SHIFT, VALUE_RULES, WHOLE, Wanted, decimals_of
from tradecli.own_table.mapping import Mapping

#: A number as it may stand in a text, and one with signs of thousands.
_NUMBER = r"^[+-]?[0-9]{1,15}(\.[0-9]*)?$"
_THOUSANDS = r"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$"
#: A number with an exponent, and one that is written so and exact: to the last whole unit, or in fewer than
#: the six digits that a spreadsheet leaves of a long number, and no zero at their end, which one adds that
#: leaves always as many. 1.5E+09 is 1,500,000,000; 1.23457E+11 and 1.50E+09 may have been anything near.
_EXPONENT = r"^[+-]?[0-9](\.[0-9]+)?[eE][+-]?[0-9]{1,2}$"
_TO_THE_UNIT = "|".join(rf"\.[0-9]{{{power},}}[eE]\+?0?{power}" for power in range(1, 15))
_SHORT, _SMALL = r"(\.[0-9]{0,3}[1-9])?[eE]\+?[0-9]{1,2}", r"(\.[0-9]+)?[eE](-[0-9]{1,2}|\+?00?)"
_EXACTLY = rf"^[+-]?[0-9]({_TO_THE_UNIT}|{_SHORT}|{_SMALL})$"
#: What stands for a figure that is not there: as good as an empty cell.
_NOTHING = (
    *(
        "",
        "-",
        "–",
        "—",
        "\u2212",
        "－",
        "..",
        "...",
        "…",
        ":",
        "n/a",
        "N/A",
        "na",
        "NA",
        "n.a.",
        "N.A.",
        "n.d.",
    ),
    *("nan", "NaN", "null", "NULL", "None", "<NA>", "#N/A"),
    # Figures that are withheld.
    *("(D)", "(S)", "(d)", "(s)", "(c)", "(C)", "(x)", "(X)", "c", "C", "x", "X", ": c", ":c", ":C", ": C"),
)
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
    counted = _Value.of(schema[mapping.value], mapping)
    taken = {**keys, "value": nw.col(mapping.value)}
    sums = [nw.len().alias("rows"), *_sums(careful=careful)]
    if wanted.daily:
        taken["day"] = nw.col(mapping.period).cast(nw.String)
        sums.append(nw.col("day").max().alias("last"))
    if wanted.digits and wanted.digits != WHOLE and not (careful or wanted.plain):
        taken["text"] = nw.col(mapping.commodity).cast(nw.String)
        # The cast is there to fail: a code with anything but digits is read with care.
        sums += [nw.col("text").cast(nw.Int64).max().alias("highest"), nw.col("text").min().alias("lowest")]
    plain = records.select(**taken).with_columns(read=counted.read("value", careful=careful))
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
        value = _Value.of(schema[counted.value], counted)
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


class _Value(NamedTuple):
    """How values of one type are read: the number of decimals counted, and what is whole already."""

    decimals: int
    whole: bool
    text: bool

    @classmethod
    def of(cls, dtype: nw.dtypes.DType, mapping: Mapping) -> _Value:
        """How a column of values is read.

        Raises:
            QueryError: It holds neither numbers nor texts.
        """
        if dtype.is_integer():
            return cls(0, whole=True, text=False)
        if not dtype.is_numeric() and dtype != nw.String:
            raise QueryError(
                "the column {value!r} holds no numbers: it is {dtype}", value=mapping.value, dtype=dtype
            )
        return cls(decimals_of(mapping), whole=False, text=dtype == nw.String)

    def read(self, name: str, *, careful: bool) -> nw.Expr:
        """The value as a number, in its last decimal; null where there is none."""
        column: nw.Expr = nw.col(name)
        if self.whole:
            return column.cast(nw.Int64)
        if self.text:
            plain = column
            if careful:
                trimmed = column.str.strip_chars()
                several = nw.when(trimmed.str.contains(_THOUSANDS))
                plain = several.then(trimmed.str.replace_all(",", "", literal=True)).otherwise(trimmed)
            number = plain.str.contains(_NUMBER)
            if careful:
                number = number | plain.str.contains(_EXACTLY)
            column = nw.when(number).then(plain).otherwise(nw.lit(None, nw.String))
        return column.cast(nw.Float64) * nw.lit(float(10**self.decimals))

    def checked(self, *, careful: bool) -> dict[str, nw.Expr]:
        """The value where it is good, and, of a careful reading, its parts and which rule it breaks."""
        read = nw.col("read")
        # Whether all of a group are good is seen from the least and the most of it.
        steps = read if self.whole and not careful else self.steps(read)
        if not careful:
            return {"steps": steps}
        return {"steps": steps, "written": self._exponents(), "broken": self._broken()}

    def steps(self, read: nw.Expr) -> nw.Expr:
        """The value in steps of its last decimal; null where it breaks a rule."""
        if self.whole:
            return nw.when((read >= -LIMIT) & (read <= LIMIT)).then(read).otherwise(nw.lit(None, nw.Int64))
        good = (read > -EXACT) & (read < EXACT) & ~self._finer(read)
        return nw.when(good).then(read.round(0)).otherwise(nw.lit(None, nw.Float64)).cast(nw.Int64)

    def _finer(self, read: nw.Expr) -> nw.Expr:
        """A rest that multiplying a floating number cannot have made."""
        return (read - read.round(0)).abs() > read.abs() * 2.0**-50 + 0.001

    def _exponents(self) -> nw.Expr:
        """Whether a value is a text with an exponent."""
        return nw.col("value").str.strip_chars().str.contains(_EXPONENT) if self.text else nw.lit(value=False)

    def _broken(self) -> nw.Expr:
        """The number of the first rule that a row breaks; 0 where it breaks none."""
        value, read = nw.col("value"), nw.col("read")
        never = nw.lit(value=False)
        empty = value.is_null()
        if self.whole:
            rules = [empty, never, never, never, read.abs() > LIMIT]
        else:
            empty = empty | value.str.strip_chars().is_in(_NOTHING) if self.text else empty | read.is_nan()
            unreadable = read.is_null() if self.text else never
            finer, beyond = (read.abs() < EXACT) & self._finer(read), read.abs() >= EXACT
            rules = [empty, unreadable & self._exponents(), unreadable, finer, beyond]
        first: nw.Expr = nw.lit(0)
        for number, rule in reversed(list(enumerate(rules, 1))):
            first = nw.when(rule).then(nw.lit(number)).otherwise(first)
        return first


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
