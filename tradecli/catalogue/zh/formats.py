"""How Traditional Chinese writes values: months, windows, money with its unit, sides of a balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tradecli.catalogue.style import NAMED, Style, decimal, percent, times
from tradecli.catalogue.units import legible
from tradecli.catalogue.wordings import in_language
from tradecli.catalogue.writer import Format, formatted
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth
from tradecli.wording import Wording

FLOW = {"export": "出口", "import": "進口", "balance": "出入超", "trade": "貿易總額"}
DIRECTION = {"export": "對", "import": "自", "balance": "對", "trade": "對"}
SIDE = {1: "出超", -1: "入超", 0: "出入超"}
SPANS = {"month": "單月", "quarter": "單季", "year_to_date": "累計", "year": "全年", "rolling_12": "12個月"}
DEGREE = {"nearly": "近", "just": "", "more": "逾"}
UNIT = {"trillion": "兆", "billion": "十億", "yi": "億", "million": "百萬", "thousand": "千", "dollar": ""}
#: How a currency is called; others by their code.
CURRENCY = {"USD": "美元", "EUR": "歐元", "GBP": "英鎊", "JPY": "日圓", "CAD": "加拿大元", "KRW": "韓元"}
ADJUSTED = {
    "none": "未經季節調整",
    "seasonal": "經季節調整",
    "calendar": "經日曆調整",
    "both": "經季節及日曆調整",
}
VALUED = {"customs value": "海關價值"}
SCOPE = {
    "month": "歷年單月",
    "same_month": "歷年同月",
    "quarter": "歷年單季",
    "year_to_date": "歷年同期",
    "year": "歷年全年",
    "rolling_12": "歷來12個月",
}
#: How a figure came about.
BASIS = {"published": "發布值", "sum": "合計", "sum_across_vintages": "跨版合計", "difference": "相減"}
#: Why a row of an own table is left out, by its English name.
RULES = {
    "an unreadable period": "期別無法辨識",
    "a period after the table was written": "期別晚於檔案日期",
    "an unknown flow": "進出口別不明",
    "an empty partner": "貿易夥伴空白",
    "an area or a total for its partner": "貿易夥伴為地區或合計",
    "a malformed commodity code": "貨品號列格式有誤",
    "a commodity code shorter than asked for": "貨品號列位數不足",
    "an empty value": "金額空白",
    "a value that is no number": "金額非數字",
    "a value whose last digits its exponent hides": "金額以科學記號表示，末幾位數字不明",
    "a negative value": "金額為負",
    "a value with more decimals than are read": "金額小數位數過多",
    "a value larger than any trade figure": "金額過大",
}


def month(period: date) -> str:
    """2025年11月."""
    return f"{period.year}年{period.month}月"


def window(value: Window) -> str:
    """The months of a window: `2025年11月`, `2025年1-11月`, `2024年全年`."""
    span, through = value
    if _whole_year(value):
        return f"{through.year}年全年"
    if span == "quarter":
        return f"{through.year}年第{through.month // 3}季"
    if span == "rolling_12":
        return f"截至{month(through)}的12個月"
    if span == "year_to_date" and through.month > 1:
        return f"{through.year}年1-{through.month}月"
    return month(through)


def tick(value: Window) -> str:
    """A window at the edge of a chart: the month alone, with its year where that begins.

    Examples:
        >>> tick(Window("month", date(2025, 1, 1))), tick(Window("month", date(2025, 2, 1)))
        ('2025年1月', '2月')
    """
    if value.span == "quarter":
        return f"第{value.through.month // 3}季" if value.through.month > 3 else window(value)
    return month(value.through) if value.through.month == 1 else f"{value.through.month}月"


def _whole_year(value: Window) -> bool:
    return value.span == "year" or (value.span == "year_to_date" and value.through.month == 12)


def scope(value: Window) -> str:
    """What a figure is compared with: `歷年單月`, `歷年同期`."""
    return SCOPE["year"] if _whole_year(value) else SCOPE[value.span]


def when(value: Window) -> str:
    """A compared window as short as its kind allows: its year where all compared share the months."""
    if value.span in {"year_to_date", "year", "same_month"}:
        return f"{value.through.year}年"
    return window(value) if value.span == "quarter" else month(value.through)


def unit(currency: str, style: Style) -> str:
    """The unit in force with its currency: `億美元`."""
    return f"{UNIT[style.scale]}{CURRENCY.get(currency, currency)}"


def full(amount: Money | Change | None, style: Style) -> str:
    """An amount with its unit; a difference with its sign."""
    money = amount.money if isinstance(amount, Change) else amount
    if money is None:
        return "無資料"
    if not money.value:
        return f"0{CURRENCY.get(money.currency, money.currency)}"
    near = legible(style, money)
    bare = near._replace(currency=money.currency).money(money, signed=isinstance(amount, Change))
    return f"{bare}{unit(money.currency, near)}"


def size(amount: Money | Change | None, style: Style) -> str:
    """An amount with its unit and without its sign, where words tell the side."""
    money = amount.money if isinstance(amount, Change) else amount
    return full(None if money is None else abs(money), style)


def gap(difference: Change, style: Style) -> str:
    """By how much rows do not add up, where that can be seen at all."""
    return "不足表列末位數" if style.prints_as_zero(difference.money) else full(difference, style)


def visible(difference: Change, style: Style) -> str:
    """A difference that is not zero; one that would print as zero as what it is less than."""
    if not style.prints_as_zero(difference.money):
        return full(difference, style)
    return f"不足{style.smallest(difference.money)}{unit(difference.money.currency, style)}"


def called(figure: Figure) -> str:
    """The flow's name; a balance by its sign."""
    if figure.flow != "balance":
        return FLOW[figure.flow]
    return SIDE[figure.money.sign if figure.money else 0]


def moved(rate: Growth, base: str = "年") -> str:
    """年增 or 年減 with the size, 月增 or 月減 where the base is the month before; empty without a rate."""
    if rate.percent is None:
        return ""
    if multiple := times(rate):
        return f"為上{'年同期' if base == '年' else base}的{multiple}倍"
    if not rate.percent:
        return f"與上{'年同期' if base == '年' else base}持平"
    return f"{base}{'增' if rate.percent > 0 else '減'}{bare(rate)}"


def bare(rate: Growth) -> str:
    """The size of a rate, set as Chinese sets it: `20.5%`."""
    return percent(rate, signed=False).replace(" %", "%")


def turned(rate: Growth, style: Style) -> str:
    """A rate; across a change of sign what there was a year earlier."""
    if rate.note == "sign_change" and rate.base and rate.base.sign:
        return f"上年同期為{SIDE[rate.base.sign]}{size(rate.base, style)}"
    return moved(rate)


def joined(windows: Sequence[Window]) -> str:
    """Windows before a noun; many of them by the first and the last month."""
    if len(windows) <= 2:
        return "、".join(map(window, windows))
    ends = [one.through for one in windows]
    if min(ends) == max(ends):
        return month(ends[0])
    return f"{month(min(ends))}至{month(max(ends))}"


def extent(rate: Growth) -> str:
    """By how much a deficit moved."""
    return moved(rate) if times(rate) else f"幅度{bare(rate)}"


def valuations(by_flow: Mapping[str, str]) -> str:
    """`出口FOB、進口CIF`; of one flow how alone."""
    named = {flow: VALUED.get(how, how) for flow, how in by_flow.items()}
    if len(named) == 1:
        return next(iter(named.values()))
    return "、".join(f"{FLOW[flow]}{how}" for flow, how in named.items())


def counted(counts: Mapping[str, int], argument: str) -> str:
    """Counts by name: rules that left rows out, or partners nobody knows."""
    if argument == "rules":
        return "、".join(f"{RULES.get(rule, rule)}{count:,}列" for rule, count in counts.items())
    named = [f"{text}（{count:,}列）" for text, count in list(counts.items())[:NAMED]]
    others = len(counts) - NAMED
    return "、".join(named) + (f"等，另有{others:,}個" if others > 0 else "")


def listed(values: Any, style: Style, argument: str) -> str:
    """Several values, with 、 or what *argument* names in between."""
    return (argument or "、").join(formatted(value, style) for value in values)


FORMATS: Mapping[str, Format] = {
    "Growth": lambda v, _s, _a: percent(v).replace(" %", "%"),
    "Window": lambda v, _s, _a: window(v),
    "Multiple": lambda v, _s, _a: f"{DEGREE[v.degree]}{v.times}倍",
    "Named": lambda v, _s, _a: v.name_zh,
    "Place": lambda v, _s, _a: v.name_zh,
    "tuple": listed,
    "list": listed,
    "listed": listed,
    "short": lambda v, _s, _a: window(v),
    "noun": lambda v, _s, _a: scope(v)[2:],
    "scope": lambda v, _s, _a: scope(v),
    "months": lambda v, _s, _a: f"1-{v.through.month}月" if v.through.month > 1 else "1月",
    "when": lambda v, _s, _a: when(v),
    "month": lambda v, _s, _a: month(v),
    "owner": lambda v, _s, _a: v.name_zh,
    "then": lambda v, _s, _a: "當時" if v else "",
    "name": lambda v, _s, _a: v.name_zh,
    "goods": lambda v, _s, _a: (
        f"{v.name_zh}{f'（HS {v.code}）' if getattr(v, 'suffix', '') else ''}" if v else ""
    ),
    "money": lambda v, s, _a: s.money(v),
    "size": lambda v, s, _a: size(v, s),
    "full": lambda v, s, _a: full(v, s),
    # A missing amount leaves out the part of the sentence that it stands in.
    "amount": lambda v, s, _a: size(v, s),
    "rate": lambda v, s, _a: turned(v, s),
    # The lower end of a range, whose upper end names the unit.
    "lower": lambda v, s, _a: s.money(v) if legible(s, v) == s else size(v, s),
    "inline": lambda v, s, _a: v.name_zh,
    "joined": lambda v, _s, _a: joined(v),
    "stated": lambda v, s, _a: f"{called(v)}{size(v.money, s)}",
    "seen": lambda v, s, _a: visible(Change(abs(v.money)), s).removeprefix("+"),
    "visible": lambda v, s, _a: visible(v, s),
    "gap": lambda v, s, _a: gap(v, s),
    "side": lambda v, _s, _a: SIDE[v.sign],
    "called": lambda v, _s, _a: called(v),
    "flow": lambda v, _s, _a: FLOW[v],
    "spans": lambda v, _s, _a: SPANS[v],
    "direction": lambda v, _s, _a: DIRECTION[v],
    "index": lambda v, _s, _a: f"{int(decimal(v, 0)):,}",
    "decimal": lambda v, _s, a: decimal(v, int(a)),
    "valued": lambda v, _s, _a: str(VALUED.get(v, v)),
    "moved": lambda v, _s, a: moved(v, a or "年"),
    # A fact that only other languages name.
    "omitted": lambda _v, _s, _a: "",
    "tick": lambda v, _s, _a: tick(v),
    "extent": lambda v, _s, _a: extent(v),
    "plural": lambda v, _s, _a: f"{abs(v):,}",
    "files": lambda v, _s, _a: f"{v:,}個檔案",
    "count": lambda v, _s, _a: f"{abs(v):,}" if v else "",
    "counted": lambda v, _s, a: counted(v, a),
    "unit": lambda v, s, _a: unit(v, s),
    "currency": lambda v, _s, _a: str(CURRENCY.get(v, v)),
    "adjusted": lambda v, _s, _a: ADJUSTED[v],
    "valuations": lambda v, _s, _a: valuations(v),
    "worded": lambda v, s, _a: in_language(Wording(v), s.lang),
    "unsigned": lambda v, _s, _a: f"{abs(v):,}",
    "signed": lambda v, _s, _a: f"{v:+}",
    "bare": lambda v, s, _a: s._replace(currency=v.currency).money(v),
    "basis": lambda v, _s, _a: BASIS[v],
    "cited": lambda v, _s, _a: "、".join(f"「{text}」" for text in v),
    "quoted": lambda v, _s, _a: f"「{v}」" if v else "",
    "words": lambda v, _s, _a: str(v).replace("_", " "),
}
