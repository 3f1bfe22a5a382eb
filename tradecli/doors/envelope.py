"""What an agent is given: an answer as values with its rows in pages, and as a short text."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from tradecli.answer import Answer, Release
from tradecli.doors import asking
from tradecli.doors.described import COMMANDS, OWN_TABLE, Argument, Described, described
from tradecli.errors import QueryError
from tradecli.render.formats import rendered
from tradecli.wording import Wording

#: Questions that an agent may ask; a picture it has no use for, and for the network it needs leave.
TOOLS = tuple(name for name in COMMANDS if name not in {"chart", "fetch"})
#: Rows of a page unless said, and at most.
ROWS, MOST_ROWS = 100, 1_000
#: Rows of the table in the text.
SHOWN_ROWS = 30
CURSOR = Argument(
    *("cursor", "str", "", False, False, ()),
    Wording("The next_cursor of the page before."),
)
PAGE_SIZE = Argument(
    *("page_size", "int", ROWS, False, False, ()), Wording("Rows of a page, 1 to {most}.", most=MOST_ROWS)
)


class Result(NamedTuple):
    """What a tool answers.

    Args:
        values: The answer, or an object with an `error` alone.
        text: The same for who reads no values.
        failed: Whether it is an error.
    """

    values: dict[str, Any]
    text: str
    failed: bool


def tool(name: str) -> Described:
    """A question as an agent is told of it: the rows of its answers come in pages."""
    about = described(name)
    paged = {one.name: one for one in (CURSOR, PAGE_SIZE)}
    return about._replace(arguments={**about.arguments, **paged})


def leaving(*, own_tables: bool) -> frozenset[str]:
    """Arguments that an agent is not given: those that name files of the machine."""
    return frozenset() if own_tables else frozenset(OWN_TABLE)


def call(name: str, arguments: Mapping[str, Any], without: Collection[str] = (), lang: str = "en") -> Result:
    """What a tool answers to arguments; whatever fails is an answer too.

    Args:
        name: The question.
        arguments: Its arguments, checked by name and type.
        without: Arguments that are not taken.
        lang: The language, where the arguments do not say it.
    """
    try:
        asked = asking.asked(tool(name), arguments, without, lang)
        values = dict(asked.arguments)
        cursor, size = values.pop(CURSOR.name, ""), _size(values.pop(PAGE_SIZE.name, ROWS))
        answer = asked._replace(arguments=values).answer()
        found = asking.content(answer)
        page = _paged(found, f"{name} {values}", cursor, size)
        told = page["markdown"] if isinstance(answer, Release) else _text(answer, page, cursor)
        return Result(page, told, failed=False)
    except Exception as error:  # An agent is told what failed, whatever it is.
        told = asking.failure(error, asking.language(arguments, lang))
        return Result({"error": told}, _failure(told), failed=True)


def _size(rows: int) -> int:
    """The rows of a page.

    Raises:
        QueryError: They are none, or too many.
    """
    if not 1 <= rows <= MOST_ROWS:
        raise QueryError(
            "{rows} rows are not {least} to {most}",
            hint="ask for the rest with next_cursor",
            rows=rows,
            least=1,
            most=MOST_ROWS,
        )
    return rows


def _paged(found: dict[str, Any], question: str, cursor: str, size: int) -> dict[str, Any]:
    """The answer with the rows of one page.

    Raises:
        QueryError: The cursor is of another question, or of other figures.
    """
    rows = found["rows"]
    first = 0
    if cursor or len(rows) > size:
        seal = _seal(question, found)
        place, _, sealed = cursor.partition(".")
        if cursor and (
            sealed != seal or not (place.isascii() and place.isdecimal()) or int(place) >= len(rows)
        ):
            raise QueryError(
                "the cursor is none of this question and these figures", hint="ask again without a cursor"
            )
        first = int(place or 0)
        more = f"{first + size}.{seal}" if first + size < len(rows) else None
        return {**found, "rows": rows[first : first + size], "row_count": len(rows), "next_cursor": more}
    return {**found, "row_count": len(rows), "next_cursor": None}


def _seal(question: str, found: Mapping[str, Any]) -> str:
    """What tells the rows of one question and one state of the figures from others."""
    known = [entry["id"] for entry in found["provenance"]]
    told = asking.text({"question": question, "rows": len(found["rows"]), "known": known})
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _text(answer: Answer, page: Mapping[str, Any], cursor: str) -> str:
    """An answer as a person reads it, with the first lines of its table; of a later page its rows."""
    if cursor:
        parts = [answer.title, "\n".join(map(asking.text, page["rows"]))]
    else:
        report = answer._report
        table = report.table._replace(rows=report.table.rows[:SHOWN_ROWS])
        parts = [str(rendered(report._replace(table=table), "markdown", answer._style)).rstrip()]
    told = {"row_count": page["row_count"], "next_cursor": page["next_cursor"]} if page["next_cursor"] else {}
    told["origins"] = ", ".join(entry["id"] for entry in page["provenance"])
    return "\n\n".join([*parts, "\n".join(f"{name}: {value}" for name, value in told.items() if value)])


def _failure(told: Mapping[str, Any]) -> str:
    lines = [f"{told['kind']}: {told['message']}"]
    lines += [f"hint: {told['hint']}"] if told["hint"] else []
    lines += [f"newest month: {told['newest_month']}"] if told["newest_month"] else []
    lines += [f"candidates: {', '.join(told['candidates'])}"] if told["candidates"] else []
    return "\n".join(lines)
