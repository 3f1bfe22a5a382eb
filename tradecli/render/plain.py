"""Facts, findings and origins as plain values, which JSON, Python and agents are given alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.figure import Figure, Rank, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth, Points, Share
from tradecli.model.report import Report, Statement
from tradecli.render.clean import clean

#: What JSON can hold.
Plain = str | int | float | bool | list[Any] | dict[str, Any] | None


class Finding(NamedTuple):
    """What the figures show.

    Args:
        key: Which sentence it is, the same in every language, such as `record.first.deficit`.
        text: The sentence.
        facts: What it says, as plain values: money in whole units, rates in percent, windows as
            `2025-11`, `2025-Q4`, `2025` or `2025-01/2025-11`.
        origins: Ids of the files and articles that its figures rest on.
    """

    key: str
    text: str
    facts: Mapping[str, Any]
    origins: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


class Note(NamedTuple):
    """What qualifies the figures: which sentence it is, and the sentence."""

    key: str
    text: str

    def __str__(self) -> str:
        return self.text


def findings(report: Report, style: Style) -> list[Finding]:
    """What the figures show, most important first."""
    return [
        Finding(said.key, clean(write(said, style)), plain_facts(said), origins(said.figures))
        for said in report.findings
    ]


def notes(report: Report, style: Style) -> list[Note]:
    """What qualifies the figures, each once however many it qualifies."""
    found: dict[str, Note] = {}
    for said in report.notes:
        text = clean(write(said, style))
        found.setdefault(text, Note(said.key, text))
    return list(found.values())


def origins(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The files and articles that figures rest on, in order."""
    return tuple(sorted({origin for figure in figures for origin in figure.origins}))


def provenance(report: Report) -> list[dict[str, Any]]:
    """The files and articles behind an answer and behind each of its findings, as the manifest knows them."""
    manifest = report.manifest()
    said = origins(figure for finding in report.findings for figure in finding.figures)
    every = (*report.used, *(origin for origin in said if origin not in report.used))
    return [{"id": origin, **manifest.get(origin, {})} for origin in every]


def plain_facts(statement: Statement) -> dict[str, Plain]:
    """The facts of a statement as plain values."""
    return {name: plain(fact) for name, fact in statement.facts.items()}


def plain(value: Any) -> Plain:
    """One fact as a plain value.

    Examples:
        >>> plain(Money(131_027_476_000, 1_000, "USD")), plain(Window("year_to_date", date(2025, 11, 1)))
        (131027476000, '2025-01/2025-11')
        >>> plain(Growth(Fraction(36, 10))), plain(date(2026, 1, 9)), plain(None)
        (3.6, '2026-01-09', None)
    """
    if value is None or isinstance(value, str | int | float):
        return value
    worth = next((worth for kind, worth in _WORTH.items() if isinstance(value, kind)), _of_parts)
    return worth(value)


def label(window: Window) -> str:
    """The months of a window as one word.

    Examples:
        >>> [label(Window(span, date(2025, 12, 1))) for span in ("month", "quarter", "year", "rolling_12")]
        ['2025-12', '2025-Q4', '2025', '2025-01/2025-12']
    """
    last = window.through
    month = f"{last:%Y-%m}"
    if window.span == "rolling_12":
        first = last.replace(day=1, month=last.month % 12 + 1, year=last.year - (last.month < 12))
        return f"{first:%Y-%m}/{month}"
    if window.span == "year_to_date" and last.month > 1:
        return f"{last.year}-01/{month}"
    return {"quarter": f"{last.year}-Q{last.month // 3}", "year": f"{last.year}"}.get(window.span, month)


def _figure(figure: Figure) -> dict[str, Plain]:
    return {
        "flow": figure.flow,
        "window": label(figure.window),
        "value": figure.value,
        "basis": figure.basis,
        "vintage": figure.vintage and figure.vintage.day.isoformat(),
    }


def _rank(rank: Rank) -> dict[str, Plain]:
    """A place among earlier figures, periods as months; the figure itself is told beside it."""
    return {
        name: f"{part:%Y-%m}" if isinstance(part, date) else plain(part)
        for name, part in rank._asdict().items()
        if name != "figure"
    }


def _percent(ratio: Growth | Share | Points) -> float | None:
    return None if ratio.percent is None else float(ratio.percent)


def _of_parts(value: Any) -> Plain:
    """A place by its code, a commodity by its spelling, a name by its English; others part by part."""
    for name in ("spelling", "code", "name"):
        if isinstance(known := getattr(value, name, None), str):
            return known
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    return [plain(part) for part in value] if isinstance(value, Sequence | frozenset | set) else str(value)


_WORTH: Mapping[type, Callable[[Any], Plain]] = {
    Money: lambda money: money.value,
    Change: lambda change: change.money.value,
    Growth: _percent,
    Share: _percent,
    Points: _percent,
    Window: label,
    Figure: _figure,
    Rank: _rank,
    Statement: lambda statement: statement.key,
    date: date.isoformat,
    Fraction: float,
}
