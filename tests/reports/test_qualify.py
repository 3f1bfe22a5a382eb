"""Notes that say the same of several figures are one note; what follows from another is not said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import tradecli as trade
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.figure import Window
from tradecli.model.report import Statement
from tradecli.reports.qualify import merged
from tradecli.reports.shared import say

NOVEMBER = date(2025, 11, 1)
MONTH, TO_DATE = Window("month", NOVEMBER), Window("year_to_date", NOVEMBER)
OLD, NEW = date(2026, 9, 9), date(2026, 10, 8)


def keys(*notes: Statement) -> list[str]:
    return [note.key for note in merged(notes)]


def older(window: Window, flow: str = "export", **more: Any) -> Statement:
    return say("older_inputs", flow=flow, window=window, **{"oldest": OLD, "newest": NEW, **more})


def lacking(flow: str, window: Window, variant: str | None = "missing") -> Statement:
    return say("no_value", variant, flow=flow, window=window, available=8, months=11)


def test_older_inputs_of_many_months_are_one_line() -> None:
    months = [Window("month", date(2025, month, 1)) for month in range(1, 12)]
    [one] = merged([older(month) for month in months])
    text = "exports from January 2025 to November 2025: summed from releases of 2026-09-09 to 2026-10-08"
    assert write(one, Style()) == text
    # Other releases or another flow are another matter.
    assert keys(older(MONTH), older(MONTH, "import"), older(TO_DATE, oldest=NEW)) == ["older_inputs"] * 3


def test_a_balance_that_follows_from_a_flow_is_not_told() -> None:
    assert keys(lacking("import", MONTH), lacking("balance", MONTH)) == ["no_value.missing"]
    # Alone it is, and so is one of another window.
    assert keys(lacking("balance", MONTH)) == ["no_value.missing"]
    assert len(keys(lacking("import", TO_DATE), lacking("balance", MONTH))) == 2


def test_a_year_to_date_that_lacks_months_says_that_the_last_is_missing() -> None:
    assert keys(lacking("import", MONTH), lacking("import", TO_DATE, None)) == ["no_value"]
    assert len(keys(lacking("export", MONTH), lacking("import", TO_DATE, None))) == 2


def test_days_of_published_balances_stand_in_one_line_in_order() -> None:
    notes = (say("as_published", flow="balance", days=[day]) for day in (NEW, OLD, NEW))
    [one] = merged(notes)
    assert one.facts["days"] == [OLD, NEW]


def test_every_other_note_stays_where_it_stood() -> None:
    def notes() -> Iterator[Statement]:
        yield say("adjustment", adjustment="none", currency="USD")
        yield older(MONTH)
        yield say("leap_year", year=2024)
        yield older(TO_DATE)

    assert keys(*notes()) == ["adjustment", "older_inputs.several", "leap_year"]


def test_no_answer_says_the_same_note_of_two_figures() -> None:
    for answer in (trade.exports("CN+HK", "2026-02"), trade.surplus("US", "2025-11", as_of="2026-01-09")):
        found = [note.key.partition(".")[0] for note in answer.notes]
        assert found.count("older_inputs") <= 1
        assert found.count("as_published") <= 1
        assert found.count("base_superseded") <= 1
