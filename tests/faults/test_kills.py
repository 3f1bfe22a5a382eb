"""A2, A3: the real command is killed, interrupted or terminated at any moment."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.live import COUNTRY, EXPORTS, IMPORTS, Desk
from tests.publishers import Bureau, Ministry
from tests.server import Connection, Seen, Server, head
from tradecli import files
from tradecli.store import manifest as manifests
from tradecli.store import reading

KILLS, SIGNALS = 100, 40
WHOLE = {"u2010ex.csv", "u2010im.csv"}


def slow(content: bytes, media: str, seconds: float = 0.05) -> object:
    """A file in pieces, so that a kill falls into the download as well as into the writing."""

    def behave(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, "OK", Content_Type=media, Content_Length=len(content)))
        for start in range(0, len(content), len(content) // 3 + 1):
            connection.send(content[start : start + len(content) // 3 + 1])
            time.sleep(seconds)

    return behave


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[Server]:
    with Server() as server:
        for path, (content, media) in {**Ministry().files(), **Bureau().files()}.items():
            server.paths[path] = slow(content, media)  # type: ignore[assignment]
        assert {EXPORTS, IMPORTS, COUNTRY} <= server.paths.keys()
        yield server


def ended(desk: Desk, seconds: float, how: signal.Signals) -> tuple[int, str, str]:
    """Start a fetch, send a signal after some seconds, and say how it ended."""
    with subprocess.Popen(
        desk.command("fetch", "mof", "--format", "csv"),
        env=desk.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(how)
            out, err = process.communicate(timeout=30)
    return process.returncode, out, err


def check(folder: Path) -> int:
    """The store is whole, or not there yet; the next writer leaves no unfinished file."""
    if not manifests.exists(folder):
        return 0
    manifest, wrong = reading.check(folder)
    assert [line for line in wrong if "manifest.copy" not in line] == []
    assert {entry.name for entry in manifest.entries} == WHOLE
    with files.locked(folder):
        files.remove_unfinished(folder)
    assert list(folder.rglob(".tmp-*")) == []
    return 1


def test_killed_at_a_random_moment_nothing_is_half_written(server: Server, tmp_path: Path) -> None:
    moments = random.Random(20260109)
    waits = [moments.uniform(0.15, 1.9) for _ in range(KILLS)]

    def one(number: int) -> tuple[int, int]:
        desk = Desk(tmp_path / str(number), server)
        code, _, _ = ended(desk, waits[number], signal.SIGKILL)
        return code, check(desk.folder)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(one, range(KILLS)))
    assert {code for code, _ in found} <= {-signal.SIGKILL, 0}
    assert sum(code == -signal.SIGKILL for code, _ in found) >= KILLS // 2


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_interrupted_it_ends_at_once_and_quietly(
    server: Server, tmp_path: Path, how: signal.Signals, code: int
) -> None:
    moments = random.Random(how)
    # Before the program has taken over the signal Python's own way of ending is not ours to change.
    waits = [moments.uniform(0.9, 1.6) for _ in range(SIGNALS // 2)]

    def one(number: int) -> tuple[int, str, str]:
        desk = Desk(tmp_path / str(number), server)
        found = ended(desk, waits[number], how)
        check(desk.folder)
        return found

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(one, range(SIGNALS // 2)))
    assert {status for status, _, _ in found} <= {code, 0, -how}
    assert sum(status == code for status, _, _ in found) >= 3
    for status, out, err in found:
        if status == code:
            assert out == ""
            assert "Traceback" not in err
