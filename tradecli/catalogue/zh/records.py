"""Traditional Chinese: the table of records and streaks."""

from __future__ import annotations

MESSAGES = {
    "records.pair": "",
    "records.rank": "{rank}",
    "records.rank.record": "紀錄",
    "records.rank.tie": "平紀錄",
    "records.passed_header": "其後超越",
    "records.passed": "{window} {money}",
}
