"""Files as the publishers send them, whole: real figures where they are embedded, plain ones in between.

Each publisher holds a calendar of its own, so that a test can move it on by a month, revise a
figure, or take one back.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

import polars as pl
import xlsxwriter

from tradecli.facts.places import places
from tradecli.load import EMBEDDED
from tradecli.sources.census_country import HEADER
from tradecli.sources.mof_u2010 import HEADERS

AREAS = (
    "ASIA", "MIDDLE EAST", "EUROPE", "NORTH AMERICA", "CENTRAL AMERICA", "SOUTH AMERICA", "OCEANIA", "AFRICA",
)  # fmt: skip
COUNTRIES = (
    "CN", "HK", "JP", "KR", "SG", "MY", "ID", "VN", "TH", "PH", "IN", "SA", "DE", "NL", "GB", "FR", "IT",
    "US", "CA", "MX", "BR", "AU",
)  # fmt: skip
FLOWS = {"ex": "export", "im": "import"}
#: A revision or a slip: takes flow, partner, month and value, returns the value as printed.
Change = Callable[[str, str, date, int], int]

Cells = dict[tuple[str, str, date], int]


def _as_is(flow: str, partner: str, month: date, value: int) -> int:
    return value


@cache
def real(source: str) -> Cells:
    """The newest embedded figure of every month, in dollars."""
    rows = pl.read_parquet(EMBEDDED / f"{source}.parquet").filter(
        pl.col("span") == "month", pl.col("commodity") == "TOTAL", pl.col("adjustment") == "none"
    )
    newest = rows.sort("vintage", -pl.col("precision"), maintain_order=True)
    return {
        (row["flow"], row["partner"], row["period"]): row["value"] for row in newest.iter_rows(named=True)
    }


def months(first: date, last: date) -> list[date]:
    """Every month from *first* to *last*."""
    count = (last.year - first.year) * 12 + last.month - first.month
    return [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1)
        for n in range(count + 1)
    ]


@cache
def filled(source: str, first: date, last: date) -> Cells:
    """A figure for every partner and month: the real one, else a little more than in the month before."""
    held = real(source)
    cells: Cells = {}
    for flow in FLOWS.values():
        for partner in ("WORLD", *AREAS, *COUNTRIES):
            before = 50_000_000
            for month in months(first, last):
                before = held.get((flow, partner, month), before * 1003 // 1000) // 1000 * 1000
                cells[flow, partner, month] = before
        for month in months(first, last):
            _share_out(cells, held, flow, month)
    return cells


def _share_out(cells: Cells, held: Cells, flow: str, month: date) -> None:
    """Make the areas 98 % of the world's total: those that are not real, else Asia."""
    made_up = [area for area in AREAS if (flow, area, month) not in held] or ["ASIA"]
    total, areas = cells[flow, "WORLD", month], sum(cells[flow, area, month] for area in AREAS)
    if len(made_up) == 1 and 0 <= total - areas <= total // 20:
        return
    rest = total * 98 // 100 - sum(cells[flow, area, month] for area in AREAS if area not in made_up)
    for area in made_up:
        cells[flow, area, month] = rest // len(made_up) // 1000 * 1000


@dataclass(frozen=True)
class Ministry:
    """The Ministry of Finance on a day when *through* is the newest month."""

    through: date = date(2026, 9, 1)
    change: Change = _as_is
    first: date = date(2019, 1, 1)
    extra: dict[str, bytes] = field(default_factory=dict)

    def at(self, through: date) -> Ministry:
        """The same at another month."""
        return replace(self, through=through)

    def files(self) -> dict[str, tuple[bytes, str]]:
        """Every file by its path: content and content type."""
        folder = "/public/data/statistic/trade"
        return {f"{folder}/u2010{flow}.csv": (self.u2010(flow), "text/csv") for flow in FLOWS}

    def u2010(self, flow: str) -> bytes:
        """`u2010ex.csv` or `u2010im.csv`: Big5, thousand dollars, a year above its months."""
        header = next(text for text, named in HEADERS.items() if named == FLOWS[flow])
        partners = ("WORLD", *AREAS, *COUNTRIES)
        cells = filled("mof", self.first, self.through)
        lines = [",".join([header, *(places()[code].name_zh for code in partners)])]
        for year in range(self.first.year, self.through.year + 1):
            held = [month for month in months(self.first, self.through) if month.year == year]
            printed = {
                (partner, month): self.change(FLOWS[flow], partner, month, cells[FLOWS[flow], partner, month])
                for partner in partners
                for month in held
            }
            if len(held) == 12:
                sums = [sum(printed[partner, month] for month in held) // 1000 for partner in partners]
                lines.append(",".join([f"{year}年", *map(str, sums)]))
            for month in held:
                values = [str(printed[partner, month] // 1000) for partner in partners]
                lines.append(",".join([f"{year}年{month.month}月", *values]))
        return ("\r\n".join(lines) + "\r\n").encode("cp950")


@dataclass(frozen=True)
class Bureau:
    """The Census Bureau without a key on a day when *through* is the newest month."""

    through: date = date(2026, 8, 1)
    change: Change = _as_is
    first: date = date(2024, 1, 1)

    def at(self, through: date) -> Bureau:
        """The same at another month."""
        return replace(self, through=through)

    def files(self) -> dict[str, tuple[bytes, str]]:
        """Every file by its path: content and content type."""
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return {"/foreign-trade/balance/country.xlsx": (self.country(), media)}

    def country(self) -> bytes:
        """`country.xlsx`: million dollars, months ahead 0, the year to date in the last column."""
        cells = filled("census", self.first, self.through)
        partners = {
            "WORLD": "0015",
            **{code: places()[code].census_code[0] for code in (*_COUNTED, _REST)},
        }
        buffer = io.BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False})
        book.set_properties({"created": date(2026, 1, 1)})
        sheet = book.add_worksheet("country")
        sheet.write_row(0, 0, HEADER)
        row = 0
        for partner, code in partners.items():
            for year in range(self.first.year, self.through.year + 1):
                row += 1
                numbers: list[float] = []
                for flow in ("import", "export"):
                    values = [
                        self.change(flow, partner, month, _bureau(cells, flow, partner, month))
                        if month <= self.through
                        else 0
                        for month in months(date(year, 1, 1), date(year, 12, 1))
                    ]
                    numbers += [value / 1_000_000 for value in (*values, sum(values))]
                sheet.write_row(row, 0, [str(year), code, partner])
                sheet.write_row(row, 3, numbers)
        book.close()
        return buffer.getvalue()


#: The bureau's partners in the file, and one that has what is left of the world's total.
_COUNTED, _REST = ("TW", "CN", "JP", "DE"), "EH"


def _bureau(cells: Cells, flow: str, partner: str, month: date) -> int:
    """Not every partner of the bureau's is among the ministry's: Taiwan is filled in here."""
    if partner == _REST:
        counted = sum(_bureau(cells, flow, other, month) for other in _COUNTED)
        return _bureau(cells, flow, "WORLD", month) - counted
    held, asked = real("census"), month
    while (flow, partner, month) not in held and month > date(2000, 1, 1):
        month = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
    later = (asked.year - month.year) * 12 + asked.month - month.month
    return held.get((flow, partner, month), cells.get((flow, partner, month), 0)) * (1000 + 3 * later) // 1000
