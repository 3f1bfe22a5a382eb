"""A refresh with nothing new, and the parse of a whole file beside polars' bare reading of it."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Contender, Failed, Measured

#: A file as the ministry sent it: 202 partners, 22 years of months.
FULL = Path(__file__).parents[2] / "fixtures" / "mof" / "2023-06-07" / "u2010im.csv"
PARSES = 15
FETCH = ["fetch", "mof", "--format", "csv"]


def nothing_new(rounds: int = measuring.ROUNDS) -> Iterator[str]:
    """`trade fetch` where every file is held already, against a server on this machine."""
    from tests.live import Desk
    from tests.publishers import Ministry
    from tests.server import Server

    with tempfile.TemporaryDirectory() as folder, Server() as server:
        desk = Desk(Path(folder) / "store", server)
        desk.serve(Ministry())
        environment = {name: value for name, value in desk.environment.items() if name.startswith("TRADE_")}
        first = measuring.run(Contender("first fetch", [measuring.TRADE, *FETCH], environment))
        before = _written(desk.folder)
        server.log.clear()
        contenders = [
            Contender("import polars", [sys.executable, "-c", "import polars"]),
            Contender("import polars, httpx", [sys.executable, "-c", "import polars, httpx"]),
            Contender("trade fetch mof, nothing new", [measuring.TRADE, *FETCH], environment),
        ]
        found = measuring.measured(contenders, rounds=rounds)
        found["trade fetch mof, the first time"] = Measured(*first)
        files = [seen for seen in server.log if "u2010" in seen.path]
        if not files or any("if-none-match" not in seen.headers for seen in files):
            raise Failed("a file was asked for without saying what is held")
        if _written(desk.folder) != before:
            raise Failed("a refresh with nothing new wrote")
        yield measuring.table("a refresh, beside the imports it needs", found, "import polars")
        yield f"{len(files)} conditional requests for files, no body sent, nothing rewritten"


def _written(folder: Path) -> dict[str, tuple[int, int]]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path): (os.stat(path).st_mtime_ns, os.stat(path).st_size) for path in files}


def work() -> dict[str, Any]:
    """Milliseconds of the program's reading of the whole file, and of polars' bare one."""
    import io
    from datetime import date

    import polars as pl

    from tradecli.sources import SOURCES
    from tradecli.sources.reading import File, Snapshot

    content = FULL.read_bytes()
    day = date(2023, 6, 7)
    snapshot = Snapshot(File(FULL.name, content), "mof-full", day, "published", day)

    def bare() -> int:
        wide = pl.read_csv(io.BytesIO(content.decode("cp950").encode()), infer_schema=False)
        long = wide.unpivot(index=wide.columns[0])
        return long.with_columns(pl.col("value").cast(pl.Int64, strict=False)).height

    ours, rows = _median(lambda: SOURCES["mof"].parse(snapshot).observations.height)
    theirs, cells = _median(bare)
    return {"ours": ours, "rows": rows, "theirs": theirs, "cells": cells, "bytes": len(content)}


def _median(parse: Callable[[], int]) -> tuple[float, int]:
    parse()
    taken, height = [], 0
    for _ in range(PARSES):
        begun = time.perf_counter()
        height = parse()
        taken.append(1_000 * (time.perf_counter() - begun))
    return statistics.median(taken), height


def whole_file() -> Iterator[str]:
    """The parse of a whole file beside polars' reading, unpivoting and casting of the same bytes."""
    command = [sys.executable, "-m", "tests.benchmarks.refreshing"]
    told = json.loads(measuring.run(Contender("parse", command)).out)
    yield "\n".join(
        [
            f"parse of a whole u2010 file, {told['bytes'] / 2**20:.2f} MiB, median of {PARSES}, milliseconds",
            f"{'trade, checked':<20}{told['rows']:>8,} observations {told['ours']:>8.1f}",
            f"{'polars, unchecked':<20}{told['cells']:>8,} cells        {told['theirs']:>8.1f}",
            f"{'ratio':<20}{'':>22}{told['ours'] / told['theirs']:>8.1f}",
        ]
    )


def main(rounds: int = measuring.ROUNDS) -> Iterator[str]:
    """Both."""
    yield from nothing_new(rounds)
    yield from whole_file()


if __name__ == "__main__":
    json.dump(work(), sys.stdout)
