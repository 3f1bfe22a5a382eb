"""What is new in a release: made-up vintages, compared by hand; and the November release of 2025."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

import tradecli
from tests.conftest import Ran
from tests.made_up import Row, known, months
from tradecli.catalogue.style import Style
from tradecli.errors import NoData, QueryError
from tradecli.question import Evidence
from tradecli.render.markdown import markdown
from tradecli.reports.brief import release

Trade = Callable[..., Ran]
BN = 10**9
#: Exports of 36 months to December 2024 and imports of half that, as of January 2025.
OLD = [
    *months("export", "2022-01", [BN] * 30 + [2 * BN] * 6, vintage="2025-01-09"),
    *months("import", "2022-01", [BN // 2] * 36, vintage="2025-01-09"),
]


def text(rows: list[Row], against: date | str | None, through: date | None = None, lang: str = "en") -> str:
    return markdown(release(Evidence([known(rows)]), through, against), Style(lang))


def section(found: str) -> str:
    return found.split("## New since ")[1].split("\n## ")[0]


def test_a_new_month_and_its_records_are_told() -> None:
    rows = [
        *OLD,
        *months("export", "2025-01", [3 * BN], vintage="2025-02-09"),
        *months("import", "2025-01", [BN], vintage="2025-02-09"),
    ]
    new = section(text(rows, "last"))
    assert new.startswith("2025-01-09\n")
    assert "- New: January 2025 (exports, imports, balance). [1]" in new
    made = re.findall("Records made: (.+?)\\. ", new)[0]
    # A month of 3.00 over 2.00, and 12 months of 21.00 over 18.00 before; imports of 1.00 over 0.50.
    assert [one.partition(" (")[0] for one in made.split("; ")] == ["exports", "imports", "balance"]
    assert "exports (any month, 12 months, growth)" in made
    assert "No longer" not in new
    assert "Revised" not in new
    assert "| revised |" not in new


def test_revised_figures_are_told_from_old_to_new() -> None:
    rows = [*OLD, *months("export", "2024-11", [5 * BN // 2], vintage="2025-02-09")]
    new = section(text(rows, "last"))
    assert "| revised | on 2025-01-09 | now | revision |" in new
    # November was 2.00 and is 2.50; the year to date moved with it, exports and balance alike.
    for name, before, now in (
        ("Exports, Nov 2024", "2.00", "2.50"),
        ("Balance, Nov 2024", "1.50", "2.00"),
        ("Exports, 2024", "18.00", "18.50"),
        ("Balance, 2024", "12.00", "12.50"),
    ):
        assert re.search(rf"^\| {name} \[[\d, -]+\] \| {before} \| {now} \| \+0.50 \|$", new, re.M)
    assert len(re.findall(r"\| \+0\.50 \|", new)) == 4
    assert "New: " not in new


def test_a_revision_below_the_last_digit_shown_is_no_zero() -> None:
    rows = [*OLD, *months("export", "2024-11", [2 * BN + 1_000_000], vintage="2025-02-09")]
    new = section(text(rows, "last"))
    assert re.search(r"^\| Exports, Nov 2024 \[[\d, -]+\] \| 2.00 \| 2.00 \| less than 0.01 \|$", new, re.M)


def test_a_record_that_a_revision_unmade_is_told() -> None:
    before = [
        *months("export", "2022-01", [BN] * 35 + [2 * BN], vintage="2025-01-09"),
        *months("import", "2022-01", [BN // 2] * 36, vintage="2025-01-09"),
    ]
    # December was the highest month until June was raised above it.
    rows = [*before, *months("export", "2024-06", [3 * BN], vintage="2025-02-09")]
    new = section(text(rows, "last"))
    unmade = re.findall("No longer records: (.+?)\\. ", new)[0]
    assert "exports (any month" in unmade
    assert "balance (any month" in unmade
    assert "不再是紀錄：出口（單月" in section_zh(rows)


def section_zh(rows: list[Row]) -> str:
    return text(rows, "last", lang="zh")


def test_where_nothing_changed_one_line_says_so() -> None:
    rows = [*OLD, *months("export", "2024-12", [2 * BN], vintage="2025-02-09")]
    new = section(text(rows, "last", date(2024, 12, 1)))
    assert new.split("\n\n")[1].strip() == "Nothing has changed since 2025-01-09."


def test_a_day_between_two_releases_is_the_release_before_it() -> None:
    rows = [*OLD, *months("export", "2024-11", [5 * BN // 2], vintage="2025-02-09")]
    assert section(text(rows, date(2025, 1, 20))) == section(text(rows, "last"))


def test_without_it_nothing_is_compared() -> None:
    assert "New since" not in text(OLD, None)


def test_what_has_nothing_before_it_is_refused() -> None:
    with pytest.raises(NoData, match="nothing was published before 2025-01-09"):
        text(OLD, "last")
    with pytest.raises(QueryError, match="not before the release itself, whose vintage is 2025-01-09"):
        text(OLD, date(2025, 1, 9))
    with pytest.raises(NoData, match="nothing was published before 2024-01-01"):
        text(OLD, date(2024, 1, 1))


def test_the_november_release_against_the_one_before(trade: Trade) -> None:
    ran = trade(
        "brief", "--through", "2025-11", "--as-of", "2025-12-09", "--against", "last", "-f", "markdown"
    )
    assert ran.code == 0
    new = section(ran.out)
    assert new.startswith("2025-11-07\n")
    assert "- New: November 2025 (exports, imports, balance). " in new
    assert "exports (any month, " in new


def test_revised_figures_are_those_of_revisions(trade: Trade) -> None:
    """Against the machine rows of `trade revisions`: October 2025, as of 9 December and now."""
    new = section(trade("brief", "--through", "2025-11", "--against", "2025-12-09", "-f", "markdown").out)
    before, now = re.findall(r"^\| Exports, Oct 2025 \[[\d, -]+\] \| (\S+) \| (\S+) \|", new, re.M)[0]
    rows = {}
    for day in (("--as-of", "2025-12-09"), ()):
        ran = trade("exports", "--through", "2025-10", "--months", "1", *day)
        rows[day] = int(ran.rows[0]["value"])
    assert [f"{value / BN:.2f}" for value in rows.values()] == [before, now]


def test_python_takes_a_day_as_well() -> None:
    by_day = tradecli.brief("US", "2025-11", against=date(2025, 12, 9))
    assert str(by_day.to("markdown")) == str(
        tradecli.brief("US", "2025-11", against="2025-12-09").to("markdown")
    )
    assert "New since" in str(by_day)


def test_the_command_refuses_what_is_no_day(trade: Trade) -> None:
    ran = trade("brief", "--against", "yesterday")
    assert ran.code == 2
    assert "yesterday" in ran.err
