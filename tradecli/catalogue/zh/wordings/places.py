"""Traditional Chinese: places and goods that nobody knows, and what is published of them."""

from __future__ import annotations

WORDINGS = {
    "no country or area is called {text!r}": "找不到名為「{text}」的國家或地區",
    "`trade codes` lists every partner": "請用「trade codes」查詢所有貿易夥伴",
    "no place has the code {code!r}": "沒有代碼為「{code}」的地區",
    "no list has a country with the number {text}": "各代碼表均無編號為{text}的國家",
    "use letters, such as US, or a name": "請改用英文代碼（如US）或名稱",
    "{text} is {meanings}": "{text}是{meanings}",
    "use {codes}": "請用{codes}",
    "{place.name} ({code})": "{place.name_zh}（{code}）",
    "{place.prose} in {numbers}": "{numbers}的{place.name_zh}",
    "{place.prose}": "{place.name_zh}",
    "{place.name}": "{place.name_zh}",
    "no commodity is called {text!r}": "找不到名為「{text}」的貨品",
    "no commodity is called {spelling!r}": "找不到名為「{spelling}」的貨品",
    "{text} has more digits than the Harmonized System: they are a country's own": (
        "{text}的位數多於國際商品統一分類（HS），為各國自訂號列"
    ),
    "its first six: hs:{code}": "前六位：hs:{code}",
    "no edition of the Harmonized System has it; hs:{text} asks for it all the same": (
        "國際商品統一分類（HS）各版本均無此號列；仍要查詢請寫hs:{text}"
    ),
    "no group of goods is just {text!r}": "沒有貨品類別恰為「{text}」",
    "nearest are {near}; `trade codes` lists every commodity": "最接近的是{near}；請用「trade codes」查詢所有貨品",
    "`trade codes` lists every commodity": "請用「trade codes」查詢所有貨品",
    "{text!r} stands in more than one list": "「{text}」見於不只一種分類",
    "write {spellings}": "請寫{spellings}",
    "{entry.name} ({spelling})": "{entry.name_zh}（{spelling}）",
    "{row.code} ({row.name})": "{row.name_zh}（{row.code}）",
    "did you mean {names}": "您要的是否為{names}",
    "no partner or commodity matches {text!r}": "沒有貿易夥伴或貨品符合「{text}」",
    "`trade codes` lists them all": "請用「trade codes」查詢全部",
    "the Census Bureau's list": "美國普查局代碼表",
    "Comtrade's list": "Comtrade代碼表",
    "the IMF's list": "IMF代碼表",
    "ISO 3166": "ISO 3166",
    # What is published of them.
    "{reporter.name} and {partner.name}": "{reporter.name_zh}與{partner.name_zh}",
    "no figures{goods}{adjusted} are available for {pair} ({source})": "{pair}{goods}{adjusted}沒有資料（{source}）",
    "`trade sources` says what each source covers, `trade codes` finds codes": (
        "請用「trade sources」查看各來源的範圍，用「trade codes」查詢代碼"
    ),
    "`trade sources` says what each source covers": "請用「trade sources」查看各來源的範圍",
    " (adjustment: {adjustment})": "（{adjustment}）",
    "nothing was known on {as_of} of trade between {pair} ({source})": "{as_of}當日尚無{pair}貿易的資料（{source}）",
    "the oldest available vintage is of {first}": "現有最早的版本為{first}",
    "nothing is available of trade between {pair} ({source})": "沒有{pair}貿易的資料（{source}）",
    "{partner.name} is both the reporter and the partner ({source})": (
        "{partner.name_zh}既是申報國又是貿易夥伴（{source}）"
    ),
    "name another --partner, or another --reporter": "請改用其他--partner或--reporter",
    "no office counts the trade of {reporter.prose} as a whole": "並無機關統計{reporter.name_zh}之整體貿易",
    "ask one country's: as --reporter, in `mirror` as --partner": (
        "請指明一國：以--reporter指定，在「mirror」則以--partner指定"
    ),
    "no figures of {source} are available for {pair}, and {source} answers for {reporter.name}": (
        "沒有{source}的{pair}資料，而{reporter.name_zh}由{source}作答"
    ),
    "get them: {command}": "請下載：{command}",
    "the newest available figures of {source} are of {day}, {days} days old": (
        "{source}現有最新資料的日期為{day}，距今{days}日"
    ),
    "get newer ones: trade fetch {source}": "請下載較新的資料：trade fetch {source}",
    "{source} publishes figures in {currencies}; they are never mixed": (
        "{source}以{currencies}發布數字，不同幣別不相混合"
    ),
    "{one} and {other} are never added or compared": "{one}與{other}不相加減或比較",
    "the release has no part on commodities: {error}": "新聞稿缺貨品部分：{error}",
    "there is no source {chosen!r}": "沒有「{chosen}」這個來源",
    "there is no source {unknown!r}": "沒有「{unknown}」這個來源",
    "there is no source {source!r}": "沒有「{source}」這個來源",
    "the sources are {sources}": "來源有：{sources}",
    "the source {chosen} does not cover the reporter {place.name}": "來源{chosen}不含申報國{place.name_zh}",
    "{chosen} covers {covered}; {place.name} is answered by {default}": (
        "{chosen}涵蓋{covered}；{place.name_zh}由{default}作答"
    ),
    "the source {source} does not cover the reporter {reporter}": "來源{source}不含申報國{reporter}",
    "reporters covered: {reporters}": "涵蓋的申報國：{reporters}",
}
