"""English: how a figure came about, and how it is cited."""

from __future__ import annotations

MESSAGES = {
    "explain.title": "{reporter:owner} {flow:trade}[ {goods}] {flow:direction} {partner}, {window}: "
    "{figure.money:full}",
    "explain.what": "figure",
    "explain.step": "{indent}{flow:flow}[ {member}], {window:short}",
    "explain.step.minus": "{indent}less {flow:flow}[ {member}], {window:short}",
    "explain.file": "file",
    "explain.vintage": "vintage",
    "explain.first": "first",
    "explain.on": "on",
    "explain.since_first": "since first",
    "explain.figures": "figures",
    "explain.day": "{day}",
    "explain.day.inferred": "~{day}",
    "explain.basis": "computed",
    "explain.basis.published": "as published",
    "explain.basis.sum": "a sum",
    "explain.basis.sum_across_vintages": "a sum across releases",
    "explain.basis.difference": "exports minus imports",
    "explain.difference": "{flow:Flow}, {window}: exports {export.money} minus imports {import.money}.",
    "explain.members": "{flow:Flow}, {window}: the sum of {n} members.",
    "explain.members.each": "Each month: the sum of {n} members.",
    "explain.sum": "{flow:Flow}, {window}: the sum of {n} months from releases of {oldest} to {newest}.",
    "explain.sum.one": "{flow:Flow}, {window}: the sum of {n} months of the release of {newest}.",
    "explain.published": "{flow:Flow}, {window}: as published on {day}.",
    "explain.published.inferred": "{flow:Flow}, {window}: as published, on {day} or later (inferred).",
    "explain.records": "{flow:Flow}, {window}: the sum of the rows of the own table.",
    "explain.once": "First published on {day}; not published again since.",
    "explain.once.oldest": "The oldest available figure is this one, of {day}; "
    "what was first published is not available.",
    "explain.first_stood": "First published on {day} as {first}; published again {again:plural time times}, "
    "revised by {moved:visible} in all.",
    "explain.first_stood.unmoved": "First published on {day} as {first}; "
    "published again {again:plural time times}, unchanged today.",
    "explain.first_stood.oldest": "The oldest available figure is {first}, of {day}, not the first publication; "
    "published again {again:plural time times}, revised by {moved:visible} in all.",
    "explain.first_stood.oldest.unmoved": "The oldest available figure is {first}, of {day}, not the first "
    "publication; published again {again:plural time times}, unchanged today.",
    "explain.base": "A year earlier: {base.money} ({how}, vintage {base.vintage.day})[; {growth} since].",
    "explain.of_file": "[[{number}]] {file}[, SHA-256 {sha256}][, vintage {vintage}][, {licence:worded}][, {address}]",
    "explain.of_file.inferred": "[[{number}]] {file}[, SHA-256 {sha256}][, vintage {vintage}, inferred]"
    "[, {licence:worded}][, {address}]",
    "explain.inferred": "~ marks an inferred day: that of the release of the newest month in the file",
    "explain.oldest_available": "first: the oldest figure available, which for older months is not the first publication",
}
