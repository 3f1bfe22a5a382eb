"""How much of a table cannot be read: little is left out and said, more is refused."""

from __future__ import annotations

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table.groups import VALUE_RULES
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.partners import GROUP, TOTAL, UNKNOWN
from tradecli.own_table.words import FORMS
from tradecli.wording import Listed, Wording

#: So large a share of rows or of value may be left out without being asked for, in percent.
MOST = 1.0
#: An empty cell says that there is no figure, and is none that could not be read.
_NO_FIGURE = VALUE_RULES["empty"]
#: What such a row comes to is not known, and it may be more than all others.
_ROUNDED = VALUE_RULES["rounded"]
_NAMED = 5
_HINTS = {
    _ROUNDED: "write numbers in full: in a spreadsheet, as Number and not as General or Scientific",
    "an unreadable period": FORMS,
    "a period after the table was written": "look at the file's time, and at the years",
    "an unknown flow": (
        "say what they mean: export=EXP, import=IMP; those that lie within exports or imports, "
        "as re-exports do, are left out by flows_within=RX|RM"
    ),
}


def refuse(checked: pl.DataFrame, dropped: dict[str, int], mapping: Mapping) -> None:
    """Refuse a table of which more than a little cannot be read.

    Args:
        checked: The groups with the `rule` that each breaks, if it does.
        dropped: How many rows break which rule.
        mapping: It may say that all the same there is to be an answer.

    Raises:
        InvalidData: Over 1 % of rows or of value are left out, or one of a value that is rounded; the words
            that were not understood are named.
    """
    weighed = {rule: count for rule, count in dropped.items() if rule != _NO_FIGURE}
    if mapping.skip_bad or not weighed:
        return
    rows = int(checked["rows"].sum())
    size = pl.col("steps").cast(pl.Float64).abs().sum()
    value = checked.select(size).item() or 1.0
    lost = checked.filter(pl.col("rule").is_not_null()).select(size).item() or 0.0
    share, worth = 100.0 * sum(weighed.values()) / rows, 100.0 * lost / value
    if max(share, worth) <= MOST and _ROUNDED not in weighed:
        return
    texts = words(checked)
    said = Listed(
        Wording(
            "{count:,} with {rule}{texts}",
            count=count,
            rule=Wording(rule),
            texts=_listed(texts.get(rule, ())),
        )
        for rule, count in weighed.items()
    )
    hint = next((_HINTS[rule] for rule in weighed if rule in _HINTS), "mend them")
    raise InvalidData(
        "{total:,} of {rows:,} rows ({share:.1f} %, {worth:.1f} % of the value) cannot be read: {said}",
        hint="{advice}; to answer without them: --skip-bad",
        total=sum(weighed.values()),
        rows=rows,
        share=share,
        worth=worth,
        said=said,
        advice=Wording(hint),
    )


def share_of_unknown(good: pl.DataFrame) -> float:
    """How much of the value is of partners that no list knows, in percent."""
    size = pl.col("steps").cast(pl.Float64).abs()
    shares = good.filter(~pl.col("who").str.slice(0, 1).is_in([TOTAL, GROUP])).select(
        unknown=size.filter(pl.col("who") == UNKNOWN).sum(), whole=size.sum()
    )
    unknown, whole = shares.row(0)
    return 100.0 * unknown / whole if whole else 0.0


def words(checked: pl.DataFrame) -> dict[str, tuple[str, ...]]:
    """The texts that broke each rule for texts, the most frequent first."""
    columns = {"an unreadable period": "period", "an unknown flow": "flow"}
    found: dict[str, tuple[str, ...]] = {}
    for rule, name in columns.items():
        texts = checked.filter(pl.col("rule") == rule).group_by(name).agg(pl.col("rows").sum())
        ordered = texts.sort("rows", name, descending=[True, False])[name].head(_NAMED)
        if len(ordered):
            found[rule] = tuple(
                Wording("an empty cell") if text is None else Wording("{text!r}", text=text)
                for text in ordered
            )
    return found


def _listed(texts: tuple[str, ...]) -> str:
    return Wording(" ({texts})", texts=Listed(texts)) if texts else ""
