"""A text as Markdown: its statements bold, each with a footnote that holds its verdict and figures."""

from __future__ import annotations

from collections.abc import Iterator

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.model.report import Article, Mark, Report
from tradecli.render.markdown import escaped
from tradecli.render.marked import SIGNS, paragraphs, parts
from tradecli.render.plain import notes


def article_markdown(report: Report, style: Style) -> str:
    """The texts, the summary, the notes, and a footnote a statement."""
    blocks = [f"## {escaped(write(report.title, style))}"]
    blocks += [block for article in report.articles for block in _article(article, style)]
    blocks.append("\n".join(f"- {escaped(note.text)}" for note in notes(report, style)))
    marks = (mark for article in report.articles for mark in article.marks)
    blocks += [_footnote(mark, style) for mark in marks]
    return "\n\n".join(blocks) + "\n"


def _article(article: Article, style: Style) -> Iterator[str]:
    yield f"### {escaped(cell(article.heading, style))}"
    for at, text, marks in paragraphs(article):
        numbers: dict[int, str] = {}
        for one in marks:
            numbers[one.end - at] = f"{numbers.get(one.end - at, '')}[^{one.number}]"
        shown, done = "", 0
        for part, mark in parts(at, text, marks):
            done += len(part)
            shown += f"**{escaped(part)}**" if mark else _line(part)
            shown += numbers.pop(done, "")
        yield shown + "".join(numbers.values())


def _line(part: str) -> str:
    """Text between marks, whose gaps at its ends stay."""
    inner = part.strip()
    if not inner:
        return part
    begin = part.index(inner)
    return part[:begin] + escaped(inner) + part[begin + len(inner) :]


def _footnote(mark: Mark, style: Style) -> str:
    told = [f"[^{mark.number}]: {SIGNS[mark.verdict]} {escaped(cell(mark.said, style))}"]
    told += [f"    - {escaped(cell(figure, style))}" for figure in mark.figures]
    return "\n".join(told)
