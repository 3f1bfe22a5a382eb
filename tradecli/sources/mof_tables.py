"""What the columns of the ministry's release tables are: the names are the ministry's, blanks removed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """What one column of amounts holds."""

    flow: str
    partner: str = "WORLD"
    commodity: str = "TOTAL"
    classification: str = "total"
    adjustment: str = "none"


@dataclass(frozen=True)
class Table:
    """A release table: its title, its columns, and the columns that repeat another table.

    `years` is false where annual rows stand among seasonally adjusted months and are not.
    """

    title: str
    columns: dict[str, Item]
    elsewhere: frozenset[str] = field(default_factory=frozenset)
    years: bool = True


def _partners(flow: str, columns: dict[str, str]) -> dict[str, Item]:
    return {path: Item(flow, partner) for path, partner in columns.items()}


def _groups(partner: str, columns: dict[str, str]) -> dict[str, Item]:
    return {path: Item("export", partner, code, "mof") for path, code in columns.items()}


_MAIN_PARTNERS = {
    "中國大陸與香港": "CN+HK",
    "美國": "US",
    "東協": "ASEAN",
    "日本": "JP",
    "南韓": "KR",
    "歐洲": "EUROPE",
}
_TOTAL = frozenset({"合計"})

TABLES: dict[int, Table] = {
    1: Table(
        "進出口貿易值及年增率",
        {"出口": Item("export"), "進口": Item("import"), "出（入）超": Item("balance")},
    ),
    2: Table(
        "出口主要貨品分類",
        _groups(
            "WORLD",
            {
                "合計/電子及資通產品": "ELECTRONIC_COMPONENTS_ICT_AV",
                "電子零組件": "ELECTRONIC_COMPONENTS",
                "資通與視聽產品": "ICT_AV",
                "基本金屬及其製品": "BASE_METALS",
                "機械": "MACHINERY",
                "塑膠、橡膠及其製品": "PLASTICS_RUBBER",
                "化學品": "CHEMICALS",
                "礦產品": "MINERALS",
                "電機產品": "ELECTRICAL_MACHINERY",
                "光學及精密儀器": "OPTICAL_PRECISION",
                "運輸工具": "TRANSPORT",
                "紡織品": "TEXTILES",
            },
        ),
        _TOTAL,
    ),
    4: Table(
        "出口主要貨品項目",
        _groups(
            "WORLD",
            {
                "積體電路(IC)": "INTEGRATED_CIRCUITS",
                "積體電路(IC)/DRAM": "DRAM",
                "印刷電路": "PRINTED_CIRCUIT_BOARDS",
                "發光二極體": "LEDS",
                "電容器及電阻器": "CAPACITORS_RESISTORS",
                "電腦及其附屬單元": "COMPUTERS",
                "電腦之零附件": "COMPUTER_PARTS",
                "交換器及路由器": "SWITCHES_ROUTERS",
                "儲存媒體": "STORAGE_MEDIA",
                "液晶製平面顯示模組": "LCD_DISPLAY_MODULES",
                "金屬加工工具機": "METALWORKING_MACHINE_TOOLS",
                "生產半導體等機械": "SEMICONDUCTOR_MAKING_MACHINERY",
                "鏡頭": "LENSES",
                "石油煉製品": "REFINED_PETROLEUM",
                "石油煉製品/柴油": "DIESEL",
                "石油煉製品/汽油": "GASOLINE",
            },
        ),
    ),
    8: Table("我國對主要國家/地區出口金額及年增率", _partners("export", _MAIN_PARTNERS), _TOTAL),
    9: Table("我國自主要國家/地區進口金額及年增率", _partners("import", _MAIN_PARTNERS), _TOTAL),
    10: Table(
        "對主要國家/地區出入超",
        _partners(
            "balance",
            {
                "亞洲": "ASIA",
                "亞洲/中國大陸與香港": "CN+HK",
                "亞洲/日本": "JP",
                "亞洲/東協": "ASEAN",
                "亞洲/新加坡": "SG",
                "亞洲/南韓": "KR",
                "美國": "US",
                "歐洲": "EUROPE",
                "中東": "MIDDLE EAST",
            },
        ),
        _TOTAL,
    ),
    11: Table(
        "對中國大陸與香港之出口主要貨品",
        _groups(
            "CN+HK",
            {
                "電子零組件": "ELECTRONIC_COMPONENTS",
                "資通與視聽產品": "ICT_AV",
                "化學品": "CHEMICALS",
                "塑橡膠及其製品": "PLASTICS_RUBBER",
                "機械": "MACHINERY",
                "基本金屬及其製品": "BASE_METALS",
            },
        ),
    ),
    12: Table(
        "對新南向政策18國出口金額及年增率",
        _partners(
            "export",
            {
                "南向18國": "NEW SOUTHBOUND 18",
                "東協10國/新加坡": "SG",
                "東協10國/馬來西亞": "MY",
                "東協10國/越南": "VN",
                "東協10國/泰國": "TH",
                "東協10國/菲律賓": "PH",
                "東協10國/印尼": "ID",
                "東協10國/柬埔寨": "KH",
                "東協10國/緬甸": "MM",
                "東協10國/汶萊": "BN",
                "東協10國/寮國": "LA",
                "南亞6國": "SOUTH ASIA 6",
                "南亞6國/印度": "IN",
                "南亞6國/孟加拉": "BD",
                "南亞6國/巴基斯坦": "PK",
                "南亞6國/斯里蘭卡": "LK",
                "南亞6國/尼泊爾": "NP",
                "南亞6國/不丹": "BT",
                "澳大利亞": "AU",
                "紐西蘭": "NZ",
            },
        ),
        frozenset({"東協10國"}),  # the ASEAN of table 8
    ),
    13: Table(
        "經季節調整之進出口貿易值",
        {
            "季節調整/出口": Item("export", adjustment="seasonal"),
            "季節調整/進口": Item("import", adjustment="seasonal"),
        },
        frozenset({"三個月移動平均/出口", "三個月移動平均/進口"}),
        years=False,
    ),
}

#: The seven tables that are known and not read.
DECLINED: dict[int, str] = {
    3: "進口主要貨品分類",
    5: "進口主要貨品項目",
    6: "出口貿易結構",
    7: "進口貿易結構",
    14: "主要國家/地區進出口金額及年增率",
    15: "進出口物價相關指標",
    16: "主要國家貨幣對美元匯率",
}
