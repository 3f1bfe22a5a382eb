"""How English writes values: months, windows, money with its unit, ordinals, sides of a balance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tradecli.catalogue.style import MISSING, NAMED, Style, decimal, percent, times
from tradecli.catalogue.wordings import in_language
from tradecli.catalogue.writer import Format, formatted
from tradecli.facts.places import Place
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth
from tradecli.wording import Wording

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FLOW = {"export": "exports", "import": "imports", "balance": "balance", "trade": "exports and imports"}
DIRECTION = {"export": "to", "import": "from", "balance": "with", "trade": "with"}
SIDE = {1: "surplus", -1: "deficit", 0: "balance"}
SPANS = {
    "month": "months",
    "quarter": "quarters",
    "year_to_date": "years to date",
    "year": "years",
    "rolling_12": "12 months",
}
FOLD = {2: "doubled", 3: "tripled", 4: "quadrupled"}
DEGREE = {"nearly": "nearly ", "just": "", "more": "more than "}
#: How a currency is written before an amount; others by their code.
CURRENCY = {"USD": "US$"}
UNIT = {
    "billion": " billion",
    "yi": " 100 million",
    "million": " million",
    "thousand": " thousand",
    "dollar": "",
}
#: Money with its unit, for sentences that stand alone.
FULL = {**UNIT, "yi": " hundred million"}
ADJUSTED = {
    "none": "not seasonally adjusted",
    "seasonal": "seasonally adjusted",
    "calendar": "calendar adjusted",
    "both": "seasonally and calendar adjusted",
}
#: What a record is compared with; the months of its own window where it is compared with the same ones.
SCOPE = {
    "month": "any month",
    "quarter": "any quarter",
    "year": "a full year",
    "rolling_12": "12 months",
}


def month(period: date) -> str:
    """November 2025."""
    return f"{MONTHS[period.month - 1]} {period.year}"


def months(span: str, last: int, *, short: bool = False) -> str:
    """The months of a window without their year: `January-November`, `November`."""
    first, final = (MONTHS[place - 1][: 3 if short else None] for place in (1, last))
    return f"{first}-{final}" if span == "year_to_date" and last > 1 else final


def window(value: Window, *, short: bool = False) -> str:
    """The months of a window: `November 2025`, `January-November 2025`, `2024`, `2025-Q3`."""
    span, through = value
    if _whole_year(value):
        return str(through.year)
    if span == "quarter":
        return f"{through.year}-Q{through.month // 3}"
    named = f"{months(span, through.month, short=short)} {through.year}"
    return f"the 12 months to {named}" if span == "rolling_12" else named


def _whole_year(value: Window) -> bool:
    return value.span == "year" or (value.span == "year_to_date" and value.through.month == 12)


def scope(value: Window) -> str:
    """What a figure is compared with: `any month`, `November`, `January-November`, `a full year`."""
    if _whole_year(value):
        return SCOPE["year"]
    return SCOPE.get(value.span) or months(value.span, value.through.month)


def when(value: Window) -> str:
    """A compared window as short as its kind allows: its year where all compared share the months."""
    if value.span in {"year_to_date", "year", "same_month"}:
        return str(value.through.year)
    return window(value) if value.span == "quarter" else month(value.through)


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


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th.

    Examples:
        >>> [ordinal(n) for n in (1, 2, 3, 11, 12, 21, 112)]
        ['1st', '2nd', '3rd', '11th', '12th', '21st', '112th']
    """
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def currency(code: str) -> str:
    """A currency as it stands before an amount."""
    return CURRENCY.get(code, code)


def full(amount: Money | None, style: Style) -> str:
    """An amount with currency and unit, for sentences that stand alone: `US$ 64.05 billion`."""
    if amount is None:
        return MISSING
    bare = style._replace(currency=amount.currency).money(amount)
    return f"{currency(amount.currency)} {bare}{FULL[style.scale]}"


def size(amount: Money | Change | None, style: Style) -> str:
    """An amount without its sign, where words tell the side."""
    money = amount.money if isinstance(amount, Change) else amount
    return style.money(None if money is None else abs(money))


def gap(difference: Change, style: Style) -> str:
    """By how much rows do not add up, where that can be seen at all."""
    tiny = style.prints_as_zero(difference.money)
    return "by less than the last digit shown" if tiny else f"as shown by {style.change(difference)}"


def visible(difference: Change, style: Style) -> str:
    """A difference that is not zero; one that would print as zero as what it is less than."""
    if not style.prints_as_zero(difference.money):
        return style.change(difference)
    return f"less than {style.smallest(difference.money)}"


def called(figure: Figure) -> str:
    """`surplus`, `deficit` or `balance` by its sign; `exports`, `imports`."""
    if figure.flow != "balance":
        return FLOW[figure.flow]
    return SIDE[figure.money.sign if figure.money else 0]


def than(rate: Growth, word: str) -> str:
    """`20.5 % larger than`, or `13.3 times that of`."""
    multiple = times(rate)
    return f"{multiple} times that of" if multiple else f"{percent(rate, signed=False)} {word} than"


def plural(number: int, argument: str) -> str:
    """A count with the noun that it needs, `1 month`, `12 months`; `_` stands for a blank in it."""
    one, many = argument.split()
    return f"{number:,} {(one if number == 1 else many).replace('_', ' ')}"


def valuations(by_flow: Mapping[str, str]) -> str:
    """`exports FOB, imports CIF`."""
    return ", ".join(f"{FLOW[flow]} {how}" for flow, how in by_flow.items())


def counted(counts: Mapping[str, int], argument: str) -> str:
    """Counts by name: rules that left rows out, or partners nobody knows."""
    if argument == "rules":
        return ", ".join(f"{count:,} with {rule}" for rule, count in counts.items())
    named = [f"{text!r} ({count:,})" for text, count in list(counts.items())[:NAMED]]
    others = len(counts) - NAMED
    return ", ".join(named) + (f" and {plural(others, 'other others')}" if others > 0 else "")


def listed(values: Any, style: Style, argument: str) -> str:
    """Several values, with commas or what *argument* names in between."""
    return (argument or ", ").join(formatted(value, style) for value in values)


FORMATS: Mapping[str, Format] = {
    "Growth": lambda v, _s, _a: percent(v),
    "Window": lambda v, _s, _a: window(v),
    "Named": lambda v, _s, _a: v.name,
    "Place": lambda v, _s, _a: v.prose,
    "Multiple": lambda v, _s, _a: f"{DEGREE[v.degree]}{FOLD[v.times]}",
    "tuple": listed,
    "list": listed,
    "listed": listed,
    "short": lambda v, _s, _a: window(v, short=True),
    "scope": lambda v, _s, _a: scope(v),
    "when": lambda v, _s, _a: when(v),
    "month": lambda v, _s, _a: month(v),
    "owner": lambda v, _s, _a: possessive(v),
    "name": lambda v, _s, _a: v.name,
    "goods": lambda v, _s, _a: uncapitalised(v.name) if v else "",
    "money": lambda v, s, _a: s.money(v),
    "size": lambda v, s, _a: size(v, s),
    "full": lambda v, s, _a: full(v, s),
    "visible": lambda v, s, _a: visible(v, s),
    "gap": lambda v, s, _a: gap(v, s),
    "side": lambda v, _s, _a: SIDE[v.sign],
    "called": lambda v, _s, _a: called(v),
    "flow": lambda v, _s, _a: FLOW[v],
    "Flow": lambda v, _s, _a: FLOW[v].capitalize(),
    "trade": lambda v, _s, _a: "trade balance" if v == "balance" else FLOW[v],
    "named": lambda v, _s, _a: "the balance" if v == "balance" else FLOW[v],
    "spans": lambda v, _s, _a: SPANS[v],
    "number": lambda v, _s, a: a.split()[v != 1],
    "direction": lambda v, _s, _a: DIRECTION[v],
    "than": lambda v, _s, a: than(v, a),
    "capital": lambda v, s, _a: formatted(v, s)[:1].upper() + formatted(v, s)[1:],
    "decimal": lambda v, _s, a: decimal(v, int(a)),
    "ordinal": lambda v, _s, _a: ordinal(abs(v)),
    "plural": lambda v, _s, a: plural(abs(v), a),
    "count": lambda v, _s, _a: f"{abs(v):,}" if v else "",
    "counted": lambda v, _s, a: counted(v, a),
    "worded": lambda v, s, _a: in_language(Wording(v), s.lang),
    "unsigned": lambda v, _s, _a: f"{abs(v):,}",
    "signed": lambda v, _s, _a: f"{v:+}",
    "bare": lambda v, s, _a: s._replace(currency=v.currency).money(v),
    "basis": lambda v, _s, _a: v.replace("_", " "),
    "quoted": lambda v, _s, _a: repr(v) if v else "",
    "words": lambda v, _s, _a: v.replace("_", " "),
    "unit": lambda v, s, _a: f"{currency(v)}{UNIT[s.scale]}",
    "currency": lambda v, _s, _a: currency(v),
    "adjusted": lambda v, _s, _a: ADJUSTED[v],
    "valuations": lambda v, _s, _a: valuations(v),
    "files": lambda v, _s, _a: "one file" if v == 1 else f"{v:,} files",
}
