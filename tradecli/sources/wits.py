"""World Bank, World Integrated Trade Solution: yearly trade of every reporter, in US dollars.

Its country summaries, from UN Comtrade: the world's total and the five largest partners of each year,
1988 to 2021. They are not read as they come: the figures stand in the layout of our own (`wide`). A year
here answers a yearly question and nothing else.
"""

from __future__ import annotations

from tradecli.sources.base import Source, Valuation


class WorldBank(Source):
    """The bank's description."""

    id = "wits"
    publisher = "World Bank (WITS), from UN Comtrade"
    name_zh = "世界銀行（WITS）"
    answers_for_others = True
    yearly = True
    home = "https://wits.worldbank.org/"
    licence = "CC BY 4.0 (World Bank); underlying figures of UN Comtrade with the source named"
    attribution = "Source: World Bank, World Integrated Trade Solution (WITS), based on UN Comtrade"
    valuations = (Valuation("export", "FOB", "as reported"), Valuation("import", "CIF", "as reported"))
    address = "https://wits.worldbank.org"
    files = "figures of WITS in the program's own layout"
    #: A year is complete long after it ends.
    release_after = 365


SOURCE = WorldBank()
