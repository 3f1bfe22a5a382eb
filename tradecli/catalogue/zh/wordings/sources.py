"""Traditional Chinese: files of publishers that are not as documented, or not plausible."""

from __future__ import annotations

WORDINGS = {
    # Any file.
    "{name}: {what}": "{name}：{what}",
    "{name}: {known}": "{name}：{known}",
    "{name}: {why}: {unknown}": "{name}：{why}：{unknown}",
    "{where}: {error}": "{where}：{error}",
    "{name}: larger than {bytes:,} bytes": "{name}：超過{bytes:,}位元組",
    "{name}: more than {values:,} values": "{name}：超過{values:,}個值",
    "{name}: more than {pairs:,} names and values": "{name}：超過{pairs:,}組名稱與值",
    "{name}: more than {columns:,} columns": "{name}：超過{columns:,}欄",
    "{name}: a sheet spans more than {values:,} cells": "{name}：有工作表超過{values:,}個儲存格",
    "{name}: not a readable XLSX file: {error!r}": "{name}：不是可讀取的XLSX檔：「{error}」",
    "{name}: not a readable XLSX file: {error}": "{name}：不是可讀取的XLSX檔：{error}",
    "{name}: unpacks to more than {unpacked:,} bytes or {parts:,} parts": (
        "{name}：解開後超過{unpacked:,}位元組或{parts:,}個檔案"
    ),
    "{name}: the sheet is empty": "{name}：工作表是空的",
    "{name}: the file is empty": "{name}：檔案是空的",
    "{name}: got an HTML page, not data": "{name}：收到的是HTML網頁，不是資料",
    "{name}: got an error, not data: {message}": "{name}：收到的是錯誤訊息，不是資料：{message}",
    "neither UTF-8 nor Big5 text": "文字既非UTF-8亦非Big5",
    "not UTF-8 text": "文字不是UTF-8",
    "{name}: the last line does not end; the file is truncated": "{name}：末行未結束，檔案不完整",
    "{name}: {count} rows; expected a header and figures": "{name}：{count}列；應有標題與數字",
    "{name}: not a CSV file: {error}": "{name}：不是CSV檔：{error}",
    "{name}: row {row!r} has {count} cells; expected {header}": "{name}：「{row}」列有{count}個儲存格；應為{header}個",
    "{name}: a row has {count} cells; expected {header}": "{name}：有一列為{count}個儲存格；應為{header}個",
    "{name}: not a JSON file, or one that is truncated: {what}": "{name}：不是JSON檔，或檔案不完整：{what}",
    "nested too deeply": "巢狀過深",
    "{name}: the key {twice!r} is duplicated in one object": "{name}：同一物件的鍵「{twice}」重複",
    "{name}: {text} is not a number": "{name}：{text}不是數字",
    "{name}: no column {missing!r} in the header {header!r}": "{name}：標題「{header}」沒有欄位「{missing}」",
    "{name}: column {twice!r} is duplicated": "{name}：欄位「{twice}」重複",
    "{name}: column {text!r} is duplicated": "{name}：欄位「{text}」重複",
    "{name}: column {path!r} is duplicated": "{name}：欄位「{path}」重複",
    "{name}: column {text!r} is duplicated, as {code}": "{name}：欄位「{text}」重複，均為{code}",
    "{name}: column {column!r} is not known and is left out": "{name}：欄位「{column}」不明，不予採計",
    "{name}: column {text!r} is not a known partner and is left out": (
        "{name}：欄位「{text}」不是已知的貿易夥伴，不予採計"
    ),
    "{name}: no column for {named}": "{name}：沒有{named}的欄位",
    "{name}: no column for {missing}": "{name}：沒有{missing}的欄位",
    "{name}: no column {missing}": "{name}：沒有欄位{missing}",
    "{where}: no column for {total}": "{where}：沒有{total}的欄位",
    "any known commodity": "任何已知貨品",
    "{name}: header {header!r}; expected {expected!r}": "{name}：標題為「{header}」；應為「{expected}」",
    "{name}: header {found!r}; expected {expected!r}": "{name}：標題為「{found}」；應為「{expected}」",
    "{name}: first cell {header!r}; expected {expected}": "{name}：首格為「{header}」；應為{expected}",
    "{where}: first cell {header!r}; expected {expected}": "{where}：首格為「{header}」；應為{expected}",
    "{name}: first cell {first!r}; expected {corner!r}": "{name}：首格為「{first}」；應為「{corner}」",
    "{name}: first cell {first!r}; expected {expected}, or another table": (
        "{name}：首格為「{first}」；應為{expected}，或為他表"
    ),
    "{name}: not a file that any source is known to publish": "{name}：不是任何來源發布的檔案",
    "known are {known}": "已知的有{known}",
    "{name}: {what}: known, and not read": "{name}：{what}：已知，但不讀取",
    # Where in a file.
    "{name}, row {number}": "{name}第{number}列",
    "{name}, row {row}, column {column}": "{name}「{row}」列「{column}」欄",
    "{name}, column {column}": "{name}「{column}」欄",
    "{name}, column {column} of {year}": "{name}{year}年「{column}」欄",
    "{name}, {ctyname} {year}, column {column}": "{name}，{ctyname}{year}年，「{column}」欄",
    "{name}, country {cty_code}, {time}": "{name}，國家{cty_code}，{time}",
    "{name}, record {number}": "{name}第{number}筆",
    "{where}, row {row}": "{where}「{row}」列",
    "{where}, primaryValue": "{where}，primaryValue",
    "year {year!r}, CTY_CODE {cty_code!r}": "year「{year}」、CTY_CODE「{cty_code}」",
    "of {count} columns": "共{count}欄",
    "{count} columns": "{count}欄",
    # Figures and periods.
    "{where}: {text!r} is not a number; expected digits and a point": "{where}：「{text}」不是數字；應為數字與小數點",
    "{where}: {text!r}... is not a trade figure": "{where}：「{text}」…不是貿易數字",
    "{where}: {text} is larger than any trade figure": "{where}：{text}大於任何貿易數字",
    "{where}: {text!r} has decimals; expected whole thousands of dollars": (
        "{where}：「{text}」有小數；應為千美元的整數"
    ),
    "{where}: the cell is empty; expected millions of dollars": "{where}：儲存格是空的；應為百萬美元",
    "{where}: the cell is empty; expected thousands of dollars": "{where}：儲存格是空的；應為千美元",
    "{where}: the cell is empty; expected a figure or －": "{where}：儲存格是空的；應為數字或－",
    "{where}: the value {value} is finer than its last digit, {precision}": (
        "{where}：數值{value}比其末位單位{precision}更細"
    ),
    "{where}: {name} {value!r}; expected {words}": "{where}：{name}為「{value}」；應為{words}",
    "{where}: period {period!r}; expected a month such as 2025-11": "{where}：期間為「{period}」；應為月份，如2025-11",
    "{where}: period {text!r}, frequency {frequency!r}; expected 2026-04, M": (
        "{where}：期間「{text}」、頻率「{frequency}」；應為2026-04、M"
    ),
    "{where}: period {text!r}, frequency {frequency!r}; expected 202508, M": (
        "{where}：期間「{text}」、頻率「{frequency}」；應為202508、M"
    ),
    "{where}: period {text!r} is not a {span}": "{where}：期間「{text}」不是{span}",
    "{where}: period {text!r} is the year {year}": "{where}：期間「{text}」為{year}年",
    "{where}: period {text!r}: there is no month {month}": "{where}：期間「{text}」：沒有{month}月",
    "{where}: period {text!r}: there is no such month": "{where}：期間「{text}」：沒有此月份",
    "{where}: month {text!r}; expected one like 2025-11": "{where}：月份為「{text}」；應如2025-11",
    "{where}: row {text!r} is not a period; expected one like {examples}": (
        "{where}：「{text}」列不是期間；應如{examples}"
    ),
    "{where}: row {text!r} is the year {year}; expected one from {first_year} on": (
        "{where}：「{text}」列為{year}年；應自{first_year}年起"
    ),
    "{where}: row {text!r}: there is no month {month}": "{where}：「{text}」列：沒有{month}月",
    "{where}: row {row} is left out, its year is not over": "{where}：{row}列不予採計，該年尚未結束",
    "{where}: the {span} {month} is duplicated": "{where}：{month}（{span}）重複",
    "{where}: after {before} comes {after}; expected {following}": "{where}：{before}之後為{after}；應為{following}",
    "{name}: after {before} comes {after}": "{name}：{before}之後為{after}",
    "{name}, row {number}: the figure is duplicated": "{name}第{number}列：數字重複",
    # The ministry.
    "{where}: no unit in the header, and no three decimals of a million": "{where}：標題沒有單位，亦非百萬的三位小數",
    "{name}: column {text!r} has no known unit; expected (百萬美元) or (千美元)": (
        "{name}：欄位「{text}」單位不明；應為（百萬美元）或（千美元）"
    ),
    "{name}: not a table that is read; expected {tables}": "{name}：不是可讀取的表；應為{tables}",
    "{name}: row {year}年 is left out, its year is not over": "{name}：{year}年列不予採計，該年尚未結束",
    "{name}: no header {corner!r} above rows of years and months": "{name}：年月各列之上沒有標題「{corner}」",
    "{name}: no title such as 表1、進出口貿易值及年增率 in the first row": (
        "{name}：首列沒有如「表1、進出口貿易值及年增率」的表名"
    ),
    "{name}: table {number} ({title}) is not read": "{name}：表{number}（{title}）不讀取",
    "the tables read are {known}": "讀取的表為{known}",
    "{name}: the title of table {number} is {title!r}; expected {expected!r}": (
        "{name}：表{number}的表名為「{title}」；應為「{expected}」"
    ),
    "{name}: the unit is {units}; expected 單位：百萬美元": "{name}：單位為{units}；應為「單位：百萬美元」",
    "{name}: row {text!r} is not a period; expected 113年, 114年1-8月 or 8月": (
        "{name}：「{text}」列不是期間；應為113年、114年1-8月或8月"
    ),
    "{name}: row {text!r}: there is no month {month}": "{name}：「{text}」列：沒有{month}月",
    "{name}: the last row is not a month; the table is truncated": "{name}：末列不是月份，表不完整",
    "{name}: the last month is {month}; expected {through}": "{name}：最後月份為{month}；應為{through}",
    "{name}: row {text!r} stands above every year": "{name}：「{text}」列在所有年份之上",
    "{named}: the parts add up to {added:,} dollars, {total} is {value:,}": (
        "{named}：各部分合計{added:,}美元，{total}為{value:,}美元"
    ),
    "{where}: the areas of the {span} {month} are {areas:,} dollars, the total {total:,}; expected 95 to 100 %": (
        "{where}：{month}（{span}）各地區合計{areas:,}美元，總計{total:,}美元；應為95至100%"
    ),
    "the total of {month} is {world:,} dollars": "{month}總計為{world:,}美元",
    "{where}: {what}; expected billions, as when the unit is thousands of dollars": (
        "{where}：{what}；應為十億級，如單位為千美元時"
    ),
    # The Census Bureau.
    "the Census Bureau": "美國普查局",
    "the Census Bureau has no figures after {last:%Y-%m} yet": "美國普查局尚無{last:%Y-%m}之後的數字",
    "the Census Bureau's list has no {place.name}": "美國普查局的清單沒有{place.name_zh}",
    "the source {source} gives trade by commodity only with a key": "來源{source}須有金鑰才提供貨品別貿易",
    "a key is free: set CENSUS_API_KEY; without one: {command}": (
        "金鑰免費：請設定CENSUS_API_KEY；無金鑰可用：{command}"
    ),
    "needs the key {variable}": "需要金鑰{variable}",
    "{publisher} is asked by codes of the Harmonized System; nearest: {near}": (
        "向{publisher}查詢須用國際商品統一分類（HS）號列；最接近：{near}"
    ),
    "{name}: the Census Bureau has nothing for what was asked": "{name}：美國普查局沒有所查詢的資料",
    "{name}: not an array of arrays of texts": "{name}：不是文字的二維陣列",
    "{name}: expected one of the columns {values}; found {count}": "{name}：欄位{values}應有其一；有{count}個",
    "{where}: SUMMARY_LVL {level!r}; expected DET or CGP": "{where}：SUMMARY_LVL為「{level}」；應為DET或CGP",
    "{where}: DF {df!r} is domestic or foreign goods only": "{where}：DF「{df}」僅為國產品或外國貨品",
    "{where}: {column} {code!r} of {level!r}; expected two, four or six digits": (
        "{where}：{level}的{column}為「{code}」；應為二、四或六碼"
    ),
    "{name}: the two columns {column!r} differ: {differs!r}": "{name}：兩個「{column}」欄不一致：「{differs}」",
    "{name}: no rows of {missing}; expected every year": "{name}：沒有{missing}年的列；應有每一年",
    "{name}: no row of the world (0015) for the newest year": "{name}：最新年份沒有全球（0015）的列",
    "{name}: imports and exports of {year} end in different months": "{name}：{year}年進口與出口的最後月份不同",
    "{name}: no figures in {missing} of {year}; expected a full month": "{name}：{year}年{missing}沒有數字；應為完整月份",
    "{name}: {what}; expected four digits in both": "{name}：{what}；兩者均應為四碼",
    "{name}: {ctyname} {year} is duplicated": "{name}：{ctyname}{year}年重複",
    "{where}: the countries add up to {countries:,} dollars, the world is {world:,}": (
        "{where}：各國合計{countries:,}美元，全球為{world:,}美元"
    ),
    "{name}: country {code} {called} is not known and is left out": "{name}：國家{code}{called}不明，不予採計",
    "countries not known and left out": "國家不明，不予採計",
    # Comtrade.
    "Comtrade has no figures after {last:%Y-%m} yet": "Comtrade尚無{last:%Y-%m}之後的數字",
    "Comtrade's code of {place.name} is not known": "不知{place.name_zh}在Comtrade的代碼",
    "the source {source} has no monthly figures of {named}": "來源{source}沒有{named}的月資料",
    "name one with --reporter; Taiwan is found as a partner, its own figures in mof": (
        "請以--reporter指明；臺灣在該處為貿易夥伴，本國數字在mof"
    ),
    "the source {source} is asked for one reporter at a time": "來源{source}一次只能查詢一個申報國",
    "name it with --reporter, such as --reporter KR": "請以--reporter指明，例如--reporter KR",
    "{where}: cmdCode {code!r}; expected TOTAL or two, four or six digits": (
        "{where}：cmdCode為「{code}」；應為TOTAL或二、四、六碼"
    ),
    "{name}: not a reply of Comtrade: a {type} and not an object": "{name}：不是Comtrade的回應：是{type}而非物件",
    "{name}: `data` is not a list of records": "{name}：data不是紀錄的清單",
    "{name}: Comtrade has nothing for what was asked": "{name}：Comtrade沒有所查詢的資料",
    "{name}: {count} records, but `count` is {said}; some are missing": (
        "{name}：有{count}筆，但count為{said}；缺部分紀錄"
    ),
    "{name}: exactly {count:,} records, the most there can be; some may be missing": (
        "{name}：恰為{count:,}筆，即筆數上限；可能缺部分紀錄"
    ),
    "ask for fewer months or partners, or set COMTRADE_API_KEY": (
        "請減少月份或貿易夥伴，或設定COMTRADE_API_KEY"
    ),
    "{where}: {role} {number} is {place.name}, but its ISO code is {iso3!r}": (
        "{where}：{role}{number}為{place.name_zh}，但其ISO代碼為「{iso3}」"
    ),
    "reporter {reportercode}": "申報國{reportercode}",
    "partner {partnercode}": "貿易夥伴{partnercode}",
    "flow {flowcode}": "進出口別{flowcode}",
    "{name}: the codes are of several editions of the HS ({several})": "{name}：代碼屬於HS的不同版本（{several}）",
    "{where}: {field} is {shown}; expected {allowed}, the total of its kind": (
        "{where}：{field}為{shown}；應為該項總計{allowed}"
    ),
    "missing": "空缺",
    # Eurostat and the IMF.
    "Eurostat has no code of {place.name}": "Eurostat沒有{place.name_zh}的代碼",
    "{where}: data set {dataflow!r}; expected {dataflows}...)": "{where}：資料集為「{dataflow}」；應為{dataflows}...)",
    "{where}: data set {dataflow!r}; expected {expected}...)": "{where}：資料集為「{dataflow}」；應為{expected}...)",
    "measure {indicators}": "衡量{indicators}",
    "product {product}": "產品{product}",
    "indicator {indicator}": "指標{indicator}",
    "{where}: flow {flow!r}; expected 1 (imports) or 2 (exports)": "{where}：flow為「{flow}」；應為1（進口）或2（出口）",
    "{name}: Eurostat has nothing for what was asked": "{name}：Eurostat沒有所查詢的資料",
    "{name}: {flagged} figures carry a flag of Eurostat's, such as p for provisional": (
        "{name}：{flagged}個數字有Eurostat的註記，如p為暫定值"
    ),
    "the IMF has no code of {place.name}": "IMF沒有{place.name_zh}的代碼",
    "{valuation} in {unit}": "{valuation}（{unit}）",
    "{where}: {indicator} is valued {what}; expected {valuation} in USD": (
        "{where}：{indicator}的計價為{what}；應為{valuation}（USD）"
    ),
    "the source {source} has no figures of {reporter}": "來源{source}沒有{reporter}的數字",
    "{name}: the IMF has nothing for what was asked, or does not know a code": (
        "{name}：IMF沒有所查詢的資料，或不識其中代碼"
    ),
    "{name}: {derived} figures are derived or estimated by the IMF": "{name}：{derived}個數字為IMF推算或估計",
    "the source {source} has totals only": "來源{source}只有總額",
    # FRED.
    "use --source census with a key": "請用--source census並設定金鑰",
    "{name}: no series such as IMP5830 in {header!r}": "{name}：「{header}」中沒有如IMP5830的序列",
    "{name}: row {text!r}; expected the first day of a month": "{name}：「{text}」列；應為月份首日",
    "{flow}s, {partner}, {period} are {value:,} dollars": "{partner}{period}{flow}為{value:,}美元",
    "{name}: {what}; expected more, as when the unit is millions": "{name}：{what}；應更大，如單位為百萬時",
    "FRED has no series of trade with {place.prose}": "FRED沒有與{place.name_zh}貿易的序列",
    "{name}: series {series} is duplicated": "{name}：序列{series}重複",
    "{name}: series {series!r} is not known and is left out": "{name}：序列「{series}」不明，不予採計",
    "{name}: {series} has no figure for {empty}": "{name}：{series}沒有{empty}的數字",
    "{publisher} has no commodity {classification}:{commodity}": "{publisher}沒有貨品{classification}:{commodity}",
    "use two, four or six digits, as in hs:85": "請用二、四或六碼，如hs:85",
    # What the publishers publish.
    "u2010 and database tables (CSV) and release tables (XLSX) of Taiwan's Ministry of Finance": (
        "財政部的u2010與資料庫表（CSV）及新聞稿附表（XLSX）"
    ),
    "the Census Bureau's country.xlsx and replies of its interface (JSON)": (
        "美國普查局的country.xlsx與介面回應（JSON）"
    ),
    "Comtrade's CSV and JSON": "Comtrade的CSV與JSON",
    "SDMX-CSV of Eurostat": "Eurostat的SDMX-CSV",
    "SDMX-CSV of the IMF": "IMF的SDMX-CSV",
    "fredgraph.csv of FRED": "FRED的fredgraph.csv",
    # The embedded figures.
    "{path}: header {header!r}; expected {statements!r}": "{path}：標題為「{header}」；應為「{statements}」",
    "{path}: {unnamed} is not in its description": "{path}：{unnamed}不在說明檔中",
    "{path}: no source is called {source!r}": "{path}：沒有名為「{source}」的來源",
    "{path}: no description; expected {name} beside it": "{path}：沒有說明檔；其旁應有{name}",
    "{path}: the SHA-256 is {found}; its description says {sha256}": "{path}：SHA-256為{found}；說明檔為{sha256}",
    "{folder}: no fixtures; expected <source>/<vintage>/<file> with a .toml beside it": (
        "{folder}：沒有資料檔；應為<source>/<vintage>/<file>，其旁有.toml"
    ),
    "{description}: no {key}; expected a {type}": "{description}：沒有{key}；應為{type}",
    # Files that are known and not read.
    "answer from it as a table of your own: --table FILE --columns ...": (
        "請當作自有資料表作答：--table FILE --columns ..."
    ),
    "monthly totals of Taiwan's Customs Administration in NT$ (open data 6053)": (
        "財政部關務署的新臺幣月總額（開放資料6053）"
    ),
    "the same months in US$: trade fetch mof": "美元計價的同月資料：trade fetch mof",
    "Comtrade's CSV of before 2023": "Comtrade於2023年以前的CSV",
    "download it anew from comtradeplus.un.org, or: trade fetch comtrade": (
        "請由comtradeplus.un.org重新下載，或用：trade fetch comtrade"
    ),
    "yearly trade of all countries of CEPII (BACI)": "CEPII的各國年貿易（BACI）",
    "records of Brazil (ComexStat)": "巴西的海關紀錄（ComexStat）",
    "records of Eurostat in bulk (Comext)": "Eurostat的整批海關紀錄（Comext）",
    "{records}, or, of totals: trade fetch eurostat": "{records}；若只要總額：trade fetch eurostat",
    "records of the United Kingdom (OTS)": "英國的海關紀錄（OTS）",
    "{first} to {last}": "{first}至{last}",
    "any month": "任一月份",
}
