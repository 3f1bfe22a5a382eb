"""Files of statistics offices that are known and that no source reads: what they are, and what to do."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradecli.errors import NoData
from tradecli.wording import Wording

_RECORDS = "answer from it as a table of your own: --table FILE --columns ..."
#: A name of a column, whatever stands between two of them.
_NAME = re.compile(r'[^",;\t|]+')


class Layout(NamedTuple):
    """A file that is told by its columns: all of `names` stand in its first row."""

    names: frozenset[str]
    what: str
    hint: str


LAYOUTS = (
    Layout(
        frozenset({"年度", "月份", "出口總值(新臺幣千元)", "進口總值(新臺幣千元)"}),
        "monthly totals of Taiwan's Customs Administration in NT$ (open data 6053)",
        "the same months in US$: trade fetch mof",
    ),
    Layout(
        frozenset({"Trade Flow Code", "Reporter Code", "Partner Code", "Trade Value (US$)"}),
        "Comtrade's CSV of before 2023",
        "download it anew from comtradeplus.un.org, or: trade fetch comtrade",
    ),
    Layout(
        frozenset({"t", "i", "j", "k", "v", "q"}), "yearly trade of all countries of CEPII (BACI)", _RECORDS
    ),
    Layout(
        frozenset({"CO_ANO", "CO_MES", "CO_NCM", "CO_PAIS", "VL_FOB"}),
        "records of Brazil (ComexStat)",
        _RECORDS,
    ),
    Layout(
        frozenset({"REPORTER", "PARTNER", "FLOW", "PERIOD", "VALUE_EUR"}),
        "records of Eurostat in bulk (Comext)",
        Wording("{records}, or, of totals: trade fetch eurostat", records=Wording(_RECORDS)),
    ),
    Layout(
        frozenset({"MonthId", "FlowTypeId", "CommodityId", "CountryId", "Value"}),
        "records of the United Kingdom (OTS)",
        _RECORDS,
    ),
)


def refuse(header: str, name: str) -> None:
    """Refuse a file that is known and not read.

    Args:
        header: Its first line, whatever its delimiter.
        name: What the file is called.

    Raises:
        NoData: It is one of `LAYOUTS`.
    """
    found = {text.strip() for text in _NAME.findall(header)}
    for layout in LAYOUTS:
        if layout.names <= found:
            raise NoData(
                "{name}: {what}: known, and not read", hint=layout.hint, name=name, what=Wording(layout.what)
            )
