"""HTTP: one file, within bounds of time, size and place. The only module that imports httpx."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Any, NamedTuple
from urllib.parse import quote, quote_plus

import httpx
import httpx_retries

from tradecli import __version__
from tradecli.errors import InvalidData, NoData, SourceError
from tradecli.sources.request import Key, Request

# httpx logs every address at INFO and httpcore every header at DEBUG, keys and all.
for _name in ("httpx", "httpcore", "httpx_retries", "httpx_retries.retry"):
    logging.getLogger(_name).setLevel(logging.WARNING)

_AGENT = f"tradecli/{__version__}"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({429, 500, 502, 503, 504})
_OK, _EMPTY, _NOT_MODIFIED = 200, 204, 304
_HTML = ("text/html", "application/xhtml+xml")

#: Told how many bytes have come, and of how many; the latter None where that is not known.
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
    decoded: int = 256 * 2**20
    redirects: int = 5
    pause: float = 1.0


class Place(NamedTuple):
    """Where a source is: its id, the base address, the hosts a redirect may lead to, its key.

    `instead` is an address the user has set: it replaces the source's own and those of its
    requests. `secret` is the key's value, which goes to the origin of the base address and nowhere else.
    """

    source: str
    address: str
    hosts: tuple[str, ...] = ()
    key: Key | None = None
    secret: str = ""
    instead: str = ""


class _Errand(NamedTuple):
    """One file on its way: `home` is the origin of the base address, the only one that gets the key."""

    request: Request
    address: httpx.URL
    home: tuple[str, str, int | None]
    known: Validators
    progress: Progress | None
    ends: float


#: What the server said of the version that is held, its ETag and Last-Modified.
Validators = tuple[str, str]


class Reply(NamedTuple):
    """A file as it came; `content` is None where the one that is held is still the newest."""

    content: bytes | None
    address: str
    media: str = ""
    etag: str = ""
    last_modified: str = ""


class _Again(Exception):
    """An attempt failed in a way that another may not; `wait` is what the server asked for."""

    def __init__(self, cause: str, wait: str = "") -> None:
        super().__init__(cause)
        self.wait = wait


class Client:
    """Asks one source for files, one at a time.

    Args:
        place: The source.
        limits: The bounds; those of the class unless a test says otherwise.
    """

    def __init__(self, place: Place, limits: Limits | None = None) -> None:
        self._place = place
        self._limits = limits or Limits()
        self._http = httpx.Client(
            verify=ssl.create_default_context(),
            timeout=httpx.Timeout(self._limits.read, connect=self._limits.connect),
            # Each connection is watched from its first byte, which one that is used again is not.
            limits=httpx.Limits(max_keepalive_connections=0),
            follow_redirects=False,
            headers={"User-Agent": _AGENT, "Accept-Encoding": "gzip"},
        )
        self._last = -self._limits.pause

    def __enter__(self) -> Client:
        """Open for a run of files."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self._http.close()

    def get(
        self, request: Request, known: Validators | None = None, progress: Progress | None = None
    ) -> Reply:
        """Ask for one file.

        Args:
            request: The file.
            known: What is held of it; None asks for it in any case.
            progress: Told of every piece that comes.

        Raises:
            SourceError: Unreachable, refused, too slow, too large, or led elsewhere.
            InvalidData: A page or another kind of file came instead.
        """
        self._rest(request)
        errand = self._errand(request, known or ("", ""), progress)
        retry = httpx_retries.Retry(
            total=self._limits.attempts - 1,
            backoff_factor=self._limits.backoff,
            max_backoff_wait=self._limits.wait,
        )
        while True:
            waiting = ""
            try:
                with _watched(errand.ends) as watch:
                    return self._attempt(errand, watch)
            except _Again as error:
                cause, waiting = str(error), error.wait
            except (httpx.HTTPError, OSError) as error:
                cause = "took too long" if watch.over else _cause(error)
            retry = self._wait(retry, errand, cause, waiting)

    def _rest(self, request: Request) -> None:
        """Leave a publisher's server its second between two files; this machine needs none."""
        if not loopback(_base(self._place, request).host):
            time.sleep(max(0.0, self._last + self._limits.pause - time.monotonic()))
        self._last = time.monotonic()

    def _errand(self, request: Request, known: Validators, progress: Progress | None) -> _Errand:
        base = _base(self._place, request)
        ends = time.monotonic() + self._limits.total
        return _Errand(request, httpx.URL(self.address(request)), _origin(base), known, progress, ends)

    def address(self, request: Request) -> str:
        """Where a file is asked for, without any key.

        Raises:
            SourceError: The address that was set is not https.
        """
        base = _base(self._place, request)
        return str(base.join("/" + _joined(base.path, request)))

    def _wait(
        self, retry: httpx_retries.Retry, errand: _Errand, cause: str, waiting: str
    ) -> httpx_retries.Retry:
        """Wait before the next attempt, as long as the server asks; or give up."""
        if retry.is_exhausted() or time.monotonic() >= errand.ends:
            raise self._failed(errand, cause) from None
        retry = retry.increment()
        seconds = retry.backoff_strategy()
        if waiting:
            with suppress(ValueError):
                seconds = max(seconds, retry.parse_retry_after(waiting))
        if seconds > self._limits.wait or time.monotonic() + seconds >= errand.ends:
            hint = f"try again in {seconds:.0f} seconds" if waiting else "try again later"
            raise self._failed(errand, cause, hint) from None
        time.sleep(seconds)
        return retry

    def _failed(self, errand: _Errand, cause: str, hint: str = "") -> SourceError:
        told = self.masked(cause)
        return SourceError(
            f"cannot fetch {errand.request.name} ({self._place.source}, {errand.address.host}): {told}",
            hint=hint or "try again later; what is stored still answers",
        )

    def _invalid(self, name: str, cause: str) -> InvalidData:
        return InvalidData(f"{name} ({self._place.source}): {cause}", hint="what is stored still answers")

    def masked(self, text: str) -> str:
        """A text without the key, however it was written."""
        secret = self._place.secret
        for spelling in {secret, quote(secret, safe=""), quote_plus(secret)} if secret else ():
            text = text.replace(spelling, "***")
        return text

    def _attempt(self, errand: _Errand, watch: _Watch) -> Reply:
        """One try, redirects followed within the source's own hosts."""
        at = errand.address
        for _ in range(self._limits.redirects + 1):
            with self._http.stream(
                "GET",
                self._with_key(at, errand),
                headers=self._headers(at, errand),
                extensions={"trace": watch.trace},
            ) as response:
                if response.status_code not in _REDIRECTS:
                    return self._reply(response, errand)
                at = self._next(at, response, errand)
        raise self._failed(errand, f"more than {self._limits.redirects} redirects")

    def _headers(self, at: httpx.URL, errand: _Errand) -> dict[str, str]:
        request, known, key = errand.request, errand.known, self._place.key
        headers = {"Accept": request.accept} if request.accept else {}
        etag, last_modified = known
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        if request.keyed and key and key.header and _origin(at) == errand.home:
            headers[key.header] = self._place.secret
        return headers

    def _with_key(self, at: httpx.URL, errand: _Errand) -> httpx.URL:
        key = self._place.key
        if not (errand.request.keyed and key and key.parameter and not key.header):
            return at
        if _origin(at) != errand.home:
            return at
        added = f"{quote(key.parameter, safe='')}={quote(self._place.secret, safe='')}"
        query = at.query.decode("ascii")
        return at.copy_with(query=f"{query}&{added}".lstrip("&").encode("ascii"))

    def _next(self, at: httpx.URL, response: httpx.Response, errand: _Errand) -> httpx.URL:
        """Where a redirect leads, if it may."""
        if errand.request.keyed:
            # The answer to a missing or wrong key is a page somewhere else, with status 200.
            variable = self._place.key.variable if self._place.key else "the key"
            raise self._failed(errand, "the key was not accepted", f"check {variable}")
        try:
            to = at.join(response.headers.get("location", ""))
        except httpx.InvalidURL:
            raise self._failed(errand, "the server redirects to no address") from None
        if _origin(to) == errand.home:
            return to
        if to.scheme != "https" or to.host not in self._place.hosts or to.port not in {None, 443}:
            where = f"{to.scheme}://{to.host}" + (f":{to.port}" if to.port else "")
            raise self._failed(errand, f"the server redirects to {where}, which is not the source's")
        return to

    def _reply(self, response: httpx.Response, errand: _Errand) -> Reply:
        """The answer, read whole and checked as far as HTTP can tell."""
        request, address, told = errand.request, str(errand.address), response.headers
        self._status(response, errand)
        if response.status_code == _NOT_MODIFIED:
            return Reply(None, address)
        if response.status_code == _EMPTY:
            raise NoData(f"{request.name} ({self._place.source}): the source has nothing for what was asked")
        media = told.get("content-type", "").partition(";")[0].strip().lower()
        if media in _HTML:
            raise self._invalid(request.name, "got an HTML page, not data")
        if media not in request.media:
            raise self._invalid(
                request.name, f"got {media[:60] or 'no content type'}, not {request.media[0]}"
            )
        content = self._read(response, errand)
        if not content.strip():
            raise self._invalid(request.name, "the reply is empty")
        if content.lstrip()[:5].lower() in {b"<!doc", b"<html"}:
            raise self._invalid(request.name, "got an HTML page, not data")
        return Reply(content, address, media, told.get("etag", ""), told.get("last-modified", ""))

    def _status(self, response: httpx.Response, errand: _Errand) -> None:
        status = response.status_code
        if status in {_OK, _EMPTY, _NOT_MODIFIED}:
            return
        reason = f"the server says {status} {response.reason_phrase[:60]}".rstrip()
        if status in _AGAIN:
            raise _Again(reason, response.headers.get("retry-after", ""))
        key = self._place.key
        hint = f"check the key in {key.variable}" if status in {401, 403} and key else ""
        raise self._failed(errand, reason, hint)

    def _read(self, response: httpx.Response, errand: _Errand) -> bytes:
        """The body, counted on the wire and decoded while it comes."""
        name, limits = errand.request.name, self._limits
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in {"", "identity", "gzip", "x-gzip"}:
            raise self._invalid(name, f"the content encoding {encoding[:20]!r} was not asked for")
        unzip = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
        length = response.headers.get("content-length", "")
        wire, decoded, pieces = 0, 0, []
        for piece in response.iter_raw():
            wire += len(piece)
            if wire > limits.wire:
                raise self._failed(errand, f"more than {limits.wire:,} bytes came")
            try:
                out = unzip.decompress(piece, limits.decoded - decoded + 1) if unzip else piece
            except zlib.error:
                raise self._invalid(name, "the gzip stream is damaged") from None
            decoded += len(out)
            if decoded > limits.decoded:
                raise self._failed(errand, f"the file is larger than {limits.decoded:,} bytes")
            if time.monotonic() > errand.ends:
                raise _Again("took too long")
            pieces.append(out)
            if errand.progress:
                errand.progress(wire, int(length) if length.isdecimal() else None)
        if unzip and (not unzip.eof or unzip.unused_data):
            raise self._invalid(name, "the gzip stream is cut")
        if not unzip and not length and "chunked" not in response.headers.get("transfer-encoding", ""):
            raise self._invalid(name, "came without its length, so that a cut could not be told")
        return b"".join(pieces)


class _Watch:
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
        """Told by httpcore of all it does; remembers each connection by a handle of its own."""
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

    def close(self) -> None:
        """Stop watching."""
        self._timer.cancel()
        with self._guard:
            for handle in self._sockets:
                handle.close()
            self._sockets.clear()


@contextmanager
def _watched(ends: float) -> Iterator[_Watch]:
    watch = _Watch(ends)
    try:
        yield watch
    finally:
        watch.close()


def _joined(base: str, request: Request) -> str:
    """Path and query as they are sent, the characters that must stand unescaped left as they are."""
    folder = base.strip("/")
    path = quote(request.path, safe=f"/{request.verbatim}")
    query = "&".join(
        f"{quote(name, safe='')}={quote(value, safe=f':{request.verbatim}')}"
        for name, value in request.parameters
    )
    return (f"{folder}/" if folder else "") + path + (f"?{query}" if query else "")


def _base(place: Place, request: Request) -> httpx.URL:
    """The base address of a request: https, or http on this machine alone.

    Raises:
        SourceError: Anything else.
    """
    try:
        address = httpx.URL(place.instead or request.address or place.address)
    except httpx.InvalidURL:
        address = httpx.URL("")
    if address.host and (address.scheme == "https" or (address.scheme == "http" and loopback(address.host))):
        return address.copy_with(query=None, fragment=None, username=None, password=None)
    raise SourceError(
        f"the address of {place.source} is {address.scheme}://{address.host}, which is not https",
        hint=f"unset TRADE_{place.source.upper()}_URL or give an https address",
    )


def loopback(host: str) -> bool:
    """Whether a host is this machine.

    Examples:
        >>> loopback("127.0.0.1"), loopback("localhost"), loopback("10.0.0.1")
        (True, True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _origin(address: httpx.URL) -> tuple[str, str, int | None]:
    return address.scheme, address.host, address.port or {"https": 443, "http": 80}.get(address.scheme)


def _cause(error: Exception) -> str:
    """Why a connection failed, in words."""
    text = str(error)
    if isinstance(error, httpx.ConnectTimeout):
        return "no connection in time"
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    if "CERTIFICATE_VERIFY_FAILED" in text:
        why = text.partition("CERTIFICATE_VERIFY_FAILED] ")[2].partition(" (_ssl")[0]
        return f"the certificate is not valid: {why}"
    if any(word in text for word in ("Name or service", "name resolution", "nodename", "getaddrinfo")):
        return "the name of the host is not known"
    return text.partition("] ")[2] or text or type(error).__name__
