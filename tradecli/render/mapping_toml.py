"""The mapping of an own table as a TOML file: its lines, with what is said of them as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Statement
from tradecli.render.clean import clean

_WIDTH = 100


def toml(lines: Sequence[Statement | str], style: Style) -> str:
    """The file."""
    return "".join(f"{line}\n" for one in lines for line in _written(one, style))


def _written(one: Statement | str, style: Style) -> list[str]:
    if isinstance(one, str):
        return [one]
    text = clean(write(one, style)).replace("\n", " ")
    wrapper = textwrap.TextWrapper(
        _WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(text)
