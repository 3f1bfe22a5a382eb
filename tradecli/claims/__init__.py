"""Claims about trade, as people write them: read from TOML or from one line each. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from tradecli import toml_text
from tradecli.claims.keys import claim
from tradecli.claims.line import from_line, shortened
from tradecli.claims.model import (
    ABOUT,
    MEASURES,
    MONEY,
    MORE_MEASURES,
    RECORDS,
    SCOPES,
    SPANS,
    STREAKS,
    WORDS,
    Assertion,
    Claim,
    Unreadable,
)
from tradecli.claims.writing import to_line
from tradecli.errors import QueryError, TradeError
from tradecli.wording import Wording

__all__ = [
    "ABOUT",
    "MEASURES",
    "MONEY",
    "MORE_MEASURES",
    "RECORDS",
    "SCOPES",
    "SPANS",
    "STREAKS",
    "WORDS",
    "Assertion",
    "Claim",
    "Unreadable",
    "claim",
    "from_line",
    "read",
    "shortened",
    "to_line",
]


def read(*texts: str) -> list[Claim | Unreadable]:
    """Claims from TOML documents with `[[claim]]` tables, or from lines; `#` begins a comment.

    Keys beside the tables hold for every claim that does not say otherwise. One that cannot be read does
    not keep the others from being judged.

    Raises:
        QueryError: Not one can be read: not TOML, an unknown key, no claim; the message names the first.
        NoData: The same of a place or commodity nobody knows.
    """
    found = [one for text in texts for one in _read(text)]
    if not found:
        raise QueryError("there is no claim to check", hint="write one such as: exports 2025-11: 64.05 bn")
    errors = [one.error for one in found if isinstance(one, Unreadable)]
    if errors and len(errors) == len(found):
        raise errors[0]
    return found


def _read(text: str) -> Iterator[Claim | Unreadable]:
    if not re.search(r"^\s*\[\[claim\]\]", text, re.MULTILINE):
        for line in text.splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                yield _tried(line.strip(), "", partial(from_line, line))
        return
    try:
        document = toml_text.document(text)
    except ValueError as error:
        yield Unreadable(
            text, QueryError("the claims are not TOML: {error}", error=Wording(str(error)[:200]))
        )
        return
    tables = document.pop("claim")
    for number, table in enumerate(tables, 1):
        whole = {**document, **table}
        yield _tried(
            str(whole.get("text", "")), Wording("claim {number}: ", number=number), partial(claim, whole)
        )


def _tried(text: str, where: str, made: Callable[[], Claim]) -> Claim | Unreadable:
    try:
        return made()
    except TradeError as error:
        error.args = (Wording("{where}{error}", where=where, error=error.what),)
        return Unreadable(text, error)
