"""`trade revisions` against the published vintages, and its words."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest
from syrupy.assertion import SnapshotAssertion

from tests import made_up
from tests.answers import figures
from tests.conftest import Ran
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import NoData
from tradecli.load import load
from tradecli.question import Question
from tradecli.reports.real_time import real_time
from tradecli.reports.revisions import Revisions
from tradecli.reports.revisions_table import report
from tradecli.series import Series

Trade = Callable[..., Ran]
NEWS = ("revisions", "--through", "2025-11")


@pytest.mark.parametrize("partner", ["WORLD", "US", "CN+HK"])
@pytest.mark.parametrize("span", ["month", "year_to_date", "rolling_12"])
def test_each_day_is_what_the_program_answers_as_of_that_day(partner: str, span: str) -> None:
    flows = ("export", "import", "balance")
    names = ["flow", "period", "value", "precision", "basis", "stamp"]
    everything = real_time(load(Question(partner=partner)), flows, span)
    days = sorted(set(everything["as_of"]))
    for day in days[:: max(1, len(days) // 7)]:
        pair = Series(load(Question(partner=partner, as_of=day)), spans=(span,))
        expected = pair.windows(span).select(names).drop_nulls("value")
        found = everything.filter(pl.col("as_of") == day).select(names).drop_nulls("value")
        assert found.sort("flow", "period").equals(expected.sort("flow", "period"))


def test_strictly_a_figure_counts_from_the_day_it_was_certainly_public() -> None:
    everything = real_time(load(Question(as_of=date(2026, 12, 31), strict=True)), ("export",), "month")
    for day in (date(2025, 12, 9), max(everything["as_of"])):
        pair = Series(load(Question(as_of=day, strict=True)), flows=("export",))
        expected = pair.windows("month").select("period", "value").drop_nulls()
        assert (
            everything.filter(pl.col("as_of") == day).select("period", "value").drop_nulls().equals(expected)
        )


def test_without_long_histories_recent_months_are_the_same() -> None:
    known = load(Question())
    names = ["as_of", "flow", "period", "value", "stamp"]
    short = real_time(known, ("balance",), "month", since=date(2023, 1, 1)).select(names).drop_nulls()
    long = real_time(known, ("balance",), "month").select(names).drop_nulls()
    assert short.equals(long.filter(pl.col("period") >= date(2023, 1, 1)))


def total_exports(shared: Path) -> dict[str, list[tuple[str, int, int]]]:
    """Every figure of total exports of a month: day, value, precision."""
    held: dict[str, dict[str, tuple[int, int]]] = {}
    for row in figures.rows(shared / "data" / "mof.csv"):
        series = (row["partner"], row["flow"], row["commodity"], row["span"])
        if series == ("WORLD", "export", "TOTAL", "month"):
            finer = held.setdefault(row["period"][:7], {}).get(row["vintage"])
            entry = (int(row["value"]), int(row["precision"]))
            if finer is None or entry[1] < finer[1]:
                held[row["period"][:7]][row["vintage"]] = entry
    return {month: sorted((day, *entry) for day, entry in days.items()) for month, days in held.items()}


def next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"


def test_total_exports_were_revised_down_23_times_of_33(shared: Path) -> None:
    held = total_exports(shared)
    revised = {}
    for month, entries in held.items():
        first, last = entries[0], entries[-1]
        # Published in the month that follows, and again later.
        if first[0][:7] == next_month(month) and len(entries) > 1:
            revised[month] = (last[1] - first[1], first)
    beyond = {month: change for month, (change, first) in revised.items() if 2 * abs(change) > first[2]}
    down, up = sum(change < 0 for change in beyond.values()), sum(change > 0 for change in beyond.values())
    counts = (len(revised), down, up)
    assert counts == (33, 23, 1)
    found = Revisions(load(Question()), flow="export", span="month", through=date(2025, 11, 1), months=13)
    assert found.usual is not None
    assert (found.usual.n, found.usual.down, found.usual.up) == counts
    sizes = {month: Fraction(abs(change), first[1]) for month, (change, first) in revised.items()}
    october = sizes.pop("2025-10")
    others = sum(sizes.values()) / len(sizes)
    row = next(one for one in found.versions if one.period == date(2025, 10, 1) and one.last)
    assert row.times_others == pytest.approx(float(october / others))
    assert round(row.times_others) == 32


def test_october_2025_from_61_80_to_60_89(trade: Trade) -> None:
    rows = [row for row in trade(*NEWS).rows if row["period"] == "2025-10"]
    assert [(row["vintage"], row["value_display"]) for row in rows] == [
        ("2025-11-07", "61.80"),
        ("2026-09-09", "60.89"),
        ("2026-10-08", "60.89"),
    ]
    assert (rows[0]["first_published"], rows[-1]["last"], rows[-1]["unusual"]) == ("true", "true", "true")
    assert rows[-1]["since_first_display"] == "-0.91"


def test_the_surplus_of_2024_through_its_vintages(trade: Trade) -> None:
    asked = ("revisions", "--partner", "US", "--flow", "balance", "--span", "year", "--through", "2024")
    shown = [row["value_display"] for row in trade(*asked, "--months", "1").rows]
    assert list(dict.fromkeys(shown)) == ["64.9", "64.88", "64.91", "64.70"]


def test_the_matrix_is_what_was_known_on_each_day(trade: Trade) -> None:
    rows = trade(*NEWS, "--months", "3", "--matrix").rows
    assert [row["period"] for row in rows] == ["2025-09", "2025-10", "2025-11"]
    days = [name for name in rows[0] if name[:2] == "20"]
    assert days == ["2025-10-09", "2025-11-07", "2025-12-09", "2026-09-09", "2026-10-08"]
    for day in days:
        known = {
            row["period"]: row["value"] for row in trade("exports", "--as-of", day, "--months", "24").rows
        }
        assert [row[day] for row in rows] == [known.get(row["period"], "") for row in rows]


def test_the_matrix_as_json_names_its_files(trade: Trade) -> None:
    told = json.loads(trade(*NEWS, "--months", "1", "--matrix", "--format", "json").out)
    assert (told["schema"], told["question"]["matrix"]) == ("trade.revisions.matrix/1", True)
    assert {entry["vintage"] for entry in told["provenance"]} >= {"2025-12-09", "2026-10-08"}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--flow", "sale"), 2, "there is no flow 'sale'"),
        (("--span", "day"), 2, "there is no span 'day'"),
        (("--months", "0"), 2, "a series of 0 windows cannot be shown"),
        (("--through", "2027-01"), 3, "the newest month is 2026-09"),
    ],
)
def test_what_cannot_be_answered(trade: Trade, words: tuple[str, ...], code: int, message: str) -> None:
    ran = trade("revisions", *words)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


def test_nothing_to_follow() -> None:
    known = made_up.known([made_up.row("export", "month", "2025-11", 1)])
    with pytest.raises(NoData, match="no figure of balance with the United States is known"):
        Revisions(known, flow="balance", span="month", through=None, months=13)


def told(values: list[tuple[int, int]], lang: str = "en", months: int = 40) -> str:
    """What is said of made-up exports: for each month since 2022 its first and its last value."""
    rows = []
    for number, (first, last) in enumerate(values):
        month = f"{2022 + number // 12}-{number % 12 + 1:02}"
        out = f"{2022 + (number + 1) // 12}-{(number + 1) % 12 + 1:02}-09"
        rows.append(made_up.row("export", "month", month, first, vintage=out))
        rows.append(made_up.row("export", "month", month, last, vintage="2026-10-08"))
    found = Revisions(made_up.known(rows), flow="export", span="month", through=None, months=months)
    said = report(found)
    style = Style(lang, unit="dollar")
    return "\n".join(write(statement, style) for statement in (*said.findings, *said.notes))


GROWING = [(1000 + 10 * number, 1001 + 10 * number) for number in range(36)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (GROWING[:5], "5 first figures of exports since January 2022: too few"),
        (GROWING[:1], "1 first figure of exports since January 2022: too few"),
        (GROWING, "First figures of exports are usually revised by 0.09 % (36 figures since January 2022;"),
        (GROWING, "0 went down, 36 up, 0 not beyond rounding."),
        (GROWING, "December 2024 is a record by 10, 9 times the usual revision."),
        ([*GROWING, (1360, 1352)], "December 2024 was"),
        ([*GROWING, (1360, 1350)], "Unmade by revision: January 2025 was a record when first published"),
        ([*GROWING, (1340, 1362)], "Made by revision: January 2025 was no record when first published"),
        ([*GROWING, (1340, 1362)], "Unusual: January 2025 was revised by +22 (+1.6 %), 19 times the usual"),
        ([*GROWING, (1351, 1352)], "January 2025 is a record by 1, less than the usual revision: it may not"),
        (
            [*GROWING, (1340, 1362)],
            "In 1 of 36 first figures (January 2025) the change on the month before has another sign today.",
        ),
    ],
)
def test_every_branch_of_the_words(values: list[tuple[int, int]], expected: str) -> None:
    if expected == "December 2024 was":
        assert expected not in told(values)
    else:
        assert expected in told(values)
    assert told(values, lang="zh")


def test_a_series_never_published_again_says_so() -> None:
    rows = [made_up.row("export", "month", "2025-11", 1, vintage="2025-12-09")]
    found = Revisions(made_up.known(rows), flow="export", span="month", through=None, months=1)
    said = [write(statement, Style()) for statement in report(found).findings]
    assert said == [
        "No first figure of exports has been published again in the vintages available: "
        "how far they are revised cannot be told."
    ]
    assert "均未再發布" in write(report(found).findings[0], Style("zh"))


def surplus(trade: Trade, *words: str) -> list[str]:
    ran = trade("surplus", *words, "--format", "table", "--why")
    return [
        line.strip()
        for line in ran.out.splitlines()
        if line.strip().startswith(("First estimate", "初次發布值"))
    ]


def test_an_estimate_is_said_under_a_first_figure_and_under_no_other(trade: Trade) -> None:
    assert surplus(trade, "--partner", "US", "--through", "2025-11") == []
    assert surplus(trade, "--through", "2026-07") == []
    (line,) = surplus(trade, "--partner", "US", "--through", "2026-08")
    assert line.startswith("First estimate: too few balances have been revised, but of ")
    (line,) = surplus(trade, "--through", "2025-11", "--as-of", "2025-12-09")
    assert line.startswith("First estimate: of ")
    (line,) = surplus(trade, "--through", "2025-11", "--as-of", "2025-12-09", "--lang", "zh")
    assert line.startswith("初次發布值：先前出入超初次發布值")
    (line,) = surplus(trade, "--partner", "KR", "--through", "2025-08", "--as-of", "2025-09-09")
    assert line == "First estimate: none of its kind has been revised, too few to say."


def test_it_only_knows_the_revisions_of_its_day(trade: Trade) -> None:
    (early,) = surplus(trade, "--through", "2024-08", "--as-of", "2024-09-09")
    (late,) = surplus(trade, "--through", "2025-11", "--as-of", "2025-12-09")
    assert early != late


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        NEWS,
        (*NEWS, "--flow", "balance"),
        (
            "revisions",
            "--partner",
            "US",
            "--flow",
            "balance",
            "--span",
            "year",
            "--through",
            "2024",
            "--months",
            "1",
        ),
        (*NEWS, "--months", "3", "--matrix"),
        (
            "revisions",
            "--partner",
            "US",
            "--flow",
            "import",
            "--span",
            "year_to_date",
            "--through",
            "2025-04",
        ),
    ],
    ids=["news", "balance", "year", "matrix", "imports"],
)
def test_words(trade: Trade, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str) -> None:
    ran = trade(*words, "--format", "table", "--lang", lang)
    assert ran.code == 0
    assert f"{ran.out}---\n{ran.err}" == snapshot
