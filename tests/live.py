"""Publishers on this machine, and the program pointed at them: in this process, or as a command."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.publishers import Bureau, Ministry
from tests.server import Behaviour, Server
from tradecli.download import Client, Limits, Place
from tradecli.intake import StoreLocation
from tradecli.load import EMBEDDED
from tradecli.outcome import Outcome
from tradecli.refresh import refresh
from tradecli.sources import SOURCES
from tradecli.sources.request import Wanted

TRADE = Path(sys.executable).with_name("trade")
#: As the bounds are, a hundred times faster.
QUICK = Limits(connect=0.3, read=0.4, total=1.2, wait=0.6, backoff=0.02, wire=2**20, decoded=4 * 2**20)
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
        return {**kept, **addresses, **own, **self.extra}

    def having(self, **extra: str) -> Desk:
        """The same with more in its environment."""
        return replace(self, extra={**self.extra, **extra})

    def command(self, *words: str) -> list[str]:
        """A command line."""
        return [str(TRADE), *words]

    def run(self, *words: str, timeout: float = 90) -> Ran:
        """Run the real command."""
        done = subprocess.run(
            self.command(*words),
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def refresh(
        self,
        source: str,
        *,
        now: datetime = MONDAY,
        limits: Limits = QUICK,
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
