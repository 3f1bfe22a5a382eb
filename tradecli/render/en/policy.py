"""English: the numbers of US trade policy."""

from __future__ import annotations

from tradecli.render.en.terms import Facts, Sentences, money, month
from tradecli.render.style import Style


def _valid(facts: Facts, _: Style) -> str:
    if facts["to"]:
        return f"{facts['start']} to {facts['to']}"
    return f"from {facts['start']}" if facts["status"] in {"in force", "not known"} else f"{facts['start']}"


def _state(facts: Facts, _: Style) -> str:
    return "not known to this release" if facts["status"] == "not known" else str(facts["status"])


def _criterion(facts: Facts, style: Style) -> str:
    verb = "reach" if facts["exceeds"] else "do not reach"
    what = "goods and services" if facts["services"] else "goods"
    over = f"over the four quarters to {month(facts['through'])}"
    surplus = f"the surplus of {facts['economy'].prose} {over} was {money(facts['value'], style)}"
    threshold = f"the threshold of {money(facts['threshold'], style)} in {what}"
    counted = "as the US Census counts it"
    return f"Treasury's criterion 1, goods part: {surplus} {counted}; goods alone {verb} {threshold}."


def _formula(facts: Facts, style: Style) -> str:
    exports, imports = (style.money(facts[name]) for name in ("exports", "imports"))
    given = f"US exports of {exports} and imports of {imports} in {facts['year']}"
    if facts["announced"] is None:
        known = f"On the figures known now (vintage {facts['vintage']}, {given})"
        return f"{known} the formula gives {facts['rate']} %."
    annex = f", {facts['annex']} % in the annex" if facts["annex"] not in {None, facts["announced"]} else ""
    told = f"the formula of 2 April 2025 gives {facts['rate']} %; announced: {facts['announced']} %{annex}"
    return f"On {given}, as known then, {told}."


SENTENCES: Sentences = {
    "title": lambda f, _s: (
        f"US trade policy and {f['economy'].prose}: reciprocal rates in percent, as dated facts"
    ),
    "days": lambda _f, _s: "days",
    "status": lambda _f, _s: "",
    "economy": lambda f, _s: str(f["place"].name),
    "legal_basis": lambda _f, _s: "legal basis",
    "note": lambda _f, _s: "remark",
    "valid": _valid,
    "state": _state,
    "remark": lambda f, _s: str(f["note"]),
    "criterion": _criterion,
    "no_criterion": lambda f, _s: (
        f"Treasury's criterion 1 cannot be told for {f['economy'].prose}: four quarters are not held."
    ),
    "formula": _formula,
    "layer": lambda _f, _s: (
        "rates are those of the reciprocal layer alone: not the most-favoured-nation rates, nor those of "
        "sections 232 and 301"
    ),
    "goods_only": lambda _f, _s: (
        "Treasury also looks at services, the current account and interventions: in none of the sources held"
    ),
    "inferred_rounding": lambda _f, _s: (
        "rounding up is inferred: it gives every published rate, rounding half up does not"
    ),
    "source": lambda f, _s: f"source: {f['source']}",
}
