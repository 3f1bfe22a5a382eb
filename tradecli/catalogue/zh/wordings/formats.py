"""Data formats for other programs, descriptions beside a file, receipts: what is refused, and the help."""

from __future__ import annotations

WORDINGS = {
    "the rows of this answer are no observations by period, which sdmx-csv is for": (
        "這個答案的資料列不是按期別的觀測值，而sdmx-csv專供觀測值使用"
    ),
    "use csv or json": "請用csv或json",
}
