"""Traditional Chinese: what is wrong with an own table, and how its columns are named."""

from __future__ import annotations

WORDINGS = {
    "table {path}: {refused}": "資料表{path}：{refused}",
    "table {path}: {error}": "資料表{path}：{error}",
    "{alone} is about an own table": "{alone}用於自有資料表",
    "add --table PATH": "請加上--table PATH",
    "the table {path} has no rows of {place.prose}{why}": "資料表{path}沒有{place.name_zh}的紀錄{why}",
    ", and areas are not added up from their members": "，且地區不由其成員加總",
    "ask for one country": "請查詢單一國家",
    "; partners that no list knows are {unknown}": "；各代碼表均無的貿易夥伴有{unknown}",
    "say what they are: partner_codes=FILE, a CSV file of codes and countries": (
        "請說明其意義：partner_codes=FILE，即代碼與國家的CSV檔"
    ),
    "say what they are: partner_codes=FILE, a CSV file of codes and countries; or --skip-bad": (
        "請說明其意義：partner_codes=FILE，即代碼與國家的CSV檔；或用--skip-bad"
    ),
    "the table {path} holds records of one's own, none of {source}": "資料表{path}是自有紀錄，不含{source}的資料",
    "leave out --source": "請省略--source",
    "the table {path} tells goods apart by HS code, not by {classification}": (
        "資料表{path}以HS號列區分貨品，不以{classification}區分"
    ),
    "ask with --commodity hs:85, hs:8542 or hs:854231": "請用--commodity hs:85、hs:8542或hs:854231",
    "the table {path} has partners that no list knows, and ranks would lack them: {unknown_partners}": (
        "資料表{path}有各代碼表均無的貿易夥伴，排名將缺漏：{unknown_partners}"
    ),
    "nothing in the table {path} can be read: {why}": "資料表{path}無法讀取：{why}",
    "it has no rows": "沒有任何紀錄",
    "see --columns": "請見--columns",
    "{count:,} with {rule}": "{count:,}列{rule}",
    "{count:,} with {rule}{texts}": "{count:,}列{rule}{texts}",
    " ({texts})": "（{texts}）",
    "{text!r}": "「{text}」",
    "an empty cell": "空白儲存格",
    "{text!r} ({count:,})": "「{text}」（{count:,}）",
    "{named}": "{named}",
    "{named} and {count} others": "{named}等，另有{count}個",
    "the table {path} does not say whose records it holds, and {place.prose} is a partner in it": (
        "資料表{path}未說明是何國的紀錄，而{place.name_zh}是其中的貿易夥伴"
    ),
    "say whose: --reporter US, or reporter=US in --columns": (
        "請指明何國：--reporter US，或在--columns寫reporter=US"
    ),
    "{path} is a workbook, and no table of records is read from one": "{path}是試算表，無法讀取其中的紀錄",
    "save its sheet as CSV; a file of an official source is kept whole: trade store add {path}": (
        "請將工作表另存為CSV；官方來源的檔案可直接收錄：trade store add {path}"
    ),
    "{path} does not say where the records are": "{path}未說明紀錄的所在",
    'add a line to it: path = "records.csv"; or name both: --table records.csv --columns {path}': (
        '請加一行path = "records.csv"；或兩者都指明：--table records.csv --columns {path}'
    ),
    # Files.
    "{path} is packed ({packed})": "{path}是壓縮檔（{packed}）",
    "unpack it first": "請先解壓縮",
    "{path}: more than {columns:,} columns": "{path}：超過{columns:,}欄",
    "{path}: unpacks to more than {times:,} times its size": "{path}：解開後超過原大小的{times:,}倍",
    "{path}: a line is longer than {line:,} bytes": "{path}：有一行超過{line:,}位元組",
    "{path} was changed while it was read": "{path}在讀取時遭更動",
    "ask again when it is written": "請待寫入完成後再查詢",
    "{first} and {second} hold the same records of {month}": "{first}與{second}含有相同的{month}紀錄",
    "name the files that are to be read: each row may be added once only": (
        "請指明要讀取的檔案：每列只能加計一次"
    ),
    "{path}: {engine} cannot read it: {reason}": "{path}：{engine}無法讀取：{reason}",
    "every file must be of the format its name says": "每個檔案的內容須與副檔名相符",
    "the engine {name} is not installed: {error}": "計算引擎{name}尚未安裝：{error}",
    "install narwhals": "請安裝narwhals",
    "install it: pip install 'tradecli[{extra}]'": "請安裝：pip install 'tradecli[{extra}]'",
    "{path}: its text is not UTF-8": "{path}：文字不是UTF-8",
    "write it as UTF-8: iconv -f BIG5 -t UTF-8 OLD >NEW": "請轉為UTF-8：iconv -f BIG5 -t UTF-8 OLD >NEW",
    "{path}: a row has more cells than its first line names columns": "{path}：有一列的儲存格多於首行的欄名",
    "the first line must be that of the names; take out titles above it": "首行須為欄名；請刪去其上的標題",
    "there is no table at {path}": "{path}沒有資料表",
    "--table takes a file, a folder, a glob or an address": "--table可用檔案、目錄、萬用字元或網址",
    "{folder} holds {other}, which is not read and may be more of the table": (
        "{folder}內有{other}，未予讀取，卻可能是資料表的一部分"
    ),
    "name the files that are to be read: '{folder}/*{suffix}'": "請指明要讀取的檔案：'{folder}/*{suffix}'",
    "{path}: its name does not tell the format": "{path}：由檔名無法得知格式",
    "names end in {formats}": "檔名結尾為{formats}",
    "{path} holds files of several formats": "{path}內有多種格式的檔案",
    "name those of one format: 'records/*.parquet'": "請指明同一格式者：'records/*.parquet'",
    "{path} is not opened offline": "離線時不開啟{path}",
    "unset TRADE_OFFLINE": "請取消TRADE_OFFLINE",
    "cannot read {path}: {error}": "無法讀取{path}：{error}",
    "cannot read {name}: {error}": "無法讀取{name}：{error}",
    "{path}: its columns are separated by {name}, and {called} are read": "{path}：欄位以{name}分隔，而程式讀取的是{called}",
    "write it anew with {called} between columns": "請改以{called}分隔欄位",
    "semicolons": "分號",
    "tabs": "定位字元",
    "bars": "直線號",
    "commas": "逗號",
    "there is no engine {engine!r}": "沒有「{engine}」這個計算引擎",
    "engines: polars, duckdb, spark, spark://HOST": "計算引擎：polars、duckdb、spark、spark://HOST",
    "DuckDB reads no Arrow files": "DuckDB不讀取Arrow檔",
    "Spark reads no Arrow files": "Spark不讀取Arrow檔",
    "leave out --engine, or write Parquet": "請省略--engine，或改存為Parquet",
    "a cube is kept of files on this machine only": "月合計只就本機檔案留存",
    "leave out --cube, or copy the files here": "請省略--cube，或將檔案複製到本機",
    "another process is counting the cube {folder}": "另一個程式正在計算月合計{folder}",
    "try again later": "請稍後再試",
    # Goods.
    "codes of several lengths stand together and cannot be added: in {month:%Y-%m} the parts of {whole} "
    "are more than it": "長度不一的號列並存，無法加總：{month:%Y-%m}各部分合計大於{whole}",
    "say which are meant: commodity_digits=6, or where.COLUMN=VALUE": (
        "請指明所要者：commodity_digits=6，或where.COLUMN=VALUE"
    ),
    "the total of all goods": "全部貨品總計",
    "the codes of goods have {digits} digits, and {asked} are asked for": "貨品號列為{digits}碼，而查詢的是{asked}碼",
    "ask for fewer digits, such as hs:{code}": "請查詢較少碼數，例如hs:{code}",
    "the column {column!r} holds codes of several lengths, or totals, and was not named: they would be "
    "added to each other": "欄位「{column}」含長度不一的號列或總計，且未經指明，將會重複加計",
    "name it: commodity={column}": "請指明：commodity={column}",
    "{total!r} in the column {column!r} is taken for a total, and is lacking in some months or less than "
    "the rows beside it": "欄位「{column}」的「{total}」視為總計，但部分月份沒有，或小於其旁各列",
    "say which rows are meant: where.{column}=VALUE, several joined by |": (
        "請指明所要的列：where.{column}=VALUE，多個值以|相連"
    ),
    "{text!r} in the column {column!r} is as much as all rows beside it, as a total would be": (
        "欄位「{column}」的「{text}」等於其旁各列合計，有如總計"
    ),
    "say which rows are meant: where.{column}={text}, or its other values joined by |": (
        "請指明所要的列：where.{column}={text}，或以|相連的其他值"
    ),
    # Columns.
    "write --columns period=month,partner=ctry,flow=ie,value=fob_usd, or name a TOML file with such lines": (
        "請寫--columns period=month,partner=ctry,flow=ie,value=fob_usd，或指定含此內容的TOML檔"
    ),
    "there is no column {unknown!r} to name": "沒有可指明的欄位「{unknown}」",
    "known are: {names}": "可用的是：{names}",
    "commodities of an own table are read as HS codes only": "自有資料表的貨品只讀作HS號列",
    "classification = hs": "classification = hs",
    "the word {both!r} cannot mean both exports and imports": "「{both}」不能同時表示出口與進口",
    "{path} is no list of partners": "{path}不是貿易夥伴清單",
    "write a code and a country on each line": "每行請寫一個代碼與一個國家",
    "{path}: no country is called {wrong!r}": "{path}：沒有名為「{wrong}」的國家",
    "{name} = {value!r} is not a name": "{name} = {value!r}不是名稱",
    '{name} = {value!r} are no words for a flow; such as ["E", "1"]': (
        '{name} = {value!r}不是表示進出口的字詞；例如["E", "1"]'
    ),
    "{name} = {value!r} is not a whole number": "{name} = {value!r}不是整數",
    "{name} = {value!r} is no unit": "{name} = {value!r}不是單位",
    "units are 1, 1000, 1000000 and the like": "單位為1、1000、1000000等",
    "{name} = {value!r} is too many": "{name} = {value!r}太多",
    "at most {most} are read": "最多讀取{most}位",
    "{name} = {value!r} is no currency": "{name} = {value!r}不是幣別",
    "write its code of three letters, as USD": "請寫三個字母的代碼，如USD",
    "{name} = {value!r} is no length of a code": "{name} = {value!r}不是號列的長度",
    "codes have 2 to {longest} digits": "號列為2至{longest}碼",
    "{name} = {value!r} names no column": "{name} = {value!r}未指明欄位",
    'write where.motCode=0, or [where] motCode = "0"': '請寫where.motCode=0，或[where] motCode = "0"',
    "{name} = {value!r} are no values of a column": "{name} = {value!r}不是欄位的值",
    'such as ["0", "C00"]': '例如["0", "C00"]',
    "{name} = {value!r} is no month": "{name} = {value!r}不是月份",
    "write the newest whole month: complete=2025-11": "請寫最新的完整月份：complete=2025-11",
    "{name} = {value!r} is neither true nor false": "{name} = {value!r}既非true亦非false",
    "{name} = true": "{name} = true",
    "{pair!r} names no column": "「{pair}」未指明欄位",
    "the column {name!r} is named twice": "欄位「{name}」指明了兩次",
    "{path} is not TOML: {error}": "{path}不是TOML：{error}",
    "cannot read the list of partners {path}: {error}": "無法讀取貿易夥伴清單{path}：{error}",
    "partner_codes is {lists}, or a CSV file with a code and a country on each line": (
        "partner_codes為{lists}，或每行一個代碼與一個國家的CSV檔"
    ),
    "the table has no column {lacking!r}; it has {names}": "資料表沒有欄位「{lacking}」；其欄位為{names}",
    "the table has no column {name!r}; it has {columns}": "資料表沒有欄位「{name}」；其欄位為{columns}",
    "see what they are: trade table inspect PATH; or say it: --columns "
    "period=month,partner=ctry,flow=ie,value=fob": (
        "可先查看各欄為何：trade table inspect PATH；或指明欄名：--columns period=month,partner=ctry,flow=ie,value=fob"
    ),
    "the column {value!r} holds no numbers: it is {dtype}": "欄位「{value}」不是數字：型別為{dtype}",
    # Observations.
    "the table holds nothing of {wanted}": "資料表沒有{wanted}的資料",
    "it holds {available}": "其中有{available}",
    "the table holds figures of {several}": "資料表含有{several}的數字",
    "no source": "不明來源",
    "--source": "請用--source指明",
    # Partners and reporters.
    "say of which list they are: partner_codes={lists}, or a CSV file of codes and countries": (
        "請指明是何種代碼：partner_codes={lists}，或代碼與國家的CSV檔"
    ),
    "a group": "國家群",
    "the total of all": "全部總計",
    "no country": "非國家",
    "no list has all numbers of the column {column!r}: {number} is {why}": (
        "沒有代碼表含欄位「{column}」的所有編號：{number}{why}"
    ),
    "{number} in the column {column!r} is {meant}": "欄位「{column}」的{number}是{meant}",
    "the column {column!r} holds numbers and does not say of which list; {number} is {codes} in {names}": (
        "欄位「{column}」是編號而未說明屬何代碼表；{number}在{names}是{codes}"
    ),
    "{codes} in {names}": "{names}的{codes}",
    "not in {names}": "不在{names}中",
    "the column {partner!r} has more than {partners:,} partners": "欄位「{partner}」超過{partners:,}個貿易夥伴",
    "the sums of the table are larger than any trade figure": "資料表的合計大於任何貿易數字",
    "look at its unit": "請檢查其單位",
    "the table holds records of {listed}{more} (column {column!r}), which are never added": (
        "資料表含有{listed}{more}的紀錄（欄位「{column}」），不同申報國不相加"
    ),
    " and others": "等國",
    "say whose: --reporter {codes}": "請指明何國：--reporter {codes}",
    "the table holds no records of {place.prose} (column {column!r})": (
        "資料表沒有{place.name_zh}的紀錄（欄位「{column}」）"
    ),
    "it holds those of {held}": "其中有{held}的紀錄",
    "nobody known": "不明國家",
    # Rows that cannot be read, and totals.
    "{total:,} of {rows:,} rows ({share:.1f} %, {worth:.1f} % of the value) cannot be read: {said}": (
        "{rows:,}列中有{total:,}列（{share:.1f}%，占金額{worth:.1f}%）無法讀取：{said}"
    ),
    "{advice}; to answer without them: --skip-bad": "{advice}；若要略過後作答，請用--skip-bad",
    "mend them": "請修正這些列",
    "write numbers in full: in a spreadsheet, as Number and not as General or Scientific": (
        "請寫出完整數字：試算表中用「數值」格式，勿用「通用格式」或「科學記號」"
    ),
    "{first!r} and {second!r} both mean {who}, and the same is said of both in every month": (
        "「{first}」與「{second}」皆指{who}，且各月內容完全相同"
    ),
    "{first!r} and {second!r} in the column {column!r} mean one month, and one may revise the other": (
        "欄位「{column}」的「{first}」與「{second}」為同一月份，其一可能是另一之修正"
    ),
    "{path} cannot be reached: {reason}": "無法連線至{path}：{reason}",
    "look at the address and the connection, or copy the files here": "請檢查位址與連線，或將檔案複製到本機",
    "leave one of them out: each row may be added once only": "請擇一保留：每列只能計入一次",
    "look at the file's time, and at the years": "請檢查檔案時間與年份",
    "say what they mean: export=EXP, import=IMP; those that lie within exports or imports, "
    "as re-exports do, are left out by flows_within=RX|RM": (
        "請說明其意義：export=EXP、import=IMP；屬於出口或進口之一部分者（如復出口），以flows_within=RX|RM排除"
    ),
    "totals in the column {column!r} are more than the partners beside them, and lacking in {month}": (
        "欄位「{column}」的總計大於其旁各貿易夥伴合計，且{month}缺總計"
    ),
    "leave totals out, or choose rows: where.{column}=VALUE": "請刪去總計，或選取列：where.{column}=VALUE",
    "{whom!r} in the column {column!r} is taken for a group of countries, and in {month:%Y-%m} it is more "
    "than all countries beside it": "欄位「{column}」的「{whom}」視為國家群，但{month:%Y-%m}大於其旁各國合計",
    "say what it is: partner_codes=FILE, or choose rows: where.{column}=VALUE": (
        "請說明其意義：partner_codes=FILE，或選取列：where.{column}=VALUE"
    ),
    "{totals!r} in the column {column!r} is as much as all others together, as a total is": (
        "欄位「{column}」的「{totals}」等於其他各列合計，有如總計"
    ),
    "{whom!r} in the column {column!r} is taken for a total, and in {month:%Y-%m} the partners beside it "
    "are more than it, or other totals differ": (
        "欄位「{column}」的「{whom}」視為總計，但{month:%Y-%m}其旁各貿易夥伴合計大於此數，或各總計不一"
    ),
    "the partners in the column {column!r} are groups of countries, and these are not added up": (
        "欄位「{column}」的貿易夥伴是國家群，不予加總"
    ),
    "ask with --partner for one of them that is known, or use a table of countries": (
        "請以--partner查詢其中已知者，或改用各國的資料表"
    ),
    # Quantities.
    "the table {path} holds published figures, which have no quantities": "資料表{path}為發布數字，不含數量",
    "the table {path} names no column of quantities": "資料表{path}未指明數量欄",
    "say which: --columns ...,quantity=netWgt,quantity_unit=kg": (
        "請指明：--columns ...,quantity=netWgt,quantity_unit=kg"
    ),
    "the table {path} has several columns of values and one of quantities": "資料表{path}有數個金額欄，而數量欄僅一個",
    "unit values need a quantity beside each value: a row for each flow and month": (
        "單位價值須每一金額皆有數量：每一進出口別與月份各為一列"
    ),
    "the table {path} does not say what its quantities are counted in": "資料表{path}未說明數量的單位",
    "add it to --columns: quantity_unit=kg, or the column that names it": (
        "請於--columns加上quantity_unit=kg，或指明單位的欄名"
    ),
    "the quantities are counted in several units, which are not added up: {units}": "數量有數種單位，不可相加：{units}",
    "ask for goods of one unit: --commodity; or choose: --columns ...,where.{column}={first}": (
        "請查詢單位一致的貨品（--commodity），或選定：--columns ...,where.{column}={first}"
    ),
    "no record of what is asked for has a quantity above zero": "所查詢的紀錄皆無大於零的數量",
    "ask for other goods or partners": "請查詢其他貨品或貿易夥伴",
    "{path}: the column {column!r} holds days before the year 1 or after 9999": (
        "{path}：欄位「{column}」有西元1年以前或9999年以後的日期"
    ),
    "the file may be damaged": "檔案可能已毀損",
}
