"""Why files of a table cannot be read, in the words of the engine that tried."""

from __future__ import annotations

import polars as pl

from tradecli.errors import InvalidData, QueryError, SourceError
from tradecli.own_table.files import Files
from tradecli.wording import Wording

#: What polars raises of a file that it cannot read; of a damaged one it may panic.
POLARS = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)


def unreadable(files: Files, engine: str, error: BaseException) -> InvalidData | SourceError:
    """Why files cannot be read as what their names say, in the words of the engine."""
    path = files.root or files.files[0].path
    if "utf-8" in str(error).lower():
        return InvalidData(
            "{path}: its text is not UTF-8",
            hint="write it as UTF-8: iconv -f BIG5 -t UTF-8 OLD >NEW",
            path=path,
        )
    if "found more fields" in str(error):
        return InvalidData(
            "{path}: a row has more cells than its first line names columns",
            hint="the first line must be that of the names; take out titles above it",
            path=path,
        )
    reason = " ".join(str(error).split())[:200]
    if files.remote and "object-store error" in reason:
        return SourceError(
            "{path} cannot be reached: {reason}",
            hint="look at the address and the connection, or copy the files here",
            path=path,
            reason=reason,
        )
    return InvalidData(
        "{path}: {engine} cannot read it: {reason}",
        hint="every file must be of the format its name says",
        path=path,
        engine=engine,
        reason=reason,
    )


def not_installed(engine: str, error: ImportError) -> QueryError:
    """That an engine is not there, and how to get it."""
    name = engine.partition("://")[0]
    extra = {"duckdb": "engines", "spark": "spark"}.get(name, "")
    return QueryError(
        "the engine {name} is not installed: {error}",
        hint=Wording("install it: pip install 'tradecli[{extra}]'", extra=extra)
        if extra
        else "install narwhals",
        name=name,
        error=error,
    )
