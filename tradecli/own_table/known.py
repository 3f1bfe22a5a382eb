"""What a table answered before, kept until its files change, so that the next question looks at none of them.

Kept are what its columns mean and whose records it holds, and of a question all that was answered to it: of
every partner, where every partner was counted. It is kept of large tables, and of those with a cube. A
question that is not answered by what is kept goes its usual way.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping as AnyMapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from tradecli import pinned
from tradecli.own_table import kept, state
from tradecli.own_table.asked import Answer, Asked
from tradecli.own_table.mapping import Mapping
from tradecli.schema import OWN

if TYPE_CHECKING:
    from tradecli.own_table.table import Table

#: Rows of one partner lie together, so that others are passed over.
_GROUP = 4_096
_LENGTH = 8


class Said(NamedTuple):
    """A table as a question names it, before it is known what its columns mean."""

    path: str
    columns: str = ""
    engine: str = "polars"
    cube: bool = False
    skip_bad: bool = False
    reporter: str = ""


class Place(NamedTuple):
    """Where the answer of a table is kept to a question, in the state in which it is."""

    table: Table
    asked: Asked
    state: str

    def path(self, *, of_all: bool) -> Path | None:
        """The file of what was answered, of every partner or of those that are asked for."""
        asked = self.asked._replace(partners=()) if of_all else self.asked
        return kept.place("answered", (tuple(self.table), asked, of_all, self.state))


class Whole(NamedTuple):
    """What was answered.

    `spelled` are the partners that are written in the table; `zeros` says of each that has rows how many
    months without records are no trade. `ranked` says that partners may be ranked. `day` is that of the
    answer where another day may give another one.
    """

    rows: pl.DataFrame
    entry: AnyMapping[str, Any]
    spelled: tuple[str, ...]
    zeros: AnyMapping[str, int]
    ranked: bool
    day: date | None = None


def table(said: Said) -> Table | None:
    """The table that is named, with its reporter, where it was read before in the state in which it is."""
    path = _of_table(said)
    found = kept.read(path) if path else None
    if found is None:
        return None
    from tradecli.own_table.table import Table

    named, mapping, mapped, reporter = _tupled(json.loads(found))
    return Table(named, Mapping(*mapping), mapped, said.engine, said.cube, reporter)


def of_reporter(said: Said, named: Table) -> Table:
    """The table with its reporter, see `Table.of_reporter`; what was found is kept."""
    path = _of_table(said)
    found = named.of_reporter(said.reporter)
    told = (found.path, tuple(found.mapping), found.mapped, found.reporter)
    # A list of partners is a file of its own, and may change.
    if path and not found.mapping.partners and _is_plain(told) and path == _of_table(said):
        kept.keep(path, json.dumps(told).encode())
    return found


def _of_table(said: Said) -> Path | None:
    # Files that say what columns mean may change, too.
    by_file = said.path.endswith(".toml") or said.columns.endswith(".toml")
    found = None if by_file else _state(said.path, cube=said.cube)
    return kept.place("answered", (said, found)) if found else None


def answer(at: Place) -> Answer | None:
    """What is known to be the answer; None where it is not known."""
    # What is kept of every partner has no chapters.
    paths = [at.path(of_all=of_all) for of_all in (True, False) if at.asked.classification or not of_all]
    answers = (_answered(path, at.asked.partners, pinned.now().date()) for path in paths if path)
    return next(filter(None, answers), None)


def place(table: Table, asked: Asked) -> Place | None:
    """The place of the answer to a question; None where it is not kept."""
    if table.measure or not (asked.partners or asked.classification):
        return None
    found = _state(table.path, cube=table.cube)
    return Place(table, asked, found) if found else None


def keep_answer(at: Place, whole: Whole, *, of_all: bool) -> None:
    """Keep what was answered, of all partners or of those asked for; not of what was changed meanwhile."""
    path = at.path(of_all=of_all)
    plain = whole.rows.height <= kept.MOST and _is_plain(whole.entry)
    if path is None or not plain or at != place(at.table, at.asked):
        return
    day = whole.day.isoformat() if whole.day else ""
    entry = dict(whole.entry)
    if cube := entry.get("cube"):
        entry["cube"] = {**cube, "counted": 0, "kept": cube["counted"] + cube["kept"], "gone": 0}
    head = json.dumps([entry, whole.spelled, whole.zeros, whole.ranked, day]).encode()
    content = io.BytesIO()
    rows = whole.rows.sort("partner", maintain_order=True)
    rows.write_parquet(content, compression="zstd", row_group_size=_GROUP)
    kept.keep(path, len(head).to_bytes(_LENGTH) + head + content.getvalue())


def _state(path: str, *, cube: bool) -> str | None:
    """The state of a table of which something is kept."""
    found = state.of(path)
    return found.text if found and (cube or found.size >= kept.LEAST) else None


def _answered(path: Path, partners: tuple[str, ...], today: date) -> Answer | None:
    content = kept.read(path)
    if content is None:
        return None
    end = _LENGTH + int.from_bytes(content[:_LENGTH])
    entry, spelled, zeros, ranked, day = _tupled(json.loads(content[_LENGTH:end]))
    there = {*spelled}.intersection(partners) or partners[0] in zeros if partners else ranked
    if not there or day not in {"", today.isoformat()}:
        return None
    wanted = pl.col("partner").is_in(list(partners)) if partners else pl.lit(value=True)
    rows = pl.scan_parquet(io.BytesIO(content[end:])).filter(wanted).collect()
    entry = entry | {"no_rows": sum(zeros.get(partner, 0) for partner in partners)}
    return Answer(OWN, rows, {entry["id"]: entry})


def _tupled(value: Any) -> Any:
    """A value that was written as JSON, with lists as the tuples that they were."""
    if isinstance(value, dict):
        return {name: _tupled(one) for name, one in value.items()}
    return tuple(map(_tupled, value)) if isinstance(value, list) else value


def _is_plain(value: Any) -> bool:
    """Whether a value is the same when it was written as JSON and read again."""
    if type(value) is dict:
        return all(type(name) is str and _is_plain(one) for name, one in value.items())
    if type(value) is tuple:
        return all(map(_is_plain, value))
    return value is None or type(value) in {str, int, float, bool}
