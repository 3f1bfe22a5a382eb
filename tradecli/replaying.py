"""A receipt is answered again from the files that it names, and compared with what was written then."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tradecli import manner, pinned, receipts
from tradecli.answer import Answer
from tradecli.errors import QueryError, StoreError
from tradecli.render import prov
from tradecli.render.prov import Receipt
from tradecli.reports.replay import AS_WRITTEN, CHANGED, DIFFERS, EQUAL, GONE, Replayed, failed, report
from tradecli.wording import reason

#: Bytes of a receipt; one of an answer that rests on every file there is has 40,000.
_MOST = 8 * 2**20
#: Asks again what a receipt asks, and writes it to a file: the receipt of that.
Again = Callable[[Receipt, Path], Receipt]


def replay(paths: Sequence[str], again: Again) -> Answer:
    """Answer receipts again; the exit code of the answer is 1 where one of them, or its file, differs.

    Raises:
        InvalidData: A file is no receipt.
        StoreError: A file cannot be read; or one that an answer rests on is gone, or another now.
        TradeError: What was answered then cannot be answered now.
    """
    rows = [_replayed(Path(path), again) for path in paths]
    return Answer(report(rows), exit_code=int(failed(rows)))


def _replayed(path: Path, again: Again) -> Replayed:
    """Answer one receipt again."""
    receipt = prov.read(_text(path), str(path))
    name = Path(receipt.file).name
    if "-" in (receipt.options.get("claims") or ()):
        raise QueryError("{path}: what was checked came from standard input, and is not kept", path=path)
    receipts.check_held(receipt)
    with tempfile.TemporaryDirectory() as folder, _quietly(), pinned.pinned(_pin(receipt)):
        now = again(receipt, Path(folder) / name)
        receipts.check_same(receipt, now.behind)
        content = (Path(folder) / name).read_bytes()
    written = path.with_name(name)
    before = written.read_bytes() if written.is_file() else None
    found = hashlib.sha256(content).hexdigest()
    whole = before is not None and hashlib.sha256(before).hexdigest() == receipt.sha256
    equal = (found, now.exit_code) == (receipt.sha256, receipt.exit_code)
    return Replayed(
        receipt=str(path),
        command=receipt.command,
        headline=now.title,
        state=EQUAL if equal else DIFFERS,
        sha256=receipt.sha256,
        found=found,
        file=str(written),
        file_state=GONE if before is None else AS_WRITTEN if whole else CHANGED,
        line=first_difference(before, content) if before is not None and whole else None,
        made=receipt.moment.isoformat(timespec="seconds"),
        unlike=receipts.unlike(receipt, now),
    )


def _pin(receipt: Receipt) -> pinned.Pin:
    return pinned.Pin(receipt.moment, frozenset(receipt.available))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST).decode("utf-8", "replace")
    except OSError as error:
        raise StoreError("cannot read {path}: {error}", path=path, error=reason(error)) from None


@contextmanager
def _quietly() -> Iterator[None]:
    """Say nothing of the answer itself, which was read before."""
    before, manner.quiet = manner.quiet, True
    try:
        yield
    finally:
        manner.quiet = before


def first_difference(before: bytes, now: bytes) -> int | None:
    r"""The number of the first line in which two texts differ, from 1; None where they are equal.

    Examples:
        >>> first_difference(b"a\nb\n", b"a\nc\n"), first_difference(b"a\n", b"a\n")
        (2, None)
    """
    if before == now:
        return None
    old, new = before.split(b"\n"), now.split(b"\n")
    pairs = enumerate(zip(old, new, strict=False), 1)
    return next((number for number, (one, other) in pairs if one != other), min(len(old), len(new)) + 1)
