"""Traditional Chinese: how a figure moved, month by month and against whole years."""

from __future__ import annotations

from tradecli.render.style import Style, defined, percent
from tradecli.render.zh.terms import FLOW, Facts, Sentences, money, month, named, plain, rate_of, window
from tradecli.report import Rate


def _moved(facts: Facts, style: Style) -> str:
    rate: Rate = facts["rate"]
    base = window({**facts, "through": facts["through"].replace(year=facts["through"].year - 1)})
    if not defined(rate):
        return f"{base}為{money(facts['base'], style)}。"
    change = facts["change"].value
    if change == 0:
        return f"與{base}持平。"
    more = "增加" if change > 0 else "減少"
    return f"較{base}{more}{plain(facts['change'], style)}，{rate_of(rate)}。"


def _sign_change(facts: Facts, style: Style) -> str:
    now, before = (named(facts[key].value) for key in ("value", "base"))
    return (
        f"由{before}{plain(facts['base'], style)}轉為{now}{plain(facts['value'], style)}，"
        f"變動{money(facts['change'], style)}；正負號改變，不計百分比。"
    )


def _deficit_moved(facts: Facts, style: Style) -> str:
    wider = facts["value"].value < facts["base"].value
    size = percent(facts["rate"]).replace("+", "").replace("-", "").replace(" %", "%")
    verb = "擴大" if wider else "縮小"
    told = rate_of(facts["rate"]) if "x" in size else f"幅度{size}"
    return f"入超{verb}{plain(facts['change'], style)}，{told}。"


def _exceeds_every_year(facts: Facts, style: Style) -> str:
    side = "入超" if facts["deficit"] else "出超"
    highest = plain(facts["highest"], style)
    return f"已超過{facts['since']}年以來各年全年{side}，最高為{facts['year']}年的{highest}。"


def _exceeds_last_year(facts: Facts, style: Style) -> str:
    return (
        f"已超過{facts['last_year']}年全年（{money(facts['last'], style)}）；"
        f"全年紀錄為{facts['year']}年的{money(facts['highest'], style)}。"
    )


def _month_line(facts: Facts, style: Style) -> str:
    def told(flow: str) -> str:
        rate = rate_of(facts[f"{flow}_yoy"])
        label = named(facts["balance"].value) if flow == "balance" else FLOW[flow]
        amount = plain(facts[flow], style) if facts[flow].value is not None else "無資料"
        return f"{label}{amount}" + (f"（{rate}）" if rate else "")

    return f"{month(facts['through'])}：{'、'.join(told(flow) for flow in ('balance', 'export', 'import'))}。"


def _reported(facts: Facts, style: Style) -> str:
    press = "（新聞稿）" if facts["press"] else ""
    day = f"{facts['day']}{'（推定日）' if facts['inferred'] else ''}"
    return (
        f"{day}發布值：{money(facts['value'], style)}{press}（{FLOW[facts['flow']]}，{window(facts)}），"
        f"其後修正{money(facts['revised'], style)}。"
    )


SENTENCES: Sentences = {
    "moved": _moved,
    "sign_change": _sign_change,
    "deficit_widened": _deficit_moved,
    "deficit_narrowed": _deficit_moved,
    "exceeds_every_year": _exceeds_every_year,
    "exceeds_last_year": _exceeds_last_year,
    "month_line": _month_line,
    "reported": _reported,
}
