"""Whether a new vintage rewrites closed months: all moved, shifted by a month, or series exchanged."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from tradecli.errors import InvalidData
from tradecli.schema import CELL
from tradecli.wording import Wording

#: Below this much money a single figure may move by any factor.
LARGE = 10_000_000
#: Changes below this share are no move; above `_MOST` of the figures together they are one.
_UNMOVED, _MOST = 0.001, 0.9
#: Figures that are enough to tell a pattern, of all series and of one.
_MANY, _SIX = 24, 6
#: Months after which a month is closed: the publishers revise the year before once.
_CLOSED = 24
#: The band of revisions where fewer than eight are known; the least there is; how many bands are refused.
_BAND, _LEAST_BAND, _FEW, _REFUSED = 0.02, 0.005, 8, 3


def check(
    pairs: pl.DataFrame, known: pl.DataFrame, history: pl.DataFrame | None, *, name: str, force: bool
) -> list[str]:
    """A notice where figures known twice moved together: shifted, exchanged, or scaled by less than a unit.

    Args:
        pairs: The figures that are known twice, `value` before and `value_new`.
        known: The newest figure of every cell known.
        history: All known vintages; they tell how much this publisher usually revises.
        name: What to call the file.
        force: Note it instead of refusing it.

    Raises:
        InvalidData: Figures were shifted or exchanged, or moved by several times what is usual.
    """
    large = pairs.filter(
        pl.col("span") == "month",
        pl.col("flow") != "balance",
        pl.max_horizontal("value", "value_new") >= LARGE,
    ).with_columns((pl.col("value_new") / pl.col("value") - 1).abs().alias("by"))
    moved = large.filter(pl.col("by") > _UNMOVED)
    what = _shifted(moved, known) or _exchanged(moved, known)
    closed = large.filter(pl.col("period") <= pl.col("period").max().dt.offset_by(f"-{_CLOSED}mo"))
    usual, refused = _usual(history), bool(what)
    if not what and closed.height >= _MANY:
        typical = float(closed["by"].median() or 0)  # type: ignore[arg-type]
        if typical > usual:
            what = Wording(
                "the figures of {height} closed months and partners moved by {typical:.1%} where "
                "{usual:.1%} is usual",
                height=closed.height,
                typical=typical,
                usual=usual,
            )
            refused = typical > _REFUSED * usual
    if what and refused and not force:
        raise InvalidData("{name}: {what}", hint="--force takes it as it is", name=name, what=what)
    return [Wording("{name}: {what}", name=name, what=what)] if what else []


def _shifted(moved: pl.DataFrame, known: pl.DataFrame) -> str:
    """Whether the figures that moved are those known of the month before or after."""
    if moved.height < _MANY:
        return ""
    series = [column for column in CELL if column != "period"]
    for months, what in ((-1, "before"), (1, "after")):
        other = known.select(*series, "period", pl.col("value").alias("other"))
        other = other.with_columns(pl.col("period").dt.offset_by(f"{-months}mo"))
        same = moved.join(other, on=CELL).filter(pl.col("value_new") == pl.col("other")).height
        if same >= _MANY and same > _MOST * moved.height:
            return Wording(
                "{same} figures are those known of the month {what}", same=same, what=Wording(what)
            )
    return ""


def _exchanged(moved: pl.DataFrame, known: pl.DataFrame) -> str:
    """Whether a series that moved is another one: partners, flows or goods exchanged."""
    if moved.is_empty():
        return ""
    series = [column for column in CELL if column != "period"]
    others = known.select(*CELL, pl.col("value").alias("value_new"))
    same = moved.join(others, on=["source", "reporter", "span", "period", "value_new"], suffix="_other")
    names = [f"{column}_other" for column in ("partner", "flow", "commodity", "classification")]
    counts = same.group_by(*series, *names).agg(pl.len().alias("same"))
    found = counts.join(moved.group_by(series).agg(pl.len().alias("n")), on=series).filter(
        pl.col("same") >= _SIX, pl.col("same") > _MOST * pl.col("n")
    )
    for row in found.sort(pl.all()).head(1).iter_rows(named=True):
        here, there = (
            Wording(
                "{flow}s of {commodity}, {reporter}-{partner},",
                flow=Wording(row[f"flow{end}"]),
                commodity=row[f"commodity{end}"],
                reporter=row["reporter"],
                partner=row[f"partner{end}"],
            )
            for end in ("", "_other")
        )
        return Wording(
            "{here} are those known as {there} in {same} months", here=here, there=there, same=row["same"]
        )
    return ""


def _usual(history: pl.DataFrame | None) -> float:
    """By how much the publisher's revisions usually change a figure: nineteen of twenty by less."""
    if history is None:
        return _BAND
    steps = (
        history.select(*CELL, "vintage", "value")
        .filter(pl.col("span") == "month", pl.col("flow") != "balance", pl.col("value") >= LARGE)
        .sort(*CELL, "vintage")
        .with_columns((pl.col("value") / of_the_row_before("value", CELL) - 1).abs().alias("by"))
        .filter(pl.col("by").is_not_null())
    )
    if steps.height < _FEW:
        return _BAND
    return max(_LEAST_BAND, min(_BAND, float(steps["by"].quantile(0.95) or 0)))


def of_the_row_before(name: str, series: Sequence[str]) -> pl.Expr:
    """A column's value of the row before, of rows sorted by their series; null in the first of each.

    As `shift(1).over(series)`, which would hash every text of every row.
    """
    same = pl.all_horizontal(pl.col(column) == pl.col(column).shift(1) for column in series)
    return pl.when(same).then(pl.col(name).shift(1))
