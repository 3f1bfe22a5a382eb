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
}
