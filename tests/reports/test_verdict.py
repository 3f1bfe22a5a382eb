"""What a verdict rests on: the day, the newest release before it, the first publication."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest

from tests.made_up import Row, known, months, row
from tradecli.claims import from_line
from tradecli.data import RELEASES
from tradecli.question import Known, Question
from tradecli.reports.available import Available
from tradecli.reports.verdict import Bench, Verdict, unlike

RELEASED = ("release_date", "period", "measure", "value", "unit", "address")


def releases(*days: str) -> pl.DataFrame:
    """Releases of these days, that stated nothing of what is asked."""
    rows = [(date.fromisoformat(day), date(2020, 1, 1), "nothing", "1", "%", "") for day in days]
    return pl.DataFrame(rows, schema=pl.read_parquet_schema(RELEASES), orient="row")


def verdict(rows: list[Row], text: str, *days: str, **question: Any) -> Verdict:
    claim = from_line(text)

    def read(asked: Question) -> Known:
        return known(rows, **({"reporter": asked.reporter} | question))

    return Bench(Available(read), releases(*days)).verdict(1, claim, claim.assertions[0])


HALF_WAY = (Fraction(1095, 1005) + Fraction(1105, 995)) / 2


def told(found: Verdict) -> tuple[str, str]:
    return found.verdict, found.reason


def banded(*rows: Row, **more: Any) -> list[Row]:
    """Some figures, and nine of an older year that were revised by one per cent either way at most."""
    before = months("export", "2023-01", [1_000] * 9, vintage="2024-01-09", **more)
    after = months("export", "2023-01", [990, *[1_000] * 7, 1_010], vintage="2024-02-09", **more)
    return [*before, *after, *rows]


# Parts of a claim that contradict each other.


@pytest.mark.parametrize(
    ("said", "kept", "against", "implied"),
    [
        # 110 over 100, give or take half a dollar each, is 1.0896 to 1.1106: half way, as growth in percent.
        ("110 dollar, base 100 dollar, +11.2 % y/y", "level", "yoy", 100 * (HALF_WAY - 1)),
        ("110 dollar, base 100 dollar, doubled", "level", "multiple", HALF_WAY),
        # Growth of 10 % is 1.10 times.
        ("+10.0 % y/y, doubled", "yoy", "multiple", Fraction(11, 10)),
    ],
)
def test_parts_that_cannot_both_be_true(said: str, kept: str, against: str, implied: Fraction) -> None:
    claim = from_line(f"exports to US 2025: {said}, streak 2, share 5 %")
    bench = Bench(Available(lambda _: known([row("export", "year", "2025-12", 110)])), releases())
    first, *others = bench.verdicts(4, claim)
    assert (first.number, *told(first)) == (4, "false", "inconsistent")
    assert (first.clash and first.clash.measure, first.assertion.measure) == (kept, against)
    assert (first.then.value, first.then.note, first.now.value) == (implied, "inconsistent", None)
    # What is no part of the ratio is judged all the same.
    assert [each.assertion.measure for each in others] == ["streak", "share"]


def test_parts_that_agree_are_all_judged() -> None:
    claim = from_line("exports to US 2025: 110 dollar, base 100 dollar, +10 % y/y")
    bench = Bench(Available(lambda _: known([row("export", "year", "2025-12", 110)])), releases())
    assert [each.verdict for each in bench.verdicts(1, claim)] == ["true", "unknown", "unknown"]


# A claim made before its month had come.


@pytest.mark.parametrize(
    ("made", "expected"),
    [("2025-01-01", ("unknown", "not_held")), ("2025-01-02", ("false", "beyond_revisions"))],
)
def test_a_forecast_is_not_refuted(made: str, expected: tuple[str, str]) -> None:
    rows = months("export", "2025-01", [1_000] * 3, vintage="2026-01-09")
    rows += months("export", "2025-01", [1_010] * 3, vintage="2026-02-09")
    rows += months("export", "2025-01", [1_000] * 3, vintage="2026-03-09")
    rows += months("export", "2025-01", [1_010] * 3, vintage="2026-04-09")
    assert told(verdict(rows, f"exports to US 2025-01: 9000 dollar @ {made}")) == expected


# Like with like.


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        # The same months of another year are like already.
        ("exports to US 2025-03: 2.0 times 2024-03", False),
        ("exports to US 2025-03: 2.0 times", False),
        ("exports to US 2025-03: 2.0 times 2024-02", True),
        # A month against a year that ends with it.
        ("exports to US 2025-12: 0.2 times 2024", True),
    ],
)
def test_beside_other_months_that_of_the_same_is_told(text: str, beside: bool) -> None:
    rows = months("export", "2024-01", [100] * 12) + months("export", "2025-01", [200] * 12)
    found = verdict(rows, text)
    assert found.verdict in {"true", "true_of_unlike_periods"}
    assert (found.like_with_like is not None) == beside
    if found.like_with_like:
        assert found.like_with_like.value == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports 2025-01: 2 times 2024-12", False),
        ("exports 2025-01: 2 times 2024-Q4", True),
        # January and February are two months, as many as no single window has.
        ("exports 2025-02 ytd: 2 times 2024-12", True),
        ("exports 2025-04 ytd: 2 times 2024-Q4", True),
        ("exports 2025-03 ytd: 2 times 2024-Q4", False),
        ("exports 2025-12 ytd: 2 times 2024", False),
        ("exports 2025-12 12m: 2 times 2024", False),
        ("exports 2025-11 ytd: 2 times 2024", True),
    ],
)
def test_periods_of_unlike_length(text: str, expected: bool) -> None:
    claim = from_line(text)
    assert unlike(claim, claim.assertions[0]) == expected


# The newest release before the day.

BASE = row("export", "month", "2024-11", 1_000, "2024-12-09")
NOW = row("export", "month", "2025-11", 1_500, "2025-12-09")
#: 1,500 over 1,000 is +50 %; over 995, half a per cent less, +50.8 %.
CLAIM = "exports to US 2025-11: +50.8 % y/y @ {}"


@pytest.mark.parametrize(
    ("made", "days", "expected"),
    [
        ("2025-12-09", (), ("unknown", "base_superseded")),
        ("2025-12-09", ("2025-12-09",), ("unknown", "base_superseded")),
    ],
)
def test_a_base_of_an_older_release_may_have_been_revised(
    made: str, days: tuple[str, ...], expected: tuple[str, str]
) -> None:
    assert told(verdict(banded(BASE, NOW), CLAIM.format(made), *days)) == expected


def together(day: str) -> list[Row]:
    """Base and figure of one release."""
    return banded(BASE | {"vintage": date.fromisoformat(day), "known_by": date.fromisoformat(day)}, NOW)


@pytest.mark.parametrize(
    ("made", "days", "expected"),
    [
        # The newest release held is that of 2025-12-09: 45 days later no other need have come.
        ("2025-12-09", (), ("false", "")),
        ("2026-01-23", (), ("false", "")),
        ("2026-01-24", (), ("unknown", "base_superseded")),
        # A release that is not held came on 2026-01-09.
        ("2026-01-08", ("2026-01-09",), ("false", "")),
        ("2026-01-09", ("2026-01-09",), ("unknown", "base_superseded")),
    ],
)
def test_releases_come_every_month(made: str, days: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert told(verdict(together("2025-12-09"), CLAIM.format(made), *days)) == expected


def test_releases_are_those_of_the_ministry() -> None:
    rows = [line | {"reporter": "JP"} for line in together("2025-12-09")]
    text = CLAIM.format("2026-01-09").replace(" 2025-11", " by JP 2025-11")
    assert told(verdict(rows, text, "2026-01-09")) == ("false", "")


def test_records_of_ones_own_have_no_releases() -> None:
    own: Any = "a table"
    assert told(verdict(banded(BASE, NOW), CLAIM.format("2025-12-09"), table=own)) == ("false", "")


def test_figures_of_the_newest_release_stand() -> None:
    # Equal to the month before, both of the release of the day: no record, whatever they were rounded from.
    rows = months("export", "2023-01", [*range(1, 30), 100, 100], vintage="2025-08-08")
    assert told(verdict(rows, "exports to US 2025-07: record @ 2025-08-08")) == ("false", "")


# Nothing is held of the day.


def test_a_record_up_to_then_over_gaps() -> None:
    values: list[int | None] = [*range(1, 31)]
    values[20] = None
    rows = months("export", "2023-01", values, vintage="2026-01-09")
    found = verdict(rows, "exports to US 2025-06: record @ 2025-07-09")
    assert told(found) == ("unknown", "not_held")
    assert found.up_to_then is not None
    assert found.up_to_then.value == 1
    missing = verdict(rows, "exports to US 2025-07: record @ 2025-08-09")
    assert (told(missing), missing.up_to_then) == (("unknown", "not_held"), None)


# Claims without a day.


def released(day: str, first: str, values: list[int]) -> list[Row]:
    """A release that publishes all months anew."""
    return months("export", first, values, vintage=day)


def test_a_place_that_was_none_when_published_is_none_by_later_revisions() -> None:
    # When published 100 was below the 101 of the month before; revised to 99 it is above it, and was passed.
    before = [*range(1, 30), 101]
    rows = released("2025-08-08", "2023-01", [*before, 100])
    rows += released("2025-09-09", "2023-01", [*before[:-1], 99, 100, 200])
    assert told(verdict(rows, "exports to US 2025-07: record")) == ("false", "")


def test_an_undated_rate_on_a_base_revised_meanwhile() -> None:
    rows = banded(BASE, NOW, row("export", "month", "2025-11", 1_400, "2026-06-09"))
    found = verdict(rows, CLAIM.format("").rstrip(" @"))
    assert (told(found), found.first) == (("unknown", "base_superseded"), date(2025, 12, 9))
    # On no base that was revised by a hundredth at most.
    assert told(verdict(rows, "exports to US 2025-11: +90.0 % y/y")) == ("false", "")


@pytest.mark.parametrize(
    ("day", "first"),
    [
        # From 28 days after the month began to 60 days after that.
        ("2025-02-18", None),
        ("2025-02-28", None),
        ("2025-03-01", date(2025, 3, 1)),
        ("2025-04-30", date(2025, 4, 30)),
        ("2025-05-01", None),
    ],
)
def test_the_first_publication_is_that_of_its_season(day: str, first: date | None) -> None:
    rows = [row("export", "month", "2025-02", 100, day), row("export", "month", "2025-02", 300, "2026-01-09")]
    found = verdict(rows, "exports to US 2025-02: 100 dollar")
    assert found.first == first
    assert told(found) == (("true_when_published", "revised") if first else ("false", ""))


def test_a_release_without_the_figure_is_not_its_first() -> None:
    rows = [
        row("import", "month", "2025-02", 5, "2025-03-08"),
        row("export", "month", "2025-02", 100, "2025-03-12"),
        row("export", "month", "2025-02", 300, "2026-01-09"),
    ]
    assert verdict(rows, "exports to US 2025-02: 100 dollar").first == date(2025, 3, 12)


def test_a_figure_first_held_beside_a_later_month_is_not_as_first_published() -> None:
    rows = [
        *months("export", "2025-02", [100, 110], vintage="2025-04-08"),
        row("export", "month", "2025-02", 300, "2026-01-09"),
    ]
    assert verdict(rows, "exports to US 2025-02: 100 dollar").first is None
