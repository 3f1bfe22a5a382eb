"""Messages: lines on standard error, each without what would steer a terminal."""

from __future__ import annotations

import sys
from functools import cache

from tradecli import manner

#: Texts that are never shown, in every spelling: the keys that were read.
_HIDDEN: set[str] = set()


def hide(secret: str) -> None:
    """Never show *secret* in a message from now on; shorter than four characters it is no key."""
    from urllib.parse import quote, quote_plus

    if len(secret) < 4:
        return
    _HIDDEN.update(filter(None, (secret, quote(secret, safe=""), quote_plus(secret), repr(secret)[1:-1])))


def write(text: str) -> None:
    """Write lines to standard error, whatever its encoding; a closed one is no reason to fail.

    Nothing leaves that would steer a terminal, and no key.
    """
    if not text:
        return
    from tradecli.render.clean import clean

    for secret in sorted(_HIDDEN, key=len, reverse=True):
        text = text.replace(secret, "***")
    text = "\n".join(map(clean, text.split("\n")))
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    try:
        sys.stderr.write(f"{text}\n".encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def note(text: str) -> None:
    """Write what qualifies an answer, a line each, unless none are wanted."""
    if text and not manner.quiet:
        write("\n".join(f"note: {line}" for line in text.splitlines()))


def note_once(text: str) -> None:
    """Write a note on one line, once however often it is given."""
    if not manner.quiet:
        write_once(f"note: {' '.join(text.split())}")


def debug(text: str) -> None:
    """Write once what was read from which file, where that is wanted."""
    if manner.verbose:
        write_once(f"debug: {text}")


@cache
def write_once(text: str) -> None:
    """Write one line, once however often it is asked for."""
    write(" ".join(text.splitlines()))


def warn(text: str) -> None:
    """Write a warning on one line."""
    write(f"warning: {' '.join(text.split())}")


@cache
def warn_once(text: str) -> None:
    """Write a warning, once however often it is given."""
    warn(text)
