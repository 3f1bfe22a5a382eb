"""Traditional Chinese: what cannot be answered, and the newest month that can."""

from __future__ import annotations

WORDINGS = {
    " for {through}": "{through}",
    " for {last}": "{last}",
    " in {through}": "{through}",
    " on {as_of}": "（{as_of}當日）",
    " ({span})": "（{span}）",
    "the newest month is {last}": "最新月份為{last}",
    "the newest month that can be answered is {last}": "可作答的最新月份為{last}",
    "the newest month that has one{day} is {last}": "有資料的最新月份為{last}{day}",
    "the newest month it can answer{day} is {last}": "可作答的最新月份為{last}{day}",
    "the newest month that both have is {last}": "雙方均有資料的最新月份為{last}",
    "no month is available": "沒有任何月份的資料",
    "a month is missing": "缺月份",
    # Flows and balance.
    "no {flow}{month} ({source})": "沒有{month}{flow}資料（{source}）",
    "{what}: {why}{day}": "{what}：{why}{day}",
    "{what}: none are available{day}": "{what}：無資料可用{day}",
    "not released": "尚未發布",
    "not published, or not available": "未發布或未收錄",
    "--months takes 1 to {most}": "--months可用1至{most}",
    "a series of {months} months cannot be shown": "無法顯示{months}個月的數列",
    "no balance with {partner.prose}{month} ({source}): {why}": "沒有{month}對{partner.name_zh}的出入超（{source}）：{why}",
    "{flow}s are known to {last}": "{flow}資料至{last}",
    "{flow}s are known for no month": "{flow}各月均無資料",
    "no trade with {partner.prose} is known{month} ({source})": "沒有{month}與{partner.name_zh}的貿易資料（{source}）",
    "exports to {partner.prose}": "對{partner.name_zh}出口",
    "imports from {partner.prose}": "自{partner.name_zh}進口",
    "balance with {partner.prose}": "對{partner.name_zh}出入超",
    "no figure of {what}{kind} is known{month} ({source})": "沒有{month}{what}{kind}的數字（{source}）",
    "no figure of {what} is known{month} ({source})": "沒有{month}{what}的數字（{source}）",
    # Breakdowns.
    "the {what} cannot be broken down{month} ({source}): the total or every part lacks "
    "the month or the one a year earlier": "無法分解{month}{what}（{source}）：總額或各部分缺當月或上年同月",
    "cannot break down by {by!r}": "無法依「{by}」分解",
    "known are {words}": "可用的是{words}",
    "by partner the whole world is broken down": "依貿易夥伴是就全球分解",
    "leave out --partner": "請省略--partner",
    "--classification names a list of commodities": "--classification指的是貨品分類",
    "add --by commodity": "請加上--by commodity",
    "partners cannot be ranked by {by!r}": "貿易夥伴無法依「{by}」排名",
    "--by takes {words}": "--by可用{words}",
    "--flow {flow} goes with --by growth, not with --by {by}": "--flow {flow}須搭配--by growth，不能搭配--by {by}",
    "rank by it: --by {flow}; or leave out --flow (TRADE_FLOW)": (
        "請依其排名：--by {flow}；或省略--flow（TRADE_FLOW）"
    ),
    # Charts.
    "--months goes with a line, not with --drivers": "--months用於折線圖，不能搭配--drivers",
    "leave out --months (TRADE_MONTHS)": "請省略--months（TRADE_MONTHS）",
    "--commodity goes with a line; --drivers shows all commodities": (
        "--commodity用於折線圖；--drivers顯示所有貨品"
    ),
    "leave out one of the two": "請省略其一",
    "a chart of {months} months shows nothing": "{months}個月畫不成圖",
    "--months takes 2 or more": "--months須為2以上",
    "--span goes with --drivers; a line shows months": "--span須搭配--drivers；折線圖顯示各月",
    "leave out --span (TRADE_SPAN)": "請省略--span（TRADE_SPAN）",
    "no {flow} figure of trade with {place.prose}{asked_for} ({source})": (
        "沒有{asked_for}對{place.name_zh}的{flow}數字（{source}）"
    ),
    # Mirror, revisions, policy.
    "{text!r} is no factor from FOB to CIF": "「{text}」不是FOB換算CIF的倍數",
    "write one such as --cif-fob 1.06": "請寫如--cif-fob 1.06",
    "{one.prose} and {other.prose} do not both report their trade{month}": (
        "{one.name_zh}與{other.name_zh}並未都申報雙方{month}的貿易"
    ),
    "customs records have one vintage: of them nothing is known to have been revised": (
        "海關紀錄只有一個版本，無從得知是否修正"
    ),
    "--table takes observations of several vintages as well": "--table亦可讀取含多個版本的觀測值",
    "a series of {months} windows cannot be shown": "無法顯示{months}期的數列",
    "policy numbers are about the official figures, not an own table": "政策門檻以官方數字為準，不適用自有資料表",
    "leave out --table": "請省略--table",
    "policy numbers are about trade with the United States": "政策門檻僅適用對美國貿易",
    "add --partner US": "請加上--partner US",
    # Rows that do not hold what they should.
    "not a table of observations: columns are {schema}": "不是觀測值資料表：欄位為{schema}",
    "{count} rows have {name}; the first is {where}": "{count}列{name}；第一列為{where}",
}
