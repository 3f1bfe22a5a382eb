"""Traditional Chinese: what is wrong with a row of an own table."""

from __future__ import annotations

WORDINGS = {
    "an unreadable period": "期別無法辨識",
    "a period after the table was written": "期別晚於檔案日期",
    "an unknown flow": "進出口別不明",
    "an empty partner": "貿易夥伴空白",
    "a malformed commodity code": "貨品號列格式有誤",
    "a commodity code shorter than asked for": "貨品號列位數不足",
    "a sum below zero": "合計為負數",
    "an empty value": "金額空白",
    "a value whose last digits its exponent hides": "金額以科學記號表示，末幾位數字不明",
    "a value that is no number": "金額非數字",
    "a value with more decimals than are read": "金額小數位數過多",
    "a value larger than any trade figure": "金額過大",
    "an unknown adjustment": "調整方式不明",
    "an unknown span": "期間別不明",
    "an unknown vintage basis": "版本日期依據不明",
    "a period that is not the first of a month": "期間不是月份首日",
    "a quarter that does not end in March, June, September or December": "季不在3、6、9或12月結束",
    "a year that does not end in December": "年不在12月結束",
    "a year that no figure is of": "年份不可能有數字",
    "a negative flow": "進出口值為負數",
    "a precision below one": "末位單位小於一",
    "a figure known before it was published": "數字早於發布即為所知",
    "a vintage older than its period": "版本早於其期間",
    "a second figure for the same key": "同一鍵有第二個數字",
    "months are read as 2025-11, 2025/11, 202511, 2025.11, Nov-2025, 2025年11月, days as 2025-11-30, 20251130": (
        "可讀取的月份寫法為2025-11、2025/11、202511、2025.11、Nov-2025、2025年11月，日期為2025-11-30、20251130"
    ),
}
