"""The files of settings: `config.toml` of the user, `trade.toml` or `.trade.toml` of a project.

A project's file lies in the current folder or one above, up to the home folder. What stands on the command
line comes first, then the environment, the project's file, the user's file, and the program's own default.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

from tradecli import files, helping
from tradecli.errors import QueryError, StoreError, TradeError
from tradecli.synonyms import meant
from tradecli.wording import Listed, Wording

USER = "config.toml"
PROJECT = ("trade.toml", ".trade.toml")
_TEXTS = (
    *("reporter", "partner", "through", "as_of", "commodity", "adjustment", "flow", "span"),
    *("source", "table", "columns", "engine", "unit", "lang", "format", "color"),
)
SWITCHES = (
    *("as_of_strict", "cube", "skip_bad", "why", "notes"),
    *("offline", "strict", "quiet", "verbose", "debug"),
)
#: Every setting, which has the name of an option, and what it takes.
KEYS: Mapping[str, type] = {
    **dict.fromkeys(_TEXTS, str),
    "months": int,
    "digits": int,
    "timeout": float,
    **dict.fromkeys(SWITCHES, bool),
}
#: Those of the program as a whole, which stand before the command.
WHOLE = ("color", "quiet", "verbose", "debug")
_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}

Value = str | int | float | bool


class Setting(NamedTuple):
    """A value, the file and line that set it, and `project` or `user`, whose file it is."""

    value: Value
    file: Path
    line: int
    of: str


def read() -> dict[str, Setting]:
    """Every setting that a file makes; a project's before the user's.

    Raises:
        QueryError: A file is no TOML, or names a setting that there is not, or a value it does not take.
        StoreError: A file cannot be read.
    """
    found: dict[str, Setting] = {}
    for of, path in places().items():
        if path is not None and os.path.isfile(path):
            found |= _settings(path, of)
    return found


def chosen(name: str, command: Callable[..., int]) -> dict[str, Any]:
    """What the files say of the program as a whole, and of the options of a command that have a twin.

    Args:
        name: The name of the command.
        command: Its function, as it was lent its options.
    """
    made = read()
    for twin in ("offline", "strict"):
        # Rooms below ask the environment for these two.
        if twin in made and made[twin].value:
            os.environ.setdefault(f"TRADE_{twin.upper()}", "1")
    if "table" in made and os.environ.pop("_TRADE_ONE_THREAD", ""):
        os.environ.pop("POLARS_MAX_THREADS", "")
    whole = {key: made[key].value for key in WHOLE if key in made}
    twins = (one.name for one in signature(command).parameters.values() if helping.has_twin(one))
    own = {key: made[key].value for key in twins if key in made}
    return {**whole, name: own} if own else whole


def places() -> dict[str, Path | None]:
    """Where the user's file would be, and the project's file, if there is one."""
    try:
        user = files.config_folder() / USER
    except StoreError:
        user = None
    return {"user": user, "project": _project()}


def _project() -> Path | None:
    try:
        folder = os.getcwd()
    except OSError:
        return None
    home = os.path.expanduser("~")
    while True:
        for name in PROJECT:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return Path(path)
        above = os.path.dirname(folder)
        if folder in {home, above}:
            return None
        folder = above


def _settings(path: Path, of: str) -> dict[str, Setting]:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise StoreError(
            "cannot read {path}: {reason}",
            hint="mend the file, or remove it",
            path=path,
            reason=Wording(reason),
        ) from None
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise QueryError(
            "{path} is no TOML: {error}", hint='lines read: lang = "zh"', path=path, error=error
        ) from None
    return {
        _name(key): Setting(_checked(path, text, key, value), path, _line(text, key), of)
        for key, value in table.items()
    }


def _name(key: str) -> str:
    return key.replace("-", "_")


def _line(text: str, key: str) -> int:
    """The line on which a setting is made."""
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    numbered = enumerate(text.splitlines(), 1)
    return next((number for number, line in numbered if pattern.match(line)), 1)


def _checked(path: Path, text: str, key: str, value: Any) -> Value:
    """The value of a setting, if it is one that its option takes.

    Raises:
        QueryError: There is no such setting, or it does not take the value.
    """
    where, name = Wording("{path}, line {line}", path=path, line=_line(text, key)), _name(key)
    if name not in KEYS:
        from difflib import get_close_matches

        near = get_close_matches(name, KEYS, 3)
        hint = (
            Wording("did you mean {near}?", near=Listed(near, "or"))
            if near
            else Wording("settings: {keys}", keys=Listed(sorted(KEYS)))
        )
        raise QueryError(
            "{where}: there is no setting {key!r}", hint=hint, candidates=near, where=where, key=key
        )
    kind = KEYS[name]
    if name == "partner" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ",".join(value)
    # In TOML 1 is a number and true is none; in Python both are integers.
    fits = isinstance(value, kind) or (kind is float and isinstance(value, int))
    if not fits or (isinstance(value, bool) and kind is not bool):
        raise QueryError(
            "{where}: {key} = {value!r} is not {kinds}",
            hint="see: {name}",
            where=where,
            key=key,
            value=value,
            kinds=Wording(_KINDS[kind]),
            name=_help(name),
        )
    if isinstance(value, str):
        value = meant(name, value)
    try:
        _CHECKS.get(name, lambda _: None)(value)
    except TradeError as error:
        raise QueryError(
            "{where}: {key}: {error}",
            hint=error.hint,
            candidates=error.candidates,
            where=where,
            key=key,
            error=error,
        ) from None
    return _located(path, name, value) if isinstance(value, str) else value


def _help(name: str) -> str:
    return "trade --help" if name in WHOLE else "trade surplus --help"


def _located(path: Path, name: str, value: str) -> str:
    """A file that a setting names, from the folder of the file of settings; other values as they are."""
    named = name == "table" or (name == "columns" and value.endswith(".toml"))
    if not value or not named or "://" in value:
        return value
    return os.path.join(path.parent, os.path.expanduser(value))


def _one_of(name: str, words: tuple[str, ...]) -> Callable[[Any], object]:
    def check(value: str) -> None:
        from tradecli.errors import unknown

        known = value in words or (name == "engine" and value.startswith("spark://"))
        if value and not known:
            raise unknown(name, value, words)

    return check


def _between(least: int, most: int) -> Callable[[Any], object]:
    def check(value: int) -> None:
        if not least <= value <= most:
            raise QueryError("{value} is not between {least} and {most}", value=value, least=least, most=most)

    return check


def _place(value: str) -> object:
    from tradecli.facts import asked_places

    return asked_places.find(value)


def _places(value: str) -> object:
    from tradecli.facts import asked_places

    return asked_places.listed(value)


def _month(value: str) -> object:
    from tradecli import scope

    return scope.month(value)


def _day(value: str) -> object:
    from tradecli import scope

    return scope.day(value)


def _format(value: str) -> object:
    from tradecli.render.formats import FORMATS

    return _one_of("format", FORMATS)(value)


#: What a value must keep beside its type; the option itself says more where it is used.
_CHECKS: Mapping[str, Callable[[Any], object]] = {
    **{name: _one_of(name, words) for name, words in helping.CHOICES.items()},
    "reporter": _place,
    "partner": _places,
    "through": _month,
    "as_of": _day,
    "format": _format,
    "months": _between(1, 1_200),
    "digits": _between(0, 9),
    "timeout": _between(1, 86_400),
}
