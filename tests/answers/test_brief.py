"""The release: figures against published ones, traces, its page in a real browser, both languages."""

from __future__ import annotations

import html
import io
import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

import tradecli
from tests.browser import axe, measured
from tests.conftest import Ran
from tests.made_up import known, months
from tradecli.catalogue import units
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.errors import QueryError
from tradecli.model.document import Bullets, Document, Grid, Heading, Illustration, Line, Paragraph, Trace
from tradecli.model.document import Footnotes as FootnotesBlock
from tradecli.model.figure import Figure, Window
from tradecli.model.report import Column, Table
from tradecli.question import Evidence
from tradecli.render.formats import chosen_for_text
from tradecli.render.markdown import markdown
from tradecli.render.page import page
from tradecli.reports.brief import release
from tradecli.reports.footnotes import Footnotes
from tradecli.reports.shared import say
from tradecli.series import Series

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
        "# Taiwan's exports hit US$ 64.04 billion in November 2025, then a record, up 55.9 % on the year"
    )


def test_the_headline_on_the_day_of_the_release(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--as-of", "2025-12-09")
    assert "US$ 64.05 billion" in text.splitlines()[0]
    assert re.search(r"^\| Balance \[[\d, -]+\] \| 16.09 \|", text, re.M)  # as published, not 64.05 - 47.97


@pytest.mark.parametrize("form", ["markdown", "table"])
def test_what_matters_most_is_told_first(trade: Trade, form: str) -> None:
    text = written(trade, "--format", form, "--partner", "US")
    headings = [
        "Exports",
        "Imports",
        "Balance",
        "Other records",
        "The partner's own figures",
        "Notes on method",
    ]
    told = ["then a record", "Nov 2025", *(f"\n## {name}\n" for name in headings), "vintage 2025-12-09"]
    places = [text.index(one.replace("## ", "") if form == "table" else one) for one in told]
    assert places == sorted(places)


def test_headings_are_in_one_case(trade: Trade) -> None:
    for lang in ("en", "zh"):
        text = written(trade, "--format", "markdown", "--lang", lang)
        for heading in re.findall("^## (.+)$", text, re.M):
            assert heading == heading[0].upper() + heading[1:].replace("US", "us").lower().replace(
                "us ", "US "
            )


def test_nothing_is_said_twice(trade: Trade) -> None:
    for partner in ("WORLD", "US"):
        text = written(trade, "--format", "markdown", "--partner", partner)
        told = re.findall(r"^(?![#|-])(.+)$", text.split("## Notes")[0], re.M)
        sentences = [one for line in told for one in re.split(r"(?<=\.)(?: \[[\d, -]+\])? ", line)]
        assert len(sentences) > 15
        assert [one for one in set(sentences) if sentences.count(one) > 1] == []
        assert len(text.splitlines()[0]) < 120


def test_footnotes_are_few_and_stand_for_releases(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--partner", "US")
    notes = re.findall(r"^(\d+)\. (.+)$", text.split("## Sources")[1], re.M)
    assert [number for number, _ in notes] == [str(n) for n in range(1, len(notes) + 1)]
    assert 3 <= len(notes) <= 6
    days = [re.findall(r"vintage (\S+?)[ :]", note)[0] for _, note in notes]
    assert len({(note.split(",")[0], day) for (_, note), day in zip(notes, days, strict=True)}) == len(notes)
    assert all(re.search(r"\([0-9a-f]{12}\)", note) for _, note in notes)
    used = {int(n) for some in re.findall(r" \[([\d, -]+)\]", text) for n in re.findall(r"\d+", some)}
    assert used == set(range(1, len(notes) + 1))


def test_a_chart_is_drawn_nowhere_in_markdown(trade: Trade, tmp_path: Path) -> None:
    text = written(trade, "--format", "markdown", "--partner", "US")
    assert "```" not in text
    assert "`trade chart --partner US --through 2025-11 --output chart.svg`" in text
    assert not re.search("[\u2800-\u28ff]", text)
    path = tmp_path / "november.md"
    assert trade(*NOVEMBER, "--partner", "US", "--output", str(path)).code == 0
    assert "](november-chart.svg)" in path.read_text(encoding="utf-8")
    assert (tmp_path / "november-chart.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_no_picture_is_left_beside_a_release_that_cannot_be_written(trade: Trade, tmp_path: Path) -> None:
    (tmp_path / "november.md").mkdir()
    (tmp_path / "november-chart.svg").write_text("of another release", encoding="utf-8")
    ran = trade(*NOVEMBER, "--partner", "US", "--output", str(tmp_path / "november.md"))
    assert (ran.code, ran.out) == (6, "")
    assert "it is a folder" in ran.err
    assert {path.name for path in tmp_path.iterdir()} == {"november.md", "november-chart.svg"}
    assert (tmp_path / "november-chart.svg").read_text("utf-8") == "of another release"


def test_a_pipe_takes_a_release_without_a_picture_beside_it(trade: Trade, tmp_path: Path) -> None:
    pipe = tmp_path / "november.md"
    os.mkfifo(pipe)
    handle = os.open(pipe, os.O_RDWR)
    try:
        assert trade(*NOVEMBER, "--partner", "US", "--output", str(pipe)).code == 0
        text = os.read(handle, 1 << 20).decode()
    finally:
        os.close(handle)
    assert "`trade chart --partner US --through 2025-11 --output chart.svg`" in text
    assert [path.name for path in tmp_path.iterdir()] == ["november.md"]


def test_the_line_that_draws_the_chart_draws_it(trade: Trade, tmp_path: Path) -> None:
    dated = written(trade, "--format", "markdown", "--partner", "US", "--as-of", "2026-01-09")
    assert "`trade chart --partner US --through 2025-11 --as-of 2026-01-09 --output chart.svg`" in dated
    text = written(trade, "--format", "markdown", "--partner", "US")
    command = re.findall("`trade (chart .+?) --output chart.svg`", text)[0]
    path = tmp_path / "chart.svg"
    assert trade(*command.split(), "--output", str(path)).code == 0
    beside = tmp_path / "november.md"
    assert trade(*NOVEMBER, "--partner", "US", "--output", str(beside)).code == 0
    assert (tmp_path / "november-chart.svg").read_text("utf-8") == path.read_text("utf-8")


def test_what_cannot_be_told_is_told_in_one_line(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--partner", "US")
    assert (
        "\nNot told: what drove exports to the United States (no commodity groups are available).\n" in text
    )
    assert "What drove" not in text
    assert "Not told" not in written(trade, "--format", "markdown")


def test_a_hundred_million_is_a_tenth_of_a_billion(trade: Trade) -> None:
    """The trap: 億 is 10**8. Every amount of the Chinese table is ten times that of the English one."""

    def figures(lang: str) -> list[Decimal]:
        text = written(trade, "--format", "markdown", "--lang", lang, "--partner", "US")
        lines = [
            line
            for line in text.splitlines()
            if re.match(r"\| (Exports|Imports|Balance|出口|進口|出入超) \[", line)
        ]
        cells = [cell for line in lines for cell in re.findall(r"\| ([+-]?[\d,]+\.\d+)(?= \|)", line)]
        return [Decimal(cell.replace(",", "").replace("+", "")) for cell in cells]

    english, chinese = figures("en"), figures("zh")
    assert len(english) == len(chinese) == 6
    # US$ 131.03 billion, 1,310.27 億美元: the Chinese figure has one digit more.
    assert Decimal("131.03") in english
    assert Decimal("1310.27") in chinese
    assert all(
        abs(more / 10 - less) <= Decimal("0.0055") for less, more in zip(english, chinese, strict=True)
    )


def test_chinese_as_the_ministry_words_it(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--lang", "zh", "--partner", "US")
    assert text.startswith("# 臺灣2025年11月對美國出口244.20億美元，年增182.3%，創當時歷年單月新高\n")
    for words in ("歷年單月新高", "歷年同期", "月增15.6%", "連28紅", "億美元", "對美國出超", "自美國進口"):
        assert words in text
    assert not re.search(r"\bexports\b|\bimports\b", text.split("<details>")[0])


def test_numbers_are_those_of_the_other_commands(trade: Trade) -> None:
    """The table of the release against the machine rows of `trade surplus`, rounded here."""
    text = written(trade, "--format", "markdown", "--partner", "US")
    rows = {
        (row["flow"], row["span"]): row
        for row in trade("surplus", "--partner", "US", "--through", "2025-11").rows
    }
    for name, flow in (("Exports", "export"), ("Imports", "import"), ("Balance", "balance")):
        cells = re.findall(rf"^\| {name} \[[\d, -]+\] \| (.+) \|$", text, re.M)[0].split(" | ")
        for at, span in ((0, "month"), (2, "year_to_date")):
            row = rows[flow, span]
            assert abs(Decimal(cells[at]) * 10**9 - int(row["value"])) <= 5_000_000
            assert abs(Decimal(cells[at + 1].removesuffix(" %")) - Decimal(row["yoy"])) <= Decimal("0.05")


def test_what_drove_exports_is_what_drivers_says(trade: Trade) -> None:
    text = written(trade, "--format", "markdown")
    for by in ("commodity", "partner"):
        rows = trade("drivers", "--through", "2025-11", "--by", by).rows
        parts = [row for row in rows if row["role"] == "part"]
        first = max(parts, key=lambda row: int(row["change"]))
        last = min(parts, key=lambda row: int(row["change"]))
        for row, shown in (
            (first, r"[\w, -]* \(\+([\d.]+), ([\d.]+) % of it\)"),
            (last, r"[\w, -]* fell most \(-([\d.]+)\)"),
        ):
            name = row["part_name"].split(" ")[0]
            found = re.findall(rf"(?i)(?:the )?{name}{shown}", text)
            numbers = found[0] if isinstance(found[0], tuple) else (found[0],)
            assert abs(Decimal(numbers[0]) * 10**9 - abs(int(row["change"]))) <= 5_000_000
            if len(numbers) > 1:
                assert abs(Decimal(numbers[1]) - Decimal(row["share_of_change"])) <= Decimal("0.05")


def test_the_partners_are_those_of_partners(trade: Trade) -> None:
    text = written(trade, "--format", "markdown")
    rows = [row for row in trade("partners", "--through", "2025-11").rows if row["rank"]]
    first, last = rows[0], max(rows, key=lambda row: int(row["rank"]))
    for row, kind in ((first, "surplus"), (last, "deficit")):
        said = re.findall(
            rf"The widest {kind} of January-November 2025 was with (.+?), US\$ ([\d.]+) billion", text
        )
        assert said[0][0].removeprefix("the ") == row["partner_name"]
        assert abs(Decimal(said[0][1]) * 10**9 - abs(int(row["value"]))) <= 5_000_000
    rows = [row for row in rows if row["rank"] != "1"]
    climbs = {
        row["partner_name"]: int(row["rank_before"]) - int(row["rank"]) for row in rows if row["rank_before"]
    }
    assert re.findall(r"(\w+) climbed most", text) == [max(climbs, key=lambda name: climbs[name])]


def test_the_partner_s_own_figures_are_those_of_mirror(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--partner", "US")
    rows = trade("mirror", "--partner", "US", "--through", "2025-11").rows
    row = next(row for row in rows if (row["flow"], row["span"]) == ("balance", "year_to_date"))
    size, gap = re.findall(
        r"reports a deficit of US\$ ([\d.]+) billion .+?, US\$ ([\d.]+) billion less", text
    )[0]
    assert abs(Decimal(size) * 10**9 + int(row["partner_value"])) <= 5_000_000
    assert abs(Decimal(gap) * 10**9 + int(row["gap"])) <= 5_000_000
    before = re.findall(r"A year earlier it reported US\$ ([\d.]+) billion more", text)
    assert abs(Decimal(before[0]) * 10**9 - int(row["base_gap"])) <= 5_000_000


def test_the_other_records_are_those_of_records(trade: Trade) -> None:
    text = written(trade, "--format", "markdown", "--partner", "US").split("## Other records")[1]
    shown = re.findall(
        r"^\| (?!record|:)(\w+), (.+?) \[[\d, -]+\] \| (\S+)(?: %)? \| (\S+)", text.split("\n## ")[0], re.M
    )
    rows = [
        row
        for row in trade("records", "--partner", "US", "--through", "2025-11").rows
        if row["record"] == "true" and row["partner"] == "US"
    ]
    # Of any month exports and the balance are records, which their paragraphs say.
    told = [
        row
        for row in rows
        if row["kind"] not in {"month"}
        and (row["kind"], row["flow"]) not in {("same_month", "export"), ("same_month", "balance")}
    ]
    assert len(shown) == len(told) == 9
    for (_, _, value, before), row in zip(shown, told, strict=True):
        for text_, name in ((value, "value"), (before, "previous_value")):
            exact = Decimal(row["measure" if name == "value" else "previous_measure"] or 0)
            amount = exact if row["kind"] in {"growth", "share"} else Decimal(row[name]) / 10**9
            assert abs(Decimal(text_.replace("+", "")) - amount) <= Decimal(
                "0.05" if row["kind"] in {"growth", "share"} else "0.005"
            )


def test_a_release_of_a_year_to_date_whose_last_month_is_not_held(trade: Trade) -> None:
    # On 9 January 2026 the year with South Korea was published, and no month after August 2025.
    ran = trade("brief", "--partner", "KR", "--as-of", "2026-01-09", "--format", "markdown")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("# Taiwan's trade deficit with South Korea was a record US$ ")


def test_where_nothing_more_is_held_one_line_says_so() -> None:
    rows = [*months("export", "2023-01", [10**9] * 30), *months("import", "2023-01", [5 * 10**8] * 30)]
    found = release(Evidence([known(rows)]), None)
    text = markdown(found, Style())
    assert "Not told: what drove exports to the United States (no commodity groups are available); " in text
    assert "the partner's own figures (not available for this month).\n" in text
    headings = re.findall("^## (.+)$", text, re.M)
    assert headings == ["Exports", "Imports", "Balance", "Notes on method", "Sources"]
    assert "未列：對美國出口主要貢獻（無貨品別資料）；對方統計（無當月資料）。" in markdown(
        found, Style("zh")
    )


@pytest.mark.parametrize(
    ("asked", "output", "terminal", "name"),
    [
        ("", "", True, "table"),
        ("", "", False, "markdown"),
        ("", "a.html", True, "html"),
        ("", "a.txt", False, "table"),
        ("html", "", True, "html"),
        ("", "a.docx", True, "docx"),
        ("docx", "", False, "docx"),
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
    paragraphs = re.findall("(?s)<p>(.*?)</p>", text)
    figured = [one for one in paragraphs if re.search(r"\d\.\d", re.sub("(?s)<sup>.*?</sup>", "", one))]
    assert len(figured) >= 4
    # What follows the last number of a paragraph holds no figure.
    assert all(not re.search(r"\d\.\d", one.rpartition("</sup>")[2]) for one in figured)


def numbers_of(figures: Sequence[Figure]) -> Iterator[Fraction]:
    """Every number that a sentence about these figures may hold: amounts, changes, rates, shares."""
    values = [figure.value for figure in figures if figure.value is not None]
    moves = [now - side * base for now in values for base in values for side in (1, -1) if now != base]
    for value in [*values, *moves]:
        yield from (Fraction(abs(value), 10**9), Fraction(abs(value), 10**8), Fraction(abs(value), 10**6))
    for move in moves:
        yield from (Fraction(100 * abs(move), abs(value)) for value in values if value)
    totals = [now - base for now, base in zip(values[::2], values[1::2], strict=False) if now != base]
    yield from (Fraction(100 * abs(part), abs(totals[0])) for part in totals)


def told_numbers(text: str) -> list[Decimal]:
    """The numbers of a sentence with decimals: amounts and rates, no months, ranks or days."""
    return [Decimal(one.replace(",", "")) for one in re.findall(r"\d[\d,]*\.\d+", text)]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"as_of": "2025-12-09", "against": "last"},
        {"partner": "US", "against": "2025-12-09"},
        {"partner": "CN"},
    ],
    ids=str,
)
def test_no_sentence_has_a_number_that_its_figures_do_not_give(lang: str, asked: dict[str, str]) -> None:
    document = tradecli.brief(**{"through": "2025-11", **asked})._document  # type: ignore[arg-type]
    style = units.of_document(Style(lang), document)
    lines = [
        line for block in document.blocks if isinstance(block, Paragraph | Bullets) for line in block.lines
    ]
    told = [
        Line(document.title),
        *lines,
        *(Line(b.picture.alt) for b in document.blocks if isinstance(b, Illustration)),
    ]
    traced = {row[1] for block in document.blocks if isinstance(block, Trace) for row in block.table.rows}
    seen = 0
    for line in told:
        statement = line.text
        assert not isinstance(statement, str)
        if statement.key.startswith(("revisions.", "does_not_add", "base_", "leap_")):
            continue
        assert {f"{figure.value:,}" for figure in statement.figures if figure.money} <= traced
        given = list(numbers_of(statement.figures))
        for number in told_numbers(write(statement, style)):
            seen += 1
            half = Fraction(1, 2 * 10 ** -int(number.as_tuple().exponent)) + Fraction(1, 10**6)
            # A multiple and a rate of two rounded figures are held against the figures too.
            assert any(abs(Fraction(number) - one) <= half for one in given), (
                number,
                write(statement, style),
            )
    assert seen > 8


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_form_has_the_same_sentences_and_cells(trade: Trade, lang: str) -> None:
    asked = ("--lang", lang, "--partner", "US")
    page = html.unescape(
        re.sub(
            "<[^>]*>",
            "",
            re.sub("(?s)<sup>.*?</sup>|<style>.*?</style>", "", written(trade, "--format", "html", *asked)),
        )
    )
    shown = re.sub(r" \[[\d, -]+\]|\\|`", "", written(trade, "--format", "markdown", *asked)).split(
        "<details>"
    )[0]
    plain = re.sub(r"\s+", "", re.sub(r"\[[\d, -]+\]", "", written(trade, "--format", "table", *asked)))
    file = docx.Document(io.BytesIO(bytes(tradecli.brief("US", "2025-11").styled(lang).to("docx"))))  # type: ignore[arg-type]
    runs = (run.text for one in file.paragraphs for run in one.runs if not run.font.superscript)
    word = re.sub(r"\s+", "", "".join(runs))
    told = [
        line
        for line in shown.splitlines()
        if line and not line.startswith(("|", "Chart:", "圖：")) and not re.match(r"\d\.", line)
    ]
    assert len(told) > 15
    for line in told:
        wanted = re.sub(r"\s+", "", re.sub("^(#+|-) ", "", line))
        assert wanted in re.sub(r"\s+", "", page)
        assert wanted.replace("`", "") in plain.replace("`", "")
        assert wanted.replace("`", "") in word
    for cells in re.findall(r"^\| (.+) \|$", shown, re.M):
        if not cells.startswith(":"):
            assert "".join(cells.replace(" | ", "").split()) in re.sub(r"\s+", "", page)


def test_the_page_asks_for_nothing_from_elsewhere(trade: Trade) -> None:
    text = written(trade, "--format", "html")
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|<link|<script", text)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_markdown_says_the_same_as_the_page(trade: Trade, lang: str) -> None:
    shown = written(trade, "--format", "markdown", "--lang", lang)
    found = written(trade, "--format", "html", "--lang", lang)
    headline = html.unescape(re.findall("<h1>(.*?)</h1>", found)[0])
    assert shown.splitlines()[0].replace("\\", "") == f"# {headline}"
    folded = [text.split("<details")[1] for text in (shown, found)]
    traced = folded[1].count("<tr>") - 1
    assert traced > 30
    assert len(re.findall(r"^\| .+\d,\d{3} \|", folded[0], re.MULTILINE)) == traced


@pytest.mark.parametrize(
    ("lang", "form"), [("en", "markdown"), ("zh", "markdown"), ("en", "table"), ("zh", "html")]
)
def test_the_whole_release(trade: Trade, snapshot: SnapshotAssertion, lang: str, form: str) -> None:
    assert written(trade, "--format", form, "--lang", lang) == snapshot


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, lang: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for asked in (
        ("--partner", "US", "--as-of", "2025-12-09", "--against", "last"),
        ("--against", "2025-12-09"),
    ):
        text = written(trade, "--format", "table", "--lang", lang, *asked)
        lines = [line for line in text.splitlines() if not re.search("[\u2800-\u28ff]|--\\|--|^ +\\|", line)]
        assert [line for line in lines if cell_len(line) > width] == []
        assert not re.search(r"\d$\n(?:%|billion)", text, re.M)
    told = "Not shown for want of room: " if lang == "en" else "寬度不足，未列："
    assert (told in text) is (width == 60)
    assert "2025-12-09" in text


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


def test_a_release_has_one_footnote_and_each_figure_one_trace() -> None:
    world = [*months("export", "2023-01", [100] * 30, partner="WORLD", origin="of-the-world")]
    rows = [
        *months("export", "2023-01", [10] * 30),
        *months("import", "2023-01", [4] * 30, origin="of-imports"),
    ]
    own, whole = Series(known(rows)), Series(known([*world], "WORLD"))
    through = Window("month", date(2025, 5, 1))
    exports, total = own.figure("export", through), whole.figure("export", through)
    balance, missing = own.figure("balance", through), own.figure("export", Window("month", date(2030, 1, 1)))
    footnotes = Footnotes([own, whole])
    # All three files are of one publisher and one day: one release.
    assert footnotes.of([exports, missing, total]) == [1]
    assert footnotes.of([balance, exports]) == [1]
    style = Style()
    assert [[cell(one, style) for one in row] for row in footnotes.table().rows] == [
        ["Taiwan exports, United States, May 2025", "10", "published", "2026-01-09", "1"],
        ["Taiwan exports, World, May 2025", "100", "published", "2026-01-09", "1"],
        ["Taiwan balance, United States, May 2025", "6", "exports minus imports", "2026-01-09", "1"],
    ]
    # A difference rests on the files of both flows.
    assert [write(line, style) for line in footnotes.lines()] == [
        "Taiwan Ministry of Finance, vintage 2026-01-09: made-up.csv (), of-the-world (), of-imports ()"
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
        "Taiwan reports in US$, Germany in EUR: figures are never converted, so no gap is shown. ["
    )
    assert "than Taiwan does" not in text
    assert "| EUR " in text.split("<details>")[1]


def test_nothing_in_a_page_is_read_as_html() -> None:
    nasty = "<script>alert('x')</script>\x1b[31m\"&"
    table = Table([Column("value", left=True)], [[nasty]])
    blocks = [Bullets([Line(nasty)]), Paragraph([Line(nasty, [1])]), Grid(say("value"), table, [[1]])]
    note = say("warning", text=nasty)
    trace = Trace(say("value"), table, say("value"))
    whole = Document(say("value"), None, [*blocks, FootnotesBlock(say("value"), [note]), trace], "USD")
    text = page(whole, Style())
    assert "<script>" not in text
    assert "\x1b" not in text
    # As text five times, and twice as what is shown when a number is pointed at.
    assert text.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;") == 7
    assert text.count('&quot;&amp;"') == 2


def test_markdown_of_an_answer_stands_within_another_text() -> None:
    table = Table([Column("flow", left=True), Column("value")], [["exports", "1"]])
    blocks = [
        Grid(say("value"), table, [[3]]),
        Heading(say("notes"), minor=True),
        Bullets([Line("a"), Line("a")]),
    ]
    asked = Document(say("value"), say("change"), blocks, "USD", level=2)
    assert markdown(asked, Style()) == (
        "## value\n\nchange\n\n|  | value |\n| :--- | ---: |\n| exports [3] | 1 |\n\nNotes\n\n- a\n"
    )
    assert markdown(asked._replace(level=1, blocks=[Heading(say("notes"))]), Style()).endswith("\n## Notes\n")


def test_a_month_of_which_exports_alone_are_out_says_what_is_not(trade: Trade) -> None:
    """The ministry's newest file has exports of September 2026; that of imports ends a month before."""
    ran = trade("brief", "--through", "2026-09", "-f", "markdown")
    assert ran.code == 0
    assert ran.out.startswith("# Taiwan's exports hit a record US$ 87.22 billion in September 2026")
    assert "Not told: imports of September 2026 (not published, or not available); balance of" in ran.out
    chinese = trade("brief", "--through", "2026-09", "-f", "markdown", "--lang", "zh").out
    assert "未列：2026年9月進口（未發布或未收錄）；2026年9月出入超（未發布或未收錄）" in chinese
