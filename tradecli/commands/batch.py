"""`trade batch`."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from tradecli import options as opt

PATH = opt.argument(
    "path",
    "-",
    metavar="[FILE]",
    show_default=False,
    help='A file of questions, a JSON object a line: {"command": "surplus", "partner": "US"}; without it, '
    "or as -, standard input.",
)


@opt.lend(PATH, "lang")
def batch(given: opt.Given) -> int:
    """Answer many questions in one process: a line of JSON each, in and out; errors stand in their line.

    Ends with 0 where every line was answered, else with the exit code of the first that was not.
    """
    from tradecli import output
    from tradecli.doors import batch as lines

    code = 0
    with _opened(given.path) as asked:
        for reply in lines.replies(asked, given.style.lang):
            output.write_out(f"{reply.text()}\n".encode())
            if reply.error is not None:
                code = code or reply.exit_code
    return code


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    """The questions: standard input, which stays open, or a file."""
    from tradecli.errors import QueryError
    from tradecli.wording import Wording

    try:
        # Python has no standard input at all where it was closed.
        return nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb")
    except (OSError, ValueError, AttributeError) as error:
        raise QueryError(
            "cannot read {word}: {reason}",
            hint="see: trade batch --help",
            word=path,
            reason=Wording(getattr(error, "strerror", None) or "it is closed"),
        ) from None
