"""Series worked out together are the series that each pair and each day has by itself."""

from __future__ import annotations

import hypothesis
import polars as pl
import pytest
from hypothesis import given, settings

from tests.made_up import Row, frame, known
from tests.properties.tables import tables
from tradecli.model.figure import Window
from tradecli.question import Known, figures, figures_by_day, figures_by_partner
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
    series = Series(alone)
    for span in KINDS:
        # Among others a series has rows for the months of all of them.
        expected, found = (
            one.windows(span).filter(pl.col("value").is_not_null()).rows() for one in (series, together)
        )
        assert found == expected
    for flow in FLOWS:
        assert together.amounts(flow, "year") == series.amounts(flow, "year")
        window = Window("quarter", series.periods[-1])
        assert together.figure(flow, window) == series.figure(flow, window)


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(tables(PARTNERS))
def test_partners(rows: list[Row]) -> None:
    hypothesis.assume(rows)
    table = frame(rows)
    several = Several(known(rows)._replace(observations=table), figures_by_partner(table))
    for partner in PARTNERS:
        compare(known(rows, partner), several.get(partner))


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(tables(("CN", "HK", "CN+HK")))
def test_days(rows: list[Row]) -> None:
    hypothesis.assume(rows)
    whole = known(rows, "CN+HK")
    days = sorted(whole.observations["vintage"].unique().to_list())
    several = Several(whole, figures_by_day(whole.observations, "CN+HK", days))
    for day in days:
        cut = whole.observations.filter(known_on(day))
        compare(whole._replace(observations=cut, figures=figures(cut, "CN+HK")), several.get(day))
