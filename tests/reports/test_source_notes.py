"""What an answer says of its sources: how old they are, once, and in every form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

import tradecli as trade
from tests.conftest import CHECKOUT, Ran
from tests.made_up import known, months
from tradecli.errors import SourceError
from tradecli.question import STALE
from tradecli.reports.source_notes import YEAR, of

Run = Callable[..., Ran]

#: What is held of India's totals ends with August 2025, published on 2025-09-15.
OLD = "Reserve Bank of India: the newest available figures are of August 2025, published 2025-09-15, "
OLD_ZH = "附註：印度儲備銀行：現有最新資料為2025年8月，2025-09-15發布，距今"
#: A file whose rows have a bad month among fifty.
RECORDS = "month,country,flow,value\n" + "".join(
    f"{2024 + step // 12}-{step % 12 + 1:02},{country},{flow},100\n"
    for step in range(23)
    for country in ("US", "JP", "Atlantis")
    for flow in ("E", "I")
)


def test_the_age_is_read_first_where_no_month_is_asked_for(run: Run) -> None:
    shown = run("surplus", "--reporter", "IN", "--format", "table")
    assert shown.err.splitlines()[0].startswith(f"note: {OLD}")
    assert shown.err.count("days old") == 1
    assert shown.err.splitlines()[0].endswith(" days old; newer ones are at https://data.rbi.org.in/")
    piped = run("surplus", "--reporter", "IN", "--format", "csv")
    assert piped.err.startswith(f"note: {OLD}")
    assert piped.err.count("\n") == 1
    assert run("surplus", "--reporter", "IN", "--format", "table", "--lang", "zh").err.startswith(OLD_ZH)


@pytest.mark.parametrize("form", ["json", "ndjson", "markdown", "html"])
def test_a_form_with_notes_holds_it_once(run: Run, form: str) -> None:
    ran = run("surplus", "--reporter", "IN", "--format", form)
    assert (ran.out.count(OLD), ran.err) == (1, "")


def test_python_is_told(run: Run) -> None:
    answer = trade.surplus(reporter="IN")
    assert answer.notes[0].key.startswith("age")
    assert answer.notes[0].text.startswith(OLD)
    assert OLD in str(trade.brief(reporter="IN").to("markdown"))
    assert json.loads(run("surplus", "--reporter", "IN", "--format", "json").out)["notes"][0] == {
        "key": answer.notes[0].key,
        "text": answer.notes[0].text,
    }


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ({"reporter": "US", "partner": "MX"}, "trade fetch census"),
        # Alone it brings totals, and a source of many reporters is to be told whose figures.
        (
            {"reporter": "US", "partner": "CN", "commodity": "85"},
            "trade fetch census --reporter US --partner CN --commodity hs:85",
        ),
        ({"reporter": "VN", "partner": "US", "source": "imf"}, "trade fetch imf --reporter VN --partner US"),
    ],
)
def test_the_command_for_newer_figures_brings_them(asked: dict[str, str], command: str) -> None:
    age = next(note for note in trade.imports(**asked).notes if note.key.startswith("age"))  # type: ignore[arg-type]
    assert age.text.endswith(f": {command}")


@pytest.mark.parametrize(
    "words",
    [
        "surplus --reporter US --through 2022-12",
        "exports --reporter US --through 2022-11",
        "surplus --reporter US --as-of 2023-03-10",
        "brief --reporter US --through 2022-12 --format markdown",
    ],
)
def test_a_closed_month_and_a_day_have_no_age(run: Run, words: str) -> None:
    ran = run(*words.split(), *([] if "markdown" in words else ["--format", "table"]))
    assert ran.code == 0
    assert "days old" not in ran.out + ran.err


def test_of_two_sources_each_is_told_once() -> None:
    told = [note for note in trade.mirror("US").notes if note.key.startswith("age")]
    assert len(told) == len({note.text.split(":")[0] for note in told}) == 2


@pytest.mark.parametrize(
    ("days", "key"), [(STALE, []), (STALE + 1, ["age"]), (YEAR, ["age"]), (YEAR + 1, ["age.very_old"])]
)
def test_the_days_are_counted_from_the_newest_vintage(days: int, key: list[str]) -> None:
    figures = known(months("export", "2025-11", [5, 6], vintage="2026-01-09"))
    asked = figures._replace(today=date(2026, 1, 9) + timedelta(days=days))
    assert [note.key for note in of([asked, asked])] == key
    # December is the newest: that of November is not told, the age of December's may matter.
    assert list(of([asked], date(2025, 11, 1))) == []
    assert [note.key for note in of([asked], date(2025, 12, 1))] == key
    assert [note.facts["days"] for note in of([asked])] == [days] * len(key)


@pytest.mark.parametrize(("today", "key"), [(date(2026, 3, 7), []), (date(2026, 3, 20), ["age"])])
def test_old_figures_are_told_only_when_newer_ones_must_be_out(today: date, key: list[str]) -> None:
    # January's figures, come by 9 January: those of February come out around the 8th of March.
    figures = known(months("export", "2025-12", [5, 6], vintage="2026-01-09"))._replace(today=today)
    assert (today - date(2026, 1, 9)).days > STALE
    assert [note.key for note in of([figures])] == key


def test_of_one_source_the_oldest_is_told() -> None:
    today = date(2026, 11, 1)
    newer = known(months("export", "2025-11", [5], vintage="2026-01-09"))._replace(today=today)
    older = known(months("export", "2024-11", [5], vintage="2025-01-09"))._replace(today=today)
    for both in ([newer, older], [older, newer]):
        assert [note.facts["day"] for note in of(both)] == [date(2025, 1, 9)]


def test_strict_still_refuses(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("TRADE_STRICT", "1")
    assert run("surplus", "--reporter", "US").code == SourceError.exit_code
    assert run("surplus", "--reporter", "US", "--as-of", "2023-03-10").code == 0


@pytest.mark.parametrize(
    ("words", "month"),
    [
        # Published on 2025-12-09, known for the world that day with all flows.
        ("surplus --as-of 2025-12-09", "2025-11"),
        ("surplus --as-of 2025-12-08", "2025-10"),
        ("surplus --partner US --as-of 2026-01-09", "2025-12"),
        ("exports --as-of 2025-12-09", "2025-11"),
        ("records --as-of 2025-12-09", "2025-11"),
    ],
)
def test_the_month_of_an_earlier_day_is_the_newest_known_then(run: Run, words: str, month: str) -> None:
    rows = run(*words.split(), "--format", "csv").rows
    assert rows[-1]["period"] == month


def test_an_older_balance_points_to_the_newest_month_of_a_flow() -> None:
    # On 2025-12-09 the ministry gave November's exports to the United States; imports were held to August.
    answer = trade.surplus("US", as_of="2025-12-09")
    said = [note.text for note in answer.notes if note.key == "newer_month"]
    assert answer.df["period_label"][0] == "2025-08"
    assert said[0] == "exports of November 2025 are out, the balance is not: --through 2025-11"
    assert [note for note in trade.surplus("US", "2025-08").notes if note.key == "newer_month"] == []


def test_notes_of_an_own_table_are_in_the_language_asked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_text(RECORDS + "2025-13,US,E,100\n", encoding="utf-8")
    asked = ("exports", "--table", str(path), "--reporter", "TW", "--columns", COLUMNS, "--skip-bad")
    english, chinese = run(*asked, "--format", "csv"), run(*asked, "--format", "csv", "--lang", "zh")
    assert f"note: own table {path}: 1 of 139 rows is left out: 1 with an unreadable period\n" in english.err
    assert f"附註：自有資料表{path}：139列中1列未採計：期別無法辨識1列\n" in chinese.err
    assert "'Atlantis' (46)" in english.err
    assert "Atlantis（46列）" in chinese.err
    assert "note:" not in chinese.err
    told = json.loads(run(*asked, "--format", "json").out)["notes"]
    assert {"own_table_dropped", "own_table_unknown"} <= {note["key"] for note in told}


COLUMNS = "period=month,partner=country,flow=flow,value=value"

#: Each asks Python for something that has something to say, and prints what the answer says.
QUIET = {
    "age": ("trade.surplus(reporter='US')", "newer ones are due"),
    "a damaged store": ("trade.surplus('US')", "answering from the embedded data"),
    "sources of a damaged store": ("trade.sources()", "answering from the embedded data"),
    "a key that is not used": ("trade.sources()", "is not used"),
    "an own table": (
        f"trade.exports(table='records.csv', reporter='TW', columns='{COLUMNS}')",
        "no list knows",
    ),
    "a source that cannot be reached": ("trade.fetch('mof', 'census', dry_run=True)", "is not used"),
}


@pytest.mark.parametrize("name", QUIET)
def test_python_writes_nothing_to_standard_error(name: str, tmp_path: Path) -> None:
    ask, said = QUIET[name]
    (tmp_path / "records.csv").write_text(RECORDS, encoding="utf-8")
    for file in ("manifest.json", "manifest.copy.json"):
        (tmp_path / file).write_text("damaged", encoding="utf-8")
    if "store" not in name:
        (tmp_path / "manifest.json").unlink()
        (tmp_path / "manifest.copy.json").unlink()
    (tmp_path / "keys.toml").write_text("canary", encoding="utf-8")
    (tmp_path / "keys.toml").chmod(0o600)
    code = f"import tradecli as trade; print(*[note.text for note in ({ask}).notes], sep='\\n')"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRADE_")}
    settings = {"TRADE_DATA_DIR": str(tmp_path), "TRADE_CONFIG_DIR": str(tmp_path), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
        env={**kept, "PYTHONPATH": str(CHECKOUT), **settings},
    )
    assert (ran.stderr, ran.returncode) == ("", 0)
    assert said in ran.stdout
