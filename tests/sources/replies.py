"""Whole replies in the publishers' formats, as tables that a test may damage before they are encoded.

The figures of the long tables are plain ones; the ministry's files are its own of 2023-06 and 2024-12,
without the years before 2020.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter

from tradecli.periods import shift
from tradecli.sources.census_country import HEADER
from tradecli.sources.reading import File, Snapshot

FIXTURES = Path(__file__).parents[2] / "fixtures"
Table = list[list[str]]
FIRST = date(2024, 1, 1)
MONTHS = [shift(FIRST, step) for step in range(30)]
#: Partners of the long tables, and what share of the world each is.
SHARES = {"WORLD": 100, "CN": 24, "US": 20, "JP": 12, "HK": 9, "VN": 8, "SG": 7, "TW": 6}


def with_file(snapshot: Snapshot, **changes: Any) -> Snapshot:
    """A snapshot of the same day whose file differs."""
    return snapshot._replace(file=snapshot.file._replace(**changes))


@dataclass(frozen=True)
class Reply:
    """One reply: its table, how it is encoded, and where in it the tests strike.

    `value` names the column of the figure struck, `key` a column that a reader cannot do without;
    `period` and `partner` are the columns of a long table. A wide table has its partners as columns.
    `month` prints a month as the publisher does.
    """

    source: str
    name: str
    rows: Table
    encode: Callable[[Table], bytes]
    value: str
    key: str
    month: Callable[[date], str]
    period: int = 0
    partner: int | None = None
    partner_code: Callable[[str], str] = str
    encoding: str = "utf-8"
    newest: date = MONTHS[-1]

    def snapshot(self, content: bytes) -> Snapshot:
        day = date(2026, 12, 31)
        return Snapshot(File(self.name, content), "made-up", day, "published", day)

    @property
    def column(self) -> int:
        return self.rows[0].index(self.value)

    def rows_of(self, month: date, partner: str = "WORLD") -> list[int]:
        """The rows of a month, and of the partner where partners are rows."""
        return [
            index
            for index, row in enumerate(self.rows)
            if row[self.period] == self.month(month)
            and (self.partner is None or row[self.partner] == self.partner_code(partner))
        ]


def figure(partner: str, month: date) -> int:
    """A figure in dollars: between one and fifty billion, smooth, and odd enough to be told apart."""
    step = (month.year - FIRST.year) * 12 + month.month
    return (50_000_000_000 + step * 100_000_000 + (step * 7919) % 1_000_003) * SHARES[partner] // 100


def as_csv(encoding: str = "utf-8", end: str = "\r\n") -> Callable[[Table], bytes]:
    def encode(rows: Table) -> bytes:
        out = io.StringIO()
        csv.writer(out, lineterminator=end).writerows(rows)
        return out.getvalue().encode(encoding)

    return encode


def fred() -> Reply:
    rows = [["observation_date", "IMP5830"]]
    rows += [[f"{month}", f"{figure('TW', month) / 1e6:.6f}"] for month in MONTHS]
    return Reply(
        *("fred", "imp5830.csv", rows, as_csv(end="\n"), "IMP5830", "observation_date"),
        month=lambda month: f"{month}",
    )


def long(header: list[str], cells: Callable[[str, date], list[str]], partners: list[str]) -> Table:
    return [header, *(cells(partner, month) for partner in partners for month in MONTHS)]


def imf() -> Reply:
    codes = {"WORLD": "G001", "CN": "CHN", "US": "USA", "JP": "JPN", "HK": "HKG", "VN": "VNM", "SG": "SGP"}
    codes["TW"] = "TWN"
    header = [
        "DATAFLOW", "COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY", "TIME_PERIOD", "OBS_VALUE",
        "SCALE", "VALUATION", "UNIT", "DERIVATION_TYPE", "OVERLAP",
    ]  # fmt: skip
    rows = long(
        header,
        lambda partner, month: [
            "IMF.STA:IMTS(1.0.0)", "KOR", "XG_FOB_USD", codes[partner], "M", f"{month:%Y-M%m}",
            str(figure(partner, month)), "6", "FOB", "USD", "M", "OL" if partner == "WORLD" else "",
        ],
        list(SHARES),
    )  # fmt: skip
    return Reply(
        *("imf", "kor.csv", rows, as_csv(), "OBS_VALUE", "COUNTERPART_COUNTRY"),
        month=lambda month: f"{month:%Y-M%m}",
        period=5,
        partner=3,
        partner_code=codes.__getitem__,
    )


def eurostat() -> Reply:
    header = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE"
    rows = long(
        header.split(","),
        lambda partner, month: [
            "ESTAT:DS-045409(1.0)", "15/09/26 11:00:00", "M", "DE", partner, "TOTAL", "2", "VALUE_IN_EUROS",
            f"{month:%Y-%m}", str(figure(partner, month)),
        ],
        list(SHARES),
    )  # fmt: skip
    return Reply(
        *("eurostat", "de.csv", rows, as_csv(end="\n"), "OBS_VALUE", "partner"),
        month=lambda month: f"{month:%Y-%m}",
        period=8,
        partner=4,
    )


_BARE = re.compile(r"-?\d+(\.\d+)?(e\d+)?|NaN|Infinity|true|false|null")


def as_comtrade(rows: Table) -> bytes:
    """The reply as the service prints it: codes and values bare, the rest quoted."""
    header, *body = rows
    quoted = {"period", "flowCode", "cmdCode", "customsCode", "classificationCode", "partnerISO", "mosCode"}
    records = []
    for row in body:
        fields = []
        for name, cell in zip(header, row, strict=True):
            bare = name not in quoted and _BARE.fullmatch(cell)
            fields.append(f"{json.dumps(name)}: {cell if bare else json.dumps(cell, ensure_ascii=False)}")
        records.append("{" + ", ".join(fields) + "}")
    data = ",\n".join(records)
    return f'{{"elapsedTime":"0.4 secs","count":{len(body)},"data":[{data}],"error":""}}'.encode()


def comtrade() -> Reply:
    codes = {
        "WORLD": ("0", "W00"),
        "CN": ("156", "CHN"),
        "US": ("842", "USA"),
        "JP": ("392", "JPN"),
        "HK": ("344", "HKG"),
        "VN": ("704", "VNM"),
        "SG": ("702", "SGP"),
        "TW": ("490", "S19"),
    }
    header = [
        "typeCode", "freqCode", "period", "reporterCode", "flowCode", "partnerCode", "partnerISO",
        "partner2Code",
        "classificationCode", "classificationSearchCode", "cmdCode", "customsCode", "mosCode", "motCode",
        "cifvalue", "primaryValue", "isAggregate",
    ]  # fmt: skip
    rows = long(
        header,
        lambda partner, month: [
            "C", "M", f"{month:%Y%m}", "410", "X", *codes[partner], "0", "H6", "HS", "TOTAL", "C00", "0", "0",
            "null", f"{figure(partner, month)}.0", "false",
        ],
        list(SHARES),
    )  # fmt: skip
    return Reply(
        *("comtrade", "410.json", rows, as_comtrade, "primaryValue", "partnerCode"),
        month=lambda month: f"{month:%Y%m}",
        period=2,
        partner=5,
        partner_code=lambda partner: codes[partner][0],
    )


def as_xml(rows: Table) -> bytes:
    """The reply of Korea's customs service as it prints it: one line, an item a month."""
    header, *body = rows
    items = "".join(
        "<item>"
        + "".join(f"<{name}>{cell}</{name}>" for name, cell in zip(header, row, strict=True))
        + "</item>"
        for row in body
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><response><header><resultCode>00</resultCode>'
        "<resultMsg>정상서비스.</resultMsg></header><body><items>"
        f"{items}</items></body></response>"
    ).encode()


def kcs() -> Reply:
    header = ["balPayments", "expCnt", "expDlr", "impCnt", "impDlr", "year"]
    rows = [header]
    for month in MONTHS:
        exports, imports = figure("WORLD", month), figure("CN", month)
        rows.append(
            [f"{exports - imports}", "196748", f"{exports}", "1433422", f"{imports}", f"{month:%Y.%m}"]
        )
    return Reply(
        *("kcs", "world.xml", rows, as_xml, "expDlr", "impDlr"),
        month=lambda month: f"{month:%Y.%m}",
        period=5,
    )


def census_api() -> Reply:
    codes = {"WORLD": "-", "CN": "5700", "US": "2010", "JP": "5880", "HK": "5820", "VN": "5520", "SG": "5590"}
    codes["TW"] = "5830"
    rows = long(
        ["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "time", "SUMMARY_LVL"],
        lambda partner, month: [
            codes[partner], "A NAME", str(figure(partner, month)), f"{month:%Y-%m}", "DET",
        ],
        list(SHARES),
    )  # fmt: skip
    return Reply(
        *("census", "imports.json", rows, lambda rows: json.dumps(rows).encode(), "GEN_VAL_MO", "CTY_CODE"),
        month=lambda month: f"{month:%Y-%m}",
        period=3,
        partner=0,
        partner_code=codes.__getitem__,
    )


def as_workbook(rows: Table) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})  # the same bytes each time
        sheet = book.add_worksheet("country")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if at and column > 2 and re.fullmatch(r"-?\d+(\.\d+)?", cell) and len(cell) < 16:
                    sheet.write_number(at, column, float(cell))
                else:
                    sheet.write_string(at, column, cell)
    return out.getvalue()


def country() -> Reply:
    """`country.xlsx`: a row is a country and year, so that a month is a column."""
    codes = {"WORLD": "0015", "US": "1220", "CN": "5700", "HK": "5820", "JP": "5880", "VN": "5520"}
    rows = [list(HEADER)]
    countries = [code for code in codes if code != "WORLD"]
    for year in (2024, 2025, 2026):
        yearly = {}
        for code in countries:
            cells = [figure(code, date(year, month, 1)) for month in range(1, 13)]
            held = [value if year < 2026 or month <= 6 else 0 for month, value in enumerate(cells, start=1)]
            yearly[code] = [*held, sum(held)]
        yearly["WORLD"] = [sum(column) for column in zip(*yearly.values(), strict=True)]
        for code, values in yearly.items():
            texts = [f"{value / 1e6:.6f}" if value else "0" for value in values]
            rows.append([str(year), codes[code], f"{code} by name", *texts, *texts])
    return Reply(
        *("census", "country.xlsx", rows, as_workbook, "IMAY", "CTY_CODE"),
        month=lambda month: f"{month.year}",
        period=0,
        partner=1,
        partner_code=codes.__getitem__,
        newest=date(2026, 5, 1),
    )


def _genuine(path: str, encoding: str, since: int) -> Table:
    """A file of the ministry, its years from one on; each year stands above its months."""
    header, *rows = csv.reader(io.StringIO((FIXTURES / path).read_bytes().decode(encoding)))
    return [header, *(row for row in rows if int(row[0].partition("年")[0]) >= since)]


def u2010() -> Reply:
    rows = _genuine("mof/2023-06-07/u2010im.csv", "cp950", 2020)
    return Reply(
        *("mof", "u2010im.csv", rows, as_csv("cp950"), "總計", rows[0][0]),
        month=lambda month: f"{month.year}年{month.month}月",
        encoding="cp950",
        newest=date(2023, 5, 1),
    )


def njswww() -> Reply:
    rows = _genuine("mof/2024-12-09/us-exports-by-section.csv", "utf-8-sig", 109)
    return Reply(
        *("mof", "對美國出口－按主要貨品分.csv", rows, as_csv("utf-8-sig"), "總計(千美元)", rows[0][0]),
        month=lambda month: f"{month.year - 1911}年 {month.month}月",
        encoding="utf-8-sig",
        newest=date(2024, 11, 1),
    )


BUILDERS = {
    "u2010": u2010,
    "njswww": njswww,
    "country": country,
    "census": census_api,
    "fred": fred,
    "comtrade": comtrade,
    "imf": imf,
    "eurostat": eurostat,
    "kcs": kcs,
}


@cache
def reply(name: str) -> Reply:
    return BUILDERS[name]()
