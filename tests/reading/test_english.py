"""English sentences of trade news, read by hand: each row says what a person reads in it."""

from __future__ import annotations

from datetime import date

import pytest

from tradecli.periods import label
from tradecli.reading import read
from tradecli.reading.model import Reading

MADE = date(2026, 7, 8)
SPANS = {"month": "", "year_to_date": " ytd", "quarter": " quarter", "year": " year", "rolling_12": " 12m"}


def told(reading: Reading) -> str:
    """A reading in one line: measure, value, flow, reporter, partner, goods, period."""
    if reading.claim is None:
        return reading.kind
    claim, said = reading.claim, reading.claim.assertions[0]
    money = said.measure in {"level", "difference"}
    value = "" if said.quantity is None else f"{float(said.quantity.value) / (1e9 if money else 1):g}"
    flow = claim.flow + {1: "+", -1: "-", 0: ""}[claim.side]
    goods = "" if claim.commodity == "TOTAL" else f" {claim.commodity}"
    words = [said.measure, value or said.word, flow, claim.reporter, claim.partner]
    period = f"{label(claim.period)}{SPANS[claim.span]}"
    return " ".join(filter(None, words)) + f"{goods} {period}"


def lines(text: str, made: date = MADE) -> list[str]:
    return [told(one) for one in read(text, made)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports shed 3.6% to US$7.98 billion in May.",
         ["yoy -3.6 export TW WORLD 2026-05", "level 7.98 export TW WORLD 2026-05"]),
        ("Exports plunged a third.", []),
        ("Exports plunged by a third in May.", ["yoy -33 export TW WORLD 2026-05"]),
        ("Imports rose by 12-point-seven percent in May.", ["yoy 12.7 import TW WORLD 2026-05"]),
        ("Exports were 5 percent higher in May.", ["yoy 5 export TW WORLD 2026-05"]),
        ("Exports saw a 1.7-fold increase in May.", ["yoy 170 export TW WORLD 2026-05"]),
        ("Exports more than doubled in May.", ["multiple more than doubled export TW WORLD 2026-05"]),
        ("Exports fell 4.7 percent from the previous month in May.", ["mom -4.7 export TW WORLD 2026-05"]),
        ("Exports rose 5 percent and imports 3 percent from a month earlier.",
         ["mom 5 export TW WORLD 2026-06", "mom 3 import TW WORLD 2026-06"]),
        ("Exports to Japan and Vietnam came to US$7.98 and 1.9 billion, respectively, in May.",
         ["level 7.98 export TW JP 2026-05", "level 1.9 export TW VN 2026-05"]),
        ("Net exports to Germany were US$2 billion in 2024.", ["level 2 balance+ TW DE 2024-12 year"]),
        ("Two-way trade between Taiwan and Germany reached US$20 billion in 2024.",
         ["level 20 trade TW DE 2024-12 year"]),
        ("Germany accounted for 4.2 percent of total exports in May.", ["share 4.2 export TW DE 2026-05"]),
        ("The surplus was US$4.5 billion, US$1.1 billion more than a year earlier.",
         ["level 4.5 balance+ TW WORLD 2026-06", "difference 1.1 balance+ TW WORLD 2026-06"]),
    ],
)  # fmt: skip
def test_amounts_and_rates(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The surplus was US$12.07 billion in June, more than double the US$4.7 billion of June 2025.",
         ["level 12.07 balance+ TW WORLD 2026-06", "multiple more than doubled balance+ TW WORLD 2026-06",
          "level 4.7 balance+ TW WORLD 2025-06"]),
        ("Exports rose 3 percent in May after a 2 percent fall in April.",
         ["yoy 3 export TW WORLD 2026-05", "yoy -2 export TW WORLD 2026-04"]),
        ("The deficit narrowed to $3 billion in May from $4 billion in April.",
         ["level 3 balance- TW WORLD 2026-05", "level 4 balance- TW WORLD 2026-04"]),
        ("Exports reached US$5 billion in May, compared with US$4 billion a year earlier.",
         ["level 5 export TW WORLD 2026-05", "level 4 export TW WORLD 2025-05"]),
        ("Import growth slowed to 4.9 percent in May.", ["yoy 4.9 import TW WORLD 2026-05"]),
    ],
)  # fmt: skip
def test_what_is_compared_with_has_its_own_period(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports hit a record high in May.", ("record", "", "month", None)),
        ("Exports in May were the highest for any May.", ("record", "", "same_month", None)),
        (
            "Exports in May posted their fastest growth in two years.",
            ("record", "growth", "month", date(2024, 5, 1)),
        ),
        ("Exports in May were the lowest since March 2022.", ("record", "low", "month", date(2022, 3, 1))),
        ("In May exports were the second-highest monthly figure.", ("rank", "", "month", None)),
        ("Germany was the third-largest export market in 2024.", ("rank", "partners", "year", None)),
    ],
)
def test_records_and_ranks(text: str, expected: tuple[str, str, str, date | None]) -> None:
    (reading,) = read(text, MADE)
    assert reading.claim is not None
    said = reading.claim.assertions[0]
    assert (said.measure, said.of, said.scope, said.since) == expected


@pytest.mark.parametrize(
    ("text", "length", "of", "through"),
    [
        ("Exports grew for a 34th straight month in May.", 34, "", "2026-05"),
        ("Exports fell for the sixth consecutive month in May.", -6, "", "2026-05"),
        ("Exports kept up a 20-month streak of gains in May.", 20, "", "2026-05"),
        ("In May a rise in exports ended a 12-month falling streak.", -12, "", "2026-04"),
        ("Exports to Japan rose in 2024, the sixth straight year of increase.", 6, "years", "2024-12"),
    ],
)
def test_runs_of_months(text: str, length: int, of: str, through: str) -> None:
    (reading,) = read(text, MADE)
    assert reading.claim is not None
    said = reading.claim.assertions[0]
    assert said.quantity is not None
    assert (said.quantity.value, said.of, label(reading.claim.period)) == (length, of, through)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The ministry expects exports to grow 16% to US$50 billion.", ["forecast", "forecast"]),
        ("Exports rose 5% in May, more than the 3% predicted in a poll.", ["claim", "forecast"]),
        ("The effective tariff rate on imports climbed to 13.6%.", ["tariff"]),
        ("The US put a 32% levy on goods of Taiwan.", ["tariff"]),
        ("Services exports rose 4% to US$5 billion.", ["services", "services"]),
        ("In services, 2024 saw $13 billion of U.S. exports to Taiwan.", ["services"]),
        ("Export orders rose 4.9 percent to US$55 billion.", ["orders", "orders"]),
        ("Exports equal about 70% of gross domestic product.", ["gdp"]),
        ("The chipmaker posted revenue of NT$320 billion.", ["revenue"]),
        ("Exports rose 8% in the first 20 days of May.", ["part_of_month"]),
        ("Seasonally adjusted, exports rose 3.9 percent from April.", ["seasonally_adjusted"]),
        ("Exports to the U.S. fell 4 percent under its new tariffs in May.", ["claim"]),
        ("Average daily exports fell 6.1 percent.", ["other"]),
    ],
)
def test_what_is_no_trade_number(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in read(text, MADE)] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korea's exports rose 5% in May. Imports fell 2%.",
         ["yoy 5 export KR WORLD 2026-05", "yoy -2 import KR WORLD 2026-05"]),
        ("The U.S. goods deficit with Vietnam was $12 billion in May, Census Bureau figures show.",
         ["level 12 balance- US VN 2026-05"]),
        ("Vietnam's imports from Japan were worth $2 billion in May, and its exports there $3 billion.",
         ["level 2 import VN JP 2026-05", "level 3 export VN JP 2026-05"]),
        ("In May exports to China rose 5%.", ["yoy 5 export TW CN+HK 2026-05"]),
        ("In May exports to mainland China alone rose 5%.", ["yoy 5 export TW CN 2026-05"]),
        ("In May exports to Japan fell 3%, while those to Vietnam rose 4%.",
         ["yoy -3 export TW JP 2026-05", "yoy 4 export TW VN 2026-05"]),
        ("In May exports of machinery rose 3% and those of textiles 2%.",
         ["yoy 3 export TW WORLD MACHINERY 2026-05", "yoy 2 export TW WORLD TEXTILES 2026-05"]),
        ("Orchid exports rose 3% in May.", ["yoy 3 export TW WORLD OTHER_GOODS 2026-05"]),
        ("From January to May exports rose 3%.", ["yoy 3 export TW WORLD 2026-05 ytd"]),
        ("Exports rose 3% in the first quarter.", ["yoy 3 export TW WORLD 2026-03 quarter"]),
        ("In the first half exports rose 3%.", ["yoy 3 export TW WORLD 2026-06 ytd"]),
    ],
)  # fmt: skip
def test_slots(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_how_a_slot_was_filled_is_told() -> None:
    first, second = read("Exports to Japan rose 5% in May. They came to US$3 billion.", MADE)
    assert first.slots is not None
    assert second.slots is not None
    assert (first.slots.flow, first.slots.partner, first.slots.period) == ("explicit", "explicit", "explicit")
    assert (second.slots.flow, second.slots.partner, second.slots.period) == ("carried", "carried", "carried")


def test_what_two_members_share_is_not_given_to_one() -> None:
    assert lines("Exports to Japan and Vietnam came to US$9 billion in May.") == ["unread"]


def test_what_a_sentence_names_is_a_candidate() -> None:
    (reading,) = read("Imports from Japan rose 5% in May.", MADE)
    assert {(one.slot, str(one.value)) for one in reading.candidates if one.slot == "partner"} == {
        ("partner", "JP")
    }
