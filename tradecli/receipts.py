"""What a receipt says of an answer, and whether the same files are still there to answer from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli import __version__, origins, pinned
from tradecli.command_words import QUESTIONS
from tradecli.errors import QueryError, StoreError
from tradecli.render.prov import Behind, Receipt
from tradecli.wording import Listed


class Asked(NamedTuple):
    """How a question was asked: the command, its options as they were in force, and how it ended."""

    command: str
    options: Mapping[str, Any]
    exit_code: int = 0


def asked(
    question: tuple[str, Mapping[str, Any]] | None,
    said: tuple[str, str, int | None],
    name: str,
    exit_code: int,
) -> Asked:
    """How a command line asks what was asked in Python.

    Args:
        question: The question and its arguments.
        said: Language, unit and decimals.
        name: The format that was asked for.
        exit_code: How a shell ends with the answer.

    Raises:
        QueryError: It is no question that has receipts.
    """
    command, arguments = question or ("", {})
    if command not in QUESTIONS:
        raise QueryError(
            "this answer has no receipt",
            hint="answers to these have: {commands}",
            candidates=QUESTIONS,
            commands=Listed(QUESTIONS),
        )
    options = {named: option(named, value) for named, value in arguments.items()}
    shown = dict(zip(("lang", "unit", "digits"), said, strict=True))
    return Asked(command, {**options, **shown, "format": name, "why": True, "notes": True}, exit_code)


def option(name: str, value: object) -> object:
    """The value of an argument as that of an option: several as one text, but those that stand alone."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return list(value) if name == "claims" else ",".join(value)
    return value


class Answered(NamedTuple):
    """What of an answer a receipt names: its layout, its headline, the files behind it."""

    schema: str
    title: str
    files: Sequence[Mapping[str, Any]]


def receipt(asked: Asked, answered: Answered, content: bytes, name: str) -> Receipt:
    """The receipt of an answer that is written as *content* to a file *name*."""
    return Receipt(
        command=asked.command,
        options=asked.options,
        schema=answered.schema,
        title=answered.title,
        file=name,
        sha256=hashlib.sha256(content).hexdigest(),
        exit_code=asked.exit_code,
        program=__version__,
        moment=pinned.now(),
        behind=behind(answered.files),
        available=sorted(origins.available()),
    )


def behind(files: Iterable[Mapping[str, Any]]) -> list[Behind]:
    """The files behind an answer, of what a manifest says of each."""
    return [Behind(**{name: str(one.get(name) or "") for name in Behind._fields}) for one in files]


def check_held(receipt: Receipt) -> None:
    """Refuse to answer again where a file behind the answer is gone, or another than it was.

    Files of an own table are not looked at here: `check_same` compares them once they have been read.

    Raises:
        StoreError: One is; the reason names it.
    """
    held = origins.available()
    for one in receipt.behind:
        if one.id in receipt.available:
            _compare(one, held.get(one.id))
            if trouble := origins.damage(one.id):
                raise StoreError("{id}: {trouble}", id=one.id, trouble=trouble)


def check_same(receipt: Receipt, now: Iterable[Behind]) -> None:
    """Refuse to compare where the answer rests on files of another content than the first did.

    Raises:
        StoreError: It does; the reason names the first of them.
    """
    found = {one.file: one for one in now}
    for one in receipt.behind:
        if one.id not in receipt.available and (other := found.get(one.file)):
            # Of a folder there is no hash; its id is of the names, sizes and times of its files.
            _compare(one._replace(sha256=one.sha256 or one.id), other.sha256 or other.id)


def unlike(receipt: Receipt, now: Receipt) -> str | None:
    """What a receipt says that is not so of the same answer: `schema`, `files` or `title`; None nothing.

    A release of the program may word a headline otherwise than another.
    """
    if receipt.schema != now.schema:
        return "schema"
    if _published(receipt) != _published(now):
        return "files"
    return "title" if receipt.program == now.program and receipt.title != now.title else None


def _published(receipt: Receipt) -> set[tuple[str, ...]]:
    """The published files behind an answer, with what tells one from another; of an own table none."""
    return {
        (one.id, one.sha256, one.file, one.vintage) for one in receipt.behind if one.id in receipt.available
    }


def _compare(one: Behind, sha256: str | None) -> None:
    file = one.file or one.id
    if sha256 is None:
        raise StoreError(
            "the answer rests on {file} of {vintage}, which is no longer available",
            hint="`trade store list` says what is; `trade store add` takes the file again",
            file=file,
            vintage=one.vintage,
        )
    if sha256 != one.sha256:
        raise StoreError(
            "the answer rests on {file}, which is another file now: its SHA-256 was {then}, and is {now}",
            then=one.sha256,
            now=sha256,
            file=file,
        )
