"""Where the program keeps its files: the store of figures, and the file of keys."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tradecli.errors import StoreError

_NAME = "tradecli"


def data() -> Path:
    """The folder of the store: `TRADE_DATA_DIR`, else the platform's folder for data.

    Raises:
        StoreError: There is no home folder to put it in.
    """
    return _folder("TRADE_DATA_DIR", "XDG_DATA_HOME", (".local", "share"), "user_data_dir")


def config() -> Path:
    """The folder of the file of keys: `TRADE_CONFIG_DIR`, else the platform's folder for settings.

    Raises:
        StoreError: There is no home folder to look in.
    """
    return _folder("TRADE_CONFIG_DIR", "XDG_CONFIG_HOME", (".config",), "user_config_dir")


def cache() -> Path:
    """The folder of what can be made again: `TRADE_CACHE_DIR`, else the platform's folder for caches.

    Raises:
        StoreError: There is no home folder to put it in.
    """
    return _folder("TRADE_CACHE_DIR", "XDG_CACHE_HOME", (".cache",), "user_cache_dir")


def _folder(own: str, xdg: str, below_home: tuple[str, ...], elsewhere: str) -> Path:
    named = os.environ.get(own)
    if named:
        return Path(os.path.abspath(os.path.expanduser(named)))
    if not sys.platform.startswith("linux"):
        import platformdirs

        return Path(getattr(platformdirs, elsewhere)(_NAME, appauthor=False))
    # By hand here: every question asks for this folder, and importing platformdirs costs 16 ms.
    base = os.environ.get(xdg, "")
    if not os.path.isabs(base):  # the specification says that a relative one is to be ignored
        base = os.path.join(os.path.expanduser("~"), *below_home)
    if not os.path.isabs(base) or (os.environ.get("HOME") == "" and not os.environ.get(xdg)):
        raise StoreError("there is no home folder to keep figures in", hint=f"set {own} to a folder")
    return Path(base) / _NAME
