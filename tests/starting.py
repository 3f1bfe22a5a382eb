"""The real command in a process of its own, without the half second that its imports take.

A process that has imported the program, and done nothing with it, forks for each command: the child has a
command line, an environment and streams of its own, and starts, ends and dies as a command does.

    python -m tests.starting SOCKET
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NoReturn

#: What commands import while they run, besides the program itself.
_IMPORTED = ("polars", "rich.table", "filelock", "python_calamine")
#: Modules that need an extra, which a bare machine has not.
_OF_AN_EXTRA = "tradecli.doors.mcp"
#: Seconds after which a command that has not ended never will; nothing is measured by it.
_DEADLINE = 180
_STARTING = threading.Lock()
#: Set, the program waits hardly at all between two files or attempts: its server is on this machine.
IN_HASTE = "IN_HASTE"

#: Set, the last line of standard error tells what it took: bytes of memory at the peak, seconds computed.
TELLS_ITS_COST = "TELLS_ITS_COST"


class Command:
    """A command that has been started: `pid` is its process."""

    def __init__(self, words: tuple[str, ...], environment: Mapping[str, str]) -> None:
        self._streams = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 (`end` closes them)
        self._told, theirs = socket.socketpair()
        self._told.settimeout(_DEADLINE)
        message = json.dumps([words, dict(environment), str(Path.cwd())]).encode()
        with theirs:
            ends = [theirs.fileno(), *(stream.fileno() for stream in self._streams)]
            socket.send_fds(_server(), [message], ends)
        self.pid = self._number()

    def _number(self) -> int:
        return int.from_bytes(self._told.recv(4, socket.MSG_WAITALL), "big", signed=True)

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return not select.select([self._told], [], [], 0)[0]

    def end(self) -> tuple[int, str, str]:
        """Wait until it has ended, and return its exit code, standard output and standard error."""
        with ExitStack() as closing:
            out, err = (closing.enter_context(stream) for stream in self._streams)
            closing.enter_context(self._told)
            code = self._number()
            out.seek(0)
            err.seek(0)
            return code, out.read().decode(), err.read().decode()


_started: list[tuple[socket.socket, subprocess.Popen[bytes]]] = []


def _server() -> socket.socket:
    """The way to the process that forks; it ends with this one."""
    with _STARTING:
        if not _started:
            mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                process = subprocess.Popen(
                    [sys.executable, "-m", "tests.starting", str(theirs.fileno())],
                    pass_fds=[theirs.fileno()],
                    cwd=Path(__file__).parents[1],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                )
            _started.append((mine, process))
        return _started[0][0]


def _fork() -> int:
    with warnings.catch_warnings():
        # The threads of polars that clean up after it are not missed in a child.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _run() -> int:
    """Run the command of `sys.argv`; its exit code."""
    from tradecli.__main__ import run

    try:
        run()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _tell_cost() -> None:
    """The last line of standard error: what the process took."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    [peak] = [line.split()[1] for line in told if line.startswith("VmHWM")]
    sys.stderr.write(f"\n{json.dumps([int(peak) * 1024, used.ru_utime + used.ru_stime])}\n")


def _end(code: int) -> NoReturn:
    """End as a process does, but for taking apart all that was imported, most of its time."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _watch(message: bytes, told: int, out: int, err: int) -> NoReturn:
    """Start a command, tell its process and how it ended."""
    from tradecli import download

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    command = _fork()
    if not command:
        words, environment, folder = json.loads(message)
        os.environ.clear()
        os.environ.update(environment)
        if os.environ.pop(IN_HASTE, ""):
            download.Limits = partial(download.Limits, pause=0.02, backoff=0.02)
        os.chdir(folder)
        os.dup2(out, 1)
        os.dup2(err, 2)
        for end in (told, out, err):
            os.close(end)
        sys.argv = ["trade", *words]
        if os.environ.get(TELLS_ITS_COST):
            atexit.register(_tell_cost)
        _end(_run())
    os.write(told, command.to_bytes(4, "big"))
    _, status = os.waitpid(command, 0)
    os.write(told, os.waitstatus_to_exitcode(status).to_bytes(4, "big", signed=True))
    os._exit(0)


def _serve(number: int) -> None:
    """Import the program, then fork until nobody is left to ask."""
    import tradecli

    for name in (*_IMPORTED, *(one.name for one in pkgutil.walk_packages(tradecli.__path__, "tradecli."))):
        if not name.startswith(_OF_AN_EXTRA):
            importlib.import_module(name)
    # What is imported stays: looking for what could go would copy it into every child.
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(fileno=number) as asked:
        while True:
            message, ends, _, _ = socket.recv_fds(asked, 2**20, 3)
            if not message:
                return
            if not _fork():
                _watch(message, *ends)
            for end in ends:
                os.close(end)


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
