"""Whose records a table holds: said, or seen in a column; those of several reporters are never added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.own_table import engines, inspection
from tradecli.own_table.files import Files
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.partners import meanings
from tradecli.own_table.sniffing_names import is_outright, is_side, named
from tradecli.wording import Listed, Wording

#: What columns of reporters are called, without blanks and signs; the plainest first.
_COLUMNS = (
    *(
        "reporter",
        "reporteriso",
        "reporteriso3",
        "reporteriso2",
        "declarant",
        "declarantiso",
        "reportingcountry",
    ),
    *("reportingeconomy", "reportercode", "declarantcode", "reportername", "reporterdesc", "reportercountry"),
)
#: How others begin that hold them.
_BEGINS = ("report", "declar", "inform", "meldeland", "melder", "報告", "申報", "报告", "申报", "報関国")
_NAMED = 5


class Reporters(NamedTuple):
    """The column of reporters, if there is one, and how each is written in it; empty for who nobody knows."""

    column: str = ""
    texts: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The reporters that are known."""
        return tuple(code for code, _ in self.texts if code)


@lru_cache(maxsize=4)
def reporters(mapping: Mapping, files: Files) -> Reporters:
    """Whose records a table holds, where a column says so.

    Raises:
        QueryError: The column that was named holds what is no country.
    """
    columns = inspection.peek(files).columns
    if mapping.reporter in columns:
        return _read(mapping.reporter, mapping, files)
    plain = {re.sub(r"[\W_]", "", name.casefold()): name for name in reversed(columns)}
    taken = {mapping.period, mapping.partner, mapping.flow, mapping.value, mapping.commodity}
    known = [name for name in _COLUMNS if name in plain]
    known += [name for name in plain if name.startswith(_BEGINS) and name not in known]
    for name in (plain[name] for name in known if plain[name] not in taken):
        try:
            found = _read(name, mapping, files)
        except QueryError:
            continue
        if len(found.codes) == len(found.texts):
            return found
    return _beside_partners(mapping, files)


def _beside_partners(mapping: Mapping, files: Files) -> Reporters:
    """Whose records they are by a column of countries beside that of the partners.

    It is one beside a partner that is called so, the other side of a trade, or one that has the country that
    is said.
    """
    own = places.meant(mapping.reporter) if mapping.reporter else None
    for found in _countries(mapping, files):
        sure = is_outright(mapping.partner) or named(found.column).role in {"exporter", "importer"}
        # A country that is said and not among them has records of its own.
        if own.code in found.codes if own else sure:
            return found
    return Reporters()


def refuse_others(mapping: Mapping, files: Files) -> None:
    """Refuse a second column of countries, of which nobody said that it is of no reporters.

    Raises:
        QueryError: There is one, and nothing tells whose records the table holds.
    """
    said = mapping.reporter and places.meant(mapping.reporter)
    if said or reporters(mapping, files).column:
        return
    for found in _countries(mapping, files):
        if len(found.codes) > 1:
            raise QueryError(
                "{column!r} and {partner!r} both hold countries, and of several reporters nothing is added",
                hint="say whose: reporter={column}, or reporter=US; or which rows: where.{column}=VALUE",
                column=found.column,
                partner=mapping.partner,
            )


def _countries(mapping: Mapping, files: Files) -> Iterator[Reporters]:
    """The columns of countries besides that of partners, without what says the same and where goods pass."""
    chosen = {name for name, _ in mapping.where}
    used = {mapping.period, mapping.partner, mapping.flow, mapping.value, mapping.commodity} | chosen
    if mapping.layout or mapping.exporter or mapping.partner not in inspection.peek(files).columns:
        return
    for name in inspection.peek(files).columns:
        if name in used or named(name).role not in {"partner", "exporter", "importer"} or is_side(name):
            continue
        try:
            found = _read(name, mapping, files)
            same = _same_places(found, mapping, files)
        except QueryError:
            continue
        levels = {places.place(code).level for code in found.codes}
        unknown = len(dict(found.texts).get("", ()))
        few = 2 * unknown <= sum(len(texts) for _, texts in found.texts)
        # A column with continents only says where its partners lie.
        if levels & {"country", "former"} and "region" not in levels and few and not same:
            yield found


def _same_places(found: Reporters, mapping: Mapping, files: Files) -> bool:
    """Whether a column names the partners in other words: no row has two countries."""
    names = [found.column, mapping.partner]
    pairs = engines.native(
        files, lambda frame: frame.select(pl.col(names).cast(pl.String)).unique(), having=names
    )
    rows = [row for part in pairs for row in part.iter_rows() if row[0] and row[1]]
    partners = meanings({text for _, text in rows}, mapping, inspection.peek(files).columns)
    codes = {text: code for code, texts in found.texts for text in texts}
    known = [(codes[text], partners[partner]) for text, partner in rows if codes.get(text)]
    # Totals and groups have codes of their own in each list.
    both = [pair for pair in known if all(code in places.places() for code in pair)]
    return any(one == other for one, other in both) and all(one == other for one, other in both)


def _read(column: str, mapping: Mapping, files: Files) -> Reporters:
    texts = [text for text in engines.distinct(files, column) if text is not None]
    said = meanings(texts, mapping._replace(partner=column), inspection.peek(files).columns)
    codes: dict[str, list[str]] = {}
    for text, code in said.items():
        codes.setdefault(code if code in places.places() else code.lstrip("+?="), []).append(text)
    return Reporters(column, tuple((code, tuple(texts)) for code, texts in sorted(codes.items())))


def whose(mapping: Mapping, files: Files, said: str) -> str:
    """The code of the reporter of a table: who is said, else who the mapping says, or the only one in it.

    Args:
        mapping: It may name a country, or the column of reporters.
        files: Where the records are.
        said: What the question says, if it says it.

    Returns:
        Its code, empty where nothing tells it.

    Raises:
        QueryError: There are several, and none is said.
        NoData: A reporter nobody knows.
    """
    found = reporters(mapping, files)
    own = "" if mapping.reporter == found.column else mapping.reporter
    if said and own and mapping.layout:
        _refuse_other(places.find(own), places.find(said))
    named = said or own
    if named:
        return places.find(named).code
    if len(found.codes) > 1 and mapping.exporter:
        # Of trade between all countries the usual reporter is one.
        return ""
    if len(found.codes) > 1:
        listed = Listed(found.codes[:_NAMED])
        more = Wording(" and others") if len(found.codes) > _NAMED else ""
        raise QueryError(
            "the table holds records of {listed}{more} (column {column!r}), which are never added",
            hint="say whose: --reporter {codes}",
            listed=listed,
            more=more,
            column=found.column,
            codes=found.codes[0],
        )
    return found.codes[0] if found.codes else ""


def _refuse_other(own: places.Place, said: places.Place) -> None:
    """Refuse to call the records of one office those of another country."""
    if own.code != said.code:
        raise NoData(
            "the table holds records of {own.prose}, none of {said.prose}",
            hint="for trade with it as the partner: --partner {said.code}",
            own=own,
            said=said,
        )


def only(mapping: Mapping, files: Files, reporter: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The column and its texts that choose the records of one reporter; none where all are.

    Raises:
        NoData: There are records of others alone.
    """
    found = reporters(mapping, files)
    texts = dict(found.texts).get(reporter, ())
    if found.texts and not texts:
        held = Listed(found.codes[:_NAMED]) or Wording("nobody known")
        raise NoData(
            "the table holds no records of {place.prose} (column {column!r})",
            hint="it holds those of {held}",
            place=places.place(reporter),
            column=found.column,
            held=held,
        )
    return ((found.column, texts),) if len(found.texts) > 1 else ()
