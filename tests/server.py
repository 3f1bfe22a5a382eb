"""A publisher's server on this machine: real sockets, the publishers' formats, and every fault.

A behaviour is a function that is given an accepted connection and the request read from it; what
it writes is what the client gets, byte for byte.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple


class Seen(NamedTuple):
    """One request as it came: method, path with query, headers in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    at: float


class Broken(Exception):
    """The client went away."""


Behaviour = Callable[["Connection", Seen], None]


class Connection:
    """One accepted connection."""

    def __init__(self, raw: socket.socket, closing: threading.Event) -> None:
        self.raw = raw
        self.closing = closing

    def send(self, content: bytes) -> None:
        """Send all of it."""
        try:
            self.raw.sendall(content)
        except OSError as error:
            raise Broken from error

    def drip(self, content: bytes, seconds: float) -> None:
        """Send one byte at a time, for ever slow, until the server stops or the client goes."""
        for index in range(len(content)):
            if self.closing.wait(seconds):
                return
            self.send(content[index : index + 1])

    def stall(self) -> None:
        """Say nothing until the server stops."""
        self.closing.wait(120)

    def reset(self) -> None:
        """Break the connection off hard."""
        self.raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.raw.close()


def head(status: int, reason: str, **headers: str | int) -> bytes:
    """A status line and headers."""
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    return ("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode()


def file(content: bytes, media: str, *, etag: str = "", last_modified: str = "") -> Behaviour:
    """A file with its length; asked with what it was told before, it says that nothing has changed."""

    def behave(connection: Connection, seen: Seen) -> None:
        same = etag and seen.headers.get("if-none-match") == etag
        same = same or (last_modified and seen.headers.get("if-modified-since") == last_modified)
        told = {k: v for k, v in (("ETag", etag), ("Last_Modified", last_modified)) if v}
        if same:
            connection.send(head(304, "Not Modified", **told))
            return
        connection.send(head(200, "OK", Content_Type=media, Content_Length=len(content), **told) + content)

    return behave


def text(status: int, reason: str, body: bytes = b"", media: str = "text/plain", **headers: str) -> Behaviour:
    """A plain answer."""

    def behave(connection: Connection, seen: Seen) -> None:
        connection.send(head(status, reason, Content_Type=media, Content_Length=len(body), **headers) + body)

    return behave


@dataclass
class Server:
    """Serves paths until it is closed; `log` is what was asked.

    `otherwise` answers what no path names.
    """

    paths: dict[str, Behaviour] = field(default_factory=dict)
    otherwise: Behaviour = field(default_factory=lambda: text(404, "Not Found", b"no such file\n"))
    tls: ssl.SSLContext | None = None
    host: str = "127.0.0.1"
    port: int = 0
    log: list[Seen] = field(default_factory=list)

    def __enter__(self) -> Server:
        """Start listening."""
        self._closing = threading.Event()
        self._socket = socket.create_server((self.host, self.port), backlog=128)
        self.port = self._socket.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, and end every connection."""
        self._closing.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._accepting.join(5)
        for thread in self._threads:
            thread.join(5)

    @property
    def address(self) -> str:
        """The base address."""
        return f"{'https' if self.tls else 'http'}://{self.host}:{self.port}"

    def serve(
        self, files: Mapping[str, tuple[bytes, str]], *, last_modified: str = "", tag: str = ""
    ) -> None:
        """Serve whole files, each with an ETag of its content or a day."""
        for path, (content, media) in files.items():
            etag = f'"{hash(content) & 0xFFFFFFFF:08x}{tag}"'
            self.paths[path] = file(content, media, etag=etag, last_modified=last_modified)

    def asked(self, path: str = "") -> list[Seen]:
        """The requests for a path, or all."""
        return [seen for seen in self.log if not path or seen.path.partition("?")[0] == path]

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                raw, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(raw,), daemon=True)
            self._threads = [*(t for t in self._threads if t.is_alive()), thread]
            thread.start()

    def _serve(self, raw: socket.socket) -> None:
        with contextlib.suppress(OSError, Broken, ValueError):
            raw.settimeout(60)
            if self.tls:
                raw = self.tls.wrap_socket(raw, server_side=True)
            seen = _request(raw)
            if seen:
                self.log.append(seen)
                behave = self.paths.get(seen.path.partition("?")[0], self.otherwise)
                behave(Connection(raw, self._closing), seen)
            with contextlib.suppress(OSError):
                raw.shutdown(socket.SHUT_WR)
        raw.close()


def _request(raw: socket.socket) -> Seen | None:
    content = b""
    while b"\r\n\r\n" not in content:
        piece = raw.recv(65_536)
        if not piece:
            return None
        content += piece
    first, *lines = content.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    return Seen(method, path, {name.lower(): value for name, value in headers.items()}, time.monotonic())
