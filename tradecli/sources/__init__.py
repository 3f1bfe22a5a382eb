"""One file per publisher: what it is, what to ask it for and how to read its files. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradecli.sources.base import Source
    from tradecli.sources.recognition import recognise

    #: Every source by its id. Looking it up loads descriptions only, neither polars nor a reader.
    SOURCES: dict[str, Source]

__all__ = ["SOURCES", "recognise"]


def __getattr__(name: str) -> object:
    # The table of default sources is in this package and needed at every start; the descriptions
    # are not, and cost it more than the table.
    if name == "SOURCES":
        from tradecli.sources.registry import SOURCES

        return SOURCES
    if name == "recognise":
        from tradecli.sources.recognition import recognise

        return recognise
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
