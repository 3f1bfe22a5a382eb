"""How errors about an own table name many texts at once."""

from __future__ import annotations

from collections.abc import Mapping

#: How many partners that nobody knows a message names.
_NAMED = 5


def listed(counts: Mapping[str, int]) -> str:
    """Texts with their counts, the first few of them."""
    named = ", ".join(f"{text!r} ({count:,})" for text, count in list(counts.items())[:_NAMED])
    return f"{named} and {len(counts) - _NAMED} others" if len(counts) > _NAMED else named
