"""A store of 50 million observations: what `trade surplus` reads of it, and how long that takes.

    python -m tests.benchmarks.store_size FOLDER ROWS

The store is written by the program's own code, a vintage a month: totals of every partner, and
every partner's trade in thousands of HS codes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Contender, Measured

if TYPE_CHECKING:
    import polars as pl

    from tradecli.store.writing import Addition

ROWS = 50_000_000
#: Rows of one vintage: as many as a country's monthly file by partner and HS6 has.
VINTAGE = 1_000_000
PARTNERS = 200
QUESTIONS = {
    "surplus, world": ["surplus", "--format", "csv"],
    "surplus, one partner": ["surplus", "--partner", "US", "--format", "csv"],
    "surplus, as of a day": ["surplus", "--partner", "US", "--as-of", "2011-06-30", "--format", "csv"],
}


class Size(NamedTuple):
    """How large a store is: bytes of its tables, and how many there are."""

    bytes: int
    files: int


def write(folder: Path, rows: int) -> None:
    """Fill a store with so many observations, a million a vintage, through the program's own code."""
    from tradecli.store import writing

    count = -(-rows // VINTAGE)
    for number in range(count):
        frame = vintage(number, min(VINTAGE, rows - number * VINTAGE))
        writing.commit(folder, [_addition(frame)])


def vintage(number: int, rows: int) -> pl.DataFrame:
    """A month of trade as one release states it: totals of every partner, and their trade by code."""
    import polars as pl

    from tradecli.facts import places
    from tradecli.schema import OBSERVATIONS

    known = [place.code for place in places.places().values() if place.level == "country"]
    partners = ["WORLD", "US", *(code for code in known if code not in {"TW", "US"})][:PARTNERS]
    month = date(2010 + number // 12, number % 12 + 1, 1)
    day = date(month.year + month.month // 12, month.month % 12 + 1, 20)
    codes = [f"{85_0000 + 100 * place % 9_9999:06}" for place in range(rows // (2 * len(partners)))]
    grid = pl.DataFrame({"partner": partners}).join(pl.DataFrame({"flow": ["export", "import"]}), how="cross")
    total = grid.with_columns(commodity=pl.lit("TOTAL"), classification=pl.lit("total"))
    goods = grid.join(pl.DataFrame({"commodity": sorted(set(codes))}), how="cross")
    both = pl.concat([total, goods.with_columns(classification=pl.lit("hs"))])
    value = (pl.struct("partner", "flow", "commodity").hash(number) % 10**6 + 1) * 1_000
    fixed = {
        "source": pl.lit("mof"),
        "reporter": pl.lit("TW"),
        "adjustment": pl.lit("none"),
        "span": pl.lit("month"),
        "period": pl.lit(month),
        "value": value.cast(pl.Int64),
        "currency": pl.lit("USD"),
        "precision": pl.lit(1_000, pl.Int64),
        "vintage": pl.lit(day),
        "vintage_basis": pl.lit("published"),
        "known_by": pl.lit(day),
        "origin": pl.lit(f"mof-{day}-made-up"),
    }
    return both.with_columns(**fixed).select(*OBSERVATIONS)


def _addition(frame: pl.DataFrame) -> Addition:
    import hashlib

    from tradecli.store import writing
    from tradecli.store.manifest import Entry

    day, origin = str(frame["vintage"][0]), str(frame["origin"][0])
    raw = f"made up, {origin}".encode()
    told = {
        **dict.fromkeys(Entry._fields, ""),
        "id": origin,
        "source": "mof",
        "name": "made-up.csv",
        "retrieved": f"{day}T00:00:00+00:00",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "vintage": day,
        "vintage_basis": "published",
        "known_by": day,
        "publisher": "made up",
    }
    entry = Entry(**{**told, "bytes": len(raw), "rows": 0})  # type: ignore[arg-type]
    return writing.addition(entry, raw, frame, frame.clear())


def size(folder: Path) -> Size:
    """The tables of a store."""
    tables = [path.stat().st_size for path in (folder / "observations").rglob("*.parquet")]
    return Size(sum(tables), len(tables))


def main(folder: Path, rows: int = ROWS, rounds: int = 3) -> Iterator[str]:
    """Measure the questions over a store of so many observations, beside the same without a store."""
    store = folder / f"store-{rows}"
    if not (folder / f"store-{rows}.complete").exists():
        words = [sys.executable, "-m", "tests.benchmarks.store_size", str(store), str(rows)]
        measuring.run(Contender("store", words))
        (folder / f"store-{rows}.complete").touch()
    held = size(store)
    nowhere = {"TRADE_DATA_DIR": str(folder / "nowhere")}
    empty = "surplus, embedded data alone"
    asked = [Contender(empty, [measuring.TRADE, *QUESTIONS["surplus, world"]], nowhere)]
    own = {"TRADE_DATA_DIR": str(store)}
    asked += [Contender(name, [measuring.TRADE, *words], own) for name, words in QUESTIONS.items()]
    found = measuring.measured(asked, rounds=rounds)
    title = f"a store of {rows:,} observations in {held.files} vintages, {held.bytes / 2**20:,.0f} MiB"
    yield measuring.table(title, found, empty)
    yield "\n".join(_touched(found, held, empty))


def _touched(found: dict[str, Measured], held: Size, empty: str) -> Iterator[str]:
    """How much of the tables each question read; what starting the program reads is taken off."""
    for name, one in found.items():
        if name != empty:
            read = max(0.0, one.read - found[empty].read)
            yield f"{name:<24} read {read / 2**20:8.1f} MiB, {read / held.bytes:6.1%} of the tables"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
