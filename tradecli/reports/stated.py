"""What the ministry's releases stated, as printed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

import polars as pl

from tradecli.claims import Assertion, Claim
from tradecli.frames import typed

#: How the releases name what they state.
_GROUPS = {"ICT_AV": "ICT & audio-video products", "ELECTRONIC_COMPONENTS": "electronic components"}
_STREAK = "consecutive months of y/y export growth (negative = decline)"
_FLOWS = {
    "export": ("exports", " to the US"),
    "import": ("imports", " from the US"),
    "balance": ("trade balance", " with the US"),
}
_SPANS = {"month": "", "year_to_date": ", year to date,", "quarter": ", quarter,"}


class Stated(NamedTuple):
    """What the publisher's release stated, as printed, and its day."""

    value: str
    release_date: date
    address: str


def repeats(assertion: Assertion, said: Stated) -> bool:
    """Whether the claim gives the number that the release printed."""
    quantity = assertion.quantity
    return quantity is not None and abs(quantity.value - Fraction(said.value)) <= quantity.half


def stated(claim: Claim, assertion: Assertion, releases: pl.DataFrame) -> Stated | None:
    """What the ministry's release for the claim's month stated of the same measure by the claim's day."""
    name = release_name(claim, assertion)
    if not name or claim.reporter != "TW":
        return None
    rows = releases.filter((pl.col("measure") == name) & (pl.col("period") == claim.period))
    if claim.made:
        rows = rows.filter(pl.col("release_date") <= claim.made)
    return next(iter(typed(Stated, rows.sort("release_date", descending=True))), None)


def release_name(claim: Claim, assertion: Assertion) -> str:
    """How the table of releases names a measure; empty where no release states such a one."""
    name = assertion.measure
    whole = claim.commodity == "TOTAL"
    if assertion.of or claim.flow not in _FLOWS:
        return ""
    if name == "streak":
        return _STREAK if claim.flow == "export" and claim.partner == "WORLD" and whole else ""
    if name == "share":
        return "US share of exports" if (claim.flow, claim.partner) == ("export", "US") and whole else ""
    goods, span = _GROUPS.get(claim.commodity, ""), _SPANS.get(claim.span)
    if name not in {"yoy", "mom"} or claim.partner not in {"WORLD", "US"} or span is None:
        return ""
    if not whole and not goods:
        return ""
    flow, partner = _FLOWS[claim.flow]
    of, us = f" of {goods}" if goods else "", partner if claim.partner == "US" else ""
    return f"{flow}{of}{us}{span} {'y/y' if name == 'yoy' else 'm/m'}"
