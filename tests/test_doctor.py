"""`trade doctor`: what is old, missing, damaged or not there is told, and no key ever is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.faults.stores import both
from tests.made_up import frame, row
from tradecli.examination import examined
from tradecli.reports.doctor import checks
from tradecli.statistics.coverage import Reach, reach
from tradecli.store import writing

Trade = Callable[..., Ran]
DAY = date(2026, 10, 8)
MONTH = date(2026, 9, 1)


def lines(ran: Ran) -> Mapping[str, dict[str, str]]:
    return {row["name"]: row for row in ran.rows}


def test_each_series_of_the_embedded_figures_has_a_line(run: Trade) -> None:
    ran = run("doctor", "--format", "csv")
    found = lines(ran)
    # The ministry's newest embedded table is that of 2026-10-08, for September.
    assert found["mof export total"]["newest_month"] == "2026-09"
    assert found["mof import total"]["newest_month"] == "2026-08"
    assert {found[name]["state"] for name in ("fred", "comtrade")} == {"unused"}
    assert set(found) >= {"store", "data", "config", "cache", "CENSUS_API_KEY", "CJK", "xlsx", "tradecli"}


def test_a_month_that_should_be_out_is_late() -> None:
    # September's figures are out about 9 October, October's about 9 November.
    series = [Reach("TW", "export", "total", "none", date(2001, 1, 1), MONTH, 309, date(2026, 10, 8), 33, 0)]
    for day, late in ((date(2026, 10, 20), 0), (date(2026, 11, 8), 0), (date(2026, 11, 9), 1)):
        [check] = [one for one in checks({"mof": series}, examined(), day) if one.area == "series"]
        assert (check.late, check.state) == (late, "warn" if late else "ok")
        assert check.age_days == (day - date(2026, 10, 8)).days


def test_gaps_and_partners_behind_are_counted() -> None:
    rows = [row("export", "month", f"2026-{month:02}", 1, DAY, partner="WORLD") for month in (1, 2, 5, 6)]
    for partner, month in (("US", "2026-06"), ("JP", "2026-01")):
        rows.append(row("export", "month", month, 1, DAY, partner=partner))
    [found] = reach(frame(rows))
    # March and April are missing; Japan ends in January.
    assert (found.missing, found.partners, found.partners_behind) == (2, 2, 1)


def test_a_damaged_store_is_a_fault_and_exit_6(
    run: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    writing.commit(tmp_path, both(1))
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path))
    ran = run("doctor", "--format", "csv")
    assert (ran.code, lines(ran)["store"]["state"]) == (0, "ok")
    # Two files, said in Chinese as well.
    ran = run("doctor", "--format", "csv", "--lang", "zh")
    assert "2個檔案，均與清單相符" in ran.out
    table = next((tmp_path / "observations").rglob("*.parquet"))
    table.write_bytes(b"damaged")
    ran = run("doctor", "--format", "csv")
    assert (ran.code, lines(ran)["store"]["state"]) == (6, "fault")
    assert lines(ran)["store"]["hint"] == "trade store verify --repair"


def test_a_folder_that_is_a_file_is_a_fault(
    run: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("TRADE_DATA_DIR", str(file / "below"))
    ran = run("doctor", "--format", "csv")
    assert (ran.code, lines(ran)["data"]["state"]) == (6, "fault")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_key_is_set_and_never_shown(run: Trade, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "s3cr3t-value")
    ran = run("doctor", "--format", form)
    assert "s3cr3t" not in ran.out + ran.err
    if form == "csv":
        assert lines(ran)["CENSUS_API_KEY"]["state"] == "ok"


def test_a_file_of_keys_open_to_others_is_told(
    run: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = tmp_path / "keys.toml"
    keys.write_text('COMTRADE_API_KEY = "s3cr3t-value"\n', encoding="utf-8")
    monkeypatch.setenv("TRADE_CONFIG_DIR", str(tmp_path))
    keys.chmod(0o644)
    assert lines(run("doctor", "--format", "csv"))["COMTRADE_API_KEY"]["state"] == "warn"
    keys.chmod(0o600)
    assert lines(run("doctor", "--format", "csv"))["COMTRADE_API_KEY"]["state"] == "ok"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_signs_are_words(run: Trade, lang: str) -> None:
    out = run("doctor", "--lang", lang, "--format", "table").out
    assert all(
        word in out for word in (("warn", "ok", "unused") if lang == "en" else ("注意", "正常", "未用"))
    )
