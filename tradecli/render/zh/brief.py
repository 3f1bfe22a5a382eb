"""Traditional Chinese: the sentences of a release, worded as the ministry words them."""

from __future__ import annotations

from tradecli.render.style import Style
from tradecli.render.zh.terms import (
    FLOW,
    Facts,
    Sentences,
    called,
    currency,
    named,
    plain,
    rate_of,
    window,
)


def _where(facts: Facts, direction: str) -> str:
    return "" if facts["partner"].code == "WORLD" else f"{direction}{facts['partner'].name_zh}"


def _headline(facts: Facts, style: Style) -> str:
    side = f"{named(facts['balance'].value or 0)}{plain(facts['balance'], style)}"
    if facts["export"].value is None:
        return f"{facts['reporter'].name_zh}{window(facts)}{_where(facts, '對')}{side}"
    rate = rate_of(facts["export_yoy"])
    kind = "歷年單月" if facts["span"] == "month" else "歷年同期"
    record = f"，創{kind}新高" if facts["export_record"] else ""
    also = f"，亦為{kind}新高" if facts["balance_record"] and facts["export_record"] else ""
    also = also or (f"，創{kind}新高" if facts["balance_record"] else "")
    exports = f"{_where(facts, '對')}出口{plain(facts['export'], style)}"
    when = f"{facts['reporter'].name_zh}{window(facts)}"
    return f"{when}{exports}{f'，{rate}' if rate else ''}{record}；{side}{also}"


def _flow(facts: Facts, style: Style) -> str:
    direction = {"export": "對", "import": "自", "balance": "對"}[facts["flow"]]
    deficit = (facts["yoy"].note or "").startswith("deficit")
    yoy = "" if deficit else rate_of(facts["yoy"])
    mom = "" if deficit or facts["mom"] is None else rate_of(facts["mom"])
    # The words of growth are the same but for the first: 年增, 月增.
    rates = [text for text in (yoy, mom.replace("年", "月", 1).replace("上月同期", "上月")) if text]
    moved = f"，{'，'.join(rates)}" if rates else ""
    return f"{window(facts)}{_where(facts, direction)}{called(facts)}{plain(facts['value'], style)}{moved}。"


SENTENCES: Sentences = {
    "headline": _headline,
    "flow": _flow,
    "records": lambda _f, _s: "紀錄",
    "drivers": lambda _f, _s: "出口主要貢獻",
    "partners": lambda _f, _s: "主要貿易夥伴",
    "mirror": lambda _f, _s: "對方統計",
    "notes": lambda _f, _s: "編製說明",
    "traces": lambda _f, _s: "數據來源",
    "table": lambda _f, _s: "當月及累計",
    "no_records": lambda _f, _s: "當月未創紀錄。",
    "not_held": lambda _f, _s: "無收錄資料。",
    "valuation": lambda _f, _s: "出口按FOB、進口按CIF計價；未按工作天數調整",
    "trace": lambda f, _s: f"{f['reporter'].name_zh}{FLOW[f['flow']]}，{f['partner'].name_zh}，{window(f)}",
    "trace_by_commodity": lambda _f, _s: "貨品別貢獻（`trade drivers`）",
    "trace_by_partner": lambda _f, _s: "國家別貢獻（`trade drivers --by partner`）",
    "trace_partners": lambda _f, _s: "貿易夥伴排名（`trade partners`）",
    "trace_mirror": lambda _f, _s: "雙方統計對照（`trade mirror`）",
    "what": lambda _f, _s: "數據",
    "dollars": lambda _f, s: currency(s),
    "basis": lambda _f, _s: "產生方式",
    "source": lambda _f, _s: "來源",
    "vintage": lambda _f, _s: "版本",
    "files": lambda _f, _s: "檔案（SHA-256）",
    "basis_published": lambda _f, _s: "發布值",
    "basis_sum": lambda _f, _s: "各月合計",
    "basis_sum_across_vintages": lambda _f, _s: "各月跨版合計",
    "basis_difference": lambda _f, _s: "出口減進口",
    "basis_": lambda _f, _s: "計算值",
    "scroll": lambda _f, _s: "可捲動表格",
}
