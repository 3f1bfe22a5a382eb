"""Statements become sentences.

A message is a template: `{value}` is a fact of the statement, `{figure.money}` an attribute of one,
`{since:when}` a fact as the format `when` of the language writes it, `{n:plural month months}` a format
with an argument, `{@scope}` another message with the same facts. A part in square brackets is left out
where a field in it is empty; brackets that are to be printed are doubled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from tradecli.catalogue.style import MISSING, Style, part
from tradecli.catalogue.wordings import in_language
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth, Points, Share
from tradecli.model.report import Cell, Statement
from tradecli.wording import Wording

#: Messages that only some answers need: the first part of their keys names the file they stand in.
TOPICS = frozenset(
    {
        *("article", "asking", "brief", "charts", "check", "cite", "codes", "config", "doctor"),
        *("drivers", "explain", "mirror", "partners", "policy", "records", "replay", "revisions"),
        *("series", "sources", "store", "table", "watch"),
    }
)
#: How a language writes a value: the value, the style, the rest of the format.
Format = Callable[[Any, Style, str], str]
#: Formats that say so where an amount is missing; every other leaves a missing value out.
_MISSING_TOO = frozenset({"money", "size", "full"})
_TOKEN = re.compile(r"\[\[|\]\]|\[|\]|\{[^{}]*\}|[^\[\]{}]+")


class Field(NamedTuple):
    """A field of a template: the path to a fact and how it is written, or the key of another message."""

    path: tuple[str, ...]
    format: str
    argument: str
    message: str


class Optional(NamedTuple):
    """A part of a template that is left out where a field in it is empty."""

    pieces: tuple[Any, ...]


@cache
def compiled(template: str) -> tuple[str | Field | Optional, ...]:
    """The pieces of a template, worked out once.

    Examples:
        >>> compiled("of {a.b:plural x y}[[1]]")[1]
        Field(path=('a', 'b'), format='plural', argument='x y', message='')
    """
    return tuple(_pieces(iter(_TOKEN.findall(template))))


def _pieces(tokens: Iterator[str]) -> Iterator[str | Field | Optional]:
    for piece in tokens:
        if piece == "]":
            return
        if piece == "[":
            yield Optional(tuple(_pieces(tokens)))
        elif piece.startswith("{"):
            name, _, rest = piece[1:-1].partition(":")
            form, _, argument = rest.partition(" ")
            message = name[1:] if name.startswith("@") else ""
            yield Field(tuple(name.split(".")), form, argument, message)
        else:
            yield piece[0] if piece in {"[[", "]]"} else piece


def message(lang: str, key: str) -> str:
    """The template of *key*, or of the nearest more general key: `record.first` before `record`.

    Raises:
        KeyError: The language has no such message.
    """
    topic = key.partition(".")[0]
    messages = _messages(lang, topic if topic in TOPICS else "general")
    wanted = key
    while wanted not in messages:
        wanted, dot, _ = wanted.rpartition(".")
        if not dot:
            raise KeyError(key)
    return messages[wanted]


@cache
def _messages(lang: str, topic: str) -> Mapping[str, str]:
    found: Mapping[str, str] = import_module(f"tradecli.catalogue.{lang}.{topic}").MESSAGES
    return found


@cache
def _formats(lang: str) -> Mapping[str, Format]:
    found: Mapping[str, Format] = import_module(f"tradecli.catalogue.{lang}.formats").FORMATS
    return found


def write(statement: Statement, style: Style) -> str:
    """The words of *statement* in the style's language.

    Examples:
        >>> write(Statement("leap_year", {"year": 2024}), Style())
        'February 2024 had 29 days, 3.6 % more than other years; not adjusted for'
    """
    how = statement.facts.get("shown")
    if how is not None:
        from tradecli.catalogue import units

        style = units.of_statement(style, how)
    text, _ = _written(_pieces_of(style.lang, statement.key), statement.facts, style)
    return text


@cache
def _pieces_of(lang: str, key: str) -> Sequence[str | Field | Optional]:
    return compiled(message(lang, key))


def _written(pieces: Sequence[Any], facts: Mapping[str, Any], style: Style) -> tuple[str, bool]:
    """The text, and whether a field outside of its optional parts is empty."""
    out, empty = [], False
    for piece in pieces:
        kind = type(piece)
        if kind is str:
            out.append(piece)
        elif kind is Field:
            text = _field(piece, facts, style)
            empty |= not text
            out.append(text)
        else:
            text, lacking = _written(piece.pieces, facts, style)
            out.append("" if lacking else text)
    return "".join(out), empty


def _field(field: Field, facts: Mapping[str, Any], style: Style) -> str:
    if field.message:
        return write(Statement(field.message, facts), style)
    value = facts[field.path[0]]
    for name in field.path[1:]:
        value = None if value is None else getattr(value, name)
    return formatted(value, style, field.format, field.argument)


def formatted(value: Any, style: Style, form: str = "", argument: str = "") -> str:
    """A value as the format *form* of the language writes it; without one, as its type is written."""
    if value is None and form not in _MISSING_TOO:
        return ""
    formats = _formats(style.lang)
    if form:
        return formats[form](value, style, argument)
    if isinstance(value, str):
        return in_language(value, style.lang) if isinstance(value, Wording) else value
    if isinstance(value, Statement):
        return write(value, style)
    if isinstance(value, Money):
        return style.money(value)
    if isinstance(value, Change):
        return style.change(value)
    if isinstance(value, Growth):
        return formats["Growth"](value, style, argument)
    if isinstance(value, Share | Points):
        return part(value)
    usual = formats.get(type(value).__name__)
    return usual(value, style, argument) if usual else str(value)


def cell(content: Cell, style: Style) -> str:
    """One cell of a table as text; a mark for true, nothing for false, a dash where there is nothing."""
    if isinstance(content, Growth):
        return formatted(content, style) or _refused(content, style)
    if isinstance(content, bool):
        return "*" if content else ""
    return MISSING if content is None else formatted(content, style)


def _refused(rate: Growth, style: Style) -> str:
    """Why there is no rate, in one word."""
    if rate.note == "sign_change" and rate.now == rate.base is not None:
        # From nothing to nothing a balance has turned nowhere.
        return write(Statement("refused_unchanged"), style)
    if rate.note in {"zero_base", "sign_change"}:
        return write(Statement(f"refused_{rate.note}"), style)
    return MISSING
