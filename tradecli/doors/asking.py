"""A question as a program writes it, an object of names and values, and what it is answered with."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

import tradecli
from tradecli import command_words, failing, synonyms
from tradecli.answer import Answer, Release
from tradecli.arguments import fits, words
from tradecli.doors.described import CLAIMS, COMMANDS, SHOWN, Argument, Described, described, in_arguments
from tradecli.errors import QueryError, TradeError
from tradecli.language import LANGUAGES
from tradecli.render import json_text
from tradecli.wording import Listed, Wording

#: The member of an object that names the question.
COMMAND = "command"
#: Characters of a value, but of claims and texts, which have limits of their own; and of a name that is none.
MOST_CHARACTERS, SHOWN_CHARACTERS = 4_000, 60
#: Characters of what is said of an error.
MOST_SAID = 1_000
#: A whole number that is none of any question's; numbers in JSON are exact below it.
TOO_LARGE = 2**53
#: What stands in a release beside its text.
RELEASE = ("schema", "question", "currency", "title", "rows", "provenance")


class Asked(NamedTuple):
    """A question whose arguments have names and types that it takes."""

    command: str
    arguments: Mapping[str, Any]

    def answer(self) -> Answer | Release:
        """The answer, as it is to be shown.

        Raises:
            TradeError: It cannot be answered, as the Python API says it.
        """
        values = dict(self.arguments)
        shown = {name: values.pop(name) for name in SHOWN if name in values}
        several: Iterable[str] = ()
        if self.command == "check":
            several = _claims(values)
        elif self.command == "fetch":
            several = values.pop("sources", ())
        found: Answer | Release = getattr(tradecli, self.command)(*several, **values)
        return found.styled(**shown)


def read(
    question: object,
    commands: Collection[str] = COMMANDS,
    leaving: Collection[str] = (),
    lang: str = "en",
    beside: Collection[str] = (),
) -> Asked:
    """A question of an object with its command and arguments.

    Args:
        question: The object.
        commands: The questions that may be asked.
        leaving: Arguments that are not taken.
        lang: The language of an answer that does not say its own.
        beside: What may stand beside the arguments, and was taken already.

    Raises:
        QueryError: It is no object, or names a command or argument that there is not, or a value of
            another type; the message names which, `candidates` what could have been meant.
    """
    if not isinstance(question, Mapping):
        raise QueryError(
            "a question is an object, not {type}",
            hint='write: {{"command": "surplus", "partner": "US"}}',
            type=Wording(_kind(question)),
        )
    values = dict(question)
    command = values.pop(COMMAND, None)
    if not isinstance(command, str):
        raise QueryError(
            "the question names no command",
            hint="commands: {commands}",
            candidates=commands,
            commands=Listed(commands),
        )
    if command not in commands:
        raise unknown("command", command, commands)
    return asked(described(command), values, leaving, lang, beside)


def asked(
    about: Described,
    values: Mapping[str, Any],
    leaving: Collection[str] = (),
    lang: str = "en",
    beside: Collection[str] = (),
) -> Asked:
    """A question of its arguments, checked by name and type.

    Raises:
        QueryError: See `read`.
    """
    taken = {name: one for name, one in about.arguments.items() if name not in leaving}
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name not in taken:
            other = synonyms.option_meant(name[:SHOWN_CHARACTERS], dict.fromkeys(taken, ()))[0]
            raise unknown("argument", name, [*taken, *beside], other.replace("-", "_"))
        found[name] = typed(taken[name], value)
        if about.command != "check" or name not in {"claims", "text"}:
            _bounded(taken[name], value)
    if lang != "en" and "lang" in taken:
        found.setdefault("lang", lang)
    return Asked(about.command, found)


def content(answer: Answer | Release) -> dict[str, Any]:
    """An answer as JSON values: what the shell prints as JSON; a release with its text as Markdown."""
    found = json_text.content(answer._report, answer._style)
    if isinstance(answer, Answer):
        return found
    return {**{name: found[name] for name in RELEASE}, "markdown": answer.to("markdown")}


def text(values: Mapping[str, Any]) -> str:
    """A line of JSON, in which no sign is lost: half a pair, which UTF-8 cannot say, is escaped."""
    line = json.dumps(values, ensure_ascii=False, allow_nan=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(values, allow_nan=False)
    return line


def failure(error: Exception, lang: str = "en") -> dict[str, Any]:
    """What failed, as values; an error that nobody foresaw is one of the program.

    The options of the shell that it names are called as the arguments are.
    """
    told = failing.values(error if isinstance(error, TradeError) else failing.bug(error), lang)
    hint = told["hint"] and in_arguments(_short(told["hint"]))
    return {**told, "message": in_arguments(_short(told["message"])), "hint": hint}


def _short(sentence: str) -> str:
    """A sentence that may say again what was asked, without what nobody reads to its end."""
    return sentence if len(sentence) <= MOST_SAID else f"{sentence[:MOST_SAID]}..."


def unknown(kind: str, name: str, known: Collection[str], meant: str = "") -> QueryError:
    """The refusal of a name, with those that are near it, or else all that there are.

    Args:
        kind: Of what there is none of that name.
        name: As it was written.
        known: The names that there are.
        meant: The one that it is another word for.

    Examples:
        >>> unknown("command", "deficit", ("surplus", "exports")).candidates
        ('surplus',)
    """
    if len(name) > SHOWN_CHARACTERS:
        name = f"{name[:SHOWN_CHARACTERS]}..."
    meant = meant or command_words.SYNONYMS.get(name.casefold(), name)
    near = [meant] if meant in known else get_close_matches(name.casefold(), known, 3, 0.6)
    return QueryError(
        "there is no {name} {text!r}",
        hint=Wording("did you mean {names}?", names=Listed(near, "or"))
        if near
        else Wording("{name}s: {words}", name=Wording(kind), words=Listed(known)),
        candidates=near or known,
        name=Wording(kind),
        text=name,
    )


def language(question: object, usual: str) -> str:
    """The language of what is said of a question: its own, where it names one that there is.

    Examples:
        >>> language({"lang": "zh-TW"}, "en"), language({"lang": 7}, "en"), language([], "zh")
        ('zh', 'en', 'zh')
    """
    asked = question.get("lang") if isinstance(question, Mapping) else None
    known = synonyms.meant("lang", asked) if isinstance(asked, str) else usual
    return known if known in LANGUAGES else usual


def _claims(values: dict[str, Any]) -> list[str]:
    """The claims of a check, or its text as the only one."""
    claims, text = values.pop("claims", None), values.pop("text", None)
    if (claims is None) == (text is None):
        raise QueryError(
            "a check takes claims or a text", hint='write: "claims": ["exports 2025-11: 64.05 bn"]'
        )
    found: list[str] = [text] if claims is None else list(claims)
    if not CLAIMS[0] <= len(found) <= CLAIMS[1]:
        raise QueryError(
            "{count} claims are not {least} to {most}",
            hint="ask again for the others, or give one text",
            count=len(found),
            least=CLAIMS[0],
            most=CLAIMS[1],
        )
    return found


def typed(argument: Argument, value: Any) -> Any:
    """A value as its argument takes it.

    Raises:
        QueryError: It is of another type.
    """
    if argument.kind.startswith("int") and isinstance(value, float) and value.is_integer():
        value = int(value)
    taken = "Sequence[str]" if argument.several else argument.kind
    if not fits(taken, value):
        raise QueryError(
            "{name} takes {words}, not {type}",
            hint="{name}: {meaning}",
            name=argument.name,
            words=words(taken),
            type=value if isinstance(value, float) else Wording(_kind(value)),
            meaning=argument.meaning,
        )
    return value


def _bounded(argument: Argument, value: object) -> None:
    """Refuse what no question means, before it is searched for or said again.

    Raises:
        QueryError: It is too long a text, or too large a number.
    """
    texts = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    if sum(map(len, texts)) > MOST_CHARACTERS:
        said = Wording("{name} has more than {most:,} characters", name=argument.name, most=MOST_CHARACTERS)
    elif isinstance(value, (int, float)) and abs(value) >= TOO_LARGE:
        said = Wording("{name} is too large a number", name=argument.name)
    else:
        return
    raise QueryError(said, hint="{name}: {meaning}", name=argument.name, meaning=argument.meaning)


#: What the types of JSON and TOML are called.
_KINDS = (
    (bool, "true or false"),
    (str, "a text"),
    (int | float, "a number"),
    (list | tuple, "a list"),
    (Mapping, "an object"),
    (type(None), "null"),
)


def _kind(value: object) -> str:
    if isinstance(value, (list, tuple)) and not all(isinstance(one, str) for one in value):
        return "a list of other things than texts"
    return next((words for kind, words in _KINDS if isinstance(value, kind)), type(value).__name__)
