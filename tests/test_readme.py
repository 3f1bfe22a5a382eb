"""What README shows is what the program prints: every command of its console blocks is run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tradecli.cli import COMMANDS

README = CHECKOUT / "README.md"
#: A line that stands for any number of lines left out.
LEFT_OUT = "..."
#: Fewer would mean that the blocks are not found any more.
LEAST = 5

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="README's lines are written for a shell")


@dataclass(frozen=True)
class Example:
    """A command of README, where it stands, and the lines shown below it."""

    line: int
    command: str
    shown: tuple[str, ...]


def examples(text: str) -> list[Example]:
    """The commands of the console blocks; a backslash at the end of a line continues it."""
    found: list[Example] = []
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            fence = "" if fence else line.strip()
        elif fence == "```console":
            if line.startswith("$ "):
                found.append(Example(number, line[2:], ()))
                continue
            assert found, f"README.md:{number}: a console block begins with a command"
            last = found[-1]
            if last.command.endswith("\\"):
                whole = f"{last.command[:-1].rstrip()} {line.removeprefix('> ').strip()}"
                found[-1] = Example(last.line, whole, ())
            else:
                found[-1] = Example(last.line, last.command, (*last.shown, line.rstrip()))
    assert not fence, "README.md: a block does not end"
    return found


def printed(command: str, folder: Path) -> list[str]:
    """The lines of both streams, in the order in which they were written, 100 columns wide."""
    starter = folder / "bin" / "trade"
    starter.parent.mkdir(exist_ok=True)
    starter.write_text(f'#!/bin/sh\nexec {sys.executable} -m tradecli "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    settings = {"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(CHECKOUT)}
    bash = shutil.which("bash")
    assert bash
    ran = subprocess.run(
        [bash, "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={"PATH": f"{starter.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), **settings},
        timeout=120,
        check=False,
    )
    return [line.rstrip() for line in ran.stdout.decode().splitlines()]


def same(shown: tuple[str, ...], lines: list[str]) -> bool:
    """Whether the lines shown are the lines printed; `...` stands for any number of them."""
    parts = [re.escape(f"{line}\n") if line.strip() != LEFT_OUT else r"(?:.*\n)*?" for line in shown]
    return re.fullmatch("".join(parts), "".join(f"{line}\n" for line in lines)) is not None


def wrong(example: Example, folder: Path) -> str:
    """What differs, as a text to read; empty where nothing does."""
    lines = printed(example.command, folder)
    if same(example.shown, lines):
        return ""
    return "\n".join(
        [f"README.md:{example.line}: $ {example.command}", "--- shown", *example.shown, "--- printed", *lines]
    )


def test_readme_shows_commands() -> None:
    found = examples(README.read_text(encoding="utf-8"))
    assert len([example for example in found if "trade " in example.command]) >= LEAST


def test_every_example_prints_what_readme_shows(tmp_path: Path) -> None:
    found = examples(README.read_text(encoding="utf-8"))
    differing = [text for example in found if (text := wrong(example, tmp_path))]
    assert not differing, "\n\n".join(differing)


def test_readme_names_every_command() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"trade {name}" not in text and f"`{name}`" not in text] == []


MADE_UP = """\
# A made-up README
```sh
$ pip install nothing-that-is-run
```
```console
$ trade surplus --partner US --through 2025-11 --format csv \\
    | head -1 | cut -d, -f1-6
reporter,partner,flow,span,period,value
$ trade surplus --partner Germny
trade: there is no partner or reporter 'Germny'
...
$ trade --version; echo done
...
done
```
"""


def test_the_check_reads_commands_and_what_is_shown() -> None:
    first, second, third = examples(MADE_UP)
    shortened = "trade surplus --partner US --through 2025-11 --format csv | head -1 | cut -d, -f1-6"
    assert (first.line, first.command) == (6, shortened)
    assert first.shown == ("reporter,partner,flow,span,period,value",)
    assert second.shown[-1] == LEFT_OUT
    assert third.command == "trade --version; echo done"


def test_the_check_passes_what_is_right_and_sees_what_is_not(tmp_path: Path) -> None:
    first, _, third = examples(MADE_UP)
    assert wrong(first, tmp_path) == ""
    assert wrong(third, tmp_path) == ""
    shown = ("reporter,partner,flow,span,period",)
    assert "--- printed" in wrong(Example(6, first.command, shown), tmp_path)
    assert "--- printed" in wrong(Example(6, first.command, ()), tmp_path)


def test_notes_follow_the_table(tmp_path: Path) -> None:
    lines = printed("trade surplus --partner US --through 2025-11 --format table", tmp_path)
    assert lines[0] == "Taiwan's trade surplus with the United States, January-November 2025"
    assert lines[-1].startswith("note: ")
    assert max(map(len, [line for line in lines if not line.startswith("note: ")])) <= 100


@pytest.mark.parametrize(
    ("shown", "lines", "agree"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a",), ["a", "b"], False),
        (("a", "..."), ["a", "b", "c"], True),
        (("a", "...", "c"), ["a", "c"], True),
        (("a", "...", "d"), ["a", "b", "c"], False),
        ((), [], True),
    ],
)
def test_a_line_of_dots_stands_for_any_number(shown: tuple[str, ...], lines: list[str], agree: bool) -> None:
    assert same(shown, lines) is agree
