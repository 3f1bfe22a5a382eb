"""The tags of HTML and what lies between them, each with its place, in time that grows with its length. Pure.

The parser of the standard library takes hours for a megabyte of opened comments.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tradecli.reading.model import Span

_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})"""
    r"""(?P<attributes>(?:[^<>"']{1,4000}|"[^"]{0,9000}"|'[^']{0,9000}'){0,200})>"""
)
#: A sign that is no begin of a tag is text.
_OPENED = re.compile("<(?=[A-Za-z/!?])")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,100})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
#: Elements whose text is no HTML.
_RAW = frozenset(("script", "style", "textarea", "title", "noscript", "iframe", "template"))


class Tag(NamedTuple):
    """An element begins, or with *end* ends."""

    name: str
    end: bool
    attributes: str

    def named(self) -> Mapping[str, str]:
        """Its attributes by name."""
        return {
            name.casefold(): html.unescape("".join(values))
            for name, *values in _ATTRIBUTE.findall(self.attributes)
        }


class Token(NamedTuple):
    """A tag, or characters between tags: None."""

    span: Span
    tag: Tag | None = None


def tokens(given: str) -> Iterator[Token]:
    """Tags and the text between them, in their order; comments are neither.

    Examples:
        >>> [(given.span, given.tag and given.tag.name) for given in tokens("<p>3 < 4<!-- x --></p>")]
        [(Span(start=0, end=3), 'p'), (Span(start=3, end=8), None), (Span(start=18, end=22), 'p')]
    """
    at = 0
    while at < len(given):
        found = _OPENED.search(given, at)
        opened = found.start() if found else len(given)
        if opened > at:
            yield Token(Span(at, opened))
        at = opened
        if given.startswith(("<!", "<?"), at):
            at = _after(given, "-->" if given.startswith("<!--", at) else ">", at)
        elif found := _TAG.match(given, at):
            name = found["name"].casefold()
            at = found.end()
            yield Token(Span(*found.span()), Tag(name, bool(found["end"]), found["attributes"]))
            if name in _RAW and not found["end"]:
                closed = _closing(given, name, at)
                yield Token(Span(at, closed))
                at = closed
        elif at < len(given):
            yield Token(Span(at, at + 1))
            at += 1


def _after(given: str, mark: str, at: int) -> int:
    found = given.find(mark, at)
    return found + len(mark) if found >= 0 else len(given)


def _closing(given: str, name: str, at: int) -> int:
    """Where the text of a raw element ends; with the page where nothing ends it."""
    found = re.compile(f"</{name}", re.IGNORECASE).search(given, at)
    return found.start() if found else len(given)
