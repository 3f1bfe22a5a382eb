"""The wheel and the sdist, installed alone, answer from any folder."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.conftest import CHECKOUT
from tradecli import __version__

BUILDER = ("build", "hatchling", "pip")
MISSING = [name for name in BUILDER if importlib.util.find_spec(name) is None]

#: Packages that an installation has, the program itself counted, and the bytes that they hold.
PACKAGES, BYTES = 20, 200 * 2**20

building = pytest.mark.skipif(bool(MISSING), reason=f"a package is built with {', '.join(MISSING)}")


def installed_with(name: str, found: set[str] | None = None) -> set[str]:
    """A package and all that it needs here, by their metadata; extras left out."""
    found = set() if found is None else found
    known = metadata.distribution(name)
    if known.metadata["Name"].lower() not in found:
        found.add(known.metadata["Name"].lower())
        for line in known.requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                installed_with(needed.name, found)
    return found


def test_an_installation_is_small() -> None:
    names = installed_with("tradecli")
    assert len(names) <= PACKAGES, sorted(names)
    # The checkout is not installed by copying: its own files are counted where they lie.
    files = [path for path in (CHECKOUT / "tradecli").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    held = sum(path.stat().st_size for path in files)
    for name in names - {"tradecli"}:
        held += sum(file.size or 0 for file in metadata.files(name) or () if file.suffix != ".pyc")
    # Polars' engine alone has 160; less than that would mean that nothing was counted.
    assert 100 * 2**20 < held <= BYTES


def run(*words: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRADE_", "PYTHON"))}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        env={**kept, **settings},
    )


@pytest.fixture(name="built", scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist of the checkout, and the wheel built from that sdist."""
    checkout, out = tmp_path_factory.mktemp("checkout") / "trade", tmp_path_factory.mktemp("dist")
    unwanted = shutil.ignore_patterns(
        ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "dist", "build"
    )
    shutil.copytree(CHECKOUT, checkout, ignore=unwanted)
    built = run("-m", "build", "--no-isolation", "--outdir", str(out), str(checkout), folder=out)
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]
    return out


@pytest.fixture(name="installed", scope="module", params=["wheel", "sdist"])
def _installed(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the package, installed from one of the two."""
    target = tmp_path_factory.mktemp(request.param)
    [package] = built.glob("*.whl" if request.param == "wheel" else "*.tar.gz")
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--target", str(target))
    ran = run("-m", "pip", "install", *options, str(package), folder=built)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return target


@pytest.mark.slow
@building
def test_it_answers_from_another_folder(installed: Path, tmp_path: Path) -> None:
    asked = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")
    ran = run("-m", "tradecli", *asked, folder=tmp_path, PYTHONPATH=str(installed))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "TW,US,balance,year_to_date,2025-11,131027476000," in ran.stdout
    where = "import tradecli; print(tradecli.__file__)"
    loaded = run("-c", where, folder=tmp_path, PYTHONPATH=str(installed)).stdout.strip()
    assert Path(loaded).is_relative_to(installed)


@pytest.mark.slow
@building
@pytest.mark.parametrize(
    "words", [("--version",), ("sources",), ("codes", "Japan"), ("records",), ("exports",)]
)
def test_every_command_is_there(installed: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = run("-m", "tradecli", *words, folder=tmp_path, PYTHONPATH=str(installed))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout


@pytest.mark.slow
@building
def test_the_command_itself_starts(installed: Path, tmp_path: Path) -> None:
    ran = run(str(installed / "bin" / "trade"), "--version", folder=tmp_path, PYTHONPATH=str(installed))
    assert (ran.returncode, ran.stdout) == (0, f"trade {__version__}\n")


@pytest.mark.slow
@building
def test_the_wheel_holds_the_package_and_its_data_only(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    needed = {
        *("data/mof.parquet", "data/census.parquet", "data/releases.parquet", "data/manifest.json"),
        *("facts/places.csv", "facts/commodities.csv", "facts/policy.toml"),
    }
    assert {f"tradecli/{name}" for name in needed} <= names
    assert "tradecli/py.typed" in names
    assert wheel.stat().st_size <= 8 * 2**20
    roots = {name.split("/")[0] for name in names}
    # Beside the package its description, licences included, and the man page.
    assert roots == {"tradecli", f"tradecli-{__version__}.dist-info", f"tradecli-{__version__}.data"}
    assert [name.rsplit("/", 1)[1] for name in names if ".data/" in name] == ["trade.1"]
    assert not [name for name in names if "__pycache__" in name]


@pytest.mark.slow
@building
def test_the_licences_are_those_of_the_program_and_of_its_figures(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    info = f"tradecli-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        about = archive.read(f"{info}/METADATA").decode()
        held = {name: archive.read(name).decode() for name in archive.namelist() if "/licenses/" in name}
    assert "\nLicense-Expression: MIT AND OGDL-Taiwan-1.0\n" in about
    texts = ("LICENSE", "licenses/NOTICE.md", "licenses/OGDL-Taiwan-1.0.txt")
    assert set(held) == {f"{info}/licenses/{name}" for name in texts}
    ministry = held[f"{info}/licenses/licenses/OGDL-Taiwan-1.0.txt"]
    # The day on which the terms were set, and their two languages.
    assert "中華民國104年7月27日訂定" in ministry
    assert "Open Government Data License, version 1.0" in ministry


CHECKS = {
    "twine": ("check", "--strict", "{wheel}", "{sdist}"),
    "check_wheel_contents": ("{wheel}",),
    # The owner alone can say where the project and its post are.
    "pyroma": ("--min=10", "--skip-tests=AuthorEmail,Url", "--file", "{sdist}"),
    "validate_pyproject": ("{checkout}/pyproject.toml",),
}


@pytest.mark.slow
@building
@pytest.mark.parametrize("tool", CHECKS)
def test_a_checker_of_packages_finds_nothing(tool: str, built: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec(tool) is None:
        pytest.skip(f"checked by {tool.replace('_', '-')}")
    [wheel], [sdist] = built.glob("*.whl"), built.glob("*.tar.gz")
    words = (word.format(wheel=wheel, sdist=sdist, checkout=CHECKOUT) for word in CHECKS[tool])
    ran = run("-m", tool, *words, folder=tmp_path)
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]


@pytest.mark.slow
@building
def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/conftest.py", "tests/oracle.py"} <= names
    assert {
        "docs/explanation/glossary.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CITATION.cff",
        "CHANGELOG.md",
    } <= names
    assert any(name.startswith("fixtures/mof/") for name in names)
    assert not [name for name in names if "__pycache__" in name]
