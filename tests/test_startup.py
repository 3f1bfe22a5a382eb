"""What a start of the program loads: nothing heavy unless the command needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache

import pytest

from tests.conftest import CHECKOUT

#: Starts as `trade` does, in a process of its own, and at its end lists what it loaded. (`-X importtime`
#: would not do: it is silent on modules that importlib imports, as the commands are.)
START = """
import atexit, sys
atexit.register(lambda: sys.stderr.write("\\nloaded: " + " ".join(sys.modules) + "\\n"))
{}
"""
RUN = "sys.argv[0] = 'trade'; from tradecli.__main__ import run; run()"
SURPLUS = ("surplus", "--partner", "US", "--through", "2025-11")
COMPLETE = {"_TRADE_COMPLETE": "complete_bash", "COMP_WORDS": "trade sur", "COMP_CWORD": "1"}
FORMATS = {**COMPLETE, "COMP_WORDS": "trade surplus --format c", "COMP_CWORD": "3"}
PLACES = {**COMPLETE, "COMP_WORDS": "trade surplus --partner U", "COMP_CWORD": "3"}
HEAVY = {"polars", "httpx", "rich", "python_calamine", "xlsxwriter", "duckdb", "numpy", "pandas", "pyarrow"}

Started = tuple[str, frozenset[str]]


@cache
def started(words: tuple[str, ...], settings: tuple[tuple[str, str], ...] = (), what: str = RUN) -> Started:
    """Standard output of a start, and the modules it loaded."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRADE_", "PYTHON"))}
    ran = subprocess.run(
        [sys.executable, "-c", START.format(what), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1", **dict(settings)},
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    _, _, names = ran.stderr.rpartition("\nloaded: ")
    return ran.stdout, frozenset(names.split())


def heavy(words: tuple[str, ...], settings: Mapping[str, str] | None = None) -> set[str]:
    """The heavy packages that a start loads."""
    _, names = started(words, tuple((settings or {}).items()))
    return {name.split(".")[0] for name in names} & HEAVY


LIGHT: dict[str, tuple[tuple[str, ...], dict[str, str], str]] = {
    "help": (("--help",), {}, "surplus"),
    "short help": (("-h",), {}, "surplus"),
    "no words": ((), {}, "surplus"),
    "help of a command": (("surplus", "--help"), {}, "--partner"),
    "help of a flow": (("exports", "--help"), {}, "--months"),
    "version": (("--version",), {}, "trade "),
    "short version": (("-V",), {}, "trade "),
    "completion of a command": ((), COMPLETE, "surplus"),
    "completion of a format": ((), FORMATS, "csv"),
    "completion of a partner": ((), PLACES, "US"),
    "completion script": ((), {"_TRADE_COMPLETE": "source_bash"}, "COMP_WORDS"),
}


@pytest.mark.parametrize("name", LIGHT)
def test_what_computes_nothing_loads_nothing_heavy(name: str) -> None:
    words, settings, shows = LIGHT[name]
    assert shows in started(words, tuple(settings.items()))[0]
    assert heavy(words, settings) == set()


def test_the_version_does_not_even_load_the_parser() -> None:
    _, names = started(("--version",))
    assert "tradecli" in names
    assert not {"typer", "json", "tradecli.cli"} & names


def test_surplus_as_csv_loads_polars_and_nothing_else_heavy() -> None:
    assert started((*SURPLUS, "--format", "csv"))[0].startswith("reporter,partner,flow")
    assert heavy((*SURPLUS, "--format", "csv")) == {"polars"}


def test_surplus_as_table_loads_rich_too_and_no_httpx() -> None:
    assert "balance" in started((*SURPLUS, "--format", "table"))[0]
    assert heavy((*SURPLUS, "--format", "table")) == {"polars", "rich"}


def test_an_answer_loads_only_its_own_command_and_language() -> None:
    _, names = started((*SURPLUS, "--format", "table"))
    loaded = {name for name in names if name.startswith("tradecli.")}
    assert {"tradecli.commands.surplus", "tradecli.catalogue.en.general"} <= loaded
    others = (
        "tradecli.commands.exports",
        "tradecli.catalogue.zh",
        "tradecli.render.markdown",
        "tradecli.data",
    )
    assert not [name for name in loaded if name.startswith(others)]


def test_every_command_still_answers_without_httpx() -> None:
    for words in (("exports", "--months", "1"), ("records",), ("sources",), ("codes", "Japan")):
        assert "httpx" not in heavy((*words, "--format", "csv"))


@pytest.mark.parametrize("package", ["httpx", "rich", "polars"])
def test_a_heavy_import_would_be_seen(package: str) -> None:
    smuggled = f"import importlib; importlib.import_module({package!r}); {RUN}"
    _, names = started(("--version",), (), smuggled)
    assert package in names
