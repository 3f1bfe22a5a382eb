"""Traditional Chinese: what others say in their own words: the parser of options, TOML, the operating system.

Their sentences come as they are; a field stands for whatever is there, and the narrower pattern comes first.
"""

from __future__ import annotations

WORDINGS = {
    # The parser of options.
    "No such option: {option} (Possible options: {near})": "沒有{option}這個選項（相近的是{near}）",
    "No such option: {option}": "沒有{option}這個選項",
    "No such command '{name}'. Did you mean {near}?": "沒有「{name}」這個指令，您要的是否為{near}？",
    "No such command '{name}'": "沒有「{name}」這個指令",
    "No such command {name}": "沒有指令{name}",
    "Missing command": "未指明指令",
    "Missing argument '{name}'": "缺少引數{name}",
    "Missing option '{name}'": "缺少選項{name}",
    "Option '{option}' requires an argument": "選項{option}須有值",
    "Option '{option}' does not take a value": "選項{option}不帶值",
    "Got unexpected extra argument(s) ({words})": "多出引數（{words}）",
    "Invalid value for '{name}' (env var: '{variable}'): {why}": "{name}（環境變數{variable}）的值不合：{why}",
    "Invalid value for '{name}' / '{short}' (env var: '{variable}'): {why}": (
        "{name}／{short}（環境變數{variable}）的值不合：{why}"
    ),
    "Invalid value for '{name}': {why}": "{name}的值不合：{why}",
    "'{value}' is not a valid int": "「{value}」不是整數",
    "'{value}' is not a valid integer": "「{value}」不是整數",
    "'{value}' is not a valid float": "「{value}」不是數字",
    "'{value}' is not a valid boolean. Recognized values: {values}": "「{value}」不是真假值；可用的是{values}",
    "env var: {variable}": "環境變數{variable}",
    "default: {value}": "預設{value}",
    # TOML.
    "{what} (at line {line}, column {column})": "第{line}行第{column}字：{what}",
    "{what} (at end of document)": "結尾處：{what}",
    "Invalid statement": "語法不合",
    "Invalid value": "值不合",
    "Expected '=' after a key in a key/value pair": "鍵之後應有「=」",
    "Expected newline or end of document after a statement": "敘述之後應換行",
    "Expected ']' at the end of a table declaration": "表格宣告應以「]」結束",
    "Expected ']]' at the end of an array declaration": "陣列宣告應以「]]」結束",
    "Expected {what}": "應為{what}",
    "Cannot overwrite a value": "值不能重複設定",
    "Cannot declare {key} twice": "{key}不能宣告兩次",
    "Invalid initial character for a key part": "鍵的首字不合",
    "Unclosed array": "陣列未結束",
    "Unclosed inline table": "行內表格未結束",
    "Unterminated string": "字串未結束",
    "Illegal character {char}": "不合法的字元{char}",
    "Found invalid character {char}": "不合法的字元{char}",
    "Invalid date or datetime": "日期不合",
    "it is nested too deeply": "巢狀過深",
    "No such file or directory": "沒有這個檔案或目錄",
    "Permission denied": "權限不足",
    "Is a directory": "是目錄",
    "Not a directory": "不是目錄",
    "No space left on device": "磁碟空間不足",
    "Read-only file system": "檔案系統為唯讀",
    "Disk quota exceeded": "超過磁碟配額",
    "File name too long": "檔名太長",
    "Too many levels of symbolic links": "符號連結層數過多",
    "Too many open files": "開啟的檔案過多",
    "Input/output error": "輸入輸出錯誤",
    "File exists": "檔案已存在",
    "Operation not permitted": "不允許此操作",
    "Bad file descriptor": "檔案已關閉",
    "File too large": "檔案太大",
    "Device or resource busy": "裝置使用中",
    "Connection refused": "連線遭拒",
    "Connection reset by peer": "連線遭對方中斷",
    "Network is unreachable": "無法連上網路",
    # Of a publisher's reach.
    "{count} reporters": "{count}個申報國",
}
