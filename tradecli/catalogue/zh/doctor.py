"""Traditional Chinese: is all well."""

from __future__ import annotations

MESSAGES = {
    "doctor.title": "現有資料與可能缺漏",
    "doctor.state": "狀態",
    "doctor.name": "項目",
    "doctor.found": "檢查結果",
    "doctor.hint": "處理方式",
    "doctor.state_ok": "正常",
    "doctor.state_warn": "注意",
    "doctor.state_fault": "異常",
    "doctor.state_unused": "未用",
    "doctor.series": "至{newest}，發布距今{age}日[，待收錄{late}個月][，缺{missing}個月]"
    "[；{partners}個貿易夥伴中{behind}個資料較舊]",
    "doctor.series.none": "尚未下載",
    "doctor.store": "{path}：{files:files}，均與清單相符",
    "doctor.store.empty": "{path}：尚未下載任何檔案，以內建數字作答",
    "doctor.store.damaged": "{path}：{wrong}處異常；{first}",
    "doctor.folder": "{path}：可寫入",
    "doctor.folder.to_be_made": "{path}：需要時建立",
    "doctor.folder.read_only": "{path}：無法寫入",
    "doctor.folder.none": "無家目錄可放置",
    "doctor.key.environment": "已設定（環境變數）",
    "doctor.key.file": "已設定（金鑰檔）",
    "doctor.key.not_used": "未使用：{warning}",
    "doctor.key.none": "未設定",
    "doctor.key.none.required": "未設定；{source}無金鑰時所得甚少",
    "doctor.key.none.optional": "未設定；{source}無金鑰時所得較少",
    "doctor.font": "{path}",
    "doctor.font.none": "找不到中文字型；中文PNG圖需要",
    "doctor.extra_xlsx": "試算表：--format xlsx",
    "doctor.extra_charts": "PNG統計圖",
    "doctor.extra_engines": "以DuckDB、Arrow計算自有資料表",
    "doctor.extra_spark": "以Spark計算自有資料表",
    "doctor.program": "trade {version}、Python {python}、{system}",
    "doctor.summary": "正常{ok}項、注意{warn}項、異常{fault}項、未用{unused}項。",
}
