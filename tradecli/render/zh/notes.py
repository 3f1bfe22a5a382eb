"""Traditional Chinese: what qualifies a figure."""

from __future__ import annotations

from tradecli.render.style import Style
from tradecli.render.zh.terms import ADJUSTED, FLOW, Facts, Sentences, currency, money, rate_of, window


def _no_value(facts: Facts, _: Style) -> str:
    name = f"{FLOW[facts['flow']]}{window(facts)}"
    if facts["note"] == "missing":
        return f"{name}：未發布或未收錄"
    held, _, months = facts["note"].removeprefix("incomplete(").removesuffix(")").partition(" of ")
    return f"{name}：{months}個月中僅有{held}個月，不以較短期間相比"


def _older_inputs(facts: Facts, _: Style) -> str:
    return f"{FLOW[facts['flow']]}{window(facts)}：資料版本{facts['oldest']}至{facts['newest']}"


def _base_superseded(facts: Facts, style: Style) -> str:
    return (
        f"{FLOW[facts['flow']]}{window(facts)}：{facts['day']}已另發布{facts['year']}年全年"
        f"{money(facts['published'], style)}（原為{money(facts['without'], style)}），"
        "成長率仍按較舊基期計算"
    )


def _does_not_add(facts: Facts, style: Style) -> str:
    tiny = style.prints_as_zero(facts["gap"])
    gap = "不足表列末位數" if tiny else money(facts["gap"], style)
    return f"出入超為發布值，與表列出口減進口相差{gap}"


def _day_inferred(facts: Facts, _: Style) -> str:
    return (
        f"{facts['day']}版為推定發布日，最遲{facts['known_by']}已公開；"
        f"{facts['as_of']}當日可能尚未公開（--as-of-strict 可排除）"
    )


def _new_year_pair(facts: Facts, _: Style) -> str:
    rate = rate_of(facts["rate"]) or "無成長率"
    return f"{facts['year']}年1-2月合計{FLOW[facts['flow']]}{rate}（春節落點不同）"


SENTENCES: Sentences = {
    "no_value": _no_value,
    "older_inputs": _older_inputs,
    "other_vintage": lambda f, _s: f"{FLOW[f['flow']]}{window(f)}：資料版本{f['day']}",
    "as_published": lambda f, _s: f"{FLOW[f['flow']]}{window(f)}：採{f['day']}發布值，非以出口減進口計算",
    "base_superseded": _base_superseded,
    "does_not_add": _does_not_add,
    "day_inferred": _day_inferred,
    "new_year_pair": _new_year_pair,
    "new_year_coming": lambda f, _s: f"春節在1、2月間移動：{f['year']}年2月發布後宜看1-2月合計",
    "leap_year": lambda f, _s: f"{f['year']}年2月為29天，較平年多3.6%，未予調整",
    "deficit_growth": lambda _f, _s: "兩期均為入超時，年增率指入超金額的增減幅度",
    "adjustment": lambda f, s: f"當期{currency(s)}計價，{ADJUSTED[f['adjustment']]}",
    "member_sums": lambda f, _s: f"{f['partner']}：成員合計較該地區發布值新者，採成員合計",
    "as_computed": lambda f, _s: f"紀錄標記（{f['mark']}）係與先前所有現有月份相比",
}
