"""The language of a person at a terminal, as the system says it."""

from __future__ import annotations

import os
import sys

LANGUAGES = ("en", "zh")
#: Where the system says it, the first that says anything.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_CHINESE = ("zh_TW", "zh_HK", "zh_MO", "zh_Hant")


def of_person() -> str:
    """Chinese where a person reads and the system is set to Traditional Chinese; scripts get English."""
    named = next(filter(None, (os.environ.get(name, "") for name in _VARIABLES)), "")
    return "zh" if named.startswith(_CHINESE) and sys.stdout and sys.stdout.isatty() else "en"
