"""A8: eight processes write, four read, one store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import stores
from tradecli.store import manifest as manifests
from tradecli.store import reading

WRITERS, WRITES, READERS, READS = 8, 50, 4, 200

WRITE = """
import sys
from pathlib import Path
from tests.faults import stores
from tradecli.store import writing
folder, who, writes = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
for turn in range(writes):
    # Each writer's vintages are its own; every seventh is one that another writes as well.
    number = 10_000 + turn if turn % 7 == 0 else who * 1_000 + turn
    writing.commit(folder, stores.both(number), patience=1000)
"""
READ = """
import sys
from pathlib import Path
from tests.faults import stores
folder, reads = Path(sys.argv[1]), int(sys.argv[3])
most = 0
for turn in range(reads):
    count, found = stores.newest(folder, 6)
    assert found == stores.state(*dict.fromkeys(number for _, number in found)), found
    assert count % 2 == 0, count
    assert count >= most
    most = count
"""


def start(code: str, folder: Path, who: int, count: int) -> subprocess.Popen[str]:
    """One process of them."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), str(who), str(count)], stderr=subprocess.PIPE, text=True
    )


@pytest.mark.slow
def test_eight_write_and_four_read_and_everyone_sees_whole_vintages(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    processes = [start(WRITE, folder, who, WRITES) for who in range(1, WRITERS + 1)]
    processes += [start(READ, folder, who, READS) for who in range(READERS)]
    for process in processes:
        _, err = process.communicate()
        assert process.returncode == 0, err
    shared = {10_000 + turn for turn in range(0, WRITES, 7)}
    own = {who * 1_000 + turn for who in range(1, WRITERS + 1) for turn in range(WRITES) if turn % 7}
    assert {number for _, number in stores.seen(folder)} == own | shared
    assert stores.leftovers(folder) == []
    _, wrong = reading.check(folder)
    assert wrong == []
    assert reading.unreferenced(folder, manifests.read(folder)[0]) == []
