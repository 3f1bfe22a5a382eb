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
from tradecli.report import Amount, Points, Rate, say

NAME = say("parts.part", name="Japan", name_zh="日本")
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
            "parts.other_set",
            {"n": 12, "before": 10},
            "a year earlier 10 of the 12 partners ranked were held: ranks of then are among those",
            "所列12個中上年同期有資料者10個",
        ),
        (
            "parts.no_points",
            {"reason": "sign_change"},
            "no contributions in points: the balance changed sign; see the change in money",
            "出入超正負號改變",
        ),
        ("parts.no_points", {"reason": "no_trade"}, "there was none in either period", "兩期均無貿易"),
        ("parts.no_points", {"reason": "else"}, "no contributions in points: else;", "else"),
        (
            "parts.first",
            {"name": NAME, "measure": "balance", "value": Amount(5, 1), "share": None, "before": None},
            "Japan ranks first: 5.",
            "日本居首：5美元。",
        ),
        (
            "parts.first",
            {"name": NAME, "measure": "growth", "rate": Rate(300, 0, 200, 0), "before": 3},
            "Japan ranks first (number 3 a year earlier): +50.0 %.",
            "日本居首（上年同期第3名）：年增50.0%。",
        ),
        (
            "parts.carried",
            {
                **SPAN,
                "change": Amount(-9, 1, signed=True),
                "rate": Rate(-5, 0, 4, 0, "sign_change"),
                "led": [(NAME, Amount(-7, 1, signed=True), None, None)],
            },
            "Balance -9 on a year earlier, led by Japan -7.",
            "出入超較上年同期減少9美元，主要來自日本減少7美元。",
        ),
        (
            "parts.rest_is",
            {"by": "commodity", "n": 1, "flow": "export"},
            "the published total less the commodity group held for both periods (none overlap)",
            "發布總額減兩期均有資料的1個貨品類別（互不重疊）",
        ),
        ("parts.of_the_deficit", {}, "a plus widened it", "正者使入超擴大"),
        (
            "parts.ranked_among",
            {**SPAN, "n": 3, "share": Points(1, 0, 4, 0)},
            "ranked are the 3 partners held for November 2025, 25.0 % of the total; others may",
            "合計占總額25.0%",
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
    "answers.policy",
    "answers.parts",
    "policy",
    "statistics.revision",
    "render.en.parts",
)


def test_the_usual_question_loads_none_of_it() -> None:
    code = (
        "import sys; from tradecli.cli import main; "
        "main(['surplus', '--partner', 'US', '--through', '2025-11', '--format', 'table']); "
        "print('\\n'.join(name for name in sys.modules if name.startswith('tradecli') or name == 'tomllib'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.splitlines())
    assert "tradecli.answers.surplus_report" in loaded
    assert not loaded & {"tomllib", *(f"tradecli.{name}" for name in UNASKED)}
