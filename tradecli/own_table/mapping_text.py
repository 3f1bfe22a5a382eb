"""A mapping as the lines of a TOML file, which `--columns` and `--table` read. Pure."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator

from tradecli.own_table import layouts
from tradecli.own_table.columns_option import NAMES, PATH
from tradecli.own_table.mapping import Mapping

_FIELDS = {field: name for name, field in NAMES.items() if field in Mapping._fields}


def lines(
    mapping: Mapping, *, without: Collection[str] = (), also: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    r"""The lines of a mapping with the name of each; `columns_option.read` makes the same mapping of them.

    Args:
        mapping: What the columns mean.
        without: Names that are not to be written.
        also: Names that are written even if they say what is usual.

    Examples:
        >>> dict(lines(Mapping(value="usd", unit=1000)))["value_unit"]
        'value_unit = 1000'
        >>> [line for name, line in lines(Mapping(where=(("mode", ("0", "1")),))) if name == "where"]
        ['[where]\n"mode" = ["0", "1"]']
    """
    base = layouts.named(mapping.layout).mapping if mapping.layout else Mapping()
    shown = {"layout"} if mapping.layout else _shown(mapping) | set(also)
    tables = []
    for field, name in sorted(_FIELDS.items(), key=lambda one: one[1] != "layout"):
        content = getattr(mapping, field)
        same = content == getattr(base, field) and name not in shown
        # What is empty is said by saying nothing.
        if name in without or content in (None, "", ()) or same:
            continue
        if field == "where":
            tables.append((name, "\n".join(["[where]", *(f"{quoted(c)} = {_list(v)}" for c, v in content)])))
        else:
            yield name, f"{name} = {_value(content)}"
    yield from tables


def _shown(mapping: Mapping) -> set[str]:
    """What is written even if it is as usual, so that a reader sees it."""
    sides = mapping.exporter
    elsewhere = {
        "period": mapping.year or "{period}" in mapping.value + mapping.export_value,
        "partner": sides or mapping.value == "{partner}",
        "flow": mapping.export_value or sides or mapping.flow_in_name,
        "value": mapping.export_value or mapping.months,
    }
    return {"value_unit", "currency", *(name for name, instead in elsewhere.items() if not instead)}


def _value(content: object) -> str:
    if isinstance(content, bool | int):
        return str(content).lower()
    return quoted(content) if isinstance(content, str) else _list(content)  # type: ignore[arg-type]


def _list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def quoted(text: str) -> str:
    """A text in quotes; a sign that no text of TOML has by its number."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def line(name: str, content: str) -> str:
    r"""A line that says one text.

    Examples:
        >>> line("value", 'US$ "net"')
        'value = "US$ \\"net\\""'
    """
    return f"{name} = {quoted(content)}"


def path_line(records: str, folder: str) -> str:
    """The line that names the records, as seen from a folder.

    Examples:
        >>> path_line("/a/b/t.csv", "/a"), path_line("s3://b/t.parquet", "/a")
        ('path = "b/t.csv"', 'path = "s3://b/t.parquet"')
    """
    if "://" not in records:
        try:
            records = os.path.relpath(records, folder or ".").replace(os.sep, "/")
        except ValueError:  # on another drive
            records = os.path.abspath(records)
    return line(PATH, records)
