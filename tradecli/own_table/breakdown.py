"""Columns that nobody named and that break the records down: totals beside parts, as of transport."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table import engines, inspection, keys, otherwise
from tradecli.own_table.files import Files
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.words import is_total

#: The value that stands for all, in columns that are known by their names.
_TOTALS = {
    "motcode": "0",
    "moscode": "0",
    "customscode": "C00",
    "partner2code": "0",
    "partner2iso": "W00",
    **dict.fromkeys(("df", "state", "district", "port", "distcode", "rp"), "-"),
    "statregime": "4",
    "statprocedure": "TOTAL",
    "custom": "000",
    "customs": "000",
}
#: A column with more values is no breakdown.
_MOST = 40
_SLACK = 0.001
_GOODS = re.compile(
    r"(hs\d*|cn\d*|nc\d*|ncm|ccc|sitc|naics|usda|enduse|hitech|cpa|bec|cmd.*|commodity.*|product.*|goods.*|tariff.*|code)"
)
#: What breakdowns are called; in these one sum that is equal is enough where there are so many texts.
_BREAKDOWN = re.compile(r".*(transport|mode|district|port|state|office|procedure|regime|運輸|關別|税関).*")
_TEXTS = 3
#: So many sums must be equal to those of all others before a value is taken for their total.
_ENOUGH = 3


class Filter(NamedTuple):
    """A column and the only value of it that is added, the total of the others."""

    column: str
    value: str


@lru_cache(maxsize=4)
def filters(mapping: Mapping, files: Files) -> tuple[Filter, ...]:
    """The columns that hold totals beside their parts, each with its total, which alone is added.

    Raises:
        InvalidData: A column looks like such, and its total cannot be told.
    """
    chosen = []
    for column in _candidates(mapping, files):
        every = engines.distinct(files, column)
        texts = [text for text in every if text is not None]
        if len(every) > 1 and otherwise.revised(column, texts):
            by = [name for name in keys.keys(mapping, files) if name != column]
            _refuse_several(column, every, mapping, files, by)
        if not len(texts) > 1:
            continue
        _refuse_otherwise(column, texts, mapping, files)
        goods = mapping.commodity not in inspection.peek(files).columns and _GOODS.fullmatch(_plain(column))
        if goods:
            _refuse_goods(column, texts, mapping, files)
        total = _total(column, texts)
        if len(texts) > _MOST or (total is not None and _describes(column, mapping, files)):
            continue
        sums = engines.sums_by(files, [mapping.period, mapping.partner, mapping.flow, column], mapping.value)
        if total is not None:
            _refuse_unlike(sums, column, total, mapping)
            chosen.append(Filter(column, total))
        else:
            _refuse_equal(sums, column, mapping)
    return tuple(chosen)


def _plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.casefold())


def _candidates(mapping: Mapping, files: Files) -> list[str]:
    """Columns of few values that nobody named, and those that may be of goods."""
    first = inspection.peek(files)
    named = {
        mapping.period,
        mapping.partner,
        mapping.flow,
        mapping.value,
        mapping.commodity,
        mapping.reporter,
    }
    named |= {name for name, _ in mapping.where} | {mapping.year, mapping.month, *mapping.months}
    for leg in files.legs:
        named |= leg.names | {name for column in leg.columns for name in column.of}
    if not {mapping.period, mapping.partner, mapping.flow, mapping.value} <= set(first.columns):
        return []
    kinds = (pl.String, pl.Categorical, pl.Boolean)
    free = [
        name
        for name, dtype in first.schema.items()
        if name not in named and (dtype in kinds or dtype.is_integer() or otherwise.revised(name, ()))
    ]
    if mapping.layout:
        # What else stands in the files of a known form is known not to be a breakdown.
        goods = mapping.commodity in first.columns
        return [
            name
            for name in free
            if _plain(name) in _TOTALS
            or otherwise.always(name, ())
            or otherwise.beside(name, goods=goods)
            or (not goods and inspection.other_list(name))
        ]
    return [
        name
        for name in free
        if _plain(name) in _TOTALS or first[name].n_unique() <= _MOST or _GOODS.fullmatch(_plain(name))
    ]


def _refuse_otherwise(column: str, texts: Sequence[str], mapping: Mapping, files: Files) -> None:
    """Refuse rows that say the same in other ways."""
    if len(texts) > _MOST:
        return
    if otherwise.always(column, texts):
        raise otherwise.refusal(column, texts)
    columns = inspection.peek(files).columns
    if otherwise.beside(column, texts, goods=mapping.commodity in columns):
        by = [mapping.period, mapping.partner, mapping.flow]
        by += [mapping.reporter] if mapping.reporter in columns else []
        _refuse_several(column, texts, mapping, files, by)


def _refuse_several(
    column: str, texts: Sequence[str | None], mapping: Mapping, files: Files, by: Sequence[str]
) -> None:
    """Refuse a column with several texts where rows are the same by others."""
    sums = engines.sums_by(files, [*by, column], mapping.value).filter(pl.col("value") != 0)
    if (sums.group_by(by).agg(pl.col(column).n_unique().alias("texts"))["texts"] > 1).any():
        raise otherwise.refusal(column, [text or "" for text in texts])


def _total(column: str, texts: Sequence[str]) -> str | None:
    known = _TOTALS.get(_plain(column))
    return known if known in texts else next((text for text in texts if is_total(text)), None)


def _refuse_goods(column: str, texts: Sequence[str], mapping: Mapping, files: Files) -> None:
    """Refuse codes of several levels in a column that was not named."""
    codes = inspection.codes(mapping._replace(commodity=column), files)
    several = inspection.other_list(column) and len({len(text.strip()) for text in texts}) > 1
    if (codes.mixed or several) and len(texts) > 1:
        raise InvalidData(
            "the column {column!r} holds codes of several lengths, or totals, and was not "
            "named: they would be added to each other",
            hint="name it: commodity={column}",
            column=column,
        )


def _describes(column: str, mapping: Mapping, files: Files) -> bool:
    """Whether a column only says in other words what one that was named says."""
    columns = inspection.peek(files).columns
    named = [mapping.partner, mapping.flow, mapping.commodity, mapping.period]
    for name in (name for name in named if name in columns):
        pairs = engines.sums_by(files, [name, column], mapping.value)
        if pairs[name].n_unique() == pairs.height:
            return True
    return False


def _split(sums: pl.DataFrame, column: str, total: str, mapping: Mapping) -> pl.DataFrame:
    """In each month, partner and flow the total and the sum of all others."""
    here = pl.col(column) == total
    by = [mapping.period, mapping.partner, mapping.flow]
    return sums.group_by(by).agg(
        pl.col("value").filter(here).sum().alias("whole"),
        pl.col("value").filter(~here).sum().alias("parts"),
        here.any().alias("has_whole"),
        (~here).any().alias("has_parts"),
    )


def _refuse_unlike(sums: pl.DataFrame, column: str, total: str, mapping: Mapping) -> None:
    """Refuse a total that is lacking beside parts, or less than they are."""
    split = _split(sums, column, total, mapping)
    whole = pl.col("whole")
    wrong = split.filter(
        pl.col("has_parts") & (~pl.col("has_whole") | (pl.col("parts") > whole + _SLACK * whole.abs()))
    )
    if not wrong.is_empty():
        raise InvalidData(
            "{total!r} in the column {column!r} is taken for a total, and is lacking in some "
            "months or less than the rows beside it",
            hint="say which rows are meant: where.{column}=VALUE, several joined by |",
            total=total,
            column=column,
        )


def _refuse_equal(sums: pl.DataFrame, column: str, mapping: Mapping) -> None:
    """Refuse a value that is always the sum of all others."""
    by_name = sums[column].n_unique() >= _TEXTS and _BREAKDOWN.fullmatch(_plain(column))
    enough = 1 if by_name else _ENOUGH
    for text in sums[column].drop_nulls().unique().sort():
        split = _split(sums, column, text, mapping).filter(pl.col("has_whole") & pl.col("has_parts"))
        same = split.filter((pl.col("whole") - pl.col("parts")).abs() <= _SLACK * pl.col("whole").abs())
        if split.height == same.height and same["whole"].n_unique() >= enough:
            raise InvalidData(
                "{text!r} in the column {column!r} is as much as all rows beside it, as a total would be",
                hint="say which rows are meant: where.{column}={text}, or its other values joined by |",
                text=text,
                column=column,
            )
