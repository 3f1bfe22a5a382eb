"""`trade partners`."""

from __future__ import annotations

from tradecli import options as opt

BY = opt.own("by", "balance", help="What to rank by: balance, export, import or growth.")


@opt.lend("through", BY, "flow", "span", "reporter", *opt.DAY, *opt.TABLE, *opt.SHOWN)
def partners(given: opt.Given) -> int:
    """Partners ranked by balance, exports, imports or growth, with their rank a year earlier."""
    from tradecli import ask

    return given.write(
        ask.partners(given.through, by=given.by, flow=given.flow, span=given.span, **given.scope)
    )
