"""`trade sources`."""

from __future__ import annotations

from tradecli import options as opt


@opt.lend(*opt.WORDS)
def sources(given: opt.Given) -> int:
    """The sources: coverage, newest month, vintages, age, key, licence."""
    from tradecli import holdings

    return given.write(holdings.sources())
