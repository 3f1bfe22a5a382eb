"""R: a data folder in which other people's files lie, named as the store names its own: none is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.live import Desk
from tests.publishers import Ministry
from tests.server import Server
from tradecli.store import manifest as manifests

#: Files of other people: beside the store, under its folders, and with names near to those it gives.
FOREIGN = (
    ".tmp-mine", ".tmp-1-abc", "notes.txt", "manifest.json.bak", "manifest.old.json", "lock.txt", "keys.toml",
    "raw/photo.gz", "raw/notes.txt", "raw/.tmp-mine", "raw/ABCDEF.gz", "raw/deep/photo.gz",
    "observations/own.parquet", "observations/.tmp-mine", "observations/source=mof/notes.txt",
    "observations/source=mof/vintage=2026-01-09/mine.parquet",
    "observations/source=mof/vintage=2026-01-09/mof-2026-01-10-mine-0123abcd.parquet",
    "observations/source=own/vintage=x/own-x-mine-0123abcd.parquet",
    "withdrawals/own.parquet", "withdrawals/source=mof/mine.parquet",
    "quarantine/letter.txt", "quarantine/deep/letter.txt", "data/figures.csv", "source=mof/x.parquet",
)  # fmt: skip
#: What is done beside them: each a command, and what was done before it.
DONE: dict[str, tuple[str, ...]] = {
    "fetch": ("fetch", "mof"),
    "fetch again": ("fetch", "mof", "--force"),
    "verify": ("store", "verify"),
    "repair": ("store", "verify", "--repair"),
    "prune": ("store", "prune", "--keep", "1", "--yes"),
    "ask": ("surplus", "--partner", "US", "--format", "csv"),
    "export": ("store", "export", "--source", "mof"),
    "path": ("store", "path"),
}


@pytest.fixture(name="filled", scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory, recent: Path) -> Path:
    """A store of two vintages."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    with Server() as server:
        desk = Desk(folder, server)
        for more in (0, 1_000_000):
            desk.serve(Ministry(change=lambda f, p, m, v, more=more: v + more if p == "US" else v))  # type: ignore[misc]
            assert {outcome.status for outcome in desk.refresh("mof", embedded=recent)[:2]} == {"new"}
    return folder


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def strew(folder: Path) -> dict[Path, bytes]:
    """Put the foreign files there, and links among them."""
    put: dict[Path, bytes] = {}
    for number, name in enumerate(FOREIGN):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        put[path] = f"mine {number}".encode()
        path.write_bytes(put[path])
    (folder / "link.txt").symlink_to(folder / "notes.txt")
    (folder / "raw" / "dangling.gz").symlink_to(folder / "nowhere")
    return put


@pytest.mark.parametrize(("what", "there"), [*product(DONE, (True, False))])
def test_other_peoples_files_stay(what: str, there: bool, desk: Desk, filled: Path) -> None:
    desk.serve(Ministry())
    if there:
        shutil.copytree(filled, desk.folder)
        desk.serve(Ministry(change=lambda f, p, m, v: v + 1_000_000 if p == "US" else v))
    put = strew(desk.folder)
    before = {path: path.stat().st_mtime_ns for path in put}
    ran = desk.run(*DONE[what])
    assert ran.code == 0, ran.err
    assert {path: path.read_bytes() for path in put} == put
    assert {path: path.stat().st_mtime_ns for path in put} == before
    assert os.path.islink(desk.folder / "link.txt")
    assert os.path.islink(desk.folder / "raw" / "dangling.gz")
    assert manifests.exists(desk.folder) == (there or what.startswith("fetch"))
    if there or what.startswith("fetch"):
        assert desk.run("store", "verify").rows[0]["faults"] == "0"
