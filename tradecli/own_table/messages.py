"""How errors about an own table name many texts at once."""

from __future__ import annotations

from collections.abc import Mapping

from tradecli.wording import Listed, Wording

#: How many partners that nobody knows a message names.
_NAMED = 5


def listed(counts: Mapping[str, int]) -> str:
    """Texts with their counts, the first few of them."""
    named = Listed(
        Wording("{text!r} ({count:,})", text=text, count=count)
        for text, count in list(counts.items())[:_NAMED]
    )
    if len(counts) > _NAMED:
        return Wording("{named} and {count} others", named=named, count=len(counts) - _NAMED)
    return Wording("{named}", named=named)
