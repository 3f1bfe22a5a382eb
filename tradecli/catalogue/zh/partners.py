"""Traditional Chinese: where partners rank."""

from __future__ import annotations

MESSAGES = {
    "partners.title": "{reporter}貿易夥伴排名（{flow:flow}），{window}",
    "partners.title.balance": "{reporter}貿易夥伴排名（出入超），{window}",
    "partners.title.growth": "{reporter}貿易夥伴排名（{flow:flow}增減率），{window}",
    "partners.title.growth.balance": "{reporter}貿易夥伴排名（出入超增減率），{window}",
    "partners.partner": "",
    "partners.share": "占比%",
    "partners.rank_before": "上年名次",
    "partners.area": "（{name}）",
    "partners.first": "{name}居首[{before}]：{value:full}[，占總額{share}%]。",
    "partners.first.growth": "{name}居首[{before}]：{growth:moved}。",
    "partners.before": "（上年同期第{before}名）",
    "partners.before.same": "（與上年同期相同）",
    "partners.last": "最大入超來源為{name}，{value:size}。",
    "partners.climbed": "{name}上升最多，由第{before}名升至第{rank}名。",
    "partners.ranked_among": "排名限{window}有資料的{count}個貿易夥伴[，合計占總額{share}%]；其他夥伴可能介於其間",
    "partners.other_set": "所列{count}個中上年同期有資料者{before}個，上年名次限於其間",
    "partners.areas_apart": "地區另列，不排名，亦不與其成員相加",
}
