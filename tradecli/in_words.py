"""A command line asked in words: fills its options from them, and says how they were read."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tradecli.wording import Wording

if TYPE_CHECKING:
    from typer import Context

    from tradecli.catalogue.style import Style

#: The options that words may fill.
OPTIONS = (
    *("reporter", "partner", "commodity", "flow", "span", "by", "since", "through", "months"),
    *("as_of", "top", "share"),
)
_GIVEN = "COMMANDLINE"


def filled(context: Context, words: Sequence[str]) -> dict[str, Any]:
    """What words mean, by option.

    Raises:
        QueryError: They may mean two things, or an option beside them says the same.
        NoData: A word is the name of nothing.
    """
    from tradecli import helping
    from tradecli.asked_vocabulary import Asked
    from tradecli.asked_words import read
    from tradecli.errors import QueryError
    from tradecli.scope import REPORTER

    command = context.command.name or ""
    takes = {
        one.name: (getattr(one, "metavar", None) or "").split("|")
        for one in context.command.params
        if one.name in OPTIONS
    }
    home = REPORTER if _origin(context, "reporter") == "DEFAULT" else ""
    found = read(words, Asked(takes, command, command in helping.SEVERAL, home))
    for name in found:
        if _origin(context, name) == _GIVEN:
            raise QueryError(
                "{name} is given twice",
                hint="once as {found}, once by {option}",
                name=Wording(name),
                found=found[name],
                option=_spelled(context, name),
            )
    numbers: dict[str, Any] = {name: int(found[name]) for name in ("months", "top") if name in found}
    return {**found, **numbers, **({"share": True} if "share" in found else {})}


def write_reading(context: Context, found: dict[str, Any], style: Style) -> None:
    """Write to standard error the question in full, as it would be asked with options; not with --quiet."""
    from tradecli import manner, messages

    if manner.quiet:
        return
    from tradecli.catalogue.writer import write
    from tradecli.model.report import Statement

    line = [*context.command_path.split()]
    line += [*_options(context, found), *_options(context, _as_given(context))]
    messages.write(write(Statement("asking.read_as", {"command": shlex.join(line)}), style))


def _as_given(context: Context) -> dict[str, Any]:
    """The options as the command line gives them, words aside."""
    names = [parameter.name or "" for parameter in context.command.params]
    return {
        name: context.params[name] for name in names if name != "words" and _origin(context, name) == _GIVEN
    }


def _options(context: Context, values: dict[str, Any]) -> list[str]:
    line = []
    for name, value in values.items():
        line.append(_spelled(context, name))
        line += [] if value is True else [str(value)]
    return line


def _spelled(context: Context, name: str) -> str:
    """An option as it is written on the command line."""
    spelled = next((one.opts for one in context.command.params if one.name == name), [])
    return max(spelled, key=len, default=f"--{name}")


def _origin(context: Context, name: str) -> str:
    """Where an option has its value from, as the parser calls it."""
    source = context.get_parameter_source(name)
    return source.name if source else ""
