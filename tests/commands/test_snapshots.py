"""Whole answers as they are printed, each read line by line against the published figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import Ran, ageless

US = "surplus --partner US --through 2025-11"
#: Command line and width of the terminal; 0 is a pipe.
ANSWERS: dict[str, tuple[str, int]] = {
    "surplus_us_80": (f"{US} --format table", 80),
    "surplus_us_120": (f"{US} --format table", 120),
    "surplus_us_zh": (f"{US} --format table --lang zh", 80),
    "surplus_us_markdown": (f"{US} --format markdown", 0),
    "surplus_us_csv": (f"{US} --format csv", 0),
    "surplus_us_json": (f"{US} --format json", 0),
    "surplus_us_as_of_2026_01_09": (f"{US} --as-of 2026-01-09 --format table", 100),
    "surplus_us_as_of_2025_09_09": (
        "surplus --partner US --through 2025-08 --as-of 2025-09-09 --format table",
        100,
    ),
    "surplus_cn": ("surplus --partner CN --through 2026-08 --format table", 100),
    "surplus_cn_hk": ("surplus --partner CN+HK --through 2026-08 --format table", 100),
    "deficit_us_tw": ("surplus --reporter US --partner TW --through 2026-08 --format table", 100),
    "deficit_us_tw_zh": (
        "surplus --reporter US --partner TW --through 2025-12 --format table --lang zh",
        100,
    ),
    "surplus_january": ("surplus --partner JP --through 2026-01 --format table", 100),
    "surplus_february": ("surplus --partner JP --through 2024-02 --format table", 100),
    "exports": ("exports --through 2025-11 --format table", 120),
    "exports_as_of_2025_12_09": (
        "exports --through 2025-11 --as-of 2025-12-09 --months 3 --format table",
        100,
    ),
    "exports_of_goods": (
        "exports --commodity hs-section:16 --through 2025-06 --months 3 --format table",
        100,
    ),
    "imports_kr": (
        "imports --partner KR --through 2022-12 --as-of 2025-09-09 --months 3 --format table",
        100,
    ),
    "records_us": ("records --partner US --through 2025-11 --format table", 100),
    "records_us_zh": ("records --partner US --through 2025-12 --format table --lang zh", 100),
    "records_csv": ("records --through 2025-11 --format csv", 0),
    "sources": ("sources --format table", 120),
    "codes": ("codes hong --format table", 100),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_whole_answer(
    trade: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion, name: str
) -> None:
    words, width = ANSWERS[name]
    if width:
        monkeypatch.setenv("COLUMNS", str(width))
    ran = trade(*words.split())
    assert ran.code == 0
    assert told(ran) == snapshot(name=name)


def told(ran: Ran) -> dict[str, Any]:
    """Both streams by line; ages, which grow by the day, left out."""
    out, err = ran.out.splitlines(), ageless(ran.err)
    if out[0] == "Sources":
        out = [re.sub(r"(\d{4}-\d\d-\d\d) +\d+", r"\1 (age)", line) for line in out]
    return {"standard output": out, "standard error": err.splitlines()}
