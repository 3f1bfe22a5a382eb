"""Pictures: what the title and the description say, the drawing in characters, SVG, PNG and HTML."""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.browser import measured
from tests.conftest import Ran
from tests.made_up import known, months
from tradecli.answers.chart import Answer, series
from tradecli.errors import NoData, QueryError
from tradecli.render.picture import drawn, spec
from tradecli.render.style import Style
from tradecli.render.words import sentence

Trade = Callable[..., Ran]
NOVEMBER = ("chart", "--partner", "US", "--through", "2025-11")
needs_charts = pytest.mark.skipif(
    "vl_convert" not in sys.modules and __import__("importlib.util").util.find_spec("vl_convert") is None,
    reason="the extra `charts` is not installed",
)


def made_up(values: list[int | None], flow: str = "export", first: str = "2023-01") -> Answer:
    """A chart of a series in billions."""
    rows = months(flow, first, [None if value is None else value * 10**9 for value in values])
    return series(known(rows), flow, None, 36)


def test_the_title_states_the_finding(trade: Trade) -> None:
    title = trade(*NOVEMBER, "--format", "markdown").out.splitlines()[0]
    assert title == (
        "## Taiwan's surplus with the United States: US$ 19.88 billion in November 2025. "
        "Record for any month since January 2001; the previous was 17.24 in October 2025."
    )


def test_the_description_is_made_from_the_data() -> None:
    alt = made_up([5, 3, 4, *[4] * 22, 9, 7]).picture.alt
    assert sentence(alt, Style()) == (
        "Line chart of Taiwan's exports to the United States, January 2023 to March 2025, in US$ billion: "
        "lowest 3.00 in February 2023, highest 9.00 in February 2025, last 7.00. "
        "Record months: February 2025."
    )
    assert sentence(alt, Style("zh")) == (
        "折線圖，臺灣對美國出口，2023年1月至2025年3月，單位億美元："
        "最低2023年2月30.00億美元，最高2025年2月90.00億美元，最近一月70.00億美元。創紀錄月份：2025年2月。"
    )


def test_without_a_record_and_with_a_gap_the_description_says_so() -> None:
    alt = made_up([5, None, *[4] * 26]).picture.alt
    assert "No month was a record when it came. 1 month is not held." in sentence(alt, Style())
    assert "各月均未創紀錄。缺1個月。" in sentence(alt, Style("zh"))


def test_records_are_those_that_stood_when_they_came() -> None:
    marks = made_up([*[4] * 24, 6, 5, 7, 7, 8]).picture.marks
    assert [mark.period for mark in marks if mark.record] == [
        date(2025, 1, 1),
        date(2025, 3, 1),
        date(2025, 5, 1),
    ]


def test_a_line_is_not_drawn_across_a_missing_month() -> None:
    chart = spec(made_up([5, None, 6]).picture, Style())
    assert [row["value"] for row in chart["data"]["values"]] == [5.0, None, 6.0]


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        ("--flow deficit", 2, "there is no flow 'deficit'"),
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
@pytest.mark.parametrize("more", [(), ("--drivers", "commodity", "--flow", "export", "--partner", "WORLD")])
def test_in_characters(trade: Trade, snapshot: SnapshotAssertion, lang: str, more: tuple[str, ...]) -> None:
    assert trade(*NOVEMBER, "--format", "table", "--lang", lang, *more).out == snapshot


def test_bars_fall_to_the_left() -> None:
    text = drawn(made_up([1] * 3).picture._replace(kind="bars", marks=_marks([10, -5])), Style())
    rise, fall = text.rstrip("\n").split("\n")[-2:]
    assert rise.index("█") > fall.index("░")
    assert 0 <= rise.count("█") - 2 * fall.count("░") <= 1


def _marks(values: list[int]) -> list[object]:
    picture = made_up([1] * len(values)).picture
    return [mark._replace(value=value * 10**9) for mark, value in zip(picture.marks, values, strict=True)]


def test_figures_of_a_chart(trade: Trade) -> None:
    rows = trade(*NOVEMBER, "--format", "csv", "--months", "2").rows
    assert [(row["period"], row["record"]) for row in rows] == [("2025-10", "true"), ("2025-11", "true")]


def test_a_missing_extra_is_one_line(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    ran = trade(*NOVEMBER, "--format", "svg")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "trade: svg needs the extra `charts`\nhint: install it with: pip install 'tradecli[charts]'\n"
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


@needs_charts
def test_svg_tells_what_it_shows(trade: Trade) -> None:
    svg = trade(*NOVEMBER, "--format", "svg").out
    assert "<title>Taiwan&#x27;s surplus with the United States: US$ 19.88 billion" in svg
    assert "Record months: " in re.findall("<desc>(.*?)</desc>", svg)[0]
    assert "record month" in svg


@needs_charts
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_html_asks_for_nothing_from_elsewhere(trade: Trade, tmp_path: Path, lang: str) -> None:
    page = trade(*NOVEMBER, "--format", "html", "--lang", lang).out
    assert f'<html lang="{"zh-Hant" if lang == "zh" else "en"}">' in page
    assert measured(page, tmp_path, width=1280)["requests"] == []


@needs_charts
def test_the_specification_is_json_with_its_data_inside() -> None:
    chart = json.loads(json.dumps(spec(made_up([1, 2]).picture, Style()), allow_nan=False))
    assert "url" not in json.dumps(chart["data"])
    assert len(chart["data"]["values"]) == 2
