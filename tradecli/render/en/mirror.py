"""English: two offices about the same trade."""

from __future__ import annotations

from tradecli.render.en.headings import SENTENCES as HEADINGS
from tradecli.render.en.terms import FLOW, Facts, Sentences, month, width, window
from tradecli.render.style import Style
from tradecli.rounding import half_up


def _title(facts: Facts, _: Style) -> str:
    pair = f"{facts['reporter'].name} and {facts['partner'].name}"
    return f"{pair}: what each reports of their trade, through {month(facts['through'])}"


def _subtitle(facts: Facts, style: Style) -> str:
    first, second = (HEADINGS["subtitle"](source.facts, style) for source in facts["sources"])
    return f"{first}; {second.partition(' · ')[2]}"


def _direction(facts: Facts, _: Style) -> str:
    reporter, partner = facts["reporter"].name, facts["partner"].name
    if facts["flow"] == "balance":
        return f"balance of {reporter}; of {partner}"
    ends = (reporter, partner) if facts["flow"] == "export" else (partner, reporter)
    return f"goods from {ends[0]} to {ends[1]}"


def _ratio(facts: Facts, _: Style) -> str:
    return str(half_up(facts["importer"], facts["exporter"], 3))


def _named(value: int) -> str:
    return "surplus" if value > 0 else "deficit" if value < 0 else "balance"


def _balances(facts: Facts, style: Style) -> str:
    def told(place: str, balance: str) -> str:
        amount = facts[balance]
        return f"{facts[place].prose} {{}}a {_named(amount.value)} of {style.money(width(amount))}"

    first = told("reporter", "value").format("reports ")
    second = told("partner", "partner_value").format("")
    gap = style.money(facts["gap"])
    return f"{window(facts)}: {first}, {second}; turned round, the second differs from the first by {gap}."


def _gap_turned(facts: Facts, style: Style) -> str:
    return (
        f"A year earlier that gap was {style.money(facts['base'])}: it changed sign, "
        "so it can never serve as a constant correction."
    )


def _cif(facts: Facts, _: Style) -> str:
    imports = f"imports of {facts['importer'].prose} are {facts['imports']}, with freight and insurance"
    return f"Valuation: {imports}; exports of {facts['exporter'].prose} are {facts['exports']}, without"


def _customs_value(facts: Facts, _: Style) -> str:
    imports = f"imports of {facts['importer'].prose} are at {facts['imports']}, without freight and insurance"
    exports = f"exports of {facts['exporter'].prose} are {facts['exports']}"
    return f"Valuation: {imports}: no CIF factor belongs there; {exports}"


def _not_held(facts: Facts, _: Style) -> str:
    return f"{facts['place'].name}, {FLOW[facts['flow']]} {window(facts)}: not published, or not held"


def _divided(facts: Facts, _: Style) -> str:
    return (
        f"imports of {facts['place'].prose} are CIF: the last column divides them by "
        f"{float(facts['factor']):g}, as asked; all other columns are as published"
    )


def _not_divided(facts: Facts, _: Style) -> str:
    imports = f"imports of {facts['place'].prose} are at {facts['how']}"
    return f"{imports}: not divided by {float(facts['factor']):g}"


SENTENCES: Sentences = {
    "title": _title,
    "subtitle": _subtitle,
    "window": lambda _f, _s: "",
    "goods": lambda _f, _s: "",
    "office": lambda f, _s: f"{f['place'].name} reports",
    "gap": lambda _f, _s: "gap",
    "ratio_header": lambda _f, _s: "ratio",
    "asymmetry": lambda _f, _s: "asymmetry %",
    "adjusted": lambda f, _s: f"ratio, CIF / {float(f['factor']):g}",
    "direction": _direction,
    "ratio": _ratio,
    "balances": _balances,
    "gap_turned": _gap_turned,
    "latest": lambda f, _s: f"The newest month that both report is {month(f['latest'])}.",
    "why": lambda _f, _s: "Why two offices differ about the same goods:",
    "cif": _cif,
    "customs_value": _customs_value,
    "rule": lambda _f, _s: "Partner: imports by country of origin, exports by last known destination",
    "hubs": lambda _f, _s: (
        "Hubs: goods re-exported through Hong Kong or Singapore change their partner on the way"
    ),
    "triangular": lambda _f, _s: (
        "Orders taken in one country and shipped from a third (China, Mexico) are in neither statistic"
    ),
    "lag": lambda _f, _s: (
        "Time: by sea a month's exports arrive 20 to 40 days later; compare 12 months, not one"
    ),
    "processing": lambda _f, _s: "Goods sent for processing or returned, and confidential ones",
    "errors": lambda _f, _s: "Exchange rates, wrong declarations, and revisions made at different times",
    "systems": lambda f, _s: f"Trade systems: {' and '.join(f['systems'])}",
    "no_reconciliation": lambda _f, _s: (
        "No reconciliation of the two countries' statistics has been found published."
    ),
    "never_added": lambda _f, _s: (
        "gap: the importer's figure less the exporter's; two offices' figures are never added or averaged"
    ),
    "not_held": _not_held,
    "divided": _divided,
    "not_divided": _not_divided,
}
