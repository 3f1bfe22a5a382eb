"""A text with its statements marked: its page in a browser, its screen on a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import axe, measured
from tests.conftest import CHECKOUT, Ran
from tests.test_terminal import on_a_terminal

Trade = Callable[..., Ran]
ARTICLE = str(CHECKOUT / "docs" / "examples" / "article.txt")
FALSE = "Taiwan's exports in October 2025 came to US$81.80 billion.\n<b>Imports & more</b> rose 3.6% in 2025."


def test_the_page_is_whole_and_asks_for_nothing(trade: Trade) -> None:
    page = trade("check", FALSE, "--made", "2025-11-10", "--format", "html").out
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert not re.search(r"src=|url\(|@import|<script|href=\"[^#]", page)
    assert "default-src 'none'" in page


def test_nothing_of_a_text_is_read_as_html(trade: Trade) -> None:
    text = "Exports & <i >x</i> “rose” 3.6% <0 in 2025"
    page = trade("check", text, "--made", "2026-01-09", "--format", "html").out
    assert "&lt;0" in page
    assert "<i >" not in page


def test_every_mark_leads_to_its_statement(trade: Trade) -> None:
    page = trade("check", ARTICLE, "--format", "html").out
    assert set(re.findall(r'href="#(s\d+)"', page)) == set(re.findall(r'<div id="(s\d+)"', page))
    # Each shows its figures, their source, vintage and file.
    assert "mof, vintage 2025-12-09" in page
    assert "mof/2025-12-09/press.csv (1018788ee4a8)" in page


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_in_a_browser(trade: Trade, tmp_path: Path, width: int, dark: bool, lang: str) -> None:
    page = trade("check", ARTICLE, FALSE, "--lang", lang, "--format", "html").out
    told = measured(page, tmp_path, width=width, dark=dark, script=axe())
    assert told["scroll"] <= width
    assert (told["cut"], told["requests"], told["violations"]) == (0, [], [])
    assert told["dark"] is dark


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_on_a_screen(columns: int) -> None:
    pyte = pytest.importorskip("pyte", reason="pyte is needed to see a screen")
    _, shown = on_a_terminal("check", ARTICLE, columns=columns)
    screen = pyte.Screen(columns, 150)
    pyte.Stream(screen).feed(shown.replace("\n", "\r\n"))
    underlined = ""
    for row in range(150):
        cells = [screen.buffer[row][column] for column in range(columns)]
        underlined += "".join(cell.data for cell in cells if cell.underscore) + " "
        # What is underlined has the colour of its verdict, whose sign stands in the margin.
        assert all(cell.fg != "default" for cell in cells if cell.underscore)
    for printed in ("$64.05", "$131.8"):
        assert printed in underlined
    signs = [
        cell for row in screen.buffer.values() for cell in row.values() if cell.data in "✓✗≈" and cell.data
    ]
    assert {cell.fg for cell in signs if cell.data == "✓"} == {"green"}
