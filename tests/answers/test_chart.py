"""Pictures: what the title and the description say, the drawing in characters, SVG, PNG and HTML."""

from __future__ import annotations

import html
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
from tradecli.model.money import Change, Money
from tradecli.model.picture import Mark, Picture
from tradecli.render import chart_svg
from tradecli.render.picture import drawn
from tradecli.reports.chart import Chart, series

Trade = Callable[..., Ran]
NOVEMBER = ("chart", "--partner", "US", "--through", "2025-11")
BARS = ("chart", "--drivers", "commodity", "--flow", "export", "--through", "2025-11")
needs_charts = pytest.mark.skipif(
    "vl_convert" not in sys.modules and __import__("importlib.util").util.find_spec("vl_convert") is None,
    reason="the extra `charts` is not installed",
)


def made_up(values: list[int | None], flow: str = "export", first: str = "2023-01") -> Chart:
    """A chart of a series in billions."""
    rows = months(flow, first, [None if value is None else int(value * 10**9) for value in values])
    return series(known(rows), flow, None, 36)


def test_the_title_states_the_finding(trade: Trade) -> None:
    title = trade(*NOVEMBER, "--format", "markdown").out.splitlines()[0]
    assert title == (
        "## Taiwan's surplus with the United States: US$ 19.88 billion in November 2025. "
        "Record for any month up to then (17.24 before, in October 2025; since January 2001); "
        "passed since: 23.38 in March 2026."
    )


def test_the_description_is_made_from_the_data() -> None:
    alt = made_up([5, 3, 4, *[4] * 22, 9, 7]).picture.alt
    assert write(alt, Style()) == (
        "Line chart of Taiwan's exports to the United States, January 2023 to March 2025, in US$ billion: "
        "lowest 3.00 in February 2023, highest 9.00 in February 2025, last 7.00. "
        "Record months: February 2025."
    )
    assert write(alt, Style("zh")) == (
        "折線圖，臺灣對美國出口，2023年1月至2025年3月，單位億美元："
        "最低2023年2月30.00億美元，最高2025年2月90.00億美元，最近一月70.00億美元。創紀錄月份：2025年2月。"
    )


def test_without_a_record_and_with_a_gap_the_description_says_so() -> None:
    alt = made_up([5, None, *[4] * 26]).picture.alt
    assert "No month was a record when it came. 1 month is not available." in write(alt, Style())
    assert "各月均未創紀錄。缺1個月。" in write(alt, Style("zh"))


def test_records_are_those_that_stood_when_they_came() -> None:
    marks = made_up([*[4] * 24, 6, 5, 7, 7, 8]).picture.marks
    assert [mark.label for mark in marks if mark.record] == ["2025-01", "2025-03", "2025-05"]


def shapes(svg: str) -> dict[str, list[dict[str, str]]]:
    """The shapes of a drawing with a class, by their class, each with its attributes."""
    found: dict[str, list[dict[str, str]]] = {}
    for shape in ElementTree.fromstring(svg).iter():
        if "class" in shape.attrib:
            found.setdefault(shape.attrib["class"], []).append(dict(shape.attrib))
    return found


def test_a_line_is_not_drawn_across_a_missing_month() -> None:
    drawing = shapes(chart_svg.file(made_up([5, 6, None, 6, None, 7, 8, 9]).picture, Style()))
    assert [len(run["points"].split()) for run in drawing["series"]] == [2, 3]
    # A month with a gap on either side is a dot of its own, between the two stretches.
    [alone] = drawing["alone"]
    ends = [float(run["points"].split(",")[0]) for run in drawing["series"]]
    assert ends[0] < float(alone["cx"]) < ends[1]


def test_records_are_diamonds_where_the_line_is() -> None:
    drawing = shapes(chart_svg.file(made_up([*[4] * 24, 6, 5, 7]).picture, Style()))
    points = drawing["series"][0]["points"].split()
    # The last is the legend's.
    tops = [diamond["points"].split()[0].split(",") for diamond in drawing["record"]][:-1]
    assert [(x, f"{float(y) + 6:.1f}") for x, y in tops] == [
        tuple(points[place].split(",")) for place in (24, 26)
    ]


def test_bars_are_as_long_as_the_changes_they_show() -> None:
    drawing = shapes(chart_svg.file(_bars([10, -5]), Style()))
    [rise], [fall] = drawing["rise"], drawing["fall"]
    assert float(rise["width"]) == pytest.approx(2 * float(fall["width"]), abs=0.2)
    assert float(fall["x"]) + float(fall["width"]) == pytest.approx(float(rise["x"]), abs=0.2)


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
    text = drawn(_bars([10, -5]), Style())
    rise, fall = text.rstrip("\n").split("\n")[-2:]
    assert rise.index("█") > fall.index("░")
    assert 0 <= rise.count("█") - 2 * fall.count("░") <= 1


def _bars(values: list[int]) -> Picture:
    marks = [Mark(f"part {value}", Change(Money(value * 10**9, 1, "USD"))) for value in values]
    return made_up([1] * 3).picture._replace(kind="bars", marks=marks)


def test_figures_of_a_chart(trade: Trade) -> None:
    rows = trade(*NOVEMBER, "--format", "csv", "--months", "2").rows
    assert [(row["period"], row["record"]) for row in rows] == [("2025-10", "true"), ("2025-11", "true")]


def test_a_missing_extra_is_one_line(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
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
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    svg = trade(*(more or NOVEMBER), "--format", "svg").out
    tree = ElementTree.fromstring(svg)
    title, told = (tree.findtext(f"{{http://www.w3.org/2000/svg}}{name}") or "" for name in ("title", "desc"))
    if more:
        assert title.startswith("Exports +")
        assert told.startswith("Bar chart, 13 bars in US$ billion: What moved Taiwan's exports")
    else:
        assert title.startswith("Taiwan's surplus with the United States: US$ 19.88 billion")
        assert "Record months: " in told
        assert "record month" in svg
    assert tree.attrib["aria-label"] == told


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
    named = "What moved Taiwan's trade balance with the world, January-November 2025, by partner"
    assert trade(*words, "--format", "table").out.splitlines()[1].startswith(f"{named} · US$ billion")
    page = trade(*words, "--format", "html").out
    assert f'<p class="soft">{html.escape(named)} ' in page
    svg = ElementTree.fromstring(trade(*words, "--format", "svg").out)
    drawn = " ".join(text.text or "" for text in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert named in drawn


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
