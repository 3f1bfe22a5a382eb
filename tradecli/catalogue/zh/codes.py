"""Traditional Chinese: codes and names of partners and commodities."""

from __future__ import annotations

MESSAGES = {
    "codes.title": "[符合{text:quoted}的]代碼",
    "codes.type": "類別",
    "codes.code": "代碼",
    "codes.classification": "分類",
    "codes.name": "英文名稱",
    "codes.name_zh": "中文名稱",
    "codes.aliases": "別名",
}
