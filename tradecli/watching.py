"""What is new: the newest vintage of a pair against an earlier one; as `ask` those about trade."""

from __future__ import annotations

from typing import Unpack

from tradecli import scope as given
from tradecli.answer import Answer
from tradecli.scope import Source, When


def watch(
    partner: str = "WORLD", *, since: When = None, commodity: str = "TOTAL", **source: Unpack[Source]
) -> Answer:
    """What is new in the newest vintage against the one before: months, revisions, records made or unmade?

    Args:
        partner: The other side, as in `surplus`.
        since: The day against whose figures it is held; without it that of the vintage before the newest.
        commodity: A code or name.
        source: Whose figures, as known on which day (`Source`).

    Returns:
        A row for each thing that is new; `exit_code` is 10 where there is one, else 0.
    """
    from tradecli.load import load, with_world
    from tradecli.reports import watch
    from tradecli.reports.source_notes import before

    question = given.question(partner, commodity, **source)
    earlier = given.day(since, hint="name an earlier day")
    known = with_world(load(question))
    found = watch.report(known, earlier)
    return Answer(before(found, known, None), exit_code=watch.NEW if found.rows else 0)
