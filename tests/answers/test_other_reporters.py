"""Questions about other countries, offline: their figures, who answers, and what is said where they end."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import Ran
from tradecli import load

Trade = Callable[..., Ran]


def ask(trade: Trade, command: str, pair: str, *words: str) -> Ran:
    reporter, partner = pair.split()
    chosen = ("--reporter", reporter, *(("--partner", partner) if partner != "-" else ()))
    return trade(command, *chosen, *words)


#: The pair; who answers; the newest month of both flows; the table of the collection that has it.
PAIRS = [
    ("US MX", "census", "2026-08", "census_2026"),
    ("US CN", "census", "2026-08", "census_2026"),
    ("US VN", "census", "2026-08", "census_2026"),
    ("US TW", "census", "2026-08", "census_2026"),
    ("GB US", "ons", "2025-12", "ons"),
    ("GB DE", "ons", "2025-12", "ons"),
    ("CA US", "statcan", "2026-06", "statcan"),
    ("JP CN", "jpmof", "2026-08", "jpmof_months"),
    ("JP US", "jpmof", "2026-08", "jpmof_months"),
    ("JP TW", "jpmof", "2026-08", "jpmof_months"),
    ("JP KR", "jpmof", "2026-08", "jpmof_months"),
    ("EA US", "eurostat", "2026-07", "comext"),
    ("VN US", "imf", "2025-08", "vietnam"),
    ("KR US", "kcs", "2026-07", "kcs"),
    ("CN WORLD", "gacc", "2026-07", "gacc"),
    ("IN WORLD", "rbi", "2025-08", "rbi"),
]


@pytest.mark.parametrize(("pair", "source", "month", "table"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_pair_is_answered_by_its_office(
    trade: Trade, shared: Path, pair: str, source: str, month: str, table: str
) -> None:
    ran = ask(trade, "surplus", pair, "--format", "csv")
    assert ran.code == 0, ran.err
    rows = {(row["flow"], row["span"]): row for row in ran.rows}
    assert {row["source"] for row in ran.rows} == {source}
    assert rows["export", "month"]["period"] == month
    path = shared / "data" / "world" / f"{table}.parquet"
    reporter, partner = pair.split()
    theirs = pl.read_parquet(path).filter(
        reporter=reporter, partner=partner, adjustment="none", span="month", period=f"{month}-01"
    )
    for flow in ("export", "import"):
        newest = theirs.filter(flow=flow).sort("vintage", -pl.col("precision"))["value"].to_list()
        assert int(rows[flow, "month"]["value"]) in newest


@pytest.mark.parametrize(
    ("pair", "flow", "billion"),
    [
        ("DE US", "export", "161.24"),
        ("KR US", "export", "127.8"),
        ("KR WORLD", "export", "683.6"),
        ("KR WORLD", "import", "631.8"),
        ("JP US", "export", "21295"),
    ],
)
def test_2024_is_what_the_office_said(trade: Trade, pair: str, flow: str, billion: str) -> None:
    ran = ask(trade, "surplus", pair, "--through", "2024", "--format", "csv")
    [row] = [row for row in ran.rows if (row["flow"], row["span"]) == (flow, "year_to_date")]
    digits = len(billion.partition(".")[2])
    assert round(int(row["value"]) / 1e9, digits) == pytest.approx(float(billion), abs=0.6 * 10**-digits)


def test_germanys_imports_are_named_as_missing_with_the_command_for_them(trade: Trade) -> None:
    ran = ask(trade, "surplus", "DE US", "--format", "table")
    assert ran.code == 0
    command = "trade fetch eurostat --reporter DE --partner US"
    missing = "imports of Germany in trade with the United States are not available (Eurostat (Comext))"
    assert f"{missing}; get them: {command}" in ran.err
    planned = trade(*shlex.split(command)[1:], "--dry-run", "--format", "csv")
    assert planned.code == 0
    assert any("M.DE.US.TOTAL.1." in row["address"] for row in planned.rows)


def test_months_of_a_pair_known_by_year_are_answered_by_year(trade: Trade) -> None:
    years = ask(trade, "exports", "DE FR", "--by", "year", "--format", "csv")
    assert {row["span"] for row in years.rows} == {"year"}
    for words in ((), ("--by", "quarter"), ("--through", "2021")):
        ran = ask(trade, "exports", "DE FR", "--format", "csv", *words)
        assert (ran.code, ran.out) == (0, years.out)
        assert (
            "has Germany and France by year alone, the newest 2021; months: trade fetch eurostat" in ran.err
        )
    chinese = ask(trade, "exports", "DE FR", "--format", "table", "--lang", "zh")
    assert "年資料" in chinese.err


def test_a_month_within_a_year_known_alone_is_refused_with_the_year(trade: Trade) -> None:
    ran = ask(trade, "exports", "DE FR", "--through", "2021-06")
    assert ran.code == 3
    assert "no month is available, the newest sum is that of 2021" in ran.err
    said = ran.err.partition("hint: sums: ")[2].partition(";")[0]
    years = trade(*shlex.split(said)[1:], "--format", "csv")
    assert f"{int(years.rows[-1]['value']):,} USD" in ran.err


def test_it_is_said_to_which_year_each_flow_is_known(trade: Trade) -> None:
    ran = ask(trade, "surplus", "KR VN", "--format", "table")
    assert "by year alone, exports to 2021, imports to 2020" in ran.err
    assert "South Korea's trade surplus with Vietnam, 2020" in ran.out
    chinese = ask(trade, "surplus", "KR VN", "--format", "table", "--lang", "zh")
    assert "出口至2021年，進口至2020年" in chinese.err


def test_nothing_is_said_to_be_fetched_for_an_earlier_day(trade: Trade) -> None:
    ran = trade("surplus", "--partner", "JP", "--through", "2025-01", "--as-of", "2025-06-01")
    assert ran.code == 3
    assert "trade fetch" not in ran.err
    assert "what is fetched now is known from today on: leave out --as-of" in ran.err


@pytest.mark.parametrize("pair", ["DE US", "KR DE", "BR US"])
def test_a_balance_by_year_is_that_of_a_source_with_both_flows(trade: Trade, shared: Path, pair: str) -> None:
    ran = ask(trade, "surplus", pair, "--by", "year", "--format", "csv")
    assert ran.code == 0, ran.err
    assert {(row["span"], row["source"], row["currency"]) for row in ran.rows} == {("year", "wits", "USD")}
    path = shared / "data" / "world" / "wits.parquet"
    reporter, partner = pair.split()
    theirs = pl.read_parquet(path).filter(reporter=reporter, partner=partner, commodity="TOTAL")
    newest = theirs.sort("vintage")["flow", "period", "value"]
    of = {(flow, day[:4]): value for flow, day, value in newest.iter_rows()}
    shown = {(row["flow"], row["period"]): row["value"] for row in ran.rows if row["value"]}
    assert {key: int(value) for key, value in shown.items() if key[0] != "balance"} == {
        key: of[key] for key in shown if key[0] != "balance"
    }
    years = [year for flow, year in shown if flow == "balance"]
    assert years
    assert all(int(shown["balance", year]) == of["export", year] - of["import", year] for year in years)


def test_several_partners_are_answered_by_one_source_that_has_each(trade: Trade) -> None:
    rows = ask(trade, "exports", "KR US,DE", "--by", "year", "--format", "csv").rows
    assert {(row["partner"], row["source"]) for row in rows} == {("US", "wits"), ("DE", "wits")}
    rows = ask(trade, "exports", "KR US,CN", "--format", "csv").rows
    assert {(row["partner"], row["source"]) for row in rows} == {("US", "kcs"), ("CN", "kcs")}


def test_several_partners_that_no_source_has_together_name_what_brings_them(trade: Trade) -> None:
    ran = ask(trade, "exports", "KR US,DE")
    assert ran.code == 3
    assert "no source has all of these partners: kcs lacks Germany" in ran.err
    commands = ran.err.partition("get all from one: ")[2].strip().split("; ")
    assert commands == [f"trade fetch --reporter KR --partner {code}" for code in ("US", "DE")]


@pytest.mark.parametrize(
    "command",
    ["records", "chart --flow export", "explain --flow export --span month"],
)
def test_every_question_about_months_gives_the_year_of_a_pair_known_by_year(
    trade: Trade, command: str
) -> None:
    name, *words = command.split()
    ran = ask(trade, name, "KR DE", *words)
    assert ran.code == 3
    assert "no month is available, the newest sum is that of 1994: 4,313,470,000 USD" in ran.err
    assert "trade exports --reporter KR --partner DE --by year; months: trade fetch --reporter KR" in ran.err


def test_a_flow_known_by_year_alone_says_so_where_months_of_the_other_are_known(trade: Trade) -> None:
    ran = ask(trade, "imports", "DE US", "--format", "csv")
    assert (ran.rows[-1]["period"], ran.rows[-1]["value"]) == ("2021", "86799000000")
    assert (
        "by year alone, the newest 2021; months: trade fetch eurostat --reporter DE --partner US" in ran.err
    )


def test_a_year_known_alone_begins_in_january(trade: Trade) -> None:
    ran = ask(trade, "exports", "KR DE", "--by", "year", "--from", "1980", "--format", "table", "--notes")
    assert "by year, 1988 to 1994" in ran.out
    assert "begin in January 1988" in ran.out + ran.err


def test_years_alone_are_said_to_be_so(trade: Trade) -> None:
    ran = ask(trade, "surplus", "BR US", "--format", "table")
    assert "has Brazil and the United States by year alone, the newest 2021" in ran.err
    assert "Brazil's trade deficit with the United States, 2021" in ran.out


def test_no_month_is_missing_of_a_pair_that_is_known_by_year(trade: Trade) -> None:
    ran = trade("surplus", "--reporter", "CN", "--partner", "US", "--through", "2021", "--format", "table")
    assert ran.code == 0
    assert "December 2021: not published" not in ran.out + ran.err


def test_exports_come_from_the_office_where_another_has_both_flows(trade: Trade) -> None:
    [row] = ask(trade, "exports", "VN US", "--months", "1", "--format", "csv").rows
    assert (row["source"], row["period"]) == ("vnnso", "2026-08")
    named = ask(trade, "surplus", "VN US", "--source", "vnnso", "--format", "csv")
    assert {row["source"] for row in named.rows} == {"vnnso"}


def test_goods_that_came_back_are_imports_from_oneself(trade: Trade) -> None:
    [row] = ask(trade, "imports", "CA CA", "--months", "1", "--format", "csv").rows
    assert (row["reporter"], row["partner"], row["source"]) == ("CA", "CA", "statcan")
    assert int(row["value"]) > 0


def test_offices_of_one_currency_have_a_gap(trade: Trade) -> None:
    rows = {(row["flow"], row["span"]): row for row in ask(trade, "mirror", "US KR", "--format", "csv").rows}
    row = rows["import", "month"]
    assert (row["source"], row["partner_source"]) == ("census", "kcs")
    # The importer's figure less the exporter's.
    assert int(row["gap"]) == int(row["value"]) - int(row["partner_value"])


@pytest.mark.parametrize(
    ("pair", "other"), [("US GB", "GBP"), ("US CA", "CAD"), ("US JP", "JPY"), ("US EA", "EUR")]
)
def test_offices_of_two_currencies_have_both_and_no_gap(trade: Trade, pair: str, other: str) -> None:
    rows = ask(trade, "mirror", pair, "--format", "csv").rows
    assert {(row["currency"], row["partner_currency"]) for row in rows} == {("USD", other)}
    assert {row["gap"] for row in rows} == {""}
    assert any(row["value"] and row["partner_value"] for row in rows)


def test_an_office_with_years_alone_is_compared_by_year(trade: Trade) -> None:
    rows = {(row["flow"], row["span"]): row for row in ask(trade, "mirror", "CN US", "--format", "csv").rows}
    assert {span for _, span in rows} == {"year_to_date"}
    row = rows["export", "year_to_date"]
    assert (row["period"], row["source"]) == ("2021-12", "wits")
    # China's customs reported 576 billion of exports to the United States in 2021.
    assert int(row["value"]) / 1e9 == pytest.approx(577, abs=2)
    assert int(row["gap"]) == int(row["partner_value"]) - int(row["value"])


def test_adjusted_and_unadjusted_figures_are_two_series(trade: Trade) -> None:
    plain, adjusted = (
        ask(
            trade, "exports", "GB US", "--through", "2025-12", "--months", "1", "--format", "csv", *words
        ).rows[0]
        for words in ((), ("--adjustment", "seasonal"))
    )
    assert plain["value"] != adjusted["value"]
    assert plain["vintage"] == "2026-02-19"
    assert adjusted["vintage"] == "2026-08-13"


def test_months_in_doubt_are_said_to_be_so(trade: Trade) -> None:
    japan = ask(trade, "surplus", "JP US", "--format", "table").err
    assert "months before January 2009 were typed from a copy; one may carry a wrong digit" in japan
    assert "typed from a copy" in ask(trade, "exports", "DE US", "--format", "table").err
    assert "typed from a copy" not in ask(trade, "exports", "US MX", "--format", "table").err
    assert "typed from a copy" not in ask(trade, "surplus", "KR US", "--format", "table").err


@pytest.mark.parametrize("command", ["surplus", "records", "partners", "revisions", "brief", "explain"])
@pytest.mark.parametrize("reporter", ["US", "GB", "CA", "JP", "KR"])
def test_every_command_answers_for_them(trade: Trade, command: str, reporter: str) -> None:
    partner = "GB" if reporter == "US" else "US"
    words = () if command == "partners" else ("--partner", partner)
    for lang in ("en", "zh"):
        ran = trade(command, "--reporter", reporter, *words, "--lang", lang)
        assert (ran.code, bool(ran.out)) == (0, True), ran.err


def test_the_currency_has_a_name_in_chinese(trade: Trade) -> None:
    for pair, unit in (
        ("JP US", "億日圓"),
        ("GB US", "億英鎊"),
        ("CA US", "億加拿大元"),
        ("EA US", "億歐元"),
    ):
        assert unit in ask(trade, "surplus", pair, "--format", "table", "--lang", "zh").out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_coverage_by_reporter_fits_a_terminal(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "80")
    ran = trade("sources", "--by", "reporter", "--format", "table", "--lang", lang)
    assert ran.code == 0
    assert max(map(cell_len, ran.out.splitlines())) <= 80
    assert ("United Kingdom" if lang == "en" else "英國") in ran.out


@pytest.mark.parametrize("reporter", ["CN", "IN", "DE", "VN"])
def test_partners_of_an_office_with_totals_are_ranked_by_year(trade: Trade, reporter: str) -> None:
    ran = trade("partners", "--reporter", reporter, "--format", "csv")
    assert (ran.code, {row["source"] for row in ran.rows}) == (0, {"wits"})
    assert ran.rows[0]["period"].endswith("-12")


def test_coverage_by_reporter(trade: Trade) -> None:
    rows = trade("sources", "--by", "reporter", "--format", "csv").rows
    found = {(row["reporter"], row["source"]): row for row in rows}
    assert found["TW", "mof"]["answers"] == found["GB", "ons"]["answers"] == "true"
    assert found["JP", "jpmof"]["first_month"] == "1979-01"
    assert found["VN", "vnnso"]["flows"] == "export"
    assert (found["BR", "wits"]["newest_month"], found["BR", "wits"]["newest_year"]) == ("", "2021")
    assert len({row["reporter"] for row in rows}) > 200
    refused = trade("sources", "--by", "colour")
    assert refused.code == 2


def test_an_older_day_finds_the_older_vintage(trade: Trade) -> None:
    words = ("--through", "2022-12", "--months", "1", "--format", "csv")
    then, now = (
        ask(trade, "exports", "US GB", *words, *day).rows[0] for day in (("--as-of", "2023-04-01"), ())
    )
    assert (then["vintage"], now["vintage"]) == ("2023-03-08", f"{date(2025, 10, 18)}")


@pytest.mark.parametrize(
    ("pair", "opened"),
    [
        ("TW US", ["mof"]),
        ("US MX", ["census"]),
        ("JP US", ["jpmof"]),
        ("GB US", ["ons"]),
        ("VN US", ["vnnso", "imf"]),
    ],
)
def test_only_the_files_of_who_may_answer_are_opened(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, pair: str, opened: list[str]
) -> None:
    scanned: list[str] = []
    scan = pl.scan_parquet

    def noted(path: Path) -> pl.LazyFrame:
        scanned.append(Path(path).stem)
        return scan(path)

    load.forget()
    monkeypatch.setattr(pl, "scan_parquet", noted)
    assert ask(trade, "surplus", pair, "--format", "csv").code == 0
    assert list(dict.fromkeys(scanned)) == opened


def test_the_other_adjustment_is_named_where_it_alone_has_the_month(trade: Trade) -> None:
    plain = ask(trade, "surplus", "GB US", "--format", "table")
    assert "not seasonally adjusted and end in December 2025; those seasonally adjusted reach June 2026" in (
        " ".join((plain.out + plain.err).split())
    )
    refused = ask(trade, "surplus", "GB US", "--through", "2026-05")
    assert refused.code == 3
    assert "the other adjustment is known to 2026-06: --adjustment seasonal" in refused.err
    adjusted = ask(trade, "surplus", "GB US", "--through", "2026-05", "--adjustment", "seasonal")
    assert adjusted.code == 0
    shown = ask(trade, "surplus", "GB US", "--adjustment", "seasonal", "--format", "table")
    assert shown.out.splitlines()[0].endswith("January-June 2026, seasonally adjusted")


def test_years_of_both_flows_are_named_where_months_of_one_are_missing(trade: Trade) -> None:
    refused = ask(trade, "surplus", "DE US", "--by", "quarter")
    assert refused.code == 3
    command = refused.err.partition("years to 2021 are known: trade ")[2].partition(";")[0]
    assert trade(*command.split(), "--format", "csv").rows[-1]["period"] == "2021"


@pytest.mark.parametrize("reporter", ["GB", "CA", "KR"])
def test_an_office_with_totals_alone_is_broken_down_by_partner(trade: Trade, reporter: str) -> None:
    refused = trade("drivers", "--reporter", reporter)
    assert refused.code == 3
    assert "cannot be broken down by commodity" in refused.err
    assert "its figures here are totals alone" in refused.err
    command = refused.err.partition("by partner: trade ")[2]
    assert trade(*command.split(), "--format", "csv").code == 0


@pytest.mark.parametrize(
    ("words", "heading", "exports"),
    [
        ((), "JPY trillion", "20.37"),
        (("--lang", "zh"), "兆日圓", "20.37"),
        (("--unit", "bn"), "JPY billion", "20,374.43"),
        (("--unit", "tn", "--digits", "4"), "JPY trillion", "20.3744"),
        (("--unit", "億"), "JPY 100 million", "203,744.26"),
    ],
)
def test_large_amounts_of_yen_are_trillions(
    trade: Trade, words: tuple[str, ...], heading: str, exports: str
) -> None:
    # The Trade Statistics of Japan, 2025: 20,374,426 million yen of exports to the United States.
    shown = ask(trade, "surplus", "JP US", "--through", "2025", "--format", "table", *words).out
    assert heading in shown.splitlines()[1]
    assert exports in shown
