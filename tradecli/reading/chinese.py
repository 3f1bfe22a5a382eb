"""Reads a sentence of Chinese. Pure."""

from __future__ import annotations

from tradecli.reading.model import Focus, Read, Sentence


def read(sentence: Sentence, focus: Focus) -> tuple[Read, Focus]:
    """What a sentence says and names, and what the next one may take over."""
    return Read((), ()), focus
