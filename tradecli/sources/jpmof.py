"""Ministry of Finance of Japan, Trade Statistics: in yen, exports FOB, imports CIF.

The ministry's tables are not read as they come: the figures stand in the layout of our own (`wide`). The
world, the United States, China, Taiwan and Korea are there by month since 1979; 55 partners by year
and by year to date only.
"""

from __future__ import annotations

from datetime import date

from tradecli.sources.base import Doubt, Source, Valuation


class JapanMinistryOfFinance(Source):
    """The ministry's description."""

    id = "jpmof"
    publisher = "Ministry of Finance, Japan (Trade Statistics of Japan)"
    name = "Japan Ministry of Finance"
    name_zh = "日本財務省"
    reporters = ("JP",)
    answers_for = ("JP",)
    hours_from_utc = 9
    currency = "JPY"
    per_dollar = 100
    #: Since 2009 the months were compared with the published years.
    doubts = (Doubt("jpmof-2026-10-08-months", date(2009, 1, 1)),)
    home = "https://www.customs.go.jp/toukei/info/index_e.htm"
    licence = "Government of Japan Standard Terms of Use 2.0 (compatible with CC BY 4.0)"
    attribution = "Source: Trade Statistics of Japan, Ministry of Finance, processed by this program"
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://www.customs.go.jp"
    files = "figures of the Trade Statistics of Japan in the program's own layout"
    release_after = 20


SOURCE = JapanMinistryOfFinance()
