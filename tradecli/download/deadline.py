"""A deadline for whole attempts, whatever their connections wait for."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import Any


class Stop:
    """Ends everything at once: the pauses, and the connections of all deadlines that are running."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._guard = threading.Lock()
        self._running: set[Deadline] = set()

    def __call__(self) -> None:
        """Stop now."""
        self._asked.set()
        with self._guard:
            running = list(self._running)
        for deadline in running:
            deadline.end()

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than until it is stopped."""
        self._asked.wait(max(0.0, seconds))

    @property
    def asked(self) -> bool:
        """Whether it was stopped."""
        return self._asked.is_set()

    def running(self, deadline: Deadline, *, over: bool = False) -> None:
        """Keep a deadline while it runs."""
        with self._guard:
            (self._running.discard if over else self._running.add)(deadline)


class Deadline:
    """Ends the connections of an attempt when its time is over, whatever they wait for.

    The timeouts of httpx are for each read, so that a server sending a byte a second could hold us for ever.
    """

    def __init__(self, ends: float, stop: Stop) -> None:
        self.over = False
        self._stop = stop
        self._sockets: list[socket.socket] = []
        self._guard = threading.Lock()
        self._timer = threading.Timer(max(0.0, ends - time.monotonic()), self.end)
        self._timer.daemon = True
        self._timer.start()

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Called by httpcore for all it does; remembers each connection by a handle of its own."""
        if event.endswith("connect_tcp.complete"):
            with self._guard:
                self._sockets.append(info["return_value"].get_extra_info("socket").dup())
            if self.over or self._stop.asked:
                self.end()

    def end(self) -> None:
        """End them now."""
        self.over = True
        with self._guard:
            for handle in self._sockets:
                with suppress(OSError):
                    handle.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Deadline:
        """Watch until the attempt is over."""
        self._stop.running(self)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop watching."""
        self._timer.cancel()
        self._stop.running(self, over=True)
        with self._guard:
            for handle in self._sockets:
                handle.close()
            self._sockets.clear()
