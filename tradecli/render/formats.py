"""Which format, and the report in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tradecli.catalogue.style import Style
from tradecli.errors import QueryError, unknown
from tradecli.model.report import Report
from tradecli.wording import Listed

if TYPE_CHECKING:
    from tradecli.model.document import Document

TABLE: Final = "table"
FORMATS = (
    *(TABLE, "csv", "tsv", "json", "ndjson", "markdown", "html", "parquet", "xlsx", "arrow", "sdmx-csv"),
)
#: Those of a release.
TEXT_FORMATS = (TABLE, "markdown", "html", "docx")
#: Those that hold the notes of an answer; the others hold its rows alone.
WITH_NOTES = frozenset({"json", "ndjson", "markdown", "html"})
#: Bytes that a terminal must not be sent.
BINARY = frozenset({"parquet", "xlsx", "arrow"})
BINARY_TEXT = frozenset({"docx"})
SUFFIXES = {f".{name}": name for name in FORMATS if name not in {"arrow", "sdmx-csv"}} | {
    ".md": "markdown",
    ".jsonl": "ndjson",
    ".txt": TABLE,
    # A stream, of which `.arrow`, the suffix of a file that is read at any place, says something else.
    ".arrows": "arrow",
}


def chosen(asked: str, output: str, *, terminal: bool) -> str:
    """The format in force: as asked, else by the file's suffix, else table or CSV.

    A terminal gets the table, a pipe CSV.

    Raises:
        QueryError: No such format, or none can be told from the file's name.

    Examples:
        >>> chosen("", "figures.md", terminal=True), chosen("", "", terminal=False)
        ('markdown', 'csv')
    """
    if asked:
        if asked not in FORMATS:
            raise unknown("format", asked, FORMATS)
        return asked
    if output and output != "-":
        suffix = Path(output).suffix.lower()
        if suffix not in SUFFIXES:
            raise QueryError(
                "the format cannot be told from the name {output!r}",
                hint="name it with --format, or end the file's name in {suffixes}",
                output=output,
                suffixes=Listed(SUFFIXES),
            )
        return SUFFIXES[suffix]
    return TABLE if terminal else "csv"


def garbled(name: str) -> QueryError:
    """The error for bytes that a terminal is to be sent."""
    suffix = next((suffix for suffix, kind in SUFFIXES.items() if kind == name), f".{name}")
    return QueryError(
        "{name} would garble the terminal",
        hint="write it to a file: --output FILE{suffix}",
        name=name,
        suffix=suffix,
    )


def under_suffix(values: dict[str, Any], context: Any) -> dict[str, Any]:
    """The values without a format that only a setting names, where the suffix of the file names one."""
    if not (context and values.get("output") and values.get("format")):
        return values
    named = {*SUFFIXES, ".htm", ".docx", ".svg", ".png", ".toml"}
    said = context.get_parameter_source("format")
    usual = said is not None and said.name != "COMMANDLINE"
    return {**values, "format": ""} if usual and Path(values["output"]).suffix.lower() in named else values


def rendered(
    report: Report,
    name: str,
    style: Style,
    *,
    width: int | None = None,
    colour: bool = False,
    blocks: bool = True,
) -> str | bytes:
    """The report in the format *name*: text, or bytes for the formats in `BINARY`."""
    if name == "csv" or name == "tsv":
        from tradecli.render.delimited import delimited

        return delimited(report, style, delimiter="," if name == "csv" else "\t")
    if name == "sdmx-csv":
        from tradecli.render.sdmx_csv import sdmx_csv

        return sdmx_csv(report, style)
    if name == "json" or name == "ndjson":
        from tradecli.render import json_text

        return json_text.as_json(report, style) if name == "json" else json_text.as_ndjson(report, style)
    if name in BINARY:
        from tradecli.render import binary

        write = {"parquet": binary.parquet, "arrow": binary.arrow, "xlsx": binary.xlsx}[name]
        return write(report, style)
    if report.articles:
        return _articles(report, name, style, width=width, colour=colour)
    if name == "markdown":
        from tradecli.model.document import of_report
        from tradecli.render.markdown import markdown

        return markdown(of_report(report), style)
    if name == "html":
        from tradecli.model.document import of_report
        from tradecli.render.page import page

        return page(of_report(report), style)
    from tradecli.render.table import table

    return table(report, style, width=width, colour=colour, blocks=blocks)


def _articles(report: Report, name: str, style: Style, *, width: int | None, colour: bool) -> str:
    """Texts with their statements marked, for people."""
    if name == "markdown":
        from tradecli.render.article_markdown import article_markdown

        return article_markdown(report, style)
    if name == "html":
        from tradecli.render.article_page import article_page

        return article_page(report, style)
    from tradecli.render.article_text import article_text

    return article_text(report, style, width=width, colour=colour)


def chosen_for_text(asked: str, output: str, *, terminal: bool) -> str:
    """The format of a release: as asked, else by the file's suffix, else plain text or Markdown.

    Raises:
        QueryError: A release has no such format.

    Examples:
        >>> chosen_for_text("", "november.html", terminal=True), chosen_for_text("", "", terminal=False)
        ('html', 'markdown')
    """
    name = asked or _of_suffix(output) or (TABLE if terminal and output in {"", "-"} else "markdown")
    name = {"text": TABLE, "txt": TABLE}.get(name, name)
    if name not in TEXT_FORMATS:
        raise QueryError(
            "a release cannot be written as {name}",
            hint="formats: markdown (md), html, docx, text",
            name=name,
        )
    return name


def _of_suffix(output: str) -> str:
    name = {**SUFFIXES, ".htm": "html", ".docx": "docx"}.get(Path(output).suffix.lower(), "")
    return name if name in TEXT_FORMATS else ""


def written(
    document: Document, name: str, style: Style, *, width: int | None = None, drawing: str = ""
) -> str | bytes:
    """A text in one of `TEXT_FORMATS`: bytes for those in `BINARY_TEXT`.

    Args:
        document: What to write.
        name: The format.
        style: Language, unit, digits.
        width: Columns of the terminal that plain text is for.
        drawing: Where the picture of a Markdown text was written, as a link from it.
    """
    if name == "html":
        from tradecli.render.page import page

        return page(document, style)
    if name == "docx":
        from tradecli.render.docx import docx

        return docx(document, style)
    if name == "markdown":
        from tradecli.render.markdown import markdown

        return markdown(document, style, drawing=drawing)
    from tradecli.render.text import text

    return text(document, style, width)


def illustrated(document: Document, name: str, output: str, style: Style) -> tuple[str, str]:
    """The name and the content of a picture to be written beside a Markdown file; both empty for any other.

    Examples:
        >>> from tradecli.model.document import Document
        >>> from tradecli.model.report import Statement
        >>> illustrated(Document(Statement("notes"), None, [], "USD"), "html", "november.html", Style())
        ('', '')
    """
    if name != "markdown" or output in {"", "-"}:
        return "", ""
    from tradecli.model.document import Illustration
    from tradecli.render.picture import as_svg

    pictures = (block.picture for block in document.blocks if isinstance(block, Illustration))
    drawn = next((as_svg(picture, style) for picture in pictures), "")
    return (f"{Path(output).stem}-chart.svg", drawn) if drawn else ("", "")
