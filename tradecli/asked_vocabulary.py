"""The words that questions in words are made of, beside names and periods. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

Options = Mapping[str, Collection[str]]


class Slot(NamedTuple):
    """What a word before says of a place and of a period after it."""

    place: str = ""
    period: str = ""


#: A place that no word puts anywhere, and one of the two that there is something between.
PLACE, EITHER = "place", "between"
_TO, _FROM = Slot("partner", "through"), Slot("partner", "since")
_WITH, _SINCE, _UNTIL = Slot("partner"), Slot(period="since"), Slot(period="through")
#: By flow: exports from Japan are Japan's, imports from Japan are not.
TURNED = {
    "export": {"from": Slot("reporter", "since"), "of": Slot("reporter")},
    "import": {
        "to": Slot("reporter", "through"),
        "into": Slot("reporter", "through"),
        "of": Slot("reporter"),
    },
    "balance": {"from": Slot(period="since"), "of": Slot("reporter")},
}
BEFORE: Mapping[str, Slot] = {
    **dict.fromkeys(("to", "into", "至", "到", "往", "向"), _TO),
    **dict.fromkeys(("from", "自", "從", "由"), _FROM),
    **dict.fromkeys(("with", "對"), _WITH),
    **dict.fromkeys(("since", "starting", "beginning"), _SINCE),
    **dict.fromkeys(("until", "till", "through"), _UNTIL),
    **dict.fromkeys(("by", "reporter"), Slot("reporter")),
    "between": Slot(EITHER, "since"),
}
SAME_AS = {"自": "from", "從": "from", "由": "from", "至": "to", "到": "to", "往": "to", "向": "to"}
#: What stands between partners that are asked for side by side.
JOINING = frozenset((",", "and", "&", "vs", "versus", "與", "和", "及", "跟"))
#: Words that say nothing.
NOTHING = {
    *("the", "in", "of", "for", "and", "on", "at", "per", "each", "vs", "versus", "&", "-", "month", ","),
    *(
        "a",
        "up",
        "during",
        "within",
        "trade",
        "goods",
        "merchandise",
        "figures",
        "data",
        "numbers",
        "statistics",
    ),
    *("的", "之", "在", "與", "和", "及", "跟", "貿易"),
}
#: In small letters no codes of places, but English words.
ENGLISH = frozenset(("as", "at", "be", "do", "is", "it", "me", "my", "no", "so", "am"))
#: Commands that answer of all flows.
OF_ALL_FLOWS = ("records", "mirror")
#: After a period: since it. A whole year.
ONWARD = ("以來", "起", " onward", " onwards")
FULL_YEAR = {"full year", "whole year", "calendar year", "全年"}
ADVERBS = {
    "monthly",
    "quarterly",
    "yearly",
    "annual",
    "annually",
    "按月",
    "按季",
    "按年",
    "歷年",
    "total",
}
#: What every answer holds.
ANSWERED = {
    *("yoy", "y/y", "mom", "m/m", "q/q", "growth", "ytd", "cumulative", "累計", "年增率", "成長率"),
    *(
        *("rank", "record", "change", "rise", "rose", "fall", "fell", "grow", "grew", "to date"),
        "12m",
        "rolling",
        "rolling 12",
        "rolling 12 months",
        "year to date",
        "year on year",
        "month on month",
        "year over year",
    ),
}
COMPARED = re.compile(r"\bcompared? (?:with|to|against) |\bcompare ")
#: The same where a word names the flow: else `is` may be Iceland.
ASKING = re.compile("(?:is|are|was|were|do|does|did|has|have) ")
SHARE = {"share", "shares", "market share", "占比", "比重"}
OPENING = re.compile(
    r"(?:please )?(?:show|give|tell) me |what(?:'s| is| was| are| were) "
    r"|how (?:large|big|much|many|high)(?: is| was| are| were)? "
)
#: Phrases that name what is not answered, and why.
REFUSED = {
    **dict.fromkeys(
        ("total trade", "two-way trade", "trade volume", "trade turnover", "進出口", "貿易總額", "貿易額"),
        ("exports and imports are not added up", "ask for exports, imports or the surplus"),
    ),
    **dict.fromkeys(
        ("excluding", "except", "without", "ex"),
        ("nothing is left out of a total", "name what is wanted: partners side by side, or --commodity"),
    ),
    **dict.fromkeys(
        ("average", "mean", "平均"), ("no average is answered", "a series is: --by month, --by quarter")
    ),
}
FLOWS = {
    *("exports", "imports", "export", "import", "surplus", "deficit", "balance"),
    *("出口", "總出口", "出口額", "出口總額", "進口", "總進口", "進口額", "進口總額"),
    *("出超", "入超", "出入超", "順差", "逆差", "貿易差額"),
}
#: By what a number of quarters or years is told where nothing else is said of it.
IMPLIED = "implied"
ORDER = (
    *("reporter", "partner", "commodity", "flow", "span", "by", "since", "through", "months", "as_of", "top"),
    "share",
)
#: Words for what nobody publishes or this program does not say, and what it does.
INSTEAD = {
    **dict.fromkeys(("partner", "partners", "country", "countries", "market", "markets", "各國"), "partners"),
    **dict.fromkeys(("top", "biggest", "largest", "highest", "main", "leading", "most"), "partners"),
    **dict.fromkeys(("who", "whom", "buyer", "buyers", "buys", "customer", "customers", "誰"), "partners"),
    **dict.fromkeys(("why", "moved", "drove", "because", "為何", "為什麼", "原因"), "moved"),
    **dict.fromkeys(("commodity", "commodities", "product", "products", "sector", "sectors"), "drivers"),
    **dict.fromkeys(("daily", "weekly", "day", "week", "每日", "每週"), "spans"),
    **dict.fromkeys(("forecast", "forecasts", "outlook", "expected", "預測"), "forecasts"),
    **dict.fromkeys(
        ("usd", "us$", "dollars", "nt$", "twd", "ntd", "euro", "yen", "台幣", "新台幣"), "currency"
    ),
    **dict.fromkeys(
        ("trillion", "trillions", "兆", "billion", "billions", "million", "millions", "億", "億美元"), "unit"
    ),
    **dict.fromkeys(("quarterly", "yearly", "monthly", "annual", "quarter", "year", "quarters"), "series"),
    **dict.fromkeys(("chinese", "english", "zh", "zh-tw", "en", "中文", "英文"), "lang"),
    **dict.fromkeys(("mid", "early", "late", "end", "beginning", "year-end"), "month"),
    **dict.fromkeys(("today", "now", "yesterday", "current", "currently", "現在", "目前"), "newest"),
}
HINTS = {
    "partners": "the partners are ranked by another command: trade partners --by export",
    "drivers": "goods are told apart by another command: trade drivers",
    "moved": "what moved a flow is told by another command: trade drivers --flow export",
    "spans": "figures are of months; series go by month, quarter or year",
    "series": "exports, imports and surplus are series by month, quarter or year",
    "lang": "the language is an option: --lang zh",
    "forecasts": "nothing is forecast: figures are as published",
    "currency": "figures are in US dollars, as published; never converted",
    "unit": "the unit is an option: --unit million",
    "month": "write a month: 2025-11",
    "newest": "without a period the newest is answered; or write: latest",
}
#: A question in words has no more; no name or period has more words than `LONGEST`.
MOST = 20
#: Words with so many readings mean nothing: each IN may be India or nothing.
MANY = 500
LONGEST = 6


#: No word before says anything.
FREE = Slot()


class Part(NamedTuple):
    """One thing that words name: the option it stands for, and the value; of a switch an empty one."""

    option: str
    value: str


class Asked(NamedTuple):
    """For which command words are read.

    `options` are its options, with the words that each takes, where it takes some; `several` says that it
    takes several partners, `home` is the reporter that a place may name again, where no option has said one;
    `today` is the day of the question; `shares` says that a share is asked for.
    """

    options: Options
    command: str = ""
    several: bool = False
    home: str = ""
    today: date | None = None
    shares: bool = False


#: The flow that a command is about.
FLOW_OF = {"exports": "export", "imports": "import", "surplus": "balance"}
