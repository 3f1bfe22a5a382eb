"""What a verdict may rest on when something of the day is missing: method.md, section 16."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.conftest import Ran
from tests.drawn import examples
from tests.made_up import Row, known, months, row
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.claims import claim, read
from tradecli.data import RELEASES
from tradecli.load import load
from tradecli.load_parts import some_partners
from tradecli.reports.available import Available
from tradecli.reports.check import judged
from tradecli.reports.check_statements import Line, sentence
from tradecli.reports.verdict import Verdict

AVAILABLE = Available(load, some_partners)
with duckdb.connect() as engine:
    STATED = engine.execute(
        "select release_date, period, measure, value from read_parquet(?) order by all", [str(RELEASES)]
    ).fetchall()


@cache
def released() -> pl.DataFrame:
    """What the ministry stated in its releases."""
    return pl.read_parquet(RELEASES)


def lines(text: str) -> list[Line]:
    return judged(read(text), AVAILABLE, released())


def line(text: str) -> Line:
    (found,) = lines(text)
    return found


def verdict(text: str) -> Verdict:
    return line(text).verdict


def words(text: str, lang: str = "en") -> str:
    return write(sentence(line(text)), Style(lang))


def of(rows: list[Row], text: str, **more: Any) -> Line:
    held = known(rows, **more)
    (found,) = judged(read(text), Available(lambda _: held), released().clear())
    return found


def told(found: Line) -> tuple[str, str]:
    return found.verdict.verdict, found.verdict.reason


# Growth on a base that the newest release may have revised.


def test_growth_on_a_base_that_is_not_held() -> None:
    # The ministry printed +14.9 % on 2026-01-09; 43.04 over the base of 2025-09-09, 37.51, is +14.75 %.
    text = "imports 2025-12: +14.9 % y/y @ 2026-01-09"
    assert told(line(text)) == ("unknown", "base_superseded")
    assert "the base of that day is not available; the nearest is +14.75 %" in words(text)
    assert "當日所用基期值無資料，最接近者為年增14.75%" in words(text, "zh")


def test_a_rate_that_no_base_gives_is_false() -> None:
    assert told(line("imports 2025-12: +19.9 % y/y @ 2026-01-09")) == ("false", "")


def revised(of_base: list[int]) -> list[Row]:
    """Exports revised by a hundredth at most, nine times, and a base of an older release."""
    rows = [
        *months("export", "2023-01", [1_000] * 9, vintage="2024-01-09"),
        *months("export", "2023-01", [990, *[1_000] * 7, 1_005], vintage="2024-02-09"),
    ]
    rows += [row("export", "month", "2024-01", value, "2024-02-09") for value in of_base]
    return [*rows, row("export", "month", "2025-01", 1_500, "2025-02-10")]


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("+50.0", "true"),
        # 1,500 over 990 (a hundredth less) is +51.5 %, over 1,005 +49.3 %: outside of both no base gives it.
        ("+51.5", "unknown"),
        ("+51.7", "false"),
        ("+49.3", "unknown"),
        ("+48.9", "false"),
    ],
)
def test_the_band_of_revisions_decides(rate: str, expected: str) -> None:
    found = of(revised([1_000]), f"exports to US 2025-01: {rate} % y/y @ 2025-02-10")
    assert found.verdict.verdict == expected


# Nothing is held of the day.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Gaps of a tenth where no revision was larger than a sixtieth; what is close is left open.
        ("exports 2022-11 ytd: 396.63 bn @ 2022-12-07", ("false", "beyond_revisions")),
        ("exports 2022-11 ytd: 443.5 bn @ 2022-12-07", ("unknown", "not_held")),
        ("balance with US 2022-11: 4.43 million @ 2022-12-07", ("false", "beyond_revisions")),
        # A month that had not come: nobody could know.
        ("exports 2022-11: 1 bn @ 2020-01-01", ("unknown", "not_held")),
    ],
)
def test_today_refutes_what_is_far_off(text: str, expected: tuple[str, str]) -> None:
    assert told(line(text)) == expected
    if expected[0] == "false":
        assert "5 times all revisions" in words(text)
        assert "逾歷來修正幅度的5倍" in words(text, "zh")


def test_without_revisions_nothing_is_refuted() -> None:
    rows = months("export", "2024-01", [9, 9, 9], vintage="2026-01-09")
    found = of(rows, "exports to US 2024-02: 900 dollar @ 2025-01-01")
    assert told(found) == ("unknown", "not_held")


# Claims without a day, and records passed since.


def test_a_claim_without_a_day_of_the_first_published_figure() -> None:
    text = "exports 2025-11: 64.05 bn"
    assert told(line(text)) == ("true_when_published", "revised")
    assert verdict(text).first == date(2025, 12, 9)
    assert "64.05 as first published on 2025-12-09, revised since to 64.04" in words(text)
    assert "2025-12-09首次發布值640.5億美元" in words(text, "zh")


def test_an_old_record_passed_since() -> None:
    for text in ("exports 2021-08: record @ 2021-09-13", "exports 2021-08: record"):
        assert told(line(text)) == ("unknown", "not_held")
        assert "a record up to then by today's figures; passed since by September 2021 (39.63)" in words(text)
        assert "其後已為2021年9月" in words(text, "zh")


def test_no_record_up_to_then_is_false() -> None:
    # By the figures of today exports of February 2021 were below those of January.
    assert verdict("exports 2021-02: record").verdict == "false"


@pytest.mark.parametrize("gap", [True, False])
def test_a_record_over_a_gap_cannot_be_told(gap: bool) -> None:
    values: list[int | None] = [*range(1, 31)]
    if gap:
        values[20] = None
    found = of(months("export", "2023-01", values), "exports to US 2025-06: record @ 2026-01-09")
    assert told(found) == (("unknown", "gaps") if gap else ("true", ""))
    if gap:
        assert "1 earlier figure not available may be larger" in write(sentence(found), Style())


def test_a_gap_does_not_save_a_place_that_is_taken() -> None:
    values: list[int | None] = [*range(2, 31), 1]
    values[20] = None
    found = of(months("export", "2023-01", values), "exports to US 2025-06: rank 2 @ 2026-01-09")
    assert told(found) == ("false", "")


# Periods that are not alike.


@pytest.mark.parametrize(
    "text",
    [
        "balance with US 2025-11 ytd: doubled from 2024 @ 2026-01-09",
        "balance with US 2025-11 ytd: 55.3 times 2024-01",
    ],
)
def test_unlike_periods_are_never_plain_true(text: str) -> None:
    assert told(line(text)) == ("true_of_unlike_periods", "unequal_periods")
    assert "like with like, 2.24 times" in words(text)
    assert "期間不等" in words(text, "zh")


def test_periods_of_one_length_are_alike() -> None:
    assert verdict("exports 2025: 1.35 times 2024").verdict == "true"


# Surpluses and deficits.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deficit with KR 2026-08 ytd: 42.21 bn, +78.9 % y/y, rank 1", ["true"] * 3),
        ("balance with KR 2026-08 ytd: -42.21 bn, +78.9 % y/y, rank 1", ["true"] * 3),
        ("surplus with KR 2026-08 ytd: record", ["false"]),
        ("surplus with VN 2026-08 ytd: rank 1", ["false"]),
        ("deficit with US 2025-11: more than doubled", ["false"]),
    ],
)
def test_sides(text: str, expected: list[str]) -> None:
    found = lines(text)
    assert [one.verdict.verdict for one in found] == expected
    for one in found:
        if one.verdict.verdict == "false":
            assert one.verdict.reason == "sign"
            assert [[mistake.kind for mistake in each.mistakes] for each in one.explained] == [["sign"]]


SIZES = ("+{rate} % y/y", "{times} times", "more than doubled", "doubled", "rank {rank}", "record", "rank 2")


@pytest.mark.slow
@examples(20, 60)
@given(st.lists(st.integers(-60, 60), min_size=37, max_size=37), st.sampled_from(SIZES), st.integers(-9, 60))
def test_a_balance_and_its_side_get_the_same_verdict(values: list[int], said: str, salt: int) -> None:
    rows = [
        *months("export", "2023-01", [value + 100 for value in values]),
        *months("import", "2023-01", [100] * 37),
    ]
    value, base = values[36], values[24]
    assume(value)
    rate = Fraction(100 * abs(value), abs(base) or 1) - 100 + salt % 3
    text = said.format(
        rate=f"{float(rate):.1f}", times=f"{float(rate / 100 + 1):.2f}", rank=1 + salt % 4
    ).replace("+-", "-")
    assume(not text.startswith("-") or "y/y" in text)
    found = {
        name: of(rows, f"{name} with US 2026-01: {text}").verdict
        for name in ("balance", "surplus", "deficit")
    }
    mine, other = ("surplus", "deficit") if value > 0 else ("deficit", "surplus")
    assert (found[mine].verdict, found[mine].reason) == (found["balance"].verdict, found["balance"].reason)
    assert (found[other].verdict, found[other].reason) == ("false", "sign")


@pytest.mark.slow
@examples(15, 40)
@given(st.lists(st.integers(-60, 60), min_size=14, max_size=14), st.integers(-70, 70))
def test_levels_and_streaks_carry_the_sign(values: list[int], claimed: int) -> None:
    rows = [
        *months("export", "2023-01", [value + 100 for value in values]),
        *months("import", "2023-01", [100] * 14),
    ]
    for what in (f"{claimed} dollar", f"streak {claimed}"):
        balance, surplus = (
            of(rows, f"{name} with US 2024-02: {what}").verdict for name in ("balance", "surplus")
        )
        deficit = of(rows, f"deficit with US 2024-02: {what.replace(str(claimed), str(-claimed))}").verdict
        assert balance.verdict == surplus.verdict == deficit.verdict


# What the ministry states is never false.


def table(measure: str, period: date, day: date, value: str) -> dict[str, Any]:
    flow = next(name for name in ("export", "import", "balance") if name in measure)
    goods = next(
        (
            code
            for name, code in (("ICT", "ICT_AV"), ("electronic", "ELECTRONIC_COMPONENTS"))
            if name in measure
        ),
        "TOTAL",
    )
    span = "year_to_date" if "year to date" in measure else "quarter" if "quarter" in measure else "month"
    said = "streak" if "consecutive" in measure else "share" if "share" in measure else "yoy"
    return {
        "flow": flow,
        "partner": "US" if "US" in measure else "WORLD",
        "commodity": goods,
        "period": f"{period:%Y-%m}" if span != "quarter" else f"{period.year}-Q{period.month // 3}",
        "span": span,
        "mom" if "m/m" in measure else said: value,
        "made": day.isoformat(),
    }


@pytest.mark.parametrize("stated", STATED, ids=lambda one: f"{one[0]} {one[2]}")
def test_what_the_ministry_stated_is_never_called_false(stated: tuple[date, date, str, str]) -> None:
    day, period, measure, value = stated
    # Judged by the figures alone: that the release said so is left out.
    (found,) = judged([claim(table(measure, period, day, value))], AVAILABLE, released().clear())
    assert found.verdict.verdict != "false", write(sentence(found), Style())


# Places among figures that may have been revised.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of twelve months to December 2025 a surplus of 150.12 is published, exports and imports are not.
        ("deficit with US 2025-12 12m: rank 3 @ 2026-06-17", ("false", "sign")),
        # November 2025 was known on that day, and is far above October.
        ("surplus with US 2025-10: rank 1 @ 2026-10-07", ("false", "")),
    ],
)
def test_places_that_no_revision_gives(text: str, expected: tuple[str, str]) -> None:
    assert told(line(text)) == expected


@pytest.mark.parametrize(
    ("last", "said", "expected"),
    [
        # Revisions reach from -1 % to +0.5 %: 200,000 may have become 198,000 to 201,000.
        (200_800, "rank 2", "unknown"),
        (201_600, "rank 2", "false"),
        (199_200, "record", "unknown"),
        (196_000, "record", "false"),
    ],
)
def test_places_beside_a_figure_that_may_have_been_revised(last: int, said: str, expected: str) -> None:
    rows = [
        *months("export", "2023-01", [100_000] * 9, vintage="2024-01-09"),
        *months("export", "2023-01", [99_000, *[100_000] * 7, 100_500], vintage="2024-02-09"),
        *months("export", "2023-10", [80_000] * 14, vintage="2024-12-09"),
        row("export", "month", "2024-12", 200_000, "2025-01-09"),
        row("export", "month", "2025-01", last, "2025-02-10"),
    ]
    found = of(rows, f"exports to US 2025-01: {said} @ 2025-02-10")
    assert found.verdict.verdict == expected


# Explanations.


def test_an_explanation_never_uses_a_later_vintage() -> None:
    # 64.04 is the figure of 2026-10-08: on the day nobody knew it.
    found = line("exports 2025-11: 64.040 bn @ 2025-12-09")
    assert found.verdict.verdict != "true"
    assert all(one.kind != "vintage" for each in found.explained for one in each.mistakes)


@pytest.mark.parametrize(
    "text",
    [
        # True of January and February with 億 and billion exchanged, as it would be of much else: 800 tells
        # one digit.
        "exports 2025: 800 bn",
        # Of some of two dozen partners any place, word or round number is true.
        "exports 2025-Q3: rank 9",
        "exports 2025-12 12m: nearly doubled",
        "exports to US 2024-02: 9 bn @ 2025-01-01",
    ],
)
def test_what_fits_by_chance_is_not_told(text: str) -> None:
    found = line(text)
    assert (found.verdict.verdict, found.explained) == ("false", ())
    assert found.tried > 20
    assert f"No single change makes it true ({found.tried} alternatives tried)" in words(text)
    assert f"共試{found.tried}種更動" in words(text, "zh")


def test_the_number_tried_is_told_beside_what_fits() -> None:
    found = line("exports 2025-11: 640.5 bn")
    assert found.explained
    assert f"({found.tried} alternatives tried)" in words("exports 2025-11: 640.5 bn")


# Exit codes, and claims that cannot be read.


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        (["exports 2025-11: 64.04 bn"], 0),
        (["exports 2025-11: 64.04 bn", "exports rose"], 0),
        (["exports to US 1999-01: 1 bn"], 3),
        (["exports to US 1999-01: 1 bn", "exports 2025-11: 57.7777 bn", "exports rose"], 1),
        (["exports rose: a lot"], 2),
        (["exports to Atlantis 2025-11: 1 bn"], 3),
    ],
)
def test_exit_codes(trade: Callable[..., Ran], claims: list[str], code: int) -> None:
    assert trade("check", *(text if ":" in text else f"{text}: much" for text in claims)).code == code


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_one_unreadable_claim_does_not_reject_the_others(trade: Callable[..., Ran], lang: str) -> None:
    claims = ("exports 2025-11: 64.04 bn", "exports rose: a lot", "imports 2025-11: 64.04 bn")
    ran = trade("check", *claims, "--lang", lang)
    assert [(row["claim"], row["verdict"], row["reason"]) for row in ran.rows] == [
        ("1", "true", ""),
        ("2", "unknown", "unreadable"),
        ("3", "false", ""),
    ]
    says = {"en": "is not a claim", "zh": "不是可查核的敘述"}[lang]
    assert says in ran.rows[1]["explanation"]
