"""Traditional Chinese: the numbers of US trade policy."""

from __future__ import annotations

from tradecli.render.style import Style
from tradecli.render.zh.terms import Facts, Sentences, money, month

STATES = {
    "announced": "宣布",
    "in force": "實施",
    "agreed": "協議",
    "struck down": "判定違法",
    "not known": "本版程式所不知",
}


def _valid(facts: Facts, _: Style) -> str:
    if facts["to"]:
        return f"{facts['start']}至{facts['to']}"
    return f"{facts['start']}起" if facts["status"] in {"in force", "not known"} else f"{facts['start']}"


def _criterion(facts: Facts, style: Style) -> str:
    verb = "即達" if facts["exceeds"] else "未達"
    what = "貨品及服務" if facts["services"] else "貨品"
    surplus = f"{facts['economy'].name_zh}對美出超{money(facts['value'], style)}（美國普查局統計）"
    threshold = f"門檻{money(facts['threshold'], style)}（{what}）"
    begin = f"美國財政部標準一之貨品部分：截至{month(facts['through'])}的四季"
    return f"{begin}，{surplus}，僅貨品{verb}{threshold}。"


def _formula(facts: Facts, style: Style) -> str:
    exports, imports = (money(facts[name], style) for name in ("exports", "imports"))
    given = f"{facts['year']}年美國出口{exports}、進口{imports}"
    if facts["announced"] is None:
        return f"以現知數字（{facts['vintage']}版，{given}）代入，公式得{facts['rate']}%。"
    annex = f"，附件為{facts['annex']}%" if facts["annex"] not in {None, facts["announced"]} else ""
    return f"以當時所知{given}代入，2025年4月2日公式得{facts['rate']}%；宣布{facts['announced']}%{annex}。"


SENTENCES: Sentences = {
    "title": lambda f, _s: f"美國貿易政策與{f['economy'].name_zh}：對等關稅稅率（%），依日期列示",
    "days": lambda _f, _s: "日期",
    "status": lambda _f, _s: "",
    "economy": lambda f, _s: str(f["place"].name_zh),
    "legal_basis": lambda _f, _s: "法律依據",
    "note": lambda _f, _s: "說明",
    "valid": _valid,
    "state": lambda f, _s: STATES[f["status"]],
    "remark": lambda f, _s: str(f["note_zh"]),
    "criterion": _criterion,
    "no_criterion": lambda f, _s: f"無法判斷{f['economy'].name_zh}是否達財政部標準一：未收錄四季出入超。",
    "formula": _formula,
    "layer": lambda _f, _s: "所列僅對等關稅一層，不含最惠國稅率及232、301條款關稅",
    "goods_only": lambda _f, _s: "財政部另看服務貿易、經常帳與匯市干預，均不在所用資料來源之內",
    "inferred_rounding": lambda _f, _s: "無條件進位係推論：如此可得所有公布稅率，四捨五入則否",
    "source": lambda f, _s: f"來源：{f['source']}",
}
