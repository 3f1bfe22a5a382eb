"""A8: eight processes write, four read, one store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.drawn import THOROUGH
from tests.faults import stores
from tradecli.store import manifest as manifests
from tradecli.store import reading

WRITERS, READERS = 8, 4
WRITES, READS = (50, 200) if THOROUGH else (15, 50)

#: All of them are forked from one process that has imported the program and begun no thread.
TOGETHER = """
import os
import sys
from pathlib import Path
import filelock
from tests.faults import stores
from tradecli.store import writing


def write(folder, who, writes):
    for turn in range(writes):
        # Each writer's vintages are its own; every seventh is one that another writes as well.
        number = 10_000 + turn if turn % 7 == 0 else who * 1_000 + turn
        writing.commit(folder, stores.both(number), patience=1000)


def read(folder, who, reads):
    most = 0
    for turn in range(reads):
        count, found = stores.newest(folder, 6)
        assert found == stores.state(*dict.fromkeys(number for _, number in found)), found
        assert count % 2 == 0, count
        assert count >= most
        most = count


folder, (writers, writes, readers, reads) = Path(sys.argv[1]), map(int, sys.argv[2:])
jobs = [(write, who, writes) for who in range(1, writers + 1)]
jobs += [(read, who, reads) for who in range(readers)]
for work, who, count in jobs:
    if not os.fork():
        code = 1
        try:
            work(folder, who, count)
            code = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(code)
sys.exit(sum(os.waitstatus_to_exitcode(os.wait()[1]) != 0 for _ in jobs))
"""


@pytest.mark.drawn
@pytest.mark.slow
def test_eight_write_and_four_read_and_everyone_sees_whole_vintages(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    counts = [str(count) for count in (WRITERS, WRITES, READERS, READS)]
    ran = subprocess.run(
        [sys.executable, "-c", TOGETHER, str(folder), *counts], stderr=subprocess.PIPE, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    shared = {10_000 + turn for turn in range(0, WRITES, 7)}
    own = {who * 1_000 + turn for who in range(1, WRITERS + 1) for turn in range(WRITES) if turn % 7}
    assert {number for _, number in stores.seen(folder)} == own | shared
    assert stores.leftovers(folder) == []
    _, wrong = reading.check(folder)
    assert wrong == []
    assert reading.unreferenced(folder, manifests.read(folder)[0]) == []
