"""What `drivers` and `partners` share: a total's parts, what no part holds, and how each moved."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.errors import NoData, unknown
from tradecli.facts import places
from tradecli.facts.commodities import named
from tradecli.facts.commodity import Commodity
from tradecli.model.figure import Figure, Vintage, Window
from tradecli.model.money import Change, change
from tradecli.model.ratio import Growth, Points, Share
from tradecli.model.report import Cell, Named, Statement
from tradecli.parts import Parts
from tradecli.question import Known
from tradecli.reports import qualify
from tradecli.reports.shared import asked, say, subtitle, traded
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.statistics.contribution import points_of, rest_of, share_of_change
from tradecli.statistics.growth import growth_of
from tradecli.statistics.share import share_of
from tradecli.wording import Wording

SPANS = ("month", "year_to_date", "rolling_12")


class Line(NamedTuple):
    """A part, what is left over (`rest`), the total or an area, against the year before and the total.

    `code` is None for what is left over and the total; `rank` and `rank_before` are of `partners` alone.
    """

    role: str
    code: str | None
    label: Cell
    named: Named | None
    now: Figure
    base: Figure
    growth: Growth
    points: Points | None
    share_of_change: Share | None
    share: Share | None
    rank: int | None = None
    rank_before: int | None = None

    @property
    def change(self) -> Change | None:
        """The difference from the year before."""
        return change(self.now.money, self.base.money)

    @property
    def moved(self) -> int:
        """The difference in whole units; 0 where there is none."""
        return self.change.money.value if self.change else 0

    @property
    def vintage(self) -> Vintage:
        """The newest vintage of what is shown."""
        if self.now.vintage is None:
            raise ValueError(f"no figure of {self.code or self.role}")
        return self.now.vintage


class Breakdown(NamedTuple):
    """An answer: parts in its order, then what is left over, the total, and areas, which stand apart."""

    known: Known
    parts: Parts
    by: str
    window: Window
    lines: Sequence[Line]

    @property
    def flow(self) -> str:
        """The flow that is broken down."""
        return self.parts.flow

    def of(self, role: str) -> list[Line]:
        """The lines of one role."""
        return [line for line in self.lines if line.role == role]

    @property
    def total(self) -> Line:
        """The line of the total."""
        return self.of("total")[0]

    @property
    def rest(self) -> Line:
        """The line of what no part holds."""
        return self.of("rest")[0]

    def question(self, **detail: str) -> dict[str, Any]:
        """The question as JSON values."""
        through = periods.label(self.window.through)
        return {**asked(self.known.question, self.known.source), **detail, "through": through}

    def subtitle(self) -> Statement:
        """Unit, publisher, the newest vintage shown, valuation."""
        return subtitle(self.known, max(line.vintage.day for line in self.lines), self.parts.flows)


def check(*, span: str, flow: str) -> None:
    """Refuse a span or flow that does not exist.

    Raises:
        QueryError: With the names that do.
    """
    if span not in SPANS:
        raise unknown("span", span, SPANS)
    if flow not in FLOWS:
        raise unknown("flow", flow, FLOWS)


def refusal(parts: Parts, through: date | None, newest: date | None) -> NoData:
    """Why a month cannot be answered, and the newest that can."""
    month = Wording(" for {through}", through=periods.label(through)) if through else ""
    hint = (
        Wording("the newest month that can be answered is {last}", last=periods.label(newest))
        if newest
        else ""
    )
    return NoData(
        "the {what} cannot be broken down{month} ({source}): the total or every "
        "part lacks the month or the one a year earlier",
        hint=hint or "`trade sources` says what each source covers",
        newest=newest,
        what=traded(parts.flow, places.place(parts.known.question.partner)),
        month=month,
        source=parts.known.source,
    )


def lines(parts: Parts, codes: Iterable[str], through: date, by: str) -> Iterator[Line]:
    """The parts that have a figure, what is left over, and the total.

    A part without a figure a year earlier has no growth and no points, and is counted in what is left over.
    """
    figures, bases = parts.figures(through), parts.figures(periods.shift(through, -12))
    total = figures[parts.total], bases[parts.total]
    listed = [part(code, by, figures[code], bases.get(code), total) for code in codes if code in figures]
    total_line = whole(parts, through)
    yield from (*listed, rest(by, listed, total_line), total_line)


def whole(parts: Parts, through: date) -> Line:
    """The line of the total."""
    total = parts.figures(through)[parts.total], parts.figures(periods.shift(through, -12))[parts.total]
    return _line("total", say("total"), *total, total)


def rest(by: str, parts: Sequence[Line], total: Line, *, summed_up: int = 0) -> Line:
    """What of the total the parts leave over; *summed_up* says how many of it have a figure of their own."""
    both = [line for line in parts if line.base.money]
    now = rest_of(total.now, [line.now for line in both])
    base = rest_of(total.base, [line.base for line in both])
    label = say("rest", by, "summed_up" if summed_up else None, count=summed_up)
    return _line("rest", label, now, base, (total.now, total.base))


def areas(parts: Parts, through: date) -> list[Line]:
    """The areas that have a figure, as published, the largest first; they overlap and leave nothing over."""
    figures, bases = parts.figures(through), parts.figures(periods.shift(through, -12))
    total = figures[parts.total], bases[parts.total]
    codes = figures.keys() & places.of_level("area", "region")
    alike = {code: _alike(parts, code, figures[code]) for code in codes if places.place(code).dated}
    listed = [
        part(code, "partner", *alike.get(code, (figures[code], bases.get(code))), total) for code in codes
    ]
    found = [line._replace(role="area") for line in listed]
    found = [
        # It has a figure of then, but not one of the same members.
        line._replace(growth=line.growth._replace(note="members_changed"))
        if line.code in alike and line.code in bases and line.base.money is None
        else line
        for line in found
    ]
    return sorted(found, key=lambda line: (-(line.now.value or 0), line.code or ""))


def _alike(parts: Parts, code: str, now: Figure) -> tuple[Figure, Figure]:
    """The figure of an area whose members change and its base, both of the members of its last month."""
    known = parts.known
    figures = known.figures.filter(part=code).drop("part")
    pair = known._replace(question=known.question._replace(partner=code), figures=figures)
    series = Series(pair, spans=()).counted(now.window.through)
    found = series.figure(now.flow, now.window)
    return (found if found.money else now), series.base(now)


def part(code: str, by: str, now: Figure, base: Figure | None, total: tuple[Figure, Figure]) -> Line:
    """The line of a part, by its name."""
    found = places.place(code) if by == "partner" else named(code)
    name = Named(found.name, found.name_zh)
    label = Named(*found.brief) if isinstance(found, Commodity) else name
    base = base or Figure(now.flow, now.window.year_before, source=now.source)
    return _line("part", label, now, base, total)._replace(code=code, named=name)


def named_in_prose(line: Line, by: str = "partner") -> places.Place | Commodity:
    """The partner or the goods of a part, as a sentence names them."""
    code = line.code or ""
    return named(code) if by == "commodity" else places.place(code)


def _line(role: str, label: Cell, now: Figure, base: Figure, total: tuple[Figure, Figure]) -> Line:
    """A line measured against the year before and the total."""
    # What is left over can be negative, as a balance can be.
    signed = now.flow == "balance" or min(now.value or 0, base.value or 0) < 0
    growth = growth_of(now, base, signed=signed)
    points, carried = points_of(now, base, *total), share_of_change(now, base, *total)
    return Line(role, None, label, None, now, base, growth, points, carried, share_of(now, total[0]))


def contribution_note(shown: Line, total: Line) -> str | None:
    """Why there are no points, for machine rows."""
    if shown.base.money is None:
        return "missing"
    return total.growth.note if total.growth.percent is None else None


def number(ratio: Growth | Points | Share | None) -> float | None:
    """A ratio for machine rows."""
    return None if ratio is None or ratio.percent is None else float(ratio.percent)


def displays(found: Breakdown) -> dict[str, list[Cell]]:
    """The columns of text that both answers add to their machine rows."""
    return {
        "value_display": [line.now.money for line in found.lines],
        "yoy_display": [line.growth if line.change else None for line in found.lines],
    }


def notes(found: Breakdown) -> Iterator[Statement]:
    """What qualifies parts and total: adjustment, inferred days, unequal vintages, leap years."""
    known, figures = found.known, [line.now for line in found.lines]
    yield say("adjustment", adjustment=known.question.adjustment, currency=known.currency)
    vintages = {line.vintage.day for line in found.lines}
    if len(vintages) > 1:
        yield say("mixed_vintages", oldest=min(vintages), newest=max(vintages))
    yield from qualify.day_inferred(figures, known.question)
    yield from qualify.leap_year(found.window.through)


def deficits(found: Breakdown) -> Iterator[Statement]:
    """Say so where a growth rate is that of a deficit, and where the points are of one."""
    if any(line.growth.note.startswith("deficit_") for line in found.lines):
        yield say("deficit_growth")
    if found.total.growth.note.startswith("deficit_"):
        yield say("points_of_the_deficit")


def facts(found: Breakdown) -> Mapping[str, Any]:
    """What both answers' sentences name: flow and window."""
    return {"flow": found.flow, "window": found.window}
