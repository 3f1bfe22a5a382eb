"""What a new vintage must keep to beside what is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.made_up import Row, frame, months
from tradecli.errors import InvalidData
from tradecli.plausibility import Comparison, compare
from tradecli.schema import CELL

PARTNERS = ("WORLD", "US", "JP", "CN", "KR", "DE", "FR", "GB", "NL", "SG", "VN", "TH")
#: In billions: the world above all of them together.
LEVELS = {"WORLD": 90, **{partner: number for number, partner in enumerate(PARTNERS[1:], start=2)}}
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
    return LEVELS[partner] * 1_000_000_000 + month * 7_000_000


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


def one(partner: str, values: list[int], vintage: str, first: str = "2025-01") -> list[Row]:
    """Exports to one partner in a file of its own."""
    return months("export", first, values, vintage=vintage, partner=partner)


@pytest.mark.parametrize("unit", [1000, 10**6])
@pytest.mark.parametrize("count", [1, 2])
def test_another_unit_of_a_month_in_a_file_of_its_own(unit: int, count: int) -> None:
    # January and February 2026 alone; what was known before stands in another file.
    new = one("US", [5_000_000_000 // unit] * count, NEW, "2026-02")
    words = {1000: "a thousandth", 10**6: "a millionth"}[unit]
    with pytest.raises(InvalidData, match=rf"TW-US 2026-02: the unit has changed, they are {words} of"):
        held(new, one("US", [5_000_000_000] * 13, OLD), same=False)


def test_a_month_after_a_gap_is_compared_with_the_last_one_known() -> None:
    with pytest.raises(InvalidData, match="a thousand times the month before"):
        held(one("US", [5_000_000_000_000], NEW, "2026-01"), one("US", [5_000_000_000] * 6, OLD), same=False)
    assert held(
        one("US", [9_000_000_000], NEW, "2026-01"), one("US", [5_000_000_000] * 6, OLD), same=False
    ).added


def test_a_whole_history_in_thousands_on_an_empty_store() -> None:
    with pytest.raises(InvalidData, match=r"TW-WORLD 2025-01: 50,000,000; expected billions"):
        held(one("WORLD", [50_000_000] * 13, NEW), [], same=False)
    assert held(one("WORLD", [50_000_000_000] * 13, NEW), [], same=False).added == 13


def test_the_world_below_a_partner() -> None:
    new = [
        *one("WORLD", [50_000_000_000] * 3, NEW),
        *one("US", [5_000_000_000, 5_000_000_000, 51_500_000_000], NEW),
    ]
    with pytest.raises(InvalidData, match=r"TW-US 2025-03: 51,500,000,000, more than with the world, 50,000"):
        held(new, [], same=False)
    # Within two per cent, as estimates of different days are, it stands.
    assert held([*new[:-1], *one("US", [50_900_000_000], NEW, "2025-03")], [], same=False).added == 6


def test_a_new_month_that_is_a_copy_of_the_one_before() -> None:
    def copied(partner: str, n: int) -> int:
        return plain(partner, min(n, 12))

    with pytest.raises(InvalidData, match="exports of 2026-02: they are a copy of the month before"):
        held(table(copied, NEW, count=14), table(plain, OLD))


def steady(partner: str, month: int) -> int:
    """Four years of figures, each its own."""
    return (LEVELS[partner] + 30) * 1_000_000_000 + month * month * 7_000_000


def rewritten(values: Callable[[str, int], int | None], *, force: bool = False) -> Comparison:
    old = frame(table(steady, OLD, "2022-01", 49))
    return compare(frame(table(values, NEW, "2022-01", 49)), old, old, name="x.csv", history=old, force=force)


@pytest.mark.parametrize(("percent", "moved"), [(90, "10.0%"), (190, "90.0%"), (93, "7.0%")])
def test_closed_months_that_all_move_are_refused_or_with_force_noted(percent: int, moved: str) -> None:
    def scaled(partner: str, n: int) -> int:
        return steady(partner, n) * percent // 100

    # 25 months up to January 2024 of 12 partners are closed in January 2026.
    words = rf"the figures of 300 closed months and partners moved by {moved} where 2\.0% is usual"
    with pytest.raises(InvalidData, match=words):
        rewritten(scaled)
    assert [note.partition(": ")[2] for note in rewritten(scaled, force=True).notices] == [
        f"the figures of 300 closed months and partners moved by {moved} where 2.0% is usual"
    ]


def test_closed_months_that_move_a_little_more_than_usual_are_noted() -> None:
    found = rewritten(lambda partner, n: steady(partner, n) * 97 // 100)
    assert found.notices == (
        "x.csv: the figures of 300 closed months and partners moved by 3.0% where 2.0% is usual",
    )
    assert rewritten(lambda partner, n: steady(partner, n) * 99 // 100).notices == ()


@pytest.mark.parametrize(("step", "words"), [(-1, "before"), (1, "after")])
def test_months_shifted_by_one_are_refused(step: int, words: str) -> None:
    with pytest.raises(InvalidData, match=f"figures are those known of the month {words}"):
        rewritten(lambda partner, n: steady(partner, n + step))


def test_two_columns_exchanged_are_refused_by_name() -> None:
    def exchanged(partner: str, n: int) -> int:
        return steady({"US": "JP", "JP": "US"}.get(partner, partner), n)

    with pytest.raises(
        InvalidData, match="exports of TOTAL, TW-JP, are those known as exports of TOTAL, TW-US,"
    ):
        rewritten(exchanged)


def test_the_usual_revision_is_that_of_the_publisher() -> None:
    # A publisher who changes every figure by 0.1 % each time: 1.8 % is 3.6 times the least band of 0.5 %.
    old = frame(table(steady, OLD, "2022-01", 49))
    first = frame(table(lambda partner, n: steady(partner, n) * 1000 // 1001, "2026-01-09", "2022-01", 48))
    new = frame(table(lambda partner, n: steady(partner, n) * 982 // 1000, NEW, "2022-01", 49))
    with pytest.raises(InvalidData, match=r"moved by 1\.8% where 0\.5% is usual"):
        compare(new, old, old, name="x.csv", history=first.vstack(old))
