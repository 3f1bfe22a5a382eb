"""D: a canary key goes through every fault, and is looked for in every place that something is left in."""

from __future__ import annotations

import gzip
import io
import logging
import os
import subprocess
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.faults.test_server import FAULTS, asked_of
from tests.live import PATIENT, TRADE, Desk
from tests.server import Connection, Seen, Server, head, text
from tradecli.download import Client, Place
from tradecli.errors import SourceError
from tradecli.intake import StoreLocation
from tradecli.refresh import refresh
from tradecli.sources import SOURCES
from tradecli.sources.request import Request

#: Characters that are escaped in an address, so that every spelling has to be masked.
CANARY = "canary/9f+3 7e&key"
SPELLINGS = {CANARY, quote(CANARY, safe=""), quote(CANARY), "canary"}
#: One source sends its key in the query, one in a header.
KEYED = ("census", "comtrade")
TRIED = tuple(name for index, name in enumerate(FAULTS) if index % 3 == 0 or "led" in name)[:13]
CHANNELS = ("message", "hint", "chain", "log", "outcome", "names", "bytes", "other host")
CHECKS = len(KEYED) * len(TRIED) * len(CHANNELS)


def test_there_are_enough() -> None:
    assert CHECKS >= 200


@pytest.fixture(name="logged")
def _logged() -> Iterator[io.StringIO]:
    """Everything that any module logs at DEBUG."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    was = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(was)


def held_in(folder: Path) -> tuple[str, str]:
    """The names of all files below a folder, and all their bytes, unpacked."""
    names, content = [], b""
    for path in folder.rglob("*"):
        names.append(path.name)
        if path.is_file():
            raw = path.read_bytes()
            content += gzip.decompress(raw) if path.suffix == ".gz" else raw
    return "\n".join(names), content.decode("latin-1")


@pytest.mark.parametrize("name", TRIED)
@pytest.mark.parametrize("source", KEYED)
def test_no_key_is_left_anywhere(source: str, name: str, tmp_path: Path, logged: io.StringIO) -> None:
    about = SOURCES[source]
    wanted, request = asked_of(source, keyed=True)
    assert request.keyed
    content = b"month,value\n" * 2000
    with Server(host="127.0.0.2") as other, Server() as server:
        fault = FAULTS[name]
        server.otherwise = fault.behave(content, request.media[0])
        if name == "led to another host":
            server.otherwise = text(302, "Found", b"", Location=f"{other.address}/{request.path}")
        place = Place(source, about.address, about.hosts, about.key, CANARY, server.address)
        with Client(place, fault.limits) as client:
            location = StoreLocation(tmp_path, tmp_path / "none", datetime(2026, 11, 9, tzinfo=UTC))
            outcomes = refresh(about, client, wanted, location)
        sent = "".join(f"{seen.path} {seen.headers}" for seen in server.log)
        assert "canary" in sent  # the source itself does get it
        error = outcomes[0].error
        assert error is not None
        names, kept = held_in(tmp_path)
        left = {
            "message": str(error),
            "hint": error.hint,
            "chain": "".join(traceback.format_exception(error)),
            "log": logged.getvalue(),
            "outcome": repr(outcomes),
            "names": names,
            "bytes": kept,
            "other host": "".join(map(repr, other.log)),
        }
    assert tuple(left) == CHANNELS
    for channel, found in left.items():
        assert not any(spelling in found for spelling in SPELLINGS), (channel, found[:500])
    assert other.log == []


def test_a_server_that_repeats_the_key_does_not_make_us_say_it(tmp_path: Path) -> None:
    def echo(connection, seen) -> None:  # type: ignore[no-untyped-def]
        connection.send(head(403, f"no such key {CANARY}", Content_Length=0))

    about = SOURCES["census"]
    _, request = asked_of("census", keyed=True)
    with Server(otherwise=echo) as server:
        place = Place("census", about.address, about.hosts, about.key, CANARY, server.address)
        with Client(place, PATIENT) as client, pytest.raises(SourceError) as error:
            client.get(request)
    assert "canary" not in str(error.value)
    assert "***" in str(error.value)


def test_the_key_goes_to_the_exact_origin_only() -> None:
    about = SOURCES["comtrade"]
    request = Request("x.json", "x", media=("application/json",), keyed=False)
    with Server(otherwise=text(200, "OK", b"{}", "application/json")) as server:
        place = Place("comtrade", about.address, about.hosts, about.key, CANARY, server.address)
        with Client(place, PATIENT) as client:
            client.get(request)
            client.get(request._replace(keyed=True))
    plain, keyed = server.log
    assert "canary" not in repr(plain)
    assert "canary" in repr(keyed.headers)
    assert "canary" not in keyed.path
    assert "referer" not in keyed.headers
    assert "canary" not in keyed.headers["user-agent"]


@pytest.mark.parametrize("how", ["environment", "file"])
def test_the_real_command_with_debug_leaves_no_key(how: str, tmp_path: Path) -> None:
    asked, seen_by_us = threading.Event(), threading.Event()

    def behave(connection: Connection, seen: Seen) -> None:
        asked.set()
        seen_by_us.wait()
        connection.send(head(500, "Internal Server Error", Content_Length=0))

    with Server(otherwise=behave) as server:
        desk = Desk(tmp_path / "store", server).having(TRADE_DEBUG="1", TRADE_TIMEOUT="60")
        if how == "file":
            config = desk.folder / "config"
            config.mkdir(parents=True)
            (config / "keys.toml").write_text(f'CENSUS_API_KEY = "{CANARY}"\n')
            (config / "keys.toml").chmod(0o600)
        else:
            desk = desk.having(CENSUS_API_KEY=CANARY)
        with subprocess.Popen(
            desk.command("fetch", "census", "--format", "json"),
            env=desk.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            assert asked.wait(600)
            line = Path(f"/proc/{process.pid}/cmdline")
            command = line.read_text() if line.exists() else ""
            seen_by_us.set()
            out, err = process.communicate()
        assert "canary" in "".join(seen.path for seen in server.log)
        names, kept = held_in(desk.folder / "quarantine")
    assert process.returncode == 4
    assert "Traceback" in err
    for found in (command, out, err, names, kept):
        assert "canary" not in found


def test_there_is_no_option_for_a_key() -> None:
    done = subprocess.run(
        [str(TRADE), "fetch", "--key", CANARY],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.returncode == 2
