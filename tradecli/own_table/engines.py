"""The engines that read an own table: polars, which streams it; DuckDB; Spark, here or on a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from tradecli.errors import InvalidData, QueryError, TradeError
from tradecli.own_table.files import File, Files, batches
from tradecli.own_table.groups import LIMIT, MEASURES, PART, VALUE_RULES, Wanted
from tradecli.own_table.mapping import Mapping

if TYPE_CHECKING:
    import narwhals as nw

#: Rows looked at to see how a table is written.
PEEK = 1_000
#: What a sum of a batch must stay below for it to be certain that it did not overflow.
_SAFE = 2**62


def sums(
    files: Files, mapping: Mapping, wanted: Wanted, engine: str, *, window: tuple[int, int] | None = None
) -> pl.DataFrame:
    """Add up the records of some files; see `monthly.monthly`.

    Polars takes a few files at a time, so that memory holds the groups of those and not of all; the
    other engines bring their own way to bound it.

    Args:
        files: Where the records are.
        mapping: What their columns are called.
        wanted: What to tell apart.
        engine: Which computes the sums.
        window: Only so many rows, from one on; see `windows`.

    Returns:
        A row for each group, or for each batch's: `Wanted.keys`, `decimals` and `groups.MEASURES`.

    Raises:
        QueryError: A column is missing or of a wrong type, or the engine is not installed.
        InvalidData: A file cannot be read as what its name says.
    """
    lists = batches(files.files) if engine == "polars" else [list(files.files)]
    parts = [_sums(files._replace(files=tuple(run)), mapping, wanted, engine, window) for run in lists]
    columns = [*wanted.keys, "decimals", *MEASURES]
    return pl.concat([part.select(columns) for part in parts])


def windows(files: Files, engine: str, height: int) -> list[tuple[int, int] | None]:
    """The rows of a file in runs of *height*, as first row and number; None where it is read as a whole.

    Only polars, of Parquet and Arrow files, can begin in the middle without reading what is before.
    """
    if engine != "polars" or files.format not in {"parquet", "arrow"}:
        return [None]
    rows = collected(lambda frame: frame.select(rows=_length()), files, engine)["rows"].item()
    return [(first, height) for first in range(0, rows, height)] or [None]


def _length() -> nw.Expr:
    import narwhals as nw

    return nw.len()


def _sums(
    files: Files, mapping: Mapping, wanted: Wanted, engine: str, window: tuple[int, int] | None
) -> pl.DataFrame:
    """The groups of some files: quickly where that is enough, else with care."""
    from tradecli.own_table.monthly import monthly

    def asked(*, careful: bool) -> pl.DataFrame:
        return collected(
            lambda frame: monthly(frame, mapping, wanted, careful=careful), files, engine, window=window
        )

    quick: pl.DataFrame | None = None
    if engine == "polars":
        # What a quick reading fails at is either read with care or refused by that.
        with suppress(InvalidData):
            quick = asked(careful=False)
        if quick is not None and _enough(quick):
            nothing = (pl.lit(0, pl.Int64).alias(name) for name in VALUE_RULES)
            return _normal(quick.with_columns(*nothing, high=pl.lit(0, pl.Int64)))
    return _normal(asked(careful=True))


def _enough(quick: pl.DataFrame) -> bool:
    """Whether every row was good and no sum can have overflowed."""
    most = pl.col("most").fill_null(0)
    good = (pl.col("rows") == pl.col("good")) & (pl.col("least") >= 0) & (most <= LIMIT)
    if "lowest" in quick.columns:
        # A sign would have passed for part of a number.
        good &= pl.col("lowest").fill_null("0") >= "0"
    checked = quick.select(
        good.all().alias("good"), (most.cast(pl.Float64) * pl.col("good")).max().alias("most")
    )
    every, largest = checked.row(0)
    return bool(every) and (largest or 0.0) < _SAFE


def _normal(groups: pl.DataFrame) -> pl.DataFrame:
    """Measures as integers, sums with a low part below 2^31, so that sums of sums cannot overflow either."""
    whole = groups.with_columns(pl.col(*MEASURES, "decimals").fill_null(0).cast(pl.Int64))
    return whole.with_columns(low=pl.col("low") % PART, high=pl.col("high") + pl.col("low") // PART)


def collected(
    asked: Callable[[nw.LazyFrame[Any]], nw.LazyFrame[Any]],
    files: Files,
    engine: str,
    *,
    window: tuple[int, int] | None = None,
) -> pl.DataFrame:
    """What is asked of some files, run by an engine; the answer is small and in memory.

    Raises:
        QueryError: The question cannot be asked of the table, or the engine is not installed.
        InvalidData: A file cannot be read as what its name says.
    """
    import narwhals as nw

    try:
        opened = _OPEN[engine.partition("://")[0]](files, engine)
        if window:
            opened = opened.slice(*window)
        answer = asked(nw.from_native(opened))
        native = answer.to_native()
        if isinstance(native, pl.LazyFrame):
            return native.collect(engine="streaming")
        return pl.from_arrow(answer.collect("pyarrow").to_native())  # type: ignore[return-value]
    except TradeError:
        raise
    except ImportError as error:
        raise _not_installed(engine, error) from None
    except Exception as error:
        # Every engine has errors of its own, and most have no class in common.
        reason = " ".join(str(error).split())[:200]
        raise InvalidData(
            f"{files.root or files.files[0].path}: {engine} cannot read it: {reason}",
            hint="every file must be of the format its name says, with the same columns",
        ) from error


def peek(files: Files) -> pl.DataFrame:
    """The first rows of the first file, to see how the table is written.

    Raises:
        InvalidData: The file cannot be read as what its name says.
    """
    try:
        return _polars(files._replace(files=files.files[:1]), "polars").head(PEEK).collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InvalidData(f"{files.files[0].path} cannot be read: {reason}") from None


def odd_texts(files: Files, name: str) -> list[str]:
    """The texts of a column that begin with no digit, a thousand of them at most.

    Of Parquet only the statistics are read where there are none.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    import narwhals as nw

    column = nw.col(name)
    odd = (column > "9\U0010ffff") | (column < "0")
    texts = collected(lambda frame: frame.filter(odd).select(name).unique().head(PEEK), files, "polars")
    return sorted(texts[name].drop_nulls().to_list())


def _not_installed(engine: str, error: ImportError) -> QueryError:
    name = engine.partition("://")[0]
    extra = {"duckdb": "engines", "spark": "spark"}.get(name, "")
    return QueryError(
        f"the engine {name} is not installed: {error}",
        hint=f"install it: pip install 'tradecli[{extra}]'" if extra else "install narwhals",
    )


def _paths(files: Sequence[File]) -> list[str]:
    return [file.path for file in files]


def _polars(files: Files, engine: str) -> pl.LazyFrame:
    paths = _paths(files.files)
    if files.format == "parquet":
        return pl.scan_parquet(paths, hive_partitioning=files.partitioned)
    if files.format == "arrow":
        return pl.scan_ipc(paths, hive_partitioning=files.partitioned)
    # Every cell is a text: a code keeps its leading zeros, a number all of its digits.
    return pl.scan_csv(paths, separator="\t" if files.format == "tsv" else ",", infer_schema=False)


def _duckdb(files: Files, engine: str) -> Any:
    import duckdb

    connection = _duckdb_connection()
    if files.format == "parquet":
        return connection.read_parquet(_paths(files.files), hive_partitioning=files.partitioned)
    if files.format == "arrow":
        raise QueryError("DuckDB reads no Arrow files", hint="leave out --engine, or write Parquet")
    separator = "\t" if files.format == "tsv" else ","
    relation: duckdb.DuckDBPyRelation = connection.read_csv(
        _paths(files.files),
        header=True,
        sep=separator,
        quotechar='"',
        escapechar='"',
        all_varchar=True,
        hive_partitioning=files.partitioned,
    )
    return relation


@cache
def _duckdb_connection() -> Any:
    import duckdb

    connection = duckdb.connect()
    connection.execute("set TimeZone = 'UTC'")
    return connection


def _spark(files: Files, engine: str) -> Any:
    session = _spark_session(engine)
    reader = session.read
    if files.partitioned and files.root:
        reader = reader.option("basePath", os.path.abspath(files.root) if not files.remote else files.root)
    paths = [path if files.remote else os.path.abspath(path) for path in _paths(files.files)]
    if files.format == "parquet":
        return reader.parquet(*paths)
    if files.format == "arrow":
        raise QueryError("Spark reads no Arrow files", hint="leave out --engine, or write Parquet")
    separator = "\t" if files.format == "tsv" else ","
    return reader.option("header", "true").option("sep", separator).option("escape", '"').csv(paths)


@cache
def _spark_session(engine: str) -> Any:
    """A session of one's own, or that of a cluster: `spark` starts it here, `spark://host` connects."""
    from pyspark.sql import SparkSession

    _, _, address = engine.partition("://")
    builder = SparkSession.builder.appName("trade").config("spark.sql.session.timeZone", "UTC")
    if address:
        host = address if ":" in address else f"{address}:15002"
        return builder.remote(f"sc://{host}").getOrCreate()
    quiet = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "8",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in quiet.items():
        builder = builder.config(name, value)
    session = builder.master("local[*]").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


_OPEN: dict[str, Callable[[Files, str], Any]] = {"polars": _polars, "duckdb": _duckdb, "spark": _spark}
