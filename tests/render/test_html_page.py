"""The page of every other command: escaped, self-contained, whole on a phone, nothing for axe to find."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import axe, measured
from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
COMMANDS = {
    "surplus": ("surplus", "--partner", "US", "--through", "2025-11"),
    "exports": ("exports", "--through", "2025-11"),
    "check": ("check", "exports 2025-11: 64.04 bn"),
    "codes": ("codes", "US"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_is_whole_and_asks_for_nothing(trade: Trade, command: str, lang: str) -> None:
    words = COMMANDS[command] if command == "codes" else (*COMMANDS[command], "--lang", lang)
    ran = trade(*words, "--format", "html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("<!doctype html>")
    assert ran.out.endswith("</html>\n")
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", ran.out)


def test_the_figures_are_those_of_the_table(trade: Trade) -> None:
    page = trade(*COMMANDS["surplus"], "--format", "html").out
    cells = re.findall("<td>(.*?)</td>", page)
    assert cells[cells.index("176.02") :][:5] == ["176.02", "101.52", "+74.50", "+73.4 %", "111.36"]


def test_nothing_in_a_claim_is_read_as_html(trade: Trade) -> None:
    page = trade("codes", "<b>&", "--format", "html").out
    assert "<b>" not in page


#: Every kind of page: answers with tables of figures, of words, of bars; a text; a picture; a release.
KINDS = {
    **COMMANDS,
    "records": ("records", "--partner", "US", "--through", "2025-11"),
    "drivers": ("drivers", "--through", "2025-11"),
    "partners": ("partners", "--through", "2025-11"),
    "mirror": ("mirror", "--partner", "US", "--through", "2025-11"),
    "revisions": ("revisions", "--through", "2025-11", "--months", "2"),
    "explain": ("explain", "--partner", "US", "--through", "2025-11"),
    "sources": ("sources",),
    "article": ("check", "docs/examples/article.txt"),
    "line": ("chart", "--partner", "US", "--through", "2025-11"),
    "bars": ("chart", "--drivers", "commodity", "--through", "2025-11"),
    "brief": ("brief", "--through", "2025-11", "--against", "2025-12-09"),
    "brief of a partner": ("brief", "--partner", "US", "--through", "2025-11"),
}
#: Light and dark, wide and as a phone: each language once in each.
SCREENS = [(390, False, "en"), (390, True, "zh"), (1280, True, "en"), (1280, False, "zh")]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "dark", "lang"), SCREENS)
@pytest.mark.parametrize("kind", KINDS)
def test_in_a_browser(
    trade: Trade,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    width: int,
    dark: bool,
    lang: str,
) -> None:
    monkeypatch.chdir(CHECKOUT)
    ran = trade(*KINDS[kind], "--lang", lang, "--format", "html")
    assert ran.code == 0
    told = measured(ran.out, tmp_path, width=width, dark=dark, script=axe())
    assert told["scroll"] <= width
    assert (told["cut"], told["requests"], told["violations"]) == (0, [], [])
    assert told["dark"] is dark


@pytest.mark.slow
def test_on_paper_all_of_a_release_is_there(trade: Trade, tmp_path: Path) -> None:
    """Folded on a screen, the trace is printed, black on white: the rules for paper are tried on a screen."""
    page = trade(*KINDS["brief of a partner"], "--format", "html").out
    screen = measured(page, tmp_path, width=1280, dark=True)
    paper = measured(page.replace("@media print", "@media screen"), tmp_path, width=1280, dark=True)
    assert (screen["folded"], paper["ink"], paper["paper"]) == ([False], "rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert paper["folded"] == [True]
