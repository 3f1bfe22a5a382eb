"""Adding a source is one file and one line: with both, every command works with it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.live import MONDAY
from tests.server import Server
from tradecli.errors import NoData
from tradecli.intake import local_day
from tradecli.sources import IDS, SOURCES, default_source
from tradecli.sources.reading import File, Snapshot
from tradecli.sources.recognition import recognise

#: Months of 2025 and 2026 with the United States, a year apart: 10,000 and 12,000 million of exports.
MONTHS = b"""month,partner,exports (US$),imports (US$)
2025-09,US,10000000000,6000000000
2025-10,US,10000000000,6000000000
2026-09,US,12000000000,6000000000
2026-10,US,12000000000,6600000000
"""
PATH = "/trade/months.csv"


@pytest.fixture(name="korea")
def _korea(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The file beside the other sources, and the line in their list."""
    shutil.copy(Path(__file__).with_name("korea.py"), tmp_path / "korea.py")
    package = sys.modules["tradecli.sources"]
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    monkeypatch.setattr(package, "IDS", (*IDS, "korea"))
    yield
    sys.modules.pop("tradecli.sources.korea", None)


def test_without_the_line_there_is_no_such_source() -> None:
    assert "korea" not in SOURCES
    assert default_source("KR") == "comtrade"


@pytest.mark.usefixtures("korea")
def test_its_facts_stand_on_it() -> None:
    source = SOURCES["korea"]
    assert default_source("KR") == "korea"
    assert default_source("TW") == "mof"
    assert recognise(MONTHS, "months.csv").id == "korea"
    assert source.hosts == ("customs.example",)
    # Ten in the evening in London is the next morning in Seoul.
    assert local_day(source, MONDAY.replace(hour=22)) == date(2026, 11, 10)
    with pytest.raises(NoData, match="the source korea does not cover the reporter DE"):
        source.refuse_others("DE")
    day = date(2026, 11, 1)
    rows = source.parse(Snapshot(File("months.csv", MONTHS), "made-up", day, "published", day)).observations
    assert rows["value"].sum() == 68_600_000_000
    assert rows.select("source", "reporter", "currency").unique().rows() == [("korea", "KR", "USD")]


@pytest.mark.usefixtures("korea")
def test_every_command_works_with_it(
    trade: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    with Server() as server:
        monkeypatch.setenv("TRADE_KOREA_URL", server.address)
        server.serve({PATH: (MONTHS, "text/csv")})
        fetched = trade("fetch", "korea", "--format", "csv")
        assert (fetched.code, [row["status"] for row in fetched.rows]) == (0, ["new"]), fetched.err
        assert [row["status"] for row in trade("fetch", "korea", "--format", "csv").rows] == ["unchanged"]
    listed = next(row for row in trade("sources", "--format", "csv").rows if row["source"] == "korea")
    assert (listed["publisher"], listed["covers"], listed["newest_month"]) == (
        *("Korea Customs Service", "KR", "2026-10"),
    )
    asked = ("exports", "--reporter", "KR", "--partner", "US", "--months", "1")
    [row] = trade(*asked, "--format", "csv").rows
    # 12,000 of 10,000 million is a growth of 20 percent.
    assert (row["period"], row["value"], row["yoy"], row["source"]) == (
        *("2026-10", "12000000000", "20.0", "korea"),
    )
    assert "US$ billion · Korea Customs, " in trade(*asked, "--format", "table").out
    assert "韓國關稅廳" in trade(*asked, "--format", "table", "--lang", "zh").out
    assert trade("store", "verify", "--format", "csv").rows[0]["faults"] == "0"


@pytest.mark.usefixtures("korea")
def test_a_file_got_by_hand_finds_it(
    trade: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    (tmp_path / "got.csv").write_bytes(MONTHS)
    added = trade("store", "add", str(tmp_path / "got.csv"), "--format", "csv")
    assert (added.code, added.rows[0]["source"], added.rows[0]["newest_month"]) == (0, "korea", "2026-10")
