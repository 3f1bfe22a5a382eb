"""V: an interrupt while a server stalls ends the program, and the store is whole."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import EXPORTS, Desk
from tests.server import Connection, Seen, Server
from tradecli.store import manifest as manifests


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def stall(connection: Connection, seen: Seen) -> None:
    connection.stall()


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143)])
@pytest.mark.parametrize("times", [1, 2])
def test_an_interrupt_does_not_wait_for_a_server_that_stalls(
    desk: Desk, sent: signal.Signals, code: int, times: int
) -> None:
    desk.server.otherwise = stall
    with subprocess.Popen(
        desk.command("fetch", "mof", "census"),
        env=desk.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while len(desk.server.log) < 2:  # both sources wait for their first file
            assert process.poll() is None
            time.sleep(0.01)
        for _ in range(times):
            process.send_signal(sent)
        # Without the stop it would take the bound of a file, sixty seconds.
        out, err = process.communicate(timeout=30)
    # Python gives the signals back before it ends, and a second one may come after that.
    assert process.returncode in ({code} if times == 1 else {code, -sent})
    assert out == ""
    assert "Traceback" not in err
    assert desk.server.asked(EXPORTS)
    assert not manifests.exists(desk.folder)


@pytest.mark.parametrize("seconds", ["-1", "0"])
def test_a_timeout_that_is_no_time_is_refused(desk: Desk, seconds: str) -> None:
    ran = desk.having(TRADE_TIMEOUT=seconds).run("fetch", "mof")
    assert (ran.code, f"the timeout {seconds} is no time" in ran.err) == (2, True), ran.err
