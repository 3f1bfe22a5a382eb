"""What a new vintage must keep to beside what is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.made_up import Row, frame, months
from tradecli.errors import InvalidData
from tradecli.plausibility import CELL, Comparison, compare

PARTNERS = ("WORLD", "US", "JP", "CN", "KR", "DE", "FR", "GB", "NL", "SG", "VN", "TH")
OLD, NEW = "2026-02-09", "2026-03-09"


def table(
    values: Callable[[str, int], int | None], vintage: str, first: str = "2025-01", count: int = 13
) -> list[Row]:
    """Exports to every partner, from the number of the month on."""
    return [
        line
        for partner in PARTNERS
        for line in months(
            "export", first, [values(partner, n) for n in range(count)], vintage=vintage, partner=partner
        )
    ]


def plain(partner: str, month: int) -> int:
    """A figure that moves a little."""
    return (PARTNERS.index(partner) + 1) * 1_000_000_000 + month * 7_000_000


def held(new: list[Row], old: list[Row], *, same: bool = True) -> Comparison:
    """Compare a new vintage with an old one, of the same file or of another."""
    known = frame(old)
    newest = known.sort("vintage").unique(CELL, keep="last", maintain_order=True)
    return compare(frame(new), newest, known if same else None, name="x.csv")


def test_the_same_again_brings_nothing() -> None:
    found = held(table(plain, NEW), table(plain, OLD))
    assert (found.added, found.revised, found.largest, found.notices) == (0, 0, None, ())
    assert found.withdrawn.is_empty()


def test_a_new_month_and_a_revision_are_counted() -> None:
    def revised(partner: str, month: int) -> int:
        return plain(partner, month) + (5_000_000 if (partner, month) == ("US", 3) else 0)

    found = held(table(revised, NEW, count=14), table(plain, OLD))
    assert (found.added, found.revised) == (len(PARTNERS), 1)
    assert found.largest is not None
    assert found.largest.partner == "US"
    assert found.largest.value_new - found.largest.value == 5_000_000


@pytest.mark.parametrize(
    ("factor", "words"),
    [(1000, "a thousand times"), (10**6 // 100, "times"), (-1000, "a thousandth"), (-(10**6), "a millionth")],
)
def test_another_unit_is_named(factor: int, words: str) -> None:
    def scaled(partner: str, month: int) -> int:
        return plain(partner, month) * factor if factor > 0 else plain(partner, month) // -factor

    with pytest.raises(InvalidData, match=words):
        held(table(scaled, NEW), table(plain, OLD))


@pytest.mark.parametrize("month", [0, 6, 12])
def test_another_unit_in_one_month(month: int) -> None:
    def scaled(partner: str, n: int) -> int:
        return plain(partner, n) // 1000 if n == month else plain(partner, n)

    with pytest.raises(InvalidData, match="a thousandth of what was known"):
        held(table(scaled, NEW), table(plain, OLD))


def test_another_unit_in_the_new_month() -> None:
    def scaled(partner: str, n: int) -> int:
        return plain(partner, n) // 1000 if n == 13 else plain(partner, n)

    with pytest.raises(InvalidData, match=r"exports of 2026-02: the unit has changed, .* the month before"):
        held(table(scaled, NEW, count=14), table(plain, OLD))


def test_two_columns_that_were_swapped() -> None:
    def swapped(partner: str, n: int) -> int:
        return plain({"US": "TH", "TH": "US"}.get(partner, partner), n)

    with pytest.raises(InvalidData, match="times what was known"):
        held(table(swapped, NEW), table(plain, OLD))


def test_one_large_figure_with_three_digits_too_many() -> None:
    def slipped(partner: str, n: int) -> int:
        return plain(partner, n) * (1000 if (partner, n) == ("JP", 4) else 1)

    with pytest.raises(InvalidData, match="exports TW-JP 2025-05: the unit has changed"):
        held(table(slipped, NEW), table(plain, OLD))


def test_a_strong_revision_of_one_figure_is_a_revision() -> None:
    def revised(partner: str, n: int) -> int:
        return plain(partner, n) * (8 if (partner, n) == ("JP", 4) else 5) // 5

    assert held(table(revised, NEW), table(plain, OLD)).revised == 1


def test_a_month_that_is_not_complete() -> None:
    def partial(partner: str, n: int) -> int | None:
        return None if n == 13 and PARTNERS.index(partner) % 2 else plain(partner, n)

    with pytest.raises(InvalidData, match="2026-02 have 6 partners, the month before 12"):
        held(table(partial, NEW, count=14), table(plain, OLD))


def test_the_newest_months_may_be_taken_back() -> None:
    found = held(table(plain, NEW, count=12), table(plain, OLD))
    assert found.withdrawn.height == len(PARTNERS)
    assert {str(month) for month in found.withdrawn["period"]} == {"2026-01-01"}
    assert {str(day) for day in found.withdrawn["vintage"]} == {NEW}
    assert found.notices == ("x.csv: the figures of 2026-01 were taken back",)


def test_a_file_that_has_lost_its_end_is_refused() -> None:
    with pytest.raises(InvalidData, match="3 months known before are gone, 2025-11 to 2026-01"):
        held(table(plain, NEW, count=10), table(plain, OLD))


def test_figures_lost_in_between_are_refused() -> None:
    def holes(partner: str, n: int) -> int | None:
        return None if n < 12 and (n + PARTNERS.index(partner)) % 5 == 0 else plain(partner, n)

    with pytest.raises(InvalidData, match="figures known before are gone"):
        held(table(holes, NEW), table(plain, OLD))


def test_the_first_file_of_a_source_is_held_against_itself() -> None:
    assert held(table(plain, NEW), [], same=False).added == 13 * len(PARTNERS)
