"""T: `--output` names a device, a pipe, a link: it is written through or refused, and stays what it is."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, Ran
from tests.faults.test_places import mounted
from tests.starting import Command

WORDS = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")
#: As many bytes as the answer has at least.
LEAST = 1_000

Place = Callable[[Path], Path]


def environment() -> dict[str, str]:
    """What the command is given: nothing of the machine's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRADE_")}
    return {**kept, "PYTHONPATH": str(CHECKOUT)}


def asked(path: Path) -> Ran:
    """The real command with *path* as its output."""
    return Ran(*Command((*WORDS, "--output", str(path)), environment()).end())


def link(folder: Path, target: str) -> Path:
    (folder / "link").symlink_to(target)
    return folder / "link"


def hard(folder: Path) -> Path:
    """One of two names of a file."""
    (folder / "other").write_text("old")
    os.link(folder / "other", folder / "figures")
    return folder / "figures"


def existing(folder: Path) -> Path:
    (folder / "figures").write_text("old")
    (folder / "figures").chmod(0o640)
    return folder / "figures"


#: Each place that an answer is written to, or through.
WRITTEN: dict[str, Place] = {
    "a new file": lambda folder: folder / "figures",
    "a file": existing,
    "a device": lambda folder: Path(os.devnull),
    "a link to a file": lambda folder: link(folder, str(existing(folder))),
    "a link to a link": lambda folder: link(folder, str(link_to(folder, existing(folder)))),
    "a link to nothing yet": lambda folder: link(folder, "figures"),
    "a link to a device": lambda folder: link(folder, os.devnull),
    "a name of blanks and signs": lambda folder: folder / " a[1]*?\n-",
    "a relative link": lambda folder: link(folder, existing(folder).name),
}


def link_to(folder: Path, target: Path) -> Path:
    (folder / "first").symlink_to(target)
    return folder / "first"


def folder_of_others(folder: Path) -> Path:
    (folder / "figures").mkdir()
    (folder / "figures" / "kept").write_text("old")
    return folder / "figures"


#: Each place that it is not, with what is said.
REFUSED: dict[str, tuple[Place, str]] = {
    "a folder": (folder_of_others, "it is a folder"),
    "a link to a folder": (lambda folder: link(folder, str(folder_of_others(folder))), "it is a folder"),
    "a loop of links": (lambda folder: link(folder, "link"), "cannot write"),
    "a folder that is not there": (lambda folder: folder / "none" / "figures", "there is no folder"),
    "a file for a folder": (lambda folder: existing(folder) / "figures", "there is no folder"),
    "a file of two names": (hard, "it has another name"),
    "a full device": (lambda folder: Path("/dev/full"), "No space left"),
    "a name that is too long": (lambda folder: folder / ("x" * 300), "too long"),
}


def kinds(folder: Path) -> dict[str, int]:
    """What each name in a folder is: a file, a link, a pipe, a folder."""
    return {path.name: stat.S_IFMT(path.lstat().st_mode) for path in folder.iterdir()}


@pytest.mark.parametrize("name", WRITTEN)
def test_it_is_written_or_written_through(name: str, tmp_path: Path) -> None:
    path = WRITTEN[name](tmp_path)
    before = kinds(tmp_path)
    device, mode = Path(os.devnull).stat(), path.stat().st_mode if path.exists() else None
    ran = asked(path)
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert kinds(tmp_path).items() >= before.items()
    assert (Path(os.devnull).stat().st_rdev, Path(os.devnull).is_char_device()) == (device.st_rdev, True)
    if path.is_file():
        assert path.stat().st_size > LEAST
        assert mode is None or path.stat().st_mode == mode
    assert not list(tmp_path.glob(".tmp-*"))


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_stays_as_it_was(name: str, tmp_path: Path) -> None:
    make, said = REFUSED[name]
    path = make(tmp_path)
    before = kinds(tmp_path)
    ran = asked(path)
    assert (ran.code, ran.out) == (6, ""), ran.err
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert kinds(tmp_path) == before
    kept = [each.read_text() for each in tmp_path.rglob("*") if each.is_file()]
    assert set(kept) <= {"old"}


def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe, came = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert asked(pipe).code == 0
    reader.join(timeout=30)
    assert len(came[0]) > LEAST
    assert pipe.is_fifo()


def test_a_socket_is_refused(tmp_path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        ran = asked(tmp_path / "s")
    assert (ran.code, "cannot write" in ran.err) == (6, True)
    assert (tmp_path / "s").is_socket()


@pytest.fixture(name="disk")
def _disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    made: list[Path] = []

    def disk(options: str) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir(exist_ok=True)
        if not mounted(folder, "-o", options):
            pytest.skip("no file system may be mounted here")
        made.append(folder)
        return folder

    yield disk
    for folder in made:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_on_a_full_disk_the_old_file_stays(disk: Callable[[str], Path]) -> None:
    folder = disk("size=8k")
    path = existing(folder)
    with suppress(OSError), (folder / "filling").open("wb", buffering=0) as filling:
        while filling.write(b"x" * 512):
            pass
    ran = asked(path)
    assert (ran.code, ran.out, path.read_text()) == (6, "", "old")
    assert os.strerror(errno.ENOSPC) in ran.err
    assert not list(folder.glob(".tmp-*"))


def test_on_a_disk_that_may_only_be_read_the_old_file_stays(disk: Callable[[str], Path]) -> None:
    folder = disk("size=64k")
    path = existing(folder)
    assert subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=False).returncode == 0
    ran = asked(path)
    assert (ran.code, path.read_text()) == (6, "old")


def test_where_files_may_not_be_so_long_the_old_one_stays(tmp_path: Path) -> None:
    path = existing(tmp_path)

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    words = [sys.executable, "-m", "tradecli", *WORDS, "--output", str(path)]
    limits = {"env": environment(), "preexec_fn": limited}
    done = subprocess.run(words, stdout=subprocess.PIPE, check=False, **limits)  # type: ignore[call-overload]
    assert (done.returncode, done.stdout, path.read_text()) == (6, b"", "old")
    assert not list(tmp_path.glob(".tmp-*"))
