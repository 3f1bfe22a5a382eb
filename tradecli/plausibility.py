"""Whether a downloaded file is plausible: units, levels, whole months, what was taken back.

What a file shows by itself its source checks while reading it; here it is compared with
earlier figures. Pure: frames in, a comparison or a refusal out.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from tradecli import leaps, rewriting
from tradecli.errors import InvalidData
from tradecli.outcome import Revised
from tradecli.periods import label
from tradecli.rewriting import LARGE as _LARGE
from tradecli.schema import CELL, KEY
from tradecli.wording import Listed, Wording

#: Fewer figures than these say nothing by their median.
_ENOUGH = 5
#: A month of these economies was never below four billion since 2002; whoever says less counts in thousands.
_LARGE_ECONOMIES = (
    "AU", "BE", "CA", "CH", "CN", "DE", "ES", "FR", "GB", "HK", "IT", "JP", "KR", "MX", "MY", "NL", "SE",
    "SG", "TW", "US",
)  # fmt: skip
_LEAST_MONTH = 1_000_000_000
#: By how much a partner may exceed the world: estimates and revisions of different days.
_MORE = 1.02
#: Above this share of the figures a month is a copy of the one before.
_COPIED = 0.9
#: More newest months than these are not taken back: the file has lost its end.
_TAKEN_BACK = 2
#: The newest month has at least this share of the partners of the month before, in percent.
_PARTNERS, _MOST_PARTNERS = 60, 90


class Comparison(NamedTuple):
    """What a new vintage brings.

    Attributes:
        added: Figures that were not known before.
        revised: Figures that were, with another value.
        largest: The largest revision; None without any.
        withdrawn: Keys of figures of the file's vintage before that are taken back, dated by the new one.
        notices: What a reader should know.
    """

    added: int
    revised: int
    largest: Revised | None
    withdrawn: pl.DataFrame
    notices: tuple[str, ...]


def compare(
    new: pl.DataFrame,
    known: pl.DataFrame,
    before: pl.DataFrame | None,
    *,
    name: str,
    history: pl.DataFrame | None = None,
    force: bool = False,
) -> Comparison:
    """Compare a new vintage of a file with what is known.

    Args:
        new: Its rows (`schema.OBSERVATIONS`).
        known: The newest figure of every cell known of the source, from any file, one row a cell.
        before: The rows of this very file's vintage before, cut to what was asked for; None for the first.
        name: What to call the file in an error.
        history: All known vintages; they tell how much this publisher usually revises.
        force: Note a rewriting of closed months instead of refusing it.

    Raises:
        InvalidData: Another unit, another level, months lost or copied, series exchanged or shifted, a
            rewriting of closed months, a partner above the world, or a newest month that lacks partners.
    """
    pairs = new.join(known.select(*CELL, "value", "precision"), on=CELL, how="inner", suffix="_old")
    pairs = pairs.rename({"value": "value_new", "value_old": "value"})
    _level(pairs, name)
    _new_months(new, known, name)
    _floor(new, name)
    _world(new, known, name)
    notices = [*rewriting.check(pairs, known, history, name=name, force=force), *_whole_month(new, name)]
    withdrawn = _withdrawn(new, before, name)
    if withdrawn.height:
        months = Listed(label(month) for month in withdrawn["period"].unique().sort())
        notices.append(Wording("{name}: the figures of {months} were taken back", name=name, months=months))
    changed = pairs.filter(
        (pl.col("value_new") - pl.col("value")).abs() >= pl.max_horizontal("precision", "precision_old")
    ).with_columns((pl.col("value_new") - pl.col("value")).abs().alias("by"))
    largest = changed.sort("by", *CELL).select(Revised._fields).tail(1).rows()
    return Comparison(
        new.height - pairs.height,
        changed.height,
        Revised(*largest[0]) if largest else None,
        withdrawn,
        tuple(notices),
    )


def _level(pairs: pl.DataFrame, name: str) -> None:
    """The figures known twice: all of them, each month, each series and each large one by itself."""
    both = pairs.filter((pl.col("value") > 0) & (pl.col("value_new") > 0), pl.col("flow") != "balance")
    both = both.with_columns((pl.col("value_new") / pl.col("value")).alias("ratio"))
    series = [column for column in CELL if column not in {"period", "span"}]
    for by in ([], ["span", "period"], series):
        groups = both.group_by(by) if by else both.group_by(pl.lit("all").alias("all"))
        medians = groups.agg(pl.col("ratio").median(), pl.len().alias("n"), pl.col("value").max()).filter(
            (pl.col("n") >= _ENOUGH) | pl.lit(not by), ~pl.col("ratio").is_between(leaps.LOW, leaps.HIGH)
        )
        for found in medians.filter(pl.col("value") >= _LARGE).sort(pl.all()).iter_rows(named=True):
            where = " ".join(str(found[column]) for column in by) or Wording("all figures")
            raise leaps.refusal(name, where, found, "what was known")
    single = both.filter(
        pl.max_horizontal("value", "value_new") >= _LARGE * 100, ~pl.col("ratio").is_between(1 / 300, 300)
    )
    for found in single.sort(CELL).iter_rows(named=True):
        raise leaps.refusal(name, leaps.cell(found), found, "what was known")


def _floor(new: pl.DataFrame, name: str) -> None:
    """The total of a large economy has been far above a billion a month for as long as there are figures."""
    low = new.filter(
        pl.col("span") == "month",
        pl.col("partner") == "WORLD",
        pl.col("commodity") == "TOTAL",
        pl.col("flow") != "balance",
        pl.col("reporter").is_in(_LARGE_ECONOMIES),
        pl.col("value") < _LEAST_MONTH,
    )
    for found in low.sort(CELL).iter_rows(named=True):
        raise InvalidData(
            "{name}: {found}: {value:,}; expected billions, in whole units",
            name=name,
            found=leaps.cell(found),
            value=found["value"],
        )


def _world(new: pl.DataFrame, known: pl.DataFrame, name: str) -> None:
    """No partner has more than the world."""
    cell = [column for column in CELL if column != "partner"]
    flows = new.filter(pl.col("flow") != "balance", pl.col("value") >= _LARGE)
    columns = [*cell, "value", "precision"]
    worlds = pl.concat(
        [table.filter(pl.col("partner") == "WORLD").select(columns) for table in (known, new)]
    ).unique(cell, keep="last")
    above = flows.join(worlds, on=cell, suffix="_world").filter(
        pl.col("value") > pl.col("value_world") * _MORE + pl.max_horizontal("precision", "precision_world")
    )
    for found in above.sort(CELL).iter_rows(named=True):
        raise InvalidData(
            "{name}: {found}: {value:,}, more than with the world, {value_world:,}",
            name=name,
            found=leaps.cell(found),
            value=found["value"],
            value_world=found["value_world"],
        )


def _steps(new: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Months not known before, each with the one of its series before it, within a year."""
    series = [column for column in CELL if column != "period"]
    of = ["reporter", "flow", "classification", "commodity"]
    columns = [*CELL, "value"]
    counted = (pl.col("span") == "month", pl.col("flow") != "balance", pl.col("value") > 0)
    last_known = (
        known.filter(pl.col("span") == "month").group_by(of).agg(pl.col("period").max().alias("last"))
    )
    months = new.select(columns).filter(*counted)
    after = pl.col("last").is_null() | (pl.col("period") > pl.col("last"))
    fresh = months.join(last_known, on=of, how="left").filter(after)
    # What lies further back than a year is no month before.
    near = pl.col("period") >= pl.lit(fresh["period"].min(), pl.Date).dt.offset_by("-12mo")
    earlier = known.select(columns).filter(near, *counted)
    return (
        pl.concat([months.filter(near), earlier.join(new, on=CELL, how="anti")])
        .sort(*series, "period")
        .with_columns(
            rewriting.of_the_row_before("value", series).alias("previous"),
            rewriting.of_the_row_before("period", series).alias("period_before"),
        )
        .filter(pl.col("period_before") >= pl.col("period").dt.offset_by("-12mo"))
        .with_columns((pl.col("value") / pl.col("previous")).alias("ratio"))
        .join(fresh.select(CELL), on=CELL, how="semi")
    )


def _new_months(new: pl.DataFrame, known: pl.DataFrame, name: str) -> None:
    """Months not known before are compared with the month known before them."""
    steps = _steps(new, known)
    adjacent = steps.filter(pl.col("period_before") == pl.col("period").dt.offset_by("-1mo"))
    by_month = adjacent.group_by("reporter", "period", "flow").agg(
        pl.col("ratio").median(),
        pl.len().alias("n"),
        ((pl.col("ratio") == 1) & (pl.col("value") >= _LARGE)).mean().alias("same"),
    )
    wrong = by_month.filter(
        pl.col("n") >= _ENOUGH,
        ~pl.col("ratio").is_between(leaps.LOW, leaps.HIGH) | (pl.col("same") > _COPIED),
    )
    for found in wrong.sort("period", "flow").iter_rows(named=True):
        what = Wording("{flow}s of {period}", flow=Wording(found["flow"]), period=label(found["period"]))
        if found["same"] > _COPIED:
            raise InvalidData("{name}: {what}: they are a copy of the month before", name=name, what=what)
        raise leaps.refusal(name, what, found, "the month before")
    few = steps.join(by_month.filter(pl.col("n") >= _ENOUGH), on=["reporter", "period", "flow"], how="anti")
    far = ~pl.col("ratio").is_between(1 / 300, 300)
    single = pl.concat(
        [
            few.filter(far, pl.max_horizontal("value", "previous") >= _LARGE),
            steps.filter(far, pl.max_horizontal("value", "previous") >= _LARGE * 100),
        ]
    )
    for found in single.sort(CELL).iter_rows(named=True):
        raise leaps.refusal(name, leaps.cell(found), found, "the month before")


def _whole_month(new: pl.DataFrame, name: str) -> list[str]:
    """A newest month with far fewer partners than the one before is being filled in while we look."""
    months = new.filter(
        pl.col("span") == "month", pl.col("classification") == "total", pl.col("flow") != "balance"
    )
    counts = months.group_by("reporter", "flow", "period").agg(pl.col("partner").n_unique().alias("n"))
    notices, of = list[str](), ["reporter", "flow"]
    for (reporter, flow), found in counts.sort(*of, "period").group_by(of, maintain_order=True):
        *_, before, newest = 0, *found["n"]
        if before < 2 * _ENOUGH:
            continue
        month, share = label(found["period"][-1]), newest * 100 // before
        what = Wording(
            "{name}: {flow}s of {reporter} in {month} have {partners} partners, the month before {before}",
            name=name,
            flow=Wording(flow),
            reporter=reporter,
            month=month,
            partners=newest,
            before=before,
        )
        if share < _PARTNERS:
            raise InvalidData("{what}; the month is not complete", what=what)
        if share < _MOST_PARTNERS:
            notices.append(what)
    return notices


def _withdrawn(new: pl.DataFrame, before: pl.DataFrame | None, name: str) -> pl.DataFrame:
    """The newest months that the vintage before had and the new one has not."""
    columns = ["source", *KEY]
    if before is None or before.is_empty():
        return new.head(0).select(columns)
    had = before.filter(pl.col("span") == "month").group_by("flow").agg(pl.col("period").max().alias("had"))
    has = new.filter(pl.col("span") == "month").group_by("flow").agg(pl.col("period").max().alias("has"))
    ends = had.join(has, on="flow", how="left")
    lost = before.join(ends, on="flow").filter(pl.col("has").is_null() | (pl.col("period") > pl.col("has")))
    months = lost["period"].unique().sort()
    if months.len() > _TAKEN_BACK or ends["has"].null_count():
        first, last = label(months[0]), label(months[-1])
        raise InvalidData(
            "{name}: {count} months known before are gone, {first} to {last}",
            name=name,
            count=months.len(),
            first=first,
            last=last,
        )
    gone = before.filter(pl.col("span") == "month").join(new, on=CELL, how="anti")
    inside = gone.join(lost.select(CELL), on=CELL, how="anti")
    if inside.height * 10 > before.height:
        raise InvalidData(
            "{name}: {lost} of {known} figures known before are gone",
            name=name,
            lost=inside.height,
            known=before.height,
        )
    day = new["vintage"].max()
    return lost.with_columns(pl.lit(day).cast(pl.Date).alias("vintage")).select(columns)
