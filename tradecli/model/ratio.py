"""Ratios as they are printed: the exact value, and what the rounding of its inputs leaves open.

Made by `statistics.growth`, `statistics.share` and `statistics.contribution`; rendering only rounds them.
"""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from fractions import Fraction
from typing import NamedTuple

from tradecli.model.money import Money


class Growth(NamedTuple):
    """A growth rate in percent.

    `percent` is None where no rate may be given and `note` says why (`missing`, `zero_base`, `no_trade`,
    `sign_change`, `members_changed`); else `note` is empty or says which way a deficit went. The half units
    of the inputs leave every rate from `low` to `high` possible; `high` is None where the base could be zero.
    """

    percent: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    note: str = ""
    now: Money | None = None
    base: Money | None = None


class Share(NamedTuple):
    """A part as a percentage of its total, with the interval that the rounding of both leaves open."""

    percent: Fraction
    low: Fraction
    high: Fraction | None


class Points(NamedTuple):
    """A contribution in percentage points: printed with its sign."""

    percent: Fraction
    low: Fraction
    high: Fraction | None
