"""`trade chart --compare`: a flow or the balance with several partners, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tradecli.errors import QueryError
from tradecli.facts import asked_places, places
from tradecli.model.figure import Figure
from tradecli.model.picture import Line, Picture
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.question import Known
from tradecli.remembered_series import series_of
from tradecli.reports import chart_words
from tradecli.reports.chart import Chart, Point, Row, largest, notes, points_of, row
from tradecli.reports.chart_asked import Shown
from tradecli.reports.shared import asked, say, subtitle
from tradecli.schema import FLOWS
from tradecli.series import Series

#: More lines than this cannot be told apart.
MOST = 7


def partners(partner: str, compare: str) -> list[str]:
    """The codes to compare: the partner asked for, unless it is the world, and the others, by code or name.

    Raises:
        NoData: One is called nothing that is known.
        QueryError: Fewer than two, or more than `MOST`; a number means two.

    Examples:
        >>> partners("WORLD", "CN, Japan"), partners("US", "CN+HK,美國")
        (['CN', 'JP'], ['US', 'CN+HK'])
    """
    others = [place.code for place in asked_places.listed(compare)]
    codes = list(dict.fromkeys([*([] if partner == "WORLD" else [partner]), *others]))
    if len(codes) < 2:
        raise QueryError(
            "one partner alone cannot be compared", hint="name two or more: --compare US,CN, or add --partner"
        )
    if len(codes) > MOST:
        raise QueryError(
            "{count} lines cannot be told apart",
            hint="compare at most {most} partners",
            count=len(codes),
            most=MOST,
        )
    return codes


def compared(found: Sequence[Known], wanted: Shown) -> Chart:
    """A flow or the balance with each of several partners over the same windows.

    Args:
        found: Each pair, as known on the question's day, the main one first.
        wanted: What to show; without a last month the newest that all of them have.

    Raises:
        QueryError: No such flow or span, or fewer than two figures.
        NoData: A partner has no figure for the last month.
    """
    wanted.check()
    pairs = [series_of(known, spans=(wanted.span,)) for known in found]
    if wanted.through is None:
        newest = [pair.amounts(wanted.flow, wanted.span)[-1:] for pair in pairs]
        # Where one has nothing at all, its own refusal below says so.
        wanted = wanted._replace(through=min((last[0][0] for last in newest if last), default=None))
    every = [points_of(pair, wanted) for pair in pairs]
    windows = max((points for points in every), key=len)
    every = [_padded(points, windows, pair, wanted) for points, pair in zip(every, pairs, strict=True)]
    picture = _picture(found, every)
    return Chart(picture, _report(found, pairs, every, picture))


def _padded(points: list[Point], windows: Sequence[Point], pair: Series, wanted: Shown) -> list[Point]:
    """The points over the windows of the longest series: what began later has gaps before."""
    lacking = [point.window for point in windows[: len(windows) - len(points)]]
    return [*(Point(pair.figure(wanted.flow, window), False) for window in lacking), *points]


def _picture(found: Sequence[Known], every: Sequence[Sequence[Point]]) -> Picture:
    last = [points[-1].figure for points in every]
    known, windows = found[0], [point.window for point in every[0]]
    lines = [
        Line(_name(known), [point._replace(record=False).mark for point in points])
        for known, points in zip(found, every, strict=True)
    ]
    facts = {
        **chart_words.names(known),
        "flow": last[0].flow,
        "partners": [_place(known) for known in found],
        "first": windows[0],
        "last": windows[-1],
    }
    ends = [say("charts.end", name=_name(known), figure=one) for known, one in zip(found, last, strict=True)]
    newest = max(last, key=lambda figure: figure.vintage.day if figure.vintage else windows[0].first)
    return Picture(
        "lines",
        _title(found, last, facts),
        say(
            "charts.compared",
            "balance" if last[0].flow == "balance" else None,
            every=say("charts.every", windows[-1].span, last=windows[-1]),
            **facts,
        ),
        say("charts.compared_alt", ends=ends, figures=last, **facts),
        lines[0].marks,
        chart_words.source(known, newest),
        lines,
    )


def _place(known: Known) -> places.Place:
    return places.place(known.question.partner)


def _name(known: Known) -> Statement:
    return say("name", place=_place(known))


def _title(found: Sequence[Known], last: Sequence[Figure], facts: dict[str, Any]) -> Statement:
    """Whose last figure is the largest, and of balances whose deficit is the widest."""
    ranked = sorted(zip(last, found, strict=True), key=lambda pair: -(pair[0].value or 0))
    (high, most), (low, least) = ranked[0], ranked[-1]
    facts = facts | {
        "window": high.window,
        "high": high,
        "most": _place(most),
        "low": low,
        "least": _place(least) if (low.value or 0) < 0 else None,
        "size": low.money and abs(low.money),
        "count": len(found),
    }
    if high.flow != "balance":
        return say("charts.compared_title", figures=[high], **facts)
    side = "balance" if (high.value or 0) > 0 else "deficit"
    return say("charts.compared_title", side, figures=[high, low], **facts)


def _report(
    found: Sequence[Known], pairs: Sequence[Series], every: Sequence[Sequence[Point]], picture: Picture
) -> Report:
    known, last = found[0], every[0][-1]
    flow, span = last.figure.flow, last.window.span
    columns = [Column("period", left=True), *(Column("name", {"place": _place(one)}) for one in found)]
    table: list[list[Cell]] = [
        [points[0].label, *(point.figure.money for point in points)] for points in zip(*every, strict=True)
    ]
    flat = [(one, point) for one, points in zip(found, every, strict=True) for point in points]
    vintage = max(point.figure.vintage.day for _, point in flat if point.figure.vintage)
    return Report(
        schema="trade.chart/1",
        question={
            **asked(known.question, known.source),
            "through": last.label,
            "flow": flow,
            "span": span,
            "compare": [one.question.partner for one in found],
        },
        currency=known.currency,
        title=picture.title,
        subtitle=subtitle(known, vintage, FLOWS if flow == "balance" else (flow,)),
        table=Table(columns, table),
        findings=[picture.alt],
        notes=list(notes(known, [])),
        row_type=Row,
        rows=[row(one, point) for one, point in flat],
        displays={"value_display": [point.figure.money for _, point in flat]},
        row_figures=[(point.figure,) for _, point in flat],
        used=sorted({origin for pair in pairs for origin in pair.used(last.window.through, (span,))}),
        manifest=known.origins,
        largest=largest([point.figure.money for _, point in flat]),
    )
