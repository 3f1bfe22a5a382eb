"""English: what is new in a vintage."""

from __future__ import annotations

MESSAGES = {
    "watch.title": "New in {reporter:owner} trade[ {goods}] with {partner} since {day}",
    "watch.title.nothing": "Nothing is new in {reporter:owner} trade[ {goods}] with {partner} since {day}",
    "watch.what": "new",
    "watch.figure": "",
    "watch.before": "before",
    "watch.now": "now",
    "watch.revision": "revision",
    "watch.is.month": "month",
    "watch.added": "Available now, and not before: {count:plural month_of months_of} {flow:flow}, {first} to {last}.",
    "watch.is.revision": "revised",
    "watch.is.record_made": "record",
    "watch.is.record_unmade": "no longer a record",
    "watch.flow_of": "{flow:Flow}, {window:short}",
    "watch.record_of": "{flow:Flow}, {window:short} ({kind})",
    "watch.revised_by": "{revised:visible}",
}
