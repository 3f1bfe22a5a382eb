"""How errors about an own table name many texts at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tradecli.wording import Listed, Wording

#: How many partners that nobody knows a message names.
_NAMED = 5


def shown(names: Iterable[str]) -> Listed:
    r"""Names of columns, with what no line can show replaced.

    Examples:
        >>> [*shown(["month", "a\u202eb"])]
        ['month', 'a?b']
    """
    return Listed("".join(sign if sign.isprintable() else "?" for sign in name) for name in names)


def listed(counts: Mapping[str, int]) -> str:
    """Texts with their counts, the first few of them."""
    named = Listed(
        Wording("{text!r} ({count:,})", text=text, count=count)
        for text, count in list(counts.items())[:_NAMED]
    )
    if len(counts) > _NAMED:
        return Wording("{named} and {count} others", named=named, count=len(counts) - _NAMED)
    return Wording("{named}", named=named)
