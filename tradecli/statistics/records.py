"""Records: where a figure stands among all earlier figures of its kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

import polars as pl

from tradecli.model.figure import Figure, Rank
from tradecli.model.money import Money

T = TypeVar("T")
#: What is ranked: a level, or a rate or share.
Number = int | Fraction

#: Earlier figures needed before a record can be spoken of.
LEAST = {"month": 24, "same_month": 3, "quarter": 8, "year_to_date": 3, "year": 3, "rolling_12": 24}
#: Kinds compared only with the same month of other years.
SAME_MONTH = frozenset({"same_month", "year_to_date", "year"})
#: Out of an amount by its period: the amount, its currency.
_AMOUNT, _CURRENCY = itemgetter(1), attrgetter("currency")
#: Windows that carry each kind of record.
WINDOW = {"same_month": "month"}


def records(
    windows: pl.DataFrame, kind: str, *, periods: Collection[date], by: Sequence[str] = ()
) -> pl.DataFrame:
    """Compare figures with all earlier ones of their kind and series.

    ``record = value > max(earlier values)``, on unrounded figures of the vintage in hand; a
    deficit is compared by its width: ``record = value < min(earlier values)``.

    Args:
        windows: Dense windows of one kind, with `flow`, `period` and `value`.
        kind: A key of `LEAST`; `same_month` and `month` both take months.
        periods: The periods to place.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        One row for each series and period that has a value: *by*, `flow`, `period`, `value`,
        `earlier` (number of earlier figures), `missing` (gaps between the first of them and the
        period), `record` (Boolean), `tie` (Boolean: equals the highest earlier figure), `rank`
        (1 + number of strictly greater earlier figures), `since` (first period compared),
        `previous_value`, `previous_precision` and `previous_period` (highest earlier figure, and
        the first period that reached it), `last_of_sign` (newest earlier period whose figure had the same
        sign). All from `record` on are null below the `LEAST` number of earlier figures.

    Examples:
        >>> months = pl.date_range(date(2020, 12, 1), date(2024, 12, 1), "12mo", eager=True)
        >>> frame = pl.DataFrame({"flow": "export", "period": months, "value": [5, 9, 7, None, 10]})
        >>> records(frame, "year", periods=[date(2024, 12, 1)]).row(0, named=True)["previous_value"]
        9
    """
    series = [*by, "flow"]
    known = (
        windows.lazy()
        .filter(pl.col("value").is_not_null())
        .select(*series, "period", "value", _precision(windows))
    )
    targets = known.filter(pl.col("period").is_in(list(periods)))
    side = pl.when((pl.col("flow") == "balance") & (pl.col("value") < 0)).then(-1).otherwise(1)
    pairs = targets.with_columns(side.alias("side")).join(known, on=series, suffix="_earlier")
    sizes = pairs.with_columns(
        pl.when(_comparable(kind)).then(pl.col("value_earlier") * pl.col("side")).alias("size"),
        (pl.col("value") * pl.col("side")).alias("own"),
    )
    placed = sizes.group_by(*series, "period").agg(_placing())
    return placed.pipe(_without_short_history, kind).sort(*series, "period").collect()


def place(kind: str, figure: Figure, others: Sequence[tuple[date, Money]], *, later: bool = False) -> Rank:
    """Where a figure stands among others of its kind and series; the scalar twin of `records`.

    Args:
        kind: A key of `LEAST`.
        figure: The figure to place; of a deficit the width counts.
        others: Amounts of the same flow by their period, oldest first, with or without *figure* itself.
        later: Compare it with those after it too.

    Returns:
        The rank; all but `earlier` and `missing` None below the `LEAST` number of figures to compare with,
        and where *figure* is missing.

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Examples:
        >>> from tradecli.model.figure import Window
        >>> years = [(date(2021 + step, 12, 1), Money(v, 1, "USD")) for step, v in enumerate([5, 9, 7, 10])]
        >>> found = place("year", Figure("export", Window("year", years[-1][0]), years[-1][1]), years)
        >>> found.record, found.rank, found.previous, found.since.year
        (True, 1, Money(value=9, precision=1, currency='USD'), 2021)
    """
    money = figure.money
    if money is None:
        return Rank(kind, figure)
    _of_one_currency(money, others)
    compared = _compared(kind, figure.window.through, others, later=later)
    values = [amount.value for _, amount in compared]
    side = -1 if figure.flow == "balance" and money.value < 0 else 1
    found = _placed(kind, figure.window.through, money.value, [day for day, _ in compared], values, side)
    if found.record is None:
        return Rank(kind, figure, found.earlier, missing=found.missing)
    reached = [amount.precision for _, amount in compared if amount.value == found.previous]
    previous, sign = Money(int(found.previous), max(reached), money.currency), money.sign
    return Rank(
        *(kind, figure, found.earlier, found.record, found.tie, found.rank, found.since, found.missing),
        *(previous, found.previous_period),
        next((day for day, other in reversed(compared) if other.sign == sign), None),
    )


def _of_one_currency(money: Money, amounts: Sequence[tuple[date, Money]]) -> None:
    """Refuse amounts of which one is of another currency."""
    if {*map(_CURRENCY, map(_AMOUNT, amounts))} - {money.currency}:
        for _, other in amounts:
            money.same_currency(other)


def passed(
    kind: str, figure: Figure, money: Money, amounts: Sequence[tuple[date, Money]]
) -> tuple[date, Money] | None:
    """The first figure of a kind, later than one, that went beyond an amount; of a deficit, that is wider.

    Args:
        kind: A key of `LEAST`.
        figure: The figure whose later ones are looked at.
        money: What they have to go beyond.
        amounts: Of the same flow by their period, oldest first.

    Examples:
        >>> from tradecli.model.figure import Window
        >>> years = [(date(2021 + step, 12, 1), Money(v, 1, "USD")) for step, v in enumerate([5, 9, 7, 10])]
        >>> second = Figure("export", Window("year", years[1][0]), years[1][1])
        >>> passed("year", second, years[1][1], years)[0].year
        2024
    """
    through, side = figure.window.through, -1 if figure.flow == "balance" and money.sign < 0 else 1
    later = amounts[bisect_right(amounts, through, key=itemgetter(0)) :]
    _of_one_currency(money, later)
    bound = money.value * side
    beyond = (each for each in later if each[1].value * side > bound and same_kind(kind, through, each[0]))
    return next(beyond, None)


class Among(NamedTuple):
    """Where a number stands among those of other periods; see `among`."""

    earlier: int
    missing: int
    record: bool | None = None
    tie: bool | None = None
    rank: int | None = None
    since: date | None = None
    previous: Number = 0
    previous_period: date | None = None
    compared: frozenset[date] = frozenset()


def among(
    kind: str,
    period: date,
    value: Number,
    others: Iterable[tuple[date, Number]],
    *,
    side: int = 1,
    later: bool = False,
) -> Among:
    """Where a level, a growth rate or a share stands among those of its kind.

    Args:
        kind: A key of `LEAST`.
        period: The period of *value*.
        value: What is placed.
        others: What it may be compared with, by period, oldest first, with or without *value* itself.
        side: -1 where the lowest counts as the record.
        later: Compare with what came after too.

    Returns:
        All but `earlier` and `missing` None or empty below the `LEAST` number to compare with.

    Examples:
        >>> among("year", date(2024, 12, 1), 9, [(date(y, 12, 1), y - 2015) for y in range(2020, 2024)]).rank
        1
    """
    known = _compared(kind, period, others, later=later)
    days = [day for day, _ in known]
    found = _placed(kind, period, value, days, [other for _, other in known], side)
    return found if found.record is None else found._replace(compared=frozenset(days))


def _placed(
    kind: str, period: date, value: Number, days: Sequence[date], values: Sequence[Number], side: int
) -> Among:
    """The same among the numbers of some days that it is compared with."""
    missing = _months(min([period, *days]), max([period, *days])) // step(kind) - len(days)
    if len(days) < LEAST[kind]:
        return Among(len(days), missing)
    size, sizes = value * side, values if side > 0 else [-other for other in values]
    at, above = _highest(sizes, size)
    return Among(
        len(days),
        missing,
        record=size > sizes[at],
        tie=size == sizes[at],
        rank=1 + above,
        since=days[0],
        previous=values[at],
        previous_period=days[at],
    )


def _compared(
    kind: str, period: date, others: Iterable[tuple[date, T]], *, later: bool
) -> list[tuple[date, T]]:
    """Those that a period is compared with: earlier ones, or all others, of the same kind (`same_kind`)."""
    found = [each for each in others if (each[0] != period if later else each[0] < period)]
    if kind not in SAME_MONTH:
        return found
    month = period.month
    return [each for each in found if each[0].month == month]


def _highest(numbers: Sequence[Number], than: Number) -> tuple[int, int]:
    """The place of the first of the highest numbers, and how many are higher *than* one.

    Fractions are compared by their nearest floats, and exactly where those are equal.
    """
    if not isinstance(than, Fraction):
        return numbers.index(max(numbers)), sum([number > than for number in numbers])
    near = [number.numerator / number.denominator for number in numbers]
    highest, own = max(near), than.numerator / than.denominator
    above = sum([each > own or (each == own and numbers[at] > than) for at, each in enumerate(near)])
    return max((at for at, each in enumerate(near) if each == highest), key=numbers.__getitem__), above


def same_kind(kind: str, period: date, other: date) -> bool:
    """Whether windows that end with two periods are compared in a kind of record."""
    return kind not in SAME_MONTH or other.month == period.month


def step(kind: str) -> int:
    """Months from one figure of a kind to the next."""
    return 12 if kind in SAME_MONTH else 3 if kind == "quarter" else 1


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _precision(windows: pl.DataFrame) -> pl.Expr:
    """The precision of figures; derived measures have none."""
    column = pl.col("precision") if "precision" in windows.columns else pl.lit(None, pl.Int64)
    return column.alias("precision")


def _comparable(kind: str) -> pl.Expr:
    before = pl.col("period_earlier") < pl.col("period")
    if kind not in SAME_MONTH:
        return before
    return before & (pl.col("period_earlier").dt.month() == pl.col("period").dt.month())


def _placing() -> list[pl.Expr]:
    # `size` is null where a figure is not compared; every row has itself among its pairs.
    compared, highest = pl.col("size").is_not_null(), pl.col("size") == pl.col("size").max()
    return [
        pl.col("value").first(),
        pl.col("size").count().cast(pl.Int64).alias("earlier"),
        (pl.col("own").first() > pl.col("size").max()).alias("record"),
        (pl.col("own").first() == pl.col("size").max()).alias("tie"),
        (1 + (pl.col("size") > pl.col("own")).sum()).cast(pl.Int64).alias("rank"),
        pl.col("period_earlier").filter(compared).min().alias("since"),
        pl.col("value_earlier").filter(highest).first().alias("previous_value"),
        pl.col("precision_earlier").filter(highest).max().alias("previous_precision"),
        # Joined rows come in no order: of figures that tie, the first to be reached is told.
        pl.col("period_earlier").filter(highest).min().alias("previous_period"),
        pl.col("period_earlier")
        .filter(compared & (pl.col("value_earlier").sign() == pl.col("value").sign()))
        .max()
        .alias("last_of_sign"),
    ]


def _without_short_history(placed: pl.LazyFrame, kind: str) -> pl.LazyFrame:
    enough = pl.col("earlier") >= LEAST[kind]
    months = (pl.col("period").dt.year() - pl.col("since").dt.year()) * 12 + (
        pl.col("period").dt.month().cast(pl.Int32) - pl.col("since").dt.month().cast(pl.Int32)
    )
    previous = ("previous_value", "previous_precision", "previous_period")
    told = ("record", "tie", "rank", "since", *previous, "last_of_sign")
    return placed.with_columns(
        (months // step(kind) - pl.col("earlier")).fill_null(0).alias("missing"),
    ).with_columns(pl.when(enough).then(pl.col(name)).alias(name) for name in told)
