"""Whatever the text, reading it ends, raises nothing, and points at what is printed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import examples
from tradecli.reading import read
from tradecli.reading.text import fold, sentences

WORDS = (
    *(
        "exports",
        "imports",
        "a surplus of",
        "rose",
        "fell",
        "to",
        "from",
        "than",
        "in May",
        "last month",
        "and",
    ),
    *(
        "US$5.2 billion",
        "3.6%",
        "respectively",
        ",",
        ".",
        ";",
        "(",
        ")",
        "Japan",
        "the US",
        "Taiwan's",
        "record",
    ),
    *(
        "second-highest",
        "in 17 months",
        "doubled",
        "after",
        "with",
        "those to",
        "while",
        "which",
        "semiconductors",
    ),
    *(
        "expected",
        "tariffs",
        "of",
        "total",
        "year-on-year",
        "it",
        "by 2024",
        "19th straight month",
        "between",
    ),
    *("first 20 days", "4 to 7 percent", "12-point-seven percent", "NT$", "-", "--", "January-May", "\n"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@examples(50, 150)
def test_any_words_are_read_and_places_are_true(text: str) -> None:
    for one in read(text, date(2026, 1, 9)):
        assert text[one.span.start : one.span.end] == one.text
        assert one.text.strip()
        assert (one.claim is None) == (one.kind != "claim")


@given(st.text(max_size=200))
@examples(35, 100)
def test_any_characters_are_read(text: str) -> None:
    for one in read(text, date(2026, 1, 9)):
        assert text[one.span.start : one.span.end] == one.text


@given(st.text(alphabet="ab1.\n %$", max_size=5_000))
@examples(10, 30)
def test_no_sentence_is_longer_than_prose(text: str) -> None:
    found = list(sentences(fold(text)))
    assert all(len(one.folded) <= 2_000 for one in found)
    assert "".join("".join(one.folded.split()) for one in found) == "".join(text.split())
