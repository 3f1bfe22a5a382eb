"""Rows that a table of sums has twice: each says all of one kind, so a second one is never added."""

from __future__ import annotations

import re

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import engines, inspection
from tradecli.own_table.files import Files
from tradecli.own_table.mapping import Mapping

#: The layouts whose rows are sums, and the columns that tell these apart, without blanks and signs.
_KEYS = {
    "comtrade": frozenset(
        (
            *("typecode", "freqcode", "period", "reportercode", "flowcode", "partnercode", "partner2code"),
            *("classificationcode", "cmdcode", "customscode", "motcode", "moscode"),
            *("classification", "tradeflow", "commoditycode", "2ndpartnercode", "customsproccode"),
            *("modeoftransportcode", "partner2ndcode"),
        )
    )
}
#: Larger tables are not looked through: each row would be kept in memory.
_LARGEST = 2**28


def refuse(mapping: Mapping, files: Files) -> None:
    """Refuse a table of sums that has one of them twice.

    Raises:
        InvalidData: Two rows are alike in every column that tells rows apart.
    """
    known = _KEYS.get(mapping.layout, frozenset())
    keys = [name for name in inspection.peek(files).columns if _plain(name) in known]
    if not keys or files.legs or sum(file.size for file in files.files) > _LARGEST:
        return
    rows = pl.len().alias("rows of it")
    parts = engines.native(files, lambda frame: frame.group_by(keys).agg(rows), having=keys)
    counted = pl.concat(part.select(pl.col(keys).cast(pl.String), "rows of it") for part in parts)
    twice = counted.group_by(keys).agg(pl.col("rows of it").sum()).filter(pl.col("rows of it") > 1)
    if twice.is_empty():
        return
    row = twice.sort(keys).row(0, named=True)
    raise InvalidData(
        "{rows} rows are of the same month, partner, flow and goods: {period}, {partner}, {flow}, {goods}",
        hint="leave out what was downloaded twice: each is a sum, and one of them is enough",
        rows=row["rows of it"],
        period=row[mapping.period],
        partner=row[mapping.partner],
        flow=row[mapping.flow],
        goods=row[mapping.commodity],
    )


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())
