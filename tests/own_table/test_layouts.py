"""Files as customs offices publish them, read as they come: every figure here is worked out by hand."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import Ran
from tests.drawn import THOROUGH
from tradecli.catalogue.wordings import twins
from tradecli.own_table import layouts

Trade = Callable[..., Ran]
#: 2026-01-05, after every period of these files.
WRITTEN = 1_767_614_400
MONTHS = ("2025-01", "2025-02")


def table(header: str, *rows: str, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """A text whose rows are written with commas, separated by another sign."""
    lines = [line.replace(",", separator) for line in (header, *rows)]
    return ("\n".join(lines) + "\n").encode(encoding)


def reply(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


class Case(NamedTuple):
    """Files by their names, a question, and the values of its answer by flow: of the month and to date."""

    files: dict[str, bytes]
    words: str
    months: dict[str, int]
    to_date: dict[str, int]
    layout: str


# What Comtrade counts of means of transport and of second partners stands beside the total; re-exports
# lie within exports. Two months of exports of 5 and 7 dollars, imports of 3 and 4.
COMTRADE = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,"
    "flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,classificationCode,cmdCode,"
    "customsCode,motCode,qty,netWgt,cifvalue,fobvalue,primaryValue"
)
COMTRADE_ROWS = [
    f"C,M,2025{month}01,2025,{month},2025{month},842,USA,USA,{flow},{name},{partner},,,{second},,H6,TOTAL,"
    f"C00,{mot},0,0,,,{value}"
    for month, sold, bought in (("01", 5, 3), ("02", 7, 4))
    for flow, name, partner, second, mot, value in (
        ("X", "Export", 490, 0, 0, sold),
        ("X", "Export", 490, 0, 1000, sold - 1),
        ("X", "Export", 490, 0, 2100, 1),
        ("RX", "Re-export", 490, 0, 0, 1),
        ("M", "Import", 490, 0, 0, bought),
        ("M", "Import", 490, 0, 2100, bought),
        ("X", "Export", 0, 0, 0, sold + 10),
        ("M", "Import", 0, 0, 0, bought + 10),
    )
]
COMTRADE_JSON = {
    "elapsedTime": "0.1 secs",
    "count": len(COMTRADE_ROWS),
    "data": [dict(zip(COMTRADE.split(","), row.split(","), strict=True)) for row in COMTRADE_ROWS],
    "error": "",
}
COMTRADE_ANSWER = ({"export": 7, "import": 4, "balance": 3}, {"export": 12, "import": 7, "balance": 5})

# The Census Bureau's interface: a total of all countries and a group of them among these; the country's
# code is asked for and chosen by, so it stands twice. Whole dollars.
CENSUS = {
    "exports.json": reply(
        [
            ["CTY_CODE", "CTY_NAME", "ALL_VAL_MO", "time", "CTY_CODE"],
            *(
                [code, name, str(value * factor), month, code]
                for month, factor in (("2025-01", 1), ("2025-02", 2))
                for code, name, value in (
                    ("-", "TOTAL FOR ALL COUNTRIES", 100),
                    ("0003", "EUROPEAN UNION", 40),
                    ("5830", "TAIWAN", 30),
                    ("5880", "JAPAN", 20),
                )
            ),
        ]
    ),
    "imports.json": reply(
        [
            ["CTY_CODE", "GEN_VAL_MO", "time"],
            *([code, str(value), month] for month in MONTHS for code, value in (("-", 90), ("5830", 50))),
        ]
    ),
}

# Brazil: quoted codes, figures without quotes, semicolons; 160 is China, 249 the United States.
BRAZIL = (
    '"CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";'
    '"KG_LIQUIDO";"VL_FOB"'
)


def brazil(*rows: tuple[str, str, str, int], more: str = "") -> bytes:
    lines = [
        f'"2025";"{month}";"{goods}";"10";"{country}";"MT";"01";"0817800";1;1;{value}{more and ";9;9"}'
        for month, country, goods, value in rows
    ]
    return ("\n".join([BRAZIL + more, *lines]) + "\n").encode()


# Japan: a row a code and country, twelve months across, those to come are zeros; thousands of yen.
ESTAT = "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year," + ",".join(
    f"Quantity1-{name},Quantity2-{name},Value-{name}"
    for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
)


def estat(flow: int, code: str, country: int, january: int, february: int) -> str:
    months = [f"0,9,{value}" for value in (january, february, *[0] * 10)]
    return f"{flow},2025,'{code}',{country},  ,NO,0,9,{january + february},{','.join(months)}"


COMEXT_OLD = (
    "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA2002,"
    "PRODUCT_CPA2008,PRODUCT_CPA2_1,PRODUCT_BEC,PRODUCT_SECTION,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,"
    "VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY"
)
COMEXT_NEW = (
    "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,"
    "PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,"
    "QUANTITY_SUPPL_UNIT"
)


def comext_new(reporter: str, flow: int, month: str, goods: str, value: int) -> str:
    return f"{reporter},US,E,{goods},1,1,1,1,.,16,{flow},1,NO_SU,{month},{value},{value},1,0"


def comext_old(declarant: str, flow: int, month: str, goods: str, value: int) -> str:
    return f"004,{declarant},0400,US,E,{goods},1,1,1,1,.,16,{flow},1,.,{month},{value},1,0"


HMRC = [
    {
        "MonthId": int(month.replace("-", "")),
        "FlowTypeId": flow,
        "SuppressionIndex": 0,
        "CommodityId": goods,
        "CommoditySitcId": 1,
        "CountryId": country,
        "PortId": 0,
        "Value": value,
        "NetMass": 1.5,
        "SuppUnit": None,
    }
    for month in MONTHS
    for flow, goods, country, value in (
        (3, 85423190, 400, 40),
        (4, 85423190, 400, 70),
        (4, 1012100, 400, 5),
        (4, 85423190, 628, 900),
        (1, 85423190, 4, 20),
        (2, 85423190, 4, 10),
    )
]

KOREA = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><response><header><resultCode>00</resultCode>'
    "<resultMsg>정상서비스.</resultMsg></header><body><items>{items}</items></body></response>"
)
KOREA_ITEMS = [
    f"<item><balPayments>{sold - bought}</balPayments><expCnt>1</expCnt><expDlr>{sold}</expDlr>"
    f"<impCnt>1</impCnt><impDlr>{bought}</impDlr><statCd>{code}</statCd>"
    f"<statCdCntnKor1>미국</statCdCntnKor1><year>{period}</year></item>"
    for period, code, sold, bought in (
        ("총계", "-", 30, 13),
        ("2025.01", "US", 10, 6),
        ("2025.02", "US", 20, 7),
    )
]

TAIWAN = (
    '"年度","月份","出口總值(新臺幣千元)","出口(新臺幣千元)","復出口(新臺幣千元)","進口總值(新臺幣千元)",'
    '"進口(新臺幣千元)","復進口(新臺幣千元)","出入超(新臺幣千元)","備註"\n'
    '"114","2","70","69","1","40","39","1","30",""\n"114","1","50","48","2","30","29","1","20",""\n'
)

CASES = {
    "Comtrade, a reply": Case(
        {"r.json": reply(COMTRADE_JSON)}, "surplus --reporter US --partner TW", *COMTRADE_ANSWER, "comtrade"
    ),
    "Comtrade, the website's table: Latin letters, a comma more in each row": Case(
        {
            "TradeData.csv": table(
                COMTRADE, *(f"{row}," for row in COMTRADE_ROWS), encoding="latin-1"
            ).replace(b",USA,USA,", b",USA,T\xfcrkiye,")
        },
        "surplus --reporter US --partner TW",
        *COMTRADE_ANSWER,
        "comtrade",
    ),
    "Comtrade, a bulk file": Case(
        {"C_M_842_202501.txt.gz": gzip.compress(table(COMTRADE, *COMTRADE_ROWS, separator="\t"))},
        "surplus --reporter US --partner TW",
        *COMTRADE_ANSWER,
        "comtrade",
    ),
    "Comtrade, the world's total and no sum of both": Case(
        {"r.json": reply(COMTRADE_JSON)},
        "surplus --reporter US",
        {"export": 17, "import": 14, "balance": 3},
        {"export": 32, "import": 27, "balance": 5},
        "comtrade",
    ),
    "Census, two replies": Case(
        CENSUS,
        "surplus --partner TW",
        {"export": 60, "import": 50, "balance": 10},
        {"export": 90, "import": 100, "balance": -10},
        "census",
    ),
    "Census, all countries": Case(
        CENSUS,
        "surplus",
        {"export": 200, "import": 90, "balance": 110},
        {"export": 300, "import": 180, "balance": 120},
        "census",
    ),
    "Brazil, with columns that imports alone have": Case(
        {
            "EXP_2025.csv": brazil(
                ("01", "160", "12019000", 9), ("02", "160", "12019000", 8), ("02", "249", "12019000", 99)
            ),
            "IMP_2025.csv": brazil(
                ("01", "160", "85423190", 4), ("02", "160", "85423190", 3), more=';"VL_FRETE";"VL_SEGURO"'
            ),
        },
        "surplus --partner CN",
        {"export": 8, "import": 3, "balance": 5},
        {"export": 17, "import": 7, "balance": 10},
        "comexstat",
    ),
    "Japan, twelve months across": Case(
        {
            "exports.csv": table(
                ESTAT,
                estat(1, "854232100", 106, 5, 7),
                estat(1, "080390100", 106, 1, 1),
                estat(1, "854232100", 304, 50, 70),
            ),
            "imports.csv": table(ESTAT, estat(2, "854232900", 106, 2, 3)),
        },
        "surplus --partner TW",
        {"export": 8_000, "import": 3_000, "balance": 5_000},
        {"export": 14_000, "import": 5_000, "balance": 9_000},
        "estat",
    ),
    "Comext, the newer names": Case(
        {
            "full_v2_202501.dat": table(
                COMEXT_NEW,
                *(
                    comext_new(reporter, flow, month, goods, value)
                    for month in ("202501", "202502")
                    for reporter, flow, goods, value in (
                        ("DE", 2, "85423190", 9),
                        ("DE", 2, "87032319", 2),
                        ("DE", 2, "TOTAL", 11),
                        ("DE", 1, "85423190", 5),
                        ("FR", 2, "85423190", 3),
                        ("FR", 1, "85423190", 4),
                    )
                ),
            )
        },
        "surplus --reporter DE --partner US",
        {"export": 11, "import": 5, "balance": 6},
        {"export": 22, "import": 10, "balance": 12},
        "comext",
    ),
    "Comext, the older names and the newer ones, a file each": Case(
        {
            "full202501.csv": table(
                COMEXT_OLD,
                comext_old("DE", 2, "202501", "85423190", 4),
                comext_old("DE", 1, "202501", "85423190", 1),
            ),
            "full202502.csv": table(
                COMEXT_NEW,
                comext_new("DE", 2, "202502", "85423190", 5),
                comext_new("DE", 1, "202502", "85423190", 2),
            ),
        },
        "surplus --reporter DE --partner US",
        {"export": 5, "import": 2, "balance": 3},
        {"export": 9, "import": 3, "balance": 6},
        "comext",
    ),
    "United Kingdom, a reply: 400 is the United States, 628 Jordan": Case(
        {"OTS.json": reply({"@odata.context": "https://api.uktradeinfo.com/$metadata#OTS", "value": HMRC})},
        "surplus --partner US",
        {"export": 75, "import": 40, "balance": 35},
        {"export": 150, "import": 80, "balance": 70},
        "hmrc",
    ),
    "United Kingdom, flows with the EU are flows": Case(
        {"OTS.json": reply({"value": HMRC})},
        "surplus --partner DE",
        {"export": 10, "import": 20, "balance": -10},
        {"export": 20, "import": 40, "balance": -20},
        "hmrc",
    ),
    "Korea, a reply with the total of its months": Case(
        {"nation.xml": KOREA.format(items="".join(KOREA_ITEMS)).encode()},
        "surplus --partner US",
        {"export": 20, "import": 7, "balance": 13},
        {"export": 30, "import": 13, "balance": 17},
        "kcs",
    ),
    "Taiwan, 6053": Case(
        {"6053.csv": b"\xef\xbb\xbf" + TAIWAN.encode()},
        "surplus",
        {"export": 70_000, "import": 40_000, "balance": 30_000},
        {"export": 120_000, "import": 70_000, "balance": 50_000},
        "tw-customs",
    ),
    "Taiwan, 6053 in Big5": Case(
        {"6053.csv": TAIWAN.encode("cp950")},
        "surplus",
        {"export": 70_000, "import": 40_000, "balance": 30_000},
        {"export": 120_000, "import": 70_000, "balance": 50_000},
        "tw-customs",
    ),
}


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    """The files on disk: one by its name, several as their folder."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        os.utime(folder / name, (WRITTEN, WRITTEN))
    return folder if len(files) > 1 else folder / next(iter(files))


def values(answer: dict[str, Any]) -> tuple[dict[str, int], dict[str, int]]:
    """The values of an answer by flow: of the month and to date."""
    found: dict[str, dict[str, int]] = {"month": {}, "year_to_date": {}}
    for row in answer["rows"]:
        if row["value"] is not None:
            found[row["span"]][row["flow"]] = row["value"]
    return found["month"], found["year_to_date"]


#: A third of them by DuckDB too: how a layout is laid is decided before an engine adds up.
BY_ENGINE = [(name, "polars") for name in CASES]
BY_ENGINE += [(name, "duckdb") for name in [*CASES][:: 1 if THOROUGH else 3]]


@pytest.mark.drawn
@pytest.mark.parametrize(("name", "engine"), BY_ENGINE)
def test_files_as_they_come_give_the_figures_worked_out_by_hand(
    name: str, engine: str, trade: Trade, tmp_path: Path
) -> None:
    pytest.importorskip(engine)
    case = CASES[name]
    path = laid(tmp_path / "table", case.files)
    words = (*case.words.split(), "--through", "2025-02", "--table", str(path), "--engine", engine)
    ran = trade(*words, "--format", "json")
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    assert values(answer) == (case.months, case.to_date)
    [note] = [note["text"] for note in answer["notes"] if note["key"] == "own_table_layout"]
    assert repr(case.layout) in note


def test_every_layout_has_a_title_and_a_remark_in_chinese() -> None:
    for layout in layouts.LAYOUTS.values():
        assert {layout.title, layout.remark} - {""} <= set(twins("zh"))


def test_each_form_is_of_one_layout_only() -> None:
    for layout in layouts.LAYOUTS.values():
        for form in layout.forms:
            assert layouts.recognise(form.header) == layout


def test_re_exports_lie_within_exports_and_are_not_added(tmp_path: Path, run: Callable[..., Ran]) -> None:
    # A month: exports of 10, of which 2 were imported before, and imports of 5, of which 1 came back.
    flows = {"X": 10, "RX": 2, "M": 5, "RM": 1}
    rows = [f"2025-{month:02},US,{flow},{value}" for month in range(1, 12) for flow, value in flows.items()]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["m,p,f,v", *rows]) + "\n", encoding="utf-8")
    asked = ("surplus", "us", "2025-11", "--table", str(path), "--format", "csv", "--columns")
    columns = "period=m,partner=p,flow=f,value=v,reporter=KR"
    refused = run(*asked, columns)
    assert refused.code == 5
    assert "flows_within=RX|RM" in refused.err
    ran = run(*asked, f"{columns},flows_within=RX|RM")
    values = {row["flow"]: row["value"] for row in ran.rows if row["span"] == "year_to_date"}
    assert values == {"export": "110", "import": "55", "balance": "55"}
    assert "22 rows are parts of others" in ran.err
