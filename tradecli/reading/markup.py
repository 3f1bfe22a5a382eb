"""The text of an HTML page, with the places where it stands, and the day the page says it is of. Pure."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import NamedTuple

from tradecli.reading.model import Span
from tradecli.reading.places import Piece, Placed
from tradecli.reading.tags import Tag, tokens

#: What a reader of the page is not told, or what is around an article.
_DROPPED = re.compile(
    "head|script|style|noscript|template|svg|math|nav|aside|footer|form|button|select|iframe|object|canvas|"
    "audio|video|figcaption|dialog"
)
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_BLOCK = re.compile(
    "address|article|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figure|footer|h[1-6]|"
    "header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
#: The parts that hold the article where a page has them, the narrowest first.
_REGIONS = ("article", "main")
#: What a page calls the day of its article.
_DATED = re.compile(
    r"(?:og:)?article:published_time|datepublished|date|pubdate|publish-?date|dc\.date(?:\.issued)?|"
    r"dcterms\.created|parsely-pub-date|sailthru\.date",
    re.IGNORECASE,
)
_JSON_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_HIDDEN = re.compile(r"""(?:^|\s)hidden(?:\s|=|$)|aria-hidden\s*=\s*["']?true""")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
#: What stands for another character: a gap, or a character by its name or number.
_WRITTEN = re.compile(
    r"[ \t\r\n\f\u00a0]+|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_BEGIN = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|ul|ol|span)\b",
    re.IGNORECASE,
)


class Page(NamedTuple):
    """The text of a page, and the days that its own data name, the surest first."""

    text: Placed
    days: tuple[str, ...]


class _Block(NamedTuple):
    """A paragraph, heading or cell: its pieces, whether all of it is links, and the region it lies in."""

    pieces: list[Piece]
    linked: bool
    regions: tuple[str, ...]


def is_page(text: str) -> bool:
    """Whether a text is HTML: it begins with an element that a page or a part of one begins with.

    Examples:
        >>> is_page("<!-- saved --> <!DOCTYPE html><p>Exports rose"), is_page("Exports rose <b>3.6%</b>")
        (True, False)
    """
    at, end = 0, len(text)
    while at < end:
        if text[at].isspace() or text[at] == "\ufeff":
            at += 1
        elif text.startswith(("<!--", "<?"), at):
            closed = text.find(">" if text.startswith("<?", at) else "-->", at)
            if closed < 0:
                return False
            at = text.index(">", closed) + 1
        else:
            break
    return _BEGIN.match(text, at) is not None


def page(given: str) -> Page:
    r"""The text of a page: its article where it marks one, without what is around it, or is all links.

    Examples:
        >>> found = page("<p>Exports <b>rose</b> 3.6&nbsp;%</p><p><a href='x'>More news</a></p>")
        >>> found.text.text, found.text.given(Span(13, 18))
        ('Exports rose 3.6 %\n', Span(start=23, end=33))
    """
    reader = _Reader(given)
    reader.read()
    pieces = [piece for block in _told(reader.blocks) for piece in (*block.pieces, _break(block))]
    text = Placed.whole(given).made_of(pieces)
    return Page(text, (*reader.metadata, *reader.data, *reader.times[:1]))


def _told(blocks: list[_Block]) -> list[_Block]:
    """The blocks of the article: those of the narrowest region that has any, but not lists of links."""
    told = [block for block in blocks if not block.linked]
    for region in _REGIONS:
        if within := [block for block in told if region in block.regions]:
            return within
    return told


def _break(block: _Block) -> Piece:
    end = block.pieces[-1].span.end
    return Piece(Span(end, end), "\n")


class _Reader:
    """Collects the blocks of a page."""

    def __init__(self, given: str) -> None:
        self.given = given
        self.blocks: list[_Block] = []
        self.open: list[tuple[Piece, bool]] = []
        self.dropping, self.depth = "", 0
        self.link, self.heading = False, False
        self.inside = Counter[str]()
        #: The days that the page names as its own: of its head, of its data, of its first `time`.
        self.metadata: list[str] = []
        self.data: list[str] = []
        self.times: list[str] = []

    def read(self) -> None:
        """Go through the page."""
        in_data = False
        for span, tag in tokens(self.given):
            if tag is None:
                if in_data:
                    self.data += _JSON_DAY.findall(self.given[span.start : span.end])
                elif not self.dropping:
                    self._characters(*span)
                continue
            in_data = tag.name == "script" and not tag.end and "ld+json" in tag.attributes
            if tag.end:
                self._ends(tag.name)
            else:
                self._begins(tag)
        self._flush()

    def _begins(self, tag: Tag) -> None:
        """Begin a block, a link, or what is dropped."""
        name = tag.name
        if name in {"meta", "time"}:
            self._dates(tag)
        if self.dropping == "head" and name == "body":
            self.dropping = ""
        if self.dropping:
            self.depth += name == self.dropping
            return
        if not _VOID.fullmatch(name) and (_DROPPED.fullmatch(name) or _HIDDEN.search(tag.attributes)):
            self._flush()
            self.dropping, self.depth = name, 1
            return
        if _BLOCK.fullmatch(name):
            self._flush()
            self.heading = name == "h1"
        self.inside[name] += name in _REGIONS
        self.link |= name == "a"

    def _ends(self, name: str) -> None:
        """End what has begun."""
        if self.dropping:
            self.depth -= name == self.dropping
            self.dropping = self.dropping if self.depth else ""
            return
        if _BLOCK.fullmatch(name):
            self._flush()
        self.inside[name] -= self.inside[name] > 0
        if name == "a":
            self.link = False

    def _dates(self, tag: Tag) -> None:
        named = tag.named()
        if tag.name == "meta":
            name = named.get("property") or named.get("name") or named.get("itemprop") or ""
            if _DATED.fullmatch(name):
                self.metadata.append(named.get("content", ""))
        elif named.get("datetime"):
            sure = named.get("itemprop", "").casefold() == "datepublished" or "pubdate" in named
            (self.metadata if sure else self.times).append(named["datetime"])

    def _characters(self, start: int, end: int) -> None:
        """Characters of the page; a gap of any length is one space, a named character what it stands for."""
        at = start
        for found in _WRITTEN.finditer(self.given, start, end):
            text = html.unescape(found[0])
            self._keep(at, found.start())
            self._keep(*found.span(), _SPACE.sub(" ", text))
            at = found.end()
        self._keep(at, end)

    def _keep(self, start: int, end: int, text: str | None = None) -> None:
        if end > start:
            self.open.append((Piece(Span(start, end), text), self.link))

    def _flush(self) -> None:
        """End a block, if it says something."""
        if told := [linked for piece, linked in self.open if piece.text != " "]:
            regions = tuple(name for name in _REGIONS if self.inside[name])
            pieces = [piece for piece, _ in self.open]
            self.blocks.append(_Block(pieces, all(told) and not self.heading, regions))
        self.open = []
