"""Which of comma and point stands before decimals: told by a column as a whole, or refused."""

from __future__ import annotations

from types import MappingProxyType

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import inspection, seeing
from tradecli.own_table.amounts import BLANK, END, MONEY, ODD, SIGN
from tradecli.own_table.files import Files

#: Numbers that only one of both readings makes one of; {one} groups thousands, {other} begins decimals.
_CLEAR = (
    r"{sign}([0-9]{{1,3}}({one}[0-9]{{3}})+{other}[0-9]+|[0-9]{{1,3}}({one}[0-9]{{3}}){{2,}}"
    r"|[0-9]{{1,3}}({blank}[0-9]{{3}})+{other}[0-9]+"
    r"|[0-9]+{other}([0-9]{{1,2}}|[0-9]{{4,}})|[0-9]{{4,}}{other}[0-9]{{3}}|0{other}[0-9]+){end}"
)
_POINT, _COMMA = r"\.", ","
_BESIDE = {"sign": SIGN, "blank": BLANK, "end": END}
_FORMS = MappingProxyType(
    {
        "comma": _CLEAR.format(one=_POINT, other=_COMMA, **_BESIDE),
        "point": _CLEAR.format(one=_COMMA, other=_POINT, **_BESIDE),
        # 1,234 and 1.234 may be a thousand and more, or one and a little.
        "either": SIGN + r"[1-9][0-9]{0,2}[.,][0-9]{3}" + END,
    }
)
_PLAIN = r"^\s*[+-]?[0-9.,]*\s*$"
#: Files up to so many bytes are looked through for such numbers, of larger ones the first rows.
_WHOLE = 2**23
#: Between columns that these separate both signs stand in numbers, and neither is usual.
_OPEN = frozenset({";", "|"})


def comma(files: Files, column: str, said: str) -> bool:
    """Whether a comma stands before the decimals of a column.

    Args:
        files: Of one table, without legs.
        column: A column of values.
        said: `comma` or `point` where the mapping says it.

    Raises:
        InvalidData: Both signs stand before decimals, or it may be either.
    """
    if files.format not in {"csv", "tsv"} or said:
        return said == "comma"
    separators = {text.separator for _, text in files.texts}
    first = inspection.peek(files)
    seen = column in first.columns and first[column].str.contains(",", literal=True).any()
    if not seen and not separators & _OPEN:
        return False
    found = seeing.matching(files, column, _FORMS)
    if not separators & _OPEN:
        # Elsewhere a point is usual: what is written otherwise is no number, and is counted as such.
        return "comma" in found and "point" not in found
    hint = "say which: decimal=comma, or decimal=point, in --columns"
    if {"comma", "point"} <= found:
        raise InvalidData(
            "in the column {column!r} decimals stand after commas and after points", hint=hint, column=column
        )
    if "either" in found and not found & {"comma", "point"}:
        raise InvalidData(
            "the column {column!r} holds numbers such as 1.234 or 1,234, which may be thousands",
            hint=hint,
            column=column,
        )
    return "comma" in found


def odd(files: Files, column: str) -> bool:
    """Whether numbers of a column are written with signs of money, blanks, apostrophes or brackets.

    Args:
        files: Of one table, without legs.
        column: A column of values.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    first = inspection.peek(files)
    if column not in first.columns or first[column].dtype != pl.String:
        return False
    if (first[column].str.contains(ODD) & ~first[column].str.contains(_PLAIN)).any():
        return True
    small = sum(file.size for file in files.files) <= _WHOLE
    return small and "odd" in seeing.matching(files, column, {"odd": ODD}, without=_PLAIN)


def money_in(files: Files, column: str) -> frozenset[str]:
    """The signs of money that stand beside numbers of a column."""
    forms = {sign: rf"(^|[^A-Z]){sign.replace('$', '[$]')}" for sign in MONEY}
    return seeing.matching(files, column, forms)
