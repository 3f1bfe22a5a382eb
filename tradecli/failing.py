"""How a command line that fails says so: a line and a hint in the language asked for; for JSON an object."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from typer.exceptions import TyperException

from tradecli import manner
from tradecli.errors import QueryError, TradeError
from tradecli.wording import Wording


def usage(error: TyperException) -> TradeError:
    """A mistake in the options, in our own words and with our own exit code."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "trade"
    said = error.format_message().rstrip(".").replace("\n", " ")
    # Its words may hold braces, and have no facts.
    return QueryError(Wording(said), hint=Wording("see: {path} --help", path=path))


def bug(error: Exception) -> TradeError:
    """An error that nobody foresaw."""
    text = " ".join(str(error).split())
    made = TradeError(
        "internal error: {type}: {text}",
        hint="run again with --debug and report what it prints",
        type=type(error).__name__,
        text=text,
    )
    made.__cause__ = error
    return made


def fail(words: Sequence[str], error: TradeError) -> int:
    """Write what failed to standard error; the exit code it ends with."""
    from tradecli import messages
    from tradecli.catalogue.wordings import in_language

    if os.environ.get("TRADE_DEBUG"):
        messages.write("".join(traceback.format_exception(error)).rstrip())
    told = values(error, manner.lang)
    what, hint = told["message"], told["hint"]
    others = (" ".join(in_language(note, manner.lang).split()) for note in getattr(error, "__notes__", ()))
    messages.write("\n".join(messages.broken([_line("warning: {text}", other) for other in others])))
    messages.write("\n".join(messages.broken([_line("trade: {text}", what)])), strong=True)
    lines = messages.broken([_line("hint: {text}", hint)] if hint else [])
    if _wants_json(words):
        lines.append(json.dumps({"error": told}, ensure_ascii=False))
    messages.write("\n".join(lines))
    return error.exit_code


def values(error: TradeError, lang: str) -> dict[str, Any]:
    """An error as plain values, whose layout `trade schema error` prints."""
    from tradecli.catalogue.wordings import in_language
    from tradecli.render.clean import clean, without_keys

    return {
        "kind": error.kind,
        "exit_code": error.exit_code,
        "message": without_keys(clean(" ".join(in_language(error.what, lang).split()))),
        "hint": without_keys(in_language(error.hint, lang)) or None,
        "newest_month": error.newest_month,
        "candidates": list(error.candidates),
    }


def _line(template: str, text: str) -> str:
    from tradecli.catalogue.wordings import in_language

    return in_language(Wording(template, text=text), manner.lang)


def _wants_json(words: Sequence[str]) -> bool:
    """Whether the command line asks for JSON, read without the parser, which may be what failed."""
    asked = given(words, "--format", "-f") or os.environ.get("TRADE_FORMAT", "")
    return (asked or set_in_file("format")) == "json"


def given(words: Sequence[str], *names: str) -> str:
    """What the command line gives an option, read without the parser; the last, if it is given twice."""
    found = ""
    for word, following in pairwise([*words, ""]):
        if word in names:
            found = following
        elif word.startswith(f"{names[0]}="):
            found = word.partition("=")[2]
    return found


def set_in_file(name: str) -> str:
    """What a file of settings says; nothing where the file is what failed."""
    from tradecli import settings

    try:
        made = settings.read()
    except TradeError:
        return ""
    return str(made[name].value) if name in made else ""


def language(words: Sequence[str]) -> str:
    """The language of messages: as the line asks, else the environment, a file of settings, the system.

    A language that there is not is passed over: that it is refused is written in the next.
    """
    from tradecli.language import LANGUAGES, of_person
    from tradecli.synonyms import meant

    asked = (given(words, "--lang"), os.environ.get("TRADE_LANG", ""))
    for value in asked:
        if meant("lang", value) in LANGUAGES:
            return meant("lang", value)
    if words and words[0] in {"-V", "--version"}:
        return "en"
    value = meant("lang", set_in_file("lang"))
    return value if value in LANGUAGES else of_person(messages=True)
