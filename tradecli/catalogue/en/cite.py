"""English: how a figure is cited."""

from __future__ import annotations

MESSAGES = {
    "cite.title": "{reporter:owner} {flow:trade}[ {goods}] {flow:direction} {partner}, {window}",
    "cite.sentence": "{reporter:owner} {flow:flow}[ {goods}] {flow:direction} {partner} "
    "were {figure.money:full} in {window} ({by}).",
    "cite.sentence.balance": "{reporter:owner} trade {figure:called}[ {goods}] with {partner} "
    "was {size:full} in {window} ({by}).",
    "cite.by": "{publisher}, release of {day}[ ({inferred})][, {how}][, {valuations:valuations}]",
    "cite.by.own_table": "own table {publisher} of {day}[, {how}]",
    "cite.inferred": "day inferred",
    "cite.how": "computed",
    "cite.how.sum": "sum of months",
    "cite.how.sum_across_vintages": "sum across releases",
    "cite.how.difference": "exports minus imports",
    "cite.field": "part",
    "cite.content": "text",
    "cite.row_sentence": "sentence",
    "cite.row_attribution": "attribution",
    "cite.row_licence": "licence",
    "cite.row_day": "released",
    "cite.row_file": "file",
    "cite.row_sha256": "SHA-256",
    "cite.row_address": "address",
    "cite.row_command": "reproduce",
    "cite.day.published": "{day}",
    "cite.day.retrieved": "{day} (the day it was retrieved)",
    "cite.day.inferred": "{day} at the earliest, {known_by} at the latest (inferred)",
    "cite.terms": "the figure is the publisher's; say who computed it where it is not as published",
}
