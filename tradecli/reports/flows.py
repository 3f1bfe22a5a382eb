"""`trade exports` and `trade imports`: a flow by month, quarter or year; the balance too, with both flows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tradecli import periods
from tradecli.facts import places
from tradecli.model.figure import Window
from tradecli.model.report import Report, Statement
from tradecli.question import Known
from tradecli.reports import qualify, series_notes, series_quantities
from tradecli.reports.series_asked import Asked
from tradecli.reports.series_lines import Line, Others, Pair, Trade
from tradecli.reports.series_rows import Row, displays, row
from tradecli.reports.series_tables import RECORD_MARK, table
from tradecli.reports.shared import asked as as_asked
from tradecli.reports.shared import goods, say, standing, streak, subtitle, trend


def report(
    known: Sequence[Known],
    flow: str,
    asked: Asked,
    others: Sequence[Others] = (),
    notes: Sequence[Statement] = (),
) -> Report:
    """A flow, or the balance with both flows, of one or several partners; see `Trade` for errors.

    Args:
        known: The pairs, as known on the question's day, each partner once.
        flow: `export`, `import` or `balance`.
        asked: Which periods.
        others: What stands beside the figures of each pair.
        notes: What is to be said of the question itself.
    """
    trade = Trade(known, flow, asked, others)
    lines = list(trade.all())
    newest = max((line.figure.vintage.day for _, line in lines if line.figure.vintage), default=None)
    return Report(
        schema="trade.surplus_series/1" if flow == "balance" else f"trade.{flow}s/1",
        question=_question(trade),
        currency=trade.known.currency,
        title=_title(trade),
        subtitle=subtitle(trade.known, newest, trade.flows),
        table=table(trade),
        findings=[finding for pair in trade.pairs for finding in _findings(trade, pair)],
        notes=[*notes, *_notes(trade)],
        row_type=Row,
        rows=[row(trade, pair, line) for pair, line in lines],
        displays=displays(trade, [line for _, line in lines]),
        row_figures=[line.figures() for _, line in lines],
        used=trade.used(),
        manifest=trade.known.origins,
        trend=trend(trade.pairs[0].series, flow, trade.through) if _alone(trade) else None,
    )


def _question(trade: Trade) -> dict[str, Any]:
    """The question as JSON values; several partners are also listed."""
    said, codes = trade.asked, [pair.known.question.partner for pair in trade.pairs]
    return {
        **as_asked(trade.known.question, trade.known.source),
        "partner": ",".join(codes),
        "partners": codes,
        "through": periods.label(trade.through),
        "since": periods.label(said.since) if said.since else None,
        "months": len(trade.windows) if said.by == "month" else said.months,
        "by": said.by,
        "share": said.share,
        "unit_value": said.unit_value,
        "re_traded": said.again,
    }


def _title(trade: Trade) -> Statement:
    question, said = trade.known.question, trade.asked
    usual = said.by == "month" and said.since is None and len(trade.pairs) == 1 and trade.flow != "balance"
    adjusted = None if question.adjustment == "none" else question.adjustment
    facts: dict[str, Any] = {
        "flow": trade.flow,
        "reporter": places.place(question.reporter),
        "goods": goods(question, trade.flow),
        "adjustment": adjusted,
    }
    if usual:
        return say("title_flow", partner=trade.pairs[0].place, through=trade.through, **facts)
    partners = [pair.place for pair in trade.pairs]
    first, last = trade.windows[0], trade.windows[-1]
    return say(
        "series.title",
        "balance" if trade.flow == "balance" else None,
        partners=say("series.partners", places=partners[:-1] or None, last=partners[-1]),
        by=None if said.by == "month" else say("series.by", said.by),
        when=say("series.when", None if len(trade.windows) > 1 else "one", first=first, last=last),
        **facts,
    )


def _findings(trade: Trade, pair: Pair) -> Iterator[Statement]:
    """What the last period with a figure shows: where it stands, and its streak."""
    lines = pair.lines[trade.flow]
    alone = _alone(trade)
    last = lines[-1] if alone else _last(lines)
    if last is None or last.figure.money is None:
        return
    figures, facts = [last.figure, last.base], {"partner": pair.place, "window": last.figure.window}
    if alone:
        yield standing(last.rank)
    else:
        kind, rank = ("balance" if trade.flow == "balance" else None), standing(last.rank)
        moved: dict[str, Any] = {"figure": last.figure, "growth": last.growth, "standing": rank}
        yield say("series.line", kind, figures=figures, **moved, **facts)
    if last.share_place and last.share_place.record and last.total and last.share_place.since:
        since = Window(trade.asked.by, last.share_place.since)
        shared = {"share": last.share, "flow": trade.flow, "since": since}
        yield say("series.share_record", figures=[last.figure, last.total], **shared, **facts)
    if alone and last.streak and last.streak.length:
        yield streak(last.figure, last.base, last.streak, last.growth)


def _alone(trade: Trade) -> bool:
    """Whether it is one flow with one partner, month by month."""
    return trade.asked.by == "month" and trade.flow != "balance" and len(trade.pairs) == 1


def _last(lines: Sequence[Line]) -> Line | None:
    """The newest line with a figure."""
    return next((line for line in reversed(lines) if line.figure.money), None)


def _notes(trade: Trade) -> Iterator[Statement]:
    """What qualifies the figures."""
    yield from qualify.merged(_each_note(trade))


def _each_note(trade: Trade) -> Iterator[Statement]:
    yield from qualify.adjustment(trade.known)
    for pair in trade.pairs:
        shown = [line.figure for one, line in trade.all() if one is pair]
        yield from series_notes.members(pair, shown[::-1])
    yield from series_notes.together(trade)
    if any(line.rank.record for _, line in trade.all()):
        yield say("as_computed", mark=RECORD_MARK)
    yield from series_notes.reach(trade)
    for pair in trade.pairs:
        yield from series_notes.figures(trade, pair)
        lines = pair.lines[trade.flow]
        place = pair.place if len(trade.pairs) > 1 else None
        yield from series_quantities.notes([line.per_unit for line in lines if line.per_unit], place)
    if trade.asked.again:
        yield say("series.again_is", trade.flow)
    yield from qualify.day_inferred([line.figure for _, line in trade.all()], trade.known.question)
    if trade.asked.by == "month":
        if trade.known.question.adjustment == "none" and len(trade.pairs) == 1:
            yield from qualify.new_year(trade.pairs[0].series, trade.through)
        yield from qualify.leap_year(trade.through)
