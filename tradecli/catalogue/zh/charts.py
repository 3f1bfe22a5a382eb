"""Traditional Chinese: titles and descriptions of charts."""

from __future__ import annotations

MESSAGES = {
    "charts.of": "{reporter}{figure.flow:direction}{partner}{figure:called}[（{commodity}）]",
    "charts.line_title": "{@charts.of}{month}為{size:full}，{standing}",
    "charts.line_alt": "{@charts.range}創紀錄月份：{records:listed 、}。[{gaps}]",
    "charts.line_alt.no_record": "{@charts.range}各月均未創紀錄。[{gaps}]",
    "charts.range": "折線圖，{@charts.of}，{first}至{month}，單位{currency:unit}：最低{low.window}{low.money:full}，"
    "最高{high.window}{high.money:full}，最近一月{figure.money:full}。",
    "charts.gaps": "缺{missing}個月。",
    "charts.gaps.one": "缺{missing}個月。",
    "charts.bars_alt": "長條圖，{count}項，單位{currency:unit}：{title}。最大者：{largest:listed 、}。",
    "charts.bars_subtitle": "{title} · {subtitle}",
    "charts.bar": "{name}{change}",
    "charts.record": "創紀錄月份",
}
