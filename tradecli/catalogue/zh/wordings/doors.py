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
    "a list of other things than texts": "內含非文字的清單",
    "an object": "物件",
    "{name} is too large a number": "{name}的數字過大",
    "{name} has more than {most:,} characters": "{name}超過{most:,}字",
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
    # Questions kept in a file.
    "question": "問題",
    "question {name}: {error}": "問題「{name}」：{error}",
    "two questions are written to {path}": "有兩個問題寫到{path}",
    "name another file for one": "請為其中一個另指定檔案",
    "see: trade run --help": "請見trade run --help",
    "{path}: more than {most:,} bytes": "{path}：超過{most:,}位元組",
    'questions read: command = "surplus"': '問題的寫法：command = "surplus"',
    "{count} answers cannot follow one another as {name}": "{count}個答案不能以{name}接連寫出",
    'name an output for each, or format = "table"': '請各指定output，或寫format = "table"',
    "Answer the questions kept in a file, each written where it says; all are answered before any is.": (
        "回答檔案中的問題，各寫到其指定之處；全部答完才開始寫。"
    ),
    "Answer the questions kept in a file, each written where it says; all are answered before any is. Ends as a shell would after the first that did not end with 0.": (
        "回答檔案中的問題，各寫到其指定之處；全部答完才開始寫。以第一個不為0的結束碼結束。"
    ),
    "A TOML file: a question, or a table for each, by name.": "TOML檔：一個問題，或每題一個有名稱的表格。",
    "Only the questions of these names.": "只回答這些名稱的問題。",
    "Show the command line of each question instead.": "改為顯示各問題的指令。",
    "NAME": "名稱",
    # Agents.
    "{rows} rows are not {least} to {most}": "一頁{rows}列，應為{least}至{most}列",
    "ask for the rest with next_cursor": "其餘請以next_cursor取得",
    "the cursor is none of this question and these figures": "此cursor不屬於這個問題與這些資料",
    "ask again without a cursor": "請不帶cursor重新查詢",
    "tool": "工具",
    "there is no text {address!r}": "沒有「{address}」這份文件",
    "see candidates": "請見candidates",
    "there is no prompt {name!r}": "沒有「{name}」這個提示",
    "the prompt {name} takes no {argument}": "提示{name}沒有{argument}這個引數",
    "the prompt {name} lacks {argument}": "提示{name}缺少{argument}",
    "no file or article has the id {name!r}": "沒有id為「{name}」的檔案或文章",
    "ids stand in the origins and the provenance of an answer": "id見答案的origins與provenance",
    "a port is for HTTP": "連接埠只用於HTTP",
    "write: trade mcp --http {port}": "請寫：trade mcp --http {port}",
    "trade mcp needs the extra `mcp`": "trade mcp須另裝`mcp`",
    "install it with: pip install 'tradecli[mcp]'": "請安裝：pip install 'tradecli[mcp]'",
    "answering on {address}": "在{address}作答",
    "port {port} cannot be used: {reason}": "無法使用連接埠{port}：{reason}",
    "name another, or 0 for any that is free": "請改用其他連接埠，或以0任選空的",
    "name an earlier day": "請指定較早的日期",
    # The help.
    "Against what was known on this day, not the vintage before.": "與這一天已知的資料比較，而非與前一次發布比較。",
    "What is new in the newest vintage: months, revisions, records? Ends with 10 where something is.": (
        "最新一次發布有何新資料：月份、修正、紀錄？有新資料時以10結束。"
    ),
    "Answer agents: each question a tool of the Model Context Protocol, on standard input and output.": (
        "供AI代理程式查詢：每種問題是模型情境協定（MCP）的一個工具，經標準輸入與輸出往來。"
    ),
    "With --http: the port; 8765 unless said.": "與--http並用：連接埠；省略時為8765。",
    "Over HTTP on this machine alone, not on standard input.": "改以HTTP提供，只限本機，不經標準輸入。",
    "Also a tool that downloads newer figures.": "另提供下載新資料的工具。",
    "Tools may name own tables: files here, or addresses.": "工具可指定自有資料表：本機檔案或網址。",
    "PORT": "連接埠",
    "see: trade batch --help": "請見trade batch --help",
    "see: trade mcp --help": "請見trade mcp --help",
    "Answer many questions in one process: a line of JSON each, in and out; errors stand in their line.": (
        "一次回答許多問題：每題一行JSON，逐行作答；錯誤寫在該行。"
    ),
    "Answer many questions in one process: a line of JSON each, in and out; errors stand in their line. Ends with 0 where every line was answered, else with the exit code of the first that was not.": (
        "一次回答許多問題：每題一行JSON，逐行作答；錯誤寫在該行。每行都有答案時以0結束，否則以第一個無法作答者的結束碼結束。"
    ),
    'A file of questions, a JSON object a line: {"command": "surplus", "partner": "US"}; without it, or as -, standard input.': (
        '問題檔，每行一個JSON物件：{"command": "surplus", "partner": "US"}；省略或寫-時讀取標準輸入。'
    ),
}
