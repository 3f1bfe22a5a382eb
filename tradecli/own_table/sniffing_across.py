"""Columns of values that are called after months: twelve for a year, or one for each. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

from tradecli.own_table.checks import across
from tradecli.own_table.flow_words import kind_of
from tradecli.own_table.months import is_part_of_year
from tradecli.own_table.sniffed import Seen
from tradecli.own_table.sniffing import AGREES
from tradecli.own_table.sniffing_names import named
from tradecli.own_table.sniffing_texts import is_month_number, is_year
from tradecli.own_table.words import month_of

#: So many columns that are called after years are one for each; one called after a month is enough.
_YEARS = 2
#: So many columns that are called after months are those of a year of which the others are to come.
_FEWEST = 2
#: How such columns are called, as `months` says it.
_FORMS = ("{Jan}", "{JAN}", "{January}", "{JANUARY}", "{1}月", "{01}月", "{1}월", "{01}월")
#: What stands before the last of several months.
_RANGE = re.compile(r"(?:[^\W\d_]{3,}\.?|\d{1,4} ?[月월]?) ?(?:[-–~/至到]|to|a|bis) ?$", re.IGNORECASE)
#: A month and its year in the name of a column: in digits, in signs, by its name.
_DATED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)\d{4}[-/.]?M?(?:0[1-9]|1[0-2])(?!\d)|(?<!\d)\d{4}-?M\d(?!\d)",
        r"(?:令和|平成)\d{1,2}年\d{1,2}月|\d{2,4} ?[年년] ?\d{1,2} ?[月월]",
        r"(?<!\d)\d{4}[-. ][^\W\d_]{3,}\.?",
        r"(?<![^\W\d_])[^\W\d_]{3,}\.?[-. ']{0,2}(?:\d{4}|\d\d)(?!\d)",
    )
)
_YEAR = (re.compile(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)"),)


def months_across(columns: Sequence[Seen]) -> tuple[str, ...]:
    """Columns of values that are named after months, in the order of the year.

    Examples:
        >>> from tradecli.own_table.sniffing import seen
        >>> heads = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        >>> months_across(seen({name: ["1"] for name in ["country", *heads]}))[:2]
        ('Jan', 'Feb')

        Months that are to come may lack, and are called after the others:

        >>> months_across(seen({name: ["1"] for name in ["country", *heads[:3]]}))[-1]
        'Dec'
    """
    heads = months_named(columns)
    if len(heads) == 12:
        return heads
    if len(heads) >= _FEWEST:
        return next((every for every in map(across, _FORMS) if set(heads) <= set(every)), ())
    numbered = [one.name for one in columns if is_month_number(one.name)]
    return tuple(numbered) if len(numbered) == 12 else ()


def months_named(columns: Sequence[Seen]) -> tuple[str, ...]:
    """The columns that are called after a month, not by its bare number."""
    return tuple(
        one.name for one in columns if is_month_number(one.name) and not one.name.strip().isdecimal()
    )


def periods_across(columns: Sequence[Seen]) -> tuple[str, tuple[str, ...]]:
    """The one pattern by which columns of values are called after a month and its year, and these columns.

    Examples:
        >>> from tradecli.own_table.sniffing import seen
        >>> heads = [f"Value in 2025-M0{month}" for month in range(1, 8)]
        >>> periods_across(seen({name: ["1"] for name in ["country", *heads]}))[0]
        'Value in {period}'
    """
    by_month = _patterns(columns, _DATED, lambda text: month_of(text) is not None)
    by_year = _of_years(columns)
    every = by_month or {pattern: names for pattern, names in by_year.items() if len(names) >= _YEARS}
    return next(iter(every.items())) if len(every) == 1 else ("", ())


def flows_across(columns: Sequence[Seen]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The two patterns by which columns are called after a flow and a month, by the field of each, and these.

    Examples:
        >>> from tradecli.own_table.sniffing import seen
        >>> heads = [f"{flow} 2025-0{month}" for month in (1, 2) for flow in ("Exports", "Imports")]
        >>> flows_across(seen({name: ["1"] for name in ["country", *heads]}))[0]
        {'export_value': 'Exports {period}', 'import_value': 'Imports {period}'}
    """
    by_month = _patterns(columns, _DATED, lambda text: month_of(text) is not None)
    by_year = _of_years(columns)
    for patterns in (by_month, by_year):
        flows = {pattern: kind_of(pattern.replace("{period}", " ").strip(" -_/:")) for pattern in patterns}
        if sorted(flows.values()) == ["export", "import"]:
            sides = {f"{flow}_value": pattern for pattern, flow in flows.items()}
            return dict(sorted(sides.items())), tuple(chain.from_iterable(patterns.values()))
    return {}, ()


def _of_years(columns: Sequence[Seen]) -> dict[str, tuple[str, ...]]:
    """The same by years, none by some months of them."""
    found = _patterns(columns, _YEAR, is_year)
    return {pattern: names for pattern, names in found.items() if not is_part_of_year(pattern)}


def _patterns(
    columns: Sequence[Seen], dated: Sequence[re.Pattern[str]], is_one: Callable[[str], bool]
) -> dict[str, tuple[str, ...]]:
    """The columns of numbers by what their names are besides a period."""
    found: dict[str, list[str]] = {}
    for one in columns:
        for match in chain.from_iterable(form.finditer(one.name) for form in dated):
            if _RANGE.search(one.name[: match.start()]):
                # January to November is no November.
                continue
            if is_one(match[0]) and (not one.content.filled or one.content.numbers >= AGREES):
                pattern = f"{one.name[: match.start()]}{{period}}{one.name[match.end() :]}"
                names = found.setdefault(pattern, [])
                names += [] if one.name in names else [one.name]
    return {
        pattern: tuple(names)
        for pattern, names in found.items()
        if named(pattern.replace("{period}", " ")).role not in {"quantity", "other", "commodity", "partner"}
    }
