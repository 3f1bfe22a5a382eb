"""How this run speaks to a person, as the command line asks: notes, what was read, bold and dim."""

from __future__ import annotations

import os

#: No notes.
quiet = False
#: What is read from which file, too.
verbose = False
#: `always` or `never`; `auto` follows the terminal, NO_COLOR and FORCE_COLOR.
color = "auto"
#: The language of messages and of the help.
lang = "en"


def emphasis(*, terminal: bool) -> bool:
    """Whether bold and dim may be used; they never carry meaning alone."""
    if color != "auto":
        return color == "always"
    return (
        terminal
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") not in {"dumb", "unknown", "", None}
    )
