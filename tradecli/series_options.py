"""What a series is asked by: partners, the first month, how many, by what, shares and unit values."""

from __future__ import annotations

from tradecli import completions
from tradecli.options import DAY, SHOWN, TABLE, TELLS, own

#: A first month belongs to one question, so that these have no twin in the environment.
SINCE = own("since", "", "--from", metavar="PERIOD", help="First month of the series, quarter or year.")
BY = own("by", "", metavar="month|quarter|year", help="A series by month, quarter or year.")
SHARE = own("share", False, "--share", help="Also the partner's share of the reporter's total, in percent.")
UNIT_VALUE = own(
    "unit_value",
    False,
    "--unit-value",
    help="Also quantity, and value per unit of it, of own records that hold quantities.",
)
RE_EXPORTS = own(
    "re_exports",
    False,
    "--re-exports",
    help="Also re-exports, their share, and domestic exports, of own records that tell them apart.",
)
RE_IMPORTS = own(
    "re_imports",
    False,
    "--re-imports",
    help="Also re-imports, their share, and imports without them, of own records that tell them apart.",
)
#: How many months a series has, which hangs on what it goes by.
MONTHS = own(
    "months",
    None,
    envvar="TRADE_MONTHS",
    help="How many months, without --from; 13 unless said (9 quarters, 11 years).",
)
SEVERAL = own(
    "partner",
    "WORLD",
    envvar="TRADE_PARTNER",
    show_default=True,
    help="The other side: a code, a name in English or Chinese, an area such as CN+HK; "
    "several as US,JP or with --partner again, never added up.",
    autocompletion=completions.several,
)
_FIRST = (SEVERAL, "through", SINCE, MONTHS, BY, SHARE, UNIT_VALUE)
_LAST = ("reporter", *DAY, "commodity", "adjustment", *TABLE, *SHOWN, *TELLS)
#: What `exports` and `imports` take, in the order of their help.
OF_EXPORTS = (*_FIRST, RE_EXPORTS, *_LAST)
OF_IMPORTS = (*_FIRST, RE_IMPORTS, *_LAST)
