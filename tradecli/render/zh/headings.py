"""Traditional Chinese titles, column headers and row labels."""

from __future__ import annotations

from tradecli.render.style import Style
from tradecli.render.zh.terms import (
    ADJUSTED,
    FLOW,
    VALUED,
    Facts,
    Sentences,
    month,
    named,
    unit,
    window,
)


def _title_surplus(facts: Facts, _: Style) -> str:
    return (
        f"{facts['reporter'].name_zh}對{facts['partner'].name_zh}貿易{named(facts['value'])}，{window(facts)}"
    )


def _title_flow(facts: Facts, _: Style) -> str:
    direction = {"export": "對", "import": "自", "balance": "對"}[facts["flow"]]
    goods = f"（{facts['commodity_zh']}）" if facts.get("commodity_zh") else ""
    adjusted = f"，{ADJUSTED[facts['adjustment']]}" if facts["adjustment"] != "none" else ""
    pair = f"{facts['reporter'].name_zh}{direction}{facts['partner'].name_zh}{FLOW[facts['flow']]}"
    return f"{pair}{goods}，截至{month(facts['through'])}{adjusted}"


def _title_records(facts: Facts, _: Style) -> str:
    return f"{facts['reporter'].name_zh}{month(facts['through'])}貿易紀錄"


def _subtitle(facts: Facts, style: Style) -> str:
    valued = "、".join(f"{FLOW[flow]}{VALUED.get(how, how)}" for flow, how in facts["valuations"].items())
    publisher = f"{'自有資料表' if facts['source'] == 'own' else ''}{facts['publishers'][1]}"
    parts = [unit(style), f"{publisher}，{facts['vintage']}版", valued]
    if facts["as_of"]:
        parts.append(f"{facts['as_of']}當日所知")
    return " · ".join(filter(None, parts))


SENTENCES: Sentences = {
    "title_surplus": _title_surplus,
    "title_flow": _title_flow,
    "title_records": _title_records,
    "subtitle": _subtitle,
    "flow": lambda _f, _s: "",
    "row_export": lambda _f, _s: "出口",
    "row_import": lambda _f, _s: "進口",
    "row_balance": lambda _f, _s: "出入超",
    "window": lambda f, _s: window(f),
    "change": lambda _f, _s: "增減",
    "yoy": lambda _f, _s: "年增率",
    "mom": lambda _f, _s: "月增率",
    "mom_seasonal": lambda _f, _s: "季調月增率",
    "ytd": lambda _f, _s: "累計",
    "ytd_yoy": lambda _f, _s: "累計年增率",
    "rolling_12": lambda _f, _s: "近12個月",
    "rank_header": lambda _f, _s: "名次",
    "full_year": lambda f, _s: f"{f['year']}年全年",
    "period": lambda _f, _s: "月份",
    "value": lambda _f, _s: "金額",
    "streak_header": lambda _f, _s: "連續",
    "record_mark": lambda _f, _s: "紀錄",
    "kind": lambda _f, _s: "種類",
    "statement": lambda _f, _s: "說明",
    "column": lambda f, _s: str(f["name"]).replace("_", " "),
    "refused_zero_base": lambda _f, _s: "新增",
    "refused_sign_change": lambda _f, _s: "轉號",
}
