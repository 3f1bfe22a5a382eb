"""Q and P: editions that come again, days that cannot be, files under each other's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.live import EXPORTS, IMPORTS, Desk
from tests.publishers import Ministry
from tests.server import Server, file, text
from tradecli.errors import InvalidData
from tradecli.outcome import Outcome
from tradecli.store import manifest as manifests

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
FIRST, SECOND = "Mon, 09 Nov 2026 08:00:00 GMT", "Wed, 09 Dec 2026 08:00:00 GMT"
DECEMBER = datetime(2026, 12, 10, tzinfo=UTC)


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def exports(outcomes: list[Outcome]) -> Outcome:
    return next(outcome for outcome in outcomes if outcome.name == "u2010ex.csv")


def serve(desk: Desk, through: date, last_modified: str) -> None:
    desk.server.serve(Ministry(through=through, first=date(2025, 1, 1)).files(), last_modified=last_modified)


@pytest.mark.parametrize("again", [FIRST, "Mon, 09 Nov 2026 09:00:00 GMT"])
def test_an_older_edition_served_again_is_no_new_vintage(desk: Desk, recent: Path, again: str) -> None:
    serve(desk, OCTOBER, FIRST)
    assert exports(desk.refresh("mof", embedded=recent, now=DECEMBER)).status == "new"
    serve(desk, NOVEMBER, SECOND)
    assert exports(desk.refresh("mof", embedded=recent, now=DECEMBER)).status == "new"
    serve(desk, OCTOBER, again)
    found = exports(desk.refresh("mof", embedded=recent, now=DECEMBER, force=True))
    assert (found.status, found.vintage) == ("unchanged", "2026-12-09")
    assert found.notices == ("u2010ex.csv: an older edition was served again; that of 2026-12-09 stays",)
    entries = manifests.read(desk.folder)[0].of("mof", "u2010ex.csv")
    assert [entry.vintage for entry in entries] == ["2026-11-09", "2026-12-09"]


@pytest.mark.parametrize(
    "last_modified", ["Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 09 Nov 2099 08:00:00 GMT", "soon", "0", ""]
)
def test_a_day_that_cannot_be_is_not_taken(desk: Desk, recent: Path, last_modified: str) -> None:
    serve(desk, OCTOBER, last_modified)
    found = exports(desk.refresh("mof", embedded=recent, now=DECEMBER))
    assert (found.status, found.vintage) == ("new", "2026-12-10")


def test_unchanged_of_what_is_not_held_is_no_figure(desk: Desk, recent: Path) -> None:
    desk.server.otherwise = text(304, "Not Modified")
    found = desk.refresh("mof", embedded=recent, now=DECEMBER)[0]
    assert found.status == "unreachable"
    assert "says 304 of a file that was asked for as a whole" in str(found.error)
    assert not manifests.exists(desk.folder)
    assert desk.run("fetch", "mof").code == 4


def test_exports_and_imports_under_each_others_name_are_refused_and_lock_nothing_out(
    desk: Desk, recent: Path
) -> None:
    right = Ministry(through=OCTOBER, first=date(2025, 1, 1)).files()
    (ex, media), (im, _) = right[EXPORTS], right[IMPORTS]
    desk.server.paths |= {EXPORTS: file(im, media), IMPORTS: file(ex, media)}
    found = exports(desk.refresh("mof", embedded=recent))
    assert found.status == "refused"
    assert "got imports of WORLD TOTAL in 2025-12; asked for exports" in str(found.error)
    assert isinstance(found.error, InvalidData)
    desk.server.serve(right)
    assert exports(desk.refresh("mof", embedded=recent)).status == "new"
