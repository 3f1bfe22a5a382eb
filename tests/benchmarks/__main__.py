"""All benchmarks by one command: `python -m tests.benchmarks [NAMES...] [--rows N]`.

Every table is measured in one interleaved run of whole processes, medians of 5 rounds, with what
was compared. 100 million rows are made and read only where `--rows` asks for them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import (
    agents,
    asof,
    bars,
    cold_start,
    inprocess,
    measuring,
    refreshing,
    report,
    store_size,
)
from tests.benchmarks.measuring import Failed

#: Each size is ten times the one before.
SIZES = (1_000_000, 10_000_000, 100_000_000)


def _sizes(most: int) -> list[int]:
    return [size for size in SIZES if size < most] + [most]


BENCHMARKS: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "bars": lambda asked: bars.main(asked.folder, asked.rows, asked.rounds, quick=asked.quick),
    "start": lambda asked: cold_start.main(3 * asked.rounds),
    "inprocess": lambda _: inprocess.main(),
    "agents": lambda _: agents.main(),
    "asof": lambda _: asof.main(),
    "refresh": lambda asked: refreshing.main(asked.rounds),
    "report": lambda asked: report.main(asked.folder, _sizes(asked.rows), asked.rounds),
    "store": lambda asked: store_size.main(asked.folder, asked.observations, asked.rounds),
}


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which of {', '.join(BENCHMARKS)}; none means all")
    parser.add_argument("--rows", type=int, default=10_000_000, help="customs records of the report at most")
    parser.add_argument("--observations", type=int, default=store_size.ROWS, help="in the store")
    parser.add_argument("--rounds", type=int, default=measuring.ROUNDS, help="of which the medians are told")
    parser.add_argument("--folder", type=Path, help="where tables are made and kept for the next time")
    parser.add_argument("--quick", action="store_true", help="the bars alone, over small tables, one round")
    asked = parser.parse_args()
    asked.names = asked.names or (["bars"] if asked.quick else [])
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]!r}; there are {', '.join(BENCHMARKS)}")
    return asked


def run(asked: argparse.Namespace) -> int:
    """Run what was asked for, and print each table as soon as it is there; 1 where one failed."""
    compared = measuring.versions("polars", "narwhals", "duckdb", "pandas", "sqlite-utils")
    sys.stdout.write(f"{compared}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start\n")
    failed = 0
    for name in asked.names or BENCHMARKS:
        try:
            for part in BENCHMARKS[name](asked):
                sys.stdout.write(part + "\n" if name == "bars" else f"\n{part}\n")
                sys.stdout.flush()
        except Failed as error:
            sys.stdout.write(f"\n{name} FAILED: {error}\n")
            failed = 1
    return failed


def main() -> int:
    """Run with a folder that was named, or one that is gone afterwards."""
    asked = arguments()
    if asked.folder:
        asked.folder.mkdir(parents=True, exist_ok=True)
        return run(asked)
    with tempfile.TemporaryDirectory() as folder:
        asked.folder = Path(folder)
        return run(asked)


if __name__ == "__main__":
    raise SystemExit(main())
