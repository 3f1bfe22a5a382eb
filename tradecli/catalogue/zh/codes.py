"""Traditional Chinese: codes and names of partners and commodities."""

from __future__ import annotations

MESSAGES = {
    "codes.title": "[符合{text:quoted}的]代碼",
    "codes.type": "類別",
    "codes.code": "代碼",
    "codes.classification": "分類",
    "codes.name": "名稱",
    "codes.other_name": "英文名稱",
    "codes.of_type.country": "國家",
    "codes.of_type.area": "地區",
    "codes.of_type.region": "洲別",
    "codes.of_type.world": "全球",
    "codes.of_type.former": "舊國",
    "codes.of_type.unspecified": "未指明",
    "codes.of_type.commodity": "貨品",
    "codes.of_type.section": "類",
    "codes.of_type.chapter": "章",
    "codes.of_type.heading": "節",
    "codes.of_type.subheading": "目",
    "codes.editions": "HS版本",
    "codes.became": "HS 2022中",
    "codes.available_from": "數字來源",
    "codes.aliases": "別名",
}
