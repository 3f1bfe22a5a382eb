"""S: manifests, tables and raw files lost or damaged: nothing intact is lost by it, or by its repair."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from tests.live import MONDAY, Desk
from tests.publishers import Ministry
from tests.server import Server
from tests.test_fetch import QUESTION
from tradecli.store import manifest as manifests
from tradecli.store import reading
from tradecli.store.manifest import COPY, NAME

#: What becomes of both manifests; None is lost.
LOST: dict[str, bytes | None] = {
    "lost": None,
    "empty": b"",
    "NUL bytes": b"\0" * 4096,
    "cut": b'{"schema": 1, "sha256": "',
    "text": b"<html>not found</html>",
}
NEWER = b'{"schema": 2, "sha256": "0", "manifest":\n{"files": {}}}\n'
#: What is done to one file of the store, by the part it lies in.
DAMAGES = {
    "cut": lambda content: content[: len(content) // 2],
    "emptied": lambda content: b"",
    "flipped in its figures": lambda content: flipped(content, len(content) // 3),
    "flipped at its end": lambda content: flipped(content, len(content) - 20),
    "NUL bytes": lambda content: b"\0" * len(content),
    "gone": None,
}
PARTS = ("observations", "raw")


def flipped(content: bytes, place: int) -> bytes:
    """The content with one bit turned."""
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.fixture(name="filled", scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory, recent: Path) -> Path:
    """A store of two vintages of one day, the second an hour after the first."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    with Server() as server:
        desk = Desk(folder, server)
        for hour, extra in enumerate((0, 1_000_000)):
            desk.serve(Ministry(change=lambda f, p, m, v, e=extra: v + e if p == "US" else v))  # type: ignore[misc]
            came = desk.refresh("mof", now=MONDAY + timedelta(hours=hour), embedded=recent)
            assert {outcome.status for outcome in came[:2]} == {"new"}
    return folder


@pytest.fixture(name="desk")
def _desk(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(filled, tmp_path / "store")
    reading.verified.cache_clear()
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def lose(folder: Path, content: bytes | None, *names: str) -> None:
    """Do to the manifests what was to be done."""
    for name in names:
        if content is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(content)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the store but the lock."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def kept(before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    """Whether every table and raw file is as it was."""
    return all(after.get(name) == content for name, content in before.items() if "/" in name)


@pytest.mark.parametrize("how", LOST)
def test_both_manifests_are_made_anew_from_the_tables(desk: Desk, recent: Path, how: str) -> None:
    before, answered = contents(desk.folder), desk.run(*QUESTION).out
    entries = manifests.read(desk.folder)[0].entries
    embedded = Desk(desk.folder.with_name("none"), desk.server).run(*QUESTION)
    lose(desk.folder, LOST[how], NAME, COPY)
    # Until then the embedded figures answer, and say so; nobody writes over what is there.
    asked = desk.run(*QUESTION)
    assert (asked.code, asked.out) == (0, embedded.out)
    assert "trade store verify --repair" in asked.err or "answering from the embedded data" in asked.err
    assert desk.run("store", "verify").code == 6
    desk.run("store", "prune", "--keep", "1")
    if LOST[how] is not None:
        desk.serve(Ministry())
        assert desk.run("fetch", "mof").code == 6
    assert kept(before, contents(desk.folder))
    repaired = desk.run("store", "verify", "--repair")
    assert (repaired.code, repaired.rows[0]["repaired"]) == (0, str(len(entries)))
    assert desk.run(*QUESTION).out == answered
    assert desk.run("store", "verify").rows == [{"files": str(len(entries)), "faults": "0", "repaired": "0"}]
    assert kept(before, contents(desk.folder))
    assert manifests.read(desk.folder)[0].entries == entries
    # And what comes next is a vintage as any other.
    desk.serve(Ministry(change=lambda f, p, m, v: v + 3_000_000 if p == "US" else v))
    assert [outcome.status for outcome in desk.refresh("mof", embedded=recent)[:2]] == ["new", "new"]


@pytest.mark.parametrize("how", LOST)
def test_a_fetch_after_the_repair_finds_what_it_has(desk: Desk, recent: Path, how: str) -> None:
    lose(desk.folder, LOST[how], NAME, COPY)
    assert desk.run("store", "verify", "--repair").code == 0
    before = contents(desk.folder)
    desk.serve(Ministry(change=lambda f, p, m, v: v + 1_000_000 if p == "US" else v))
    assert [outcome.status for outcome in desk.refresh("mof", embedded=recent)[:2]] == [
        "unchanged",
        "unchanged",
    ]
    assert kept(before, contents(desk.folder))


def test_a_fetch_after_the_loss_takes_up_the_tables(desk: Desk, recent: Path) -> None:
    before, entries = contents(desk.folder), manifests.read(desk.folder)[0].entries
    lose(desk.folder, None, NAME, COPY)
    desk.serve(Ministry(change=lambda f, p, m, v: v + 3_000_000 if p == "US" else v))
    assert [outcome.status for outcome in desk.refresh("mof", embedded=recent)[:2]] == ["new", "new"]
    assert manifests.read(desk.folder)[0].entries[: len(entries)] == entries
    assert kept(before, contents(desk.folder))


@pytest.mark.parametrize(("how", "name"), [*product(LOST, (NAME, COPY))])
def test_of_one_manifest_the_other_is_read(desk: Desk, how: str, name: str) -> None:
    before, answered = contents(desk.folder), desk.run(*QUESTION).out
    lose(desk.folder, LOST[how], name)
    assert desk.run(*QUESTION).out == answered
    desk.run("store", "verify", "--repair")
    assert desk.run("store", "verify").code == 0
    assert kept(before, contents(desk.folder))


@pytest.mark.parametrize("other", [NEWER, b""], ids=["both", "one, the other empty"])
def test_a_newer_form_is_refused_by_name_and_nothing_is_touched(desk: Desk, other: bytes) -> None:
    lose(desk.folder, NEWER, NAME)
    lose(desk.folder, other, COPY)
    before = contents(desk.folder)
    desk.serve(Ministry())
    for words in (
        ("store", "verify"),
        ("store", "verify", "--repair"),
        ("store", "prune", "--keep", "1"),
        ("store", "list"),
        ("fetch", "mof"),
    ):
        ran = desk.run(*words)
        assert (ran.code, ran.out) == (6, "")
        assert "has the layout 2; this program knows 1" in ran.err
    asked = desk.run(*QUESTION)
    assert asked.code == 0
    assert "has the layout 2" in asked.err
    assert contents(desk.folder) == before


@pytest.mark.parametrize(("part", "how", "lost"), [*product(PARTS, DAMAGES, (False, True))])
def test_one_damaged_file_costs_no_other(desk: Desk, part: str, how: str, lost: bool) -> None:
    answered = desk.run(*QUESTION).out
    entries = len(manifests.read(desk.folder)[0].entries)
    paths = sorted(path for path in (desk.folder / part).rglob("*") if path.is_file())
    change, path = DAMAGES[how], paths[-1]
    before = contents(desk.folder)
    if change is None:
        path.unlink()
    else:
        path.write_bytes(change(path.read_bytes()))
    if lost:
        lose(desk.folder, None, NAME, COPY)
    reading.verified.cache_clear()
    desk.run("store", "verify", "--repair")
    after, name = contents(desk.folder), path.relative_to(desk.folder).as_posix()
    assert kept({each: content for each, content in before.items() if each != name}, after)
    again = manifests.read(desk.folder)[0].entries
    if part == "observations" and lost and how != "flipped in its figures":
        # Nothing says any more what the raw file was.
        assert len(again) == entries - 1
        said = desk.run("store", "verify")
        assert said.code == 0
    else:
        # Of a table the raw file makes another, of a raw file the table stays.
        assert len(again) == entries
        assert desk.run(*QUESTION).out == answered
