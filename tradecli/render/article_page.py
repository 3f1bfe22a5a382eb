"""A text as a page: its statements underlined, beside each paragraph what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.model.document import file_names
from tradecli.model.report import Article, Mark, Report, Statement
from tradecli.render.marked import SIGNS, paragraphs, parts
from tradecli.render.page import Markup, joined, shell, tag
from tradecli.render.plain import notes

STYLE = """
:root{--good:#116329;--bad:#b3261e;--open:#7a4f00}
@media (prefers-color-scheme:dark){:root{--good:#56d364;--bad:#ff8a80;--open:#e3b341}}
.row{display:grid;gap:0 1.5rem}.row p{margin:.5rem 0}.row sup{margin:0}
.margin{list-style:none;margin:0 0 .6rem;padding:0;font-size:.88rem}
.margin li{margin:.15rem 0;padding:.1rem .5rem;border-left:3px solid currentcolor}
.margin summary{cursor:pointer}.margin div{color:var(--ink);padding:.2rem 0 .4rem}
.margin ul{margin:.3rem 0;padding-left:1.1rem;color:var(--soft)}
.margin li:target{outline:2px solid var(--link)}
.good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}
a.good,a.bad,a.open{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
a.bad{text-decoration-style:wavy}a.open{text-decoration-style:dashed}
@media (min-width:56rem){main.wider{max-width:68rem}.row{grid-template-columns:minmax(0,1fr) 21rem}
.margin{margin:.5rem 0}}
@media print{.row{grid-template-columns:minmax(0,1fr) 14rem}
details::details-content{content-visibility:visible;block-size:auto}}
"""
_LOOKS = {
    **dict.fromkeys(("true", "true_when_published", "as_stated"), "good"),
    **dict.fromkeys(("true_of_unlike_periods", "cannot_tell"), "open"),
    "false": "bad",
}


def article_page(report: Report, style: Style) -> str:
    """The whole page; a statement leads to what is said of it, and shows it when pointed at."""
    blocks = [block for article in report.articles for block in _article(article, style)]
    blocks += [
        tag("h2", write(Statement("notes"), style)),
        _list([note.text for note in notes(report, style)]),
    ]
    if files := file_names(report.used, report.manifest()):
        blocks += [tag("h2", write(Statement("files"), style)), _list(files)]
    title = cell(report.title, style)
    return f"{shell(title, blocks, style, looks=STYLE, class_='wider')}\n"


def _list(lines: list[str]) -> Markup:
    return tag("ul", "", *(tag("li", line) for line in lines), "", gap="\n")


def _article(article: Article, style: Style) -> Iterator[Markup]:
    yield tag("h2", cell(article.heading, style))
    for at, text, marks in paragraphs(article):
        inside = [_marked(part, mark, style) if mark else part for part, mark in parts(at, text, marks)]
        beside = [tag("ol", "", *(_note(mark, style) for mark in marks), "", gap="\n", class_="margin")]
        yield tag("div", tag("p", *inside), *(beside if marks else []), gap="\n", class_="row")


def _marked(part: str, mark: Mark, style: Style) -> Markup:
    looks = _LOOKS[mark.verdict]
    link = tag("a", part, href=f"#s{mark.number}", class_=looks, title=cell(mark.said, style))
    return joined([link, tag("sup", f"{SIGNS[mark.verdict]}{mark.number}", class_=looks)])


def _note(mark: Mark, style: Style) -> Markup:
    """A statement in the margin: its verdict, and what opens to the figures with source and file."""
    head = tag("summary", f"{SIGNS[mark.verdict]} {mark.number} {cell(mark.label, style)}")
    figures = (
        [tag("ul", *(tag("li", cell(figure, style)) for figure in mark.figures))] if mark.figures else []
    )
    # A link to what stands inside opens it.
    body = tag("div", cell(mark.said, style), *figures, id=f"s{mark.number}")
    details = tag("details", head, body)
    if mark.verdict == "false":
        details = Markup(details.replace("<details>", "<details open>", 1))
    return tag("li", details, class_=_LOOKS[mark.verdict])
