"""Hypothesis strategies for small tables of observations: every span, several vintages, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import strategies as st

from tests.made_up import Row, row

#: Days after every period below: a figure is never older than what it measures.
DAYS = ("2024-07-08", "2024-07-08", "2024-09-09", "2025-02-07", "2025-09-09")
MONTHS = tuple(f"{2022 + month // 12}-{month % 12 + 1:02}" for month in range(30))
SPANS = {
    "month": MONTHS,
    "quarter": [month for month in MONTHS if int(month[5:]) % 3 == 0],
    "year": [month for month in MONTHS if month.endswith("-12")],
    "year_to_date": MONTHS,
}
#: An area is decided span by span, so for its places no two spans name one window.
AREA = ("CN", "HK", "CN+HK")
AREA_SPANS = SPANS | {"year_to_date": [month for month in MONTHS if month[5:] not in {"01", "03", "12"}]}
PRECISIONS = (1, 1_000, 10_000_000)


def _stamps() -> Iterator[dict[str, Any]]:
    """Vintage, how it is known, and precision of a figure, each as often as it should come up."""
    bases = [("published", 0), ("retrieved", 0)] * 3 + [("inferred", 0), ("inferred", 0), ("inferred", 60)]
    for day, (basis, late), precision in product(map(date.fromisoformat, DAYS), bases, PRECISIONS):
        yield {
            "vintage": day,
            "vintage_basis": basis,
            "known_by": day + timedelta(days=late),
            "precision": precision,
        }


#: One draw instead of four: most of the time goes into drawing.
STAMPS = st.sampled_from(list(_stamps()))


@st.composite
def run_of_months(draw: st.DrawFn, partner: str, flow: str) -> list[Row]:
    """A file's months: one vintage, most months of a run, a few left out."""
    first = draw(st.integers(0, 17))
    last = draw(st.integers(first, len(MONTHS) - 1))
    stamp = draw(STAMPS)
    least = -40 if flow == "balance" else 0
    values = draw(st.lists(st.integers(least, 60), min_size=last - first + 1, max_size=last - first + 1))
    lost = draw(st.sets(st.integers(first, last), max_size=2))
    return [
        row(flow, "month", MONTHS[first + step], value * 1_000_000, partner=partner, **stamp)
        for step, value in enumerate(values)
        if first + step not in lost
    ]


@st.composite
def loose(draw: st.DrawFn, partner: str, flow: str) -> list[Row]:
    """Single figures of any span, such as a release states them."""
    rows = []
    for span in draw(st.lists(st.sampled_from(list(SPANS)), max_size=6)):
        period = draw(st.sampled_from(AREA_SPANS[span] if partner in AREA else SPANS[span]))
        size = {"month": 60, "quarter": 180, "year": 720}.get(span, 60 * int(period[5:]))
        value = draw(st.integers(-size // 2 if flow == "balance" else 0, size))
        rows.append(row(flow, span, period, value * 1_000_000, partner=partner, **draw(STAMPS)))
    return rows


@st.composite
def tables(draw: st.DrawFn, partners: Sequence[str] = ("US",)) -> list[Row]:
    """Rows of each partner and flow, no two of one key, none that names a window twice in a vintage."""
    rows: dict[tuple[Any, ...], Row] = {}
    for partner in partners:
        for flow in ("export", "import", "balance"):
            runs = draw(st.lists(run_of_months(partner, flow), max_size=2 if flow != "balance" else 1))
            single = draw(loose(partner, flow))
            for line in [*single, *(line for run in runs for line in run)]:
                first = line["period"].month if line["span"] == "year_to_date" else 0
                length = first or {"month": 1, "quarter": 3, "year": 12}[line["span"]]
                rows[partner, flow, line["period"], length, line["vintage"]] = line
    return list(rows.values())
