"""Questions about one figure: how it came about, how it is cited; as `ask` those about trade."""

from __future__ import annotations

from typing import Unpack

from tradecli import scope as given
from tradecli.answer import Answer, Citation
from tradecli.scope import Scope, When


def explain(
    partner: str = "WORLD",
    through: When = None,
    *,
    flow: str = "balance",
    span: str = "year_to_date",
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Answer:
    """How did this figure come about, from which files, and how did it first stand?

    Args:
        partner: The other side, as in `surplus`.
        through: The last month; without it the newest that has such a figure.
        flow: `export`, `import` or `balance`.
        span: `month`, `quarter`, `year_to_date`, `year` or `rolling_12`.
        commodity: A code or name.
        scope: Whose figures, as known on which day, or an own table (`Source`, `Table`).
    """
    from tradecli.load import load
    from tradecli.reports.explain import report
    from tradecli.reports.source_notes import before

    last, question = given.month(through), given.question(partner, commodity, **scope)
    known = load(question)
    return Answer(before(report(known, last, flow=flow, span=span), [known], last))


def cite(
    partner: str = "WORLD",
    through: When = None,
    *,
    flow: str = "balance",
    span: str = "year_to_date",
    commodity: str = "TOTAL",
    **scope: Unpack[Scope],
) -> Citation:
    """How is this figure cited: a sentence, BibTeX, licence, hash, and the command that prints it again.

    Args and errors are those of `explain`; `.to("bibtex")` is a BibTeX entry.
    """
    from tradecli.load import load
    from tradecli.reports.cite import report
    from tradecli.reports.source_notes import before

    last, question = given.month(through), given.question(partner, commodity, **scope)
    known, columns = load(question), scope.get("columns", "")
    return Citation(before(report(known, last, flow=flow, span=span, columns=columns), [known], last))
