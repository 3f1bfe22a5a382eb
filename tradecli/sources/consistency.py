"""What figures of one file must keep among themselves: years equal their months, levels do not leap.

The bounds were measured on the genuine files: Taiwan's imports by partner, 2001 to 2023-05, and
the United States' trade by partner, 1985 to 2023-01.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from tradecli.errors import InvalidData
from tradecli.periods import label, shift
from tradecli.sources.reading import Figure, File, Reading
from tradecli.wording import Later, Listed, Wording

#: How far a month may lie from the median of the twelve before it. Among series above three
#: billion dollars a month the farthest was 5.1 times (US imports from Nigeria, 2009-01), above one
#: billion 49 times (from Venezuela, 2019-07); a month in thousands among millions is 1,000 times.
_BOUNDS = ((3_000_000_000, 10), (1_000_000_000, 100))
#: And a month that leaps to this level may not be so many times its year.
_LARGE, _LEAP = 10_000_000_000, 100
_ENOUGH_MONTHS = 3
#: No economy exports or imports a trillion a month; figures that say so are in another unit.
_HIGHEST_MONTH = 10**12


class Gathered:
    """The figures of a file as its records are read: each once, what is not known named in one notice."""

    def __init__(
        self, name: str, notices: Iterable[str] = (), unknown: str = "left out, since they are not known"
    ) -> None:
        self.name = name
        self.notices = list(notices)
        self._figures: dict[Figure, int] = {}
        self._unknown: dict[str, None] = {}
        self._left_out = unknown

    def __bool__(self) -> bool:
        """Whether the file has any record of use, or of what is not known."""
        return bool(self._figures or self._unknown)

    def add(self, figure: Figure, *, where: str) -> None:
        """Take a figure.

        Raises:
            InvalidData: It was there already.
        """
        key = figure._replace(value=0)
        if key in self._figures:
            raise InvalidData(
                "{where}: {flow}s of {commodity} are duplicated",
                where=where,
                flow=Wording(figure.flow),
                commodity=figure.commodity,
            )
        self._figures[key] = figure.value

    def leave_out(self, what: str) -> None:
        """Note a place, a product or a measure that is not known."""
        self._unknown[what] = None

    def reading(self, published: date | None = None) -> Reading:
        """All of it, with a notice of what was left out and one of the gaps."""
        figures = [key._replace(value=value) for key, value in self._figures.items()]
        if self._unknown:
            self.notices.append(
                Wording(
                    "{name}: {why}: {unknown}",
                    name=self.name,
                    why=Wording(self._left_out),
                    unknown=Listed(self._unknown),
                )
            )
        return Reading(figures, (*self.notices, *gaps(figures, where=self.name)), published)


def check_file(file: File, figures: Sequence[Figure], *, per_dollar: int = 1) -> None:
    """Check the figures of one file against each other and against what was asked for.

    Raises:
        InvalidData: There are none, or some that cannot be: a negative export, a month that was not
            asked for, a year that is not the sum of its months, a month a thousand times its neighbours.
    """
    if not figures:
        raise InvalidData("{name}: no figures in it", name=file.name)
    for figure in figures:
        _asked(file, figure)
    check(figures, where=file.name, per_dollar=per_dollar)


def _asked(file: File, figure: Figure) -> None:
    asked = file.asked
    if asked is None and (figure.value >= 0 or figure.flow == "balance"):
        return
    what = Later(
        "{flow}s of {partner} {commodity} in {period:%Y-%m}",
        flow=Later(figure.flow),
        partner=figure.partner,
        commodity=figure.commodity,
        period=figure.period,
    )
    if figure.value < 0 and figure.flow != "balance":
        raise InvalidData(
            "{name}: {what}: {value} is negative; expected zero or more",
            name=file.name,
            what=what,
            value=figure.value,
        )
    if asked and not asked.covers(figure.period):
        # Some publishers ignore the range they are asked for and answer 200 with another.
        raise InvalidData(
            "{name}: got {what}; asked for {range}", name=file.name, what=what, range=asked.range
        )
    if asked and asked.flow not in ("", figure.flow):
        raise InvalidData(
            "{name}: got {what}; asked for {flow}s", name=file.name, what=what, flow=Wording(asked.flow)
        )
    if asked and asked.reporter not in ("", figure.reporter):
        raise InvalidData(
            "{name}: got figures of {reporter}; asked for {asked}",
            name=file.name,
            reporter=figure.reporter,
            asked=asked.reporter,
        )


def check(figures: Iterable[Figure], *, where: str, per_dollar: int = 1) -> None:
    """Check the figures of one file against each other. Figures from articles are left alone.

    Args:
        figures: Of one currency.
        where: What to call the file in an error.
        per_dollar: About how many units of the currency a US dollar is.

    Raises:
        InvalidData: A year or a year to date is not the sum of its months, a month leaps, or is absurd.
    """
    held = [figure for figure in figures if figure.adjustment == "none" and not figure.part]
    months: dict[tuple[str, ...], dict[date, Figure]] = {}
    for figure in held:
        if figure.span == "month":
            months.setdefault(_series(figure), {})[figure.period] = figure
            if figure.value >= _HIGHEST_MONTH * per_dollar:
                what = Wording(
                    "{figure} in {period} are {value:,}",
                    figure=_named(figure),
                    period=label(figure.period),
                    value=figure.value,
                )
                raise InvalidData(
                    "{where}: {what}; no economy trades so much in a month", where=where, what=what
                )
    _sums(held, months, where=where)
    for series in months.values():
        if max(figure.value for figure in series.values()) >= _BOUNDS[-1][0] * per_dollar:
            _levels(series, where=where, per_dollar=per_dollar)


def gaps(figures: Iterable[Figure], *, where: str) -> list[str]:
    """Say in one notice that months are missing inside the series of a file; [] if none is.

    Where there was no trade some publishers have no row, so that a gap is not damage by itself.
    """
    months: dict[tuple[str, ...], set[date]] = {}
    for figure in figures:
        if figure.span == "month":
            months.setdefault(_series(figure), set()).add(figure.period)
    broken = {
        series: missing
        for series, held in months.items()
        if (missing := next((shift(month, 1) for month in sorted(held) if _ends(month, held)), None))
    }
    if not broken:
        return []
    (_, partner, flow, *_), first = next(iter(broken.items()))
    series = Wording("series") if len(broken) == 1 else Wording("{count} series", count=len(broken))
    return [
        Wording(
            "{where}: months are missing inside {series}; the first is {first}, {flow}s, {partner}",
            where=where,
            series=series,
            first=label(first),
            flow=Wording(flow),
            partner=partner,
        )
    ]


def _ends(month: date, held: set[date]) -> bool:
    return shift(month, 1) not in held and month != max(held)


def rounding(parts: int, precision: int) -> int:
    """How far a rounded total may lie from the sum of its rounded parts: half a unit for each, and its own.

    Examples:
        >>> rounding(12, 1_000)
        6500
    """
    return (parts + 1) * precision // 2


def _series(figure: Figure) -> tuple[str, ...]:
    return (figure.reporter, figure.partner, figure.flow, figure.classification, figure.commodity)


def _sums(
    held: Iterable[Figure], months: Mapping[tuple[str, ...], Mapping[date, Figure]], *, where: str
) -> None:
    """A year or a year to date whose months are all in the file is their sum, but for rounding."""
    for figure in held:
        if figure.span not in ("year", "year_to_date"):
            continue
        series = months.get(_series(figure), {})
        parts = [series.get(shift(figure.period, -back)) for back in range(figure.period.month)]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            continue
        total = sum(part.value for part in known)
        coarsest = max(figure.precision, *(part.precision for part in known))
        if abs(total - figure.value) > rounding(len(parts), coarsest):
            raise InvalidData(
                "{where}: {figure}: the {span} through {period} is {value:,}, its months add to {total:,}",
                where=where,
                figure=_named(figure),
                span=Wording(figure.span.replace("_", " ")),
                period=label(figure.period),
                value=figure.value,
                total=total,
            )


def _levels(series: Mapping[date, Figure], *, where: str, per_dollar: int) -> None:
    for month, figure in series.items():
        year = [series[before].value for back in range(1, 13) if (before := shift(month, -back)) in series]
        if len(year) < _ENOUGH_MONTHS or figure.flow == "balance":
            continue
        usual, value = int(median(year)), figure.value
        bound = next((times for level, times in _BOUNDS if usual >= level * per_dollar), None)
        far = bound is not None and max(usual, value) > bound * min(usual, value)
        if far or (value >= _LARGE * per_dollar and 0 < usual * _LEAP < value):
            raise InvalidData(
                "{where}: {figure} leap in {month} to {value:,} from {usual:,} in the months before{likely}",
                where=where,
                figure=_named(figure),
                month=label(month),
                value=value,
                usual=usual,
                likely=_likely(usual, value),
            )


def _likely(usual: int, value: int) -> str:
    for power, what in ((1, "thousand"), (2, "million")):
        if value and 0.3 < max(usual, value) / min(usual, value) / 1000**power < 3:
            return Wording("; that is nearly a {what}-fold, as when a unit changes", what=Wording(what))
    return ""


def _named(figure: Figure) -> str:
    goods = (
        ""
        if figure.commodity == "TOTAL"
        else Wording(
            " of {classification}:{commodity}",
            classification=figure.classification,
            commodity=figure.commodity,
        )
    )
    return Wording(
        "{flow}s{goods}, {partner}", flow=Wording(figure.flow), goods=goods, partner=figure.partner
    )
