"""A figure that leaps, in words. Pure."""

from __future__ import annotations

from typing import Any

from tradecli.errors import InvalidData
from tradecli.periods import label
from tradecli.wording import Wording

#: The median of new over old figures lies between these, unless unit or series were mistaken.
LOW, HIGH = 0.5, 2.0
#: A factor near a power of a thousand is another unit; nothing real grows so.
_UNITS = {
    1_000_000.0: "a million times",
    1_000.0: "a thousand times",
    0.001: "a thousandth of",
    0.000_001: "a millionth of",
}


def refusal(name: str, where: str, found: dict[str, Any], base: str) -> InvalidData:
    """The error of a figure that is not like the one before."""
    ratio, base = _jump(found["ratio"]), Wording(base)
    return InvalidData("{name}: {where}: {ratio} {base}", name=name, where=where, ratio=ratio, base=base)


def _jump(ratio: float) -> str:
    """Name a jump: another unit where it is near a power of a thousand."""
    for factor, words in _UNITS.items():
        if factor * LOW <= ratio <= factor * HIGH:
            return Wording("the unit has changed, they are {words}", words=Wording(words))
    return Wording("they are {ratio:.3g} times", ratio=ratio)


def cell(found: dict[str, Any]) -> str:
    """A figure by what it is of."""
    goods = "" if found["commodity"] == "TOTAL" else Wording(" of {commodity}", commodity=found["commodity"])
    return Wording(
        "{flow}s{goods} {reporter}-{partner} {month}",
        flow=Wording(found["flow"]),
        goods=goods,
        reporter=found["reporter"],
        partner=found["partner"],
        month=label(found["period"]),
    )
