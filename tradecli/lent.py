"""An option or argument as it is declared, before a command has it."""

from __future__ import annotations

from inspect import Parameter
from typing import Any, NamedTuple

from typer import Argument, Option

from tradecli import helping


class Lent(NamedTuple):
    """An option or argument: its name and type in `Given`, its default, and how typer reads it."""

    name: str
    default: Any
    about: Any


def own(name: str, default: Any, *written: str, **about: Any) -> Lent:
    """An option of one command alone; `written` is how, where its name does not say so."""
    return Lent(name, default, Option(*written, **helping.about(name, about)))


def argument(name: str, default: Any = Parameter.empty, **about: Any) -> Lent:
    """A word that no option names."""
    return Lent(name, default, Argument(**helping.completed(about)))
