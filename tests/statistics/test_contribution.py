"""Contributions: the published example of 2025, the rules that refuse, and additivity by fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.figures import BALANCES, FLOWS, figure
from tradecli.model.figure import Figure
from tradecli.statistics.contribution import points_of, rest_of, share_of_change, sum_of
from tradecli.statistics.growth import growth_of

Terms = tuple[int, int]


def figures(terms: Terms, flow: str = "export") -> tuple[Figure, Figure]:
    now, base = (figure(value, 1, flow) for value in terms)
    return now, base


def with_rest(
    parts: dict[str, Terms], total: Terms, flow: str = "export"
) -> dict[str, tuple[Figure, Figure]]:
    """The parts, what is left over, and the total: each now and a year earlier."""
    listed = {name: figures(terms, flow) for name, terms in parts.items()}
    whole = figures(total, flow)
    now, base = (rest_of(whole[side], [terms[side] for terms in listed.values()]) for side in (0, 1))
    return {**listed, "rest": (now, base), "total": whole}


def test_the_exports_of_2025_as_published() -> None:
    # 640.75, +34.9 % on 474.98; US 198.27 on 111.39; ASEAN 118.98 on 87.74, in US$ 10 million.
    rows = with_rest({"US": (19827, 11139), "ASEAN": (11898, 8774)}, (64075, 47498))
    points = {part: points_of(*terms, *rows["total"]) for part, terms in rows.items()}
    shown = {part: float(round(found.percent, 1)) for part, found in points.items() if found}
    assert shown == {"US": 18.3, "ASEAN": 6.6, "rest": 10.0, "total": 34.9}
    shares = {part: share_of_change(*terms, *rows["total"]) for part, terms in rows.items()}
    assert {part: float(round(found.percent, 1)) for part, found in shares.items() if found} == {
        "US": 52.4,
        "ASEAN": 18.8,
        "rest": 28.7,
        "total": 100.0,
    }
    now, base = rows["rest"]
    assert (now.value, base.value, now.basis) == (32350, 27585, "difference")


def test_points_of_a_balance_only_where_its_sign_allows() -> None:
    rows = with_rest({"US": (50, 10)}, (20, -5), "balance")
    for terms in rows.values():
        assert points_of(*terms, *rows["total"]) is None
        assert share_of_change(*terms, *rows["total"]) is None
    assert rows["rest"][0].value == -30
    assert rows["rest"][1].value == -15


def test_of_a_deficit_the_points_are_of_its_growth() -> None:
    rows = with_rest({"US": (-30, -10)}, (-150, -100), "balance")
    points = {part: points_of(*terms, *rows["total"]) for part, terms in rows.items()}
    assert {part: found and found.percent for part, found in points.items()} == {
        "US": 20,
        "rest": 30,
        "total": 50,
    }


def test_what_is_left_over_is_as_uncertain_as_all_terms_and_as_coarse_as_the_coarsest() -> None:
    total, part = figure(100, 10), figure(40, 4)
    assert part.money is not None
    rest = rest_of(total, [part._replace(money=part.money._replace(precision=1_000))])
    assert (rest.value, rest.uncertainty, rest.money and rest.money.precision) == (60, 14, 1_000)


def test_with_no_part_the_rest_is_the_total() -> None:
    rows = with_rest({}, (100, 80))
    points = points_of(*rows["rest"], *rows["total"])
    assert rows["rest"][0].value == 100
    assert points is not None
    assert points.percent == 25


def test_a_total_without_a_base_has_no_points() -> None:
    rows = with_rest({"US": (5, 0)}, (10, 0))
    assert points_of(*rows["US"], *rows["total"]) is None


def test_a_sum_keeps_flow_and_window_and_adds_what_is_uncertain() -> None:
    found = sum_of([figure(3, 2), figure(-5, 4)])
    assert (found.flow, found.window, found.value, found.uncertainty) == (
        "export",
        figure(3).window,
        -2,
        6,
    )


@pytest.mark.parametrize("flow", ["export", "balance"])
@given(
    parts=st.dictionaries(st.sampled_from("ABCDEFG"), st.tuples(BALANCES, BALANCES)),
    total=st.tuples(BALANCES, BALANCES),
)
def test_contributions_add_up_to_the_growth(flow: str, parts: dict[str, Terms], total: Terms) -> None:
    if flow == "export":
        parts = {name: (abs(now), abs(base)) for name, (now, base) in parts.items()}
        total = (abs(total[0]), abs(total[1]))
    rows = with_rest(dict(parts), total, flow)
    whole = rows.pop("total")
    assert sum(now.value or 0 for now, _ in rows.values()) == total[0]
    assert sum(base.value or 0 for _, base in rows.values()) == total[1]
    points = [points_of(*terms, *whole) for terms in rows.values()]
    growth = growth_of(*whole).percent
    assert [found is None for found in points] == [growth is None] * len(rows)
    if growth is not None:
        assert sum(found.percent for found in points if found) == growth
        for found, (now, base) in zip(points, rows.values(), strict=True):
            assert found is not None
            assert found.percent == Fraction(100 * ((now.value or 0) - (base.value or 0)), total[1])


@given(part=st.tuples(FLOWS, FLOWS), total=st.tuples(FLOWS, FLOWS))
def test_a_share_of_the_change_is_the_part_of_the_change(part: Terms, total: Terms) -> None:
    found = share_of_change(*figures(part), *figures(total))
    moved = total[0] - total[1]
    # Of half a percent or more of the base, in whole numbers.
    assert (found is None) == (total[1] == 0 or 200 * abs(moved) < total[1])
    if found is not None:
        assert found.percent == Fraction(100 * (part[0] - part[1]), moved)
