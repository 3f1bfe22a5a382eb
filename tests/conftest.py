"""What every test starts from: a clean environment, the command line, the real figures."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tradecli.cli import main

CHECKOUT = Path(__file__).parents[1]

#: The machine is shared and examples are the same in every run: a failure can be run again.
settings.register_profile(
    "suite", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


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
    steering = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "TRADE_DEBUG", "CI"}
    for name in steering | {name for name in os.environ if name.startswith("TRADE_")} - {"TRADE_SHARED"}:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    # Nor do the figures that were fetched on this machine.
    monkeypatch.setenv("TRADE_DATA_DIR", os.path.join(os.sep, "nowhere", "tradecli"))
    monkeypatch.setenv("TRADE_CONFIG_DIR", os.path.join(os.sep, "nowhere", "tradecli"))


@pytest.fixture(name="trade")
def _trade(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command line in this process."""

    def run(*words: str) -> Ran:
        code = main(words)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture(name="shared", scope="session")
def _shared() -> Path:
    """The folder with the real figures as they were read from the publishers, not part of the project."""
    folder = Path(os.environ.get("TRADE_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the real figures are not at {folder}; TRADE_SHARED names another folder")
    return folder
