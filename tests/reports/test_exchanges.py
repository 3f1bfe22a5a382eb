"""What a statement may have meant instead, listed by hand."""

from __future__ import annotations

from typing import Literal

import pytest

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.claims import Claim, from_line
from tradecli.model.figure import Window
from tradecli.periods import parse
from tradecli.reading.model import Flow, Named, Span
from tradecli.reports.exchanges import Exchange, exchanges, pairs

BOTH = "of China and Hong Kong"


def named(
    slot: Literal["flow", "partner", "commodity", "period", "reporter"], value: str | Flow | Window
) -> Named:
    return Named(Span(0, 1), slot, value)


def window(span: str, period: str) -> Window:
    return Window(span, parse(period))


def said(claim: Claim, other: Exchange) -> str:
    """What an exchange changes in a claim, as `slot=new value`."""
    changed = []
    for name, old, new in zip(Claim._fields, claim, other.claim, strict=True):
        if old != new and name == "assertions":
            before, after = old[0], new[0]
            changed += [
                f"{field}={now.value if field == 'quantity' else now}"
                for field, was, now in zip(before._fields, before, after, strict=True)
                if was != now
            ]
        elif old != new:
            changed.append(f"{name}={f'{new:%Y-%m}' if hasattr(new, 'year') else new}")
    return " ".join(changed)


def told(text: str, *candidates: Named) -> list[str]:
    claim = from_line(text)
    return [said(claim, each) for each in exchanges(claim, candidates)]


def without_words(text: str, slot: str) -> list[str]:
    claim = from_line(text)
    return [said(claim, each) for each in exchanges(claim, []) if each.slots == (slot,)]


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("exports to JP 2025-02: +5 % y/y", ["flow=import", "flow=balance"]),
        ("imports from JP 2025-02: +5 % y/y", ["flow=export", "flow=balance"]),
        ("deficit with JP 2025-02: +5 % y/y", ["flow=export side=0", "flow=import side=0", "side=0"]),
    ],
)
def test_flows(text: str, flows: list[str]) -> None:
    assert without_words(text, "flow") == flows


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("exports to JP 2025-02: +5 % y/y", ["WORLD", "US", "CN+HK"]),
        ("exports to US 2025-02: +5 % y/y", ["WORLD", "CN+HK"]),
        ("exports to CN 2025-02: +5 % y/y", ["WORLD", "US", "CN+HK"]),
        ("exports to CN+HK 2025-02: +5 % y/y", ["WORLD", "US", "CN"]),
        ("exports 2025-02: +5 % y/y", ["US", "CN+HK"]),
        ("exports to JP by US 2025-02: +5 % y/y", ["WORLD", "TW", "CN"]),
        ("exports to FR by DE 2025-02: +5 % y/y", ["WORLD"]),
    ],
)
def test_partners(text: str, partners: list[str]) -> None:
    assert without_words(text, "partner") == [f"partner={code}" for code in partners]


def test_goods_are_exchanged_for_all() -> None:
    text = "exports of ICT to JP 2025-02: +5 % y/y"
    assert without_words(text, "commodity") == ["commodity=TOTAL classification=total"]
    assert without_words("exports to JP 2025-02: +5 % y/y", "commodity") == []


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "exports to JP 2025-02: +5 % y/y",
            [
                *("2025-02 year_to_date", "2025-02 rolling_12"),
                *("2024-02 month", "2026-02 month", "2025-01 month", "2025-03 month"),
                *("2024-12 month", "2025-04 month", "2024-12 year"),
            ],
        ),
        # March ends a quarter; written in May of April.
        (
            "exports to JP 2025-03: +5 % y/y @ 2025-05-08",
            [
                *("2025-03 year_to_date", "2025-03 rolling_12", "2025-03 quarter"),
                *("2024-03 month", "2026-03 month", "2025-02 month", "2025-04 month"),
                *("2025-01 month", "2025-05 month", "2024-12 year"),
                *("2025-04 year_to_date", "2024-04 month", "2024-04 year_to_date"),
            ],
        ),
        # December ends a year too; other years are one year off.
        (
            "exports to JP 2025: +5 % y/y",
            [
                *("2025-12 month", "2025-12 year_to_date", "2025-12 rolling_12", "2025-12 quarter"),
                *("2024-12 year", "2026-12 year"),
            ],
        ),
        (
            "exports to JP 2025-12 ytd: +5 % y/y",
            [
                *("2025-12 month", "2025-12 rolling_12", "2025-12 quarter", "2025-12 year"),
                *("2024-12 year_to_date", "2026-12 year_to_date", "2025-11 year_to_date"),
                *("2026-01 year_to_date", "2025-10 year_to_date", "2026-02 year_to_date", "2024-12 year"),
            ],
        ),
    ],
)  # fmt: skip
def test_periods(text: str, periods: list[str]) -> None:
    claim = from_line(text)
    found = [each.claim for each in exchanges(claim, []) if each.slots == ("period",)]
    assert [f"{one.period:%Y-%m} {one.span}" for one in found] == periods
    assert all(one.against_span == one.span for one in found)


def test_a_period_that_is_compared_with_stays() -> None:
    claim = from_line("exports to JP 2025-02: 2.0 times 2024-01")
    found = [each.claim for each in exchanges(claim, []) if each.slots == ("period",)]
    assert {(one.against_span, f"{one.against:%Y-%m}") for one in found} == {("month", "2024-01")}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("exports to JP 2025-02: +5 % y/y", ["measure=mom", "measure=share", "quantity=-5"]),
        ("exports to JP 2025-02: -5 % m/m", ["measure=yoy", "measure=share", "quantity=5"]),
        ("exports to JP 2025-02: share 5 %", ["measure=yoy", "measure=mom"]),
        ("exports to JP 2025-02: 5 dollar", ["measure=difference"]),
        ("exports to JP 2025-02: difference 5 dollar", ["measure=level", "quantity=-5"]),
        ("exports to JP 2025-02: record", ["scope=same_month"]),
        ("exports to JP 2025-02: rank 2 same_month", ["scope=month"]),
        ("exports to JP 2025-02: rank 2 growth", []),
        ("exports to JP 2025: record", []),
        ("exports to JP 2025-02: streak 5", []),
    ],
)
def test_measures(text: str, measures: list[str]) -> None:
    assert without_words(text, "measure") == measures


def test_records_follow_their_window() -> None:
    claim = from_line("exports to JP 2025-03: record")
    found = {
        each.claim.span: each.claim.assertions[0].scope
        for each in exchanges(claim, [])
        if each.slots == ("period",)
    }
    assert found == {span: span for span in ("month", "year_to_date", "rolling_12", "quarter", "year")}
    same = from_line("exports to JP 2025-03: record same_month")
    assert {each.claim.assertions[0].scope for each in exchanges(same, []) if each.slots == ("period",)} == {
        "same_month"
    }


def test_what_the_text_names_comes_first() -> None:
    text = "exports to JP 2025-02: +5 % y/y"
    candidates = [
        named("partner", "VN"),
        named("flow", Flow("balance", -1)),
        named("commodity", "mof:MACHINERY"),
        named("reporter", "KR"),
        named("period", window("month", "2025-01")),
        # Nothing is held of these, and the last is what was read.
        named("commodity", "none:NOWHERE"),
        named("partner", "NOWHERE"),
        named("partner", "JP"),
    ]
    claim = from_line(text)
    found = exchanges(claim, candidates)
    assert [said(claim, each) for each in found if each.named] == [
        "partner=VN",
        "flow=balance side=-1",
        "commodity=MACHINERY classification=mof",
        "reporter=KR",
        "period=2025-01",
    ]
    assert [each.named for each in found] == [True] * 5 + [False] * (len(found) - 5)
    assert len({each.claim for each in found}) == len(found)


def test_an_amount_as_the_difference_of_two_windows() -> None:
    other = named("period", window("month", "2024-11"))
    found = told("exports to JP 2025-02: 5 dollar", other)
    assert [each for each in found if "measure=difference" in each] == [
        "measure=difference",
        "against=2024-11 measure=difference",
        "period=2024-11 against=2025-02 measure=difference",
    ]  # fmt: skip
    assert not [each for each in told("exports to JP 2025-02: +5 % y/y", other) if "against=" in each]


@pytest.mark.parametrize(
    ("said", "slot", "words"),
    [
        ("+5 % y/y", "flow", ["as a surplus", "as a deficit", "of imports", "of balance"]),
        ("+5 % y/y", "partner", ["of China", "with the world", "with the United States", BOTH]),
        ("+5 % y/y", "measure", ["on the month before", "as a share", "as a fall"]),
        ("+0.5 % y/y", "measure", ["on the month before", "as a share", "as a fall"]),
        ("-5 % y/y", "measure", ["on the month before", "as a share", "as a rise"]),
        ("record", "measure", ["for that month of any year"]),
    ],
)  # fmt: skip
def test_how_they_are_told(said: str, slot: str, words: list[str]) -> None:
    claim = from_line(f"exports to JP 2025-03: {said}")
    candidates = [named("flow", Flow("balance", side)) for side in (1, -1)] + [named("partner", "CN")]
    found = [each for each in exchanges(claim, candidates) if each.slots == (slot,)]
    assert [write(each.words, Style("en")) for each in found] == words


def test_no_change_has_no_direction() -> None:
    assert "quantity=0" not in told("exports to JP 2025-03: 0 % y/y")


def test_two_at_once_fill_two_slots() -> None:
    claim = from_line("exports to JP 2025-02: +5 % y/y")
    candidates = [named("partner", "VN"), named("period", window("month", "2025-01"))]
    found = list(pairs(claim, candidates))
    assert (said(claim, found[0]), found[0].slots, found[0].named) == (
        "partner=VN period=2025-01", ("partner", "period"), True,
    )  # fmt: skip
    assert all(len({*each.slots}) == 2 for each in found)
    assert [said(claim, each) for each in found if each.named] == ["partner=VN period=2025-01"]
    assert "flow=import partner=US" not in {said(claim, each) for each in found if each.named}
    assert "partner=US flow=import" in {said(claim, each) for each in found}
