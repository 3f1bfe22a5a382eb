"""`trade explain`: a figure and all that it came from adds up, and is what was published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
EMBEDDED = CHECKOUT / "tradecli" / "data" / "mof.parquet"

#: Questions whose figures come about in different ways: partner, flow, span, month, day.
ASKED = [
    ("US", "balance", "year_to_date", "2025-11", ""),
    ("US", "balance", "year_to_date", "2025-11", "2026-01-09"),
    ("US", "import", "month", "2025-11", ""),
    ("WORLD", "export", "month", "2025-10", ""),
    ("WORLD", "balance", "quarter", "2025-12", "2026-01-09"),
    ("WORLD", "balance", "rolling_12", "2026-03", "2026-06-10"),
    ("JP", "balance", "quarter", "2025-06", "2026-06-10"),
    ("JP", "balance", "year", "2024-12", ""),
    ("CN+HK", "export", "quarter", "2026-06", ""),
    ("CN+HK", "balance", "rolling_12", "2026-08", ""),
    ("CN+HK", "export", "year_to_date", "2025-11", "2026-01-09"),
    ("ASEAN", "balance", "year_to_date", "2025-08", ""),
]


def explained(trade: Trade, partner: str, flow: str, span: str, month: str, day: str) -> list[dict[str, str]]:
    words = ("--partner", partner, "--flow", flow, "--span", span, "--through", month)
    ran = trade("explain", *words, *(["--as-of", day] if day else []), "--format", "csv")
    assert ran.code == 0, ran.err
    return ran.rows


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_what_was_read_from_files_adds_up_to_the_figure(trade: Trade, asked: tuple[str, ...]) -> None:
    rows = explained(trade, *asked)
    read = [row for row in rows if row["file"]]
    assert int(rows[0]["value"]) == sum(int(row["sign"]) * int(row["value"]) for row in read)
    assert [row["depth"] for row in rows].count("0") == 1


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_input_stands_in_the_published_table(trade: Trade, asked: tuple[str, ...]) -> None:
    table = pl.read_parquet(EMBEDDED)
    for row in explained(trade, *asked):
        if row["file"]:
            published = table.filter(
                (pl.col("partner") == row["partner"])
                & (pl.col("flow") == row["flow"])
                & (pl.col("commodity") == "TOTAL")
                & (pl.col("adjustment") == "none")
                & (pl.col("period") == date.fromisoformat(f"{row['period']}-01"))
                & (pl.col("value") == int(row["value"]))
                & (pl.col("vintage") == date.fromisoformat(row["vintage"]))
            )
            assert published.height >= 1, row


def test_the_first_value_is_the_oldest_published(trade: Trade) -> None:
    table = pl.read_parquet(EMBEDDED).filter(
        (pl.col("partner") == "US") & (pl.col("commodity") == "TOTAL") & (pl.col("span") == "month")
    )
    for row in explained(trade, *ASKED[0]):
        if row["file"]:
            month = date.fromisoformat(f"{row['period']}-01")
            had = table.filter((pl.col("flow") == row["flow"]) & (pl.col("period") == month))
            oldest = had.sort("vintage").row(0, named=True)
            assert row["first_vintage"] == oldest["vintage"].isoformat()
            assert int(row["figures"]) == had["vintage"].n_unique()
            # A day may have printed the month twice, coarser and finer.
            assert abs(int(row["first_value"]) - oldest["value"]) <= oldest["precision"]


def test_october_2025_was_first_published_as_61_80_billion(trade: Trade) -> None:
    # The ministry's release of 2025-11-07 said 61.80; the December release had 60.89 for it later on.
    [row] = explained(trade, "WORLD", "export", "month", "2025-10", "")
    assert (row["first_value_display"], row["first_vintage"]) == ("61.80", "2025-11-07")
    assert (row["value_display"], row["first_published"]) == ("60.89", "true")


def test_the_press_figure_is_traced_to_its_article(trade: Trade) -> None:
    [row] = explained(trade, *ASKED[1])
    assert (row["value_display"], row["basis"]) == ("131.8", "published")
    assert row["file"] == "mof/2026-01-09/press.csv"


def test_the_hash_is_that_of_the_file(trade: Trade) -> None:
    for row in explained(trade, *ASKED[0]):
        if row["file"]:
            content = (CHECKOUT / "fixtures" / row["file"]).read_bytes()
            assert row["sha256"] == hashlib.sha256(content).hexdigest()


def test_it_is_the_figure_that_surplus_prints(trade: Trade) -> None:
    lines = trade("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv").rows
    for line in lines:
        [figure, *_] = explained(trade, "US", line["flow"], line["span"], "2025-11", "")
        assert (figure["value"], figure["basis"]) == (line["value"], line["basis"])
        assert (figure["vintage"], figure["precision"]) == (line["vintage"], line["precision"])


def test_a_balance_is_exports_minus_imports_and_each_the_sum_of_eleven_months(trade: Trade) -> None:
    rows = explained(trade, *ASKED[0])
    parts = {row["flow"]: row for row in rows if row["depth"] == "1"}
    assert int(rows[0]["value"]) == int(parts["export"]["value"]) - int(parts["import"]["value"])
    assert {row["sign"] for row in rows if row["flow"] == "import"} == {"-1"}
    assert len([row for row in rows if row["depth"] == "2"]) == 22


def test_members_of_an_area_are_named(trade: Trade) -> None:
    rows = explained(trade, *ASKED[8])
    assert {row["partner"] for row in rows if row["file"]} == {"CN", "HK"}
    assert {row["partner"] for row in rows if not row["file"]} == {"CN+HK"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_person_reads_how_it_came_about_and_each_file(trade: Trade, lang: str) -> None:
    ran = trade(
        *("explain", "--partner", "US", "--through", "2025-11", "--lang", lang),
        *("--unit", "billion", "--format", "table"),
    )
    text = " ".join(ran.out.split())
    assert all(part in text for part in ("131.03", "176.02", "44.99", "131.8", "1a9d7505ec51"))
    assert "https://service.mof.gov.tw/public/data/statistic/trade/u2010ex.csv" in text
    assert ("減：進口" if lang == "zh" else "less imports") in text


def test_an_own_table_has_rows_and_no_history(trade: Trade, tmp_path: object) -> None:
    path = CHECKOUT.joinpath(str(tmp_path), "records.csv")
    rows = [f"2025-{month:02d},US,E,{month}000" for month in range(1, 13)]
    path.write_text("\n".join(["period,partner,flow,value", *rows]), encoding="utf-8")
    ran = trade(
        *("explain", "--partner", "US", "--through", "2025-11", "--flow", "export", "--table", str(path)),
        *("--columns", "complete=2025-12", "--format", "json"),
    )
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    # 1 + 2 + ... + 11 thousand.
    assert answer["rows"][0]["value"] == 66_000
    assert {row["first_value"] for row in answer["rows"]} == {None}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--flow", "sales"), 2, "export, import, balance"),
        (("--span", "week"), 2, "quarter"),
        (("--through", "2099-01"), 3, "2026-08"),
        (("--span", "quarter", "--through", "2026-08"), 3, "2026-06"),
        (("--partner", "Germny"), 3, "Germany"),
    ],
)
def test_what_cannot_be_explained_is_refused(
    trade: Trade, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = trade("explain", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ["explain", "cite"])
def test_how_old_its_figures_are_is_told_first(trade: Trade, command: str) -> None:
    # What is held of India's total ends in August 2025.
    answer = json.loads(trade(command, "--reporter", "IN", "--format", "json").out)
    assert answer["notes"][0]["key"] == "age.page.very_old"
    closed = json.loads(trade(command, "--partner", "US", "--through", "2025-11", "--format", "json").out)
    assert not [note for note in closed["notes"] if note["key"].startswith("age")]


@pytest.mark.parametrize("partner", ["US", "JP", "KR"])
@pytest.mark.parametrize("month", ["2025-06", "2025-08", "2025-11"])
def test_surplus_calls_no_figure_the_first_that_explain_does_not(
    trade: Trade, partner: str, month: str
) -> None:
    asked = ("--partner", partner, "--through", month)
    told = json.loads(trade("surplus", *asked, "--why", "--format", "json").out)["findings"]
    for one in told:
        if one["key"] == "reported":
            figure = one["facts"]["figure"]
            span = "year_to_date" if "/" in figure["window"] else "month"
            rows = trade("explain", *asked, "--flow", figure["flow"], "--span", span).rows
            assert rows[0]["first_published"] == "true"
