"""Where each limit of the comparison of vintages lies: what is on it is taken, a step beyond is refused."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.made_up import Row, frame, months
from tests.test_plausibility import NEW, OLD, held, one
from tradecli.errors import InvalidData
from tradecli.facts.places import places
from tradecli.plausibility import Comparison, compare

BILLION, MILLION = 10**9, 10**6
#: What is small may move by any factor; alone it may among many up to a hundred times as much.
LARGE, ALONE = 10 * MILLION, 1000 * MILLION
#: As many partners of one figure each as are wanted.
CODES = [code for code in places() if len(code) == 2]


def steady(*partners: str, value: int = 5 * BILLION, count: int = 12, vintage: str = NEW) -> list[Row]:
    """Partners whose figures never change: what is usual."""
    return [line for partner in partners for line in one(partner, [value] * count, vintage)]


def moved(old: list[int], new: list[int], *others: str) -> Comparison:
    """The figures of Japan from one vintage to the next, beside others that stay."""
    return held(
        [*steady(*others), *one("JP", new, NEW)], [*steady(*others, vintage=OLD), *one("JP", old, OLD)]
    )


# Revisions are counted from one unit of the coarser precision on.


@pytest.mark.parametrize(("by", "revised"), [(-10, 1), (10, 1), (9, 0), (-9, 0)])
def test_a_revision_is_of_one_unit_at_least(by: int, revised: int) -> None:
    old = months("export", "2025-01", [2 * BILLION] * 2, vintage=OLD, precision=10)
    new = months("export", "2025-01", [2 * BILLION, 2 * BILLION + by], vintage=NEW)
    assert held(new, old).revised == revised


def test_the_largest_revision_is_told() -> None:
    found = moved([BILLION, 4 * BILLION, 2 * BILLION], [BILLION + 900, 4 * BILLION + 7, 2 * BILLION - 30])
    assert found.revised == 3
    assert found.largest is not None
    assert (found.largest.value, found.largest.value_new) == (BILLION, BILLION + 900)


# Levels of figures known twice.


@pytest.mark.parametrize(("old", "new"), [(0, 5 * BILLION), (5 * BILLION, 0)])
def test_nothing_has_no_ratio(old: int, new: int) -> None:
    assert moved([old], [new], "US", "KR").revised == 1


@pytest.mark.parametrize(("old", "new"), [(1, 5 * BILLION), (5 * BILLION, 1)])
def test_one_dollar_has(old: int, new: int) -> None:
    with pytest.raises(InvalidData, match=r"exports TW-JP 2025-01: .* what was known"):
        moved([old], [new], "US", "KR")


def test_few_figures_are_judged_together() -> None:
    with pytest.raises(InvalidData, match=r"x.csv: all figures: they are 3 times what was known"):
        moved([BILLION] * 3, [3 * BILLION] * 3)


@pytest.mark.parametrize(("count", "refused"), [(4, False), (5, True)])
def test_five_figures_of_a_series_tell(count: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match=r"JP .* they are 3 times what was known"):
            moved([BILLION] * count, [3 * BILLION] * count, "US", "KR")
    else:
        assert moved([BILLION] * count, [3 * BILLION] * count, "US", "KR").revised == count


@pytest.mark.parametrize(("value", "refused"), [(LARGE - 1, False), (LARGE, True)])
def test_small_series_may_move_by_any_factor(value: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match="all figures: they are 3 times what was known"):
            moved([value] * 5, [3 * value] * 5)
    else:
        assert moved([value] * 5, [3 * value] * 5).revised == 5


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        (ALONE // 400, ALONE, True),
        (ALONE // 400, ALONE - 1, False),
        (ALONE, ALONE // 400, True),
        (ALONE - 1, ALONE // 400, False),
        # A factor of three hundred is still no slip.
        (10 * MILLION, 3000 * MILLION, False),
        (10 * MILLION, 3001 * MILLION, True),
        (3000 * MILLION, 10 * MILLION, False),
        (3001 * MILLION, 10 * MILLION, True),
    ],
)
def test_a_single_figure(old: int, new: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match=r"exports TW-JP 2025-01: .* what was known"):
            moved([old], [new], "US", "KR")
    else:
        assert moved([old], [new], "US", "KR").revised == 1


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (499, "they are 499 times"),
        (500, "they are a thousand times"),
        (2000, "they are a thousand times"),
        (2001, "they are 2e"),
        (500_000, "they are a million times"),
    ],
)
def test_a_factor_near_a_thousand_is_a_unit(factor: int, words: str) -> None:
    with pytest.raises(InvalidData) as error:
        moved([BILLION] * 5, [factor * BILLION] * 5)
    assert words in str(error.value)


def test_another_unit_is_named_in_one_piece() -> None:
    with pytest.raises(InvalidData) as error:
        moved([BILLION] * 5, [MILLION] * 5)
    assert str(error.value) == (
        "x.csv: all figures: the unit has changed, they are a thousandth of what was known"
    )


# Floors and the world.


@pytest.mark.parametrize(("value", "refused"), [(BILLION - 1, True), (BILLION, False)])
def test_a_large_economy_has_a_billion_a_month(value: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match="999,999,999; expected billions"):
            held(one("WORLD", [value], NEW), [], same=False)
    else:
        assert held(one("WORLD", [value], NEW), [], same=False).added == 1


def test_of_two_figures_too_low_the_first_is_named() -> None:
    with pytest.raises(InvalidData, match=r"2025-01: 5,000; expected"):
        held(one("WORLD", [5_000, 6_000], NEW), [], same=False)


@pytest.mark.parametrize(
    ("partner", "refused"), [(51 * BILLION, False), (51 * BILLION + 1, False), (51 * BILLION + 2, True)]
)
def test_a_partner_may_exceed_the_world_by_two_percent_and_a_unit(partner: int, refused: bool) -> None:
    new = [*one("WORLD", [50 * BILLION], NEW), *one("US", [partner], NEW)]
    if refused:
        with pytest.raises(InvalidData, match="more than with the world"):
            held(new, [], same=False)
    else:
        assert held(new, [], same=False).added == 2


@pytest.mark.parametrize(("value", "refused"), [(LARGE, True), (LARGE - 1, False)])
def test_small_partners_are_not_held_against_the_world(value: int, refused: bool) -> None:
    # The economy is none of the large ones, and its world is smaller than one partner.
    new = months("export", "2025-01", [9 * MILLION], vintage=NEW, reporter="FJ", partner="WORLD")
    new += months("export", "2025-01", [value], vintage=NEW, reporter="FJ", partner="US")
    if refused:
        with pytest.raises(InvalidData, match="exports FJ-US 2025-01"):
            held(new, [], same=False)
    else:
        assert held(new, [], same=False).added == 2


def test_the_newest_world_counts() -> None:
    old = one("WORLD", [50 * BILLION], OLD)
    new = [*one("WORLD", [60 * BILLION], NEW), *one("US", [55 * BILLION], NEW)]
    assert held(new, old).revised == 1


# New months beside the one known before.


@pytest.mark.parametrize("known", [[BILLION, 400 * BILLION], [BILLION, 400 * BILLION, 410 * BILLION]])
def test_a_jump_that_was_known_is_not_asked_about_again(known: list[int]) -> None:
    old = [*one("JP", known, OLD), *months_of_year("2025-12", 5 * BILLION)]
    assert held(one("JP", known, NEW), old, same=False).revised == 0


def months_of_year(period: str, value: int) -> list[Row]:
    """A year to date, which is no month."""
    return [line | {"span": "year_to_date"} for line in months("export", period, [value], vintage=OLD)]


def test_a_year_to_date_does_not_make_a_month_known() -> None:
    old = [*one("JP", [5 * BILLION], OLD), *months_of_year("2025-12", 60 * BILLION)]
    with pytest.raises(InvalidData, match=r"TW-JP 2025-02: .* the month before"):
        held(one("JP", [5 * MILLION], NEW, "2025-02"), old, same=False)


def test_a_month_without_trade_is_passed_over() -> None:
    assert held(one("JP", [5 * BILLION, 0, 6 * BILLION], NEW), [], same=False).added == 3
    with pytest.raises(InvalidData, match="TW-JP 2025-02"):
        held(one("JP", [5 * BILLION, 1, 6 * BILLION], NEW), [], same=False)


@pytest.mark.parametrize(("month", "refused"), [("2026-01", True), ("2026-02", False)])
def test_a_month_is_compared_with_one_a_year_before_at_most(month: str, refused: bool) -> None:
    old, new = one("JP", [5 * BILLION], OLD), one("JP", [5 * MILLION], NEW, month)
    if refused:
        with pytest.raises(InvalidData, match=f"TW-JP {month}"):
            held(new, old, same=False)
    else:
        assert held(new, old, same=False).added == 1


def next_month(factors: list[tuple[int, int]], value: int = BILLION) -> Comparison:
    """The month after one known; the figure of each partner is so many times, and so many parts of it."""
    codes = CODES[: len(factors)]
    old = [line for code in codes for line in one(code, [value], OLD)]
    new = [
        line
        for code, (times, parts) in zip(codes, factors, strict=True)
        for line in one(code, [value * times // parts], NEW, "2025-02")
    ]
    return held(new, old, same=False)


@pytest.mark.parametrize(("count", "refused"), [(4, False), (5, True)])
def test_five_partners_tell_of_a_month(count: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match="exports of 2025-02: they are 3 times the month before"):
            next_month([(3, 1)] * count)
    else:
        assert next_month([(3, 1)] * count).added == count


@pytest.mark.parametrize(("same", "refused"), [(9, False), (10, True)])
def test_a_copy_is_one_of_more_than_nine_in_ten(same: int, refused: bool) -> None:
    factors = [(1, 1)] * same + [(11, 10)] * (10 - same)
    if refused:
        with pytest.raises(InvalidData, match="they are a copy of the month before"):
            next_month(factors)
    else:
        assert next_month(factors).added == 10


def test_a_month_in_which_most_stay_is_told_by_its_jump() -> None:
    # Nine of ten are as before: no copy, and the one that fell to a 400th is named by itself.
    with pytest.raises(InvalidData, match=rf"TW-{CODES[9]} 2025-02: they are 0\.0025 times the month before"):
        next_month([(1, 1)] * 9 + [(1, 400)])


@pytest.mark.parametrize(("value", "refused"), [(LARGE, True), (LARGE - 1, False)])
def test_small_figures_may_stay(value: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match="a copy"):
            next_month([(1, 1)] * 6, value)
    else:
        assert next_month([(1, 1)] * 6, value).added == 6


@pytest.mark.parametrize(
    ("partners", "old", "new", "refused"),
    [
        # Among four others a figure is judged as one of many: from a billion on.
        (4, ALONE, ALONE // 400, True),
        (4, ALONE - 1, ALONE // 400, False),
        (4, ALONE // 400, ALONE, True),
        (4, ALONE // 400, ALONE - 1, False),
        # Among fewer from ten million on.
        (3, LARGE, LARGE // 400, True),
        (3, LARGE - 1, LARGE // 400, False),
        (3, LARGE // 400, LARGE, True),
        (3, LARGE // 400, LARGE - 1, False),
        # A factor of three hundred is still no slip.
        (4, 10 * MILLION, 3000 * MILLION, False),
        (4, 10 * MILLION, 3001 * MILLION, True),
        (4, 3000 * MILLION, 10 * MILLION, False),
        (4, 3001 * MILLION, 10 * MILLION, True),
        (0, 3000 * MILLION, 10 * MILLION, False),
        (0, 3001 * MILLION, 10 * MILLION, True),
    ],
)
def test_a_single_figure_of_a_new_month(partners: int, old: int, new: int, refused: bool) -> None:
    others = [code for code in CODES if code != "JP"][:partners]
    known = [line for code in others for line in one(code, [BILLION], OLD)]
    coming = [line for code in others for line in one(code, [BILLION + MILLION], NEW, "2025-02")]
    known, coming = [*known, *one("JP", [old], OLD)], [*coming, *one("JP", [new], NEW, "2025-02")]
    if refused:
        with pytest.raises(InvalidData, match=r"TW-JP 2025-02: .* the month before"):
            held(coming, known, same=False)
    else:
        assert held(coming, known, same=False).added == partners + 1


# Whole months.


def partners_of(before: int, newest: int, reporters: tuple[str, ...] = ("TW",)) -> Comparison:
    """Two months with so many partners each."""
    rows = chain.from_iterable(
        months(
            flow,
            period,
            [BILLION + MILLION * number],
            vintage=NEW,
            partner=code,
            reporter=reporter,
        )
        for reporter in reporters
        for flow in ("export", "import")
        for number, (period, count) in enumerate((("2025-01", before), ("2025-02", newest)))
        for code in [one for one in CODES if one != reporter][:count]
    )
    return held(list(rows), [], same=False)


@pytest.mark.parametrize(
    ("before", "newest", "refused"),
    [(12, 6, True), (10, 5, True), (9, 5, False), (10, 6, False), (42, 25, True), (10, 9, False)],
)
def test_a_newest_month_needs_six_of_ten_partners(before: int, newest: int, refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidData, match=f"have {newest} partners, the month before {before};"):
            partners_of(before, newest)
        return
    told = [f"{flow}s of TW in 2025-02 have 6 partners" for flow in ("export", "import")]
    found = [note.partition(": ")[2].partition(",")[0] for note in partners_of(before, newest).notices]
    # Below nine of ten it is told.
    assert found == (told if (before, newest) == (10, 6) else [])


def test_months_that_lack_partners_are_told_in_order() -> None:
    reporters = ("CZ", "EE", "FI", "GR", "HU", "LT", "LV", "PL", "RO", "SK")
    notes = partners_of(11, 9, reporters).notices
    assert [note.split()[1:4] for note in notes] == [
        [flow, "of", reporter] for reporter in reporters for flow in ("exports", "imports")
    ]


# What was taken back.


def test_without_a_vintage_before_nothing_is_taken_back() -> None:
    assert held(steady("US", "JP"), [], same=False).withdrawn.is_empty()
    empty = frame([])
    assert compare(frame(steady("US")), empty, empty, name="x.csv").withdrawn.is_empty()


def test_two_months_may_be_taken_back_and_three_may_not() -> None:
    old = steady("US", "JP", vintage=OLD)
    assert held(steady("US", "JP", count=10), old).withdrawn.height == 4
    with pytest.raises(InvalidData, match="3 months known before are gone, 2025-10 to 2025-12"):
        held(steady("US", "JP", count=9), old)


@pytest.mark.parametrize(("lost", "refused"), [(2, False), (3, True)])
def test_one_figure_in_ten_may_be_lost_in_between(lost: int, refused: bool) -> None:
    old = steady("US", "JP", count=10, vintage=OLD)
    new = [
        line
        for line in steady("US", "JP", count=10)
        if line["period"].month > lost or line["partner"] == "US"
    ]
    if refused:
        with pytest.raises(InvalidData, match="3 of 20 figures known before are gone"):
            held(new, old)
    else:
        assert held(new, old).withdrawn.is_empty()
