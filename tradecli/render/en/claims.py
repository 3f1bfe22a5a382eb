"""English: claims, verdicts, and what would make a claim true."""

from __future__ import annotations

from fractions import Fraction

from tradecli.render.en.terms import FLOW, Facts, Sentences, month, ordinal, unit, window
from tradecli.render.style import MISSING, Style
from tradecli.render.words import sentence
from tradecli.report import Amount, Statement
from tradecli.rounding import half_up

VERDICT = {
    "true": "true",
    "true_when_published": "true when published",
    "as_stated": "as stated",
    "false": "FALSE",
    "unknown": "cannot be told",
}
MEASURE = {"yoy": "y/y", "mom": "m/m", "share": "of the total"}
SCOPE = {
    "month": "any month",
    "same_month": "that month of any year",
    "quarter": "any quarter",
    "year_to_date": "the same months of any year",
    "year": "any year",
    "rolling_12": "any 12 months",
}
SPAN = {
    "month": "the single month",
    "quarter": "the quarter",
    "year_to_date": "the year to date",
    "year": "the full year",
    "rolling_12": "12 months",
}
REASON = {
    "not_held": "no figures are held for that day",
    "missing": "the figure is not published, or not held",
    "currency": "only US dollars are held, and nothing is converted here",
    "too_coarse": "the published figures are too coarse for so many digits",
    "sign_change": "the sign changed, and no percentage crosses that",
    "zero_base": "the base is zero",
    "no_mom": "month on month is told of single months only",
    "no_share": "a balance has no share",
    "short_history": "too little history to speak of a record",
    "open_streak": "the streak runs back into months that are not held",
}


def shown(value: Fraction, digits: int) -> str:
    """A number with so many decimals, halves up."""
    return f"{half_up(value.numerator, value.denominator, digits):,}"


def written(facts: Facts, style: Style) -> str:
    """A claimed number with the digits it was claimed with."""
    quantity = facts["quantity"]
    if facts["word"]:
        return str(facts["word"])
    if facts["measure"] == "record":
        return f"record for {SCOPE[facts['scope']]}"
    value, half = quantity.value * facts["side"], quantity.half
    if facts["measure"] in {"level", "base"}:
        precision = max(1, int(2 * half))
        told = unit(style.of(facts["currency"]))
        return f"{style.money(Amount(round(value), precision))} ({told})"
    if facts["measure"] == "rank":
        return f"{ordinal(int(value))} highest for {SCOPE[facts['scope']]}"
    if facts["measure"] == "streak":
        return f"{int(value)} months in a row"
    digits = 0
    while 2 * half * 10**digits < 1:
        digits += 1
    number = half_up(value.numerator, value.denominator, digits)
    if facts["measure"] == "multiple":
        return f"{number} times"
    return (
        f"{number:+} % {MEASURE[facts['measure']]}"
        if facts["measure"] != "share"
        else f"{number} % of the total"
    )


def _claimed_line(facts: Facts, style: Style) -> str:
    partner = facts["partner"]
    direction = {"export": "to", "import": "from", "balance": "with"}[facts["flow"]]
    where = "" if partner.code == "WORLD" else f" {direction} {partner.prose}"
    goods = f" of {facts['commodity']}" if facts["commodity"] else ""
    against = {"through": facts["against"], "span": facts["against_span"]}
    than = (
        f" against {window(against)}" if facts["against"] and facts["measure"] in {"multiple", "base"} else ""
    )
    office = "" if facts["reporter"].code == "TW" else f" ({facts['reporter'].code})"
    base = "base of " if facts["measure"] == "base" else ""
    of = f"{base}{FLOW[facts['flow']]}{goods}{where}{office}, {window(facts, short=True)}"
    return f"{of}: {written(facts, style)}{than}"


def _measured(facts: Facts, style: Style) -> str:
    """A found number: money in the unit in force, percent with two decimals."""
    value: Fraction = facts["value"]
    measure = facts["measure"]
    if measure in {"level", "base"}:
        return style.money(Amount(round(value), facts["precision"] or 1))
    if measure in {"record", "rank"}:
        return ordinal(int(value))
    if measure == "streak":
        return str(int(value))
    if measure == "multiple":
        return f"{shown(value, 2)} times"
    number = half_up(value.numerator, value.denominator, 2)
    return f"{number} %" if measure == "share" else f"{number:+} %"


def _spoken(statement: Statement | None, style: Style) -> str:
    return MISSING if statement is None else sentence(statement, style)


def _rows(rows: list[dict[str, object]], style: Style) -> str:
    """The figures a verdict rests on, each with its vintage and how it came about."""
    told = []
    for row in rows:
        value = row["value"]
        if isinstance(value, Amount):
            basis = str(row["basis"]).replace("_", " ")
            name = FLOW[str(row["flow"])]
            told.append(
                f"{name} {window(row, short=True)} {style.money(value)} "
                f"({row['source']}, vintage {row['vintage']}, {basis})"
            )
    return "; ".join(told)


def _verdict_line(facts: Facts, style: Style) -> str:
    start = f"{facts['number']}. {_spoken(facts['claimed'], style)}: {VERDICT[facts['verdict']]}"
    telling = _TELLING[facts["verdict"]](facts, style)
    rows = _rows(facts["rows_then"], style)
    return f"{start}{telling}{f' [{rows}]' if rows else ''}"


def _true(facts: Facts, style: Style) -> str:
    like = _alike(facts, style)
    if facts["reason"] == "only_today":
        now = _spoken(facts["now"], style)
        return f" by today's figures ({now}); what was published then is not held{like}."
    rounding = " within the rounding of the published figures" if facts["reason"] == "rounding" else ""
    return f"{rounding}{like}."


def _alike(facts: Facts, style: Style) -> str:
    """A multiple of periods that are not alike, and the one of the same months."""
    if not facts["like"]:
        return ""
    claimed = facts["claimed"].facts
    against = window({"through": claimed["against"], "span": claimed["against_span"]}, short=True)
    same = window(
        {**claimed, "through": claimed["through"].replace(year=claimed["through"].year - 1)}, short=True
    )
    own = window(claimed, short=True)
    return (
        f" of {own} against {against} ({_spoken(facts['then'], style)}), which are not alike; "
        f"against {same}, like with like, {_spoken(facts['like'], style)} today"
    )


def _true_then(facts: Facts, style: Style) -> str:
    rows = facts["rows_now"]
    if facts["reason"] == "passed":
        passed = rows[1]
        return f"; passed since by {month(passed['through'])} ({style.money(passed['value'])})."
    now = _spoken(facts["now"], style)
    return f"; {_spoken(facts['then'], style)} then, revised since: {now} today."


def _stated(facts: Facts, style: Style) -> str:
    said = facts["stated"]
    then, now = (_spoken(facts[name], style) for name in ("then", "now"))
    unit = "months" if facts["claimed"].facts["measure"] == "streak" else "%"
    return (
        f": true when published, so stated by the ministry on {said.day} ({said.value} {unit}); "
        f"computed from the figures of the day {then}, {now} today."
    )


def _false(facts: Facts, style: Style) -> str:
    if facts["clash"]:
        other, implied = written(facts["clash"].facts, style), _spoken(facts["then"], style)
        return f"; it contradicts the same claim's {other}, which gives {implied}."
    day = f"on {facts['made']}" if facts["made"] else "today"
    is_ = (
        f"; it was {_spoken(facts['then'], style)} {day}."
        if facts["made"]
        else f"; it is {_spoken(facts['then'], style)}."
    )
    if not facts["mistakes"]:
        return f"{is_} No single change makes it true."
    told = [
        f"{' and '.join(_spoken(one, style) for one in changes)} ({_spoken(value, style)})"
        for changes, value in facts["mistakes"]
    ]
    pair = len(facts["mistakes"][0][0]) > 1
    return f"{is_} {'Two changes would make it true' if pair else 'It would be true'}: {'; or '.join(told)}."


def _unknown(facts: Facts, style: Style) -> str:
    now = f"; today's figure is {_spoken(facts['now'], style)}" if facts["now"] else ""
    return f": {REASON[facts['reason']]}{now}."


_TELLING = {
    "true": _true,
    "true_when_published": _true_then,
    "as_stated": _stated,
    "false": _false,
    "unknown": _unknown,
}


def _folds(facts: Facts, _: Style) -> str:
    if facts["detail"] > 0:
        return "if the increase was meant, not the level ('1.3 times' more is 2.3 times, +130 %)"
    return "if the level was meant, not the increase (2.3 times is +130 %)"


def _scaled(facts: Facts, _: Style) -> str:
    factor: Fraction = facts["detail"]
    return f"with {int(max(factor, 1 / factor)):,} times {'less' if factor > 1 else 'more'}"


SENTENCES: Sentences = {
    "title_check": lambda f, _s: (
        f"{f['claims']} claim{'s' if f['claims'] != 1 else ''} checked, "
        f"{f['false'] or 'no'} statement{'s' if f['false'] != 1 else ''} false"
    ),
    "claim_number": lambda _f, _s: "#",
    "claimed": lambda _f, _s: "claimed",
    "verdict": lambda _f, _s: "verdict",
    "then": lambda _f, _s: "then",
    "now": lambda _f, _s: "today",
    "verdict_word": lambda f, _s: VERDICT[f["verdict"]],
    "claimed_line": _claimed_line,
    "measured": _measured,
    "verdict_line": _verdict_line,
    "mistake_vintage": lambda f, _s: f"with the figures as known on {f['detail']}",
    "mistake_office": lambda f, _s: f"as {f['detail'].prose} reports it",
    "mistake_china": lambda f, _s: f"of {f['detail'].name}",
    "mistake_span": lambda f, _s: f"of {SPAN[f['detail']]}",
    "mistake_part_year": lambda f, _s: f"of {window({'through': f['detail'], 'span': 'year_to_date'})}",
    "mistake_unequal": lambda f, _s: f"against all twelve months of {f['detail'].year}, which are not alike",
    "mistake_rate": lambda f, _s: "month on month" if f["detail"] == "mom" else "on a year earlier",
    "mistake_flow": lambda f, _s: f"of {FLOW[f['detail']]}",
    "mistake_sign": lambda f, _s: f"as a {'deficit' if f['side'] < 0 else 'surplus'}",
    "mistake_scale": _scaled,
    "mistake_hundred_million": lambda _f, _s: "with 億 (100 million) and billion exchanged, a factor of ten",
    "mistake_fold": _folds,
    "mistake_currency": lambda f, _s: f"in New Taiwan dollars, at {shown(f['detail'], 1)} to the US dollar",
    "mistake_period": lambda f, _s: f"of {window({'through': f['detail'], 'span': f['span']})}",
    "mistake_partner": lambda f, _s: f"with {f['detail'].prose}",
    "check_tolerance": lambda _f, _s: (
        "a number is true within half a unit of the last digit it was given with"
    ),
    "check_vintages": lambda _f, _s: "judged by the figures that had been published on the day of the claim",
}
