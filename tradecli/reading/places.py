"""A text made of another, in which every character knows where it stood. Pure."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tradecli.reading.model import Span


class Piece(NamedTuple):
    """Characters that replace those of a span; without replacement the span stays as it is."""

    span: Span
    text: str | None = None


class Placed(NamedTuple):
    """A text, and for each of its characters where what it was made of begins and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def whole(cls, text: str) -> Placed:
        """A text as it is."""
        return cls(text, range(len(text)), range(1, len(text) + 1))

    def given(self, span: Span) -> Span:
        """Where a span of this text stood.

        Examples:
            >>> text = Placed.whole("a **b** c").edited([Piece(Span(2, 4), ""), Piece(Span(5, 7), "")])
            >>> text.text, text.given(Span(2, 3)), text.given(Span(0, 5))
            ('a b c', Span(start=4, end=5), Span(start=0, end=9))
        """
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def edited(self, edits: Iterable[Piece]) -> Placed:
        """The same with some spans replaced, which follow one another and do not overlap."""
        at, pieces = 0, []
        for piece in edits:
            pieces += [Piece(Span(at, piece.span.start)), piece]
            at = piece.span.end
        return self.made_of([*pieces, Piece(Span(at, len(self.text)))]) if pieces else self

    def made_of(self, pieces: Iterable[Piece]) -> Placed:
        """The text that some pieces of this one make, in their order."""
        parts, starts, ends = [], array("L"), array("L")
        for (start, end), text in pieces:
            if text is None:
                parts.append(self.text[start:end])
                starts.extend(self.starts[start:end])
                ends.extend(self.ends[start:end])
            elif text:
                parts.append(text)
                first = self.starts[start] if start < len(self.starts) else len(self.starts)
                starts.extend([first] * len(text))
                ends.extend([self.ends[end - 1] if end > start else first] * len(text))
        return Placed("".join(parts), starts, ends)

    def replaced(self, pattern: re.Pattern[str], text: str) -> Placed:
        """The same with all that a pattern finds replaced by one text."""
        return self.edited(Piece(Span(*found.span()), text) for found in pattern.finditer(self.text))
