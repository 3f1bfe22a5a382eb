"""What is seen of the columns of files before it is known what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from tradecli.own_table import engines, opening, unread
from tradecli.own_table.files import File, Files
from tradecli.own_table.groups import FILE


def names(files: Files, file: File) -> tuple[str, ...]:
    """The columns of one of the files.

    Raises:
        InvalidData: It cannot be read as what its name says.
    """
    one = files._replace(files=(file,), legs=())
    try:
        return tuple(name for name, _ in opening.schema_of(one))
    except unread.POLARS as error:
        raise unread.unreadable(one, "polars", error) from None


def matching(files: Files, name: str, forms: Mapping[str, str], *, without: str = "") -> frozenset[str]:
    """Which of some forms a text of a column has anywhere; none of a text that has the form *without*.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    column = pl.col(name)
    if without:
        column = pl.when(~column.str.contains(without)).then(column)
    asked = [column.str.contains(form).any().alias(called) for called, form in forms.items()]
    parts = engines.native(files, lambda frame: frame.select(asked), having=[name])
    return frozenset(called for called in forms if any(part[called].any() for part in parts))


def figures_in(files: Files, columns: Sequence[str]) -> dict[str, list[str]]:
    """The files in which a column has any figure that is not zero.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    found: dict[str, list[str]] = {}
    for same in engines.alike(files, "polars"):
        held = [name for name in columns if name in opening.columns_of(same)]
        some = [pl.col(name).cast(pl.String).str.contains(r"[1-9]").any().alias(name) for name in held]
        try:
            lazy = opening.opened(same, "polars", by_file=True).group_by(FILE).agg(some)
            seen = lazy.collect(engine="streaming")
        except unread.POLARS as error:
            raise unread.unreadable(files, "polars", error) from None
        for name in held:
            paths = seen.filter(pl.col(name))[FILE].to_list()
            found.setdefault(name, []).extend(opening.plain_name(path) for path in paths)
    return found
