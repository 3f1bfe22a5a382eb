"""One file per publisher: what it is, what to ask it for and how to read its files. No I/O.

A source is added by a module here that ends in `SOURCE`, and by its id, the module's name, in `IDS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradecli.sources.base import Source

#: In the order in which they are listed, and asked whom they answer for.
IDS = (
    "mof",
    "census",
    "ons",
    "statcan",
    "jpmof",
    "eurostat",
    "kcs",
    "vnnso",
    "rbi",
    "gacc",
    "comtrade",
    "imf",
    "wits",
    "fred",
)


class _Sources(Mapping[str, "Source"]):
    """Every source by its id, each loaded when it is looked up: one question needs one of them."""

    def __getitem__(self, name: str) -> Source:
        if name not in IDS:
            raise KeyError(name)
        source: Source = import_module(f"tradecli.sources.{name}").SOURCE
        return source

    def __contains__(self, name: object) -> bool:
        return name in IDS

    def __iter__(self) -> Iterator[str]:
        return iter(IDS)

    def __len__(self) -> int:
        return len(IDS)


SOURCES = _Sources()


def answering(reporter: str) -> Iterator[str]:
    """The ids of the sources that may answer for a reporter, best first.

    Its own office; then, unless that office publishes every partner and can be asked, the compilers of
    many countries: those with months before those with years alone. The first that has the figures of a
    question answers it.

    Args:
        reporter: ISO 3166-1 alpha-2, or `EU` or `EA`.

    Examples:
        >>> list(answering("TW")), list(answering("KR"))
        (['mof'], ['kcs', 'comtrade', 'imf', 'wits'])
    """
    for source in SOURCES.values():
        if reporter in source.answers_for:
            yield source.id
            if source.every_partner and source.fetchable:
                return
    yield from (source.id for source in SOURCES.values() if source.answers_for_others)


def fetch_command(reporter: str, partner: str) -> str:
    """The command that brings a pair which is not available, or not whole.

    From the reporter's own office where it can be asked without a key; else from the best that can be asked.

    Examples:
        >>> fetch_command("DE", "US"), fetch_command("KR", "DE")
        ('trade fetch eurostat --reporter DE --partner US', 'trade fetch --reporter KR --partner DE')
    """
    best = SOURCES[default_source(reporter)]
    open_ = reporter in best.answers_for and best.fetchable and not (best.key and best.key.required)
    return f"trade fetch {best.id if open_ else ''} --reporter {reporter} --partner {partner}".replace(
        "  ", " "
    )


def fetch_goods_command(reporter: str, partner: str, code: str) -> str:
    """The command that brings goods of a pair by their code of the Harmonized System; empty where none does.

    Examples:
        >>> fetch_goods_command("US", "TW", "8542")
        'trade fetch census --reporter US --partner TW --commodity hs:8542'
        >>> fetch_goods_command("TW", "US", "8542")
        ''
    """
    able = (name for name in answering(reporter) if SOURCES[name].fetchable and SOURCES[name].hs_codes)
    source = next(able, "")
    pair = f"--reporter {reporter} --partner {partner}"
    return f"trade fetch {source} {pair} --commodity hs:{code}" if source else ""


def default_source(reporter: str) -> str:
    """The id of the source that answers for a reporter: of its own office, else of others.

    Examples:
        >>> default_source("TW"), default_source("US"), default_source("DE"), default_source("BR")
        ('mof', 'census', 'eurostat', 'comtrade')
    """
    return next(answering(reporter))
