"""A statement becomes a sentence in the language asked for."""

from __future__ import annotations

from importlib import import_module

from tradecli.render.clean import clean
from tradecli.render.style import MISSING, Style, percent, points
from tradecli.report import Amount, Cell, Points, Rate, Statement, View


def sentence(statement: Statement, style: Style) -> str:
    """The words of *statement* in the style's language.

    Examples:
        >>> from tradecli.report import say
        >>> sentence(say("leap_year", year=2024), Style())
        'February 2024 had 29 days, 3.6 % more than other years; not adjusted for'
    """
    # A key such as `drivers.rest` names the module of its words: few answers need most of them.
    module, _, rest = statement.key.rpartition(".")
    words = import_module(
        f"tradecli.render.{style.lang}.{module}" if module else f"tradecli.render.{style.lang}"
    )
    text: str = words.SENTENCES[rest](statement.facts, style)
    return text


def cell(content: Cell, style: Style) -> str:
    """One cell of a table as text."""
    if isinstance(content, Amount):
        return style.money(content)
    if isinstance(content, Rate):
        return percent(content) or _refused(content, style)
    if isinstance(content, Points):
        return points(content)
    if isinstance(content, Statement):
        return sentence(content, style)
    if isinstance(content, bool):
        return "*" if content else ""
    return MISSING if content is None else str(content)


def _refused(rate: Rate, style: Style) -> str:
    """Why there is no rate, in one word."""
    if rate.note in {"zero_base", "sign_change"}:
        return sentence(Statement(f"refused_{rate.note}"), style)
    return MISSING


def texts(view: View, style: Style) -> tuple[list[str], list[list[str]]]:
    """Headers and cells as they are printed, so that widths are measured on the print."""
    headers = [clean(sentence(Statement(column.key, column.facts), style)) for column in view.table.columns]
    return headers, [[clean(cell(content, style)) for content in row] for row in view.table.rows]
