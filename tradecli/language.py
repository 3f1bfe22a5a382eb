"""The language of a person at a terminal, as the system says it."""

from __future__ import annotations

import os
import sys

LANGUAGES = ("en", "zh")
#: Where the system says it, the first that says anything.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_CHINESE = ("zh_TW", "zh_HK", "zh_MO", "zh_Hant")


def of_person(*, messages: bool = False) -> str:
    """Chinese where a person reads and the system is set to Traditional Chinese; scripts get English.

    Args:
        messages: What is read is messages; a person reads them also where only the answer goes elsewhere.
    """
    named = next(filter(None, (os.environ.get(name, "") for name in _VARIABLES)), "")
    streams = (sys.stdout, sys.stderr) if messages else (sys.stdout,)
    read = any(stream is not None and stream.isatty() for stream in streams)
    return "zh" if named.startswith(_CHINESE) and read else "en"
