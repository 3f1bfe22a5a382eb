"""The lists of sources, codes and stored files are read in Chinese as well."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.conftest import Ran

LISTS = (("sources",), ("codes", "US"), ("store", "path"), ("store", "list"), ("store", "verify"))


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_no_heading_is_english_in_chinese(trade: Callable[..., Ran], words: tuple[str, ...]) -> None:
    answer = trade(*words, "--lang", "zh", "--format", "markdown").out.splitlines()
    headings = next(line for line in answer if line.startswith("| "))
    assert re.findall(r"[A-Za-z_]{2,}", headings.replace("SHA-256", "")) == []


def test_a_source_says_in_both_languages_whether_its_key_is_set(
    trade: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "a-key")
    for words, answers in (((), ("yes", "no")), (("--lang", "zh"), ("是", "否"))):
        lines = trade("sources", *words, "--format", "markdown").out.splitlines()
        cells = {line.split(" | ")[0]: line.rstrip(" |").split(" | ")[-1] for line in lines}
        assert (cells["| census"], cells["| mof"]) == answers


def test_a_source_says_in_both_languages_what_its_figures_include(trade: Callable[..., Ran]) -> None:
    english = trade("sources", "--format", "markdown").out
    chinese = trade("sources", "--lang", "zh", "--format", "markdown").out
    assert "- mof: exports FOB, imports CIF; " in english
    assert "- mof：出口FOB、進口CIF；" in chinese


def test_a_title_names_the_text_looked_for(trade: Callable[..., Ran]) -> None:
    asked = ("codes", "hong", "--format", "markdown")
    assert trade(*asked).out.startswith("## Codes matching 'hong'\n")
    assert trade(*asked, "--lang", "zh").out.startswith("## 符合「hong」的代碼\n")
    assert trade("codes", "--format", "markdown").out.startswith("## Codes\n")
