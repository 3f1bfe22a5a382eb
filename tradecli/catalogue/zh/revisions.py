"""Traditional Chinese: how figures were revised, and how sure a first one is."""

from __future__ import annotations

MESSAGES = {
    "revisions.title": "{reporter}{flow:direction}{partner}{flow:flow}{span:spans}數字之初次發布值與其後修正，"
    "截至{through:month}",
    "revisions.title.one": "{reporter}{flow:direction}{partner}{flow:flow}，{window}歷次發布值",
    "revisions.first": "初次發布",
    "revisions.now": "現值",
    "revisions.published": "發布日",
    "revisions.step": "修正",
    "revisions.since_first": "較初次發布",
    "revisions.percent": "%",
    "revisions.mark": "",
    "revisions.figures": "發布次數",
    "revisions.day": "{day}",
    "revisions.day.inferred": "~{day}",
    "revisions.month": "{month:month}",
    "revisions.counted": "{since:month}以來{flow:flow}[{kind:spans}]初次發布值{n}筆",
    "revisions.usual": "{@revisions.counted}：通常修正幅度{median:decimal 2}%，"
    "九成介於{low:decimal 2}%與{high:decimal 2}%；下修{down}次、上修{up}次、進位範圍內{unmoved}次。",
    "revisions.too_few": "{@revisions.counted}：筆數過少，不論通常修正幅度。",
    "revisions.unusual": "異常修正：{window}修正{revised:full}[（{percent}%）]，"
    "為通常幅度的{usual:decimal 0}倍[、其他各筆平均的{others:decimal 0}倍]。",
    "revisions.reversed_mom": "{n}筆初次發布值中，月增減方向其後改變者{k}筆[（{when}）]。",
    "revisions.reversed_yoy": "{n}筆初次發布值中，年增減方向其後改變者{k}筆[（{when}）]。",
    "revisions.made": "修正後成為紀錄：{window}初次發布時非紀錄，現為紀錄。",
    "revisions.unmade": "修正後失去紀錄：{window}初次發布時為紀錄，現已不是。",
    "revisions.margin": "{window}創紀錄，領先{margin:size}，為通常修正的{times:decimal 0}倍。",
    "revisions.margin.thin": "{window}創紀錄，領先{margin:size}，不及一次通常修正，紀錄未必站穩。",
    "revisions.none": "現有版本中，{flow:flow}初次發布值均未再發布，無從得知修正幅度。",
    "revisions.first_estimate": "初次發布值：先前{flow:flow}初次發布值{n}筆，"
    "修正幅度中位數{median:decimal 2}%（下修{down}次、上修{up}次）。",
    "revisions.first_estimate.few_balances": "初次發布值：出入超修正筆數過少；先前{flow:flow}初次發布值{n}筆，"
    "修正幅度中位數{median:decimal 2}%（下修{down}次、上修{up}次）。",
    "revisions.first_estimate.unknown": "初次發布值：同類數字曾經修正者{n}筆，不足以判斷。",
    "revisions.first_estimate.unknown.none": "初次發布值：同類數字尚無修正者，不足以判斷。",
    "revisions.oldest_available": "無初次發布值者，所列為現有最早版本，不計入初次發布值",
    "revisions.inferred": "~ 為推定日：檔案中最新月份的發布日",
    "revisions.difference": "出入超為發布值，或以當日所知出口減進口計算",
    "revisions.marked": "{mark} 表示修正幅度逾通常的{limit}倍",
    "revisions.matrix": "各欄為當日所知數字；空白表示當日尚無資料",
}
