"""What was known on a day, over 10, 100 and 1,000 vintages: the program's own function against DuckDB's SQL.

Importing either takes longer than an answer, so each contender is one process that reads the
observations once, answers for many days, and tells how long each took and what it answered.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Contender, Failed

VINTAGES = (10, 100, 1_000)
DAYS = 40
FIRST = date(2010, 1, 15)
#: Each vintage states so many months again, of so many partners.
_MONTHS, _PARTNERS = 18, 12
_SQL = """
select partner, flow, period, months, value, vintage from (
  select *, case span when 'month' then 1 when 'quarter' then 3 when 'year' then 12
                 else month(period) end as months
  from observations where vintage <= $day)
qualify row_number() over (
  partition by partner, flow, period, months
  order by vintage desc, span = 'month' desc, precision, span = 'year_to_date') = 1
order by partner, flow, period, months
"""


def write(path: Path, vintages: int) -> None:
    """Made-up observations: every vintage states the last months anew, some of them revised."""
    import polars as pl

    from tradecli.schema import OBSERVATIONS

    dice = random.Random(20_261_124)
    rows: list[dict[str, Any]] = []
    for number in range(vintages):
        # Vintages are weekly, so that a month is stated by many of them.
        vintage = FIRST + timedelta(days=7 * number)
        last = vintage.year * 12 + vintage.month - 2
        for index in range(_MONTHS):
            month = date((last - index) // 12, (last - index) % 12 + 1, 1)
            span = "year_to_date" if index % 6 == 5 else "month"
            for partner in range(_PARTNERS):
                value = 1_000_000 * (100 + partner) + dice.randrange(1_000) * 1_000
                rows += [
                    _row(f"P{partner}", flow, span, month, value, vintage) for flow in ("export", "import")
                ]
    pl.DataFrame(rows, schema=OBSERVATIONS).write_parquet(path)


def _row(partner: str, flow: str, span: str, month: date, value: int, vintage: date) -> dict[str, Any]:
    return {
        "source": "made-up",
        "reporter": "TW",
        "partner": partner,
        "flow": flow,
        "commodity": "TOTAL",
        "classification": "total",
        "adjustment": "none",
        "span": span,
        "period": month,
        "value": value,
        "currency": "USD",
        "precision": 1_000,
        "vintage": vintage,
        "vintage_basis": "published",
        "known_by": vintage,
        "origin": f"made-up-{vintage}",
    }


def days(vintages: int) -> list[date]:
    """Days to ask for, spread over all vintages."""
    dice = random.Random(7)
    return [FIRST + timedelta(days=dice.randrange(7 * vintages)) for _ in range(DAYS)]


def work(engine: str, path: Path, vintages: int) -> dict[str, Any]:
    """Answer for every day; the milliseconds of each, and a digest of all answers."""
    ask = {"trade": _trade, "duckdb": _duckdb}[engine](path)
    ask(FIRST)
    taken, digest = [], sha256()
    for day in days(vintages):
        begun = time.perf_counter()
        frame = ask(day)
        taken.append(1_000 * (time.perf_counter() - begun))
        digest.update(repr(frame.rows()).encode())
    return {"ms": taken, "digest": digest.hexdigest(), "rows": frame.height}


def _trade(path: Path) -> Callable[[date], Any]:
    import polars as pl

    from tradecli.vintages import known_on, newest

    table = pl.read_parquet(path)

    def ask(day: date) -> pl.DataFrame:
        found = newest(table.filter(known_on(day)), by=["partner", "flow"])
        # `oldest` is the vintage itself where a figure has no members.
        told = found.with_columns(pl.col("oldest").cast(pl.Int32).cast(pl.Date).alias("vintage"))
        return told.select(
            "partner", pl.col("flow").cast(pl.String), "period", "months", "value", "vintage"
        ).sort("partner", "flow", "period", "months")

    return ask


def _duckdb(path: Path) -> Callable[[date], Any]:
    import duckdb
    import polars as pl

    connection = duckdb.connect()
    connection.execute("create table observations as select * from read_parquet($path)", {"path": str(path)})

    def ask(day: date) -> Any:
        return pl.from_arrow(connection.execute(_SQL, {"day": day}).to_arrow_table())

    return ask


def main(vintages: Sequence[int] = VINTAGES) -> Iterator[str]:
    """Measure each number of vintages; one table."""
    lines = [
        f"as of a day: the newest figure of every window, median of {DAYS} days, answers equal",
        f"{'vintages':>9}{'rows':>11}{'trade ms':>10}{'DuckDB ms':>11}{'ratio':>7}",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for count in vintages:
            path = Path(folder) / f"{count}.parquet"
            _run("write", path, count)
            ours, theirs = (json.loads(_run(engine, path, count)) for engine in ("trade", "duckdb"))
            if ours["digest"] != theirs["digest"]:
                raise Failed(f"as of a day, {count} vintages: the answers differ")
            fast, other = statistics.median(ours["ms"]), statistics.median(theirs["ms"])
            rows = count * _MONTHS * _PARTNERS * 2
            lines.append(f"{count:>9,}{rows:>11,}{fast:>10.1f}{other:>11.1f}{fast / other:>7.2f}")
    yield "\n".join(lines)


def _run(what: str, path: Path, vintages: int) -> bytes:
    command = [sys.executable, "-m", "tests.benchmarks.asof", what, str(path), str(vintages)]
    return measuring.run(Contender(f"as of, {what}", command)).out


if __name__ == "__main__":
    name, place, number = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if name == "write":
        write(place, number)
    else:
        json.dump(work(name, place, number), sys.stdout)
