"""Branches of the words that the figures held do not reach, and what the usual question leaves unloaded."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.facts.places import place
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.reports.shared import say

NOV = Window("month", date(2025, 11, 1))


def balance(value: int) -> Figure:
    return Figure("balance", NOV, Money(value, 1, "USD"))


def change(value: int) -> Change:
    return Change(Money(value, 1, "USD"))


@pytest.mark.parametrize(
    ("key", "facts", "english", "chinese"),
    [
        (
            "mirror.systems",
            {"systems": ("general", "special")},
            "Trade systems: general and special",
            "貿易制度",
        ),
        (
            "mirror.balances",
            {
                "window": NOV,
                "reporter": place("TW"),
                "partner": place("US"),
                "mine": balance(0),
                "theirs": balance(4),
                "gap": change(-4),
            },
            "Taiwan reports a balance of 0, the United States a surplus of 4",
            "臺灣公布出入超0美元，美國公布出超4美元",
        ),
        (
            "revisions.unusual",
            {"window": NOV, "revised": change(-4), "percent": None, "usual": 6.5, "others": None},
            "Unusual: November 2025 was revised by -4, 7 times the usual revision.",
            "異常修正：2025年11月修正-4美元，為通常幅度的7倍。",
        ),
        (
            "revisions.first_estimate.unknown",
            {"n": 3},
            "First estimate: only 3 of its kind have been revised, too few to say.",
            "同類數字曾經修正者3筆",
        ),
    ],
)
def test_both_languages(key: str, facts: dict[str, Any], english: str, chinese: str) -> None:
    assert english in write(say(key, **facts), Style(unit="dollar"))
    assert chinese in write(say(key, **facts), Style("zh", unit="dollar"))


UNASKED = (
    "reports.first_estimate",
    "reports.policy",
    "parts",
    "facts.policy",
    "statistics.revision",
    "catalogue.en.drivers",
)


def test_the_usual_question_loads_none_of_it() -> None:
    code = (
        "import sys; from tradecli.cli import main; "
        "main(['surplus', '--partner', 'US', '--through', '2025-11', '--format', 'table']); "
        "print('\\n'.join(name for name in sys.modules if name.startswith('tradecli') or name == 'tomllib'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.splitlines())
    assert "tradecli.reports.surplus" in loaded
    assert not loaded & {"tomllib", *(f"tradecli.{name}" for name in UNASKED)}
