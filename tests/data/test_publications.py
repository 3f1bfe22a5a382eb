"""Figures that publishers and the press printed, each with its address, against those that are embedded.

`within` is in percent of the figure; empty means to its last printed digit. It is more than that where the
publisher has revised the figure since (Japan, Korea, India, the United Kingdom), where the national office
counts otherwise than the source (Germany's: Eurostat; Canada's tables are on a balance-of-payments basis, the
source on a customs basis), or where the source is published in whole hundreds of millions (China). The World
Bank's figures are Comtrade's, and so are those of the United Nations Statistical Yearbook.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

from tradecli.data import observations
from tradecli.sources import SOURCES
from tradecli.written_periods import written

#: Sources of which fewer than ten printed figures were found, and how many.
FEWER = {"vnnso": 3, "imf": 7}
#: Proved by `test_golden`, `test_published_years`, `test_totals` and the tables they were read from.
ELSEWHERE = {"mof", "census"}
SIDES = {"export": (1, 0), "import": (0, 1), "balance": (1, -1), "trade": (1, 1)}


class Printed(NamedTuple):
    source: str
    reporter: str
    partner: str
    flow: str
    first: str
    last: str
    adjustment: str
    published: str
    unit: str
    within: str
    address: str


def _printed() -> list[Printed]:
    with Path(__file__).with_name("publications.csv").open(encoding="utf-8", newline="") as table:
        return [Printed(**row) for row in csv.DictReader(table)]


PRINTED = _printed()


def _sum(printed: Printed, flow: str) -> int:
    """The sum of the newest months, or of years, of a flow; each must be there."""
    begin, end = (written(text) for text in (printed.first, printed.last))
    assert begin
    assert end
    span = "year" if begin.kind == "year" else "month"
    rows = pl.read_parquet(observations(printed.source)).filter(
        (pl.col("period") >= begin.through) & (pl.col("period") <= end.through),
        reporter=printed.reporter, partner=printed.partner, flow=flow, commodity="TOTAL",
        adjustment=printed.adjustment, span=span,
    )  # fmt: skip
    newest = rows.sort("vintage").unique("period", keep="last")
    step = 12 if span == "year" else 1
    months = (end.through.year - begin.through.year) * 12 + end.through.month - begin.through.month
    assert newest.height == months // step + 1, printed
    return int(newest["value"].sum())


@pytest.mark.parametrize("printed", PRINTED, ids=lambda one: f"{one.source}-{one.partner}-{one.published}")
def test_a_printed_figure_is_the_embedded_one(printed: Printed) -> None:
    factors = dict(zip(("export", "import"), SIDES[printed.flow], strict=True))
    value = sum(factor * _sum(printed, flow) for flow, factor in factors.items() if factor)
    unit, figure = Decimal(printed.unit), Decimal(printed.published)
    digit = unit * Decimal(1).scaleb(int(figure.as_tuple().exponent))
    room = digit / 2
    if printed.within:
        room += abs(figure) * unit * Decimal(printed.within) / 100
    assert abs(value - figure * unit) <= room, (value, printed)


def test_ten_figures_of_every_source_were_read_off_a_publication() -> None:
    found = Counter(printed.source for printed in PRINTED)
    embedded = {name for name in SOURCES if observations(name).exists()} - ELSEWHERE
    assert embedded == found.keys()
    assert {name: count for name, count in found.items() if count < 10} == FEWER
    assert all(printed.address.startswith("http") for printed in PRINTED)


def test_world_totals_are_those_of_the_united_nations_yearbook(shared: Path) -> None:
    path = shared / "data" / "world" / "unsyb.parquet"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    theirs = pl.read_parquet(path).with_columns(pl.col("period").str.to_date())
    ours = pl.read_parquet(observations("wits")).filter(partner="WORLD").sort("vintage")
    ours = ours.unique(["reporter", "flow", "period"], keep="last")
    both = theirs.join(ours, on=["reporter", "flow", "period"], suffix="_ours")
    near = (pl.col("value_ours") - pl.col("value")).abs() <= 0.01 * pl.col("value")
    assert both.height > 1_200
    # Both compile what reporters sent Comtrade; of 1995 to 2010 some was sent anew since.
    assert both.filter(near).height > 0.93 * both.height
    assert (
        both.filter(near, period=date(2015, 12, 1)).height
        > 0.95 * both.filter(period=date(2015, 12, 1)).height
    )
