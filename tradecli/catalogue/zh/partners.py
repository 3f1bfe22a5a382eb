"""Traditional Chinese: where partners rank."""

from __future__ import annotations

MESSAGES = {
    "partners.title": "{reporter}貿易夥伴排名（{flow:flow}）[{goods}]，{window}",
    "partners.title.balance": "{reporter}貿易夥伴排名（出入超）[{goods}]，{window}",
    "partners.title.growth": "{reporter}貿易夥伴排名（{flow:flow}增減率）[{goods}]，{window}",
    "partners.title.growth.balance": "{reporter}貿易夥伴排名（出入超增減率）[{goods}]，{window}",
    "partners.title.region": "{reporter}{flow:flow}[{goods}]按洲及地區，{window}",
    "partners.title.region.balance": "{reporter}出入超[{goods}]按洲及地區，{window}",
    "partners.first.region": "{count}個有發布值的洲及地區中，{name}最大：{value:full}[，占總額{share}%]。",
    "partners.partner": "",
    "partners.share": "占比%",
    "partners.rank_before": "上年名次",
    "partners.advantage": "比較利益",
    "partners.advantage_value": "{advantage:decimal 2}",
    "partners.advantage_is": "比較利益：貿易夥伴占此類貨品進口之比重除以其占全部進口之比重（Balassa指數，僅就此市場）；"
    "大於1表示其在此市場較擅於銷售此類貨品",
    "partners.area": "（{name}）",
    "partners.first": "{who}居首[{before}]：{value:full}[，占總額{share}%]。",
    "partners.first.growth": "{who}居首[{before}]：{growth:moved}。",
    "partners.first.growth.deficit_widened": "{who}居首[{before}]：入超擴大，{growth:extent}。",
    "partners.first.growth.deficit_narrowed": "{who}居首[{before}]：入超縮小，{growth:extent}。",
    "partners.before": "（上年同期第{before}名）",
    "partners.before.same": "（與上年同期相同）",
    "partners.last": "對{who}入超最大，{value:size}。",
    "partners.climbed": "{who}上升最多，由第{before}名升至第{rank}名。",
    "partners.ranked_among": "排名限{window}有資料的{count}個貿易夥伴[，合計占總額{share}%]；其他夥伴可能介於其間",
    "partners.rest_holds": "所列{count}個貿易夥伴無上年同期資料，亦計入其他項：增減與百分點合計等於總額，金額合計則否",
    "partners.other_set": "所列{count}個中上年同期有資料者{before}個，上年名次限於其間",
    "partners.other_set.growth": "所列{listed}個中有增減率者{count}個，上年同期有增減率者{before}個，名次限於其間",
    "partners.deficits_ranked": "入超縮小視為出入超增加，入超擴大視為減少；正負號改變者不計增減率，亦不排名",
    "partners.areas_apart": "地區另列，不排名，亦不與其成員相加",
}
