"""Chinese: how a question was read."""

from __future__ import annotations

MESSAGES = {
    "asking.read_as": "讀作：{command}",
}
