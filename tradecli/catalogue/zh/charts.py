"""Traditional Chinese: titles and descriptions of charts."""

from __future__ import annotations

MESSAGES = {
    "charts.of": "{reporter}[{figure.flow:direction}{partner}]{figure:called}[（{commodity:goods}）]",
    "charts.all": "{reporter}[{flow:direction}{partner}]{flow:flow}[（{commodity:goods}）]",
    "charts.title": "{@charts.of}{window}為{size:full}",
    "charts.title.rise": "{@charts.of}{window}升至{size:full}，{growth:moved}",
    "charts.title.rise.multiple": "{@charts.of}{window}升至{size:full}，{growth:moved}",
    "charts.title.rise.deficit": "{@charts.of}{window}擴大至{size:full}，{growth:moved}",
    "charts.title.rise.deficit.multiple": "{@charts.of}{window}擴大至{size:full}，{growth:moved}",
    "charts.title.fall": "{@charts.of}{window}降至{size:full}，{growth:moved}",
    "charts.title.fall.deficit": "{@charts.of}{window}縮小至{size:full}，{growth:moved}",
    "charts.title.turn": "{reporter}[對{partner}]貿易[（{commodity:goods}）]{window}轉為{figure:called}{size:full}",
    "charts.title.record": "{@charts.of}{window}達{size:full}，創{kind}新高",
    "charts.title.record.deficit": "{@charts.of}{window}擴大至{size:full}，為{kind}最大",
    "charts.title.record.passed": "{@charts.of}{window}達{size:full}，創當時{kind}新高",
    "charts.title.record.deficit.passed": "{@charts.of}{window}擴大至{size:full}，為當時{kind}最大",
    "charts.record_kind.month": "歷年單月",
    "charts.record_kind.quarter": "歷年單季",
    "charts.record_kind.year": "歷年全年",
    "charts.record_kind.rolling_12": "歷來12個月",
    "charts.record_kind.year_to_date": "歷年同期",
    "charts.subtitle": "{reporter}[{flow:direction}{partner}]{every}{flow:flow}[（{commodity:goods}）]，"
    "{first:when}至{last:when}，{currency:unit}",
    "charts.subtitle.balance": "{reporter}[對{partner}]{every}出入超[（{commodity:goods}）]（出口減進口），"
    "{first:when}至{last:when}，{currency:unit}",
    "charts.every.month": "單月",
    "charts.every.quarter": "單季",
    "charts.every.year": "全年",
    "charts.every.rolling_12": "近12個月",
    "charts.every.year_to_date": "歷年同期（1-{last.through.month}月）",
    "charts.source": "資料來源：{source}",
    "charts.source.own_table": "資料來源：自有資料表{publisher}，{vintage}版[ · {as_of}當日所知]",
    "charts.record": "當時創新高",
    "charts.deepest": "當時入超最大",
    "charts.no_figure": "無資料",
    "charts.drawing.line": "折線圖",
    "charts.drawing.columns": "長條圖",
    "charts.alt": "{drawing}，{@charts.all}，{first:when}至{last:when}，單位{currency:unit}：最低{low.window}{low.money:full}，"
    "最高{high.window}{high.money:full}，最近{newest.money:full}。[{records}][{deepest}][{gaps}]",
    "charts.records": "當時創新高：{windows:listed 、}。",
    "charts.records.many": "{count}次創新高，最近為{last}。",
    "charts.records.none": "各期均未創紀錄。",
    "charts.deepests": "當時入超最大：{windows:listed 、}。",
    "charts.deepests.many": "{count}次入超創紀錄，最近為{last}。",
    "charts.gaps": "缺{missing}期資料。",
    "charts.gaps.one": "缺{missing}期資料。",
    "charts.compared_title": "{window}{reporter}{flow:flow}[（{commodity:goods}）]，所比{count}個貿易夥伴中以{most}最多，"
    "為{high.money:full}",
    "charts.compared_title.balance": "{window}{reporter}貿易[（{commodity:goods}）]，所比{count}個貿易夥伴中對{most}出超最大"
    "[，對{least}入超最大]",
    "charts.compared_title.deficit": "{window}{reporter}貿易[（{commodity:goods}）]，所比{count}個貿易夥伴中對{least}入超最大，"
    "為{size:full}",
    "charts.compared": "{reporter}{every}{flow:flow}[（{commodity:goods}）]，按貿易夥伴，{first:when}至{last:when}，{currency:unit}",
    "charts.compared.balance": "{reporter}{every}出入超[（{commodity:goods}）]（出口減進口），按貿易夥伴，"
    "{first:when}至{last:when}，{currency:unit}",
    "charts.compared_alt": "折線圖，{reporter}{flow:direction}{partners:listed 、}{flow:flow}[（{commodity:goods}）]，"
    "{first:when}至{last:when}，單位{currency:unit}。最近：{ends:listed 、}。",
    "charts.end": "{name}{figure.money}",
    "charts.bars_alt": "長條圖，{count}項，單位{currency:unit}：{title}。最大者：{largest:listed 、}。",
    "charts.bars_title": "{reporter}[{flow:direction}{partner}]{flow:flow}增加{total:full}，其中{part}占{moved:full}",
    "charts.bars_title.fall": "{reporter}[{flow:direction}{partner}]{flow:flow}減少{total:full}，其中{part}占{moved:full}",
    "charts.bars_title.balance": "{reporter}[對{partner}]貿易差額改善{total:full}，其中{part}貢獻{moved:full}",
    "charts.bars_title.balance.fall": "{reporter}[對{partner}]貿易差額惡化{total:full}，其中{part}占{moved:full}",
    "charts.bars_subtitle": "{title}：較上年同期增減，{currency:unit}",
    "charts.bar": "{name}{change}",
    "charts.figures": "數據",
}
