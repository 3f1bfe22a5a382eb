"""Bytes of a JSON reply -> values, by the strict grammar: no NaN, no key twice, numbers as printed."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from tradecli.errors import InvalidData
from tradecli.sources import bounds
from tradecli.sources.text import decode
from tradecli.wording import Wording


class Printed(str):
    """A number exactly as the reply prints it; `base.dollars` decides whether it is one."""

    __slots__ = ()


def begins(content: bytes) -> bool:
    """Whether a file looks like JSON: an object or an array."""
    return content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"["))


def read(content: bytes, *, name: str) -> Any:
    """Read a reply.

    Python's own reader takes NaN and Infinity, reads 1e400 as infinite, and keeps the last of
    two values for one key; here the first and the last are refused, and no number becomes a
    binary fraction.

    Raises:
        InvalidData: A web page, not UTF-8, or not strict JSON.

    Examples:
        >>> read(b'{"count": 1.50}', name="x.json")
        {'count': '1.50'}
    """
    bounds.pairs(content, name)
    decoded = decode(content, name=name, encodings=("utf-8",))
    try:
        return json.loads(
            decoded,
            object_pairs_hook=lambda pairs: _without_repeats(pairs, name),
            parse_constant=lambda text: _refuse(text, name),
            parse_float=Printed,
            parse_int=Printed,
        )
    except (ValueError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InvalidData(
            "{name}: not a JSON file, or one that is truncated: {what}", name=name, what=Wording(what[:80])
        ) from None


def _without_repeats(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise InvalidData(
            "{name}: the key {twice!r} is duplicated in one object", name=name, twice=twice[:40]
        )
    return found


def _refuse(text: str, name: str) -> None:
    raise InvalidData("{name}: {text} is not a number", name=name, text=text)
