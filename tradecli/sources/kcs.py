"""Korea Customs Service: monthly trade with the world and a few partners, in US dollars.

The service's interface is not read as it comes: the figures stand in the layout of our own (`wide`).
"""

from __future__ import annotations

from tradecli.sources.base import Source, Valuation


class KoreaCustoms(Source):
    """The service's description."""

    id = "kcs"
    publisher = "Korea Customs Service"
    name_zh = "韓國關稅廳"
    reporters = ("KR",)
    answers_for = ("KR",)
    hours_from_utc = 9
    home = "https://tradedata.go.kr/cts/index_eng.do"
    licence = "figures with the source named (Korea Open Government License, type not verified)"
    attribution = "Source: Korea Customs Service"
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://apis.data.go.kr"
    files = "figures of the Korea Customs Service in the program's own layout"
    release_after = 15


SOURCE = KoreaCustoms()
