"""What a stream of Arrow says of itself: texts by name in its schema, which polars cannot write.

The schema is the first message of a stream, a table of flatbuffers (Arrow, `Message.fbs`, `Schema.fbs`). In
flatbuffers every offset leads forward, so that a new head can be put before an old one whose fields it
points into; of the old bytes none is changed.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

#: Before each message: that it is one, and the bytes it has.
_PREFIX = struct.Struct("<Ii")
_CONTINUED = 0xFFFFFFFF
#: Places of the members of the tables that are read or written here.
_VERSION, _HEADER, _FIELDS = 0, 2, 1
#: The kind of message that a schema is.
_SCHEMA = 1
_ALIGNED = 8


class _Table(NamedTuple):
    """A table in the bytes of a message."""

    content: bytes
    at: int

    def member(self, place: int) -> int:
        """Where a member stands."""
        [back] = struct.unpack_from("<i", self.content, self.at)
        [offset] = struct.unpack_from("<H", self.content, self.at - back + 4 + 2 * place)
        return self.at + int(offset)

    def led_to(self, place: int) -> int:
        """Where a member leads."""
        return _followed(self.content, self.member(place))


def told(stream: bytes, texts: Mapping[str, str]) -> bytes:
    """A stream whose schema holds texts by name (its custom metadata).

    Args:
        stream: A stream of Arrow IPC whose schema has no metadata.
        texts: What it is to say of itself.
    """
    _, length = _PREFIX.unpack_from(stream)
    message, rest = stream[_PREFIX.size : _PREFIX.size + length], stream[_PREFIX.size + length :]
    about = _Table(message, _followed(message, 0))
    [version] = struct.unpack_from("<h", message, about.member(_VERSION))
    fields = _Table(message, about.led_to(_HEADER)).led_to(_FIELDS)
    head = _head(version, fields, list(texts.items()))
    return _PREFIX.pack(_CONTINUED, len(head) + len(message)) + head + message + rest


def _followed(content: bytes, at: int) -> int:
    [offset] = struct.unpack_from("<I", content, at)
    return at + int(offset)


#: Which members a table written here has, and where: a message version, kind and header; a schema fields and
#: texts, no order of bytes; a text its name and itself. Each stands behind its tables: polars knows no other.
_OF_MESSAGE = struct.pack("<5H", 10, 12, 8, 10, 4)
_OF_SCHEMA = struct.pack("<5H", 10, 12, 0, 4, 8)
_OF_TEXT = struct.pack("<4H", 8, 12, 4, 8)
#: Where the tables stand, and the list of texts.
_MESSAGE_AT, _SCHEMA_AT, _LAYOUTS_AT, _TEXTS_AT = 4, 16, 28, 48


def _head(version: int, fields: int, texts: Sequence[tuple[str, str]]) -> bytes:
    """A message and a schema that leads to the fields of the one put after it.

    Every offset is counted from where it stands.

    Args:
        version: Of the layout of messages.
        fields: Where the fields stand in the message that follows.
        texts: Names and texts.
    """
    count = len(texts)
    pairs = _TEXTS_AT + 4 + 4 * count
    layout = pairs + 12 * count
    strings, places = _strings(texts, layout + len(_OF_TEXT))
    end = layout + len(_OF_TEXT) + len(strings)
    end += -end % _ALIGNED
    of_schema = _LAYOUTS_AT + len(_OF_MESSAGE)
    parts = [
        struct.pack("<I", _MESSAGE_AT),
        struct.pack("<iIhBx", _MESSAGE_AT - _LAYOUTS_AT, _SCHEMA_AT - _MESSAGE_AT - 4, version, _SCHEMA),
        struct.pack("<iI", _SCHEMA_AT - of_schema, end + fields - _SCHEMA_AT - 4),
        struct.pack("<I", _TEXTS_AT - _SCHEMA_AT - 8),
        *(_OF_MESSAGE, _OF_SCHEMA),
        struct.pack("<I", count),
        *(struct.pack("<I", pairs - _TEXTS_AT - 4 + 8 * number) for number in range(count)),
    ]
    for number, (name, text) in enumerate(places):
        at = pairs + 12 * number
        parts.append(struct.pack("<iII", at - layout, name - at - 4, text - at - 8))
    return b"".join([*parts, _OF_TEXT, strings]).ljust(end, b"\0")


def _strings(texts: Sequence[tuple[str, str]], at: int) -> tuple[bytes, Sequence[tuple[int, int]]]:
    """Texts as they are kept from a place on, and where each pair of them stands."""
    content, places = bytearray(), []
    for pair in texts:
        found = []
        for text in pair:
            found.append(at + len(content))
            said = text.encode()
            content += struct.pack("<I", len(said)) + said + b"\0" * (4 - len(said) % 4)
        places.append((found[0], found[1]))
    return bytes(content), places
