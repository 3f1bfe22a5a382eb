"""`trade brief`."""

from __future__ import annotations

from tradecli import options as opt

FORMAT = opt.own(
    "format", "", "--format", "-f", help="markdown, html (one self-contained page) or table (plain text)."
)


@opt.lend(*opt.PAIR, "reporter", *opt.DAY, *opt.TABLE, "unit", "digits", "lang", FORMAT, "output")
def brief(given: opt.Given) -> int:
    """A release for a month: paragraphs, records, drivers, partners, table, chart; every figure traced."""
    from tradecli import publication

    return given.write(publication.brief(given.partner, given.through, **given.scope))
