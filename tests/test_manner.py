"""-q, -v and --color: what is said beside an answer, and how; the answer itself is the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
NEWS = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "table")


@pytest.mark.parametrize("flag", ["-q", "--quiet"])
def test_quiet_leaves_out_notes_and_nothing_else(run: Trade, flag: str) -> None:
    plain = run(*NEWS)
    assert "note:" in plain.err
    assert run(*NEWS, flag) == run(flag, *NEWS) == Ran(plain.code, plain.out, "")


def test_quiet_leaves_out_how_words_were_read(run: Trade) -> None:
    assert "read as" in run("surplus", "us", "2025-11").err
    assert run("surplus", "us", "2025-11", "-q").err == ""


def test_quiet_keeps_errors(run: Trade) -> None:
    ran = run("-q", "surplus", "--partner", "Germny")
    assert ran.code == 3
    assert ran.err.startswith("trade: ")
    assert "hint:" in ran.err


def test_quiet_by_the_environment(run: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADE_QUIET", "1")
    assert run(*NEWS).err == ""


def process(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    return subprocess.run(
        [sys.executable, "-m", "tradecli", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1", **settings},
    )


@pytest.mark.parametrize("words", [("-v", *NEWS), (*NEWS, "--verbose")])
def test_verbose_names_the_files_read(words: tuple[str, ...]) -> None:
    plain, ran = process(*NEWS), process(*words)
    assert ran.stdout == plain.stdout
    [line] = [line for line in ran.stderr.splitlines() if line.startswith("debug: ")]
    assert str(Path("data") / "mof.parquet") in line
    assert "debug:" not in plain.stderr


def test_verbose_names_files_of_settings_and_of_the_store(tmp_path: Path) -> None:
    from tests.faults.stores import both
    from tradecli.store import writing

    writing.commit(tmp_path / "data", both(1))
    (tmp_path / "config.toml").write_text("verbose = true\n", encoding="utf-8")
    ran = process(*NEWS, TRADE_CONFIG_DIR=str(tmp_path), TRADE_DATA_DIR=str(tmp_path / "data"))
    assert f"debug: {tmp_path / 'config.toml'}: settings read" in ran.stderr
    assert f"debug: {tmp_path / 'data' / 'observations'}" in ran.stderr


def test_quiet_and_verbose_exclude_each_other(run: Trade) -> None:
    ran = run("-q", "-v", *NEWS)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("words", "settings", "bold"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color=always",), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "auto"), {"FORCE_COLOR": "1"}, True),
        ((), {"TRADE_COLOR": "always"}, True),
        (("--color", "never"), {"TRADE_COLOR": "always"}, False),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_colour_is_as_asked(
    words: tuple[str, ...], settings: dict[str, str], bold: bool, first: bool
) -> None:
    ran = process(*(words if first else ()), *NEWS, *(() if first else words), **settings)
    assert ran.returncode == 0, ran.stderr
    assert ("\x1b[1m" in ran.stdout) is bold


def test_a_file_is_never_sent_colour(run: Trade, tmp_path: Path) -> None:
    file = tmp_path / "figures.txt"
    assert run("--color", "always", *NEWS, "--output", str(file)).code == 0
    assert "\x1b" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("--color", "blue"), ("--color=",), ("--color",)])
def test_a_colour_that_there_is_not_is_refused(run: Trade, words: tuple[str, ...]) -> None:
    ran = run(*NEWS, *words)
    assert (ran.code, ran.out) == (2, "")


def test_what_follows_two_dashes_is_left_alone(run: Trade) -> None:
    # Asked for as a text, the words are no options: nothing is called so.
    ran = run("codes", "--", "--color")
    assert (ran.code, "'--color'" in ran.err) == (3, True)
