"""Where a partner stands among partners, or goods among goods: only as far as those held tell it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tradecli.claims import Assertion, Claim
from tradecli.facts.commodities import DISJOINT, INSIDE
from tradecli.model.figure import Figure, Rank, Window
from tradecli.reports.available import PARTNERS
from tradecli.reports.measured import Measured, SeriesOf, figure_in, question

#: Areas that are markets of their own in the ministry's news, and their countries among `PARTNERS`.
AREAS = {
    "CN+HK": ("CN", "HK"),
    "ASEAN": ("SG", "MY", "VN", "TH", "PH", "ID"),
    "EUROPE": ("DE", "NL", "GB", "FR"),
}
#: The areas that count as one market, the usual way of a reporter first.
WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "TW": (("CN+HK",), (), ("CN+HK", "ASEAN", "EUROPE"), ("CN+HK", "ASEAN")),
    "": ((), ("CN+HK",)),
}
_COUNTRIES = tuple(code for code in PARTNERS if code not in {"WORLD", "ASEAN", "EUROPE", "CN+HK"})


class Places(NamedTuple):
    """The best and the worst place that something may have among all, held or not."""

    best: int
    worst: int


def place_among(series_of: SeriesOf, claim: Claim, assertion: Assertion, as_of: date | None) -> Measured:
    """The place among partners or goods; 1 is the largest, of a deficit the widest.

    What is not held is the rest of the total, and cannot be more than that: a place is exact where the rest
    is smaller than the figure. `value` is the place by the reporter's usual markets, None where it is
    open; `low` and `high` the ends of what any way to count leaves possible.
    """
    window = Window(claim.span, claim.period)
    series = series_of(question(claim, as_of))
    figure = figure_in(series, claim.flow, window) if series else None
    if figure is None or figure.money is None:
        return Measured(None, note="missing", figures=(figure,) if figure else ())
    at = _At(series_of, claim, window, as_of)
    if assertion.of == "commodities":
        found = [at.places(figure, _groups(at), at.goods)] if _listed(claim) else []
    else:
        found = [at.places(figure, rivals, at.partner) for rivals in markets(claim)]
    if not found or None in found:
        return Measured(None, note="not_ranked", figures=(figure,))
    ends = [each for each in found if each]
    best, worst = min(each.best for each in ends), max(each.worst for each in ends)
    usual = ends[0]
    rank = Rank(claim.span, figure, rank=usual.best, missing=worst - best, tie=False)
    placed = Measured(Fraction(usual.best), Fraction(best), Fraction(worst), figures=(figure,), rank=rank)
    return placed if usual.best == usual.worst else placed._replace(value=None, note="partners_not_held")


def markets(claim: Claim) -> list[list[str]]:
    """The rivals of a partner by every way to count markets, itself left out, the usual way first.

    Examples:
        >>> from tradecli.claims import from_line
        >>> [len(each) for each in markets(from_line("exports to US 2025-10: rank 1 partners"))]
        [17, 18, 9, 12]
    """
    found = []
    for areas in WAYS.get(claim.reporter, WAYS[""]):
        inside = {code for area in areas for code in AREAS[area]}
        every = [*areas, *(code for code in _COUNTRIES if code not in inside)]
        if claim.partner in every:
            found.append([code for code in every if code not in {claim.partner, claim.reporter}])
    return found


class _At(NamedTuple):
    """One window of a reporter's trade, on a day."""

    series_of: SeriesOf
    claim: Claim
    window: Window
    as_of: date | None

    def figure(self, claim: Claim, flow: str = "") -> Figure | None:
        """The figure of another partner or other goods, or of another flow."""
        series = self.series_of(question(claim, self.as_of))
        found = figure_in(series, flow or claim.flow, self.window) if series else None
        return found if found and found.money else None

    def partner(self, code: str) -> Claim:
        """The claim of another partner."""
        return self.claim._replace(partner=code)

    def goods(self, code: str) -> Claim:
        """The claim of other goods; of `WORLD`, the whole of which they are parts, all goods."""
        if code == "WORLD":
            return self.claim._replace(commodity="TOTAL", classification="total")
        return self.claim._replace(commodity=code)

    def places(self, own: Figure, rivals: Sequence[str], other: Callable[[str], Claim]) -> Places | None:
        """The places left open by what the total holds besides the figures in hand."""
        side = -1 if self.claim.flow == "balance" and own.money and own.money.sign < 0 else 1
        size = (own.value or 0) * side
        if size <= 0:
            return None
        held = [each for code in rivals if (each := self.figure(other(code)))]
        above = sum((each.value or 0) * side > size for each in held)
        # A surplus is no larger than the exports it is made of, a deficit than the imports.
        flow = self.claim.flow if self.claim.flow != "balance" else "export" if side > 0 else "import"
        total = self.figure(other("WORLD"), flow)
        parts = [self.figure(claim, flow) for claim in (self.claim, *map(other, rivals))]
        if total is None:
            return None
        rest = max(0, (total.value or 0) - sum(each.value or 0 for each in parts if each))
        return Places(1 + above, 1 + above + rest // size)


def _listed(claim: Claim) -> bool:
    return claim.commodity in DISJOINT.get(claim.classification, ())


def _groups(at: _At) -> list[str]:
    """The groups of a list that hold no goods twice, those of the claim left out."""
    known = DISJOINT[at.claim.classification]
    inside = {code for code, outer in INSIDE.items() if outer in known and at.figure(at.goods(outer))}
    return [code for code in known if code != at.claim.commodity and code not in inside]
