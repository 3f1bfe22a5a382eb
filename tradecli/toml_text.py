"""TOML that somebody else wrote, read within bounds. Pure."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

from tradecli.wording import Wording

#: Dots that a line can have: reading a name of so many parts takes the square of their number.
_DOTS = 500


def document(text: str) -> dict[str, Any]:
    """What a TOML document holds; decimals keep the digits as they were written: 64.70 says more than 64.7.

    Raises:
        ValueError: It is not TOML, or names, tables or whole numbers have no end.

    Examples:
        >>> document("level = 64.70")
        {'level': Decimal('64.70')}
    """
    if any(line.count(".") > _DOTS for line in text.splitlines()):
        raise ValueError(Wording("a line has over {dots} dots", dots=_DOTS))
    try:
        found = tomllib.loads(text, parse_float=Decimal)
        # Whole numbers of thousands of digits have no text; that is no TOML either.
        repr(found)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return found
