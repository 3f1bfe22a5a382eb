"""Legs: a table of another shape is read as several plain ones, each with columns that are made of its own.

Where exports and imports are two columns, one leg has the first as its value and the word for exports as
its flow, the other the second and imports; twelve months across are twelve legs. So whoever adds up sees
plain tables only, whichever engine it is, and the sums of the legs stand one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any, Literal, NamedTuple
from urllib.parse import unquote

from tradecli.own_table import amounts, bare_codes
from tradecli.own_table.mapping import Mapping

#: How a made column of each part is called: as no column of a file is.
PARTS = ("period", "partner", "flow", "value", "commodity", "reporter", "quantity")

Kind = Literal["constant", "copy", "joined", "month", "swapped", "cleaned", "bare"]


class Column(NamedTuple):
    """A column that is made: its name, how, and of what.

    A `constant` is of its text; a `copy` of a column; `joined` of a column of years and one of months;
    a `month` of a column of years and the number of the month; `swapped` of a column of texts with
    comma and point exchanged, so that a comma before decimals becomes a point; `cleaned` of one without
    signs of money, blanks and brackets, and the sign before its decimals; `bare` of a column of texts
    without what stands around codes; see `bare_codes`.
    """

    name: str
    kind: Kind
    of: tuple[str, ...]


class Leg(NamedTuple):
    """A plain table: the columns that are made, and the files that it is of; none named means all."""

    columns: tuple[Column, ...]
    files: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The columns that are made."""
        return frozenset(column.name for column in self.columns)


def made(part: str) -> str:
    """How the made column of a part of the mapping is called.

    Examples:
        >>> made("flow")
        'flow of the row'
    """
    return f"{part} of the row"


def plain(mapping: Mapping, leg: Leg) -> Mapping:
    """What the columns of a leg mean: parts that are made are called so, and their flows are our words."""
    named: dict[str, Any] = {part: made(part) for part in PARTS if made(part) in leg.names}
    if any(column.name == made("flow") and column.kind == "constant" for column in leg.columns):
        named |= {"exports": ("export",), "imports": ("import",)}
    return mapping._replace(**named)


def with_columns(native: Any, leg: Leg) -> Any:
    """A lazy table of any engine with the columns of a leg."""
    import narwhals as nw

    if not leg.columns:
        return native
    frame = nw.from_native(native)
    # What is made of a column of a folder's name comes after it.
    for constant in (True, False):
        some = [one for one in leg.columns if (one.kind == "constant") is constant]
        schema = frame.collect_schema()
        frame = frame.with_columns(**{one.name: _expression(one, schema) for one in some}) if some else frame
    return frame.to_native()


def of_folders(paths: Sequence[str]) -> tuple[Leg, ...]:
    """The legs of files in folders that name columns, as `year=2025/month=11` do.

    Examples:
        >>> [leg] = of_folders(["lake/year=2025/a.csv"])
        >>> leg.columns[0].name, leg.columns[0].of, leg.files
        ('year', ('2025',), ('lake/year=2025/a.csv',))
    """
    folders: dict[tuple[Column, ...], list[str]] = {}
    for path in paths:
        pairs = [part.partition("=") for part in Path(path).parts[:-1]]
        named = tuple(
            Column(name, "constant", (unquote(value),)) for name, sign, value in pairs if sign and name
        )
        folders.setdefault(named, []).append(path)
    return tuple(Leg(named, tuple(files)) for named, files in folders.items())


def cells_of_folders(folders: Sequence[Leg], height: int) -> dict[str, list[str | None]]:
    """What folders say, as if it stood in so many rows.

    Examples:
        >>> cells_of_folders(of_folders(["year=2024/a.csv", "year=2025/a.csv"]), 3)
        {'year': ['2024', '2025', '2024']}
    """
    texts: dict[str, list[str | None]] = {}
    for column in chain.from_iterable(leg.columns for leg in folders):
        texts.setdefault(column.name, []).append(column.of[0])
    return {name: list(islice(cycle(said), height)) for name, said in texts.items()}


def both(folders: Sequence[Leg], legs: Sequence[Leg], paths: Sequence[str]) -> tuple[Leg, ...]:
    """Each leg of each folder, of the files that are in both."""
    found = []
    for folder in folders:
        for leg in legs or (Leg(()),):
            files = tuple(path for path in folder.files or paths if not leg.files or path in leg.files)
            if files:
                found.append(Leg((*folder.columns, *leg.columns), files))
    return tuple(found)


def times(legs: Sequence[Leg], paths: Sequence[str]) -> int:
    """How often each row is read, for each of its columns of values; 1 where not all are read as often.

    Examples:
        >>> flows = [Leg((Column(made("flow"), "constant", (flow,)),)) for flow in ("export", "import")]
        >>> times(flows, ["a.csv"]), times([flows[0]._replace(files=("a.csv",))], ["a.csv", "b.csv"])
        (2, 1)
    """
    # Of what one country sold another each reporter has rows of its own in both legs.
    if any(made("reporter") in leg.names for leg in legs):
        return 1
    found = {sum(not leg.files or path in leg.files for leg in legs) for path in paths}
    return max(1, found.pop()) if len(found) == 1 else 1


def _expression(column: Column, schema: Any) -> Any:
    import narwhals as nw

    first = column.of[0]
    if column.kind == "constant":
        return nw.lit(first)
    if column.kind == "copy":
        return nw.col(first)
    if column.kind == "joined":
        return nw.concat_str([_whole(name, schema) for name in column.of], separator="-")
    if column.kind == "month":
        return nw.concat_str([_whole(first, schema), nw.lit(column.of[1])], separator="-")
    if column.kind == "bare":
        return _bare(first)
    if column.kind == "cleaned":
        return _cleaned(first, comma=column.of[1] == "comma")
    return _swapped(nw.col(first))


def _bare(name: str) -> Any:
    """A code without apostrophe, points and words; any other text as it is."""
    import narwhals as nw

    text = nw.col(name).str.strip_chars()
    after = text.str.replace_all(bare_codes.AFTER, "")
    text = nw.when(text.str.contains(bare_codes.WORDED)).then(after).otherwise(text)
    parted = text.str.replace_all(bare_codes.BETWEEN, "")
    text = nw.when(text.str.contains(bare_codes.GROUPED)).then(parted).otherwise(text)
    bare = text.str.replace_all(bare_codes.BEFORE, "")
    return nw.when(text.str.contains("^'|^HS ?[0-9]")).then(bare).otherwise(text)


def _cleaned(name: str, *, comma: bool) -> Any:
    """A number without signs of money, blanks and marks, below zero where it stands in brackets."""
    import narwhals as nw

    column = nw.col(name)
    text = column.str.replace_all(amounts.MARK, "").str.replace_all(amounts.MINUS, "-", literal=True)
    for sign in (*amounts.MONEY, *amounts.BLANKS, "\t"):
        text = text.str.replace_all(sign, "", literal=True)
    bare = text.str.replace_all("(", "", literal=True).str.replace_all(")", "", literal=True)
    below = nw.concat_str([nw.lit("-"), bare])
    text = nw.when(text.str.starts_with("(")).then(below).otherwise(bare)
    text = _swapped(text) if comma else text
    # What is no number stays as it is, and is counted as such.
    return nw.when(column.str.contains(amounts.ODD)).then(text).otherwise(column)


def _swapped(column: Any) -> Any:
    """A text with comma and point exchanged."""
    # The sign that stands in for one of both while the other takes its place is in no number.
    text = column.str.replace_all(",", "#", literal=True)
    text = text.str.replace_all(".", ",", literal=True)
    return text.str.replace_all("#", ".", literal=True)


def _whole(name: str, schema: Any) -> Any:
    """A year or month as a text: a number without decimals, a text without blanks and signs for it."""
    import narwhals as nw

    column, dtype = nw.col(name), schema[name]
    if dtype != nw.String:
        return (column.cast(nw.Int64) if dtype.is_float() else column).cast(nw.String)
    for sign in ("年度", "年", "月份", "月", "년", "월"):
        column = column.str.replace_all(sign, "", literal=True)
    return column.str.strip_chars()
