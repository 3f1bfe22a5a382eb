"""Traditional Chinese: the table of records and streaks."""

from __future__ import annotations

MESSAGES = {
    "records.pair": "",
    "records.partner": "{place:name}",
    "records.kind": "{@kind_month}",
    "records.kind.same_month": "{@kind_same_month}",
    "records.kind.quarter": "{@kind_quarter}",
    "records.kind.year_to_date": "{window:months}",
    "records.kind.year": "{@kind_year}",
    "records.kind.rolling_12": "{@kind_rolling_12}",
    "records.kind.growth": "{@kind_growth}",
    "records.kind.share": "{@kind_share}",
    "records.kind.streak": "{@kind_streak}",
    "records.rank": "{rank}",
    "records.rank.record": "紀錄",
    "records.rank.tie": "平紀錄",
    "records.previous": "先前最高",
    "records.in": "期別",
    "records.since": "起算",
    "records.passed_header": "其後超越",
    "records.passed": "{window} {money}",
}
