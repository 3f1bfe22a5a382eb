"""What else a claim can say: each kind judged by figures made up here, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import pytest

from tests.made_up import Row, known, months
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.claims import read
from tradecli.data import RELEASES
from tradecli.load import load
from tradecli.load_parts import some_partners
from tradecli.question import Known, Question
from tradecli.reports.available import Available
from tradecli.reports.check import judged
from tradecli.reports.check_said import claimed
from tradecli.reports.check_statements import Line


def of(rows: Sequence[Row]) -> Available:
    """What the rows answer: each question its own partner and goods."""

    def answered(question: Question) -> Known:
        goods = [row for row in rows if row["commodity"] == question.commodity]
        return known(
            goods,
            question.partner,
            reporter=question.reporter,
            commodity=question.commodity,
            classification=question.classification,
        )

    return Available(answered)


def line(rows: Sequence[Row], text: str) -> Line:
    (found,) = judged(read(text), of(rows), pl.DataFrame(schema=pl.read_parquet_schema(RELEASES)))
    return found


def verdict(rows: Sequence[Row], text: str) -> str:
    return line(rows, text).verdict.verdict


def month(period: str, value: int, partner: str = "WORLD", flow: str = "export", goods: str = "") -> Row:
    more = {"commodity": goods, "classification": "mof"} if goods else {}
    (row,) = months(flow, period, [value], partner=partner, **more)
    return row


#: All exports 1,000 and 1,300 a year later; to the US 200 and 350; of ICT products 300 and 540.
GROWN = [
    *(month("2024-01", 1_000), month("2025-01", 1_300)),
    *(month("2024-01", 200, "US"), month("2025-01", 350, "US")),
    *(month("2024-01", 300, goods="ICT_AV"), month("2025-01", 540, goods="ICT_AV")),
    *(month("2024-01", 500, flow="import"), month("2025-01", 900, flow="import")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports 2025-01: difference +300 dollar", "true"),
        ("exports 2025-01: difference 303 dollar", "false"),
        ("exports to US 2025-01: difference 150 dollar from 2024-01", "true"),
        # A surplus of 500 became one of 400: 100 less, from either side.
        ("balance 2025-01: difference -100 dollar", "true"),
        ("surplus 2025-01: difference -100 dollar", "true"),
        ("surplus 2025-01: difference 100 dollar", "false"),
        # 350 of 1,300 is 26.92 %, 200 of 1,000 20 %: 6.92 points more.
        ("exports to US 2025-01: points +6.9", "true"),
        ("exports to US 2025-01: points 7.9", "false"),
        # ICT added 240 of 300, four fifths; the US 150, or 15 points of the 30 %.
        ("exports of ICT 2025-01: contribution 80 %", "true"),
        ("exports of ICT 2025-01: contribution 70 %", "false"),
        ("exports to US 2025-01: contribution 15.0 points", "true"),
        ("exports to US 2025-01: contribution 15.5 points", "false"),
        # 540 of 1,300.
        ("exports of ICT 2025-01: share 41.5 %", "true"),
        ("exports 2025-01: growth +30.0 % from 2024-01", "true"),
        ("exports 2025-01: growth -30.0 % from 2024-01", "false"),
        # Both ways: 1,500 became 2,200, 46.7 % more.
        ("trade 2025-01: 2,200 dollar", "true"),
        ("trade 2025-01: +46.7 % y/y", "true"),
        ("trade 2025-01: +46.0 % y/y", "false"),
    ],
)
def test_differences_parts_and_both_ways(text: str, expected: str) -> None:
    assert verdict(GROWN, text) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # The figure is 1,300: half a hundred either way, half a hundred below, up to the next thousand.
        ("about 1,260 dollar", "true"),
        ("about 1,240 dollar", "unknown"),
        ("nearly 1,310 dollar", "true"),
        ("nearly 1,290 dollar", "unknown"),
        ("more than 1,000 dollar", "true"),
        ("over 1,290 dollar", "true"),
        ("over 1,310 dollar", "unknown"),
        ("nearly +31 % y/y", "true"),
        ("about +37 % y/y", "unknown"),
    ],
)
def test_softened_numbers(said: str, expected: str) -> None:
    found = line(GROWN, f"exports 2025-01: {said}").verdict
    assert (found.verdict, found.reason) == (expected, "" if expected == "true" else "softened")


def test_a_softened_number_beyond_all_revisions_is_false() -> None:
    available, released = Available(load, some_partners), pl.read_parquet(RELEASES)
    (found,) = judged(read("exports 2025-11: about 80.5 bn @ 2025-12-09"), available, released)
    assert found.verdict.verdict == "false"


#: 1,200 a month in 2019, 1,000 in 2020, then a tenth more each year; 2,000 in December 2023, 900 that May.
YEARS = [
    value
    for base in (1_200, 1_000, 1_100, 1_210)
    for value in [base] * 12
] + [1_331] * 4 + [900] + [1_331] * 6 + [2_000]  # fmt: skip
LONG = months("export", "2019-01", YEARS, partner="WORLD")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 2,000 over 1,210 is +65.3 %, all before are +10 % or falls.
        ("exports 2023-12: record growth", "true"),
        ("exports 2023-11: record growth", "false"),
        ("exports 2023-12: rank 1 growth", "true"),
        # The fall of May, 900 after 1,210, was the largest.
        ("exports 2023-05: record growth", "true"),
        ("exports 2023-05: record low", "true"),
        ("exports 2023-06: record low", "false"),
        ("exports 2023-05: record low since 2019-11", "true"),
        # Nothing was above 2,000; before 2019 nothing is known.
        ("exports 2023-12: record since 2020-06", "true"),
        ("exports 2023-12: record since 2016-04", "unknown"),
        ("exports 2021-01: record since 2019-06", "false"),
        ("exports 2023-05: record since 2022-10", "false"),
        # To November 14,210 (ten times 1,331 and 900); all of 2019 were 14,400, of 2022 14,520.
        ("exports 2023-11 ytd: exceeds every year", "false"),
        ("exports 2023-12 ytd: exceeds every year", "true"),
        ("exports 2023-01: first above 1,300 dollar", "true"),
        ("exports 2023-02: first above 1,300 dollar", "false"),
        ("exports 2022-12: first above 1,300 dollar", "false"),
        # 2021, 2022 and 2023 rose, 2020 fell.
        ("exports 2023: streak 3 years", "true"),
        ("exports 2023: streak 4 years", "false"),
        # Above 1,250 since June 2023; above 1,205 since 2022, but for May.
        ("exports 2023-12: streak 7 above 1,205 dollar", "true"),
        ("exports 2023-12: streak 8 above 1,205 dollar", "false"),
        ("exports 2023-12: streak 1 above 50 %", "true"),
        ("exports 2023-12: streak 7 above 9 %", "true"),
        ("exports 2023-12: streak 2 above 50 %", "false"),
    ],
)
def test_records_and_streaks(text: str, expected: str) -> None:
    assert verdict(LONG, text) == expected


def market(world: int, **partners: int) -> list[Row]:
    rows = [month("2025-01", world)]
    return rows + [month("2025-01", value, code) for code, value in partners.items()]


@pytest.mark.parametrize(
    ("world", "text", "expected"),
    [
        # US 250, China with Hong Kong 300 (200 and 100), Japan 150; 100 go elsewhere: nothing larger.
        (800, "exports to US 2025-01: rank 2 partners", "true"),
        # By countries alone it is the first; the ministry counts China with Hong Kong.
        (800, "exports to US 2025-01: rank 1 partners", "unknown"),
        (800, "exports to US 2025-01: rank 3 partners", "false"),
        (800, "exports to CN+HK 2025-01: record partners", "true"),
        (800, "exports to JP 2025-01: rank 3 partners", "true"),
        (800, "exports to JP 2025-01: rank 2 partners", "false"),
        # 1,300 go elsewhere: any of them may be larger.
        (2_000, "exports to US 2025-01: rank 2 partners", "unknown"),
        (2_000, "exports to JP 2025-01: rank 2 partners", "false"),
    ],
)
def test_places_among_partners(world: int, text: str, expected: str) -> None:
    assert verdict(market(world, US=250, CN=200, HK=100, JP=150), text) == expected


def test_streaks_against_other_partners() -> None:
    rows = [
        *months("export", "2025-01", [100] * 6, partner="WORLD"),
        *months("export", "2025-01", [30, 50, 40, 60, 70, 80], partner="US"),
        *months("export", "2025-01", [40, 30, 45, 30, 20, 15], partner="CN"),
        *months("export", "2025-01", [1] * 6, partner="HK"),
    ]
    assert verdict(rows, "exports to US 2025-06: streak 3 first_partner") == "true"
    assert verdict(rows, "exports to US 2025-06: streak 4 first_partner") == "false"
    assert verdict(rows, "exports to US 2025-06: streak 3 above CN+HK") == "true"
    assert verdict(rows, "exports to US 2025-06: streak 5 above CN+HK") == "false"


def test_places_among_goods() -> None:
    rows = [
        month("2025-01", 100),
        *(month("2025-01", value, goods=code) for code, value in (("ICT_AV", 50), ("MACHINERY", 30))),
    ]
    assert verdict(rows, "exports of ICT 2025-01: record commodities") == "true"
    assert verdict(rows, "exports of machinery 2025-01: rank 2 commodities") == "true"
    assert verdict(rows, "exports of machinery 2025-01: rank 1 commodities") == "false"
    assert (
        verdict([*rows[1:], month("2025-01", 200)], "exports of ICT 2025-01: rank 1 commodities") == "unknown"
    )


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (
            "exports 2025-01: difference -0.54 bn from 2024-12",
            "-0.54 (US$ billion) against",
            "增減-5.4億美元",
        ),
        (
            "exports to US 2025-01: points +11",
            "a share +11 points higher",
            "占比增減+11個百分點",
        ),
        (
            "exports of ICT 2025-01: contribution nearly 80 %",
            "nearly 80 % of the change",
            "近占增減額80%",
        ),
        (
            "exports 2025-01: record growth since 2010-08",
            "record growth for any month since August 2010",
            "2010年8月以來歷年單月最大增幅",
        ),
        (
            "exports to US 2025-01: rank 3 partners",
            "3rd among partners",
            "第3大貿易夥伴",
        ),
        (
            "exports 2025-01: streak 3 above 60 bn",
            "3 months in a row above 60 (US$ billion)",
            "連續3個月逾600億美元",
        ),
        (
            "exports 2025-01: streak 3 above 100 %",
            "3 months in a row of growth above 100 %",
            "連續3個月增幅逾100%",
        ),
        (
            "exports to US 2025-01: streak 4 above CN+HK",
            "4 months in a row above China",
            "連續4個月超過中國",
        ),
        (
            "exports 2025-10 ytd: exceeds every year",
            "above every full year before",
            "超過歷年全年",
        ),
        (
            "trade 2025-10: first above 100 bn",
            "exports and imports, Oct 2025: first above 100",
            "首度突破1,000億美元",
        ),
    ],
)
def test_how_they_are_said(text: str, english: str, chinese: str) -> None:
    (claim,) = read(text)
    said = claimed(claim, claim.assertions[0])  # type: ignore[union-attr]
    assert english in write(said, Style("en"))
    assert chinese in write(said, Style("zh"))
