"""What is made of tables whose periods or partners are columns: a leg for each of them."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence

from tradecli.errors import NoData, QueryError
from tradecli.own_table import inspection, messages, seeing
from tradecli.own_table.files import Files
from tradecli.own_table.legs import Column, made
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.months import is_part_of_year
from tradecli.own_table.sniffing_texts import is_partner
from tradecli.own_table.words import is_longer, month_of, quarter_of, year_of

#: What stands for the period in the names of columns of values, one for each.
PERIOD = "{period}"
#: What stands for the names of columns of values, one for each partner.
PARTNER = "{partner}"
#: A part of a row that is made: the name of it, how, and of what.
Parts = dict[str, Column]


def part_made(part: str, kind: str, *of: str) -> Parts:
    """A part of a row, made in some way of columns or texts."""
    return {part: Column(made(part), kind, of)}  # type: ignore[arg-type]


def periods(
    mapping: Mapping, flow: Parts, names: Sequence[str], files: Files
) -> list[tuple[Parts, tuple[str, ...]]]:
    """What is made for each month that has a column, and for the period of others."""
    months = flow["across"].of if "across" in flow else mapping.months
    if months:
        need(mapping.year, names)
        if not set(months) & set(names):
            need(months[0], names)
        numbered = enumerate(months, 1)
        of = {column: Column(made("period"), "month", (mapping.year, f"{at:02d}")) for at, column in numbered}
        return _across(of, files)
    pattern = flow["pattern"].of[0] if "pattern" in flow else mapping.value
    if PERIOD in pattern:
        texts = _periods_in(pattern, names)
        if not texts:
            need(pattern, names)
        of = {column: Column(made("period"), "constant", (text,)) for column, text in texts.items()}
        return _across(of, files)
    if mapping.year and mapping.month:
        need(mapping.year, names)
        need(mapping.month, names)
        return [(part_made("period", "joined", mapping.year, mapping.month), ())]
    return [({}, ())]


def _across(periods: AnyMapping[str, Column], files: Files) -> list[tuple[Parts, tuple[str, ...]]]:
    """What is made for each column of a period that has a figure anywhere: the others are not out yet."""
    found = seeing.figures_in(files, list(periods))
    if not any(found.values()):
        raise NoData(
            "no month of the table has a figure: all of {names} are zero or empty",
            hint="look at what its columns are called",
            names=messages.shown(name for name in periods if name in found),
        )
    return [
        (
            {"period": period} | part_made("value", "copy", column),
            tuple(paths) if len(paths) < len(files.files) else (),
        )
        for column, period in periods.items()
        if (paths := found.get(column))
    ]


def _periods_in(pattern: str, names: Sequence[str]) -> dict[str, str]:
    """The columns that are called by a pattern and a month, with it; by years where none is by a month."""
    before, _, after = pattern.partition(PERIOD)
    texts = {
        name: name[len(before) : len(name) - len(after)]
        for name in names
        if name.startswith(before) and name.endswith(after) and len(name) > len(before) + len(after)
    }
    months = {name: text for name, text in texts.items() if month_of(text) and not is_longer(name)}
    quarters = {name: text for name, text in texts.items() if quarter_of(text)}
    if is_part_of_year(pattern.replace(PERIOD, " ")):
        return months or quarters
    return months or quarters or {name: text for name, text in texts.items() if year_of(text)}


def partners(mapping: Mapping, names: Sequence[str], files: Files, used: frozenset[str]) -> list[Parts]:
    """What is made for each partner that has a column of values of its own."""
    if mapping.value != PARTNER:
        return [{}]
    first = inspection.peek(files)
    cells = {name: first[name].cast(str).to_list() for name in first.columns if name not in used}
    found = [name for name, texts in cells.items() if is_partner(name, texts)]
    if not found:
        need(mapping.value, names)
    return [part_made("partner", "constant", name) | part_made("value", "copy", name) for name in found]


def need(column: str, names: Sequence[str]) -> None:
    """Refuse a table without a column that is needed.

    Raises:
        QueryError: It is not there.
    """
    if column not in names:
        raise QueryError(
            "the table has no column {lacking!r}; it has {names}",
            hint="see what they are: trade table inspect PATH; or say it: --columns "
            "period=month,partner=ctry,flow=ie,value=fob",
            lacking=column,
            names=messages.shown(names),
        )
