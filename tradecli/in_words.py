"""A command line asked in words: fills its options from them, and says how they were read."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typer import Context

    from tradecli.catalogue.style import Style

#: The options that words may fill.
OPTIONS = ("reporter", "partner", "commodity", "through")
_GIVEN = "COMMANDLINE"


def filled(context: Context, words: Sequence[str], options: Sequence[str]) -> dict[str, str]:
    """What words mean, by option.

    Raises:
        QueryError: They may mean two things, or an option beside them says the same.
        NoData: A word is the name of nothing.
    """
    from tradecli.asked_words import read
    from tradecli.errors import QueryError

    found = read(words, [name for name in OPTIONS if name in options])
    for name in found:
        if _origin(context, name) == _GIVEN:
            raise QueryError(
                "{name} is given twice",
                hint="once as {found}, once by --{name}",
                name=name,
                found=found[name],
            )
    return found


def write_reading(context: Context, found: dict[str, str], style: Style) -> None:
    """Write to standard error the question in full, as it would be asked with options; not with --quiet."""
    from tradecli import manner, messages

    if manner.quiet:
        return
    from tradecli.catalogue.writer import write
    from tradecli.model.report import Statement

    line = [*context.command_path.split(), *_options(found), *_options(_as_given(context))]
    messages.write(write(Statement("asking.read_as", {"command": shlex.join(line)}), style))


def _as_given(context: Context) -> dict[str, Any]:
    """The options as the command line gives them, words aside."""
    names = [parameter.name or "" for parameter in context.command.params]
    return {
        name: context.params[name] for name in names if name != "words" and _origin(context, name) == _GIVEN
    }


def _options(values: dict[str, Any]) -> list[str]:
    line = []
    for name, value in values.items():
        line.append(f"--{name.replace('_', '-')}")
        line += [] if value is True else [str(value)]
    return line


def _origin(context: Context, name: str) -> str:
    """Where an option has its value from, as the parser calls it."""
    source = context.get_parameter_source(name)
    return source.name if source else ""
