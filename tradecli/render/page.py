"""HTML: one page for every answer and release, light and dark, readable on a phone, nothing fetched."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell
from tradecli.model.document import (
    Block,
    Bullets,
    Document,
    Files,
    Footnotes,
    Grid,
    Heading,
    Line,
    Paragraph,
)
from tradecli.model.report import Cell
from tradecli.render.cells import texts
from tradecli.render.clean import clean

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--line:#3d444d;
--link:#7ab7ff}}
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
summary{cursor:pointer;padding:.35rem 0}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:30rem){main{padding:.9rem}h1{font-size:1.25rem}}
@media print{a{color:inherit}}
"""


#: A page runs nothing and fetches nothing, whatever a text that came into it holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Markup(str):
    """HTML that is finished; any other text is cleaned and escaped where it is put in."""


def joined(parts: Sequence[str], gap: str = "") -> Markup:
    """Texts and finished HTML in a row: no control character is left, and nothing is read as HTML.

    Examples:
        >>> joined([Markup("<b>"), "<b>"])
        '<b>&lt;b&gt;'
    """
    return Markup(gap.join(part if isinstance(part, Markup) else html.escape(clean(part)) for part in parts))


def tag(name: str, *inside: str, gap: str = "", **attributes: str | int) -> Markup:
    """An element, with the attributes that are not empty; `aria_label` stands for `aria-label`.

    Examples:
        >>> tag("p", "a & b", class_="soft", title="")
        '<p class="soft">a &amp; b</p>'
    """
    named = {key.rstrip("_").replace("_", "-"): str(value) for key, value in attributes.items()}
    opened = "".join(f' {key}="{joined([value])}"' for key, value in named.items() if value)
    return Markup(f"<{name}{opened}>{joined(inside, gap)}</{name}>")


def page(document: Document, style: Style) -> str:
    """The whole page; a number after a sentence leads to its footnote, and shows it when pointed at."""
    return f"{_Page(document, style).whole()}\n"


def shell(title: str, blocks: Sequence[Markup], style: Style, *, looks: str = "", class_: str = "") -> Markup:
    """A page around blocks: its head, its policy, its title; *looks* and *class_* are of its main part."""
    size = "width=device-width, initial-scale=1"
    meta = Markup(
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="{size}">'
    )
    head = tag("head", "", meta, tag("title", title), tag("style", Markup(STYLE + looks)), "", gap="\n")
    main = tag("main", "", tag("h1", title), *blocks, "", gap="\n", class_=class_)
    body = tag("body", "", main, "", gap="\n")
    lang = "zh-Hant" if style.lang == "zh" else "en"
    return Markup(f"<!doctype html>\n{tag('html', '', head, body, '', gap=chr(10), lang=lang)}")


class _Page:
    """A document on its way to HTML."""

    def __init__(self, document: Document, style: Style) -> None:
        self.document, self.style = document, style
        tables = [block.table for block in document.blocks if isinstance(block, Footnotes)]
        #: Each footnote in one line, to be shown where its number or figure is pointed at.
        self.hovers: Mapping[int, str] = {
            int(number): " · ".join(filter(None, rest))
            for table in tables
            for number, *rest in texts(table, style)[1]
        }

    def whole(self) -> Markup:
        """Head, title and blocks."""
        subtitle = self.document.subtitle
        under = [tag("p", self.text(subtitle), class_="soft")] if subtitle else []
        blocks = [part for block in self.document.blocks for part in self.block(block)]
        return shell(self.text(self.document.title), [*under, *blocks], self.style)

    def text(self, content: Cell) -> str:
        """A statement as a sentence; not escaped yet."""
        return cell(content, self.style)

    def block(self, block: Block) -> Iterator[Markup]:
        """The elements of a block."""
        if isinstance(block, Heading):
            yield tag("h2", self.text(block.text))
        elif isinstance(block, Paragraph):
            gap = "\n" if self.style.lang == "en" else ""
            yield tag("p", *map(self.line, block.lines), gap=gap)
        elif isinstance(block, Bullets):
            yield self.bullets(list(map(self.line, block.lines)))
        elif isinstance(block, Grid):
            table = self.wide(self.text(block.name), self.grid(block))
            yield tag("details", tag("summary", self.text(block.folded)), table) if block.folded else table
        elif isinstance(block, Footnotes):
            yield self.wide(self.text(block.name), self.footnotes(block))
        elif isinstance(block, Files):
            yield from (tag("h2", self.text(block.heading)), self.bullets(block.names()))
        else:
            from tradecli.render.chart import figure

            yield Markup(figure(block, self.style))

    def line(self, line: Line) -> Markup:
        """A sentence, and each number of its footnotes as a link to it."""
        links = [
            tag("a", str(number), href=f"#t{number}", title=self.hovers[number]) for number in line.footnotes
        ]
        numbers = [tag("sup", *links, gap=" ")] if links else []
        return joined([self.text(line.text), *numbers])

    def bullets(self, lines: Sequence[str]) -> Markup:
        """A list, each line once."""
        return tag("ul", "", *(tag("li", line) for line in dict.fromkeys(lines)), "", gap="\n")

    def wide(self, name: str, table: Markup) -> Markup:
        """A table in a region that scrolls by itself, so that the page never does sideways."""
        return tag(
            "div", "", table, "", gap="\n", class_="wide", role="region", tabindex="0", aria_label=name
        )

    def grid(self, block: Grid) -> Markup:
        """Rows under headings; a first column that has no heading is made of headings itself."""
        headings, rows = texts(block.table, self.style)
        numbers = block.footnotes or [[0] * len(headings)] * len(rows)
        body = []
        for texts_of_row, of_row in zip(rows, numbers, strict=True):
            cells = [
                tag("td", text, title=self.hovers.get(number, ""))
                for text, number in zip(texts_of_row, of_row, strict=True)
            ]
            if texts_of_row[0] and not headings[0]:
                cells[0] = tag("th", texts_of_row[0], scope="row")
            body.append(tag("tr", *cells))
        return _table(headings, body)

    def footnotes(self, block: Footnotes) -> Markup:
        """Footnotes that links lead to."""
        headings, rows = texts(block.table, self.style)
        body = [tag("tr", *(tag("td", text) for text in row), id=f"t{row[0]}") for row in rows]
        return _table(headings, body, "traces")


def _table(headings: Sequence[str], body: Sequence[Markup], looks: str = "") -> Markup:
    # A column without a heading has an empty cell there, which is no heading of anything.
    top = [tag("th", text, scope="col") if text else tag("td") for text in headings]
    rows = tag("tbody", "", *body, "", gap="\n")
    return tag("table", "", tag("thead", tag("tr", *top)), rows, "", gap="\n", class_=looks)
