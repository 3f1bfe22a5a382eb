"""English: receipts answered again."""

from __future__ import annotations

MESSAGES = {
    "replay.title": "Answered again from the files named in the receipt",
    "replay.state": "answer",
    "replay.receipt": "receipt",
    "replay.headline": "what",
    "replay.file_state": "file",
    "replay.made": "made",
    "replay.equal": "equal",
    "replay.differs": "DIFFERS",
    "replay.as_written": "as written",
    "replay.changed": "changed since",
    "replay.gone": "gone",
    "replay.all_equal": "{count:plural answer answers}, equal to the last digit.",
    "replay.not_equal": "{receipt}: the answer is another than the receipt says[, from line {line}].",
    "replay.unlike": "{receipt} has been changed: it names another {what} than the answer has.",
    "replay.unlike_schema": "layout",
    "replay.unlike_files": "set of files or vintages",
    "replay.unlike_title": "headline",
    "replay.file_changed": "{file} has been changed since it was written.",
}
