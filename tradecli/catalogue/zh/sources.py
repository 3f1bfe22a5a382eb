"""Traditional Chinese: what each source covers and asks for."""

from __future__ import annotations

MESSAGES = {
    "sources.title": "資料來源",
    "sources.source": "來源",
    "sources.publisher": "發布機關",
    "sources.covers": "涵蓋",
    "sources.first_month": "起始月份",
    "sources.newest_month": "最新月份",
    "sources.vintages": "版本數",
    "sources.newest_vintage": "最新版本",
    "sources.age_days": "距今日數",
    "sources.rows": "筆數",
    "sources.key_variable": "金鑰變數",
    "sources.key_set": "已設金鑰",
    "sources.yes": "是",
    "sources.no": "否",
    "sources.terms": "{row.source}：{valuations:valuations}；{row.licence:worded}；出處：{row.attribution:worded}；{row.address}",
}
