"""English: the numbers of US trade policy."""

from __future__ import annotations

MESSAGES = {
    "policy.title": "US trade policy and {economy}: reciprocal rates in percent, as dated facts",
    "policy.days": "days",
    "policy.status": "",
    "policy.economy": "{place:name}",
    "policy.legal_basis": "legal basis",
    "policy.note": "remark",
    "policy.valid": "{start}–{to}",
    "policy.valid_from": "from {start}",
    "policy.valid_on": "{start}",
    "policy.state_announced": "announced",
    "policy.state_in_force": "in force",
    "policy.state_agreed": "agreed",
    "policy.state_struck_down": "struck down",
    "policy.state_not_known": "unknown",
    "policy.remark": "{remark}",
    "policy.goods": "goods",
    "policy.goods_and_services": "goods and services",
    "policy.criterion": "Treasury's criterion 1, goods part: the surplus of {economy} over the four quarters to "
    "{through:month} was {surplus:full} as the US Census counts it; goods alone reach the threshold of "
    "{threshold:full} in {scope}.",
    "policy.criterion.not_reached": "Treasury's criterion 1, goods part: the surplus of {economy} over the four "
    "quarters to {through:month} was {surplus:full} as the US Census counts it; goods alone do not reach the "
    "threshold of {threshold:full} in {scope}.",
    "policy.no_criterion": "Treasury's criterion 1 cannot be told for {economy}: "
    "four quarters are not available.",
    "policy.formula.announced": "On US exports of {exports} and imports of {imports} in {year}, as known then, "
    "the formula of 2 April 2025 gives {rate} %; announced: {announced} %[, {annex} % in the annex].",
    "policy.formula.known": "On the figures known now (vintage {vintage}, US exports of {exports} and imports "
    "of {imports} in {year}) the formula gives {rate} %.",
    "policy.layer": "rates are those of the reciprocal layer alone: not the most-favoured-nation rates, "
    "nor those of sections 232 and 301",
    "policy.goods_only": "Treasury also looks at services, the current account and interventions: "
    "in none of the sources available",
    "policy.inferred_rounding": "rounding up is inferred: it gives every published rate, "
    "rounding half up does not",
    "policy.source": "source: {source}",
}
