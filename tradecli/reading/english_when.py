"""Which period a number of an English sentence is of, and how that is known. Pure."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.model.figure import Window
from tradecli.reading import calendar
from tradecli.reading.english_scene import Met
from tradecli.reading.english_times import attached, relative
from tradecli.reading.model import Evidence, Focus
from tradecli.reading.tokens import Token


class Line(NamedTuple):
    """A sentence as its slots are filled from it: text, number, tokens, flows, numbers and the focus."""

    text: str
    number: int
    tokens: list[Token]
    flows: list[Token]
    met: list[Met]
    focus: Focus


def when(line: Line, met: Met) -> tuple[Window, Evidence] | None:
    """The period of a number, and how it is known; None where one is named that cannot be told."""
    mark = attached(line.text, met.part, met.place, met.times)
    if met.part.base and not _extended(line, met) and not (mark is not None and mark.token.kind == "period"):
        return _base_period(line, met, mark.token.what if mark is not None else "")
    if mark is not None:
        named = mark.token.what == "the_month" and line.focus.period
        found = named[0] if named and named[0].span == "month" else mark.window
        return (_ended(met, found), "explicit") if found is not None else None
    if met.times.unknown:
        return None
    if met.times.inherited is not None:
        return _ended(met, met.times.inherited), "near"
    held = line.focus.period
    if (
        held is not None
        and line.number - held[1] <= 1
        and (met.scene.topic is None or _goes_on(line, met, held[0]))
    ):
        return _ended(met, held[0]), "carried"
    return _ended(met, line.focus.month), "focus"


def _extended(line: Line, met: Met) -> bool:
    """Whether a run is still going on: "extending a run of gains to ten months"."""
    number = met.token.number
    lead = line.text[met.part.start : met.part.start + 9].lower()
    return number is not None and number.form == "streak" and lead.startswith(("extending", "building"))


def _goes_on(line: Line, met: Met, held: Window) -> bool:
    """Whether a sentence that names no period still speaks of the year or its months: not of single goods."""
    return (
        held.span in {"year", "year_to_date"} and not met.scene.goods[0] and not line.text.startswith("By ")
    )


def _base_period(line: Line, met: Met, named: str) -> tuple[Window, Evidence] | None:
    """The period of a number that is compared with: a year or a month earlier; of growth the month before."""
    main = met.times.inherited or line.focus.month
    basis = next((one.what for one in met.part.tokens[met.place :] if one.kind == "basis"), "")
    if named:
        window = relative(named, main, calendar.last_month(line.focus.made))
        return (window, "explicit") if window is not None else None
    form = met.token.number.form if met.token.number else ""
    if form == "money" and not basis:
        return None
    if main.span == "month":
        return calendar.before(main), "near"
    return (main.year_before, "near")


def _ended(met: Met, window: Window) -> Window:
    """A run that ended in a month ran to the one before."""
    number = met.token.number
    ended = number is not None and number.form == "streak"
    if ended and number is not None and number.of == "" and window.span != "month":
        window = Window("month", window.through)
    if ended and any(one.kind == "ended" for one in met.part.tokens[: met.place]):
        return calendar.before(window)
    return window
