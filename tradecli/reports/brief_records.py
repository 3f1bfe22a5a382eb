"""The records of a month that the paragraphs of a release do not tell, as a small table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradecli.model.figure import Figure, Window
from tradecli.model.report import Cell, Column, Columns, Statement, Table
from tradecli.reports import records
from tradecli.reports.records_figures import Entry, Records
from tradecli.reports.shared import say

#: Records of what is no amount.
MEASURED = ("growth", "share")


def others(placed: Records, told: set[tuple[str, str]]) -> list[Entry]:
    """The records of the pair, but those whose flow and kind have been told."""
    # Through December the year to date is the year.
    told = told | {(flow, "year") for flow, span in told if span == "year_to_date"}
    return [entry for entry in records.made(placed) if (entry.figure.flow, entry.kind) not in told]


def table(made: Sequence[Entry]) -> Table:
    """A line a record: the figure, the record before, when that was, and what has passed it since."""
    columns: Columns[Entry] = [
        (Column("brief.record_header", left=True), _record),
        (Column("value"), lambda entry: entry.shown),
        (Column("brief.before_header"), lambda entry: entry.shown_before),
        (Column("previous_period", left=True, drop=1), _when),
        (Column("brief.passed_header", left=True, drop=2), _passed),
    ]
    if not any(entry.passed for entry in made):
        del columns[-1]
    return Table.of(made, columns)


def behind_record(placed: Records, entry: Entry) -> Iterator[Figure]:
    """The figures of a record, and those from which the rate or share before it was computed."""
    yield from entry.figures
    if entry.kind not in MEASURED or entry.previous_window is None:
        return
    own = placed.series[-1]
    before = own.figure(entry.figure.flow, entry.previous_window)
    yield before
    world = placed.series[0]
    yield own.base(before) if entry.kind == "growth" else world.figure(before.flow, before.window)


def _record(entry: Entry) -> Statement:
    """Of what a record is: a flow in a window, its growth, its share."""
    figure = entry.figure
    window = Window(entry.kind, figure.window.through) if entry.kind == "same_month" else figure.window
    kind = entry.kind if entry.kind in MEASURED else None
    return say("brief.record_of", kind, flow=figure.flow, window=window)


def _when(entry: Entry) -> Cell:
    return entry.previous_window and _short(entry.previous_window)


def _short(window: Window) -> Statement:
    """The year of what is compared within years, else the last month."""
    if window.span in {"month", "rolling_12"}:
        return say("brief.month", window=Window("month", window.through))
    return say("brief.when", window=window)


def _passed(entry: Entry) -> Cell:
    if entry.passed is None or entry.passed_window is None:
        return ""
    return say("brief.passed", money=entry.passed, when=_short(entry.passed_window))
