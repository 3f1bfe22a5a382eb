"""`trade watch`: what the newest vintage says that an earlier one did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import tradecli as trade
from tests.conftest import Ran
from tradecli.errors import NoData, QueryError

Trade = Callable[..., Ran]


def news(answer: trade.Answer, what: str) -> dict[tuple[str, str], tuple[int, int | None]]:
    rows = answer.df.filter(what=what).iter_rows(named=True)
    return {(row["flow"], row["period_label"]): (row["value"], row["value_before"]) for row in rows}


def test_a_month_a_revision_and_records_are_new() -> None:
    # The ministry's release of 2025-12-09: exports of 64.05 billion in November.
    answer = trade.watch(as_of="2025-12-09", since="2025-11-30")
    assert answer.exit_code == 10
    months = news(answer, "month")
    assert months["export", "2025-11"] == (64_050_000_000, None)
    assert {period for _, period in months} == {"2025-11"}
    made = answer.df.filter(what="record_made", flow="export")["record_kind"].to_list()
    # "a record for a single month", as the ministry said.
    assert "month" in made
    assert set(answer.df["reporter"]) == {"TW"}


def test_what_was_revised_is_shown_with_what_it_was() -> None:
    # October 2025 was first published as 61.80 billion and is 60.89 today.
    answer = trade.watch(since="2025-11-08")
    value, before = news(answer, "revision")["export", "2025-10"]
    assert (before, round(value / 10**7)) == (61_800_000_000, 6_089)
    [row] = answer.df.filter(what="revision", flow="export", period_label="2025-10").to_dicts()
    assert row["revision"] == value - 61_800_000_000
    assert row["vintage_before"].isoformat() <= "2025-11-08" < row["vintage"].isoformat()


def test_records_of_every_new_month_are_told_but_those_passed_since() -> None:
    # As the ministry reported on 2026-01-09: the surplus with the US of 2025 is a record of a year.
    records = trade.watch("US", since="2025-12-09").df.filter(what="record_made")
    told = {(row["flow"], row["record_kind"], row["period_label"]) for row in records.iter_rows(named=True)}
    assert ("balance", "year", "2025") in told
    assert ("export", "same_month", "2026-05") in told
    # Of any month the last alone holds; exports of March 2026 went beyond all before and after.
    assert [one for one in told if one[1] == "month" and one[0] == "export"] == [
        ("export", "month", "2026-03")
    ]


def test_nothing_is_new_after_the_newest_vintage(run: Trade) -> None:
    ran = run("watch", "--since", "2026-11-01", "--format", "table")
    assert ran.code == 0
    assert ran.out.startswith("Nothing is new in Taiwan's trade with the world since 2026-11-01\n")
    assert run("watch", "--since", "2026-11-01").rows == []


def test_without_a_day_the_two_newest_vintages_are_compared(run: Trade) -> None:
    ran = run("watch", "--partner", "US")
    assert ran.code == 10
    days = trade.surplus("US")._report.manifest()
    newest = max(entry["vintage"] for entry in days.values())
    answer = trade.watch("US")
    assert answer.question["vintage"] == newest
    assert answer.question["since"] < newest
    assert trade.watch("US", since=answer.question["since"]).to("csv") == ran.out


def test_it_says_so_in_chinese(run: Trade) -> None:
    ran = run("watch", "--since", "2026-01-09", "--format", "table", "--lang", "zh")
    assert ran.code == 10
    assert "自2026-01-09以來之新資料" in ran.out
    assert "新紀錄" in ran.out


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ({"since": "1990-01-01"}, NoData, "nothing was published before 1990-01-01"),
        ({"since": "2099-01-01"}, QueryError, "has not come"),
        ({"since": "soon"}, QueryError, "soon"),
        ({"partner": "Germny"}, NoData, "Germny"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    asked: dict[str, str], error: type[trade.TradeError], says: str
) -> None:
    with pytest.raises(error, match=says) as refused:
        trade.watch(**asked)  # type: ignore[arg-type]
    assert refused.value.hint


def test_an_old_month_that_only_now_is_at_hand_is_no_news(run: Trade) -> None:
    # January 2001 was published long before 2026; only the table of 2026-10-08 that is embedded has it.
    answer = trade.watch("JP", since="2026-09-09")
    assert ("export", "2001-01") in news(answer, "added")
    assert all(period >= "2025" for _, period in news(answer, "month"))
    ran = run("watch", "--partner", "JP", "--since", "2026-09-09", "--format", "table")
    assert "Available now, and not before: 284 months of exports, January 2001 to September 2025." in ran.out
    assert "2001" not in ran.out.partition("\n\n  New:")[0]
