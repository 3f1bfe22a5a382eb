"""Reports in their earlier form, until each is made of typed figures: adapted to the new one."""

from __future__ import annotations

from typing import Any

from tradecli import report as earlier
from tradecli.catalogue.style import Style
from tradecli.model.report import Column, Report, Statement, Table


class OldStatement(Statement):
    """A statement whose words stand in render/en and render/zh."""


class OldColumn(Column):
    """A column whose heading stands there."""


class Adapted(Report):
    """A report that holds its rows as a frame."""

    frame: Any


AnyReport = earlier.Report | Report


def adapt(report: AnyReport) -> Report:
    """The report, in the new form if it is in the earlier one."""
    if isinstance(report, Report):
        return report
    view = report.view()
    entries = [dict(entry) for entry in report.provenance()]
    adapted = Adapted(
        report.schema,
        report.question,
        report.currency,
        OldStatement(*view.title[:2]),
        view.subtitle and OldStatement(*view.subtitle[:2]),
        Table([OldColumn(*column) for column in view.table.columns], view.table.rows),  # type: ignore[arg-type]
        [OldStatement(*finding[:2]) for finding in view.findings],
        [OldStatement(*note[:2]) for note in report.notes()],
        tuple,
        report.rows.rows(),
        report.displays(),  # type: ignore[arg-type]
        [()] * report.rows.height,
        [entry["id"] for entry in entries if "id" in entry],
        lambda: {entry["id"]: {k: v for k, v in entry.items() if k != "id"} for entry in entries},
    )
    adapted.frame = report.rows
    return adapted


def cell(content: Any, style: Style) -> str | None:
    """A cell of the earlier kinds as text; None for any other."""
    from tradecli.render import words
    from tradecli.render.style import Style as EarlierStyle

    kinds = (earlier.Statement, OldStatement, earlier.Amount, earlier.Rate, earlier.Points)
    if not isinstance(content, kinds) or (
        isinstance(content, Statement) and not isinstance(content, OldStatement)
    ):
        return None
    old_style = EarlierStyle(style.lang, style.unit, style.digits).of(style.currency)
    if isinstance(content, OldStatement):
        content = earlier.Statement(content.key, content.facts)
    return words.cell(content, old_style)


def style(earlier_style: Any) -> Style:
    """A style of the earlier kind in the new one."""
    return Style(earlier_style.lang, earlier_style.unit, earlier_style.digits, earlier_style.currency)
