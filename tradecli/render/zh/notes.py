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


#: Why a row of an own table is left out, by its English name.
_RULES = {
    "an unreadable period": "期別無法辨識",
    "a period after the table was written": "期別晚於檔案日期",
    "an unknown flow": "進出口別不明",
    "an empty partner": "貿易夥伴空白",
    "an area or a total for its partner": "貿易夥伴為地區或合計",
    "a malformed commodity code": "貨品號列格式有誤",
    "a commodity code shorter than asked for": "貨品號列位數不足",
    "an empty value": "金額空白",
    "a value that is no number": "金額非數字",
    "a negative value": "金額為負",
    "a value with more decimals than are read": "金額小數位數過多",
    "a value larger than any trade figure": "金額過大",
}


def _own_table(facts: Facts, _: Style) -> str:
    read = f"自有資料表{facts['path']}：{facts['files']:,}個檔案、{facts['rows']:,}列"
    return f"{read}；版本日為最新檔案日期；無資料之月份不以零計" if facts["records"] else read


def _own_table_dropped(facts: Facts, _: Style) -> str:
    rules = "、".join(f"{_RULES.get(rule, rule)}{count:,}列" for rule, count in facts["dropped"].items())
    return f"自有資料表未採計：{rules}"


def _own_table_unknown(facts: Facts, _: Style) -> str:
    listed = "、".join(f"{text}（{count:,}列）" for text, count in facts["unknown"].items())
    return f"代碼表所無之貿易夥伴，僅計入全球：{listed}"


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
    "own_table": _own_table,
    "own_table_dropped": _own_table_dropped,
    "own_table_unknown": _own_table_unknown,
    "member_sums": lambda f, _s: f"{f['partner']}：成員合計較該地區發布值新者，採成員合計",
    "as_computed": lambda f, _s: f"紀錄標記（{f['mark']}）係與先前所有現有月份相比",
}
