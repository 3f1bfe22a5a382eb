"""Records claimed without a day: judged by what was published first, never by months that came later."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Ran

#: The claim, its verdict and reason, the place on the day of the first publication (if held).
CLAIMS = [
    # Of the months before, the imports of two are not held as they stood on 2025-12-09.
    ("surplus with US 2025-11: record", "unknown", "gaps", "1.0"),
    # The ministry's release of 2025-12-09 called it the highest month ever; January 2026 passed it.
    ("exports 2025-11: record", "true_when_published", "passed", "1.0"),
    # Nothing of April 2026 is held.
    ("exports 2026-03: record", "unknown", "not_held", ""),
    ("exports 2026-03 12m: record", "unknown", "not_held", ""),
]


@pytest.mark.parametrize(("claim", "verdict", "reason", "then"), CLAIMS)
def test_a_record_passed_since_is_not_refuted_by_what_came_later(
    trade: Callable[..., Ran], claim: str, verdict: str, reason: str, then: str
) -> None:
    [row] = trade("check", claim, "--format", "csv").rows
    assert (row["verdict"], row["reason"], row["then"]) == (verdict, reason, then)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "passed since by 2026-Q3 (74.46)"), ("zh", "其後已為2026年第3季的744.65億美元超越")],
)
def test_what_passed_a_quarter_is_a_quarter(trade: Callable[..., Ran], lang: str, said: str) -> None:
    [row] = trade("check", "exports to US 2025-Q4 quarter: record", "--lang", lang, "--format", "csv").rows
    assert said in row["explanation"]


@pytest.mark.parametrize(("lang", "said"), [("en", "(19 months)"), ("zh", "19個月")])
def test_a_streak_that_the_ministry_stated_is_told_as_it_counted(
    trade: Callable[..., Ran], lang: str, said: str
) -> None:
    claim = "exports 2025-05: streak 19 @ 2025-06-09"
    [row] = trade("check", claim, "--lang", lang, "--format", "csv").rows
    assert row["verdict"] == "as_stated"
    assert said in row["explanation"]
