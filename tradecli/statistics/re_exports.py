"""Re-exports within exports, and re-imports within imports: their share, and what is left without them."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from tradecli.model.figure import Figure
from tradecli.model.money import Money
from tradecli.model.ratio import Share
from tradecli.statistics.interval import percentage


class ReExports(NamedTuple):
    """What of a flow is re-exports, or re-imports.

    `without` is the flow less them: domestic exports, imports of foreign goods. Where one of the two is None,
    `note` says why: `missing` (the flow or its re-exports are not known), `zero_base` (nothing is traded, so
    that there is no share), `exceeds` (more than the flow that they are to lie within).
    """

    share: Share | None
    without: Money | None
    note: str = ""


def re_exports_of(flow: Figure, again: Figure) -> ReExports:
    """The share of re-exports in exports, and domestic exports; of re-imports in imports alike. Exact.

    ``share = 100 * re-exports / exports``, ``domestic exports = exports - re-exports``, over the same window,
    partner and goods.

    Args:
        flow: Exports, with re-exports; or imports, with re-imports.
        again: The re-exports, or re-imports, among them.

    Returns:
        No share and nothing without them where either is missing: a country that does not tell its
        re-exports apart is not one without them. No share of nothing. Re-exports beyond the flow, by more
        than the rounding of both, give nothing.

    Raises:
        MixedCurrencies: The figures are of two currencies.

    Source:
        United Nations, International Merchandise Trade Statistics 2010, paragraphs 2.18 to 2.20: exports
        include re-exports, which are to be identified and shown separately; imports include re-imports.

    Examples:
        >>> from datetime import date
        >>> from tradecli.model.figure import Window
        >>> year = Window("year", date(2025, 12, 1))
        >>> whole, part = (Figure("export", year, Money(v, 1, "USD"), 1) for v in (1_000, 250))
        >>> found = re_exports_of(whole, part)
        >>> float(found.share.percent), found.without.value
        (25.0, 750)
        >>> re_exports_of(whole, part._replace(money=None)).note
        'missing'
    """
    if flow.money is None or again.money is None:
        return ReExports(None, None, "missing")
    flow.money.same_currency(again.money)
    rest = flow.money - again.money
    if 2 * rest.value < -(flow.uncertainty + again.uncertainty):
        return ReExports(None, None, "exceeds")
    if flow.money.value <= 0:
        return ReExports(None, rest, "zero_base")
    share = Share(*percentage(again.money.value, again.uncertainty, flow.money.value, flow.uncertainty))
    return ReExports(share, rest)


def re_exports(flow: str = "export", again: str = "re_export") -> tuple[pl.Expr, pl.Expr]:
    """The share in percent, and the flow without them, of each row of any table with both columns.

    The twin of `re_exports_of` for whole numbers, the share in floats: both null where either is null or the
    part exceeds the flow, the share also of nothing.

    Examples:
        >>> rows = pl.DataFrame({"export": [1_000, 0, 5, None], "re_export": [250, 0, 9, 1]})
        >>> share, without = re_exports()
        >>> rows.select(share=share, without=without).rows()
        [(25.0, 750), (None, 0), (None, None), (None, None)]
    """
    whole, part = pl.col(flow), pl.col(again)
    within = part <= whole
    share = pl.when(within & (whole > 0)).then(100 * part / whole)
    return share, pl.when(within).then(whole - part)
