"""English: titles and descriptions of charts."""

from __future__ import annotations

from tradecli.render.en.terms import Facts, Sentences, called, money, month, possessive, unit, width
from tradecli.render.style import Style
from tradecli.render.words import sentence


def _of(facts: Facts) -> str:
    direction = {"export": "to", "import": "from", "balance": "with"}[facts["flow"]]
    goods = f" of {facts['commodity']}" if facts["commodity"] else ""
    return f"{possessive(facts['reporter'])} {called(facts)}{goods} {direction} {facts['partner'].prose}"


def _line_title(facts: Facts, style: Style) -> str:
    figure = money(width(facts["value"]), style)
    return f"{_of(facts)}: {figure} in {month(facts['through'])}. {sentence(facts['standing'], style)}"


def _line_alt(facts: Facts, style: Style) -> str:
    low = f"lowest {style.money(facts['low'])} in {month(facts['low_month'])}"
    high = f"highest {style.money(facts['high'])} in {month(facts['high_month'])}"
    marked = facts["records"]
    records = (
        f" Record months: {', '.join(month(period) for period in marked)}."
        if marked
        else " No month was a record when it came."
    )
    lacking = facts["missing"]
    missing = f" {lacking} {'month is' if lacking == 1 else 'months are'} not held." if lacking else ""
    return (
        f"Line chart of {_of(facts)}, {month(facts['first'])} to {month(facts['through'])}, "
        f"in {unit(style)}: "
        f"{low}, {high}, last {style.money(facts['value'])}.{records}{missing}"
    )


def _bars_alt(facts: Facts, style: Style) -> str:
    told = "; ".join(f"{sentence(label, style)} {style.money(amount)}" for label, amount in facts["largest"])
    count = f"Bar chart, {facts['count']} bars in {unit(style)}"
    return f"{count}: {sentence(facts['title'], style)}. Largest: {told}."


SENTENCES: Sentences = {
    "month": lambda f, _s: f"{f['through'].year}-{f['through'].month:02}",
    "line_title": _line_title,
    "line_alt": _line_alt,
    "bars_alt": _bars_alt,
    "record": lambda _f, _s: "record month",
}
