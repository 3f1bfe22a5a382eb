"""What each question takes, as a program is told: names, types, defaults, choices, meanings.

Nothing is said here: the names, types and defaults are those of the Python API, what they mean and which
words they take is said by the options of the command of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from inspect import Parameter, Signature, signature
from typing import Any, NamedTuple

from typer.models import OptionInfo

import tradecli
from tradecli import helping
from tradecli.command_words import QUESTIONS

#: Every question that a program may ask, in the order of the help; the module and the function have its name.
COMMANDS = (*QUESTIONS, "sources", "codes", "fetch")
#: Options of how an answer is written, which the Python API takes elsewhere, and their types.
SHOWN = {"lang": "str", "unit": "str", "digits": "int | None"}
#: Options of where an answer goes, of questions that are kept in a file, and their types.
PLACED = {"output": "str", "format": "str", "why": "bool", "notes": "bool"}
#: What an own table is named by: these read files, or addresses, that the question names.
OWN_TABLE = ("table", "columns", "engine", "cube", "skip_bad")
#: An option in a sentence; a whole command, which is for the shell, is left as it is.
_OPTION = re.compile(r"trade [a-z]+(?: [^\s`,;()]+)*|--(?P<name>[a-z][a-z-]*)")
#: Where an option has not the name of the argument.
_OTHERWISE = {"from": "since"}
#: What is said of a command that is so in the shell alone.
_SHELL_ALONE = re.compile(r" Exit code .*|; --format \w+")
#: How many claims a question holds.
CLAIMS = (1, 50)
_TYPES: Mapping[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "When": {"type": "string"},
    "bool": {"type": "boolean"},
    "int": {"type": "integer"},
    "int | None": {"type": "integer"},
    "float": {"type": "number"},
    "Sequence[str]": {"type": "array", "items": {"type": "string"}},
    "Places": {"type": ["string", "array"], "items": {"type": "string"}},
}


class Argument(NamedTuple):
    """An argument of a question.

    Args:
        name: As in Python; options have dashes where it has underscores.
        kind: Its annotation in the Python API, a key of `arguments`.
        default: What it is where it is left out; None also where it then has no value.
        needed: Whether it may not be left out.
        several: Whether it holds several values, each of its kind.
        choices: The words it takes, where it takes some alone.
        meaning: What it means.
        option: How a command line names it; empty where it stands there alone.
    """

    name: str
    kind: str
    default: Any
    needed: bool
    several: bool
    choices: tuple[str, ...]
    meaning: str
    option: str = ""

    @property
    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        one: dict[str, Any] = {**_TYPES[self.kind]}
        if self.choices:
            one["enum"] = list(self.choices)
        if self.several:
            one = {"type": "array", "items": one}
        if self.name == "claims":
            one |= {"minItems": CLAIMS[0], "maxItems": CLAIMS[1]}
        said = {} if self.default in ("", None, ()) else {"default": self.default}
        return {**one, **said, "description": self.meaning}


class Described(NamedTuple):
    """A question: its command, what it answers, its arguments by name."""

    command: str
    summary: str
    arguments: Mapping[str, Argument]

    def schema(self, leaving: frozenset[str] = frozenset()) -> dict[str, Any]:
        """The JSON Schema of its arguments, but some; no others are taken."""
        shown = [one for name, one in self.arguments.items() if name not in leaving]
        needed = [one.name for one in shown if one.needed]
        return {
            "type": "object",
            "properties": {one.name: one.schema for one in shown},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }


@cache
def described(name: str) -> Described:
    """What the question of a command takes.

    Examples:
        >>> found = described("surplus")
        >>> found.arguments["by"].choices, found.arguments["partner"].default
        (('month', 'quarter', 'year'), 'WORLD')
    """
    declared = getattr(import_module(f"tradecli.commands.{name}"), name)
    options = signature(declared).parameters
    summary = in_arguments(_SHELL_ALONE.sub("", " ".join((declared.__doc__ or "").split())))
    asked = signature(getattr(tradecli, name))
    arguments = {one.name: one for one in _arguments(asked, options)}
    if name == "check":
        # No file is read by these doors: what a claim is stands at the end of what the option says.
        said = arguments["claims"].meaning.partition("or a claim: ")[2]
        meaning = f"Each a sentence in English or Chinese, or a claim: {said}"
        text = Argument("text", "str", "", False, False, (), "A text instead: plain, Markdown or HTML.")
        arguments = {"claims": arguments["claims"]._replace(meaning=meaning), "text": text} | {
            of: one for of, one in arguments.items() if of != "claims"
        }
    return Described(name, summary, arguments)


def in_arguments(sentence: str) -> str:
    """A sentence with the options that it names called as the arguments of a question are.

    Examples:
        >>> in_arguments("--from and --months exclude each other")
        'since and months exclude each other'
        >>> in_arguments("With --as-of: see `trade mirror --partner US`, --help")
        'With as_of: see `trade mirror --partner US`, --help'
    """

    def called(found: re.Match[str]) -> str:
        option = found["name"] or ""
        name = _OTHERWISE.get(option, option).replace("-", "_")
        return name if name in _names() else found[0]

    return _OPTION.sub(called, sentence)


@cache
def _names() -> frozenset[str]:
    """The arguments of all questions."""
    asked = (signature(getattr(tradecli, name)).parameters for name in COMMANDS)
    return frozenset(SHOWN).union(*asked)


def _arguments(asked: Signature, options: Mapping[str, Parameter]) -> Iterator[Argument]:
    """The arguments of a question in Python, then those of how it is written that its command has."""
    for name, taken in asked.parameters.items():
        several = taken.kind is Parameter.VAR_POSITIONAL
        needed = taken.default is Parameter.empty and not several
        default = () if several else None if needed else taken.default
        yield _argument(name, str(taken.annotation), default, needed, several, options)
    yield from _lent(SHOWN, options)


def placed(name: str) -> Mapping[str, Argument]:
    """How the command of a question is told where its answer goes.

    Examples:
        >>> list(placed("brief")), placed("surplus")["why"].option
        (['output', 'format'], '--why')
    """
    declared = getattr(import_module(f"tradecli.commands.{name}"), name)
    return {one.name: one for one in _lent(PLACED, signature(declared).parameters)}


def _lent(kinds: Mapping[str, str], options: Mapping[str, Parameter]) -> Iterator[Argument]:
    """The arguments among some that a command has."""
    for name, kind in kinds.items():
        if name in options:
            yield _argument(name, kind, options[name].default, False, False, options)


def _argument(
    name: str, kind: str, default: Any, needed: bool, several: bool, options: Mapping[str, Parameter]
) -> Argument:
    about = _about(options[name])
    # The parser keeps the first of the names where it expects a default.
    words = (about.default, *(about.param_decls or ()))
    written = [word for word in words if isinstance(word, str) and word.startswith("--")]
    option = next(iter(written), f"--{name.replace('_', '-')}") if isinstance(about, OptionInfo) else ""
    # Several values are an option again in the shell, here a list.
    meaning = in_arguments((about.help or "").replace(f"with --{name} again", "as a list"))
    return Argument(name, kind, default, needed, several, _choices(name, about), meaning, option)


def _about(option: Parameter) -> Any:
    """How an option is declared for the parser."""
    return option.annotation.__metadata__[0]


def _choices(name: str, about: Any) -> tuple[str, ...]:
    """The words that an option takes; none where one of them stands for others, such as DATE."""
    words = tuple((about.metavar or "").split("|"))
    if len(words) == 1:
        words = helping.CHOICES.get(name, ())
    return words if all(word.islower() and word.isascii() and ":" not in word for word in words) else ()
