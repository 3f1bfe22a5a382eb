"""Files as each engine opens them: the files that are named and no others, columns by their names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

import polars as pl

from tradecli.errors import QueryError
from tradecli.own_table import copies, legs
from tradecli.own_table.files import File, Files
from tradecli.own_table.groups import FILE


def opened(files: Files, engine: str, *, by_file: bool = False) -> Any:
    """A lazy table of files that have the same columns, in the engine's own kind.

    Args:
        files: Of one schema and one leg; see `alike`.
        engine: Its name, or the address of a cluster.
        by_file: Whether a column `groups.FILE` names the file of each row.

    Raises:
        QueryError: The engine does not read files of the format.
    """
    native = _OPEN[engine.partition("://")[0]](files, engine, by_file)
    if not files.legs:
        return native
    [leg] = files.legs
    return legs.with_columns(native, leg)


def alike(files: Files) -> Iterator[Files]:
    """The files in groups of the same columns and types, for each leg: others are never put together."""
    for leg in files.legs or (None,):
        groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[File]] = {}
        for file in files.files:
            if leg is None or not leg.files or file.path in leg.files:
                one = _of(files, file)
                groups.setdefault((_separator(one), schema_of(one)), []).append(file)
        for group in groups.values():
            yield files._replace(files=tuple(group), legs=(leg,) if leg else ())


def columns_of(files: Files) -> frozenset[str]:
    """The columns of files of one schema and leg, with those that are made."""
    names = {name for name, _ in schema_of(_one(files))}
    return frozenset(names | files.legs[0].names if files.legs else names)


@lru_cache(maxsize=10_000)
def schema_of(files: Files) -> tuple[tuple[str, str], ...]:
    """The columns of a file and their types."""
    if files.remote:
        return ()
    schema = _polars(files, "polars", False).collect_schema()
    return tuple((name, str(dtype)) for name, dtype in schema.items())


def _paths(files: Files) -> list[str]:
    """The paths to open: of a text that is written otherwise than engines read, that of its copy."""
    texts = {file: files.text(file) for file in files.files} if files.texts else {}
    return [
        copies.copy_of(file, text) if (text := texts.get(file)) and not text.readable else file.path
        for file in files.files
    ]


def _separator(files: Files) -> str:
    if text := files.text(files.files[0]):
        return text.separator
    return "\t" if files.format == "tsv" else ","


def _polars(files: Files, engine: str, by_file: bool) -> pl.LazyFrame:
    paths = _paths(files)
    name = FILE if by_file else None
    # A name that was found is no pattern; an address may be one.
    glob = files.remote
    if files.format == "parquet":
        return pl.scan_parquet(paths, hive_partitioning=files.partitioned, glob=glob, include_file_paths=name)
    if files.format == "arrow":
        return pl.scan_ipc(paths, hive_partitioning=files.partitioned, glob=glob, include_file_paths=name)
    # Every cell is a text: a code keeps its leading zeros, a number all of its digits.
    return pl.scan_csv(
        paths, separator=_separator(files), infer_schema=False, glob=glob, include_file_paths=name
    )


def _duckdb(files: Files, engine: str, by_file: bool) -> Any:
    connection = _duckdb_connection()
    connection.execute(f"set TimeZone = '{_zone(files)}'")
    if files.remote:
        _reach(connection, files.files[0].path.partition("://")[0])
    paths = [path if files.remote else literal(path) for path in _paths(files)]
    if files.format == "parquet":
        return _named(
            connection.read_parquet(paths, hive_partitioning=files.partitioned, filename=by_file), by_file
        )
    if files.format == "arrow":
        raise QueryError("DuckDB reads no Arrow files", hint="leave out --engine, or write Parquet")
    names = [name for name, _ in schema_of(_one(files))]
    said: dict[str, Any] = {"columns": dict.fromkeys(names, "VARCHAR")} if names else {"all_varchar": True}
    relation = connection.read_csv(
        paths,
        header=True,
        sep=_separator(files),
        quotechar='"',
        escapechar='"',
        filename=by_file,
        hive_partitioning=files.partitioned,
        null_padding=True,
        parallel=False,
        auto_detect=not names,
        **said,
    )
    return _named(relation, by_file)


def _named(relation: Any, by_file: bool) -> Any:
    """The column that names files, as it is called everywhere."""
    return relation.project(f'* exclude (filename), filename as "{FILE}"') if by_file else relation


def literal(path: str) -> str:
    """A path as a pattern that only it matches."""
    return "".join(f"[{sign}]" if sign in "[]*?" else sign for sign in path)


@cache
def _duckdb_connection() -> Any:
    import duckdb

    connection = duckdb.connect()
    # Where Python is asked line by line it would be printed among the answers.
    connection.execute("set enable_progress_bar = false")
    return connection


def _reach(connection: Any, scheme: str) -> None:
    """Let DuckDB read addresses as Python does, where Python can; else it needs an extension of its own."""
    with suppress(ImportError, ValueError):
        import fsspec

        if scheme not in connection.list_filesystems():
            connection.register_filesystem(fsspec.filesystem(scheme))


def _zone(files: Files) -> str:
    """The time zone that moments are written in: a month is a month there, whoever reads it."""
    zones = [
        kind.rpartition("time_zone='")[2].partition("'")[0]
        for _, kind in schema_of(_one(files))
        if "time_zone='" in kind
    ]
    return zones[0] if zones else "UTC"


def _one(files: Files) -> Files:
    return _of(files, files.files[0])


def _of(files: Files, file: File) -> Files:
    """One of the files as it is, with nothing made of it."""
    text = files.text(file)
    return files._replace(files=(file,), texts=((file.path, text),) if text else (), legs=())


def _spark(files: Files, engine: str, by_file: bool) -> Any:
    from pyspark.sql.functions import input_file_name

    session = _spark_session(engine)
    session.conf.set("spark.sql.session.timeZone", _zone(files))
    reader = session.read
    if files.partitioned and files.root:
        reader = reader.option("basePath", os.path.abspath(files.root) if not files.remote else files.root)
    paths = [path if files.remote else _escaped(os.path.abspath(path)) for path in _paths(files)]
    if files.format == "arrow":
        raise QueryError("Spark reads no Arrow files", hint="leave out --engine, or write Parquet")
    if files.format == "parquet":
        frame = reader.parquet(*paths)
    else:
        reader = reader.option("header", "true").option("sep", _separator(files)).option("escape", '"')
        names = [name for name, _ in schema_of(_one(files))]
        if names:
            # Without a schema it opens the files once more, by names that it takes for patterns.
            quoted = (name.replace("`", "``") for name in names)
            reader = reader.schema(", ".join(f"`{name}` string" for name in quoted))
        frame = reader.option("multiLine", "true").csv(paths)
    return frame.withColumn(FILE, input_file_name()) if by_file else frame


def _escaped(path: str) -> str:
    return "".join(f"\\{sign}" if sign in "[]*?{}\\" else sign for sign in path)


def plain_name(text: str) -> str:
    """The path of a file as an engine names it; Spark gives an address."""
    return copies.original(unquote(text.removeprefix("file://")) if text.startswith("file:/") else text)


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
        # Of each column it would ask where in Python it was written: half the time of a small table.
        "spark.python.sql.dataFrameDebugging.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in quiet.items():
        builder = builder.config(name, value)
    session = builder.master("local[*]").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


_OPEN: dict[str, Callable[[Files, str, bool], Any]] = {"polars": _polars, "duckdb": _duckdb, "spark": _spark}
