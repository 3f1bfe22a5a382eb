"""C2: figures appear, are revised, taken back and appear again; every day's answer can be had again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.live import Desk
from tests.publishers import Ministry
from tests.server import Server
from tradecli.store import manifest as manifests

START = datetime(2026, 11, 9, 10, tzinfo=UTC)
SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
#: The newest month and the revision, in millions, on one day after the other.
SEQUENCES: dict[str, list[tuple[date, int]]] = {
    "appears": [(SEPTEMBER, 0), (OCTOBER, 0)],
    "appears, revised": [(OCTOBER, 0), (OCTOBER, 5)],
    "appears, taken back": [(OCTOBER, 0), (SEPTEMBER, 0)],
    "appears, taken back, appears": [(OCTOBER, 0), (SEPTEMBER, 0), (OCTOBER, 0)],
    "appears, taken back, appears revised": [(OCTOBER, 0), (SEPTEMBER, 0), (OCTOBER, 7)],
    "revised up, down, up": [(SEPTEMBER, 5), (SEPTEMBER, -5), (SEPTEMBER, 5)],
    "revised and back to the first": [(OCTOBER, 0), (OCTOBER, 3), (OCTOBER, 0)],
    "revised while a month appears": [(SEPTEMBER, 0), (OCTOBER, 4), (NOVEMBER, 9)],
    "taken back twice": [(OCTOBER, 0), (SEPTEMBER, 0), (OCTOBER, 0), (SEPTEMBER, 0)],
    "two months taken back": [(NOVEMBER, 0), (SEPTEMBER, 0), (NOVEMBER, 0)],
    "taken back and the rest revised": [(OCTOBER, 0), (SEPTEMBER, 6), (OCTOBER, 6)],
    "everything in turn": [
        (SEPTEMBER, 0), (OCTOBER, 0), (OCTOBER, 5), (SEPTEMBER, 5), (OCTOBER, 5), (NOVEMBER, 0),
    ],
}  # fmt: skip
QUESTION = ("exports", "--partner", "US", "--format", "csv", "--months", "4")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with Server() as server:
        desk = Desk(tmp_path / "store", server)
        monkeypatch.setenv("TRADE_DATA_DIR", str(desk.folder))
        yield desk


def ministry(through: date, revision: int) -> Ministry:
    """The ministry on one day; a revision concerns the exports to the United States of September."""

    def change(flow: str, partner: str, month: date, was: int) -> int:
        return was + revision * 1_000_000 if (flow, partner, month) == ("export", "US", SEPTEMBER) else was

    return Ministry(through=through, change=change, first=date(2025, 1, 1))


def test_there_are_twelve() -> None:
    assert len(SEQUENCES) == 12


@pytest.mark.slow
@pytest.mark.parametrize("name", SEQUENCES)
def test_every_day_answers_again_as_it_did(
    desk: Desk, recent: Path, trade: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # The days of the sequence lie after today's, and a day to come is refused.
    monkeypatch.setattr("tradecli.scope._newest_day", lambda: date(2027, 1, 1))
    told: dict[str, str] = {}
    vintages = set()
    for step, (through, revision) in enumerate(SEQUENCES[name]):
        now = START + timedelta(days=30 + step)
        day = f"{now:%Y-%m-%d}"
        desk.serve(ministry(through, revision))
        outcome = desk.refresh("mof", now=now, embedded=recent)[0]
        assert outcome.status == "new", outcome
        vintages.add(day)
        plain = trade(*QUESTION)
        newest = plain.rows[-1]
        assert newest["period"] == f"{through:%Y-%m}"
        printed = int(ministry(through, revision).u2010("ex").splitlines()[-1].split(b",")[_us()]) * 1000
        assert int(newest["value"]) == printed
        then = trade(*QUESTION, "--as-of", day)
        told[day] = then.out
        assert [row["value"] for row in plain.rows] == [row["value"] for row in then.rows]
    for day, as_of in told.items():
        assert trade(*QUESTION, "--as-of", day).out == as_of
    held = manifests.read(desk.folder)[0].of("mof", "u2010ex.csv")
    assert {entry.vintage for entry in held} == vintages


def _us() -> int:
    from tests.publishers import AREAS, COUNTRIES

    return ("", "WORLD", *AREAS, *COUNTRIES).index("US")
