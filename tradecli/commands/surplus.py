"""`trade surplus`."""

from __future__ import annotations

from tradecli import options as opt

POLICY = opt.own(
    "policy", False, "--policy", help="What US trade policy hangs on a surplus: threshold, formula, rates."
)


@opt.lend(*opt.PAIR, "reporter", *opt.DAY, "commodity", POLICY, *opt.TABLE, *opt.SHOWN, *opt.TELLS)
def surplus(given: opt.Given) -> int:
    """How large is the balance with a partner, against the year before, and is it a record?"""
    from tradecli import ask

    return given.write(
        ask.surplus(
            given.partner, given.through, commodity=given.commodity, policy=given.policy, **given.scope
        )
    )
