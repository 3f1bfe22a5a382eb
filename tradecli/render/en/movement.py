"""English: how a figure moved, month by month and against whole years."""

from __future__ import annotations

from tradecli.render.en.terms import FLOW, Facts, Sentences, called, month, width, window
from tradecli.render.style import Style, defined, percent
from tradecli.report import Rate


def _moved(facts: Facts, style: Style) -> str:
    rate: Rate = facts["rate"]
    if not defined(rate):
        return f"A year earlier the {FLOW[facts['flow']]} was {style.money(facts['base'])}."
    base = {**facts, "through": facts["through"].replace(year=facts["through"].year - 1)}
    told = multiple(rate.value or 0, rate.base or 1)
    if told is None:
        change = facts["change"]
        if change.value == 0:
            return f"Unchanged from {window(base)}."
        direction = "more" if change.value > 0 else "less"
        return f"{style.money(width(change))} {direction} than in {window(base)} ({percent(rate)})."
    return f"The {called(facts)} {told} from {window(base)} ({percent(rate)})."


def multiple(value: int, base: int) -> str | None:
    """`doubled` and its kin, by bands on the unrounded ratio; None where no such word fits.

    Examples:
        >>> [multiple(ratio, 1000) for ratio in (1890, 1986, 2049, 2320, 2900, 3010)]
        [None, 'nearly doubled', 'doubled', 'more than doubled', 'nearly tripled', 'tripled']
    """
    # In fortieths of the base, the bands (0.95, 1 and 1.025 of each multiple) are whole numbers.
    fortieths = 40 * value
    for times, word in ((4, "quadrupled"), (3, "tripled"), (2, "doubled")):
        if fortieths >= 41 * times * base:
            # Beyond the next multiple's band the word says too little.
            return f"more than {word}" if fortieths < 38 * (times + 1) * base else None
        if fortieths >= 40 * times * base:
            return word
        if fortieths >= 38 * times * base:
            return f"nearly {word}"
    return None


def _sign_change(facts: Facts, style: Style) -> str:
    value, base = facts["value"].value, facts["base"].value
    turned = {1: "surplus", -1: "deficit", 0: "balance"}
    now, before = (turned[(amount > 0) - (amount < 0)] for amount in (value, base))
    return (
        f"Turned from a {before} of {style.money(width(facts['base']))} to a {now} of "
        f"{style.money(width(facts['value']))}: a swing of {style.money(facts['change'])}; "
        "no percentage across a change of sign."
    )


def _deficit_moved(facts: Facts, style: Style) -> str:
    wider = facts["value"].value < facts["base"].value
    size = percent(facts["rate"]).replace("+", "").replace("-", "")
    verb, than = ("widened", "larger") if wider else ("narrowed", "smaller")
    times = f"{size.replace('x', '')} times that of" if "x" in size else f"{size} {than} than"
    told = multiple(-facts["value"].value, -facts["base"].value)
    by = style.money(width(facts["change"]))
    moved = f"{told}, {verb.removesuffix('ed')}ing by {by}" if told else f"{verb} by {by}"
    return f"The deficit {moved}: {times} a year earlier."


def _exceeds_every_year(facts: Facts, style: Style) -> str:
    most = "widest" if facts["deficit"] else "highest"
    highest = f"the {most} was {style.money(facts['highest'])} in {facts['year']}"
    verb = (
        "Already wider than the deficit of every full year"
        if facts["deficit"]
        else "Already exceeds every full year"
    )
    return f"{verb} since {facts['since']}; {highest}."


def _exceeds_last_year(facts: Facts, style: Style) -> str:
    verb = "Already wider than" if facts["deficit"] else "Already exceeds"
    return (
        f"{verb} all of {facts['last_year']} ({style.money(facts['last'])}); "
        f"the full-year record is {style.money(facts['highest'])} in {facts['year']}."
    )


def _month_line(facts: Facts, style: Style) -> str:
    def told(flow: str) -> str:
        rate = percent(facts[f"{flow}_yoy"])
        figure = called({"value": facts[flow]}, flow)
        return f"{figure} {style.money(width(facts[flow]))}" + (f" ({rate})" if rate else "")

    return f"{month(facts['through'])}: {', '.join(told(flow) for flow in ('balance', 'export', 'import'))}."


def _reported(facts: Facts, style: Style) -> str:
    what = f"{FLOW[facts['flow']]}, {window(facts, short=True)}"
    press = " (press)" if facts["press"] else ""
    day = f"{facts['day']}{' (day inferred)' if facts['inferred'] else ''}"
    return (
        f"As reported on {day}: {style.money(facts['value'])}{press} ({what}). "
        f"Revised by {style.money(facts['revised'])} since."
    )


SENTENCES: Sentences = {
    "moved": _moved,
    "sign_change": _sign_change,
    "deficit_widened": _deficit_moved,
    "deficit_narrowed": _deficit_moved,
    "exceeds_every_year": _exceeds_every_year,
    "exceeds_last_year": _exceeds_last_year,
    "month_line": _month_line,
    "reported": _reported,
}
