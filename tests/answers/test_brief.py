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
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.errors import QueryError
from tradecli.facts.places import place
from tradecli.model.document import Bullets, Document, Grid, Heading, Line, Paragraph
from tradecli.model.document import Footnotes as FootnotesBlock
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.model.report import Column, Table
from tradecli.question import Evidence
from tradecli.render.formats import chosen_for_text
from tradecli.render.markdown import markdown
from tradecli.render.page import page
from tradecli.reports.brief import Placed, flow_line, headline, release
from tradecli.reports.footnotes import Footnotes
from tradecli.reports.shared import say
from tradecli.series import Series
from tradecli.statistics.growth import growth_of

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


NAMES = {"reporter": place("TW"), "partner": place("US")}
MAY = Window("month", date(2025, 5, 1))
OF_THE_YEAR = Window("year_to_date", date(2025, 5, 1))


def bn(value: float | None, flow: str = "export", window: Window = MAY) -> Figure:
    return Figure(flow, window, None if value is None else Money(round(value * 10**9), 1, "USD"))


HEADLINES = {
    "record of both": (
        ({"record"}, {"record"}, MAY),
        "exports to the United States, May 2025: US$ 3.00 billion (+50.0 % y/y), a record month; "
        "surplus US$ 2.00 billion (a record)",
        "對美國出口30.00億美元，年增50.0%，創歷年單月新高；出超20.00億美元，亦為歷年單月新高",
    ),
    "record of the balance": (
        (set(), {"record"}, MAY),
        "+50.0 % y/y); surplus US$ 2.00 billion (a record)",
        "出超20.00億美元，創歷年單月新高",
    ),
    "year to date": (
        ({"record"}, set(), OF_THE_YEAR),
        "January-May 2025: US$ 3.00 billion (+50.0 % y/y), a record; surplus",
        "2025年1-5月對美國出口30.00億美元，年增50.0%，創歷年同期新高；出超",
    ),
    "deficit": ((set(), {"deficit"}, MAY), "deficit US$ 2.00 billion", "入超20.00億美元"),
    "no growth": (
        ({"no growth"}, set(), MAY),
        "US$ 3.00 billion; surplus",
        "出口30.00億美元；出超",
    ),
    "no exports": (
        ({"none"}, set(), MAY),
        "trade surplus with the United States, May 2025: US$ 2.00 billion",
        "2025年5月對美國出超20.00億美元",
    ),
}


@pytest.mark.parametrize("case", HEADLINES)
def test_every_branch_of_the_headline(case: str) -> None:
    (of_exports, of_balance, window), english, chinese = HEADLINES[case]
    export = bn(None if "none" in of_exports else 3, "export", window)
    balance = bn(-2 if "deficit" in of_balance else 2, "balance", window)
    base = None if "no growth" in of_exports else bn(2, "export", window)
    said = headline(
        Placed(export, growth_of(export, base), "record" in of_exports),
        Placed(balance, growth_of(balance, None), "record" in of_balance),
        NAMES,
    )
    assert english in write(said, Style())
    assert chinese in write(said, Style("zh"))


def test_of_trade_with_the_world_nobody_is_named() -> None:
    world = {"reporter": place("TW"), "partner": None}
    said = headline(
        Placed(bn(3), growth_of(bn(3), bn(2)), False),
        Placed(bn(2, "balance"), growth_of(None, None), False),
        world,
    )
    assert write(said, Style()) == (
        "Taiwan's exports, May 2025: US$ 3.00 billion (+50.0 % y/y); surplus US$ 2.00 billion"
    )
    assert write(said, Style("zh")) == "臺灣2025年5月出口30.00億美元，年增50.0%；出超20.00億美元"


@pytest.mark.parametrize(
    ("flow", "value", "english", "chinese"),
    [
        (
            "export",
            3,
            "Exports to the United States were US$ 3.00 billion in May 2025, "
            "+50.0 % on a year earlier and -25.0 % on April.",
            "2025年5月對美國出口30.00億美元，年增50.0%，月減25.0%。",
        ),
        ("import", 3, "Imports from the United States were", "自美國進口30.00億美元"),
        (
            "balance",
            3,
            "The surplus with the United States was US$ 3.00 billion",
            "對美國出超30.00億美元",
        ),
        # Of two deficits the next sentence says how they moved.
        (
            "balance",
            -3,
            "The deficit with the United States was US$ 3.00 billion in May 2025.",
            "對美國入超30.00億美元。",
        ),
    ],
)
def test_every_branch_of_a_flow(flow: str, value: int, english: str, chinese: str) -> None:
    side = 1 if value > 0 else -1
    year = bn(2 * side, flow, MAY.year_before)
    april = bn(4 * side, flow, Window("month", date(2025, 4, 1)))
    said = flow_line(bn(value, flow), year, april, NAMES)
    assert english in write(said, Style())
    assert chinese in write(said, Style("zh"))
    assert said.figures == (bn(value, flow), year, april)


def test_more_than_tenfold_growth_on_the_month_before() -> None:
    april = bn(0.1, "export", Window("month", date(2025, 4, 1)))
    said = flow_line(bn(3), bn(None), april, NAMES)
    assert "in May 2025, x30.0 on April." in write(said, Style())
    assert "，為上月的30.0倍。" in write(said, Style("zh"))


def test_a_release_of_a_year_to_date_whose_last_month_is_not_held(trade: Trade) -> None:
    # On 9 January 2026 the year with South Korea was published, and no month after August 2025.
    ran = trade("brief", "--partner", "KR", "--as-of", "2026-01-09", "--format", "markdown")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("# Taiwan's trade deficit with South Korea, 2025: US$ ")


def test_where_nothing_more_is_held_the_release_says_so() -> None:
    rows = [*months("export", "2023-01", [10**9] * 30), *months("import", "2023-01", [5 * 10**8] * 30)]
    held = known(rows)
    found = release(Evidence([held]), None)
    text = page(found, Style())
    assert text.count("No figures are available for this.") == 2
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
    assert chosen_for_text(asked, output, terminal=terminal) == name


def test_a_release_is_no_spreadsheet() -> None:
    with pytest.raises(QueryError, match="xlsx"):
        chosen_for_text("xlsx", "", terminal=False)


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


def test_a_page_runs_no_script_whatever_came_into_it(trade: Trade, tmp_path: Path) -> None:
    page = written(trade, "--format", "html")
    assert measured(page, tmp_path, width=390, policy=True) == {}
    assert measured(page, tmp_path, width=390)


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


def test_a_figure_has_one_footnote_however_often_it_stands() -> None:
    world = [*months("export", "2023-01", [100] * 30, partner="WORLD", origin="of-the-world")]
    rows = [*months("export", "2023-01", [10] * 30), *months("import", "2023-01", [4] * 30)]
    own, whole = Series(known(rows)), Series(known([*world], "WORLD"))
    through = Window("month", date(2025, 5, 1))
    exports, total = own.figure("export", through), whole.figure("export", through)
    balance, missing = own.figure("balance", through), own.figure("export", Window("month", date(2030, 1, 1)))
    footnotes = Footnotes([own, whole])
    assert footnotes.of([exports, missing, total]) == [1, 2]
    assert footnotes.of([balance, exports]) == [3, 1]
    style = Style()
    assert [[cell(one, style) for one in row] for row in footnotes.table().rows] == [
        [
            "1",
            "Taiwan exports, United States, May 2025",
            "10",
            "published",
            "mof",
            "2026-01-09",
            "made-up.csv ()",
        ],
        ["2", "Taiwan exports, World, May 2025", "100", "published", "mof", "2026-01-09", "of-the-world ()"],
        # A difference rests on the files of both flows.
        [
            "3",
            "Taiwan balance, United States, May 2025",
            "6",
            "exports minus imports",
            "mof",
            "2026-01-09",
            "made-up.csv ()",
        ],
    ]


def test_two_offices_in_two_currencies_have_no_gap() -> None:
    """A release repeated euros minus dollars as a gap in dollars."""
    flows = (("export", 10**9), ("import", 5 * 10**8))
    rows = [line for flow, value in flows for line in months(flow, "2023-01", [value] * 30, partner="DE")]
    theirs = [
        {**line, "source": "eurostat", "reporter": "DE", "partner": "TW", "currency": "EUR"} for line in rows
    ]
    own, other = known(rows, "DE"), known(theirs, "TW", reporter="DE")._replace(source="eurostat")
    text = markdown(release(Evidence([own], offices=[own, other]), None), Style())
    section = text[text.index("## The partner's own figures") :].split("\n\n")[1]
    assert section.startswith(
        "- Taiwan reports in US$, Germany in EUR: figures are never converted, so no gap is shown. ["
    )
    assert "differs by" not in text


def test_nothing_in_a_page_is_read_as_html() -> None:
    nasty = "<script>alert('x')</script>\x1b[31m\"&"
    table = Table([Column("value", left=True)], [[nasty]])
    blocks = [Bullets([Line(nasty)]), Paragraph([Line(nasty, [1])]), Grid(say("value"), table, [[1]])]
    footnotes = Table([Column("value"), Column("value")], [[1, nasty]])
    whole = Document(say("value"), None, [*blocks, FootnotesBlock(say("value"), footnotes)], "USD")
    text = page(whole, Style())
    assert "<script>" not in text
    assert "\x1b" not in text
    # As text four times, and three times as what is shown when a figure or number is pointed at.
    assert text.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;") == 6
    assert text.count('&quot;&amp;"') == 2


def test_markdown_of_an_answer_stands_within_another_text() -> None:
    table = Table([Column("flow", left=True), Column("value")], [["exports", "1"]])
    blocks = [
        Grid(say("value"), table, [[0, 3]]),
        Heading(say("notes"), minor=True),
        Bullets([Line("a"), Line("a")]),
    ]
    asked = Document(say("value"), say("change"), blocks, "USD", level=2)
    assert markdown(asked, Style()) == (
        "## value\n\nchange\n\n|  | value |\n| :--- | ---: |\n| exports | 1 [3] |\n\nNotes\n\n- a\n"
    )
    assert markdown(asked._replace(level=1, blocks=[Heading(say("notes"))]), Style()).endswith("\n## Notes\n")
