"""Questions that an own table cannot answer, by the partners that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.own_table import inspection, messages
from tradecli.own_table.reading import Read
from tradecli.own_table.table import Table
from tradecli.wording import Listed, Wording


def own_partner(table: Table, reporter: str, read: Read) -> None:
    """Refuse to call records those of the default reporter where that is a partner in them."""
    if not table.reporter and reporter in read.spelled:
        raise QueryError(
            "the table {path} does not say whose records it holds, and {place.prose} is a partner in it",
            hint="say whose: --reporter US, or reporter=US in --columns",
            path=table.path,
            place=places.place(reporter),
        )


def goods(table: Table, classification: str) -> None:
    """Refuse goods of a list that the table does not tell them apart by."""
    if classification not in {"hs", "total", ""}:
        raise NoData(
            "the table {path} tells goods apart by HS code, not by {classification}",
            hint="ask with --commodity hs:85, hs:8542 or hs:854231",
            path=table.path,
            classification=classification,
        )
    if classification == "hs" and inspection.other_list(table.mapping.commodity):
        raise NoData(
            "the column {column!r} tells goods apart by another list than the HS",
            hint="ask without --commodity, or name a column of HS codes",
            column=table.mapping.commodity,
        )


def nothing(table: Table, read: Read, dropped: Mapping[str, int]) -> None:
    """Refuse a table of which no row can be read, and say why."""
    if not (read.figures.is_empty() and read.world.is_empty()):
        return
    why = Listed(
        Wording("{count:,} with {rule}", count=count, rule=Wording(rule)) for rule, count in dropped.items()
    )
    raise NoData(
        "nothing in the table {path} can be read: {why}",
        hint="see --columns",
        path=table.path,
        why=why or Wording("it has no rows"),
    )


def absent(table: Table, partners: Sequence[str], read: Read) -> None:
    """Refuse a partner that is nowhere in the table, and say what may be meant by it."""
    place = places.place(partners[0])
    if place.level == "world" or any(partner in read.spelled for partner in partners):
        return
    if place.code in read.figures["partner"]:
        return
    unknown: dict[str, int] = read.counts["unknown_partners"]
    if place.level in {"area", "region"} and not place.members:
        why = Wording(", and areas are not added up from their members")
        hint = "ask for one country"
    elif unknown:
        why = Wording("; partners that no list knows are {unknown}", unknown=messages.listed(unknown))
        hint = "say what they are: partner_codes=FILE, a CSV file of codes and countries"
    else:
        return
    raise NoData(
        "the table {path} has no rows of {place.prose}{why}", hint=hint, path=table.path, place=place, why=why
    )
