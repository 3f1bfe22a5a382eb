"""The release: figures against published ones, traces, its page in a real browser, both languages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.browser import axe, measured
from tests.conftest import Ran
from tests.made_up import known, months
from tradecli.answers.brief import document, gathered
from tradecli.errors import QueryError
from tradecli.facts.places import place
from tradecli.render.document import chosen
from tradecli.render.page import page
from tradecli.render.style import Style
from tradecli.render.words import sentence
from tradecli.report import Amount, Rate, Statement, say

Trade = Callable[..., Ran]
NOVEMBER = ("brief", "--through", "2025-11")


def written(trade: Trade, *words: str) -> str:
    ran = trade(*NOVEMBER, *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_the_headline_of_november_2025(trade: Trade) -> None:
    # 64.04 and +55.95 % in the vintage of October 2026 (data in hand; the ministry printed 64.05 and 56.0).
    first = written(trade, "--format", "markdown").splitlines()[0]
    assert first == (
        "# Taiwan's exports, November 2025: US$ 64.04 billion (+55.9 % y/y), a record month; "
        "surplus US$ 15.98 billion"
    )


def test_the_headline_on_the_day_of_the_release(trade: Trade) -> None:
    first = written(trade, "--format", "markdown", "--as-of", "2025-12-09").splitlines()[0]
    assert "US$ 64.05 billion" in first
    assert "surplus US$ 16.09 billion" in first  # as published, not 64.05 - 47.97


def test_a_hundred_million_is_a_tenth_of_a_billion(trade: Trade) -> None:
    """The trap: 億 is 10**8. Every amount of the Chinese table is ten times that of the English one."""

    def figures(lang: str) -> list[Decimal]:
        text = written(trade, "--format", "markdown", "--lang", lang, "--partner", "US")
        lines = [
            line
            for line in text.splitlines()
            if re.match(r"\| (exports|imports|balance|出口|進口|出入超) \|", line)
        ]
        cells = [cell for line in lines for cell in re.findall(r"\| ([+-]?[\d,]+\.\d+)(?= [|\[\\])", line)]
        return [Decimal(cell.replace(",", "").replace("+", "")) for cell in cells]

    english, chinese = figures("en"), figures("zh")
    assert len(english) == len(chinese) == 12
    # US$ 131.03 billion, 1,310.27 億美元: the Chinese figure has one digit more.
    assert Decimal("131.03") in english
    assert Decimal("1310.27") in chinese
    assert all(
        abs(more / 10 - less) <= Decimal("0.0055") for less, more in zip(english, chinese, strict=True)
    )


def test_chinese_as_the_ministry_words_it(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--lang", "zh", "--partner", "US")
    assert text.startswith(
        "# 臺灣2025年11月對美國出口244.20億美元，年增182.3%，創歷年單月新高；"
        "出超198.85億美元，亦為歷年單月新高"
    )
    for words in ("歷年單月新高", "歷年同期新高", "年增73.4%", "月增15.6%", "連28紅", "億美元"):
        assert words in text
    assert not re.search(r"\bexports\b|\bimports\b", text)


HEADLINES = {
    "record of both": (
        {"export_record": True, "balance_record": True},
        "a record month; surplus US$ 2.00 billion (a record)",
        "創歷年單月新高；出超20.00億美元，亦為歷年單月新高",
    ),
    "record of the balance": (
        {"balance_record": True},
        "+50.0 % y/y); surplus US$ 2.00 billion (a record)",
        "出超20.00億美元，創歷年單月新高",
    ),
    "year to date": (
        {"span": "year_to_date", "export_record": True},
        "January-May 2025: US$ 3.00 billion (+50.0 % y/y), a record; surplus",
        "2025年1-5月出口30.00億美元，年增50.0%，創歷年同期新高",
    ),
    "deficit": ({"balance": Amount(-2 * 10**9, 1)}, "deficit US$ 2.00 billion", "入超20.00億美元"),
    "no growth": (
        {"export_yoy": Rate(3, 1, None, None, "missing")},
        "US$ 3.00 billion; surplus",
        "出口30.00億美元；出超",
    ),
    "no exports": (
        {"export": Amount(None, None)},
        "trade surplus, May 2025: US$ 2.00 billion",
        "2025年5月出超20.00億美元",
    ),
}


@pytest.mark.parametrize("case", HEADLINES)
def test_every_branch_of_the_headline(case: str) -> None:
    changed, english, chinese = HEADLINES[case]
    facts = {
        "through": date(2025, 5, 1),
        "reporter": place("TW"),
        "partner": place("WORLD"),
        "export": Amount(3 * 10**9, 1),
        "export_yoy": Rate(3, 0, 2, 0),
        "export_record": False,
        "balance": Amount(2 * 10**9, 1),
        "balance_record": False,
    }
    headline = Statement("brief.headline", {"span": "month", **facts, **changed})
    assert english in sentence(headline, Style())
    assert chinese in sentence(headline, Style("zh"))


@pytest.mark.parametrize(
    ("flow", "value", "note", "english", "chinese"),
    [
        (
            "export",
            3,
            "",
            "Exports to the United States were US$ 3.00 billion in May 2025, "
            "+50.0 % on a year earlier and -25.0 % on April.",
            "年增50.0%，月減25.0%。",
        ),
        ("import", 3, "", "Imports from the United States were", "自美國進口30.00億美元"),
        (
            "balance",
            3,
            "",
            "The surplus with the United States was US$ 3.00 billion",
            "對美國出超30.00億美元",
        ),
        (
            "balance",
            -3,
            "deficit_widened",
            "The deficit with the United States was US$ 3.00 billion in May 2025.",
            "對美國入超30.00億美元。",
        ),
    ],
)
def test_every_branch_of_a_flow(flow: str, value: int, note: str, english: str, chinese: str) -> None:
    side = 1 if value > 0 else -1
    facts = {
        "flow": flow,
        "span": "month",
        "through": date(2025, 5, 1),
        "partner": place("US"),
        "reporter": place("TW"),
        "value": Amount(value * 10**9, 1),
        "yoy": Rate(3 * side, 0, 2 * side, 0, note),
        "mom": Rate(3 * side, 0, 4 * side, 0, note),
    }
    assert english in sentence(say("brief.flow", **facts), Style())
    assert chinese in sentence(say("brief.flow", **facts), Style("zh"))


def test_a_release_of_a_year_to_date_whose_last_month_is_not_held(trade: Trade) -> None:
    # On 9 January 2026 the year with South Korea was published, and no month after August 2025.
    ran = trade("brief", "--partner", "KR", "--as-of", "2026-01-09", "--format", "markdown")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("# Taiwan's trade deficit with South Korea, 2025: US$ ")


def test_where_nothing_more_is_held_the_release_says_so() -> None:
    rows = [*months("export", "2023-01", [10**9] * 30), *months("import", "2023-01", [5 * 10**8] * 30)]
    held = known(rows)
    found = document(gathered({"pair": [held], "groups": [], "partners": [], "mirror": []}, None))
    text = page(found, Style())
    assert text.count("No figures are held for this.") == 2
    assert "The month set no record." in text
    assert "當月未創紀錄。" in page(found, Style("zh"))


@pytest.mark.parametrize(
    ("asked", "output", "terminal", "name"),
    [
        ("", "", True, "table"),
        ("", "", False, "markdown"),
        ("", "a.html", True, "html"),
        ("", "a.txt", False, "table"),
        ("html", "", True, "html"),
    ],
)
def test_formats(asked: str, output: str, terminal: bool, name: str) -> None:
    assert chosen(asked, output, terminal=terminal) == name


def test_a_release_is_no_spreadsheet() -> None:
    with pytest.raises(QueryError, match="xlsx"):
        chosen("xlsx", "", terminal=False)


class Page(HTMLParser):
    """The addresses a page points to, its ids, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.titles: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.links += [value for name in ("src", "href", "srcset", "action") if (value := told.get(name))]
        if told.get("title"):
            self.titles.append(str(told["title"]))
        if told.get("id"):
            self.ids.add(str(told["id"]))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("partner", ["WORLD", "US"])
def test_every_sentence_with_a_figure_leads_to_its_trace(trade: Trade, lang: str, partner: str) -> None:
    text = written(trade, "--format", "html", "--lang", lang, "--partner", partner)
    read = Page(text)
    assert read.links
    assert {link.removeprefix("#") for link in read.links} <= read.ids
    assert all(re.search(r"\([0-9a-f]{12}\)", title) for title in read.titles)
    body = text.split("<h2>")[1:]
    sections = body[: 5 if partner == "US" else 7]
    for part in (line for section in sections for line in re.findall(r"<li>(.*?)</li>", section)):
        figures = re.sub(r"<[^>]*>", "", re.sub(r"<sup>.*?</sup>", "", part))
        assert "<sup>" in part or not re.search(r"\d\.\d", figures)


def test_the_page_asks_for_nothing_from_elsewhere(trade: Trade) -> None:
    text = written(trade, "--format", "html")
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|<link|<script", text)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_markdown_says_the_same_as_the_page(trade: Trade, lang: str) -> None:
    shown = written(trade, "--format", "markdown", "--lang", lang)
    found = written(trade, "--format", "html", "--lang", lang)
    headline = html.unescape(re.findall("<h1>(.*?)</h1>", found)[0])
    assert shown.splitlines()[0].replace("\\", "") == f"# {headline}"
    traced = len(re.findall(r'<tr id="t\d+">', found))
    assert len(re.findall(r"^\| \d+ \|", shown, re.MULTILINE)) == traced


@pytest.mark.parametrize(
    ("lang", "form"), [("en", "markdown"), ("zh", "markdown"), ("en", "table"), ("zh", "html")]
)
def test_the_whole_release(trade: Trade, snapshot: SnapshotAssertion, lang: str, form: str) -> None:
    assert written(trade, "--format", form, "--lang", lang) == snapshot


def test_it_is_written_to_a_file(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "november.html"
    assert trade(*NOVEMBER, "--output", str(path)).code == 0
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_in_a_browser_nothing_is_cut_and_nothing_is_asked_for(
    trade: Trade, tmp_path: Path, width: int, dark: bool
) -> None:
    told = measured(written(trade, "--format", "html", "--lang", "zh"), tmp_path, width=width, dark=dark)
    assert (told["width"], told["requests"], told["cut"]) == (width, [], 0)
    assert told["scroll"] <= width
    assert (told["dark"], told["paper"]) == (dark, "rgb(13, 17, 23)" if dark else "rgb(255, 255, 255)")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_axe_finds_nothing(trade: Trade, tmp_path: Path, lang: str, dark: bool) -> None:
    text = written(trade, "--format", "html", "--lang", lang)
    assert measured(text, tmp_path, width=1280, dark=dark, script=axe())["violations"] == []


def test_the_browser_would_notice(tmp_path: Path) -> None:
    image = "<img src='http://127.0.0.1:9/x.png'>"
    bad = f"<!doctype html><html><body><p style='width:2000px;color:#eee'>pale{image}</p></body></html>"
    told = measured(bad, tmp_path, width=390, script=axe())
    assert told["scroll"] > 390
    assert told["cut"] == 1
    assert told["requests"]
    assert {one.split(":")[0] for one in told["violations"]} >= {
        "color-contrast",
        "html-has-lang",
        "image-alt",
    }
