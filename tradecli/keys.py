"""The keys that sources ask for: from the environment, or from a file that only its owner can read."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

from tradecli import files, messages
from tradecli.errors import StoreError
from tradecli.wording import Wording

NAME = "keys.toml"


def secret(variable: str, warn: Callable[[str], None]) -> str:
    """The key kept under the name *variable*; empty where there is none.

    Args:
        variable: Such as `CENSUS_API_KEY`: the environment variable, and the name in the file.
        warn: Told why a file that is there is not used. Never told a key.
    """
    found = os.environ.get(variable, "").strip() or _from_file(variable, warn)
    messages.hide(found)
    if not found.isprintable():
        warn(
            Wording(
                "the key in {variable} is not used: a key is one line of letters and digits",
                variable=variable,
            )
        )
        return ""
    return found


def where(variable: str, warn: Callable[[str], None]) -> str:
    """Whether a key is kept, and where: `environment`, `file`, or empty. Never the key."""
    if not secret(variable, warn):
        return ""
    return "environment" if os.environ.get(variable, "").strip() else "file"


def _from_file(variable: str, warn: Callable[[str], None]) -> str:
    try:
        path = files.config_folder() / NAME
        if not path.is_file():
            return ""
        if _open_to_others(path):
            warn(
                Wording(
                    "{path} can be read by others and is not used; make it yours alone: chmod 600 {path}",
                    path=path,
                )
            )
            return ""
        found = tomllib.loads(path.read_text(encoding="utf-8")).get(variable, "")
    except (StoreError, OSError):
        return ""
    except (ValueError, RecursionError):
        # What stands in the file is never quoted: it may be the key.
        warn(
            Wording(
                '{config_folder} is not used: its lines should read {variable} = "..."',
                config_folder=files.config_folder() / NAME,
                variable=variable,
            )
        )
        return ""
    return found.strip() if isinstance(found, str) else ""


def _open_to_others(path: Path) -> bool:
    """Whether anyone but the owner may read or write the file; Windows keeps no such bits."""
    return os.name != "nt" and bool(path.stat().st_mode & 0o077)
