"""What the machine says: folders that can be written, keys, fonts, extras, and whether the store is whole."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tradecli import __version__, files, keys
from tradecli.errors import StoreError
from tradecli.reports.doctor import Examined, Folder, Key, Store
from tradecli.sources import SOURCES
from tradecli.store import manifest as manifests
from tradecli.store import reading

#: The modules of each extra, as `pip install "tradecli[...]"` brings them.
EXTRAS = {
    "xlsx": ("xlsxwriter",),
    "charts": ("resvg_py",),
    "docx": ("docx",),
    "engines": ("duckdb", "pyarrow"),
    "spark": ("pyspark", "pyarrow"),
    "s3": ("duckdb", "s3fs"),
    "mcp": ("mcp",),
}
#: How files of fonts with Chinese signs are named, in small letters.
_CHINESE = (
    *("cjk", "notosanstc", "notosanshk", "notoseriftc", "sourcehan", "mingliu", "msjh", "pingfang"),
    *("jhenghei", "heiti", "hiragino", "uming", "ukai", "wqy", "droidsansfallback", "dfkai", "kaiu"),
)
_FONTS = (".ttf", ".otf", ".ttc", ".pcf.gz")


def examined() -> Examined:
    """Look at all of it; no key is told, and damaged files go to the quarantine as everywhere."""
    return Examined(
        __version__,
        platform.python_version(),
        platform.system(),
        _store(),
        tuple(_folders()),
        tuple(_keys()),
        _font(),
        {name: all(find_spec(module) for module in modules) for name, modules in EXTRAS.items()},
    )


def _store() -> Store:
    try:
        folder = files.data_folder()
    except StoreError as error:
        return Store("", False, 0, (error.what,))
    if not manifests.exists(folder):
        return Store(str(folder), False, 0, ())
    try:
        manifest, wrong = reading.check(folder)
    except StoreError as error:
        return Store(str(folder), True, 0, (error.what,))
    return Store(str(folder), True, len(manifest.entries), tuple(wrong))


def _folders() -> Iterator[Folder]:
    kinds = {"data": files.data_folder, "config": files.config_folder, "cache": files.cache_folder}
    for name, find in kinds.items():
        try:
            path = find()
        except StoreError:
            yield Folder(name, "", False, False)
            continue
        yield Folder(name, str(path), path.is_dir(), _writable(path))


def _writable(path: Path) -> bool:
    """Whether a folder can be written, or made where it is not there yet."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.is_dir() and os.access(path, os.W_OK | os.X_OK)


def _keys() -> Iterator[Key]:
    for source in SOURCES.values():
        if source.key:
            said: list[str] = []
            where = keys.where(source.key.variable, said.append)
            yield Key(source.key.variable, source.id, source.key.required, where, " ".join(said))


def _font() -> str:
    """The file of a font with Chinese signs; empty where none is found."""
    for folder in _font_folders():
        for path in files.below(folder):
            name = path.name.lower()
            if name.endswith(_FONTS) and any(part in name.replace("-", "") for part in _CHINESE):
                return str(path)
    return ""


def _font_folders() -> list[Path]:
    home = Path(os.path.expanduser("~"))
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return [Path(own) / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
