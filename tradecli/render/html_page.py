"""HTML: an answer as one page of its own, light and dark, readable on a phone, nothing fetched."""

from __future__ import annotations

import html
from collections.abc import Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.picture import Picture
from tradecli.model.report import Report
from tradecli.render.cells import files, findings, notes, texts
from tradecli.render.clean import clean

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--link:#0b57a4;
--series:#1f5fa8;--mark:#b3261e;--fall:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--line:#3d444d;
--link:#7ab7ff;--series:#6cb0ff;--mark:#ff8a80;--fall:#e3b341}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.6;overflow-wrap:anywhere;
font-family:system-ui,-apple-system,"Segoe UI","Noto Sans TC","Noto Sans CJK TC","PingFang TC",
"Microsoft JhengHei",sans-serif}
main{max-width:50rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.15rem;margin:1.8rem 0 .5rem}
.soft,figcaption{color:var(--soft);font-size:.9rem}
a{color:var(--link)}sup{line-height:0;margin-right:.25em}sup a{padding:.2rem .15rem;text-decoration:none}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th:first-child,td:first-child{text-align:left}
.traces td,.traces th{font-size:.82rem;text-align:left;white-space:normal;vertical-align:top;min-width:5rem}
.traces td:nth-child(3){text-align:right;white-space:nowrap}
.traces td:first-child,.traces th:first-child{min-width:2rem}
tr:target{outline:2px solid var(--link)}
figure{margin:1rem 0}svg{width:100%;height:auto;display:block}
svg text{fill:var(--soft);font-size:13px}svg .grid{stroke:var(--line)}svg .zero{stroke:var(--soft)}
svg .series{stroke:var(--series)}svg .record{fill:var(--mark)}svg .alone,svg .rise{fill:var(--series)}
svg .fall{fill:var(--fall)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:30rem){main{padding:.9rem}h1{font-size:1.25rem}svg text{font-size:22px}}
@media print{a{color:inherit}}
"""


def shell(title: str, subtitle: str, parts: Sequence[str], lang: str) -> str:
    """A whole page around its parts; all text is escaped already."""
    lang = "zh-Hant" if lang == "zh" else "en"
    meta = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    begin = f'<!doctype html>\n<html lang="{lang}">\n<head>\n{meta}\n<title>{title}</title>'
    top = f"{begin}\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    soft = f'<p class="soft">{subtitle}</p>' if subtitle else ""
    return "\n".join([top, soft, *filter(None, parts), "</main>\n</body>\n</html>"]) + "\n"


def escaped(text: str) -> str:
    """A text as it stands in a page: nothing of it is read as HTML, and no control character is left."""
    return html.escape(clean(text))


def html_page(report: Report, style: Style, picture: Picture | None = None) -> str:
    """Title, picture if there is one, table, findings, notes and the files behind the figures."""
    title = escaped(write(picture.title if picture else report.title, style))
    shown = [] if picture and picture.alt in report.findings else findings(report, style)
    headers, rows = texts(report.table, style)
    chinese = style.lang == "zh"
    parts = [
        _figure(picture, style),
        _grid(title, headers, rows),
        _list("", shown),
        _list("附註" if chinese else "Notes", notes(report, style)),
        _list("檔案（SHA-256）" if chinese else "Files (SHA-256)", files(report)),
    ]
    under = picture.subtitle if picture else report.subtitle
    subtitle = escaped(write(under, style)) if under else ""
    return shell(title, subtitle, parts, style.lang)


def _figure(picture: Picture | None, style: Style) -> str:
    if picture is None:
        return ""
    from tradecli.render.chart_svg import figure

    return figure(picture, style)


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
