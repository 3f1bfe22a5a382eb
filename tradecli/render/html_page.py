"""HTML: the view as one page of its own, notes and provenance included."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Report
from tradecli.render.cells import files, findings, notes, texts
from tradecli.render.page import STYLE, escaped, head


def html_page(report: Report, style: Style) -> str:
    """Title, table, findings, notes and the files behind the figures; light and dark, nothing fetched."""
    title = escaped(write(report.title, style))
    headers, rows = texts(report.table, style)
    subtitle = f'<p class="soft">{escaped(write(report.subtitle, style))}</p>' if report.subtitle else ""
    chinese = style.lang == "zh"
    parts = [
        head(title, style, STYLE),
        f"<h1>{title}</h1>\n{subtitle}",
        _grid(title, headers, rows),
        _list("", findings(report, style)),
        _list("附註" if chinese else "Notes", notes(report, style)),
        _list("檔案（SHA-256）" if chinese else "Files (SHA-256)", files(report)),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _grid(name: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table in a region that scrolls by itself, so that the page never does sideways."""
    top = "".join(f'<th scope="col">{escaped(text)}</th>' if text else "<td></td>" for text in headers)
    body = "\n".join("<tr>" + "".join(f"<td>{escaped(text)}</td>" for text in row) + "</tr>" for row in rows)
    grid = f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div class="wide" role="region" tabindex="0" aria-label="{name}">\n{grid}\n</div>'


def _list(heading: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    items = "\n".join(f"<li>{escaped(line.removeprefix('- '))}</li>" for line in lines)
    return f"{f'<h2>{escaped(heading)}</h2>' if heading else ''}\n<ul>\n{items}\n</ul>"
