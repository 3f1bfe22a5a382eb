"""B: every fault of a server, four sources, with and without stored data; nothing wrong is ever stored."""

from __future__ import annotations

import gzip
import shutil
import ssl
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import trustme

from tests.faults import stores
from tests.live import PATIENT, QUICK, Desk
from tests.server import Behaviour, Connection, Seen, Server, head, text
from tradecli.download import Client, Limits, Place
from tradecli.errors import InvalidData, NoData, SourceError
from tradecli.intake import StoreLocation
from tradecli.refresh import refresh
from tradecli.sources import SOURCES
from tradecli.sources.request import Request, Wanted
from tradecli.store import manifest as manifests
from tradecli.store import writing

SOURCE_IDS = ("mof", "census", "comtrade", "imf")
CSV = "text/csv"


class Fault(NamedTuple):
    """A fault: how the server behaves, how many requests may come, what the error must say.

    The limits are reached by what never ends, and by nothing else.
    """

    behave: Callable[[bytes, str], Behaviour]
    requests: tuple[int, int]
    says: str
    error: type[Exception] = SourceError
    limits: Limits = PATIENT


def plain(status: int, reason: str, **headers: str) -> Callable[[bytes, str], Behaviour]:
    """A status with a page for people."""
    return lambda _b, _m: text(status, reason, b"<html>sorry</html>", "text/html", **headers)


def body(send: Callable[[Connection, bytes], None], **more: str) -> Callable[[bytes, str], Behaviour]:
    """A good beginning, and a body sent by *send*."""

    def make(content: bytes, media: str) -> Behaviour:
        def behave(connection: Connection, seen: Seen) -> None:
            headers = {"Content_Type": media, "Content_Length": str(len(content)), **more}
            kept = {name: value for name, value in headers.items() if value}
            connection.send(head(200, "OK", **kept))
            send(connection, content)

        return behave

    return make


def _reset(connection: Connection, content: bytes) -> None:
    connection.send(content[: len(content) // 2])
    connection.reset()


def _endless(connection: Connection, content: bytes) -> None:
    while not connection.closing.is_set():
        connection.send(content)


def _stall_at_once(_b: bytes, _m: str) -> Behaviour:
    return lambda connection, seen: connection.stall()


def _slow_head(_b: bytes, media: str) -> Behaviour:
    return lambda connection, seen: connection.drip(head(200, "OK", Content_Type=media) * 50, 0.05)


def _many_headers(_b: bytes, media: str) -> Behaviour:
    def behave(connection: Connection, seen: Seen) -> None:
        connection.send(b"HTTP/1.1 200 OK\r\n")
        for start in range(0, 10**6, 1000):
            connection.send(b"".join(b"X-%d: x\r\n" % n for n in range(start, start + 1000)))

    return behave


@cache
def _packed() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(64)) + packer.flush()


def _bomb(_b: bytes, media: str) -> Behaviour:
    return text(200, "OK", _packed(), media, Content_Encoding="gzip")


def _broken_gzip(content: bytes, media: str) -> Behaviour:
    packed = bytearray(gzip.compress(content))
    packed[len(packed) // 2] ^= 0xFF
    return text(200, "OK", bytes(packed), media, Content_Encoding="gzip")


def _chunks_cut(content: bytes, media: str) -> Behaviour:
    def behave(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, "OK", Content_Type=media, Transfer_Encoding="chunked"))
        connection.send(b"%x\r\n" % len(content) + content + b"\r\n")

    return behave


def _redirect(to: str) -> Callable[[bytes, str], Behaviour]:
    return lambda _b, _m: text(302, "Found", b"", Location=to)


def _loop(_b: bytes, _m: str) -> Behaviour:
    return lambda connection, seen: connection.send(head(302, "Found", Location=seen.path, Content_Length=0))


def _http_date(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


MANY, ONCE = (2, 3), (1, 1)
SLOW = (1, 3), "no answer in time|took too long", SourceError, QUICK
FAULTS: dict[str, Fault] = {
    "reset in the body": Fault(body(_reset), MANY, ""),
    "stall before the headers": Fault(_stall_at_once, *SLOW),
    "stall after the headers": Fault(body(lambda c, b: c.stall()), *SLOW),
    "headers a byte at a time": Fault(_slow_head, *SLOW),
    "body a byte at a time": Fault(body(lambda c, b: c.drip(b, 0.05)), *SLOW),
    "400": Fault(plain(400, "Bad Request"), ONCE, "400"),
    "401": Fault(plain(401, "Unauthorized"), ONCE, "401"),
    "403": Fault(plain(403, "Forbidden"), ONCE, "403"),
    "404": Fault(plain(404, "Not Found"), ONCE, "404"),
    "429 a short while": Fault(plain(429, "Too Many Requests", Retry_After="0"), MANY, "429"),
    "429 for a day": Fault(plain(429, "Too Many Requests", Retry_After="86400"), ONCE, "429"),
    "429 until a day": Fault(plain(429, "Too Many Requests", Retry_After=_http_date(90_000)), ONCE, "429"),
    "429 in no words": Fault(plain(429, "Too Many Requests", Retry_After="soon"), MANY, "429"),
    "500": Fault(plain(500, "Internal Server Error"), MANY, "500"),
    "503": Fault(plain(503, "Service Unavailable"), MANY, "503"),
    "cut with its length": Fault(body(lambda c, b: c.send(b[: len(b) // 2])), MANY, ""),
    "cut without a length": Fault(
        body(lambda c, b: c.send(b[: len(b) // 2]), Content_Length=""), ONCE, "length", InvalidData
    ),
    "chunks without an end": Fault(_chunks_cut, MANY, ""),
    "damaged gzip": Fault(_broken_gzip, ONCE, "gzip", InvalidData),
    "a login page": Fault(
        lambda _b, _m: text(200, "OK", b"<html>Log in</html>", "text/html"), ONCE, "HTML page", InvalidData
    ),
    "a login page called data": Fault(
        lambda _b, m: text(200, "OK", b"\n<!DOCTYPE html><p>Log in", m), ONCE, "HTML page", InvalidData
    ),
    "nothing": Fault(lambda _b, m: text(200, "OK", b"", m), ONCE, "empty", InvalidData),
    "204": Fault(lambda _b, m: text(204, "No Content", b"", m), (1, 2), "nothing", NoData),
    "an error as data": Fault(
        lambda _b, m: text(200, "OK", b'{"error": "quota exceeded"}\n', m), ONCE, "", InvalidData
    ),
    "another kind": Fault(lambda b, _m: text(200, "OK", b, "image/png"), ONCE, "image/png", InvalidData),
    "a gzip bomb": Fault(_bomb, ONCE, "larger than"),
    "an endless body": Fault(body(_endless, Content_Length="999999999"), ONCE, "bytes came"),
    "a million headers": Fault(_many_headers, (1, 3), ""),
    "led to another host": Fault(_redirect("https://127.0.0.2:9/x"), ONCE, "redirect|key was not"),
    "led to plain http": Fault(_redirect("http://example.org/x"), ONCE, "redirect|key was not"),
    "led to a file": Fault(_redirect("file:///etc/passwd"), ONCE, "redirect|key was not"),
    "led inside": Fault(_redirect("http://169.254.169.254/latest"), ONCE, "redirect|key was not"),
    "led in a circle": Fault(_loop, (1, 6), "redirects|key was not"),
    "led to another port": Fault(_redirect("http://127.0.0.1:1/x"), ONCE, "redirect|key was not"),
}
#: The stored state a fault meets: nothing, or a whole vintage.
STORED = (False, True)
CASES = len(FAULTS) * len(SOURCE_IDS) * len(STORED)


def test_there_are_enough() -> None:
    assert len(FAULTS) == 34
    assert CASES == 272


def asked_of(source: str, *, keyed: bool = False) -> tuple[Wanted, Request]:
    """What is asked of a source, and the first of its files."""
    about = SOURCES[source]
    wanted = Wanted(
        today=datetime(2026, 11, 9, tzinfo=UTC).date(),
        since=datetime(2026, 1, 1, tzinfo=UTC).date(),
        reporter=about.reporter or "US",
        partners=("TW",) if not about.reporter else (),
        keyed=keyed,
    )
    return wanted, about.requests(wanted)[0]


@pytest.fixture(name="filled", scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one vintage."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    writing.commit(folder, stores.both(1))
    return folder


def one(source: str, name: str, *, filled: Path, stored: bool, folder: Path) -> None:
    """One case: the fault is told by name, nothing of it is stored, what was stored is untouched."""
    fault = FAULTS[name]
    wanted, request = asked_of(source)
    if stored:
        shutil.copytree(filled, folder)
        was = manifests.path(folder).read_bytes()
    content = b"month,value\r\n" + b"2026-08,1234567\r\n" * 4000
    with Server(otherwise=fault.behave(content, request.media[0])) as server:
        about = SOURCES[source]
        place = Place(source, about.address, about.hosts, about.key, "", server.address)
        with Client(place, fault.limits) as client:
            location = StoreLocation(folder, folder / "no embedded data", datetime(2026, 11, 9, tzinfo=UTC))
            outcomes = refresh(about, client, wanted, location)
        first = outcomes[0]
        told = str(first.error)
        assert first.status in {"refused", "unreachable", "nothing"}, (source, name, first)
        assert isinstance(first.error, fault.error), (source, name, told)
        assert any(words in told for words in fault.says.split("|")), (source, name, told)
        asked = sum(seen.path.partition("?")[0].endswith(request.path) for seen in server.log)
        per = max(1, len([item for item in outcomes if item.status]))
        assert fault.requests[0] <= asked <= fault.requests[1] * per, (source, name, asked)
    if stored:
        assert manifests.path(folder).read_bytes() == was
        assert stores.seen(folder) == stores.state(1)
    else:
        assert not manifests.exists(folder)
    assert not list((folder / "observations").rglob("*.parquet")) or stored


@pytest.mark.slow
@pytest.mark.parametrize("stored", STORED, ids=["nothing stored", "stored"])
@pytest.mark.parametrize("source", SOURCE_IDS)
def test_no_fault_of_a_server_is_ever_stored(source: str, stored: bool, filled: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        waiting = {
            name: pool.submit(one, source, name, filled=filled, stored=stored, folder=tmp_path / str(index))
            for index, name in enumerate(FAULTS)
        }
        for future in waiting.values():
            future.result()


#: A tenth of them once more through the real command.
COMMANDS = tuple(name for index, name in enumerate(FAULTS) if index % 5 == 0)


@pytest.mark.slow
@pytest.mark.parametrize("stored", STORED, ids=["nothing stored", "stored"])
@pytest.mark.parametrize("source", ["mof", "census"])
def test_the_real_command_says_so_and_the_old_answer_stands(
    source: str, stored: bool, tmp_path: Path
) -> None:
    from tests.publishers import Bureau, Ministry

    _, request = asked_of(source)
    content = b"month,value\r\n" + b"2026-08,1234567\r\n" * 4000
    reporter, partner = ("TW", "US") if source == "mof" else ("US", "TW")
    question = ("surplus", "--reporter", reporter, "--partner", partner, "--format", "csv")
    filled = tmp_path / "filled"
    if stored:
        with Server() as server:
            desk = Desk(filled, server)
            desk.serve(Ministry(), Bureau())
            desk.refresh(source)

    def case(index: int) -> None:
        fault, folder = FAULTS[COMMANDS[index]], tmp_path / str(index)
        if stored:
            shutil.copytree(filled, folder)
        with Server() as server:
            desk = Desk(folder, server).having(TRADE_TIMEOUT="3")
            before = desk.run(*question)
            server.otherwise = fault.behave(content, request.media[0])
            ran = desk.run("fetch", source)
            assert ran.code in ({0, 5} if stored and fault.error is SourceError else {4, 5}), (index, ran)
            assert "Traceback" not in ran.err
            assert ran.out == "" or stored
            after = desk.run(*question)
            assert (after.code, after.out) == (before.code, before.out) == (0, before.out)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(case, range(len(COMMANDS))))


def test_refused_and_unknown_hosts(tmp_path: Path) -> None:
    with Server() as server:
        closed = server.address
    told = {}
    for name, address in {"refused": closed, "unknown": "https://no-such-host.invalid"}.items():
        about = SOURCES["mof"]
        with (
            Client(Place("mof", about.address, instead=address), PATIENT) as client,
            pytest.raises(SourceError) as error,
        ):
            client.get(Request("u2010ex.csv", "u2010ex.csv"))
        told[name] = str(error.value)
    assert "refused" in told["refused"]
    assert "no-such-host.invalid" in told["unknown"]


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server() as server:
        dead = server.address
    monkeypatch.setenv("HTTPS_PROXY", dead)
    with (
        Client(Place("mof", "https://service.mof.gov.tw"), PATIENT) as client,
        pytest.raises(SourceError, match="refused"),
    ):
        client.get(Request("u2010ex.csv", "u2010ex.csv"))


TLS = ("expired", "another name", "unknown authority", "an old version")


@pytest.mark.parametrize("wrong", ["", *TLS])
def test_certificates_are_verified_always(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    known = trustme.CA() if wrong == "unknown authority" else authority
    name = "localhost.example" if wrong == "another name" else "127.0.0.1"
    past = datetime.now(UTC) - timedelta(days=1) if wrong == "expired" else None
    certificate = authority.issue_cert(name, not_after=past)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if wrong == "an old version":
        with pytest.warns(DeprecationWarning, match="TLS"):
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    certificate.configure_cert(context)
    known.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with Server(otherwise=text(200, "OK", b"1,2\n", CSV), tls=context) as server:
        with Client(Place("mof", server.address), PATIENT) as client:
            if not wrong:
                assert client.get(Request("x.csv", "x.csv")).content == b"1,2\n"
                return
            with pytest.raises(SourceError):
                client.get(Request("x.csv", "x.csv"))
        assert server.log == []
