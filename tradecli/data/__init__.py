"""Where the embedded dataset is; `python -m tradecli.data` builds it from `fixtures/`."""

from __future__ import annotations

from pathlib import Path

#: The folder of the embedded files; `<source id>.parquet` holds the observations of one source.
FOLDER = Path(__file__).parent
#: Growth rates, shares and streaks as the ministry's releases stated them.
RELEASES = FOLDER / "releases.parquet"
#: The hashes of the files; where the figures of a source come from stands beside its table.
MANIFEST = FOLDER / "manifest.json"


def observations(source: str, *, folder: Path = FOLDER) -> Path:
    """The file that holds the observations of *source*.

    Examples:
        >>> observations("mof").name
        'mof.parquet'
    """
    return folder / f"{source}.parquet"


def origins(source: str, *, folder: Path = FOLDER) -> Path:
    """The file that says where the figures of *source* come from: an entry for each origin.

    Examples:
        >>> origins("mof").name
        'mof.origins.json'
    """
    return folder / f"{source}.origins.json"
