"""A source that is not in the program: one file, as somebody who adds one would write it."""

from __future__ import annotations

import csv
import io
from datetime import date

from tradecli.errors import InvalidData
from tradecli.sources.base import Source, Valuation
from tradecli.sources.numbers import dollars
from tradecli.sources.reading import Beginning, Figure, File, Reading
from tradecli.sources.request import CSV, Request, Wanted

HEADER = ["month", "partner", "exports (US$)", "imports (US$)"]


class KoreaCustoms(Source):
    """Made up: months of Korea's trade in whole dollars."""

    id = "korea"
    publisher = "Korea Customs Service"
    name = "Korea Customs"
    name_zh = "韓國關稅廳"
    reporters = ("KR",)
    answers_for = ("KR",)
    hours_from_utc = 9
    home = "https://customs.example/"
    licence = "made up"
    attribution = "Korea Customs Service"
    valuations = (Valuation("export", "FOB", "general"), Valuation("import", "CIF", "general"))
    address = "https://customs.example"
    files = "months.csv of Korea's customs"
    release_after = 0

    def requests(self, wanted: Wanted) -> tuple[Request, ...]:
        """One file of everything."""
        self.refuse_others(wanted.reporter)
        return (Request("months.csv", "trade/months.csv", media=CSV),)

    def recognises(self, beginning: Beginning) -> bool:
        """Its header is its own."""
        return beginning.form == "csv" and beginning.header == HEADER

    def read(self, file: File) -> Reading:
        """Two figures a row."""
        header, *body = csv.reader(io.StringIO(file.content.decode()))
        if header != HEADER:
            raise InvalidData(f"{file.name}: another header")
        figures = []
        for month, partner, *cells in body:
            day = date.fromisoformat(f"{month}-01")
            for flow, text in zip(("export", "import"), cells, strict=True):
                figures.append(Figure(partner, flow, "month", day, dollars(text, 1, where=month), 1))
        return Reading(figures)


SOURCE = KoreaCustoms()
