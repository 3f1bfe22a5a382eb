"""The option that names the columns of an own table: `period=month,value=fob_usd`, or a TOML file."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any, NamedTuple

from tradecli import toml_text
from tradecli.errors import QueryError
from tradecli.facts import places
from tradecli.wording import Listed, reason


class Mapping(NamedTuple):
    """What the columns of customs records are called, and how their words and numbers are to be read.

    `unit` is the size of one in the column of values, in whole units of `currency`; `decimals` is the
    number of digits after its point that count, None for as many as lead to a whole unit, at least two.
    `exports` and `imports` are the words for the flows; case does not count. `reporter` is a country, or
    the column that names it. `partner_codes` is the list that the numbers of partners are of, `partners`
    the lines of a list of one's own. `commodity_digits` is how long a code is: others are left out, a
    lost zero is put back. `where` keeps only rows with these values in a column. `complete` is the newest
    month that is whole. `skip_bad` answers without rows that cannot be read, however many they are.
    """

    period: str = "period"
    partner: str = "partner"
    flow: str = "flow"
    value: str = "value"
    commodity: str = "commodity"
    unit: int = 1
    decimals: int | None = None
    currency: str = "USD"
    reporter: str = ""
    exports: tuple[str, ...] = ("e", "x", "export", "exports", "出口")
    imports: tuple[str, ...] = ("i", "m", "import", "imports", "進口")
    partner_codes: str = ""
    partners: tuple[tuple[str, str], ...] = ()
    commodity_digits: int = 0
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    complete: str = ""
    skip_bad: bool = False


#: What may be said, and the field of `Mapping` that it fills.
NAMES = {
    "period": "period",
    "partner": "partner",
    "flow": "flow",
    "value": "value",
    "commodity": "commodity",
    "value_unit": "unit",
    "decimals": "decimals",
    "currency": "currency",
    "reporter": "reporter",
    "classification": "classification",
    "export": "exports",
    "import": "imports",
    "partner_codes": "partner_codes",
    "commodity_digits": "commodity_digits",
    "where": "where",
    "complete": "complete",
    "skip_bad": "skip_bad",
}
#: The lists of numbers that can be named; anything else is a file with a code and a country on each line.
LISTS = ("comtrade", "census", "imf", "iso")
_HINT = "write --columns period=month,partner=ctry,flow=ie,value=fob_usd, or name a TOML file with such lines"
#: Powers of ten that a value can be counted in: from one to thousands of millions.
_LARGEST_UNIT = 10**9
_MOST_DECIMALS = 6
#: The longest codes that are read, in digits.
_LONGEST = 14


def read(text: str) -> Mapping:
    """Read what was said of the columns; our name first.

    Args:
        text: Names joined by commas, or the path of a TOML file that says the same and in lists.

    Raises:
        QueryError: A name or value that has no meaning, or a file that cannot be read.

    Examples:
        >>> read("period=month,value=fob,value_unit=1000").unit
        1000
    """
    said = _file(Path(text)) if text.endswith(".toml") else _pairs(text)
    unknown = [name for name in said if name not in NAMES]
    if unknown:
        raise QueryError(
            "there is no column {unknown!r} to name",
            hint="known are: {names}",
            candidates=NAMES,
            unknown=unknown[0],
            names=Listed(NAMES),
        )
    if said.pop("classification", "hs") != "hs":
        raise QueryError("commodities of an own table are read as HS codes only", hint="classification = hs")
    checked = {NAMES[name]: _CHECKS.get(name, _word)(name, value) for name, value in said.items()}
    mapping = Mapping(**checked)
    if mapping.partner_codes and mapping.partner_codes not in LISTS:
        mapping = mapping._replace(partners=_partners(Path(mapping.partner_codes)))
    both = {word for word in mapping.exports if word in mapping.imports}
    if both:
        raise QueryError("the word {both!r} cannot mean both exports and imports", hint=_HINT, both=min(both))
    return mapping


def _pairs(text: str) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for pair in filter(None, text.split(",")):
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not equals or not name or not value:
            raise QueryError("{pair!r} names no column", hint=_HINT, pair=pair)
        if name.startswith("where."):
            said.setdefault("where", {})[name.removeprefix("where.")] = value.split("|")
            continue
        if name == "where":
            _where(name, value)  # names no column, and is refused
        if name in said:
            raise QueryError("the column {name!r} is named twice", hint=_HINT, name=name)
        said[name] = value
    return said


def _file(path: Path) -> dict[str, Any]:
    try:
        return toml_text.document(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise QueryError("cannot read {path}: {error}", hint=_HINT, path=path, error=reason(error)) from None
    except ValueError as error:
        raise QueryError("{path} is not TOML: {error}", hint=_HINT, path=path, error=error) from None


def _partners(path: Path) -> tuple[tuple[str, str], ...]:
    """The lines of a list of partners: a code and a country, which may be a code or a name."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [[cell.strip() for cell in line] for line in csv.reader(file) if line]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise QueryError(
            "cannot read the list of partners {path}: {error}",
            hint="partner_codes is {lists}, or a CSV file with a code and a country on each line",
            path=path,
            error=error,
            lists=Listed(LISTS),
        ) from None
    if any(len(line) != 2 for line in lines):
        raise QueryError(
            "{path} is no list of partners", hint="write a code and a country on each line", path=path
        )
    known = [(code, country) for code, country in lines if places.meant(country)]
    # The first line may be a header.
    wrong = [country for _, country in lines[1:] if not places.meant(country)]
    if wrong:
        raise QueryError(
            "{path}: no country is called {wrong!r}",
            hint="`trade codes` lists every partner",
            path=path,
            wrong=wrong[0],
        )
    return tuple(known)


def _word(name: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise QueryError("{name} = {value!r} is not a name", hint=_HINT, name=name, value=value)
    return value


def _words(name: str, value: object) -> tuple[str, ...]:
    words = [value] if isinstance(value, str | int) else value
    if not isinstance(words, list) or not words or not all(isinstance(word, str | int) for word in words):
        raise QueryError(
            '{name} = {value!r} are no words for a flow; such as ["E", "1"]',
            hint=_HINT,
            name=name,
            value=value,
        )
    return tuple(str(word).strip().casefold() for word in words)


def _whole(name: str, value: object) -> int:
    text = str(value).replace("_", "")
    if isinstance(value, bool) or not text.isdecimal() or len(text) > _LONGEST:
        raise QueryError("{name} = {value!r} is not a whole number", hint=_HINT, name=name, value=value)
    return int(text)


def _unit(name: str, value: object) -> int:
    unit = _whole(name, value)
    if not 1 <= unit <= _LARGEST_UNIT or set(str(unit)) - set("01") or str(unit).count("1") != 1:
        raise QueryError(
            "{name} = {value!r} is no unit",
            hint="units are 1, 1000, 1000000 and the like",
            name=name,
            value=value,
        )
    return unit


def _decimals(name: str, value: object) -> int:
    decimals = _whole(name, value)
    if decimals > _MOST_DECIMALS:
        raise QueryError(
            "{name} = {value!r} is too many",
            hint="at most {most} are read",
            name=name,
            value=value,
            most=_MOST_DECIMALS,
        )
    return decimals


def _currency(name: str, value: object) -> str:
    code = _word(name, value)
    if len(code) != 3 or not (code.isascii() and code.isalpha() and code.isupper()):
        raise QueryError(
            "{name} = {value!r} is no currency",
            hint="write its code of three letters, as USD",
            name=name,
            value=value,
        )
    return code


def _digits(name: str, value: object) -> int:
    digits = _whole(name, value)
    if not 2 <= digits <= _LONGEST:
        raise QueryError(
            "{name} = {value!r} is no length of a code",
            hint="codes have 2 to {longest} digits",
            name=name,
            value=value,
            longest=_LONGEST,
        )
    return digits


def _where(name: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict) or not value:
        raise QueryError(
            "{name} = {value!r} names no column",
            hint='write where.motCode=0, or [where] motCode = "0"',
            name=name,
            value=value,
        )
    return tuple((str(column), _texts(f"where.{column}", wanted)) for column, wanted in value.items())


def _texts(name: str, value: object) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str | int) and not isinstance(text, bool) for text in texts):
        raise QueryError(
            "{name} = {value!r} are no values of a column",
            hint='such as ["0", "C00"]',
            name=name,
            value=value,
        )
    return tuple(str(text).strip() for text in texts)


def _month(name: str, value: object) -> str:
    text = str(value)
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise QueryError(
            "{name} = {value!r} is no month",
            hint="write the newest whole month: complete=2025-11",
            name=name,
            value=value,
        )
    return text


def _truth(name: str, value: object) -> bool:
    meant = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if str(value).casefold() not in meant:
        raise QueryError(
            "{name} = {value!r} is neither true nor false", hint="{name} = true", name=name, value=value
        )
    return meant[str(value).casefold()]


_CHECKS: AnyMapping[str, Any] = {
    "value_unit": _unit,
    "decimals": _decimals,
    "currency": _currency,
    "export": _words,
    "import": _words,
    "commodity_digits": _digits,
    "where": _where,
    "complete": _month,
    "skip_bad": _truth,
}
