"""The man page, made from the help of the program itself: `python -m tests.generated` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from tests.conftest import CHECKOUT
from tradecli import __version__, helping
from tradecli.cli import app

PAGE = CHECKOUT / "docs" / "man" / "trade.1"
#: What no option says.
CODES = {
    "0": "answered",
    "1": "a bug; with check a false claim, with replay an answer that differs",
    "2": "the question cannot be asked",
    "3": "nothing is published for it; with check no claim could be told",
    "4": "a source cannot be reached, and nothing stored can answer",
    "5": "data arrived but failed validation; nothing was replaced",
    "6": "the store or a file cannot be read or written",
    "10": "with watch: something is new",
    "130, 143, 141": "interrupted; terminated; the reader of the pipe went away",
}
FILES = {
    "config.toml": "settings of the user, in the folder of TRADE_CONFIG_DIR or the platform's own",
    "keys.toml": "keys of sources, beside it, readable by the owner alone",
    "trade.toml, .trade.toml": "settings of a project, in the current folder or one above",
}


def page() -> str:
    """The whole page."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    root = get_command(app([]))
    context = root.make_context("trade", [], resilient_parsing=True)
    yield '.\\" Made from the help by python -m tests.generated; do not edit.'
    yield f'.TH TRADE 1 "" "trade {__version__}" "User Commands"'
    yield from (".SH NAME", f"trade \\- {roff(_first(root).rstrip('.'))}")
    yield from (".SH SYNOPSIS", ".B trade", roff("[OPTIONS] COMMAND [ARGS]..."))
    yield ".SH DESCRIPTION"
    yield roff(
        "Without --format an answer is a table on a terminal and CSV in a pipe. Every option that many"
        " commands share, but --output, has a twin in the environment, TRADE_ and its name in capitals,"
        " and may stand in a file of settings."
        " The command line comes first, then the environment, the project's file, the user's file."
    )
    yield ".SH OPTIONS"
    yield from _options(root, context)
    yield ".SH COMMANDS"
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        inner = command.make_context(name, [], parent=context, resilient_parsing=True)
        yield f".SS trade {name}"
        yield roff(_first(command))
        yield from _options(command, inner)
        yield ".PP"
        yield "Examples:"
        for example in helping.EXAMPLES[name]:
            yield from (".PP", ".RS 4", ".nf", roff(example), ".fi", ".RE")
    yield from _listed("FILES", FILES)
    yield from _listed("EXIT STATUS", CODES)


def _first(command: Any) -> str:
    return " ".join((command.help or "").split())


def _options(command: Any, context: Any) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and param.name != "help":
            yield from (".TP", f".B {roff(record[0])}", roff(record[1]))


def _listed(title: str, entries: dict[str, str]) -> Iterator[str]:
    yield f".SH {title}"
    for name, text in entries.items():
        yield from (".TP", f".B {roff(name)}", roff(text))


def roff(text: str) -> str:
    r"""A line of text as roff takes it.

    Examples:
        >>> print(roff("--as-of DATE"), roff(".trade.toml"))
        \-\-as\-of DATE \&.trade.toml
    """
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped)
