"""Rewrites the examples of README and of docs/ from real runs: `python -m tests.readme [--check] [FILE...]`.

Each line `$ trade ...` of a ```console block is run, and what is shown below it becomes what it
prints. An example whose lines stand is left alone, with its `...` for lines left out.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).parents[1]
README = CHECKOUT / "README.md"
#: A line that stands for any number of lines left out.
LEFT_OUT = "..."


class Example(NamedTuple):
    """A command, the first and last line it is written on, and the lines shown below it."""

    line: int
    last: int
    command: str
    shown: tuple[str, ...]


def documents() -> list[Path]:
    """README and every page of docs/."""
    return [README, *sorted((CHECKOUT / "docs").glob("*.md"))]


def examples(text: str) -> list[Example]:
    """The commands of the console blocks; a backslash at the end of a line continues it.

    Raises:
        ValueError: A block that begins without a command, or does not end.
    """
    found: list[Example] = []
    fence = ""
    begun = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            fence, begun = "" if fence else line.strip(), False
        elif fence != "```console":
            continue
        elif line.startswith("$ "):
            found.append(Example(number, number, line[2:], ()))
            begun = True
        elif not begun:
            raise ValueError(f"line {number}: a console block begins with a command")
        else:
            found[-1] = _longer(found[-1], number, line)
    if fence:
        raise ValueError("a block does not end")
    return found


def _longer(example: Example, number: int, line: str) -> Example:
    if not example.command.endswith("\\"):
        return example._replace(shown=(*example.shown, line.rstrip()))
    whole = f"{example.command[:-1].rstrip()} {line.removeprefix('> ').strip()}"
    return example._replace(command=whole, last=number)


def printed(command: str, folder: Path) -> list[str]:
    """The lines of both streams, in the order in which they were written, 100 columns wide."""
    starter = folder / "bin" / "trade"
    starter.parent.mkdir(exist_ok=True)
    starter.write_text(f'#!/bin/sh\nexec {sys.executable} -m tradecli "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    if not (folder / "docs").exists():
        # The files that examples name.
        (folder / "docs").symlink_to(CHECKOUT / "docs")
    settings = {"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(CHECKOUT)}
    ran = subprocess.run(
        [shutil.which("bash") or "bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={"PATH": f"{starter.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), **settings},
        timeout=120,
        check=False,
    )
    return [line.rstrip() for line in ran.stdout.decode().splitlines()]


def same(shown: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the lines shown are the lines printed; `...` stands for any number of them."""
    parts = [re.escape(f"{line}\n") if line.strip() != LEFT_OUT else r"(?:.*\n)*?" for line in shown]
    return re.fullmatch("".join(parts), "".join(f"{line}\n" for line in lines)) is not None


def rewritten(text: str, folder: Path) -> tuple[str, list[str]]:
    """The text with every example as it prints now, and what was changed, an example an entry."""
    lines, changed = text.splitlines(), []
    moved = 0
    # In their order: an example may use a file that one before it made.
    for example in examples(text):
        now = printed(example.command, folder)
        if not same(example.shown, now):
            first = example.last + moved
            lines[first : first + len(example.shown)] = now
            moved += len(now) - len(example.shown)
            parts = [f"line {example.line}: $ {example.command}", "--- shown", *example.shown]
            changed.append("\n".join([*parts, "--- printed", *now]))
    return "".join(f"{line}\n" for line in lines), changed


def main(words: Sequence[str] | None = None) -> int:
    """Rewrite the documents, or only look: the exit code, 1 where `--check` found a difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.readme", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where an example differs")
    parser.add_argument("files", nargs="*", type=Path, default=documents())
    asked = parser.parse_args(words)
    differing = 0
    for path in asked.files:
        with tempfile.TemporaryDirectory() as folder:
            text, changed = rewritten(path.read_text(encoding="utf-8"), Path(folder))
        differing += len(changed)
        for entry in changed:
            sys.stdout.write(f"{path}, {entry}\n\n")
        if changed and not asked.check:
            path.write_text(text, encoding="utf-8")
    return 1 if differing and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
