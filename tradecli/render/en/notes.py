"""English: what qualifies a figure."""

from __future__ import annotations

from tradecli.render.en.terms import ADJUSTED, FLOW, Facts, Sentences, currency, window
from tradecli.render.style import Style, percent


def _no_value(facts: Facts, _: Style) -> str:
    name = f"{FLOW[facts['flow']]} {window(facts)}"
    if facts["note"] == "missing":
        return f"{name}: not published, or not held"
    held = facts["note"].removeprefix("incomplete(").removesuffix(")")
    return f"{name}: {held} months held, and a shorter sum is not compared with a longer one"


def _older_inputs(facts: Facts, _: Style) -> str:
    return f"{FLOW[facts['flow']]} {window(facts)}: inputs of vintages {facts['oldest']} to {facts['newest']}"


def _other_vintage(facts: Facts, _: Style) -> str:
    return f"{FLOW[facts['flow']]} {window(facts)}: of vintage {facts['day']}"


def _as_published(facts: Facts, _: Style) -> str:
    return (
        f"{FLOW[facts['flow']]} {window(facts)}: the figure published on {facts['day']}, "
        "not exports minus imports"
    )


def _base_superseded(facts: Facts, style: Style) -> str:
    published, before = (style.money(facts[name]) for name in ("published", "without"))
    return (
        f"{FLOW[facts['flow']]} {window(facts)}: the base is older than the full {facts['year']} "
        f"published on {facts['day']} ({published}, {before} before); "
        "growth rests on the older base"
    )


def _does_not_add(facts: Facts, style: Style) -> str:
    tiny = style.prints_as_zero(facts["gap"])
    return (
        "the balance is as published and differs from exports minus imports "
        + ("by less than the last digit shown" if tiny else f"as shown by {style.money(facts['gap'])}")
        + "; the publisher had unrounded or newer figures"
    )


def _day_inferred(facts: Facts, _: Style) -> str:
    return (
        f"vintage {facts['day']} is an inferred day: its figures were certainly public by "
        f"{facts['known_by']}; on {facts['as_of']} they may not have been (--as-of-strict leaves them out)"
    )


def _new_year_pair(facts: Facts, _: Style) -> str:
    rate = percent(facts["rate"]) or "no rate"
    return (
        f"January and February {facts['year']} together, {FLOW[facts['flow']]}: {rate} (Lunar New Year moves)"
    )


def _adjustment(facts: Facts, style: Style) -> str:
    return f"in current {currency(style)}, {ADJUSTED[facts['adjustment']]}"


def _member_sums(facts: Facts, _: Style) -> str:
    return f"{facts['partner']}: the sum of its members where that is newer than the area's published figure"


def _own_table(facts: Facts, _: Style) -> str:
    files = f"{facts['files']:,} files" if facts["files"] > 1 else "one file"
    read = f"own table {facts['path']}: {facts['rows']:,} rows of {files}"
    if not facts["records"]:
        return read
    return f"{read}; its vintage is the day of the newest file; a month without rows is a gap, not zero"


def _own_table_dropped(facts: Facts, _: Style) -> str:
    rules = ", ".join(f"{count:,} with {rule}" for rule, count in facts["dropped"].items())
    return f"rows of the own table left out: {rules}"


def _own_table_unknown(facts: Facts, _: Style) -> str:
    listed = ", ".join(f"{text} ({count:,} rows)" for text, count in facts["unknown"].items())
    return f"partners that no list knows are in the world's total alone: {listed}"


SENTENCES: Sentences = {
    "no_value": _no_value,
    "older_inputs": _older_inputs,
    "other_vintage": _other_vintage,
    "as_published": _as_published,
    "base_superseded": _base_superseded,
    "does_not_add": _does_not_add,
    "day_inferred": _day_inferred,
    "new_year_pair": _new_year_pair,
    "new_year_coming": lambda f, _s: (
        "the Lunar New Year moves between January and February: "
        f"compare the two months of {f['year']} together once February is published"
    ),
    "leap_year": lambda f, _s: (
        f"February {f['year']} had 29 days, 3.6 % more than other years; not adjusted for"
    ),
    "deficit_growth": lambda _f, _s: "y/y of two deficits is the growth of the deficit",
    "adjustment": _adjustment,
    "member_sums": _member_sums,
    "own_table": _own_table,
    "own_table_dropped": _own_table_dropped,
    "own_table_unknown": _own_table_unknown,
    "as_computed": lambda f, _s: f"record marks ({f['mark']}) compare with all earlier months held",
}
