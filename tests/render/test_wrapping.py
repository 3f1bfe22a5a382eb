"""Texts broken into lines: none too wide, nothing lost, no number without its sign, currency and unit."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tradecli.render.wrapping import wrapped

WORDS = st.text(
    alphabet=st.sampled_from("aZ09 .,;:-+%$()[]/_—–「」（）《》，。：；、％出口年月億美元５\u3000"),
    max_size=120,
)
PROSE = (
    "Of 15 first figures since February 2023 the usual revision is 0.03 %, 90 % lie between -0.07 % and "
    "0.06 %; US$ 24.42 billion, NT$ 1,310.3 million and EUR 0.81 of 2025-11 (+15.6 %), +24.1 points."
)
CHINESE = (
    "2025年1-11月出口1,760.19億美元，年增73.4%（貢獻+24.1個百分點，占增額71.1%），創歷年同期新高；"
    "連續120個月出超，下修7次、上修1次，排名第9名，其後已為2026年3月的285.41億美元超越。"
)


def unspaced(text: str) -> str:
    return "".join(text.split())


@given(WORDS, st.integers(2, 60))
def test_lines_fit_and_hold_all_of_the_text(text: str, width: int) -> None:
    lines = wrapped(text, width).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert unspaced("".join(lines)) == unspaced(text)


@given(WORDS, st.integers(10, 60))
def test_a_word_that_fits_is_whole(text: str, width: int) -> None:
    words = [word for word in text.split() if word.isascii()]
    if all(cell_len(word) <= width for word in text.split()):
        broken = wrapped(text, width).split()
        assert [word for word in words if word not in broken and text.isascii()] == []


@given(st.text(alphabet="ab 出", max_size=40))
def test_a_text_that_fits_stays_as_it_is(text: str) -> None:
    assert wrapped(text, 80) == text


@pytest.mark.parametrize("width", range(20, 100))
def test_a_number_keeps_what_belongs_to_it(width: int) -> None:
    for line in wrapped(PROSE, width).split("\n"):
        assert not re.match(r"(%|billion|million)", line)
        assert not re.search(r"(US\$|NT\$|EUR|\s[-+])$", line)
    units = r"(年|月|億|美元|個|百分點|次|名|%|[-+]|[0-9])"
    for before, after in pairwise(wrapped(CHINESE, width).split("\n")):
        assert not (re.search(r"[0-9]$", before) and re.match(units, after)), (before, after)
        assert not re.match(r"[，。；：、）」]", after)
        assert not re.search(r"[（「]$", before)


def test_lines_after_the_first_are_set_in() -> None:
    assert wrapped("note: one two three", 11, indent="  ") == "note: one\n  two three"


def test_an_address_is_broken_after_a_stroke() -> None:
    address = "https://service.mof.gov.tw/public/data/statistic/trade/u2010ex.csv"
    assert wrapped(address, 50).split("\n") == [
        "https://service.mof.gov.tw/public/data/statistic/",
        "trade/u2010ex.csv",
    ]


def test_a_hash_is_broken_where_the_line_is_full() -> None:
    assert wrapped("0123456789abcdef", 10) == "0123456789\nabcdef"
