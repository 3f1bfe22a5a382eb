"""An own table answers a question: rows of observations, where they come from, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from tradecli import pinned
from tradecli.errors import InvalidData, NoData, QueryError
from tradecli.own_table import cube as cubes
from tradecli.own_table import (
    engines,
    inspection,
    known,
    legs,
    messages,
    observations,
    quantities,
    reading,
    refusals,
    revised,
    survey,
    units_said,
    weighing,
    zeros,
)
from tradecli.own_table.asked import Answer, Asked
from tradecli.own_table.cube import Cube
from tradecli.own_table.files import Files
from tradecli.own_table.groups import Wanted
from tradecli.own_table.mapping import USUAL
from tradecli.own_table.mapping import Mapping as ColumnsOf
from tradecli.own_table.measures import NO_CURRENCY, Measure
from tradecli.own_table.origins import as_observations, origin_of
from tradecli.own_table.survey import Seen
from tradecli.own_table.table import Table
from tradecli.own_table.whole_months import last_day
from tradecli.own_table.words import part_of_flow
from tradecli.schema import OBSERVATIONS, OWN


def answer(table: Table, asked: Asked) -> Answer:
    """Read what a table says of a question.

    Raises:
        QueryError: No such table, column or engine; observations of several sources, and none was named.
        NoData: It holds nothing that can be read, or nothing of the source that was named.
        InvalidData: A file is not what its name says.
    """
    place = known.place(table, asked)
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
    records = _Records.of(table, files, asked.reporter, last_day(day, table.mapping))
    read = records.read(code=code)
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
    every = place is not None and not read.refused and not _after(figures, day)
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
    if place is not None and every:
        today = None if files.day and not table.mapping.layout else pinned.now().date()
        number = dict(added.group_by("partner").len().iter_rows())
        there = {partner: number.get(partner, 0) for partner in rows["partner"].unique().sort()}
        known.keep_answer(place, known.Whole(rows, entry, tuple(read.spelled), there, day=today))
        rows = rows.filter(wanted)
    return Answer(OWN, rows, {entry["id"]: entry})


def _after(figures: pl.DataFrame, day: date) -> bool:
    """Whether figures are of months after a day."""
    newest = figures["period"].max()
    return isinstance(newest, date) and newest > day


def _entry(records: _Records, day: date, counts: Mapping[str, Any], digits: int) -> dict[str, Any]:
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


def _chapters(records: _Records, asked: Asked, whole: reading.Read) -> tuple[pl.DataFrame, dict[str, int]]:
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


class _Records(NamedTuple):
    """The records of one reporter in a table, what is seen of them, and the sums that are kept, if any."""

    table: Table
    files: Files
    day: date
    seen: Seen
    cube: Cube | None

    @classmethod
    def of(cls, table: Table, files: Files, reporter: str, day: date) -> _Records:
        """Look at the table, and bring its cube to the state of the files where there is to be one."""

        def look() -> Seen:
            return survey.seen(table.mapping, files, reporter)

        cube = cubes.current(table, files, reporter, look) if table.cube else None
        return cls(table, files, day, cube.seen if cube else look(), cube)

    def read(self, *, digits: int = 0, code: str = "", **chosen: Any) -> reading.Read:
        """Read the sums of all partners, or of those that are chosen (see `Wanted`) as one."""
        digits = digits or len(code)
        wanted = self.seen.wanted(digits=digits, code=code, several=len(self.files.files) > 1)
        wanted = wanted._replace(partners=not chosen, **chosen)
        with self._named():
            groups = _sums(self, wanted)
            read = reading.read(groups, self.table.mapping, self._meant(digits, code))
            if "file" in groups.columns:
                revised.refuse(self.table.mapping, self.files, groups, self.seen.where)
            return read

    def measured(
        self, figures: pl.DataFrame, read: reading.Read, code: str, measure: Measure
    ) -> pl.DataFrame:
        """The figures of a reading with quantities in their place, or the value of what has one."""

        def sums(mapping: ColumnsOf, wanted: Wanted) -> pl.DataFrame:
            return _sums(self._replace(table=self.table._replace(mapping=mapping), cube=None), wanted)

        wanted, meant = self.seen.wanted(digits=len(code), code=code), self._meant(len(code), code)
        with self._named():
            return quantities.measured(figures, read, self.table.mapping, measure, sums, wanted, meant)

    def _meant(self, digits: int, code: str) -> reading.Meant:
        return reading.Meant(
            self.day,
            tuple(inspection.peek(self.files).columns),
            digits,
            code,
            mixed=self.seen.codes.mixed,
            lost=self.seen.codes.lost,
            zeros=self.seen.codes.zeros,
            only=self.table.mapping.commodity_digits,
            times=legs.times(self.files.legs, [file.path for file in self.files.files]),
        )

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Errors of a reading name the table."""
        try:
            yield
        except (InvalidData, QueryError) as error:
            if self.table.path in str(error):
                raise
            raise type(error)(
                "table {path}: {error}", hint=error.hint, path=self.table.path, error=error
            ) from None


@lru_cache(maxsize=16)
def _sums(records: _Records, wanted: Wanted) -> pl.DataFrame:
    """The groups that are wanted: from the cube where there is to be one and it knows them, else counted."""
    table, files = records.table, records.files
    if records.cube and cubes.answers(wanted):
        return cubes.sums(records.cube, wanted)
    return engines.sums(files, table.mapping, wanted, table.engine)


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
    return _Records.of(table, shape.files, reporter, day).read()
