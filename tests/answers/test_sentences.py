"""Branches of the words that the figures held do not reach, and what the usual question leaves unloaded."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from tradecli.facts.places import place
from tradecli.render.style import Style
from tradecli.render.words import sentence
from tradecli.report import Amount, say

SPAN = {"span": "month", "through": date(2025, 11, 1), "flow": "balance", "by": "partner"}


@pytest.mark.parametrize(
    ("key", "facts", "english", "chinese"),
    [
        (
            "mirror.systems",
            {"systems": ["general", "special"]},
            "Trade systems: general and special",
            "貿易制度",
        ),
        (
            "mirror.balances",
            {
                **SPAN,
                "reporter": place("TW"),
                "partner": place("US"),
                "value": Amount(0, 1),
                "partner_value": Amount(4, 1),
                "gap": Amount(-4, 1, signed=True),
            },
            "Taiwan reports a balance of 0, the United States a surplus of 4",
            "臺灣公布出入超0美元，美國公布出超4美元",
        ),
        (
            "revisions.unusual",
            {
                **SPAN,
                "revised": Amount(-4, 1, signed=True),
                "percent": None,
                "usual": 6.5,
                "others": None,
                "limit": 5,
            },
            "Unusual: November 2025 was revised by -4, 7 times the usual revision.",
            "異常修正：2025年11月修正-4美元，為通常幅度的7倍。",
        ),
        (
            "revisions.not_sure",
            {"shown": "balance", "through": date(2025, 11, 1), "n": 3},
            "How sure: the balance of November 2025 is a first figure; only 3 of its kind have been revised",
            "同類數字曾經修正者3筆",
        ),
    ],
)
def test_both_languages(key: str, facts: dict[str, Any], english: str, chinese: str) -> None:
    assert english in sentence(say(key, **facts), Style(unit="dollar"))
    assert chinese in sentence(say(key, **facts), Style("zh", unit="dollar"))


UNASKED = (
    "answers.how_sure",
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
