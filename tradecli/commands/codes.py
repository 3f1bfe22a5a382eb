"""`trade codes`."""

from __future__ import annotations

from tradecli import options as opt

TEXT = opt.argument(
    "text",
    None,
    metavar="[TEXT]...",
    help="A code, or part of a name in English or Chinese; 8542 shows its place in the Harmonized System.",
)


@opt.lend(TEXT, *opt.WORDS)
def codes(given: opt.Given) -> int:
    """Find a partner or commodity by code, English or Chinese name."""
    from tradecli import holdings

    return given.write(holdings.codes(" ".join(given.text or ())))
