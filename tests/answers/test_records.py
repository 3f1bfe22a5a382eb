"""Records as a table of columns: what was set, what it is compared with, what has passed it since."""

from __future__ import annotations

import re
from collections.abc import Callable
from json import loads

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]
NEWS = ("records", "--partner", "US", "--through", "2025-11")


def table(out: str) -> list[str]:
    """The rows of the table, without its headings."""
    return out.split("\n\n")[1].splitlines()[1:]


def test_the_partner_asked_for_comes_first(trade: Trade) -> None:
    rows = table(trade(*NEWS, "--format", "table").out)
    assert [row.strip() for row in rows if re.fullmatch(r"  \S+( \S+)?", row)] == ["United States", "World"]
    # A kind a row of each, and a row for each name.
    assert len(rows) == len(trade(*NEWS, "--format", "csv").rows) + 2


@pytest.mark.parametrize(("lang", "word"), [("en", "record"), ("zh", "紀錄")])
def test_records_are_marked_by_a_word_and_others_have_their_place(trade: Trade, lang: str, word: str) -> None:
    rows = table(trade(*NEWS, "--format", "table", "--lang", lang).out)
    machine = trade(*NEWS, "--format", "csv").rows
    assert sum(word in row.split() for row in rows) == sum(row["record"] == "true" for row in machine)
    # 9.4 % of all imports was the 275th share, 49.2 % the 12th rise: no records.
    assert any(re.search(r"9\.4 ?% +275 +19\.5 ?%", row) for row in rows)


def test_what_passed_a_record_since_stands_beside_it(trade: Trade) -> None:
    rows = table(trade(*NEWS, "--format", "table").out)
    # Exports of 24.42 billion beat 21.13 of October, and were beaten by 28.54 in March 2026.
    [exports] = [row for row in rows if re.match(r"  any month +exports +24\.42", row)]
    assert exports.split()[3:] == ["24.42", "record", "21.13", "2025-10", "2026-03:", "28.54", "2001-01"]
    [imports] = [row for row in rows if re.match(r"  same month +imports +4\.54", row)]
    assert imports.split()[3:] == ["4.54", "record", "3.32", "2022-11", "2001-11"]


def test_the_year_to_date_is_named_by_its_months(trade: Trade) -> None:
    assert any(row.startswith("  Jan-Nov") for row in table(trade(*NEWS, "--format", "table").out))
    through_january = ("records", "--through", "2026-01", "--format", "table")
    assert any(re.match(r"  Jan +exports", row) for row in table(trade(*through_january).out))


def test_three_sentences_stand_below_and_all_of_them_elsewhere(trade: Trade) -> None:
    said = [finding["text"] for finding in loads(trade(*NEWS, "--format", "json").out)["findings"]]
    short, whole = (
        " ".join(trade(*NEWS, "--format", "table", *more).out.split()) for more in ((), ("--why",))
    )
    assert [sentence in short for sentence in said] == [True] * 3 + [False] * (len(said) - 3)
    assert all(sentence in whole for sentence in said)


def test_the_rows_for_machines_keep_their_order_and_sentences(trade: Trade) -> None:
    rows = trade(*NEWS, "--format", "csv").rows
    assert [row["partner"] for row in rows] == sorted((row["partner"] for row in rows), reverse=True)
    assert all(row["statement"] for row in rows)


@pytest.mark.parametrize("through", ["2020-01", "2026-08"])
def test_a_record_that_a_later_figure_has_passed_is_called_one_of_then(trade: Trade, through: str) -> None:
    series = trade("surplus", "--partner", "KR", "--from", "2001", "--format", "csv").rows
    months = {row["period"]: int(row["value"]) for row in series if row["flow"] == "balance" and row["value"]}
    widest = min(value for month, value in months.items() if month < through)
    passed = any(value < widest for month, value in months.items() if month > through)
    assert widest < months[through] < 0
    rows = trade("records", "--partner", "KR", "--through", through, "--format", "csv").rows
    asked = ("month", "KR", "balance")
    [line] = [row["statement"] for row in rows if (row["kind"], row["partner"], row["flow"]) == asked]
    assert ("the widest was then" in line, "the widest is" in line) == (passed, not passed)
