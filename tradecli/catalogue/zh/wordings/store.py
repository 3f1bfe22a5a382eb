"""Traditional Chinese: files, the store, and what was to be fetched."""

from __future__ import annotations

WORDINGS = {
    # Files and folders.
    "cannot write {path}: {error}": "無法寫入{path}：{error}",
    "there is no home folder to keep figures in": "沒有家目錄可存放資料",
    "set {own} to a folder": "請將{own}設為目錄",
    "cannot write {path}: there is no folder {parent}": "無法寫入{path}：沒有目錄{parent}",
    "make the folder first, or name another": "請先建立目錄，或改用其他目錄",
    "cannot write {path}: it may only be read": "無法寫入{path}：檔案為唯讀",
    "cannot write {path}: it has another name (a hard link)": "無法寫入{path}：檔案另有名稱（硬連結）",
    "remove it first": "請先移除",
    "cannot write {path}: it is a folder": "無法寫入{path}：這是目錄",
    "the store {folder} is being written by another process": "另一個程式正在寫入資料庫{folder}",
    "try again when it is done; questions are answered meanwhile": "請待其完成後再試；其間仍可查詢",
    # Keys.
    "the key in {variable} is not used: a key is one line of letters and digits": (
        "{variable}的金鑰未使用：金鑰應為一行字母與數字"
    ),
    "{path} can be read by others and is not used; make it yours alone: chmod 600 {path}": (
        "{path}可由他人讀取，故未使用；請改為僅本人可讀：chmod 600 {path}"
    ),
    '{config_folder} is not used: its lines should read {variable} = "..."': (
        '{config_folder}未使用：其內容應寫作{variable} = "..."'
    ),
    # What was asked of fetch.
    "the timeout {timeout:g} is no time": "時限{timeout:g}不是時間",
    "give seconds, more than 0 and at most {longest}": "請給秒數，大於0且不超過{longest}",
    "nothing is fetched offline": "離線時不下載",
    "leave --offline away, or unset TRADE_OFFLINE": "請省略--offline，或取消TRADE_OFFLINE",
    "the source {source} needs a key": "來源{source}須有金鑰",
    "set {variable} (see `trade sources`)": "請設定{variable}（見「trade sources」）",
    "vintage {day}, {days} days old,": "{day}版、距今{days}日",
    "; the stored figures of {old} still answer": "；仍以現有資料（{old}）作答",
    "{error}{still}": "{error}{still}",
    "asked only if changed": "有更動才下載",
    "{name}: an older edition was served again; that of {vintage} stays": (
        "{name}：又收到較舊的版本；仍保留{vintage}版"
    ),
    # Connections.
    "cannot fetch {name} ({source}, {host}): {cause}": "無法下載{name}（{source}，{host}）：{cause}",
    "try again later; what is stored still answers": "請稍後再試；現有資料仍可作答",
    "try again later": "請稍後再試",
    "try again in {seconds:.0f} seconds": "請於{seconds:.0f}秒後再試",
    "{name} ({source}): {cause}": "{name}（{source}）：{cause}",
    "what is stored still answers": "現有資料仍可作答",
    "{name} ({source}): the source has nothing for what was asked": "{name}（{source}）：來源沒有所查詢的資料",
    "the address of {source} is {scheme}://{host}, which is not https": (
        "{source}的網址為{scheme}://{host}，不是https"
    ),
    "unset {variable} or give an https address": "請取消{variable}，或改用https網址",
    "more than {redirects} redirects": "轉址超過{redirects}次",
    "the server says {phrase}": "伺服器回應{phrase}",
    "the server says 304 of a file that was asked for as a whole": "要求完整檔案，伺服器卻回應304",
    "the server redirects to no address": "伺服器轉址而未給網址",
    "the server redirects to {where}, which is not the source's": "伺服器轉址至{where}，並非來源的網站",
    "the certificate is not valid: {why}": "憑證無效：{why}",
    "the key was not accepted": "金鑰未獲接受",
    "the key": "金鑰",
    "check {variable}": "請檢查{variable}",
    "check the key in {variable}": "請檢查{variable}的金鑰",
    "got an HTML page, not data": "收到的是HTML網頁，不是資料",
    "got {media}, not {expected}": "收到{media}，而非{expected}",
    "no content type": "未標示內容類型",
    "the reply is empty": "回應是空的",
    "no connection in time": "連線逾時",
    "no answer in time": "回應逾時",
    "took too long": "耗時過久",
    "the name of the host is not known": "查無主機名稱",
    "the content encoding {encoding!r} was not asked for": "並未要求內容編碼「{encoding}」",
    "the gzip stream is truncated": "gzip資料不完整",
    "the gzip stream is damaged": "gzip資料損毀",
    "came without its length, so that it may be truncated": "未附長度，可能不完整",
    "more than {wire:,} bytes came": "收到的資料超過{wire:,}位元組",
    "the file is larger than {decoded:,} bytes": "檔案超過{decoded:,}位元組",
    # The store.
    "{error}; answering from the embedded data": "{error}；改以內建資料作答",
    "the store: {trouble}": "資料庫：{trouble}",
    "the store cannot be read: {wrong}": "無法讀取資料庫：{wrong}",
    "use the version of trade that wrote it; nothing was changed": "請使用當初寫入的trade版本；未更動任何內容",
    "`trade store verify --repair` makes its manifest anew from its tables": (
        "請用「trade store verify --repair」由資料表重建清單"
    ),
    "is damaged": "已損毀",
    "is of another version of this program": "屬於本程式的另一版本",
    "has the layout {schema}; this program knows {known}": "的版式為{schema}；本程式可讀{known}",
    "{folder} has lost its manifests; {mend}": "{folder}的清單遺失；{mend}",
    "{path} is missing": "缺少{path}",
    "{path}: {error}": "{path}：{error}",
    "{path} {error}": "{path}{error}",
    "{path} is damaged; it was moved to the quarantine and is not used": "{path}已損毀，移至隔離區，不予使用",
    "{path}: no table says what it was; `trade store add` reads it again": (
        "{path}：沒有資料表說明其內容；請用「trade store add」重新讀入"
    ),
    "{path} is not the table it says it is, and is not used": "{path}與其所標示的資料表不符，不予使用",
    "{path} does not say of which file it was made, and is not used": "{path}未說明由何檔案產生，不予使用",
    "Drop these {rows} vintages?": "要刪除這{rows}個版本嗎？",
    "the store knows no {action!r}": "資料庫沒有「{action}」這個動作",
    "use one of {actions}": "請用下列之一：{actions}",
    "trade store {action} has no --dry-run": "trade store {action}不適用--dry-run",
    "it is of: trade store prune": "僅適用於：trade store prune",
    "trade store {action} takes no files": "trade store {action}不接受檔案",
    "see: trade store --help": "請見trade store --help",
    "{keep} vintages cannot be kept": "無法保留{keep}個版本",
    "keep 1 or more": "請至少保留1個",
    "no file to add": "沒有要加入的檔案",
    "trade store add FILE...": "trade store add FILE...",
    "the vintage {vintage} is after today": "版本日期{vintage}晚於今日",
    "give the day the file was published": "請給檔案發布的日期",
    "{name}: an excerpt, as {name}.toml says: rows and cells of the file are missing": (
        "{name}：依{name}.toml所載為節錄，缺部分列與儲存格"
    ),
    "add the whole file; the figures of fixtures/ are in the embedded data already": (
        "請加入完整檔案；fixtures/的數字已在內建資料中"
    ),
    "cannot read {path}: it is not a regular file": "無法讀取{path}：不是一般檔案",
    "the gzip file is damaged": "gzip檔已損毀",
    "{path}: larger than {bytes:,} bytes": "{path}：超過{bytes:,}位元組",
    "{id} is lost: {error}": "{id}已遺失：{error}",
    "free the place or set TRADE_DATA_DIR to another folder; nothing was replaced": (
        "請騰出空間，或將TRADE_DATA_DIR設為其他目錄；未取代任何內容"
    ),
}
