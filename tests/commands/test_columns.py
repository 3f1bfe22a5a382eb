"""The machine columns of every command, options and their environment twins, and files."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import Ran

Trade = Callable[..., Ran]
NEWS = ("surplus", "--partner", "US", "--through", "2025-11")

#: What each command promises to carry at least.
PROMISED = {
    "surplus": (
        "reporter partner flow span period value value_note base_value change yoy yoy_note "
        "previous_year record record_since previous_record previous_record_period basis "
        "currency precision source vintage vintage_basis"
    ),
    "exports": (
        "reporter partner flow period value mom yoy ytd ytd_yoy rolling_12 rank record streak basis vintage "
        "ytd_basis rolling_12_basis source"
    ),
    "imports": (
        "reporter partner flow period value mom yoy ytd ytd_yoy rolling_12 rank record streak basis vintage "
        "ytd_basis rolling_12_basis source"
    ),
    "records": "kind partner flow period value rank since previous_value previous_period statement",
    "sources": "source publisher covers first_month newest_month newest_vintage key_needed licence",
    "codes": "type code classification name name_zh",
}


@pytest.mark.parametrize("command", PROMISED)
def test_the_columns_are_there_in_every_machine_format(trade: Trade, command: str) -> None:
    header = trade(command, "--format", "csv").out.splitlines()[0].split(",")
    assert [name for name in PROMISED[command].split() if name not in header] == []
    assert all(name.islower() and name.isidentifier() for name in header)
    tsv = trade(command, "--format", "tsv").out.splitlines()[0].split("\t")
    rows = json.loads(trade(command, "--format", "json").out)["rows"]
    lines = trade(command, "--format", "ndjson").out.splitlines()
    assert tsv == list(rows[0])[:-1] == list(json.loads(lines[0]))[:-1] == header
    assert list(rows[0])[-1] == "origins"
    assert [json.loads(line) for line in lines[: len(rows)]] == rows


@pytest.mark.parametrize("command", PROMISED)
def test_no_machine_format_holds_nan_inf_or_minus_zero(trade: Trade, command: str) -> None:
    for row in json.loads(trade(command, "--format", "json").out)["rows"]:
        for value in row.values():
            if isinstance(value, float):
                assert math.isfinite(value)
                assert str(value) != "-0.0"
            assert value not in ("nan", "inf", "-0", "-0.0", "-0.00", "")


def test_json_says_all_that_a_person_reads(trade: Trade) -> None:
    answer = json.loads(trade(*NEWS, "--format", "json", "--as-of", "2026-01-09").out)
    assert answer["schema"] == "trade.surplus/1"
    assert answer["question"] == {
        "reporter": "TW",
        "partner": "US",
        "commodity": "TOTAL",
        "classification": "total",
        "adjustment": "none",
        "source": "mof",
        "as_of": "2026-01-09",
        "as_of_strict": False,
        "through": "2025-11",
    }
    assert answer["currency"] == "USD"
    assert answer["title"] == "Taiwan's trade surplus with the United States, January-November 2025"
    assert answer["subtitle"].startswith("US$ billion · Taiwan Ministry of Finance")
    assert {"key": "adjustment", "text": "in current US$, not seasonally adjusted"} in answer["notes"]
    entry = answer["provenance"][0]
    assert set(entry) >= {"id", "file", "sha256", "vintage", "address", "licence"}
    assert all(len(entry["sha256"]) == 64 for entry in answer["provenance"])


def test_findings_are_the_sentences_with_their_facts_and_origins(trade: Trade) -> None:
    answer = json.loads(trade(*NEWS, "--format", "json").out)
    printed = " ".join(trade(*NEWS, "--format", "table", "--why").out.split())
    assert all(finding["text"] in printed for finding in answer["findings"])
    known = {entry["id"] for entry in answer["provenance"]}
    assert all(set(finding["origins"]) <= known for finding in answer["findings"])
    record = next(finding for finding in answer["findings"] if finding["key"] == "record")
    # 131.03 against 58.49 billion a year before; the ministry's series begins in 2001.
    figure, rank = record["facts"]["figure"], record["facts"]["rank"]
    assert (figure["window"], figure["value"]) == ("2025-01/2025-11", 131_027_476_000)
    assert (rank["rank"], rank["previous"], rank["since"]) == (1, 58_485_989_000, "2001-11")
    assert record["facts"]["since"] == "2001-01/2001-11"


def test_each_row_names_the_files_behind_its_figure(trade: Trade) -> None:
    answer = json.loads(trade(*NEWS, "--format", "json").out)
    files = {entry["id"]: entry["file"] for entry in answer["provenance"]}
    rows = {
        (row["flow"], row["span"]): [files[origin] for origin in row["origins"]] for row in answer["rows"]
    }
    assert rows["export", "month"] == ["mof/2026-10-08/u2010ex.csv"]
    assert rows["import", "month"] == ["mof/2026-09-09/u2010im.csv"]
    assert set(rows["balance", "month"]) == set(rows["export", "month"] + rows["import", "month"])


def test_ndjson_has_findings_notes_and_provenance_as_lines_of_their_own(trade: Trade) -> None:
    answer = json.loads(trade(*NEWS, "--format", "json").out)
    lines = [json.loads(line) for line in trade(*NEWS, "--format", "ndjson").out.splitlines()]
    assert [line for line in lines if "type" not in line] == answer["rows"]
    for kind, name in (("finding", "findings"), ("note", "notes"), ("provenance", "provenance")):
        assert [line for line in lines if line.get("type") == kind] == [
            {"type": kind, **entry} for entry in answer[name]
        ]
    [head] = [line for line in lines if line.get("type") == "answer"]
    assert head["title"] == answer["title"]
    assert head["question"] == answer["question"]


@pytest.mark.parametrize(
    ("words", "unit", "shown"),
    [
        ((), "billion", "131.03"),
        (("--lang", "zh"), "yi", "1,310.27"),
        (("--unit", "million"), "million", "131,027.5"),
    ],
)
def test_a_display_column_says_its_unit(trade: Trade, words: tuple[str, ...], unit: str, shown: str) -> None:
    row = trade(*NEWS, *words).rows[-1]
    assert (row["value"], row["value_display"], row["display_unit"]) == ("131027476000", shown, unit)


def test_the_press_figure_is_traced_to_its_article(trade: Trade) -> None:
    answer = json.loads(trade(*NEWS, "--format", "json", "--as-of", "2026-01-09").out)
    assert any(
        entry["file"].endswith("press.csv") and entry["vintage"] == "2026-01-09"
        for entry in answer["provenance"]
    )


def test_surplus_has_three_flows_of_two_spans(trade: Trade) -> None:
    keys = [(row["span"], row["flow"]) for row in trade(*NEWS).rows]
    assert keys == [
        (span, flow) for span in ("month", "year_to_date") for flow in ("export", "import", "balance")
    ]


def test_a_sign_change_has_a_swing_and_no_percentage(trade: Trade) -> None:
    rows = {
        (row["flow"], row["span"]): row
        for row in trade("surplus", "--partner", "CN", "--through", "2026-08").rows
    }
    ytd, month = rows["balance", "year_to_date"], rows["balance", "month"]
    # 79.499194 - 82.559021 against 63.493139 - 58.760816, from the ministry's table of 2026-10.
    assert (ytd["value"], ytd["change"]) == ("-3059827000", "-7792150000")
    assert (ytd["yoy"], ytd["yoy_note"], ytd["yoy_display"]) == ("", "sign_change", "swing")
    assert (month["yoy_display"], month["yoy_note"]) == ("-99.6 %", "")


def test_a_deficit_of_the_other_reporter_is_its_own_figure(trade: Trade) -> None:
    rows = trade("surplus", "--reporter", "US", "--partner", "TW", "--through", "2025-12").rows
    assert {row["source"] for row in rows if row["value"]} == {"census"}
    deficit = next(row for row in rows if (row["flow"], row["span"]) == ("balance", "year_to_date"))
    assert int(deficit["value"]) < 0
    assert float(deficit["yoy"]) > 0
    assert "deficit_widened" in deficit["yoy_note"]


def test_an_area_is_the_sum_of_its_members_and_says_so(trade: Trade) -> None:
    def value(partner: str, flow: str) -> int:
        rows = trade("surplus", "--partner", partner, "--through", "2026-08", "--format", "csv").rows
        return next(int(row["value"]) for row in rows if (row["flow"], row["span"]) == (flow, "month"))

    for flow in ("export", "import"):
        assert value("CN+HK", flow) == value("CN", flow) + value("HK", flow)
    told = trade("surplus", "--partner", "CN+HK", "--through", "2026-08", "--format", "table").err
    assert "CN+HK: the sum of its members" in told


@pytest.mark.parametrize(
    ("words", "twins"),
    [
        (("--reporter", "US", "--partner", "TW"), {"TRADE_REPORTER": "US", "TRADE_PARTNER": "TW"}),
        (("--through", "2025-11", "--partner", "US"), {"TRADE_THROUGH": "2025-11", "TRADE_PARTNER": "US"}),
        (("--format", "json"), {"TRADE_FORMAT": "json"}),
        (("--as-of", "2026-01-09"), {"TRADE_AS_OF": "2026-01-09"}),
        (
            ("--as-of", "2025-09-12", "--as-of-strict"),
            {"TRADE_AS_OF": "2025-09-12", "TRADE_AS_OF_STRICT": "1"},
        ),
        (("--source", "mof"), {"TRADE_SOURCE": "mof"}),
        (("--unit", "million", "--digits", "3"), {"TRADE_UNIT": "million", "TRADE_DIGITS": "3"}),
        (("--lang", "zh", "--format", "table"), {"TRADE_LANG": "zh", "TRADE_FORMAT": "table"}),
    ],
)
def test_every_option_has_a_twin_in_the_environment(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], twins: dict[str, str]
) -> None:
    asked, plain = trade("surplus", *words), trade("surplus")
    for name, value in twins.items():
        monkeypatch.setenv(name, value)
    assert trade("surplus") == asked
    assert asked.code == 0
    if "--source" not in words:
        assert asked.out != plain.out


def test_twins_of_the_flows(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = trade("exports", "--months", "3", "--adjustment", "seasonal")
    goods = trade("exports", "--commodity", "hs-section:16", "--months", "3")
    monkeypatch.setenv("TRADE_MONTHS", "3")
    monkeypatch.setenv("TRADE_ADJUSTMENT", "seasonal")
    assert trade("exports") == asked
    monkeypatch.setenv("TRADE_ADJUSTMENT", "none")
    monkeypatch.setenv("TRADE_COMMODITY", "hs-section:16")
    assert trade("exports") == goods
    assert len(asked.rows) == len(goods.rows) == 3
    assert goods.out != asked.out


def test_the_command_line_wins_over_the_environment(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADE_PARTNER", "JP")
    monkeypatch.setenv("TRADE_FORMAT", "json")
    assert {row["partner"] for row in trade(*NEWS, "--format", "csv").rows} == {"US"}


def test_unit_and_digits_change_what_is_shown_and_no_figure(trade: Trade) -> None:
    plain, fine = trade(*NEWS).rows, trade(*NEWS, "--unit", "million", "--digits", "3").rows
    assert [row.pop("value_display") for row in fine][-1] == "131,027.476"
    assert [row.pop("value_display") for row in plain][-1] == "131.03"
    assert {row.pop("display_unit") for row in fine} == {"million"}
    assert {row.pop("display_unit") for row in plain} == {"billion"}
    assert fine == plain


def test_chinese_changes_words_and_no_figure(trade: Trade) -> None:
    english, chinese = trade(*NEWS).rows, trade(*NEWS, "--lang", "zh").rows
    assert chinese[-1].pop("value_display") == "1,310.27"
    assert english[-1].pop("value_display") == "131.03"
    assert (chinese[-1].pop("yoy_display"), english[-1].pop("yoy_display")) == ("+124.0%", "+124.0 %")
    assert (chinese[-1].pop("display_unit"), english[-1].pop("display_unit")) == ("yi", "billion")
    assert chinese[-1] == english[-1]


def test_as_of_answers_with_what_was_known(trade: Trade) -> None:
    told = trade(*NEWS, "--as-of", "2026-01-09", "--format", "table")
    assert "as of 2026-01-09" in told.out
    assert "growth of the balance rests on an older base: all of 2024" in told.err
    assert "imports: only 8 of 11 months are available" in told.err
    assert max(row["vintage"] for row in trade(*NEWS, "--as-of", "2026-01-09").rows) == "2026-01-09"


def test_as_of_says_where_a_day_is_only_inferred(trade: Trade) -> None:
    asked = ("surplus", "--partner", "US", "--through", "2025-06", "--as-of", "2025-07-08")
    loose = trade(*asked, "--format", "table")
    assert "is an inferred day" in loose.err
    strict = trade(*asked, "--as-of-strict", "--format", "table")
    assert strict.out != loose.out
    assert "is an inferred day" not in strict.err


def test_codes_find_places_and_goods_by_any_name(trade: Trade) -> None:
    for text in ("US", "usa", "842", "United States", "美國"):
        assert "US" in {row["code"] for row in trade("codes", text).rows}
    assert {row["classification"] for row in trade("codes", "hs-section").rows} == {"hs-section"}


def test_sources_tell_what_they_hold(trade: Trade) -> None:
    rows = {row["source"]: row for row in trade("sources").rows}
    # Counted in the tables the dataset was built from.
    held = {source: int(row["rows"]) for source, row in rows.items()}
    nothing = dict.fromkeys(("fred", "comtrade"), 0)
    counted = {
        "mof": 94_476,
        "census": 604_612,
        "ons": 199_133,
        "statcan": 34_052,
        "jpmof": 95_594,
        "eurostat": 4_236,
        "kcs": 1_056,
        "vnnso": 136,
        "rbi": 850,
        "gacc": 446,
        "imf": 374,
        "wits": 103_760,
    }
    assert held == {**counted, **nothing}
    assert rows["mof"]["valuation"] == "exports FOB, imports CIF"
    assert rows["census"]["valuation"] == "exports FAS, imports customs value"
    assert all(int(rows[source]["age_days"]) >= 0 for source in ("mof", "census"))


SUFFIXES = {
    "csv": "csv", "tsv": "tsv", "json": "json", "ndjson": "ndjson", "jsonl": "ndjson",
    "md": "markdown", "markdown": "markdown", "txt": "table",
}  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_takes_its_format_from_its_suffix(trade: Trade, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"figures.{suffix}"
    ran = trade(*NEWS, "--output", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert file.read_text(encoding="utf-8") == trade(*NEWS, "--format", SUFFIXES[suffix]).out
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("suffix", ["parquet", "xlsx"])
def test_a_file_of_bytes_comes_back(trade: Trade, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"figures.{suffix}"
    assert trade(*NEWS, "--output", str(file)).code == 0
    if suffix == "parquet":
        back = pl.read_parquet(file)
    else:
        names, *rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
        back = pl.DataFrame(rows, schema=[str(name) for name in names], orient="row", strict=False)
    assert back.columns == list(trade(*NEWS).rows[0])
    assert back["value"].to_list() == [int(row["value"]) for row in trade(*NEWS).rows]


def test_a_file_is_replaced_and_keeps_its_mode(trade: Trade, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    assert trade(*NEWS, "--output", str(file)).code == 0
    assert file.read_text(encoding="utf-8").startswith("reporter,")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "words", [("--partner", "Germny"), ("--through", "2099-01"), ("--unit", "quintillion")]
)
def test_a_question_that_fails_leaves_the_file_alone(
    trade: Trade, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("old", encoding="utf-8")
    assert trade("surplus", *words, "--output", str(file)).code in {2, 3}
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_disk_that_fails_leaves_the_file_alone(
    trade: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = trade(*NEWS, "--output", str(file))
    assert (ran.code, ran.out) == (6, "")
    assert ran.err.startswith(f"trade: cannot write {file}: No space left on device")
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_dash_is_standard_output(trade: Trade) -> None:
    assert trade(*NEWS, "--output", "-").out == trade(*NEWS).out


@pytest.mark.parametrize(
    "words",
    [
        ("drivers", "--flow"),
        ("partners", "--by", "growth", "--flow"),
        ("partners", "--by"),
        ("revisions", "--flow"),
        ("chart", "--flow"),
    ],
)
def test_flows_are_taken_in_the_plural(trade: Trade, words: tuple[str, ...]) -> None:
    one, several = (trade(*words, flow, "--format", "csv") for flow in ("export", "exports"))
    assert several.code == 0, several.err
    assert several.out == one.out
