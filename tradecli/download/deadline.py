"""A deadline for whole attempts, whatever their connections wait for."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import Any


class Deadline:
    """Ends the connections of an attempt when its time is over, whatever they wait for.

    The timeouts of httpx are for each read, so that a server sending a byte a second could hold us for ever.
    """

    def __init__(self, ends: float) -> None:
        self.ends = ends
        self.over = False
        self._sockets: list[socket.socket] = []
        self._guard = threading.Lock()
        self._timer = threading.Timer(max(0.0, ends - time.monotonic()), self._end)
        self._timer.daemon = True
        self._timer.start()

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Called by httpcore for all it does; remembers each connection by a handle of its own."""
        if event.endswith("connect_tcp.complete"):
            with self._guard:
                self._sockets.append(info["return_value"].get_extra_info("socket").dup())
            if self.over:
                self._end()

    def _end(self) -> None:
        self.over = True
        with self._guard:
            for handle in self._sockets:
                with suppress(OSError):
                    handle.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Deadline:
        """Watch until the attempt is over."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop watching."""
        self._timer.cancel()
        with self._guard:
            for handle in self._sockets:
                handle.close()
            self._sockets.clear()
