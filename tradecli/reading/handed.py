"""What is read in a text that was handed over: its sentences, and claims that stand there as lines. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tradecli.claims import Claim, from_line
from tradecli.claims import read as claims
from tradecli.errors import TradeError
from tradecli.reading import read
from tradecli.reading.document import TABLES, Document
from tradecli.reading.model import Reading, Slots, Span
from tradecli.reading.text import fold

#: A claim as a line begins with a word, such as a flow, and says what after a colon.
_LINE = re.compile(r"[a-z]+\b[^:\n]{0,300}:\s*\S[^\n]*")
#: A claim even if it cannot be read: with a period, or with a flow and no number before its colon.
_MEANT = re.compile(
    r"[a-z]+(?: [^:]*?)? \d{4}(?:-\d\d|-?[Qq]\d)?(?: [a-z_0-9]+)?\s*:"
    r"|(?:exports?|imports?|balance|surplus|deficit|trade)\b[^:\d]*:"
)
_NUMBER = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
#: The year before the first of the Republic of China, by which Taiwan counts.
_REPUBLIC = 1911
_WRITTEN = Slots("explicit", "explicit", "explicit", "explicit", "explicit")


def is_claims(text: str) -> bool:
    r"""Whether a text holds claims as `claims.read` reads them, and not prose: TOML tables, or lines.

    Examples:
        >>> is_claims("# a comment\nexports 2025-11: 64.05 bn"), is_claims("Exports in 2025: a record")
        (True, False)
    """
    if TABLES.search(text):
        return True
    lines = [line for each in text.splitlines() if (line := each.strip()) and not line.startswith("#")]
    claims = sum(_is_claim(line) for line in lines)
    return claims > 0 and 2 * claims >= len(lines)


def readings(document: Document, reporter: str = "TW") -> list[Reading]:
    """Every statement and number of a text, with places in what is read of it, in their order.

    Where the day of a file had to be assumed, a period is sure only if its year stands in the text. What has
    no name was said now.
    """
    text = document.text.text
    if TABLES.search(text):
        return list(_tables(text))
    lines = list(_claims(text))
    taken = {reading.span.start: reading.span.end for reading in lines}
    begins = sorted(taken)
    assumed = document.dated == "dateline_without_year" or (document.dated == "today" and document.name)
    years = frozenset(_NUMBER.findall(fold(text))) if assumed else None
    found = [
        _sure_of(reading, years)
        for reading in read(text, document.made, reporter=reporter)
        if not _within(reading.span, begins, taken)
    ]
    return sorted([*found, *lines], key=lambda reading: reading.span)


def _within(span: Span, begins: list[int], ends: dict[int, int]) -> bool:
    """Whether a place lies in a line that is a claim."""
    before = bisect_right(begins, span.start)
    return before > 0 and span.start < ends[begins[before - 1]]


def as_given(document: Document, found: list[Reading]) -> list[Reading]:
    """The same with places in the text as it was handed over."""
    return [reading._replace(span=document.text.given(reading.span)) for reading in found]


def _claims(text: str) -> Iterator[Reading]:
    """Claims that stand in a text as lines, an assertion a reading."""
    at = 0
    for line in text.splitlines(keepends=True):
        begin = at + len(line) - len(line.lstrip())
        at += len(line)
        if claim := _claim(line.strip()):
            yield from _of_claim(claim, Span(begin, begin + len(line.strip())), line.strip())


def _tables(text: str) -> Iterator[Reading]:
    """The claims of a TOML text, each where its table begins."""
    for claim, found in zip(claims(text), TABLES.finditer(text), strict=False):
        if isinstance(claim, Claim):
            yield from _of_claim(claim, Span(*found.span()), claim.text or found[0].strip())


def _of_claim(claim: Claim, span: Span, text: str) -> Iterator[Reading]:
    for said in claim.assertions:
        yield Reading(span, text, 0, "claim", claim._replace(assertions=(said,)), _WRITTEN)


def _is_claim(line: str) -> bool:
    """Whether a line is a claim, or was meant as one."""
    return _LINE.fullmatch(line) is not None and (bool(_MEANT.match(line)) or _claim(line) is not None)


def _claim(line: str) -> Claim | None:
    try:
        return from_line(line) if _LINE.fullmatch(line) else None
    except TradeError:
        return None


def _sure_of(reading: Reading, years: frozenset[str] | None) -> Reading:
    """A reading that is sure of its period only where the day of the text is, or its own year is named."""
    if reading.claim is None or years is None:
        return reading
    year = reading.claim.period.year
    return reading if {str(year), str(year - _REPUBLIC)} & years else reading._replace(certain=False)
