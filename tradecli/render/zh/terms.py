"""Traditional Chinese names, in the ministry's own terms: flows, units, months, windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tradecli.render.style import Style, growing, percent
from tradecli.report import Amount, Rate

Facts = Mapping[str, Any]
#: The words of statements by their keys.
Sentences = dict[str, Callable[[Facts, Style], str]]


FLOW = {"export": "出口", "import": "進口", "balance": "出入超"}


UNIT = {"billion": "十億", "yi": "億", "million": "百萬", "thousand": "千", "dollar": ""}

#: How a currency is called; others by their code.
CURRENCY = {"USD": "美元", "EUR": "歐元"}


ADJUSTED = {
    "none": "未經季節調整",
    "seasonal": "經季節調整",
    "calendar": "經日曆調整",
    "both": "經季節及日曆調整",
}


VALUED = {"customs value": "海關價值"}


def month(period: date) -> str:
    """2025年11月."""
    return f"{period.year}年{period.month}月"


def window(facts: Facts) -> str:
    """The months of a window: `2025年11月`, `2025年1-11月`, `2024年全年`."""
    through: date = facts["through"]
    kind = facts.get("span") or facts.get("kind")
    if kind == "year" or (kind == "year_to_date" and through.month == 12):
        return f"{through.year}年全年"
    if kind == "quarter":
        return f"{through.year}年第{through.month // 3}季"
    if kind == "rolling_12":
        return f"截至{month(through)}的12個月"
    if kind == "year_to_date" and through.month > 1:
        return f"{through.year}年1-{through.month}月"
    return month(through)


def money(amount: Amount, style: Style) -> str:
    """An amount with its unit."""
    return f"{style.money(amount)}{unit(style)}"


def currency(style: Style) -> str:
    """The name of the currency in force."""
    return CURRENCY.get(style.currency, style.currency)


def unit(style: Style) -> str:
    """The unit in force with its currency: `億美元`."""
    return f"{UNIT[style.scale]}{currency(style)}"


def plain(amount: Amount, style: Style) -> str:
    """An amount without its sign, where words tell the side."""
    return money(Amount(abs(amount.value or 0), amount.precision), style)


def rate_of(rate: Rate) -> str:
    """年增 or 年減, with the size; empty where there is no rate."""
    shown = percent(rate)
    if not shown:
        return ""
    if "x" in shown:
        return f"為上年同期的{shown.replace('x', '')}倍"
    size = shown.replace("+", "").replace("-", "").replace(" %", "%")
    return f"年{'增' if growing(rate) else '減'}{size}"


def named(value: int) -> str:
    """出超 or 入超, by the sign of a balance."""
    return "出超" if value > 0 else "入超" if value < 0 else "出入超"


def called(facts: Facts) -> str:
    """The flow's name; a balance by its sign."""
    return named(facts["value"].value or 0) if facts["flow"] == "balance" else FLOW[facts["flow"]]
