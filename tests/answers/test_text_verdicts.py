"""How far a reading carries a verdict: method.md, section 17. Figures as the ministry published them."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import examples
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.claims import Claim, from_line
from tradecli.data import RELEASES
from tradecli.load import load
from tradecli.load_parts import some_partners
from tradecli.model.figure import Window
from tradecli.reading.model import Flow, Named, Reading, Slots, Span
from tradecli.reports.available import Available
from tradecli.reports.evidence import Weighed, weigh
from tradecli.reports.stated import release_name
from tradecli.reports.verdict import Bench

BENCH = Bench(Available(load, some_partners), pl.read_parquet(RELEASES).clear())
SURE = Slots("explicit", "explicit", "explicit", "explicit", "explicit")
NOV = Window("month", date(2025, 11, 1))


def reading(text: str, slots: Slots = SURE, *named: Named, certain: bool = True) -> Reading:
    return Reading(Span(50, 60), text, 1, "claim", from_line(text), slots, named, certain)


def weighed(text: str, slots: Slots = SURE, *named: Named, certain: bool = True) -> Weighed:
    (found,) = weigh([reading(text, slots, *named, certain=certain)], BENCH)
    return found


def told(found: Weighed) -> tuple[str, str]:
    return found.outcome, found.reason


def near_by(slot: str, value: Flow | Window | str, end: int = 20) -> Named:
    return Named(Span(end - 5, end), slot, value)  # type: ignore[arg-type]


# Exports of November 2025 were 64.05 billion as first published, imports 47.97, those to the US 24.42.


def test_true_as_it_was_read() -> None:
    found = weighed("exports 2025-11: 64.05 bn @ 2025-12-09")
    assert told(found) == ("true_when_published", "revised")
    assert found.verdict is not None
    assert found.verdict.then.value == 64_050_000_000
    assert found.instead == ()


def test_false_where_all_is_sure() -> None:
    assert told(weighed("exports 2025-11: 71.95 bn @ 2025-12-09")) == ("false", "")
    usual = Slots("explicit", "default", "default", "focus", "default")
    assert told(weighed("exports 2025-11: 71.95 bn @ 2025-12-09", usual)) == ("false", "")


@pytest.mark.parametrize(
    ("text", "slots", "certain", "reason"),
    [
        ("exports 2025-11: 71.95 bn", SURE._replace(flow="carried"), True, "unsure"),
        ("exports 2025-11: 71.95 bn", SURE._replace(partner="carried"), True, "unsure"),
        ("exports 2025-11: 71.95 bn", SURE._replace(period="default"), True, "unsure"),
        ("exports 2025-11: 71.95 bn", SURE, False, "unsure"),
        ("exports 2025-11: about 71.95 bn", SURE, True, "softened"),
        ("exports 2025-11: 70 bn", SURE, True, "softened"),
        # A seventh of the figure is hardly of it; a tenth is a misprinted unit.
        ("exports 2025-11: 9.15 bn", SURE, True, "far_off"),
        # Off by less than such figures are revised.
        ("exports 2025-11: 64.35 bn", SURE, True, "within_revisions"),
        # A share tells not of what.
        ("exports to US 2025-11: share 41.7 %", SURE, True, "unsure"),
    ],
)
def test_what_is_never_called_false(text: str, slots: Slots, certain: bool, reason: str) -> None:
    assert told(weighed(f"{text} @ 2025-12-09", slots, certain=certain)) == ("cannot_tell", reason)


def test_a_misprinted_unit_is_false() -> None:
    assert told(weighed("exports 2025-11: 6.405 bn @ 2025-12-09")) == ("false", "")


def test_of_another_flow() -> None:
    found = weighed("exports 2025-11: 47.97 bn @ 2025-12-09")
    assert told(found) == ("cannot_tell", "true_of_other")
    assert found.instead[0].slots == ("flow",)
    assert write(found.instead[0].words, Style("en")) == "of imports"
    assert write(found.instead[0].words, Style("zh")) == "改為進口"


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        # 24.42 in the month; January to November 176.03 as first published; to all 64.05.
        ("exports to US 2025-11: 64.05 bn", "partner", "with the world"),
        ("exports 2025-11 ytd: 64.05 bn", "period", "of November 2025"),
        # Growth on the month before was 3.6 %; in October exports rose 49.7 % on a year earlier.
        ("exports 2025-11: +3.6 % y/y", "measure", "on the month before"),
        ("exports 2025-10: -49.7 % y/y", "measure", "as a rise"),
    ],
)
def test_of_what_is_easily_misread(text: str, slot: str, words: str) -> None:
    found = weighed(f"{text} @ 2025-12-09")
    assert told(found) == ("cannot_tell", "true_of_other")
    assert slot in {each.slots[0] for each in found.instead}
    assert words in {write(each.words, Style("en")) for each in found.instead}


def test_a_carried_slot_takes_the_one_candidate_that_fits() -> None:
    carried = SURE._replace(partner="carried")
    us, jp = near_by("partner", "US"), near_by("partner", "JP")
    found = weighed("exports to JP 2025-11: 24.42 bn @ 2025-12-09", carried, us, jp)
    assert found.reason == "carried"
    assert found.outcome in {"true", "true_when_published"}
    assert found.verdict is not None
    assert found.verdict.claim.partner == "US"
    assert [each.claim.partner for each in found.instead] == ["US"]
    # Not where the text says Japan itself, nor of a number of two digits.
    assert weighed("exports to JP 2025-11: 24.42 bn @ 2025-12-09", SURE, us, jp).reason == "true_of_other"
    assert weighed("exports to JP 2025-11: 24 bn @ 2025-12-09", carried, us, jp).outcome == "cannot_tell"


def test_not_where_two_candidates_fit() -> None:
    # The surplus of November is the balance of November: two names for one figure fit two slots.
    slots = SURE._replace(flow="carried", period="carried")
    named = (near_by("flow", Flow("balance", 1)), near_by("flow", Flow("balance")))
    assert weighed("exports 2025-11: 16.09 bn @ 2025-12-09", slots, *named).outcome == "cannot_tell"


def test_a_difference_of_two_periods_that_the_text_names() -> None:
    # January to September 2025 were 452.68, all of 2022 479.42: 26.7 are missing.
    found = weighed(
        "exports 2022: 26.7 bn @ 2025-10-10",
        SURE,
        near_by("period", Window("year_to_date", date(2025, 9, 1))),
    )
    assert told(found) == ("cannot_tell", "true_of_other")
    assert "as the difference of 2022 from January-September 2025" in {
        write(each.words, Style("en")) for each in found.instead
    }


def test_a_place_named_just_before_may_have_counted_it() -> None:
    text = "exports 2025-11: 71.95 bn @ 2025-12-09"
    assert weighed(text, SURE, near_by("reporter", "KR", end=48)).reason == "other_office"
    assert weighed(text, SURE, near_by("reporter", "KR", end=12)).outcome == "false"


def test_by_the_figures_of_today() -> None:
    # All of 2022 was 479.42; what was known in January 2023 is not held.
    assert told(weighed("exports 2022: 479.42 bn @ 2023-01-09")) == ("true", "by_today")
    # A record when September 2021 was out, passed since.
    assert told(weighed("exports 2021-09: record @ 2021-10-08")) == ("true_when_published", "by_today")
    # Nobody knows a month before it has ended.
    assert weighed("exports 2022-11: 36.13 bn @ 2022-11-20").outcome == "cannot_tell"


def test_a_streak_that_breaks_at_new_year() -> None:
    # By single months February 2018 fell; the ministry told January and February together.
    assert told(weighed("exports 2018-06: streak 20 @ 2018-07-09")) == ("cannot_tell", "new_year")


def test_what_is_no_statement_has_no_verdict() -> None:
    forecast = reading("exports 2025-11: 64.05 bn")._replace(kind="forecast", claim=None)
    assert told(weigh([forecast], BENCH)[0]) == ("no_claim", "forecast")


def test_two_reporters_compared_cannot_be_told() -> None:
    one = reading("exports 2025-11: difference 3.1 bn @ 2025-12-09")
    assert one.claim is not None
    both = one._replace(claim=one.claim._replace(reporter="TW/KR"))
    assert told(weigh([both], BENCH)[0]) == ("cannot_tell", "two_compared")


TRUE = [
    "exports 2025-11: 64.05 bn @ 2025-12-09",
    "exports to US 2025-11: 24.42 bn @ 2025-12-09",
    "exports 2025-11: +56.0 % y/y @ 2025-12-09",
    "balance 2025: 157.14 bn @ 2026-01-09",
    "exports 2025-11: record @ 2025-12-09",
]


@examples(10, 20)
@given(st.permutations(TRUE))
def test_the_order_of_statements_changes_no_verdict(texts: list[str]) -> None:
    found = weigh([reading(text) for text in texts], Bench(Available(load, some_partners), BENCH.releases))
    assert {each.reading.text: told(each) for each in found} == {text: told(weighed(text)) for text in TRUE}


@examples(20, 60)
@given(st.sampled_from(TRUE[:2]), st.integers(0, 2), st.integers(1, 9))
def test_another_digit_leaves_nothing_true(text: str, place: int, step: int) -> None:
    head, _, rest = text.partition(": ")
    digits = rest.split()[0].replace(".", "")
    other = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    assert weighed(f"{head}: {other[:2]}.{other[2:]} bn @ 2025-12-09").outcome in {"false", "cannot_tell"}


def stated() -> dict[str, Claim]:
    """Every measure that the ministry's releases state, as a claim, by its name in the table of releases."""
    found = {}
    goods = ("", " of ICT_AV", " of ELECTRONIC_COMPONENTS")
    spans = ("", " ytd")
    sides = (("exports", "to"), ("imports", "from"), ("balance", "with"))
    said = ("+1.0 % y/y", "+1.0 % m/m", "share 1.0 %", "streak 1")
    for flow, way in sides:
        for partner in ("", f" {way} US"):
            for group in goods:
                for span in spans:
                    for one in said:
                        claim = from_line(f"{flow}{group}{partner} 2025-11{span}: {one}")
                        found[release_name(claim, claim.assertions[0])] = claim
    return found


def test_nothing_that_the_ministry_stated_is_called_false() -> None:
    names, judged = stated(), 0
    for row in pl.read_parquet(RELEASES).iter_rows(named=True):
        claim = names.get(row["measure"])
        if claim is None:
            continue
        (said,) = claim.assertions
        text = {"yoy": "{} % y/y", "mom": "{} % m/m", "share": "share {} %", "streak": "streak {}"}[
            said.measure
        ]
        span = {"year_to_date": " ytd"}.get(claim.span, "")
        line = from_line(
            f"exports {row['period']:%Y-%m}{span}: {text.format(row['value'])} @ {row['release_date']}"
        )
        given_ = claim._replace(period=line.period, made=line.made, assertions=line.assertions)
        one = Reading(Span(0, 1), "", 1, "claim", given_, SURE)
        assert weigh([one], BENCH)[0].outcome != "false", row
        judged += 1
    assert judged > 80
