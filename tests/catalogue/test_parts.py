"""Words of `drivers`, `partners` and charts that the figures at hand do not reach, in both languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.facts.places import place
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth, Points, Share
from tradecli.model.report import Named, Statement
from tradecli.reports.shared import say

JAPAN = Named("Japan", "日本")
MONTH = Window("month", date(2025, 11, 1))
FIVE = Money(5, 1, "USD")


def change(value: int) -> Change:
    return Change(Money(value, 1, "USD"))


def growth(percent: int) -> Growth:
    return Growth(*[Fraction(percent)] * 3)


def said(key: str, way: str | None, moved: int, **more: Any) -> Statement:
    """How a part moved; by default down, without points and share."""
    facts = {"points": None, "share": None, **more}
    return say(f"drivers.{key}", way or "fall", name=JAPAN, who=place("JP"), change=change(moved), **facts)


def first(measure: str | None, before: int | None, way: str | None = None, **facts: Any) -> Statement:
    rank = before and say("partners.before", "same" if before == 1 else None, before=before)
    return say("partners.first", measure, way, name=JAPAN, who=place("JP"), before=rank, **facts)


def balance(value: int) -> Figure:
    return Figure("balance", MONTH, Money(value, 1, "USD"))


turned = say(
    "drivers.total",
    "sign_change",
    figure=balance(-5),
    base=balance(4),
    change=change(-9),
    growth=Growth(None, note="sign_change"),
)


@pytest.mark.parametrize(
    ("statement", "english", "chinese"),
    [
        (
            say("partners.rest_holds", count=1),
            "1 partner listed has no figure a year earlier, and is part of what is left over too: changes "
            "and points add up to the total, values do not",
            "所列1個貿易夥伴無上年同期資料，亦計入其他項：增減與百分點合計等於總額，金額合計則否",
        ),
        (
            say("partners.other_set", count=12, before=10),
            "a year earlier 10 of the 12 partners ranked were available: ranks of then are among those",
            "所列12個中上年同期有資料者10個",
        ),
        (
            say("drivers.no_points", "sign_change", reason="sign_change"),
            "no contributions in points: the balance changed sign; see the change in money",
            "出入超正負號改變",
        ),
        (
            say("drivers.no_points", "no_trade", reason="no_trade"),
            "there was none in either period",
            "兩期均無貿易",
        ),
        (say("drivers.no_points", "else", reason="else"), "no contributions in points: else;", "else"),
        (first(None, None, value=FIVE, share=None), "Japan ranks first, with 5.", "日本居首：5美元。"),
        (
            first(None, 1, value=FIVE, share=Share(Fraction(25), Fraction(25), Fraction(25))),
            "Japan ranks first, as a year earlier, with 5, 25.0 % of the total.",
            "日本居首（與上年同期相同）：5美元，占總額25.0%。",
        ),
        (
            first("growth", 3, growth=growth(50)),
            "Japan ranks first (3rd a year earlier), at +50.0 %.",
            "日本居首（上年同期第3名）：年增50.0%。",
        ),
        (
            say("drivers.carried", total=turned, led=[said("led", None, -7)], window=MONTH),
            "The balance turned from a surplus of 4 a year earlier to a deficit of 5, a swing of 9, "
            "led by Japan (-7).",
            "由上年同期出超4美元轉為入超5美元，變動-9美元，主要來自日本減少7美元。",
        ),
        (
            said("led", "deficit", -7, points=Points(*[Fraction(20)] * 3), share=Share(*[Fraction(70)] * 3)),
            "Japan (-7, +20.0 points, 70.0 % of the change)",
            "日本-7美元（貢獻+20.0個百分點，占變動70.0%）",
        ),
        (
            first("growth", 2, "deficit_widened", growth=growth(20)),
            "Japan ranks first (2nd a year earlier), with a deficit 20.0 % larger than a year earlier.",
            "日本居首（上年同期第2名）：入超擴大，幅度20.0%。",
        ),
        (
            first("growth", None, "deficit_narrowed", growth=growth(-20)),
            "Japan ranks first, with a deficit 20.0 % smaller than a year earlier.",
            "日本居首：入超縮小，幅度20.0%。",
        ),
        (
            say("drivers.rest_is", "commodity", "one", count=1),
            "the published total less the commodity group available for both periods (none overlap)",
            "發布總額減兩期均有資料的1個貨品類別（互不重疊）",
        ),
        (say("points_of_the_deficit"), "a plus widened it", "正者使入超擴大"),
        (
            say(
                "partners.ranked_among",
                count=3,
                share=Share(Fraction(25), Fraction(25), Fraction(25)),
                window=MONTH,
            ),
            "ranks are among the 3 partners available for November 2025, 25.0 % of the total; others may",
            "合計占總額25.0%",
        ),
    ],
)
def test_both_languages(statement: Statement, english: str, chinese: str) -> None:
    assert english in write(statement, Style(unit="dollar"))
    assert chinese in write(statement, Style("zh", unit="dollar"))
