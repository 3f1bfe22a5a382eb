"""Customs records become sums by month: one lazy function, the same for every engine.

The engine only groups and adds. What a group's texts mean (which month, which partner, which
flow) is decided afterwards, once for each text instead of once for each row: see `reading`. So the
rows are read once, in few columns, and every engine gives the same integers.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import narwhals as nw

from tradecli.errors import QueryError
from tradecli.own_table.groups import LIMIT, PART, VALUE_RULES, Wanted
from tradecli.own_table.mapping import Mapping

#: Values with decimals arrive as floating numbers; up to here, counted in their last decimal, they are exact.
_EXACT = 2**48
#: A number as it may stand in a text: no sign of thousands, no exponent.
_NUMBER = r"^-?[0-9]{1,15}(\.[0-9]+)?$"
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
            `most` and `low` are made (and `lowest`, the first of the codes), which is enough where every
            value and code is good and no sum can overflow; a code that is no number is an engine's error.

    Returns:
        The `KEYS` that are wanted, as they stand in the table; `rows` (all), `good` (those added), `low` and
        `high` (``sum = high * PART + low``, in the last decimal counted), `most` (the largest value),
        `decimals` (how many were counted) and a count for each of `VALUE_RULES`.

    Raises:
        QueryError: The table lacks a column, or one is of a type that cannot be read.
    """
    schema = records.collect_schema()
    _check(schema, mapping, wanted)
    if wanted.only:
        records = records.filter(nw.col(mapping.partner).is_in(wanted.only))
    if wanted.without:
        spelled = [text for text in wanted.without if text is not None]
        kept = ~nw.col(mapping.partner).is_in(spelled) & ~nw.col(mapping.partner).is_null()
        records = records.filter(kept if spelled else ~nw.col(mapping.partner).is_null())
    keys = {"period": _period(schema[mapping.period], mapping.period, wanted), "flow": nw.col(mapping.flow)}
    if wanted.partners:
        keys["partner"] = nw.col(mapping.partner)
    if wanted.digits:
        keys |= _commodity(mapping.commodity, wanted, careful=careful)
    counted = _Value.of(schema[mapping.value], mapping)
    taken = {**keys, "value": nw.col(mapping.value)}
    sums = [nw.len().alias("rows"), *_sums(careful=careful)]
    if wanted.digits and not careful:
        taken["text"] = nw.col(mapping.commodity).cast(nw.String)
        # The cast is there to fail: a code with anything but digits is read with care.
        sums += [nw.col("text").cast(nw.Int64).max().alias("highest"), nw.col("text").min().alias("lowest")]
    plain = records.select(**taken).with_columns(read=counted.read("value"))
    checked = plain.with_columns(**counted.checked(careful=careful))
    grouped = checked.group_by(*keys).agg(*sums)
    texts = (nw.col(name).cast(nw.String) for name in keys if name != "digits")
    return grouped.with_columns(*texts, decimals=nw.lit(counted.decimals))


def _check(schema: nw.Schema, mapping: Mapping, wanted: Wanted) -> None:
    needed = [mapping.period, mapping.flow, mapping.value, mapping.partner]
    needed += [mapping.commodity] if wanted.digits else []
    lacking = [name for name in needed if name not in schema]
    if lacking:
        raise QueryError(
            f"the table has no column {lacking[0]!r}; it has {', '.join(schema.names())}",
            hint="say what its columns are called: --columns period=month,partner=ctry,flow=ie,value=fob",
        )


def _period(dtype: nw.dtypes.DType, name: str, wanted: Wanted) -> nw.Expr:
    column = nw.col(name)
    if isinstance(dtype, nw.Datetime) or (dtype == nw.Date and wanted.daily):
        return column.dt.year() * 100 + column.dt.month()
    if dtype == nw.String and wanted.daily:
        return nw.when(column.str.contains(_DAY)).then(column.str.slice(0, 7)).otherwise(column)
    return column


def _commodity(name: str, wanted: Wanted, *, careful: bool) -> dict[str, nw.Expr]:
    """The first digits of a code and its length; a code with anything but digits has neither.

    The zero that leads a code of chapters 1 to 9 may have been lost in a column of numbers: such a
    code is one digit short. What it lacks is put back by whoever reads the sums, from its length.
    """
    text = nw.col(name).cast(nw.String)
    digits: nw.Expr = text
    if careful:
        # Half of the time of a scan goes into this expression where it is asked of every row.
        digits = nw.when(text.str.contains("^[0-9]{1,12}$")).then(text).otherwise(nw.lit(None, nw.String))
    first: nw.Expr = digits.str.slice(0, wanted.digits)
    if wanted.code:
        spelled = [wanted.code, *([wanted.code[1:]] if wanted.code.startswith("0") else [])]
        short = digits.str.slice(0, wanted.digits - 1)
        odd = digits.str.len_chars() % 2 == 1
        this = (~odd & (first == spelled[0])) | (odd & (short == spelled[-1]) & nw.lit(len(spelled) == 2))
        first = (
            nw.when(digits.is_null())
            .then(nw.lit(None, nw.String))
            .when(this)
            .then(nw.lit(wanted.code))
            .otherwise(nw.lit(""))
        )
    return {"code": first, "digits": digits.str.len_chars().cast(nw.Int64)}


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
            raise QueryError(f"the column {mapping.value!r} holds no numbers: it is {dtype}")
        # Down to a whole unit of the currency, and at least to the cent.
        usual = max(2, len(str(mapping.unit)) - 1)
        decimals = usual if mapping.decimals is None else mapping.decimals
        return cls(decimals, whole=False, text=dtype == nw.String)

    def read(self, name: str) -> nw.Expr:
        """The value as a number, in its last decimal; null where there is none."""
        column: nw.Expr = nw.col(name)
        if self.whole:
            return column.cast(nw.Int64)
        if self.text:
            column = nw.when(column.str.contains(_NUMBER)).then(column).otherwise(nw.lit(None, nw.String))
        return column.cast(nw.Float64) * nw.lit(float(10**self.decimals))

    def checked(self, *, careful: bool) -> dict[str, nw.Expr]:
        """The value where it is good, and, of a careful reading, its parts and which rule it breaks."""
        read = nw.col("read")
        nothing = nw.lit(None, nw.Int64)
        if self.whole and not careful:
            # Whether all of a group are good is seen from the least and the most of it.
            steps = read
        elif self.whole:
            steps = nw.when((read >= 0) & (read <= LIMIT)).then(read).otherwise(nothing)
        else:
            good = (read >= 0) & (read < _EXACT) & ~self._finer()
            steps = nw.when(good).then(read.round(0)).otherwise(nw.lit(None, nw.Float64)).cast(nw.Int64)
        if not careful:
            return {"steps": steps}
        # On some engines floor division goes through floating numbers, which below 2^53 are exact.
        parts = {"low": steps % PART, "high": steps // PART}
        return {"steps": steps, **parts, **self._broken()}

    def _finer(self) -> nw.Expr:
        """A rest that multiplying a floating number cannot have made."""
        read = nw.col("read")
        return (read - read.round(0)).abs() > read.abs() * 2.0**-50 + 0.001

    def _broken(self) -> dict[str, nw.Expr]:
        """For each rule whether a row breaks it; a row breaks one at most."""
        value, read = nw.col("value"), nw.col("read")
        empty = value.is_null() | (value == "") if self.text else value.is_null()
        unreadable = read.is_null() if self.text else nw.lit(value=False)
        if self.whole:
            rules = [empty, nw.lit(value=False), read < 0, nw.lit(value=False), read > LIMIT]
        else:
            if not self.text:
                unreadable = read.is_nan()
            rules = [empty, unreadable, read < 0, (read < _EXACT) & self._finer(), read >= _EXACT]
        broken, before = {}, nw.lit(value=False)
        for name, rule in zip(VALUE_RULES, rules, strict=True):
            now = nw.when(rule).then(nw.lit(value=True)).otherwise(nw.lit(value=False))
            broken[name] = (now & ~before).cast(nw.Int64)
            before = before | now
        return broken


def _sums(*, careful: bool) -> list[nw.Expr]:
    steps = nw.col("steps")
    sums = [steps.count().alias("good"), steps.min().alias("least"), steps.max().alias("most")]
    if not careful:
        return [*sums, steps.sum().alias("low")]
    return [*sums, *(nw.col(name).sum().alias(name) for name in ("low", "high", *VALUE_RULES))]
