"""DuckDB in a process of its own, asked one thing after another; it ends when it is no longer needed.

Its memory is not that of the program, and it starts once for a report that asks several things.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading

#: What the process does: it asks what it reads. DuckDB's package loads twice as long as what it wraps, and
#: prints how far a longer question has come: among the answers it would be taken for one.
_ASK = """
import os, sys, threading
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
try:
    from _duckdb import connect
except ImportError:
    from duckdb import connect
connection = connect()
connection.execute("set enable_progress_bar = false")
idle = None
for line in sys.stdin.buffer:
    if idle:
        idle.cancel()
    try:
        connection.execute(bytes.fromhex(line.decode()).decode()).fetchall()
        answers.write("done\\n")
    except Exception:
        answers.write("failed\\n")
    answers.flush()
    idle = threading.Timer({seconds}, os._exit, (0,))
    idle.daemon = True
    idle.start()
"""
#: Seconds after which an idle process ends by itself, and in which one ends that is told to.
_IDLE, _PATIENCE = 10, 2
_ALONE = threading.Lock()
_running: list[subprocess.Popen[bytes]] = []


def done(asked: str) -> bool:
    """Whether DuckDB did what was asked, in SQL."""
    line = asked.encode().hex().encode() + b"\n"
    with _ALONE:
        # One that was idle may just have ended.
        for _ in range(2):
            told = b""
            try:
                told = _told(_process(), line)
            finally:
                # What is not waited for any more would be the answer to what is asked next.
                if not told:
                    _end()
            if told:
                return told == b"done\n"
    return False


def _process() -> subprocess.Popen[bytes]:
    """The process, started where there is none."""
    if not _running:
        command = [sys.executable, "-P", "-c", _ASK.format(seconds=_IDLE)]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        _running.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere))  # noqa: S603
    return _running[0]


def _told(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """What the process says to a line; nothing where it has ended."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(line)
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""


@atexit.register
def _end() -> None:
    """End the process: it has nothing left to read."""
    while _running:
        process = _running.pop()
        try:
            process.communicate(timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()
