"""Office for National Statistics: United Kingdom trade in goods by country, in pounds.

The office's workbooks are not read as they come: the figures stand in the layout of our own (`wide`). The
seasonally adjusted countries do not add up to the total, which is adjusted by itself (the office says
so); the unadjusted ones do.
"""

from __future__ import annotations

from tradecli.sources.base import Source, Valuation

_SYSTEM = "balance of payments basis (change of ownership)"


class NationalStatistics(Source):
    """The office's description."""

    id = "ons"
    publisher = "Office for National Statistics (United Kingdom)"
    name = "UK Office for National Statistics"
    name_zh = "英國國家統計局"
    reporters = ("GB",)
    answers_for = ("GB",)
    every_partner = True
    adjusted = True
    currency = "GBP"
    home = "https://www.ons.gov.uk/economy/nationalaccounts/balanceofpayments/bulletins/uktrade/latest"
    licence = "Open Government Licence v3.0"
    attribution = "Source: Office for National Statistics licensed under the Open Government Licence v.3.0"
    valuations = (Valuation("export", "FOB", _SYSTEM), Valuation("import", "FOB", _SYSTEM))
    address = "https://www.ons.gov.uk"
    files = "figures of the ONS in the program's own layout"
    release_after = 44


SOURCE = NationalStatistics()
