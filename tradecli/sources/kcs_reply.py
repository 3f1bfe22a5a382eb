"""Replies of the Korea Customs Service: XML, an item a month, both flows in whole US dollars.

As of 2026-08: `<response><header><resultCode>00</resultCode>...<body><items><item>`; an item has the month
as `2026.01`, `expDlr`, `impDlr` and `balPayments`, which is their difference, and by country `statCd`. The
last item may be the sum of all, with `총계` for a month.
"""

from __future__ import annotations

import re
from datetime import date
from xml.etree.ElementTree import Element

from tradecli.errors import InvalidData, NoData, SourceError
from tradecli.facts import places
from tradecli.sources import columns, consistency, text, xml_data
from tradecli.sources.numbers import dollars, shown
from tradecli.sources.reading import Figure, File, Reading
from tradecli.wording import Wording

#: What stands for the month in the sum of all items.
_SUM = "총계"
_REQUIRED = ("year", "expDlr", "impDlr", "balPayments")
_KNOWN = frozenset(("expCnt", "impCnt", "statCd", "statCdCntnKor1"))
_MONTH = re.compile(r"(\d{4})\.(0[1-9]|1[0-2])")
_FLOWS = {"export": "expDlr", "import": "impDlr"}
#: What the portal says of a key that is missing, expired, not registered, or used up.
_OF_THE_KEY = {"20", "22", "30", "31"}


def read(file: File) -> Reading:
    """Read a reply, or its items as the rows of a CSV file.

    Raises:
        SourceError: The key was not accepted, or is used up.
        NoData: An answer without items.
        InvalidData: An error instead of data, or damage.
    """
    rows = _items(file) if xml_data.begins(file.content) else text.rows(file.content, name=file.name)
    records, notices = columns.records(rows, required=_REQUIRED, known=_KNOWN, name=file.name)
    gathered = consistency.Gathered(file.name, notices)
    sums: list[tuple[str, dict[str, int]]] = []
    for number, record in enumerate(records, start=1):
        where: str = Wording("{name}, record {number}", name=file.name, number=number)
        values = _values(record, where)
        if record["year"] == _SUM:
            sums.append((where, values))
            continue
        partner, month = _partner(file, record, where), _month(record["year"], where)
        for flow, value in values.items():
            gathered.add(Figure(partner, flow, "month", month, value, 1), where=where)
    reading = gathered.reading()
    for where, values in sums:
        _check_sum(where, values, reading)
    return reading


def _check_result(file: File, root: Element) -> None:
    """Refuse what is no answer to the question."""
    reason = root.findtext(".//returnReasonCode", "").strip()
    code = root.findtext("header/resultCode", "").strip()
    said = root.findtext(".//errMsg", "") or root.findtext("header/resultMsg", "")
    message = Wording("{code} {said}", code=shown(reason or code), said=shown(said.strip(), 120))
    if (reason or code) in _OF_THE_KEY:
        raise SourceError(
            "{name}: the server says {message}",
            hint="check the key in {variable}",
            name=file.name,
            message=message,
            variable="KCS_API_KEY",
        )
    if root.tag != "response" or reason or code != "00":
        raise InvalidData("{name}: got an error, not data: {message}", name=file.name, message=message)


def _items(file: File) -> list[list[str]]:
    """The items of a reply as rows of cells under the names of their fields."""
    root = xml_data.read(file.content, name=file.name)
    _check_result(file, root)
    items = root.findall("body/items/item")
    if root.find("body/items") is None:
        raise InvalidData("{name}: {what}", name=file.name, what=Wording("no list of items in it"))
    if not items:
        raise NoData("{name}: Korea Customs has nothing for what was asked", name=file.name)
    names: dict[str, None] = {}
    for item in items:
        tags = [field.tag for field in item]
        if len({*tags}) < len(tags):
            twice = next(tag for tag in tags if tags.count(tag) > 1)
            raise InvalidData("{name}: column {twice!r} is duplicated", name=file.name, twice=shown(twice))
        names |= dict.fromkeys(tags)
    return [list(names)] + [[(item.findtext(name) or "").strip() for name in names] for item in items]


def _values(record: dict[str, str], where: str) -> dict[str, int]:
    """Both flows of an item, whose difference is its balance."""
    found = {
        flow: dollars(record[name], 1, where=Wording("{where}, {name}", where=where, name=name))
        for flow, name in _FLOWS.items()
    }
    balance = dollars(record["balPayments"], 1, where=where)
    if found["export"] - found["import"] != balance:
        raise InvalidData(
            "{where}: exports less imports do not add up to the balance {balance}",
            where=where,
            balance=balance,
        )
    return found


def _partner(file: File, record: dict[str, str], where: str) -> str:
    """Whose trade an item is; one that names no country is the world's, if the world was asked for."""
    code = record.get("statCd", "")
    asked = dict(file.asked.parameters).get("cntyCd", "") if file.asked else code
    if code != asked:
        raise InvalidData(
            "{where}: got figures of {reporter}; asked for {asked}",
            where=where,
            reporter=shown(code) or Wording("the world"),
            asked=asked or Wording("the world"),
        )
    if not code:
        return "WORLD"
    if code not in places.places() or places.place(code).level != "country":
        raise InvalidData("{where}: no country has the code {code!r}", where=where, code=shown(code))
    return code


def _month(label: str, where: str) -> date:
    match = _MONTH.fullmatch(label)
    if match is None:
        raise InvalidData(
            "{where}: period {period!r}; expected a month such as 2025-11", where=where, period=label[:20]
        )
    return date(int(match[1]), int(match[2]), 1)


def _check_sum(where: str, values: dict[str, int], reading: Reading) -> None:
    """Refuse items whose sum is another than the one beside them."""
    for flow, value in values.items():
        added = sum(figure.value for figure in reading.figures if figure.flow == flow)
        if added != value:
            raise InvalidData(
                "{where}: the months add up to {added}; expected {value}",
                where=where,
                added=added,
                value=value,
            )
