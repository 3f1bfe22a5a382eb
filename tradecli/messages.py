"""Messages of the command line: lines on standard error, each without what would steer a terminal.

Only the command line writes them: a program that imports this one is told in its answers and errors.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from tradecli import manner
from tradecli.wording import Wording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: What of `debug` has been written.
_WRITTEN: set[str] = set()
#: Texts that are never shown, in every spelling: the keys that were read.
_HIDDEN: set[str] = set()


def hide(secret: str) -> None:
    """Never show *secret* in a message from now on; shorter than four characters it is no key."""
    from urllib.parse import quote, quote_plus

    if len(secret) < 4:
        return
    _HIDDEN.update(filter(None, (secret, quote(secret, safe=""), quote_plus(secret), repr(secret)[1:-1])))


def write(text: str, *, strong: bool = False) -> None:
    """Write lines to standard error, whatever its encoding; a closed one is no reason to fail.

    Nothing leaves that would steer a terminal, and no key. What is *strong* is bold on a terminal.
    """
    if not text:
        return
    from tradecli.render.clean import clean

    for secret in sorted(_HIDDEN, key=len, reverse=True):
        text = text.replace(secret, "***")
    text = "\n".join(map(clean, text.split("\n")))
    bold = strong and sys.stderr and manner.emphasis(terminal=sys.stderr.isatty())
    before, after = ("\x1b[1m", "\x1b[0m") if bold else ("", "")
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    try:
        sys.stderr.write(f"{before}{text}{after}\n".encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()
    except OSError:
        # Its reader went away: what is still buffered must not fail again when Python shuts down.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    except (ValueError, AttributeError):
        return


def broken(lines: Sequence[str]) -> list[str]:
    """The lines as a terminal takes them: none wider than it, broken between words; in a pipe as they are."""
    if not lines or not sys.stderr or not sys.stderr.isatty():
        return list(lines)
    import shutil

    from tradecli.render.wrapping import wrapped

    width = shutil.get_terminal_size().columns
    return [wrapped(line, width, indent="  ") for line in lines]


def debug(text: str) -> None:
    """Write once what was read from which file, where that is wanted."""
    if manner.verbose and text not in _WRITTEN:
        from tradecli.catalogue.wordings import in_language

        _WRITTEN.add(text)
        write(in_language(Wording("debug: {text}", text=Wording(text)), manner.lang))
