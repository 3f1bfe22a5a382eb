"""A figure: one flow over one window, with all that says where it comes from."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from datetime import date
from typing import NamedTuple

from tradecli.model.money import Money

#: How many months back the first month of a window lies, where that does not hang on the month.
_MONTHS_BACK = {"month": 0, "quarter": 2, "year": 11, "rolling_12": 11}


class Window(NamedTuple):
    """The months that a figure covers.

    `span` is `month`, `quarter`, `year_to_date`, `year` or `rolling_12`; `through` the first day of the
    last month.
    """

    span: str
    through: date

    @property
    def label(self) -> str:
        """How machine formats write it: `2025-11`, `2025-Q4`, `2025`.

        Examples:
            >>> Window("quarter", date(2025, 12, 1)).label, Window("year_to_date", date(2025, 11, 1)).label
            ('2025-Q4', '2025-11')
        """
        year, month = self.through.year, self.through.month
        if self.span == "quarter":
            return f"{year}-Q{month // 3}"
        return str(year) if self.span == "year" else f"{year:04d}-{month:02d}"

    @property
    def first(self) -> date:
        """The first day of its first month.

        Examples:
            >>> Window("rolling_12", date(2025, 11, 1)).first, Window("year_to_date", date(2025, 11, 1)).first
            (datetime.date(2024, 12, 1), datetime.date(2025, 1, 1))
        """
        back = _MONTHS_BACK.get(self.span, self.through.month - 1)
        months = self.through.year * 12 + self.through.month - 1 - back
        return date(months // 12, months % 12 + 1, 1)

    @property
    def months(self) -> list[date]:
        """The first days of its months.

        Examples:
            >>> [month.month for month in Window("quarter", date(2025, 12, 1)).months]
            [10, 11, 12]
        """
        first, last = (day.year * 12 + day.month - 1 for day in (self.first, self.through))
        return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]

    @property
    def year_before(self) -> "Window":
        """The same window a year earlier."""
        return Window(self.span, self.through.replace(year=self.through.year - 1))


class Vintage(NamedTuple):
    """The day a figure was published, and how that day is known: `published`, `retrieved` or `inferred`."""

    day: date
    basis: str


class Figure(NamedTuple):
    """One flow over one window.

    Args:
        flow: `export`, `import` or `balance`.
        window: The months it covers.
        money: The amount; None where nothing is available, and then all that follows is empty too.
        uncertainty: Twice the rounding error that its inputs can add up to, in whole units.
        basis: `published`, `sum`, `sum_across_vintages` or `difference`.
        vintage: The newest vintage that entered.
        oldest: The oldest vintage that entered.
        known_by: The day by which all of it was certainly public.
        source: Whose figure it is.
        origins: Ids of the files and articles it rests on, keys of the manifest.
        vintage_code: Day and basis of the vintage in one number; see `vintages`.
    """

    flow: str
    window: Window
    money: Money | None = None
    uncertainty: int = 0
    basis: str | None = None
    vintage: Vintage | None = None
    oldest: date | None = None
    known_by: date | None = None
    source: str = ""
    origins: tuple[str, ...] = ()
    vintage_code: int | None = None

    @property
    def value(self) -> int | None:
        """Whole units of currency, for machine rows; None where nothing is available."""
        return None if self.money is None else self.money.value


class Rank(NamedTuple):
    """Where a figure stands among all earlier ones of its kind.

    All but `kind`, `figure` and `earlier` are None below the number of earlier figures that a record
    needs. `previous` is the highest earlier figure (of a deficit, the widest) and `previous_period` the
    first period that reached it; `last_of_sign` the newest earlier period whose figure had the same sign;
    `missing` counts the gaps between `since` and the figure. `first_of_sign` says that the figure just
    before, of the same kind, had the other sign; `passed` is the first later figure that went beyond it.
    `overtaken` says of a figure that is no record that a later one went beyond `previous`.
    """

    kind: str
    figure: Figure
    earlier: int = 0
    record: bool | None = None
    tie: bool | None = None
    rank: int | None = None
    since: date | None = None
    missing: int = 0
    previous: Money | None = None
    previous_period: date | None = None
    last_of_sign: date | None = None
    first_of_sign: bool = False
    passed: Money | None = None
    passed_period: date | None = None
    overtaken: bool = False


class Streak(NamedTuple):
    """Months in a row: positive for rises or surpluses, negative for falls or deficits.

    `at_least` says that it runs back into a gap or the start of the series, so may be longer.
    """

    length: int
    at_least: bool
