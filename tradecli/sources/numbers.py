"""Numbers and texts of files: one grammar for every source, scaled exactly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from tradecli.errors import InvalidData


def shown(text: object, limit: int = 24) -> str:
    r"""A text of a file as a message may print it: on one line, no control characters, not too long.

    Examples:
        >>> print(shown("KOR"), shown("a\nb"), shown("x" * 99, 4))
        KOR a\nb xxxx
    """
    return repr(str(text))[1:-1][:limit]


_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
#: No trade figure comes near this; what does is a damaged file, and would overflow later.
_LIMIT = 10**15
_LONGEST = 40


def number(text: str, *, where: object) -> Decimal:
    """Read a figure by the one grammar every source keeps: digits, a point, a minus sign.

    Raises:
        InvalidData: Anything else, thousands separators and exponents included.

    Examples:
        >>> number("82401.131", where="i8102")
        Decimal('82401.131')
    """
    if not _NUMBER.fullmatch(text):
        raise InvalidData(
            "{where}: {text!r} is not a number; expected digits and a point", where=where, text=text[:40]
        )
    return Decimal(text)


def dollars(text: str, unit: int, *, where: object) -> int:
    """Scale a printed figure to whole dollars, exactly; only what is finer than a dollar is rounded, half up.

    Args:
        text: The figure as published.
        unit: Dollars in one of its units, such as 1,000.
        where: File, row and column, for the error.

    Raises:
        InvalidData: Not a number, or larger than any trade figure.

    Examples:
        >>> dollars("7169.669882", 1_000_000, where="country.xlsx")
        7169669882
    """
    if len(text) > _LONGEST:
        raise InvalidData("{where}: {text!r}... is not a trade figure", where=where, text=text[:40])
    value = int((number(text, where=where) * unit).to_integral_value(ROUND_HALF_UP))
    if abs(value) >= _LIMIT:
        raise InvalidData("{where}: {text} is larger than any trade figure", where=where, text=text[:40])
    return value


def last_digit(texts: Sequence[str], unit: int) -> int:
    """The size in dollars of the last published digit: that of the finest of *texts*, at least one dollar.

    One figure cannot tell, since trailing zeros are often left out; the finest of a column can.

    Examples:
        >>> last_digit(["43625.148", "41291.52"], 1_000_000), last_digit(["36047.471348646"], 1_000_000)
        (1000, 1)
    """
    decimals = max((len(text.partition(".")[2]) for text in texts), default=0)
    return max(1, unit // 10**decimals) if decimals < 20 else 1
