"""Traditional Chinese: questions that programs ask, many at once or as agents, and the help of their commands."""

from __future__ import annotations

WORDINGS = {
    # The question.
    "a question is an object, not {type}": "問題須為物件，不是{type}",
    'write: {{"command": "surplus", "partner": "US"}}': '請寫：{{"command": "surplus", "partner": "US"}}',
    "the question names no command": "問題未指明指令",
    "commands: {commands}": "指令：{commands}",
    "{name}: {meaning}": "{name}：{meaning}",
    "a check takes claims or a text": "查核須給陳述（claims）或文章（text），擇一",
    'write: "claims": ["exports 2025-11: 64.05 bn"]': '請寫："claims": ["exports 2025-11: 64.05 bn"]',
    "{count} claims are not {least} to {most}": "有{count}項陳述，應為{least}至{most}項",
    "ask again for the others, or give one text": "其餘請另外查核，或改給一篇文章",
    "command": "指令",
    "argument": "引數",
    "a list": "清單",
    "an object": "物件",
    "null": "null",
    # Lines of JSON.
    "the line is no JSON: {reason}": "此行不是JSON：{reason}",
    "write an object on one line, in UTF-8": "請以UTF-8在一行內寫一個物件",
    "byte {at} is no UTF-8": "第{at}個位元組不是UTF-8",
    "see character {at}": "見第{at}字",
    "it is nested too deeply": "巢狀過深",
    "a number has too many digits": "數字位數過多",
    "{word} is no JSON": "{word}不是JSON",
    "leave it out": "請省略",
    "an id is a text or a number": "id須為文字或數字",
    "it is given back as it is written": "會照原樣傳回",
    "the line has more than {most:,} bytes": "此行超過{most:,}位元組",
    "ask for parts of the text": "請分段查核",
    # The help.
    "see: trade batch --help": "請見trade batch --help",
    "Answer many questions in one process: a line of JSON each, in and out; errors stand in their line.": (
        "一次回答許多問題：每題一行JSON，逐行作答；錯誤寫在該行。"
    ),
    "Answer many questions in one process: a line of JSON each, in and out; errors stand in their line. Ends with 0 where every line was answered, else with the exit code of the first that was not.": (
        "一次回答許多問題：每題一行JSON，逐行作答；錯誤寫在該行。每行都有答案時以0結束，否則以第一個無法作答者的結束碼結束。"
    ),
    'A file of questions, a JSON object a line: {"command": "surplus", "partner": "US"}; without it, or as -, standard input.': (
        '問題檔，每行一個JSON物件：{"command": "surplus", "partner": "US"}；省略或寫-時讀取標準輸入。'
    ),
    "[FILE]": "[檔案]",
}
