"""V: an interrupt while a server stalls ends the program, and the store is whole."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.live import EXPORTS, Desk
from tests.server import Connection, Seen, Server, head
from tradecli.store import manifest as manifests


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def silent(connection: Connection, seen: Seen) -> None:
    connection.stall()


def after_headers(connection: Connection, seen: Seen) -> None:
    connection.send(head(200, "OK", Content_Type="text/csv", Content_Length=10_000))
    connection.stall()


def in_the_middle(connection: Connection, seen: Seen) -> None:
    connection.send(head(200, "OK", Content_Type="text/csv", Content_Length=10_000) + b"a,b\n" * 100)
    connection.stall()


#: What is sent while a server stalls, and how the program ends.
SENT = {
    "INT": ((signal.SIGINT,), {130}),
    "TERM": ((signal.SIGTERM,), {143}),
    # Python gives the signals back before it ends, and a second one may come after that.
    "INT twice": ((signal.SIGINT,) * 2, {130, -signal.SIGINT}),
    "TERM twice": ((signal.SIGTERM,) * 2, {143, -signal.SIGTERM}),
    "INT, then TERM": ((signal.SIGINT, signal.SIGTERM), {130, 143, -signal.SIGTERM}),
    "TERM, then INT": ((signal.SIGTERM, signal.SIGINT), {130, 143, -signal.SIGINT}),
}
#: Where the server stalls: before it answers, after its headers, in the middle of a file.
STALLS = {"silent": silent, "after the headers": after_headers, "in the middle": in_the_middle}
#: Seconds within which it ends. Nothing else running, it takes a tenth of one; without the stop, sixty.
SOON = 10.0


@pytest.mark.parametrize("how", STALLS)
@pytest.mark.parametrize("sent", SENT)
def test_an_interrupt_does_not_wait_for_a_server_that_stalls(desk: Desk, sent: str, how: str) -> None:
    signals, codes = SENT[sent]
    desk.server.otherwise = STALLS[how]
    command = desk.start("fetch", "mof", "census")
    while len(desk.server.log) < 2:  # both sources wait for their first file
        assert command.running
        time.sleep(0.01)
    begun = time.monotonic()
    for each in signals:
        with suppress(ProcessLookupError):
            os.kill(command.pid, each)
    code, out, err = command.end()
    assert time.monotonic() - begun < SOON
    assert code in codes
    assert out == ""
    assert "Traceback" not in err
    assert desk.server.asked(EXPORTS)
    assert not manifests.exists(desk.folder)


@pytest.mark.parametrize("seconds", ["-1", "0"])
def test_a_timeout_that_is_no_time_is_refused(desk: Desk, seconds: str) -> None:
    ran = desk.having(TRADE_TIMEOUT=seconds).run("fetch", "mof")
    assert (ran.code, f"the timeout {seconds} is no time" in ran.err) == (2, True), ran.err
