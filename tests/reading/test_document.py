"""Texts as they are handed over: their words with true places, their day, their encoding, their bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.taking import takes_at_most
from tradecli.errors import QueryError
from tradecli.reading.document import MOST_BYTES, MOST_CHARACTERS, Document, decoded, document
from tradecli.reading.handed import is_claims
from tradecli.reading.model import Span

TODAY = date(2026, 11, 27)
PAGE = """<!doctype html><html><head><title>Exports 1%</title>
<meta property="article:published_time" content="2025-12-09T16:00:00+08:00">
<script>var rate = "2%";</script></head><body>
<nav><a href="/">Home</a> 3%</nav>
<article><h1><a href="/x">Exports soar</a></h1>
<p>They rose <b>3.6</b>&#37; to <i>US$</i>64.05
billion &amp; more.</p><p><a href="/y">Also: imports up 4%</a></p>
<p hidden>5%</p></article><footer>6%</footer></body></html>"""


def told(text: str) -> Document:
    return document(text, "a.txt", None, TODAY)


def test_a_page_is_its_article() -> None:
    found = told(PAGE)
    assert found.text.text == "Exports soar\nThey rose 3.6% to US$64.05 billion & more.\n"
    start = found.text.text.index("3.6%")
    assert PAGE[slice(*found.text.given(Span(start, start + 4)))] == "3.6</b>&#37;"
    start = found.text.text.index("US$64.05 billion")
    assert PAGE[slice(*found.text.given(Span(start, start + 16)))] == "US$</i>64.05\nbillion"


def test_a_page_without_an_article_is_all_but_what_is_around_it() -> None:
    found = told(
        "<div><p>One</p><ul><li><a href='a'>Two</a></li></ul><p>Three <a href='b'>four</a></p></div>"
    )
    assert found.text.text == "One\nThree four\n"


def test_markdown_loses_its_marks_and_keeps_its_places() -> None:
    text = (
        "## Trade\n\n- Exports [rose **3.6%**](https://example.org/2025/12) to `64.05` billion[^1]\n\n"
        "```\n1 %\n```\n"
    )
    found = told(text)
    assert found.text.text.split() == ["Trade", "Exports", "rose", "3.6%", "to", "64.05", "billion"]
    start = found.text.text.index("3.6%")
    assert text[slice(*found.text.given(Span(start, start + 4)))] == "3.6%"


def test_lines_that_were_wrapped_are_one() -> None:
    english = (
        "Taiwan's exports rose by more than half in November, the ministry of\n"
        "finance said on Tuesday, as demand for servers went on growing and\nsent shipments to a record.\n"
    )
    assert told(english).text.text.strip().count("\n") == 0
    chinese = (
        "財政部今天發布十一月海關進出口貿易統計指出出口值為\n"
        "六百四十點五億美元較上年同月增加百分之五十六點零創\n歷年單月新高。\n"
    )
    assert "出口值為六百四十" in told(chinese).text.text


def test_a_headline_stays_a_line() -> None:
    assert told("Exports hit a record\nThey rose 3.6% in November.\n").text.text.count("\n") == 2


@pytest.mark.parametrize(
    ("text", "made", "dated"),
    [
        ("TAIPEI, Dec. 9, 2025 (CNA) -- Exports rose.", date(2025, 12, 9), "dateline"),
        ("# date: 2026-01-09\nTAIPEI, Dec. 9 -- Exports rose.", date(2025, 12, 9), "dateline"),
        ("TAIPEI, Dec. 9 -- Exports rose.", date(2025, 12, 9), "dateline_without_year"),
        ("（中央社台北2025年12月9日電）出口增加。", date(2025, 12, 9), "dateline"),
        ("出口創高\n2025/12/09 16:30 記者甲／台北報導\n出口增加。", date(2025, 12, 9), "dateline"),
        ("出口創高\n114年12月9日\n出口增加。", date(2025, 12, 9), "dateline"),
        ("# id: 7\n# date: 2026-01-09\nExports rose.", date(2026, 1, 9), "header"),
        ("---\ntitle: x\ndate: 2026-01-09\n---\nExports rose.", date(2026, 1, 9), "header"),
        (PAGE, date(2025, 12, 9), "page"),
        ("<p>Exports rose<time datetime='2025-12-09'>Tuesday</time></p>", date(2025, 12, 9), "page"),
        (
            '<html><head><script type="application/ld+json">'
            '{"datePublished": "2025-12-09T23:30:00Z"}</script>'
            "</head><body><p>Exports rose</p></body></html>",
            date(2025, 12, 10),
            "page",
        ),
        ("Exports rose in November.", TODAY, "today"),
        ("Exports by Dec. 9, 2025 reached 64.05 billion dollars.", TODAY, "today"),
        ("# date: 2199-01-09\nExports rose.", TODAY, "today"),
    ],
)
def test_the_day_of_a_text(text: str, made: date, dated: str) -> None:
    found = told(text)
    assert (found.made, found.dated) == (made, dated)


def test_the_day_that_is_asked_for_wins() -> None:
    asked = document(PAGE, "a.html", date(2026, 1, 9), TODAY)
    assert (asked.made, asked.dated) == (date(2026, 1, 9), "asked")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "big5"])
def test_encodings(encoding: str) -> None:
    text = "十一月出口六四○點五億美元，較上年同月增加"
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    assert decoded(marks.get(encoding, b"") + text.encode(encoding), "a.txt") == text


def test_a_page_names_its_encoding() -> None:
    text = '<html><head><meta charset="big5"></head><body>x 出口 x</body></html>'
    assert "出口" in decoded(text.encode("big5"), "a.html")
    assert "é" in decoded('<html><meta charset="iso-8859-1"><p>é'.encode("latin1"), "a.html")


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02", b"%PDF-1.7\x00\xff", b"\xff\xfe\x00", b"caf\xe9", bytes(range(256))]
)
def test_bytes_that_are_no_text_are_refused_by_name(content: bytes) -> None:
    with pytest.raises(QueryError, match=r"odd\.bin is no text"):
        decoded(content, "odd.bin")


def test_what_is_too_large_is_refused_by_name() -> None:
    with pytest.raises(QueryError, match=r"big\.txt is too large"):
        decoded(b"a" * (MOST_BYTES + 1), "big.txt")
    with pytest.raises(QueryError, match=r"long\.txt is too long"):
        document("a b " * (MOST_CHARACTERS // 4 + 1), "long.txt", None, TODAY)
    with pytest.raises(QueryError, match="the text is too long"):
        document("a b " * (MOST_CHARACTERS // 4 + 1), "", None, TODAY)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_declared_error(content: bytes) -> None:
    try:
        found = told(decoded(content, "a.txt"))
    except QueryError:
        return
    assert len(found.text.text) == len(found.text.starts) == len(found.text.ends)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<a href='x'>",
                "</a>",
                "3.6%",
                " ",
                "\n",
                "&amp;",
                "<!--",
                "-->",
                "**",
                "[",
                "](x)",
                "`",
                "出口",
                "<article>",
                "| ",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_every_character_stands_where_its_place_says(text: str) -> None:
    found = told(text).text
    for place, character in enumerate(found.text):
        start, end = found.given(Span(place, place + 1))
        assert 0 <= start <= end <= len(text)
        if not character.isspace() and end == start + 1:
            assert text[start] == character


@pytest.mark.parametrize(
    "text",
    [
        "<p>" + "<" * 10**6,
        "<p>" + "<!--" * 250_000,
        "[" * 10**6,
        "[a](" * 250_000,
        "```\n" * 250_000,
        "title: " * 10**5,
    ],
    ids=["signs", "comments", "brackets", "links", "fences", "keys"],
)
def test_no_text_takes_long(text: str) -> None:
    assert takes_at_most(20, lambda: told(text))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("exports 2025-11: 64.05 bn\nnonsense\n", True),
        ("exports to US 2025-11 ytd: nothing that can be read", True),
        ("exports nov 2025: 64.05 bn", True),
        ("exports rose: a lot", True),
        ("exports rose 56 percent in November: a record", False),
        ('[[claim]]\nflow = "exports"', True),
        ("Exports in 2025: a record\nThey rose.", False),
        ("Taiwan's exports rose 56 percent in November", False),
        ("", False),
    ],
)
def test_claims_are_told_from_texts(text: str, claims: bool) -> None:
    assert is_claims(text) is claims
