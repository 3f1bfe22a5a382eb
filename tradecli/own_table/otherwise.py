"""Columns by which rows say the same in other ways: adjusted or not, in two currencies. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tradecli.errors import InvalidData
from tradecli.own_table.sniffing_names import named
from tradecli.own_table.sniffing_units import unit
from tradecli.wording import Listed, Wording

#: What such columns are called, without blanks and signs; several texts of these are refused at once.
_ALWAYS = re.compile(
    r"(unit)?currency(code)?|curr|unitmult(iplier)?|scale|scalar(factor|id)?|freq(code|uency)?|幣別|币别|통화"
)
#: What columns of units are called, of which one is money and another none.
_UNITS = re.compile(
    r"units?(of)?(measure(ment)?)?|uom|measures?|indic(ator)?s?|variables?|concept|unidad(demedida)?|"
    r"einheit|unite|單位|单位|単位|단위"
)
#: And these where one month, partner and flow has several of them: editions change from year to year.
_BESIDE = re.compile(
    r".*adjust.*|.*seasonal.*|desestac.*|saison.*|.*bereinigt.*|.*季節.*|.*季节.*|.*調整.*|.*계절.*|"
    r"classification(code|searchcode)?|nomenclature|summarylvl2|"
    r"(price|trade)?basis|prices?(type)?|scenario|valuation|(trade)?system(oftrade)?|vintage|releasedate"
)
#: And these where no column of goods was named, by which rows of several levels are told apart.
_LEVELS = re.compile(r"commlvl|aggr?level|aglevel|(commodity|hs|product|goods)?level")
#: What columns of revisions are called, without blanks and signs.
_REVISED = re.compile(
    r".*(revis|status|vintage|version).*|(obs|data)?flags?|release(d|date)?|edition|prelim(inary)?|provisional|"
    r"estado|estatus|situacao|statut|stand|datenstand|"
    r".*(狀態|状态|修正|修訂|修订|版本|版次|発表|速報|잠정|확정|개정).*"
)
#: Words for the first figures of a month and for later ones, by which such a column is known by itself.
_REVISIONS = re.compile(
    r"prelim(inary)?|provisional|advance|initial|first( estimate)?|original|revised( \d)?|revision( \d)?|"
    r"rev\.?( ?\d)?|final|definitive|confirmed|estimated?|"
    r"(first|second|third|\d+(st|nd|rd|th)) (release|estimate)|"
    r"preliminar(es)?|provision(al|ales|oire|oires)|definitiv[oae]s?|revis(ad[oa]s?|[ée]e?s?)|d[ée]finitifs?|"
    r"vorl[äa]ufig(e)?|endg[üu]ltig(e)?|revidiert(e)?|korrigiert|wst[ęe]pne|ostateczne|"
    r"初步(值|數|数|統計|统计)?|初值|初估|概估|修正(值|數|数|後|后|前)?|修訂(值|數)?|修订(值|数)?|確定(值|數)?|确定(值|数)?|"
    r"定值|終值|终值|最終|最终|速報(値)?|確報(値)?|確々報|確定値|잠정(치)?|확정(치)?|수정(치)?"
)
#: Words for both kinds of series, by which such a column is known whatever it is called.
_SERIES = frozenset(
    (
        *("sa", "nsa", "sca", "wda", "unadjusted", "adjusted", "raw", "seasonally adjusted"),
        *(
            "not seasonally adjusted",
            "non seasonally adjusted",
            "unadjusted data",
            "seasonally adjusted data",
        ),
        *("季節調整", "季節調整前", "季節調整後", "未季調", "季調", "原始值", "原始"),
    )
)
#: Other words for the same figures: at which prices, by which count, counted or foreseen.
_FAMILIES = tuple(
    re.compile(words)
    for words in (
        r"nominal|real|current|constant|(at )?(current|constant) prices?|chained.*|volumes?|"
        r"名目|実質|名目値|実質値|名義|實質|当年价|不变价|當年價|不變價",
        r"bop|balance of payments?( basis)?|census|customs|(census|customs|bop) basis",
        r"((single|this|current|reporting) )?(month|quarter|year|annual|week)(ly|s)?( data| value)?|ytd|"
        r"(year|month)[- ]to[- ]date|cumulative|cumulated|accumulated|"
        r"當月|当月|本月|單月|单月|累計|累计|本年累計|本年累计",
        r"(current|this|previous|last|prior) (year|month|period)|"
        r"(the )?same period (of )?(the )?(previous|last) year|"
        r"本年|今年|本期|去年|上年|上期|去年同期|上年同期",
        r"(trade in )?(goods|services|merchandise|goods (and|&) services)( trade)?|"
        r"(貨品|货物|商品|服務|服务)(貿易|贸易)?|상품|서비스|bienes|servicios|bens|servi[cç]os|biens|waren|dienstleistungen",
        r"actual|forecast|projection|projected|budget|plan(ned)?|target|實際|預測|实际|预测",
    )
)
#: What is no amount at all, but a rate, an index or a share of amounts: such a row is never added to another.
_RATIO = re.compile(
    r"(%|percent(age)?|pct)( .*)?|"
    r"(.* )?(yoy|y/y|y-o-y|mom|m/m|m-o-m|growth( rate)?|rate of (change|growth)|(annual |monthly )change|"
    r"ind(ex|ices)|market share|share of total)( ?\(?(%|pct|percent|in %|in percent|[^()]*= ?100)\)?)?|"
    r"(change|share) ?\(?(%|pct|percent|in %)\)?|"
    r"(variaci[oó]n|varia[cç][aã]o|variation|veränderung|índice|indice)( .*)?|"
    r".*(指数|指數|增率|增減率|增减率|成長率|增长率|同比|环比|環比|年增|月增|比重|占比|構成比|前年比|증감률|증가율|지수)"
    r"([(（]?[%％]?[)）]?)"
)
#: And these where one month, partner and flow has several: exports may be FOB, and imports CIF.
_OF_ONE = tuple(
    re.compile(words)
    for words in (
        r"(at |in )?(cif|fob|fas|c\.i\.f\.?|f\.o\.b\.?|customs|free on board)( value| basis| prices?)?|"
        r"(離岸|离岸|到岸)(價格|价格|價|价)?",
        r"(general|special)( trade| imports)?( system)?|imports for consumption",
        r"(incl(uding|\.)?|excl(uding|\.)?) .+",
    )
)
#: What is counted beside money, and is known for it where other rows are said to be values.
_COUNTED = re.compile(
    r"shares?|(number|no\.?|count) of .+|counts?|freight|insurance|charges|"
    r"((calculated|customs|import|paid) )?(dut(y|ies)|tariffs?|tax(es)?)( collected| paid)?|"
    r"(關|关)?(稅|税)(額|额)?|(運|运)(費|费)|保(險|险)(費|费)|(件|筆|笔)(數|数)"
)
_FIRST = 5


def always(column: str, texts: Collection[str]) -> bool:
    """Whether rows with several texts in a column must never be added.

    Examples:
        >>> always("Currency", ["USD", "EUR"]), always("measure", ["Value (US$)", "Net weight (kg)"])
        (True, True)
        >>> always("series", ["Seasonally adjusted", "Unadjusted"])
        True
        >>> always("UNIT", ["MIO_EUR", "PCH_SM", "THS_T"])
        True
        >>> always("port", ["LAX", "NYC"]), always("unit", ["KG", "NO"])
        (False, False)
    """
    series = {text.strip().casefold() for text in texts}
    both = len(series) > 1 and (series <= _SERIES or _are_all(series, _FAMILIES))
    units = bool(_UNITS.fullmatch(_plain(column))) and 0 < sum(map(_is_money, texts)) < len(texts)
    return bool(_ALWAYS.fullmatch(_plain(column))) or both or units or mixed(list(texts))


def beside(column: str, texts: Collection[str] = (), *, goods: bool) -> bool:
    """Whether rows of one month, partner and flow with several texts in a column must not be added.

    Args:
        column: What it is called.
        texts: What stands in it.
        goods: Whether goods are told apart by a column of their own.

    Examples:
        >>> beside("classificationCode", goods=True), beside("COMM_LVL", goods=True)
        (True, False)
        >>> beside("kind", ["FOB", "CIF"], goods=True), beside("kind", ["FOB", "Port"], goods=True)
        (True, False)
    """
    by_name = _BESIDE.fullmatch(_plain(column)) or (not goods and _LEVELS.fullmatch(_plain(column)))
    return bool(by_name) or _are_all({text.strip().casefold() for text in texts}, _OF_ONE)


def _are_all(texts: Collection[str], families: Sequence[re.Pattern[str]]) -> bool:
    """Whether there are texts, and all are of one family of words."""
    return bool(texts) and any(all(map(words.fullmatch, texts)) for words in families)


def revised(column: str, texts: Collection[str]) -> bool:
    """Whether a column tells figures of a month from what they were revised to.

    Examples:
        >>> revised("status", ["p", "r"]), revised("kind", ["Preliminary", "Revised"]), revised("port", ["p"])
        (True, True, False)
    """
    words = {text.strip().casefold() for text in texts} - {""}
    known = bool(words) and all(_REVISIONS.fullmatch(word) for word in words)
    return known or bool(_REVISED.fullmatch(_plain(column)))


def mixed(texts: Sequence[str]) -> bool:
    """Whether texts name money and something else, or money of several currencies or units.

    Examples:
        >>> mixed(["Value (US$)", "Net weight (kg)"]), mixed(["USD", "MXN"]), mixed(["KG", "LT"])
        (True, True, False)
        >>> mixed(["Value", "YoY %"]), mixed(["USD million", "Index 2015=100"]), mixed(["Wool 85 %", "Silk"])
        (True, True, False)
    """
    if len(texts) > 1 and any(_RATIO.fullmatch(text.strip().casefold()) for text in texts):
        return True
    money = [text for text in texts if _is_money(text)]
    other = [
        text
        for text in texts
        if text not in money
        and (named(text).role == "quantity" or _COUNTED.fullmatch(text.strip().casefold()))
    ]
    return bool(money and other) or len({unit(text) for text in money if unit(text).currency}) > 1


def _is_money(text: str) -> bool:
    # Codes of two letters are of places more often than of money.
    return len(text) > 2 and bool(unit(text).currency or named(text).role == "value")


def refusal(column: str, texts: Collection[str]) -> InvalidData:
    """What is said of rows that must not be added."""
    return InvalidData(
        "rows with {texts} in the column {column!r} say the same in other ways, and are never added",
        hint="say which are meant: where.{column}=VALUE, several joined by |",
        texts=Listed([Wording("{text!r}", text=text) for text in sorted(texts)[:_FIRST]], "and"),
        column=column,
    )


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())
