"""Statistics Canada: merchandise trade on a customs basis, in Canadian dollars, from two of its tables.

Table 12-10-0011 has 27 partners, the world and the European Union, seasonally adjusted and not; the
database Canadian International Merchandise Trade has every partner, to the dollar. Neither is read as
it comes: the figures stand in the layout of our own (`wide`). Canada as its own partner are goods that
came back.
"""

from __future__ import annotations

from tradecli.sources.base import Source, Valuation


class StatisticsCanada(Source):
    """The office's description."""

    id = "statcan"
    publisher = "Statistics Canada"
    name_zh = "加拿大統計局"
    reporters = ("CA",)
    answers_for = ("CA",)
    every_partner = True
    adjusted = True
    hours_from_utc = -5
    currency = "CAD"
    home = "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1210001101"
    licence = "Statistics Canada Open Licence"
    attribution = (
        "Source: Statistics Canada, table 12-10-0011-01 and Canadian International Merchandise Trade. "
        "This does not constitute an endorsement by Statistics Canada of this product."
    )
    valuations = (
        Valuation("export", "FOB", "customs basis, re-exports included"),
        Valuation("import", "FOB", "customs basis"),
    )
    address = "https://www150.statcan.gc.ca"
    files = "figures of Statistics Canada in the program's own layout"
    release_after = 35


SOURCE = StatisticsCanada()
