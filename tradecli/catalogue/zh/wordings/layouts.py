"""Traditional Chinese: tables of other shapes, the layouts of customs offices, and how texts are written."""

from __future__ import annotations

WORDINGS = {
    "{name} = {value!r} are no twelve columns of months": "{name} = {value!r}不是十二個月份欄",
    "write months=Value-{{Jan}}, or a list of twelve names in a file of --columns": (
        "請寫months=Value-{{Jan}}，或在--columns的檔案列出十二個欄名"
    ),
    "{name} = {value!r} separates no columns": "{name} = {value!r}不是欄位分隔符號",
    "separators: comma, semicolon, tab, bar": "分隔符號：comma、semicolon、tab、bar",
    "{name} = {value!r} is no sign of decimals": "{name} = {value!r}不是小數點符號",
    "decimal=comma or decimal=point": "decimal=comma或decimal=point",
    "{name} = {value!r} is no encoding that is known": "{name} = {value!r}不是已知的編碼",
    "such as cp950 (Big5), cp932 (Shift-JIS), latin-1, utf-16": "例如cp950（Big5）、cp932（Shift-JIS）、latin-1、utf-16",
    "{name} = {value!r} is no line of a header": "{name} = {value!r}不是標題列的行號",
    "headers are looked for in the first {lines} lines": "標題列在前{lines}行中尋找",
    "there is no layout {name!r}": "沒有名為「{name}」的格式",
    "layouts: {names}; or name the columns: period=month,partner=ctry,flow=ie,value=fob_usd": (
        "格式：{names}；或指明欄名：period=month,partner=ctry,flow=ie,value=fob_usd"
    ),
    "the table holds records of {own.prose}, none of {said.prose}": "資料表是{own.name_zh}的紀錄，沒有{said.name_zh}的",
    "for trade with it as the partner: --partner {said.code}": "若要查詢以其為貿易夥伴的貿易：--partner {said.code}",
    # What would be added twice.
    "{totals} are totals that differ in {month:%Y-%m}, and none is said to be of all goods": (
        "{totals}是{month:%Y-%m}金額不同的總計，且無一註明為全部貨品"
    ),
    "say which rows are meant: where.COLUMN=VALUE, several joined by |": (
        "請指明所要的列：where.COLUMN=VALUE，多個值以|相連"
    ),
    "rows with {texts} in the column {column!r} say the same in other ways, and are never added": (
        "欄位「{column}」中{texts}的列是同一事物的不同表示，絕不相加"
    ),
    "say which are meant: where.{column}=VALUE, several joined by |": (
        "請指明所要者：where.{column}=VALUE，多個值以|相連"
    ),
    "{rows} rows are of the same month, partner, flow and goods: {period}, {partner}, {flow}, {goods}": (
        "{rows}列同屬一個月份、貿易夥伴、進出口別與貨品：{period}、{partner}、{flow}、{goods}"
    ),
    "leave out what was downloaded twice: each is a sum, and one of them is enough": (
        "請刪去重複下載者：每列都是合計，一列即足"
    ),
    "the code {code!r} is none of the HS, and in {month:%Y-%m} not the sum of the others: it may be "
    "their total or the rest of them": (
        "號列「{code}」非HS號列，且在{month:%Y-%m}不等於其他號列之和：可能是合計，也可能是其餘貨品"
    ),
    "{first} and {second} both have rows of {month:%Y-%m} of the same partners, flows and goods: "
    "one may revise the other": (
        "{first}與{second}都有{month:%Y-%m}相同貿易夥伴、進出口別與貨品的列：可能一個是另一個的修正"
    ),
    "name the files that are to be read; where both are parts of a whole, give them a column "
    "that tells their rows apart": ("請指明要讀取的檔案；若兩者都是整體的一部分，請加一欄以區分各自的列"),
    "{column!r} and {partner!r} both hold countries, and of several reporters nothing is added": (
        "「{column}」與「{partner}」兩欄都是國家，多個申報國的紀錄絕不相加"
    ),
    "say whose: reporter={column}, or reporter=US; or which rows: where.{column}=VALUE": (
        "請指明何國的紀錄：reporter={column}或reporter=US；或所要的列：where.{column}=VALUE"
    ),
    "the names of the columns of values speak of {codes}": "金額欄的名稱提到{codes}",
    "say which: currency=TWD": "請指明：currency=TWD",
    "the name of the column of values speaks of money that may be {codes}": (
        "金額欄的名稱所指幣別可能是{codes}"
    ),
    "say which: currency={first}, or currency=USD": "請指明：currency={first}，或currency=USD",
    "{where!r} says that values are in {text!r}, and they are read in units of {unit:,} {currency}": (
        "「{where}」表示金額單位為「{text}」，讀取時卻以{unit:,} {currency}為單位"
    ),
    "say it: value_unit={size},currency={code}": "請指明：value_unit={size},currency={code}",
    "the column {name!r} is called after sums since January, and each would be read as of its month": (
        "欄位「{name}」依其名稱為自一月起之累計，逐列卻會視為當月數字"
    ),
    "name the column of the values of each month": "請指明各月金額的欄位",
    "the column {name!r} is called after a month as others are, and it alone would be read": (
        "欄位「{name}」與其他欄位同以月份為名，卻只會讀取此一欄"
    ),
    # Days and amounts.
    "days in the column {column!r} may be written with the day or with the month first": (
        "欄位「{column}」的日期可能日在前，也可能月在前"
    ),
    "say which: dates=day_first, or dates=month_first, in --columns": (
        "請在--columns指明：dates=day_first或dates=month_first"
    ),
    "{name} = {value!r} is no order of day and month": "{name} = {value!r}不是日與月的順序",
    "dates=day_first or dates=month_first": "dates=day_first或dates=month_first",
    "amounts in the column {column!r} are written with {sign!r}, and read in {currency}": (
        "欄位「{column}」的金額帶有「{sign}」，讀取時卻以{currency}計"
    ),
    "say whose money it is: currency={code}": "請指明幣別：currency={code}",
    # Parts of flows.
    "{parts}": "{parts}",
    "re-exports": "復出口",
    "re-imports": "復進口",
    "domestic exports": "國產品出口",
    "foreign imports": "外國貨品進口",
    # Archives, and lines without names.
    "{path} is an archive of a kind that is not read ({kind})": "{path}是無法讀取的壓縮檔（{kind}）",
    "unpack it first: {command} {path}": "請先解壓縮：{command} {path}",
    "unpack it first: unzip {path}": "請先解壓縮：unzip {path}",
    "{path} holds {names}, and one file of records is read from an archive": (
        "{path}內有{names}，而壓縮檔只讀取其中一個紀錄檔"
    ),
    "nothing": "沒有任何檔案",
    "unpack it, and name the folder: unzip {path} -d records": "請解壓縮後指明目錄：unzip {path} -d records",
    "{path} holds {name}, which is encrypted or no text": "{path}內的{name}已加密或非文字檔",
    "save its sheet as CSV": "請將工作表另存為CSV",
    "{path}: line {line} is no record of the form {form}": "{path}：第{line}行不是{form}格式的紀錄",
    "UK HM Revenue and Customs, bulk files": "英國稅務海關總署大量資料檔",
    "SMKE19 and SMKI19 are trade outside the EU, by origin; SMKX46 and SMKM46 trade with the EU": (
        "SMKE19與SMKI19為對歐盟以外之貿易，進口依原產國；SMKX46與SMKM46為對歐盟之貿易"
    ),
    "{path} has two columns called {name!r}": "{path}有兩個名為「{name}」的欄位",
    "rename one of them": "請將其中一個改名",
    "the name of the column of values may mean units of {sizes}": "金額欄的名稱可能表示{sizes}為單位",
    "say which: value_unit=1000": "請指明：value_unit=1000",
    "the column {column!r} tells goods apart by another list than the HS": "欄位「{column}」不以HS號列區分貨品",
    "ask without --commodity, or name a column of HS codes": "請省略--commodity，或指明HS號列的欄位",
    # Whose files a layout is, and what its figures must be told with.
    "UN Comtrade": "聯合國Comtrade",
    "U.S. Census Bureau": "美國普查局",
    "CEPII, BACI": "法國CEPII的BACI",
    "Brazil, Comex Stat": "巴西Comex Stat",
    "Japan Customs, e-Stat": "日本海關（e-Stat）",
    "Eurostat, Comext": "歐盟統計局Comext",
    "UK HM Revenue and Customs, overseas trade statistics": "英國稅務海關總署海外貿易統計",
    "Korea Customs Service": "韓國關稅廳",
    "Customs Administration, Taiwan": "財政部關務署",
    "a row is an export of one country and the import of another: both sides agree by design": (
        "一列既是一國的出口，也是另一國的進口：雙方數字本來就一致"
    ),
    "imports are FOB too, without freight and insurance": "進口也以FOB計價，不含運費與保險費",
    "re-exports and re-imports are included": "含復出口與復進口",
    "the list of Brazil's customs": "巴西海關代碼表",
    "the list of Japan's customs": "日本海關代碼表",
    "the list of UK HMRC": "英國HMRC代碼表",
    "no month of the table has a figure: all of {names} are zero or empty": (
        "資料表沒有任何月份有數值：{names}均為零或空白"
    ),
    "look at what its columns are called": "請查看各欄名稱",
    # What is wrong with a file of another shape.
    "{path} cannot be unpacked: {error}": "{path}無法解壓縮：{error}",
    "download it again, or unpack it first": "請重新下載，或先解壓縮",
    "download it again": "請重新下載",
    "{path}: its text is not {encoding}": "{path}：內容不是{encoding}編碼",
    "say its encoding: --columns ...,encoding=latin-1": "請指明編碼：--columns ...,encoding=latin-1",
    "{path}: a reply of more than {size:,} MiB is not read": "{path}：回應超過{size:,} MiB，不予讀取",
    "ask for fewer months at a time": "請一次查詢較少月份",
    "ask for fewer months or partners at a time": "請一次查詢較少月份或貿易夥伴",
    "in the column {column!r} decimals stand after commas and after points": (
        "「{column}」欄的小數有的寫在逗號之後，有的寫在句點之後"
    ),
    "say which: decimal=comma, or decimal=point, in --columns": (
        "請在--columns指明：decimal=comma或decimal=point"
    ),
    "the column {column!r} holds numbers such as 1.234 or 1,234, which may be thousands": (
        "「{column}」欄有1.234或1,234之類的數字，可能是千位分隔"
    ),
    "the name of {file} does not tell its flow, and no column does": "{file}的檔名與欄位均未指明進出口別",
    "call it EXP_2025.csv or IMP_2025.csv, or say it: --columns ...,flow=export": (
        "請命名為EXP_2025.csv或IMP_2025.csv，或指明：--columns ...,flow=export"
    ),
    "{path} holds no rows": "{path}沒有任何列",
    "look at what the interface replied": "請查看介面的回應",
    "{path}: not a JSON file, or one that is truncated: {error}": "{path}：不是JSON檔，或內容不完整：{error}",
    "{path} has {count:,} rows, as many as the interface gives at once: it may be truncated": (
        "{path}有{count:,}列，恰為介面一次所給的上限，可能不完整"
    ),
    "{path} is a web page and no table": "{path}是網頁，不是資料表",
    "{path} is not XML, or is truncated: {error}": "{path}不是XML，或內容不完整：{error}",
    "{path} holds an error of the interface: {said}": "{path}是介面的錯誤訊息：{said}",
    "ask it again": "請重新查詢",
    "{path}: the reply says that there is more, and the rest is not here": "{path}：回應表示尚有後續，而後續不在此處",
    "follow its @odata.nextLink, and name the folder of all replies": (
        "請依@odata.nextLink取得其餘，並指定存放全部回應的資料夾"
    ),
    "{path} is not of the layout {layout}: it has no column {lacking!r}; it has {names}": (
        "{path}不是{layout}格式：沒有「{lacking}」欄；現有{names}"
    ),
    "name its columns, or the files of the layout alone": "請指明欄名，或僅指定該格式的檔案",
    "{path}: its text is not UTF-8, and it is not certain in which encoding it is": (
        "{path}：內容不是UTF-8，無法確定其編碼"
    ),
    "say it: --columns ...,encoding={names}": "請指明：--columns ...,encoding={names}",
    "Also re-exports, their share, and domestic exports, of own records that tell them apart.": (
        "另列復出口、其占比及國產品出口：限有分列之自有紀錄。"
    ),
    "Also re-imports, their share, and imports without them, of own records that tell them apart.": (
        "另列復進口、其占比及不含復進口之進口：限有分列之自有紀錄。"
    ),
    "Also quantity, and value per unit of it, of own records that hold quantities.": (
        "並列數量及單位價值；限含數量之自有紀錄。"
    ),
}
