"""`trade store`: what is listed, verified, pruned, exported and added by hand."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.live import Desk
from tests.publishers import Ministry
from tests.server import Server
from tests.test_fetch import QUESTION, value
from tradecli.schema import OBSERVATIONS
from tradecli.sources import bounds
from tradecli.store import manifest as manifests


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server)


def test_the_store_tells_what_it_has(desk: Desk) -> None:
    desk.serve(Ministry())
    assert desk.run("store", "path", "--format", "csv").rows == [
        {"path": str(desk.folder), "exists": "false"}
    ]
    assert desk.run("store", "list").rows == []
    assert desk.run("fetch", "mof").code == 0
    listed = desk.run("store", "list").rows
    assert [row["name"] for row in listed] == ["u2010ex.csv", "u2010im.csv"]
    assert [row["sha256"] for row in listed] == [
        hashlib.sha256(Ministry().u2010(flow)).hexdigest() for flow in ("ex", "im")
    ]
    assert desk.run("store", "verify").rows == [{"files": "2", "faults": "0", "repaired": "0"}]
    exported = desk.run("store", "export", "--source", "mof").rows
    assert list(exported[0]) == list(OBSERVATIONS)
    assert sum("u2010ex" in row["origin"] and row["vintage"] >= "2026-11" for row in exported) == int(
        listed[0]["rows"]
    )
    assert desk.run("store", "vrify").code == 2


def test_what_is_damaged_is_found_set_aside_and_made_anew_from_the_raw_file(desk: Desk) -> None:
    desk.serve(Ministry())
    assert desk.run("fetch", "mof").code == 0
    entry = manifests.read(desk.folder)[0].entries[0]
    path = desk.folder / entry.stored
    whole = path.read_bytes()
    path.write_bytes(whole[:900] + bytes([whole[900] ^ 1]) + whole[901:])
    ran = desk.run(*QUESTION)
    assert ran.code == 0
    assert "damaged" in ran.err
    assert (desk.folder / "quarantine" / f"damaged-{path.name}").exists()
    assert desk.run("store", "verify").code == 6
    repaired = desk.run("store", "verify", "--repair")
    assert (repaired.code, repaired.rows[0]["repaired"]) == (0, "1")
    assert path.read_bytes() == whole


def test_prune_keeps_the_newest_vintages(desk: Desk) -> None:
    for extra in range(4):
        desk.serve(Ministry(change=lambda f, p, m, v, e=extra: v + e * 1_000_000 if p == "US" else v))  # type: ignore[misc]
        assert [outcome.status for outcome in desk.refresh("mof")][:2] == ["new", "new"]
    assert len(desk.run("store", "list").rows) == 8
    before = value(desk, "export")
    would = desk.run("store", "prune", "--keep", "2", "--dry-run")
    assert len(would.rows) == 4
    assert len(desk.run("store", "list").rows) == 8
    ran = desk.run("store", "prune", "--keep", "2")
    assert not {row["id"] for row in would.rows} & {row["id"] for row in desk.run("store", "list").rows}
    assert ran.rows == [{"vintages_dropped": "4", "files_removed": "8"}]
    assert len(desk.run("store", "list").rows) == 4
    assert value(desk, "export") == before
    assert desk.run("store", "verify").rows[0]["faults"] == "0"


def test_a_file_got_by_hand_is_accepted_like_one_that_was_fetched(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "u2010ex.csv"
    path.write_bytes(Ministry(through=date(2026, 10, 1)).u2010("ex"))
    ran = desk.run("store", "add", str(path), "--source", "mof", "--vintage", "2026-11-10")
    assert ran.code == 0, ran.err
    assert (ran.rows[0]["status"], ran.rows[0]["vintage"]) == ("new", "2026-11-10")
    assert desk.run("exports", "--partner", "US", "--through", "2026-10").code == 0
    damaged = tmp_path / "wrong.csv"
    damaged.write_bytes(path.read_bytes()[:-507])
    assert desk.run("store", "add", str(damaged), "--source", "mof").code == 5
    assert desk.server.log == []


def test_an_excerpt_is_refused_by_what_its_description_says(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "u2010ex.csv"
    path.write_bytes(Ministry(through=date(2026, 10, 1)).u2010("ex"))
    (tmp_path / "u2010ex.csv.toml").write_text("excerpt = true\n", encoding="utf-8")
    ran = desk.run("store", "add", str(path), "--vintage", "2026-11-10")
    assert ran.code == 5
    assert "u2010ex.csv: an excerpt, as u2010ex.csv.toml says" in ran.err
    assert "add the whole file" in ran.err


@pytest.mark.parametrize("packed", [True, False])
def test_a_large_file_got_by_hand_is_refused(desk: Desk, tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "u2010ex.csv"
    content = b"0" * (bounds.BYTES + 1)
    path.write_bytes(gzip.compress(content, 1) if packed else content)
    ran = desk.run("store", "add", str(path), "--source", "mof")
    assert (ran.code, ran.out) == (5, "")
    assert "larger than 33,554,432 bytes" in ran.err


@pytest.mark.parametrize(("answer", "left"), [("n", 4), ("y", 2)])
def test_on_a_terminal_prune_lists_and_asks(desk: Desk, answer: str, left: int) -> None:
    pexpect = pytest.importorskip(
        "pexpect", reason="pexpect is needed for a terminal, and is not for Windows"
    )
    for extra in range(2):
        desk.serve(Ministry(change=lambda f, p, m, v, e=extra: v + e * 1_000_000 if p == "US" else v))  # type: ignore[misc]
        desk.refresh("mof")
    program, *words = desk.command("store", "prune", "--keep", "1")
    child = pexpect.spawn(program, words, env=desk.environment, encoding="utf-8", timeout=180)
    child.expect(r"Drop these 2 vintages\? \[y/N\]")
    assert "u2010ex" in child.before
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert len(desk.run("store", "list").rows) == left


def test_only_prune_has_a_dry_run(desk: Desk) -> None:
    ran = desk.run("store", "verify", "--dry-run")
    assert (ran.code, ran.out) == (2, "")
    assert "trade store verify has no --dry-run" in ran.err
