"""Which period each number of an English sentence is of, and what it is compared with. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradecli import periods
from tradecli.model.figure import Window
from tradecli.reading import calendar
from tradecli.reading.english_segments import Part
from tradecli.reading.tokens import Token

#: What may stand between a number and its own period.
_NEXT = re.compile(
    r"[ ,]*(?:(?:in|for|of|over|during|through|seen in|recorded in|posted in|reported for"
    r"|logged in|the|both|all|whole"
    r"|entire|registered in|that|level|growth|gain|rise|increase|fall|drop|decline|surplus"
    r"|deficit|recorded|a|from"
    r"|jump|at|year|trade|earned|seen) ?)*"
)
_SAME = re.compile(
    r"\b(?:from|than|on|over|with|to|against|versus)(?: in| that of| that in)? the"
    r" (?:same|corresponding|comparable|year-ago|equivalent) \w+(?: of| in)? $"
)
#: A part of so few characters holds little more than its period.
_SHORT = 40
_LEVEL = re.compile(r"\b(?:level|levels|that|those|figure|total|value) (?:of|in|for|seen in)(?: the)? $")


#: Between "below" and the period of what is compared with: "below the July figure".
_BASE_LEVEL = re.compile(
    r" (?:(?:than|of|the|its|their|that|those|figure|level)"
    r" (?:(?:the|its|that|those|figure|level|in|of|for|seen) )*)?"
)
#: "In the same month" is the month spoken of, unless it is compared with.
_IN_SAME = re.compile(r"(?<!than )(?<!with )(?<!from )(?<!to )\b(?:in|during|over|for) the $", re.IGNORECASE)


class Mark(NamedTuple):
    """A period of a sentence, where it stands, and whether it is only what a growth rate is on."""

    token: Token
    window: Window | None
    basis: bool


class Times(NamedTuple):
    """The periods of a part: its marks, the main one, and what to take where it names none."""

    marks: tuple[Mark, ...]
    main: Window | None
    inherited: Window | None
    near: bool
    unknown: bool


def times(sentence: str, parts: list[Part], about: Window, made_month: Window) -> list[Times]:
    """The periods of every part of a sentence."""
    found: list[Times] = []
    main: Window | None = None
    for part in parts:
        marks = tuple(_mark(sentence, part, place, main or about, made_month) for place in _dated(part))
        own = [mark for mark in marks if not mark.basis and not part.base and _counts(part, mark)]
        last = own[-1].window if own and not _aside(part) else None
        found.append(Times(marks, last, main, main is not None, any(mark.window is None for mark in own)))
        main = last or main
    return _backwards(parts, found)


def _elliptical(part: Part) -> bool:
    """Whether a part only goes on with the one before: ", to US$36 billion in June"."""
    bare = not any(one.kind in {"flow", "move"} for one in part.tokens)
    return part.bond == "comma" and bare and (bool(part.numbers) or part.end - part.start < _SHORT)


def _counts(part: Part, mark: Mark) -> bool:
    """Whether a period is of what is said: of numbers, of a flow, or one that leads to them."""
    named = bool(part.numbers) or any(one.kind == "flow" for one in part.tokens)
    return named or part.end - part.start < _SHORT or mark.token.start - part.start < 12


def _aside(part: Part) -> bool:
    """Whether a part only says where something stood: "the third-biggest generator of 2019"."""
    forms = {one.number.form for one in part.numbers if one.number}
    moves = any(one.kind in {"move", "flow"} for one in part.tokens) and not forms
    return part.bond in {"comma", "which"} and bool(forms) and forms <= {"rank"} and not moves


def _dated(part: Part) -> list[int]:
    return [place for place, one in enumerate(part.tokens) if one.kind in {"period", "relative"}]


def _mark(sentence: str, part: Part, place: int, about: Window, made_month: Window) -> Mark:
    one = part.tokens[place]
    window = one.window if one.kind == "period" else relative(one.what, about, made_month)
    words = sentence[one.start : one.end].lower()
    if words in {"same month", "same period"} and _IN_SAME.search(sentence[: one.start][-12:]):
        window = about
    return Mark(one, window, _is_basis(sentence, part, place))


def _is_basis(sentence: str, part: Part, place: int) -> bool:
    """Whether a period is only compared with: "up 74% from November 2022", "above their level of May"."""
    one = part.tokens[place]
    before = part.tokens[place - 1] if place else None
    text = sentence[max(part.start, one.start - 40) : one.start]
    if re.search(
        r"\b(?:base|base of|base from|base in"
        r"|since|early|late|mid|end of|since the end of|until|before)[ -](?:the )?$",
        text,
    ) or _SAME.search(text):
        return True
    following = part.tokens[place + 1] if place + 1 < len(part.tokens) else None
    if before is None:
        return False
    if _of_multiple(sentence, part, place) or (_multiple_before(part, place) and _LEVEL.search(text)):
        return True
    close = sentence[before.end : one.start]
    if before.kind == "after" and sentence[before.start : before.end].lower() not in {"over", "under"}:
        return _LEVEL.search(text) is not None or _BASE_LEVEL.fullmatch(close) is not None
    if before.kind != "compare" or (part.base and part.tokens[0] is before and part.numbers):
        return False
    leading = part.bond == "start" and place <= 1
    counted = following is not None and following.kind == "number"
    joined = re.fullmatch(r" (?:the |that of |that in |its |those of |in |in the )?", close) is not None
    return joined and not leading and not counted


def relative(what: str, about: Window, made_month: Window) -> Window | None:
    """A period that hangs on the one the sentence is about.

    Examples:
        >>> from datetime import date
        >>> may = Window("month", date(2025, 5, 1))
        >>> relative("year_before", may, may).label, relative("month_before", may, may).label
        ('2024-05', '2025-04')
    """
    through = about.through
    if what in {"month_before", "quarter_before"}:
        kind = "quarter" if what == "quarter_before" else "month"
        return calendar.before(Window(kind, through))
    if what == "year_before":
        return about.year_before
    if what in {"year_to_date", "this_year"}:
        known = made_month if made_month.through.year == through.year else about
        return Window("year_to_date", known.through)
    if what == "quarter":
        return Window("quarter", periods.shift(made_month.through, -(made_month.through.month % 3)))
    simple = {
        "year": calendar.whole_year(through.year),
        "last_year": calendar.whole_year(periods.shift(made_month.through, 1).year - 1),
        "last_month": made_month,
        "this_month": Window("month", through),
        "the_month": about if about.span == "month" else made_month,
        "twelve": Window("rolling_12", through),
    }
    return simple.get(what)


def _backwards(parts: list[Part], found: list[Times]) -> list[Times]:
    """A period named only later holds before it too, where nothing but "and" or an aside stands between."""
    filled: list[Times] = []
    later: Window | None = None
    for part, one in zip(reversed(parts), reversed(found), strict=True):
        missing = one.main is None and one.inherited is None and not part.base
        filled.append(one._replace(inherited=later, near=True) if missing and later else one)
        later = one.main or later
        if part.bond != "weak" and not _elliptical(part):
            later = None
    return filled[::-1]


def attached(sentence: str, part: Part, place: int, own: Times) -> Mark | None:
    """The period right beside a number, else the one before it in its part, else the one after."""
    number = part.tokens[place]
    doubled = _of_multiple(sentence, part, place + 1)
    marks = [mark for mark in own.marks if not mark.basis or doubled]
    if not marks:
        return None
    following = _following(sentence, part, place, marks)
    if following is not None:
        return following
    before = [mark for mark in marks if mark.token.start < number.start]
    after = [mark for mark in marks if mark.token.start > number.start]
    return before[-1] if before else after[0]


def _of_multiple(sentence: str, part: Part, place: int) -> bool:
    """Whether the number just before a place is what a multiple is of: "double the US$4.7 billion"."""
    if place < 2:
        return False
    word, amount = part.tokens[place - 2], part.tokens[place - 1]
    multiple = word.number is not None and word.number.form in {"word", "times"}
    between = sentence[word.end : amount.start].strip()
    return multiple and amount.kind == "number" and between in {"the", "its", "", "a"}


def _multiple_before(part: Part, place: int) -> bool:
    """Whether "double" or the like stands before: what follows it is what is compared with."""
    forms = (one.number.form for one in part.tokens[:place] if one.number is not None)
    return any(form in {"word", "times"} for form in forms)


def _following(sentence: str, part: Part, place: int, marks: list[Mark]) -> Mark | None:
    last = part.tokens[place].end
    for one in part.tokens[place + 1 : place + 5]:
        mark = next((mark for mark in marks if mark.token is one), None)
        if mark is not None:
            return mark if _NEXT.fullmatch(sentence[last : one.start]) else None
        if one.kind not in {"basis", "move", "same", "flow"}:
            return None
        last = one.end
    return None
