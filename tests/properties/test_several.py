"""Series worked out together are the series that each pair and each day has by itself."""

from __future__ import annotations

from itertools import product

import hypothesis
import polars as pl
import pytest
from hypothesis import given

from tests.drawn import examples
from tests.made_up import Row, frame, known
from tests.properties.tables import tables
from tradecli.model.figure import Window
from tradecli.on_days import OnDays
from tradecli.question import Known, figures, figures_by_partner
from tradecli.schema import FLOWS
from tradecli.series import Series
from tradecli.several import Several
from tradecli.statistics.windows import KINDS
from tradecli.vintages import known_on

PARTNERS = ("CN", "HK", "CN+HK", "US")


def compare(alone: Known, together: Series | None) -> None:
    """Every window of a pair by itself and as one of several."""
    if alone.figures.is_empty():
        assert together is None
        return
    assert together is not None
    series = Series(alone, spans=KINDS)
    # One window at a time, before those of a span are made for all months.
    for flow, span, period in product(FLOWS, KINDS, series.periods):
        assert together.figure(flow, Window(span, period)) == series.figure(flow, Window(span, period))
    for span in KINDS:
        # Among others a series has rows for the months of all of them.
        expected, found = (
            one.windows(span).filter(pl.col("value").is_not_null()).rows() for one in (series, together)
        )
        assert found == expected
    for flow in FLOWS:
        assert together.amounts(flow, "year") == series.amounts(flow, "year")


@pytest.mark.slow
@examples(10, 25)
@given(tables(PARTNERS))
def test_partners(rows: list[Row]) -> None:
    hypothesis.assume(rows)
    table = frame(rows)
    several = Several(known(rows)._replace(observations=table), figures_by_partner(table))
    for partner in PARTNERS:
        compare(known(rows, partner), several.get(partner))


@pytest.mark.slow
@examples(10, 25)
@given(tables(("CN", "HK", "CN+HK")))
def test_days(rows: list[Row]) -> None:
    hypothesis.assume(rows)
    whole = known(rows, "CN+HK")
    on_days = OnDays(whole)
    for day in on_days.days:
        cut = whole.observations.filter(known_on(day))
        found = on_days.series(whole.question._replace(as_of=day))
        compare(whole._replace(observations=cut, figures=figures(cut, "CN+HK")), found)
