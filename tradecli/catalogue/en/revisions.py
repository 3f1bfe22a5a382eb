"""English: how figures were revised, and how sure a first one is."""

from __future__ import annotations

MESSAGES = {
    "revisions.title": "{reporter:owner} {flow:trade} {flow:direction} {partner}, {span:spans} through "
    "{through:month}: first figures and what became of them",
    "revisions.title.one": "{reporter:owner} {flow:trade} {flow:direction} {partner}, {window}: "
    "every figure published",
    "revisions.first": "first",
    "revisions.now": "now",
    "revisions.published": "published",
    "revisions.step": "revision",
    "revisions.since_first": "since first",
    "revisions.percent": "%",
    "revisions.mark": "",
    "revisions.figures": "figures",
    "revisions.day": "{day}",
    "revisions.day.inferred": "~{day}",
    "revisions.month": "{month:month}",
    "revisions.counted": "{n:plural first_figure first_figures} of {flow:named}[, {kind:spans},] "
    "since {since:month}",
    "revisions.usual": "First figures of {flow:named}[, {kind:spans},] are usually revised by {median:decimal 2} % "
    "({n:plural figure figures} since {since:month}; 90 % between {low:decimal 2} and {high:decimal 2} %): "
    "{down} went down, {up} up, {unmoved} not beyond rounding.",
    "revisions.too_few": "{@revisions.counted}: too few to tell how far they are usually revised.",
    "revisions.unusual": "Unusual: {window} was revised by {revised}[ ({percent} %)], "
    "{usual:decimal 0} times the usual revision[ and {others:decimal 0} times the mean of the others].",
    "revisions.reversed_mom": "In {k:few} of {n:plural first_figure first_figures}[ ({when})] the change on the month "
    "before has another sign today.",
    "revisions.reversed_yoy": "In {k:few} of {n:plural first_figure first_figures}[ ({when})] the change on a year "
    "earlier has another sign today.",
    "revisions.made": "Made by revision: {window} was no record when first published, and is one now.",
    "revisions.unmade": "Unmade by revision: {window} was a record when first published, and is none now.",
    "revisions.margin": "{window} is a record by {margin:size}, {times:decimal 0} times the usual revision.",
    "revisions.margin.thin": "{window} is a record by {margin:size}, less than "
    "the usual revision: it may not last.",
    "revisions.none": "No first figure of {flow:flow} has been published again in the vintages available: "
    "how far they are revised cannot be told.",
    "revisions.first_estimate": "First estimate: of {n} earlier first estimates of {flow:named} the median "
    "revision was {median:decimal 2} % ({down} down, {up} up).",
    "revisions.first_estimate.few_balances": "First estimate: too few balances have been revised, but of {n} "
    "earlier first estimates of {flow:named} the median revision was {median:decimal 2} % "
    "({down} down, {up} up).",
    "revisions.first_estimate.unknown": "First estimate: only {n} of its kind "
    "{n:number has have} been revised, too few to say.",
    "revisions.first_estimate.unknown.none": "First estimate: none of its kind has been revised, "
    "too few to say.",
    "revisions.oldest_available": "where no first figure is shown, the oldest available is of a later vintage "
    "and counts as no first figure",
    "revisions.inferred": "~ marks an inferred day: that of the release of the newest month in the file",
    "revisions.difference": "a balance is as published, or exports minus imports known on the day",
    "revisions.marked": "{mark} marks a revision beyond {limit} usual ones",
    "revisions.matrix": "each column is what was known on that day; empty where nothing was",
}
