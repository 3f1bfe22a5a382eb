"""Traditional Chinese: what cannot be asked, settings, and how a command line is read."""

from __future__ import annotations

WORDINGS = {
    "hint: {text}": "提示：{text}",
    "warning: {text}": "警告：{text}",
    "internal error: {type}: {text}": "程式內部錯誤：{type}：{text}",
    "run again with --debug and report what it prints": "請加上--debug再執行一次，並回報其輸出內容",
    "see: {path} --help": "請見{path} --help",
    "{twice} is given twice": "{twice}給了兩次",
    "it takes one value": "只能給一個值",
    "{name} is given no value": "{name}沒有值",
    "{value} came after it": "其後緊接著{value}",
    "--quiet and --verbose exclude each other": "--quiet與--verbose不能並用",
    "give one of them": "請擇一使用",
    # A word that must be one of some.
    "there is no {name} {text!r}": "沒有「{text}」這個{name}",
    "{name}s: {words}": "{name}：{words}",
    "did you mean {names}?": "您要的是否為{names}？",
    "did you mean {near}?": "您要的是否為{near}？",
    # A question in words.
    "{text!r} is no partner, goods or period": "「{text}」不是貿易夥伴、貨品或期間",
    "write a partner and a month, such as: US 2025-11": "請寫貿易夥伴與月份，例如：US 2025-11",
    "{count} words are too many": "詞太多（共{count}個）",
    "rankings take one: trade partners top 10, trade drivers top 10": "排名可指定列數：trade partners top 10、trade drivers top 10",
    "a number is no question: trade explain US 2025-11 shows where each one comes from": "數字本身不是問題：trade explain US 2025-11列出每個數字的出處",
    "write: US 2025-11": "請寫：US 2025-11",
    "write: US 2025-11, or US with CN 2025-11": "請寫：US 2025-11，或US with CN 2025-11",
    "{said!r} may mean two things": "「{said}」有兩種意思",
    "{meant}": "請寫{meant}",
    "{line}": "「{line}」",
    "there is more than one {twice}: {values}": "{twice}不只一個：{values}",
    "{said!r} may mean many things": "「{said}」有太多種意思",
    "{text!r}: {why}": "「{text}」：{why}",
    "the question takes one partner: {codes}": "此問題只能有一個貿易夥伴：{codes}",
    "exports, imports and surplus take several; others are asked once for each": (
        "exports、imports與surplus可有數個；其他請逐一查詢"
    ),
    "a first month and a number of months both say where a series begins": "起始月份與月數均指定數列的起點",
    "a series goes from one to the other: --from {first} --through {last}": (
        "數列請寫起訖：--from {first} --through {last}"
    ),
    "write a month alone: 2025-11": "請只寫月份：2025-11",
    "exports, imports and surplus are answered as series": "數列請用exports、imports與surplus",
    "the question takes no {option} ({value})": "此問題不能指定{option}（{value}）",
    "{name} is given twice": "{name}給了兩次",
    "once as {found}, once by {option}": "一次是{found}，一次是{option}",
    "{command} takes one partner; {several} take several": "{command}只能有一個貿易夥伴；{several}可有數個",
    "{text!r} is a fiscal year, which begins in another month in each country": (
        "「{text}」是會計年度，各國起始月份不同"
    ),
    "write its months: --from 2024-07 --through 2025-06": "請寫出其月份：--from 2024-07 --through 2025-06",
    "nearest goods are {near}": "最接近的貨品是{near}",
    "in capitals {code} is {place.name}": "大寫的{code}是{place.name_zh}",
    "several partners are written {pieces}, side by side": "數個貿易夥伴寫作{pieces}，並列顯示",
    "exports, imports and the surplus are each asked by a command: trade exports US": (
        "出口、進口與出超各有指令：trade exports US"
    ),
    "write the year: {text} 2025": "請寫年份：「{text} 2025」",
    "write the year: 2025年{text}": "請寫年份：「2025年{text}」",
    "a year of the Republic of China is written {text}年": "民國年寫作{text}年",
    "write a month as 2025-11; a code of the Harmonized System is written hs:{text}": (
        "月份寫作2025-11；國際商品統一分類（HS）的號列寫作hs:{text}"
    ),
    "a place is named by --partner {code}, or --reporter {code}": (
        "國家或地區請用--partner {code}或--reporter {code}指明"
    ),
    # Words for what is not answered.
    "exports and imports are not added up": "進口與出口不相加",
    "ask for exports, imports or the surplus": "請查詢出口、進口或出超",
    "nothing is left out of a total": "總額不能扣除部分項目",
    "name what is wanted: partners side by side, or --commodity": (
        "請指明所要的項目：並列數個貿易夥伴，或用--commodity"
    ),
    "no average is answered": "不提供平均數",
    "a series is: --by month, --by quarter": "可查詢數列：--by month、--by quarter",
    "the partners are ranked by another command: trade partners --by export": (
        "貿易夥伴排名請用另一指令：trade partners --by export"
    ),
    "goods are told apart by another command: trade drivers": "依貨品分解請用另一指令：trade drivers",
    "figures are of months; series go by month, quarter or year": "數字以月為單位；數列可按月、季或年",
    "exports, imports and surplus are series by month, quarter or year": (
        "exports、imports與surplus為按月、季或年的數列"
    ),
    "the language is an option: --lang zh": "語言請用選項：--lang zh",
    "nothing is forecast: figures are as published": "不作預測：數字均為已發布者",
    "figures are in US dollars, as published; never converted": "金額以發布的美元計，不換算幣別",
    "the unit is an option: --unit million": "單位請用選項：--unit million",
    "write a month: 2025-11": "請寫月份：2025-11",
    "without a period the newest is answered; or write: latest": "未指明期間即以最新月份作答；或寫latest",
    "no list says which partners that leaves out: WORLD is all of them, `trade partners` shows the rest": (
        "此類合計未載明不含哪些貿易夥伴：全球為WORLD；其餘見「trade partners」"
    ),
    "name them side by side: US,JP,DE,GB,FR,IT,CA": "請並列指明：US,JP,DE,GB,FR,IT,CA",
    "name them side by side: US,CA,MX": "請並列指明：US,CA,MX",
    "name them: CN,HK side by side, or CN+HK": "請指明：並列寫作CN,HK，或合計寫作CN+HK",
    # From Python.
    "{name} takes {words}, not {type}": "{name}的型別應為{words}，而非{type}",
    "see help(tradecli), docs/reference/python.md": "請見help(tradecli)、docs/reference/python.md",
    "what moved a flow is told by another command: trade drivers --flow export": (
        "變動原因請用另一指令：trade drivers --flow export"
    ),
    # Periods and days.
    "{text!r} is not a period": "「{text}」不是期間",
    "write a month as 2025-11, a quarter as 2025-Q4, a year as 2025": "月份寫作2025-11，季寫作2025-Q4，年寫作2025",
    "{text!r} is not a day": "「{text}」不是日期",
    "write a day as 2025-12-09": "日期寫作2025-12-09",
    "{asked} has not come: what will be known then is not known": "{asked}尚未到來，屆時的資料無從得知",
    "leave out --as-of for the newest figures": "要最新數字，請省略--as-of",
    "--as-of-strict needs a day": "--as-of-strict須有日期",
    "add --as-of 2026-01-09": "請加上--as-of 2026-01-09",
    # Figures as they are shown.
    "{digits} decimals cannot be shown": "無法顯示{digits}位小數",
    "--digits takes 0 to 9": "--digits可用0至9",
    "{value!r} is not a number": "「{value}」不是數字",
    "write 64.05, -3.6 or 1,501.16": "請寫64.05、-3.6或1,501.16",
    "a number of over {longest} digits cannot be checked": "超過{longest}位的數字無法查核",
    "write 64.05 bn": "請寫64.05 bn",
    # Settings.
    "{path}, line {line}": "{path}第{line}行",
    "{where}: there is no setting {key!r}": "{where}：沒有「{key}」這個設定項",
    "{where}: {key} = {value!r} is not {kinds}": "{where}：{key} = {value!r}不是{kinds}",
    "{where}: {key}: {error}": "{where}：{key}：{error}",
    "see: {name}": "請見{name}",
    "settings: {keys}": "設定項：{keys}",
    "{value} is not between {least} and {most}": "{value}不在{least}與{most}之間",
    "cannot read {path}: {reason}": "無法讀取{path}：{reason}",
    "mend the file, or remove it": "請修正或移除該檔案",
    "{path} is no TOML: {error}": "{path}不是TOML：{error}",
    'lines read: lang = "zh"': '每行寫作：lang = "zh"',
    "a line has over {dots} dots": "有一行超過{dots}個點",
    # Output.
    "{name} would garble the terminal": "{name}會使終端機畫面錯亂",
    "write it to a file: --output FILE{suffix}": "請寫入檔案：--output FILE{suffix}",
    "png would garble the terminal": "png會使終端機畫面錯亂",
    "write it to a file: --output FILE.png": "請寫入檔案：--output FILE.png",
    "standard output cannot be written: {reason}": "無法寫入標準輸出：{reason}",
    "xlsx needs the extra of that name": "xlsx須另裝同名的附加套件",
    "install it with: pip install 'tradecli[xlsx]'": "請安裝：pip install 'tradecli[xlsx]'",
    "png needs the extra `charts`": "png須另裝附加套件charts",
    "install it with: pip install 'tradecli[charts]'": "請安裝：pip install 'tradecli[charts]'",
    "a release cannot be written as {name}": "新聞稿無法寫成{name}",
    "formats: markdown (md), html, text": "格式：markdown（md）、html、text",
    "the format cannot be told from the name {output!r}": "由檔名「{output}」無法得知格式",
    "name it with --format, or end the file's name in {suffixes}": "請以--format指明，或將檔名結尾寫成{suffixes}",
    # What is read from which file.
    "debug: {text}": "除錯：{text}",
    "{path}: settings read": "{path}：已讀取設定",
    "{path}: {count} rows of {reporter} read": "{path}：讀取{reporter}的{count}列",
    "{path}: {count} monthly figures read, by {engine}": "{path}：以{engine}讀取{count}個月數字",
    "{path}: {count} rows read": "{path}：讀取{count}列",
}
