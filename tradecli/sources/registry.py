"""Every source by its id."""

from __future__ import annotations

from tradecli.sources.base import Source
from tradecli.sources.census import CENSUS
from tradecli.sources.comtrade import COMTRADE
from tradecli.sources.eurostat import EUROSTAT
from tradecli.sources.fred import FRED
from tradecli.sources.imf import IMF
from tradecli.sources.mof import MOF

_ALL: tuple[Source, ...] = (MOF, CENSUS, FRED, COMTRADE, IMF, EUROSTAT)

SOURCES: dict[str, Source] = {source.id: source for source in _ALL}
