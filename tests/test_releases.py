"""Growth rates and streaks as the ministry's releases stated them, asked of the day of each release."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import duckdb
import pytest

from tests import oracle
from tests.made_up import window as window_of
from tradecli.data import RELEASES
from tradecli.errors import NoData
from tradecli.load import load
from tradecli.model.figure import Window
from tradecli.question import Question
from tradecli.render.rows import table
from tradecli.reports import flows
from tradecli.reports.series_asked import Asked
from tradecli.series import Series
from tradecli.statistics.growth import month_on_month
from tradecli.statistics.share import share_of

with duckdb.connect() as engine:
    STATED = engine.execute(
        "select release_date, period, measure, value from read_parquet(?) order by all",
        [str(RELEASES)],
    ).fetchall()
GROUPS = {"ICT & audio-video": "ICT_AV", "electronic components": "ELECTRONIC_COMPONENTS"}
RATES = [line for line in STATED if line[2].endswith(("y/y", "m/m"))]
STREAKS = [line for line in STATED if line[2].startswith("consecutive months")]
SHARES = [line for line in STATED if line[2] == "US share of exports"]
#: Rates that rest on a base which the ministry had on the day and which is not in hand.
ON_ANOTHER_BASE = {
    ("2025-02-07", "exports y/y"),
    ("2025-06-09", "trade balance y/y"),
    ("2025-10-09", "imports y/y"),
    ("2025-12-09", "imports y/y"),
}
#: Exports to the US in January 2026 came into hand with a later vintage.
NOT_IN_HAND = {("2026-02-09", "exports to the US y/y"), ("2026-02-09", "US share of exports")}


def asked(measure: str, day: date | None) -> tuple[Question, str, str]:
    """The question, flow and window of a stated measure."""
    group = next((code for name, code in GROUPS.items() if name in measure), "TOTAL")
    partner = "US" if "the US" in measure else "WORLD"
    flow = next(name for name in ("export", "import", "balance") if name in measure)
    kind = "year_to_date" if "year to date" in measure else "quarter" if "quarter" in measure else "month"
    goods = {"commodity": group, "classification": "total" if group == "TOTAL" else "mof"}
    return Question(partner=partner, as_of=day, **goods), flow, kind


def told(measure: str, period: date, day: date | None) -> dict[str, Any]:
    """The window of the measure, as known on the day."""
    question, flow, kind = asked(measure, day)
    pair = Series(load(question))
    found = window_of(pair, kind, period, flow)
    if "m/m" in measure and found["value"] is not None:
        before = month_on_month(pair.windows(kind)).filter(period=period).to_dicts()
        found = next(row for row in before if row["flow"] == flow)
    return found | {"rate": found.get("mom") if "m/m" in measure else found["yoy"]}


def allowed(found: dict[str, Any], value: str) -> Fraction:
    """Half of the stated digit's ambiguity (0.1 for a rate with one decimal), and the inputs' rounding."""
    bounds = oracle.interval(found["value"], found["units"], found["base_value"], found["base_units"])
    assert bounds is not None
    assert bounds[1] is not None
    stated = Fraction(1, 10) if "." in value else Fraction(1, 2)
    return stated + (bounds[1] - bounds[0]) / 2


@pytest.mark.parametrize("line", RATES, ids=lambda line: f"{line[0]} {line[2]}")
def test_rates_as_of_the_release_day(line: tuple[date, date, str, str]) -> None:
    day, period, measure, value = line
    try:
        found = told(measure, period, day)
    except NoData:
        found = {"rate": None}
    if found["rate"] is None:
        # Early releases have no base in hand: no rate is better than one across a gap.
        assert day < date(2025, 7, 8) or (str(day), measure) in NOT_IN_HAND
        return
    close = abs(Fraction(found["rate"]) - Fraction(value)) <= allowed(found, value)
    assert close == ((str(day), measure) not in ON_ANOTHER_BASE), found["rate"]


@pytest.mark.parametrize("line", STREAKS, ids=lambda line: str(line[0]))
@pytest.mark.parametrize("on_the_day", [False, True])
def test_streaks(line: tuple[date, date, str, str], on_the_day: bool) -> None:
    day, period, _, value = line
    try:
        known = load(Question(as_of=day if on_the_day else None))
        row = table(flows.report([known], "export", Asked(period, months=1))).row(0, named=True)
    except NoData:
        row = {"streak": None}
    if row["streak"] is None:
        assert on_the_day
        assert day < date(2025, 7, 8)
    else:
        assert row["streak"] == int(value)


@pytest.mark.parametrize("line", SHARES, ids=lambda line: str(line[0]))
def test_shares(line: tuple[date, date, str, str]) -> None:
    day, period, measure, value = line
    window = Window("month", period)
    part, total = (
        Series(load(Question(partner=partner, as_of=day))).figure("export", window)
        for partner in ("US", "WORLD")
    )
    found = share_of(part, total)
    close = found and abs(found.percent - Fraction(value)) <= Fraction(1, 10)
    assert close == (None if (str(day), measure) in NOT_IN_HAND else True)


def test_most_statements_could_be_checked() -> None:
    checked = {"rates": len(RATES), "streaks": len(STREAKS), "shares": len(SHARES)}
    assert checked == {"rates": 84, "streaks": 12, "shares": 5}
