"""A10: the lock of writers: held, orphaned, removed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults import stores
from tradecli import files
from tradecli.errors import StoreError
from tradecli.store import writing

HOLD = """
import sys, time
from pathlib import Path
from tradecli import files
with files.locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
CASES = 6


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_writer_waits_and_gives_up_in_time(tmp_path: Path) -> None:
    with holder(tmp_path):
        start = time.monotonic()
        with pytest.raises(StoreError, match="another process"):
            writing.commit(tmp_path, stores.both(1))
        assert files.PATIENCE - 0.5 <= time.monotonic() - start < 15


def test_readers_take_no_lock(tmp_path: Path) -> None:
    writing.commit(tmp_path, stores.both(1))
    with holder(tmp_path):
        start = time.monotonic()
        assert stores.seen(tmp_path) == stores.state(1)
        assert time.monotonic() - start < 2


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.kill()
        process.wait()
        writing.commit(tmp_path, stores.both(1), patience=2)
    assert stores.seen(tmp_path) == stores.state(1)


def test_a_writer_goes_on_when_the_other_is_done(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD.replace("60", "1"), str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        writing.commit(tmp_path, stores.both(1), patience=8)
    assert stores.seen(tmp_path) == stores.state(1)


def test_a_lock_file_removed_while_held_does_not_stop_the_next(tmp_path: Path) -> None:
    with holder(tmp_path):
        (tmp_path / files.LOCK).unlink()
        writing.commit(tmp_path, stores.both(1), patience=2)
    assert stores.seen(tmp_path) == stores.state(1)


def test_a_lock_file_left_behind_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / files.LOCK).write_text("4711\n")
    writing.commit(tmp_path, stores.both(1), patience=2)
    assert stores.seen(tmp_path) == stores.state(1)
