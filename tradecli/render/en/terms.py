"""English names: flows, units, months, windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tradecli.facts.places import Place
from tradecli.render.style import Style
from tradecli.report import Amount

Facts = Mapping[str, Any]
#: The words of statements by their keys.
Sentences = dict[str, Callable[[Facts, Style], str]]


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


FLOW = {"export": "exports", "import": "imports", "balance": "balance"}


#: How a currency is written before an amount; others by their code.
CURRENCY = {"USD": "US$", "EUR": "EUR"}

UNIT = {
    "billion": " billion",
    "yi": " 100 million",
    "million": " million",
    "thousand": " thousand",
    "dollar": "",
}


#: Money with its unit, for sentences that stand alone.
MONEY = {
    "billion": "{} billion",
    "yi": "{} hundred million",
    "million": "{} million",
    "thousand": "{} thousand",
    "dollar": "{}",
}


ADJUSTED = {
    "none": "not seasonally adjusted",
    "seasonal": "seasonally adjusted",
    "calendar": "calendar adjusted",
    "both": "seasonally and calendar adjusted",
}


def month(period: date) -> str:
    """November 2025."""
    return f"{MONTHS[period.month - 1]} {period.year}"


def window(facts: Facts, *, short: bool = False) -> str:
    """The months of a window: `November 2025`, `January-November 2025`, `2024`."""
    through: date = facts["through"]
    first, last = (MONTHS[month - 1][: 3 if short else None] for month in (1, through.month))
    kind = facts.get("span") or facts.get("kind")
    if kind == "year" or (kind == "year_to_date" and through.month == 12):
        return str(through.year)
    if kind == "quarter":
        return f"{through.year}-Q{through.month // 3}"
    if kind == "rolling_12":
        return f"the 12 months to {last} {through.year}"
    if kind == "year_to_date" and through.month > 1:
        return f"{first}-{last} {through.year}"
    return f"{last} {through.year}"


def uncapitalised(name: str) -> str:
    """A name within a sentence: `Machinery` becomes `machinery`, `ICT products` stays.

    Examples:
        >>> uncapitalised("Machinery"), uncapitalised("ICT products")
        ('machinery', 'ICT products')
    """
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def possessive(place: Place) -> str:
    """`Taiwan's`, `The United States'`: a place at the head of a title.

    Examples:
        >>> from tradecli.facts.places import place
        >>> possessive(place("TW")), possessive(place("US"))
        ("Taiwan's", "The United States'")
    """
    owner = place.prose[0].upper() + place.prose[1:]
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"


def money(amount: Amount, style: Style) -> str:
    """An amount with its unit, for sentences that stand alone."""
    return f"{currency(style)} {MONEY[style.scale].format(style.money(amount))}"


def currency(style: Style) -> str:
    """The currency in force, as it stands before an amount."""
    return CURRENCY.get(style.currency, style.currency)


def unit(style: Style) -> str:
    """The unit in force with its currency: `US$ billion`."""
    return f"{currency(style)}{UNIT[style.scale]}"


def called(facts: Facts, flow: str | None = None) -> str:
    """`balance`, `surplus` or `deficit`, `exports`, `imports`."""
    flow = flow or facts["flow"]
    if flow != "balance":
        return FLOW[flow]
    value = facts["value"].value or 0
    return "surplus" if value > 0 else "deficit" if value < 0 else "balance"


def width(amount: Amount) -> Amount:
    """A balance without its sign, where words tell the side."""
    return Amount(None if amount.value is None else abs(amount.value), amount.precision)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th.

    Examples:
        >>> [ordinal(n) for n in (1, 2, 3, 11, 12, 21, 112)]
        ['1st', '2nd', '3rd', '11th', '12th', '21st', '112th']
    """
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
