"""Growth on the same month a year earlier, and on the month before; the words for a multiple."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

import polars as pl

from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.ratio import Growth
from tradecli.periods import shift

_TERMS = ("value", "units", "precision", "stamp")


def growth(value: pl.Expr, base: pl.Expr, *, signed: pl.Expr) -> pl.Expr:
    """Growth in percent; for balances only where both have the same sign.

    ``growth = 100 * (value - base) / base``; for two deficits that is the growth of the deficit.

    Args:
        value: Int64, whole units of currency.
        base: Int64, the same unit.
        signed: Boolean, true where the figures are balances.

    Returns:
        Float64, percent. Null where either is missing, where the base is zero, and where a
        balance changed sign or is zero.

    Source:
        IMTS compilers' manual; a percentage across a sign change has no meaning.

    Examples:
        >>> frame = pl.DataFrame({"value": [150, 5, -12, 3, 0], "base": [100, 0, -6, -1, 4]})
        >>> of = growth(pl.col("value"), pl.col("base"), signed=pl.lit(True))
        >>> frame.select(of).to_series().to_list()
        [50.0, None, 100.0, None, None]
    """
    defined = (base > 0) & (~signed | (value > 0)) | (base < 0) & (value < 0)
    return pl.when(defined).then(100 * (value - base) / base)


def growth_note(value: pl.Expr, base: pl.Expr, *, signed: pl.Expr) -> pl.Expr:
    """Why `growth` is null, or which way a deficit went.

    Args:
        value: Int64.
        base: Int64.
        signed: Boolean, true where the figures are balances.

    Returns:
        String: `missing`, `no_trade`, `zero_base` or `sign_change` where there is no growth rate,
        `deficit_widened`, `deficit_narrowed` or `deficit_unchanged` beside that of a deficit; null where
        a growth rate needs no comment.

    Examples:
        >>> frame = pl.DataFrame({"value": [150, 5, -12, 3, None], "base": [100, 0, -6, -1, 4]})
        >>> balance = pl.lit(True)
        >>> frame.select(growth_note(pl.col("value"), pl.col("base"), signed=balance)).to_series().to_list()
        [None, 'sign_change', 'deficit_widened', 'sign_change', 'missing']
    """
    return (
        pl.when(value.is_null() | base.is_null())
        .then(pl.lit("missing"))
        .when(~signed & (base == 0) & (value == 0))
        .then(pl.lit("no_trade"))
        .when(~signed & (base == 0))
        .then(pl.lit("zero_base"))
        .when(signed & (value.sign() * base.sign() <= 0))
        .then(pl.lit("sign_change"))
        .when(base > 0)
        .then(None)
        .when(value < base)
        .then(pl.lit("deficit_widened"))
        .when(value > base)
        .then(pl.lit("deficit_narrowed"))
        .otherwise(pl.lit("deficit_unchanged"))
    )


def growth_of(now: Figure | None, base: Figure | None, *, signed: bool | None = None) -> Growth:
    """The growth of one figure on another: exact, with its interval; the scalar twin of `growth`.

    ``percent = 100 * (value - base) / base``; of two deficits the growth of the deficit. With half
    units ``ea`` and ``eb`` the interval is ``100 * ((a - ea) / (b + eb) - 1)`` to
    ``100 * ((a + ea) / (b - eb) - 1)``, on the sizes of both figures.

    Args:
        now: The figure.
        base: What it is compared with.
        signed: Whether the figures are balances; None asks the flow of *now*.

    Returns:
        The rate, or None and the reason in `note`; see `growth_note`. An empty note is "".

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Source:
        method.md, sections 3 and 9.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> from tradecli.model.money import Money
        >>> def figure(value, flow="export"):
        ...     return Figure(flow, Window("year", date(2025, 12, 1)), Money(value, 1, "USD"), uncertainty=1)
        >>> float(round(growth_of(figure(150_116), figure(64_703)).percent, 1))
        132.0
        >>> growth_of(figure(5), figure(0)).note
        'zero_base'
        >>> deficit = growth_of(figure(-1_263, "balance"), figure(-595, "balance"))
        >>> deficit.note, float(round(deficit.percent, 1)), float(round(deficit.low, 1))
        ('deficit_widened', 112.3, 112.0)
    """
    money, base_money = now and now.money, base and base.money
    if now is None or base is None or money is None or base_money is None:
        return Growth(None, note="missing", now=money, base=base_money)
    money.same_currency(base_money)
    signed = now.flow == "balance" if signed is None else signed
    value, before = money.value, base_money.value
    note = _note(value, before, signed=signed)
    if not (value > 0 < before or value < 0 > before or (before > 0 and not signed)):
        return Growth(None, note=note, now=money, base=base_money)
    # On the sizes of both, all doubled, so that half units are whole.
    size, base_size = (-2 * value, -2 * before) if before < 0 else (2 * value, 2 * before)
    wide, narrow = base_size + base.uncertainty, base_size - base.uncertainty
    low = Fraction(100 * (size - now.uncertainty - wide), wide)
    high = Fraction(100 * (size + now.uncertainty - narrow), narrow) if narrow > 0 else None
    return Growth(Fraction(100 * (value - before), before), low, high, note, money, base_money)


def rates(flow: str, amounts: Sequence[tuple[date, Money]]) -> list[tuple[date, Fraction]]:
    """Every growth rate of a flow's months on a year earlier, as `growth_of` gives it, in their order."""
    figures = {day: Figure(flow, Window("month", day), money) for day, money in amounts}
    pairs = ((day, growth_of(now, figures.get(shift(day, -12))).percent) for day, now in figures.items())
    return [(day, percent) for day, percent in pairs if percent is not None]


def _note(value: int, base: int, *, signed: bool) -> str:
    """The scalar twin of `growth_note` for two known figures; "" where there is nothing to note."""
    if not signed and base == 0:
        return "zero_base" if value else "no_trade"
    if signed and value * base <= 0:
        return "sign_change"
    if base > 0:
        return ""
    return {1: "deficit_narrowed", 0: "deficit_unchanged", -1: "deficit_widened"}[
        (value > base) - (value < base)
    ]


class Multiple(NamedTuple):
    """A word for a ratio: `times` 2, 3 or 4 for doubled, tripled, quadrupled; `degree` how nearly."""

    times: int
    degree: Literal["nearly", "just", "more"]


def multiple_of(growth: Growth) -> Multiple | None:
    """The word that fits a growth rate best: "nearly doubled", "doubled", "more than doubled" and so on.

    Decided on the unrounded ratio by the bands of `band`; None where no word fits, or there is no rate.

    Examples:
        >>> for percent in (89, 95, 100, 132):
        ...     print(multiple_of(Growth(Fraction(percent))))
        None
        Multiple(times=2, degree='nearly')
        Multiple(times=2, degree='just')
        Multiple(times=2, degree='more')
    """
    if growth.percent is None:
        return None
    ratio = growth.percent / 100 + 1
    for times in (2, 3, 4):
        for degree in _DEGREES:
            low, high = band(Multiple(times, degree))
            if low <= ratio < high:
                return Multiple(times, degree)
    return None


_DEGREES: tuple[Literal["nearly", "just", "more"], ...] = ("nearly", "just", "more")


def band(multiple: Multiple) -> tuple[Fraction, Fraction]:
    """The ratios for which a word is *chosen*: from the first, below the second.

    Narrow, since the program has the figure and picks the word that tells most: "nearly doubled"
    from 0.95 times 2, "doubled" from 2, "more than doubled" from 1.025 times 2 up to where "nearly
    tripled" begins. Beyond 4.75 no word is chosen: "more than quadrupled" would tell too little.

    Source:
        method.md, section 3.

    Examples:
        >>> [float(end) for degree in ("nearly", "just", "more") for end in band(Multiple(2, degree))]
        [1.9, 2.0, 2.0, 2.05, 2.05, 2.85]
    """
    # In fortieths the bands (0.95, 1 and 1.025 of each multiple) are whole numbers.
    nearly, just, more, beyond = (
        Fraction(fortieths, 40)
        for fortieths in (
            38 * multiple.times,
            40 * multiple.times,
            41 * multiple.times,
            38 * (multiple.times + 1),
        )
    )
    return {"nearly": (nearly, just), "just": (just, more), "more": (more, beyond)}[multiple.degree]


#: No figure has grown so many times: the end of a band without one.
NO_LIMIT = Fraction(10**9)


def claimed_band(multiple: Multiple) -> tuple[Fraction, Fraction]:
    """The ratios for which a word that *somebody else* wrote is true: from the first, below the second.

    Wider than `band`, since a claim is false only if its words are: "doubled" alone is what is
    written up to where it is nearer to tripled, and "more than doubled" stays true however much more,
    but not of the double itself; see `claim_holds`.

    Examples:
        >>> [float(end) for degree in ("nearly", "just") for end in claimed_band(Multiple(2, degree))]
        [1.9, 2.0, 2.0, 2.5]
    """
    times = Fraction(multiple.times)
    if multiple.degree == "nearly":
        return band(multiple)
    return times, NO_LIMIT if multiple.degree == "more" else times + Fraction(1, 2)


def claim_holds(multiple: Multiple, ratio: Fraction) -> bool:
    """Whether a ratio is in the `claimed_band` of a word; more than doubled is more than the double.

    Examples:
        >>> [claim_holds(Multiple(2, degree), Fraction(2)) for degree in ("nearly", "just", "more")]
        [False, True, False]
    """
    low, high = claimed_band(multiple)
    return low <= ratio < high and not (multiple.degree == "more" and ratio == low)


def year_on_year(windows: pl.DataFrame, *, by: Sequence[str] = ()) -> pl.DataFrame:
    """Put beside each window the one a year earlier, and the growth on it.

    ``yoy = 100 * (value - base) / base``, with `base` the window twelve months earlier on the
    calendar.

    Args:
        windows: Dense windows of one kind, as `windows.windows` or `balance.balance` give them.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        The same rows with `base_value`, `base_units`, `base_precision`, `base_stamp`, `change` (Int64), `yoy`
        (Float64, percent, null where refused) and `yoy_note` (see `growth_note`).
    """
    return _growth_on(windows, 12, by).rename({"growth": "yoy", "growth_note": "yoy_note"})


def month_on_month(windows: pl.DataFrame, *, by: Sequence[str] = ()) -> pl.DataFrame:
    """Put beside each month the month before, and the growth on it.

    ``mom = 100 * (value - base) / base``, with `base` the month before on the calendar; seasonally
    adjusted only if the rows are.

    Args:
        windows: Dense months, as `windows.months` or `balance.balance` give them.
        by: Columns besides `flow` that tell one series from another.

    Returns:
        The same rows with `mom` and `mom_note`, and the columns of `year_on_year` beside them.
    """
    return _growth_on(windows, 1, by).rename({"growth": "mom", "growth_note": "mom_note"})


def _growth_on(windows: pl.DataFrame, lag: int, by: Sequence[str]) -> pl.DataFrame:
    # Dense rows: `lag` rows back is `lag` months back.
    base = (pl.col(name).shift(lag).over([*by, "flow"]).alias(f"base_{name}") for name in _TERMS)
    value, base_value, signed = pl.col("value"), pl.col("base_value"), pl.col("flow") == "balance"
    return windows.with_columns(*base).with_columns(
        (value - base_value).alias("change"),
        growth(value, base_value, signed=signed).alias("growth"),
        growth_note(value, base_value, signed=signed).alias("growth_note"),
    )
