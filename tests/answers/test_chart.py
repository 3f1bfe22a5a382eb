"""Pictures: what the title and the description say, the drawing in characters, SVG, PNG and HTML."""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.answers import figures
from tests.browser import measured
from tests.conftest import Ran
from tests.made_up import known, months
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import NoData, QueryError
from tradecli.model.figure import Window
from tradecli.model.money import Change, Money
from tradecli.model.picture import Mark, Picture
from tradecli.render.picture import body
from tradecli.reports.chart import Chart, series

Trade = Callable[..., Ran]
NOVEMBER = ("chart", "--partner", "US", "--through", "2025-11")
BARS = ("chart", "--drivers", "commodity", "--flow", "export", "--through", "2025-11")
needs_charts = pytest.mark.skipif(
    "resvg_py" not in sys.modules and __import__("importlib.util").util.find_spec("resvg_py") is None,
    reason="the extra `charts` is not installed",
)


def made_up(values: list[int | None], flow: str = "export", first: str = "2023-01") -> Chart:
    """A chart of a series in billions."""
    rows = months(flow, first, [None if value is None else int(value * 10**9) for value in values])
    return series(known(rows), flow, None, 36)


def test_the_title_states_the_finding(trade: Trade) -> None:
    """The ministry's figure of December 2025 was 19.91; revised since."""
    title = trade(*NOVEMBER, "--format", "markdown").out.splitlines()[0]
    assert title == (
        "## Taiwan's surplus with the United States reached US$ 19.88 billion in November 2025, "
        "then a monthly record"
    )
    known_then = trade(*NOVEMBER, "--as-of", "2025-12-09", "--format", "markdown").out.splitlines()[0]
    assert known_then.endswith("reached US$ 19.91 billion in November 2025, a monthly record")


# Two years at 4 billion each month, then one more month; the base of a year earlier is 4.
FLAT = [4] * 24


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        (
            [*FLAT, 5],
            "Taiwan's exports to the United States reached US$ 5.00 billion in January 2025, "
            "a monthly record",
            "臺灣對美國出口2025年1月達50.00億美元，創歷年單月新高",
        ),
        (
            [9, *FLAT[1:], 4.2],
            "Taiwan's exports to the United States rose 5.0 % from a year earlier to US$ 4.20 billion "
            "in January 2025",
            "臺灣對美國出口2025年1月升至42.00億美元，年增5.0%",
        ),
        (
            [9, *FLAT[1:], 3],
            "Taiwan's exports to the United States fell 25.0 % from a year earlier to US$ 3.00 billion "
            "in January 2025",
            "臺灣對美國出口2025年1月降至30.00億美元，年減25.0%",
        ),
        (
            [9, *FLAT[1:], 4.001],
            "Taiwan's exports to the United States came to US$ 4.00 billion in January 2025",
            "臺灣對美國出口2025年1月為40.01億美元",
        ),
        (
            [9, *FLAT[1:12], 0.1, *FLAT[13:], 8],
            "Taiwan's exports to the United States rose to 80.0 times that of a year earlier, "
            "US$ 8.00 billion, in January 2025",
            "臺灣對美國出口2025年1月升至80.00億美元，為上年同期的80.0倍",
        ),
        (
            [4, None, 4],
            "Taiwan's exports to the United States came to US$ 4.00 billion in March 2023",
            "臺灣對美國出口2023年3月為40.00億美元",
        ),
    ],
)
def test_a_record_a_rise_a_fall_or_else_the_level(
    values: list[int | None], english: str, chinese: str
) -> None:
    title = made_up(values).picture.title
    assert (write(title, Style()), write(title, Style("zh"))) == (english, chinese)


@pytest.mark.parametrize(
    ("balances", "english", "chinese"),
    [
        (
            [*[-1] * 24, 2],
            "Taiwan's balance with the United States turned to a surplus of US$ 2.00 billion in January 2025",
            "臺灣對美國貿易2025年1月轉為出超20.00億美元",
        ),
        (
            [*[1] * 24, -0.004],
            "Taiwan's balance with the United States turned to a deficit of US$ 4.0 million in January 2025",
            "臺灣對美國貿易2025年1月轉為入超4.0百萬美元",
        ),
        (
            [*[-1] * 24, -3],
            "Taiwan's deficit with the United States widened to US$ 3.00 billion in January 2025, "
            "a monthly record",
            "臺灣對美國入超2025年1月擴大至30.00億美元，為歷年單月最大",
        ),
        (
            [-5, *[-2] * 23, -3],
            "Taiwan's deficit with the United States widened 50.0 % from a year earlier to US$ 3.00 billion "
            "in January 2025",
            "臺灣對美國入超2025年1月擴大至30.00億美元，年增50.0%",
        ),
        (
            [-5, *[-2] * 23, -1],
            "Taiwan's deficit with the United States narrowed 50.0 % from a year earlier to US$ 1.00 billion "
            "in January 2025",
            "臺灣對美國入超2025年1月縮小至10.00億美元，年減50.0%",
        ),
    ],
)
def test_the_title_of_a_balance_tells_its_side(balances: list[float], english: str, chinese: str) -> None:
    title = of_balances(balances).picture.title
    assert (write(title, Style()), write(title, Style("zh"))) == (english, chinese)


def of_balances(balances: list[float]) -> Chart:
    """A chart of balances in billions: exports of ten, imports of the rest."""
    exports, imports = ([10 * 10**9] * len(balances), [round((10 - one) * 10**9) for one in balances])
    rows = [*months("export", "2023-01", exports), *months("import", "2023-01", imports)]
    return series(known(rows), "balance", None, 36)


def test_record_deficits_are_told_from_record_surpluses() -> None:
    shown = of_balances([*[1] * 24, 2, -1, 3, -2])
    assert [(mark.record, mark.deepest) for mark in shown.picture.marks[-4:]] == [
        (True, False),
        (True, True),
        (True, False),
        (True, True),
    ]
    alt = write(shown.picture.alt, Style())
    assert "Records when they came: January 2025, March 2025." in alt
    assert "Record deficits when they came: February 2025, April 2025." in alt
    assert "當時入超最大：2025年2月、2025年4月。" in write(shown.picture.alt, Style("zh"))
    assert [row[2] for row in shown.report.table.rows[-4:]] == ["▲", "▼", "▲", "▼"]


def test_the_description_is_made_from_the_data() -> None:
    alt = made_up([5, 3, 4, *[4] * 22, 9, 7]).picture.alt
    assert write(alt, Style()) == (
        "Line chart of Taiwan's exports to the United States, January 2023 to March 2025, in US$ billion: "
        "lowest 3.00 in February 2023, highest 9.00 in February 2025, last 7.00. "
        "Records when they came: February 2025."
    )
    assert write(alt, Style("zh")) == (
        "折線圖，臺灣對美國出口，2023年1月至2025年3月，單位億美元："
        "最低2023年2月30.00億美元，最高2025年2月90.00億美元，最近70.00億美元。當時創新高：2025年2月。"
    )


def test_without_a_record_and_with_a_gap_the_description_says_so() -> None:
    alt = made_up([5, None, *[4] * 26]).picture.alt
    assert "None was a record when it came. 1 figure is not available." in write(alt, Style())
    assert "各期均未創紀錄。缺1期資料。" in write(alt, Style("zh"))


def test_of_many_records_the_number_is_told() -> None:
    alt = made_up([*FLAT, *range(5, 12)]).picture.alt
    assert "7 records when they came, the last in July 2025." in write(alt, Style())


def test_records_are_those_that_stood_when_they_came() -> None:
    marks = made_up([*[4] * 24, 6, 5, 7, 7, 8]).picture.marks
    assert [mark.label.label for mark in marks if mark.record and isinstance(mark.label, Window)] == [
        "2025-01",
        "2025-03",
        "2025-05",
    ]


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        ("--flow sales", 2, "there is no flow 'sales'"),
        ("--months 1", 2, "shows nothing"),
        ("--drivers colour", 2, "'colour'"),
        ("--through 2099-01", 3, "2099-01"),
        ("--format pdf", 2, "'pdf'"),
    ],
)
def test_what_cannot_be_drawn(trade: Trade, words: str, code: int, what: str) -> None:
    ran = trade("chart", *words.split())
    assert (ran.code, ran.out) == (code, "")
    assert what in ran.err


def test_a_series_that_was_never_held() -> None:
    with pytest.raises(NoData, match="no import figure"):
        series(known(months("export", "2023-01", [1] * 3)), "import", None, 12)
    with pytest.raises(QueryError):
        series(known(months("export", "2023-01", [1] * 3)), "export", None, 0)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("more", [(), BARS])
def test_in_characters(trade: Trade, snapshot: SnapshotAssertion, lang: str, more: tuple[str, ...]) -> None:
    assert trade(*(more or NOVEMBER), "--format", "table", "--lang", lang).out == snapshot


def test_bars_fall_to_the_left() -> None:
    rise, fall = body(_bars([10, -5]), Style())
    assert rise.index("█") > fall.index("░")
    assert 0 <= rise.count("█") - 2 * fall.count("░") <= 1


def _bars(values: list[int]) -> Picture:
    marks = [Mark(f"part {value}", Change(Money(value * 10**9, 1, "USD"))) for value in values]
    return made_up([1] * 3).picture._replace(kind="bars", marks=marks)


def test_figures_of_a_chart(trade: Trade) -> None:
    rows = trade(*NOVEMBER, "--format", "csv", "--months", "2").rows
    assert [(row["period"], row["record"]) for row in rows] == [("2025-10", "true"), ("2025-11", "true")]


def test_a_missing_extra_is_one_line(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = trade(*NOVEMBER, "--format", "png")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "trade: png needs the extra `charts`\nhint: install it with: pip install 'tradecli[charts]'\n"
    )


@needs_charts
def test_png(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    assert trade(*NOVEMBER, "--output", str(path)).code == 0
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 1400
    assert height > 700


@pytest.mark.parametrize("more", [(), BARS])
def test_svg_tells_what_it_shows_without_any_extra(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    svg = trade(*(more or NOVEMBER), "--format", "svg").out
    tree = ElementTree.fromstring(svg)
    title, told = (tree.findtext(f"{{http://www.w3.org/2000/svg}}{name}") or "" for name in ("title", "desc"))
    if more:
        assert title.startswith("ICT and audio-video products made US$ 103.85")
        assert told.startswith("Bar chart, 13 bars in US$ billion: What moved Taiwan's exports")
    else:
        assert title.startswith("Taiwan's surplus with the United States reached US$ 19.88")
        assert "records when they came, the last in November 2025" in told
        assert "record when it came" in svg
    assert tree.attrib["aria-label"] == title


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("more", [(), BARS])
@pytest.mark.parametrize("width", [390, 1280])
def test_html_is_whole_and_asks_for_nothing_from_elsewhere(
    trade: Trade, tmp_path: Path, lang: str, more: tuple[str, ...], width: int
) -> None:
    page = trade(*(more or NOVEMBER), "--format", "html", "--lang", lang).out
    assert f'<html lang="{"zh-Hant" if lang == "zh" else "en"}">' in page
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", page)
    told = measured(page, tmp_path, width=width)
    assert told["scroll"] <= width
    assert (told["cut"], told["requests"]) == (0, [])


def test_bars_name_country_and_period(trade: Trade) -> None:
    words = ("chart", "--drivers", "partner", "--flow", "balance", "--through", "2025-11")
    named = "What moved Taiwan's trade balance with the world, January-November 2025, by partner: change on"
    text = " ".join(trade(*words, "--format", "table").out.split())
    assert f"{named} a year earlier, US$ billion" in text
    svg = ElementTree.fromstring(trade(*words, "--format", "svg").out)
    drawn = " ".join(text.text or "" for text in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert named in drawn
    assert "Source: Taiwan Ministry of Finance, 2026-10-08" in drawn


def test_more_months_than_there_ever_were(trade: Trade) -> None:
    rows = trade("chart", "--partner", "US", "--months", "100000", "--format", "csv").rows
    assert rows[0]["period"] == "2001-01"


def test_the_page_of_a_chart_holds_its_figures(trade: Trade, shared: Path) -> None:
    held = figures.newest(shared / "data" / "mof.csv")

    def balance(month: str) -> float:
        export, imports = (held["US", flow, "total:TOTAL", month] for flow in ("export", "import"))
        return (export - imports) / 10**9

    page = trade(*NOVEMBER, "--format", "html", "--months", "3").out
    cells = re.findall("<td[^>]*>(2025-[0-9]+)</td><td>([0-9.]+)</td>", page)
    assert [month for month, _ in cells] == ["2025-09", "2025-10", "2025-11"]
    assert all(abs(float(shown) - balance(month)) <= 0.005 for month, shown in cells)


def held(shared: Path, flow: str, partner: str = "US") -> dict[str, int]:
    """The newest monthly figures of the ministry, as they stand in the publisher's table."""
    found = figures.newest(shared / "data" / "mof.csv")
    return {
        month: value
        for (place, way, goods, month), value in found.items()
        if (place, way, goods) == (partner, flow, "total:TOTAL") and len(month) == 7
    }


@pytest.mark.parametrize(
    ("span", "through", "periods", "covered"),
    [
        ("month", "2025-11", ["2025-10", "2025-11"], (0, 1)),
        ("quarter", "2025-11", ["2025-Q2", "2025-Q3"], (0, 3)),
        ("rolling_12", "2025-11", ["2025-10", "2025-11"], (0, 12)),
        ("year_to_date", "2025-11", ["2024-11", "2025-11"], (0, 11)),
        ("year", "2025-11", ["2023", "2024"], (0, 12)),
    ],
)
def test_a_span_is_the_sum_of_its_months(
    trade: Trade, shared: Path, span: str, through: str, periods: list[str], covered: tuple[int, int]
) -> None:
    words = ("--partner", "US", "--flow", "export", "--through", through, "--span", span, "--format", "csv")
    rows = trade("chart", *words).rows[-2:]
    assert [row["period"] for row in rows] == periods
    assert {row["span"] for row in rows} == {span}
    end = {"2025-Q3": "2025-09", "2024": "2024-12"}.get(periods[-1], periods[-1])
    months = held(shared, "export")
    last = [month for month in sorted(months) if month <= end][-covered[1] :]
    assert int(rows[-1]["value"]) == pytest.approx(sum(months[month] for month in last), rel=1e-3)


def test_a_chart_begins_where_it_is_told_to(trade: Trade) -> None:
    words = ("chart", "--partner", "US", "--through", "2025-11", "--format", "csv")
    assert trade(*words, "--from", "2025-09").rows[0]["period"] == "2025-09"
    assert len(trade(*words).rows) == 36
    assert len(trade(*words, "--span", "year").rows) == 24
    assert len(trade(*words, "--span", "quarter").rows) == 20


def test_a_beginning_that_is_told_beats_the_usual_length(
    trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_MONTHS", "5")
    words = ("chart", "--partner", "US", "--through", "2025-11", "--format", "csv")
    assert len(trade(*words).rows) == 5
    assert len(trade(*words, "--from", "2025-01").rows) == 11
    refused = trade("chart", "--drivers", "commodity", "--format", "csv")
    assert "leave out --months (TRADE_MONTHS)" in refused.err


COMPARED = ("chart", "--partner", "US", "--compare", "CN,JP", "--flow", "export", "--through", "2025-11")


def test_partners_are_compared_over_the_same_months(trade: Trade, shared: Path) -> None:
    rows = trade(*COMPARED, "--months", "3", "--format", "csv").rows
    assert [(row["partner"], row["period"]) for row in rows] == [
        (partner, month) for partner in ("US", "CN", "JP") for month in ("2025-09", "2025-10", "2025-11")
    ]
    for row in rows:
        assert int(row["value"]) == held(shared, "export", row["partner"])[row["period"]]


def test_what_is_compared_is_said(trade: Trade) -> None:
    """Exports in November 2025, by the ministry: United States 24.42, China 8.29, Japan 2.97."""
    told = trade(*COMPARED, "--format", "markdown").out
    assert told.startswith(
        "## Of 3 partners compared, Taiwan's exports to the United States were the largest in November 2025: "
        "US$ 24.42 billion"
    )
    chinese = trade(*COMPARED, "--format", "markdown", "--lang", "zh").out
    assert chinese.startswith("## 2025年11月臺灣出口，所比3個貿易夥伴中以美國最多，為244.20億美元")
    balance = trade("chart", "--compare", "US,KR", "--through", "2025-11", "--format", "markdown").out
    assert balance.startswith(
        "## Of 2 partners compared, Taiwan's surplus was largest with the United States in November 2025, "
        "its deficit with South Korea"
    )


@pytest.mark.parametrize("named", ["US,Korea, South", "美國、韓國", "usa,south korea,US"])
def test_partners_to_compare_are_named_as_partners_are(trade: Trade, named: str) -> None:
    rows = trade("chart", "--compare", named, "--months", "2", "--format", "csv").rows
    assert [row["partner"] for row in rows] == ["US", "US", "KR", "KR"]


def test_a_partner_to_compare_that_nobody_knows_is_refused_with_the_nearest(trade: Trade) -> None:
    ran = trade("chart", "--compare", "US,Germny")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        "trade: no country or area is called 'Germny'",
        "hint: did you mean Germany (DE) or Guernsey (GG)?",
    ]


def test_the_world_is_compared_with_nobody(trade: Trade) -> None:
    rows = trade("chart", "--compare", "US,JP", "--months", "2", "--format", "csv").rows
    assert {row["partner"] for row in rows} == {"US", "JP"}


def test_a_partner_without_the_month_is_named(trade: Trade) -> None:
    ran = trade("chart", "--partner", "US", "--compare", "JP", "--through", "2099-01")
    assert (ran.code, ran.out) == (3, "")
