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
#: Words that say nothing.
NOTHING = {
    *("the", "in", "of", "for", "and", "on", "at", "per", "each", "vs", "versus", "&", "-", "month"),
    *("trade", "goods", "merchandise", "figures", "data", "numbers", "statistics"),
    *("以來", "起", "的", "之", "在", "與", "和", "及", "跟", "貿易"),
}
#: What every answer holds.
ANSWERED = {
    *("yoy", "y/y", "mom", "m/m", "q/q", "growth", "ytd", "cumulative", "累計", "年增率", "成長率"),
    *("year to date", "year on year", "month on month", "year over year"),
}
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
    *("出口", "進口", "出超", "入超", "順差", "逆差"),
}
ORDER = (
    *("reporter", "partner", "commodity", "flow", "span", "by", "since", "through", "months", "top", "share"),
)
#: A question in words has no more; no name or period has more words than `LONGEST`.
MOST = 16
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
    takes several partners, `today` is the day of the question.
    """

    options: Options
    command: str = ""
    several: bool = False
    today: date | None = None


#: The flow that a command is about.
FLOW_OF = {"exports": "export", "imports": "import", "surplus": "balance"}
