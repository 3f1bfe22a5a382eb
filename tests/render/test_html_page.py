"""The page of every other command: escaped, self-contained, whole on a phone, nothing for axe to find."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import axe, measured
from tests.conftest import Ran

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


@pytest.mark.parametrize("dark", [False, True])
def test_in_a_browser(trade: Trade, tmp_path: Path, dark: bool) -> None:
    page = trade(*COMMANDS["exports"], "--format", "html").out
    told = measured(page, tmp_path, width=390, dark=dark, script=axe())
    assert told["scroll"] <= 390
    assert (told["cut"], told["requests"], told["violations"]) == (0, [], [])
