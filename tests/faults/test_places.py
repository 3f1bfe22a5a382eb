"""A5, A6, A7: full disks, file size limits, and every odd place a store can be put in."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults import stores
from tests.live import Desk
from tests.publishers import Ministry
from tests.server import Server
from tradecli.errors import StoreError
from tradecli.store import writing

QUESTION = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")
SIZES = ("64k", "256k", "1m")
LIMITS = (0, 1_000, 64_000)
FULL, LIMITED, ODD = 12, 6, 14


def mounted(folder: Path, *options: str) -> bool:
    """Mount a file system in memory, where that is allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    return not subprocess.run(
        ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, check=False
    ).returncode


@pytest.fixture(name="mount")
def _mount() -> Iterator[Callable[..., None]]:
    made: list[Path] = []

    def mount(folder: Path, *options: str) -> None:
        if not mounted(folder, *options):
            pytest.skip("no file system may be mounted here")
        made.append(folder)

    yield mount
    for folder in made:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("free", [0, 4_000, 20_000, 40_000])
def test_a_full_disk_keeps_what_is_there(
    mount: Callable[..., None], tmp_path: Path, size: str, free: int
) -> None:
    disk = tmp_path / "disk"
    mount(disk, "-o", f"size={size}")
    folder = disk / "store"
    writing.commit(folder, stores.both(1))
    room = shutil.disk_usage(disk).free
    with (disk / "ballast").open("wb") as ballast:
        ballast.write(bytes(max(0, room - free)))
    many = [stores.addition("u2010ex.csv", number) for number in range(2, 40)]
    with pytest.raises(StoreError, match="No space left"):
        writing.commit(folder, many)
    assert stores.seen(folder) == stores.state(1)
    (disk / "ballast").unlink()
    writing.commit(folder, stores.both(99))
    assert stores.seen(folder)[-2:] == stores.state(99)
    assert stores.leftovers(folder) == []


LIMITED_WRITER = """
import sys
from pathlib import Path
from tests.faults import stores
from tradecli.errors import StoreError
from tradecli.store import writing
try:
    writing.commit(Path(sys.argv[1]), stores.both(2))
except StoreError as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("stored", [False, True])
def test_a_limit_on_the_size_of_files_kills_nobody(tmp_path: Path, limit: int, stored: bool) -> None:
    folder = tmp_path / "store"
    if stored:
        writing.commit(folder, stores.both(1))

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [sys.executable, "-c", LIMITED_WRITER, str(folder)],
        stdout=subprocess.PIPE, text=True, check=False, preexec_fn=limited,
    )  # fmt: skip
    before = stores.state(1) if stored else []
    if limit == 64_000:
        assert done.returncode == 0
        assert stores.seen(folder) == before + stores.state(2)
    else:
        assert done.returncode == 6
        assert stores.seen(folder) == before


def odd_places(base: Path) -> dict[str, dict[str, str]]:
    """The environment of each odd place below a folder."""
    (base / "file").write_text("not a folder")
    (base / "dangling").symlink_to(base / "gone")
    (base / "loop").symlink_to(base / "loop")
    (base / "outside").mkdir()
    (base / "link").symlink_to(base / "outside")
    for name in ("theirs", "closed"):
        (base / name).mkdir()
    os.chmod(base / "theirs", 0o777)
    os.chown(base / "theirs", 65534, 65534)
    data = {
        "a file": base / "file",
        "below a file": base / "file" / "store",
        "a dangling link": base / "dangling",
        "a loop of links": base / "loop",
        "a link to elsewhere": base / "link",
        "blanks and signs": base / "a b 'c' 資料",
        "three hundred characters": base / ("x" * 300),
        "another user's folder": base / "theirs" / "store",
        "not in any language": Path(os.fsdecode(os.fsencode(base) + b"/\xff\xfe")),
    }
    places = {name: {"TRADE_DATA_DIR": str(path)} for name, path in data.items()}
    own = {"TRADE_DATA_DIR": ""}
    return places | {
        "a relative XDG folder": {**own, "XDG_DATA_HOME": "somewhere", "HOME": str(base)},
        "no such home": {**own, "HOME": "/proc/nowhere"},
        "an empty home": {**own, "HOME": "", "XDG_DATA_HOME": ""},
        "an XDG folder with blanks": {**own, "XDG_DATA_HOME": str(base / "x d g")},
        "a home that is a file": {**own, "HOME": str(base / "file")},
    }


#: Where nothing can be written; everywhere else a fetch succeeds.
IMPOSSIBLE = {
    "a file", "below a file", "a loop of links", "three hundred characters", "no such home",
    "a home that is a file", "an empty home",
}  # fmt: skip


def test_there_are_as_many_as_promised(tmp_path: Path) -> None:
    assert len(odd_places(tmp_path)) == ODD
    assert len(SIZES) * 4 == FULL
    assert len(LIMITS) * 2 == LIMITED


@pytest.mark.slow
def test_questions_are_answered_wherever_the_store_is(tmp_path: Path) -> None:
    with Server() as server:
        desk = Desk(tmp_path / "plain", server)
        desk.serve(Ministry())
        embedded = desk.run(*QUESTION).out
        for name, place in odd_places(tmp_path).items():
            there = desk.having(**place)
            ran = there.run(*QUESTION)
            assert (ran.code, ran.out) == (0, embedded), (name, ran)
            fetched = there.run("fetch", "mof")
            if name in IMPOSSIBLE:
                assert fetched.code == 6, (name, fetched)
                assert fetched.out == ""
                assert "Traceback" not in fetched.err
            else:
                assert fetched.code == 0, (name, fetched)


def test_a_store_that_cannot_be_written_is_read(mount: Callable[..., None], tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    mount(disk)
    with Server() as server:
        desk = Desk(disk / "store", server)
        desk.serve(Ministry())
        assert desk.run("fetch", "mof").code == 0
        answered = desk.run(*QUESTION)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        ran = desk.run(*QUESTION)
        assert (ran.code, ran.out) == (0, answered.out)
        desk.serve(Ministry(change=lambda f, p, m, v: v + 1_000_000 if p == "US" else v))
        failed = desk.run("fetch", "mof")
        assert (failed.code, failed.out) == (6, "")
        assert "Read-only file system" in failed.err
        assert desk.run("store", "verify").code == 0
