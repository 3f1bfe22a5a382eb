"""English: records, ties, ranks and streaks."""

from __future__ import annotations

from datetime import date

from tradecli.render.en.terms import FLOW, MONTHS, Facts, Sentences, called, money, month, ordinal, window
from tradecli.render.style import Style, percent, share

RECORD_OF = {
    "month": "any month",
    "same_month": "{month}",
    "quarter": "any quarter",
    "year_to_date": "{window}",
    "year": "a full year",
    "rolling_12": "12 months",
}


def _scope(facts: Facts) -> str:
    """What a figure is compared with: `any month`, `November`, `January-November`, `a full year`."""
    through: date = facts["through"]
    span = f"{MONTHS[0]}-{MONTHS[through.month - 1]}" if through.month > 1 else MONTHS[0]
    if facts["kind"] == "year_to_date" and through.month == 12:
        return "a full year"
    return RECORD_OF[facts["kind"]].format(month=MONTHS[through.month - 1], window=span)


def _when(facts: Facts, period: date) -> str:
    """A compared period as short as its kind allows: a year where all share the months."""
    if facts["kind"] in {"year_to_date", "year", "same_month"}:
        return str(period.year)
    if facts["kind"] == "quarter":
        return f"{period.year}-Q{period.month // 3}"
    return month(period)


def _since(facts: Facts) -> str:
    gaps = f" in available data, {facts['missing']} missing" if facts["missing"] else ""
    return f"since {_when(facts, facts['since'])}{gaps}"


def _record(facts: Facts, style: Style) -> str:
    previous = (
        f"the previous was {style.money(facts['previous'])} in {_when(facts, facts['previous_period'])}"
    )
    if facts["turned"]:
        figure, last = called(facts), facts["last_of_sign"]
        since = f"since {_when(facts, last)}" if last else f"in data {_since(facts)}"
        rest = f"; the widest {_since(facts)}" if facts["deficit"] and last else f"; a record {_since(facts)}"
        return f"First {figure} for {_scope(facts)} {since}{rest if last else ''}."
    kind = "Widest deficit" if facts["deficit"] else "Record"
    return f"{kind} for {_scope(facts)} {_since(facts)}; {previous}."


def _tie(facts: Facts, _: Style) -> str:
    when = _when(facts, facts["previous_period"])
    return f"Equals the record for {_scope(facts)} of {when} ({_since(facts)})."


def _rank(facts: Facts, style: Style) -> str:
    widest = "widest deficit" if facts["deficit"] else "highest"
    record = f"{style.money(facts['previous'])} in {_when(facts, facts['previous_period'])}"
    if facts["turned"] and facts["last_of_sign"]:
        first = f"First {called(facts)} for {_scope(facts)} since {_when(facts, facts['last_of_sign'])}; "
        return f"{first}the {widest} was {record} ({_since(facts)})."
    if facts["deficit"] and facts["previous"].value >= 0:
        return f"Not a record for {_scope(facts)} {_since(facts)}."
    return f"{ordinal(facts['rank'])} {widest} for {_scope(facts)} {_since(facts)}; the record is {record}."


def _short_history(facts: Facts, _: Style) -> str:
    figures = "1 earlier figure" if facts["earlier"] == 1 else f"{facts['earlier']} earlier figures"
    return f"Too little history to speak of a record for {_scope(facts)}: {figures}."


def _run(facts: Facts) -> str:
    """How long a balance kept its sign, or a flow grew or fell."""
    length, least = abs(facts["length"]), "at least " if facts["at_least"] else ""
    if facts["flow"] == "balance":
        months = "1 month" if length == 1 else f"{length} months in a row"
        return f"a {'surplus' if facts['length'] > 0 else 'deficit'} for {least}{months}"
    what = "growth" if facts["length"] > 0 else "decline"
    nth = f"at least the {ordinal(length)}" if least else ordinal(length)
    return f"{nth} month of {what} on a year earlier{' in a row' if length > 1 else ''}"


def _streak(facts: Facts, _: Style) -> str:
    run = _run(facts)
    if facts["flow"] == "balance":
        return f"{run[0].upper()}{run[1:]}."
    return f"{FLOW[facts['flow']].capitalize()}: {run}."


def _ended(facts: Facts, style: Style) -> str:
    return f"{window(facts)}: {money(facts['value'], style)}"


def _subject(facts: Facts) -> str:
    return f"{FLOW[facts['flow']].capitalize()}, {facts['partner'].name},"


def _records_line(facts: Facts, style: Style) -> str:
    """A record or rank as a sentence that stands alone."""
    sentence = SENTENCES[facts["standing"].key](facts["standing"].facts, style)
    return f"{_subject(facts)} {_ended(facts['standing'].facts, style)}. {sentence}"


def _growth_line(facts: Facts, style: Style) -> str:
    rate = f"{percent(facts['rate'])} on a year earlier"
    if facts["record"] is None:
        return f"{_subject(facts)} {month(facts['through'])}: {rate}. Too little history to rank the rate."
    place = "Largest rise" if facts["record"] else f"{ordinal(facts['rank'])} largest rise"
    since = month(facts["since"])
    return f"{_subject(facts)} {month(facts['through'])}: {rate}. {place} since {since}."


def _share_line(facts: Facts, _: Style) -> str:
    part = f"{share(facts['part'], facts['total'])} % of {FLOW[facts['flow']]}"
    if facts["record"] is None:
        return f"{_subject(facts)} {month(facts['through'])}: {part}. Too little history to rank the share."
    place = "Highest share" if facts["record"] else f"{ordinal(facts['rank'])} highest share"
    return f"{_subject(facts)} {month(facts['through'])}: {part}. {place} since {month(facts['since'])}."


def _streak_line(facts: Facts, _: Style) -> str:
    if facts["length"] == 0:
        return f"{_subject(facts)} {month(facts['through'])}: no streak; unchanged on a year earlier."
    return f"{_subject(facts)} {month(facts['through'])}: {_run(facts)}."


SENTENCES: Sentences = {
    "record": _record,
    "tie": _tie,
    "rank": _rank,
    "short_history": _short_history,
    "streak": _streak,
    "records_line": _records_line,
    "growth_line": _growth_line,
    "share_line": _share_line,
    "streak_line": _streak_line,
}
