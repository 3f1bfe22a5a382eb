"""The command line over own tables: what every data command answers, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
COLUMNS = "period=month,partner=ctry,flow=ie,value=usd,commodity=hs6"
#: Two years of trade with two partners, each month the same but for growth: sums can be made in the head.
MONTHS = [date(year, month, 1) for year in (2024, 2025) for month in range(1, 13)]


def records() -> pl.DataFrame:
    """Exports of 100 a month of each of two codes to each partner, 150 in 2025 of one; imports of 30."""
    rows = []
    for month in MONTHS:
        chips = 150 if month.year == 2025 else 100
        for partner in ("US", "JPN"):
            rows += [(month, partner, "E", chips, "854231"), (month, partner, "E", 100, "030111")]
            rows.append((month, partner, "I", 30, "854290"))
    schema = {
        "month": pl.Date(),
        "ctry": pl.String(),
        "ie": pl.String(),
        "usd": pl.Int64(),
        "hs6": pl.String(),
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    """The records in two files of a folder."""
    folder = tmp_path / "records"
    folder.mkdir()
    records().head(60).write_parquet(folder / "a.parquet")
    records().tail(-60).write_parquet(folder / "b.parquet")
    return folder


def asked(trade: Trade, table: Path, *words: str) -> dict[str, str]:
    """The value of each flow and span that `surplus` tells of a table."""
    ran = trade("surplus", "--table", str(table), "--columns", COLUMNS, *words, "--format", "csv")
    assert ran.code == 0, ran.err
    return {f"{row['flow']} {row['span']}": row["value"] for row in ran.rows}


def test_surplus_of_own_records_is_the_sum_worked_out_by_hand(trade: Trade, table: Path) -> None:
    found = asked(trade, table, "--partner", "US", "--through", "2025-11")
    # 150 + 100 out and 30 in a month, eleven of them.
    assert found["export month"] == "250"
    assert found["export year_to_date"] == "2750"
    assert found["import year_to_date"] == "330"
    assert found["balance year_to_date"] == "2420"
    world = asked(trade, table, "--partner", "WORLD", "--through", "2025-11")
    assert world["balance year_to_date"] == "4840"


@pytest.mark.parametrize(("code", "value"), [("hs:85", "1800"), ("hs:8542", "1800"), ("hs:854231", "1800")])
def test_codes_roll_up(trade: Trade, table: Path, code: str, value: str) -> None:
    words = ("--table", str(table), "--columns", COLUMNS, "--partner", "US", "--commodity", code)
    last = trade("exports", *words, "--format", "csv").rows[-1]
    assert last["ytd"] == value


def test_growth_is_of_the_same_months(trade: Trade, table: Path) -> None:
    ran = trade("surplus", "--table", str(table), "--columns", COLUMNS, "--partner", "US", "--format", "json")
    rows = {(row["flow"], row["span"]): row for row in json.loads(ran.out)["rows"]}
    assert rows["export", "month"]["yoy"] == 25.0
    assert rows["balance", "year_to_date"]["base_value"] == 12 * 170


def test_own_records_answer_series_of_several_partners_with_their_shares(trade: Trade, table: Path) -> None:
    ran = trade(
        *("exports", "--table", str(table), "--columns", COLUMNS, "--partner", "US,JP"),
        *("--by", "quarter", "--from", "2024-Q4", "--through", "2025-03", "--share", "--format", "csv"),
    )
    # Three months of 100 + 100, then of 150 + 100; each partner has half of the world's.
    assert [(row["partner"], row["period"], row["value"], row["share"]) for row in ran.rows] == [
        ("US", "2024-Q4", "600", "50.0"),
        ("US", "2025-Q1", "750", "50.0"),
        ("JP", "2024-Q4", "600", "50.0"),
        ("JP", "2025-Q1", "750", "50.0"),
    ]
    assert [row["qoq"] for row in ran.rows] == ["0.0", "25.0"] * 2


@pytest.mark.parametrize(
    "command", ["exports", "imports", "records", "partners", "drivers", "chart", "brief"]
)
def test_every_data_command_answers(trade: Trade, table: Path, command: str) -> None:
    ran = trade(command, "--table", str(table), "--columns", COLUMNS, "--format", "table")
    assert ran.code == 0, ran.err
    assert str(table) in ran.out + ran.err


def test_a_claim_is_checked_against_own_records(trade: Trade, table: Path) -> None:
    words = ("--table", str(table), "--columns", COLUMNS)
    assert trade("check", "exports to US 2025-11: +25.0 % y/y", *words).code == 0
    assert trade("check", "exports to US 2025-11: +26.0 % y/y", *words).code == 1


def test_drivers_of_own_records_are_chapters(trade: Trade, table: Path) -> None:
    words = ("--table", str(table), "--columns", COLUMNS, "--flow", "export", "--partner", "US")
    rows = {row["part"]: row for row in trade("drivers", *words, "--format", "csv").rows}
    assert rows["hs:85"]["change"] == str(12 * 50)
    assert rows["hs:03"]["change"] == "0"
    assert float(rows["hs:85"]["contribution"]) == 25.0


def test_a_file_of_observations_answers_as_the_source_it_is_of(trade: Trade) -> None:
    held = CHECKOUT / "tradecli" / "data" / "mof.parquet"
    words = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")
    assert trade(*words, "--table", str(held)).rows == trade(*words).rows


def test_columns_can_be_named_in_a_file(trade: Trade, table: Path, tmp_path: Path) -> None:
    named = tmp_path / "columns.toml"
    lines = [*(f'{pair.partition("=")[0]} = "{pair.partition("=")[2]}"' for pair in COLUMNS.split(","))]
    named.write_text("\n".join([*lines, "value_unit = 1000", 'export = ["E", "1"]', 'currency = "USD"']))
    words = ("surplus", "--table", str(table), "--columns", str(named), "--partner", "US", "--format", "csv")
    ran = trade(*words)
    assert ran.code == 0, ran.err
    assert ran.rows[0]["value"] == "250000"


def test_csv_arrow_and_folders_by_month_are_read(trade: Trade, tmp_path: Path) -> None:
    frame = records()
    frame.write_csv(tmp_path / "records.csv")
    frame.write_ipc(tmp_path / "records.arrow")
    for month, part in frame.with_columns(pl.col("month").dt.strftime("%Y-%m")).group_by("month"):
        folder = tmp_path / "hive" / f"month={month[0]}"
        folder.mkdir(parents=True)
        part.drop("month").write_parquet(folder / "part.parquet")
    wanted = asked(trade, tmp_path / "records.csv", "--partner", "US")
    assert wanted["balance year_to_date"] == str(12 * 220)
    for name in ("records.arrow", "hive", "hive/*/*.parquet"):
        assert asked(trade, tmp_path / name, "--partner", "US") == wanted


def test_where_figures_are_from_is_told(trade: Trade, table: Path) -> None:
    words = ("--table", str(table / "a.parquet"), "--columns", COLUMNS, "--format", "json")
    told = json.loads(trade("exports", *words).out)
    [entry] = told["provenance"].values() if isinstance(told["provenance"], dict) else told["provenance"]
    assert entry["file"].endswith("a.parquet")
    assert len(entry["sha256"]) == 64
    assert entry["columns"]["value"] == "usd"
    assert entry["rows"] == 60


def test_bad_rows_are_told_by_rule_and_never_guessed_at(trade: Trade, table: Path) -> None:
    bad = pl.DataFrame(
        {
            "month": [date(2025, 1, 1)] * 2,
            "ctry": ["US", "Atlantis"],
            "ie": ["?", "E"],
            "usd": [5, 7],
            "hs6": ["854231"] * 2,
        }
    )
    bad.write_parquet(table / "c.parquet")
    ran = trade("surplus", "--table", str(table), "--columns", COLUMNS, "--format", "csv")
    assert "1 of 146 rows is left out: 1 with an unknown flow" in ran.err
    assert "'Atlantis' (1)" in ran.err


@pytest.mark.parametrize("suffix", ["parquet", "csv", "arrow"])
def test_a_total_that_is_less_than_its_parts_is_refused_wherever_it_stands(
    trade: Trade, tmp_path: Path, suffix: str
) -> None:
    frame = pl.concat([records()] * 20)
    total = frame.tail(1).with_columns(hs6=pl.lit(" Total "))
    path = tmp_path / f"records.{suffix}"
    whole = pl.concat([frame, total])
    {"parquet": whole.write_parquet, "csv": whole.write_csv, "arrow": whole.write_ipc}[suffix](path)
    ran = trade("surplus", "--table", str(path), "--columns", COLUMNS, "--partner", "US")
    assert ran.code == 5
    assert "the parts of the total of all goods are more than it" in ran.err
    assert not ran.out


REFUSED = [
    (("--columns", COLUMNS), 2, "--columns is about an own table"),
    (("--engine", "duckdb"), 2, "--engine is about an own table"),
    (("--table", "TABLE", "--engine", "dask"), 2, "there is no engine 'dask'"),
    (("--table", "/nowhere/at/all.parquet"), 2, "there is no table at /nowhere/at/all.parquet"),
    (("--table", "TABLE"), 2, "the table has no column 'period'"),
    (("--table", "TABLE", "--columns", "month"), 2, "there is no layout 'month'"),
    (("--table", "TABLE", "--columns", "when=month"), 2, "there is no column 'when' to name"),
    (("--table", "TABLE", "--columns", "value=usd,value_unit=12"), 2, "is no unit"),
    (("--table", "TABLE", "--columns", COLUMNS, "--policy"), 2, "official figures"),
    (("--table", "TABLE", "--columns", COLUMNS, "--commodity", "hs:77"), 3, ""),
    (("--table", "s3://bucket/x.parquet", "--columns", COLUMNS, "--cube"), 2, "on this machine only"),
]


@pytest.mark.parametrize(("words", "code", "message"), REFUSED)
def test_what_makes_no_sense_is_refused(
    trade: Trade, table: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    ran = trade("surplus", *(str(table) if word == "TABLE" else word for word in words))
    assert ran.code == code, ran.err
    assert message in ran.err
    assert ran.err.count("\n") <= 2
    assert not ran.out or ran.out.startswith('{"error"')


@pytest.mark.parametrize("content", [b"", b"PAR1 and nothing more", b"month,ctry\n2025-01,US\n"])
def test_a_file_that_is_not_what_its_name_says_is_refused(
    trade: Trade, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.parquet"
    path.write_bytes(content)
    ran = trade("surplus", "--table", str(path), "--columns", COLUMNS)
    assert ran.code in {2, 3, 4, 5}
    assert "broken.parquet" in ran.err
    assert "Traceback" not in ran.err


def test_duckdb_gives_the_same_csv(trade: Trade, table: Path) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    words = ("surplus", "--table", str(table), "--columns", COLUMNS, "--partner", "US", "--format", "csv")
    assert trade(*words, "--engine", "duckdb").out == trade(*words).out


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_another_separator_is_seen(sign: str, trade: Callable[..., Ran], tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"m{sign}c{sign}f{sign}v\n2025-01{sign}US{sign}E{sign}5\n", encoding="utf-8")
    words = ("--table", str(table), "--columns", "period=m,partner=c,flow=f,value=v")
    assert trade("exports", "--partner", "US", *words, "--format", "csv").rows[-1]["value"] == "5"


def test_a_release_of_a_table_without_goods_names_what_it_leaves_out(
    trade: Callable[..., Ran], tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    months = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)][:23]
    rows = [f"{month},US,{flow},{value}" for month in months for flow, value in (("E", 2), ("I", 1))]
    table.write_text("\n".join(["m,c,f,v", *rows, ""]), encoding="utf-8")
    words = ("--table", str(table), "--columns", "period=m,partner=c,flow=f,value=v,complete=2025-11")
    ran = trade("brief", *words, "--format", "md")
    assert ran.code == 0, ran.err
    assert "# Taiwan's exports were US$ 2 in November 2025" in ran.out
    assert "the release has no part on commodities" in ran.out
    assert "no column 'commodity'" in ran.out
