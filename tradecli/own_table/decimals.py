"""Which of comma and point stands before decimals: told by a column as a whole, or refused."""

from __future__ import annotations

from types import MappingProxyType

from tradecli.errors import InvalidData
from tradecli.own_table import inspection, seeing
from tradecli.own_table.files import Files

_SIGN = r"^\s*[+-]?"
#: Numbers that only one of both readings makes one of; {one} groups thousands, {other} begins decimals.
_CLEAR = (
    r"{sign}([0-9]{{1,3}}({one}[0-9]{{3}})+{other}[0-9]+|[0-9]{{1,3}}({one}[0-9]{{3}}){{2,}}"
    r"|[0-9]+{other}([0-9]{{1,2}}|[0-9]{{4,}})|[0-9]{{4,}}{other}[0-9]{{3}}|0{other}[0-9]+)\s*$"
)
_POINT, _COMMA = r"\.", ","
_FORMS = MappingProxyType(
    {
        "comma": _CLEAR.format(sign=_SIGN, one=_POINT, other=_COMMA),
        "point": _CLEAR.format(sign=_SIGN, one=_COMMA, other=_POINT),
        # 1,234 and 1.234 may be a thousand and more, or one and a little.
        "either": _SIGN + r"[1-9][0-9]{0,2}[.,][0-9]{3}\s*$",
    }
)
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
