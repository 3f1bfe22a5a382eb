"""English: parts of a total, what they carried, and where they rank."""

from __future__ import annotations

from tradecli.render.en.terms import FLOW, Facts, Sentences, possessive, width, window
from tradecli.render.style import Style, percent, points
from tradecli.report import Points, Statement

PARTS = {"partner": "partners", "commodity": "commodity groups"}
SIDES = {"export": "exports to", "import": "imports from", "balance": "trade balance with"}
REASONS = {
    "sign_change": "the balance changed sign",
    "zero_base": "there was none a year earlier",
    "no_trade": "there was none in either period",
}


def _title_drivers(facts: Facts, _: Style) -> str:
    whose = f"{possessive(facts['reporter'])} {SIDES[facts['flow']]} {facts['partner'].prose}"
    return f"What moved {whose}, {window(facts)}, by {facts['by']}"


def _part(facts: Facts, _: Style) -> str:
    return str(facts["name"])


def _rest(facts: Facts, _: Style) -> str:
    return "all other partners" if facts["by"] == "partner" else "all other goods"


def _named(name: Statement) -> str:
    return SENTENCES[name.key.rpartition(".")[2]](name.facts, Style())


def _carried(facts: Facts, style: Style) -> str:
    change = facts["change"]
    rate = percent(facts["rate"])
    side = "rise" if change.value > 0 else "fall"
    told = []
    for name, moved, carried, share in facts["led"]:
        more = [f"{points(carried)} points"] if carried else []
        more += [f"{points(share)} % of the {side}"] if share else []
        told.append(f"{_named(name)} {style.money(moved)}" + (f" ({', '.join(more)})" if more else ""))
    begin = f"{FLOW[facts['flow']].capitalize()} {style.money(change)} on a year earlier"
    return f"{begin}{f' ({rate})' if rate else ''}, led by {'; '.join(told)}."


def _unmoved(facts: Facts, style: Style) -> str:
    change = facts["change"]
    begin = f"{FLOW[facts['flow']].capitalize()}, {window(facts)}:"
    if not change.value:
        return f"{begin} unchanged on a year earlier."
    return f"{begin} {style.money(change)} on a year earlier; no part held moved the same way."


def _against(facts: Facts, style: Style) -> str:
    what = PARTS[facts["by"]] if facts["count"] > 1 else PARTS[facts["by"]].removesuffix("s")
    most = f"{_named(facts['name'])} {style.money(facts['change'])}"
    return f"{facts['count']} {what} moved the other way, {most} the most."


def _mixed_vintages(facts: Facts, _: Style) -> str:
    return (
        f"the figures are of vintages {facts['oldest']} to {facts['newest']}; "
        "what the parts leave over also holds revisions between them"
    )


def _rest_is(facts: Facts, _: Style) -> str:
    what = f"{facts['n']} {PARTS[facts['by']]}" if facts["n"] > 1 else PARTS[facts["by"]].removesuffix("s")
    kept = (
        "areas are left out, since their members are listed" if facts["by"] == "partner" else "none overlap"
    )
    return (
        f"{_rest(facts, Style())}: the published total less the {what} held for both periods ({kept}), "
        "from unrounded figures"
    )


def _title_partners(facts: Facts, _: Style) -> str:
    measure = "growth of " if facts["measure"] == "growth" else ""
    what = {"export": "exports", "import": "imports", "balance": "trade balance"}[facts["flow"]]
    return f"{possessive(facts['reporter'])} partners by {measure}{what}, {window(facts)}"


def _first(facts: Facts, style: Style) -> str:
    before = {None: "", 1: ", as a year earlier"}.get(
        facts["before"], f" (number {facts['before']} a year earlier)"
    )
    if facts["measure"] == "growth":
        told = percent(facts["rate"])
    else:
        told = style.money(facts["value"])
        told += f", {points(facts['share'])} % of the total" if facts["share"] else ""
    return f"{_named(facts['name'])} ranks first{before}: {told}."


def _last(facts: Facts, style: Style) -> str:
    return f"The widest deficit is with {_named(facts['name'])}, {style.money(width(facts['value']))}."


def _climbed(facts: Facts, _: Style) -> str:
    return f"{_named(facts['name'])} climbed most, from number {facts['before']} to number {facts['rank']}."


def _ranked_among(facts: Facts, _: Style) -> str:
    share: Points | None = facts["share"]
    cover = f", {points(share)} % of the total" if share else ""
    return (
        f"ranked are the {facts['n']} partners held for {window(facts)}{cover}; others may rank between them"
    )


def _other_set(facts: Facts, _: Style) -> str:
    counts = f"a year earlier {facts['before']} of the {facts['n']} partners ranked were held"
    return f"{counts}: ranks of then are among those"


def _no_points(facts: Facts, _: Style) -> str:
    reason = REASONS.get(facts["reason"], facts["reason"])
    return f"no contributions in points: {reason}; see the change in money"


SENTENCES: Sentences = {
    "title_drivers": _title_drivers,
    "title_partners": _title_partners,
    "part": _part,
    "rest": _rest,
    "total": lambda _f, _s: "total",
    "commodity": lambda _f, _s: "",
    "partner": lambda _f, _s: "",
    "contribution": lambda _f, _s: "points",
    "share_of_change": lambda _f, _s: "% of change",
    "share": lambda _f, _s: "share %",
    "rank_before": lambda _f, _s: "year before",
    "area": lambda f, _s: f"({f['name']})",
    "carried": _carried,
    "unmoved": _unmoved,
    "against": _against,
    "first": _first,
    "last": _last,
    "climbed": _climbed,
    "mixed_vintages": _mixed_vintages,
    "rest_is": _rest_is,
    "ranked_among": _ranked_among,
    "other_set": _other_set,
    "areas_apart": lambda _f, _s: "areas stand apart, unranked, and are never added to their members",
    "negative_rest": lambda _f, _s: (
        "what is left over is negative: the parts are of newer or older vintages than the total, or overlap"
    ),
    "of_the_deficit": lambda _f, _s: "the points are of the deficit's growth: a plus widened it",
    "no_points": _no_points,
    "small_total_change": lambda _f, _s: "no shares of the change: the total moved by less than 0.5 %",
    "rounding": lambda _f, _s: "components may not add because of rounding; the unrounded ones do",
}
