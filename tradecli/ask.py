"""One function for each question, from plain values to an answer: the shell and Python both call it.

Periods are written `2025-11`, `2025-Q4`, `2025` (their last month), days `2026-01-09`; or they are dates.
None or empty means the newest. Places and commodities are codes or names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from tradecli import scope as given
from tradecli.answer import Answer
from tradecli.errors import QueryError
from tradecli.scope import Places, Scope, Source, When

if TYPE_CHECKING:
    from datetime import date

    from tradecli.model.report import Report
    from tradecli.question import Known


def surplus(
    partner: Places = "WORLD",
    through: When = None,
    *,
    since: When = None,
    months: int | None = None,
    by: str = "",
    share: bool = False,
    commodity: str = "TOTAL",
    adjustment: str = "none",
    policy: bool = False,
    **scope: Unpack[Scope],
) -> Answer:
    """How large is the balance with a partner, against the year before, and is it a record?

    With *since*, *months*, *by* or several partners a series: the balance with exports and imports.

    Args:
        partner: The other side: a code, a name in English or Chinese, or an area such as `CN+HK`; or
            several, `US,JP` or a list, which are never added up.
        through: The last month; without it the newest whose year-to-date balance is defined.
        since: The first month of a series.
        months: How many months a series has, where *since* does not say.
        by: `month`, `quarter` or `year`.
        share: Refused: a balance has no share.
        commodity: A code or name.
        adjustment: `none` or `seasonal`; `none` where --policy asks.
        policy: Answer what US trade policy hangs on the surplus instead: threshold, formula, rates.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli.load import as_known_now, load

    wanted, twice = given.partners(partner)
    if since or months is not None or by or share or len(wanted) > 1:
        if policy:
            raise QueryError("--policy answers for one partner and month", hint="leave out one of the two")
        shown = (since, months, by or "month", share, False, False)
        return _series("balance", (wanted, twice), through, shown, (commodity, adjustment), scope)
    last, question = given.month(through), given.question(wanted[0], commodity, adjustment, **scope)
    if policy:
        from tradecli.reports import policy as policies

        known = load(policies.reversed_pair(question))
        return _answer(policies.report(known, last), [known], last)
    from tradecli.reports import surplus

    known = load(question)
    return _answer(surplus.report(known, last, *as_known_now(known)), [known], last)


def _answer(report: Report, known: list[Known], last: date | None) -> Answer:
    """A report as an answer, with what is to be known of its sources before its own notes."""
    from tradecli.reports import source_notes

    return Answer(source_notes.before(report, known, last))


def exports(
    partner: Places = "WORLD",
    through: When = None,
    *,
    since: When = None,
    months: int | None = None,
    by: str = "",
    share: bool = False,
    unit_value: bool = False,
    re_exports: bool = False,
    commodity: str = "TOTAL",
    adjustment: str = "none",
    **scope: Unpack[Scope],
) -> Answer:
    """Exports by month, quarter or year: value, growth, year to date, 12 months, records.

    Args:
        partner: The other side, as in `surplus`, or several: a row for each partner and period.
        through: The last month; without it the newest that all partners have.
        since: The first month.
        months: How many months, where *since* does not say: 13; of quarters 9, of years 11.
        by: `month` (without it), `quarter` or `year`; one that lacks a month has no value.
        share: Also the partner's share of the reporter's total, in percent.
        unit_value: Also quantity and value per unit of it, of own records that hold quantities.
        re_exports: Also re-exports, their share, and domestic exports, of own records that tell them apart.
        commodity: A code or name.
        adjustment: `none` or `seasonal`.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    wanted, shown = given.partners(partner), (since, months, by or "month", share, unit_value, re_exports)
    return _series("export", wanted, through, shown, (commodity, adjustment), scope)


def imports(
    partner: Places = "WORLD",
    through: When = None,
    *,
    since: When = None,
    months: int | None = None,
    by: str = "",
    share: bool = False,
    unit_value: bool = False,
    re_imports: bool = False,
    commodity: str = "TOTAL",
    adjustment: str = "none",
    **scope: Unpack[Scope],
) -> Answer:
    """Imports by month, quarter or year, as `exports`: value, growth, year to date, 12 months, records."""
    wanted, shown = given.partners(partner), (since, months, by or "month", share, unit_value, re_imports)
    return _series("import", wanted, through, shown, (commodity, adjustment), scope)


def _series(
    flow: str,
    named: tuple[list[str], list[str]],
    through: When,
    shown: tuple[When, int | None, str, bool, bool, bool],
    goods: tuple[str, str],
    scope: Scope,
) -> Answer:
    """A flow, or the balance with both, of one or several partners; also shares, also unit values."""
    from tradecli.load import seasonal, several
    from tradecli.reports import flows, series_asked, series_notes
    from tradecli.reports.series_lines import Others
    from tradecli.unit_values import beside

    partners, twice = named
    asked = series_asked.Asked(given.month(through), given.first_month(shown[0]), *shown[1:]).checked()
    series_asked.check_share(flow, partners, asked)
    question = given.question(partners[0], *goods, **scope)._replace(yearly=asked.by == "year")
    question = question if flow == "balance" else question._replace(flows=(flow,))
    more = beside(question, partners, unit_value=asked.unit_value, again=asked.again)
    known = several(question, [*partners, "WORLD"] if asked.share else partners)
    total, pairs = known[-1] if asked.share else None, known[: len(partners)]
    monthly = asked.by == "month" and flow != "balance"
    seasons = [seasonal(one.question) if monthly else None for one in pairs]
    others = [Others(season, total, *two) for season, two in zip(seasons, more, strict=True)]
    found = flows.report(pairs, flow, asked, others, [*series_notes.twice(twice)])
    return _answer(found, known, asked.through)


def records(
    partner: str = "WORLD", through: When = None, *, commodity: str = "TOTAL", **scope: Unpack[Scope]
) -> Answer:
    """Which records and streaks a month sets, of total, partner, flows and balance; asked as `surplus`."""
    from tradecli.load import as_known_now, load, with_world
    from tradecli.reports.records import report

    last, question = given.month(through), given.question(partner, commodity, **scope)
    known = with_world(load(question))
    return _answer(report(known, last, as_known_now(*known)), known, last)


def drivers(
    partner: str = "WORLD",
    through: When = None,
    *,
    by: str = "commodity",
    flow: str = "export",
    span: str = "year_to_date",
    classification: str = "",
    top: int | None = None,
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Answer:
    """Which commodities, or partners, moved a flow or the balance on a year earlier?

    Args:
        partner: The other side, as in `surplus`; by partner the whole world.
        through: The last month; without it the newest.
        by: What to break it down by: `commodity`, `partner`, or `region`: areas as published, which overlap.
        flow: `export`, `import` or `balance`.
        span: `month`, `year_to_date` or `rolling_12`.
        classification: A list of commodities: `mof`, `mof-section`, `hs-section`, `mof-use`, `jp-principal`.
        top: Only so many, those that moved it most either way; the rest is one row.
        commodity: A code or name, of which the partners are told apart.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli.load_parts import of_recent
    from tradecli.reports import drivers

    last, question = given.month(through), given.question(partner, commodity, **scope)
    by = drivers.check_by(by, question.partner, classification, question.commodity)
    kind: dict[str, str] = {"by": by, "flow": flow, "span": span, "classification": classification}

    def answer(known: Known, recent: Known) -> Answer:
        return _answer(drivers.report(known, through=last, top=top, **kind), [recent], last)

    return of_recent(answer, question, by, last)


def partners(
    through: When = None,
    *,
    by: str = "balance",
    flow: str = "",
    span: str = "year_to_date",
    top: int | None = None,
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Answer:
    """Partners ranked by balance, exports, imports or growth, with their rank a year earlier.

    Args:
        through: The last month; without it the newest.
        by: What to rank by: `balance`, `export`, `import` or `growth`; `region` lists areas instead.
        flow: With *by* `growth`, whose: `export` (unless said), `import` or `balance`; so with `region`.
        span: `month`, `year_to_date` or `rolling_12`.
        top: Only the first so many; the rest is one row.
        commodity: A code or name.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli.load_parts import all_goods, of_recent
    from tradecli.reports import partners

    last, question = given.month(through), given.question("WORLD", commodity, **scope)

    def answer(known: Known, recent: Known) -> Answer:
        found = partners.report(known, all_goods(known), by=by, flow=flow, span=span, through=last, top=top)
        return _answer(found, [recent], last)

    return of_recent(answer, question, "partner", last)


def mirror(
    partner: str = "US",
    through: When = None,
    *,
    cif_fob: str = "",
    commodity: str = "TOTAL",
    **source: Unpack[Source],
) -> Answer:
    """What does the partner's own statistics office report, and why do the two differ?

    Args:
        partner: The other side, as in `surplus`.
        through: The last month; without it the newest that both report.
        cif_fob: Also divide imports valued CIF by a factor such as `1.06`.
        commodity: A code or name that both offices have.
        source: Whose figures, as known on which day (`Source`).
    """
    from tradecli.load import load
    from tradecli.reports.mirror import report
    from tradecli.reports.mirror_figures import factor

    last, question = given.month(through), given.question(partner, commodity, **source)
    turned = question._replace(reporter=question.partner, partner=question.reporter, source="")
    own, other = load(question), load(turned)
    return _answer(report(own, other, last, factor(cif_fob)), [own, other], last)


def revisions(
    partner: str = "WORLD",
    through: When = None,
    *,
    months: int = 13,
    flow: str = "export",
    span: str = "month",
    matrix: bool = False,
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Answer:
    """How have these figures changed since first published, and how sure is a first figure?

    Args:
        partner: The other side, as in `surplus`.
        through: The last month; without it the newest.
        months: How many months.
        flow: `export`, `import` or `balance`.
        span: `month`, `quarter`, `year_to_date`, `year` or `rolling_12`.
        matrix: Answer what was known on each day of a release instead: the real-time matrix.
        commodity: A code or name.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli.load import load
    from tradecli.reports import revisions_matrix, revisions_table
    from tradecli.reports.revisions import Revisions

    last, question = given.month(through), given.question(partner, commodity, **scope)
    found = Revisions(known := load(question), flow=flow, span=span, through=last, months=months)
    return _answer((revisions_matrix if matrix else revisions_table).report(found), [known], last)
