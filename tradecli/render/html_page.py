"""HTML: the view as one page of its own, notes and provenance included."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli.render.page import STYLE, escaped, head
from tradecli.render.style import Style
from tradecli.render.words import sentence, texts
from tradecli.report import Report


def html_page(report: Report, style: Style) -> str:
    """Title, table, findings, notes and the files behind the figures; light and dark, nothing fetched."""
    view = report.view()
    title = escaped(sentence(view.title, style))
    headers, rows = texts(view, style)
    subtitle = f'<p class="soft">{escaped(sentence(view.subtitle, style))}</p>' if view.subtitle else ""
    notes = list(dict.fromkeys(sentence(note, style) for note in report.notes()))
    files = [
        f"{entry.get('file', entry['id'])} ({entry.get('sha256', '')[:12]})" for entry in report.provenance()
    ]
    chinese = style.lang == "zh"
    parts = [
        head(title, style, STYLE),
        f"<h1>{title}</h1>\n{subtitle}",
        _grid(title, headers, rows),
        _list("", [sentence(finding, style) for finding in view.findings]),
        _list("附註" if chinese else "Notes", notes),
        _list("檔案（SHA-256）" if chinese else "Files (SHA-256)", list(dict.fromkeys(files))),
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
