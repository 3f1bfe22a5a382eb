"""Traditional Chinese: which sources are asked and why, and what the interface of a customs service says."""

from __future__ import annotations

WORDINGS = {
    "{first} to {last}, {n} files": "{first}至{last}，{n}個檔案",
    "no source of {place.name} can be asked": "沒有可供查詢{place.name}的來源",
    "{source} is asked first: the own office of {place.name}; {key}": "先詢問{source}：{place.name}的主管機關；{key}",
    "{source} is asked first: it compiles what offices report; {key}": "先詢問{source}：彙編各國機關申報的資料；{key}",
    "no key is needed": "無需金鑰",
    "its key is set": "已設定金鑰",
    "{rest}: asked only where the source before has nothing": "{rest}：前一來源無資料時方詢問",
    "{source} is passed over: it needs a key, and {variable} is not set": "略過{source}：需金鑰，而未設定{variable}",
    "{source}: its files are not fetched; see {home}": "{source}：不下載其檔案；請見{home}",
    "not fetched: {closed}; their figures come with the program": "不下載：{closed}；其數字隨程式提供",
    "{source} brought nothing: {error}": "{source}未取得資料：{error}",
    "--all asks every source for all that is held of it": "--all詢問每一來源，範圍為已有的全部資料",
    "leave the others away": "請略去其他選項",
    "{source}: requests: {count}; {limits}": "{source}：請求{count}次；{limits}",
    "only months it has; without a key 1 month and 500 rows each, with one 12 months, 500 a day": (
        "僅問其已有之月份；無金鑰時每次1個月、500列，有金鑰時每次12個月、每日500次"
    ),
    "30 partners a request": "每次30個貿易夥伴",
    "one partner and flow a request": "每次一個貿易夥伴、一個流向",
    "12 months of one partner a request, 10,000 requests a day": "每次一個貿易夥伴12個月，每日10,000次",
    "Comtrade has no months of {place.name} from {first:%Y-%m} on": "Comtrade沒有{place.name}自{first:%Y-%m}起的月資料",
    "{name}: period {period!r} is no month": "{name}：期間「{period}」不是月份",
    "no figures of {source} are available of goods that came back to {partner.prose}": (
        "{source}沒有回流{partner.prose}貨品的數字"
    ),
    # The Korea Customs Service.
    "XML of the Korea Customs Service": "韓國關稅廳的XML",
    "the source {source} is not asked for commodities": "不向來源{source}詢問貨品別",
    "use comtrade: trade fetch comtrade --reporter KR --commodity hs:85": (
        "請用comtrade：trade fetch comtrade --reporter KR --commodity hs:85"
    ),
    "the source {source} has no figures of {place.name}, which is no country": (
        "來源{source}沒有{place.name}的數字，該項並非國家"
    ),
    "the source {source} has no figures after {last:%Y-%m} yet": "來源{source}尚無{last:%Y-%m}以後的數字",
    "no list of items in it": "其中沒有項目清單",
    "{name}: Korea Customs has nothing for what was asked": "{name}：韓國關稅廳沒有所查詢的資料",
    "{code} {said}": "{code} {said}",
    "{name}: the server says {message}": "{name}：伺服器表示{message}",
    "{where}, {name}": "{where}，{name}",
    "{where}: exports less imports do not add up to the balance {balance}": (
        "{where}：出口減進口不等於差額{balance}"
    ),
    "{where}: got figures of {reporter}; asked for {asked}": "{where}：收到{reporter}的數字；所查詢的是{asked}",
    "the world": "全球",
    "{where}: no country has the code {code!r}": "{where}：沒有代碼為「{code}」的國家",
    "{where}: the months add up to {added}; expected {value}": "{where}：各月合計為{added}；應為{value}",
    "{name}: not a plain XML reply": "{name}：不是單純的XML",
    "{name}: not an XML file, or one that is truncated: {what}": "{name}：不是XML檔，或檔案不完整：{what}",
}
