"""How this run speaks to a person, as the command line asks: notes, what was read, bold and dim."""

from __future__ import annotations

#: No notes.
quiet = False
#: What is read from which file, too.
verbose = False
#: `always` or `never`; `auto` follows the terminal, NO_COLOR and FORCE_COLOR.
color = "auto"
#: The language of messages and of the help.
lang = "en"
