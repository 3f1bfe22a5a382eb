"""One file per publisher: what it is and how to read its files. No I/O."""

from __future__ import annotations

from tradecli.sources.base import Source
from tradecli.sources.census import CENSUS
from tradecli.sources.mof import MOF

_ALL: tuple[Source, ...] = (MOF, CENSUS)

#: Every source by its id. Importing this loads descriptions only, neither polars nor a reader.
SOURCES: dict[str, Source] = {source.id: source for source in _ALL}
