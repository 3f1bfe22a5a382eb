"""Claims as people write them: from TOML and from lines, with the digits they were written with."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.taking import takes_at_most
from tradecli.claims import MEASURES, Claim, Unreadable, claim, from_line, read, to_line
from tradecli.errors import NoData, QueryError
from tradecli.quantity import quantity


def said(text: str) -> dict[str, Any]:
    return {
        one.measure: one.quantity.value if one.quantity else one.word or one.scope
        for one in from_line(text).assertions
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("exports 2025-11: 64.05 bn", {"level": 64_050_000_000}),
        ("exports 2025-11: 640.5 億", {"level": 64_050_000_000}),
        ("exports 2025-11: 1,501.16 yi", {"level": 150_116_000_000}),
        ("imports 2025-11: 47970 million; base 33.1 bn", {"level": 47_970_000_000, "base": 33_100_000_000}),
        ("exports 2025-11: +56.0 % y/y, -3.6% m/m", {"yoy": 56, "mom": Fraction(-36, 10)}),
        ("exports to US 2025-11: share 38.1 %", {"share": Fraction(381, 10)}),
        ("exports 2025-11: record", {"record": "month"}),
        ("exports 2025-11 ytd: record", {"record": "year_to_date"}),
        ("exports 2025-11: record same_month", {"record": "same_month"}),
        ("exports 2025-11: rank 2", {"rank": 2}),
        ("exports 2025-11: streak 25", {"streak": 25}),
        ("exports 2025-11: nearly doubled", {"multiple": "nearly doubled"}),
        ("exports 2025-11: 2.3 times", {"multiple": Fraction(23, 10)}),
    ],
)
def test_what_a_line_says(line: str, expected: dict[str, Any]) -> None:
    assert said(line) == expected


def test_of_what_a_line_speaks() -> None:
    found = from_line("exports of machinery to the United States by Taiwan 2025-11 ytd: 1 bn @ 2025-12-09")
    assert (found.flow, found.commodity, found.partner, found.reporter) == ("export", "MACHINERY", "US", "TW")
    assert (found.period, found.span, found.made) == (date(2025, 11, 1), "year_to_date", date(2025, 12, 9))


@pytest.mark.parametrize(
    ("period", "span"),
    [("2025-11", "month"), ("2025", "year"), ("2025-Q3", "quarter"), ("2025-11 12m", "rolling_12")],
)
def test_the_span_is_read_from_the_period(period: str, span: str) -> None:
    assert from_line(f"exports {period}: 1 bn").span == span


def test_what_a_multiple_compares_with() -> None:
    found = from_line("balance with US 2025-11 ytd: doubled from 2024")
    assert (found.against, found.against_span) == (date(2024, 12, 1), "year")


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("64.70", Fraction(5, 1000)),
        ("677", Fraction(1, 2)),
        ("131.8", Fraction(5, 100)),
        (3.6, Fraction(5, 100)),
    ],
)
def test_the_last_digit_gives_the_tolerance(text: object, half: Fraction) -> None:
    assert quantity(text).half == half


def test_a_deficit_is_a_balance_without_its_sign() -> None:
    found = from_line("deficit with TW by US 2025-11: 1 bn")
    assert (found.flow, found.side) == ("balance", -1)


def test_keys_beside_the_tables_hold_for_all_claims_and_digits_are_kept() -> None:
    text = (
        'made = 2026-01-09\n[[claim]]\nflow="exports"\nperiod="2025"\nlevel=64.70\n'
        '[[claim]]\nflow="imports"\nperiod=2024\nyoy=1.0\nmade="2025-01-09"\n'
    )
    first, second = (one for one in read(text) if isinstance(one, Claim))
    assert first.made == date(2026, 1, 9)
    assert first.assertions[0].quantity == quantity("64.70").scaled(Fraction(10**9))
    assert (second.made, second.span) == (date(2025, 1, 9), "year")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"[[claim]]\nlevel = {'9' * 5000}", "not TOML"),
        (f"[[claim]]\na = {'[' * 20_000}", "not TOML"),
        (
            '[[claim]]\nflow = "export"\nperiod = "2025-11"\nunit = "bn"\nlevel = 1e999999999',
            "over 30 digits",
        ),
        (f"exports 2025-11: {'9' * 300} bn", "over 30 digits"),
        ("# a comment alone", "there is no claim to check"),
    ],
)
def test_what_has_no_end_or_no_claim_is_refused_at_once(text: str, what: str) -> None:
    with pytest.raises(QueryError, match=what):
        read(text)


def test_lines_may_carry_comments() -> None:
    assert len(read("# a comment\nexports 2025-11: 1 bn\n\nimports 2025-11: 1 bn\n")) == 2


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ({"flow": "exports", "period": "2025-11", "value": 1}, "'value'"),
        ({"flow": "exports", "period": "2025-11"}, "nothing"),
        ({"flow": "exprots", "period": "2025-11", "level": 1}, "'exprots'"),
        ({"period": "2025-11", "level": 1}, "flow and a period"),
        ({"flow": "exports", "period": "2025-13", "level": 1}, "2025-13"),
        ({"flow": "exports", "period": "2025-11", "level": "lots"}, "'lots'"),
        ({"flow": "exports", "period": "2025-11", "level": "NaN"}, "'NaN'"),
        ({"flow": "exports", "period": "2025-11", "level": 1, "unit": "dozen"}, "'dozen'"),
        ({"flow": "exports", "period": "2025-11", "level": 1, "span": "week"}, "'week'"),
        ({"flow": "exports", "period": "2025-11", "record": "ever"}, "'ever'"),
        ({"flow": "exports", "period": "2025-11", "level": 1, "made": "soon"}, "'soon'"),
    ],
)
def test_what_cannot_be_read_is_refused(table: dict[str, Any], what: str) -> None:
    with pytest.raises(QueryError, match=what):
        claim(table)


@pytest.mark.parametrize(
    "text", ["exports rose a lot", "exports 2025-11: rose a lot", "[[claim]\n", "[[claim]]\nflow=\n"]
)
def test_neither_toml_nor_a_claim(text: str) -> None:
    with pytest.raises(QueryError):
        read(text)


def test_an_unknown_partner_is_nothing_published() -> None:
    with pytest.raises(NoData, match="Atlantis"):
        from_line("exports to Atlantis 2025-11: 1 bn")


TWO = '[[claim]]\nflow="exports"\nperiod="2025"\nlevel=1\n[[claim]]\nflow="exports"\nperiod="2025"\n'


def test_one_that_cannot_be_read_leaves_the_others() -> None:
    first, second = read(TWO)
    assert isinstance(second, Unreadable)
    assert not isinstance(first, Unreadable)
    assert str(second.error).startswith("claim 2: ")
    found = read(
        "exports 2025-11: 1 bn\nexports rose a lot", "exports to Atlantis 2025-11: 1 bn", "[[claim]\n"
    )
    assert [isinstance(one, Unreadable) for one in found] == [False, True, True, True]


def test_the_first_is_told_where_none_can_be_read() -> None:
    with pytest.raises(QueryError, match="claim 1: the claim says nothing"):
        read(TWO.replace("level=1\n", ""))


@pytest.mark.parametrize("size", [7_000, 70_000])
def test_a_long_line_is_refused_at_once(size: int) -> None:
    def refused() -> None:
        with pytest.raises(QueryError, match="is not a claim") as raised:
            from_line("exports of " + "a to b by c " * (size // 12))
        assert len(str(raised.value)) < 300

    assert takes_at_most(1, refused)  # looked at to its end from every word it took 17 s


def test_every_measure_can_be_claimed() -> None:
    table = {"flow": "exports", "period": "2025-11", **dict.fromkeys(MEASURES, 1), "record": True}
    assert [one.measure for one in claim(table).assertions] == list(MEASURES)


@pytest.mark.parametrize(
    "line",
    [
        "exports of mof:MACHINERY to US 2025-11 ytd: 64.70 bn, +56.0 % y/y @ 2025-12-09",
        "imports 2025-Q3: about 640.5 億, base 41.1 億",
        "deficit with CN by US 2025: difference nearly -93.4 bn from 2018",
        "trade 2025-11 12m: record year_to_date, rank 2 growth month since 2010-08",
        "exports to US 2025-11: share 38.1 %, points 11 from 2025-10",
        "exports 2025-12: first above 60 bn, exceeds every year, streak 3 above 60 bn, streak 3 above 100 %",
        "exports to US 2025-12: streak 4 above CN+HK, streak 2 first_partner, streak 6 years, streak -3",
        "exports of mof:ICT_AV 2025-10: contribution more than 80 %, contribution 12.3 points",
        "exports 2025: growth 33.7 % from 2022",
    ],
)
def test_a_claim_is_written_as_the_line_it_was_read_from(line: str) -> None:
    found = from_line(line)
    again = from_line(to_line(found))
    assert again._replace(text="") == found._replace(text="")


def test_a_coarse_increase_is_written_as_a_ratio() -> None:
    # "1.7 times more", to the nearest tenth, is 2.7 times.
    found = from_line("exports 2025-11: +170 % y/y")
    coarse = found.assertions[0]._replace(quantity=quantity("170")._replace(half=Fraction(5)))
    assert to_line(found._replace(assertions=(coarse,))) == "exports 2025-11: 2.7 times"


@pytest.mark.parametrize(
    ("period", "through", "span"),
    [
        ("Nov 2025", date(2025, 11, 1), "month"),
        ("2025年11月 ytd", date(2025, 11, 1), "year_to_date"),
        ("4Q25", date(2025, 12, 1), "quarter"),
        ("1H25", date(2025, 6, 1), "year_to_date"),
        ("114-11", date(2025, 11, 1), "month"),
    ],
)
def test_a_claim_takes_a_period_as_it_is_written_anywhere(period: str, through: date, span: str) -> None:
    found = from_line(f"exports of mof:MACHINERY to US {period}: 5 bn")
    assert (found.partner, found.commodity, found.period, found.span) == ("US", "MACHINERY", through, span)


def test_a_second_half_is_no_window() -> None:
    with pytest.raises(QueryError, match="no window"):
        from_line("exports 2H25: 5 bn")


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("64050000000 dollars", 64_050_000_000, 1),
        ("10 million dollars", 10_000_000, 10**6),
        ("2.5 billion US dollars", 2_500_000_000, 10**9),
        ("3 millions", 3_000_000, 10**6),
        ("US$ 640.5 億美元", 64_050_000_000, 10**8),
    ],
)
def test_units_are_read_in_the_plural_and_with_the_currency(said: str, value: int, unit: int) -> None:
    found = from_line(f"exports 2025-11: {said}")
    assert found.unit == unit
    assert found.assertions[0].quantity is not None
    assert found.assertions[0].quantity.value == value
