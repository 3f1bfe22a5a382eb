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
    "no exports to {partner.prose}{month} ({source})": "沒有{month}對{partner.name_zh}的出口資料（{source}）",
    "no exports of {goods.name} to {partner.prose}{month} ({source})": "沒有{month}對{partner.name_zh}的{goods.name_zh}出口資料（{source}）",
    "no imports of {goods.name} from {partner.prose}{month} ({source})": "沒有{month}自{partner.name_zh}的{goods.name_zh}進口資料（{source}）",
    "no imports from {partner.prose}{month} ({source})": "沒有{month}自{partner.name_zh}的進口資料（{source}）",
    "{what}: not published, or not available{day}": "{what}：未發布或未收錄{day}",
    "{what}: none are available{day}": "{what}：無資料可用{day}",
    "--months takes 1 to {most}": "--months可用1至{most}",
    "a series of {months} months cannot be shown": "無法顯示{months}個月的數列",
    "no balance with {partner.prose}{month} ({source}): {why}": "沒有{month}對{partner.name_zh}的出入超（{source}）：{why}",
    "{flow}s are known to {last}": "{flow}資料至{last}",
    "years to {year} are known: trade surplus {pair} --by year; months: {command}": (
        "至{year}年的年資料可查：trade surplus {pair} --by year；月資料：{command}"
    ),
    "the other adjustment is known to {last}: --adjustment {other}": "另一調整別至{last}可查：--adjustment {other}",
    "{flow}s are known for no month": "{flow}各月均無資料",
    "no trade with {partner.prose} is known{month} ({source})": "沒有{month}與{partner.name_zh}的貿易資料（{source}）",
    "exports to {partner.prose}": "對{partner.name_zh}出口",
    "imports from {partner.prose}": "自{partner.name_zh}進口",
    "balance with {partner.prose}": "對{partner.name_zh}出入超",
    "no figure of {what}{kind} is known{month} ({source})": "沒有{month}{what}{kind}的數字（{source}）",
    "no figure of {what} is known{month} ({source})": "沒有{month}{what}的數字（{source}）",
    # Breakdowns.
    "the {what} cannot be broken down by commodity ({source}): its figures here are totals alone": (
        "{what}無法按貨品分解（{source}）：此處僅有總額"
    ),
    "by partner: {way}": "按貿易夥伴：{way}",
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
        "沒有{asked_for}與{place.name_zh}貿易的{flow}數字（{source}）"
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
    # Shares, several partners and series.
    "a balance has no share: balances of partners have both signs, and add up to a total near zero": (
        "出入超沒有比重：各貿易夥伴有出超亦有入超，合計可能近於零"
    ),
    "ask for the share of a flow: trade exports --share, trade imports --share": (
        "請查詢進出口的比重：trade exports --share、trade imports --share"
    ),
    "the figures of this source do not tell re-exports and re-imports apart: they are in the totals": (
        "此來源之數字未分列復出口與復進口：均含於總額"
    ),
    "name a table that does, such as a download of UN Comtrade: --table FILE": (
        "請指定有分列之資料表，例如聯合國Comtrade的下載檔：--table FILE"
    ),
    "the table {path} does not tell {flow} apart: no row has such a flow": (
        "資料表{path}未分列{flow}：沒有此種流向的資料列"
    ),
    "rows are read whose flow is {words}, as in a download of UN Comtrade": (
        "讀取流向為{words}之資料列，如聯合國Comtrade的下載檔"
    ),
    "re-exports": "復出口",
    "re-imports": "復進口",
    "published figures of trade come without quantities: unit values need records that have them": (
        "發布之貿易數字不含數量：單位價值須有含數量的紀錄"
    ),
    "name a table: --table PATH --columns ...,quantity=netWgt,quantity_unit=kg": (
        "請指明資料表：--table PATH --columns ...,quantity=netWgt,quantity_unit=kg"
    ),
    "the share of all partners is 100 %: --share is a partner's share of the total": (
        "所有貿易夥伴的比重為100%：--share是某一貿易夥伴占總額的比重"
    ),
    "name a partner: --partner US; shares of goods: trade drivers": (
        "請指明貿易夥伴：--partner US；貨品的比重：trade drivers"
    ),
    "--policy answers for one partner and month": "--policy只回答單一貿易夥伴與月份",
    "there is no series by {by!r}": "沒有依「{by}」的數列",
    "--from and --months exclude each other: both say where the series begins": (
        "--from與--months不能並用：兩者均指定數列的起點"
    ),
    "leave out one of them": "請省略其一",
    "the series would begin after it ends: --from {since} is after --through {through}": (
        "數列的起點晚於終點：--from {since}晚於--through {through}"
    ),
    "exchange them: --from {through} --through {since}": "請對調：--from {through} --through {since}",
    "nothing is published from {since} on of trade{whose}": "{since}起尚未發布{whose}貿易資料",
    " with {partners}": "對{partners}的",
    "this question takes one partner, not several: {codes}": "此問題只能有一個貿易夥伴，不能有數個：{codes}",
    "ask once for each; surplus, exports and imports take several": (
        "請逐一查詢；surplus、exports與imports可有數個"
    ),
    "no partner is named": "未指明貿易夥伴",
    "name one or several: --partner US,JP": "請指明一個或數個：--partner US,JP",
    "by {by} the whole world is broken down": "依{by}分解時，對象為全球",
    "--top takes 1 or more, not {top}": "--top須為1以上，不能是{top}",
    "leave it out for everything": "若要全部，請省略",
    "--flow {flow} goes with --by growth or region, not with --by {by}": (
        "--flow {flow}須搭配--by growth或region，不能搭配--by {by}"
    ),
    "a chart of one {span} shows nothing": "只有一期（{span}）畫不成圖",
    "begin earlier, with --from or --months": "請用--from或--months提早起點",
    "--from and --months both say where the chart begins": "--from與--months均指定圖的起點",
    "a chart from {begins} to {ends} shows nothing": "{begins}至{ends}畫不成圖",
    "--from comes before --through": "--from須早於--through",
    "{name} goes with a chart over time, not with --drivers": "{name}用於走勢圖，不能搭配--drivers",
    "leave out {name}{variable}": "請省略{name}{variable}",
    " (TRADE_MONTHS)": "（TRADE_MONTHS）",
    "one partner alone cannot be compared": "只有一個貿易夥伴無從比較",
    "name two or more: --compare US,CN, or add --partner": "請指明兩個以上：--compare US,CN，或加上--partner",
    "{count} lines cannot be told apart": "{count}條線難以分辨",
    "compare at most {most} partners": "最多比較{most}個貿易夥伴",
    "docx needs the extra `docx`": "docx須另裝附加套件docx",
    "install it with: pip install 'tradecli[docx]'": "請安裝：pip install 'tradecli[docx]'",
    "formats: markdown (md), html, docx, text": "格式：markdown（md）、html、docx、text",
    "--against compares vintages, and an own table has one": "--against比較各版本，而自有資料表只有一個版本",
    "leave out --against": "請省略--against",
    "--against {against} is not before the release itself, whose vintage is {shown}": (
        "--against {against}不早於新聞稿本身（版本日期{shown}）"
    ),
    "the oldest vintage is of {day}": "最早的版本日期為{day}",
    "name an earlier day, or --against last": "請指明較早的日期，或--against last",
    "nothing was published before {end} to compare with": "{end}之前未發布可供比較的資料",
}
