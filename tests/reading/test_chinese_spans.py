"""Numbers, periods, records and streaks as Chinese texts write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tradecli.facts.chinese_script import traditional
from tradecli.model.figure import Window
from tradecli.reading.chinese_numbers import amount, plain
from tradecli.reading.chinese_periods import period
from tradecli.reading.chinese_records import among, best, since_month, streak
from tradecli.reading.model import Focus
from tradecli.reading.text import fold

YI = 10**8


@pytest.mark.parametrize(
    ("text", "value", "currency", "about"),
    [
        ("542.5億美元", 5425 * YI // 10, "USD", ""),
        ("1,881.1 億美元", 18811 * YI // 10, "USD", ""),
        ("三九八．三億美元", 3983 * YI // 10, "USD", ""),
        ("６３４億", 634 * YI, "", ""),
        ("六三四億", 634 * YI, "", ""),
        ("一五〇〇億美元", 1500 * YI, "USD", ""),
        ("六千億美元", 6000 * YI, "USD", ""),
        ("6千億美元", 6000 * YI, "USD", ""),
        ("8千萬美元", 8 * 10**7, "USD", ""),
        ("2兆736億元", 20736 * YI, "?", ""),
        ("新台幣1.87兆元", 187 * 10**10, "TWD", ""),
        ("NT$2.07兆", 207 * 10**10, "TWD", ""),
        ("US$24.4億", 244 * YI // 10, "USD", ""),
        ("逾600億美元", 600 * YI, "USD", "more"),
        ("500多億美元", 500 * YI, "USD", "more"),
        ("首度突破6,000億美元大關", 6000 * YI, "USD", "more"),
        ("約30億美元", 30 * YI, "USD", "about"),
        ("近千億美元", 1000 * YI, "USD", "nearly"),
    ],
)
def test_money(text: str, value: int, currency: str, about: str) -> None:
    found = amount(fold(text))
    assert found is not None
    assert (found.kind, found.quantity.value, found.currency, found.about) == (
        "money",
        value,
        currency,
        about,
    )


@pytest.mark.parametrize(
    ("text", "value", "half", "about"),
    [
        ("33.8％", "33.8", "0.05", ""),
        ("十七．二％", "17.2", "0.05", ""),
        ("二十八％", "28", "0.5", ""),
        ("-2.5%", "-2.5", "0.05", ""),
        ("近六成", "60", "5", "nearly"),
        ("2成5", "25", "0.5", ""),
        ("三成九", "39", "0.5", ""),
        ("逾3成", "30", "5", "more"),
        ("5成左右", "50", "5", "about"),
    ],
)
def test_rates(text: str, value: str, half: str, about: str) -> None:
    found = amount(fold(text))
    assert found is not None
    assert found.kind == "percent"
    assert (found.quantity.value, found.quantity.half) == (Fraction(value), Fraction(half))
    assert found.about == about


def test_folds_and_points() -> None:
    fold_, half_, points = amount("1.7倍"), amount("一倍半"), amount("12.6個百分點")
    assert fold_
    assert half_
    assert points
    assert (fold_.kind, fold_.quantity.value, half_.quantity.value) == (
        "fold",
        Fraction("1.7"),
        Fraction("1.5"),
    )
    assert (points.kind, points.quantity.value) == ("points", Fraction("12.6"))


@pytest.mark.parametrize("text", ["成長", "倍數", "億", "33.8", "一成不變", "十足"])
def test_no_amount(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("numeral", "digits"), [("一百二十三", "123"), ("十", "10"), ("二○二五", "2025"), ("兩千零五", "2005")]
)
def test_numerals(numeral: str, digits: str) -> None:
    assert plain(numeral) == digits


@pytest.mark.parametrize(
    ("text", "made", "labels"),
    [
        ("9月", "2025-10-10", ["2025-09 month"]),
        ("九月", "2025-10-10", ["2025-09 month"]),
        ("12月", "2026-01-09", ["2025-12 month"]),
        ("去年12月", "2026-01-09", ["2025-12 month"]),
        ("114 年 12 月", "2026-01-09", ["2025-12 month"]),
        ("民國90年2月", "2025-08-08", ["2001-02 month"]),
        ("79年10月", "2025-08-08", ["1990-10 month"]),
        ("二○二四年三月", "2025-08-08", ["2024-03 month"]),
        ("前11月", "2025-12-10", ["2025-11 year_to_date"]),
        ("前十一個月", "2025-12-10", ["2025-11 year_to_date"]),
        ("前三季", "2025-10-10", ["2025-09 year_to_date"]),
        ("1至9月", "2025-10-10", ["2025-09 year_to_date"]),
        ("1月到9月", "2025-10-10", ["2025-09 year_to_date"]),
        ("3至6月", "2025-07-10", []),
        ("上半年", "2025-07-10", ["2025-06 year_to_date"]),
        ("下半年", "2025-07-10", []),
        ("第3季", "2025-10-10", ["2025-Q3 quarter"]),
        ("首季", "2025-04-10", ["2025-Q1 quarter"]),
        ("第1、2季", "2025-09-07", ["2025-Q1 quarter", "2025-Q2 quarter"]),
        ("5、6月", "2025-09-07", ["2025-05 month", "2025-06 month"]),
        ("去年全年", "2025-08-08", ["2024 year"]),
        ("民國114年", "2026-01-09", ["2025 year"]),
        ("全年", "2026-01-09", ["2025 year"]),
        ("今年以來", "2025-10-10", ["2025-09 year_to_date"]),
        ("10月", "2025-10-10", []),
    ],
)
def test_periods(text: str, made: str, labels: list[str]) -> None:
    day = date.fromisoformat(made)
    month = day.month - 1 or 12
    about = Window("month", date(day.year - (day.month == 1), month, 1))
    found = period(fold(text), Focus(day, about, "TW"))
    assert [f"{one.label} {one.span}" for one in found.windows] == labels


@pytest.mark.parametrize(
    ("text", "place", "scope"),
    [
        ("歷年單月新高", 1, "month"),
        ("歷年同月次高", 2, "same_month"),
        ("歷年同期最高", 1, "same"),
        ("單季新高", 1, "quarter"),
        ("歷年單月第三高", 3, "month"),
        ("史上新高", 1, ""),
        ("創新高", 1, ""),
        ("站上歷史巔峰", 1, ""),
    ],
)
def test_records(text: str, place: int, scope: str) -> None:
    found = best(text)
    assert found is not None
    assert (found.place, found.scope) == (place, scope)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("近16年來最快成長速度", "2010-01-01"),
        ("近3年半來次高", "2022-07-01"),
        ("創17個月新高", "2024-08-01"),
        ("2001年2月以來新低", "2001-02-01"),
        ("民國90年2月以來新低", "2001-02-01"),
        ("今年以來單月第二高", "2025-12-01"),
    ],
)
def test_since(text: str, since: str) -> None:
    found = best(text)
    assert found is not None
    assert since_month(found, Window("month", date(2026, 1, 1))) == date.fromisoformat(since)


@pytest.mark.parametrize("text", ["最高", "高點", "水準", "年增最大"])
def test_no_record(text: str) -> None:
    assert best(text) is None


def test_a_place_among_partners_or_goods() -> None:
    partner, goods = among("第二大出口市場"), among("第一大出口貨類")
    assert partner
    assert goods
    assert partner.flow
    assert (partner.place, partner.of, partner.flow.flow) == (2, "partners", "export")
    assert (goods.place, goods.of) == (1, "commodities")


@pytest.mark.parametrize(
    ("text", "months", "of"),
    [
        ("連25紅", 25, ""),
        ("連3黑", -3, ""),
        ("連續二十三個月正成長", 23, ""),
        ("連續第24個月成長", 24, ""),
        ("連續10個月負成長", -10, ""),
        ("連續5年成長", 5, "years"),
        ("連續第3個月站穩600億美元", 3, "above"),
        ("連續3個月成長超過1倍", 3, "above_percent"),
        ("年增率連續4個月高於3成", 4, "above_percent"),
        ("兩位數下滑連續七個月", -7, "above_percent"),
        ("連3月為台灣最大外銷市場", 3, "first_partner"),
        ("連四月超越陸港", 4, "above_partner"),
    ],
)
def test_streaks(text: str, months: int, of: str) -> None:
    found = streak(text)
    assert found is not None
    assert found.known
    assert (found.months, found.of) == (months, of)


def test_the_simplified_script_keeps_every_place() -> None:
    text = "对美国出口同比增长，贸易顺差创历年单月新高"
    assert traditional(text) == "對美國出口同比增長，貿易順差創歷年單月新高"
    assert len(traditional(text)) == len(text)
