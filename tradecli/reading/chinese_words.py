"""The patterns of Chinese words of trade: names, directions, comparisons, causes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tradecli.facts import commodities, places
from tradecli.reading import lexicon_zh as words
from tradecli.reading.chinese_numbers import BEGINS, FOLD, MONEY, PERCENT, TENTHS
from tradecli.reading.chinese_periods import PERIOD
from tradecli.reading.chinese_records import ALSO, BEST, FIRST_AMONG, STREAK, nameless

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")


def _place_names() -> dict[str, str]:
    """Every Chinese name of a place other than the home of the texts, by itself."""
    found = {
        name.replace("臺", "台"): place.code
        for place in places.places().values()
        for name in (place.name_zh, *place.aliases)
        if _HAN.fullmatch(name) and place.code not in ("TW", "WORLD") and place.level != "unspecified"
    }
    return {name: code for name, code in found.items() if not name.startswith("對")} | words.PLACES


def any_of(names: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


PLACES = _place_names()
GOODS = {
    name.name_zh: name.spelling
    for name in commodities.commodities().values()
    if name.classification in ("mof", "mof-use") and len(name.name_zh) > 1
} | words.GOODS
_PLACE, _GOODS = any_of(PLACES), any_of(GOODS)
_LETTER = "".join(words.LETTERS)
TO = "對|銷往|輸往|出口至|出口到|出口往|輸往|銷至|自|從|來自|向|輸"
#: A place; one that is only a letter has a word for "to" before it.
PLACE = (
    rf"(?P<to>{TO})?(?:其中)?(?P<place>{_PLACE})"
    rf"|(?P<toletters>對|輸|銷|自|赴)(?P<letters>[{_LETTER}](?:[、及與][{_LETTER}]){{0,8}})"
    r"(?=出|進|外|貿|順|逆|入|[、,增減年月的占]|\d|則|也|成長)"
    r"|(?P<home>(?:對|自|從|向|輸)台(?:灣)?)(?![美北中南積股幣])"
    rf"|(?P<list>[{_LETTER}](?:、[{_LETTER}]){{1,8}})(?=等|出口|市場|各|分別|三|兩|年增|年減)"
)
_FLOW = any_of(words.FLOWS)
FLOW = (
    rf"(?P<before>(?:{words.BEFORE_FLOW}){{1,2}})?(?P<flow>{_FLOW})"
    rf"(?P<after>(?:{words.AFTER_FLOW}){{1,2}})?(?!市場[中別方裡,:]|訂單|商|業|值格|導向|量|數量|單價|物價|引申|依存)"
)
GOODS_WORD = rf"(?P<goods>{_GOODS})(?:產品|類產品|類)?"
_RELATIVE = (
    r"(?P<year>(?:去年|上年|前一?年|前年|上一年)?度?(?:同月|同期|同季)份?)"
    r"|(?P<month>上(?:個)?月|前(?:一)?(?:個)?月|上一個?月)|(?P<quarter>上(?:一)?季|前(?:一)?季)"
)
_REFERENCE = (
    rf"(?:{_RELATIVE}|(?P<period>{nameless(PERIOD)})|(?P<place>{_PLACE})(?P<placeperiod>{nameless(PERIOD)})?)"
)
_OVER = (
    "超車|超前|高於|低於|優於|遜於|不如|不及|多於|少於|大於|小於|贏過|勝過|僅次於|領先|落後|超越|超過|落在"
)
#: 與 is a comparison only with a word for it behind, or with an amount of what is compared with.
_COMPARED = r"(?=[^,;。]{1,14}(?:相比|相較|比較|比(?![重例率])|的(?:約|近)?\d))"
AGAINST = (
    rf"(?:(?P<than>相?較於?|比起?|相比於?|相對於?)|(?P<with>(?:與|和|跟|同){_COMPARED})"
    rf"|(?P<over>{_OVER})) ?{_REFERENCE}"
    r"(?:出口|進口|出超)?(?:水準|份)?(?P<compared>相比較?|比較|相較|比)?(?P<of>的)?"
)
#: Whose trade is no country's: 台積電10月出口, 園區出口.
_COMPANY = (
    "竹科|中科|南科|園區|加工出口區|加工區|台積電|鴻海|廣達|緯創|緯穎|和碩|聯發科|聯電|日月光|友達|群創|台塑化?"
    "|中鋼|公司|集團|業者|企業|台商|工廠"
)
COMPANY = rf"(?:{_COMPANY})(?:的)?(?:{nameless(PERIOD)})?(?:的)?(?={_FLOW})"
#: A flow that is only compared with: 增幅大於出口.
_FLOWS_OF = any_of(words.FLOWS)
_MORE = "更勝|勝於|快於|慢於|強於|弱於|不敵|高過|遠勝"
BEATEN = (
    rf"(?:{_OVER}|{_MORE})(?:同期|當月|單月|整體|總)?(?:的)?(?:{_FLOWS_OF})"
    r"(?:的)?(?:成長|增長|衰退)?(?:增幅|減幅|幅度|表現|值|額|速度)?(?=[,;。的]|$)"
)
FROM = rf"(?:由|從|自) ?(?:{_RELATIVE}|(?P<period>{nameless(PERIOD)}))(?P<of>的)?"
SHARE = (
    r"(?P<part>[占佔])(?:我國|台灣|全台|同期|當月|全年|該月|整體|其)?(?:的)?(?:總|整體|全體|全部|全)?"
    r"(?P<flow>出口|進口|外銷|出超|入超)?(?:總額|總值|總金額|值)?(?:的|之|金額)?(?:比重|比例|比率|比|份額)?"
    r"|(?P<noun>(?P<nounflow>出口|進口|出超)?(?:占比|佔比|比重|份額))"
)
CONTRIBUTION = (
    r"(?:貢獻|占|佔)(?:了|約)?(?:我國|台灣|整體|總)*(?P<flow>出口|進口|外銷)?(?:的|值|額)*(?:增幅"
    r"|成長幅度|增量|增額|增加額|增加金額|成長率|年增率)"
    r"|貢獻(?:了|度|度達)?"
)
_PACE = (
    "大幅度?|小幅度?|略|微|再|又|仍|續|強勁|飆|勁|暴|躍|狂|巨|激|遽|溫和|急|平均|同步|雙雙|持續|明顯"
    "|顯著|高達|逆勢|更|也|則|皆|均|都|已"
)
_RISE = (
    "增加|增長|成長|上升|上揚|揚升|走揚|攀升|攀高|大增|飆升|彈升|回升|提高|擴大|擴增|躍升|竄升|多出"
    "|高出|升高|推升|成長率|增|升|多|揚|漲|高(?!達|居|於)"
)
_FALL = (
    "減少|衰退|下滑|下降|滑落|縮減|萎縮|下跌|大減|銳減|走跌|負成長|縮小|收斂|下修|短少|少掉|跌|減|降|少|低|衰"
)
_NEXT = (
    r"(?=(?:了|出|幅|達|至|到|抵|近|約|逾|為|將近|超過|突破|大約|僅|高達|幅達"
    r"| )*(?:[\d\-+負十百千○零一二兩三四五六七八九]|U|N|新台|美元))"
)
MOVE = (
    r"(?P<base>年|月|季|同比|環比|按年|按月)?(?P<pace>(?:" + _PACE + r"){0,2})"
    rf"(?:(?P<up>{_RISE})|(?P<down>{_FALL}))(?P<noun>率|幅度|幅|速度|速)?(?P<to>至|到|抵|為(?=\d))?"
)
NOUN = (
    r"(?P<base>年|月|季)?(?P<up>增幅|漲幅|升幅|增速|成長幅度|成長速度|增長率|成長率|增率|增幅度)"
    r"|(?P<base2>年|月|季)?(?P<down>跌幅|降幅|減幅|衰退幅度|減率|衰退率)"
)
#: A cause, whose words are of no statement, up to where it ends.
CAUSE = re.compile(
    r"(?:受惠於?|受益於?|受到|受(?!惠|益)|因應|因(?!此|而|子|素)|由於|隨著?|拜|肇因|主因(?:是|為)?"
    r"|起因於?|歸因於?|反映"
    r"|動能(?:主要)?來自|原因(?:包括|是|為)?|適逢|儘管"
    r"|在(?=[^,;。]{1,30}(?:帶動|推升|加持|激勵|支撐|挹注|拉抬|影響|驅動|推動|效應|之下|下,))"
    r"|(?:AI|人工智慧|新興科技|科技|半導體|國際|美國|全球)(?=[^,;。]{1,14}(?:帶動|推升|拉抬|激勵|挹注)))"
)
CAUSE_END = re.compile(
    r"[,;。]|而(?!且)|帶動|影響|推升|激勵|加持|拉抬|挹注|拖累|驅動|擠壓|抵銷|壓抑|之故|[年月](?=增"
    r"|減)|使|讓|令"
    rf"|的(?={_GOODS})|(?:出口|進口|出超)(?=年增|年減|月增|月減|[\d]|達|為|大增|成長)"
)
#: What may stand between a place or a period and the flow it belongs to.
FILLING = re.compile(
    r"(?:的|之|我國|台灣|台|全台|整體|海關|至|已|又|及|與|和|、|單月|累計|合計|份|度|則|也|亦|仍|更"
    r"|並|再|同期|貨類|地區|國家|/|市場|等"
    r"|主要|單季|全年|因此|持續|各國|全體|[ 「」\"'()在之中,:])*"
)
#: How words before a flow end that are no goods.
OPENING = re.compile(
    r"(?:^|不過|但|然而|因此|所以|而|同時|此外|另外|其中|至於|雖然?|帶動|推升|使得?|讓|令|拉抬|激勵"
    r"|推動|整體|近期|顯示|指出|表示|說"
    r"|公布|發布|統計|官員|海關|我國|台灣|的|在|若|當|如|後|中|月|日|則|也|及|與|和|並|且|下|時|是|為"
    r"|從|由|因|到|達|把|再|又|度|看|年|季"
    r"|累計|合計|總計|相抵|互抵"
    r"|類|項|來|以|並非|才|就|只|不只|不僅|不但|此|除|均|皆|都|上|增|及其|[「」\"'() 、\d])$"
)
#: What an amount is so many times of: 去年同月的4倍.
TIMES = rf"(?:{_RELATIVE}|(?P<period>去年|上年|前一年))(?=的(?:大約|約|近|將近|逾)? ?{nameless(FOLD)})"
DOUBLED = (
    r"(?P<nearly>近乎|幾乎|將近|幾近|近)?(?P<more>逾|超過|不只|超)?(?:翻倍|倍增|翻了?一倍|翻番"
    r"|翻一番)(?:成長|增長)?(?!的)"
)
CUES = {
    **dict.fromkeys(
        ("分居", "分列", "分創", "各為", "分別為", "分別是", "各自", "分別", "依序為", "依序", "各"), "each"
    ),
    **dict.fromkeys(("兩者合計", "二者合計", "兩項合計", "兩大類合計", "合計兩者"), "sum"),
    **dict.fromkeys(("兩者", "二者", "三者", "雙雙"), "both"),
    **dict.fromkeys(("同為", "同創", "同步", "同寫", "雙創", "齊創", "皆", "均", "都"), "plural"),
    "其中": "among",
    **dict.fromkeys(("四小龍", "競爭對手國", "亞洲鄰國", "亞洲各國", "亞洲同儕", "鄰近國家"), "abroad"),
    **dict.fromkeys(("平均", "均值"), "average"),
    **dict.fromkeys(("首度", "首次", "首見", "首破", "第一次"), "first"),
    **dict.fromkeys(("距離", "距"), "distance"),
    **dict.fromkeys(("取代", "擠下"), "beaten"),
    **dict.fromkeys(("來自於", "來自", "源自", "源於"), "source"),
    **dict.fromkeys(("之外", "外,"), "besides"),
    **dict.fromkeys(("以外", "除外", "其餘", "其他"), "others"),
    **dict.fromkeys(("以新台幣計價", "以新台幣計算", "新台幣計價", "新台幣", "台幣計價", "台幣"), "twd"),
    **dict.fromkeys(("以美元計價", "以美元計算", "按美元計算", "美元計價", "以美元計"), "usd"),
    **dict.fromkeys(("我國", "台灣", "財政部", "統計處"), "home"),
    **dict.fromkeys(("終結", "終止", "中止", "中斷", "結束", "擺脫", "止住", "揮別", "脫離"), "ended"),
    **dict.fromkeys(("未能", "未", "差一點", "逼近", "不再", "並未", "可惜"), "not"),
    **dict.fromkeys(
        ("貨品別", "貨類別", "產品別", "按貨品", "貨品方面", "主要貨品", "主要貨類", "主要產品"), "by_goods"
    ),
    **dict.fromkeys(("市場別", "地區別", "主要市場", "按地區", "按市場", "各市場", "出口市場"), "by_places"),
}
CUE = any_of(CUES)
TOPIC, WILL = any_of(words.TOPICS), any_of(words.FORECAST)
OFFICE = rf"(?P<whose>{_PLACE})(?:的)?(?:{words.OFFICES})"

#: Every word that is looked for, by the name of what it is; the first that fits counts.
KINDS = {
    "part": words.PART,
    "adjusted": words.ADJUSTED,
    "expected": words.AS_EXPECTED,
    "streak": STREAK,
    "among": FIRST_AMONG,
    "best": BEST,
    "also": ALSO,
    "company": COMPANY,
    "beaten": BEATEN,
    "times": TIMES,
    "against": AGAINST,
    "source_period": FROM,
    "contribution": CONTRIBUTION,
    "share": SHARE,
    "topic": TOPIC,
    "period": PERIOD,
    "money": MONEY,
    "percent": PERCENT,
    "tenths": TENTHS,
    "fold": FOLD,
    "office": OFFICE,
    "doubled": DOUBLED,
    "place": PLACE,
    "flow": FLOW,
    "goods": GOODS_WORD,
    "cue": CUE,
    "noun": NOUN,
    "move": rf"(?:{MOVE})(?:{_NEXT}|(?<=[年月季][增減])"
    r"|(?<=率)|(?<=幅)|(?<=幅度)|(?<=成長)|(?<=增加)|(?<=減少))",
    "will": WILL,
    "bare": r"(?<![\d.])\d{1,12}(?:\.\d{1,6})?(?![\d.])",
}
_STARTS = BEGINS


def _starting() -> str:
    """All characters with which a word can begin, for a quick look before the patterns are tried."""
    names = (*PLACES, *GOODS, *words.FLOWS, *words.TOPICS, *words.FORECAST, *CUES)
    begin = {name[0] for name in names} | set(re.sub(r"\\d", "0123456789", _STARTS))
    begin |= set(
        "截前上中下至不排剔扣若撇除季經大遠均皆都略明優高超符勝好如出低遜一民西今去本當該單第首頭整全Qq"
    )
    begin |= set(
        "正成增負兩雙二連歷史有統空提再續又同並齊創改刷締寫打攀衝站登飆升跌落降為達是列居年度半自近逾約睽相最次新"
    )
    begin |= set(
        "僅領贏與和跟比較多少小落由從占佔貢份商貨財海貿對總月按環微仍強勁暴躍狂巨激遽溫急平持顯逆更也則已揚漲縮萎走收短衰下減跌幅彈回擴竄推"
    )
    begin |= {word[0] for word in f"{_PACE}|{_RISE}|{_FALL}".split("|")}
    begin |= {word[0] for word in f"{_COMPANY}|{_OVER}|{_MORE}".split("|")}
    begin |= set("出銷輸向赴來其攀外進入順逆赤雙億兆+-") | set(words.LETTERS)
    return "".join(sorted(begin))


_LOOK = (
    rf"(?=[{re.escape(_starting())}])(?:"
    + "|".join(f"(?P<{name}>{nameless(pattern)})" for name, pattern in KINDS.items())
    + ")"
)


@cache
def look() -> re.Pattern[str]:
    """The pattern of every word; compiled for the first sentence of Chinese."""
    return re.compile(_LOOK)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of one kind of word, with the names of its parts."""
    return re.compile(KINDS[name])
