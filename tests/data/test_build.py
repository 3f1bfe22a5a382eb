"""The embedded dataset is what the fixtures say."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tradecli.data import FOLDER, MANIFEST, RELEASES, observations, origins
from tradecli.data.__main__ import main
from tradecli.data.build import ROW_GROUP, build, write
from tradecli.errors import InvalidData
from tradecli.schema import KEY
from tradecli.sources import SOURCES

FIXTURES = Path(__file__).parents[2] / "fixtures"

#: The sources whose figures are embedded.
EMBEDDED = {
    *("mof", "census", "ons", "statcan", "jpmof", "eurostat", "kcs", "vnnso", "rbi", "gacc", "imf", "wits"),
}


@pytest.fixture(name="manifest", scope="module")
def _manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(name="origins", scope="module")
def _origins() -> list[dict[str, Any]]:
    paths = (origins(source) for source in sorted(EMBEDDED))
    return [entry for path in paths for entry in json.loads(path.read_text(encoding="utf-8"))]


@pytest.mark.slow
def test_a_rebuild_gives_the_same_rows_and_bytes(manifest: dict[str, Any], tmp_path: Path) -> None:
    # One test: two would be run by two processes, each of which would build all.
    dataset = build(FIXTURES)
    assert set(dataset.observations) == EMBEDDED
    for source, frame in dataset.observations.items():
        assert_frame_equal(frame, pl.read_parquet(observations(source)))
    assert_frame_equal(dataset.releases, pl.read_parquet(RELEASES))
    write(dataset, tmp_path)
    for source in EMBEDDED:
        assert (tmp_path / origins(source).name).read_bytes() == origins(source).read_bytes()
    if manifest["polars"] != pl.__version__:
        pytest.skip(
            f"the embedded files were written by polars {manifest['polars']}, this is {pl.__version__}"
        )
    for name in manifest["tables"]:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name
    assert (tmp_path / MANIFEST.name).read_bytes() == MANIFEST.read_bytes()


def test_the_manifest_knows_the_tables(manifest: dict[str, Any]) -> None:
    assert set(manifest["tables"]) == {f"{name}.parquet" for name in (*EMBEDDED, "releases")}
    for name, table in manifest["tables"].items():
        assert table["sha256"] == hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
        assert table["rows"] == pl.read_parquet(FOLDER / name).height


def test_every_row_has_an_origin_in_the_manifest(origins: list[dict[str, Any]]) -> None:
    rows: dict[str, int] = {}
    for source in EMBEDDED:
        rows |= dict(pl.read_parquet(observations(source)).group_by("origin").len().rows())
    assert {entry["id"]: entry["rows"] for entry in origins} == rows


def test_an_origin_says_whose_figures_it_has_and_how_they_came(origins: list[dict[str, Any]]) -> None:
    for entry in origins:
        content = (FIXTURES / entry["file"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["publisher"] == SOURCES[entry["source"]].publisher
        assert entry["licence"] == SOURCES[entry["source"]].licence
        assert entry["address"]
        assert entry["obtained"]
        assert entry["vintage"] <= entry["known_by"]
        assert entry["format"] in {"u2010", "njswww", "release", "country", "figures", "wide"}


def test_an_article_is_an_origin_of_its_own(origins: list[dict[str, Any]]) -> None:
    found = {entry["id"]: entry for entry in origins}
    entry = found["mof-2025-12-09-press-1"]
    assert entry["address"] == "https://udn.com/news/story/7238/9192410"
    assert entry["rows"] == 5
    assert found["mof-2026-10-08-u2010ex"]["rows"] == 11 * 309


def test_the_files_are_sorted_and_cut_so_that_a_pair_is_read_fast() -> None:
    for source in EMBEDDED:
        frame = pl.read_parquet(observations(source))
        assert_frame_equal(frame, frame.sort(KEY))
    groups = pl.read_parquet(observations("mof")).height // ROW_GROUP + 1
    assert groups == 12
    assert 5_000 <= ROW_GROUP <= 10_000


def copied(tmp_path: Path) -> Path:
    """Two files of fixtures and the statements, free to damage."""
    folder = tmp_path / "fixtures"
    for path in ("mof/2026-04-10", "census/2026-02-19"):
        shutil.copytree(FIXTURES / path, folder / path)
    for name in ("releases.csv", "releases.csv.toml"):
        shutil.copy(FIXTURES / name, folder / name)
    return folder


def test_a_changed_fixture_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    press = folder / "mof/2026-04-10/press.csv"
    press.write_bytes(press.read_bytes().replace(b"21270000000", b"21280000000"))
    with pytest.raises(InvalidData, match=r"press\.csv: the SHA-256 is .* its description says"):
        build(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("licence =", "license =", "no licence"),
        ("vintage_basis =", "basis =", "no vintage_basis"),
        ("vintage = 2026-04-10", 'vintage = "2026-04-10"', "no vintage; expected a date"),
        ('id = "1"', 'id = "2"', "mof-2026-04-10-press-1 is not in its description"),
        ("vintage = 2026-04-10", "vintage = 2026-01-10", "a vintage older than its period"),
        ('vintage_basis = "published"', 'vintage_basis = "guessed"', "an unknown vintage basis"),
        ("known_by = 2026-04-10", "known_by = 2026-04-09", "a figure known before it was published"),
    ],
)
def test_a_description_that_lacks_something_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    folder = copied(tmp_path)
    about = folder / "mof/2026-04-10/press.csv.toml"
    text = about.read_text(encoding="utf-8")
    assert old in text
    about.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InvalidData, match=message):
        build(folder)


def test_the_same_figure_from_two_files_of_one_vintage_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for name in ("press.csv", "press.csv.toml"):
        shutil.copy(folder / "mof/2026-04-10" / name, folder / "mof/2026-04-10" / f"again-{name}")
    with pytest.raises(InvalidData, match="a second figure for the same key"):
        build(folder)


def test_a_file_without_description_or_source_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "mof/2026-04-10/more.csv").write_text("x", encoding="utf-8")
    with pytest.raises(InvalidData, match="no description"):
        build(folder)
    (folder / "mof/2026-04-10/more.csv").unlink()
    (folder / "census").rename(folder / "weather")
    with pytest.raises(InvalidData, match="no source is called 'weather'"):
        build(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("measure", "what", "header"),
        (",56.0,", ',"56,0",', "'56,0' is not a number"),
    ],
)
def test_damaged_statements_are_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = copied(tmp_path)
    statements, about = folder / "releases.csv", folder / "releases.csv.toml"
    before = statements.read_bytes()
    after = before.replace(old.encode(), new.encode(), 1)
    statements.write_bytes(after)
    was, now = (hashlib.sha256(content).hexdigest() for content in (before, after))
    about.write_text(about.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    with pytest.raises(InvalidData, match=message):
        build(folder)


def test_the_command_builds_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fixtures", str(copied(tmp_path)), "--output", str(tmp_path / "out")]) == 0
    assert "census.parquet: 20 rows" in capsys.readouterr().out
    assert pl.read_parquet(tmp_path / "out" / "mof.parquet")["value"].to_list() == [21_270_000_000]


def test_the_command_says_in_one_line_what_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fixtures", str(tmp_path), "--output", str(tmp_path / "out")]) == 5
    assert capsys.readouterr().err.startswith("trade: the dataset was not built: ")
    assert not (tmp_path / "out").exists()
