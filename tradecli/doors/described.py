"""What each question takes, as a program is told: names, types, defaults, choices, meanings.

The names, types and defaults are those of the Python API; what they mean and which words they take is said
by the options of the command of the same name, but of those that nearly every question has (`SHORT`).
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
from tradecli.catalogue.wordings import in_language
from tradecli.command_words import QUESTIONS
from tradecli.given import BESIDE
from tradecli.wording import Wording

#: Every question that a program may ask, in the order of the help; the module and the function have its name.
COMMANDS = (*QUESTIONS, "sources", "codes", "fetch")
#: Options of how an answer is written, which the Python API takes elsewhere, and their types.
SHOWN = {"lang": "str", "unit": "str", "digits": "int | None"}
#: Options of where an answer goes, of questions that are kept in a file, and their types.
PLACED = {
    "output": "str",
    "format": "str",
    "why": "bool",
    "notes": "bool",
    **dict.fromkeys(BESIDE, "bool"),
}
#: What an own table is named by: these read files, or addresses, that the question names.
OWN_TABLE = ("table", "columns", "engine", "cube", "skip_bad")
#: An option in a sentence; a whole command, which is for the shell, is left as it is.
_OPTION = re.compile(r"trade [a-z]+(?: [^\s`,;()]+)*|--(?P<name>[a-z][a-z-]*)")
#: Where an option has not the name of the argument.
_OTHERWISE = {"from": "since"}
#: What is said of a command or an option that is so in the shell alone, in each language.
_SHELL_ALONE = re.compile(r" (?:Exit code|Ends with) .*|[;；] ?--format \w+|(?<=[。？])[^。？]*結束[^。]*。")
#: Several values are an option again in the shell, here a list.
_AGAIN = re.compile(r"with --[a-z]+ again|重複本選項")
_LISTED = {True: "as a list", False: "列成清單"}
#: What arguments that nearly every question has mean: a list of tools says it again for each.
SHORT: Mapping[str, Wording] = {
    "partner": Wording("The other side, such as US, Japan or CN+HK."),
    "through": Wording("Last month: 2025-11; the newest unless said."),
    "reporter": Wording("Whose customs counted; Taiwan's unless said."),
    "commodity": Wording("Code or name, as `codes` has it."),
    "source": Wording("Who answers: an id of `sources`."),
    "as_of": Wording("As published by this day: 2026-01-09."),
    "as_of_strict": Wording("With as_of: no inferred days."),
    "table": Wording("An own table: a file, folder, glob or address."),
    "columns": Wording("Its columns: period=month,value=fob, or a TOML file."),
    "cube": Wording("Keep its monthly sums."),
    "skip_bad": Wording("Even if over 1 % of its rows cannot be read."),
    "claims": Wording(
        "Each a sentence in English or Chinese, or a claim: exports to US 2025-11: 24.42 bn, +182.3 % y/y."
    ),
}
#: What their names and words say to whoever reads a schema.
PLAIN = frozenset({"lang", "unit", "digits", "engine", "cursor", "page_size"})
#: Of more words than these the schema of an argument lists none.
_MOST_CHOICES = 8
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
        meaning: What it means, in the words of options.
        option: How a command line names it; empty where it stands there alone.
    """

    name: str
    kind: str
    default: Any
    needed: bool
    several: bool
    choices: tuple[str, ...]
    meaning: Wording
    option: str = ""

    def said(self, lang: str = "en") -> str:
        """What it means, in a language."""
        return in_arguments(in_language(self.meaning, lang))

    def schema(self, lang: str = "en") -> dict[str, Any]:
        """Its JSON Schema, described in a language."""
        one: dict[str, Any] = {**_TYPES[self.kind]}
        if 0 < len(self.choices) <= _MOST_CHOICES:
            one["enum"] = list(self.choices)
        if self.several:
            one = {"type": "array", "items": one}
        if self.name == "claims":
            one |= {"minItems": CLAIMS[0], "maxItems": CLAIMS[1]}
        # The language that is usual is the server's to say.
        unsaid = self.default in ("", None, (), False) or self.name == "lang"
        said = {} if unsaid else {"default": self.default}
        described = {} if self.name in PLAIN else {"description": self.said(lang)}
        return {**one, **said, **described}


class Described(NamedTuple):
    """A question: its command, what it answers, its arguments by name."""

    command: str
    help: Wording
    arguments: Mapping[str, Argument]

    def summary(self, lang: str = "en") -> str:
        """What it answers, in a language."""
        return in_arguments(_SHELL_ALONE.sub("", in_language(self.help, lang)))

    def schema(self, leaving: frozenset[str] = frozenset(), lang: str = "en") -> dict[str, Any]:
        """The JSON Schema of its arguments, but some; no others are taken."""
        shown = [one for name, one in self.arguments.items() if name not in leaving]
        needed = [one.name for one in shown if one.needed]
        return {
            "type": "object",
            "properties": {one.name: one.schema(lang) for one in shown},
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
    told = " ".join((declared.__doc__ or "").split())
    asked = signature(getattr(tradecli, name))
    arguments = {one.name: one for one in _arguments(asked, options)}
    if name == "check":
        # No file is read by these doors: what the option says of one is a text here.
        said = Wording("A text instead: plain, Markdown or HTML.")
        text = Argument("text", "str", "", False, False, (), said)
        claims = arguments.pop("claims")
        arguments = {"claims": claims, "text": text, **arguments}
    return Described(name, Wording(told), arguments)


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

    return _OPTION.sub(called, _AGAIN.sub(lambda again: _LISTED[again[0].isascii()], sentence))


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
        (['output', 'format', 'receipt'], '--why')
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
    meaning = SHORT.get(name) or Wording(about.help or "")
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
