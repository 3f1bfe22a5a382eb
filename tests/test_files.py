"""Files a person names, files of the store beside other people's, and what a message may show."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.faults import stores
from tests.server import Server, text
from tradecli import files, keys, messages, saving
from tradecli.download import Client, Place
from tradecli.errors import StoreError
from tradecli.sources.base import Key
from tradecli.sources.request import JSON, Request
from tradecli.store import reading, writing

SURPLUS = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    target, link = tmp_path / "deep" / "figures.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    saving.save(link, b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe, came = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()))
    reader.start()
    saving.save(pipe, b"figures")
    reader.join(timeout=10)
    assert came == [b"figures"]
    assert pipe.is_fifo()


def test_a_device_stays_a_device(trade: Callable[..., Ran]) -> None:
    assert trade(*SURPLUS, "--output", os.devnull).code == 0
    assert Path(os.devnull).is_char_device()


def test_a_folder_and_a_loop_of_links_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it is a folder"):
        saving.save(tmp_path, b"x")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(StoreError, match="cannot write"):
        saving.save(tmp_path / "a", b"x")


def test_a_file_that_may_only_be_read_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("old")
    kept.chmod(0o444)
    if os.geteuid() == 0:  # root may write everything; it is told here what anybody else is told
        monkeypatch.setattr(os, "access", lambda path, mode: bool(mode & path.stat().st_mode & 0o7))
    with pytest.raises(StoreError, match="it may only be read"):
        saving.save(kept, b"new")
    assert kept.read_text() == "old"


#: Files of other people beside the store, and under its folders.
FOREIGN = (
    ".tmp-mine", "notes.txt", "raw/photo.gz", "raw/notes.txt", "observations/own.parquet",
    "observations/source=mof/vintage=2026-01-09/mine.parquet", "quarantine/letter.txt",
    "observations/.tmp-mine",
)  # fmt: skip


def test_other_peoples_files_are_left_alone(tmp_path: Path) -> None:
    writing.commit(tmp_path, stores.both(1))
    for name in FOREIGN:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    left = tmp_path / "raw" / ".tmp-4711-0123456789ab"
    left.write_text("half")
    ids = [entry.id for entry in writing.commit(tmp_path, stores.both(2)).entries]
    writing.prune(tmp_path, ids)
    assert [name for name in FOREIGN if (tmp_path / name).read_text() != "mine"] == []
    assert not left.exists()
    assert not list(tmp_path.glob("observations/**/*-????????.parquet"))


def test_repair_gives_up_no_whole_table_for_a_damaged_raw_file(
    tmp_path: Path, trade: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path))
    entries = writing.commit(tmp_path, stores.both(1)).entries
    (tmp_path / entries[0].raw).write_bytes(b"damage")
    assert trade("store", "verify", "--repair", "--format", "csv").rows[0]["faults"] == "1"
    assert [entry.id for entry in reading.check(tmp_path)[0].entries] == [entry.id for entry in entries]


def test_a_vintage_after_today_is_refused(trade: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("x")
    found = trade("store", "add", str(tmp_path / "x.csv"), "--vintage", "2999-01-01")
    assert (found.code, "the vintage 2999-01-01 is after today" in found.err) == (2, True)


def test_a_table_behind_an_address_is_not_opened_offline(
    trade: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_OFFLINE", "1")
    found = trade(
        "surplus", "--table", "http://127.0.0.1:9/x.parquet", "--columns", "value=v,partner=p,period=m,flow=f"
    )
    assert (found.code, "is not opened offline" in found.err) == (4, True), found.err


def test_no_message_shows_a_key_or_steers_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "canary+key/42")
    assert keys.secret("CENSUS_API_KEY", messages.write) == "canary+key/42"
    messages.write("one canary+key/42\nkey=canary%2Bkey%2F42 \x1b[2J")
    assert capsys.readouterr().err == "one ***\nkey=*** \\x1b[2J\n"


def test_a_key_that_a_server_repeats_reaches_neither_disk_nor_message() -> None:
    request, secret = Request("x.json", "x.json", media=JSON, keyed=True), "canary+key/42"
    with Server() as server:
        server.paths["/x.json"] = text(
            200,
            "OK",
            b'["canary+key/42", "canary%2Bkey%2F42"]',
            "application/json",
            ETag='"canary+key/42"',
            Last_Modified="canary%2Bkey%2F42",
        )
        place = Place("census", server.address, (), Key("CENSUS_API_KEY", parameter="key"), secret)
        with Client(place) as client:
            found = client.get(request)
        assert (found.content, found.etag, found.last_modified) == (b'["***", "***"]', "", "")
        assert "canary%2Bkey%2F42" in server.log[0].path


@pytest.mark.parametrize("key", ["two\nlines-of-key", "bell\x07-of-key"])
def test_a_key_of_several_lines_is_not_used_and_not_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", key)
    assert keys.secret("CENSUS_API_KEY", messages.write) == ""
    said = capsys.readouterr().err
    assert said == "the key in CENSUS_API_KEY is not used: a key is one line of letters and digits\n"


FOLDERS = {
    # Apple's File System Programming Guide; Windows' known folder LocalAppData; XDG base directories.
    "darwin": ("Library/Application Support/tradecli",) * 2 + ("Library/Caches/tradecli",),
    "win32": ("AppData/Local/tradecli",) * 2 + ("AppData/Local/tradecli/Cache",),
    "linux": (".local/share/tradecli", ".config/tradecli", ".cache/tradecli"),
}


@pytest.mark.parametrize("platform", FOLDERS)
def test_each_system_has_its_own_folders(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"TRADE_{name}_DIR", raising=False)
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    found = files.data_folder(), files.config_folder(), files.cache_folder()
    assert tuple(str(path.relative_to(tmp_path)) for path in found) == FOLDERS[platform]
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "elsewhere"))
    moved = files.data_folder().is_relative_to(tmp_path / "elsewhere")
    assert moved == (platform == "win32")
