"""Replies of the Census Bureau's interface: an array of arrays of texts, the first its header.

As of 2026-10: whole US dollars, not seasonally adjusted; a variable that is both asked for and chosen
by comes twice; `-` is the total of all countries. Groups of countries stand among them unless
`SUMMARY_LVL` is DET.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from tradecli.errors import InvalidData, NoData
from tradecli.facts import places
from tradecli.sources import bounds, census_country, columns, consistency, json_data
from tradecli.sources.numbers import dollars, shown
from tradecli.sources.reading import Figure, File, Reading
from tradecli.sources.request import HS_CODE
from tradecli.wording import Listed, Wording

#: The value of each flow: general imports, and exports of domestic and foreign goods together.
_VALUES = {"GEN_VAL_MO": "import", "ALL_VAL_MO": "export"}
_COMMODITIES = {"import": "I_COMMODITY", "export": "E_COMMODITY"}
_TOTAL = "-"
#: Sums of countries: the lists of the bureau's own file, continents (4XXX) and unions.
_GROUP = re.compile(r"\d{1,2}X{2,3}|00\d\d")
_UNION = "0003"
#: Other measures of the same trade, and words about it.
_KNOWN = frozenset((
    "CTY_NAME", "YEAR", "MONTH", "time", "LAST_UPDATE", "SUMMARY_LVL", "SUMMARY_LVL2", "COMM_LVL", "DF",
    "I_COMMODITY", "I_COMMODITY_SDESC", "I_COMMODITY_LDESC", "E_COMMODITY", "E_COMMODITY_SDESC",
    "E_COMMODITY_LDESC", "CON_VAL_MO", "CON_VAL_YR", "GEN_VAL_YR", "GEN_CIF_MO", "ALL_VAL_YR", "CAL_DUT_MO",
))  # fmt: skip

Row = Mapping[str, str]


def read(file: File) -> Reading:
    """Read a reply. The last published digit is a dollar.

    Raises:
        NoData: A header without rows.
        InvalidData: Not such an array, a column missing, a figure twice, not a number.
    """
    name = file.name
    rows = _rows(json_data.read(file.content, name=name), name)
    flow = _flow(rows[0], name)
    value = next(column for column, named in _VALUES.items() if named == flow)
    records, notices = columns.records(rows, required=("CTY_CODE", value), known=_KNOWN, name=name)
    if not records:
        raise NoData("{name}: the Census Bureau has nothing for what was asked", name=name)
    gathered = consistency.Gathered(name, notices, unknown="countries not known and left out")
    for record in records:
        time = record.get("time", record.get("MONTH", ""))
        where = Wording(
            "{name}, country {cty_code}, {time}",
            name=name,
            cty_code=shown(record["CTY_CODE"]),
            time=shown(time),
        )
        month = _month(record, where)
        partner = _partner(record, where)
        if not partner:
            if partner is not None:
                gathered.leave_out(shown(record["CTY_CODE"]))
            continue
        goods = _goods(record, _COMMODITIES[flow], where)
        amount = dollars(record[value], 1, where=f"{where}, {value}")
        gathered.add(Figure(partner, flow, "month", month, amount, 1, *goods), where=where)
    return gathered.reading()


def _rows(reply: Any, name: str) -> list[list[str]]:
    """The rows, without the second of two columns of one name, which must agree."""
    if isinstance(reply, dict):
        message = reply.get("error") or reply.get("message") or "an object and not an array"
        raise InvalidData("{name}: got an error, not data: {message}", name=name, message=shown(message, 200))
    cells = isinstance(reply, list) and all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in reply
    )
    if not cells or not reply:
        raise InvalidData("{name}: not an array of arrays of texts", name=name)
    header = reply[0]
    bounds.columns(header, name)
    for row in reply:
        if len(row) != len(header):
            raise InvalidData(
                "{name}: a row has {count} cells; expected {header}",
                name=name,
                count=len(row),
                header=len(header),
            )
    first = {column: header.index(column) for column in header}
    for index, column in enumerate(header):
        differs = next((row for row in reply if row[index] != row[first[column]]), None)
        if differs:
            raise InvalidData(
                "{name}: the two columns {column!r} differ: {differs!r}",
                name=name,
                column=column[:40],
                differs=differs[index][:20],
            )
    return [[row[index] for index in first.values()] for row in reply]


def _flow(header: list[str], name: str) -> str:
    found = [flow for column, flow in _VALUES.items() if column in header]
    if len(found) != 1:
        raise InvalidData(
            "{name}: expected one of the columns {values}; found {count}",
            name=name,
            values=Listed(_VALUES, "and"),
            count=len(found),
        )
    return found[0]


def _month(record: Row, where: str) -> date:
    text = record["time"] if "time" in record else f"{record.get('YEAR', '')}-{record.get('MONTH', '')}"
    match = re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])", text)
    if match is None:
        raise InvalidData("{where}: month {text!r}; expected one like 2025-11", where=where, text=text[:12])
    return date(int(match[1]), int(match[2]), 1)


def _partner(record: Row, where: str) -> str | None:
    """The code of a place; None for a group that is known and not kept, empty for what is not known."""
    code, level = record["CTY_CODE"], record.get("SUMMARY_LVL", "")
    if level not in ("", "DET", "CGP"):
        raise InvalidData("{where}: SUMMARY_LVL {level!r}; expected DET or CGP", where=where, level=level[:8])
    if record.get("DF", "-") not in ("-", ""):
        raise InvalidData(
            "{where}: DF {df!r} is domestic or foreign goods only", where=where, df=record["DF"][:8]
        )
    if code == _TOTAL:
        return "WORLD"
    place = places.by_census_code(code)
    if code == _UNION:
        return "EU"
    if level == "CGP" or _GROUP.fullmatch(code) or code in census_country.PAST:
        return None
    return place.code if place else ""


def _goods(record: Row, column: str, where: str) -> tuple[str, str]:
    code = record.get(column, _TOTAL)
    if code in (_TOTAL, ""):
        return "TOTAL", "total"
    level = record.get("COMM_LVL", f"HS{len(code)}")
    if not HS_CODE.fullmatch(code) or level != f"HS{len(code)}":
        raise InvalidData(
            "{where}: {column} {code!r} of {level!r}; expected two, four or six digits",
            where=where,
            column=column,
            code=code[:12],
            level=level[:8],
        )
    return code, "hs"
