"""The same trade as two offices report it, and how far they are apart."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.question import Known
from tradecli.remembered_series import series_of
from tradecli.reports.series_refusals import by_year_alone
from tradecli.schema import FLOWS
from tradecli.sources import SOURCES
from tradecli.statistics.asymmetry import Asymmetry, asymmetry_of
from tradecli.wording import Wording

SPANS = ("month", "year_to_date", "rolling_12")
YEARLY = ("year_to_date",)
#: What the other office calls the same goods.
MIRRORED = {"export": "import", "import": "export", "balance": "balance"}


class Pair(NamedTuple):
    """One flow over one window as both offices have it, and how far they are apart.

    `gap` is the importer's figure less the exporter's; of balances the partner's with its sign
    reversed, less the reporter's own. Offices that publish in two currencies have no gap.
    """

    flow: str
    window: Window
    mine: Figure
    theirs: Figure
    gap: Change | None
    base_gap: Change | None
    compared: Asymmetry | None
    adjusted_import: Money | None
    adjusted: Asymmetry | None


class Mirror:
    """Three flows in three windows, each as both offices have it."""

    def __init__(
        self, own: Known, other: Known, through: date | None, cif_fob: Fraction | None = None
    ) -> None:
        """Put the figures of two offices about the same trade side by side.

        Args:
            own: The reporter's trade with the partner.
            other: The partner's trade with the reporter, known on the same day.
            through: The last month; None means the newest for which both have a balance, else a flow.
            cif_fob: Divide imports valued CIF by this, beside the figures as they are.

        Raises:
            NoData: No flow of the month is available from both.
        """
        # All their months; of longer windows only the few that are shown.
        self.own, self.other = (series_of(one, spans=("month",)) for one in (own, other))
        self.factor = cif_fob
        #: Only figures of one currency are compared.
        self.comparable = self.own.currency == self.other.currency
        self.newest = self._newest()
        last = through or self.newest
        if last:
            self.own, self.other = self.own.counted(last), self.other.counted(last)
        #: Of a pair that an office knows by sums of a year alone, no months and no twelve of them.
        self.spans = YEARLY if by_year_alone(self.own) or by_year_alone(self.other) else SPANS
        self.pairs = (
            [self._pair(flow, Window(span, last)) for span in self.spans for flow in FLOWS] if last else []
        )
        if last is None or not any(pair.mine.money and pair.theirs.money for pair in self.pairs):
            one, other_one = (places.place(known.question.reporter) for known in (own, other))
            month = Wording(" for {last}", last=periods.label(last)) if last else ""
            hint = (
                Wording("the newest month that both have is {last}", last=periods.label(self.newest))
                if self.newest
                else ""
            )
            what = Wording(
                "{one.prose} and {other.prose} do not both report their trade{month}",
                one=one,
                other=other_one,
                month=month,
            )
            raise NoData(what, hint=hint, newest=self.newest)
        self.through = last
        question = own.question
        self.reporter, self.partner = places.place(question.reporter), places.place(question.partner)

    def _newest(self) -> date | None:
        """The newest month for which both have a balance; without one, for which both have a flow.

        Where one of them has no months, the newest year to date of both.
        """
        for span in ("month", "year_to_date"):
            for flows in (("balance",), ("export", "import")):
                both = set()
                for flow in flows:
                    mine, theirs = self.own.amounts(flow, span), self.other.amounts(MIRRORED[flow], span)
                    both |= {period for period, _ in mine} & {period for period, _ in theirs}
                if both:
                    return max(both)
        return None

    def _pair(self, flow: str, window: Window) -> Pair:
        mine, theirs = self.own.figure(flow, window), self.other.figure(MIRRORED[flow], window)
        importer, exporter = (theirs, mine) if flow == "export" else (mine, theirs)
        compare = flow != "balance" and self.comparable
        divided = self._without_freight(flow, importer)
        reduced = divided and importer._replace(money=divided, uncertainty=0)
        return Pair(
            flow,
            window,
            mine,
            theirs,
            self._gap(flow, mine, theirs),
            self._gap(flow, self.own.base(mine), self.other.base(theirs)),
            asymmetry_of(importer, exporter) if compare else None,
            divided,
            asymmetry_of(reduced, exporter) if compare and reduced else None,
        )

    def _gap(self, flow: str, mine: Figure, theirs: Figure) -> Change | None:
        if mine.money is None or theirs.money is None or not self.comparable:
            return None
        if flow == "balance":
            return Change(-theirs.money - mine.money)
        return Change(theirs.money - mine.money if flow == "export" else mine.money - theirs.money)

    def _without_freight(self, flow: str, importer: Figure) -> Money | None:
        """An import valued CIF, divided by the factor; None where nothing is to be divided."""
        if self.factor is None or flow == "balance" or importer.money is None:
            return None
        if valuation(importer.source, "import")[0] != "CIF":
            return None
        return importer.money._replace(value=int(importer.money.value / self.factor + Fraction(1, 2)))

    def pair(self, flow: str, span: str) -> Pair:
        """The pair of figures of one flow and span."""
        return next(pair for pair in self.pairs if pair.flow == flow and pair.window.span == span)


def factor(text: str) -> Fraction | None:
    """Read what a CIF value is divided by to leave freight and insurance out; empty for none.

    Raises:
        QueryError: Not a number from 1 to below 2.

    Examples:
        >>> factor("1.06"), factor("")
        (Fraction(53, 50), None)
    """
    if not text:
        return None
    try:
        read = Fraction(text)
    except (ValueError, ZeroDivisionError):
        read = Fraction(0)
    if not 1 <= read < 2:
        raise QueryError(
            "{text!r} is no factor from FOB to CIF", hint="write one such as --cif-fob 1.06", text=text
        )
    return read


def valuation(source: str, flow: str) -> tuple[str | None, str | None]:
    """How a source values a flow, and the trade system it counts under; a balance has those of both flows."""
    valued = {entry.flow: entry for entry in SOURCES[source].valuations}
    if flow == "balance":
        both = [valued[name] for name in FLOWS if name in valued]
        return " - ".join(entry.valuation for entry in both), both[0].system
    return valued[flow].valuation, valued[flow].system
