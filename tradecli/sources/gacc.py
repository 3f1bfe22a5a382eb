"""General Administration of Customs of China: China's total trade in goods by month, in US dollars.

The monthly release is not read as it comes: the figures stand in the layout of our own (`wide`), to 100
million dollars, as a mirror of the release has them; there are no partners among them.
"""

from __future__ import annotations

from tradecli.sources.base import Source, Valuation


class ChinaCustoms(Source):
    """The administration's description."""

    id = "gacc"
    publisher = "General Administration of Customs of the People's Republic of China"
    name = "China Customs"
    name_zh = "中國海關總署"
    reporters = ("CN",)
    answers_for = ("CN",)
    hours_from_utc = 8
    home = "https://english.customs.gov.cn/statics/report/monthly.html"
    licence = "figures with the source named"
    attribution = "Source: General Administration of Customs of China, retrieved from EastMoney"
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://english.customs.gov.cn"
    files = "figures of China Customs in the program's own layout"
    release_after = 9


SOURCE = ChinaCustoms()
