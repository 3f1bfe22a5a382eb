"""`trade check`."""

from __future__ import annotations

import sys
from pathlib import Path

from tradecli import options as opt

CLAIMS = opt.argument(
    "claims",
    metavar="CLAIM...",
    help="A TOML file with [[claim]] tables, - for standard input (TOML, or one claim a line), or a claim: "
    "FLOW [of COMMODITY] [to|from|with PARTNER] [by REPORTER] PERIOD [SPAN]: SAID[, SAID] [@ DAY]. "
    "FLOW: exports, imports, balance, surplus, deficit, trade. SPAN: month, quarter, ytd, year, 12m. "
    "SAID: 64.05 bn; base 41.1 bn; +56.0 % y/y; +3.6 % m/m; share 38.1 %; record [same_month]; rank 2; "
    "streak 25; 2.3 times; [nearly|more than] doubled [from PERIOD]; difference 5.4 bn; points 11; "
    "contribution 80 %; growth +82 % from 2012; record growth; rank 1 partners; exceeds every year; "
    "first above 60 bn; streak 3 above 60 bn; about, nearly or more than before a number (docs/claims.md). "
    "DAY: when it was said. "
    "Example: 'exports 2025-11: 64.05 bn, +56.0 % y/y, record @ 2025-12-09'.",
)


@opt.lend(CLAIMS, *opt.TABLE[1:], *opt.SHOWN)
def check(given: opt.Given) -> int:
    """Are these published claims true? Exit code 1 when one is false, 3 when none could be told."""
    from tradecli import ask

    return given.write(ask.check(*(_text(word) for word in given.claims), **given.of_table))


def _text(word: str) -> str:
    """The claims that an argument names: standard input, a file, or the argument itself."""
    from tradecli.errors import QueryError

    if word == "-":
        return sys.stdin.read()
    if ":" in word.removesuffix(".toml") and not word.endswith(".toml"):
        return word
    try:
        return Path(word).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise QueryError(f"cannot read {word}: {reason}", hint="see: trade check --help") from None
