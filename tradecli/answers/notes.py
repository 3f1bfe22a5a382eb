"""Statements that answers share: how a figure stands, how it moved, and what qualifies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from tradecli.answers.pair import Pair
from tradecli.facts import places
from tradecli.question import Known, Question
from tradecli.report import Amount, Rate, Statement, say
from tradecli.schema import OWN
from tradecli.vintages import read_stamp

#: Reporters whose January and February move with the Lunar New Year (21 January to 20 February).
LUNAR_NEW_YEAR = frozenset({"CN", "TW", "KR", "VN", "SG", "HK", "MY"})


def asked(question: Question, source: str) -> dict[str, Any]:
    """The question as JSON values."""
    return {
        "reporter": question.reporter,
        "partner": question.partner,
        "commodity": question.commodity,
        "classification": question.classification,
        "adjustment": question.adjustment,
        "source": source,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "as_of_strict": question.strict,
        **({"table": question.table.path, "engine": question.table.engine} if question.table else {}),
    }


def subtitle(known: Known, vintage: date | None, flows: Sequence[str]) -> Statement:
    """Unit, publisher, vintage and valuation: what every figure is printed with."""
    # Imported here: the descriptions are needed by people only, and cost each start of the program.
    from tradecli.sources import SOURCES

    table = known.question.table
    if table:
        facts = {"source": "own", "publishers": (table.path, table.path), "valuations": {}}
        return say("subtitle", vintage=vintage, as_of=known.question.as_of, **facts)
    source = SOURCES[known.source]
    valued = {entry.flow: entry.valuation for entry in source.valuations if entry.flow in flows}
    facts = {"source": known.source, "publishers": source.names, "valuations": valued}
    return say("subtitle", vintage=vintage, as_of=known.question.as_of, **facts)


def movement(row: Mapping[str, Any], span: Mapping[str, Any]) -> Iterator[Statement]:
    """How a balance moved against the year before, in words that its signs allow."""
    value, base = row["value"], row["base_value"]
    if value is None or base is None:
        return
    coarsest = max(row["precision"], row["base_precision"])
    facts = {
        "flow": row["flow"],
        "value": Amount(value, row["precision"]),
        "base": Amount(base, row["base_precision"]),
        "change": Amount(value - base, coarsest, signed=True),
        "rate": Rate(value, row["units"], base, row["base_units"], row["growth_note"] or ""),
        **span,
    }
    note = row["growth_note"]
    yield say(note if note in {"sign_change", "deficit_widened", "deficit_narrowed"} else "moved", **facts)


def standing(row: Mapping[str, Any], kind: str) -> Statement:
    """Where a figure stands among all earlier ones of its kind: a record, a tie, or its rank."""
    placed = row["placed"] or {}
    value, before = row["value"], placed.get("previous_value")
    facts = {
        "kind": kind,
        "flow": row["flow"],
        "through": row.get("through", row["period"]),
        "value": Amount(value, row["precision"]),
        "deficit": row["flow"] == "balance" and (value or 0) < 0,
        "earlier": placed.get("earlier", 0),
    }
    if placed.get("record") is None:
        return say("short_history", **facts)
    facts |= {
        "since": placed["since"],
        "missing": placed["missing"],
        "rank": placed["rank"],
        "previous": Amount(before, placed["previous_precision"]),
        "previous_period": placed["previous_period"],
        "turned": row["growth_note"] == "sign_change",
        "last_of_sign": placed["last_of_sign"],
    }
    if placed["record"]:
        return say("record", **facts)
    return say("tie" if placed["tie"] else "rank", **facts)


def reading(known: Known) -> Iterator[Statement]:
    """How the figures are to be read: adjustment, valuation, and who answered."""
    adjustment = known.question.adjustment
    yield say("adjustment", adjustment=adjustment)
    if places.place(known.question.partner).members and known.figures["members"].any():
        yield say("member_sums", partner=known.question.partner)
    yield from own_table(known)


def own_table(known: Known) -> Iterator[Statement]:
    """What an own table is, how many of its rows were left out, and by which rule."""
    if not known.question.table:
        return
    entry = next(iter(known.origins().values()), {})
    facts = {"path": known.question.table.path, "rows": entry.get("rows", 0), "files": entry["files"]}
    yield say("own_table", records=known.source == OWN, **facts)
    if entry.get("dropped"):
        yield say("own_table_dropped", dropped=entry["dropped"])
    if entry.get("unknown_partners"):
        yield say("own_table_unknown", unknown=entry["unknown_partners"])


def on_row(row: Mapping[str, Any]) -> Iterator[Statement]:
    """What qualifies one figure: gaps, mixed vintages, a base not yet revised."""
    facts = {"flow": row["flow"], "span": row["span"], "through": row["through"]}
    if row["value_note"]:
        yield say("no_value", note=row["value_note"], **facts)
    elif row["oldest"] is not None:
        yield from inputs(row, row["vintage"], facts)
    if row["flow"] == "balance" and row["basis"] == "published":
        yield say("as_published", day=row["vintage"], **facts)
    if (row["growth_note"] or "").startswith("deficit_"):
        yield say("deficit_growth")
    if row["superseded"]:
        stamp, published, without = row["superseded"]
        yield say(
            "base_superseded",
            day=read_stamp(stamp)[0],
            year=row["through"].year - 1,
            published=Amount(published, row["base_precision"]),
            without=Amount(without, row["base_precision"]),
            **facts,
        )


def inputs(window: Mapping[str, Any], shown: date | None, facts: Mapping[str, Any]) -> Iterator[Statement]:
    """Say from which vintages a figure was made, where they are several, or another than the one *shown*."""
    newest = read_stamp(window["stamp"])[0]
    oldest = date.fromordinal(window["oldest"] + date(1970, 1, 1).toordinal())
    if oldest != newest:
        yield say("older_inputs", oldest=oldest, newest=newest, **facts)
    elif newest != shown:
        yield say("other_vintage", day=newest, **facts)


def adding_up(rows: Sequence[Mapping[str, Any]], through: date) -> Iterator[Statement]:
    """Say so where exports minus imports is not the balance shown."""
    values = [row["value"] for row in rows]
    if None not in values and values[0] - values[1] != values[2]:
        coarsest = max(row["precision"] for row in rows)
        yield say(
            "does_not_add",
            gap=Amount(values[2] - values[0] + values[1], coarsest, signed=True),
            through=through,
        )


def day_inferred(rows: Sequence[Mapping[str, Any]], question: Question) -> Iterator[Statement]:
    """Say so where a figure was public on the day asked for only by inference."""
    if question.as_of is None:
        return
    late = [row for row in rows if row["known_by"] and row["known_by"] > question.as_of]
    if late:
        yield say(
            "day_inferred",
            day=max(row["vintage"] for row in late),
            known_by=max(row["known_by"] for row in late),
            as_of=question.as_of,
        )


def new_year(pair: Pair, reporter: str, through: date) -> Iterator[Statement]:
    """January and February together, where the Lunar New Year moves between them."""
    if reporter not in LUNAR_NEW_YEAR or through.month > 2:
        return
    if through.month == 1:
        yield say("new_year_coming", year=through.year)
        return
    for row in pair.at("year_to_date", through):
        if row["value"] is not None and row["base_value"] is not None:
            rate = Rate(
                row["value"], row["units"], row["base_value"], row["base_units"], row["yoy_note"] or ""
            )
            yield say("new_year_pair", flow=row["flow"], year=through.year, rate=rate)


def leap_year(through: date) -> Iterator[Statement]:
    """A 29 February gives a month 3.6 % more days; said, never adjusted for."""
    for year in (through.year, through.year - 1):
        if through.month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
            yield say("leap_year", year=year)


def provenance(pair: Pair, through: date, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """The files and articles that the windows shown, and all earlier ones they are compared with, rest on."""
    used: set[str] = set()
    for kind in kinds:
        held = pair.windows(kind).filter((pl.col("period") <= through) & pl.col("origin").is_not_null())
        used.update(origin for text in held["origin"].unique() for origin in text.split(" "))
    manifest = pair.known.origins()
    return [{"id": origin, **manifest.get(origin, {})} for origin in sorted(used)]
