"""What a claim is: of what it speaks, and what it says of it. Pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradecli.errors import TradeError
from tradecli.quantity import Quantity

#: Units of money by every way to write them, in US dollars.
MONEY = {
    **dict.fromkeys(("billion", "billions", "bn", "b", "十億"), 10**9),
    **dict.fromkeys(("yi", "億", "億美元"), 10**8),
    **dict.fromkeys(("million", "millions", "mn", "m", "百萬"), 10**6),
    **dict.fromkeys(("thousand", "thousands", "千"), 10**3),
    **dict.fromkeys(("trillion", "trillions", "tn", "兆"), 10**12),
    **dict.fromkeys(("dollar", "dollars", "元", "美元"), 1),
}
SPANS = {
    **{name: name for name in ("month", "quarter", "year_to_date", "year", "rolling_12")},
    "ytd": "year_to_date",
    "12m": "rolling_12",
}
#: Flows, with the side of a balance that they name; `trade` is exports and imports together.
FLOWS = {
    **dict.fromkeys(("export", "exports"), ("export", 0)),
    **dict.fromkeys(("import", "imports"), ("import", 0)),
    "balance": ("balance", 0),
    "surplus": ("balance", 1),
    "deficit": ("balance", -1),
    "trade": ("trade", 0),
}
SCOPES = ("month", "same_month", "quarter", "year_to_date", "year", "rolling_12")
WORDS = tuple(
    f"{before}{word}"
    for word in ("doubled", "tripled", "quadrupled")
    for before in ("", "nearly ", "more than ")
)
#: What else a claim can assert: differences of money, differences of shares in points, parts of a change,
#: growth on a named period (`against`).
MORE_MEASURES = ("difference", "points", "contribution", "growth")
#: What a claim can assert.
MEASURES = (
    *("level", "base", "yoy", "mom", "share", "multiple", "record", "rank", "streak"),
    *MORE_MEASURES,
)
#: What a record or rank may be of instead of the figure: its growth, its share, the lowest, the place of
#: the partner among partners or of the goods among goods, a part of a year above every full year, the
#: first figure above a round number.
RECORDS = ("growth", "share", "low", "low_share", "partners", "commodities", "exceeds_year", "first_above")
#: What a streak may be of instead of months of growth: years of growth, months above an amount (billions)
#: or a growth rate (percent), months as the first partner, months above another partner.
STREAKS = ("years", "above", "above_percent", "first_partner", "above_partner")
#: What each measure may be of. A share of goods is one of the partner's trade in all goods unless it is
#: one among partners; a contribution is a part of the change unless it is in points of growth.
OF = {
    "level": ("first_above",),
    "record": RECORDS,
    "rank": RECORDS,
    "streak": STREAKS,
    **dict.fromkeys(("share", "points", "contribution"), ("partners", "commodities", "points")),
}
ABOUT = ("about", "nearly", "more")


class Assertion(NamedTuple):
    """One thing a claim says: a number, or for a record, a rank or a word what it is said of.

    `scope` is the kind of window of a record or rank; `of` what it is a record or rank of, if not of the
    figure itself (see `RECORDS`), or of a streak (see `STREAKS`), or a share of (see `OF`); `since` the
    month up to which nothing was higher. `about` is how a number was softened: `about`, `nearly` or `more`.
    `than` is the amount (whole currency) or the rate (percent) that a streak stays above, or that was
    passed for the first time; `rival` the partner that a streak stays above.
    """

    measure: str
    quantity: Quantity | None = None
    word: str = ""
    scope: str = ""
    of: str = ""
    about: str = ""
    since: date | None = None
    than: Quantity | None = None
    rival: str = ""


class Claim(NamedTuple):
    """What is said of one window of one flow, and the day it was said on.

    `side` is 1 where a surplus and -1 where a deficit is given without its sign, else 0; `against` is
    the last month of what a multiple, a difference, a contribution or growth compares with (None: the same
    months a year earlier) and `against_span` its kind.
    """

    text: str
    reporter: str
    partner: str
    flow: str
    side: int
    commodity: str
    classification: str
    period: date
    span: str
    made: date | None
    against: date | None
    against_span: str
    unit: int
    currency: str
    assertions: tuple[Assertion, ...]


class Unreadable(NamedTuple):
    """A claim that cannot be read, and why."""

    text: str
    error: TradeError
