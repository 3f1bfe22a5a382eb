"""What is available of each source, embedded and stored together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import polars as pl

from tradecli import published
from tradecli.published import EMBEDDED
from tradecli.remembered import Remembered
from tradecli.sources import SOURCES

if TYPE_CHECKING:
    from tradecli.statistics.coverage import Coverage, Reach, Reported

T = TypeVar("T")


def available(folder: Path = EMBEDDED) -> tuple[dict[str, Coverage], list[str]]:
    """What is available of each source, embedded and stored together, and the store's troubles.

    A source never fetched has nothing.
    """
    from tradecli.statistics.coverage import coverage

    return _COVERAGE.get(
        published.state(folder), lambda: _of_each(lambda table: coverage(table.lazy()), folder), _whole
    )


#: What was worked out of all sources before, while the files are the same.
_COVERAGE = Remembered[tuple[dict[str, "Coverage"], list[str]]](most=1)
_REPORTED = Remembered[tuple[dict[str, list["Reported"]], list[str]]](most=1)


def _of_each(make: Callable[[pl.DataFrame], T], folder: Path) -> tuple[dict[str, T], list[str]]:
    """What is made of the rows of each source, and what of the store could not be read."""
    found = {source: published.everything(source, folder) for source in SOURCES}
    troubles = list(dict.fromkeys(trouble for _, some in found.values() for trouble in some))
    return {source: make(table) for source, (table, _) in found.items()}, troubles


def _whole(made: tuple[object, list[str]]) -> bool:
    """Whether all of the store could be read."""
    return not made[1]


def held(source: str, folder: Path = EMBEDDED) -> pl.DataFrame:
    """All rows of a source, embedded and stored."""
    return published.everything(source, folder)[0]


def reporters(folder: Path = EMBEDDED) -> tuple[dict[str, list[Reported]], list[str]]:
    """What each source has of each reporter, embedded and stored together, and the store's troubles."""
    from tradecli.statistics.coverage import by_reporter

    return _REPORTED.get(published.state(folder), lambda: _of_each(by_reporter, folder), _whole)


def sources_of_goods(classifications: Sequence[str], folder: Path = EMBEDDED) -> dict[str, list[str]]:
    """The sources that have figures of each commodity of some lists, by its spelling: embedded or stored."""
    found: dict[str, list[str]] = {}
    for source in SOURCES:
        for name in classifications:
            for code in published.goods(source, name, folder).get_column("commodity").unique().sort():
                found.setdefault(f"{name}:{code}", []).append(source)
    return found


def reaches(folder: Path = EMBEDDED) -> dict[str, list[Reach]]:
    """How far each series of each source reaches, embedded and stored together."""
    from tradecli.statistics.coverage import reach

    return {source: reach(published.everything(source, folder)[0]) for source in SOURCES}


def origin(name: str) -> dict[str, Any] | None:
    """What is known of a file or article, embedded or stored, by its id; None where there is none of it."""
    manifests = (published.origins(source) for source in SOURCES)
    return next(({"id": name, **found[name]} for found in manifests if name in found), None)
