"""A9: any damage to any file of the store is found, set aside, and never a number."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.faults import stores
from tests.live import Desk
from tests.publishers import Ministry
from tests.server import Server
from tradecli.errors import StoreError
from tradecli.store import manifest as manifests
from tradecli.store import reading, writing

CASES = 200
CUTS, FLIPS, RANDOM = 64, 96, 30
#: What is left of the two hundred: nothing, only NULs, another file, another version, nowhere.
OTHERS = 10


@pytest.fixture(name="whole", scope="module")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "store"
    for number in (1, 2, 3):
        writing.commit(folder, stores.both(number))
    return folder


def cases() -> list[tuple[str, str, int]]:
    """Every damage: its kind, which kind of file, and a number for its place."""
    kinds = ["manifest.json", "observations", "raw"]
    dice = random.Random(9)
    found = [("cut", kinds[index % 3], index) for index in range(CUTS)]
    found += [("flip", kinds[index % 3], dice.randrange(10**6)) for index in range(FLIPS)]
    found += [("random", kinds[index % 3], index) for index in range(RANDOM)]
    found += [(kind, place, 0) for kind in ("empty", "nuls", "swapped") for place in kinds]
    return [*found, ("version", "manifest.json", 0)]


def damage(folder: Path, kind: str, place: str, number: int) -> Path:
    """Damage one file of the store and return it."""
    if place == "manifest.json":
        path, other = folder / place, next((folder / "raw").glob("*"))
    else:
        found = sorted(path for path in (folder / place).rglob("*") if path.is_file())
        path, other = found[number % len(found)], found[(number + 1) % len(found)]
    content = path.read_bytes()
    at = number * len(content) // CUTS if kind == "cut" else number % len(content)
    path.write_bytes(
        {
            "cut": content[:at],
            "flip": content[:at] + bytes([content[at] ^ (1 << number % 8)]) + content[at + 1 :],
            "random": random.Random(number).randbytes(len(content)),
            "empty": b"",
            "nuls": bytes(len(content)),
            "swapped": other.read_bytes(),
            "version": content.replace(b'"schema": 1', b'"schema": 2'),
        }[kind]
    )
    return path


def test_there_are_two_hundred() -> None:
    assert len(cases()) == CASES == CUTS + FLIPS + RANDOM + OTHERS


@pytest.mark.parametrize("start", range(0, CASES, 20))
def test_damage_is_found_and_nothing_of_it_is_read(whole: Path, start: int, tmp_path: Path) -> None:
    expected = stores.seen(whole)
    for kind, place, number in cases()[start : start + 20]:
        folder = tmp_path / "store"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        path = damage(folder, kind, place, number)
        reading.verified.cache_clear()
        held = reading.rows(folder, "mof", _all())
        _, wrong = reading.check(folder)
        if not wrong:
            # Bits of the packing that nobody reads: what is packed is proved by its own SHA-256.
            assert place == "raw"
            continue
        read = set(zip(held.rows["flow"], held.rows["value"] - 1_000_000, strict=True))
        assert read <= set(expected)
        assert len(read) == (len(expected) - 1 if place == "observations" else len(expected))
        writing.commit(folder, stores.both(4))
        manifests.parsed((folder / "manifest.json").read_bytes())
        if place != "manifest.json" or kind != "version":
            assert any((folder / "quarantine").glob(f"damaged-{path.name}")), (kind, place, number)


def _all() -> object:
    import polars as pl

    return pl.lit(value=True)


def test_where_manifest_and_copy_are_damaged_the_embedded_data_answers(tmp_path: Path) -> None:
    with Server() as server:
        desk = Desk(tmp_path / "store", server)
        question = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")
        embedded = desk.run(*question)
        desk.serve(Ministry())
        desk.refresh("mof")
        for name in ("manifest.json", "manifest.copy.json"):
            path = desk.folder / name
            path.write_bytes(path.read_bytes().replace(b"2026", b"2025", 1))
        with pytest.raises(StoreError, match="is damaged"):
            manifests.read(desk.folder)
        ran: Ran = desk.run(*question)  # type: ignore[assignment]
        assert (ran.code, ran.out) == (0, embedded.out)
        assert "answering from the embedded data" in ran.err
        assert desk.run("fetch", "mof").code == 6
