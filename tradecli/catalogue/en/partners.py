"""English: where partners rank."""

from __future__ import annotations

MESSAGES = {
    "partners.title": "{reporter:owner} partners by {flow:flow}[ {goods}], {window}",
    "partners.title.balance": "{reporter:owner} partners by trade balance[ {goods}], {window}",
    "partners.title.growth": "{reporter:owner} partners by growth of {flow:flow}[ {goods}], {window}",
    "partners.title.growth.balance": "{reporter:owner} partners by growth of trade balance[ {goods}], {window}",
    "partners.title.region": "{reporter:owner} {flow:flow}[ {goods}] by continent and area, {window}",
    "partners.title.region.balance": "{reporter:owner} trade balance[ {goods}] by continent and area, {window}",
    "partners.first.region": "Largest of the {count:plural area areas} published: {name}, {value}[, {share} % of the total].",
    "partners.partner": "",
    "partners.share": "share %",
    "partners.rank_before": "year before",
    "partners.advantage": "advantage",
    "partners.advantage_value": "{advantage:decimal 2}",
    "partners.advantage_is": "advantage: a partner's share of imports of these goods over its share of all imports (Balassa's index, in this market alone); "
    "above 1 it sells more of them here than of goods in general",
    "partners.area": "({name})",
    "partners.first": "{who:capital} ranks first[{before}], with {value}[, {share} % of the total].",
    "partners.first.growth": "{who:capital} ranks first[{before}], at {growth}.",
    "partners.first.growth.deficit_widened": "{who:capital} ranks first[{before}], with "
    "a deficit {growth:than larger} a year earlier.",
    "partners.first.growth.deficit_narrowed": "{who:capital} ranks first[{before}], with "
    "a deficit {growth:than smaller} a year earlier.",
    "partners.before": " ({before:ordinal} a year earlier)",
    "partners.before.same": ", as a year earlier",
    "partners.last": "The widest deficit, of {value:size}, is with {who}.",
    "partners.climbed": "{who:capital} climbed most, from {before:ordinal} to {rank:ordinal}.",
    "partners.ranked_among": "ranks are among the {count:plural partner partners} available for {window}[, {share} % of the total]; "
    "others may rank between them",
    "partners.rest_holds": "{count:plural partner partners} listed {count:number has have} no figure a year earlier, and "
    "{count:number is are} part of what is left over too: changes and points add up to the total, values do not",
    "partners.other_set": "a year earlier {before} of the {count:plural partner partners} ranked {before:number was were} available: "
    "ranks of then are among those",
    "partners.other_set.growth": "of the {listed:plural partner partners} listed {count} {count:number has have} a growth rate, "
    "a year earlier {before} had one: ranks are among those",
    "partners.deficits_ranked": "a deficit that narrowed ranks as a rise of the balance, "
    "one that widened as a fall; a change of sign has no rate and no rank",
    "partners.areas_apart": "areas stand apart, unranked, and are never added to their members",
}
