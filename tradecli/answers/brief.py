"""`trade brief`: a release for a month, every figure of it traced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

import polars as pl

from tradecli import periods
from tradecli.answers import mirror, mirror_report, surplus
from tradecli.answers import notes as qualifying
from tradecli.answers import records as all_records
from tradecli.answers.how_sure import how_sure
from tradecli.answers.pair import Pair
from tradecli.answers.records import Answer as Records
from tradecli.answers.surplus import Answer as Surplus
from tradecli.answers.surplus_report import findings as told
from tradecli.answers.surplus_report import rate
from tradecli.document import Document, Line, Section, Trace
from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.model.picture import Picture
from tradecli.model.report import Report as TypedReport
from tradecli.question import Known
from tradecli.report import Amount, Cell, Column, Rate, Statement, Table, say
from tradecli.reports import chart, drivers, partners
from tradecli.schema import FLOWS
from tradecli.statistics.growth import month_on_month
from tradecli.statistics.records import WINDOW
from tradecli.statistics.streaks import rise, streak
from tradecli.vintages import read_stamp

Found = TypeVar("Found")
#: Months of the chart.
CHARTED = 36
#: Streaks of growth shorter than this are not worth a sentence.
WORTH_TELLING = 3


class Parts(NamedTuple):
    """The answers a release is put together from; None where nothing is held for one."""

    surplus: Surplus
    records: Records
    by_commodity: TypedReport | None
    by_partner: TypedReport | None
    partners: TypedReport | None
    mirror: mirror.Answer | None


def gathered(known: Mapping[str, Sequence[Known]], through: date | None) -> Parts:
    """Ask each answer for the month of the release.

    Args:
        known: What `load.for_brief` found.
        through: The month; None means the newest whose year-to-date balance is defined.

    Raises:
        NoData: The balance of the month is not known.
    """
    found = surplus.answer(known["pair"][-1], through)
    last = found.through
    moved: dict[str, Any] = {"flow": "export", "span": "year_to_date", "through": last}
    groups, everyone, mirrored = known["groups"], known["partners"], known["mirror"]
    ranking: dict[str, Any] = {**moved, "by": "balance", "flow": ""}
    return Parts(
        found,
        all_records.answer(known["pair"], last),
        _if_held(lambda: drivers.report(groups[0], by="commodity", **moved)) if groups else None,
        _if_held(lambda: drivers.report(everyone[0], by="partner", **moved)) if everyone else None,
        _if_held(lambda: partners.report(everyone[0], **ranking)) if everyone else None,
        _if_held(lambda: mirror.answer(mirrored[0], mirrored[1], last)) if mirrored else None,
    )


def _if_held(ask: Callable[[], Found]) -> Found | None:
    """An answer, or None where nothing is published for it."""
    try:
        return ask()
    except NoData:
        return None


class Book:
    """The traces of a text, each figure numbered once, in the order of first use."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[Any, int] = {}
        self.traces: list[Trace] = []

    def window(self, pair: Pair, window: dict[str, Any], span: str) -> int | None:
        """The number of the trace of one window; None where there is no figure."""
        if window["value"] is None:
            return None
        question = pair.known.question
        key = (question.reporter, question.partner, window["flow"], span, window["period"])
        if key not in self._numbers:
            facts = {"flow": window["flow"], "span": span, "through": window["period"]}
            reporter, partner = places.place(question.reporter), places.place(question.partner)
            what = say("brief.trace", reporter=reporter, partner=partner, **facts)
            files = _files(pair, window, span)
            vintage = read_stamp(window["stamp"])[0]
            self._add(key, Trace(what, window["value"], window["basis"], pair.known.source, vintage, files))
        return self._numbers[key]

    def first(self, pair: Pair, statement: Statement) -> int | None:
        """The number of the trace of a figure as it was first reported."""
        told = statement.facts
        key = ("first", told["flow"], told["span"], told["through"])
        rows = pair.known.observations.filter(
            (pl.col("flow") == told["flow"])
            & (pl.col("period") == told["through"])
            & (pl.col("vintage") == told["day"])
            & (pl.col("partner") == pair.known.question.partner)
            & (pl.col("value") == told["value"].value)
        )
        if rows.is_empty():
            return None
        if key not in self._numbers:
            row, manifest = rows.row(0, named=True), pair.known.origins()
            reporter, partner = (places.place(row[name]) for name in ("reporter", "partner"))
            facts = {name: told[name] for name in ("flow", "span", "through")}
            what = say("brief.trace", reporter=reporter, partner=partner, **facts)
            files = [{"id": row["origin"], **manifest.get(row["origin"], {})}]
            self._add(key, Trace(what, row["value"], "published", row["source"], row["vintage"], files))
        return self._numbers[key]

    def report(
        self, name: str, source: str, vintage: date | None, provenance: Sequence[Mapping[str, Any]]
    ) -> int:
        """The number of the trace of a whole answer, such as the drivers."""
        if name not in self._numbers:
            self._add(name, Trace(say(f"brief.trace_{name}"), None, "", source, vintage, provenance))
        return self._numbers[name]

    def _add(self, key: Any, trace: Trace) -> None:
        self.traces.append(trace)
        self._numbers[key] = len(self.traces)


def _files(pair: Pair, window: dict[str, Any], span: str) -> list[dict[str, Any]]:
    """The files behind one window: its own, its months', or those of both flows of a difference."""
    manifest = pair.known.origins()
    return [{"id": origin, **manifest.get(origin, {})} for origin in sorted(_origins(pair, window, span))]


def _origins(pair: Pair, window: dict[str, Any], span: str) -> set[str]:
    if window["origin"]:
        return set(window["origin"].split())
    if window["basis"] == "difference":
        sides = [
            row
            for row in pair.at(span, window["period"])
            if row["flow"] != "balance" and row["stamp"] is not None
        ]
        return {origin for side in sides for origin in _origins(pair, side, span)}
    months = pair.windows("month").filter(
        (pl.col("flow") == window["flow"])
        & (pl.col("period") <= window["period"])
        & (pl.col("period") > window["period"].replace(year=window["period"].year - 1))
        & pl.col("origin").is_not_null()
    )
    if span == "year_to_date":
        months = months.filter(pl.col("period").dt.year() == window["period"].year)
    return {origin for text in months["origin"].to_list() for origin in text.split()}


def document(parts: Parts) -> Document:
    """The release: headline, paragraphs, table, chart and the traces of all of it."""
    found = parts.surplus
    book = Book()
    sections = [*_paragraphs(parts, book), *_evidence(parts, book)]
    table, traced = _table(found, book)
    question = found.known.question
    newest = max(row["vintage"] for row in found.rows if row["vintage"])
    return Document(
        title=headline(found),
        subtitle=qualifying.subtitle(found.known, newest, FLOWS),
        sections=sections,
        table=table,
        cell_traces=traced,
        picture=_picture(found),
        traces=book.traces,
        notes=list(_notes(parts, question.partner)),
        currency=found.known.currency,
    )


def _picture(found: Surplus) -> Picture:
    """The balance over time, to the newest month held; a flow where no balance is."""
    held = found.pair.windows("month").filter(
        (pl.col("period") <= found.through) & pl.col("value").is_not_null()
    )
    flow = next(flow for flow in reversed(FLOWS) if flow in held["flow"].to_list())
    last = held.filter(pl.col("flow") == flow)["period"].to_list()[-1]
    return chart.series(found.known, flow, last, CHARTED).picture


def _pair(found: Surplus) -> dict[str, Any]:
    question = found.known.question
    return {"reporter": places.place(question.reporter), "partner": places.place(question.partner)}


def headline(found: Surplus) -> Statement:
    """What the month was, or the year to date where only that is known: exports, growth, balance, records."""
    span = "month" if found.row("balance", "month")["value"] is not None else "year_to_date"
    export, balance = found.row("export", span), found.row("balance", span)
    return say(
        "brief.headline",
        span=span,
        through=found.through,
        export=Amount(export["value"], export["precision"]),
        export_yoy=rate(export),
        export_record=bool(export["record"]),
        balance=Amount(balance["value"], balance["precision"]),
        balance_record=bool(balance["record"]),
        **_pair(found),
    )


def _paragraphs(parts: Parts, book: Book) -> Iterator[Section]:
    found = parts.surplus
    for flow in ("export", "import"):
        yield Section(say(f"row_{flow}"), list(_flow(found, flow, book)))
    yield Section(say("row_balance"), [*_flow(found, "balance", book), *_thresholds(found, book)])


def _thresholds(found: Surplus, book: Book) -> Iterator[Line]:
    """A year to date that exceeds whole years."""
    pair = found.pair
    for statement in told(found):
        if statement.key in {"exceeds_every_year", "exceeds_last_year"}:
            own = found.row("balance", "year_to_date")
            years = {statement.facts["year"], statement.facts.get("last_year", statement.facts["year"])}
            windows = [(own | {"period": found.through}, "year_to_date")]
            windows += [(pair.at("year", periods.december(year))[2], "year") for year in sorted(years)]
            yield Line(statement, _numbered(book, pair, windows))


def _numbered(book: Book, pair: Pair, windows: Sequence[tuple[dict[str, Any], str]]) -> list[int]:
    numbers = (book.window(pair, window, span) for window, span in windows)
    return [number for number in numbers if number]


def _previous(pair: Pair, standing: Statement, span: str) -> list[tuple[dict[str, Any], str]]:
    """The window of the figure that a record or rank is compared with."""
    period = standing.facts.get("previous_period")
    windows = pair.at(span, period) if period else []
    return [(window, span) for window in windows if window["flow"] == standing.facts["flow"]]


def _flow(found: Surplus, flow: str, book: Book) -> Iterator[Line]:
    """A flow's month against the year and month before, its standing, its streak, its year to date."""
    pair = found.pair
    for span in ("month", "year_to_date"):
        row = found.row(flow, span)
        if row["value"] is None or (span == "year_to_date" and found.through.month == 1):
            continue
        window = {**row, "period": row["through"]}
        base = next(w for w in pair.at(span, _year_before(found.through)) if w["flow"] == flow)
        numbers = [book.window(pair, window, span), book.window(pair, base, span)]
        facts = {"flow": flow, "span": span, "through": found.through, "mom": None, **_pair(found)}
        if span == "month":
            before, mom = _month_before(pair, flow, found.through)
            facts["mom"] = mom
            numbers.append(book.window(pair, before, "month") if before else None)
        value = Amount(row["value"], row["precision"])
        traces = [number for number in numbers if number]
        yield Line(say("brief.flow", value=value, yoy=rate(row), **facts), traces)
        if flow == "balance" and row["growth_note"]:
            yield from (
                Line(moved, traces)
                for moved in qualifying.movement(row, {"span": span, "through": found.through})
            )
        standing = qualifying.standing(row, span)
        compared = [(window, span), *_previous(pair, standing, span)]
        yield Line(standing, _numbered(book, pair, compared))
        for statement in told(found):
            if statement.key == "reported" and (statement.facts["flow"], statement.facts["span"]) == (
                flow,
                span,
            ):
                number = book.first(pair, statement)
                yield Line(statement, [number] if number else [])
        if span == "month":
            yield from _streaks(pair, flow, found.through, traces[:1])


def _year_before(period: date) -> date:
    return period.replace(year=period.year - 1)


def _month_before(pair: Pair, flow: str, through: date) -> tuple[dict[str, Any] | None, Rate | None]:
    """The window of the month before, and the growth on it."""
    rows = month_on_month(pair.windows("month")).filter(flow=flow, period=through).to_dicts()
    if not rows or rows[0]["base_value"] is None:
        return None, None
    row = rows[0]
    before = next(w for w in pair.at("month", periods.shift(through, -1)) if w["flow"] == flow)
    return before, Rate(
        row["value"], row["units"], row["base_value"], row["base_units"], row["mom_note"] or ""
    )


def _streaks(pair: Pair, flow: str, through: date, traces: Sequence[int]) -> Iterator[Line]:
    if flow == "balance":
        return
    counted = streak(pair.windows("month"), rise()).filter(flow=flow, period=through).to_dicts()
    for row in counted:
        length = row["streak"] if row["streak"] is not None else row["at_least"] or 0
        if abs(length) >= WORTH_TELLING:
            yield Line(say("streak", flow=flow, length=length, at_least=row["streak"] is None), traces)


def _evidence(parts: Parts, book: Book) -> Iterator[Section]:
    """Records, drivers, partners, mirror: what is held of them."""
    yield Section(say("brief.records"), list(_records(parts.records, book)), listed=True)
    driving = [
        *_reported("by_commodity", parts.by_commodity, book),
        *_reported("by_partner", parts.by_partner, book),
    ]
    yield Section(say("brief.drivers"), driving or [Line(say("brief.not_held"))], listed=True)
    if parts.partners:
        lines = list(_reported("partners", parts.partners, book))
        yield Section(say("brief.partners"), lines or [Line(say("brief.not_held"))], listed=True)
    compared = list(_mirrored(parts.mirror, book))
    yield Section(say("brief.mirror"), compared or [Line(say("brief.not_held"))], listed=True)


def _records(found: Records, book: Book) -> Iterator[Line]:
    """Every record and tie of the month; a line that says so where there is none."""
    partner = found.pairs[-1].known.question.partner
    own = [row for row in found.rows if row.get("record") and row["partner"] == partner]
    # A record of any month is one of its own month too, and need not be told twice.
    highest = {row["flow"] for row in own if row["kind"] == "month"}
    held = [row for row in own if not (row["kind"] == "same_month" and row["flow"] in highest)]
    flows = list(FLOWS)
    order = {kind: place for place, kind in enumerate(dict.fromkeys(row["kind"] for row in found.rows))}
    for row in sorted(held, key=lambda row: (order[row["kind"]], flows.index(row["flow"]))):
        numbers = _numbered(book, found.pairs[-1], list(_behind(found, row)))
        if row["kind"] == "share":
            world = found.pairs[0]
            total = world.at("month", found.through)[flows.index(row["flow"])]
            numbers += _numbered(book, world, [(total, "month")])
        yield Line(row["says"], numbers)
    if not held:
        yield Line(say("brief.no_records"))


def _behind(found: Records, row: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """The windows that a record rests on: its own, and the one it is compared with or measured by."""
    pair, derived = found.pairs[-1], row["kind"] in {"growth", "share"}
    kind = "month" if derived else WINDOW.get(row["kind"], row["kind"])
    flow = FLOWS.index(row["flow"])
    yield pair.at(kind, found.through)[flow], kind
    if row["kind"] == "growth":
        yield pair.at("month", _year_before(found.through))[flow], kind
    if "standing" in row["says"].facts:
        yield from _previous(pair, row["says"].facts["standing"], kind)


def _reported(name: str, found: TypedReport | None, book: Book) -> Iterator[Line]:
    """What `drivers` or `partners` found, traced to the whole of their answer."""
    if found is None:
        return
    manifest = found.manifest()
    used = [{"id": origin, **manifest.get(origin, {})} for origin in found.used]
    days = [figure.vintage.day for shown, *_ in found.row_figures if (figure := shown).vintage]
    source = found.row_figures[-1][0].source
    number = book.report(name, source, max(days), used)
    yield from (Line(statement, [number]) for statement in found.findings)


def _mirrored(found: mirror.Answer | None, book: Book) -> Iterator[Line]:
    if found is None:
        return
    sources = f"{found.own.known.source}, {found.other.known.source}"
    number = book.report("mirror", sources, None, mirror_report.report(found).provenance())
    # Why the two differ is told among the notes on method.
    reasons = {"mirror.why", *(reason.key for reason in mirror_report.reasons(found))}
    for statement in mirror_report.findings(found):
        if statement.key not in reasons:
            yield Line(statement, [number])


def _table(found: Surplus, book: Book) -> tuple[Table, list[list[int]]]:
    """Month and year to date of the three flows, each cell with the trace of its figure."""
    spans = ["month", *(["year_to_date"] if found.through.month > 1 else [])]
    columns = [Column("flow", left=True)]
    for span in spans:
        facts = {"span": span, "through": found.through}
        columns += [Column("window", facts), Column("yoy"), Column("change")]
    rows: list[list[Cell]] = []
    traced: list[list[int]] = []
    for flow in FLOWS:
        cells: list[Cell] = [say(f"row_{flow}")]
        numbers = [0]
        for span in spans:
            row = found.row(flow, span)
            coarsest = max((p for p in (row["precision"], row["base_precision"]) if p), default=None)
            change = Amount(row["change"], coarsest, signed=True)
            cells += [Amount(row["value"], row["precision"]), rate(row), change]
            number = book.window(found.pair, {**row, "period": row["through"]}, span) or 0
            numbers += [number] * 3
        rows.append(cells)
        traced.append(numbers)
    return Table(columns, rows), traced


def _notes(parts: Parts, partner: str) -> Iterator[Statement]:
    """How the figures are to be read, and how sure they are."""
    found = parts.surplus
    yield from how_sure(found.known, found.through, "export")
    yield from qualifying.reading(found.known)
    if not found.known.question.table:
        yield say("brief.valuation")
    for row in found.rows:
        yield from qualifying.on_row(row)
    yield from qualifying.adding_up([found.row(flow, "month") for flow in FLOWS], found.through)
    yield from qualifying.day_inferred(found.rows, found.known.question)
    yield from qualifying.new_year(found.pair, found.known.question.reporter, found.through)
    yield from qualifying.leap_year(found.through)
    if parts.mirror:
        yield from mirror_report.reasons(parts.mirror)
