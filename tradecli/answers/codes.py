"""`trade codes`: find a partner or commodity by code or name."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import polars as pl

from tradecli.errors import NoData
from tradecli.facts.commodities import Commodity, commodities
from tradecli.facts.places import Place, places
from tradecli.report import Column, Report, Table, View, say

SCHEMA: dict[str, pl.DataType] = {
    "type": pl.String(),
    "code": pl.String(),
    "classification": pl.String(),
    "name": pl.String(),
    "name_zh": pl.String(),
    "members": pl.String(),
    "aliases": pl.String(),
    "census_code": pl.String(),
    "comtrade_code": pl.String(),
    "imf_code": pl.String(),
}


def report(text: str) -> Report:
    """The partners and commodities that *text* matches; all of them for an empty text.

    A match is a code, a source's number or an alias, whole; or a part of a name. Case does not matter.

    Raises:
        NoData: Nothing matches; the hint names the nearest names.
    """
    wanted = text.strip().casefold()
    every = [_place(place) for place in places().values()] + [
        _commodity(entry) for entry in commodities().values()
    ]
    rows = [row for row in every if _matches(row, wanted)]
    if not rows:
        names = {str(row[key]).casefold(): row for row in every for key in ("name", "name_zh", "code")}
        near = [names[name] for name in get_close_matches(wanted, names, n=3)]
        hint = "did you mean " + ", ".join(f"{row['code']} ({row['name']})" for row in near) if near else ""
        raise NoData(f"no partner or commodity matches {text!r}", hint=hint or "`trade codes` lists them all")
    return Report(
        schema="trade.codes/1",
        question={"text": text},
        rows=pl.DataFrame([{name: row[name] for name in SCHEMA} for row in rows], schema=SCHEMA),
        displays=dict,
        view=lambda: _view(text, rows),
        notes=list,
        provenance=list,
    )


def _place(place: Place) -> dict[str, Any]:
    return {
        "type": place.level,
        "code": place.code,
        "classification": None,
        "name": place.name,
        "name_zh": place.name_zh or None,
        "members": " ".join(place.members) or None,
        "aliases": "; ".join(place.aliases) or None,
        "census_code": " ".join(place.census_code) or None,
        "comtrade_code": " ".join(place.comtrade_code) or None,
        "imf_code": " ".join(place.ifs_code) or None,
        "whole": {
            name.casefold()
            for name in (*place.names, *place.census_code, *place.comtrade_code, *place.ifs_code)
        },
    }


def _commodity(entry: Commodity) -> dict[str, Any]:
    return {
        **dict.fromkeys(SCHEMA),
        "type": "commodity",
        "code": entry.code,
        "classification": entry.classification,
        "name": entry.name,
        "name_zh": entry.name_zh,
        "whole": {entry.code.casefold(), entry.spelling.casefold(), entry.classification.casefold()},
    }


def _matches(row: dict[str, Any], wanted: str) -> bool:
    names = (str(row["name"]).casefold(), str(row["name_zh"] or "").casefold())
    return wanted in row["whole"] or any(wanted in name for name in names)


def _view(text: str, rows: list[dict[str, Any]]) -> View:
    columns = [
        Column("column", {"name": name}, left=True, drop=drop)
        for name, drop in (
            ("type", 1),
            ("code", 0),
            ("classification", 3),
            ("name", 0),
            ("name_zh", 4),
            ("aliases", 5),
        )
    ]
    cells = [[row[str(column.facts["name"])] or "" for column in columns] for row in rows]
    return View(title=say("title_codes", text=text), subtitle=None, table=Table(columns, cells))
