"""`trade run`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tradecli import options as opt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecli.doors.saved import Saved

PATH = opt.argument("path", metavar="FILE", help="A TOML file: a question, or a table for each, by name.")
NAMES = opt.argument("files", None, metavar="[NAME]...", help="Only the questions of these names.")
DRY = opt.own("dry_run", False, "--dry-run", help="Show the command line of each question instead.")
#: How an answer is written unless its question says it.
_USUAL = {"lang": "en", "unit": "", "digits": None, "format": "", "output": "", "why": False, "notes": False}
#: Formats in which answers may follow one another.
FOLLOWING = ("table", "markdown")


@opt.lend(PATH, NAMES, DRY, "lang")
def run(given: opt.Given) -> int:
    """Answer the questions kept in a file, each written where it says; all are answered before any is.

    Ends as a shell would after the first that did not end with 0.
    """
    from tradecli import output, saving
    from tradecli.doors import saved

    found = saved.read(given.path, given.files or (), given.style.lang)
    if given.dry_run:
        output.send("".join(f"{one.line}\n" for one in found).encode(), "")
        return 0
    here = [one for one in found if one.placed.get("output", "-") in {"", "-"}]
    _check_following(here)
    answers = [one.asked.answer() for one in found]
    codes = []
    with saving.together():
        for one, answer in zip(found, answers, strict=True):
            if one in here[1:]:
                output.write_out(b"\n")
            codes.append(opt.Given({**_USUAL, **one.options}, command=one.asked.command).write(answer))
    return next(filter(None, codes), 0)


def _check_following(shown: Sequence[Saved]) -> None:
    """Refuse several answers that nobody could tell apart again."""
    from tradecli.errors import QueryError

    terminal = bool(sys.stdout) and sys.stdout.isatty()
    formats = [one.placed.get("format") or ("table" if terminal else "csv") for one in shown]
    other = next((name for name in formats if name not in FOLLOWING), "")
    if len(shown) > 1 and other:
        raise QueryError(
            "{count} answers cannot follow one another as {name}",
            hint='name an output for each, or format = "table"',
            count=len(shown),
            name=other,
        )
