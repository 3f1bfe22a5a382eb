"""What must hold of every text: places, the order of sentences, digits, claims as lines."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecli as trade
from tests.drawn import examples
from tradecli.claims import Unreadable
from tradecli.claims import read as claims
from tradecli.claims.writing import to_line
from tradecli.errors import TradeError

#: Each says wholly of what it speaks. Figures of the ministry's releases of 2025-11-07 and 2025-12-09.
SENTENCES = (
    "Taiwan's total exports in November 2025 came to US$64.05 billion.",
    "Taiwan's total exports in October 2025 came to US$61.80 billion.",
    "Taiwan's total exports rose 49.7% year on year in October 2025.",
    "Taiwan's exports to the United States came to US$24.42 billion in November 2025.",
    "Taiwan's exports to the United States in October 2025 came to US$21.14 billion.",
    "臺灣2025年11月出口640.5億美元。",
    "臺灣2025年10月出口618.0億美元。",
)
MADE = date(2025, 12, 10)
TRUE = frozenset(("true", "true_when_published", "as_stated"))
WORDS = st.sampled_from(
    [
        *SENTENCES,
        "\n",
        "\n\n",
        " ",
        "**",
        "<b>",
        "</b>",
        "US$",
        "64.05",
        "億",
        "%",
        "rose",
        "出口",
        "年增",
        "去年",
        "１２．３％",
    ]
)


def verdicts(*sentences: str) -> dict[str, str]:
    """The verdict on the one statement of each sentence."""
    rows = trade.check("\n".join(sentences), made=MADE).df
    said = rows.filter(rows["kind"] == "claim")
    assert len(said) == len(sentences)
    return dict(zip(sentences, said["verdict"].to_list(), strict=True))


def test_every_sentence_is_true() -> None:
    assert set(verdicts(*SENTENCES).values()) <= TRUE


@examples(10, 20)
@given(st.permutations(SENTENCES))
def test_the_order_of_sentences_changes_no_verdict(order: list[str]) -> None:
    assert verdicts(*order) == verdicts(*SENTENCES)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_another_digit_is_never_true(sentence: str) -> None:
    reading = trade.read(sentence, MADE)[0]
    start, end = reading.span
    for place in range(start, end):
        # The last digit may be off by one within the rounding of what is published.
        apart = 2 if not any(sign.isdigit() for sign in sentence[place + 1 : end]) else 1
        if not sentence[place].isdigit():
            continue
        others = [
            f"{sentence[:place]}{digit}{sentence[place + 1 :]}"
            for digit in range(10)
            if abs(digit - int(sentence[place])) >= apart
        ]
        assert TRUE.isdisjoint(verdicts(*others).values()), others


@examples(20, 60)
@given(st.lists(WORDS, max_size=12).map("".join))
def test_places_point_at_what_was_printed(text: str) -> None:
    for reading in trade.read(text, MADE):
        assert 0 <= reading.span.start < reading.span.end <= len(text)
        printed = text[reading.span.start : reading.span.end]
        for mark in ("**", "<b>", "</b>"):
            printed = printed.replace(mark, "")
        assert "".join(printed.split()) == "".join(reading.text.split())


@examples(35, 100)
@given(st.text(max_size=80))
def test_any_text_is_answered_or_refused(text: str) -> None:
    try:
        answer = trade.check(text, made=MADE)
    except TradeError:
        return
    assert answer.exit_code in {0, 1, 3}
    assert all(answer.to(name) for name in ("table", "markdown", "html", "json", "csv"))


def test_a_text_and_its_claims_as_lines_have_the_same_verdicts() -> None:
    text = " ".join(SENTENCES)
    said = [reading.claim for reading in trade.read(text, MADE) if reading.claim]
    lines = [to_line(claim) for claim in said]
    assert not any(isinstance(one, Unreadable) for one in claims(*lines))
    judged = trade.check(text, made=MADE).df
    assert trade.check(*lines).df["verdict"].to_list() == judged["verdict"].to_list()
