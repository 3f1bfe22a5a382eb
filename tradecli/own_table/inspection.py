"""What is seen of a table before it is added up: its columns as a whole, never only its first rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import engines
from tradecli.own_table.files import Files
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.words import is_all_goods, is_zero

#: How what is no code may begin with one.
_BEGUN = re.compile("[0-9]{2,}")
#: Lengths of codes of the HS: chapters, headings, subheadings; and what countries add to them.
_LENGTHS = frozenset({2, 4, 6, 8, 9, 10, 11, 12, 13, 14})

#: Days since 1970 of the years 1 and 9999, and what a day has of the units of times.
_DAYS = (-719_162, 2_932_896)
_STEPS = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}

#: Lists of goods that are not the HS: their codes have no zero to lose, one digit less is a level of its own.
_OTHER_LISTS = re.compile(r"sitc(rev)?\d?|naics\d?|usda|enduse|hitech|cpa(v?\d+)*|becr?\d?")


def other_list(column: str) -> bool:
    """Whether a column of goods is called by another list than the HS.

    Examples:
        >>> other_list("SITC Rev.4"), other_list("NAICS"), other_list("hs6")
        (True, True, False)
    """
    return bool(_OTHER_LISTS.fullmatch(re.sub(r"[\W_]", "", column.casefold())))


class Codes(NamedTuple):
    """How the codes of goods are written.

    All have as many `digits`, or there are several lengths or totals among them (`mixed`). Those one
    digit shorter than `width` have lost their zero; in a mixed column all of an odd length have, where
    `lost` says so. `padded` codes have blanks around them. With `zeros` one of zeros alone is no code of
    the list, and can only be the total of all goods. In a `plain` column every cell is a number of as many
    digits.
    """

    digits: int = 0
    width: int = 0
    padded: bool = False
    mixed: bool = False
    lost: bool = False
    zeros: bool = False
    plain: bool = False
    lengths: tuple[int, ...] = ()


@lru_cache(maxsize=4)
def peek(files: Files) -> pl.DataFrame:
    """The first rows of the first file.

    Raises:
        InvalidData: It cannot be read as what its name says, or holds days that no calendar has.
    """
    first = engines.peek(files)
    for column in first.select(pl.selectors.temporal() - pl.selectors.time() - pl.selectors.duration()):
        step = _STEPS[column.dtype.time_unit or ""] if isinstance(column.dtype, pl.Datetime) else 1
        if not (column.to_physical() // step).drop_nulls().is_between(*_DAYS).all():
            # No engine can write it as a text.
            raise InvalidData(
                "{path}: the column {column!r} holds days before the year 1 or after 9999",
                hint="the file may be damaged",
                path=files.files[0].path,
                column=column.name,
            )
    return first


def daily(mapping: Mapping, files: Files) -> bool:
    """Whether the first periods are days."""
    first = peek(files)
    if mapping.period not in first.columns:
        return False
    periods = first[mapping.period].drop_nulls()
    if periods.dtype == pl.Date:
        return bool((periods.dt.day() != 1).any())
    if isinstance(periods.dtype, pl.Datetime):
        return True
    return periods.dtype == pl.String and bool((periods.str.len_chars() > len("2025-11")).any())


@lru_cache(maxsize=4)
def codes(mapping: Mapping, files: Files) -> Codes:
    """How the codes of goods are written in the whole column.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    name, first = mapping.commodity, peek(files)
    if name not in first.columns:
        return Codes()
    dtype = first[name].dtype
    if dtype == pl.String and not mapping.commodity_digits:
        # Blanks after a code of a fixed width would pass for a part of it.
        length = len(next(iter(first[name].drop_nulls()), ""))
        padded = first[name].str.ends_with(" ").any()
        if length in _LENGTHS and not padded and engines.uniform(files, name, length):
            return Codes(digits=length, plain=True, lengths=(length,))
    is_hs = not other_list(name)
    untyped = (dtype != pl.String or _is_text(files)) and is_hs
    return _seen(engines.distinct(files, name), mapping, untyped=untyped, is_hs=is_hs)


def _is_text(files: Files) -> bool:
    """Whether the files are texts: in them a code may have been a number once."""
    return files.format in {"csv", "tsv"}


def _seen(texts: Sequence[str | None], mapping: Mapping, *, untyped: bool, is_hs: bool) -> Codes:
    words = [(text or "").strip().removesuffix(".0") for text in texts]
    padded = any(text is not None and text != text.strip() for text in texts)
    numbers = [word for word in words if word.isascii() and word.isdecimal()]
    zeros = is_hs and any(is_zero(word) for word in numbers)
    numbers = [word for word in numbers if not (is_hs and is_zero(word))]
    lengths = frozenset(map(len, numbers))
    wanted = mapping.commodity_digits
    if wanted:
        return Codes(digits=wanted, padded=padded, mixed=True, zeros=zeros, lengths=tuple(sorted(lengths)))
    may_lose = untyped and not any(word.startswith("0") for word in numbers)
    longest, known = max(lengths, default=0), frozenset(numbers)
    totals = zeros or any(is_all_goods(word) or not word for word in words)
    if may_lose and not totals and lengths == {longest - 1, longest} and longest in _LENGTHS:
        return Codes(digits=longest, width=longest, padded=padded, lengths=(longest,))
    # 85XXXXXX is no code, and lies inside 85 all the same.
    begun = [match[0] for word in words if (match := _BEGUN.match(word)) and match[0] != word]
    inside = any(digits[:length] in known for digits in begun for length in lengths)
    if not (totals or inside) and len(lengths) == 1 and longest in _LENGTHS:
        return Codes(digits=longest, padded=padded, lengths=(longest,))
    # A length that lost its zero stands beside the one that did not.
    lost = may_lose and all(length + 1 in lengths for length in lengths if length % 2)
    return Codes(padded=padded, mixed=True, lost=lost, zeros=zeros, lengths=tuple(sorted(lengths)))
