"""The band of revisions, counted by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.made_up import Row, frame, months, row
from tradecli.statistics.band import Band, band, revisions

TENTH, PERCENT = Fraction(1, 10), Fraction(1, 100)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([PERCENT] * 7, None),
        # Revisions one way only: the band still holds the figure as it stands.
        ([PERCENT] * 8, Band(Fraction(0), PERCENT, 8)),
        ([-PERCENT] * 8, Band(-PERCENT, Fraction(0), 8)),
        ([*[PERCENT] * 7, -TENTH, TENTH], Band(-TENTH, TENTH, 9)),
    ],
)
def test_from_the_smallest_to_the_largest(found: list[Fraction], expected: Band | None) -> None:
    assert band(found) == expected


def test_its_width_is_from_end_to_end() -> None:
    assert Band(-TENTH, PERCENT, 8).width == Fraction(11, 100)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # January 2023 and twenty-four months, through the month after them: what came then counts.
        ("2025-02-01", [TENTH]),
        ("2025-02-02", []),
    ],
)
def test_two_years_after_a_month_its_revisions_no_longer_count(later: str, expected: list[Fraction]) -> None:
    rows = [
        row("export", "month", "2023-01", 100, "2023-02-08"),
        row("export", "month", "2023-01", 110, later),
    ]
    assert revisions(frame(rows), "export") == expected


def vintages(*values: int, flow: str = "export", **more: object) -> list[Row]:
    """One month as it stood from release to release."""
    days = ("2024-02-08", "2024-03-08", "2024-04-08")
    return [
        row(flow, "month", "2024-01", value, day, **more) for value, day in zip(values, days, strict=False)
    ]


def test_revisions_are_relative_to_what_stood_before() -> None:
    assert revisions(frame(vintages(100, 110, 99)), "export") == [TENTH, -TENTH]
    # Of a deficit too: from -100 to -110 it fell by a tenth.
    assert revisions(frame(vintages(-100, -110, flow="balance")), "balance") == [-TENTH]
    assert revisions(frame(vintages(0, 5)), "export") == []


def test_other_flows_and_spans_are_no_revisions() -> None:
    rows = [*vintages(100, 110), *vintages(50, 60, flow="import")]
    rows += [line | {"span": "year_to_date"} for line in vintages(70, 80)]
    assert revisions(frame(rows), "export") == [TENTH]
    assert revisions(frame(rows), "import") == [Fraction(1, 5)]


def test_of_one_day_the_finer_figure_counts() -> None:
    coarse = [line | {"value": 130, "precision": 10, "source": "mof"} for line in vintages(100)]
    rows = [*vintages(100, 110), *[line | {"vintage": vintages(1, 2)[1]["vintage"]} for line in coarse]]
    found = frame(vintages(100, 110)).vstack(frame(coarse).with_columns(frame(rows[1:2])["vintage"]))
    assert revisions(found, "export") == [TENTH]


def test_months_and_partners_are_apart() -> None:
    rows = [*months("export", "2024-01", [100, 200]), *vintages(50, partner="JP")]
    assert revisions(frame(rows), "export") == []
