"""Words of trade in Chinese, as data: every one in the traditional script. Pure.

Places and goods that the tables of `facts` know by their Chinese names are not repeated here.
"""

from __future__ import annotations

from tradecli.reading.model import Flow, NotTrade


def _by_word(table: dict[str, str]) -> dict[str, str]:
    """What every word means, from the words for every meaning."""
    return {word: meaning for meaning, several in table.items() for word in several.split()}


EXPORT, IMPORT, TRADE = Flow("export"), Flow("import"), Flow("trade")
SURPLUS, DEFICIT, BALANCE = Flow("balance", 1), Flow("balance", -1), Flow("balance")

#: What is exported and imported, and the difference.
FLOWS = {
    **dict.fromkeys(("出口", "外銷", "輸出"), (EXPORT,)),
    **dict.fromkeys(("進口", "輸入"), (IMPORT,)),
    **dict.fromkeys(("出超", "順差", "盈餘"), (SURPLUS,)),
    **dict.fromkeys(("入超", "逆差", "赤字"), (DEFICIT,)),
    **dict.fromkeys(("進出口總值", "進出口總額", "貿易總額", "貿易總值", "雙邊貿易", "總貿易額"), (TRADE,)),
    **dict.fromkeys(
        ("出、進口", "出進口", "出口、進口", "出口與進口", "出口及進口", "出口和進口"), (EXPORT, IMPORT)
    ),
    **dict.fromkeys(
        ("進、出口", "進出口", "進口、出口", "進口與出口", "進口及出口", "進口和出口"), (IMPORT, EXPORT)
    ),
}
#: What may stand before a flow, and what after it, without changing what it is.
BEFORE_FLOW = "總|整體|全體|全部|商品|貨品|財貨|海關|貿易|對外"
AFTER_FLOW = "貿易|總金額|總額|總值|金額|值|額|規模|表現|部分|方面"
#: Words before a flow that make it that of all goods and partners.
WHOLE = ("總", "整體", "全體", "全部")

#: Names of places that the table of places does not know, and the short ones of the press.
PLACES = _by_word(
    {
        "CN+HK": (
            "香港及大陸 香港與大陸 香港及中國大陸 香港與中國大陸 香港與中國 "
            "陸港 中港 中國大陸與香港 中國大陸及香港 中國大陸和香港 中國大陸、香港 大陸與香港 大陸及香港 "
            "大陸和香港 中國與香港 中國及香港 中國和香港 中國、香港 中國大陸(含香港) 中國大陸含香港 "
            "中國(含香港) 大陸(含香港) 含香港的中國大陸 兩岸三地"
        ),
        "CN": "中國大陸 中國 大陸 對岸",
        "KR": "南韓 韓國",
        "ASEAN": "東協 東協10國 東協十國 東盟 東南亞國協",
        "SG": "新加坡 星國 星洲",
        "US": "美國",
        "EUROPE": "歐洲",
        "EU": "歐盟",
        "AU": "澳洲",
        "AE": "阿聯 阿聯大公國",
        "SA": "沙國 沙烏地",
        "NEW SOUTHBOUND 18": "新南向18國 新南向十八國 新南向國家",
        "OCEANIA": "大洋洲",
    }
)
#: One letter for a place: only after a word for "to" or "from", or in a list with others (日、韓).
LETTERS = {"美": "US", "中": "CN", "陸": "CN", "日": "JP", "韓": "KR", "歐": "EUROPE", "德": "DE", "英": "GB"}
LETTERS |= {"港": "HK", "星": "SG", "越": "VN", "泰": "TH", "印": "IN", "荷": "NL", "墨": "MX", "馬": "MY"}
#: Words before a place that make it the partner.
TOWARDS = "對|銷往|輸往|出口至|出口到|輸往|銷至|自|從|來自|向|輸美"
#: Offices whose figures are those of another reporter.
OFFICES = "海關總署|海關|財務省|商務部|產業通商資源部|產業部|關稅廳|普查局|統計局|企業發展局|官方"

#: Goods by the words that the press has for the ministry's groups; empty: goods of no group.
GOODS = _by_word(
    {
        "mof:ICT_AV": (
            "資通與視聽產品 資通與試聽產品 資通及視聽產品 資通視聽產品 資通與視聽 資通視聽 資通訊與視聽產品 "
            "資通訊及視聽產品 資訊、通信與視聽產品 資訊、通信與視聽 資通訊產品 資通產品 資訊通信與視聽產品 "
            "資訊與通信產品 信息通信與視聽產品 信息通信及視聽產品 "
            "信息、通信與視聽產品 信息通信和視聽產品 信息通信產品 信息與通信產品 資通訊 資通類 資通"
        ),
        "mof:ELECTRONIC_COMPONENTS": "電子零組件 電子零件 電子零部件 電子元器件 電子元件 電子類",
        "mof:ELECTRONIC_COMPONENTS_ICT_AV": (
            "電子及資通產品 電子與資通產品 電子資通產品 電子資通 電子及資通 電子與資通"
        ),
        "mof:INTEGRATED_CIRCUITS": "積體電路 集成電路 晶片",
        "mof:MACHINERY": "機械產品 機械設備 機械類 機械",
        "mof:ELECTRICAL_MACHINERY": "電機產品 電機設備 電機",
        "mof:HOUSEHOLD_APPLIANCES": "家用電器 家電產品 家電",
        "mof:BASE_METALS": "基本金屬及其製品 基本金屬 卑金屬",
        "mof:PLASTICS_RUBBER": (
            "塑膠、橡膠及其製品 塑膠橡膠及其製品 塑橡膠及其製品 塑橡膠製品 塑橡膠 塑膠及橡膠 塑膠與橡膠 "
            "塑膠橡膠"
        ),
        "mof:CHEMICALS": "化學品 化學產品",
        "mof:MINERALS": "礦產品 礦產",
        "mof:TRANSPORT": "運輸工具",
        "mof:TEXTILES": "紡織品 紡織類 紡織",
        "mof:OPTICAL_PRECISION": "光學器材 光學及精密儀器 光學與精密儀器 精密儀器",
        "mof:COMPUTERS": "電腦及其附屬單元 電腦及附屬單元 電腦與附屬單元",
        "mof:COMPUTER_PARTS": "電腦之零附件 電腦零附件",
        "mof:PRINTED_CIRCUIT_BOARDS": "印刷電路板 印刷電路",
        "mof:SWITCHES_ROUTERS": "交換器及路由器",
        "mof:STORAGE_MEDIA": "儲存媒體",
        "mof:DRAM": "DRAM",
        "mof:CRUDE_OIL": "原油",
        "mof:GOLD": "黃金",
        "mof:REFINED_PETROLEUM": "石油煉製品",
        "mof-use:CAPITAL_GOODS": "資本設備 資本財",
        "mof-use:RAW_MATERIALS": "農工原料 農工原物料",
        "mof-use:CONSUMER_GOODS": "消費品 消費財",
        "mof-use:INTERMEDIATE_GOODS": "中間產品 中間財",
        "": (
            "其他貨類 其餘貨類 其他貨品 傳統產業 傳統產品 傳統貨類 傳產貨類 傳產 非科技類 傳統產業貨品 "
            "主力貨品 科技產品 科技類產品 科技貨類 科技類貨品 其他產品 其餘產品 伺服器 半導體設備 半導體 "
            "記憶體 面板 手機 筆電 顯示卡 顯示晶片 固態硬碟 鋼鐵 鋼品 鋁 銅 水泥 塑化 石化 石化產品 工具機 "
            "汽車零件 汽車零組件 汽車 小客車 車用零組件 自行車 電動自行車 扣件 螺絲 水產品 水產 農產品 農產 "
            "石斑魚 鳳梨 蘭花 水果 茶葉 毛豆 稻米 食品 飲料 菸酒 牛肉 豬肉 黃豆 玉米 小麥 天然氣 液化天然氣 "
            "煤 煤炭 油品 石油 成品油 藥品 疫苗 醫療器材 太陽能電池 鋰電池 電池 風電 工業電腦 網通產品 網通 "
            "通訊產品 電腦 繪圖卡 加工食品 動植物產品 船舶 飛機 人造纖維 成衣 家具 玩具 手工具 水五金 武器"
        ),
    }
)

#: Kinds of numbers that are of no customs statistics, by the words that open them.
_TOPICS: dict[NotTrade, str] = {
    "orders": "外銷訂單 接單金額 接單 訂單金額 訂單 出口訂單",
    "services": (
        "服務貿易 服務出口 服務進口 服務輸出 服務輸入 商品及服務輸出 商品與服務輸出 商品及服務出口 "
        "商品與服務出口 商品及服務 商品與服務 旅行收入 觀光收入"
    ),
    "gdp": "GDP 國內生產毛額 經濟成長率 經濟成長 經濟規模 民間消費 民間投資 景氣燈號 通膨率",
    "revenue": "營收 營業額 營業收入 銷售額 市值 獲利 淨利 產值 資本支出 股價 股市 零售業",
    "tariff": "關稅稅率 對等關稅 關稅 稅率 稅負",
    "volume": "出口量 進口量 出口數量 進口數量 公噸 噸 箱 萬台 萬輛 萬支 萬片 TEU 貨櫃 出貨量 產量 銷量",
    "other": (
        "生產指數 工業生產 製造業PMI 採購經理人 物價 CPI 失業率 利率 匯率 升值 貶值 投資 外匯存底 市占率 "
        "市占 預算 補助 貸款 基金 採購金額 儲蓄率 薪資 人口 稅收 國際收支 經常帳 金融帳 來台旅客 差距 "
        "落差 依存度 依賴度 集中度 信心指數"
    ),
}
TOPICS = {word: kind for kind, several in _TOPICS.items() for word in several.split()}
#: Words after which a clause speaks of what is to come.
_FORECAST = (
    "預測 預估 預計 預期 預料 推估 估計 估算 概估 粗估 可望 有望 料將 料可 上看 挑戰 力拚 展望 目標 "
    "有機會 可能 或將 恐將 恐 看好 估值 篤定 往後 可達 可超 可再 可站 可突破 就能 便可 將達 將可 將續 "
    "將創 將超 將提早 將提前 將落 將介 將在 將維持 將年 將會 將有 將再 將首 將減 將成長 將衰退 "
    "將下 將上 將升 將降 將回 將轉 將縮 將擴 將放 將收 將趨 "
    "將持續 將較 將由 將從 將出現 將突破 將增 將呈 將為 將來到 "
    "望達 望創 望續 望突破 望再 望站 下個月 下月 明年 下季 下半年將 民調 試算 是否 能否 可否 模型 若能 "
    "倘若 假設 保守 樂觀 設定 訂為 訂在 估"
)
FORECAST = tuple(_FORECAST.split())
#: What makes one of these words speak of the past: better than expected, the forecast of before.
AS_EXPECTED = (
    r"(?:(?:大幅|遠|均|皆|都|大|略|明顯)?(?:優於|高於|超乎|低於|不如|不及|遜於|符合|勝過|好於|如|超出"
    r"|超過)(?:市場|官方|外界|各界|原先|先前|此前|原|當初|路透|彭博|分析師|經濟學家|專家|學者|普遍|調查|訪調|機構)*(?:的)?(?:預期|預估|預測|預估值|預期值|推估"
    r"|預估數)|出乎(?:意料|預期)|一如預期|如預期)"
)

#: Without the days of a festival, or seasonally adjusted.
ADJUSTED = (
    r"(?:不計|不含|排除|剔除|扣除|若把|撇除|去除)(?:農曆)?(?:春節|新年|季節|工作天|假期|過年)|季調"
    r"|季節調整|經季節|(?:若|如果)?(?:排除|剔除|扣除|撇除|撇開|去除|不計)(?:掉)?(?!進口|出口|香港)"
)
#: A part of a month.
PART = r"截至 ?\d{1,2} ?月 ?\d{1,2} ?日|前\d{1,2}[日天]|[上中下]旬|1日至\d{1,2}日|至\d{1,2}日止"
