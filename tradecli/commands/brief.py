"""`trade brief`."""

from __future__ import annotations

from tradecli import options as opt

FORMAT = opt.own(
    "format",
    "",
    "--format",
    "-f",
    help="markdown, html (one self-contained page), docx (the extra `docx`) or table (plain text).",
)
AGAINST = opt.own(
    "against",
    "",
    metavar="last|DATE",
    help="Tell what is new since the release before (last) or a day: months, revised figures, records.",
)


@opt.lend(
    *(*opt.PAIR, AGAINST, "reporter", *opt.DAY, *opt.TABLE),
    *("unit", "digits", "lang", FORMAT, "output", "receipt"),
)
def brief(given: opt.Given) -> int:
    """A release for a month: headline, table, chart, paragraphs, records; every figure traced."""
    from tradecli import publication

    return given.write(publication.brief(given.partner, given.through, against=given.against, **given.scope))
