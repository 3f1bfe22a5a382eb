"""Questions kept in a file: a table of TOML each, with the name it is asked by and where its answer goes."""

from __future__ import annotations

import os
import shlex
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tradecli.doors import asking
from tradecli.doors.asking import COMMAND, Asked
from tradecli.doors.batch import OFFLINE
from tradecli.doors.described import Argument, described, placed
from tradecli.errors import QueryError, TradeError
from tradecli.wording import Wording

#: Bytes of a file of questions.
MOST_BYTES = 1_000_000


class Saved(NamedTuple):
    """A question of a file: its name, what is asked, and by name where the answer goes and how."""

    name: str
    asked: Asked
    placed: Mapping[str, Any]

    @property
    def options(self) -> dict[str, Any]:
        """What a command line gives the command: a text that is checked is one of its claims there.

        Examples:
            >>> Saved("a", Asked("check", {"text": "Exports rose."}), {"output": "a.csv"}).options
            {'claims': ['Exports rose.'], 'output': 'a.csv'}
        """
        values = {**self.asked.arguments, **self.placed}
        text = values.pop("text", None) if self.asked.command == "check" else None
        return values if text is None else {"claims": [text], **values}

    @property
    def line(self) -> str:
        """The command line that asks the same.

        Examples:
            >>> asked = Asked("surplus", {"partner": ["US", "JP"], "since": "2024", "share": False})
            >>> Saved("us", asked, {"output": "us.csv"}).line
            'trade surplus --partner US,JP --from 2024 --output us.csv'
        """
        arguments = {**described(self.asked.command).arguments, **placed(self.asked.command)}
        values = {**self.asked.arguments, **self.placed}
        words = [word for name, value in values.items() for word in _words(arguments[name], value)]
        return shlex.join(["trade", self.asked.command, *words])


def read(path: str, names: Sequence[str] = (), lang: str = "en") -> list[Saved]:
    """The questions of a file, in their order.

    Args:
        path: The file.
        names: Only those of these names; none means all.
        lang: The language of answers that do not say theirs.

    Raises:
        QueryError: The file cannot be read, a question is none, or two have one output; the message names
            the question.
    """
    tables = _tables(path)
    for name in names:
        if name not in tables:
            raise asking.unknown("question", name, tables)
    found = [_saved(path, name, table, lang) for name, table in tables.items() if not names or name in names]
    # However they are spelt; standard output takes several.
    named = [one.placed["output"] for one in found if one.placed.get("output", "-") not in {"", "-"}]
    outputs = [os.path.realpath(one) for one in named if not os.path.exists(one) or os.path.isfile(one)]
    if twice := next((one for one in outputs if outputs.count(one) > 1), ""):
        raise QueryError("two questions are written to {path}", hint="name another file for one", path=twice)
    return found


def _tables(path: str) -> dict[str, Any]:
    """What stands in a file, by name; of a file that is one question its own name is that of the file."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise QueryError(
            "cannot read {word}: {reason}",
            hint="see: trade run --help",
            word=path,
            reason=Wording(getattr(error, "strerror", None) or str(error)),
        ) from None
    try:
        if len(content) > MOST_BYTES:
            raise QueryError("{path}: more than {most:,} bytes", path=path, most=MOST_BYTES)
        found = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise QueryError(
            "{path} is no TOML: {error}", hint='questions read: command = "surplus"', path=path, error=error
        ) from None
    return {Path(path).stem: found} if COMMAND in found or not found else found


def _saved(path: str, name: str, table: object, lang: str) -> Saved:
    """One question, with files named from the folder it stands in."""
    try:
        values = {key: _plain(value) for key, value in table.items()} if isinstance(table, dict) else {}
        beside = placed(values[COMMAND]) if values.get(COMMAND) in OFFLINE else {}
        found = {key: asking.typed(one, values.pop(key)) for key, one in beside.items() if key in values}
        asked = asking.read(values if isinstance(table, dict) else table, OFFLINE, lang=lang, beside=beside)
    except TradeError as error:
        raise QueryError(
            "question {name}: {error}", hint=error.hint, candidates=error.candidates, name=name, error=error
        ) from None
    folder = os.path.dirname(path)
    if found.get("output") not in {None, "", "-"}:
        found["output"] = os.path.join(folder, os.path.expanduser(found["output"]))
    arguments = {key: _located(folder, key, value) for key, value in asked.arguments.items()}
    return Saved(name, asked._replace(arguments=arguments), found)


def _plain(value: Any) -> Any:
    """A value of TOML as JSON would have it: a day is its text."""
    return value.isoformat()[:10] if hasattr(value, "isoformat") else value


def _located(folder: str, name: str, value: Any) -> Any:
    """A file that an argument names, from a folder; other values as they are."""
    named = name == "table" or (name == "columns" and str(value).endswith(".toml"))
    return os.path.join(folder, os.path.expanduser(value)) if named and "://" not in value else value


def _words(argument: Argument, value: Any) -> Iterator[str]:
    """What a command line says for an argument."""
    if value is None or value is False:
        return
    if not argument.option:
        yield from value if isinstance(value, list) else [str(value)]
    elif value is True:
        yield argument.option
    else:
        yield from (argument.option, ",".join(value) if isinstance(value, list) else str(value))
