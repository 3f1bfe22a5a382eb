"""Publishers on this machine, and the program pointed at them: in this process, or as a command."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.publishers import Bureau, Ministry
from tests.server import Behaviour, Server
from tests.starting import IN_HASTE, Command
from tradecli.download import Client, Limits, Place
from tradecli.intake import StoreLocation
from tradecli.load import EMBEDDED
from tradecli.outcome import Outcome
from tradecli.refresh import refresh
from tradecli.sources import SOURCES
from tradecli.sources.request import Wanted

TRADE = Path(sys.executable).with_name("trade")
#: As the bounds are, but that attempts follow one another at once; a busy machine reaches none of them.
PATIENT = Limits(connect=60, read=60, total=300, wait=0.6, backoff=0.02, wire=2**20, decoded=4 * 2**20)
#: For what never answers: however busy the machine, it cannot be early.
QUICK = PATIENT._replace(read=0.4, total=1.2)
MONDAY = datetime(2026, 11, 9, 10, tzinfo=UTC)
EXPORTS = "/public/data/statistic/trade/u2010ex.csv"
IMPORTS = "/public/data/statistic/trade/u2010im.csv"
COUNTRY = "/foreign-trade/balance/country.xlsx"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """Standard output, read as CSV."""
        return list(csv.DictReader(io.StringIO(self.out)))


@dataclass(frozen=True)
class Desk:
    """A store of its own, and the server its sources are pointed at."""

    folder: Path
    server: Server
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What a command is given: nothing of the machine's own settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRADE_", "XDG_"))}
        addresses = {f"TRADE_{source.upper()}_URL": self.server.address for source in SOURCES}
        own = {"TRADE_DATA_DIR": str(self.folder), "TRADE_CONFIG_DIR": str(self.folder / "config")}
        return {**kept, **addresses, **own, IN_HASTE: "1", **self.extra}

    def having(self, **extra: str) -> Desk:
        """The same with more in its environment."""
        return replace(self, extra={**self.extra, **extra})

    def command(self, *words: str) -> list[str]:
        """A command line."""
        return [str(TRADE), *words]

    def start(self, *words: str) -> Command:
        """Start the real command."""
        return Command(words, self.environment)

    def run(self, *words: str) -> Ran:
        """Run the real command."""
        return Ran(*self.start(*words).end())

    def refresh(
        self,
        source: str,
        *,
        now: datetime = MONDAY,
        limits: Limits = PATIENT,
        secret: str = "",
        embedded: Path = EMBEDDED,
        force: bool = False,
    ) -> list[Outcome]:
        """Fetch a source in this process."""
        about = SOURCES[source]
        place = Place(source, about.address, about.hosts, about.key, secret, self.server.address)
        wanted = Wanted(today=now.date(), reporter=about.reporter, keyed=bool(secret))
        with Client(place, limits) as client:
            return refresh(about, client, wanted, StoreLocation(self.folder, embedded, now), force=force)

    def serve(self, *publishers: Ministry | Bureau) -> None:
        """Put the publishers' files of a day on the server."""
        for publisher in publishers:
            self.server.serve(publisher.files())

    def answer(self, *paths: str, by: Behaviour) -> None:
        """Let some paths answer otherwise."""
        for path in paths:
            self.server.paths[path] = by


def with_a_release(folder: Path) -> None:
    """Fill a store with a release of the ministry."""
    with Server() as server:
        desk = Desk(folder, server)
        desk.serve(Ministry())
        assert all(outcome.status in {"new", "unreachable"} for outcome in desk.refresh("mof"))
