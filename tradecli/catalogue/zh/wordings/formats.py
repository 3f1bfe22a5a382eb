"""Data formats for other programs, descriptions beside a file, receipts: what is refused, and the help."""

from __future__ import annotations

WORDINGS = {
    "the rows of this answer are no observations by period, which sdmx-csv is for": (
        "這個答案的資料列不是按期別的觀測值，而sdmx-csv專供觀測值使用"
    ),
    "use csv or json": "請用csv或json",
    # What stands beside a file.
    "Also FILE-metadata.json: columns, units, sources of a CSV file (CSV on the Web).": (
        "並寫FILE-metadata.json：CSV檔的欄位、單位與來源（CSVW）。"
    ),
    "Also FILE.receipt.json, from which `trade replay` answers again.": (
        "並寫FILE.receipt.json，供`trade replay`重新作答。"
    ),
    "{switch} writes a file beside another": "{switch}是在另一個檔案旁寫檔",
    "name that one: --output FILE": "請指明該檔案：--output FILE",
    "{switch} describes a CSV file, and this is {name}": "{switch}用於描述CSV檔，而此為{name}",
    "Also adds a CSV file to the datapackage.json of its folder (Data Package).": (
        "並將CSV檔加入所在目錄的datapackage.json。"
    ),
    "the {name} of the folder is no data package; nothing was written": (
        "目錄中的{name}不是資料套件說明檔，未寫入任何檔案"
    ),
    "name one: --output FILE.csv": "請指明CSV檔：--output FILE.csv",
    "nothing can be written beside {path}: it is a device or a pipe": "{path}是裝置或管線，無法在旁寫檔",
    # Receipts.
    "Answer again from the same files, and compare to the last digit. Exit code 1 where one differs.": (
        "依相同檔案重新作答，並比對至最後一位數；答案不同時結束碼為1。"
    ),
    "Receipts, as `--receipt` writes them beside a file.": "收據，即`--receipt`寫在檔案旁者。",
    "answers to these have: {commands}": "有收據者：{commands}",
    "this answer has no receipt": "此答案沒有收據",
    "{name} is no receipt of this program": "{name}不是本程式的收據",
    "`--receipt` writes one beside a file": "`--receipt`會在檔案旁寫一份",
    "a receipt asks for {command}, which is no question": "收據要求執行{command}，但那不是提問",
    "{path}: what was checked came from standard input, and is not kept": (
        "{path}：所查核之內容來自標準輸入，並未保存"
    ),
    "{id}: {trouble}": "{id}：{trouble}",
    "the answer rests on {file} of {vintage}, which is no longer available": (
        "答案所依據之{file}（版本日期{vintage}）已不存在"
    ),
    "`trade store list` says what is; `trade store add` takes the file again": (
        "`trade store list`可列出現有檔案；`trade store add`可再加入該檔案"
    ),
    "the answer rests on {file}, which is another file now: its SHA-256 was {then}, and is {now}": (
        "答案所依據之{file}已非原檔：其SHA-256原為{then}，現為{now}"
    ),
}
