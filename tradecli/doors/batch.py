"""Many questions in one process: a line of JSON each, answered by a line of JSON each, one after another."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from tradecli.doors import asking
from tradecli.doors.described import COMMANDS
from tradecli.errors import QueryError
from tradecli.wording import Wording

#: Bytes of a line: an article, however it is escaped.
MOST_BYTES = 8_000_000
#: Questions that need no connection.
OFFLINE = tuple(name for name in COMMANDS if name != "fetch")
_ID = "id"


class Reply(NamedTuple):
    """What became of a line.

    Args:
        line: Its number, from 1.
        id: What the question is called by whoever asks, as it was written; None where it has no name.
        exit_code: How a shell would have ended.
        answer: The answer as JSON values, or None.
        error: What failed, as values, or None.
    """

    line: int
    id: str | int | float | None
    exit_code: int
    answer: dict[str, Any] | None = None
    error: dict[str, Any] | None = None

    def text(self) -> str:
        """The line that is written."""
        values = self._asdict()
        del values["error" if self.error is None else "answer"]
        return asking.text(values)


def replies(questions: BinaryIO, lang: str = "en") -> Iterator[Reply]:
    """A reply to each line, as soon as it has been read; blank lines have none.

    Args:
        questions: The lines, in UTF-8.
        lang: The language of answers that do not say theirs, and of errors.
    """
    number = 0
    while line := questions.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            _skip(questions, line)
            yield _failed(number, None, _too_long(), lang)
        elif text := line.strip():
            yield _reply(number, text.removeprefix(b"\xef\xbb\xbf"), lang)


def _reply(number: int, text: bytes, lang: str) -> Reply:
    named: str | int | float | None = None
    values: Any = None
    try:
        values = parsed(text)
        if isinstance(values, dict):
            named = _named(values.pop(_ID, None))
        answer = asking.read(values, OFFLINE, lang=lang).answer()
        return Reply(number, named, answer.exit_code, asking.content(answer))
    except Exception as error:  # Whatever a line does, the next is answered.
        return _failed(number, named, error, asking.language(values, lang))


def parsed(text: bytes) -> Any:
    """What a line says.

    Raises:
        QueryError: It is no JSON, or a member stands in it twice, one of which would be passed over.
    """
    try:
        return json.loads(text.decode(), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        reason = Wording("byte {at} is no UTF-8", at=error.start + 1)
    except json.JSONDecodeError as error:
        reason = Wording("see character {at}", at=error.pos + 1)
    except RecursionError:
        reason = Wording("it is nested too deeply")
    except ValueError:
        reason = Wording("a number has too many digits")
    raise QueryError(
        "the line is no JSON: {reason}", hint="write an object on one line, in UTF-8", reason=reason
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise QueryError("{twice} is given twice", hint="it takes one value", twice=twice)
    return found


def _no_number(word: str) -> Any:
    raise QueryError("{word} is no JSON", hint="leave it out", word=word)


def _named(value: Any) -> str | int | float | None:
    """The name of a question.

    Raises:
        QueryError: It is neither a text nor a number.
    """
    kept = value is None or (isinstance(value, (str, int, float)) and not isinstance(value, bool))
    if not kept or (isinstance(value, float) and not math.isfinite(value)):
        raise QueryError("an id is a text or a number", hint="it is given back as it is written")
    found: str | int | float | None = value
    return found


def _failed(number: int, named: str | int | float | None, error: Exception, lang: str) -> Reply:
    told = asking.failure(error, lang)
    return Reply(number, named, told["exit_code"], error=told)


def _too_long() -> QueryError:
    return QueryError(
        "the line has more than {most:,} bytes", hint="ask for parts of the text", most=MOST_BYTES
    )


def _skip(questions: BinaryIO, line: bytes) -> None:
    """Read on to the end of a line, of which nothing is kept."""
    while line and not line.endswith(b"\n"):
        line = questions.readline(MOST_BYTES)
