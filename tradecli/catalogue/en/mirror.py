"""English: two offices about the same trade."""

from __future__ import annotations

MESSAGES = {
    "mirror.title": "{reporter:name} and {partner:name}: what each reports of their trade[ {goods}], "
    "through {through:month}",
    "mirror.subtitle": "{own}; {other}",
    "mirror.goods": "",
    "mirror.office": "{place:name}",
    "mirror.gap": "gap",
    "mirror.ratio_header": "ratio",
    "mirror.asymmetry": "asymmetry %",
    "mirror.adjusted": "CIF / {factor}",
    "mirror.direction": "  {first:name} to {second:name}",
    "mirror.direction.balance": "  balance, each its own",
    "mirror.ratio": "{ratio:decimal 3}",
    "mirror.balances": "{window}: {reporter} reports a {mine:called} of {mine.money:size}, "
    "{partner} a {theirs:called} of {theirs.money:size}; "
    "with the sign reversed, the other office's figure differs by {gap}.",
    "mirror.gap_reversed": "A year earlier that gap was {base}: it changed sign, "
    "so it can never serve as a constant correction.",
    "mirror.currencies": "{reporter:capital} reports in {currency:currency}, {partner} in "
    "{partner_currency:currency}: figures are never converted, so no gap is shown.",
    "mirror.newest": "The newest month that both report is {newest:month}.",
    "mirror.why": "Why two offices differ about the same goods:",
    "mirror.cif": "Valuation: imports of {importer} are {imports}, with freight and insurance; "
    "exports of {exporter} are {exports}, without",
    "mirror.customs_value": "Valuation: imports of {importer} are at {imports}, without freight and insurance: "
    "no CIF factor belongs there; exports of {exporter} are {exports}",
    "mirror.rule": "Partner: imports by country of origin, exports by last known destination",
    "mirror.hubs": "Hubs: goods re-exported through Hong Kong or Singapore change their partner on the way",
    "mirror.triangular": "Orders taken in one country and shipped from a third (China, Mexico) "
    "are in neither statistic",
    "mirror.lag": "Time: by sea a month's exports arrive 20 to 40 days later; compare 12 months, not one",
    "mirror.processing": "Goods sent for processing or returned, and confidential ones",
    "mirror.errors": "Exchange rates, wrong declarations, and revisions made at different times",
    "mirror.systems": "Trade systems: {systems:listed  and }",
    "mirror.no_reconciliation": "No reconciliation of the two countries' statistics has been found published.",
    "mirror.never_added": "gap: the importer's figure less the exporter's; "
    "two offices' figures are never added or averaged",
    "mirror.missing": "{place:name}: {flow:flow} {windows:joined} are not published, or not available",
    "mirror.divided": "imports of {place} are CIF: the last column divides them by {factor}, as asked; "
    "all other columns are as published",
    "mirror.not_divided": "imports of {place} are at {how}: not divided by {factor}",
}
