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
    from tradecli import output, tracing

    answer = tracing.cite(
        given.partner,
        given.through,
        flow=given.flow,
        span=given.span,
        commodity=given.commodity,
        **given.scope,
    )
    if given.format == "bibtex" or (not given.format and given.output.lower().endswith(".bib")):
        style = given.style
        output.send(
            str(answer.styled(style.lang, style.unit, style.digits).to("bibtex")).encode(), given.output
        )
        return 0
    return given.write(answer)
