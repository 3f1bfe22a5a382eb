"""National Statistics Office of Viet Nam: customs' preliminary exports by country, in US dollars.

The office's tables are not read as they come: the figures stand in the layout of our own (`wide`). Imports
are not among them; the International Monetary Fund (`imf`) has both flows to an earlier month.
"""

from __future__ import annotations

from tradecli.sources.base import Doubt, Source, Valuation

_SYSTEM = "as counted by Viet Nam Customs; preliminary"


class VietNamStatistics(Source):
    """The office's description."""

    id = "vnnso"
    publisher = "National Statistics Office of Viet Nam, from Viet Nam Customs"
    name = "National Statistics Office of Viet Nam"
    name_zh = "越南統計局"
    reporters = ("VN",)
    answers_for = ("VN",)
    hours_from_utc = 7
    doubts = (Doubt("vnnso-2026-10-08-exports"),)
    home = "https://www.nso.gov.vn/en/trade-and-services/"
    licence = "figures with the source named"
    attribution = "Source: National Statistics Office of Viet Nam"
    valuations = (Valuation("export", "FOB", _SYSTEM), Valuation("import", "CIF", _SYSTEM))
    address = "https://www.nso.gov.vn"
    files = "figures of the National Statistics Office of Viet Nam in the program's own layout"
    release_after = 20


SOURCE = VietNamStatistics()
