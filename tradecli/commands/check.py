"""`trade check`."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tradecli import options as opt
from tradecli.wording import Wording

if TYPE_CHECKING:
    from tradecli.checking import Text

CLAIMS = opt.argument(
    "claims",
    metavar="TEXT...",
    help="A file (plain text, Markdown, HTML, or TOML with [[claim]] tables), - for standard input, a "
    'sentence such as "Taiwan\'s exports rose 56 percent in November", or a claim: '
    "FLOW [of COMMODITY] [to|from|with PARTNER] [by REPORTER] PERIOD [SPAN]: SAID[, SAID] [@ DAY]. "
    "FLOW: exports, imports, balance, surplus, deficit, trade. SPAN: month, quarter, ytd, year, 12m. "
    "SAID: 64.05 bn; base 41.1 bn; +56.0 % y/y; +3.6 % m/m; share 38.1 %; record [same_month]; rank 2; "
    "streak 25; 2.3 times; [nearly|more than] doubled [from PERIOD]; difference 5.4 bn; points 11; "
    "contribution 80 %; growth +82 % from 2012; record growth; rank 1 partners; exceeds every year; "
    "first above 60 bn; streak 3 above 60 bn; about, nearly or more than before a number "
    "(docs/reference/claims.md). DAY: when it was said. "
    "Example: 'exports 2025-11: 64.05 bn, +56.0 % y/y, record @ 2025-12-09'.",
)
MADE = opt.own(
    "made",
    "",
    metavar="DAY",
    show_default=False,
    help="The day it was written, such as 2026-01-09; without it that of its dateline, page or header, "
    "else today.",
)
EXPLAIN = opt.own(
    "explain", 0, metavar="N", show_default=False, help="Show how statement N was read, and what was tried."
)
CORRECTIONS = opt.own(
    "corrections", False, "--corrections", help="Show what would have to be written instead."
)
#: An address is none of the files here, and nothing is fetched.
_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:txt|md|markdown|html?|xhtml|toml|csv|pdf|docx?)", re.IGNORECASE)


@opt.lend(CLAIMS, MADE, EXPLAIN, CORRECTIONS, *opt.TABLE[1:], *opt.SHOWN)
def check(given: opt.Given) -> int:
    """Are these published statements true? Exit code 1 when one is false, 3 when none could be told."""
    from tradecli import checking

    texts = [_text(word) for word in given.claims]
    answer = checking.verdicts(
        texts, given.made, given.explain, corrections=given.corrections, **given.of_table
    )
    return given.write(answer)


def _text(word: str) -> Text:
    """What an argument names: standard input, a file, or itself a sentence or a claim."""
    from tradecli.checking import Text
    from tradecli.errors import QueryError

    if word == "-":
        return Text.of_file(sys.stdin.buffer, "-")
    if _ADDRESS.match(word):
        raise QueryError(
            "{word} is an address, and nothing is fetched", hint="save the page and name its file", word=word
        )
    if not os.path.exists(word) and _is_sentence(word):
        return Text(word)
    try:
        with Path(word).open("rb") as file:
            return Text.of_file(file, word)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise QueryError(
            "cannot read {word}: {reason}", hint="see: trade check --help", word=word, reason=Wording(reason)
        ) from None


def _is_sentence(word: str) -> bool:
    """Whether an argument that names no file is meant as a text: it has a colon or words, or is Chinese."""
    if _SUFFIX.fullmatch(Path(word).suffix) and not word.count(" ") > 3:
        return False
    return ":" in word or " " in word.strip() or "\n" in word or not word.isascii()
