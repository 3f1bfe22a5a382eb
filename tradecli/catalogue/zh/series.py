"""Traditional Chinese: series by month, quarter and year, of one or several partners."""

from __future__ import annotations

MESSAGES = {
    "series.title": "{reporter}{flow:direction}{partners}{flow:flow}[{goods}][，{by}]，"
    "{when}[，{adjustment:adjusted}]",
    "series.title.balance": "{reporter}對{partners}貿易出入超[{goods}][，{by}]，{when}[，{adjustment:adjusted}]",
    "series.by.quarter": "按季",
    "series.by.year": "按年",
    "series.when": "{first:short}至{last:short}",
    "series.when.one": "{last}",
    "series.partners": "[{places}及]{last}",
    "series.period": "",
    "series.quarter": "季別",
    "series.year": "年別",
    "series.qoq": "季增率",
    "series.partner": "{place:name}",
    "series.code": "{code}",
    "series.share": "占比%",
    "series.mark": "",
    "series.line": "{partner}，{window}：{figure.money:full}[（年增率{growth}）]。{standing}",
    "series.line.balance": "{partner}，{window}：{figure:called}{figure.money:size}[（年增率{growth}）]。{standing}",
    "series.share_record": "{partner}，{window}：占{flow:flow}{share}%，為至當期{window:scope}最高（自{since}起）。",
    "series.no_value": "[{place:name}：]{@no_value}",
    "series.no_value.missing": "[{place:name}：]{@no_value.missing}",
    "series.not_adding": "[{place:name}：]{window}出入超為發布值，非出口減進口",
    "series.twice": "{place:name}重複列出，僅列一次",
    "series.inside": "{outer:name}包含{inner:name}，各欄不可相加",
    "series.areas": "{areas:listed}可能包含並列之貿易夥伴，各欄不可相加",
    "series.aligned": "列至各貿易夥伴皆有資料之最新月份{through:month}；資料較新者：{ahead:listed}",
    "series.begins": "資料自{first:month}起",
    "series.holds": "{window}含{since:month}之前的月份",
    "series.not_whole": "{window}：至{through:month}僅有{months}個月中之{available}個月，不列合計",
    "series.releases": "[{place:name}：]資料版本{oldest}至{newest}",
}
