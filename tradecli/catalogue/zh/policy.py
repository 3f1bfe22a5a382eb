"""Traditional Chinese: the numbers of US trade policy."""

from __future__ import annotations

MESSAGES = {
    "policy.title": "美國貿易政策與{economy}：對等關稅稅率（%），依日期列示",
    "policy.days": "日期",
    "policy.status": "",
    "policy.economy": "{place}",
    "policy.legal_basis": "法律依據",
    "policy.note": "說明",
    "policy.valid": "{start}至{to}",
    "policy.valid_from": "{start}起",
    "policy.valid_on": "{start}",
    "policy.state_announced": "宣布",
    "policy.state_in_force": "實施",
    "policy.state_agreed": "協議",
    "policy.state_struck_down": "判定違法",
    "policy.state_not_known": "本版程式所不知",
    "policy.remark": "{remark}",
    "policy.goods": "貨品",
    "policy.goods_and_services": "貨品及服務",
    "policy.criterion": "美國財政部標準一之貨品部分：截至{through:month}的四季，{economy}對美出超{surplus:full}"
    "（美國普查局統計），僅貨品即達門檻{threshold:full}（{scope}）。",
    "policy.criterion.not_reached": "美國財政部標準一之貨品部分：截至{through:month}的四季，{economy}對美出超"
    "{surplus:full}（美國普查局統計），僅貨品未達門檻{threshold:full}（{scope}）。",
    "policy.no_criterion": "無法判斷{economy}是否達財政部標準一：無四季出入超資料。",
    "policy.formula.announced": "以當時所知{year}年美國出口{exports:full}、進口{imports:full}代入，"
    "2025年4月2日公式得{rate}%；宣布{announced}%[，附件為{annex}%]。",
    "policy.formula.known": "以現知數字（{vintage}版，{year}年美國出口{exports:full}、進口{imports:full}）代入，"
    "公式得{rate}%。",
    "policy.layer": "所列僅對等關稅一層，不含最惠國稅率及232、301條款關稅",
    "policy.goods_only": "財政部另看服務貿易、經常帳與匯市干預，均不在所用資料來源之內",
    "policy.inferred_rounding": "無條件進位係推論：如此可得所有公布稅率，四捨五入則否",
    "policy.source": "來源：{source}",
}
