"""Replies of interfaces, JSON and XML, become rows: columns and values as they are written. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any
from xml.etree import ElementTree

from tradecli.errors import InvalidData

#: Comtrade cuts its replies at these numbers of rows and says nothing.
_CUT = (500, 100_000, 250_000)
#: What Korea's interface calls a reply without a fault.
_FINE = {"00", "0", "000"}


def rows_of(content: str, form: str, path: str) -> tuple[list[str], Iterator[list[str]]]:
    """The names of a reply's columns, and its rows.

    Args:
        content: All of it.
        form: `json` or `xml`.
        path: The file, to be named in an error.

    Raises:
        InvalidData: It is no reply, one of a fault, without rows or cut.

    Examples:
        >>> names, rows = rows_of('{"value": [{"MonthId": 202401, "Value": 1.50}]}', "json", "t.json")
        >>> names, list(rows)
        (['MonthId', 'Value'], [['202401', '1.50']])
    """
    rows = _of_xml(content, path) if form == "xml" else _of_json(content, path)
    names = list(dict.fromkeys(chain.from_iterable(rows)))
    if not names:
        raise InvalidData("{path} holds no rows", hint="look at what the interface replied", path=path)
    return names, ([_cell(row.get(name)) for name in names] for row in rows)


def _cell(value: object) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _of_json(content: str, path: str) -> Sequence[Mapping[str, Any]]:
    try:
        # A number stays what is written; one line each is another way to write rows.
        found = json.loads(content, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        try:
            found = [
                json.loads(line, parse_float=str, parse_int=str) for line in content.splitlines() if line
            ]
        except (ValueError, RecursionError):
            raise InvalidData(
                "{path}: not a JSON file, or one that is truncated: {error}",
                hint="download it again",
                path=path,
                error=str(error)[:80],
            ) from None
    rows = _within(found)
    if isinstance(found, dict) and isinstance(found.get("data"), list) and len(rows) in _CUT:
        raise InvalidData(
            "{path} has {count:,} rows, as many as the interface gives at once: it may be truncated",
            hint="ask for fewer months or partners at a time",
            path=path,
            count=len(rows),
        )
    if rows and isinstance(rows[0], list):
        header = [str(name) for name in rows[0]]
        # A column that is asked for and chosen by stands there twice.
        return [
            dict(zip(reversed(header), reversed(row), strict=False))
            for row in rows[1:]
            if isinstance(row, list)
        ]
    return [row for row in rows if isinstance(row, dict)]


def _within(found: Any) -> list[Any]:
    """The rows in a reply: the nearest list of objects or of lists, or the one object called an item."""
    seen = [found]
    for one in seen:
        if isinstance(one, list) and all(isinstance(row, dict | list) for row in one):
            return one
        if isinstance(one, dict):
            if isinstance(one.get("item"), dict):
                return [one["item"]]
            seen += [value for value in one.values() if isinstance(value, dict | list)]
    return []


def _of_xml(content: str, path: str) -> Sequence[Mapping[str, Any]]:
    begin = content[:2000].casefold()
    if "<!doctype" in begin or "<html" in begin or "<!ENTITY" in content:
        raise InvalidData("{path} is a web page and no table", hint="download it again", path=path)
    try:
        # Without declarations, which are refused above, nothing in it can be expanded.
        root = ElementTree.fromstring(content)  # noqa: S314
    except ElementTree.ParseError as error:
        raise InvalidData(
            "{path} is not XML, or is truncated: {error}", hint="download it again", path=path, error=error
        ) from None
    code = next((node.text for node in root.iter() if _name(node.tag) == "resultCode"), "00")
    if (code or "").strip() not in _FINE:
        said = next((node.text for node in root.iter() if _name(node.tag) == "resultMsg"), "")
        raise InvalidData(
            "{path} holds an error of the interface: {said}",
            hint="ask it again",
            path=path,
            said=said or code,
        )
    rows = [node for node in root.iter() if len(node) > 1 and not any(len(inner) for inner in node)]
    items = [node for node in rows if _name(node.tag) not in {"header", "cmmMsgHeader"}]
    return [{_name(cell.tag): (cell.text or "").strip() for cell in node} for node in items]


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
