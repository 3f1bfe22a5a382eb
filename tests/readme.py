"""Rewrites the examples of README and of docs/ from real runs: `python -m tests.readme [--check] [FILE...]`.

Each line `$ trade ...` of a ```console block is run, each `>>> ...` of a ```python block too, and what is
shown below it becomes what it prints; a line of `...` stands for lines left out. A picture is drawn
anew by the command in the code after it, `trade chart ... -o NAME.svg`.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from tradecli import cli, manner

CHECKOUT = Path(__file__).parents[1]
README = CHECKOUT / "README.md"
#: A line that stands for any number of lines left out.
LEFT_OUT = "..."
#: How wide the screen is on which examples are shown.
WIDTH = 88
#: A picture, and the command that draws it.
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)\s]+\.svg)\)\s+`(trade [^`]+? -o ([\w.-]+\.svg))`")
#: What only a shell understands, outside of single quotes.
_OF_A_SHELL = re.compile(r"[|&;<>()$`*?{}~#\\]")


class Example(NamedTuple):
    """A command or Python statement, the first and last line it is written on, the lines shown below it."""

    line: int
    last: int
    command: str
    shown: tuple[str, ...]
    python: bool = False


def documents() -> list[Path]:
    """README and every page of docs/."""
    return [README, *sorted((CHECKOUT / "docs").rglob("*.md"))]


def examples(text: str) -> list[Example]:
    """The commands of the console blocks and the statements of the Python ones, in their order.

    A backslash at the end of a command continues it on the next line; so does a next line that begins
    with `> `, as a shell prompts for the rest of what is not finished.

    Raises:
        ValueError: A console block that begins without a command, or a block that does not end.
    """
    found: list[Example] = []
    block: list[str] = []
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("```"):
            block.append(line)
            continue
        first = number - len(block)
        if fence == "```console":
            found += _commands(block, first)
        elif fence == "```python":
            found += _statements(block, first)
        fence, block = "" if fence else line.strip(), []
    if fence:
        raise ValueError("a block does not end")
    return found


def _commands(block: Sequence[str], first: int) -> list[Example]:
    found: list[Example] = []
    for number, line in enumerate(block, first):
        if line.startswith("$ "):
            found.append(Example(number, number, line[2:], ()))
        elif not found:
            raise ValueError(f"line {number}: a console block begins with a command")
        else:
            found[-1] = _longer(found[-1], number, line)
    return found


def _longer(example: Example, number: int, line: str) -> Example:
    if example.command.endswith("\\"):
        whole = f"{example.command[:-1].rstrip()} {line.removeprefix('> ').strip()}"
    elif line.startswith("> ") and not example.shown:
        whole = f"{example.command}\n{line[2:]}"
    else:
        return example._replace(shown=(*example.shown, line.rstrip()))
    return example._replace(command=whole, last=number)


def _statements(block: Sequence[str], first: int) -> list[Example]:
    return [
        Example(
            first + one.lineno,
            first + one.lineno + one.source.count("\n") - 1,
            one.source,
            tuple(one.want.splitlines()),
            python=True,
        )
        for one in doctest.DocTestParser().get_examples("\n".join(block))
    ]


class _Screen(io.TextIOWrapper):
    """A terminal: what is written to it is kept in its order."""

    def isatty(self) -> bool:
        return True


class Page:
    """The examples of one document, run in one folder: each may use what one before it made."""

    def __init__(self, folder: Path) -> None:
        """Lay out a home in the folder, with a `trade` for what a shell has to run."""
        self._names: dict[str, Any] = {"__name__": "__main__"}
        starter = folder / "bin" / "trade"
        starter.parent.mkdir(exist_ok=True)
        starter.write_text(f'#!/bin/sh\nexec {sys.executable} -m tradecli "$@"\n', encoding="utf-8")
        starter.chmod(0o755)
        if not (folder / "docs").exists():
            # The files that examples name.
            (folder / "docs").symlink_to(CHECKOUT / "docs")
        self._folder = folder
        self._environment = {
            "PATH": f"{starter.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "COLUMNS": str(WIDTH),
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(CHECKOUT),
        }

    def printed(self, example: Example) -> list[str]:
        """The lines that an example prints, those of both streams in the order in which they are written."""
        if not example.python and not self._is_ours(example.command):
            return self._by_shell(example.command)
        with self._here() as screen:
            if example.python:
                _spoken(example.command, self._names)
            else:
                cli.main(shlex.split(example.command)[1:])
            screen.flush()
            lines = self._lines(screen.buffer.getvalue())  # type: ignore[attr-defined]
        return [line or "<BLANKLINE>" for line in lines] if example.python else lines

    def _is_ours(self, command: str) -> bool:
        """Whether the command is one of `trade` alone, which needs no shell."""
        plain = re.sub(r"'[^']*'", "", command)
        return command.startswith("trade ") and not _OF_A_SHELL.search(plain)

    def _lines(self, printed: bytes) -> list[str]:
        text = printed.decode().replace(str(self._folder), "/home/you")
        return [line.rstrip() for line in text.splitlines()]

    @contextlib.contextmanager
    def _here(self) -> Iterator[_Screen]:
        """This process, as if it had been started on a terminal in the folder."""
        screen = _Screen(io.BytesIO(), encoding="utf-8", write_through=True)
        usual = {name: getattr(manner, name) for name in ("quiet", "verbose", "color")}
        with (
            mock.patch.dict(os.environ, self._environment, clear=True),
            mock.patch("tradecli.settings.PROJECT", ("trade.toml", ".trade.toml")),
            mock.patch.multiple(manner, **usual),
            contextlib.chdir(self._folder),
            contextlib.redirect_stdout(screen),
            contextlib.redirect_stderr(screen),
        ):
            yield screen

    def _by_shell(self, command: str) -> list[str]:
        ran = subprocess.run(
            [shutil.which("bash") or "bash", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self._folder,
            env=self._environment,
            timeout=120,
            check=False,
        )
        return self._lines(ran.stdout)


def _spoken(source: str, names: dict[str, Any]) -> None:
    """Run a statement as the interpreter's prompt does; an error is printed as doctest wants it."""
    try:
        exec(compile(source, "<page>", "single"), names)
    except Exception as error:
        last = "".join(traceback.format_exception_only(error))
        sys.stdout.write(f"Traceback (most recent call last):\n    ...\n{last}")


def printed(command: str, folder: Path) -> list[str]:
    """The lines that one command prints."""
    return Page(folder).printed(Example(0, 0, command, ()))


def same(shown: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the lines shown are the lines printed; `...` stands for any number of them."""
    parts = [re.escape(f"{line}\n") if line.strip() != LEFT_OUT else r"(?:.*\n)*?" for line in shown]
    return re.fullmatch("".join(parts), "".join(f"{line}\n" for line in lines)) is not None


def _kept(shown: Sequence[str], lines: Sequence[str]) -> Sequence[str]:
    """What is to be shown of the lines printed: as many as before where the last of those is `...`."""
    if not shown or shown[-1] != LEFT_OUT or len(lines) < len(shown):
        return lines
    return [*lines[: len(shown) - 1], LEFT_OUT]


def rewritten(text: str, folder: Path) -> tuple[str, list[str]]:
    """The text with every example as it prints now, and what was changed, an example an entry."""
    lines, changed = text.splitlines(), []
    moved, page = 0, Page(folder)
    for example in examples(text):
        now = page.printed(example)
        if not same(example.shown, now):
            now = _kept(example.shown, now)
            first = example.last + moved
            lines[first : first + len(example.shown)] = now
            moved += len(now) - len(example.shown)
            command = example.command if example.python else f"$ {example.command}"
            parts = [f"line {example.line}: {command}", "--- shown", *example.shown]
            changed.append("\n".join([*parts, "--- printed", *now]))
    return "".join(f"{line}\n" for line in lines), changed


def pictures(path: Path, folder: Path) -> dict[Path, str]:
    """Each picture of a document, as its command draws it now."""
    drawn: dict[Path, str] = {}
    for place, command, name in PICTURE.findall(path.read_text(encoding="utf-8")):
        said = printed(command, folder)
        if not (folder / name).exists():
            raise ValueError(f"{path}: {command} draws nothing: {said}")
        drawn[path.parent / place] = (folder / name).read_text(encoding="utf-8")
    return drawn


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
            drawn = pictures(path, Path(folder))
        stale = {
            place: svg
            for place, svg in drawn.items()
            if not place.exists() or place.read_text(encoding="utf-8") != svg
        }
        differing += len(changed) + len(stale)
        for entry in [*changed, *(f"{place} is drawn otherwise" for place in stale)]:
            sys.stdout.write(f"{path}, {entry}\n\n")
        if changed and not asked.check:
            path.write_text(text, encoding="utf-8")
        for place, svg in ({} if asked.check else stale).items():
            place.write_text(svg, encoding="utf-8")
    return 1 if differing and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
