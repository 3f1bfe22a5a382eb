"""What people call goods that are no group of any list, and the groups and codes that hold some of them."""

from __future__ import annotations

from tradecli.facts.chinese_script import traditional

_CALLED = {
    "semiconductors|semiconductor|半導體": (
        "mof:INTEGRATED_CIRCUITS mof:ELECTRONIC_COMPONENTS hs:8541 hs:8542"
    ),
    "memory|memory chips|記憶體|記憶體晶片|存儲芯片": "mof:DRAM mof:INTEGRATED_CIRCUITS hs:854232",
    "gpu|gpus|graphics cards|graphics card|顯示卡|顯卡": "mof:COMPUTERS hs:847330 hs:847180 hs:8542",
    "wafers|wafer|晶圓": "hs:3818 hs:8542",
    "electronics|電子產品": "mof:ELECTRONIC_COMPONENTS mof:ICT_AV",
    "tech|high tech|科技產品": "mof:ELECTRONIC_COMPONENTS mof:ICT_AV",
    "servers|server|ai servers|ai server|ai|伺服器|ai伺服器|服務器": "mof:COMPUTERS mof:ICT_AV hs:8471",
    "laptops|laptop|notebooks|notebook computers|tablets|筆電|筆記型電腦|筆記本電腦|平板電腦": (
        "mof:COMPUTERS hs:847130 hs:8471"
    ),
    "計算機": "mof:COMPUTERS hs:8471 hs:8470",
    "phones|smartphones|mobile phones|cell phones|手機": "mof:ICT_AV hs:8517 hs:851713",
    "tv|tvs|televisions|電視|電視機": "mof:ICT_AV hs:8528",
    "displays|panels|面板|顯示器": "hs:8524 hs:8528 hs:9013",
    "solar panels|solar cells|solar|太陽能板|太陽能電池|光伏": "hs:8541 hs:854143 hs:854142",
    "batteries|battery|電池": "hs:8506 hs:8507 hs:850760",
    "lithium batteries|lithium battery|鋰電池": "hs:850760 hs:850650 hs:8507",
    "oil|petroleum|石油|油": "mof:CRUDE_OIL mof:REFINED_PETROLEUM mof:MINERALS hs:2709 hs:2710",
    "energy|fuel|fuels|能源": "mof:MINERALS hs:27",
    "gas|天然氣": "mof:MINERALS hs:2711",
    "lng|液化天然氣": "mof:MINERALS hs:271111 hs:2711",
    "coal|煤": "mof:MINERALS hs:2701",
    "steel|iron|鋼鐵|鋼": "mof:BASE_METALS hs:72 hs:73",
    "rare earths|rare earth|稀土": "hs:2846 hs:280530",
    "cars|car|autos|vehicles|汽車": "mof:TRANSPORT hs:8703 hs:87",
    "electric cars|electric vehicles|evs|ev|電動車|電動汽車": "mof:TRANSPORT hs:870380 hs:8703",
    "car parts|auto parts|汽車零件|汽車零組件": "mof:TRANSPORT hs:8708",
    "motorbikes|摩托車": "hs:8711",
    "bikes|自行車|單車": "hs:8712",
    "aircraft|airplanes|planes|飛機": "mof:TRANSPORT hs:8802 hs:88",
    "drones|drone": "hs:8806",
    "ships|ship|船": "mof:TRANSPORT hs:89",
    "robots|機器人": "hs:847950 hs:8428",
    "soybeans|soybean|soya|黃豆": "hs:1201",
    "beef|牛肉": "hs:0201 hs:0202",
    "chicken|雞肉": "hs:0207",
    "seafood|海鮮|水產": "hs:03 hs:16",
    "food|食品": "hs-section:04 hs-section:01 hs-section:02",
    "vaccines|疫苗": "hs:3002 hs:300241",
    "medicine|medicines|drugs|藥品|藥": "hs:30 hs:3004",
    "shoes|鞋|鞋子": "hs:64",
    "clothes|clothing|apparel|garments|衣服|成衣|服裝": "mof:TEXTILES hs:61 hs:62",
    "weapons|arms|武器|軍火": "hs:93",
    "塑料": "mof:PLASTICS_RUBBER hs:39",
}
#: By each word, in traditional characters; in the order in which they are offered.
NO_GROUP = {
    traditional(word): tuple(spellings.split())
    for words, spellings in _CALLED.items()
    for word in words.split("|")
}
#: What of the Harmonized System is nearest to a publisher's group that people mean by a word.
BESIDE = {
    "mof:INTEGRATED_CIRCUITS": ("8542",),
    "mof:SEMICONDUCTOR_MAKING_MACHINERY": ("8486",),
    "mof:COMPUTERS": ("8471",),
    "mof:COMPUTER_PARTS": ("8473",),
    "mof:CRUDE_OIL": ("2709",),
    "mof:REFINED_PETROLEUM": ("2710",),
    "mof:PLASTICS_RUBBER": ("39", "40"),
}
