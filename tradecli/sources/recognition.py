"""Whose file it is, by its content: for files that were downloaded by hand."""

from __future__ import annotations

from tradecli.errors import InvalidData
from tradecli.sources import SOURCES, json_data, sheet, text, unread, wide, xml_data
from tradecli.sources.base import Source
from tradecli.sources.numbers import shown
from tradecli.sources.reading import Beginning
from tradecli.wording import Listed, Wording


def recognise(content: bytes, name: str) -> Source:
    r"""Find the source that publishes files like this one. What is in it is not checked yet.

    The ministry's database tables do not say which they are: their files must keep the name of the
    table, such as `i8121.csv`.

    Args:
        content: The file as it came.
        name: What it is called, for an error.

    Raises:
        InvalidData: A web page, a damaged file, or none of the known formats.
        NoData: A file that is known and not read.

    Examples:
        >>> recognise(b"observation_date,IMP5830\n2022-01-01,7169.669882\n", "fredgraph.csv").id
        'fred'
    """
    beginning = _beginning(wide.unpacked(content, name=name), name)
    if wide.begins(beginning):
        return _named(beginning.first[0], name)
    for source in SOURCES.values():
        if source.recognises(beginning):
            return source
    known = Listed(Wording(source.files) for source in SOURCES.values())
    raise InvalidData(
        "{name}: not a file that any source is known to publish",
        hint="known are {known}",
        name=name,
        known=known,
    )


def _named(source: str, name: str) -> Source:
    """The source that a file of our own layout names."""
    if source not in SOURCES:
        raise InvalidData(
            "{name}: no source is called {source}",
            hint="known are {known}",
            name=name,
            source=shown(source),
            known=Listed(SOURCES),
        )
    return SOURCES[source]


def _beginning(content: bytes, name: str) -> Beginning:
    if content.startswith(sheet.MAGIC):
        rows = sheet.rows(content, name=name)
        return Beginning("workbook", [cell.strip() for cell in rows[0]], rows[1] if rows[1:] else [])
    if xml_data.begins(content):
        root = xml_data.read(content, name=name)
        return Beginning("xml", [root.tag], [])
    if not json_data.begins(content):
        unread.refuse(text.decode(content, name=name).partition("\n")[0], name)
        header, first, *_ = text.rows(content, name=name)
        return Beginning("csv", header, first)
    reply = json_data.read(content, name=name)
    if isinstance(reply, dict):
        return Beginning("object", list(reply), [])
    return Beginning("array", reply[0] if reply and isinstance(reply[0], list) else [], [])
