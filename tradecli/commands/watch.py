"""`trade watch`."""

from __future__ import annotations

from tradecli import options as opt

SINCE = opt.own(
    "since", "", "--since", metavar="DATE", help="Against what was known on this day, not the vintage before."
)


@opt.lend("partner", SINCE, "reporter", "commodity", *opt.DAY, "source", *opt.SHOWN)
def watch(given: opt.Given) -> int:
    """What is new in the newest vintage: months, revisions, records? Ends with 10 where something is."""
    from tradecli import watching

    return given.write(
        watching.watch(given.partner, since=given.since, commodity=given.commodity, **given.of_source)
    )
