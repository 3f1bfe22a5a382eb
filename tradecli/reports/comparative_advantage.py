"""The advantage of each partner in the goods asked about, in the market that reports."""

from __future__ import annotations

from collections.abc import Mapping

from tradecli.model.report import Cell
from tradecli.parts import Parts
from tradecli.question import Known
from tradecli.reports.breakdown import Breakdown
from tradecli.reports.shared import say
from tradecli.statistics.comparative_advantage import Advantage, advantage_of

#: Of whom nothing is asked.
NO_ADVANTAGE = Advantage(None, None, "")


def advantages_of(found: Breakdown, of_all_goods: Known | None) -> Mapping[str, Advantage]:
    """The advantage of each partner in a market: its part of these imports over its part of all.

    Empty where other goods are not known, or where it is not imports that are ranked: what a country sells
    to a partner says what that partner buys.
    """
    if of_all_goods is None or found.flow != "import" or found.by != "import":
        return {}
    through = found.window.through
    all_goods = Parts(of_all_goods, found.flow, found.window.span, "partner").figures(through)
    market, everything = found.total.now, all_goods.get(found.parts.total)
    return {
        line.code: advantage_of(line.now, all_goods.get(line.code), market, everything)
        for line in found.of("part")
        if line.code
    }


def cell(advantages: Mapping[str, Advantage], code: str | None) -> Cell:
    """An index as a table shows it; nothing of a line that is no partner."""
    found = advantages.get(code or "")
    if found is None:
        return ""
    return None if found.ratio is None else say("partners.advantage_value", advantage=found.ratio)
