"""U: small files that ask for much are refused by name, with little memory, in little time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.drawn import THOROUGH
from tests.faults.sizes import CASES, MEMORY, SECONDS, Case, cost

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the system tells no peak of memory"),
]

#: What another case asks for in the same words, of another parser: tried in a thorough run alone.
REPEATED = {
    *("country-rows.xlsx", "comtrade-full.json", "census-rows.json", "rows.csv.gz", "i8121.csv"),
    *("u2010im.csv", "fred-rows.csv", "eurostat-rows.csv", "eurostat-long.csv", "imf-long.csv"),
    *("njswww-long.csv", "u2010-long.csv", "eurostat-wide.csv", "fred-wide.csv"),
}
TRIED = [case for case in CASES if THOROUGH or case.name not in REPEATED]
#: Files that are large and right.
ANSWERED = {"history.csv", "own-rows.csv"}


@pytest.mark.drawn
@pytest.mark.parametrize("case", TRIED, ids=lambda case: case.name)
def test_no_file_takes_more_than_its_bounds(case: Case, tmp_path: Path) -> None:
    found = cost(case, tmp_path)
    assert found.memory <= MEMORY
    assert found.seconds <= SECONDS
    assert found.code == (0 if case.name in ANSWERED else 5), found.said
    assert case.name in found.said or case.name in ANSWERED
    assert "internal error" not in found.said


def test_what_a_command_takes_is_seen(tmp_path: Path) -> None:
    plain = cost(Case("x", lambda: b"", ("--version",)), tmp_path)
    rows = cost(next(case for case in CASES if case.name == "own-rows.csv"), tmp_path)
    # The file alone has 45 MiB.
    assert rows.memory - plain.memory > 30 * 2**20
    assert rows.seconds > plain.seconds > 0
