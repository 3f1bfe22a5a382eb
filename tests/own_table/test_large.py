"""Large files: DuckDB adds up what polars would, and what was counted is kept until a file changes."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.drawn import THOROUGH
from tests.own_table.odd import odd
from tests.own_table.test_engines import QUESTIONS, said
from tradecli.own_table import (
    Asked,
    answer,
    answering,
    duckdb_process,
    inspection,
    kept,
    large,
    reporters,
    state,
    survey,
)
from tradecli.own_table import records as own_records
from tradecli.own_table.table import Mapping, Table

NAMES = Mapping(period="mth", partner="ctry", flow="i'e", value='fo"b', commodity="hs")
MONTHS = [date(2024 + month // 12, month % 12 + 1, 1) for month in range(24)]


@pytest.fixture(autouse=True)
def _as_if_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Small files stand for large ones, and nothing of an earlier test is remembered."""
    monkeypatch.setenv("TRADE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "LEAST", 1)
    monkeypatch.setattr(large, "LEAST", 1)
    forget()


def forget() -> None:
    """What this process remembers of tables: each question is asked as by a new one."""
    remembered = (
        *(
            answering._answered,
            own_records._read,
            own_records._sums,
            survey.seen,
            inspection.peek,
            inspection.codes,
        ),
        *(reporters.reporters, state.probe),
    )
    for function in remembered:
        function.cache_clear()


def records(folder: Path, values: pl.DataType, *, name: str = "a", where: str = "sea") -> pl.DataFrame:
    """Two partners in 24 months, both flows, three codes; each row worth what its place says."""
    rows = [
        (month, partner, flow, code, 100 * at + 7 * number + (1 if flow == "E" else 2), where)
        for at, month in enumerate(MONTHS)
        for number, partner in enumerate(("US", "JP"))
        for flow in ("E", "I")
        for code in ("854231", "850120", "010121")
    ]
    frame = pl.DataFrame(rows, schema=["mth", "ctry", "i'e", "hs", 'fo"b', "by"], orient="row")
    frame = frame.with_columns(pl.col('fo"b').cast(values))
    folder.mkdir(exist_ok=True)
    frame.write_parquet(folder / f"{name}.parquet", compression="uncompressed")
    return frame


def counting(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What DuckDB is asked from now on."""
    asked: list[object] = []
    done = duckdb_process.done
    monkeypatch.setattr(duckdb_process, "done", lambda words: asked.append(words) or done(words))
    return asked


@pytest.mark.parametrize("values", [pl.Int64(), pl.Int32(), pl.Float64()], ids=str)
def test_duckdb_adds_up_large_files_to_the_last_dollar(
    values: pl.DataType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb")
    folder = tmp_path / "it's [here] 100%"
    whole = records(folder, values)
    table = Table(str(folder), NAMES._replace(where=(("by", ("sea", "o'air")),)), mapped=True)
    asked = counting(monkeypatch)
    rows = answer(table, Asked("TW", "", "", "", ("US",))).rows
    assert len(asked) == 2
    of_us = whole.filter(pl.col("ctry") == "US", pl.col("i'e") == "E", pl.col("mth") == MONTHS[3])
    month = rows.filter(period=MONTHS[3], flow="export")
    told = dict(month.select("commodity", "value").iter_rows())
    # Three rows are worth 301 each: two of chapter 85 and one of chapter 01.
    assert told == {"TOTAL": 903, "85": 602, "01": 301}
    assert told["TOTAL"] == of_us['fo"b'].sum()
    [one] = answer(table, Asked("TW", "", "854231", "hs", ("JP",))).rows.filter(
        period=MONTHS[3], flow="import"
    )["value"]
    assert one == 100 * 3 + 7 + 2


def test_duckdb_that_has_ended_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("duckdb")
    target = tmp_path / "one.parquet"
    asked = f"copy (select 1 as one) to '{target}' (format parquet)"
    assert duckdb_process.done(asked)
    [process] = duckdb_process._running
    process.kill()
    process.wait()
    target.unlink()
    assert duckdb_process.done(asked)
    assert pl.read_parquet(target)["one"].to_list() == [1]
    assert not duckdb_process.done("select what is no SQL")
    # One that nobody needs ends by itself; one that cannot be started is no answer.
    monkeypatch.setattr(duckdb_process, "_IDLE", 0.01)
    duckdb_process._end()
    assert duckdb_process.done(asked)
    assert duckdb_process._running[0].wait(timeout=5) == 0
    monkeypatch.setattr(duckdb_process, "_ASK", "{seconds} / 0")
    assert not duckdb_process.done(asked)


def test_what_duckdb_prints_is_no_answer() -> None:
    pytest.importorskip("duckdb")
    shown = "set enable_progress_bar = true; set progress_bar_time = 1; set threads = 1; "
    assert duckdb_process.done(shown + "select count(*) from range(20_000_000) t(n) where n % 7 = 3")
    duckdb_process._end()


def test_files_are_told_apart_by_duckdb_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("duckdb")
    folder = tmp_path / "it's [here]"
    whole = records(folder, pl.Int64())
    later = whole.with_columns(pl.col("mth").dt.offset_by("-24mo"))
    later.write_parquet(folder / "b.parquet")
    done, told = duckdb_process.done, list[bool]()
    monkeypatch.setattr(duckdb_process, "done", lambda words: told.append(done(words)) or told[-1])
    table = Table(str(folder), NAMES, mapped=True)
    rows = answer(table, Asked("TW")).rows.filter(partner="WORLD", flow="export")
    sums = whole.filter(pl.col("i'e") == "E").group_by("mth").agg(pl.col('fo"b').sum()).sort("mth")['fo"b']
    assert rows.sort("period")["value"].to_list() == [*sums, *sums]
    assert told == [True]
    # The same rows in another order.
    whole.reverse().write_parquet(folder / "b.parquet")
    forget()
    assert said(table, Asked("TW")) == "InvalidData"
    assert told == [True, True]


#: Odd tables of every kind in Parquet, which alone is read as a large table is, and one in CSV.
ODD = (15, 18, 31, 121, 127, 143, 160, 114, 158, 6, 16)


@pytest.mark.drawn
@pytest.mark.parametrize("seed", sorted({*ODD, *range(24)}) if THOROUGH else ODD)
def test_odd_tables_are_answered_as_small_ones_are(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb")
    asked = QUESTIONS[seed % len(QUESTIONS)]
    as_large = said(odd(seed, tmp_path, "polars"), asked)
    monkeypatch.setattr(large, "LEAST", 2**60)
    monkeypatch.setattr(kept, "LEAST", 2**60)
    forget()
    assert as_large == said(odd(seed, tmp_path, "polars"), asked)


def test_without_duckdb_polars_answers_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records(tmp_path / "records", pl.Int64())
    table = Table(str(tmp_path / "records"), NAMES, mapped=True)
    first = said(table, QUESTIONS[2])
    shutil.rmtree(tmp_path / "cache")
    forget()
    monkeypatch.setattr(large, "find_spec", lambda _: None)
    asked = counting(monkeypatch)
    assert said(table, QUESTIONS[2]) == first
    assert not asked
    # Nor does what DuckDB says that it did and left nowhere.
    shutil.rmtree(tmp_path / "cache")
    forget()
    monkeypatch.undo()
    monkeypatch.setenv("TRADE_CACHE_DIR", os.devnull)
    monkeypatch.setattr(large, "LEAST", 1)
    monkeypatch.setattr(large, "find_spec", lambda _: True)
    monkeypatch.setattr(duckdb_process, "done", lambda _: True)
    assert said(table, QUESTIONS[2]) == first


def test_counts_are_read_until_a_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("duckdb")
    folder = tmp_path / "records"
    records(folder, pl.Int64())
    table = Table(str(folder), NAMES, mapped=True)
    asked = counting(monkeypatch)
    first = said(table, Asked("TW"))
    assert len(asked) == 1
    forget()
    assert said(table, Asked("TW")) == first
    assert len(asked) == 1
    # Two values in each other's place, the same size and time of the file.
    path = folder / "a.parquet"
    before = path.stat()
    frame = pl.read_parquet(path)
    frame[0, 'fo"b'], frame[3, 'fo"b'] = frame[3, 'fo"b'], frame[0, 'fo"b']
    frame.write_parquet(path, compression="uncompressed")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    forget()
    assert said(table, Asked("TW")) != first
    assert len(asked) == 2


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None], ids=["empty", "other", "cut"])
def test_what_is_kept_and_damaged_is_counted_again(
    damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records(tmp_path / "records", pl.Int64())
    table = Table(str(tmp_path / "records"), NAMES, mapped=True)
    first = said(table, Asked("TW"))
    for path in (tmp_path / "cache" / "counted").iterdir():
        path.write_bytes(path.read_bytes()[:-9] if damage is None else damage)
    forget()
    assert said(table, Asked("TW")) == first


def test_where_nothing_can_be_kept_there_is_still_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_CACHE_DIR", os.devnull)
    records(tmp_path / "records", pl.Int64())
    assert not isinstance(said(Table(str(tmp_path / "records"), NAMES, mapped=True), Asked("TW")), str)


def test_the_oldest_of_what_is_kept_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_FILES", 3)
    records(tmp_path / "records", pl.Int64())
    table = Table(str(tmp_path / "records"), NAMES, mapped=True)
    for code in ("854231", "850120", "010121"):
        said(table, Asked("TW", "", code, "hs"))
    assert len(list((tmp_path / "cache" / "counted").iterdir())) == 3
