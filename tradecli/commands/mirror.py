"""`trade mirror`."""

from __future__ import annotations

from tradecli import options as opt

FACTOR = opt.own(
    "cif_fob", "", metavar="FACTOR", help="Also divide imports valued CIF by a factor such as 1.06."
)


@opt.lend(
    *opt.PAIR, "reporter", FACTOR, "commodity", *opt.DAY, "source", *opt.SHOWN, *opt.TELLS, partner="US"
)
def mirror(given: opt.Given) -> int:
    """What does the partner's own statistics office report, and why do the two differ?"""
    from tradecli import ask

    factor, goods = given.cif_fob, given.commodity
    return given.write(
        ask.mirror(given.partner, given.through, cif_fob=factor, commodity=goods, **given.of_source)
    )
