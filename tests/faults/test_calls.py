"""A1, A4, A11: the store is killed, or refused, at every single call to the file system."""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drawn import THOROUGH
from tests.faults import stores
from tradecli.store import manifest as manifests
from tradecli.store import writing

STRACE = shutil.which("strace")
pytestmark = [
    pytest.mark.drawn,
    pytest.mark.slow,
    pytest.mark.skipif(STRACE is None, reason="strace is not installed (apt-get install strace)"),
]

#: The calls by which a store is written.
CALLS = ("openat", "write", "fsync", "rename", "unlink", "mkdir", "close")
#: Those by which a reader sees something else. A process that is killed before `fsync` or `close` leaves
#: what it leaves when it is killed before the call of these that comes next: it is killed there.
SEEN = tuple(call for call in CALLS if THOROUGH or call not in {"fsync", "close"})
#: Each call meets two of the six errors, each error every kind of call; in a thorough run all meet all.
EVERY = 1 if THOROUGH else 3
ERRORS = ("ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "EMFILE")
#: What a writer does, what stands before and what may be seen after.
JOBS = {
    "first": ([], [[], stores.state(1)]),
    "second": ([1], [stores.state(1), stores.state(1, 2)]),
    "repair": ([1], [stores.state(1), [("import", 1), ("export", 1)], [("import", 1)]]),
    "prune": ([1, 2], [stores.state(1, 2), [("import", 1), *stores.state(2)]]),
}
#: The fewest points there must be, so that a change of the writer cannot empty the test.
LEAST_KILLS, LEAST_ERRORS = 100, 100


class Writer:
    """The forking process, and a watcher for each of its children."""

    def __init__(self, jobs: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.writer", str(jobs)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, job: str, folder: Path, *watch: str) -> int:
        """Let one child do a job under strace with these options; how it ended."""
        assert self._process.stdin
        assert self._process.stdout
        assert STRACE
        self._process.stdin.write(f"{job} {folder}\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        with subprocess.Popen(
            [STRACE, "-qq", "-p", str(child), *watch],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as watcher:
            status = Path(f"/proc/{child}/status")
            while not re.search(r"TracerPid:\t[1-9]", status.read_text()):
                assert watcher.poll() is None, "strace may not watch here"
                time.sleep(0.001)
            self._process.stdin.write("go\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())

    def close(self) -> None:
        """End it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(10)


@pytest.fixture(name="writer", scope="module")
def _writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    jobs = tmp_path_factory.mktemp("jobs") / "additions"
    jobs.write_bytes(pickle.dumps({"first": stores.both(1), "second": stores.both(2)}))
    writer = Writer(jobs)
    yield writer
    writer.close()


@pytest.fixture(name="before", scope="module")
def _before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folders = {}
    for job, (numbers, _) in JOBS.items():
        folders[job] = tmp_path_factory.mktemp(job) / "store"
        for number in numbers:
            writing.commit(folders[job], stores.both(number))
    return folders


def fresh(before: Path, into: Path) -> Path:
    """A copy of the store as it stood."""
    shutil.rmtree(into, ignore_errors=True)
    if before.exists():
        shutil.copytree(before, into)
    return into


@pytest.mark.parametrize("job", JOBS)
def test_killed_at_every_call_it_is_the_old_or_the_new_store(
    writer: Writer, before: dict[str, Path], job: str, tmp_path: Path
) -> None:
    _, states = JOBS[job]
    kills = 0
    for call in SEEN:
        for point in range(1, 400):
            folder = fresh(before[job], tmp_path / "store")
            ended = writer.run(
                job,
                folder,
                "-o",
                "/dev/null",
                "-e",
                f"trace={call}",
                "-e",
                f"inject={call}:signal=KILL:when={point}",
            )
            if ended == 0:
                break
            assert ended == -9
            kills += 1
            stores.whole(folder, states)
            writing.commit(folder, stores.both(3))
            assert stores.leftovers(folder) == []
            assert stores.seen(folder)[-2:] == stores.state(3)
    assert kills * len(JOBS) >= LEAST_KILLS


@pytest.mark.parametrize("error", ERRORS)
def test_refused_at_every_call_it_says_so_or_goes_on_and_nothing_is_lost(
    writer: Writer, before: dict[str, Path], error: str, tmp_path: Path
) -> None:
    _, states = JOBS["second"]
    points = 0
    for call in CALLS:
        for point in range(1 + ERRORS.index(error) % EVERY, 400, EVERY):
            folder = fresh(before["second"], tmp_path / "store")
            trace = tmp_path / "trace"
            ended = writer.run(
                "second",
                folder,
                *("-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={point}"),
            )
            if "(INJECTED)" not in trace.read_text():
                break
            points += 1
            assert ended in {0, 6}, (call, point, ended)
            found = stores.whole(folder, states)
            if ended == 0:
                assert found == states[-1], (call, point)
    assert points * len(ERRORS) >= LEAST_ERRORS


def test_the_order_is_file_rename_folder_and_the_manifest_last(
    writer: Writer, before: dict[str, Path], tmp_path: Path
) -> None:
    folder = fresh(before["second"], tmp_path / "store")
    trace = tmp_path / "trace"
    calls = "trace=openat,fsync,rename"
    assert writer.run("second", folder, "-y", "-o", str(trace), "-e", calls) == 0
    steps = []
    for line in trace.read_text().splitlines():
        if match := re.search(r"fsync\(\d+<([^>]*)>", line):
            path = Path(match[1])
            steps.append(("fsync", "temporary" if ".tmp-" in path.name else "folder", path))
        elif match := re.search(r'rename\("[^"]*", "([^"]*)"', line):
            steps.append(("rename", Path(match[1]).name, Path(match[1])))
    renamed = [index for index, step in enumerate(steps) if step[0] == "rename"]
    for index in renamed:
        target = steps[index][2]
        assert steps[index - 1][:2] == ("fsync", "temporary")
        assert steps[index - 1][2].parent == target.parent
        assert steps[index + 1] == ("fsync", "folder", target.parent)
    names = [steps[index][1] for index in renamed]
    assert names[-2:] == [manifests.NAME, manifests.COPY]
    assert [name.rpartition(".")[2] for name in names[:-2]] == ["gz", "parquet", "gz", "parquet"]
