"""An own table answers a question: rows of observations, where they come from, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl

from tradecli import pinned
from tradecli.errors import InvalidData, NoData
from tradecli.own_table import cube as cubes
from tradecli.own_table import (
    inspection,
    known,
    messages,
    observations,
    reading,
    refusals,
    units_said,
    weighing,
    zeros,
)
from tradecli.own_table.asked import Answer, Asked
from tradecli.own_table.files import Files
from tradecli.own_table.mapping import USUAL
from tradecli.own_table.measures import NO_CURRENCY
from tradecli.own_table.origins import as_observations, origin_of
from tradecli.own_table.records import Records
from tradecli.own_table.table import Table
from tradecli.own_table.whole_months import last_day
from tradecli.own_table.words import part_of_flow
from tradecli.schema import OBSERVATIONS, OWN


def answer(table: Table, asked: Asked, place: known.Place | None = None) -> Answer:
    """Read what a table says of a question.

    Args:
        table: It.
        asked: The question.
        place: Where the answer is kept, found before the table is looked at.

    Raises:
        QueryError: No such table, column or engine; observations of several sources, and none was named.
        NoData: It holds nothing that can be read, or nothing of the source that was named.
        InvalidData: A file is not what its name says.
    """
    shape = table.shaped()
    files = shape.files
    table = table._replace(mapping=shape.mapping, mapped=table.mapped or shape.layout is not None)
    before = _answered.cache_info().hits
    found = _answered(table, files, asked, files.day or pinned.now().date(), place)
    # What was answered before in this process counts no file again.
    again = {"counted": 0, "gone": 0} if _answered.cache_info().hits > before else {}
    kept = {name: e | {"cube": e["cube"] | again} for name, e in found.origins.items() if "cube" in e}
    return found._replace(origins={**found.origins, **kept})


@lru_cache(maxsize=32)
def _answered(table: Table, files: Files, asked: Asked, day: date, place: known.Place | None) -> Answer:
    """What a table answers whose columns are known, kept where there is a place for it."""
    if _holds_observations(table, files):
        return _observed(table, files, asked)
    if asked.source not in {"", OWN}:
        raise NoData(
            "the table {path} holds records of one's own, none of {source}",
            hint="leave out --source",
            path=table.path,
            source=asked.source,
        )
    return _summed(table, files, asked, day, place)


def _holds_observations(table: Table, files: Files) -> bool:
    """Whether a table is one of observations, by its columns, and not one of records."""
    return not table.mapped and observations.are_in(inspection.peek(files).columns)


def _observed(table: Table, files: Files, asked: Asked) -> Answer:
    source = observations.source(files, table.engine, asked.source)
    rows, dropped = observations.rows(files, table.engine, source, asked.partners, asked.classification)
    count = rows.height + sum(dropped.values())
    entry = origin_of(table, files, records=False) | {"rows": count, "dropped": dropped}
    origins = rows["origin"].unique().sort()
    return Answer(source, rows, {origin: {"id": origin, **entry} for origin in origins})


def _summed(table: Table, files: Files, asked: Asked, day: date, place: known.Place | None) -> Answer:
    refusals.goods(table, asked.classification)
    code = asked.commodity if asked.classification == "hs" else ""
    records = Records.of(table, files, asked.reporter, last_day(day, table.mapping))
    some = records.alone(asked.partners) if asked.classification == "total" and not table.measure else None
    read = some or records.read(code=code)
    refusals.own_partner(table, asked.reporter, read)
    if read.refused and (not asked.partners or "WORLD" in asked.partners):
        raise type(read.refused)(
            "table {path}: {refused}", hint=read.refused.hint, path=table.path, refused=read.refused
        )
    figures = _figures(read, code)
    counts = _counts(read, table, asked)
    if not asked.classification and not inspection.other_list(table.mapping.commodity):
        chapters, missed = _chapters(records, asked, read)
        figures = pl.concat([figures, chapters])
        counts["dropped"] = counts["dropped"] | missed
    refusals.nothing(table, read, counts["dropped"])
    if asked.partners:
        refusals.absent(table, asked.partners, read)
    # What is kept is every partner's; of months to come the day of the answer depends on the partner.
    keeps = place is not None and not read.refused and not _after(figures, day)
    every = keeps and some is None and bool(asked.classification)
    wanted = pl.col("partner").is_in(asked.partners) if asked.partners else pl.lit(value=True)
    figures = figures if every else figures.filter(wanted)
    day = pinned.now().date() if _after(figures, day) else day
    figures, added = zeros.filled(figures, read)
    precision, currency = read.precision, table.mapping.currency or USUAL
    if table.measure:
        precision, currency = 1, NO_CURRENCY
        figures = records.measured(figures, read, code, table.measure)
    counts["no_rows"] = added.filter(wanted).height if asked.partners else 0
    entry = _entry(records, day, counts, len(code))
    # The day on which a file was written is no day of publication; of some not even that is known.
    basis = "inferred" if files.day == day else "retrieved"
    mapping = table.mapping._replace(currency=currency)
    rows = as_observations(figures, mapping, asked.reporter, precision, day, basis, entry["id"])
    if place is not None and keeps:
        today = None if files.day and not table.mapping.layout else pinned.now().date()
        number = dict(added.group_by("partner").len().iter_rows())
        there = {partner: number.get(partner, 0) for partner in rows["partner"].unique().sort()}
        ranked = table.mapping.skip_bad or read.counts["unknown_share"] <= weighing.MOST
        whole = known.Whole(rows, entry, tuple(read.spelled), there, ranked, today)
        known.keep_answer(place, whole, of_all=every)
        rows = rows.filter(wanted)
    return Answer(OWN, rows, {entry["id"]: entry})


def _after(figures: pl.DataFrame, day: date) -> bool:
    """Whether figures are of months after a day."""
    newest = figures["period"].max()
    return isinstance(newest, date) and newest > day


def _entry(records: Records, day: date, counts: Mapping[str, Any], digits: int) -> dict[str, Any]:
    """Where the figures of records are from, and what is to be said of them."""
    table, files = records.table, records.files
    entry = {**origin_of(table, files, records=True), "vintage": day.isoformat(), **counts}
    entry |= {"totals": dict(records.seen.totals), "repeated": dict(files.repeated)}
    if cube := records.cube:
        used = cubes.answers(records.seen.wanted(digits=digits))
        entry["cube"] = {"used": used, "counted": cube.counted, "kept": cube.kept, "gone": cube.gone}
    entry["currency_unsaid"] = units_said.is_unsaid(table.mapping, files, table.reporter)
    parts = {side: part_of_flow(getattr(table.mapping, f"{side}s")) for side in ("export", "import")}
    entry["only"] = {side: part for side, part in parts.items() if part}
    return entry


def _counts(read: reading.Read, table: Table, asked: Asked) -> dict[str, Any]:
    """What the rows were counted to be.

    Raises:
        InvalidData: Of too much nobody knows the partner, and ranks are asked for.
    """
    counts = dict(read.counts)
    if counts.pop("unknown_share") > weighing.MOST and not asked.partners and not table.mapping.skip_bad:
        raise InvalidData(
            "the table {path} has partners that no list knows, and ranks would lack them: {unknown_partners}",
            hint="say what they are: partner_codes=FILE, a CSV file of codes and countries; or --skip-bad",
            path=table.path,
            unknown_partners=messages.listed(counts["unknown_partners"]),
        )
    return counts


def _figures(read: reading.Read, code: str) -> pl.DataFrame:
    """The figures of every partner, and of the world as the sum of all of them, known or not."""
    columns = ["partner", "period", "flow", "code", "span", "value"]
    known = read.figures.filter(~pl.col("partner").str.starts_with("?"))
    both = (known, read.world.with_columns(partner=pl.lit("WORLD")))
    if code:
        return pl.concat(each.filter(pl.col("code") == code).select(columns) for each in both)
    return pl.concat(each.with_columns(code=pl.lit("TOTAL")).select(columns) for each in both)


def _chapters(records: Records, asked: Asked, whole: reading.Read) -> tuple[pl.DataFrame, dict[str, int]]:
    """The chapters of trade with one partner or the world, and the rows that could not be told apart."""
    parts: list[pl.DataFrame] = []
    missed: dict[str, int] = {}
    for partner in asked.partners:
        if partner == "WORLD" and whole.by_total:
            chosen: dict[str, Any] = {"only": whole.spelled.get("=", ())}
        elif partner == "WORLD":
            chosen = {
                "without": tuple(text for kind in ("", "+", "=") for text in whole.spelled.get(kind, ()))
            }
        elif partner in whole.spelled:
            chosen = {"only": whole.spelled[partner]}
        else:
            continue
        read = records.read(digits=cubes.CHAPTER, **chosen)
        parts.append(read.world.with_columns(partner=pl.lit(partner)))
        dropped: dict[str, int] = read.counts["dropped"]
        missed |= {rule: count for rule, count in dropped.items() if rule in reading.CODE_RULES}
    columns = ["partner", "period", "flow", "code", "span", "value"]
    empty = pl.DataFrame(schema={name: OBSERVATIONS.get(name, pl.String()) for name in columns})
    return pl.concat([empty, *(part.select(columns) for part in parts)]), missed


def overview(table: Table, reporter: str) -> reading.Read:
    """All that the records of a reporter say, by month, partner and flow, goods not told apart.

    Raises:
        QueryError: There is no such table, it lacks a column, or what something means has to be said.
        NoData: It holds no records of the reporter.
        InvalidData: A file is not what its name says, or too much of it cannot be read.
    """
    shape = table.shaped()
    table = table._replace(mapping=shape.mapping, mapped=True)
    day = last_day(shape.files.day or pinned.now().date(), table.mapping)
    return Records.of(table, shape.files, reporter, day).read()
