"""English: every statement's words."""

from __future__ import annotations

from tradecli.render.en import headings, movement, notes, standing
from tradecli.render.en.terms import Sentences

SENTENCES: Sentences = {
    **headings.SENTENCES,
    **movement.SENTENCES,
    **standing.SENTENCES,
    **notes.SENTENCES,
}
