"""Sums of quantities, and of the values that have one, in the place of figures: both of the same records."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import polars as pl

from tradecli.own_table import levels, measures, reading
from tradecli.own_table.groups import Wanted
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.measures import Measure
from tradecli.own_table.partners import GROUP, TOTAL, meanings
from tradecli.own_table.reading import Meant, Read

#: Later than every month of a table: which months are whole has been seen from all of its records.
_WHOLE = "9999-12"


def measured(
    figures: pl.DataFrame,
    known: Read,
    mapping: Mapping,
    measure: Measure,
    sums: Callable[[Mapping, Wanted], pl.DataFrame],
    wanted: Wanted,
    meant: Meant,
) -> pl.DataFrame:
    """The figures with what is measured in the place of their values, in thousandths.

    Where no record of a figure has a quantity, both measures are 0. Which rows are of whom, and whether the
    world is a total or a sum, is as it was seen from all values, so that both are of the same records.

    Args:
        figures: `partner`, `period`, `flow`, `code`, `span` and `value`, as all values give them.
        known: What all values say of partners.
        mapping: What the columns mean.
        measure: What to add up.
        sums: It adds up groups: how values are read, and what is wanted.
        wanted: What was wanted for the figures.
        meant: What is known of the table.
    """
    counted, factor = measures.read_as(mapping, measure.kind)
    having = (mapping, measures.read_as(mapping, "quantity")[0])
    where = (*wanted.where, *measure.where)
    groups = sums(counted, wanted._replace(partners=True, where=where, having=having))
    if meant.mixed:
        groups = _of_goods(groups, meant)
    counted = counted._replace(skip_bad=True, complete=_WHOLE)
    # What is longer than a month stands beside months only for the rounding of values.
    span = next((span for span in ("month", "quarter") if span in figures["span"]), "year")
    keys = figures.filter((pl.col("span") == span) & (pl.col("flow") != "balance"))
    parts = [figures.clear()]
    for partner in keys["partner"].unique().sort():
        rows = _of(partner, groups, known, mapping, meant)
        parts.append(_measured(keys.filter(partner=partner), rows, counted, meant, factor))
    return pl.concat(parts)


def _of_goods(groups: pl.DataFrame, meant: Meant) -> pl.DataFrame:
    """The groups with whole codes that are of the goods asked for; none without a code."""
    known = levels.kinds(groups["code"].unique().to_list(), lost=meant.lost, digits=meant.only)
    texts = known.filter(pl.col("goods").str.starts_with(meant.code))["code"].to_list()
    if not meant.code:
        totals = sorted(text for text in known.filter("all")["code"] if text and text.strip())
        # Of several totals the largest value and the largest quantity need not be of the same one.
        texts += totals if len(totals) == 1 else [text for text in totals if levels.is_plain_total(text)][:1]
    return groups.filter(pl.col("code").is_in(texts))


def _of(partner: str, groups: pl.DataFrame, known: Read, mapping: Mapping, meant: Meant) -> pl.DataFrame:
    """The groups of a partner, or of the world."""
    apart = [text for kind in ("", GROUP, TOTAL) for text in known.spelled.get(kind, ())]
    if partner == "WORLD":
        if known.by_total:
            return groups.filter(_is(known.spelled.get(TOTAL, ())))
        return groups.filter(~_is(apart))
    if partner in known.spelled:
        return groups.filter(_is(known.spelled[partner]))
    # A group of countries counts once under whichever name.
    texts = [text for text in known.spelled.get(GROUP, ()) if text is not None]
    said = meanings(texts, mapping, meant.columns)
    return groups.filter(_is([text for text in texts if said.get(text) == f"{GROUP}{partner}"][:1]))


def _is(texts: Sequence[str | None]) -> pl.Expr:
    spelled = pl.col("partner").is_in([text for text in texts if text is not None])
    return spelled.fill_null(value=None in texts)


def _measured(
    keys: pl.DataFrame, groups: pl.DataFrame, counted: Mapping, meant: Meant, factor: int
) -> pl.DataFrame:
    if groups.is_empty():
        return keys.with_columns(value=pl.lit(0, pl.Int64))
    read = reading.read(groups.drop("partner"), counted, meant)
    world = read.world.filter(code=meant.code) if meant.code else read.world
    found = world.select("period", "flow", "span", measured="value")
    # What is below zero is no figure, and must not pass for nothing.
    absent = None if read.counts["dropped"].get(reading.BELOW_ZERO) else 0
    value = (pl.col("measured") * factor).fill_null(absent) if absent == 0 else pl.col("measured") * factor
    joined = keys.join(found, on=["period", "flow", "span"], how="left").with_columns(value=value)
    return joined.drop_nulls("value").select(keys.columns)
