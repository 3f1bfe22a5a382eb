"""Traditional Chinese: titles and descriptions of charts."""

from __future__ import annotations

from tradecli.render.style import Style
from tradecli.render.words import sentence
from tradecli.render.zh.terms import Facts, Sentences, called, money, month, plain, unit


def _of(facts: Facts) -> str:
    direction = {"export": "對", "import": "自", "balance": "對"}[facts["flow"]]
    goods = f"（{facts['commodity_zh']}）" if facts["commodity_zh"] else ""
    return f"{facts['reporter'].name_zh}{direction}{facts['partner'].name_zh}{called(facts)}{goods}"


def _line_title(facts: Facts, style: Style) -> str:
    figure = plain(facts["value"], style)
    return f"{_of(facts)}{month(facts['through'])}為{figure}，{sentence(facts['standing'], style)}"


def _line_alt(facts: Facts, style: Style) -> str:
    low = f"最低{month(facts['low_month'])}{money(facts['low'], style)}"
    high = f"最高{month(facts['high_month'])}{money(facts['high'], style)}"
    marked = "、".join(month(period) for period in facts["records"])
    records = f"創紀錄月份：{marked}。" if marked else "各月均未創紀錄。"
    missing = f"缺{facts['missing']}個月。" if facts["missing"] else ""
    return (
        f"折線圖，{_of(facts)}，{month(facts['first'])}至{month(facts['through'])}，單位{unit(style)}："
        f"{low}，{high}，最近一月{money(facts['value'], style)}。{records}{missing}"
    )


def _bars_alt(facts: Facts, style: Style) -> str:
    told = "、".join(f"{sentence(label, style)}{style.money(amount)}" for label, amount in facts["largest"])
    count = f"長條圖，{facts['count']}項，單位{unit(style)}"
    return f"{count}：{sentence(facts['title'], style)}。最大者：{told}。"


SENTENCES: Sentences = {
    "month": lambda f, _s: f"{f['through'].year}-{f['through'].month:02}",
    "line_title": _line_title,
    "line_alt": _line_alt,
    "bars_alt": _bars_alt,
    "record": lambda _f, _s: "創紀錄月份",
}
