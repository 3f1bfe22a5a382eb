"""What Spark is asked, in a process of its own, for it leaves threads behind; the outcome as JSON.

    python -m tests.own_table.on_spark FOLDER

First a cluster of two workers, each a process with memory of its own, then this machine alone: one start of
Java serves both. Each outcome lists what differs, so that an empty one is as it should be.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

CLUSTER = "local-cluster[2,1,512]"
#: Java's quick compiler alone: the queries are small, and over before the other would pay.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def ask_less() -> None:
    """Ask Java for each of its functions once, and tell it nothing of what is no longer needed.

    An expression is made of hundreds of objects there, one call each; these were three in four of the calls.
    """
    from pyspark import SparkContext
    from pyspark.sql.functions import builtin

    builtin._get_jvm_function = cache(builtin._get_jvm_function)
    SparkContext._gateway._gateway_client.gateway_property.enable_memory_management = False


def for_little() -> None:
    """Let Spark plan no more than forty rows need; the records of `same_csv` it plans as usual."""
    from tradecli.own_table import opening

    session = opening._spark_session("spark")
    session.conf.set("spark.sql.adaptive.enabled", "false")
    session.conf.set("spark.sql.shuffle.partitions", "1")


def cluster() -> Any:
    """A session on two workers; who asks for one afterwards gets it."""
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executor.memory": "512m",
        "spark.executor.extraJavaOptions": JAVA,
    }
    builder = SparkSession.builder.appName("tests").master(CLUSTER)
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def workers(session: Any) -> int:
    """How many workers have answered; the driver is none."""
    session.range(100, numPartitions=4).count()
    return int(session.sparkContext._jsc.sc().getExecutorMemoryStatus().size()) - 1


def same_csv(folder: Path) -> list[str]:
    """Questions whose CSV is not byte for byte that of polars."""
    from tests.benchmarks import report
    from tests.benchmarks.customs import Plan, write
    from tradecli.cli import main

    records = folder / "records"
    if not records.exists():
        write(records, Plan(4_000, months=26, partners=12))
    different = []
    for number, words in enumerate((["surplus", "--partner", "US"], ["drivers", "--by", "commodity"])):
        files = [folder / f"{engine}-{number}.csv" for engine in ("polars", "spark")]
        for engine, path in zip(("polars", "spark"), files, strict=True):
            asked = [*words, *report.table_of(records), "--engine", engine, "--output", str(path)]
            if main(asked):
                different.append(f"{words} on {engine}: no answer")
        if len({path.read_bytes() for path in files}) > 1 or not files[0].stat().st_size:
            different.append(f"{words}")
    return different


def odd_tables(folder: Path) -> list[int]:
    """The seeds of odd tables of which Spark says other than polars."""
    from tests.own_table.odd import SEEDS, odd
    from tests.own_table.test_engines import QUESTIONS, said

    def one(seed: int, engine: str) -> object:
        asked = QUESTIONS[seed % len(QUESTIONS)]
        # Of chapters the first partner is asked, or the second: each takes Spark a sum of its own.
        first = seed % 2
        return said(odd(seed, folder, engine), asked._replace(partners=asked.partners[first : first + 1]))

    for_little()
    # Spark takes long for each: the third of the tables that has nine in ten of the pairs of oddities.
    return [seed for seed in SEEDS[:35] if one(seed, "polars") != one(seed, "spark")]


def by_hand(folder: Path) -> list[str]:
    """Sums that are not those worked out by hand."""
    from tests.own_table.made import made
    from tests.own_table.test_random_tables import compare

    different = []
    for seed in range(4):
        table = made(seed, folder, engine="spark")
        for code in ("", "010121"):
            try:
                compare(table, code, 1)
            except AssertionError as error:
                different.append(f"{seed} {code}: {error}"[:500])
    return different


def legs(folder: Path) -> list[tuple[str, int]]:
    """Figures of a table of two layouts; see `test_shapes`."""
    from tests.own_table.test_layouts import CASES, laid
    from tradecli.own_table import Asked, Table, answer

    files = CASES["Brazil, with columns that imports alone have"].files
    table = Table.named(str(laid(folder / "legs", files)), "", "spark").of_reporter("")
    rows = answer(table, Asked(table.reporter, partners=("CN",))).rows.to_dicts()
    found = [(row["flow"], row["value"]) for row in rows]
    return [] if found == [("export", 9), ("export", 8), ("import", 4), ("import", 3)] else found


def outcome(folder: Path) -> dict[str, object]:
    """Everything, the cluster first."""
    from tradecli.own_table import answering, opening
    from tradecli.own_table import records as own_records

    session = cluster()
    ask_less()
    found: dict[str, object] = {"workers": workers(session), "master": session.sparkContext.master}
    found["csv on two workers"] = same_csv(folder)
    session.stop()
    opening._spark_session.cache_clear()
    answering._answered.cache_clear()
    own_records._read.cache_clear()
    own_records._sums.cache_clear()
    parts: dict[str, Callable[[Path], object]] = {
        "csv": same_csv,
        "odd tables": odd_tables,
        "sums by hand": by_hand,
        "legs": legs,
    }
    return found | {name: part(folder) for name, part in parts.items()}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.stdout.write(json.dumps(outcome(Path(sys.argv[1]))) + "\n")
