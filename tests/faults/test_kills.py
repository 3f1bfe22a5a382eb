"""A2, A3: the real command is killed, interrupted or terminated at any moment of download and writing.

A moment is something that has happened, not a time: so many bytes of so many files have been sent, or so
many files stand in the store. However busy the machine, the same moments are tried.
"""

from __future__ import annotations

import csv
import os
import random
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.drawn import THOROUGH
from tests.live import EXPORTS, IMPORTS, Desk
from tests.publishers import Ministry
from tests.server import Behaviour, Connection, Seen, Server, head
from tests.starting import Command
from tradecli import files
from tradecli.store import manifest as manifests
from tradecli.store import reading

pytestmark = [pytest.mark.drawn, pytest.mark.slow]
#: How many are killed, and sent a signal; at all moments of writing, and as many shares of a file.
KILLS, SIGNALS = (100, 40) if THOROUGH else (24, 24)
WHOLE = {"u2010ex.csv", "u2010im.csv"}
#: Files and folders in a store after a first fetch, unfinished and renamed ones counted once.
MOST = 16

FILES = Ministry().files()


class Moment(NamedTuple):
    """While a file is sent, after a share of it; or, where no file is named, when so many paths are there."""

    file: str
    share: float
    paths: int


def moments(count: int, seed: int) -> list[Moment]:
    """Moments all along: a third of the download, of either file in turn, and two thirds of the writing."""
    dice = random.Random(seed)
    sends, writes = count // 3, count - count // 3
    shares = [(number + dice.random()) / sends for number in range(sends)]
    sending = [Moment((EXPORTS, IMPORTS)[number % 2], share, 0) for number, share in enumerate(shares)]
    return sending + [Moment("", 0, 1 + number * MOST // writes) for number in range(writes)]


def held(content: bytes, media: str, share: float, came: threading.Event, go: threading.Event) -> Behaviour:
    """A file that stands still after a share of it, until it is told to go on."""

    def behave(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, "OK", Content_Type=media, Content_Length=len(content)))
        connection.send(content[: int(share * len(content))])
        came.set()
        go.wait()
        connection.send(content[int(share * len(content)) :])

    return behave


def written(command: Command, folder: Path, paths: int) -> None:
    """Wait until so many paths are in the store, or the command has ended."""
    while command.running and sum(1 for _ in folder.rglob("*")) < paths:
        time.sleep(0.001)


def ended(desk: Desk, moment: Moment, how: signal.Signals) -> tuple[int, str, str]:
    """Start a fetch, send a signal at a moment, and say how it ended."""
    came, go = threading.Event(), threading.Event()
    desk.serve(Ministry())
    if moment.file:
        desk.answer(moment.file, by=held(*FILES[moment.file], moment.share, came, go))
    command = desk.start("fetch", "mof", "--format", "csv")
    if moment.file:
        assert came.wait(600)
    else:
        written(command, desk.folder, moment.paths)
    if command.running:
        os.kill(command.pid, how)
    found = command.end()
    go.set()
    return found


def check(folder: Path) -> None:
    """The store is whole, or not there yet; the next writer leaves no unfinished file."""
    if not manifests.exists(folder):
        return
    manifest, wrong = reading.check(folder)
    assert [line for line in wrong if "manifest.copy" not in line] == []
    assert {entry.name for entry in manifest.entries} == WHOLE
    with files.locked(folder):
        files.remove_unfinished(folder)
    assert list(folder.rglob(".tmp-*")) == []


def all_ended(count: int, how: signal.Signals, folder: Path) -> list[tuple[Moment, int, str, str]]:
    """How each of so many fetches ended that a signal was sent to, every store checked."""

    def one(number: int, moment: Moment) -> tuple[Moment, int, str, str]:
        with Server() as server:
            desk = Desk(folder / str(number), server)
            found = ended(desk, moment, how)
            # It ended at once: what it waited for was not asked for again.
            assert len(server.asked(moment.file)) == 1 or not moment.file
        check(desk.folder)
        return moment, *found

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(count), moments(count, 20260109 + how)))


def test_killed_at_a_random_moment_nothing_is_half_written(tmp_path: Path) -> None:
    found = all_ended(KILLS, signal.SIGKILL, tmp_path)
    assert {code for moment, code, _, _ in found if moment.file} == {-signal.SIGKILL}
    # What writes may be done before the signal comes.
    assert {code for moment, code, _, _ in found if not moment.file} <= {-signal.SIGKILL, 0}


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_interrupted_it_ends_at_once_and_quietly(tmp_path: Path, how: signal.Signals, code: int) -> None:
    found = all_ended(SIGNALS // 2, how, tmp_path)
    assert {status for moment, status, _, _ in found if moment.file} == {code}
    # Python gives the signals back before it ends.
    assert {status for moment, status, _, _ in found if not moment.file} <= {code, 0, -how}
    for moment, status, out, err in found:
        if status == code:
            # A signal that comes when all is written finds the answer said already, and whole.
            assert out == "" or (not moment.file and said_whole(out))
            assert "Traceback" not in err


def said_whole(out: str) -> bool:
    """Whether a fetch's report names every file that was written, and its last line has ended."""
    return out.endswith("\n") and {row["file"] for row in csv.DictReader(out.splitlines())} >= WHOLE
