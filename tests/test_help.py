"""The help: whole sentences at 80 columns, options in groups, choices that are those of the program."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import manual
from tests.conftest import CHECKOUT, Ran
from tests.test_startup import started
from tradecli import helping
from tradecli.catalogue.style import LANGUAGES, UNITS
from tradecli.cli import COMMANDS
from tradecli.schema import ADJUSTMENTS, FLOWS
from tradecli.sources import SOURCES
from tradecli.statistics.windows import KINDS

Trade = Callable[..., Ran]
EXAMPLES = [line for lines in helping.EXAMPLES.values() for line in lines]


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_summary_is_cut(run: Trade, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = run("--help")
    listed = ran.out[ran.out.index("Commands:") : ran.out.index("Example:")]
    assert "..." not in listed
    assert all(len(line) <= int(columns) for line in ran.out.splitlines())
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", listed, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_groups_and_two_examples(
    run: Trade, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = run(command, "--help").out
    examples = out[out.index("Examples:\n") :].splitlines()[1:]
    assert examples == [f"  {line}" for line in helping.EXAMPLES[command]]
    assert len(examples) == 2
    headings = re.findall(r"^([A-Z]\w+):$", out, re.MULTILINE)
    order = [*helping.ORDER, "Examples"]
    assert headings == sorted(headings, key=order.index)
    assert "Options" not in headings


def test_the_options_of_a_question_stand_in_their_groups(run: Trade) -> None:
    out = run("surplus", "--help").out
    parts = dict(re.findall(r"^(\w+):\n(.*?)(?=^\w|\Z)", out, re.MULTILINE | re.DOTALL))
    options = {
        name: re.findall(r"^ +(?:-\w, )?(--[\w-]+)", text, re.MULTILINE) for name, text in parts.items()
    }
    series = ["--from", "--months", "--by", "--share"]
    assert options["Question"] == [
        "--partner",
        "--through",
        *series,
        "--reporter",
        "--commodity",
        "--adjustment",
        "--policy",
    ]
    assert options["Day"] == ["--as-of", "--as-of-strict"]
    assert options["Source"] == ["--source", "--table", "--columns", "--engine", "--cube", "--skip-bad"]
    assert options["Output"] == [
        "--unit",
        "--digits",
        "--lang",
        "--format",
        "--output",
        "--csvw",
        "--datapackage",
        "--receipt",
        "--why",
        "--notes",
        "--help",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lang", tuple(LANGUAGES)),
        ("unit", tuple(UNITS)),
        ("source", tuple(SOURCES)),
        ("flow", tuple(FLOWS)),
        ("span", tuple(KINDS)),
        ("adjustment", tuple(ADJUSTMENTS[:2])),
    ],
)
def test_choices_are_those_of_the_program(name: str, words: tuple[str, ...]) -> None:
    assert helping.CHOICES[name] == words


@pytest.mark.parametrize("line", EXAMPLES)
def test_examples_answer(run: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str) -> None:
    if line.startswith("trade fetch") and "--dry-run" not in line:
        line += " --dry-run"
    if line.startswith("trade mcp"):
        # It answers until its agent goes away: tests/doors/test_mcp.py is one.
        line += " --help"
    monkeypatch.chdir(tmp_path)
    claims = next((CHECKOUT / "fixtures" / "claims").glob("*.toml"))
    (tmp_path / "claims.toml").write_bytes(claims.read_bytes())
    (tmp_path / "records.csv").write_text("month,country,flow,value\n2025-11,US,E,1\n", encoding="utf-8")
    (tmp_path / "questions.jsonl").write_text('{"command": "codes", "text": "japan"}\n', encoding="utf-8")
    (tmp_path / "morning.toml").write_text('[us]\ncommand = "codes"\ntext = "japan"\n', encoding="utf-8")
    if "receipt" in line:
        made = ("--through", "2025-11", "--output", "november.csv", "--receipt")
        assert run("surplus", "--partner", "US", *made).code == 0
    # What the shell itself does with the output is its own affair.
    name, *words = shlex.split(line.partition(" >")[0])
    ran = run(*words)
    assert name == "trade"
    assert ran.code in {"check": (0, 1), "watch": (0, 10)}.get(words[0], (0,)), ran.err


COMPLETED = {
    "--lang z": ["zh"],
    "--unit b": ["billion"],
    "--source c": ["census", "comtrade"],
    "--engine d": ["duckdb"],
    "--partner jap": ["japan"],
    "--partner 日": ["日本"],
    "--partner Unit": [r"United\ Arab\ Emirates", r"United\ Kingdom", r"United\ States"],
    "--partner us": ["us"],
}


@pytest.mark.parametrize("typed", COMPLETED)
def test_values_are_completed(typed: str) -> None:
    words = f"trade surplus {typed}"
    settings = {"_TRADE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "3"}
    assert set(COMPLETED[typed]) <= set(started((), tuple(settings.items()))[0].split("\n"))


def test_actions_and_spans_are_completed() -> None:
    for words, wanted in (("trade store p", {"path", "prune"}), ("trade explain --span ro", {"rolling_12"})):
        place = str(len(words.split()) - 1)
        settings = {"_TRADE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": place}
        assert set(started((), tuple(settings.items()))[0].split()) == wanted


def test_the_path_of_the_store_stands_alone(
    run: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path))
    assert run("store", "path").out == f"{tmp_path}\n"
    assert run("store", "path", "--format", "csv").out == f"path,exists\n{tmp_path},false\n"
    ran = run("store", "path", "--output", str(tmp_path / "where.json"))
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_prints_what_dash_dash_help_prints(run: Trade, command: str) -> None:
    assert run("help", command) == run(command, "--help")


def test_help_alone_is_that_of_the_program_and_knows_no_other(run: Trade) -> None:
    assert run("help") == run("--help")
    ran = run("help", "surplsu")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean 'surplus'?" in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_of_a_shell_calls_the_program(run: Trade, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert "_TRADE_COMPLETE" in ran.out
    assert f"complete_{shell}" in ran.out


def test_bash_takes_the_script_and_completes_with_it(run: Trade, tmp_path: Path) -> None:
    script = tmp_path / "trade.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    starter = tmp_path / "trade"
    starter.write_text(f'#!/bin/sh\nexec {sys.executable} -m tradecli "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    words = f"source {script}; COMP_WORDS=(trade surplus --lang z); COMP_CWORD=3; "
    words += "_trade_completion trade; echo ${COMPREPLY[0]}; complete -p trade"
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    said = subprocess.run(
        ["bash", "-c", words],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": path, "PYTHONPATH": str(CHECKOUT), "HOME": str(tmp_path)},
    ).stdout
    assert said.splitlines()[0] == "zh"
    assert "_trade_completion trade" in said


def test_a_shell_nobody_knows_is_refused(run: Trade) -> None:
    ran = run("completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert "bash, zsh, fish" in ran.err


def test_the_man_page_says_what_the_help_says(run: Trade) -> None:
    page = manual.PAGE.read_text(encoding="utf-8")
    assert page == manual.page(), "write it anew: python -m tests.generated"
    assert re.findall(r"^\.SS trade (\S+)", page, re.MULTILINE) == list(COMMANDS)
    plain = page.replace("\\-", "-")
    for command in COMMANDS:
        for option in re.findall(r"^ +(?:-\w, )?(--[\w-]+)", run(command, "--help").out, re.MULTILINE):
            assert option in plain
    # A line that begins so would be a command of roff.
    known = (".TH", ".SH", ".SS", ".TP", ".B ", ".PP", ".RS", ".RE", ".nf", ".fi", '.\\"')
    assert all(line.startswith(known) for line in page.splitlines() if line.startswith((".", "'")))
