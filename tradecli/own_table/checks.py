"""What may be said of a column or word of an own table: each value is checked where it is written."""

from __future__ import annotations

import codecs
import re

from tradecli.errors import QueryError

HINT = "write --columns period=month,partner=ctry,flow=ie,value=fob_usd, or name a TOML file with such lines"
#: Powers of ten that a value can be counted in: from one to thousands of millions.
_LARGEST_UNIT = 10**9
_MOST_DECIMALS = 6
#: The longest codes that are read, in digits.
_LONGEST = 14
#: Separators of columns, and signs of decimals, by the words for them.
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
#: Headers are looked for in so many lines.
LAST_HEADER = 30
DECIMALS = ("comma", "point")
#: Orders of day and month where days are written 11/10/2025.
ORDERS = ("day_first", "month_first")
#: What joins columns whose values are added: domestic exports and re-exports.
BOTH = "|"
#: Where a pattern of columns names the month, and how it is written there.
_PATTERN = re.compile(r"\{(Jan|JAN|jan|January|JANUARY|january|1|01)\}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def word(name: str, value: object) -> str:
    """A name."""
    if not isinstance(value, str) or not value:
        raise QueryError("{name} = {value!r} is not a name", hint=HINT, name=name, value=value)
    return value


def words(name: str, value: object) -> tuple[str, ...]:
    """The words for a flow, in small letters; several in one text are parted by `|`."""
    words = str(value).split("|") if isinstance(value, str | int) else value
    if not isinstance(words, list) or not words or not all(isinstance(word, str | int) for word in words):
        raise QueryError(
            '{name} = {value!r} are no words for a flow; such as ["E", "1"]',
            hint=HINT,
            name=name,
            value=value,
        )
    return tuple(str(word).strip().casefold() for word in words)


def whole(name: str, value: object) -> int:
    """A whole number."""
    text = str(value).replace("_", "")
    if isinstance(value, bool) or not text.isdecimal() or len(text) > _LONGEST:
        raise QueryError("{name} = {value!r} is not a whole number", hint=HINT, name=name, value=value)
    return int(text)


def unit(name: str, value: object) -> int:
    """A power of ten."""
    unit = whole(name, value)
    if not 1 <= unit <= _LARGEST_UNIT or set(str(unit)) - set("01") or str(unit).count("1") != 1:
        raise QueryError(
            "{name} = {value!r} is no unit",
            hint="units are 1, 1000, 1000000 and the like",
            name=name,
            value=value,
        )
    return unit


def decimals(name: str, value: object) -> int:
    """How many decimals count."""
    decimals = whole(name, value)
    if decimals > _MOST_DECIMALS:
        raise QueryError(
            "{name} = {value!r} is too many",
            hint="at most {most} are read",
            name=name,
            value=value,
            most=_MOST_DECIMALS,
        )
    return decimals


def currency(name: str, value: object) -> str:
    """The code of a currency."""
    code = value if isinstance(value, str) else ""
    if len(code) != 3 or not (code.isascii() and code.isalpha() and code.isupper()):
        raise QueryError(
            "{name} = {value!r} is no currency",
            hint="write its code of three letters, as USD",
            name=name,
            value=value,
        )
    return code


def digits(name: str, value: object) -> int:
    """How long a code is."""
    digits = whole(name, value)
    if not 2 <= digits <= _LONGEST:
        raise QueryError(
            "{name} = {value!r} is no length of a code",
            hint="codes have 2 to {longest} digits",
            name=name,
            value=value,
            longest=_LONGEST,
        )
    return digits


def where(name: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The columns to choose rows by, with the values wanted."""
    if not isinstance(value, dict) or not value:
        raise QueryError(
            "{name} = {value!r} names no column",
            hint='write where.motCode=0, or [where] motCode = "0"',
            name=name,
            value=value,
        )
    return tuple((str(column), texts(f"where.{column}", wanted)) for column, wanted in value.items())


def texts(name: str, value: object) -> tuple[str, ...]:
    """Values of a column, as texts."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str | int) and not isinstance(text, bool) for text in texts):
        raise QueryError(
            "{name} = {value!r} are no values of a column",
            hint='such as ["0", "C00"]',
            name=name,
            value=value,
        )
    return tuple(str(text).strip() for text in texts)


def month(name: str, value: object) -> str:
    """A month, as 2025-11."""
    text = str(value)
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise QueryError(
            "{name} = {value!r} is no month",
            hint="write the newest whole month: complete=2025-11",
            name=name,
            value=value,
        )
    return text


def truth(name: str, value: object) -> bool:
    """Yes or no."""
    meant = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if str(value).casefold() not in meant:
        raise QueryError(
            "{name} = {value!r} is neither true nor false", hint="{name} = true", name=name, value=value
        )
    return meant[str(value).casefold()]


def columns(name: str, value: object) -> tuple[str, ...]:
    """Twelve columns, January first: named one by one, or by a pattern such as `Value-{Jan}` or `m{01}`.

    Examples:
        >>> columns("months", "Value-{Jan}")[10], columns("months", "m{01}")[:2]
        ('Value-Nov', ('m01', 'm02'))
    """
    names = [value] if isinstance(value, str) else value
    if isinstance(value, str) and across(value):
        names = list(across(value))
    if (
        not isinstance(names, list)
        or len(set(map(str, names))) != len(_MONTHS)
        or not all(isinstance(one, str) for one in names)
    ):
        raise QueryError(
            "{name} = {value!r} are no twelve columns of months",
            hint="write months=Value-{{Jan}}, or a list of twelve names in a file of --columns",
            name=name,
            value=value,
        )
    return tuple(names)


def across(name: str) -> tuple[str, ...]:
    """The twelve columns that a pattern names; none where it is no pattern.

    Examples:
        >>> across("E{JAN}")[1], across("exports")
        ('EFEB', ())
    """
    found = _PATTERN.search(name)
    return tuple(_PATTERN.sub(_month_as(found[1], number), name) for number in range(12)) if found else ()


def _month_as(form: str, number: int) -> str:
    """A month as the first one was written."""
    if form.isdecimal():
        return f"{number + 1:0{len(form)}d}"
    text = _MONTHS[number] if len(form) > len("Jan") else _MONTHS[number][: len("Jan")]
    return text.upper() if form.isupper() else text.lower() if form.islower() else text


def separator(name: str, value: object) -> str:
    """A sign between columns, itself or its word."""
    sign = SEPARATORS.get(str(value).casefold(), str(value))
    if sign not in SEPARATORS.values():
        raise QueryError(
            "{name} = {value!r} separates no columns",
            hint="separators: comma, semicolon, tab, bar",
            name=name,
            value=value,
        )
    return sign


def decimal(name: str, value: object) -> str:
    """The sign before decimals, by its word."""
    word = {",": "comma", ".": "point"}.get(str(value), str(value).casefold())
    if word not in DECIMALS:
        raise QueryError(
            "{name} = {value!r} is no sign of decimals",
            hint="decimal=comma or decimal=point",
            name=name,
            value=value,
        )
    return word


def dates(name: str, value: object) -> str:
    """The order of day and month, by its word."""
    if value not in ORDERS:
        raise QueryError(
            "{name} = {value!r} is no order of day and month",
            hint="dates=day_first or dates=month_first",
            name=name,
            value=value,
        )
    return str(value)


def encoding(name: str, value: object) -> str:
    """An encoding of texts, by the name that Python has for it."""
    try:
        return codecs.lookup(str(value)).name
    except (LookupError, ValueError):
        raise QueryError(
            "{name} = {value!r} is no encoding that is known",
            hint="such as cp950 (Big5), cp932 (Shift-JIS), latin-1, utf-16",
            name=name,
            value=value,
        ) from None


def line(name: str, value: object) -> int:
    """The number of a line, the first is 1."""
    number = whole(name, value)
    if not 1 <= number <= LAST_HEADER:
        raise QueryError(
            "{name} = {value!r} is no line of a header",
            hint="headers are looked for in the first {lines} lines",
            name=name,
            value=value,
            lines=LAST_HEADER,
        )
    return number
