"""What every test starts from: a clean environment, the command line, the real figures."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import typer.main
from filelock import FileLock
from hypothesis import HealthCheck, Phase, settings

from tests.skips import (  # noqa: F401
    pytest_collection_modifyitems,
    pytest_make_collect_report,
    pytest_runtest_makereport,
)
from tradecli.cli import main

CHECKOUT = Path(__file__).parents[1]

#: The machine is shared and examples are the same in every run: a failure can be run again.
settings.register_profile(
    "suite", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
#: More examples are drawn: see tests/drawn.py.
settings.register_profile("thorough", settings.get_profile("suite"))
#: Of a mutant it is enough that something fails: the smallest example is not looked for.
settings.register_profile("mutants", settings.get_profile("suite"), phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

#: Of one process that answers thousands of questions: typer would read each signature anew for each.
typer.main.get_params_from_function = cache(typer.main.get_params_from_function)  # type: ignore[attr-defined]
#: Of what stays in memory Python would look again and again what could go: an eighth of the time.
gc.set_threshold(200_000, 50, 100)


def pytest_collection_finish() -> None:
    """The tests themselves stay to the end."""
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two processes more than there are cores: many tests wait for a command, a server or a disk.

    Each gets neighbours, which have figures and fixtures in common, and at the end takes over others' tests.
    """
    config.option.dist = "worksteal"
    return (os.cpu_count() or 1) + 2


@dataclass(frozen=True)
class Ran:
    """What a command line left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """Standard output, read as CSV."""
        return list(csv.DictReader(io.StringIO(self.out)))


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test, and none made by a test reaches the next."""
    steering = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "CI"}
    steering |= {f"TRADE_{name}" for name in ("DEBUG", "QUIET", "VERBOSE", "COLOR", "OFFLINE", "STRICT")}
    for name in steering | {name for name in os.environ if name.startswith("TRADE_")} - {"TRADE_SHARED"}:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    # Nor do the figures that were fetched on this machine.
    monkeypatch.setenv("TRADE_DATA_DIR", os.path.join(os.sep, "nowhere", "tradecli"))
    monkeypatch.setenv("TRADE_CONFIG_DIR", os.path.join(os.sep, "nowhere", "tradecli"))
    # Nor does the manner in which an earlier run was answered.
    for name, usual in (("quiet", False), ("verbose", False), ("color", "auto")):
        monkeypatch.setattr(f"tradecli.manner.{name}", usual)
    # Nor does a file of settings in a folder above this one.
    monkeypatch.setattr("tradecli.settings.PROJECT", ())


@pytest.fixture(name="trade")
def _trade(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command line in this process."""

    def run(*words: str) -> Ran:
        code = main(words)
        out, err = capsys.readouterr()
        if out.startswith('{\n  "schema"'):
            check_answer(out)
        return Ran(code, out, err)

    return run


def ageless(text: str) -> str:
    """What a command printed, without the days of an age, which are more tomorrow."""
    return re.sub(r"[\d,]+ days old|距今[\d,]+日", "(age)", text)


@pytest.fixture(name="run")
def _run(trade: Callable[..., Ran]) -> Callable[..., Ran]:
    """The same, for tests in which `trade` is the package."""
    return trade


def check_answer(text: str) -> None:
    """Hold an answer in JSON against its schema, which names every column: no other may be there.

    Raises:
        JsonSchemaException: Something is missing or of another type.
        AssertionError: Something is there that the schema does not name.
    """
    answer = json.loads(text)
    keeps, schema = validator(answer["schema"].removeprefix("trade.").partition("/")[0])
    if schema is None:  # not yet typed
        return
    keeps(answer)
    rows = schema["properties"]["rows"]["items"]
    dated = [re.compile(pattern) for pattern in rows.get("patternProperties", {})]
    assert set(answer) == set(schema["properties"])
    for row in answer["rows"]:
        unnamed = set(row) - set(rows["properties"])
        assert not [name for name in unnamed if not any(pattern.match(name) for pattern in dated)]


@cache
def validator(name: str) -> tuple[Callable[[object], object], Mapping[str, Any] | None]:
    """What holds an answer against the schema of that name, and the schema."""
    path = CHECKOUT / "tradecli" / "data" / "schemas" / f"{name}.json"
    if not path.exists():
        return (lambda answer: answer), None
    schema = json.loads(path.read_text(encoding="utf-8"))
    return fastjsonschema.compile(schema), schema


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(name="once", scope="session")
def _once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A folder that takes long to fill, which the first process of a run to need it fills for all."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent

    def folder(name: str, fill: Callable[[Path], object]) -> Path:
        filled = run / name
        with FileLock(run / f"{name}.lock"):
            if not filled.exists():
                begun = tmp_path_factory.mktemp(name)
                fill(begun)
                begun.rename(filled)
        return filled

    return folder


@pytest.fixture(name="shared", scope="session")
def _shared() -> Path:
    """The folder with the real figures as they were read from the publishers, not part of the project."""
    folder = Path(os.environ.get("TRADE_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the real figures are not at {folder}; TRADE_SHARED names another folder")
    return folder
