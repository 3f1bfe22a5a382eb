"""Columns by name: a header is pinned, a missing column is refused, an unknown one is told."""

from __future__ import annotations

from collections.abc import Collection

from tradecli.errors import InvalidData
from tradecli.wording import Later, Wording


def records(
    rows: list[list[str]], *, required: Collection[str], known: Collection[str] = (), name: str
) -> tuple[list[dict[str, str]], list[str]]:
    """Read rows by the names of their columns; their order does not matter.

    Args:
        rows: The header and the rows under it, all of one width.
        required: The columns without which the file cannot be read.
        known: Columns that are of no use here, and no news.
        name: What to call the file in an error.

    Returns:
        A record for each row, and a notice for each column that is not known.

    Raises:
        InvalidData: A column is missing, or has been renamed, or is duplicated.

    Examples:
        >>> records([["a", "b"], ["1", "2"]], required=["a"], name="x.csv")
        ([{'a': '1', 'b': '2'}], ["x.csv: column 'b' is not known and is left out"])
    """
    header, *body = rows
    missing = [column for column in required if column not in header]
    if missing:
        raise InvalidData(
            "{name}: no column {missing!r} in the header {header!r}",
            name=name,
            missing=missing[0],
            header=",".join(header)[:80],
        )
    twice = next((column for column in header if header.count(column) > 1), None)
    if twice is not None:
        raise InvalidData("{name}: column {twice!r} is duplicated", name=name, twice=twice[:60])
    notices: list[str] = [
        left_out(name, column[:60]) for column in header if column not in required and column not in known
    ]
    return [dict(zip(header, row, strict=True)) for row in body], notices


def left_out(name: str, column: str) -> str:
    """The notice of a column that is not known."""
    return Wording("{name}: column {column!r} is not known and is left out", name=name, column=column)


def cell(name: str, row: str, column: str) -> Later:
    """Where a cell lies, for an error."""
    return Later("{name}, row {row}, column {column}", name=name, row=row, column=column)
