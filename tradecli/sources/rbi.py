"""Reserve Bank of India, Database on Indian Economy: India's total trade in goods by month, in US dollars.

Counted by the Directorate General of Commercial Intelligence and Statistics. The bank's workbook is not
read as it comes: the figures stand in the layout of our own (`wide`); there are no partners among them.
"""

from __future__ import annotations

from tradecli.sources.base import Source, Valuation


class ReserveBankOfIndia(Source):
    """The bank's description."""

    id = "rbi"
    publisher = "Reserve Bank of India (DBIE), from DGCI&S"
    name = "Reserve Bank of India"
    name_zh = "印度儲備銀行"
    reporters = ("IN",)
    answers_for = ("IN",)
    #: Half past five hours east: the day begins at most half an hour early.
    hours_from_utc = 5
    home = "https://data.rbi.org.in/"
    licence = "figures with the source named"
    attribution = "Source: Reserve Bank of India, Database on Indian Economy; DGCI&S"
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://data.rbi.org.in"
    files = "figures of the Reserve Bank of India in the program's own layout"
    release_after = 15


SOURCE = ReserveBankOfIndia()
