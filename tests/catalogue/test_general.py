"""Every statement that several answers share, in both languages: each variant, written out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib import import_module
from typing import Any

import pytest

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.facts.commodity import Commodity
from tradecli.facts.places import place
from tradecli.model.figure import Figure, Rank, Streak, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth, Share
from tradecli.model.report import Named, Statement
from tradecli.reports import shared
from tradecli.reports.shared import say
from tradecli.statistics.concentration import Concentration
from tradecli.statistics.growth import growth_of
from tradecli.statistics.share import share_of

TW, US, WORLD = place("TW"), place("US"), place("WORLD")


def m(period: str) -> date:
    return date.fromisoformat(f"{period}-01")


def bn(billions: float, precision: int = 1_000) -> Money:
    return Money(round(billions * 1_000) * 1_000_000, precision, "USD")


NOV = Window("year_to_date", m("2025-11"))
MONTH = Window("month", m("2025-11"))
#: Halves are rounded away from zero.
INDEX = Concentration(Fraction(14_321, 10), Fraction(15_985, 10), 12)


def figure(billions: float | None, window: Window = NOV, flow: str = "balance", units: int = 0) -> Figure:
    return Figure(flow, window, None if billions is None else bn(billions), units)


def moved(value: float, base: float, units: int = 0) -> Statement:
    now, before = figure(value, units=units), figure(base, NOV.year_before, units=units)
    [statement] = shared.movement(now, before, growth_of(now, before))
    return statement


def reported(
    first: Money,
    revision: Money,
    flow: str = "export",
    day: date = date(2026, 1, 9),
    oldest: str | None = None,
    **more: Any,
) -> Statement:
    shown = Figure(flow, NOV, first)
    variant = None if flow != "balance" or first.sign > 0 else "wider" if revision.sign < 0 else "narrower"
    facts: dict[str, Any] = {"day": day, "inferred": None, "press": None, "window": NOV, **more}
    revised = say("revised", variant, revised=Change(revision))
    return say("reported", oldest, figure=shown, revision=revised, **facts)


def stands(
    kind: str = "year_to_date",
    value: float = 131.03,
    *,
    through: str = "2025-11",
    since: str = "2001-11",
    previous: float = 58.49,
    before: str = "2024-11",
    **more: Any,
) -> Statement:
    facts: dict[str, Any] = {"record": True, "tie": False, "rank": 1, **more}
    rank = Rank(
        kind,
        figure(value, Window(kind, m(through))),
        24,
        since=m(since),
        previous=bn(previous),
        previous_period=m(before),
        **facts,
    )
    return shared.standing(rank)


def growth(value: float, base: float) -> Growth:
    return growth_of(figure(value, MONTH, "export"), figure(base, MONTH.year_before, "export"))


def streak(flow: str, length: int, *, at_least: bool = False) -> Statement:
    """Of months to November 2025, the last of them by 20 %."""
    rate = growth(6 if length > 0 else 4, 5)
    return shared.streak(
        figure(6, MONTH, flow), figure(5, MONTH.year_before, flow), Streak(length, at_least=at_least), rate
    )


def share(part: float, total: float) -> Share:
    found = share_of(figure(part, MONTH, "export"), figure(total, MONTH, "export"))
    assert found
    return found


def line(key: str, flow: str = "export", **facts: Any) -> Statement:
    shown = {"partner": US, "figure": figure(24.42, MONTH, flow), "window": MONTH, "goods": None}
    shown |= {"since": Window("month", m("2002-01")), "missing": 0}
    return Statement(key, {**shown, **facts})


def subtitle(**facts: Any) -> Statement:
    usual = {
        "currency": "USD",
        "vintage": date(2026, 10, 8),
        "as_of": None,
        "publisher": Named("DoS", "統計處"),
    }
    return Statement("subtitle", {**usual, **facts})


def flow_title(flow: str, **facts: Any) -> Statement:
    usual = {"reporter": TW, "partner": WORLD, "through": m("2025-11"), "goods": None, "adjustment": None}
    return Statement("title_flow", {"flow": flow, **usual, **facts})


def surplus_title(value: int, window: Window, reporter: Any = TW, partner: Any = US) -> Statement:
    money = Money(value, 1, "USD")
    facts = {"reporter": reporter, "partner": partner, "window": window, "goods": None, "adjustment": None}
    return say("title_surplus", balance=money, **facts)


GOODS = Commodity("MACHINERY", "mof", "Machinery", "機械")
CARS = Commodity("8703", "hs", "Passenger cars", "小客車")
MACHINERY, MACHINERY_BALANCE = say("goods", goods=GOODS), say("goods.balance", goods=GOODS)
YEARS: dict[str, Any] = {"since": 2001, "missing": 0, "highest": bn(64.7), "year": 2024}
NOTE: dict[str, Any] = {"flow": "export", "window": NOV}
DEFICIT: dict[str, Any] = {"value": -3.06, "previous": -0.95}
DAY = date(2026, 1, 9)
#: Name: statement, English, Chinese.
CASES: dict[str, tuple[Statement, str, str]] = {
    "title of a surplus": (
        surplus_title(1, NOV),
        "Taiwan's trade surplus with the United States, January-November 2025",
        "臺灣對美國貿易出超，2025年1-11月",
    ),
    "title of a deficit": (
        surplus_title(-1, Window("year_to_date", m("2025-12")), US, TW),
        "The United States' trade deficit with Taiwan, 2025",
        "美國對臺灣貿易入超，2025年全年",
    ),
    "title of a balance of zero": (
        surplus_title(0, MONTH),
        "Taiwan's trade balance with the United States, November 2025",
        "臺灣對美國貿易出入超，2025年11月",
    ),
    "title of a surplus of goods": (
        say("title_surplus", **surplus_title(1, MONTH).facts | {"goods": MACHINERY_BALANCE}),
        "Taiwan's trade surplus in machinery with the United States, November 2025",
        "臺灣對美國貿易出超（機械），2025年11月",
    ),
    "title of an adjusted surplus": (
        say("title_surplus", **surplus_title(1, MONTH).facts | {"adjustment": "seasonal"}),
        "Taiwan's trade surplus with the United States, November 2025, seasonally adjusted",
        "臺灣對美國貿易出超，2025年11月，經季節調整",
    ),
    "title without a balance": (
        say("title_surplus.missing", reporter=TW, partner=US, window=MONTH, goods=None, adjustment=None),
        "Taiwan's trade with the United States, November 2025: no balance available",
        "臺灣對美國貿易，2025年11月：無出入超資料",
    ),
    "title of a quarter": (
        surplus_title(1, Window("quarter", m("2025-12"))),
        "Taiwan's trade surplus with the United States, 2025-Q4",
        "臺灣對美國貿易出超，2025年第4季",
    ),
    "title of 12 months": (
        surplus_title(1, Window("rolling_12", m("2025-11"))),
        "Taiwan's trade surplus with the United States, the 12 months to November 2025",
        "臺灣對美國貿易出超，截至2025年11月的12個月",
    ),
    "title of exports": (
        flow_title("export"),
        "Taiwan's exports to the world, through November 2025",
        "臺灣對全球出口，截至2025年11月",
    ),
    "title of imports of goods, adjusted": (
        flow_title("import", goods=MACHINERY, adjustment="seasonal"),
        "Taiwan's imports of machinery from the world, through November 2025, seasonally adjusted",
        "臺灣自全球進口（機械），截至2025年11月，經季節調整",
    ),
    "title of records": (
        say("title_records", reporter=US, through=m("2025-11"), goods=None),
        "The United States' trade in November 2025: records and streaks",
        "美國2025年11月貿易紀錄",
    ),
    "subtitle": (
        subtitle(valuations={"export": "FOB", "import": "CIF"}),
        "US$ billion · DoS, 2026-10-08 · exports FOB, imports CIF",
        "億美元 · 統計處，2026-10-08 · 出口FOB、進口CIF",
    ),
    "subtitle as of a day": (
        subtitle(valuations={"import": "customs value"}, as_of=date(2026, 1, 10)),
        "US$ billion · DoS, 2026-10-08 · customs value · as of 2026-01-10",
        "億美元 · 統計處，2026-10-08 · 海關價值 · 2026-01-10當日所知",
    ),
    "subtitle of a second publisher": (
        Statement("subtitle.again", subtitle(valuations={"export": "FAS"}).facts),
        "DoS, 2026-10-08 · FAS",
        "統計處，2026-10-08 · FAS",
    ),
    "subtitle of an own table": (
        say("subtitle.own_table", currency="EUR", publisher="x.csv", vintage=DAY, as_of=None, only=None),
        "EUR billion · own table x.csv, 2026-01-09",
        "億歐元 · 自有資料表x.csv，2026-01-09",
    ),
    "subtitle of an own table of a part of a flow": (
        say(
            "subtitle.own_table",
            currency="EUR",
            publisher="x.csv",
            vintage=DAY,
            as_of=None,
            only="re-exports",
        ),
        "EUR billion · own table x.csv, 2026-01-09 · re-exports alone",
        "億歐元 · 自有資料表x.csv，2026-01-09 · 僅復出口",
    ),
    "header of a year to date": (say("window", window=NOV), "Jan-Nov 2025", "2025年1-11月"),
    "header of January": (
        say("window", window=Window("year_to_date", m("2025-01"))),
        "Jan 2025",
        "2025年1月",
    ),
    "header of a year": (
        say("window", window=Window("year_to_date", m("2025-12"))),
        "2025",
        "2025年全年",
    ),
    "header of a month": (say("window", window=Window("month", m("2025-05"))), "May 2025", "2025年5月"),
    "header of a full year": (say("full_year", year=2024), "full 2024", "2024年全年"),
    "a word for a column": (say("column", name="newest_month"), "newest month", "newest month"),
    "more": (
        moved(5.5, 5),
        "The surplus rose by 0.50 from January-November 2024 (+10.0 %).",
        "出超較2024年1-11月增加5.00億美元，年增10.0%。",
    ),
    "less": (
        moved(4, 5),
        "The surplus fell by 1.00 from January-November 2024 (-20.0 %).",
        "出超較2024年1-11月減少10.00億美元，年減20.0%。",
    ),
    "unchanged": (
        moved(5, 5),
        "The surplus unchanged from January-November 2024.",
        "出超與2024年1-11月持平。",
    ),
    "doubled": (
        moved(10.1, 5),
        "The surplus doubled from January-November 2024 (+102.0 %).",
        "出超為2024年1-11月的2倍，年增102.0%。",
    ),
    "nearly doubled": (
        moved(9.9, 5),
        "The surplus nearly doubled from January-November 2024 (+98.0 %).",
        "出超為2024年1-11月的近2倍，年增98.0%。",
    ),
    "almost five times as much": (
        # 4.75 and more of the base is beyond what "more than quadrupled" says.
        moved(24, 5),
        "The surplus rose by 19.00 from January-November 2024 (+380.0 %).",
        "出超較2024年1-11月增加190.00億美元，年增380.0%。",
    ),
    "a multiple": (
        moved(61.5, 5),
        "The surplus rose by 56.50 from January-November 2024 (x12.3).",
        "出超較2024年1-11月增加565.00億美元，為上年同期的12.3倍。",
    ),
    "from surplus to deficit": (
        moved(-3.06, 4.73),
        "A deficit of 3.06, after a surplus of 4.73 a year earlier: a swing of 7.79.",
        "由上年同期出超47.30億美元轉為入超30.60億美元，變動77.90億美元。",
    ),
    "from deficit to surplus": (
        moved(0.05, -2.68),
        "A surplus of US$ 50.0 million, after a deficit of 2.68 a year earlier: a swing of 2.73.",
        "由上年同期入超26.80億美元轉為出超0.50億美元，變動27.30億美元。",
    ),
    "a part too small for the unit": (
        say(
            "exceeds_last_year",
            last=bn(4),
            last_year=2024,
            **{**YEARS, "highest": Money(5_887_000, 1_000, "USD")},
        ),
        "Already above all of 2024 (4.00); the full-year record since 2001 is US$ 5.9 million, in 2024.",
        "已超過2024年全年（40.00億美元）；2001年以來全年最高為2024年的5.9百萬美元。",
    ),
    "less without a rate": (
        say(
            "moved.less",
            figure=figure(5),
            base=figure(6, NOV.year_before),
            growth=Growth(None),
            change=Change(bn(-1)),
        ),
        "The surplus fell by 1.00 from January-November 2024.",
        "出超較2024年1-11月減少10.00億美元。",
    ),
    "deficit widened": (
        # 12.63 / 5.95 = 2.1227
        moved(-12.63, -5.95),
        "The deficit more than doubled, widening by 6.68 (112.3 % larger than a year earlier).",
        "入超擴大66.80億美元，為上年同期的逾2倍，幅度112.3%。",
    ),
    "deficit widened a little": (
        moved(-5.5, -5),
        "The deficit widened by 0.50 and was 10.0 % larger than a year earlier.",
        "入超擴大5.00億美元，幅度10.0%。",
    ),
    "deficit widened many times over": (
        moved(-61.5, -5),
        "The deficit widened by 56.50 and was 12.3 times that of a year earlier.",
        "入超擴大565.00億美元，為上年同期的12.3倍。",
    ),
    "deficit narrowed": (
        moved(-4, -5),
        "The deficit narrowed by 1.00 and was 20.0 % smaller than a year earlier.",
        "入超縮小10.00億美元，幅度20.0%。",
    ),
    "deficit narrowed, by rounded figures": (
        # (3.9 to 4.1) / (4.9 to 5.1): 16.3 % to 23.5 % smaller at the ends.
        moved(-4, -5, 200_000_000),
        "The deficit narrowed by 1.00 and was ~20.0 % smaller than a year earlier.",
        "入超縮小10.00億美元，幅度~20.0%。",
    ),
    "exceeds every year": (
        say("exceeds_every_year", since=2001, missing=0, highest=bn(64.7), year=2024),
        "Already above every full year since 2001; the highest was 64.70, in 2024.",
        "已超過2001年以來各年全年出超，最高為2024年的647.00億美元。",
    ),
    "wider than every year": (
        say("exceeds_every_year.deficit", since=1985, missing=1, highest=bn(-146.61), year=2025),
        "Already wider than the deficit of every full year since 1985 in available data with "
        "1 missing; the widest was 146.61, in 2025.",
        "已超過1985年以來（現有資料缺1年）各年全年入超，最大為2025年的1,466.10億美元。",
    ),
    "exceeds the last year": (
        say("exceeds_last_year", last=bn(4), last_year=2024, **{**YEARS, "highest": bn(9), "year": 2011}),
        "Already above all of 2024 (4.00); the full-year record since 2001 is 9.00, in 2011.",
        "已超過2024年全年（40.00億美元）；2001年以來全年最高為2011年的90.00億美元。",
    ),
    "wider than the last year": (
        say(
            "exceeds_last_year.deficit",
            last=bn(-4),
            last_year=2024,
            **{**YEARS, "highest": bn(-9), "year": 2011},
        ),
        "Already wider than all of 2024 (4.00); the widest of a full year since 2001 is 9.00, in 2011.",
        "已超過2024年全年入超（40.00億美元）；2001年以來全年最大入超為2011年的90.00億美元。",
    ),
    "exceeded every year until then": (
        say("exceeds_every_year.passed", **{**YEARS, "passed": bn(149.24), "passed_year": 2025}),
        "Above every full year when it came (since 2001; the highest was 64.70, in 2024); "
        "passed since: 149.24 in 2025.",
        "已超過當時2001年以來各年全年出超（最高為2024年的647.00億美元）；其後已為2025年的1,492.40億美元超越。",
    ),
    "wider than every year until then": (
        say("exceeds_every_year.deficit.passed", **{**YEARS, "passed": bn(-149.24), "passed_year": 2025}),
        "Wider than the deficit of every full year when it came (since 2001; the widest was "
        "64.70, in 2024); passed since: 149.24 in 2025.",
        "已超過當時2001年以來各年全年入超（最大為2024年的647.00億美元）；其後已為2025年的1,492.40億美元超越。",
    ),
    "no balance": (
        say("balance_missing", flow="import", window=MONTH, newest=m("2023-05")),
        "No balance: imports of November 2025 are not available; the newest are of May 2023.",
        "無出入超：2025年11月進口尚無資料，最新為2023年5月。",
    ),
    "no balance of any month": (
        say("balance_missing.never", flow="import", window=MONTH),
        "No balance: imports of November 2025 are not available, nor of any month.",
        "無出入超：2025年11月進口尚無資料，亦無任何月份資料。",
    ),
    "a month": (
        # 19.88 / 5.61 = 3.5437, 24.42 / 8.65 = 2.8231, 4.54 / 3.04 = 1.4934
        Statement(
            "month_line",
            {
                "window": MONTH,
                "balance": figure(19.88),
                "balance_growth": growth(19.88, 5.61),
                "export": figure(24.42),
                "export_growth": growth(24.42, 8.65),
                "import": figure(4.54),
                "import_growth": growth(4.54, 3.04),
            },
        ),
        "November 2025: surplus 19.88 (+254.4 %), exports 24.42 (+182.3 %), imports 4.54 (+49.3 %).",
        "2025年11月出超198.80億美元（年增254.4%）、出口244.20億美元（年增182.3%）、進口45.40億美元（年增49.3%）。",
    ),
    "a month of another side than a year earlier": (
        Statement(
            "month_line",
            {
                "window": MONTH,
                "balance": figure(-1),
                "balance_growth": growth_of(figure(-1, MONTH), figure(2, MONTH.year_before)),
                "export": figure(3.54),
                "export_growth": Growth(None),
                "import": figure(4.54),
                "import_growth": growth(45.4, 4.54 / 1.5),
            },
        ),
        "November 2025: deficit 1.00 (after a surplus of 2.00), exports 3.54, imports 4.54 (x15.0).",
        "2025年11月入超10.00億美元（上年同期為出超20.00億美元）、出口35.40億美元、進口45.40億美元（為上年同期的15.0倍）。",
    ),
    "a month in deficit with a flow missing": (
        Statement(
            "month_line",
            {
                "window": MONTH,
                "balance": figure(-1),
                "balance_growth": Growth(None),
                "export": figure(None),
                "export_growth": Growth(None),
                "import": figure(4.54),
                "import_growth": growth(4.54, 3.04),
            },
        ),
        "November 2025: deficit 1.00, imports 4.54 (+49.3 %).",
        "2025年11月入超10.00億美元、進口45.40億美元（年增49.3%）。",
    ),
    "reported in the press": (
        reported(
            Money(131_800_000_000, 10**8, "USD"),
            Money(-772_524_000, 10**8, "USD"),
            "balance",
            press=say("marked_press"),
        ),
        "First published on 2026-01-09 (press): a surplus of 131.8 in January-November 2025, "
        "revised by -0.8 since.",
        "2026-01-09首次發布（新聞稿）：2025年1-11月出超1,318億美元，其後修正-8億美元。",
    ),
    "reported in a table on an inferred day": (
        reported(bn(176.04), bn(0.02), day=date(2025, 12, 9), inferred=say("marked_inferred")),
        "First published on 2025-12-09 (day inferred): exports of 176.04 in January-November "
        "2025, revised by +0.02 since.",
        "2025-12-09（推定日）首次發布：2025年1-11月出口1,760.40億美元，其後修正+0.20億美元。",
    ),
    "reported, the oldest available and not the first": (
        reported(bn(176.04), bn(-0.02), press=say("marked_press"), oldest="oldest"),
        "The oldest published figure available is of 2026-01-09 (press): exports of 176.04 in "
        "January-November 2025, revised by -0.02 since.",
        "現有最早發布值為2026-01-09（新聞稿）：2025年1-11月出口1,760.40億美元，其後修正-0.20億美元。",
    ),
    "reported, revised by less than shows": (
        reported(bn(0.9), Money(4_000_000, 1_000, "USD")),
        "First published on 2026-01-09: exports of 0.90 in January-November 2025, revised by "
        "less than 0.01 since.",
        "2026-01-09首次發布：2025年1-11月出口9.00億美元，其後修正+4.0百萬美元。",
    ),
    "reported, a deficit that was wider": (
        reported(bn(-20.62), bn(-0.02), "balance"),
        "First published on 2026-01-09: a deficit of 20.62 in January-November 2025, revised "
        "to be wider by 0.02 since.",
        "2026-01-09首次發布：2025年1-11月入超206.20億美元，其後修正擴大0.20億美元。",
    ),
    "reported, a deficit that was narrower": (
        reported(bn(-20.62), Money(4_000_000, 1_000, "USD"), "balance"),
        "First published on 2026-01-09: a deficit of 20.62 in January-November 2025, revised "
        "to be narrower by less than 0.01 since.",
        "2026-01-09首次發布：2025年1-11月入超206.20億美元，其後修正縮小4.0百萬美元。",
    ),
    "a record of next to nothing": (
        stands(value=0.001, previous=0, record=True),
        "A record for January-November since 2001, above the 0 of 2024.",
        "創歷年同期新高（自2001年起），前次為2024年的0美元。",
    ),
    "record": (
        stands(),
        "A record for January-November since 2001, above the 58.49 of 2024.",
        "創歷年同期新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a month": (
        stands("month", since="2001-01", before="2025-10"),
        "A record for any month since 2001, above the 58.49 of October 2025.",
        "創歷年單月新高（自2001年1月起），前次為2025年10月的584.90億美元。",
    ),
    "record of the same month": (
        stands("same_month"),
        "A record for November since 2001, above the 58.49 of 2024.",
        "創歷年同月新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a quarter": (
        stands("quarter", through="2025-12", since="2001-03", before="2025-09"),
        "A record for any quarter since 2001-Q1, above the 58.49 of 2025-Q3.",
        "創歷年單季新高（自2001年第1季起），前次為2025年第3季的584.90億美元。",
    ),
    "record of a year": (
        stands("year", through="2025-12", since="2001-12", before="2024-12"),
        "A record for a full year since 2001, above the 58.49 of 2024.",
        "創歷年全年新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a year to date through December": (
        stands(through="2025-12", since="2001-12", before="2024-12"),
        "A record for a full year since 2001, above the 58.49 of 2024.",
        "創歷年全年新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a January": (
        stands(through="2025-01", since="2001-01", before="2024-01"),
        "A record for January since 2001, above the 58.49 of 2024.",
        "創歷年同期新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of 12 months": (
        stands("rolling_12", since="2001-12", before="2025-10"),
        "A record for 12 months since December 2001, above the 58.49 of October 2025.",
        "創歷來12個月新高（自2001年12月起），前次為2025年10月的584.90億美元。",
    ),
    "record with gaps": (
        stands(missing=2),
        "A record for January-November since 2001 in available data with 2 missing, above the 58.49 of 2024.",
        "創歷年同期新高（自2001年起，現有資料缺2筆），前次為2024年的584.90億美元。",
    ),
    "record passed since": (
        stands("month", since="2001-01", before="2025-10", passed=bn(233.78), passed_period=m("2026-03")),
        "A record for any month when it came, above the 58.49 of October 2025 (since 2001); "
        "passed since: 233.78 in March 2026.",
        "創當時歷年單月新高（自2001年1月起），前次為2025年10月的584.90億美元；其後已為2026年3月的2,337.80億美元超越。",
    ),
    "no record, and the record of then passed since": (
        stands("month", record=False, rank=3, since="2001-01", before="2025-10", overtaken=True),
        "The third-highest month since 2001; the record was then 58.49, in October 2025.",
        "為歷年單月第3高（自2001年1月起），當時最高為2025年10月的584.90億美元。",
    ),
    "widest deficit, passed since": (
        stands(**DEFICIT, passed=bn(-5), passed_period=m("2026-11")),
        "The widest deficit for January-November when it came, beyond the 0.95 of 2024 (since "
        "2001); passed since: 5.00 in 2026.",
        "創當時歷年同期最大入超（自2001年起），前次為2024年的9.50億美元；其後已為2026年的50.00億美元超越。",
    ),
    "first surplus since, passed since": (
        stands(
            first_of_sign=True,
            last_of_sign=m("2019-11"),
            passed=bn(150),
            passed_period=m("2026-11"),
        ),
        "The first surplus for January-November since 2019, and a record when it came (since "
        "2001); passed since: 150.00 in 2026.",
        "2019年以來同期首見出超，創當時新高（自2001年起）；其後已為2026年的1,500.00億美元超越。",
    ),
    "first deficit since, passed since": (
        stands(
            **{**DEFICIT, "first_of_sign": True, "last_of_sign": m("2003-11")},
            passed=bn(-5),
            passed_period=m("2026-11"),
        ),
        "The first deficit for January-November since 2003, and the widest when it came "
        "(since 2001); passed since: 5.00 in 2026.",
        "2003年以來同期首見入超，創當時最大入超（自2001年起）；其後已為2026年的50.00億美元超越。",
    ),
    "widest deficit": (
        stands(**DEFICIT),
        "The widest deficit for January-November since 2001, beyond the 0.95 of 2024.",
        "創歷年同期最大入超（自2001年起），前次為2024年的9.50億美元。",
    ),
    "first deficit ever": (
        stands(**DEFICIT, first_of_sign=True),
        "The first deficit for January-November in figures since 2001.",
        "現有資料（自2001年起）中同期首見入超。",
    ),
    "first deficit since, and the widest": (
        stands(**DEFICIT, first_of_sign=True, last_of_sign=m("2003-11")),
        "The first deficit for January-November since 2003, and the widest since 2001.",
        "2003年以來同期首見入超，並創最大入超（自2001年起）。",
    ),
    "first surplus since, and a record": (
        stands(first_of_sign=True, last_of_sign=m("2019-11")),
        "The first surplus for January-November since 2019, and a record since 2001.",
        "2019年以來同期首見出超，並創新高（自2001年起）。",
    ),
    "tie": (
        stands(record=False, tie=True),
        "Equal to the record for January-November, of 2024 (since 2001).",
        "平2024年的歷年同期紀錄（自2001年起）。",
    ),
    "rank": (
        stands(record=False, rank=2),
        "The second-highest January-November since 2001; the record is 58.49, in 2024.",
        "為歷年同期第2高（自2001年起），最高為2024年的584.90億美元。",
    ),
    "rank not worth saying": (
        stands(record=False, rank=288),
        "The record for January-November since 2001 is 58.49, in 2024.",
        "歷年同期最高為2024年的584.90億美元（自2001年起）。",
    ),
    "rank of a deficit not worth saying": (
        stands(record=False, rank=6, **DEFICIT),
        "The widest deficit for January-November since 2001 is 0.95, in 2024.",
        "歷年同期最大入超為2024年的9.50億美元（自2001年起）。",
    ),
    "a fifth": (
        stands(record=False, rank=5),
        "The fifth-highest January-November since 2001; the record is 58.49, in 2024.",
        "為歷年同期第5高（自2001年起），最高為2024年的584.90億美元。",
    ),
    "rank of a deficit": (
        stands(record=False, rank=3, **DEFICIT),
        "The third-widest deficit for January-November since 2001; the widest is 0.95, in 2024.",
        "為歷年同期第3大入超（自2001年起），最大為2024年的9.50億美元。",
    ),
    "rank after a change of sign": (
        stands(record=False, rank=2, first_of_sign=True, last_of_sign=m("2019-11")),
        "The first surplus for January-November since 2019; the record is 58.49, in 2024 (since 2001).",
        "2019年以來同期首見出超，最高為2024年的584.90億美元（自2001年起）。",
    ),
    "rank of a deficit after a change of sign": (
        stands(record=False, rank=2, first_of_sign=True, last_of_sign=m("2019-11"), **DEFICIT),
        "The first deficit for January-November since 2019; the widest is 0.95, in 2024 (since 2001).",
        "2019年以來同期首見入超，最大為2024年的9.50億美元（自2001年起）。",
    ),
    "a deficit of none before it": (
        stands(record=False, rank=2, value=-1, previous=0),
        "Not a record for January-November since 2001.",
        "非歷年同期紀錄（自2001年起）。",
    ),
    "short history": (
        shared.standing(Rank("year_to_date", figure(5), 2)),
        "Too few earlier figures to speak of a record for January-November: 2.",
        "先前資料僅2筆，不論歷年同期紀錄。",
    ),
    "history of one": (
        shared.standing(Rank("year_to_date", figure(5), 1)),
        "Too few earlier figures to speak of a record for January-November: 1.",
        "先前資料僅1筆，不論歷年同期紀錄。",
    ),
    "streak of rises": (
        streak("export", 25),
        "Exports up 20.0 % on a year earlier, the 25th rise in a row.",
        "出口年增20.0%，連25紅。",
    ),
    "streak of falls": (
        streak("import", -3),
        "Imports down 20.0 % on a year earlier, the 3rd fall in a row.",
        "進口年減20.0%，連3黑。",
    ),
    "streak of at least": (
        streak("export", 12, at_least=True),
        "Exports up 20.0 % on a year earlier, at least the 12th rise in a row.",
        "出口年增20.0%，至少連12紅。",
    ),
    "streak of falls, at least": (
        streak("export", -12, at_least=True),
        "Exports down 20.0 % on a year earlier, at least the 12th fall in a row.",
        "出口年減20.0%，至少連12黑。",
    ),
    "streak of one": (
        streak("export", 1),
        "Exports up 20.0 % on a year earlier, after no rise the month before.",
        "出口年增20.0%，上月未增。",
    ),
    "streak of one fall": (
        streak("export", -1),
        "Exports down 20.0 % on a year earlier, after no fall the month before.",
        "出口年減20.0%，上月未減。",
    ),
    "streak of surpluses": (
        streak("balance", 120),
        "In surplus every month since December 2015.",
        "連續120個月出超。",
    ),
    "streak of surpluses, at least": (
        streak("balance", 2, at_least=True),
        "In surplus every month since at least October 2025.",
        "至少連續2個月出超。",
    ),
    "one surplus, at least": (
        streak("balance", 1, at_least=True),
        "In surplus; since when cannot be told.",
        "出超，連續月數不詳。",
    ),
    "one deficit, at least": (
        streak("balance", -1, at_least=True),
        "In deficit; since when cannot be told.",
        "入超，連續月數不詳。",
    ),
    "one rise, at least": (
        streak("export", 1, at_least=True),
        "Exports up 20.0 % on a year earlier, a run of unknown length.",
        "出口年增20.0%，連續月數不詳。",
    ),
    "one fall, at least": (
        streak("import", -1, at_least=True),
        "Imports down 20.0 % on a year earlier, a run of unknown length.",
        "進口年減20.0%，連續月數不詳。",
    ),
    "streak of deficits": (
        streak("balance", -2),
        "In deficit every month since October 2025.",
        "連續2個月入超。",
    ),
    "streak of deficits, at least": (
        streak("balance", -500, at_least=True),
        "In deficit every month since at least April 1984.",
        "至少連續500個月入超。",
    ),
    "streak of one surplus": (
        streak("balance", 1),
        "In surplus, after none the month before.",
        "出超，上月則否。",
    ),
    "streak of one deficit": (
        streak("balance", -1),
        "In deficit, after none the month before.",
        "入超，上月則否。",
    ),
    "line of a record": (
        line("records_line", "balance", standing=stands(), figure=figure(131.03), window=NOV),
        "Surplus with the United States, January-November 2025: US$ 131.03 billion. A record "
        "for January-November since 2001, above the 58.49 of 2024.",
        "2025年1-11月對美國出超1,310.30億美元，創歷年同期新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "line of growth": (
        line("growth_line.record", growth=growth(24.42, 8.65)),
        "Exports to the United States, November 2025: up 182.3 % on a year earlier, the "
        "largest rise since 2002.",
        "2025年11月對美國出口年增182.3%，增幅最大（自2002年1月起）。",
    ),
    "line of growth, ranked": (
        line("growth_line", growth=growth(6, 5), rank=2),
        "Exports to the United States, November 2025: up 20.0 % on a year earlier, the "
        "second-largest rise since 2002.",
        "2025年11月對美國出口年增20.0%，增幅第2高（自2002年1月起）。",
    ),
    "line of a deficit": (
        line("records_line", "balance", standing=stands(**DEFICIT), figure=figure(-3.06), window=NOV),
        "Deficit with the United States, January-November 2025: US$ 3.06 billion. The widest "
        "deficit for January-November since 2001, beyond the 0.95 of 2024.",
        "2025年1-11月對美國入超30.60億美元，創歷年同期最大入超（自2001年起），前次為2024年的9.50億美元。",
    ),
    "line of growth, far from a record": (
        line("growth_line.far", growth=growth(6, 5), rank=22),
        "Exports to the United States, November 2025: up 20.0 % on a year earlier.",
        "2025年11月對美國出口年增20.0%。",
    ),
    "line of a share, far from a record": (
        line("share_line.far", share=share(1, 8), rank=297),
        "Exports to the United States, November 2025: 12.5 % of all exports.",
        "2025年11月對美國出口占出口總額12.5%。",
    ),
    "line of a fall": (
        line("growth_line.fall", growth=growth(4, 5)),
        "Exports to the United States, November 2025: down 20.0 % on a year earlier.",
        "2025年11月對美國出口年減20.0%。",
    ),
    "line of growth without history": (
        line("growth_line.short_history", growth=growth(6, 5)),
        "Exports to the United States, November 2025: up 20.0 % on a year earlier; too few "
        "earlier rates to rank it.",
        "2025年11月對美國出口年增20.0%；先前資料過少，不論名次。",
    ),
    "line of a share": (
        # 24.42 / 64.04 = 38.13 %
        line("share_line.record", share=share(24.42, 64.04)),
        "Exports to the United States, November 2025: 38.1 % of all exports, the highest share since 2002.",
        "2025年11月對美國出口占出口總額38.1%，占比最高（自2002年1月起）。",
    ),
    "line of a share, ranked": (
        line("share_line", share=share(1, 8), rank=3),
        "Exports to the United States, November 2025: 12.5 % of all exports, the "
        "third-highest share since 2002.",
        "2025年11月對美國出口占出口總額12.5%，占比第3高（自2002年1月起）。",
    ),
    "line of a share without history": (
        line("share_line.short_history", share=share(1, 8)),
        "Exports to the United States, November 2025: 12.5 % of all exports; too few earlier "
        "shares to rank it.",
        "2025年11月對美國出口占出口總額12.5%；先前資料過少，不論名次。",
    ),
    "line of a streak": (
        line("streak_line", run=shared.run("export", Streak(25, at_least=False), m("2025-11"))),
        "Exports to the United States, November 2025: the 25th rise on the year in a row.",
        "2025年11月對美國出口：連續25個月正成長。",
    ),
    "line of a streak of imports": (
        line("streak_line", "import", run=shared.run("import", Streak(-2, at_least=False), m("2025-11"))),
        "Imports from the United States, November 2025: the 2nd fall on the year in a row.",
        "2025年11月自美國進口：連續2個月負成長。",
    ),
    "line of goods, with gaps": (
        line("growth_line.record", growth=growth(6, 5), goods=MACHINERY, missing=3),
        "Exports of machinery to the United States, November 2025: up 20.0 % on a year "
        "earlier, the largest rise since 2002 in available data with 3 missing.",
        "2025年11月對美國出口（機械）年增20.0%，增幅最大（自2002年1月起，現有資料缺3筆）。",
    ),
    "line of no base": (
        line("streak_line.no_base"),
        "Exports to the United States, November 2025: no streak; nothing was traded a year earlier.",
        "2025年11月對美國出口：上年同月無貿易。",
    ),
    "line of no streak": (
        line("streak_line.none"),
        "Exports to the United States, November 2025: no streak; unchanged on a year earlier.",
        "2025年11月對美國出口：與上年同月持平。",
    ),
    "a record of the year to date": (say("kind_year_to_date", window=NOV), "Jan-Nov", "1-11月"),
    "cell of a place": (say("name", place=US), "United States", "美國"),
    "cell of a share": (say("cell_share", share=share(1, 8)), "12.5 %", "12.5%"),
    "cell of a streak": (say("cell_streak", length=1), "1 month", "1個月"),
    "cell of a streak, at least": (say("cell_streak.at_least", length=5), "at least 5 months", "至少5個月"),
    "nothing available": (
        say("no_value.missing", **NOTE),
        "exports January-November 2025: not published, or not available",
        "出口2025年1-11月：尚未發布或無資料",
    ),
    "months missing": (
        say("no_value", available=8, months=11, **NOTE),
        "exports: only 8 of 11 months are available, so no total is shown",
        "出口2025年1-11月：11個月中僅有8個月，不列合計",
    ),
    "nothing available of several windows": (
        say("no_value.missing.several", windows=[NOV, MONTH], flow="export"),
        "exports in January-November 2025, November 2025: not published, or not available",
        "出口2025年1-11月、2025年11月：尚未發布或無資料",
    ),
    "older inputs of many months": (
        say(
            "older_inputs.several",
            windows=[Window("month", m(f"2025-{month:02}")) for month in (4, 5, 6)],
            oldest=date(2026, 9, 9),
            newest=date(2026, 10, 8),
            flow="export",
        ),
        "exports from April 2025 to June 2025: summed from releases of 2026-09-09 to 2026-10-08",
        "2025年4月至2025年6月出口係2026-09-09至2026-10-08各次發布值合計",
    ),
    "older inputs": (
        say("older_inputs", oldest=date(2026, 9, 9), newest=date(2026, 10, 8), **NOTE),
        "exports in January-November 2025: summed from releases of 2026-09-09 to 2026-10-08",
        "2025年1-11月出口係2026-09-09至2026-10-08各次發布值合計",
    ),
    "an older flow of a balance": (
        say("older_inputs.flow", flow="import", newest=date(2026, 9, 9)),
        "imports are from an earlier release (2026-09-09)",
        "進口為較早發布（2026-09-09）",
    ),
    "another vintage": (
        say("other_vintage", day=date(2025, 9, 9), **NOTE),
        "exports in January-November 2025: from the release of 2025-09-09",
        "2025年1-11月出口為2025-09-09發布",
    ),
    "another vintage of two windows": (
        say("other_vintage.several", day=date(2025, 9, 9), flow="export", windows=[NOV, MONTH]),
        "exports in January-November 2025, November 2025: from the release of 2025-09-09",
        "2025年1-11月、2025年11月出口為2025-09-09發布",
    ),
    "as published": (
        say("as_published", days=[DAY, date(2026, 2, 9)], flow="balance"),
        "balance as published on 2026-01-09, 2026-02-09, not exports minus imports",
        "出入超採發布值（2026-01-09、2026-02-09），非以出口減進口計算",
    ),
    "base superseded": (
        say("base_superseded", **{"day": DAY, "year": 2024, **NOTE}, published=bn(64.7), without=bn(64.91)),
        "growth of exports rests on an older base: all of 2024 was republished on 2026-01-09 "
        "(64.70, 64.91 before)",
        "出口成長率按較舊基期計算：2024年全年已於2026-01-09重新發布（647.00億美元，原為649.10億美元）",
    ),
    "does not add": (
        say("does_not_add", gap=Change(bn(0.01))),
        "the balance is as published and differs from exports minus imports as shown by +0.01; "
        "the publisher had unrounded or newer figures",
        "出入超為發布值，與表列出口減進口相差+0.10億美元",
    ),
    "does not add, rounded once": (
        say("does_not_add.rounded", gap=Change(bn(0.01))),
        "the balance differs from exports minus imports as shown by +0.01; each is rounded once",
        "出入超與表列出口減進口相差+0.10億美元，各項分別四捨五入一次",
    ),
    "does not add, by nothing that shows": (
        say("does_not_add", gap=Change(Money(1_000, 1_000, "USD"))),
        "the balance is as published and differs from exports minus imports by less than the last digit "
        "shown; the publisher had unrounded or newer figures",
        "出入超為發布值，與表列出口減進口相差不足表列末位數",
    ),
    "day inferred": (
        say("day_inferred", day=date(2025, 9, 9), known_by=date(2025, 9, 30), as_of=date(2025, 9, 10)),
        "2025-09-09 is an inferred day: its figures were certainly public by 2025-09-30, on "
        "2025-09-10 perhaps not (--as-of-strict leaves them out)",
        "2025-09-09為推定發布日，最遲2025-09-30已公開；2025-09-10當日可能尚未公開（--as-of-strict 可排除）",
    ),
    "two months of the new year": (
        say(
            "new_year_pair",
            year=2018,
            rates=[
                say("new_year_rate", flow=flow, growth=growth(10.73, 10)) for flow in ("export", "import")
            ],
        ),
        "January and February 2018 together: exports +7.3 %, imports +7.3 % (the Lunar New Year moves)",
        "2018年1-2月合計：出口年增7.3%、進口年增7.3%（春節落點不同）",
    ),
    "two months of the new year without a rate": (
        say(
            "new_year_pair",
            year=2018,
            rates=[say("new_year_rate.undefined", flow="balance", growth=Growth(None))],
        ),
        "January and February 2018 together: balance no rate (the Lunar New Year moves)",
        "2018年1-2月合計：出入超無成長率（春節落點不同）",
    ),
    "the new year is coming": (
        say("new_year_coming", year=2026),
        "the Lunar New Year moves between January and February: "
        "compare the two months of 2026 together once February is published",
        "春節在1、2月間移動：2026年2月發布後宜看1-2月合計",
    ),
    "leap year": (
        say("leap_year", year=2024),
        "February 2024 had 29 days, 3.6 % more than other years; not adjusted for",
        "2024年2月為29天，較平年多3.6%，未予調整",
    ),
    "growth of deficits": (
        say("deficit_growth"),
        "y/y of two deficits is the growth of the deficit",
        "兩期均為入超時，年增率指入超金額的增減幅度",
    ),
    "some of the partners": (
        say("top", "partner", top=3, of=12, count=9),
        "3 of 12 partners; the rest sums up the other 9 and all that no figure is available for",
        "僅列12個貿易夥伴中3個；其他項含另9個及無個別資料者",
    ),
    "some of the goods": (
        say("top", "commodity", top=1, of=3, count=2),
        "1 of 3 groups of goods; the rest sums up the other 2 and all that no figure is available for",
        "僅列3個貨品類別中1個；其他項含另2個及無個別資料者",
    ),
    "columns not shown": (
        say("columns_not_shown", count=2),
        "2 columns not shown: --format csv",
        "另有2欄未顯示：--format csv",
    ),
    "a column not shown": (
        say("columns_not_shown", "one", count=1),
        "1 column not shown: --format csv",
        "另有1欄未顯示：--format csv",
    ),
    "areas not listed": (
        say("top_areas", count=1),
        "1 area not listed: --by region",
        "另有1個地區未列：--by region",
    ),
    "areas not listed beside areas": (
        say("top_areas", "region", count=1),
        "1 area not listed: leave out --top",
        "另有1個地區未列：請勿加--top",
    ),
    "areas side by side": (
        say("regions_as_published"),
        "continents and areas are as published: they hold one another's trade, are never added to their "
        "members, and do not add up to the total",
        "各洲及地區均為發布值，互有重疊，不與其成員相加，合計亦不等於總額",
    ),
    "concentration": (
        say("concentration", "partner", index=INDEX),
        "Concentration by partner (Herfindahl index, 0 to 10,000): 1,432 to 1,599; only 12 partners are "
        "known one by one.",
        "貿易夥伴集中度（赫芬達爾指數，0至10,000）介於1,432與1,599；有個別資料者僅12個貿易夥伴。",
    ),
    "concentration of goods": (
        say("concentration", "commodity", index=INDEX),
        "Concentration by goods (Herfindahl index, 0 to 10,000): 1,432 to 1,599; only 12 groups are "
        "known one by one.",
        "貨品集中度（赫芬達爾指數，0至10,000）介於1,432與1,599；有個別資料者僅12個貨品類別。",
    ),
    "concentration, nothing left over": (
        say("concentration", "partner", "exact", index=INDEX),
        "Concentration by partner (Herfindahl index, 0 to 10,000): 1,432 (12 partners).",
        "貿易夥伴集中度（赫芬達爾指數，0至10,000）為1,432（12個貿易夥伴）。",
    ),
    "concentration of goods, nothing left over": (
        say("concentration", "commodity", "exact", index=INDEX),
        "Concentration by goods (Herfindahl index, 0 to 10,000): 1,432.",
        "貨品集中度（赫芬達爾指數，0至10,000）為1,432。",
    ),
    "a rest with partners in it": (
        say("rest", "partner", "summed_up", count=9),
        "all others (9 with figures)",
        "其他貿易夥伴（9個有資料）",
    ),
    "a rest with goods in it": (
        say("rest", "commodity", "summed_up", count=1),
        "all other goods (1 group)",
        "其他貨品（含1個類別）",
    ),
    "mixed vintages": (
        say("mixed_vintages", oldest=date(2025, 9, 9), newest=DAY),
        "the figures are from releases of 2025-09-09 to 2026-01-09; what the parts leave over "
        "also holds revisions between them",
        "資料為2025-09-09至2026-01-09各次發布值；其他項亦含其間的修正",
    ),
    "points of the deficit": (
        say("points_of_the_deficit"),
        "the points are of the deficit's growth: a plus widened it",
        "百分點指對入超增減幅度的貢獻，正者使入超擴大",
    ),
    "unadjusted": (
        say("adjustment", adjustment="none", currency="USD"),
        "in current US$, not seasonally adjusted",
        "當期美元計價，未經季節調整",
    ),
    "calendar adjusted, in euros": (
        say("adjustment", adjustment="calendar", currency="EUR"),
        "in current EUR, calendar adjusted",
        "當期歐元計價，經日曆調整",
    ),
    "sums of members": (
        say("member_sums", area="CN+HK"),
        "CN+HK: the sum of its members, where newer than the published figure",
        "CN+HK：成員合計較發布值新者，採成員合計",
    ),
    "an own table": (
        say("own_table.records", path="records/", rows=1_200, files=3),
        "own table records/: 1,200 rows of 3 files; its vintage is the day of the newest file; "
        "a month without rows is a gap, not zero",
        "自有資料表records/：3個檔案、1,200列；版本日為最新檔案日期；無資料之月份不以零計",
    ),
    "an own table of observations": (
        say("own_table", path="all.parquet", rows=7, files=1),
        "own table all.parquet: 7 rows of one file",
        "自有資料表all.parquet：1個檔案、7列",
    ),
    "rows left out of an own table": (
        say(
            "own_table_dropped",
            path="a.csv",
            left=1_002,
            rows=5_000,
            dropped={"an unknown flow": 2, "a negative value": 1_000},
        ),
        "own table a.csv: 1,002 of 5,000 rows are left out: "
        "2 with an unknown flow, 1,000 with a negative value",
        "自有資料表a.csv：5,000列中1,002列未採計：進出口別不明2列、金額為負1,000列",
    ),
    "values of an own table that has several in a row": (
        say("own_table_dropped", "values", path="a.csv", left=1, rows=12, dropped={"an empty value": 1}),
        "own table a.csv: 1 of 12 values is left out: 1 with an empty value",
        "自有資料表a.csv：12個數值中1個未採計：金額空白1列",
    ),
    "an own table that does not say whose money it is in": (
        say("own_table_currency"),
        "the table does not say in which currency its values are: US$ are taken; currency=EUR says otherwise",
        "資料表未載明金額之幣別，視為美元；如屬他幣，請以currency=TWD等指明",
    ),
    "an own table that does not say whose it is": (
        say("own_table_reporter", reporter=TW),
        "the table does not say whose records it holds: they are taken for Taiwan's; --reporter says "
        "otherwise",
        "資料表未載明為何國之紀錄，視為臺灣之紀錄；如屬他國，請以--reporter指明",
    ),
    "partners of an own table": (
        say("own_table_unknown", unknown={"Atlantis": 3}),
        "partners that no list knows are in the world's total alone: 'Atlantis' (3)",
        "代碼表所無之貿易夥伴，僅計入全球：Atlantis（3列）",
    ),
    "many partners of an own table": (
        say("own_table_unknown", unknown=dict.fromkeys("ABCDEFG", 1)),
        "partners that no list knows are in the world's total alone: 'A' (1), 'B' (1), 'C' (1), 'D' (1), "
        "'E' (1) and 2 others",
        "代碼表所無之貿易夥伴，僅計入全球：A（1列）、B（1列）、C（1列）、D（1列）、E（1列）等，另有2個",
    ),
    "totals in an own table": (
        say("own_table_groups", others={"TOTAL": 12}),
        "totals and groups of countries are not added to the others: 'TOTAL' (12)",
        "合計及國家集團不與其他列相加：TOTAL（12列）",
    ),
    "the layout of an own table": (
        say("own_table_layout", layout="comexstat", title="Brazil, Comex Stat", remark=None),
        "read as the layout 'comexstat': Brazil, Comex Stat",
        "以「comexstat」格式讀取：巴西Comex Stat",
    ),
    "the layout of an own table, with what its figures must be told with": (
        say(
            "own_table_layout",
            layout="tw-customs",
            title="Customs Administration, Taiwan",
            remark="re-exports and re-imports are included",
        ),
        "read as the layout 'tw-customs': Customs Administration, Taiwan; "
        "re-exports and re-imports are included",
        "以「tw-customs」格式讀取：財政部關務署；含復出口與復進口",
    ),
    "parts in an own table": (
        say("own_table_parts", rows=1_200),
        "1,200 rows are parts of others (shorter codes, totals), not added to them",
        "1,200列為其他列之細項（較短號列、合計），不重複相加",
    ),
    "quarters beside months in an own table": (
        say("own_table_longer", rows=8),
        "8 rows are of longer periods (quarters, years, months to date), not added to the others",
        "8列為較長期間（季、年、累計月），不與其他期間相加",
    ),
    "a column of totals in an own table": (
        say("own_table_total", column="transport", value="all"),
        "of the column 'transport' only the total 'all' is added, not its parts",
        "「transport」欄僅採計合計「all」，不含其細項",
    ),
    "a file of an own table that repeats another": (
        say("own_table_repeated", repeated="b.csv", same="a.csv"),
        "b.csv is the same as a.csv, and is read once",
        "b.csv與a.csv內容相同，僅讀取一次",
    ),
    "the running month of an own table": (
        say("own_table_running", month="2025-12"),
        "2025-12 is not whole and is left out; complete=2025-12 says that it is whole",
        "2025-12尚未完整，不予採計；complete=2025-12表示該月完整",
    ),
    "exponents in an own table": (
        say("own_table_exponents", values=1_200),
        "1,200 values with an exponent are read as they stand: 1.5E+09 is 1,500,000,000",
        "1,200個以指數寫成的數值照所寫讀取：1.5E+09即1,500,000,000",
    ),
    "months without rows in an own table": (
        say("own_table_no_rows", months=1),
        "no rows in 1 month that has others are taken for no trade",
        "1個月其他夥伴有列而該夥伴無列，視為無貿易",
    ),
    "the cube of an own table": (
        say("own_table_cube", counted=1, kept=0, gone=2),
        "the cube: 1 file counted, 0 kept, 2 gone",
        "月彙總檔：1個檔案已計算、0個沿用、2個已移除",
    ),
    "a cube that knows too little": (
        say("own_table_cube.chapters"),
        "the cube knows chapters only; the records were read",
        "月彙總檔僅至章別，改讀原始紀錄",
    ),
    "a newer month of one flow": (
        say("newer_month", flow="export", newest=date(2025, 11, 1), label="2025-11"),
        "exports of November 2025 are out, the balance is not: --through 2025-11",
        "2025年11月出口已發布，出入超尚無資料；見 --through 2025-11",
    ),
    "newer figures are due": (
        say(
            "age",
            publisher=Named("Census", "美國普查局"),
            source="census",
            asked=None,
            month=date(2023, 1, 1),
        ),
        "census figures end in January 2023; newer ones are due: trade fetch census",
        "美國普查局資料至2023年1月止，應已有更新資料：trade fetch census",
    ),
    "newer figures of one pair are due": (
        say(
            "age",
            publisher=Named("IMF", "國際貨幣基金"),
            source="imf",
            asked="--reporter VN --partner US",
            month=date(2025, 8, 1),
        ),
        "imf figures end in August 2025; newer ones are due: trade fetch imf --reporter VN --partner US",
        "國際貨幣基金資料至2025年8月止，應已有更新資料：trade fetch imf --reporter VN --partner US",
    ),
    "the age of a source without files to fetch": (
        say(
            "age",
            "page",
            publisher=Named("Korea Customs Service", "韓國關稅廳"),
            source="kcs",
            page="https://tradedata.go.kr/",
            month=date(2026, 7, 1),
            day=date(2026, 8, 15),
            days=104,
        ),
        "kcs figures end in July 2026; newer ones are due at https://tradedata.go.kr/",
        "韓國關稅廳資料至2026年7月止，應已有更新資料，見https://tradedata.go.kr/",
    ),
    "the age of a source whose files are not to be fetched, and old": (
        say(
            "age",
            "page",
            "very_old",
            publisher=Named("Reserve Bank of India", "印度儲備銀行"),
            source="rbi",
            page="https://data.rbi.org.in/",
            month=date(2025, 8, 1),
            day=date(2025, 9, 15),
            days=438,
        ),
        "Reserve Bank of India: the newest available figures are of August 2025, published 2025-09-15, "
        "438 days old; newer ones are at https://data.rbi.org.in/",
        "印度儲備銀行：現有最新資料為2025年8月，2025-09-15發布，距今438日；更新資料見https://data.rbi.org.in/",
    ),
    "a flow that is not available": (
        say(
            "flow_missing",
            flow="import",
            publisher=Named("Eurostat (Comext)", "歐盟統計局（Comext）"),
            command="trade fetch eurostat --reporter DE --partner US",
            reporter=place("DE"),
            partner=place("US"),
        ),
        "imports of Germany in trade with the United States are not available (Eurostat (Comext)); "
        "get them: trade fetch eurostat --reporter DE --partner US",
        "歐盟統計局（Comext）未收錄德國與美國之進口；"
        "取得方式：trade fetch eurostat --reporter DE --partner US",
    ),
    "a pair known by year alone": (
        say(
            "years_alone",
            publisher=Named("World Bank (WITS), from UN Comtrade", "世界銀行（WITS）"),
            newest=date(2020, 12, 1),
            command="trade fetch eurostat --reporter DE --partner FR",
            reporter=place("DE"),
            partner=place("FR"),
        ),
        "World Bank (WITS), from UN Comtrade has Germany and France by year alone, the newest "
        "2020; months: trade fetch eurostat --reporter DE --partner FR",
        "世界銀行（WITS）僅有德國與法國之年資料，最新為2020年；"
        "月資料：trade fetch eurostat --reporter DE --partner FR",
    ),
    "goods known by year alone": (
        say(
            "years_alone",
            "goods",
            publisher=Named("Japan Ministry of Finance", "日本財務省"),
            newest=date(2025, 12, 1),
            command="trade fetch --reporter JP --partner US",
            reporter=place("JP"),
            partner=place("US"),
        ),
        "Japan Ministry of Finance has these goods of Japan by year alone, the newest 2025",
        "日本財務省僅有日本此類貨品之年資料，最新為2025年",
    ),
    "a pair whose flows are known to two years": (
        say(
            "years_alone",
            "flows",
            publisher=Named("World Bank (WITS), from UN Comtrade", "世界銀行（WITS）"),
            exports=date(2021, 12, 1),
            imports=date(2020, 12, 1),
            command="trade fetch --reporter KR --partner VN",
            reporter=place("KR"),
            partner=place("VN"),
        ),
        "World Bank (WITS), from UN Comtrade has South Korea and Vietnam by year alone, exports to 2021, "
        "imports to 2020; months: trade fetch --reporter KR --partner VN",
        "世界銀行（WITS）僅有韓國與越南之年資料，出口至2021年，進口至2020年；"
        "月資料：trade fetch --reporter KR --partner VN",
    ),
    "why a source is asked": (
        say("fetch_choice", text="no key is needed"),
        "no key is needed",
        "no key is needed",
    ),
    "newer months of the other adjustment": (
        say(
            "adjusted_newer",
            publisher=Named("UK Office for National Statistics", "英國國家統計局"),
            adjustment="none",
            month=date(2025, 12, 1),
            other="seasonal",
            newest=date(2026, 6, 1),
        ),
        "UK Office for National Statistics: these figures are not seasonally adjusted and end in December "
        "2025; those seasonally adjusted reach June 2026 and are never mixed in (surplus, exports, imports: "
        "--adjustment seasonal)",
        "英國國家統計局此處數字未經季節調整，至2025年12月止；經季節調整者至2026年6月止，不混用"
        "（surplus、exports、imports：--adjustment seasonal）",
    ),
    "an edition that changed a code": (
        say(
            "hs_edition",
            reporter=US,
            goods=CARS,
            edition=2022,
            day=date(2022, 1, 27),
            gone=["hs:8704", "..."],
            came=["hs:8702"],
        ),
        "HS 2022, used by the United States from 2022-01-27, changed what hs:8703 covers: goods went to "
        "hs:8704, ...; goods came from hs:8702; growth and records across that date do not compare the same "
        "goods",
        "美國自2022-01-27起採用HS 2022年版，hs:8703之範圍有變：移出至hs:8704、...；移入自hs:8702；"
        "跨此日之成長率與紀錄所比較者並非同一貨品",
    ),
    "an edition whose day is not known": (
        say(
            "hs_edition",
            "earliest",
            reporter=TW,
            goods=CARS,
            edition=2022,
            day=date(2022, 1, 1),
            gone=None,
            came=["hs:8702"],
        ),
        "HS 2022, in force from 2022-01-01 at the earliest (since when in Taiwan is not known), changed what "
        "hs:8703 covers; goods came from hs:8702; growth and records across that change do not compare the "
        "same goods",
        "HS 2022年版最早自2022-01-01起施行（臺灣何時採用不詳），hs:8703之範圍有變；移入自hs:8702；"
        "跨此變動之成長率與紀錄所比較者並非同一貨品",
    ),
    "goods of the Harmonized System": (
        flow_title("import", goods=say("goods", goods=CARS)),
        "Taiwan's imports of passenger cars (HS 8703) from the world, through November 2025",
        "臺灣自全球進口（小客車（HS 8703）），截至2025年11月",
    ),
    "members of an own table": (
        say("members_in_table", area=US, members=[US, TW], lacking=None),
        "United States: the sum of the United States, Taiwan, the members in the table",
        "美國：表中成員美國、臺灣合計",
    ),
    "members of an own table, some missing": (
        say("members_in_table", area=US, members=[US], lacking=[TW]),
        "United States: the sum of the United States, the members in the table; no rows of Taiwan",
        "美國：表中成員美國合計；無臺灣之資料列",
    ),
    "a member that came": (
        say("members_changed", "came", members=[TW], month=date(2025, 10, 1)),
        "Taiwan counted from October 2025 on",
        "臺灣自2025年10月起計入",
    ),
    "a member left out of what is published": (
        say("members_published", area=place("EU"), members=[TW], month=date(2017, 12, 1)),
        "the European Union as published: Taiwan counted to December 2017; across that month only figures of "
        "the same members are compared",
        "歐盟之發布值：臺灣計至2017年12月；跨該月者僅以相同成員之數字比較",
    ),
    "the same members": (
        say("members_alike"),
        "a figure, and all that it is compared with or ranked among, counts the members of its last month",
        "每一數字及與其相比、並列排名之數字，均以其最後月份之成員計算",
    ),
    "a member that left": (
        say("members_changed", "gone", members=[TW], month=date(2020, 1, 1)),
        "Taiwan counted to January 2020",
        "臺灣計至2020年1月",
    ),
    "an area by the members of two months": (
        say(
            "members_fixed",
            flow="balance",
            window=NOV,
            before=bn(2.2),
            after=bn(3.3),
            first=date(2024, 1, 1),
            last=date(2025, 11, 1),
        ),
        "Balance, January-November 2025: US$ 2.20 billion with the members of January 2024 throughout, "
        "US$ 3.30 billion with those of November 2025",
        "出入超，2025年1-11月：全期以2024年1月之成員計為22.00億美元，以2025年11月之成員計為33.00億美元",
    ),
    "some months in doubt": (
        say("doubt", publisher=Named("Japan Ministry of Finance", "日本財務省"), before=date(2009, 1, 1)),
        "Japan Ministry of Finance: months before January 2009 were typed from a copy; "
        "one may carry a wrong digit",
        "日本財務省：2009年1月以前各月係由副本鍵入，個別月份可能有一位數字之誤",
    ),
    "all months in doubt": (
        say("doubt", "all", publisher=Named("Eurostat (Comext)", "歐盟統計局（Comext）"), before=None),
        "Eurostat (Comext): these months were typed from a copy; one may carry a wrong digit",
        "歐盟統計局（Comext）：各月係由副本鍵入，個別月份可能有一位數字之誤",
    ),
    "the age of a source": (
        say(
            "age.very_old",
            publisher=Named("US Census Bureau", "美國普查局"),
            source="census",
            asked=None,
            month=date(2023, 1, 1),
            day=date(2023, 3, 8),
            days=1_360,
        ),
        "US Census Bureau: the newest available figures are of January 2023, published 2023-03-08, "
        "1,360 days old; newer ones: trade fetch census",
        "美國普查局：現有最新資料為2023年1月，2023-03-08發布，距今1,360日；更新資料：trade fetch census",
    ),
    "more to be seen": (
        say("more", options=[say("more_why", count=7), say("more_notes", count=1)]),
        "more: --why (7 findings), --notes (1 note)",
        "其餘：--why（7句）、--notes（1則）",
    ),
    "the ends of small bars": (
        say("trend_range", low=bn(2.37), high=bn(19.88), missing=None),
        "2.37 to 19.88",
        "23.70至198.80億美元",
    ),
    "the ends of small bars, with gaps": (
        say("trend_range", low=Money(5_887_000, 1_000, "USD"), high=bn(19.88), missing=2),
        "US$ 5.9 million to 19.88 (2 missing)",
        "5.9百萬美元至198.80億美元（缺2個月）",
    ),
    "the end of one side of small bars": (
        say("trend_range.side", low=bn(2.37), high=bn(19.88), missing=None),
        "up to 19.88",
        "最高198.80億美元",
    ),
    "a warning": (say("warning", text="the store: a file is damaged"), *["the store: a file is damaged"] * 2),
    "a note on its own": (say("note_line", text="A."), "note: A.", "附註：A."),
    "a warning on its own": (say("warning_line", text="A."), "warning: A.", "警告：A."),
    "marks": (
        say("as_computed", mark="*"),
        "record marks (*) compare with all earlier months available",
        "紀錄標記（*）係與先前所有現有月份相比",
    ),
}
#: Words without facts, in both languages.
WORDS = {
    "notes": ("Notes", "附註"),
    "files": ("Files (SHA-256)", "檔案（SHA-256）"),
    "flow": ("", ""),
    "row_export": ("exports", "出口"),
    "row_import": ("imports", "進口"),
    "trend_export": ("Exports", "出口"),
    "trend_import": ("Imports", "進口"),
    "trend_surplus": ("Surplus", "出超"),
    "trend_deficit": ("Deficit", "入超"),
    "row_balance": ("balance", "出入超"),
    "change": ("change", "增減"),
    "yoy": ("y/y", "年增率"),
    "mom": ("m/m", "月增率"),
    "mom_seasonal": ("m/m s.a.", "季調月增率"),
    "ytd": ("year to date", "累計"),
    "ytd_yoy": ("ytd y/y", "累計年增率"),
    "rolling_12": ("12 months", "近12個月"),
    "rank_header": ("rank", "名次"),
    "contribution": ("points", "貢獻百分點"),
    "total": ("total", "總額"),
    "rest.partner": ("all other partners", "其他貿易夥伴"),
    "rest.commodity": ("all other goods", "其他貨品"),
    "period": ("month", "月份"),
    "value": ("value", "金額"),
    "streak_header": ("streak", "連續"),
    "record_mark": ("record", "紀錄"),
    "kind": ("kind", "種類"),
    "partner": ("partner", "對象"),
    "previous": ("previous", "先前最高"),
    "previous_period": ("in", "期別"),
    "since_header": ("since", "起算"),
    "kind_month": ("any month", "單月"),
    "kind_same_month": ("same month", "同月"),
    "kind_quarter": ("quarter", "單季"),
    "kind_year": ("year", "全年"),
    "kind_rolling_12": ("12 months", "近12個月"),
    "kind_growth": ("growth", "年增率"),
    "kind_share": ("share", "占比"),
    "kind_streak": ("streak", "連續"),
    "refused_zero_base": ("new", "新增"),
    "refused_sign_change": ("swing", "轉號"),
    "refused_unchanged": ("unchanged", "持平"),
}
#: Parts of other messages, read with them above.
PARTS = {
    "sided",
    "revised",
    "revised.wider",
    "revised.narrower",
    "more_why",
    "more_notes",
    "new_year_rate",
    "new_year_rate.undefined",
    "since",
    "since_year",
    "subject",
    "marked_press",
    "marked_inferred",
}


@pytest.mark.parametrize("name", CASES)
def test_in_english(name: str) -> None:
    statement, english, _ = CASES[name]
    assert write(statement, Style("en")) == english


@pytest.mark.parametrize("name", CASES)
def test_in_chinese(name: str) -> None:
    statement, _, chinese = CASES[name]
    assert write(statement, Style("zh")) == chinese


@pytest.mark.parametrize("key", WORDS)
def test_words(key: str) -> None:
    assert tuple(write(say(key), Style(lang)) for lang in ("en", "zh")) == WORDS[key]


def keys(statement: Statement) -> set[str]:
    """The key of a statement and of those among its facts."""
    inner = (fact for fact in statement.facts.values() if isinstance(fact, Statement))
    return {statement.key}.union(*(keys(one) for one in inner))


def test_every_message_is_read_above() -> None:
    messages = set(import_module("tradecli.catalogue.en.general").MESSAGES)
    asked = {key for statement, _, _ in CASES.values() for key in keys(statement)} | set(WORDS) | PARTS
    # A key without a message of its own is written by the nearest more general one.
    read = {max((k for k in messages if f"{key}.".startswith(f"{k}.")), key=len) for key in asked}
    assert read == messages


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ("billion", "US$ 131.03 billion", "131.03十億美元"),
        ("yi", "US$ 1,310.30 hundred million", "1,310.30億美元"),
        ("million", "US$ 131,030.0 million", "131,030.0百萬美元"),
        ("thousand", "US$ 131,030,000 thousand", "131,030,000千美元"),
        ("dollar", "US$ 131,030,000,000", "131,030,000,000美元"),
    ],
)
def test_units_in_sentences_that_stand_alone(unit: str, english: str, chinese: str) -> None:
    shown = line("records_line", standing=say("flow"), figure=Figure("export", NOV, bn(131.03, 1)))
    assert f": {english}. " in write(shown, Style("en", unit))
    assert chinese in write(shown, Style("zh", unit))


@pytest.mark.parametrize("unit", ["billion", "yi", "million", "thousand", "dollar"])
def test_every_unit_has_a_subtitle(unit: str) -> None:
    statement = CASES["subtitle"][0]
    for lang in ("en", "zh"):
        assert write(statement, Style(lang, unit)).split(" · ")[0] in {
            *("US$ billion", "US$ 100 million", "US$ million", "US$ thousand", "US$"),
            *("十億美元", "億美元", "百萬美元", "千美元", "美元"),
        }
