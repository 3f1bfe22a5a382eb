"""`trade sources`."""

from __future__ import annotations

from tradecli import options as opt

BY = opt.own(
    "by", "source", metavar="source|reporter", help="A line for each source, or for each reporter it has."
)


@opt.lend(BY, *opt.WORDS)
def sources(given: opt.Given) -> int:
    """The sources: coverage, newest month, vintages, age, key, licence."""
    from tradecli import holdings

    return given.write(holdings.sources(by=given.by))
