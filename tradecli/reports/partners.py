"""`trade partners`: the partners ranked by balance, exports, imports or growth, or areas side by side."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tradecli import periods
from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.model.figure import Figure, Window
from tradecli.model.report import Cell, Column, Columns, Report, Statement, Table
from tradecli.parts import Parts, parts_of
from tradecli.question import Known
from tradecli.reports import breakdown
from tradecli.reports.breakdown import Breakdown, Line, contribution_note, number
from tradecli.reports.comparative_advantage import NO_ADVANTAGE, advantages_of, cell
from tradecli.reports.leading import bounds_of, concentrated, leading
from tradecli.reports.partners_notes import notes
from tradecli.reports.shared import goods, say
from tradecli.statistics.comparative_advantage import Advantage
from tradecli.statistics.growth import growth_of
from tradecli.statistics.ranking import ranks
from tradecli.wording import Listed

#: What partners can be ranked by.
BY = ("balance", "export", "import", "growth", "region")
#: By these a flow is asked for beside; without one, it is this.
_FLOW = {"growth": "export", "region": "balance"}


class Row(NamedTuple):
    """A machine row: a partner, what no partner holds (`rest`), the total, or an area, which has no rank."""

    reporter: str
    partner: str | None
    partner_name: str | None
    role: str
    flow: str
    span: str
    period: str
    by: str
    rank: int | None
    rank_before: int | None
    value: int | None
    base_value: int | None
    change: int | None
    yoy: float | None
    yoy_note: str | None
    share: float | None
    contribution: float | None
    contribution_note: str | None
    basis: str | None
    currency: str
    precision: int | None
    source: str
    vintage: date | None
    vintage_basis: str | None
    concentration_low: float | None
    concentration_high: float | None
    advantage: float | None
    advantage_symmetric: float | None
    advantage_note: str | None


def ranking(known: Known, *, by: str, flow: str, span: str, through: date | None) -> Breakdown:
    """Rank the partners for which a month is available.

    Args:
        known: Every partner (`load_parts.partners`) as known on the question's day.
        by: One of `BY`.
        flow: For *by* `growth`, the flow or balance whose growth ranks; empty means exports. For `region`
            the flow shown; empty means the balance.
        span: `month`, `year_to_date` or `rolling_12`.
        through: The last month; None means the newest for which no partner of the month before is missing.

    Returns:
        Partners by rank, then what is left over, the total, and areas, which are not ranked. By region
        areas and the total alone: areas overlap, and add up to nothing.

    Raises:
        QueryError: No such ranking, flow or span; a flow beside another that ranks.
        NoData: The total, or every partner, lacks the month or the one a year earlier.
    """
    if by not in BY:
        raise QueryError(
            "partners cannot be ranked by {by!r}",
            hint="--by takes {words}",
            candidates=BY,
            by=by,
            words=Listed(BY),
        )
    ranked = flow or _FLOW[by] if by in _FLOW else by
    breakdown.check(span=span, flow=flow or ranked)
    if flow and flow != ranked:
        raise QueryError(
            "--flow {flow} goes with --by growth or region, not with --by {by}",
            hint="rank by it: --by {flow}; or leave out --flow (TRADE_FLOW)",
            flow=flow,
            by=by,
        )
    parts = parts_of(known, ranked, span, "partner")
    listed = parts.areas() if by == "region" else parts.countries()
    last = through or parts.newest(listed)
    if last is None or last not in parts.answerable(listed):
        raise breakdown.refusal(parts, through, parts.newest(listed))
    return Breakdown(known, parts, by, Window(span, last), list(_lines(parts, by, last)))


def _lines(parts: Parts, by: str, through: date) -> Iterator[Line]:
    areas = breakdown.areas(parts, through)
    if by == "region":
        yield from (*areas, breakdown.whole(parts, through))
        return
    figures, bases = parts.figures(through), parts.figures(periods.shift(through, -12))
    codes = sorted(figures.keys() & places.of_level("country"))
    *listed, rest, total = breakdown.lines(parts, codes, through, "partner")
    earlier = parts.figures(periods.shift(through, -24)) if by == "growth" else {}
    # Ranked among the partners of today's list: of another list a rank could not be compared.
    now = ranks([_measure(by, code, figures, bases) for code in codes])
    before = ranks([_measure(by, code, bases, earlier) for code in codes])
    placed = [
        line._replace(rank=rank, rank_before=earlier_rank)
        for line, rank, earlier_rank in zip(listed, now, before, strict=True)
    ]
    yield from sorted(placed, key=lambda line: (line.rank is None, line.rank, line.code))
    yield from (rest, total)
    yield from (area._replace(label=say("partners.area", name=area.named)) for area in areas)


def _measure(
    by: str, code: str, figures: Mapping[str, Figure], bases: Mapping[str, Figure]
) -> int | Fraction | None:
    """What a partner is ranked by: its figure, or the growth of it.

    The growth of a deficit counts against its partner: the deficit that widened most ranks last.
    """
    figure = figures.get(code)
    if by != "growth":
        return figure.value if figure else None
    growth = growth_of(figure, bases.get(code))
    return -growth.percent if growth.percent and growth.note.startswith("deficit_") else growth.percent


def report(
    known: Known,
    of_all_goods: Known | None = None,
    *,
    by: str,
    flow: str,
    span: str,
    through: date | None,
    top: int | None = None,
) -> Report:
    """The answer in every form: the first *top* partners, or all; see `ranking`, `leading`.

    Where *of_all_goods* has the same partners' trade in everything, each has its advantage in these goods.
    """
    found = ranking(known, by=by, flow=flow, span=span, through=through)
    advantages = advantages_of(found, of_all_goods)
    led = leading(found, top)
    lines = led.shown.lines
    codes = [line.code for line in found.lines if line.code]
    shares: dict[str, list[Cell]] = {"share_display": [line.share for line in lines]}
    return Report(
        schema="trade.partners/1",
        question=found.question(by=by, flow=found.flow, span=span),
        currency=known.currency,
        title=title(found),
        subtitle=found.subtitle(),
        table=_table(led.shown, advantages),
        findings=list(findings(found)),
        notes=[*notes(found, led), *([say("partners.advantage_is")] if advantages else [])],
        row_type=Row,
        rows=[_row(found, line, advantages.get(line.code or "", NO_ADVANTAGE)) for line in lines],
        displays={**breakdown.displays(led.shown), **shares},
        row_figures=[(line.now, line.base) for line in lines],
        used=found.parts.used([*codes, found.parts.total], found.window.through),
        manifest=known.origins,
    )


def title(found: Breakdown) -> Statement:
    """Whose partners, ranked by what, in which window."""
    return say(
        "partners.title",
        found.by if found.by in _FLOW else None,
        "balance" if found.flow == "balance" else None,
        figures=[found.total.now],
        reporter=places.place(found.known.question.reporter),
        goods=goods(found.known.question, found.flow),
        **breakdown.facts(found),
    )


def _row(found: Breakdown, line: Line, advantage: Advantage) -> Row:
    return Row(
        found.known.question.reporter,
        "WORLD" if line.role == "total" else line.code,
        line.named and line.named.name,
        line.role,
        found.flow,
        found.window.span,
        periods.label(found.window.through),
        found.by,
        line.rank,
        line.rank_before,
        line.now.value,
        line.base.value,
        line.change and line.change.money.value,
        number(line.growth),
        line.growth.note or None,
        number(line.share),
        number(line.points),
        contribution_note(line, found.total),
        line.now.basis,
        found.known.currency,
        line.now.money and line.now.money.precision,
        found.known.source,
        line.vintage.day,
        line.vintage.basis,
        *bounds_of(found, line),
        None if advantage.ratio is None else float(advantage.ratio),
        None if advantage.symmetric is None else float(advantage.symmetric),
        advantage.note or None,
    )


def _table(found: Breakdown, advantages: Mapping[str, Advantage]) -> Table:
    """The ranking, then what is left over, the total, and areas in parentheses."""
    columns: Columns[Line] = [
        (Column("rank_header"), lambda line: line.rank or ""),
        (Column("partners.partner", left=True), lambda line: line.label),
        (Column("window", {"window": found.window}), lambda line: line.now.money),
        (Column("partners.share", drop=2), lambda line: line.share),
        (Column("change", drop=3), lambda line: line.change),
        (Column("yoy"), lambda line: line.growth),
        (Column("contribution", drop=4), lambda line: line.points),
        (Column("partners.rank_before", drop=1), lambda line: line.rank_before or ""),
    ]
    if advantages:
        columns.append((Column("partners.advantage", drop=2), lambda line: cell(advantages, line.code)))
    if found.by == "region":
        columns = [entry for entry in columns if "rank" not in entry[0].key]
    if found.flow == "balance":
        columns = [entry for entry in columns if entry[0].key != "partners.share"]
    return Table.of(found.lines, columns, lambda line: line.role == "total")


def findings(found: Breakdown) -> Iterator[Statement]:
    """Who ranks first, where the widest deficit is, who climbed most, how concentrated it is."""
    if found.by == "region":
        yield from _of_areas(found.of("area"), found)
    yield from _of_partners(found)
    yield from concentrated(found)


def _of_areas(areas: Sequence[Line], found: Breakdown) -> Iterator[Statement]:
    """Which area is the largest, and which has the widest deficit: no sum, since they overlap."""
    first, last = areas[0], areas[-1]
    facts = {"name": first.label, "value": first.now.money, "share": first.share, "count": len(areas)}
    yield say("partners.first.region", figures=[first.now, found.total.now], **facts)
    if last.now.money and last.now.money.sign < 0:
        who = breakdown.named_in_prose(last)
        yield say("partners.last", figures=[last.now], name=last.label, who=who, value=last.now.money)


def _of_partners(found: Breakdown) -> Iterator[Statement]:
    ranked = [line for line in found.of("part") if line.rank]
    if not ranked:
        return
    first, last = ranked[0], ranked[-1]
    before = first.rank_before
    deficit = first.growth.note if first.growth.note.startswith("deficit_") else None
    yield say(
        "partners.first",
        *(("growth", deficit) if found.by == "growth" else ()),
        figures=[first.now, first.base],
        name=first.label,
        who=breakdown.named_in_prose(first),
        before=before and say("partners.before", "same" if before == 1 else None, before=before),
        value=first.now.money,
        growth=first.growth,
        share=first.share,
    )
    if found.by == "balance" and last.now.money and last.now.money.sign < 0:
        who = breakdown.named_in_prose(last)
        yield say("partners.last", figures=[last.now], name=last.label, who=who, value=last.now.money)
    climbs = [(line.rank_before - line.rank, line) for line in ranked if line.rank_before and line.rank]
    step, most = max(climbs, key=lambda climb: (climb[0], -(climb[1].rank or 0)), default=(0, first))
    if step > 0:
        facts = {"rank": most.rank, "before": most.rank_before, "who": breakdown.named_in_prose(most)}
        yield say("partners.climbed", figures=[most.now, most.base], name=most.label, **facts)
