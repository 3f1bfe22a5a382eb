"""Out of a frame and as it was: rows of a large frame are read as named tuples, and its frame is kept."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

import tradecli as trade
from tradecli.frames import Rows, typed
from tradecli.render.rows import columns, frame, plain
from tradecli.reports.store import Observation
from tradecli.schema import OBSERVATIONS


class Pair(NamedTuple):
    """A row."""

    name: str
    value: int


FRAME = pl.DataFrame({"value": [1, 2, 3], "left out": [0, 0, 0], "name": ["a", "b", "c"]})
PAIRS = [Pair("a", 1), Pair("b", 2), Pair("c", 3)]


def test_the_fields_of_the_kind_name_the_columns() -> None:
    assert typed(Pair, FRAME) == PAIRS


def test_rows_are_a_sequence_of_named_tuples() -> None:
    rows = Rows(Pair, FRAME)
    assert list(rows) == PAIRS
    assert all(isinstance(row, Pair) for row in rows)
    assert (len(rows), rows[0], rows[-1], rows[1:]) == (3, PAIRS[0], PAIRS[-1], PAIRS[1:])
    assert rows.frame.columns == ["name", "value"]


def test_the_row_of_an_export_is_an_observation() -> None:
    assert columns(Observation) == OBSERVATIONS


def test_rows_written_as_text_are_those_of_their_frame() -> None:
    """Polars types each column by itself; a text of the rows must show the very same values."""
    last = "2025-11"
    answers = (
        trade.surplus("US", last),
        trade.exports("JP", last, by="year"),
        trade.partners(last, by="region"),
    )
    for answer in (*answers, trade.codes("steel")):
        names, rows = plain(answer._report, answer._style)
        made = frame(answer._report, answer._style)
        assert (names, rows) == (made.columns, made.rows())
        assert [[*map(type, row)] for row in rows] == [[*map(type, row)] for row in made.rows()]
