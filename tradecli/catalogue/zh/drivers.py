"""Traditional Chinese: which parts of a total moved it."""

from __future__ import annotations

MESSAGES = {
    "drivers.title.commodity": "{reporter}{flow:direction}{partner}{flow:flow}[{goods}]變動來源，{window}，按貨品",
    "drivers.title.commodity.balance": "{reporter}對{partner}出入超[{goods}]變動來源，{window}，按貨品",
    "drivers.title.partner": "{reporter}{flow:direction}{partner}{flow:flow}[{goods}]變動來源，{window}，按貿易夥伴",
    "drivers.title.partner.balance": "{reporter}對{partner}出入超[{goods}]變動來源，{window}，按貿易夥伴",
    "drivers.title.region": "{reporter}{flow:direction}{partner}{flow:flow}[{goods}]變動來源，{window}，按洲及地區",
    "drivers.title.region.balance": "{reporter}對{partner}出入超[{goods}]變動來源，{window}，按洲及地區",
    "drivers.against.region": "{count}個洲或地區反向變動，以{most}最多。",
    "drivers.against.region.one": "{count}個洲或地區反向變動：{most}。",
    "drivers.part": "",
    "drivers.share_of_change": "占增減額%",
    "drivers.total": "{figure:called}較上年同期增加{change:size}[（{growth:moved}）]",
    "drivers.total.fall": "{figure:called}較上年同期減少{change:size}[（{growth:moved}）]",
    "drivers.total.deficit_widened": "入超較上年同期擴大{change:size}（{growth:extent}）",
    "drivers.total.deficit_narrowed": "入超較上年同期縮小{change:size}（{growth:extent}）",
    "drivers.total.sign_change": "由上年同期{base.money:side}{base.money:size}"
    "轉為{figure.money:side}{figure.money:size}，變動{change:full}",
    "drivers.carried": "{total}，主要來自{led:listed 、}。",
    "drivers.moved_alone": "{total}。",
    "drivers.led": "{who:inline}增加{change:size}[（貢獻{points}個百分點[，占增額{share}%]）]",
    "drivers.led.fall": "{who:inline}減少{change:size}[（貢獻{points}個百分點[，占減額{share}%]）]",
    "drivers.led.deficit": "{who:inline}{change:full}[（貢獻{points}個百分點[，占變動{share}%]）]",
    "drivers.moved": "{who:inline}增加{change:size}",
    "drivers.moved.fall": "{who:inline}減少{change:size}",
    "drivers.moved.deficit": "{who:inline}{change:full}",
    "drivers.unchanged": "{figure:called}{window}與上年同期持平。",
    "drivers.no_part": "{window}{total}，所列各項無同向變動者。",
    "drivers.against.partner": "{count}個貿易夥伴反向變動，以{most}最多。",
    "drivers.against.partner.one": "{count}個貿易夥伴反向變動，以{most}最多。",
    "drivers.against.commodity": "{count}個貨品類別反向變動，以{most}最多。",
    "drivers.against.commodity.one": "{count}個貨品類別反向變動，以{most}最多。",
    "drivers.rest_is.partner": "{@rest.partner}：發布總額減兩期均有資料的{count}個貿易夥伴（地區不列，因其成員已列），"
    "以未四捨五入數字計算",
    "drivers.rest_is.partner.one": "{@rest.partner}：發布總額減兩期均有資料的1個貿易夥伴（地區不列，因其成員已列），"
    "以未四捨五入數字計算",
    "drivers.rest_is.commodity": "{@rest.commodity}：發布總額減兩期均有資料的{count}個貨品類別（互不重疊），"
    "以未四捨五入數字計算",
    "drivers.rest_is.commodity.one": "{@rest.commodity}：發布總額減兩期均有資料的1個貨品類別（互不重疊），"
    "以未四捨五入數字計算",
    "drivers.negative_rest": "其他項為負：各項與總額版本不同，或有重疊",
    "drivers.no_points": "不計百分點貢獻：{reason}；請看增減金額",
    "drivers.no_points.sign_change": "不計百分點貢獻：出入超正負號改變；請看增減金額",
    "drivers.no_points.zero_base": "不計百分點貢獻：上年同期為零；請看增減金額",
    "drivers.no_points.no_trade": "不計百分點貢獻：兩期均無貿易；請看增減金額",
    "drivers.small_total_change": "總額變動不及0.5%，不計占增減額比重",
    "drivers.rounding": "因四捨五入，各項之和未必等於總數；未四捨五入者相等",
}
