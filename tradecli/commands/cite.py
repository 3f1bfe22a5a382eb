"""`trade cite`."""

from __future__ import annotations

from tradecli import options as opt
from tradecli.commands.explain import SPAN


@opt.lend(
    *opt.PAIR,
    "flow",
    SPAN,
    "reporter",
    *opt.DAY,
    "commodity",
    *opt.TABLE,
    *opt.SHOWN,
    *opt.TELLS,
    flow="balance",
)
def cite(given: opt.Given) -> int:
    """How is this figure cited: a sentence, the licence, the hash, the command; --format bibtex."""
    from tradecli import tracing

    return given.write(
        tracing.cite(
            given.partner,
            given.through,
            flow=given.flow,
            span=given.span,
            commodity=given.commodity,
            **given.scope,
        )
    )
