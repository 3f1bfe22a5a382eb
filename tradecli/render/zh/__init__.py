"""Traditional Chinese, in the ministry's own terms: every statement's words."""

from __future__ import annotations

from tradecli.render.zh import headings, movement, notes, standing
from tradecli.render.zh.terms import Sentences

SENTENCES: Sentences = {
    **headings.SENTENCES,
    **movement.SENTENCES,
    **standing.SENTENCES,
    **notes.SENTENCES,
}
