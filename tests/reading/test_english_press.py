"""English sentences as agencies and columns write them, read by hand: what each says, kind by kind."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.test_english import lines, told
from tests.taking import takes_at_most
from tradecli.claims import Claim
from tradecli.reading import read

MADE = date(2026, 7, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Combining January and February, exports were worth US$105.1 billion.",
         ["level 105.1 export TW WORLD 2026-02 ytd"]),
        ("In the six months to June the surplus came to US$98 billion.",
         ["level 98 balance+ TW WORLD 2026-06 ytd"]),
        ("For the three months ended June 2025 exports were US$154 billion.",
         ["level 154 export TW WORLD 2025-06 quarter"]),
        ("Between January and June, exports totaled US$400 billion.",
         ["level 400 export TW WORLD 2026-06 ytd"]),
        ("Over the first six months exports fell 3.1 percent, to US$400 billion.",
         ["yoy -3.1 export TW WORLD 2026-06 ytd", "level 400 export TW WORLD 2026-06 ytd"]),
        ("Exports soared 34.7 percent in June from a low base last year.",
         ["yoy 34.7 export TW WORLD 2026-06"]),
        ("Exports were US$70 billion, 9 percent above the same period of 2025.",
         ["level 70 export TW WORLD 2026-06", "yoy 9 export TW WORLD 2026-06"]),
        ("Exports rose 30.2 percent in June. Korea's exports in the same month rose 42.1 percent.",
         ["yoy 30.2 export TW WORLD 2026-06", "yoy 42.1 export KR WORLD 2026-06"]),
    ],
)  # fmt: skip
def test_months_that_are_counted_together(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Compared with May, exports fell 10.6 percent.", ["mom -10.6 export TW WORLD 2026-06"]),
        ("From June 2025, exports rose 34.5 percent.", ["yoy 34.5 export TW WORLD 2026-06"]),
        ("Exports in June were US$70 billion, 8.2 percent below the May figure.",
         ["level 70 export TW WORLD 2026-06", "mom -8.2 export TW WORLD 2026-06"]),
        ("Exports were 5 percent higher in May.", ["yoy 5 export TW WORLD 2026-05"]),
        ("Exports rose 34.1 percent in June, less than May's 42.0 percent, but the US$75 billion was more.",
         ["yoy 34.1 export TW WORLD 2026-06", "yoy 42 export TW WORLD 2026-05",
          "level 75 export TW WORLD 2026-06"]),
        ("Imports were off 13.7 percent in June.", ["yoy -13.7 import TW WORLD 2026-06"]),
        ("Imports were US$60 billion, representing annual growth of 12.1 percent.",
         ["level 60 import TW WORLD 2026-06", "yoy 12.1 import TW WORLD 2026-06"]),
        ("The surplus was US$10 billion in June as exports grew 10.2 percent.",
         ["level 10 balance+ TW WORLD 2026-06", "yoy 10.2 export TW WORLD 2026-06"]),
    ],
)  # fmt: skip
def test_what_growth_is_on(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In June Taiwan bought US$4.6 billion of goods from the US.", ["level 4.6 import TW US 2026-06"]),
        ("The Netherlands bought US$1.3 billion of goods from Taiwan in June.",
         ["level 1.3 export TW NL 2026-06"]),
        ("US-bound shipments grew 29.5 percent in June.", ["yoy 29.5 export TW US 2026-06"]),
        ("By contrast, sales to mainland China and Hong Kong, at US$9.16 billion, fell 16.7 percent in June.",
         ["level 9.16 export TW CN+HK 2026-06", "yoy -16.7 export TW CN+HK 2026-06"]),
        ("China with Hong Kong took 26.1 percent of June exports, the US 31.2 percent and Japan 4.4 percent.",
         ["share 26.1 export TW CN+HK 2026-06", "share 31.2 export TW US 2026-06",
          "share 4.4 export TW JP 2026-06"]),
        ("Of June's exports, 31.2 percent went to the US.", ["share 31.2 export TW US 2026-06"]),
        ("Taiwan's exports rose 30.1 percent and South Korea's 42.2 percent in June.",
         ["yoy 30.1 export TW WORLD 2026-06", "yoy 42.2 export KR WORLD 2026-06"]),
        ("Korea's exports rose 31.2 percent in June. Its imports gained 12.4 percent.",
         ["yoy 31.2 export KR WORLD 2026-06", "yoy 12.4 import KR WORLD 2026-06"]),
        ("Exports in June rocketed 29.8 percent as buyers stocked up ahead of US tariffs.",
         ["yoy 29.8 export TW WORLD 2026-06"]),
    ],
)  # fmt: skip
def test_whose_trade_it_is_and_with_whom(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports fell 13.3 percent in June. They were worth US$35.96 billion, and imports US$33.6 billion.",
         ["yoy -13.3 export TW WORLD 2026-06", "level 35.96 export TW WORLD 2026-06",
          "level 33.6 import TW WORLD 2026-06"]),
        ("Key figures for June:\n* **Exports** US$64.05bn, +5.1% y/y\n* **Balance** US$16.09bn",
         ["level 64.05 export TW WORLD 2026-06", "yoy 5.1 export TW WORLD 2026-06",
          "level 16.09 balance TW WORLD 2026-06"]),
        ("June exports: $26.0bn; surplus $2.3bn.\n- Machinery: $1.67bn, -3.7%",
         ["level 26 export TW WORLD 2026-06", "level 2.3 balance+ TW WORLD 2026-06",
          "level 1.67 export TW WORLD MACHINERY 2026-06", "yoy -3.7 export TW WORLD MACHINERY 2026-06"]),
    ],
)  # fmt: skip
def test_a_flow_that_is_pointed_at_or_heads_a_list(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet projects GDP growth of 4.21 percent and export growth of 7.5 percent.",
        "The ministry sees July exports falling between 9 percent and 10 percent.",
        "Exports should be hit, with growth of no more than 3 percent.",
        "Our base case is export growth of around 6 percent.",
        "The figure for exports was not a record.",
        "The country welcomed 10.7 million foreign visitors.",
        "TSMC's sales in June were NT$401.9 billion.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert [told(one) for one in read(text, MADE) if one.kind == "claim"] == []


@pytest.mark.parametrize(
    ("text", "length", "of", "than"),
    [
        ("Exports were US$62 billion in June, the third straight month above US$60 billion.", 3, "above", 60),
        ("Exports in June topped US$60 billion for a fourth month in a row.", 4, "above", 60),
        ("Exports in June fell, the 8th month of contraction running.", -8, "", None),
        ("Exports fell in June, the 12th decline in a row.", -12, "", None),
        ("Exports grew in June, extending a winning run to 10 months.", 10, "", None),
    ],
)
def test_runs(text: str, length: int, of: str, than: int | None) -> None:
    found = [one.claim for one in read(text, MADE) if _is_run(one.claim)]
    assert len(found) == 1
    assert found[0] is not None
    said = found[0].assertions[0]
    assert said.quantity is not None
    assert (said.quantity.value, said.of) == (length, of)
    assert (said.than.value / 10**9 if said.than else None) == than
    assert found[0].period == date(2026, 6, 1)


def _is_run(claim: Claim | None) -> bool:
    return claim is not None and claim.assertions[0].measure == "streak"


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Exports to China in June were US$17.7 billion.", False),
        ("Exports to China, including Hong Kong, in June were US$17.7 billion.", True),
        ("Hong Kong is counted with China. Exports to China in June were US$17.7 billion.", True),
    ],
)
def test_china_is_certain_only_where_hong_kong_is_named(text: str, certain: bool) -> None:
    (found,) = [one for one in read(text, MADE) if one.claim]
    assert found.claim is not None
    assert found.claim.partner == "CN+HK"
    assert found.certain == certain


def test_a_table_of_numbers_is_passed_over_at_once() -> None:
    numbers = "1.5%" * 250_000
    assert read(numbers, MADE) == []
    assert takes_at_most(5, lambda: read(numbers, MADE))
