"""English titles, column headers and row labels."""

from __future__ import annotations

from tradecli.render.en.terms import (
    ADJUSTED,
    FLOW,
    Facts,
    Sentences,
    month,
    possessive,
    uncapitalised,
    unit,
    window,
)
from tradecli.render.style import Style


def _title_surplus(facts: Facts, _: Style) -> str:
    name = "surplus" if facts["value"] > 0 else "deficit" if facts["value"] < 0 else "balance"
    return f"{possessive(facts['reporter'])} trade {name} with {facts['partner'].prose}, {window(facts)}"


def _title_flow(facts: Facts, _: Style) -> str:
    direction = {"export": "to", "import": "from", "balance": "with"}[facts["flow"]]
    where = f"{direction} {facts['partner'].prose}"
    goods = f" of {uncapitalised(facts['commodity'])}" if facts.get("commodity") else ""
    adjusted = f", {ADJUSTED[facts['adjustment']]}" if facts["adjustment"] != "none" else ""
    name = "trade balance" if facts["flow"] == "balance" else FLOW[facts["flow"]]
    return (
        f"{possessive(facts['reporter'])} {name}{goods} {where}, through {month(facts['through'])}{adjusted}"
    )


def _title_records(facts: Facts, _: Style) -> str:
    return f"{possessive(facts['reporter'])} trade in {month(facts['through'])}: records and streaks"


def _publisher(facts: Facts) -> str:
    own = "own table " if facts["source"] == "own" else ""
    return f"{own}{facts['publishers'][0]}"


def _subtitle(facts: Facts, style: Style) -> str:
    valued = ", ".join(f"{FLOW[flow]} {valuation}" for flow, valuation in facts["valuations"].items())
    parts = [
        unit(style),
        f"{_publisher(facts)}, vintage {facts['vintage']}",
        valued,
    ]
    if facts["as_of"]:
        parts.append(f"as known on {facts['as_of']}")
    return " · ".join(filter(None, parts))


def _header_window(facts: Facts, _: Style) -> str:
    return window(facts, short=True)


SENTENCES: Sentences = {
    "title_surplus": _title_surplus,
    "title_flow": _title_flow,
    "title_records": _title_records,
    "subtitle": _subtitle,
    "flow": lambda _f, _s: "",
    "row_export": lambda _f, _s: "exports",
    "row_import": lambda _f, _s: "imports",
    "row_balance": lambda _f, _s: "balance",
    "window": _header_window,
    "change": lambda _f, _s: "change",
    "yoy": lambda _f, _s: "y/y",
    "mom": lambda _f, _s: "m/m",
    "mom_seasonal": lambda _f, _s: "m/m s.a.",
    "ytd": lambda _f, _s: "year to date",
    "ytd_yoy": lambda _f, _s: "ytd y/y",
    "rolling_12": lambda _f, _s: "12 months",
    "rank_header": lambda _f, _s: "rank",
    "full_year": lambda f, _s: f"full {f['year']}",
    "period": lambda _f, _s: "month",
    "value": lambda _f, _s: "value",
    "streak_header": lambda _f, _s: "streak",
    "record_mark": lambda _f, _s: "record",
    "kind": lambda _f, _s: "kind",
    "statement": lambda _f, _s: "what it tells",
    "column": lambda f, _s: str(f["name"]).replace("_", " "),
    "refused_zero_base": lambda _f, _s: "new",
    "refused_sign_change": lambda _f, _s: "swing",
}
