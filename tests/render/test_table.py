"""The table for people: columns go before digits do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from tests.conftest import Ran
from tests.render.made_up import LEAP_YEAR, report
from tradecli.catalogue.style import Style
from tradecli.model.report import Column, Table
from tradecli.render.table import as_ascii, table

TEXTS = ("US", "DE", "FR")
NEWS = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "table")


def headers(width: int | None) -> list[str]:
    """The headers shown at a width."""
    lines = table(report(TEXTS), Style(), width=width, colour=False).splitlines()
    return re.split(r"\s{2,}", lines[2].strip())


def test_columns_go_in_their_order_and_those_of_order_zero_never() -> None:
    every = ["partner", "value", "y/y", "year to date", "12 months", "rank"]
    assert headers(None) == headers(120) == every
    widths = {tuple(headers(width)): width for width in range(1, 80)}
    # Twelve months go first (3), then the year to date (2), then the rank (1).
    assert list(map(list, widths)) == [
        ["partner", "value", "y/y"],
        ["partner", "value", "y/y", "rank"],
        ["partner", "value", "y/y", "year to date", "rank"],
        every,
    ]


@pytest.mark.parametrize("width", [1, 10, 20, 40, 60, 80, 120, 1000])
def test_no_digit_is_lost_at_any_width(width: int) -> None:
    text = table(report(TEXTS), Style(), width=width, colour=False)
    for figure in ("1,000.00", "2,000.00", "3,000.00"):
        assert figure in text
    assert text.count("+10.0 %") == 3


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = table(report(TEXTS), Style(), width=width, colour=False)
    assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_figures_of_the_news_at_every_width(
    trade: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, width: int, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = trade(*NEWS, "--lang", lang, "--unit", "billion").out
    rows = [
        line for line in text.splitlines() if re.match(r"  (exports|imports|balance|出口|進口|出入超) ", line)
    ]
    assert [row.split()[1] for row in rows[:3]] == ["176.02", "44.99", "131.03"]
    # Chinese sets the sign after the number, without a blank.
    rates = [re.search(r"\+[\d.]+ ?%", row)[0] for row in rows[:3]]  # type: ignore[index]
    sign = " %" if lang == "en" else "%"
    assert rates == [f"{rate}{sign}" for rate in ("+73.4", "+4.6", "+124.0")]
    assert max(map(cell_len, text.splitlines())) <= width
    # Wide enough for all of it, or without whole columns.
    assert ("64.70" in rows[2]) is (width >= 60)
    # A number is never broken over two lines.
    every = trade(*NEWS, "--lang", lang, "--unit", "billion", "--why").out
    numbers = re.findall(r"\d[\d,.]*\d", every)
    assert {"131.8", "176.04", "19.91", "254.4"} <= {number.rstrip(".,") for number in numbers}


def test_colour_is_bold_and_dim_and_carries_no_meaning() -> None:
    plain = table(report(TEXTS), Style(), width=100, colour=False)
    coloured = table(report(TEXTS), Style(), width=100, colour=True)
    assert "\x1b" not in plain
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) <= {"0", "1", "2"}
    assert [
        line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines()
    ] == plain.splitlines()


def test_text_wraps_and_figures_do_not() -> None:
    words = "many words " * 10
    columns = [Column("value"), Column("partner", left=True)]
    text = table(
        report(table=Table(columns, [["123,456.78", words]]), findings=[]),
        Style(),
        width=50,
        colour=False,
    )
    assert text.count("123,456.78") == 1
    assert " ".join(text.split()).count("many words") == 10
    assert max(map(cell_len, text.splitlines())) <= 50


def test_chinese_breaks_inside_no_number() -> None:
    words = "全球出口2025年12月624.63億美元：創歷年同月新高（自2001年起），前次為2024年的435.56億美元。"
    columns = [Column("kind", left=True), Column("partner", left=True)]
    for width in range(50, 90):
        answer = report(table=Table(columns, [["month", words]]), findings=[LEAP_YEAR])
        lines = table(answer, Style("zh"), width=width, colour=False).splitlines()
        text = " ".join(line.strip() for line in lines)
        for number in ("2025年", "12月", "624.63億", "2001年", "2024年", "435.56億", "29天", "3.6%"):
            assert number[:-1] in text, (width, number)
        assert max(map(cell_len, lines)) <= width


def test_chinese_lines_up() -> None:
    columns = [Column("kind", left=True), Column("value")]
    rows = [["出入超", "1.00"], ["a", "2.00"]]
    text = table(report(table=Table(columns, rows), findings=[]), Style("zh"), width=40, colour=False)
    ends = {cell_len(line) for line in text.splitlines() if ".00" in line}
    assert len(ends) == 1


def test_an_empty_table_is_a_title_and_headers() -> None:
    text = table(report(table=Table([Column("value")], []), findings=[]), Style(), width=80, colour=False)
    assert text == "Sources\n\n  value\n"


def test_ascii_stands_for_the_signs_it_lacks() -> None:
    assert as_ascii("5 – ≥3 · x") == "5 - >=3 | x"


def test_columns_that_go_are_counted_below_the_table() -> None:
    shown = {width: table(report(TEXTS), Style(), width=width, colour=False) for width in (120, 48, 42, 35)}
    told = {width: re.findall(r"^  (.* not shown.*)$", text, re.MULTILINE) for width, text in shown.items()}
    counts = {width: 6 - len(headers(width)) for width in shown}
    assert counts[120] == 0
    assert counts[48] == 2
    words = {0: [], 1: ["1 column not shown: --format csv"]}
    for width, count in counts.items():
        assert told[width] == words.get(count, [f"{count} columns not shown: --format csv"])


def test_a_column_that_holds_nothing_goes_first_and_is_not_missed() -> None:
    columns = [Column("value"), Column("change", drop=1), Column("kind", left=True, drop=2)]
    rows = [["1.00", "", "long enough"], ["2.00", "", "to take room"]]
    text = table(report(table=Table(columns, rows), findings=[]), Style(), width=23, colour=False)
    assert "change" not in text
    assert "to take room" in text
    assert "not shown" not in text


def test_blanks_go_before_a_text_is_broken() -> None:
    name = "a name of thirty-one characters"
    columns = [Column("kind", left=True), Column("value"), Column("change")]
    wide, narrow, broken = (
        table(
            report(table=Table(columns, [[name, "1,000.00", "+10.00"]]), findings=[]),
            Style(),
            width=width,
            colour=False,
        )
        for width in (51, 50, 48)
    )
    assert f"  {name}  1,000.00  +10.00\n" in wide
    assert f"  {name} 1,000.00 +10.00\n" in narrow
    assert name not in broken
    assert "1,000.00  +10.00" in broken


def test_the_name_of_a_group_takes_no_room_from_figures() -> None:
    columns = [Column("kind", left=True), Column("value")]
    rows = [["a group of rows with a name", ""], ["one", "1.00"]]
    text = table(report(table=Table(columns, rows), findings=[]), Style(), width=30, colour=False)
    assert "  one    1.00\n" in text


def test_rows_that_matter_are_bold_and_the_others_not() -> None:
    columns = [Column("kind", left=True), Column("value")]
    answer = report(table=Table(columns, [["one", "1.00"], ["two", "2.00"]], [1]), findings=[])
    text = table(answer, Style(), width=30, colour=True)
    assert re.search(r"\x1b\[1m  two +2\.00\x1b\[0m", text)
    assert re.search(r"^  one +1\.00$", text, re.MULTILINE)
