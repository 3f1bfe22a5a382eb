"""Files as customs desks of many countries export them: inspected, then asked through the mapping written.

Every file holds the same trade, worked out by hand: in each month exports to the United States of 2,500,000
and imports from them of 1,500,000 (so a balance of 1,000,000 in the unit of the file), and some with China.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Ran
from tradecli.own_table import inspect
from tradecli.own_table.mapping import Mapping

pytest.importorskip("narwhals")
Trade = Callable[..., Ran]
#: 2026-01-05, the day on which every file was written.
WRITTEN = 1_767_614_400
ENGLISH = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
)
ENGLISH = (*ENGLISH, "November", "December")


class Desk(NamedTuple):
    """A file: its header, its rows of one month, and what is to come of it.

    `value` is what exports to the United States are in November 2025, in whole units of `currency`.
    """

    header: str
    rows: Sequence[str]
    value: int
    currency: str = "USD"
    flow: str = "exports"
    encoding: str = "utf-8"
    name: str = "t.csv"
    titles: str = ""
    open: tuple[str, ...] = ("reporter",)


DESKS = {
    "Mexico, latin-1, semicolons, decimal commas": Desk(
        "Periodo;País de destino;Tipo de operación;Fracción arancelaria;Valor (miles de dólares)",
        [
            "{y}-{m};Estados Unidos de América;Exportación;87032301;2500,0",
            "{y}-{m};Estados Unidos de América;Importación;85423101;1500,0",
            "{y}-{m};Japón;Exportación;87032301;300,5",
        ],
        2_500_000,
        encoding="latin-1",
    ),
    "Mexico, a column for each flow": Desk(
        "Año,Mes,País,Exportaciones (US$),Importaciones (US$)",
        ["{y},{i},Estados Unidos,2500000,1500000", "{y},{i},China,7,8"],
        2_500_000,
    ),
    "Chile, the flow in the name of the file": Desk(
        "FECHA;PAIS_DESTINO;CODIGO_ARANCELARIO;PESO_BRUTO;FOB_USD",
        ["{y}{m}15;ESTADOS UNIDOS;26030000;9;2500000", "{y}{m}28;CHINA;26030000;9;4"],
        2_500_000,
        name="exportaciones_2024_2025.csv",
    ),
    "India, months by name, millions": Desk(
        "Month,Country,ITC HS Code,Export/Import,Quantity,Value (US$ Million)",
        ["{n:.3}-{y},U S A,30049099,Export,4,2.5", "{n:.3}-{y},U S A,85423100,Import,4,1.5"],
        2_500_000,
    ),
    "India, one flow in crores of rupees": Desk(
        "Year,Month,Country Name,HS Code,Exports (Rs. Crore)",
        ["{y},{n},United States,30049099,25", "{y},{n},China,30049099,3"],
        250_000_000,
        currency="INR",
    ),
    "Türkiye": Desk(
        "Yıl;Ay;Ülke;GTİP;İhracat (Bin ABD $);İthalat (Bin ABD $)",
        ["{y};{i};Amerika Birleşik Devletleri;870321;2500;1500", "{y};{i};Almanya;870321;4;5"],
        2_500_000,
    ),
    "Viet Nam": Desk(
        "Năm,Tháng,Thị trường,Mã HS,Xuất khẩu (nghìn USD),Nhập khẩu (nghìn USD)",
        ["{y},{i},Hoa Kỳ,854231,2500,1500", "{y},{i},Trung Quốc,854231,4,5"],
        2_500_000,
    ),
    "Korea, EUC-KR": Desk(
        "기간,국가명,수출중량,수출금액(천달러),수입중량,수입금액(천달러),무역수지(천달러)",
        ["{y}.{m},미국,9,2500,9,1500,1000", "{y}.{m},중국,9,4,9,5,-1"],
        2_500_000,
        encoding="cp949",
    ),
    "Poland": Desk(
        "Okres;Kierunek;Kraj;Kod CN;Masa netto;Wartość (tys. USD)",
        [
            "{y}-{m};Eksport;Stany Zjednoczone;87032319;9;2500",
            "{y}-{m};Import;Stany Zjednoczone;87032319;9;1500",
        ],
        2_500_000,
    ),
    "Germany": Desk(
        "Zeit;Land;Warenverkehrsrichtung;Warennummer;Menge;Wert (Tsd. EUR)",
        [
            "{m}/{y};Vereinigte Staaten;Ausfuhr;87032319;9;2.500",
            "{m}/{y};Vereinigte Staaten;Einfuhr;87032319;9;1.500",
        ],
        2_500_000,
        currency="EUR",
        # 2.500 may be two thousand five hundred, or two and a half.
        open=("reporter", "decimal"),
    ),
    "France": Desk(
        "Mois,Flux,Pays,NC8,Valeur en euros",
        ["{y}-{m},Export,États-Unis,88024000,2500000", "{y}-{m},Import,États-Unis,88024000,1500000"],
        2_500_000,
        currency="EUR",
    ),
    "Japan, Shift-JIS": Desk(
        "年月,輸出入区分,国名,統計品目番号,数量,金額(千円)",
        ["{y}{m},輸出,アメリカ合衆国,854232000,9,2500", "{y}{m},輸入,アメリカ合衆国,854232000,9,1500"],
        2_500_000,
        currency="JPY",
        encoding="cp932",
    ),
    "China": Desk(
        "月份,进出口,贸易伙伴,商品编码,金额(千美元)",
        ["{y}年{i}月,出口,美国,85423100,2500", "{y}年{i}月,进口,美国,85423100,1500"],
        2_500_000,
        encoding="gb18030",
    ),
    "Taiwan, years of the Republic, Big5": Desk(
        "資料年月,進出口別,國家,貨品號列,美元(千元)",
        ["{r}年{m}月,出口,美國,85423100,2500", "{r}年{m}月,進口,美國,85423100,1500"],
        2_500_000,
        encoding="cp950",
    ),
    "Brazil, reshaped": Desk(
        "data,pais,fluxo,ncm,kg_liquido,valor_fob_usd",
        ["{y}-{m},Estados Unidos,Exportação,12019000,9,2500000", "{y}-{m},China,Importação,12019000,9,4"],
        2_500_000,
    ),
    "Indonesia": Desk(
        "Tahun,Bulan,Negara,Arus,Kode HS,Nilai (Ribu US$)",
        ["{y},{i},Amerika Serikat,Ekspor,15119000,2500", "{y},{i},Amerika Serikat,Impor,15119000,1500"],
        2_500_000,
    ),
    "Russia": Desk(
        "Период,Направление,Страна,Код ТН ВЭД,Стоимость (тыс. долл.)",
        ["{m}.{y},Экспорт,США,310210,2500", "{m}.{y},Импорт,США,310210,1500"],
        2_500_000,
    ),
    "twelve months across": Desk(
        f"Year,Country,Flow,{','.join(name[:3] for name in ENGLISH[1:])}",
        [],
        2_500_000,
        open=("value_unit", "currency", "reporter"),
    ),
    "a column for each period": Desk(
        ",".join(
            [
                "Country",
                "Flow",
                *(f"{name[:3]}-{y} (US$ thousand)" for y in (2024, 2025) for name in ENGLISH[1:]),
            ]
        ),
        [],
        2_500_000,
    ),
    "titles above the names that say the unit": Desk(
        "Month,Partner,Exports,Imports",
        ["{y}-{m},USA,2500,1500", "{y}-{m},China,4,5"],
        2_500_000,
        titles="Trade by partner\nUnit: US$ thousand\n\n",
    ),
    "names that say nothing": Desk(
        "a,b,c,d",
        ["{y}-{m},US,E,2500000", "{y}-{m},US,I,1500000", "{y}-{m},CN,E,77"],
        2_500_000,
        open=("value_unit", "currency", "reporter"),
    ),
    "a type for the flow, a partner beside a country": Desk(
        "Date,Country,Partner,Type,Value (US$)",
        ["{y}-{m}-28,Mexico,United States,Export,2500000", "{y}-{m}-28,Mexico,China,Import,7"],
        2_500_000,
        open=(),
    ),
    "more than a thousand exports before the first import": Desk(
        "month,country,flow,value_usd",
        [*["{y}-{m},US,ausfuhr,50000"] * 50, "{y}-{m},CN,einfuhr,7"],
        2_500_000,
    ),
    "several levels of codes side by side, and the unit in a column": Desk(
        "month,country,direction,hs2,hs6,unit,value",
        ["{y}-{m},US,Dispatches,85,854231,US$ thousand,2500", "{y}-{m},CN,Arrivals,85,854231,US$ thousand,5"],
        2_500_000,
    ),
    "a status that looks like flows, and a code and a name that never vary": Desk(
        "month,country_code,country_name,obs_status,exports_usd,imports_usd",
        ["{y}-{m},842,United States,E,2500000,3", "{y}-{m},842,United States,I,,"],
        2_500_000,
    ),
    "China's customs, a code and a name of each partner": Desk(
        "数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,商品名称,贸易方式编码,贸易方式名称,第一数量,第一计量单位,美元,",
        [
            "{y}{m},502,美国,85423119,x,10,一般贸易,1,个,2500000,",
            "{y}{m},116,日本,85423119,x,10,一般贸易,1,个,7,",
        ],
        2_500_000,
        name="出口.csv",
    ),
    "Brazil, months with their number": Desk(
        "Fluxo;Ano;Mês;Países;Valor FOB (US$)",
        ["Exportação;{y};{m}. {n};Estados Unidos;2500000", "Importação;{y};{m}. {n};China;3"],
        2_500_000,
    ),
    "Brazil, thousands of both flows": Desk(
        "País;Exportações (US$ mil);Importações (US$ mil);Período",
        ["Estados Unidos;2500,0;1500,0;{m}/{y}", "China;5,5;6,5;{m}/{y}"],
        2_500_000,
    ),
    "Germany, flows in the plural": Desk(
        "Monat;Land;Flussrichtung;Gewicht in Tonnen;Statistischer Wert (EUR)",
        ["{y}-{m};USA;Exporte;5,5;2500000", "{y}-{m};China;Importe;7,5;7"],
        2_500_000,
        currency="EUR",
    ),
    "Taiwan, titles with a unit and no commas": Desk(
        "年月,國家,進出口別,金額",
        ["{y}{m},美國,出口,2500", "{y}{m},日本,進口,5"],
        2_500_000,
        currency="TWD",
        titles="進出口統計\n單位:新臺幣千元\n\n",
    ),
    "India, dollars beside amounts and the day first": Desk(
        "Date,Country,Flow,Value",
        [
            '15/{m}/{y},United States,Export,"$2,600,000.00"',
            '28/{m}/{y},United States,Export,"($100,000.00)"',
            '28/{m}/{y},China,Import,"$5.00"',
        ],
        2_500_000,
        open=("value_unit", "currency", "reporter"),
    ),
    "a month and its days": Desk(
        "period,date,flow code,flow name,country,value_usd",
        ["{y}-{m},{y}-{m}-15,X,Export,US,2500000", "{y}-{m},{y}-{m}-15,M,Import,US,3"],
        2_500_000,
    ),
    "packed": Desk(
        "month,country,flow,value_usd",
        ["{y}-{m},US,E,2500000", "{y}-{m},CN,I,5"],
        2_500_000,
        name="t.csv.gz",
    ),
    "tabs in a text": Desk(
        "month\tcountry\tflow\tvalue_usd",
        ["{y}-{m}\tUS\tExport\t2500000", "{y}-{m}\tCN\tImport\t5"],
        2_500_000,
        name="t.txt",
    ),
}


def months() -> list[dict[str, object]]:
    return [
        {"y": y, "m": f"{i:02}", "i": i, "n": ENGLISH[i], "r": y - 1911}
        for y in (2024, 2025)
        for i in range(1, 13)
        if (y, i) != (2025, 12)
    ]


def put(desk: Desk, folder: Path) -> Path:
    """Write a file of a day that is known."""
    rows = [row.format(**month) for month in months() for row in desk.rows]
    if not rows and "-2025" in desk.header:
        rows = [f"US,Export,{','.join(['2500'] * 23)},", f"CN,Import,{','.join(['4'] * 23)},"]
    if not rows:
        for y in (2024, 2025):
            cells = ["2500000" if (y, i) != (2025, 12) else "" for i in range(1, 13)]
            rows += [f"{y},US,Exports,{','.join(cells)}", f"{y},CN,Imports,{','.join(cells)}"]
    content = (desk.titles + "\n".join([desk.header, *rows, ""])).encode(desk.encoding)
    path = folder / desk.name
    path.write_bytes(gzip.compress(content, mtime=0) if desk.name.endswith(".gz") else content)
    os.utime(path, (WRITTEN, WRITTEN))
    return path


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRADE_CACHE_DIR", str(tmp_path / "cache"))


@pytest.mark.parametrize("name", DESKS)
def test_the_mapping_that_is_written_answers(name: str, trade: Trade, tmp_path: Path) -> None:
    desk = DESKS[name]
    path = put(desk, tmp_path)
    found = inspect(str(path))
    assert tuple(one.line for one in found.open) == desk.open
    mapping = tmp_path / "my.toml"
    ran = trade("table", "inspect", str(path), "--output", str(mapping))
    assert (ran.code, ran.out) == (0, "")
    text = mapping.read_text(encoding="utf-8")
    if "decimal" in desk.open:
        mapping.write_text(f'decimal = "comma"\n{text}', encoding="utf-8")
    asked = (desk.flow, "--partner", "US", "--through", "2025-11", "--months", "1", "--table", str(mapping))
    ran = trade(*asked, "--format", "csv")
    assert ran.code == 0, f"{ran.err}\n{text}"
    [row] = ran.rows
    assert (row["value"], row["currency"]) == (str(desk.value), desk.currency)


class Question(NamedTuple):
    """A file of which something has to be said: the lines offered, and the answer after one is chosen."""

    header: str
    rows: Sequence[str]
    line: str
    offered: tuple[str, ...]
    chosen: str
    value: int


QUESTIONS = {
    "South Africa: origin and destination": Question(
        "YearMonth,TradeType,CountryOfOrigin,CountryOfDestination,Tariff,CustomsValue (USD)",
        [
            "{y}{m},Exports,CN,US,26030000,7",
            "{y}{m},Exports,ZA,US,26030000,5",
            "{y}{m},Exports,US,CN,26030000,3",
        ],
        "partner",
        ('partner = "CountryOfOrigin"', 'partner = "CountryOfDestination"'),
        'partner = "CountryOfDestination"',
        12,
    ),
    "origin and destination that never vary": Question(
        "month,country_of_origin,country_of_destination,flow,value_usd",
        ["{y}-{m},MX,US,E,5", "{y}-{m},MX,US,E,2"],
        "partner",
        ('partner = "country_of_origin"', 'partner = "country_of_destination"'),
        'partner = "country_of_destination"',
        7,
    ),
    "the month of the order and that of the arrival": Question(
        "order month,arrival month,country,flow,value_usd",
        ["{y}-{m},{y}-{m},US,E,5", "2023-12,{y}-{m},US,E,2"],
        "period",
        ('period = "order month"', 'period = "arrival month"'),
        'period = "arrival month"',
        7,
    ),
    "values in two currencies": Question(
        "month,country,flow,value_usd,value_mxn",
        ["{y}-{m},US,E,5,100", "{y}-{m},CN,I,7,140"],
        "value",
        ('value = "value_usd"', 'value = "value_mxn"'),
        'value = "value_mxn"',
        100,
    ),
    "values free on board and with freight": Question(
        "month,country,flow,fob_usd,cif_usd",
        ["{y}-{m},US,E,5,6", "{y}-{m},CN,I,7,8"],
        "value",
        ('value = "fob_usd"', 'value = "cif_usd"'),
        'value = "fob_usd"',
        5,
    ),
    "money and kilograms in rows of their own": Question(
        "month,country,flow,indicator,value",
        ["{y}-{m},US,E,Value (US$),5", "{y}-{m},US,E,Net weight (kg),900", "{y}-{m},CN,I,Value (US$),7"],
        'where."indicator"',
        ('where."indicator" = "Value (US$)"', 'where."indicator" = "Net weight (kg)"'),
        'where."indicator" = "Value (US$)"',
        5,
    ),
    "two currencies in rows of their own": Question(
        "month,country,flow,currency,value",
        ["{y}-{m},US,E,USD,5", "{y}-{m},US,E,MXN,100", "{y}-{m},CN,I,USD,7"],
        'where."currency"',
        ('where."currency" = "USD"', 'where."currency" = "MXN"'),
        'where."currency" = "USD"',
        5,
    ),
    "a unit of thousands to some and of millions to others": Question(
        "month,country,flow,Value (US$ Mil)",
        ["{y}-{m},US,E,5", "{y}-{m},CN,I,7"],
        "value_unit",
        ("value_unit = 1000", "value_unit = 1000000"),
        "value_unit = 1000000",
        5_000_000,
    ),
    "figures adjusted for the season beside the others": Question(
        "month,country,flow,adjustment,value_usd",
        ["{y}-{m},US,E,NSA,5", "{y}-{m},US,E,SA,6", "{y}-{m},CN,I,NSA,7"],
        'where."adjustment"',
        ('where."adjustment" = "NSA"', 'where."adjustment" = "SA"'),
        'where."adjustment" = "NSA"',
        5,
    ),
    "many goods by name and their total": Question(
        "month,country,flow,producto,value_usd",
        ["{y}-{m},US,E,Total,45", *(f"{{y}}-{{m}},US,E,bien {number},1" for number in range(45))],
        'where."producto"',
        ('where."producto" = "Total"',),
        'where."producto" = "Total"',
        45,
    ),
    "re-exports, which may lie within exports": Question(
        "month,country,flow,value_usd",
        ["{y}-{m},US,Ausfuhr,5", "{y}-{m},US,Re-export,2", "{y}-{m},US,Einfuhr,7"],
        "export",
        ('flows_within = ["Re-export"]',),
        'flows_within = ["Re-export"]',
        5,
    ),
    "flows as numbers": Question(
        "month,country,flow,value_usd",
        ["{y}-{m},US,1,5", "{y}-{m},US,2,7"],
        "export",
        ('export = ["1", "2"]', 'import = ["1", "2"]'),
        'export = ["1"]\nimport = ["2"]',
        5,
    ),
    "no word of a flow anywhere": Question(
        "month,country,value_usd",
        ["{y}-{m},US,5", "{y}-{m},CN,7"],
        "flow",
        ('flow = "export"', 'flow = "import"'),
        'flow = "export"',
        5,
    ),
    "domestic exports and re-exports as letters": Question(
        "period,p,f,value_usd",
        ["{y}{m},US,D,5", "{y}{m},US,R,2", "{y}{m},US,M,7"],
        "flow",
        ('flow = "f"', 'flow = "export"', 'flow = "import"'),
        'flow = "f"\nexport = ["D", "R"]\nimport = ["M"]',
        7,
    ),
    "numbers of partners of no list that is named": Question(
        "month,country,flow,value_usd",
        ["{y}-{m},156,E,5", "{y}-{m},840,E,7"],
        "partner_codes",
        # Both lists have China as 156 and the United States as 840.
        ('partner_codes = "comtrade"', 'partner_codes = "iso"'),
        'partner_codes = "iso"',
        7,
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_may_be_two_things_is_asked(name: str, trade: Trade, tmp_path: Path) -> None:
    case = QUESTIONS[name]
    path, mapping = put(Desk(case.header, case.rows, 0), tmp_path), tmp_path / "my.toml"
    ran = trade("table", "inspect", str(path), "--output", str(mapping))
    assert ran.code == 0
    assert case.line in [one.line for one in inspect(str(path)).open]
    text = mapping.read_text(encoding="utf-8")
    assert [
        line[2:]
        for line in text.splitlines()
        if line.startswith(f"# {case.line} = ") or line[2:] in case.offered
    ] == [*case.offered]
    asked = ("exports", "--partner", "US", "--through", "2025-11", "--months", "1", "--table", str(mapping))
    # Nothing is taken for the answer before it is chosen.
    assert trade(*asked, "--format", "csv").code in {2, 5}
    told = "\n".join(line for line in text.splitlines() if not line.endswith(("= []", "= 0")))
    mapping.write_text(f"{case.chosen}\n{told}", encoding="utf-8")
    ran = trade(*asked, "--format", "csv")
    assert ran.code == 0, ran.err
    assert ran.rows[0]["value"] == str(case.value)


def test_everything_that_is_known_is_said(trade: Trade, tmp_path: Path) -> None:
    rows = [
        f"{y}-{i:02},{partner},{flow},{value},{code}"
        for y in (2024, 2025)
        for i in range(1, 13)
        if (y, i) not in {(2024, 6), (2025, 12)}
        for partner, flow, value, code in (
            ("US", "Export", 5, "85"),
            ("US", "Export", 3, "8542"),
            ("Atlantis", "Import", 2, "85"),
            ("Total", "Export", 5, "85"),
        )
    ]
    rows += ["2025-13,US,Export,1,85", "2025-11,US,Import,..,85", "2025-11,US,Import,..,85"]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["month,country,flow,value (US$ thousand),hs", *rows, ""]), encoding="utf-8")
    os.utime(path, (WRITTEN, WRITTEN))
    ran = trade("table", "inspect", str(path), "--format", "table")
    assert ran.code == 0
    said = " ".join(ran.out.split())
    # 22 months of four rows, and three more; all worked out by hand.
    for sentence in (
        "CSV, one file, 91 rows, UTF-8, columns separated by commas.",
        "Months 2024-01 to 2025-11; 1 is missing: 2024-06.",
        "Exports are 'Export' in 'flow', imports 'Import'.",
        "1 partner recognised; 1 is not: 'Atlantis' (22).",
        "never added to the others: 'Total' (22).",
        "Codes of goods of 2, 4 digits.",
        "22 rows lie inside others",
        "A value of 1 is 1,000 USD, by the name of the column.",
        "1 row is the same as another one; all are added.",
        "whose records these are is not said",
        "As it stands a question is refused: table",
        "1 with an unreadable period ('2025-13')",
    ):
        assert sentence in said, said


def test_a_file_of_two_reporters_is_never_added(trade: Trade, tmp_path: Path) -> None:
    desk = Desk("reporter,month,country,flow,value_usd", ["DE,{y}-{m},US,E,5", "FR,{y}-{m},US,E,3"], 0)
    path, mapping = put(desk, tmp_path), tmp_path / "my.toml"
    ran = trade("table", "inspect", str(path), "--format", "table")
    assert "Records of DE, FR, by the column 'reporter'; never added: --reporter chooses." in ran.out
    trade("table", "inspect", str(path), "--output", str(mapping))
    asked = ("exports", "--partner", "US", "--through", "2025-11", "--months", "1", "--table", str(mapping))
    assert trade(*asked).code == 2
    assert trade(*asked, "--reporter", "FR", "--format", "csv").rows[0]["value"] == "3"


def test_a_known_layout_is_named_and_written(trade: Trade, tmp_path: Path) -> None:
    header = "REPORTER,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_EUR,QUANTITY_KG"
    path = put(Desk(header, ["DE,US,85423190,2,{y}{m},5,1", "DE,US,85423190,1,{y}{m},3,1"], 0), tmp_path)
    found = inspect(str(path))
    assert found.layout is not None
    assert (found.layout.name, found.open) == ("comext", ())
    ran = trade("table", "inspect", str(path), "--format", "toml")
    assert 'layout = "comext"' in ran.out.splitlines()
    ran = trade("table", "inspect", str(path), "--format", "table", "--lang", "zh")
    assert "版式為comext" in ran.out


def test_files_of_either_flow_are_told_apart_by_their_columns(trade: Trade, tmp_path: Path) -> None:
    for letter, value in (("E", "ALL_VAL_MO"), ("I", "GEN_VAL_MO")):
        rows = [["CTY_CODE", "time", f"{letter}_COMMODITY", value], ["5700", "2025-11", "85", "5"]]
        (tmp_path / f"{letter}.json").write_text(json.dumps(rows))
    out = trade("table", "inspect", str(tmp_path), "--format", "table").out
    assert "The names of each file's columns tell exports from imports." in out
    assert "Every row is of" not in out
    alone = trade("table", "inspect", str(tmp_path / "E.json"), "--format", "table").out
    assert "Every row is of exports, by the name of 'ALL_VAL_MO'." in alone


def test_a_table_of_one_month_is_answered_without_naming_it(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("month,country,flow,value_usd\n2025-11,US,E,5\n2025-11,US,I,3\n")
    columns = "period=month,partner=country,flow=flow,value=value_usd"
    ran = trade("surplus", "us", "--table", str(path), "--columns", columns, "--format", "csv")
    assert {row["flow"]: row["value"] for row in ran.rows if row["span"] == "month"} == {
        "export": "5",
        "import": "3",
        "balance": "2",
    }


def test_the_path_is_named_as_seen_from_the_mapping(trade: Trade, tmp_path: Path) -> None:
    path = put(Desk("month,country,flow,value_usd", ["{y}-{m},US,E,5", "{y}-{m},US,I,3"], 0), tmp_path)
    folder = tmp_path / "mappings"
    folder.mkdir()
    trade("table", "inspect", str(path), "--output", str(folder / "my.toml"))
    assert 'path = "../t.csv"' in (folder / "my.toml").read_text(encoding="utf-8").splitlines()
    ran = trade("surplus", "--partner", "US", "--table", str(folder / "my.toml"), "--format", "csv")
    assert {row["flow"]: row["value"] for row in ran.rows if row["span"] == "month"} == {
        "export": "5",
        "import": "3",
        "balance": "2",
    }


def test_a_file_of_a_source_is_told_from_a_table_of_records(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "fredgraph.csv"
    path.write_text("observation_date,EXP5830,IMP5830\n2025-11-01,4000.0,10000.0\n", encoding="utf-8")
    ran = trade("table", "inspect", str(path), "--format", "csv")
    [row] = [row for row in ran.rows if row["name"] == "source"]
    assert (row["content"], "trade store add" in row["statement"]) == ("fred", True)


def test_a_usual_table_needs_nothing(tmp_path: Path) -> None:
    path = put(Desk("period,partner,flow,value", ["{y}-{m},US,export,5", "{y}-{m},US,import,3"], 0), tmp_path)
    assert inspect(str(path)).mapping == Mapping()


def test_a_table_that_is_not_there_is_refused(trade: Trade) -> None:
    assert trade("table", "inspect", "nowhere.csv").code == 2
    assert trade("table", "look", "nowhere.csv").code == 2


@pytest.mark.parametrize(
    ("header", "row", "line", "said"),
    [
        ("2023-12,US,E,7", "{y}-{m},US,E,5", "header", "the first line is a row and names no columns"),
        (
            "Fecha,Pais,Flujo,Valor US$",
            "semana {i} de {y},China,E,5",
            "period",
            "such cells are not read: 'semana 1 de 2024'",
        ),
        ("month,country,flow,cumulative value", "{y}-{m},US,E,5", "value", "no column looks like the value"),
        ("month,flow,value_usd", "{y}-{m},E,5", "partner", "no column looks like the partner"),
    ],
)
def test_what_cannot_be_read_has_a_reason(
    header: str, row: str, line: str, said: str, trade: Trade, tmp_path: Path
) -> None:
    path = put(Desk(header, [row], 0), tmp_path)
    assert inspect(str(path)).open[0].line == line
    ran = trade("table", "inspect", str(path), "--format", "table")
    assert said in " ".join(ran.out.split())


def test_the_columns_of_the_program_need_no_mapping(trade: Trade, tmp_path: Path) -> None:
    path, mapping = tmp_path / "o.parquet", tmp_path / "my.toml"
    assert trade("store", "export", "--source", "mof", "--output", str(path)).code == 0
    ran = trade("table", "inspect", str(path), "--output", str(mapping))
    assert (ran.code, ran.err) == (0, f"note: To ask of it: trade surplus --table {mapping}.\n")
    asked = ("exports", "--partner", "US", "--through", "2025-11", "--months", "1", "--source", "mof")
    ran = trade(*asked, "--table", str(mapping), "--format", "csv")
    # In the ministry's table of 2026-10-08: 24,420,124 thousand dollars.
    assert [row["value"] for row in ran.rows] == ["24420124000"], ran.err


def test_a_workbook_is_told_from_a_table(trade: Trade, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"PK")
    ran = trade("table", "inspect", str(tmp_path / "t.xlsx"))
    assert (ran.code, "save its sheet as CSV" in ran.err) == (2, True)


def test_a_mapping_is_tried_on_its_records(trade: Trade, tmp_path: Path) -> None:
    put(Desk("month,country,x,y,value_usd", ["{y}-{m},US,1,E,5", "{y}-{m},US,2,I,3"], 0), tmp_path)
    mapping = tmp_path / "my.toml"
    lines = ['path = "t.csv"', 'period = "month"', 'partner = "country"', 'flow = "x"', 'value = "value_usd"']
    mapping.write_text("\n".join([*lines, 'export = ["1"]', 'import = ["3"]', ""]), encoding="utf-8")
    said = " ".join(trade("table", "inspect", str(mapping), "--format", "table").out.split())
    assert "x flow the mapping 1; 2" in said
    assert "23 with an unknown flow ('2')" in said
    mapping.write_text("\n".join([*lines, 'export = ["1"]', 'import = ["2"]', ""]), encoding="utf-8")
    said = " ".join(trade("table", "inspect", str(mapping), "--format", "table").out.split())
    assert "Exports are '1' in 'x', imports '2'." in said
    assert "refused" not in said


def test_an_encoding_that_is_not_certain_can_be_said(trade: Trade, tmp_path: Path) -> None:
    # The rare signs of a name leave it open in which of several encodings a text is.
    path = put(
        Desk("month,country,note,flow,value_usd", ["{y}-{m},US,鑫淼焱,E,5"], 0, encoding="cp950"), tmp_path
    )
    ran = trade("table", "inspect", str(path))
    assert (ran.code, "not certain in which encoding" in ran.err) == (5, True)
    mapping = tmp_path / "my.toml"
    mapping.write_text('path = "t.csv"\nencoding = "cp950"\n', encoding="utf-8")
    found = inspect(str(mapping))
    assert (found.mapping.encoding, found.mapping.value, found.form.encoding) == (
        "cp950",
        "value_usd",
        "cp950",
    )


#: What is asked of a file is a flow, a partner and a reporter that it has.
ASKED = {
    "both flows": ("2025-01,US,E,5\n2025-01,US,I,7\n2025-01,CN,E,1\n", "surplus --partner US"),
    "imports alone": ("2025-01,CN,I,5\n2025-01,US,I,4\n", "imports --partner CN"),
    "records of the United States": ("2025-01,MX,E,5,US\n2025-01,MX,I,4,US\n", "surplus --partner MX"),
    "years": ("2023,CN,I,5\n2024,CN,I,4\n", "imports --partner CN --by year"),
    "records of two": ("2025-01,MX,E,5,US\n2025-01,FR,E,4,DE\n", "exports --reporter DE --partner FR"),
}


@pytest.mark.parametrize("name", ASKED)
def test_the_question_that_is_offered_has_an_answer(name: str, trade: Trade, tmp_path: Path) -> None:
    rows, asked = ASKED[name]
    header = "month,partner,flow,value_usd" + (",reporter" if rows.splitlines()[0].count(",") > 3 else "")
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    path.write_text(f"{header}\n{rows}", encoding="utf-8")
    os.utime(path, (WRITTEN, WRITTEN))
    ran = trade("table", "inspect", str(path), "--output", str(mapping))
    assert f"To ask of it: trade {asked} --table {mapping}." in ran.err
    if "reporter" not in header:
        asked += " --reporter TW"
    assert trade(*asked.split(), "--table", str(mapping)).code == 0


@pytest.mark.parametrize(
    ("header", "rows", "line"),
    [
        ("country,flow,2025-10,2025-11", "US,Export,5,6\nJP,Import,3,4\n", 'value = "{period}"'),
        ("country,flow,Value 2025-11", "US,Export,6\nJP,Import,4\n", 'value = "Value {period}"'),
        ("country,flow,2023,2024", "US,Export,5,6\nJP,Import,3,4\n", 'value = "{period}"'),
    ],
)
def test_columns_that_are_called_after_periods_are_one_pattern(
    header: str, rows: str, line: str, trade: Trade, tmp_path: Path
) -> None:
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    path.write_text(f"{header}\n{rows}", encoding="utf-8")
    os.utime(path, (WRITTEN, WRITTEN))
    assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
    assert line in mapping.read_text(encoding="utf-8").splitlines()
    by = ("--by", "year") if "2023" in header else ()
    rows_of = trade("exports", "us", *by, "--table", str(mapping), "--format", "csv").rows
    assert rows_of[-1]["value"] == "6"


def test_months_nobody_can_read_beside_years_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Year,Month,Country,Flow,Value USD\n2024,M-one,US,Export,5\n", encoding="utf-8")
    [first, *_] = inspect(str(path)).open
    assert (first.line, first.candidates) == ("period", ("Month",))


def test_months_across_of_which_some_are_to_come_are_never_years(trade: Trade, tmp_path: Path) -> None:
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    path.write_text("Country,Flow,Year,Jan,Feb,Mar\nUS,Export,2025,5,6,7\n", encoding="utf-8")
    trade("table", "inspect", str(path), "--output", str(mapping))
    ran = trade("exports", "us", "2025-03", "--table", str(mapping), "--format", "csv")
    assert [(row["value"], row["ytd"]) for row in ran.rows[-2:]] == [("6", "11"), ("7", "18")]
    path.write_text("Country,Flow,Year,Enero,Febrero\nUS,Export,2025,5,6\n", encoding="utf-8")
    [first, *_] = inspect(str(path)).open
    assert (first.line, first.candidates) == ("period", ("Enero", "Febrero"))


def test_money_of_several_countries_is_asked_for_and_refused_until_it_is_said(
    trade: Trade, tmp_path: Path
) -> None:
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    path.write_text(
        "年月,國家,進出口別,金額(千元)\n202511,美國,出口,5\n202510,日本,進口,7\n", encoding="utf-8"
    )
    os.utime(path, (WRITTEN, WRITTEN))
    assert inspect(str(path)).open[0].candidates == ("TWD", "CNY", "HKD", "USD")
    ran = trade("table", "inspect", str(path), "--format", "table")
    assert "1,000 of its currency" in ran.out
    trade("table", "inspect", str(path), "--output", str(mapping))
    asked = ("exports", "us", "2025-11", "--months", "1", "--table", str(mapping), "--format", "csv")
    ran = trade(*asked)
    assert (ran.code, "currency = '' is no currency" in ran.err) == (2, True)
    text = mapping.read_text(encoding="utf-8").replace('currency = ""', 'currency = "TWD"')
    mapping.write_text(text, encoding="utf-8")
    assert [(row["value"], row["currency"]) for row in trade(*asked).rows] == [("5000", "TWD")]


def test_totals_and_groups_under_a_code_and_a_name_are_no_reporters(trade: Trade, tmp_path: Path) -> None:
    rows = ["-,TOTAL FOR ALL COUNTRIES,9", "0003,EUROPEAN UNION,4", "4280,GERMANY,4", "5700,CHINA,5"]
    path, mapping = tmp_path / "t.csv", tmp_path / "my.toml"
    lines = "".join(f"2025-11,{row},export\n" for row in rows)
    path.write_text(f"time,CTY_CODE,CTY_NAME,value_usd,flow\n{lines}", encoding="utf-8")
    os.utime(path, (WRITTEN, WRITTEN))
    assert trade("table", "inspect", str(path), "--output", str(mapping)).code == 0
    asked = ("exports", "2025-11", "--months", "1", "--reporter", "US", "--table", str(mapping))
    assert [row["value"] for row in trade(*asked, "--format", "csv").rows] == ["9"]
