"""Bytes of an XML reply -> its root element: UTF-8, no entities of its own, whole."""

from __future__ import annotations

from xml.etree import ElementTree

from tradecli.errors import InvalidData
from tradecli.sources import bounds
from tradecli.sources.numbers import shown
from tradecli.wording import Wording

_MARK = b"\xef\xbb\xbf"
#: Elements of one reply; a year of one country has a dozen, with nine below each.
_ELEMENTS = 200_000


def begins(content: bytes) -> bool:
    """Whether a file looks like XML, and not like a web page.

    Examples:
        >>> begins(b'<?xml version="1.0"?><response/>'), begins(b"<!DOCTYPE html>")
        (True, False)
    """
    body = content.removeprefix(_MARK).lstrip()
    return body.startswith((b"<?xml", b"<response", b"<OpenAPI")) and b"<html" not in body[:400].lower()


def read(content: bytes, *, name: str) -> ElementTree.Element:
    """Read a reply.

    Raises:
        InvalidData: A web page, not UTF-8, not whole, or with entities or more elements than a reply has.

    Examples:
        >>> read(b"<response><body/></response>", name="x.xml").find("body").tag
        'body'
    """
    bounds.text(content, name)
    try:
        text = content.removeprefix(_MARK).decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidData("{name}: {known}", name=name, known=Wording("not UTF-8 text")) from None
    if not begins(content):
        raise InvalidData("{name}: got an HTML page, not data", name=name)
    if content.count(b"<") > 2 * _ELEMENTS or b"<!" in content:
        raise InvalidData("{name}: not a plain XML reply", name=name)
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - without a document type there are no entities
    except (ElementTree.ParseError, ValueError) as error:
        raise InvalidData(
            "{name}: not an XML file, or one that is truncated: {what}",
            name=name,
            what=shown(error, 80),
        ) from None
