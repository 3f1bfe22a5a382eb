"""HTML: one page for every answer and release, light and dark, readable on a phone, nothing fetched."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

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
    Illustration,
    Line,
    Paragraph,
    Trace,
)
from tradecli.model.picture import Picture
from tradecli.model.report import Cell, Column, Statement, Table
from tradecli.render.cells import texts
from tradecli.render.clean import clean

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--band:#f6f8fa;--line:#d0d7de;
--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--band:#161b22;
--line:#3d444d;--link:#7ab7ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.6;overflow-wrap:anywhere;
font-family:system-ui,-apple-system,"Segoe UI","Noto Sans TC","Noto Sans CJK TC","PingFang TC",
"Microsoft JhengHei",sans-serif}
main{max-width:50rem;margin:0 auto;padding:1.25rem}
.figures{max-width:66rem}.figures>:is(h1,p,ul,figure){max-width:48rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0;text-wrap:balance}
h2{font-size:1.15rem;line-height:1.4;margin:1.8rem 0 .5rem}h2+*{margin-top:.5rem}
p,ul,ol{margin:.6rem 0}ul,ol{padding-left:1.4rem}li{margin:.2rem 0}
code{font-size:.9em;background:var(--band);padding:.1em .3em;border-radius:.2em;
font-family:ui-monospace,"SF Mono",Consolas,"Noto Sans Mono",monospace}
.soft,figcaption{color:var(--soft);font-size:.9rem}
a{color:var(--link)}sup{line-height:0;margin:0 .15em;font-size:.72em;white-space:nowrap}
sup a{padding:.45rem .15rem;text-decoration:none}sup a:hover{text-decoration:underline}
.wide{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;overflow-wrap:normal;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th{font-weight:600}thead th,thead td{color:var(--soft);font-weight:500;font-size:.9em;
border-bottom:2px solid var(--line);vertical-align:bottom}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
.text,.long,th:first-child,td:first-child{text-align:left}
.long{white-space:normal;min-width:9rem}thead th{white-space:normal}
.notes{font-size:.9rem;color:var(--soft)}
.fold{margin:1rem 0}.fold summary{cursor:pointer;padding:.3rem 0;color:var(--link)}
.fold table{font-size:.82rem}.fold td{vertical-align:top}
:target{outline:2px solid var(--link);outline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:30rem){main{padding:.9rem}h1{font-size:1.3rem}
table{font-size:.88rem}th,td{padding:.35rem .3rem}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--band:#fff;--line:#999;
--link:#000}@page{margin:18mm}
body{font-size:10.5pt}main{max-width:none;padding:0}h1{font-size:18pt}h2{font-size:12pt;break-after:avoid}
p,li{orphans:3;widows:3}tr,figure,.row{break-inside:avoid}thead{display:table-header-group}
.wide{overflow:visible}th,td{padding:.2rem .4rem}table{font-size:9.5pt}.fold table{font-size:7.5pt}
.fold summary{list-style:none;color:var(--ink);font-weight:600}a{text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}}
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
        listed = (block.lines for block in document.blocks if isinstance(block, Footnotes))
        #: Each footnote, to be shown where its number is pointed at.
        self.hovers = {n: self.text(line) for lines in listed for n, line in enumerate(lines, 1)}

    def whole(self) -> Markup:
        """Head, title and blocks."""
        subtitle = self.document.subtitle
        under = [tag("p", self.text(subtitle), class_="soft")] if subtitle else []
        blocks = [part for block in self.document.blocks for part in self.block(block)]
        # An answer is its table, which has room; a release is read in lines of some length.
        class_ = "figures" if self.document.level > 1 else ""
        return shell(
            self.text(self.document.title), [*under, *blocks], self.style, looks=self.looks(), class_=class_
        )

    def looks(self) -> str:
        """The sheet of the pictures, where there are any."""
        if not any(isinstance(block, Picture | Illustration) for block in self.document.blocks):
            return ""
        from tradecli.render.chart import LOOKS

        return LOOKS

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
            yield bullets(list(map(self.line, block.lines)))
        elif isinstance(block, Grid):
            table = self.grid(block.name, block.table, block.footnotes)
            if block.folded:
                table = tag("details", tag("summary", self.text(block.folded)), table, class_="fold")
            yield table
        elif isinstance(block, Footnotes):
            yield self.footnotes(block)
        elif isinstance(block, Trace):
            table = self.grid(block.name, block.table, ())
            yield tag("details", tag("summary", self.text(block.name)), table, class_="fold")
        elif isinstance(block, Files):
            yield from (tag("h2", self.text(block.heading)), bullets(block.names()))
        else:
            from tradecli.render.chart import figure

            yield Markup(figure(block.picture if isinstance(block, Illustration) else block, self.style))

    def line(self, line: Line) -> Markup:
        """A sentence, and each number of its footnotes as a link to it."""
        return joined([with_code(self.text(line.text)), *self.numbers(line.footnotes)])

    def numbers(self, footnotes: Sequence[int]) -> list[Markup]:
        """Numbers that lead to their footnotes; none where there are none."""
        links = [tag("a", str(n), href=f"#n{n}", title=self.hovers.get(n, "")) for n in footnotes]
        return [tag("sup", *links, gap=" ")] if links else []

    def grid(self, name: Statement, table: Table, footnotes: Sequence[Sequence[int]]) -> Markup:
        """A table in a region that scrolls by itself, so that the page never does sideways.

        A first column that has no heading is made of headings itself.
        """
        headings, rows = texts(table, self.style)
        looks = [_looks(column, [row[at] for row in rows]) for at, column in enumerate(table.columns)]
        body = []
        for row, numbers in zip(rows, footnotes or [()] * len(rows), strict=True):
            named = bool(row[0] and not headings[0])
            first = joined([row[0], *self.numbers(numbers)])
            cells = [tag("th", first, scope="row") if named else tag("td", first, class_=looks[0])]
            cells += [tag("td", text, class_=look) for text, look in zip(row[1:], looks[1:], strict=True)]
            body.append(tag("tr", *cells))
        inside = _table(headings, looks, body)
        return tag(
            "div",
            *("", inside, ""),
            gap="\n",
            class_="wide",
            role="region",
            tabindex="0",
            aria_label=self.text(name),
        )

    def footnotes(self, block: Footnotes) -> Markup:
        """Footnotes that links lead to."""
        items = (tag("li", self.text(line), id=f"n{n}") for n, line in enumerate(block.lines, 1))
        return tag("ol", "", *items, "", gap="\n", class_="notes")


def bullets(lines: Sequence[str]) -> Markup:
    """A list, each line once."""
    return tag("ul", "", *(tag("li", line) for line in dict.fromkeys(lines)), "", gap="\n")


def with_code(text: str) -> Markup:
    """A text in which what stands between backquotes is a command."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return joined([text])
    return joined([tag("code", part) if place % 2 else part for place, part in enumerate(parts)])


#: Signs of a text beyond which it is broken into lines.
LONG = 24


def _looks(column: Column, texts: Sequence[str]) -> str:
    """How a column is set: figures to the right, texts to the left, long ones on several lines."""
    if not column.left:
        return ""
    return "long" if max(map(len, texts), default=0) > LONG else "text"


def _table(headings: Sequence[str], looks: Sequence[str], body: Sequence[Markup]) -> Markup:
    # A column without a heading has an empty cell there, which is no heading of anything.
    top = [
        tag("th", text, scope="col", class_=look) if text else tag("td")
        for text, look in zip(headings, looks, strict=True)
    ]
    rows = tag("tbody", "", *body, "", gap="\n")
    return tag("table", "", tag("thead", tag("tr", *top)), rows, "", gap="\n")
