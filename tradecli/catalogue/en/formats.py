"""How English writes values: months, windows, money with its unit, ordinals, sides of a balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradecli.catalogue.style import MISSING, NAMED, Style, decimal, percent, times
from tradecli.catalogue.units import legible
from tradecli.catalogue.windows_en import begin, joined, month, months, noun, scope, tick, when, window
from tradecli.catalogue.wordings import in_language
from tradecli.catalogue.writer import Format, formatted
from tradecli.facts.places import Place
from tradecli.model.figure import Figure
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth
from tradecli.wording import Wording

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
PLACES = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
FOLD = {2: "doubled", 3: "tripled", 4: "quadrupled"}
DEGREE = {"nearly": "nearly ", "just": "", "more": "more than "}
#: How a currency is written before an amount; others by their code.
CURRENCY = {"USD": "US$"}
UNIT = {
    "trillion": " trillion",
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


def uncapitalised(name: str) -> str:
    """A name within a sentence: `Machinery` becomes `machinery`, `ICT products` stays.

    Examples:
        >>> uncapitalised("Machinery"), uncapitalised("ICT products")
        ('machinery', 'ICT products')
    """
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def possessive(place: Place) -> str:
    """`Taiwan's`, `The United States'`: a place at the head of a title; `owned` is that within a sentence.

    Examples:
        >>> from tradecli.facts.places import place
        >>> possessive(place("TW")), possessive(place("US"))
        ("Taiwan's", "The United States'")
    """
    owner = owned(place)
    return owner[0].upper() + owner[1:]


def owned(place: Place) -> str:
    """`Taiwan's`, `the United States'`."""
    return f"{place.prose}'" if place.prose.endswith("s") else f"{place.prose}'s"


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
    if not amount.value:
        return f"{currency(amount.currency)} 0"
    near = legible(style, amount)
    bare = near._replace(currency=amount.currency).money(amount)
    return f"{currency(amount.currency)} {bare}{FULL[near.scale]}"


def size(amount: Money | Change | None, style: Style) -> str:
    """An amount without its sign, where words tell the side; one too small for the unit in its own."""
    money = amount.money if isinstance(amount, Change) else amount
    if money is None or not money.value:
        return MISSING if money is None else "0"
    near = legible(style, money)
    return style.money(abs(money)) if near == style else full(abs(money), near)


def gap(difference: Change, style: Style) -> str:
    """By how much rows do not add up, where that can be seen at all."""
    tiny = style.prints_as_zero(difference.money)
    return "by less than the last digit shown" if tiny else f"as shown by {style.change(difference)}"


def visible(difference: Change, style: Style) -> str:
    """A difference that is not zero; one that would print as zero as what it is less than."""
    if not style.prints_as_zero(difference.money):
        return style.change(difference)
    return f"less than {style.smallest(difference.money)}"


def stated(figure: Figure, style: Style) -> str:
    """A figure as a sentence names it: `exports of 176.04`, `a deficit of 20.62`."""
    article = "a " if figure.flow == "balance" else ""
    return f"{article}{called(figure)} of {size(figure.money, style)}"


def called(figure: Figure) -> str:
    """`surplus`, `deficit` or `balance` by its sign; `exports`, `imports`."""
    if figure.flow != "balance":
        return FLOW[figure.flow]
    return SIDE[figure.money.sign if figure.money else 0]


def than(rate: Growth, word: str) -> str:
    """`20.5 % larger than`, or `13.3 times that of`."""
    multiple = times(rate)
    return f"{multiple} times that of" if multiple else f"{percent(rate, signed=False)} {word} than"


def way(rate: Growth) -> str:
    """`up 20.5 % on`, `down 20.5 % on`, `13.3 times those of`: what stands before `a year earlier`."""
    if multiple := times(rate):
        return f"{multiple} times those of"
    if not rate.percent:
        return "unchanged on"
    return f"{'up' if rate.percent > 0 else 'down'} {percent(rate, signed=False)} on"


def turned(rate: Growth, style: Style) -> str:
    """A rate; across a change of sign what there was a year earlier: `after a deficit of 2.68`."""
    if rate.note == "sign_change" and rate.base and rate.base.sign:
        return f"after a {SIDE[rate.base.sign]} of {size(rate.base, style)}"
    return percent(rate)


def subject(figure: Figure) -> str:
    """What a sentence is about: `The surplus`, `Exports`."""
    return called(figure).capitalize() if figure.flow != "balance" else f"The {called(figure)}"


def place(number: int, degree: str) -> str:
    """A place among others: `highest`, `second-highest`, `12th-highest`.

    Examples:
        >>> place(1, "highest"), place(2, "widest"), place(12, "largest")
        ('highest', 'second-widest', '12th-largest')
    """
    if number == 1:
        return degree
    return f"{PLACES[number] if number < len(PLACES) else ordinal(number)}-{degree}"


def series(texts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def moved(rate: Growth) -> str:
    """`up 55.9 %`, `down 3.2 %`, `unchanged`, `13.3 times as much`; empty without a rate."""
    if rate.percent is None:
        return ""
    if multiple := times(rate):
        return f"{multiple} times as much"
    size = percent(rate, signed=False)
    if size.lstrip("~") == "0.0 %":
        return "little changed" if rate.percent else "unchanged"
    return f"{'up' if rate.percent > 0 else 'down'} {size}"


def plural(number: int, argument: str) -> str:
    """A count with the noun that it needs, `1 month`, `12 months`; `_` stands for a blank in it."""
    one, many = argument.split()
    return f"{number:,} {(one if number == 1 else many).replace('_', ' ')}"


def valuations(by_flow: Mapping[str, str]) -> str:
    """`exports FOB, imports CIF`; of one flow how alone."""
    if len(by_flow) == 1:
        return next(iter(by_flow.values()))
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
    **dict.fromkeys(("tuple", "list", "listed"), listed),
    "months": lambda v, _s, _a: months(v.span, v.through.month, short=True),
    "short": lambda v, _s, _a: window(v, short=True),
    "scope": lambda v, _s, _a: scope(v),
    "noun": lambda v, _s, _a: noun(v),
    "begin": lambda v, _s, _a: begin(v),
    "when": lambda v, _s, _a: when(v),
    "month": lambda v, _s, _a: month(v),
    "owner": lambda v, _s, _a: possessive(v),
    "owned": lambda v, _s, _a: owned(v),
    "is": lambda v, _s, _a: "was then" if v else "is",
    "name": lambda v, _s, _a: v.name,
    "goods": lambda v, _s, _a: f"{uncapitalised(v.name)}{getattr(v, 'suffix', '')}" if v else "",
    "money": lambda v, s, _a: s.money(v),
    "size": lambda v, s, _a: size(v, s),
    "full": lambda v, s, _a: full(v, s),
    # A missing amount leaves out the part of the sentence that it stands in.
    "amount": lambda v, s, _a: size(v, s),
    "rate": lambda v, s, _a: turned(v, s),
    "way": lambda v, _s, _a: way(v),
    "subject": lambda v, _s, _a: subject(v),
    "place": lambda v, _s, a: place(abs(v), a),
    "inline": lambda v, s, _a: formatted(v, s) if isinstance(v, Place) else uncapitalised(v.name),
    "series": lambda v, s, _a: series([formatted(one, s) for one in v]),
    "spelled": lambda v, _s, _a: SPELLED[v].capitalize() if v < len(SPELLED) else f"{v:,}",
    "few": lambda v, _s, _a: f"{v:,}" if v else "none",
    "joined": lambda v, _s, _a: joined(v),
    # A fact that only other languages name.
    "omitted": lambda _v, _s, _a: "",
    "stated": lambda v, s, _a: stated(v, s),
    "seen": lambda v, s, _a: visible(Change(abs(v.money)), s).removeprefix("+"),
    "visible": lambda v, s, _a: visible(v, s),
    "gap": lambda v, s, _a: gap(v, s),
    "side": lambda v, _s, _a: SIDE[v.sign],
    "Called": lambda v, _s, _a: called(v).capitalize(),
    "whole": lambda v, s, _a: full(abs(v), s),
    "called": lambda v, _s, _a: called(v),
    "flow": lambda v, _s, _a: FLOW[v],
    "Flow": lambda v, _s, _a: FLOW[v].capitalize(),
    "trade": lambda v, _s, _a: "trade balance" if v == "balance" else FLOW[v],
    "named": lambda v, _s, _a: "the balance" if v == "balance" else FLOW[v],
    "spans": lambda v, _s, _a: SPANS[v],
    "number": lambda v, _s, a: a.split()[v != 1],
    "direction": lambda v, _s, _a: DIRECTION[v],
    "than": lambda v, _s, a: than(v, a),
    "bare_rate": lambda v, _s, _a: times(v) or percent(v, signed=False),
    "tick": lambda v, _s, _a: tick(v),
    "moved": lambda v, _s, _a: moved(v),
    "capital": lambda v, s, _a: formatted(v, s)[:1].upper() + formatted(v, s)[1:],
    "index": lambda v, _s, _a: f"{int(decimal(v, 0)):,}",
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
    "cited": lambda v, _s, _a: ", ".join(repr(text) for text in v),
    "quoted": lambda v, _s, _a: repr(v) if v else "",
    "words": lambda v, _s, _a: v.replace("_", " "),
    "unit": lambda v, s, _a: f"{currency(v)}{UNIT[s.scale]}",
    "currency": lambda v, _s, _a: currency(v),
    "adjusted": lambda v, _s, _a: ADJUSTED[v],
    "valuations": lambda v, _s, _a: valuations(v),
    "files": lambda v, _s, _a: "one file" if v == 1 else f"{v:,} files",
}
