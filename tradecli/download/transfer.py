"""One file on its way: its bounds, its errors, and its bytes, counted as they come."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from typing import NamedTuple

import httpx

from tradecli.download.address import Origin, Place
from tradecli.errors import InvalidData, SourceError
from tradecli.sources.request import Request
from tradecli.wording import Wording

#: Called with how many bytes have come, and of how many; the latter None where that is not known.
Progress = Callable[[int, int | None], None]


class Limits(NamedTuple):
    """The bounds of one file: seconds, attempts, bytes, redirects.

    `total` is the time of the clock for all attempts together, waits included; `wait` the longest
    that a server may make us wait before the next; `pause` lies between two files of one host.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    attempts: int = 3
    wait: float = 30.0
    backoff: float = 1.0
    wire: int = 64 * 2**20
    decoded: int = 32 * 2**20
    redirects: int = 5
    pause: float = 1.0


class Transfer(NamedTuple):
    """One file on its way: `home` is the origin of the base address, the only one that gets the key."""

    place: Place
    limits: Limits
    request: Request
    address: httpx.URL
    home: Origin
    known: Validators
    progress: Progress | None
    ends: float

    def failed(self, cause: str, hint: str = "") -> SourceError:
        """The error where the file cannot be had."""
        return SourceError(
            "cannot fetch {name} ({source}, {host}): {cause}",
            hint=hint or "try again later; what is stored still answers",
            name=self.request.name,
            source=self.place.source,
            host=self.address.host,
            cause=self.place.masked(Wording(cause)),
        )

    def invalid(self, cause: str) -> InvalidData:
        """The error where something else came."""
        return InvalidData(
            "{name} ({source}): {cause}",
            hint="what is stored still answers",
            name=self.request.name,
            source=self.place.source,
            cause=self.place.masked(Wording(cause)),
        )


#: What the server said of the version that is available, its ETag and Last-Modified.
Validators = tuple[str, str]


class Reply(NamedTuple):
    """A file as it came; `content` is None where the one that is available is still the newest."""

    content: bytes | None
    address: str
    media: str = ""
    etag: str = ""
    last_modified: str = ""


class Again(Exception):
    """An attempt failed in a way that another may not; `wait` is what the server asked for."""

    def __init__(self, cause: str, wait: str = "") -> None:
        super().__init__(cause)
        self.wait = wait


def body(response: httpx.Response, transfer: Transfer) -> bytes:
    """The body of a reply, counted on the wire and decoded while it comes.

    Raises:
    SourceError: More than the bounds allow.
    InvalidData: Truncated or damaged.
    Again: It takes too long.
    """
    limits = transfer.limits
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise transfer.invalid(
            Wording("the content encoding {encoding!r} was not asked for", encoding=encoding[:20])
        )
    unzip = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    length = response.headers.get("content-length", "")
    wire, decoded, pieces = 0, 0, []
    for piece in response.iter_raw():
        wire += len(piece)
        if wire > limits.wire:
            raise transfer.failed(Wording("more than {wire:,} bytes came", wire=limits.wire))
        try:
            out = unzip.decompress(piece, limits.decoded - decoded + 1) if unzip else piece
        except zlib.error:
            raise transfer.invalid("the gzip stream is damaged") from None
        decoded += len(out)
        if decoded > limits.decoded:
            raise transfer.failed(
                Wording("the file is larger than {decoded:,} bytes", decoded=limits.decoded)
            )
        if time.monotonic() > transfer.ends:
            raise Again("took too long")
        pieces.append(out)
        if transfer.progress:
            transfer.progress(wire, int(length) if length.isdecimal() else None)
    if unzip and (not unzip.eof or unzip.unused_data):
        raise transfer.invalid("the gzip stream is truncated")
    if not unzip and not length and "chunked" not in response.headers.get("transfer-encoding", ""):
        raise transfer.invalid("came without its length, so that it may be truncated")
    return b"".join(pieces)
