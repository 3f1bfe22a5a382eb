"""Traditional Chinese: how a figure is cited."""

from __future__ import annotations

MESSAGES = {
    "cite.title": "{reporter}{flow:direction}{partner}[{goods}]{flow:flow}，{window}",
    "cite.sentence": "{window}{reporter}{flow:direction}{partner}[{goods}]{flow:flow}{figure.money:full}（{by}）。",
    "cite.sentence.balance": "{window}{reporter}對{partner}[{goods}]{figure:called}{size:full}（{by}）。",
    "cite.by": "{publisher}{day}發布[（{inferred}）][，{how}][，{valuations:valuations}]",
    "cite.by.own_table": "自有資料表{publisher}，{day}[，{how}]",
    "cite.inferred": "推定日",
    "cite.how": "計算值",
    "cite.how.sum": "各月合計",
    "cite.how.sum_across_vintages": "各月跨版合計",
    "cite.how.difference": "出口減進口",
    "cite.field": "項目",
    "cite.content": "內容",
    "cite.row_sentence": "引文",
    "cite.row_attribution": "出處標示",
    "cite.row_licence": "授權",
    "cite.row_day": "發布日",
    "cite.row_file": "檔案",
    "cite.row_sha256": "SHA-256",
    "cite.row_address": "網址",
    "cite.row_command": "重現指令",
    "cite.day.published": "{day}",
    "cite.day.retrieved": "{day}（取得日）",
    "cite.day.inferred": "最早{day}，最遲{known_by}（推定）",
    "cite.terms": "數字屬發布機關所有；非發布值者，請註明由何人計算",
}
