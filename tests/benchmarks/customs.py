"""Made-up customs records in Parquet: one row a declaration line, as skewed as trade is, the same for a seed.

    python -m tests.benchmarks.customs FOLDER ROWS

Partners and HS codes follow Zipf's law (a few partners and products are most of the rows, thousands
hardly any), values have a heavy tail, and trade grows and has seasons. Only uniform numbers are
drawn: their stream is the same in every release of numpy, those of other distributions are not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Rows drawn, and written as one file, at a time: memory does not grow with the table.
CHUNK = 1_000_000
#: What DuckDB and pyarrow write is of this order; a desk's files are hardly ever finer.
ROW_GROUP = 131_072
#: How many HS6 codes the edition of 2022 has.
CODES = 5_613
FIRST = date(2016, 1, 1)
#: Exponents of Zipf's law: trade is more concentrated by partner than by product.
_PARTNERS, _PRODUCTS = 1.1, 0.9
#: The largest partners of the reporter; who is small is in no order.
LARGEST = ("CN", "US", "HK", "JP", "SG", "KR", "MY", "VN", "DE", "NL", "TH", "PH", "AU", "ID", "IN", "GB")

SCHEMA = {
    "month": pl.Date(),
    "flow": pl.String(),
    "country": pl.String(),
    "hs6": pl.String(),
    "value": pl.Int64(),
    "quantity": pl.Int64(),
}


class Plan(NamedTuple):
    """What to make: `rows` in all, over `months` months from `FIRST`, of as many `partners`."""

    rows: int
    months: int = 120
    partners: int = 200
    seed: int = 20_261_124


class _Lists(NamedTuple):
    """What a row is drawn from, with the cumulative chance of each."""

    months: pl.Series
    countries: pl.Series
    codes: pl.Series
    of_country: NDArray[np.float64]
    of_code: NDArray[np.float64]


def write(folder: Path, plan: Plan, *, row_group: int = ROW_GROUP) -> list[Path]:
    """Write the records of a plan into *folder*, a file for every `CHUNK` rows, sorted by month.

    Args:
        folder: Made where it is not there; files of the same names are replaced.
        plan: What to make.
        row_group: Rows in a row group of the files.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, frame in enumerate(chunks(plan)):
        path = folder / f"part-{number:05}.parquet"
        frame.write_parquet(path, compression="zstd", row_group_size=row_group)
        written.append(path)
    return written


def chunks(plan: Plan) -> Iterator[pl.DataFrame]:
    """The records of a plan, `CHUNK` rows at a time."""
    lists = _lists(plan)
    for number, start in enumerate(range(0, plan.rows, CHUNK)):
        dice = np.random.Generator(np.random.PCG64([plan.seed, number]))
        yield _chunk(plan, lists, dice, start, min(CHUNK, plan.rows - start))


def _chunk(plan: Plan, lists: _Lists, dice: np.random.Generator, start: int, height: int) -> pl.DataFrame:
    # A month is a run of rows, as where a file is added each month.
    month = (start + np.arange(height)) * plan.months // plan.rows
    country = np.searchsorted(lists.of_country, dice.random(height))
    # Each partner has its own order of products, else all would buy the same.
    code = (np.searchsorted(lists.of_code, dice.random(height)) + country * 37) % CODES
    seasons = 1 + 0.1 * np.sin(2 * np.pi * month / 12)
    value = 4_000.0 * seasons * 1.006**month / np.maximum(dice.random(height), 1e-9) ** 0.7
    whole = value.astype(np.int64)
    return pl.DataFrame(
        {
            "month": lists.months.gather(month),
            "flow": pl.Series((dice.random(height) < 0.45).astype(np.int8)).replace_strict(
                {1: "E", 0: "I"}, return_dtype=pl.String
            ),
            "country": lists.countries.gather(country),
            "hs6": lists.codes.gather(code),
            "value": whole,
            "quantity": whole // (1 + code % 97),
        },
        schema=SCHEMA,
    )


def _lists(plan: Plan) -> _Lists:
    months = pl.date_range(FIRST, interval="1mo", closed="both", eager=True, end=_last(plan.months))
    return _Lists(
        months,
        pl.Series(_countries(plan.partners)),
        pl.Series(_codes()),
        _zipf(plan.partners, _PARTNERS),
        _zipf(CODES, _PRODUCTS),
    )


def _last(months: int) -> date:
    return date(FIRST.year + (months - 1) // 12, (months - 1) % 12 + 1, 1)


def _zipf(count: int, exponent: float) -> NDArray[np.float64]:
    """Cumulative chances of ranks 1 to *count*, each in proportion to ``rank ** -exponent``."""
    weights = np.arange(1, count + 1) ** -exponent
    cumulative: NDArray[np.float64] = np.cumsum(weights / weights.sum())
    cumulative[-1] = 1.0
    return cumulative


def _countries(count: int) -> list[str]:
    """Codes of two letters, the largest partners first."""
    from tradecli.facts import places

    # An area is no partner of a declaration: a table with one would have it in its members too.
    others = sorted(
        place.code
        for place in places.places().values()
        if place.level == "country" and len(place.code) == 2 and place.code.isalpha() and place.code != "TW"
    )
    return [*LARGEST, *(code for code in others if code not in LARGEST)][:count]


def _codes() -> list[str]:
    """Six digits each, spread over the 97 chapters; more of them in machinery, as in the HS."""
    chapters = [number for number in range(1, 98) if number != 77] + [84, 85] * 12
    return [f"{chapters[place % len(chapters)]:02}{place:04}" for place in range(CODES)]


def main() -> None:
    """Write as many rows as asked for into a folder."""
    folder, rows = Path(sys.argv[1]), int(sys.argv[2])
    files = write(folder, Plan(rows))
    size = sum(path.stat().st_size for path in files)
    sys.stdout.write(f"{rows:,} rows in {len(files)} files, {size / 2**20:,.0f} MiB\n")


if __name__ == "__main__":
    main()
