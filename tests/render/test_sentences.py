"""Every statement in both languages: each branch of its words, written out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tradecli.facts.places import place
from tradecli.render import en, zh
from tradecli.render.style import Style
from tradecli.render.words import sentence
from tradecli.report import Amount, Rate, Statement, say

BILLION = 10**9


def m(period: str) -> date:
    return date.fromisoformat(f"{period}-01")


def bn(billions: float, precision: int = 1_000, *, signed: bool = False) -> Amount:
    return Amount(round(billions * 1_000) * 1_000_000, precision, signed)


def rate(value: float, base: float, note: str = "") -> Rate:
    """A growth rate of two figures known to the dollar."""
    return Rate(round(value * 1_000), 0, round(base * 1_000), 0, note)


NOV = {"span": "year_to_date", "through": m("2025-11")}
#: Where a figure stands; each case replaces what it is about.
STANDING: Mapping[str, Any] = {
    "kind": "year_to_date",
    "flow": "balance",
    "through": m("2025-11"),
    "value": bn(131.03),
    "deficit": False,
    "earlier": 24,
    "since": m("2001-11"),
    "missing": 0,
    "rank": 1,
    "previous": bn(58.49),
    "previous_period": m("2024-11"),
    "turned": False,
    "last_of_sign": None,
}


def standing(key: str, **facts: Any) -> Statement:
    return Statement(key, {**STANDING, **facts})


def moved(key: str, value: float, base: float, note: str = "", **facts: Any) -> Statement:
    told = {
        "flow": "balance",
        "value": bn(value),
        "base": bn(base),
        "change": bn(value - base, signed=True),
        "rate": rate(value, base, note),
        **NOV,
    }
    return Statement(key, {**told, **facts})


DEFICIT = {"deficit": True, "value": bn(-3.06), "previous": bn(-0.95)}
TW, US, WORLD = place("TW"), place("US"), place("WORLD")
LINE = {"partner": US, "flow": "export", "through": m("2025-11"), "since": m("2002-01")}
NOTE = {"flow": "export", **NOV}
NO_RATES = {"balance_yoy": rate(-1, 5, "sign_change"), "export_yoy": Rate(None, None, None, None)}
MONTH = {"through": m("2025-11"), "export_yoy": rate(24.42, 8.65), "import_yoy": rate(4.54, 3.04)}

#: Name: statement, English, Chinese.
CASES: dict[str, tuple[Statement, str, str]] = {
    # Headings
    "title of a surplus": (
        say("title_surplus", reporter=TW, partner=US, value=1, **NOV),
        "Taiwan's trade surplus with the United States, January-November 2025",
        "臺灣對美國貿易出超，2025年1-11月",
    ),
    "title of a deficit": (
        say("title_surplus", reporter=US, partner=TW, value=-1, span="year_to_date", through=m("2025-12")),
        "The United States' trade deficit with Taiwan, 2025",
        "美國對臺灣貿易入超，2025年全年",
    ),
    "title of a balance of zero": (
        say("title_surplus", reporter=TW, partner=US, value=0, span="month", through=m("2025-11")),
        "Taiwan's trade balance with the United States, November 2025",
        "臺灣對美國貿易出入超，2025年11月",
    ),
    "title of exports": (
        say(
            "title_flow",
            flow="export",
            reporter=TW,
            partner=WORLD,
            through=m("2025-11"),
            commodity="",
            commodity_zh="",
            adjustment="none",
        ),
        "Taiwan's exports to the world, through November 2025",
        "臺灣對全球出口，截至2025年11月",
    ),
    "title of imports of goods, adjusted": (
        say(
            "title_flow",
            flow="import",
            reporter=TW,
            partner=WORLD,
            through=m("2025-11"),
            commodity="machinery",
            commodity_zh="機械",
            adjustment="seasonal",
        ),
        "Taiwan's imports of machinery from the world, through November 2025, seasonally adjusted",
        "臺灣自全球進口（機械），截至2025年11月，經季節調整",
    ),
    "title of a balance": (
        say(
            "title_flow",
            flow="balance",
            reporter=TW,
            partner=US,
            through=m("2025-11"),
            adjustment="both",
        ),
        "Taiwan's trade balance with the United States, through November 2025, "
        "seasonally and calendar adjusted",
        "臺灣對美國出入超，截至2025年11月，經季節及日曆調整",
    ),
    "title of records": (
        say("title_records", reporter=US, through=m("2025-11")),
        "The United States' trade in November 2025: records and streaks",
        "美國2025年11月貿易紀錄",
    ),
    "title of sources": (say("title_sources"), "Sources", "資料來源"),
    "title of fetch": (say("title_fetch"), "Fetched", "下載結果"),
    "title of store": (say("title_store"), "Store", "資料庫"),
    "title of codes": (say("title_codes", text="wine"), "Codes matching 'wine'", "符合「wine」的代碼"),
    "title of all codes": (say("title_codes", text=""), "Codes", "代碼"),
    "subtitle": (
        say(
            "subtitle",
            source="mof",
            publisher="DoS",
            vintage=date(2026, 10, 8),
            as_of=None,
            valuations={"export": "FOB", "import": "CIF"},
        ),
        "US$ billion · Taiwan Ministry of Finance, vintage 2026-10-08 · exports FOB, imports CIF",
        "億美元 · 財政部，2026-10-08版 · 出口FOB、進口CIF",
    ),
    "subtitle as of a day, of a publisher without a short name": (
        say(
            "subtitle",
            source="abc",
            publisher="Office",
            vintage=date(2026, 1, 9),
            as_of=date(2026, 1, 10),
            valuations={"import": "customs value"},
        ),
        "US$ billion · Office, vintage 2026-01-09 · imports customs value · as known on 2026-01-10",
        "億美元 · Office，2026-01-09版 · 進口海關價值 · 2026-01-10當日所知",
    ),
    "header of a year to date": (say("window", **NOV), "Jan-Nov 2025", "2025年1-11月"),
    "header of January": (
        say("window", span="year_to_date", through=m("2025-01")),
        "Jan 2025",
        "2025年1月",
    ),
    "header of a year": (say("window", span="year_to_date", through=m("2025-12")), "2025", "2025年全年"),
    "title of a quarter": (
        say("title_surplus", reporter=TW, partner=US, value=1, span="quarter", through=m("2025-12")),
        "Taiwan's trade surplus with the United States, 2025-Q4",
        "臺灣對美國貿易出超，2025年第4季",
    ),
    "title of 12 months": (
        say("title_surplus", reporter=TW, partner=US, value=1, span="rolling_12", through=m("2025-11")),
        "Taiwan's trade surplus with the United States, the 12 months to November 2025",
        "臺灣對美國貿易出超，截至2025年11月的12個月",
    ),
    "header of a month": (say("window", span="month", through=m("2025-05")), "May 2025", "2025年5月"),
    "header of a full year": (say("full_year", year=2024), "full 2024", "2024年全年"),
    "a word for a column": (say("column", name="newest_month"), "newest month", "newest month"),
    "terms of a source": (
        say(
            "source_terms",
            source="census",
            valuation="exports FAS",
            licence="public domain",
            attribution="the Bureau",
            address="https://x.gov/",
        ),
        "census: exports FAS; public domain; attribute: the Bureau; https://x.gov/",
        "census：public domain；出處：the Bureau；https://x.gov/",
    ),
    # Movement
    "more": (
        moved("moved", 5.5, 5),
        "0.50 more than in January-November 2024 (+10.0 %).",
        "較2024年1-11月增加5.00億美元，年增10.0%。",
    ),
    "less": (
        moved("moved", 4, 5),
        "1.00 less than in January-November 2024 (-20.0 %).",
        "較2024年1-11月減少10.00億美元，年減20.0%。",
    ),
    "unchanged": (moved("moved", 5, 5), "Unchanged from January-November 2024.", "與2024年1-11月持平。"),
    "doubled": (
        moved("moved", 10.1, 5),
        "The surplus doubled from January-November 2024 (+102.0 %).",
        "較2024年1-11月增加51.00億美元，年增102.0%。",
    ),
    "nearly doubled": (
        moved("moved", 9.9, 5),
        "The surplus nearly doubled from January-November 2024 (+98.0 %).",
        "較2024年1-11月增加49.00億美元，年增98.0%。",
    ),
    "almost five times as much": (
        # 4.75 and more of the base is beyond what "more than quadrupled" says.
        moved("moved", 24, 5),
        "19.00 more than in January-November 2024 (+380.0 %).",
        "較2024年1-11月增加190.00億美元，年增380.0%。",
    ),
    "a multiple": (
        moved("moved", 61.5, 5),
        "56.50 more than in January-November 2024 (x12.3).",
        "較2024年1-11月增加565.00億美元，為上年同期的12.3倍。",
    ),
    "no rate on a base of zero": (
        moved("moved", 5, 0, "zero_base"),
        "A year earlier the balance was 0.00.",
        "2024年1-11月為0.00億美元。",
    ),
    "from surplus to deficit": (
        moved("sign_change", -3.06, 4.73, "sign_change"),
        "Turned from a surplus of 4.73 to a deficit of 3.06: a swing of -7.79; "
        "no percentage across a change of sign.",
        "由出超47.30億美元轉為入超30.60億美元，變動-77.90億美元；正負號改變，不計百分比。",
    ),
    "from deficit to surplus": (
        moved("sign_change", 0.05, -2.68, "sign_change"),
        "Turned from a deficit of 2.68 to a surplus of 0.05: a swing of +2.73; "
        "no percentage across a change of sign.",
        "由入超26.80億美元轉為出超0.50億美元，變動+27.30億美元；正負號改變，不計百分比。",
    ),
    "deficit widened": (
        moved("deficit_widened", -12.63, -5.95),
        # 12.63 / 5.95 = 2.1227
        "The deficit more than doubled, widening by 6.68: 112.3 % larger than a year earlier.",
        "入超擴大66.80億美元，幅度112.3%。",
    ),
    "deficit widened a little": (
        moved("deficit_widened", -5.5, -5),
        "The deficit widened by 0.50: 10.0 % larger than a year earlier.",
        "入超擴大5.00億美元，幅度10.0%。",
    ),
    "deficit widened many times over": (
        moved("deficit_widened", -61.5, -5),
        "The deficit widened by 56.50: 12.3 times that of a year earlier.",
        "入超擴大565.00億美元，為上年同期的12.3倍。",
    ),
    "deficit narrowed": (
        moved("deficit_narrowed", -4, -5),
        "The deficit narrowed by 1.00: 20.0 % smaller than a year earlier.",
        "入超縮小10.00億美元，幅度20.0%。",
    ),
    "deficit narrowed, by rounded figures": (
        # (3.9 to 4.1) / (4.9 to 5.1): 16.3 % to 23.5 % smaller at the ends.
        moved("deficit_narrowed", -4, -5, rate=Rate(-40, 2, -50, 2)),
        "The deficit narrowed by 1.00: ~20.0 % smaller than a year earlier.",
        "入超縮小10.00億美元，幅度~20.0%。",
    ),
    "exceeds every year": (
        say("exceeds_every_year", deficit=False, since=2001, highest=bn(64.7), year=2024),
        "Already exceeds every full year since 2001; the highest was 64.70 in 2024.",
        "已超過2001年以來各年全年出超，最高為2024年的647.00億美元。",
    ),
    "wider than every year": (
        say("exceeds_every_year", deficit=True, since=1985, highest=bn(-146.61), year=2025),
        "Already wider than the deficit of every full year since 1985; the widest was -146.61 in 2025.",
        "已超過1985年以來各年全年入超，最高為2025年的1,466.10億美元。",
    ),
    "exceeds the last year": (
        say(
            "exceeds_last_year",
            deficit=False,
            last=bn(4),
            last_year=2024,
            highest=bn(9),
            year=2011,
        ),
        "Already exceeds all of 2024 (4.00); the full-year record is 9.00 in 2011.",
        "已超過2024年全年（40.00億美元）；全年紀錄為2011年的90.00億美元。",
    ),
    "wider than the last year": (
        say(
            "exceeds_last_year",
            deficit=True,
            last=bn(-4),
            last_year=2024,
            highest=bn(-9),
            year=2011,
        ),
        "Already wider than all of 2024 (-4.00); the full-year record is -9.00 in 2011.",
        "已超過2024年全年（-40.00億美元）；全年紀錄為2011年的-90.00億美元。",
    ),
    "a month": (
        say(
            "month_line",
            **{"balance": bn(19.88), "export": bn(24.42), "import": bn(4.54), **MONTH},
            balance_yoy=rate(19.88, 5.61),
        ),
        # 19.88 / 5.61 = 3.5437, 24.42 / 8.65 = 2.8231, 4.54 / 3.04 = 1.4934
        "November 2025: surplus 19.88 (+254.4 %), exports 24.42 (+182.3 %), imports 4.54 (+49.3 %).",
        "2025年11月：出超198.80億美元（年增254.4%）、出口244.20億美元（年增182.3%）、"
        "進口45.40億美元（年增49.3%）。",
    ),
    "a month in deficit with a flow missing": (
        say(
            "month_line",
            **{**MONTH, "balance": bn(-1), "export": Amount(None, None), "import": bn(4.54), **NO_RATES},
        ),
        "November 2025: deficit 1.00, exports –, imports 4.54 (+49.3 %).",
        "2025年11月：入超10.00億美元、出口無資料、進口45.40億美元（年增49.3%）。",
    ),
    "reported in the press": (
        say(
            "reported",
            **{"flow": "balance", **NOV, "day": date(2026, 1, 9), "inferred": False, "press": True},
            value=Amount(131_800_000_000, 10**8),
            revised=Amount(-772_524_000, 10**8, signed=True),
        ),
        "As reported on 2026-01-09: 131.8 (press) (balance, Jan-Nov 2025). Revised by -0.8 since.",
        "2026-01-09發布值：1,318億美元（新聞稿）（出入超，2025年1-11月），其後修正-8億美元。",
    ),
    "reported in a table on an inferred day": (
        say(
            "reported",
            **{"flow": "export", **NOV, "day": date(2025, 12, 9), "inferred": True, "press": False},
            value=bn(176.04),
            revised=bn(0.02, signed=True),
        ),
        "As reported on 2025-12-09 (day inferred): 176.04 (exports, Jan-Nov 2025). Revised by +0.02 since.",
        "2025-12-09（推定日）發布值：1,760.40億美元（出口，2025年1-11月），其後修正+0.20億美元。",
    ),
    # Standing
    "record": (
        standing("record"),
        "Record for January-November since 2001; the previous was 58.49 in 2024.",
        "創歷年同期新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a month": (
        standing("record", kind="month", since=m("2001-01"), previous_period=m("2025-10")),
        "Record for any month since January 2001; the previous was 58.49 in October 2025.",
        "創歷年單月新高（自2001年1月起），前次為2025年10月的584.90億美元。",
    ),
    "record of the same month": (
        standing("record", kind="same_month"),
        "Record for November since 2001; the previous was 58.49 in 2024.",
        "創歷年同月新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a quarter": (
        standing(
            "record", kind="quarter", through=m("2025-12"), since=m("2001-03"), previous_period=m("2025-09")
        ),
        "Record for any quarter since 2001-Q1; the previous was 58.49 in 2025-Q3.",
        "創歷年單季新高（自2001年第1季起），前次為2025年第3季的584.90億美元。",
    ),
    "record of a year": (
        standing(
            "record", kind="year", through=m("2025-12"), since=m("2001-12"), previous_period=m("2024-12")
        ),
        "Record for a full year since 2001; the previous was 58.49 in 2024.",
        "創歷年全年新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a year to date through December": (
        standing("record", through=m("2025-12"), since=m("2001-12"), previous_period=m("2024-12")),
        "Record for a full year since 2001; the previous was 58.49 in 2024.",
        "創歷年全年新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of a January": (
        standing("record", through=m("2025-01"), since=m("2001-01"), previous_period=m("2024-01")),
        "Record for January since 2001; the previous was 58.49 in 2024.",
        "創歷年同期新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "record of 12 months": (
        standing("record", kind="rolling_12", since=m("2001-12"), previous_period=m("2025-10")),
        "Record for 12 months since December 2001; the previous was 58.49 in October 2025.",
        "創歷來12個月新高（自2001年12月起），前次為2025年10月的584.90億美元。",
    ),
    "record with gaps": (
        standing("record", missing=2),
        "Record for January-November since 2001 in available data, 2 missing; "
        "the previous was 58.49 in 2024.",
        "創歷年同期新高（自2001年起，現有資料缺2筆），前次為2024年的584.90億美元。",
    ),
    "widest deficit": (
        standing("record", **DEFICIT),
        "Widest deficit for January-November since 2001; the previous was -0.95 in 2024.",
        "創歷年同期最大入超（自2001年起），前次為2024年的-9.50億美元。",
    ),
    "first deficit ever": (
        standing("record", **DEFICIT, turned=True),
        "First deficit for January-November in data since 2001.",
        "現有資料（自2001年起）中歷年同期首見入超。",
    ),
    "first deficit since, and the widest": (
        standing("record", **DEFICIT, turned=True, last_of_sign=m("2003-11")),
        "First deficit for January-November since 2003; the widest since 2001.",
        "2003年以來歷年同期首見入超。",
    ),
    "first surplus since, and a record": (
        standing("record", turned=True, last_of_sign=m("2019-11")),
        "First surplus for January-November since 2019; a record since 2001.",
        "2019年以來歷年同期首見出超。",
    ),
    "tie": (
        standing("tie"),
        "Equals the record for January-November of 2024 (since 2001).",
        "平2024年的歷年同期紀錄（自2001年起）。",
    ),
    "rank": (
        standing("rank", rank=2),
        "2nd highest for January-November since 2001; the record is 58.49 in 2024.",
        "歷年同期第2高（自2001年起），紀錄為2024年的584.90億美元。",
    ),
    "rank of a deficit": (
        standing("rank", rank=3, **DEFICIT),
        "3rd widest deficit for January-November since 2001; the record is -0.95 in 2024.",
        "歷年同期第3大入超（自2001年起），紀錄為2024年的-9.50億美元。",
    ),
    "rank after a change of sign": (
        standing("rank", rank=2, turned=True, last_of_sign=m("2019-11")),
        "First surplus for January-November since 2019; the highest was 58.49 in 2024 (since 2001).",
        "2019年以來歷年同期首見出超，紀錄為2024年的584.90億美元（自2001年起）。",
    ),
    "a deficit of none before it": (
        standing("rank", rank=2, deficit=True, value=bn(-1), previous=bn(0)),
        "Not a record for January-November since 2001.",
        "非歷年同期紀錄（自2001年起）。",
    ),
    "short history": (
        standing("short_history", earlier=2),
        "Too little history to speak of a record for January-November: 2 earlier figures.",
        "歷史資料過短（先前2筆），不論歷年同期紀錄。",
    ),
    "history of one": (
        standing("short_history", earlier=1),
        "Too little history to speak of a record for January-November: 1 earlier figure.",
        "歷史資料過短（先前1筆），不論歷年同期紀錄。",
    ),
    # Streaks
    "streak of growth": (
        say("streak", flow="export", length=25, at_least=False),
        "Exports: 25th month of growth on a year earlier in a row.",
        "出口年增率連25紅。",
    ),
    "streak of decline": (
        say("streak", flow="import", length=-3, at_least=False),
        "Imports: 3rd month of decline on a year earlier in a row.",
        "進口年增率連3黑。",
    ),
    "streak of at least": (
        say("streak", flow="export", length=12, at_least=True),
        "Exports: at least the 12th month of growth on a year earlier in a row.",
        "出口年增率至少連12紅。",
    ),
    "streak of one": (
        say("streak", flow="export", length=1, at_least=False),
        "Exports: 1st month of growth on a year earlier.",
        "出口年增率連1紅。",
    ),
    "streak of surpluses": (
        say("streak", flow="balance", length=120, at_least=False),
        "A surplus for 120 months in a row.",
        "連續120個月出超。",
    ),
    "streak of deficits, at least": (
        say("streak", flow="balance", length=-500, at_least=True),
        "A deficit for at least 500 months in a row.",
        "至少連續500個月入超。",
    ),
    "streak of one surplus": (
        say("streak", flow="balance", length=1, at_least=False),
        "A surplus for 1 month.",
        "連續1個月出超。",
    ),
    # Lines of `trade records`
    "line of a record": (
        say("records_line", standing=standing("record"), partner=US, flow="balance"),
        "Balance, United States, January-November 2025: US$ 131.03 billion. "
        "Record for January-November since 2001; the previous was 58.49 in 2024.",
        "美國出入超2025年1-11月1,310.30億美元：創歷年同期新高（自2001年起），前次為2024年的584.90億美元。",
    ),
    "line of growth": (
        say("growth_line", rate=rate(24.42, 8.65), record=True, rank=1, **LINE),
        "Exports, United States, November 2025: +182.3 % on a year earlier. Largest rise since January 2002.",
        "美國出口2025年11月年增182.3%，2002年1月以來增幅新高。",
    ),
    "line of growth, ranked": (
        say("growth_line", rate=rate(6, 5), record=False, rank=22, **LINE),
        "Exports, United States, November 2025: +20.0 % on a year earlier. "
        "22nd largest rise since January 2002.",
        "美國出口2025年11月年增20.0%，2002年1月以來增幅第22高。",
    ),
    "line of growth without history": (
        say("growth_line", rate=rate(6, 5), record=None, rank=None, **LINE),
        "Exports, United States, November 2025: +20.0 % on a year earlier. "
        "Too little history to rank the rate.",
        "美國出口2025年11月年增20.0%，歷史資料過短。",
    ),
    "line of a share": (
        say("share_line", part=2442, total=6404, record=True, rank=1, **LINE),
        # 2442 / 6404 = 38.13 %
        "Exports, United States, November 2025: 38.1 % of exports. Highest share since January 2002.",
        "美國出口2025年11月占比38.1%，2002年1月以來新高。",
    ),
    "line of a share, ranked": (
        say("share_line", part=1, total=8, record=False, rank=3, **LINE),
        "Exports, United States, November 2025: 12.5 % of exports. 3rd highest share since January 2002.",
        "美國出口2025年11月占比12.5%，2002年1月以來第3高。",
    ),
    "line of a share without history": (
        say("share_line", part=1, total=8, record=None, rank=None, **LINE),
        "Exports, United States, November 2025: 12.5 % of exports. Too little history to rank the share.",
        "美國出口2025年11月占比12.5%，歷史資料過短。",
    ),
    "line of a streak": (
        say("streak_line", length=25, at_least=False, **LINE),
        "Exports, United States, November 2025: 25th month of growth on a year earlier in a row.",
        "美國出口2025年11月：年增率連25紅。",
    ),
    "line of a streak of deficits": (
        say("streak_line", length=-2, at_least=False, **{**LINE, "flow": "balance"}),
        "Balance, United States, November 2025: a deficit for 2 months in a row.",
        "美國出入超2025年11月：連續2個月入超。",
    ),
    "line of no streak": (
        say("streak_line", length=0, at_least=False, **LINE),
        "Exports, United States, November 2025: no streak; unchanged on a year earlier.",
        "美國出口2025年11月：與上年同月持平。",
    ),
    # Notes
    "nothing held": (
        say("no_value", note="missing", **NOTE),
        "exports January-November 2025: not published, or not held",
        "出口2025年1-11月：未發布或未收錄",
    ),
    "months missing": (
        say("no_value", note="incomplete(8 of 11)", **NOTE),
        "exports January-November 2025: 8 of 11 months held, "
        "and a shorter sum is not compared with a longer one",
        "出口2025年1-11月：11個月中僅有8個月，不以較短期間相比",
    ),
    "older inputs": (
        say("older_inputs", oldest=date(2026, 9, 9), newest=date(2026, 10, 8), **NOTE),
        "exports January-November 2025: inputs of vintages 2026-09-09 to 2026-10-08",
        "出口2025年1-11月：資料版本2026-09-09至2026-10-08",
    ),
    "another vintage": (
        say("other_vintage", day=date(2025, 9, 9), **NOTE),
        "exports January-November 2025: of vintage 2025-09-09",
        "出口2025年1-11月：資料版本2025-09-09",
    ),
    "as published": (
        say("as_published", day=date(2026, 1, 9), **{**NOTE, "flow": "balance"}),
        "balance January-November 2025: the figure published on 2026-01-09, not exports minus imports",
        "出入超2025年1-11月：採2026-01-09發布值，非以出口減進口計算",
    ),
    "base superseded": (
        say(
            "base_superseded",
            **{"day": date(2026, 1, 9), "year": 2024, "published": bn(64.7), "without": bn(64.91), **NOTE},
        ),
        "exports January-November 2025: the base is older than the full 2024 published on 2026-01-09 "
        "(64.70, 64.91 before); growth rests on the older base",
        "出口2025年1-11月：2026-01-09已另發布2024年全年647.00億美元（原為649.10億美元），成長率仍按較舊基期計算",
    ),
    "does not add": (
        say("does_not_add", gap=bn(0.01, signed=True), through=m("2025-11")),
        "the balance is as published and differs from exports minus imports as shown by +0.01; "
        "the publisher had unrounded or newer figures",
        "出入超為發布值，與表列出口減進口相差+0.10億美元",
    ),
    "does not add, by nothing that shows": (
        say("does_not_add", gap=Amount(1_000, 1_000, signed=True), through=m("2025-11")),
        "the balance is as published and differs from exports minus imports by less than the last digit "
        "shown; the publisher had unrounded or newer figures",
        "出入超為發布值，與表列出口減進口相差不足表列末位數",
    ),
    "day inferred": (
        say("day_inferred", day=date(2025, 9, 9), known_by=date(2025, 9, 30), as_of=date(2025, 9, 10)),
        "vintage 2025-09-09 is an inferred day: its figures were certainly public by 2025-09-30; "
        "on 2025-09-10 they may not have been (--as-of-strict leaves them out)",
        "2025-09-09版為推定發布日，最遲2025-09-30已公開；2025-09-10當日可能尚未公開（--as-of-strict 可排除）",
    ),
    "two months of the new year": (
        say("new_year_pair", flow="export", year=2018, rate=rate(10.73, 10)),
        "January and February 2018 together, exports: +7.3 % (Lunar New Year moves)",
        "2018年1-2月合計出口年增7.3%（春節落點不同）",
    ),
    "two months of the new year without a rate": (
        say("new_year_pair", flow="balance", year=2018, rate=rate(1, -1, "sign_change")),
        "January and February 2018 together, balance: no rate (Lunar New Year moves)",
        "2018年1-2月合計出入超無成長率（春節落點不同）",
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
    "unadjusted": (
        say("adjustment", adjustment="none"),
        "in current US$, not seasonally adjusted",
        "當期美元計價，未經季節調整",
    ),
    "calendar adjusted": (
        say("adjustment", adjustment="calendar"),
        "in current US$, calendar adjusted",
        "當期美元計價，經日曆調整",
    ),
    "sums of members": (
        say("member_sums", partner="CN+HK"),
        "CN+HK: the sum of its members where that is newer than the area's published figure",
        "CN+HK：成員合計較該地區發布值新者，採成員合計",
    ),
    "an own table": (
        say("own_table", path="records/", rows=1_200, files=3, records=True),
        "own table records/: 1,200 rows of 3 files; its vintage is the day of the newest file; "
        "a month without rows is a gap, not zero",
        "自有資料表records/：3個檔案、1,200列；版本日為最新檔案日期；無資料之月份不以零計",
    ),
    "an own table of observations": (
        say("own_table", path="all.parquet", rows=7, files=1, records=False),
        "own table all.parquet: 7 rows of one file",
        "自有資料表all.parquet：1個檔案、7列",
    ),
    "rows left out of an own table": (
        say("own_table_dropped", dropped={"an unknown flow": 2, "a negative value": 1_000}),
        "rows of the own table left out: 2 with an unknown flow, 1,000 with a negative value",
        "自有資料表未採計：進出口別不明2列、金額為負1,000列",
    ),
    "partners of an own table": (
        say("own_table_unknown", unknown={"Atlantis": 3}),
        "partners that no list knows are in the world's total alone: Atlantis (3 rows)",
        "代碼表所無之貿易夥伴，僅計入全球：Atlantis（3列）",
    ),
    "marks": (
        say("as_computed", mark="*"),
        "record marks (*) compare with all earlier months held",
        "紀錄標記（*）係與先前所有現有月份相比",
    ),
}
#: Words without facts, in both languages.
WORDS = {
    "flow": ("", ""),
    "row_export": ("exports", "出口"),
    "row_import": ("imports", "進口"),
    "row_balance": ("balance", "出入超"),
    "change": ("change", "增減"),
    "yoy": ("y/y", "年增率"),
    "mom": ("m/m", "月增率"),
    "mom_seasonal": ("m/m s.a.", "季調月增率"),
    "ytd": ("year to date", "累計"),
    "ytd_yoy": ("ytd y/y", "累計年增率"),
    "rolling_12": ("12 months", "近12個月"),
    "rank_header": ("rank", "名次"),
    "period": ("month", "月份"),
    "value": ("value", "金額"),
    "streak_header": ("streak", "連續"),
    "record_mark": ("record", "紀錄"),
    "kind": ("kind", "種類"),
    "statement": ("what it tells", "說明"),
    "refused_zero_base": ("new", "新增"),
    "refused_sign_change": ("swing", "轉號"),
}


@pytest.mark.parametrize("name", CASES)
def test_in_english(name: str) -> None:
    statement, english, _ = CASES[name]
    assert sentence(statement, Style("en")) == english


@pytest.mark.parametrize("name", CASES)
def test_in_chinese(name: str) -> None:
    statement, _, chinese = CASES[name]
    assert sentence(statement, Style("zh")) == chinese


@pytest.mark.parametrize("key", WORDS)
def test_words(key: str) -> None:
    assert tuple(sentence(say(key), Style(lang)) for lang in ("en", "zh")) == WORDS[key]


def test_both_languages_know_the_same_statements_and_all_are_tested() -> None:
    tested = {statement.key for statement, _, _ in CASES.values()} | set(WORDS)
    assert set(en.SENTENCES) == set(zh.SENTENCES) == tested


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
    assert en.terms.money(bn(131.03, 1), Style("en", unit)) == english
    assert zh.terms.money(bn(131.03, 1), Style("zh", unit)) == chinese


@pytest.mark.parametrize("unit", ["billion", "yi", "million", "thousand", "dollar"])
def test_every_unit_has_a_subtitle(unit: str) -> None:
    statement = CASES["subtitle"][0]
    for lang in ("en", "zh"):
        assert sentence(statement, Style(lang, unit)).split(" · ")[0] in {
            *("US$ billion", "US$ 100 million", "US$ million", "US$ thousand", "US$"),
            *("十億美元", "億美元", "百萬美元", "千美元", "美元"),
        }
