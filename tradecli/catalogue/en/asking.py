"""English: how a question was read."""

from __future__ import annotations

MESSAGES = {
    "asking.read_as": "read as: {command}",
}
