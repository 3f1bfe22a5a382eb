"""Every source by its id."""

from __future__ import annotations

from tradecli.sources.base import Source
from tradecli.sources.census import CENSUS
from tradecli.sources.mof import MOF

_ALL: tuple[Source, ...] = (MOF, CENSUS)

SOURCES: dict[str, Source] = {source.id: source for source in _ALL}
