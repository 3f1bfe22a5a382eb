"""The one table: an observation is one published figure, never a computed one."""

from __future__ import annotations

import polars as pl

from tradecli.errors import InvalidData
from tradecli.periods import YEARS
from tradecli.wording import Wording

FLOWS = ("export", "import", "balance")
ADJUSTMENTS = ("none", "seasonal", "calendar", "both")
SPANS = ("month", "quarter", "year_to_date", "year", "rolling_12")
#: How the day of a vintage is known, best first.
VINTAGE_BASES = ("published", "retrieved", "inferred")

#: The source of figures that were added up from records of one's own; every other is a publisher.
OWN = "own"

#: Flows in the order in which they are shown; figures carry the flow as this type.
FLOW = pl.Enum(FLOWS)

#: What tells one series from another.
SERIES = ("source", "reporter", "partner", "flow", "commodity", "classification", "adjustment")
#: What tells one observation from another; also the sort order of stored tables.
KEY = (*SERIES[1:], "span", "period", "vintage")
#: What one figure has in common with the same figure of another vintage.
CELL = (*SERIES, "span", "period")

OBSERVATIONS: dict[str, pl.DataType] = {
    "source": pl.String(),
    "reporter": pl.String(),
    "partner": pl.String(),
    "flow": pl.String(),
    "commodity": pl.String(),
    "classification": pl.String(),
    "adjustment": pl.String(),
    "span": pl.String(),
    "period": pl.Date(),
    "value": pl.Int64(),
    "currency": pl.String(),
    "precision": pl.Int64(),
    "vintage": pl.Date(),
    "vintage_basis": pl.String(),
    "known_by": pl.Date(),
    "origin": pl.String(),
}


def rules() -> dict[str, pl.Expr]:
    """The rules every table must keep: a name, and an expression that is true where a row breaks it."""
    return {
        "an empty cell": pl.any_horizontal(pl.col(name).is_null() for name in OBSERVATIONS),
        "an unknown flow": ~pl.col("flow").is_in(FLOWS),
        "an unknown adjustment": ~pl.col("adjustment").is_in(ADJUSTMENTS),
        "an unknown span": ~pl.col("span").is_in(SPANS),
        "an unknown vintage basis": ~pl.col("vintage_basis").is_in(VINTAGE_BASES),
        "a period that is not the first of a month": pl.col("period").dt.day() != 1,
        "a quarter that does not end in March, June, September or December": (pl.col("span") == "quarter")
        & (pl.col("period").dt.month() % 3 != 0),
        "a year that does not end in December": (pl.col("span") == "year")
        & (pl.col("period").dt.month() != 12),
        "a year that no figure is of": ~pl.col("period").dt.year().is_between(YEARS.start, YEARS.stop - 1),
        "a negative flow": (pl.col("flow") != "balance") & (pl.col("value") < 0),
        "a precision below one": pl.col("precision") < 1,
        "a figure known before it was published": pl.col("known_by") < pl.col("vintage"),
        "a vintage older than its period": pl.col("vintage") < pl.col("period"),
        "a second figure for the same key": pl.struct("source", *KEY).is_duplicated(),
    }


def check(observations: pl.DataFrame) -> pl.DataFrame:
    """Return *observations* unchanged if they keep every rule of the table.

    Args:
        observations: Columns and types exactly as in `OBSERVATIONS`, in that order.

    Returns:
        The same frame.

    Raises:
        InvalidData: A column is missing, of another type, or rows break a rule; the
            message names the rule, how many rows break it, and the first of them.

    Examples:
        >>> check(pl.DataFrame(schema=OBSERVATIONS)).height
        0
    """
    if dict(observations.schema) != OBSERVATIONS:
        raise InvalidData(
            "not a table of observations: columns are {schema}", schema=dict(observations.schema)
        )
    broken = rules()
    counts = observations.select(**{name: rule.sum() for name, rule in broken.items()}).row(0, named=True)
    for name, count in counts.items():
        if count:
            first = observations.filter(broken[name]).row(0, named=True)
            where = " ".join(str(first[column]) for column in ("source", *KEY))
            raise InvalidData(
                "{count} rows have {name}; the first is {where}", count=count, name=Wording(name), where=where
            )
    return observations
