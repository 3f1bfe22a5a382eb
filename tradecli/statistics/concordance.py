"""A code of goods in another edition of its classification: which codes hold the same goods there.

Given is the correlation of two editions, one after the other: each pair of finest codes, the later edition's
first, that hold some of the same goods (the United Nations publish it for each edition of the Harmonized
System). A shorter code holds what its finest codes hold. How much of a code's trade went which way is not in
the tables: a code that was split cannot be converted, only named with what holds its goods now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

#: The correlation of two editions: pairs of finest codes, the later edition's and the earlier one's.
Correlation = Sequence[tuple[str, str]]


def later(code: str, correlation: Correlation) -> tuple[str, ...]:
    """The codes of the later edition, of the same length, that hold some of the goods of an earlier one.

    Returns:
        In order; () where the earlier edition has no such code, or the tables say nothing of its goods.

    Examples:
        >>> pairs = [("854141", "854140"), ("854142", "854140"), ("854190", "854190"), ("854999", "854190")]
        >>> later("854140", pairs), later("8541", pairs), later("99", pairs)
        (('854141', '854142'), ('8541', '8549'), ())
    """
    return _distinct(new[: len(code)] for new, old in correlation if old.startswith(code))


def earlier(code: str, correlation: Correlation) -> tuple[str, ...]:
    """The codes of the earlier edition, of the same length, that held some of the goods of a later one.

    Examples:
        >>> earlier("8549", [("854999", "854190"), ("854921", "854231"), ("854921", "854810")])
        ('8541', '8542', '8548')
    """
    return _distinct(old[: len(code)] for new, old in correlation if new.startswith(code))


def relation(code: str, correlation: Correlation) -> str:
    """How an earlier code and what holds its goods later belong together.

    ``1:1`` one code became one, ``n:1`` one of several that became one, ``1:n`` it was split, ``n:n`` both;
    the first number counts earlier codes. Of the code alone: the tables mark whole groups of linked codes.
    Empty where the earlier edition has no such code.

    Examples:
        >>> relation("854140", [("854141", "854140"), ("854142", "854140")])
        '1:n'
        >>> relation("854040", [("854040", "854040"), ("854040", "854050")])
        'n:1'
    """
    became = later(code, correlation)
    if not became:
        return ""
    held = {old for new in became for old in earlier(new, correlation)}
    return f"{'1' if len(held) == 1 else 'n'}:{'1' if len(became) == 1 else 'n'}"


def unchanged(code: str, correlation: Correlation) -> bool:
    """Whether a code holds just the same goods in both editions: none left it, none came.

    Examples:
        >>> pairs = [("010121", "010121"), ("854141", "854140"), ("854190", "854190"), ("854999", "854190")]
        >>> unchanged("010121", pairs), unchanged("8541", pairs), unchanged("8549", pairs)
        (True, False, False)
    """
    return later(code, correlation) == (code,) == earlier(code, correlation)


def through(code: str, correlations: Iterable[Correlation]) -> tuple[str, ...]:
    """The codes that hold some of a code's goods after several editions, each correlation after the other.

    The further the editions lie apart, the more of the codes hold a part of a part.

    Examples:
        >>> through("854140", [[("854140", "854140")], [("854141", "854140"), ("854142", "854140")]])
        ('854141', '854142')
    """
    codes: tuple[str, ...] = (code,)
    for correlation in correlations:
        codes = _distinct(new for one in codes for new in later(one, correlation))
    return codes


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))
