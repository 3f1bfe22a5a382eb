"""The forms in which customs offices publish their records: one small file of declarations each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tradecli.errors import QueryError
from tradecli.own_table.layouts import (
    baci,
    census,
    comexstat,
    comext,
    comtrade,
    estat,
    hmrc,
    hmrc_bulk,
    kcs,
    tw_customs,
)
from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping
from tradecli.wording import Listed

__all__ = ["LAYOUTS", "Form", "Layout", "as_spelled", "fitting", "flow_in", "named", "recognise"]

_MODULES = (comtrade, census, baci, comexstat, estat, comext, hmrc, hmrc_bulk, kcs, tw_customs)
#: The layouts by the names that `--columns` takes.
LAYOUTS: AnyMapping[str, Layout] = MappingProxyType(
    {module.LAYOUT.name: module.LAYOUT for module in _MODULES}
)

#: The words in names of files for the flows, and the same in writings that leave no blanks.
_WORDS = re.compile(r"[a-z]+")
_FLOWS = {
    "export": {"exp", "expo", "export", "exports", "exportacao", "exportaciones", "exportations", "ausfuhr"},
    "import": {"imp", "impo", "import", "imports", "importacao", "importaciones", "importations", "einfuhr"},
}
_SIGNS = {"export": ("出口", "輸出", "수출"), "import": ("進口", "进口", "輸入", "수입")}
#: Flows that lie within others, or are others: a name that speaks of one tells neither exports nor imports.
_OTHER = re.compile(
    r"(?<![a-z])(re[-_ ]?(ex|im)p|domestic|foreign|net[-_ ])|復[出進]口|再輸[出入]|再出口|재수[출입]"
)
#: The fields of a mapping that name a column.
_COLUMNS = (
    *("period", "partner", "flow", "value", "commodity", "reporter", "year", "month"),
    *("export_value", "import_value", "exporter", "importer", "quantity"),
)


def named(name: str) -> Layout:
    """The layout of a name.

    Raises:
        QueryError: There is none.
    """
    if name not in LAYOUTS:
        raise QueryError(
            "there is no layout {name!r}",
            hint="layouts: {names}; or name the columns: period=month,partner=ctry,flow=ie,value=fob_usd",
            candidates=LAYOUTS,
            name=name,
            names=Listed(LAYOUTS),
        )
    return LAYOUTS[name]


def recognise(columns: Collection[str], names: Sequence[str] = ()) -> Layout | None:
    """The layout whose columns a table has; None where no layout, or more than one, has them.

    Args:
        columns: Those of the table.
        names: Its files: where the flow stands in their names, one at least must tell it.

    Examples:
        >>> recognise(["t", "i", "j", "k", "v", "q"]).name
        'baci'
        >>> recognise(["period", "partner", "flow", "value"])
    """
    found = [
        layout for layout in LAYOUTS.values() if (form := fitting(layout, columns)) and _told(form, names)
    ]
    return found[0] if len(found) == 1 else None


def _told(form: Form, names: Sequence[str]) -> bool:
    return not names or not form.mapping.flow_in_name or any(flow_in(name) for name in names)


def flow_in(name: str) -> str:
    """The flow that the name of a file tells; empty where it tells none, or both.

    Examples:
        >>> [flow_in(name) for name in ("data/EXP_2025.csv", "imports-25.csv", "imp_exp.csv", "express.csv")]
        ['export', 'import', '', '']
        >>> flow_in("re-exports_2025.csv"), flow_in("2025 復出口.csv")
        ('', '')
    """
    words = _WORDS.findall(stem := Path(name).stem.casefold())
    if _OTHER.search(stem):
        return ""
    found = {flow for flow, known in _FLOWS.items() if any(word in known for word in words)}
    found |= {flow for flow, signs in _SIGNS.items() if any(sign in name for sign in signs)}
    return found.pop() if len(found) == 1 else ""


def fitting(layout: Layout, columns: Collection[str]) -> Form | None:
    """The form of a layout that a table with these columns has, its names as the table spells them."""
    spelled = {_plain(name): name for name in columns}
    for form in layout.forms:
        if all(_plain(name) in spelled for name in form.header):
            lacking = [name for name in form.optional if _plain(name) not in spelled]
            usual = Mapping()._asdict()
            without: dict[str, Any] = {
                field: usual[field] for field in _COLUMNS if getattr(form.mapping, field) in lacking
            }
            return form._replace(mapping=as_spelled(form.mapping._replace(**without), columns))
    return None


def as_spelled(mapping: Mapping, columns: Collection[str]) -> Mapping:
    """A mapping whose columns are called as a table calls them, where case or blanks differ.

    Examples:
        >>> as_spelled(Mapping(period="month", value="usd"), ["Month", " usd", "USD"])[:4]
        ('Month', 'partner', 'flow', 'usd')
    """
    found: dict[str, list[str]] = {}
    for name in columns:
        found.setdefault(_plain(name), []).append(name)

    def called(name: str) -> str:
        alike = found.get(_plain(name), [])
        return alike[0] if name not in columns and len(alike) == 1 else name

    said: dict[str, Any] = {field: called(getattr(mapping, field)) for field in _COLUMNS}
    said["months"] = tuple(map(called, mapping.months))
    said["where"] = tuple((called(name), texts) for name, texts in mapping.where)
    return mapping._replace(**said)


def _plain(name: str) -> str:
    return name.strip().strip("\ufeff").casefold()
