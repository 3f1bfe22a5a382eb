"""Messages: lines on standard error, each without what would steer a terminal."""

from __future__ import annotations

import sys
from functools import cache


def write(text: str) -> None:
    """Write lines to standard error, whatever its encoding; a closed one is no reason to fail."""
    if not text:
        return
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    try:
        sys.stderr.write(f"{text}\n".encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


@cache
def write_once(text: str) -> None:
    """Write one line, once however often it is asked for."""
    from tradecli.render.clean import clean

    write(clean(text))


def warn(text: str) -> None:
    """Write a warning on one line."""
    from tradecli.render.clean import clean

    write(f"warning: {clean(' '.join(text.split()))}")


@cache
def warn_once(text: str) -> None:
    """Write a warning, once however often it is given."""
    warn(text)
