"""What a chart over time is to show: which flow and span, from which month through which."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import QueryError, unknown
from tradecli.schema import FLOWS
from tradecli.statistics.windows import KINDS

#: Months that a chart goes back where nobody says; of years all there are.
MONTHS = {"month": 36, "rolling_12": 60, "quarter": 60}


class Shown(NamedTuple):
    """What a chart over time is to show: flow, span, last and first month; None where nobody says."""

    flow: str = "balance"
    span: str = "month"
    through: date | None = None
    months: int | None = None
    first: date | None = None

    def check(self) -> None:
        """Refuse a flow or span that there is not, and lengths that show nothing.

        Raises:
            QueryError: With what can be asked.
        """
        if self.flow not in FLOWS:
            raise unknown("flow", self.flow, FLOWS)
        if self.span not in KINDS:
            raise unknown("span", self.span, KINDS)
        if self.months is not None and self.first:
            raise QueryError(
                "--from and --months both say where the chart begins", hint="leave out one of the two"
            )
        if self.months is not None and self.months < 2:
            raise QueryError(
                "a chart of {months} months shows nothing",
                hint="--months takes 2 or more",
                months=self.months,
            )
        if self.first and self.through and self.first > self.through:
            begins, ends = periods.label(self.first), periods.label(self.through)
            raise QueryError(
                "a chart from {begins} to {ends} shows nothing",
                hint="--from comes before --through",
                begins=begins,
                ends=ends,
            )

    def since(self, last: date) -> date:
        """The first month that the chart may show."""
        if self.first:
            return self.first
        months = MONTHS.get(self.span) if self.months is None else self.months
        return periods.shift(last, 1 - months) if months and months < periods.MOST else date.min
