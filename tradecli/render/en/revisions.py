"""English: how figures were revised, and how sure a first one is."""

from __future__ import annotations

from tradecli.render.en.terms import FLOW, Facts, Sentences, month, possessive, window
from tradecli.render.style import Style, points
from tradecli.rounding import half_up

SIDES = {"export": "exports to", "import": "imports from", "balance": "trade balance with"}
NAMES = {**FLOW, "balance": "the balance"}
RATES = {"mom": "on the month before", "yoy": "on a year earlier"}
SPANS = {
    "month": "months",
    "quarter": "quarters",
    "year_to_date": "years to date",
    "year": "years",
    "rolling_12": "12 months",
}


def decimals(number: float, digits: int) -> str:
    """A number half up, halves away from zero."""
    return str(half_up(*number.as_integer_ratio(), digits))


def _title(facts: Facts, _: Style) -> str:
    whose = f"{possessive(facts['reporter'])} {SIDES[facts['flow']]} {facts['partner'].prose}"
    if facts["one"]:
        return f"{whose}, {window(facts)}: every figure published"
    through = window({"span": "month", "through": facts["through"]})
    return f"{whose}, {SPANS[facts['span']]} through {through}: first figures and what became of them"


def _range(facts: Facts) -> str:
    unmoved = facts["n"] - facts["down"] - facts["up"]
    low, high = (f"{decimals(facts[end], 2)} %" for end in ("low", "high"))
    return (
        f"the usual revision is {decimals(facts['median'], 2)} %, 90 % lie between {low} and {high}; "
        f"{facts['down']} were revised down, {facts['up']} up, {unmoved} not beyond rounding"
    )


def _counted(facts: Facts) -> str:
    kind = "" if facts.get("span", "month") == "month" else f", {SPANS[facts['span']]},"
    figures = "figure" if facts["n"] == 1 else "figures"
    return f"{facts['n']} first {figures} of {NAMES[facts['flow']]}{kind} since {month(facts['since'])}"


def _usual(facts: Facts, _: Style) -> str:
    return f"Of {_counted(facts)} {_range(facts)}."


def _unusual(facts: Facts, style: Style) -> str:
    percent = f" ({points(facts['percent'])} %)" if facts["percent"] else ""
    times = f"{decimals(facts['usual'], 0)} times the usual revision"
    others = f" and {decimals(facts['others'], 0)} times the mean of the others" if facts["others"] else ""
    return (
        f"Unusual: {window(facts)} was revised by {style.money(facts['revised'])}{percent}, {times}{others}."
    )


def _turned(facts: Facts, _: Style) -> str:
    when = ", ".join(month(period) for period in facts["periods"])
    counted = f"in {len(facts['periods'])} of {facts['n']} first figures{f' ({when})' if when else ''}"
    return f"The change {RATES[facts['rate']]} has another sign today {counted}."


def _made(facts: Facts, _: Style) -> str:
    return f"Made by revision: {window(facts)} was no record when first published, and is one now."


def _unmade(facts: Facts, _: Style) -> str:
    return f"Unmade by revision: {window(facts)} was a record when first published, and is none now."


def _margin(facts: Facts, style: Style) -> str:
    if facts["times"] < 1:
        sure = "less than one usual revision: it may not last"
    else:
        sure = f"{decimals(facts['times'], 0)} usual revisions"
    return f"{window(facts)} is a record by {style.money(facts['margin'])}: {sure}."


def _how_sure(facts: Facts, _: Style) -> str:
    first = f"the {FLOW[facts['shown']]} of {month(facts['through'])} is a first figure"
    few = "too few balances have been revised, but " if facts["flow"] != facts["shown"] else ""
    return f"How sure: {first}; {few}of {_counted(facts)} {_range(facts)}."


def _not_sure(facts: Facts, _: Style) -> str:
    first = f"the {FLOW[facts['shown']]} of {month(facts['through'])} is a first figure"
    few = f"only {facts['n']} of its kind" if facts["n"] else "none of its kind"
    few = f"{few} {'have' if facts['n'] > 1 else 'has'}"
    return f"How sure: {first}; {few} been revised, too few to say."


SENTENCES: Sentences = {
    "title": _title,
    "first": lambda _f, _s: "first",
    "now": lambda _f, _s: "now",
    "published": lambda _f, _s: "published",
    "step": lambda _f, _s: "revision",
    "since_first": lambda _f, _s: "since first",
    "percent": lambda _f, _s: "%",
    "mark": lambda _f, _s: "",
    "figures": lambda _f, _s: "figures",
    "day": lambda f, _s: f"{'~' if f['inferred'] else ''}{f['day']}",
    "usual": _usual,
    "too_few": lambda f, _s: f"{_counted(f)}: too few to tell how far they are usually revised.",
    "unusual": _unusual,
    "turned": _turned,
    "made": _made,
    "unmade": _unmade,
    "margin": _margin,
    "none": lambda f, _s: (
        f"No first figure of {FLOW[f['flow']]} has been published again in the vintages held: "
        "how far they are revised cannot be told."
    ),
    "how_sure": _how_sure,
    "not_sure": _not_sure,
    "oldest_held": lambda _f, _s: (
        "where no first figure stands, the oldest held is of a later vintage and counts as no first figure"
    ),
    "inferred": lambda _f, _s: "~ marks an inferred day: that of the release of the newest month in the file",
    "difference": lambda _f, _s: "a balance is as published, or exports minus imports known on the day",
    "marked": lambda f, _s: f"{f['mark']} marks a revision beyond {f['limit']} usual ones",
    "matrix": lambda _f, _s: "each column is what was known on that day; empty where nothing was",
}
