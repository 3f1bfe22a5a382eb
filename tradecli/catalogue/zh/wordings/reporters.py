"""Traditional Chinese: the trade of other reporters, and files in the layout of our own."""

from __future__ import annotations

WORDINGS = {
    "what is fetched now is known from today on: leave out --as-of": "現在下載者自今日起方為已知：請去掉 --as-of",
    # A pair known by year alone.
    "{flow}s are known by year alone, to {year}": "{flow}僅有年資料，至{year}年",
    "{flow}s are known by quarter alone, to {quarter}": "{flow}僅有季資料，至{quarter}",
    "{what}: the table has no months, but {spans}": "{what}：此表無各月資料，只有{spans}",
    "quarters": "各季",
    "years": "各年",
    "ask by {span}: trade {question} --by {span}": "請改以此期別查詢：trade {question} --by {span}",
    "{what}: no month is available{day}, the newest sum is that of {window}: {value:,} {currency}": (
        "{what}：{day}無各月資料，最新合計為{window}：{value:,} {currency}"
    ),
    "no balance with {partner.prose}{month} ({source})": "沒有{month}與{partner.name_zh}的出入超資料（{source}）",
    "no balance of {goods.name} with {partner.prose}{month} ({source})": (
        "沒有{month}與{partner.name_zh}的{goods.name_zh}出入超資料（{source}）"
    ),
    "{year}": "{year}年",
    "{first} to {last}": "{first}年至{last}",
    "sums: trade {sums}; months: {command}": "合計：trade {sums}；各月：{command}",
    "no source has all of these partners: {source} lacks {partner.name}, and one is to answer for all": (
        "沒有來源兼有這些貿易夥伴：{source}缺{partner.name_zh}，而須由同一來源作答"
    ),
    "get all from one: {commands}": "請由同一來源下載：{commands}",
    "coverage": "涵蓋範圍",
    # A source whose files are not read as they come.
    "{source} has no file that can be fetched: its figures come with the program": (
        "{source}沒有可下載的檔案：其數字隨程式提供"
    ),
    "newer ones are at {home}; `--table` answers from a file of yours": (
        "較新資料見{home}；「--table」可由自有檔案作答"
    ),
    # The layout of our own.
    "{name}: no source is called {source}": "{name}：沒有名為{source}的來源",
    "{name}: not a readable gzip file: {error}": "{name}：不是可讀取的gzip檔：{error}",
    "{name}: header {header!r}; expected {expected}, then months": (
        "{name}：標題為「{header}」；應為{expected}，其後為各月"
    ),
    "{where}: {found} in {money}; expected {source} in {currency}": (
        "{where}：{found}，幣別{money}；應為{source}，幣別{currency}"
    ),
    "{where}: the figure is duplicated": "{where}：數字重複",
    "{name}: column {column!r}; expected a month such as 2025-11": "{name}：欄位為「{column}」；應為月份，如2025-11",
    "{name}: the months are not in order, each once": "{name}：各月未依序排列或有重複",
    "{where}: no place has the code {code}": "{where}：沒有代碼為{code}的地區",
    "{where}: unit {unit}; expected 1 or more": "{where}：單位為{unit}；應為1以上",
    "{where}, {column}: {text!r} is not a number; expected digits": "{where}，{column}：「{text}」不是數字；應為數字",
    "{where}, {column}: {text!r} is larger than any trade figure": "{where}，{column}：「{text}」大於任何貿易數字",
    # Publishers, their terms and files.
    "Office for National Statistics (United Kingdom)": "英國國家統計局",
    "Statistics Canada": "加拿大統計局",
    "Ministry of Finance, Japan (Trade Statistics of Japan)": "日本財務省（貿易統計）",
    "Korea Customs Service": "韓國關稅廳",
    "National Statistics Office of Viet Nam, from Viet Nam Customs": "越南統計局，取自越南海關",
    "Reserve Bank of India (DBIE), from DGCI&S": "印度儲備銀行（DBIE），取自DGCI&S",
    "General Administration of Customs of the People's Republic of China": "中國海關總署",
    "World Bank (WITS), from UN Comtrade": "世界銀行（WITS），取自UN Comtrade",
    "Open Government Licence v3.0": "英國政府公開授權條款第3.0版",
    "Statistics Canada Open Licence": "加拿大統計局開放授權條款",
    "Government of Japan Standard Terms of Use 2.0 (compatible with CC BY 4.0)": (
        "日本政府標準利用規約第2.0版（與創用CC姓名標示4.0相容）"
    ),
    "figures with the source named (Korea Open Government License, type not verified)": (
        "引用數字須註明來源（韓國公共著作物自由利用授權，類型未經查證）"
    ),
    "figures with the source named": "引用數字須註明來源",
    "CC BY 4.0 (World Bank); underlying figures of UN Comtrade with the source named": (
        "創用CC姓名標示4.0（世界銀行）；所據UN Comtrade數字須註明來源"
    ),
    "figures of the ONS in the program's own layout": "本程式格式之英國國家統計局數字",
    "figures of Statistics Canada in the program's own layout": "本程式格式之加拿大統計局數字",
    "figures of the Trade Statistics of Japan in the program's own layout": "本程式格式之日本貿易統計數字",
    "figures of the Korea Customs Service in the program's own layout": "本程式格式之韓國關稅廳數字",
    "figures of the National Statistics Office of Viet Nam in the program's own layout": (
        "本程式格式之越南統計局數字"
    ),
    "figures of the Reserve Bank of India in the program's own layout": "本程式格式之印度儲備銀行數字",
    "figures of China Customs in the program's own layout": "本程式格式之中國海關數字",
    "figures of WITS in the program's own layout": "本程式格式之WITS數字",
}
