"""A text for a terminal: its statements underlined, their verdicts in the margin beside their lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.model.report import Article, Mark, Report
from tradecli.render.clean import clean
from tradecli.render.marked import SIGNS, paragraphs, parts
from tradecli.render.wrapping import columns, lines

#: Columns where no terminal says how many it has, and the fewest with words in the margin.
WIDTH, NARROW = 100, 50
#: No line of the text is longer, however wide the terminal is.
_WIDEST = 92
_INDENT, _GAP = "  ", "  "
#: SGR: bold, dim, and the colour of each verdict, whose sign says the same.
_BOLD, _DIM, _UNDERLINED = 1, 2, 4
_COLOURS = {
    **dict.fromkeys(("true", "true_when_published", "as_stated"), 32),
    **dict.fromkeys(("true_of_unlike_periods", "cannot_tell"), 33),
    "false": 31,
}


def article_text(report: Report, style: Style, *, width: int | None, colour: bool) -> str:
    """The texts one after another, the summary, and what is to say of statements that are not plainly true.

    Args:
        report: Whose texts.
        style: Language, unit, digits.
        width: Columns of the terminal; None where there is none.
        colour: Whether it may be sent colours; without them a line below shows what is underlined.
    """
    shown = _Shown(style, max(24, width or WIDTH), colour)
    out = [line for article in report.articles for line in shown.article(article)]
    out.append(shown.painted(clean(write(report.title, style)), _BOLD))
    for mark in (mark for article in report.articles for mark in article.marks if mark.verdict != "true"):
        said = clean(cell(mark.said, style))
        out += ["", *(f"{_INDENT}{said[start:end]}" for start, end in lines(said, shown.width - 2))]
    return "".join(f"{line.rstrip()}\n" for line in out)


class _Shown:
    """How texts are laid out."""

    def __init__(self, style: Style, width: int, colour: bool) -> None:
        self.style, self.width, self.colour = style, width, colour

    def painted(self, text: str, *codes: int) -> str:
        """A text with SGR codes around it, where there are colours."""
        return f"\x1b[{';'.join(map(str, codes))}m{text}\x1b[0m" if self.colour and text else text

    def article(self, article: Article) -> Iterator[str]:
        """Heading and paragraphs."""
        heading = clean(cell(article.heading, self.style))
        yield from (self.painted(heading[start:end], _DIM) for start, end in lines(heading, self.width))
        yield ""
        margin = max((columns(self.label(mark)) for mark in article.marks), default=0)
        room = min(_WIDEST, self.width - len(_INDENT) - len(_GAP) - margin)
        for at, text, marks in paragraphs(article):
            for start, end in lines(text, room):
                within = [mark for mark in marks if start <= mark.start - at < end]
                yield from self.rows(at + start, text[start:end], marks, within, room)
            yield ""

    def label(self, mark: Mark) -> str:
        """Sign, number and verdict; on a narrow terminal without words."""
        head = f"{SIGNS[mark.verdict]} {mark.number}"
        return head if self.width < NARROW else f"{head} {clean(cell(mark.label, self.style))}"

    def rows(self, at: int, text: str, marks: list[Mark], begun: list[Mark], room: int) -> Iterator[str]:
        """A line of the text and, as far as they are needed, rows below it for the marks in its margin."""
        cut = list(parts(at, text, marks))
        line = "".join(self.painted(part, *self.codes(mark)) if mark else part for part, mark in cut)
        drawn = [(line, columns(text))]
        if not self.colour and any(mark for _, mark in cut):
            below = "".join(("^" if mark else " ") * columns(part) for part, mark in cut)
            drawn.append((below, columns(below)))
        for row, mark in zip_longest(drawn, begun):
            shown, wide = row or ("", 0)
            beside = self.painted(self.label(mark), _COLOURS[mark.verdict]) if mark else ""
            yield f"{_INDENT}{shown}{' ' * (room - wide)}{_GAP}{beside}"

    def codes(self, mark: Mark) -> tuple[int, ...]:
        """How characters under a mark are shown."""
        return _UNDERLINED, _COLOURS[mark.verdict]
