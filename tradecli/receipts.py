"""What a receipt says of an answer, and whether the same files are still there to answer from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tradecli import __version__, origins, pinned
from tradecli.errors import StoreError
from tradecli.render.prov import Behind, Receipt


class Asked(NamedTuple):
    """How a question was asked: the command, its options as they were in force, and how it ended."""

    command: str
    options: Mapping[str, Any]
    exit_code: int = 0


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


def check_same(receipt: Receipt, files: Iterable[Mapping[str, Any]]) -> None:
    """Refuse to compare where the answer rests on files of another content than the first did.

    Raises:
        StoreError: It does; the reason names the first of them.
    """
    found = {one.file: one for one in behind(files)}
    for one in receipt.behind:
        if one.id not in receipt.available and (now := found.get(one.file)):
            # Of a folder there is no hash; its id is of the names, sizes and times of its files.
            _compare(one._replace(sha256=one.sha256 or one.id), now.sha256 or now.id)


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
