"""`trade replay`."""

from __future__ import annotations

from tradecli import options as opt

RECEIPTS = opt.argument(
    "files", metavar="RECEIPT...", help="Receipts, as `--receipt` writes them beside a file."
)


@opt.lend(RECEIPTS, *opt.WORDS)
def replay(given: opt.Given) -> int:
    """Answer again from the same files, and compare to the last digit. Exit code 1 where one differs."""
    from tradecli import asked_again

    return given.write(asked_again.replay(*(given.files or ())))
