"""A10: the lock of writers: held, orphaned, removed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from tests.faults import stores
from tradecli import files
from tradecli.errors import StoreError
from tradecli.store import writing

HOLD = """
import sys
from pathlib import Path
from tradecli import files
with files.locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
CASES = 6


class Locks:
    """Stands for filelock.FileLock, and notes for how long a writer is ready to wait."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.patience: float | None = None
        self.refused = threading.Event()

    def __call__(self, path: Path, timeout: float) -> FileLock:
        self.asked.append(timeout)
        refused = self.refused

        class Noting(FileLock):
            def _acquire(self) -> None:
                super()._acquire()
                if not self.is_locked:
                    refused.set()

        return Noting(path, timeout=timeout if self.patience is None else self.patience)


@pytest.fixture(name="locks")
def _locks(monkeypatch: pytest.MonkeyPatch) -> Locks:
    locks = Locks()
    monkeypatch.setattr("filelock.FileLock", locks)
    return locks


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until its input ends or it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_writer_waits_and_gives_up_in_time(tmp_path: Path, locks: Locks) -> None:
    with holder(tmp_path):
        with pytest.raises(StoreError, match="another process"):
            writing.commit(tmp_path, stores.both(1), patience=0.2)
        locks.patience = 0
        with pytest.raises(StoreError, match="another process"):
            writing.commit(tmp_path, stores.both(1))
    assert locks.asked == [0.2, files.PATIENCE]
    assert files.PATIENCE <= 15


def test_readers_take_no_lock(tmp_path: Path, locks: Locks) -> None:
    writing.commit(tmp_path, stores.both(1))
    locks.asked.clear()
    with holder(tmp_path):
        assert stores.seen(tmp_path) == stores.state(1)
    assert locks.asked == []


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.kill()
        process.wait()
        writing.commit(tmp_path, stores.both(1), patience=2)
    assert stores.seen(tmp_path) == stores.state(1)


def test_a_writer_goes_on_when_the_other_is_done(tmp_path: Path, locks: Locks) -> None:
    with holder(tmp_path) as process, ThreadPoolExecutor(1) as pool:
        written = pool.submit(writing.commit, tmp_path, stores.both(1), patience=600)
        assert locks.refused.wait(600)
        assert not written.done()
        process.communicate()
        written.result()
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
