"""Traditional Chinese: two offices about the same trade."""

from __future__ import annotations

MESSAGES = {
    "mirror.title": "{reporter}與{partner}雙方公布之貿易統計[{goods}]，截至{through:month}",
    "mirror.subtitle": "{own}；{other}",
    "mirror.goods": "",
    "mirror.office": "{place}公布",
    "mirror.gap": "差額",
    "mirror.ratio_header": "比率",
    "mirror.asymmetry": "不對稱率%",
    "mirror.adjusted": "CIF除以{factor}",
    "mirror.direction": "  {first}至{second}",
    "mirror.direction.balance": "  各自出入超",
    "mirror.ratio": "{ratio:decimal 3}",
    "mirror.balances": "{window}：{reporter}公布{mine:called}{mine.money:size}，"
    "{partner}公布{theirs:called}{theirs.money:size}；後者正負號反轉後相差{gap:full}。",
    "mirror.gap_reversed": "上年同期差額為{base:full}：正負號改變，不可作為固定校正數。",
    "mirror.currencies": "{reporter}以{currency:currency}、{partner}以{partner_currency:currency}公布："
    "不予換算，故不列差額。",
    "mirror.newest": "雙方均有資料的最新月份為{newest:month}。",
    "mirror.why": "雙方統計同一批貨品何以不同：",
    "mirror.cif": "計價：{importer}進口為{imports:valued}（含運費及保險費），{exporter}出口為{exports:valued}（不含）",
    "mirror.customs_value": "計價：{importer}進口為{imports:valued}（不含運費及保險費），"
    "不適用CIF換算；{exporter}出口為{exports:valued}",
    "mirror.rule": "夥伴認定：進口按原產國，出口按最終已知目的地",
    "mirror.hubs": "轉口：經香港或新加坡轉運之貨品，途中改變貿易夥伴",
    "mirror.triangular": "三角貿易：甲地接單、由中國大陸或墨西哥等第三地出貨，雙方統計均不列",
    "mirror.lag": "時間落差：海運20至40天後到貨，宜比較12個月合計，不宜單月",
    "mirror.processing": "委託加工、退回貨品，以及保密資料",
    "mirror.errors": "匯率換算、申報錯誤，以及修正時點不同",
    "mirror.systems": "貿易制度：{systems}",
    "mirror.no_reconciliation": "尚未查得兩國統計差異的公開調和研究。",
    "mirror.never_added": "差額為進口方減出口方；兩機關數字不相加，亦不平均",
    "mirror.missing": "{place}{windows:joined}{flow:flow}：尚未發布或無資料",
    "mirror.divided": "{place}進口為CIF：末欄依所請除以{factor}，其他各欄均為發布值",
    "mirror.not_divided": "{place}進口為{how:valued}：不除以{factor}",
}
