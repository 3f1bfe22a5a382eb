"""A text as it was handed over: what of it is read, where that stood, and the day that it is of. Pure."""

from __future__ import annotations

import codecs
import re
from datetime import date
from typing import Literal, NamedTuple

from tradecli.errors import QueryError
from tradecli.reading import dates, markup
from tradecli.reading.model import Span
from tradecli.reading.places import Piece, Placed
from tradecli.reading.prose import prose, spaced
from tradecli.wording import Wording

#: How the day of a text is known: as it was asked, from the text, or today where nothing says it.
Dated = Literal["asked", "dateline", "dateline_without_year", "page", "header", "today"]
ASSUMED = frozenset(("dateline_without_year", "today"))
#: No larger file is read, and no longer text.
MOST_BYTES, MOST_CHARACTERS = 8_000_000, 1_100_000
#: What tells TOML with claims.
TABLES = re.compile(r"^\s*\[\[claim\]\]", re.MULTILINE)
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"""<(?:meta[^<>]{0,200}?charset|\?xml[^<>]{0,200}?encoding)\s*=\s*["']?([\w-]{2,20})""", re.I
)
#: What a page may declare, and the encoding that holds all of it.
_ENCODINGS = {
    **dict.fromkeys(("big5", "big5-hkscs", "cp950", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii"), "cp1252"),
}
#: Characters of which Chinese news has some on every line; other bytes taken for Big5 give few.
_COMMON = re.compile("[的年月億元出口進是在增减減美國計貿易]")


class Document(NamedTuple):
    """A text that was handed over.

    `text` is what is read of it, each character with its place in `given`; `made` is the day that it is
    of, known as `dated` says.
    """

    name: str
    given: str
    text: Placed
    made: date
    dated: Dated


def decoded(content: bytes, name: str) -> str:
    """The characters of a file: UTF-8, UTF-16 with its mark, or Big5 and others that a page declares.

    Raises:
        QueryError: It is too large, no text, or of an encoding that cannot be known.

    Examples:
        >>> decoded("出口".encode("utf-16"), "a.txt"), decoded("11月出口增加".encode("big5"), "b.txt")
        ('出口', '11月出口增加')
    """
    if len(content) > MOST_BYTES:
        raise QueryError(
            "{name} is too large: over {most_bytes:,} bytes",
            hint="hand over its article alone",
            name=name,
            most_bytes=MOST_BYTES,
        )
    marked = next((encoding for mark, encoding in _MARKED if content.startswith(mark)), "")
    declared = _CHARSET.search(content[:4_000])
    named = _ENCODINGS.get(declared[1].decode().lower(), "") if declared else ""
    for encoding in (marked,) if marked else ("utf-8", named or "big5hkscs"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "big5hkscs" and not named and not _is_chinese_news(text):
            continue
        if "\x00" not in text:
            return text
    raise QueryError(
        "{name} is no text: its bytes are neither UTF-8 nor another encoding that it names",
        hint="save it as text or as a web page, in UTF-8",
        name=name,
    )


def _is_chinese_news(text: str) -> bool:
    beyond = sum(not character.isascii() for character in text)
    return len(_COMMON.findall(text)) * 12 >= beyond > 0


def document(given: str, name: str, asked: date | None, today: date) -> Document:
    """A text as it is read, with the day that it is of.

    The day is the one asked for, else that of its dateline, of its page, of its header, else today.

    Args:
        given: The text as it was handed over: plain, Markdown or HTML.
        name: What it is called where something is said of it.
        asked: The day it was made on, where the caller says so.
        today: The day of the question.

    Raises:
        QueryError: It is too long.
    """
    kind: Dated
    if markup.is_page(given):
        page = markup.page(given)
        text, kind = spaced(page.text), "page"
        known = next((day for one in page.days if (day := dates.moment(one))), None)
    elif TABLES.search(given):
        text, kind, known = Placed.whole(given), "today", None
    else:
        span, said = dates.header(given)
        kept = given.lstrip("\ufeff")
        lead = len(given) - len(kept)
        whole = Placed.whole(given)
        text, kind = prose(whole.edited([Piece(Span(0, max(span.end, lead)), "")])), "header"
        known = dates.moment(said) if said else None
    if len(text.text) > MOST_CHARACTERS:
        raise QueryError(
            "{name} is too long: over {most_characters:,} characters of text",
            hint="hand it over in parts",
            name=name or Wording("the text"),
            most_characters=MOST_CHARACTERS,
        )
    made, dated = _day(text.text, asked, known, kind, today)
    return Document(name, given, text, made, dated)


def _day(text: str, asked: date | None, known: date | None, kind: Dated, today: date) -> tuple[date, Dated]:
    if asked:
        return asked, "asked"
    begin = text[:4_000].split("\n")
    if found := dates.dateline(begin, known or today):
        day, with_year = found
        if day <= today:
            return day, "dateline" if with_year or known else "dateline_without_year"
    return (known, kind) if known and known <= today else (today, "today")
