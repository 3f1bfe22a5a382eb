"""English: the sentences of a release."""

from __future__ import annotations

from tradecli.render.en.terms import (
    FLOW,
    MONTHS,
    Facts,
    Sentences,
    called,
    currency,
    money,
    possessive,
    width,
    window,
)
from tradecli.render.style import Style, percent
from tradecli.report import Rate


def _where(facts: Facts, direction: str) -> str:
    return "" if facts["partner"].code == "WORLD" else f" {direction} {facts['partner'].prose}"


def _headline(facts: Facts, style: Style) -> str:
    exports = f"{possessive(facts['reporter'])} exports{_where(facts, 'to')}"
    balance = called({"value": facts["balance"]}, "balance")
    side = f"{balance} {money(width(facts['balance']), style)}"
    if facts["export"].value is None:
        trade = f"{possessive(facts['reporter'])} trade {balance}{_where(facts, 'with')}"
        return f"{trade}, {window(facts)}: {money(width(facts['balance']), style)}"
    rate = percent(facts["export_yoy"])
    moved = f" ({rate} y/y)" if rate else ""
    record = ", a record month" if facts["export_record"] and facts["span"] == "month" else ""
    record = record or (", a record" if facts["export_record"] else "")
    also = " (a record)" if facts["balance_record"] else ""
    figures = f"{money(facts['export'], style)}{moved}{record}; {side}{also}"
    return f"{exports}, {window(facts)}: {figures}"


def _flow(facts: Facts, style: Style) -> str:
    """Value of the month or year to date with its growth."""
    direction = {"export": "to", "import": "from", "balance": "with"}[facts["flow"]]
    name = called(facts)
    verb = "was" if facts["flow"] == "balance" else "were"
    value = money(width(facts["value"]) if facts["flow"] == "balance" else facts["value"], style)
    subject = f"{'The ' if facts['flow'] == 'balance' else ''}{name}{_where(facts, direction)}"
    rates = [
        text
        for text in (_rate(facts["yoy"], "on a year earlier"), _rate(facts["mom"], _before(facts)))
        if text
    ]
    moved = f", {' and '.join(rates)}" if rates else ""
    return f"{subject[0].upper()}{subject[1:]} {verb} {value} in {window(facts)}{moved}."


def _before(facts: Facts) -> str:
    return f"on {MONTHS[(facts['through'].month - 2) % 12]}"


def _rate(rate: Rate | None, on: str) -> str:
    shown = percent(rate) if rate else ""
    # Of two deficits the rate is that of the deficit, and the sentence that follows says so.
    return f"{shown} {on}" if rate and shown and not rate.note.startswith("deficit") else ""


SENTENCES: Sentences = {
    "headline": _headline,
    "flow": _flow,
    "records": lambda _f, _s: "Records",
    "drivers": lambda _f, _s: "What drove exports",
    "partners": lambda _f, _s: "Partners",
    "mirror": lambda _f, _s: "The partner's own figures",
    "notes": lambda _f, _s: "Notes on method",
    "traces": lambda _f, _s: "Where each figure comes from",
    "table": lambda _f, _s: "The month and the year to date",
    "no_records": lambda _f, _s: "The month set no record.",
    "not_held": lambda _f, _s: "No figures are held for this.",
    "valuation": lambda _f, _s: (
        "exports are valued FOB and imports CIF; months are not adjusted for working days"
    ),
    "trace": lambda f, _s: (
        f"{f['reporter'].name} {FLOW[f['flow']]}, {f['partner'].name}, {window(f, short=True)}"
    ),
    "trace_by_commodity": lambda _f, _s: "contributions by commodity group (`trade drivers`)",
    "trace_by_partner": lambda _f, _s: "contributions by partner (`trade drivers --by partner`)",
    "trace_partners": lambda _f, _s: "ranking of partners (`trade partners`)",
    "trace_mirror": lambda _f, _s: "both offices side by side (`trade mirror`)",
    "what": lambda _f, _s: "figure",
    "dollars": lambda _f, s: currency(s),
    "basis": lambda _f, _s: "basis",
    "source": lambda _f, _s: "source",
    "vintage": lambda _f, _s: "vintage",
    "files": lambda _f, _s: "files (SHA-256)",
    "basis_published": lambda _f, _s: "published",
    "basis_sum": lambda _f, _s: "sum of months",
    "basis_sum_across_vintages": lambda _f, _s: "sum of months across vintages",
    "basis_difference": lambda _f, _s: "exports minus imports",
    "basis_": lambda _f, _s: "computed",
    "scroll": lambda _f, _s: "Scrollable table",
}
