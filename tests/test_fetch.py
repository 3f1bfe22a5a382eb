"""`trade fetch` and `trade store`, the real command against real sockets."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import duckdb
import polars as pl
import pytest

from tests.conftest import Once
from tests.live import COUNTRY, EXPORTS, IMPORTS, Desk, with_a_release
from tests.publishers import Bureau, Ministry
from tests.server import Server, file, text
from tradecli.schema import OBSERVATIONS

QUESTION = ("surplus", "--partner", "US", "--through", "2026-08", "--format", "csv")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def files(folder: Path) -> dict[str, str]:
    """Every file of a store and the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def value(desk: Desk, flow: str, *more: str, through: str = "2026-08") -> str:
    """A flow of the month in US dollars, as the program answers."""
    ran = desk.run("surplus", "--partner", "US", "--through", through, "--format", "csv", *more)
    assert ran.code == 0, ran.err
    return next(row["value"] for row in ran.rows if row["flow"] == flow and row["span"] == "month")


def test_a_first_fetch_fills_the_store_and_a_second_writes_nothing(desk: Desk) -> None:
    desk.serve(Ministry(), Bureau())
    first = desk.run("fetch")
    told = {row["file"]: row for row in first.rows}
    assert first.code == 0
    assert [told[name]["status"] for name in ("u2010ex.csv", "u2010im.csv", "country.xlsx")] == ["new"] * 3
    assert told["u2010ex.csv"]["newest_month"] == "2026-09"
    before = files(desk.folder)
    desk.server.log.clear()
    second = desk.run("fetch")
    assert {row["status"] for row in second.rows if row["file"] in {"u2010ex.csv", "country.xlsx"}} == {
        "unchanged"
    }
    assert second.code == 0
    for path in (EXPORTS, IMPORTS, COUNTRY):
        (asked,) = desk.server.asked(path)
        assert asked.headers["if-none-match"].startswith('"')
    assert files(desk.folder) == before


def test_answers_use_the_store_and_say_where_from(desk: Desk) -> None:
    desk.serve(Ministry(through=date(2026, 10, 1)))
    assert desk.run("exports", "--partner", "US", "--through", "2026-10").code == 3
    assert desk.run("fetch", "mof").code == 0
    ran = desk.run("exports", "--partner", "US", "--through", "2026-10", "--format", "json")
    told = json.loads(ran.out)
    (stored,) = [origin for origin in told["provenance"] if "u2010ex" in origin["id"] and "etag" in origin]
    raw = gzip.decompress((desk.folder / stored["file"]).read_bytes())
    assert hashlib.sha256(raw).hexdigest() == stored["sha256"]
    assert raw == Ministry(through=date(2026, 10, 1)).u2010("ex")


def test_a_changed_table_is_a_new_vintage_and_the_old_answer_stands_as_of(desk: Desk) -> None:
    def revised(flow: str, partner: str, month: date, was: int) -> int:
        up = partner == "US" and flow == "export" and month == date(2026, 8, 1)
        return was + 1_000_000 if up else was

    monday, tuesday = "Mon, 09 Nov 2026 02:00:00 GMT", "Tue, 10 Nov 2026 02:00:00 GMT"
    desk.server.serve(Ministry().files(), last_modified=monday)
    assert desk.run("fetch", "mof").code == 0
    old = value(desk, "export")
    desk.server.serve(Ministry(change=revised).files(), last_modified=tuesday)
    ran = desk.run("fetch", "mof")
    row = next(row for row in ran.rows if row["file"] == "u2010ex.csv")
    assert (row["status"], row["vintage"], row["added"], row["revised"]) == ("new", "2026-11-10", "0", "1")
    assert row["largest_revision"] == "1000000"
    assert row["largest_revision_of"].startswith("export TW-US month 2026-08")
    assert int(value(desk, "export")) == int(old) + 1_000_000
    assert value(desk, "export", "--as-of", "2026-11-09") == old


def in_millions(flow: str, partner: str, month: date, was: int) -> int:
    """Thousands printed where the header says thousands, but of thousands."""
    return was // 1_000_000 * 1000


REFUSED = {
    "a login page": (text(200, "OK", b"<html><body>Log in</body></html>", "text/html"), 5, "HTML page"),
    "a login page that calls itself CSV": (text(200, "OK", b"<!DOCTYPE html>", "text/csv"), 5, "HTML page"),
    "nothing": (text(200, "OK", b"", "text/csv"), 5, "empty"),
    "gzip cut short": (
        text(200, "OK", gzip.compress(Ministry().u2010("ex"))[:-200], "text/csv", Content_Encoding="gzip"),
        *(5, "gzip stream is truncated"),
    ),
    "another kind of file": (
        text(200, "OK", b'{"error": "quota"}', "application/json"),
        5,
        "application/json",
    ),
    "an error told as data": (
        text(200, "OK", b'{"error": "quota exceeded"}\n', "text/csv"),
        5,
        "u2010ex.csv",
    ),
    "millions for thousands": (
        file(Ministry(change=in_millions).u2010("ex"), "text/csv"),
        *(5, "the unit"),
    ),
    "millions for thousands from one month on": (
        file(
            Ministry(
                through=date(2026, 10, 1),
                change=lambda f, p, m, v: in_millions(f, p, m, v) if m == date(2026, 10, 1) else v,
            ).u2010("ex"),
            "text/csv",
        ),
        *(5, "2026-10"),
    ),
    "a month twice": (
        file(
            Ministry().u2010("ex").replace("2026年8月".encode("cp950"), "2026年7月".encode("cp950")),
            "text/csv",
        ),
        *(5, "2026"),
    ),
    "the end of the table lost": (file(Ministry().u2010("ex")[:-3000], "text/csv"), 5, "u2010ex.csv"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("stored", [False, True], ids=["nothing stored", "stored"])
def test_what_is_not_valid_is_refused_by_name_and_replaces_nothing(
    desk: Desk, once: Once, name: str, stored: bool
) -> None:
    behaviour, code, says = REFUSED[name]
    desk.serve(Ministry())
    if stored:
        copytree(once("release", with_a_release), desk.folder)
    before = desk.folder / "manifest.json"
    was = before.read_bytes() if stored else b""
    answered = desk.run(*QUESTION)
    desk.answer(EXPORTS, by=behaviour)
    outcome = next(found for found in desk.refresh("mof") if found.name == "u2010ex.csv")
    assert outcome.status == "refused"
    assert outcome.error is not None
    assert outcome.error.exit_code == code
    assert says in str(outcome.error)
    if stored:
        assert before.read_bytes() == was
        assert desk.run(*QUESTION).out == answered.out


def test_a_refused_file_is_set_aside_with_its_reason(desk: Desk) -> None:
    desk.serve(Ministry())
    desk.answer(EXPORTS, by=file(Ministry(change=in_millions).u2010("ex"), "text/csv"))
    ran = desk.run("fetch", "mof")
    assert ran.code == 5
    (reason,) = (desk.folder / "quarantine").glob("refused-*.json")
    told = json.loads(reason.read_text())
    assert "the unit" in told["reason"]
    assert told["source"] == "mof"
    kept = gzip.decompress(reason.with_suffix(".gz").read_bytes())
    assert hashlib.sha256(kept).hexdigest() == told["sha256"]
    assert value(desk, "import") == value(desk, "import", "--as-of", f"{datetime.now(UTC):%Y-%m-%d}")


def test_offline_opens_no_connection(desk: Desk) -> None:
    desk.serve(Ministry(), Bureau())
    for ran in (desk.run("fetch", "--offline"), desk.having(TRADE_OFFLINE="1").run("fetch")):
        assert (ran.code, ran.out) == (4, "")
        assert "offline" in ran.err
    assert desk.having(TRADE_OFFLINE="1").run(*QUESTION).code == 0
    assert desk.server.log == []


def test_a_dry_run_lists_and_asks_nothing(desk: Desk) -> None:
    ran = desk.run("fetch", "--dry-run")
    assert ran.code == 0
    assert {row["status"] for row in ran.rows} == {"planned"}
    assert {row["address"] for row in ran.rows} >= {
        desk.server.address + EXPORTS,
        desk.server.address + COUNTRY,
    }
    shown = desk.run("fetch", "--dry-run", "--format", "table").out
    assert "u2010ex.csv" in shown
    assert f"{desk.server.address.partition('://')[2]}/…/u2010ex.csv" in shown
    assert desk.server.log == []
    assert not desk.folder.exists()


@pytest.mark.parametrize("source", ["oecd", "moff"])
def test_an_unknown_source(desk: Desk, source: str) -> None:
    ran = desk.run("fetch", source)
    assert (ran.code, ran.out) == (2, "")
    assert "the sources are mof, census" in ran.err


def test_a_source_that_does_not_answer(desk: Desk) -> None:
    desk.serve(Ministry())
    desk.server.otherwise = text(403, "Forbidden")
    nothing = desk.run("fetch", "census")
    assert (nothing.code, nothing.out) == (4, "")
    assert nothing.err.startswith("trade: cannot fetch country.xlsx (census, 127.0.0.1): the server says 403")
    assert desk.run("fetch", "mof").code == 0
    desk.server.paths.clear()
    stored = desk.run("fetch", "mof")
    assert stored.code == 0
    assert "still answer" in stored.err
    assert desk.run("fetch", "mof", "--strict").code == 4


def test_plain_http_is_for_this_machine_alone(desk: Desk) -> None:
    ran = desk.having(TRADE_MOF_URL="http://192.0.2.1/").run("fetch", "mof")
    assert (ran.code, ran.out) == (4, "")
    assert "not https" in ran.err


def test_figures_taken_back_are_known_no_more_but_as_of(desk: Desk) -> None:
    monday, tuesday = "Mon, 09 Nov 2026 02:00:00 GMT", "Tue, 10 Nov 2026 02:00:00 GMT"
    desk.server.serve(Ministry(through=date(2026, 10, 1)).files(), last_modified=monday)
    assert desk.run("fetch", "mof").code == 0
    desk.server.serve(Ministry(through=date(2026, 9, 1)).files(), last_modified=tuesday)
    ran = desk.run("fetch", "mof")
    row = next(row for row in ran.rows if row["file"] == "u2010ex.csv")
    assert "2026-10 were taken back" in row["note"]
    assert desk.run("surplus", "--partner", "US", "--through", "2026-10").code == 3
    assert value(desk, "export", "--as-of", "2026-11-09", through="2026-10")


def test_the_layout_is_read_by_duckdb_and_polars_as_it_stands(desk: Desk) -> None:
    desk.serve(Ministry(), Bureau())
    assert desk.run("fetch").code == 0
    pattern = f"{desk.folder}/observations/**/*.parquet"
    month = "period = DATE '2026-08-01' AND span = 'month' AND flow = 'export'"
    found = duckdb.sql(
        f"SELECT value FROM read_parquet('{pattern}', hive_partitioning=true) "
        f"WHERE source = 'mof' AND partner = 'US' AND {month}"
    ).fetchall()
    assert str(found[0][0]) == value(desk, "export")
    table = pl.scan_parquet(pattern, hive_partitioning=True).collect()
    assert set(table.columns) == set(OBSERVATIONS)
    assert table.height == duckdb.sql(f"SELECT count(*) FROM read_parquet('{pattern}')").fetchall()[0][0]
    same = table.filter(
        pl.col("partner") == "US", pl.col("source") == "mof", pl.col("flow") == "export",
        pl.col("span") == "month", pl.col("period") == date(2026, 8, 1),
    )  # fmt: skip
    assert same["value"].to_list() == [found[0][0]]


def test_nobody_else_reads_a_file_of_keys(desk: Desk) -> None:
    keys = desk.folder / "config" / "keys.toml"
    keys.parent.mkdir(parents=True)
    keys.write_text('CENSUS_API_KEY = "canary-1234"\n')
    keys.chmod(0o644)
    desk.serve(Bureau())
    ran = desk.run("fetch", "census", "--dry-run")
    assert "chmod 600" in ran.err
    assert "canary" not in ran.err + ran.out
    assert [row["file"] for row in ran.rows] == ["country.xlsx"]
    keys.chmod(0o600)
    ran = desk.run("fetch", "census", "--dry-run")
    assert ran.err == ""
    assert ran.rows[0]["file"].startswith("imports")
    assert "canary" not in ran.out


def test_a_question_without_a_store_imports_nothing_of_it() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from tradecli.cli import main; "
        "main(['surplus', '--partner', 'US', '--format', 'csv']); "
        "bad = {'httpx', 'filelock', 'tradecli.store', 'gzip'} & set(sys.modules); "
        "sys.stderr.write(' '.join(sorted(bad)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TRADE_DATA_DIR": "/nowhere/at/all"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
