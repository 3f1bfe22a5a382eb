"""Traditional Chinese: the help of the command line."""

from __future__ import annotations

WORDINGS = {
    # Headings and what the parser adds.
    "Usage": "用法",
    "Arguments": "引數",
    "Question": "問題",
    "Day": "日期",
    "Source": "來源",
    "Output": "輸出",
    "Options": "選項",
    "Commands": "指令",
    "Examples": "範例",
    "Example: trade surplus --partner US --through 2025-11": "範例：trade surplus --partner US --through 2025-11",
    "Show this message and exit.": "顯示本說明後結束。",
    "Install completion for the current shell.": "為目前的命令列介面安裝補全功能。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "顯示目前命令列介面的補全程式，供複製或自訂安裝。"
    ),
    "required": "必填",
    # What is given.
    "OPTIONS": "選項",
    "COMMAND": "指令",
    "ARGS": "引數",
    "PARTNER": "對象",
    "PLACE": "國家",
    "SOURCE": "來源",
    "PLACES": "國家,國家",
    "GOODS": "貨品",
    "MONTH": "月份",
    "PERIOD": "期間",
    "DATE": "日期",
    "DAY": "日期",
    "FORMAT": "格式",
    "FILE": "檔案",
    "PATH": "路徑",
    "NAMES": "欄名",
    "TEXT": "文字",
    "FACTOR": "倍數",
    "str": "文字",
    "int": "整數",
    "float": "數字",
    # The program.
    "Official merchandise-trade statistics: balances, growth and records, each figure traceable.": (
        "官方貿易統計：出入超、成長率與紀錄，每個數字均可溯源。"
    ),
    "Print the version.": "顯示版本。",
    "Show a traceback where something fails.": "出錯時顯示追蹤訊息。",
    "No notes, only answers and errors.": "不顯示附註，只顯示答案與錯誤。",
    "Say what is read from which file.": "說明由何檔案讀取何資料。",
    "Bold and dim: auto follows the terminal, NO_COLOR and FORCE_COLOR.": (
        "粗體與淡色：auto依終端機、NO_COLOR與FORCE_COLOR而定。"
    ),
    # Commands.
    "How large is the balance with a partner, against the year before, and is it a record?": (
        "對貿易夥伴的出入超多大？與上年相比如何？是否創紀錄？"
    ),
    "Exports month by month: value, growth, year to date, 12 months, records.": (
        "逐月出口：金額、成長率、累計、近12個月、紀錄。"
    ),
    "Imports month by month: value, growth, year to date, 12 months, records.": (
        "逐月進口：金額、成長率、累計、近12個月、紀錄。"
    ),
    "Which records and streaks a month sets, for the total and a partner, flows and balance.": (
        "某月創下哪些紀錄與連續增減：總額與貿易夥伴、進出口與出入超。"
    ),
    "Which commodities, or partners, moved a flow or the balance on a year earlier?": (
        "與上年同期相比，哪些貨品或貿易夥伴帶動進出口或出入超？"
    ),
    "Partners ranked by balance, exports, imports or growth, with their rank a year earlier.": (
        "貿易夥伴依出入超、出口、進口或成長率排名，並列上年名次。"
    ),
    "What does the partner's own statistics office report, and why do the two differ?": (
        "對方統計機關發布的數字為何？雙方為何有差異？"
    ),
    "How have these figures changed since first published, and how sure is a first figure?": (
        "數字自首次發布以來如何修正？首次發布的數字有多可靠？"
    ),
    "How did this figure come about: from which months, files and releases, and how did it first stand?": (
        "這個數字如何得出：由哪些月份、檔案與發布而來，首次發布時為何？"
    ),
    "How is this figure cited: a sentence, the licence, the hash, the command; --format bibtex.": (
        "如何引用這個數字：一句話、授權、雜湊值與指令；--format bibtex。"
    ),
    "Are these published statements true? Exit code 1 when one is false, 3 when none could be told.": (
        "這些已發表的敘述是否屬實？有一則不實時結束碼為1，均無法判斷時為3。"
    ),
    "A release for a month: paragraphs, records, drivers, partners, table, chart; every figure traced.": (
        "某月的新聞稿：段落、紀錄、增減主因、貿易夥伴、表、圖，每個數字均可溯源。"
    ),
    "A picture: the balance or a flow over time with its records, or what moved it.": (
        "統計圖：出入超或進出口的走勢與紀錄，或其增減主因。"
    ),
    "Bring the newest official tables into the store.": "將最新的官方資料下載至資料庫。",
    "The sources: coverage, newest month, vintages, age, key, licence.": (
        "資料來源：範圍、最新月份、版本、時間、金鑰、授權。"
    ),
    "Find a partner or commodity by code, English or Chinese name.": "以代碼、中文或英文名稱查詢貿易夥伴或貨品。",
    "What JSON answers hold: the JSON Schema of one.": "JSON答案的內容：其JSON Schema。",
    "The settings: each value and where it is from: environment, a project's file, the user's, default.": (
        "設定：各項的值與來源（環境變數、專案設定檔、使用者設定檔、預設）。"
    ),
    "Is all well: how far each series reaches, what is missing, the store, keys, fonts, extras.": (
        "檢查狀況：各數列至何時、缺什麼，以及資料庫、金鑰、字型、附加套件。"
    ),
    "The store of fetched figures: path, list, verify, prune, export, add.": (
        "已下載資料的資料庫：path、list、verify、prune、export、add。"
    ),
    "An unknown file of records: what its columns are; --output us.toml writes it for --table.": (
        "不知內容的紀錄檔：各欄是什麼；--output us.toml寫成檔案供--table使用。"
    ),
    "inspect: what each column is, flows, partners, goods, months, unit, gaps; what stays open.": (
        "inspect：各欄是什麼、進出口別、貿易夥伴、貨品、月份、單位、缺漏，以及待定事項。"
    ),
    "A file, folder, glob or address of Parquet, CSV or Arrow.": "Parquet、CSV或Arrow的檔案、目錄、樣式或網址。",
    "The script that completes commands, options, places and words in a shell.": (
        "在命令列介面補全指令、選項、地名與字詞的程式。"
    ),
    "The help of the program, or of a command: what --help prints.": "程式或某指令的說明，與--help相同。",
    # The question.
    "The question in words: US 2025-11.": "以文字發問：US 2025-11。",
    "The month alone: 2025-11.": "只給月份：2025-11。",
    "Whose customs counted: a code or name.": "由何國海關統計：代碼或名稱。",
    "The other side: a code, a name in English or Chinese, or an area such as CN+HK.": (
        "貿易對象：代碼、中英文名稱，或地區如CN+HK。"
    ),
    "Last month: 2025-11; a quarter (2025-Q4) or year (2025) means its last month. "
    "Without it, the newest that can be answered.": (
        "最後月份：2025-11；季（2025-Q4）或年（2025）指其最後一月。省略時為可作答的最新月份。"
    ),
    "How many months to show.": "顯示幾個月。",
    "A commodity: a code or name (see `trade codes`); `hs-section:16` where a code is ambiguous.": (
        "貨品：代碼或名稱（見「trade codes」）；代碼有歧義時寫「hs-section:16」。"
    ),
    "Adjustment; the two are never mixed.": "調整方式；兩者不相混用。",
    "What US trade policy hangs on a surplus: threshold, formula, rates.": (
        "美國貿易政策對出超的規定：門檻、公式、稅率。"
    ),
    "Which flow.": "進出口別。",
    "Which months it covers.": "涵蓋哪些月份。",
    "What to tell apart.": "依何者分解。",
    "A list of commodities.": "貨品分類。",
    "What to rank by.": "依何者排名。",
    "With --by growth, whose; export unless said.": "用於--by growth，何者的成長率；省略時為export。",
    "Also divide imports valued CIF by a factor such as 1.06.": "並將以CIF計價的進口除以倍數，如1.06。",
    "What was known on each day of a release: the real-time matrix.": "各發布日所知的數字：即時矩陣。",
    "Answer with what had been published by this day, such as 2026-01-09.": (
        "以截至該日已發布的資料作答，如2026-01-09。"
    ),
    "With --as-of: leave out figures only inferred to have been public by then.": (
        "用於--as-of：略去僅推定當時已公開的數字。"
    ),
    # The source.
    "Who answers: one of `trade sources`; without it, the reporter's own office.": (
        "由何來源作答（見trade sources）；省略時為申報國的主管機關。"
    ),
    "Answer from an own table: a file, folder, glob or address of Parquet, CSV or Arrow.": (
        "以自有資料表作答：Parquet、CSV或Arrow的檔案、目錄、萬用字元或網址。"
    ),
    "Its columns: period=month,partner=ctry,flow=ie,value=fob,commodity=hs6, or a TOML file.": (
        "其欄位：period=month,partner=ctry,flow=ie,value=fob,commodity=hs6，或TOML檔。"
    ),
    "Engine that computes the sums.": "計算合計的引擎。",
    "Keep its monthly sums in the cache, and use them again.": "將其月合計留在快取，供再次使用。",
    "Answer even if over 1 % of its rows cannot be read.": "即使逾1%的列無法讀取，仍予作答。",
    # The output.
    "Unit shown to people, such as bn or tn; yi is 億, 100 million.": "供人閱讀的單位，如bn、tn（兆）；yi為億。",
    "Decimals of money, never finer than published.": "金額的小數位數，不比發布者更細。",
    "Language; zh is Traditional Chinese.": "語言；zh為繁體中文。",
    "table, csv, tsv, json, ndjson, markdown, html, parquet, xlsx, arrow or sdmx-csv; "
    "without it a table on a terminal and CSV in a pipe.": (
        "table、csv、tsv、json、ndjson、markdown、html、parquet、xlsx、arrow或sdmx-csv；省略時於終端機為表格，於管線為CSV。"
    ),
    "Write to a file, whole or not at all; its suffix names the format.": (
        "寫入檔案，不留半份；副檔名即格式。"
    ),
    "markdown, html (one self-contained page) or table (plain text).": (
        "markdown、html（單一網頁）或table（純文字）。"
    ),
    "table (in characters), svg, png, html, or the figures as csv, json, ...": (
        "table（文字圖）、svg、png、html，或以csv、json等輸出數字。"
    ),
    # check.
    "A file (plain text, Markdown, HTML, or TOML with [[claim]] tables), - for standard input, a sentence "
    'such as "Taiwan\'s exports rose 56 percent in November", or a claim: FLOW [of COMMODITY] '
    "[to|from|with PARTNER] [by REPORTER] PERIOD [SPAN]: SAID[, SAID] [@ DAY]. FLOW: exports, imports, "
    "balance, surplus, deficit, trade. SPAN: month, quarter, ytd, year, 12m. SAID: 64.05 bn; base 41.1 bn; "
    "+56.0 % y/y; +3.6 % m/m; share 38.1 %; record [same_month]; rank 2; streak 25; 2.3 times; "
    "[nearly|more than] doubled [from PERIOD]; difference 5.4 bn; points 11; contribution 80 %; "
    "growth +82 % from 2012; record growth; rank 1 partners; exceeds every year; first above 60 bn; "
    "streak 3 above 60 bn; about, nearly or more than before a number (docs/reference/claims.md). DAY: when it was "
    "said. Example: 'exports 2025-11: 64.05 bn, +56.0 % y/y, record @ 2025-12-09'.": (
        "檔案（純文字、Markdown、HTML，或含[[claim]]的TOML）、表示標準輸入的-、一句話（如"
        "「11月出口年增56%」），或一則敘述：FLOW [of COMMODITY] [to|from|with PARTNER] [by REPORTER] "
        "PERIOD [SPAN]: SAID[, SAID] [@ DAY]。FLOW（進出口別）：exports、imports、balance、surplus、"
        "deficit、trade。SPAN（期間別）：month、quarter、ytd、year、12m。SAID（所述）：64.05 bn；base 41.1 bn；"
        "+56.0 % y/y；+3.6 % m/m；share 38.1 %；record [same_month]；rank 2；streak 25；2.3 times；"
        "[nearly|more than] doubled [from PERIOD]；difference 5.4 bn；points 11；contribution 80 %；"
        "growth +82 % from 2012；record growth；rank 1 partners；exceeds every year；first above 60 bn；"
        "streak 3 above 60 bn；數字前可加about、nearly或more than（見docs/reference/claims.md）。DAY：敘述的日期。"
        "例如：'exports 2025-11: 64.05 bn, +56.0 % y/y, record @ 2025-12-09'。"
    ),
    "The day it was written, such as 2026-01-09; without it that of its dateline, page or header, else today.": (
        "撰寫日期，如2026-01-09；省略時取自電頭、網頁或檔頭，再無則為今日。"
    ),
    "Show how statement N was read, and what was tried.": "顯示第N則敘述如何解讀，以及試過哪些解讀。",
    "Show what would have to be written instead.": "顯示應改寫成什麼。",
    # chart.
    "How many months a line shows; 36 unless said.": "折線顯示幾個月；省略時為36。",
    "Bars of what moved it instead.": "改畫增減主因的長條。",
    "Of the bars; year_to_date unless said.": "長條的期間別；省略時為year_to_date。",
    # fetch.
    "Which sources; without it the best for --reporter, or mof census.": (
        "哪些來源；省略時為最適於--reporter者，或mof census。"
    ),
    "Every source that has figures, for the pairs it has.": "每一有數字的來源，範圍為其已有的國家與夥伴。",
    "The first month wanted, where a source can be asked for one.": "所要的第一個月，限可指定的來源。",
    "Whose customs; the best source is picked.": "何國海關；自動選用最適來源。",
    "Only these partners; may stand more than once.": "只要這些貿易夥伴；可重複使用。",
    "Show what would be asked for.": "只顯示將下載什麼。",
    "Ask for whole files even if unchanged.": "即使未更動亦下載完整檔案。",
    "Seconds for one file, all attempts.": "每個檔案的時限（秒），含重試。",
    "Open no connection.": "不連線。",
    "Fail (4) also where stored figures remain.": "即使有現存資料仍以結束碼4結束。",
    # codes, schema, store, completion, help.
    "A code, or part of a name in English or Chinese; 8542 shows its place in the Harmonized System.": (
        "代碼，或中英文名稱的一部分；8542顯示其在國際商品統一分類（HS）中的位置。"
    ),
    "Such as surplus; error for what is written where one fails.": "如surplus；出錯時的輸出為error。",
    "path: where it is; list: what is in it; verify: check every file against its SHA-256; "
    "prune: drop old vintages; export: one table of everything; add: official files got by hand.": (
        "path：所在位置；list：內容；verify：以SHA-256核對每個檔案；prune：刪除舊版本；"
        "export：全部匯出為一張表；add：加入自行取得的官方檔案。"
    ),
    "Files to add.": "要加入的檔案。",
    "Only this source; with add, whose file it is.": "只限此來源；用於add時指檔案屬何來源。",
    "With add: the day the file was published.": "用於add：檔案發布的日期。",
    "With prune: how many vintages of each file stay.": "用於prune：每個檔案保留幾個版本。",
    "With prune: list what would go, and keep it.": "用於prune：只列出將刪除者，不實際刪除。",
    "With prune: do not ask, on a terminal either.": "用於prune：於終端機亦不詢問。",
    "With verify: make damaged tables anew from the raw files.": "用於verify：由原始檔重建損毀的資料表。",
    "Which shell.": "何種命令列介面。",
    "Of which command.": "何指令的說明。",
    # Series, several partners, charts and releases.
    "A series of so many months instead.": "改為N個月的數列。",
    "A series from this month or period instead.": "改為自此月份或期間起的數列。",
    "First month of the series, quarter or year.": "數列的第一個月、季或年。",
    "A series by month, quarter or year.": "按月、季或年的數列。",
    "Also the partner's share of the reporter's total, in percent.": "並列該貿易夥伴占申報國總額的比重（%）。",
    "How many months, without --from; 13 unless said (9 quarters, 11 years).": (
        "未用--from時顯示幾個月；省略時為13（季為9，年為11）。"
    ),
    "The other side: a code, a name in English or Chinese, an area such as CN+HK; several as US,JP or with "
    "--partner again, never added up.": (
        "貿易對象：代碼、中英文名稱，或地區如CN+HK；數個寫作US,JP或重複本選項，不相加。"
    ),
    "Exports by month, quarter or year: value, growth, year to date, 12 months, records.": (
        "按月、季或年的出口：金額、成長率、累計、近12個月、紀錄。"
    ),
    "Imports by month, quarter or year: value, growth, year to date, 12 months, records.": (
        "按月、季或年的進口：金額、成長率、累計、近12個月、紀錄。"
    ),
    "What to tell apart; region: continents and other areas as published.": (
        "依何者分解；region為發布的各洲與其他地區。"
    ),
    "Only the N that moved it most; the rest is one row.": "只列影響最大的N個；其餘合為一列。",
    "What to rank by; region lists continents and other areas as published instead.": (
        "依何者排名；region改列發布的各洲與其他地區。"
    ),
    "With --by growth, whose; export unless said. With --by region, what; balance unless said.": (
        "用於--by growth，何者的成長率，省略時為export；用於--by region，列何者，省略時為balance。"
    ),
    "Only the first N; the rest is one row.": "只列前N個；其餘合為一列。",
    "All findings, not only the first few.": "列出所有發現，不只前幾項。",
    "All notes, those on method too.": "列出所有附註，含方法說明。",
    "How many months it goes back; unless said 36, of quarters and 12 months 60, of years all.": (
        "回溯幾個月；省略時為36，季與近12個月為60，年則為全部。"
    ),
    "The first month, instead of --months.": "第一個月，用以代替--months。",
    "Other partners, CN,JP: a line for each, and for --partner unless it is the world.": (
        "其他貿易夥伴，如CN,JP：各畫一條線；--partner亦畫一條，全球除外。"
    ),
    "Which months a figure covers; month unless said, of drivers year_to_date. A year to date stands beside "
    "the same months of other years.": (
        "數字涵蓋哪些月份；省略時為month，增減主因為year_to_date。累計與各年同期並列。"
    ),
    "markdown, html (one self-contained page), docx (the extra `docx`) or table (plain text).": (
        "markdown、html（單一網頁）、docx（須附加套件docx）或table（純文字）。"
    ),
    "Tell what is new since the release before (last) or a day: months, revised figures, records.": (
        "說明自上次發布（last）或某日以來的更新：月份、修正的數字、紀錄。"
    ),
    "A release for a month: headline, table, chart, paragraphs, records; every figure traced.": (
        "某月的新聞稿：標題、表、圖、段落、紀錄，每個數字均可溯源。"
    ),
    "A line for each source, or for each reporter it has.": "每個來源一行，或其每個申報國一行。",
}
