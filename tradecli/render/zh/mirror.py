"""Traditional Chinese: two offices about the same trade."""

from __future__ import annotations

from tradecli.render.style import Style
from tradecli.render.zh.headings import SENTENCES as HEADINGS
from tradecli.render.zh.terms import FLOW, VALUED, Facts, Sentences, money, month, named, plain, window
from tradecli.rounding import half_up


def _subtitle(facts: Facts, style: Style) -> str:
    first, second = (HEADINGS["subtitle"](source.facts, style) for source in facts["sources"])
    return f"{first}；{second.partition(' · ')[2]}"


def _direction(facts: Facts, _: Style) -> str:
    reporter, partner = facts["reporter"].name_zh, facts["partner"].name_zh
    if facts["flow"] == "balance":
        return f"{reporter}、{partner}各自出入超"
    ends = (reporter, partner) if facts["flow"] == "export" else (partner, reporter)
    return f"{ends[0]}至{ends[1]}貨品"


def _ratio(facts: Facts, _: Style) -> str:
    return str(half_up(facts["importer"], facts["exporter"], 3))


def _balances(facts: Facts, style: Style) -> str:
    mine, theirs = facts["value"], facts["partner_value"]
    return (
        f"{window(facts)}：{facts['reporter'].name_zh}公布{named(mine.value)}{plain(mine, style)}，"
        f"{facts['partner'].name_zh}公布{named(theirs.value)}{plain(theirs, style)}；"
        f"後者轉為前者方向，相差{money(facts['gap'], style)}。"
    )


def _valued(how: str) -> str:
    return VALUED.get(how, how)


def _cif(facts: Facts, _: Style) -> str:
    return (
        f"計價：{facts['importer'].name_zh}進口為{_valued(facts['imports'])}（含運費及保險費），"
        f"{facts['exporter'].name_zh}出口為{_valued(facts['exports'])}（不含）"
    )


def _customs_value(facts: Facts, _: Style) -> str:
    return (
        f"計價：{facts['importer'].name_zh}進口為{_valued(facts['imports'])}（不含運費及保險費），"
        f"不適用CIF換算；{facts['exporter'].name_zh}出口為{_valued(facts['exports'])}"
    )


SENTENCES: Sentences = {
    "title": lambda f, _s: (
        f"{f['reporter'].name_zh}與{f['partner'].name_zh}雙方公布之貿易統計，截至{month(f['through'])}"
    ),
    "subtitle": _subtitle,
    "window": lambda _f, _s: "",
    "goods": lambda _f, _s: "",
    "office": lambda f, _s: f"{f['place'].name_zh}公布",
    "gap": lambda _f, _s: "差額",
    "ratio_header": lambda _f, _s: "比率",
    "asymmetry": lambda _f, _s: "不對稱率%",
    "adjusted": lambda f, _s: f"CIF除以{float(f['factor']):g}後比率",
    "direction": _direction,
    "ratio": _ratio,
    "balances": _balances,
    "gap_turned": lambda f, s: f"上年同期差額為{money(f['base'], s)}：正負號改變，不可作為固定校正數。",
    "latest": lambda f, _s: f"雙方均有資料的最新月份為{month(f['latest'])}。",
    "why": lambda _f, _s: "雙方統計同一批貨品何以不同：",
    "cif": _cif,
    "customs_value": _customs_value,
    "rule": lambda _f, _s: "夥伴認定：進口按原產國，出口按最終已知目的地",
    "hubs": lambda _f, _s: "轉口：經香港或新加坡轉運之貨品，途中改變貿易夥伴",
    "triangular": lambda _f, _s: "三角貿易：甲地接單、由中國大陸或墨西哥等第三地出貨，雙方統計均不列",
    "lag": lambda _f, _s: "時間落差：海運20至40天後到貨，宜比較12個月合計，不宜單月",
    "processing": lambda _f, _s: "委託加工、退回貨品，以及保密資料",
    "errors": lambda _f, _s: "匯率換算、申報錯誤，以及修正時點不同",
    "systems": lambda f, _s: f"貿易制度：{'、'.join(f['systems'])}",
    "no_reconciliation": lambda _f, _s: "尚未查得兩國統計差異的公開調和研究。",
    "never_added": lambda _f, _s: "差額為進口方減出口方；兩機關數字不相加，亦不平均",
    "not_held": lambda f, _s: f"{f['place'].name_zh}{FLOW[f['flow']]}{window(f)}：未發布或未收錄",
    "divided": lambda f, _s: (
        f"{f['place'].name_zh}進口為CIF：末欄依所請除以{float(f['factor']):g}，其他各欄均為發布值"
    ),
    "not_divided": lambda f, _s: (
        f"{f['place'].name_zh}進口為{_valued(f['how'])}：不除以{float(f['factor']):g}"
    ),
}
