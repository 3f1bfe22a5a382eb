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
    kept = entry.get("cube", {})
    if kept.get("counted") or kept.get("gone"):
        yield f"{name}: its cube: {kept['counted']} files counted, {kept['kept']} kept, {kept['gone']} gone"
    if kept and not kept["used"]:
        yield f"{name}: its cube knows chapters only; the records were read"
    if lengths := entry.get("lengths"):
        listed = " and ".join(str(length) for length in lengths)
        twice = "if the short ones are sums of the long ones, they count twice"
        yield f"{name}: it has codes of {listed} digits; {twice}"
    if unknown := entry.get("unknown_partners"):
        listed = ", ".join(f"{text!r} ({count:,})" for text, count in list(unknown.items())[:_NAMED])
        more = f" and {len(unknown) - _NAMED} others" if len(unknown) > _NAMED else ""
        yield f"{name}: partners that no list knows are in the world's total alone: {listed}{more}"
