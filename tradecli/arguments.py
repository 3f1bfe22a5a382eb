"""What a caller in Python gives to a question, checked by the question's own annotations."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import get_args, get_type_hints

from tradecli.errors import QueryError
from tradecli.scope import question
from tradecli.synonyms import meant
from tradecli.wording import Wording
from tradecli.written import Written

#: By annotation: the types that are taken, and what they are called. Truth is no number.
_TAKEN: dict[str, tuple[tuple[type, ...], str]] = {
    "str": ((str,), "a text"),
    "When": ((str, date, type(None)), "a text or a date"),
    "bool": ((bool,), "True or False"),
    "int": ((int,), "a whole number"),
    "int | None": ((int, type(None)), "a whole number"),
    "float": ((int, float), "a number"),
    "Sequence[str]": ((list, tuple), "a list of texts"),
    "Places": ((str, list, tuple), "a text or a list of texts"),
}


def checked(ask: Callable[..., object]) -> Callable[..., object]:
    """The same question, its signature naming all that it takes, its arguments of the types it names.

    A path is taken as its text, a time as its day.

    Raises:
        QueryError: By the call: an argument is of another type.
        TypeError: By the call: there is no argument of that name, as everywhere in Python.
    """
    takes = _whole(ask)

    @wraps(ask)
    def asked(*values: object, **named: object) -> object:
        try:
            given = takes.bind(*values, **named)
        except TypeError as error:
            raise TypeError(f"{ask.__name__}() {error}") from None
        for name, value in given.arguments.items():
            parameter = takes.parameters[name]
            if parameter.kind is Parameter.VAR_POSITIONAL:
                given.arguments[name] = tuple(_typed(parameter, one) for one in value)
            else:
                given.arguments[name] = _typed(parameter, value)
        given.apply_defaults()
        answer = ask(*given.args, **given.kwargs)
        if isinstance(answer, Written):
            answer._asked = (ask.__name__, given.arguments)
        return answer

    asked.__signature__ = takes  # type: ignore[attr-defined]
    return asked


def fits(kind: str, value: object) -> bool:
    """Whether an argument of an annotation takes a value.

    Examples:
        >>> fits("int", True), fits("int | None", 3), fits("Places", ["US", 1]), fits("When", None)
        (False, True, False, True)
    """
    types, _ = _TAKEN[kind]
    if isinstance(value, (list, tuple)) and not all(isinstance(one, str) for one in value):
        return False
    return isinstance(value, types) and not (isinstance(value, bool) and bool not in types)


def words(kind: str) -> Wording:
    """What an argument of an annotation takes."""
    return Wording(_TAKEN[kind][1])


def _typed(parameter: Parameter, value: object) -> object:
    """An argument as the question takes it."""
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    elif isinstance(value, datetime):
        value = value.date()
    kind = str(parameter.annotation)
    if not fits(kind, value):
        raise QueryError(
            "{name} takes {words}, not {type}",
            hint="see help(tradecli), docs/reference/python.md",
            name=parameter.name,
            words=words(kind),
            type=type(value).__name__,
        )
    return meant(parameter.name, value) if isinstance(value, str) else value


def _whole(ask: Callable[..., object]) -> Signature:
    """The signature with the names of a `Scope`, `Source` or `Table` in it."""
    taken = signature(ask)
    *named, last = taken.parameters.values() or (None,)
    if last is None or last.kind is not Parameter.VAR_KEYWORD:
        return taken
    usual = signature(question).parameters
    [kind] = get_args(get_type_hints(ask)[last.name])
    more = [usual[name].replace(kind=Parameter.KEYWORD_ONLY) for name in kind.__annotations__]
    return taken.replace(parameters=[*named, *more])
