"""English: the table of records and streaks."""

from __future__ import annotations

MESSAGES = {
    "records.pair": "",
    "records.rank": "{rank}",
    "records.rank.record": "record",
    "records.rank.tie": "tie",
    "records.passed_header": "passed since",
    "records.passed": "{window}: {money}",
}
