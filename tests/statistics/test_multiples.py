"""The words for a multiple: which one is chosen, and of which ratios one that was written is true."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradecli.model.ratio import Growth
from tradecli.statistics.growth import Multiple, band, claim_holds, claimed_band, multiple_of


def ratio(times: str) -> Growth:
    return Growth(100 * (Fraction(times) - 1))


@pytest.mark.parametrize(
    ("times", "word"),
    [
        # Section 3 of the method: [1.90, 2.00), [2.00, 2.05), from 2.05; the same of 3 and 4.
        ("1.899", None),
        ("1.9", (2, "nearly")),
        ("1.986", (2, "nearly")),  # 146.8 / 73.9
        ("1.999", (2, "nearly")),
        ("2", (2, "just")),
        ("2.049", (2, "just")),
        ("2.05", (2, "more")),
        ("2.320", (2, "more")),  # 150.116 / 64.703
        ("2.849", (2, "more")),
        ("2.85", (3, "nearly")),
        ("3", (3, "just")),
        ("3.075", (3, "more")),
        ("3.799", (3, "more")),
        ("3.8", (4, "nearly")),
        ("4.099", (4, "just")),
        ("4.1", (4, "more")),
        ("4.749", (4, "more")),
        ("4.75", None),
        ("0.5", None),
        ("-2", None),
    ],
)
def test_the_word_for_a_multiple(times: str, word: tuple[int, str] | None) -> None:
    assert multiple_of(ratio(times)) == word


def test_without_a_rate_there_is_no_word() -> None:
    assert multiple_of(Growth(None, note="sign_change")) is None


WORDS = [Multiple(times, degree) for times in (2, 3, 4) for degree in ("nearly", "just", "more")]


@given(st.fractions(0, 12, max_denominator=400))
@settings(max_examples=300)
def test_a_word_is_the_only_one_of_its_ratio_and_true_as_a_claim(times: Fraction) -> None:
    chosen = multiple_of(Growth(100 * (times - 1)))
    assert [word for word in WORDS if band(word)[0] <= times < band(word)[1]] == ([chosen] if chosen else [])
    assert chosen is None or claim_holds(chosen, times)


@pytest.mark.parametrize(
    ("degree", "true_of", "false_of"),
    [
        ("nearly", ("1.9", "1.999"), ("1.89", "2", "2.3")),
        # `doubled` alone is written of anything nearer to it than to tripled.
        ("just", ("2", "2.05", "2.32", "2.499"), ("1.99", "2.5", "3")),
        # However much more; but the double is not more than the double.
        ("more", ("2.001", "2.32", "7.5", "1000"), ("1.99", "2")),
    ],
)
def test_a_word_somebody_wrote(degree: Any, true_of: tuple[str, ...], false_of: tuple[str, ...]) -> None:
    word = Multiple(2, degree)
    low, high = claimed_band(word)
    for times in map(Fraction, true_of):
        assert claim_holds(word, times)
        assert low <= times < high
    for times in map(Fraction, false_of):
        assert not claim_holds(word, times)
