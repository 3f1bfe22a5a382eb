"""Traditional Chinese: statements that cannot be checked, and texts that cannot be read."""

from __future__ import annotations

WORDINGS = {
    "there is no claim to check": "沒有可查核的敘述",
    "write one such as: exports 2025-11: 64.05 bn": "請寫一則，例如：exports 2025-11: 64.05 bn",
    "claim {number}: ": "第{number}則：",
    "the claims are not TOML: {error}": "敘述不是TOML：{error}",
    "there is no key {unknown!r}": "沒有「{unknown}」這個鍵",
    "keys: {keys}": "可用的鍵：{keys}",
    "a claim needs a flow and a period": "敘述須有進出口別與期間",
    "such as flow = 'export', period = '2025-11'": "例如flow = 'export', period = '2025-11'",
    "the claim says nothing that can be checked": "這則敘述沒有可查核的內容",
    "it needs one of {measures}": "須有下列之一：{measures}",
    "one of {choices}": "下列之一：{choices}",
    "{text!r} is no window": "「{text}」不是期間",
    "write the quarters, or the year": "請寫各季或全年",
    "nothing here can be said of {of!r}": "此處無法就「{of}」敘述",
    "there is no kind of record {text!r}": "沒有「{text}」這種紀錄",
    "one of {scopes}": "下列之一：{scopes}",
    "{part!r} says nothing that can be checked": "「{part}」沒有可查核的內容",
    "such as 64.05 bn, +56.0 % y/y, record, rank 2, streak 25, doubled, share 38.1 %": (
        "例如64.05 bn, +56.0 % y/y, record, rank 2, streak 25, doubled, share 38.1 %"
    ),
    "{line!r} is not a claim": "「{line}」不是可查核的敘述",
    "write: exports to US 2025-11: 24.4 bn, +182.3 % y/y @ 2025-12-09": (
        "請寫：exports to US 2025-11: 24.4 bn, +182.3 % y/y @ 2025-12-09"
    ),
    "{word} is an address, and nothing is fetched": "{word}是網址，本程式不會下載",
    "save the page and name its file": "請存下網頁，再給檔名",
    "see: trade check --help": "請見trade check --help",
    "{name} is no text: its bytes are neither UTF-8 nor another encoding that it names": (
        "{name}不是文字檔：內容既非UTF-8，亦非其所標示的編碼"
    ),
    "save it as text or as a web page, in UTF-8": "請以UTF-8存成文字檔或網頁",
    "{name} is too large: over {most_bytes:,} bytes": "{name}太大：超過{most_bytes:,}位元組",
    "hand over its article alone": "請只給其中的文章",
    "the text": "文章",
    "{name} is too long: over {most_characters:,} characters of text": "{name}太長：超過{most_characters:,}字",
    "hand it over in parts": "請分成數份",
    "there is no statement {number}": "沒有第{number}則敘述",
    "statements: 1 to {most}": "敘述編號：1至{most}",
    "cannot read {word}: {reason}": "無法讀取{word}：{reason}",
    "{where}{error}": "{where}{error}",
}
