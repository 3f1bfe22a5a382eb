"""One file by HTTP, within bounds of time, size and place."""

from __future__ import annotations

import logging
import os
import ssl
import time
from datetime import UTC, datetime
from functools import lru_cache

import httpx

from tradecli import __version__
from tradecli.download.address import Place, base_address, loopback, origin, path_and_query, with_key
from tradecli.download.deadline import Deadline, Stop
from tradecli.download.transfer import Again, Limits, Progress, Reply, Transfer, Validators, body
from tradecli.download.waiting import asked, backoff
from tradecli.errors import NoData
from tradecli.sources.request import Request
from tradecli.wording import Wording

# httpx logs every address at INFO and httpcore every header at DEBUG, keys and all.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)

_AGENT = f"tradecli/{__version__}"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({429, 500, 502, 503, 504})
_OK, _EMPTY, _NOT_MODIFIED = 200, 204, 304
_HTML = ("text/html", "application/xhtml+xml")


@lru_cache(maxsize=8)
def authorities(_file: str, _folder: str) -> ssl.SSLContext:
    """Who may vouch for a server, read once for all sources, from where the environment says."""
    return ssl.create_default_context()


class Client:
    """Asks one source for files, one at a time.

    Args:
        place: The source.
        limits: The bounds; those of the class unless a test says otherwise.
        stop: Ends all at once, as an interrupt does.
    """

    def __init__(self, place: Place, limits: Limits | None = None, stop: Stop | None = None) -> None:
        self._place = place
        self._stop = stop or Stop()
        self._limits = limits or Limits()
        self._http = httpx.Client(
            verify=authorities(os.environ.get("SSL_CERT_FILE", ""), os.environ.get("SSL_CERT_DIR", "")),
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
            known: What the server said of the version available; None asks for it in any case.
            progress: Called for every piece that comes.

        Raises:
            SourceError: Unreachable, refused, too slow, too large, or led elsewhere.
            InvalidData: A page or another kind of file came instead.
        """
        self._rest(request)
        transfer = self._transfer(request, known or ("", ""), progress)
        made = 0
        while True:
            made, waiting = made + 1, ""
            try:
                with Deadline(transfer.ends, self._stop) as watch:
                    return self._attempt(transfer, watch)
            except Again as error:
                cause, waiting = error.args[0], error.wait
            except (httpx.HTTPError, OSError) as error:
                cause = "took too long" if watch.over else _cause(error)
            self._wait(made, transfer, cause, waiting)

    def _rest(self, request: Request) -> None:
        """Leave a publisher's server its second between two files; this machine needs none."""
        if not loopback(base_address(self._place, request).host):
            self._stop.pause(self._last + self._limits.pause - time.monotonic())
        self._last = time.monotonic()

    def _transfer(self, request: Request, known: Validators, progress: Progress | None) -> Transfer:
        home = origin(base_address(self._place, request))
        ends = time.monotonic() + self._limits.total
        address = httpx.URL(self.address(request))
        return Transfer(self._place, self._limits, request, address, home, known, progress, ends)

    def address(self, request: Request) -> str:
        """Where a file is asked for, without any key.

        Raises:
            SourceError: The address that was set is not https.
        """
        base = base_address(self._place, request)
        return str(base.join("/" + path_and_query(base.path, request)))

    def _wait(self, made: int, transfer: Transfer, cause: str, waiting: str) -> None:
        """Wait before the next attempt, as long as the server asks; or give up.

        Args:
            made: Attempts made so far.
            transfer: The file.
            cause: Why the last one failed.
            waiting: The server's `Retry-After`, or empty.
        """
        limits = self._limits
        if self._stop.asked or made >= limits.attempts or time.monotonic() >= transfer.ends:
            raise transfer.failed(cause) from None
        seconds = max(backoff(made, limits.backoff, limits.wait), asked(waiting, datetime.now(UTC)))
        if seconds > self._limits.wait or time.monotonic() + seconds >= transfer.ends:
            hint = (
                Wording("try again in {seconds:.0f} seconds", seconds=seconds)
                if waiting
                else "try again later"
            )
            raise transfer.failed(cause, hint) from None
        self._stop.pause(seconds)

    def _attempt(self, transfer: Transfer, watch: Deadline) -> Reply:
        """One try, redirects followed within the source's own hosts."""
        at = transfer.address
        for _ in range(self._limits.redirects + 1):
            with self._http.stream(
                "GET",
                with_key(self._place, at) if self._gets_key(at, transfer) else at,
                headers=self._headers(at, transfer),
                extensions={"trace": watch.trace},
            ) as response:
                if response.status_code not in _REDIRECTS:
                    return self._reply(response, transfer)
                at = self._next(at, response, transfer)
        raise transfer.failed(Wording("more than {redirects} redirects", redirects=self._limits.redirects))

    def _headers(self, at: httpx.URL, transfer: Transfer) -> dict[str, str]:
        request, known, key = transfer.request, transfer.known, self._place.key
        headers = {"Accept": request.accept} if request.accept else {}
        etag, last_modified = known
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        if key and key.header and self._gets_key(at, transfer):
            headers[key.header] = self._place.secret
        return headers

    def _gets_key(self, at: httpx.URL, transfer: Transfer) -> bool:
        """The key goes to the origin of the base address and nowhere else."""
        return transfer.request.keyed and origin(at) == transfer.home

    def _next(self, at: httpx.URL, response: httpx.Response, transfer: Transfer) -> httpx.URL:
        """Where a redirect leads, if it may."""
        if transfer.request.keyed:
            # The answer to a missing or wrong key is a page somewhere else, with status 200.
            variable = self._place.key.variable if self._place.key else Wording("the key")
            raise transfer.failed("the key was not accepted", Wording("check {variable}", variable=variable))
        try:
            to = at.join(response.headers.get("location", ""))
        except httpx.InvalidURL:
            raise transfer.failed("the server redirects to no address") from None
        if origin(to) == transfer.home:
            return to
        if to.scheme != "https" or to.host not in self._place.hosts or to.port not in {None, 443}:
            where = f"{to.scheme}://{to.host}" + (f":{to.port}" if to.port else "")
            raise transfer.failed(
                Wording("the server redirects to {where}, which is not the source's", where=where)
            )
        return to

    def _reply(self, response: httpx.Response, transfer: Transfer) -> Reply:
        """The answer, read whole and checked as far as HTTP can tell."""
        request, address, headers = transfer.request, str(transfer.address), response.headers
        self._status(response, transfer)
        if response.status_code == _NOT_MODIFIED:
            return Reply(None, address)
        if response.status_code == _EMPTY:
            raise NoData(
                "{name} ({source}): the source has nothing for what was asked",
                name=request.name,
                source=self._place.source,
            )
        media = headers.get("content-type", "").partition(";")[0].strip().lower()
        if media in _HTML:
            raise transfer.invalid("got an HTML page, not data")
        if media not in request.media:
            raise transfer.invalid(
                Wording(
                    "got {media}, not {expected}",
                    media=media[:60] or Wording("no content type"),
                    expected=request.media[0],
                )
            )
        content = self._place.without_key(body(response, transfer))
        if not content.strip():
            raise transfer.invalid("the reply is empty")
        if content.lstrip()[:5].lower() in {b"<!doc", b"<html"}:
            raise transfer.invalid("got an HTML page, not data")
        # What holds the key is kept nowhere; without it the file is asked for as a whole the next time.
        etag, changed = (headers.get(name, "") for name in ("etag", "last-modified"))
        kept = [text if self._place.masked(text) == text else "" for text in (etag, changed)]
        return Reply(content, address, media, *kept)

    def _status(self, response: httpx.Response, transfer: Transfer) -> None:
        status = response.status_code
        if status in {_OK, _EMPTY} or (status == _NOT_MODIFIED and any(transfer.known)):
            return
        if status == _NOT_MODIFIED:
            raise transfer.failed("the server says 304 of a file that was asked for as a whole")
        phrase = f"{status} {response.reason_phrase[:60]}".rstrip()
        reason = Wording("the server says {phrase}", phrase=phrase)
        if status in _AGAIN:
            raise Again(reason, response.headers.get("retry-after", ""))
        key = self._place.key
        hint = (
            Wording("check the key in {variable}", variable=key.variable)
            if status in {401, 403} and key
            else ""
        )
        raise transfer.failed(reason, hint)


def _cause(error: Exception) -> str:
    """Why a connection failed, in words."""
    text = str(error)
    if isinstance(error, httpx.ConnectTimeout):
        return "no connection in time"
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    if "CERTIFICATE_VERIFY_FAILED" in text:
        why = text.partition("CERTIFICATE_VERIFY_FAILED] ")[2].partition(" (_ssl")[0]
        return Wording("the certificate is not valid: {why}", why=why)
    if any(word in text for word in ("Name or service", "name resolution", "nodename", "getaddrinfo")):
        return "the name of the host is not known"
    return text.partition("] ")[2] or text or type(error).__name__
