"""The fuzz command: a second of it for every parser, and that it sees what it is there to see."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from tests import fuzz
from tests.conftest import Ran
from tests.drawn import THOROUGH
from tests.fuzz import fault, main, run
from tests.parsers import PARSERS, Parser
from tests.taking import takes_at_most
from tradecli import claims
from tradecli.errors import QueryError, StoreError
from tradecli.own_table import columns_option
from tradecli.store import manifest


def fails(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    if "9" in text:
        raise ValueError("nine")
    raise QueryError("two\nlines" if "8" in text else "one line")


@pytest.mark.drawn
@pytest.mark.parametrize("name", PARSERS)
def test_every_parser_for_a_moment(name: str) -> None:
    *faults, counted = run(name, PARSERS[name](), "test", 2 if THOROUGH else 0.25)
    assert faults == []
    assert counted.endswith("0 kinds of faults")


def test_faults_are_told_with_their_seed_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "FOUND", tmp_path)
    monkeypatch.setattr(fuzz, "PARSERS", {"made-up": lambda: Parser(fails, [b"100"])})
    assert main(["made-up", "--minutes=0.02", "--seed=7"]) == 1
    told = capsys.readouterr().out
    assert "made-up --seed=7, input " in told
    assert "ValueError: nine" in told
    for kept in tmp_path.iterdir():
        number = int(kept.name.rpartition("-")[2])
        content = kept.read_bytes()
        assert content == fuzz.made(Parser(fails, [b"100"]), "made-up", "7", number)
        assert fault(Parser(fails, []), content)


def test_messages_of_two_lines_and_long_work_are_faults() -> None:
    assert "no line" in fault(Parser(fails, []), b"8")
    assert fault(Parser(fails, []), b"7") == ""
    assert fault(Parser(lambda _: None, []), b"") == ""

    def works(_: bytes) -> None:
        ends = time.process_time() + 1.05
        while time.process_time() < ends:
            pass

    assert "seconds for 3 bytes" in fault(Parser(works, []), b"abc")
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


# What it found.


@pytest.mark.parametrize(
    "text", ["where=0,where.mot=0", "where.mot=0,where=0", "where=0", "decimals=" + "9" * 10_000]
)
def test_columns_that_mean_nothing(text: str) -> None:
    with pytest.raises(QueryError):
        columns_option.read(text)


@pytest.mark.parametrize("day", [-719_163, 2_932_897, 2**31 - 1])
def test_days_that_no_calendar_has(day: int, trade: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    rows = pl.DataFrame({"period": [20_000, day], "partner": "US", "flow": "E", "value": 5})
    rows.with_columns(pl.col("period").cast(pl.Int32).cast(pl.Date)).write_parquet(path)
    ran = trade("exports", "--partner", "US", "--table", str(path))
    assert (ran.code, ran.out) == (5, "")
    assert "the column 'period' holds days before the year 1 or after 9999" in ran.err


@pytest.mark.parametrize("line", ["decimals = {}", "export = [{}]", "where = {{ mot = {} }}"])
def test_whole_numbers_of_thousands_of_digits(line: str, tmp_path: Path) -> None:
    path = tmp_path / "columns.toml"
    path.write_text(line.format("0x" + "f" * 5_000) + "\n", encoding="utf-8")
    with pytest.raises(QueryError, match="is not TOML: Exceeds the limit"):
        columns_option.read(str(path))


def test_a_manifest_of_brackets_without_end() -> None:
    with pytest.raises(StoreError, match="is damaged"):
        manifest.parsed(b"[" * 100_000)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a." * 6_000 + "a = 1", "a line has over 500 dots"),
        ("a = " + "[" * 10_000, "it is nested too deeply"),
        ("a = 0x" + "f" * 5_000, "Exceeds the limit"),
    ],
)
def test_toml_without_end(text: str, why: str) -> None:
    def refused() -> None:
        with pytest.raises(QueryError, match=f"the claims are not TOML: {why}"):
            claims.read(f"[[claim]]\n{text}\n")

    assert takes_at_most(fuzz.SECONDS, refused)
