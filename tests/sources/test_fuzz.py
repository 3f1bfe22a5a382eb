"""Whatever bytes come, a source answers with figures or with an error of the program's own, and soon."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.replies import reply
from tests.taking import takes_at_most
from tradecli.errors import TradeError
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot
from tradecli.sources.recognition import recognise

#: Small replies only, so that an example is read in milliseconds.
FORMATS = ("census", "fred", "comtrade", "imf", "eurostat", "country", "njswww")
STARTS = (
    b"",
    b"\xef\xbb\xbf",
    b"{",
    b"[[",
    b"PK\x03\x04",
    b"DATAFLOW,",
    b"observation_date,",
    b"<",
    b'{"data":[',
)
SECONDS = 1.0
BOUNDS = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def survives(source: str, snapshot: Snapshot) -> None:
    def answers() -> None:
        said = "figures"
        try:
            check(SOURCES[source].parse(snapshot).observations)
        except TradeError as error:
            said = str(error)
        assert said
        assert "\n" not in said

    assert takes_at_most(SECONDS, answers)


@pytest.mark.parametrize("source", ["mof", "census", "fred", "comtrade", "imf", "eurostat"])
@BOUNDS
@given(start=st.sampled_from(STARTS), content=st.binary(max_size=400))
def test_any_bytes(source: str, start: bytes, content: bytes) -> None:
    survives(source, reply("fred").snapshot(start + content))


@pytest.mark.parametrize("name", FORMATS)
@BOUNDS
@given(data=st.data())
def test_bytes_of_a_reply_replaced(name: str, data: st.DataObject) -> None:
    whole = reply(name)
    content = bytearray(whole.encode(whole.rows[:40]))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 6))
        content[at : at + length] = data.draw(st.binary(max_size=6))
    survives(whole.source, whole.snapshot(bytes(content)))


@pytest.mark.parametrize("year", ["0000", "0001", "9999", "99999"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_year_at_the_end_of_the_calendar(name: str, year: str) -> None:
    whole = reply(name)
    dated = [
        [re.sub(r"(?<!\d)(?:20[12]\d(?!\d)|20[12]\d(?=[01]\d$)|\d{2,3}(?=年))", year, cell) for cell in row]
        for row in whole.rows[:40]
    ]
    assert dated != whole.rows[:40]
    survives(whole.source, whole.snapshot(whole.encode(dated)))


@pytest.mark.parametrize("name", ["comtrade", "census"])
@pytest.mark.parametrize("depth", [10_000, 200_000])
def test_brackets_without_end(name: str, depth: int) -> None:
    whole = reply(name)
    survives(whole.source, whole.snapshot(b"[" * depth))
    survives(whole.source, whole.snapshot(b'{"data":' * depth))


@pytest.mark.parametrize("name", ["census", "comtrade", "imf", "eurostat", "fred", "country"])
def test_what_a_cell_says_cannot_steer_the_terminal(name: str) -> None:
    whole = reply(name)
    for column in range(len(whole.rows[0])):
        rows = [list(row) for row in whole.rows]
        rows[2][column] = "a\x1b]0;owned\x07b\nc\u202e"
        said: tuple[str, ...] = ()
        try:
            content = whole.encode(rows)
            said = SOURCES[whole.source].parse(whole.snapshot(content)).notices
        except TradeError as error:
            said = (str(error),)
        assert all(text.isprintable() for text in said)


@BOUNDS
@given(start=st.sampled_from(STARTS), content=st.binary(max_size=300))
def test_recognising_any_bytes(start: bytes, content: bytes) -> None:
    try:
        said = recognise(start + content, "x").id
    except TradeError as error:
        said = str(error)
    assert said
    assert "\n" not in said
