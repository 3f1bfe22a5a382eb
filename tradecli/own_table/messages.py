"""What a reader of an own table's figures must know: rows left out, its cube, unknown partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: How many partners that nobody knows a message names.
_NAMED = 5


def notes(path: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """What a reader must know of a table, from the facts of its origin."""
    name = f"table {path}"
    if dropped := entry.get("dropped"):
        rules = ", ".join(f"{count:,} with {rule}" for rule, count in dropped.items())
        yield f"{name}: {sum(dropped.values()):,} of {entry['rows']:,} rows are left out: {rules}"
    yield from (f"{name}: {text}" for text in _added(entry))
    kept = entry.get("cube", {})
    if kept.get("counted") or kept.get("gone"):
        yield f"{name}: its cube: {kept['counted']} files counted, {kept['kept']} kept, {kept['gone']} gone"
    if kept and not kept["used"]:
        yield f"{name}: its cube knows chapters only; the records were read"
    if unknown := entry.get("unknown_partners"):
        yield f"{name}: partners that no list knows are in the world's total alone: {listed(unknown)}"


def _added(entry: Mapping[str, Any]) -> Iterator[str]:
    """What is not added to the rest, and why."""
    if others := entry.get("not_added"):
        yield f"totals and groups of countries are not added to the others: {listed(others)}"
    if parts := entry.get("parts"):
        yield f"{parts:,} rows are parts of others (shorter codes, totals), and not added to them"
    if exponents := entry.get("exponents"):
        yield f"{exponents:,} values with an exponent are read as they stand: 1.5E+09 is 1,500,000,000"
    for column, value in entry.get("totals", {}).items():
        yield f"of the column {column!r} only the total {value!r} is added, not its parts"
    for repeated, same in entry.get("repeated", {}).items():
        yield f"{repeated} is the same as {same}, and is read once"
    if month := entry.get("running"):
        yield f"{month} is not whole and is left out; complete={month} says that it is whole"
    if zeros := entry.get("no_rows"):
        yield f"no rows in {zeros:,} months that have others are taken for no trade"


def listed(counts: Mapping[str, int]) -> str:
    """Texts with their counts, the first few of them."""
    named = ", ".join(f"{text!r} ({count:,})" for text, count in list(counts.items())[:_NAMED])
    return f"{named} and {len(counts) - _NAMED} others" if len(counts) > _NAMED else named
