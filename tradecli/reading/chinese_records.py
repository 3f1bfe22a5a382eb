"""Records, ranks and streaks of Chinese texts: 歷年單月次高, 近16年來最快, 最大出超國, 連25紅. Pure."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from tradecli import periods
from tradecli.model.figure import Window
from tradecli.quantity import Quantity
from tradecli.reading import lexicon_zh as words
from tradecli.reading.chinese_numbers import (
    FOLD,
    MONEY,
    NUMBER,
    PERCENT,
    TENTHS,
    Amount,
    amount,
    plain,
    whole_number,
)
from tradecli.reading.model import Flow


def nameless(pattern: str) -> str:
    """A pattern without the names of its groups, to stand in another one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_BACK = rf"(?:近|逾|約|超過|睽違|相隔|創)? ?{NUMBER} ?(?:個)?(?:多)?(?:年半|年多|年|月|季)"
_SINCE = (
    rf"(?:自)?(?:民國|西元)? ?{NUMBER} ?年(?: ?{NUMBER} ?月(?:份)?)?(?:以來|來|以降)"
    rf"|{_BACK}(?:與|及|和) ?{NUMBER} ?年(?:半)?(?:以來|來)|{_BACK}(?:以來|來)?|今年以來|今年來"
)
_ERA = "歷年來?|歷史上?|史上|歷來|有史以來|有紀錄以來|有統計以來|統計以來|空前|史"
_SCOPE = "單月份?|同月份?|單一月份|同期|單季|同季|各季|全年度?|年度|當月|月度|季度|半年|單年"
_NTH = rf"第 ?{NUMBER} ?"
_RANK = (
    rf"新高峰?|最高峰?|次高|{_NTH}[高大快強低]|前 ?{NUMBER} ?[高大]|新低|最低|次低|最大|次大|最快|次快"
    rf"|最強|最佳|次佳"
    r"|新?高峰|新?高點|新?頂峰|新?紀錄|巔峰|頂點|新高度|新里程碑|新猷|新頁|新低點|低點|水準|天價|新天花板"
)
_NOUN = (
    "增幅|漲幅|升幅|成長幅度|成長速度|成長率|年增率|年增幅|增速|增長|成長|跌幅|降幅|減幅|衰退幅度|減速"
    "|紀錄|水準|位階|水位|規模|值|點|峰|占比|比重|金額|份額"
)
_VERB = (
    "(?:再|續|又|同|並|齊|雙|連)?創下?|(?:再度|雙雙|提前|提早|也|同步)?(?:改寫|刷新|締造|續寫|雙寫"
    "|寫下|打破|突破)"
    "|攀上|攀|衝上|衝|站上|登上|飆上|升抵|升至|超越|跌至|落至|降至|為|達|是|列|居"
)
_QUALIFIER = rf"(?:(?P<since>{nameless(_SINCE)})|(?P<era>{_ERA})|(?P<scope>{_SCOPE})|去年|台灣|出口|進口|的)"
_LATER = "提前[^,;。]{0,6}(?:刷新|改寫)"
BEST = (
    rf"(?:提前|提早)?(?:{_VERB})?(?:了)?(?:{nameless(_QUALIFIER)}{{1,5}}(?:{_RANK})|新[高低]|紀錄)"
    r"(?!(?:的)?(?:單一)?(?:貿易)?(?:出口|外銷|進口|出超|入超|順差|逆差|貿易)?(?:市場|國|來源|夥伴"
    r"|地區|貨|產品|品項))"
    rf"(?:的)?(?:{_NOUN})?(?:紀錄|點)?(?:{_LATER})?"
)
#: A rank that goes on with one before it: 近3年半來次高、最高.
ALSO = rf"(?<=、)(?:{_RANK})"
_BEST = re.compile(
    rf"(?P<verb>(?:提前|提早)?(?:{_VERB})?)(?:了)?(?P<qualifiers>{nameless(_QUALIFIER)}{{0,5}})"
    rf"(?P<rank>{_RANK})(?:的)?(?P<noun>{_NOUN})?(?:紀錄|點)?(?P<later>提前.*)?"
)
_SINCE_DAY = re.compile(
    rf"(?:自)?(?P<era>民國|西元)? ?(?P<year>{NUMBER}) ?年(?: ?(?P<month>{NUMBER}) ?月(?:份)?)?(?:以來"
    rf"|來|以降)"
)
_YEARS_BACK = re.compile(
    rf"(?:近|逾|約|超過|睽違|相隔|創)? ?(?P<count>{NUMBER}) ?(?:個)?(?:多)?(?P<of>年半|年多|年|月|季)"
)
#: Which place a word means, 1 being the record.
_SECOND = ("次高", "次大", "次快", "次低", "次佳")
_SCOPES: dict[str, str] = {
    **dict.fromkeys(("單月", "單月份", "單一月份", "當月", "月度"), "month"),
    **dict.fromkeys(("同月", "同月份"), "same_month"),
    **dict.fromkeys(("單季", "各季", "季度", "同季"), "quarter"),
    **dict.fromkeys(("全年", "全年度", "年度", "單年"), "year"),
    "同期": "same",
}
_PLACE_NOUN = "市場|國家|國|來源國|來源地|來源|夥伴國|夥伴|地區|地|對象|貨類|貨品|產品類別|產品|品項|項目"
FIRST_AMONG = (
    rf"(?P<nth>第 ?{NUMBER} ?大|最大|首要|頭號|第一大?)(?:的)?(?:單一)?"
    rf"(?:貿易)?(?P<flow>出口|外銷|進口|出超|入超|順差|逆差|貿易)?(?:值|額)?(?:的)?(?P<noun>{_PLACE_NOUN})"
)
_FIRST_AMONG = re.compile(FIRST_AMONG)
_UP = "正成長|正增長|成長|增長|年增|上揚|走揚|揚升|擴張|走升|正值|上升|紅|升|揚|漲|增"
_DOWN = "負成長|負增長|衰退|下滑|年減|下跌|下降|萎縮|走跌|負值|黑|跌|減|降|衰"
_DOUBLE = "雙位數|兩位數|2位數|二位數"
_ANY = rf"(?:{nameless(MONEY)}|{nameless(PERCENT)}|{nameless(TENTHS)}|{nameless(FOLD)})"
_RATE = rf"(?:{nameless(PERCENT)}|{nameless(TENTHS)}|{nameless(FOLD)})"
_PLACES = "|".join(sorted(words.PLACES, key=len, reverse=True))
STREAK = (
    rf"(?P<ahead>(?:{_DOUBLE})?(?:正成長|成長|衰退|負成長|下滑|年減|年增))?(?:率|幅)?(?:已)?"
    rf"連(?:續)?(?:第)? ?(?P<count>{NUMBER}) ?(?P<unit>個月|季度|季|年|月)?(?:份)?"
    r"(?:同比|環比|呈現|呈|維持|出現|都|皆|均|保持|繳出|寫下|的|以來|出口|進口|年)*"
    rf"(?:(?:{_UP}|{_DOWN})(?:率|幅度|幅)?(?:都|皆|均|也)?(?=超過|逾|突破|達|在|高於)(?:達|在"
    rf"|高於)?(?P<growth>{_ANY})(?:以上|之上)?"
    rf"|(?:超過|逾|突破|達|在|高於)(?P<rate>{_RATE})(?:以上|之上)?"
    rf"|(?P<double>{_DOUBLE})?(?:的)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    rf"|(?:站穩|站上|守穩|維持在?|保持在?|高於|在|達)?(?:了)?(?P<above>{nameless(MONEY)})(?:以上|之上|大關)?"
    r"|(?:為|位居|蟬聯|居|是|成為|穩居|續居|高居|登上)(?:台灣|我國"
    r"|全台)?(?:的)?(?P<first>(?:第 ?[1一] ?大|最大|首大|頭號)(?:外銷|出口)?(?:市場|國))"
    rf"|(?:超越|超過|高於|贏過|勝過|領先)(?P<rival>{_PLACES}))?"
)
_STREAK = re.compile(STREAK)


class Best(NamedTuple):
    """A place among earlier figures: 1 for a record, 0 for one that is shared (the first four).

    `back` is how many months nothing was higher, `since` the month up to which; `scope` as in a claim,
    or `same` where it is that of the period; `exceeds` says that a part of a year beats every whole one.
    """

    place: int
    scope: str = ""
    low: bool = False
    growth: bool = False
    back: int = 0
    since: date | None = None
    this_year: bool = False
    ever: bool = False
    exceeds: bool = False
    bare: bool = False
    most: bool = False


class Among(NamedTuple):
    """A place among partners or goods, with the flow that the word names."""

    place: int
    of: Literal["partners", "commodities"]
    flow: Flow | None


class Streak(NamedTuple):
    """Months or years in a row, signed, and what stays so; `of` as in a claim, empty for growth."""

    months: int
    of: str = ""
    than: Amount | None = None
    rival: str = ""
    known: bool = True


def best(text: str) -> Best | None:
    """A record or rank from its words; None where they are none.

    Examples:
        >>> best("歷年單月第三高").place, best("歷年單月第三高").scope, best("史上第二大增幅").growth
        (3, 'month', True)
        >>> best("近16年來最快成長速度").back, best("2001年2月以來的新低點").low, best("最高") is None
        (192, True, True)
    """
    found = _BEST.fullmatch(text)
    if found is None:
        return None
    qualifiers, rank, noun = found["qualifiers"], found["rank"], found["noun"] or ""
    scope = next((_SCOPES.get(one, "") for one in re.findall(_SCOPE, qualifiers)), "")
    ever = bool(re.search(_ERA, qualifiers)) and not qualifiers.startswith("近")
    since, back, this_year = _since(qualifiers)
    named = bool(scope or ever or since or back or this_year)
    if not named and not ("新" in rank or ("紀錄" in rank and found["verb"])):
        return None
    if rank in ("水準", "高點", "低點", "高峰") and not (ever or since or back):
        return None
    exceeds = bool(found["later"]) or found["verb"].startswith(("提前", "提早")) or "去年全年" in qualifiers
    growth = bool(re.search("增|漲|升|成長|跌|降|減|衰退|速", noun)) or rank in ("最快", "次快")
    most = rank[-1] in "大快強"
    return Best(
        _nth(rank), scope, "低" in rank, growth, back, since, this_year, ever, exceeds, not named, most
    )


def also(text: str, before: Best) -> Best:
    """A rank that goes on with one before it, of the same kind and time.

    Examples:
        >>> also("最高", best("近3年來次高")).back, also("最高", best("近3年來次高")).place
        (36, 1)
    """
    return before._replace(place=_nth(text), low="低" in text)


def _nth(rank: str) -> int:
    if rank.startswith("前"):
        return 0
    if rank in _SECOND:
        return 2
    found = re.search(NUMBER, rank)
    return whole_number(found[0]) if found else 1


def _since(qualifiers: str) -> tuple[date | None, int, bool]:
    """The month named, or months back, or that it is this year's."""
    if "今年" in qualifiers:
        return None, 0, True
    if (found := _SINCE_DAY.search(qualifiers)) and (year := _year(found)):
        month = min(max(whole_number(found["month"]), 1), 12) if found["month"] else 12
        return date(year, month, 1), 0, False
    if found := _YEARS_BACK.search(qualifiers):
        each = {"年": 12, "季": 3}.get(found["of"][0], 1)
        months = Fraction(plain(found["count"])) * each + (6 if found["of"] == "年半" else 0)
        return None, int(min(months, Fraction(1200))), False
    return None, 0, False


def _year(found: re.Match[str]) -> int:
    """The year of a date; 0 where its number is one of years back: 15年以來."""
    number = whole_number(found["year"])
    if found["era"] == "民國" or (found["month"] and 30 < number < 200):
        return number + 1911
    return number if 1900 < number < 2200 else 0


def since_month(found: Best, window: Window) -> date | None:
    """The month up to which nothing was higher, of a figure of *window*."""
    if found.back:
        return periods.shift(window.through, -found.back)
    return periods.december(window.through.year - 1) if found.this_year else found.since


def among(text: str) -> Among | None:
    """A place among partners or goods.

    Examples:
        >>> among("最大出超國").flow, among("第一大出口貨類").of, among("第1大市場").place
        (Flow(flow='balance', side=1), 'commodities', 1)
    """
    found = _FIRST_AMONG.fullmatch(text)
    if found is None:
        return None
    number = re.search(NUMBER, found["nth"])
    goods = found["noun"].startswith(("貨", "產", "品", "項"))
    flow = words.FLOWS[found["flow"]][0] if found["flow"] in words.FLOWS else None
    return Among(whole_number(number[0]) if number else 1, "commodities" if goods else "partners", flow)


def streak(text: str) -> Streak | None:
    """A streak from its words; None where they do not say of what.

    Examples:
        >>> streak("連25紅").months, streak("連3黑").months, streak("連續六年").known
        (25, -3, False)
        >>> streak("連續第3個月站穩600億美元").than.quantity.value
        Fraction(60000000000, 1)
        >>> streak("連四月超越陸港").rival, streak("連續3個月位居台灣第1大市場").of
        ('CN+HK', 'first_partner')
    """
    found = _STREAK.fullmatch(text)
    if found is None:
        return None
    count = whole_number(found["count"])
    if count < 1 or (found["unit"] or "").startswith("季"):
        return Streak(count, known=False)
    for kind in ("growth", "rate", "above"):
        if found[kind]:
            return _above(count, kind, amount(found[kind]))
    if found["first"]:
        return Streak(count, "first_partner")
    if found["rival"]:
        return Streak(count, "above_partner", rival=words.PLACES[found["rival"]])
    down = found["down"] or re.search("衰退|負成長|下滑|年減", found["ahead"] or "")
    if not (found["up"] or found["ahead"] or down):
        return Streak(count, known=False)
    sign = -1 if down else 1
    if found["double"] or re.match(_DOUBLE, found["ahead"] or ""):
        ten = Amount("percent", Quantity(Fraction(10 * sign), Fraction(1, 2), 1))
        return Streak(sign * count, "above_percent", ten)
    return Streak(sign * count, "years" if found["unit"] == "年" else "")


def _above(count: int, kind: str, than: Amount | None) -> Streak:
    if than is None or (kind == "above") != (than.kind == "money"):
        return Streak(count, known=False)
    if than.kind == "fold":
        than = Amount("percent", than.quantity.scaled(Fraction(100)), about=than.about)
    return Streak(count, "above" if kind == "above" else "above_percent", than)
