"""A text as a Word file: headings, tables, the picture, footnotes and trace, in Word's own styles."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import cell, write
from tradecli.errors import QueryError
from tradecli.model.document import (
    Block,
    Bullets,
    Document,
    Footnotes,
    Grid,
    Heading,
    Illustration,
    Line,
    Paragraph,
    Trace,
)
from tradecli.model.report import Statement, Table
from tradecli.render.cells import numbered, texts
from tradecli.render.clean import clean
from tradecli.render.undated import undated

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.text.paragraph import Paragraph as Written

#: Fonts of Latin letters and of Chinese ones, which Word chooses apart.
LATIN, CHINESE = "Calibri", "Microsoft JhengHei"
#: The width of a page's text, in inches, and the sizes of its table and its trace, in points.
TEXT_WIDTH, TABLE, TRACE = 6.3, 10, 7.5


def docx(document: Document, style: Style) -> bytes:
    """The whole file.

    Raises:
        QueryError: The extra that writes it is not installed.
    """
    try:
        import docx as word
    except ImportError:
        raise QueryError(
            "docx needs the extra `docx`", hint="install it with: pip install 'tradecli[docx]'"
        ) from None
    file = word.Document()
    _prepared(file, document, style)
    writer = _Writer(file, style)
    writer.head(document)
    for block in document.blocks:
        writer.block(block)
    content = io.BytesIO()
    file.save(content)
    return undated(content.getvalue())


def _prepared(file: File, document: Document, style: Style) -> None:
    """Fonts, margins, language and title of the file."""
    from docx.oxml.ns import qn
    from docx.shared import Inches, Pt, RGBColor

    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Subtitle", "List Bullet", "List Number"):
        looks: Any = file.styles[name]
        looks.font.name = LATIN
        fonts = looks.element.get_or_add_rPr().get_or_add_rFonts()
        for place in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(place), None)
        fonts.set(qn("w:eastAsia"), CHINESE)
        looks.font.color.rgb = RGBColor(0x57, 0x60, 0x6A) if name == "Subtitle" else RGBColor(0, 0, 0)
    file.styles["Normal"].font.size = Pt(10.5)
    file.styles["Title"].font.size = Pt(20)
    file.styles["Subtitle"].font.size = Pt(10)
    for section in file.sections:
        section.left_margin = section.right_margin = Inches(1.1)
    properties = file.core_properties
    properties.title, properties.author, properties.comments = clean(write(document.title, style)), "", ""
    properties.language = "zh-TW" if style.lang == "zh" else "en"
    # The days in it are those of an empty file of the library.
    for day in [part for part in properties._element if part.tag.endswith(("}created", "}modified"))]:
        properties._element.remove(day)


class _Writer:
    """A document on its way to Word."""

    def __init__(self, file: File, style: Style) -> None:
        self.file, self.style = file, style

    def head(self, document: Document) -> None:
        """Title and subtitle."""
        self.file.add_paragraph(self.text(document.title), style="Title")
        if document.subtitle:
            self.file.add_paragraph(self.text(document.subtitle), style="Subtitle")

    def text(self, content: Statement | str) -> str:
        """A statement as a sentence, in one line."""
        return clean(cell(content, self.style)).replace("`", "")

    def block(self, block: Block) -> None:
        """The parts of a block."""
        if isinstance(block, Heading):
            self.file.add_heading(self.text(block.text), level=2 if block.minor else 1)
        elif isinstance(block, Paragraph):
            self.lines(self.file.add_paragraph(), block.lines)
        elif isinstance(block, Bullets):
            for line in {self.text(line.text): line for line in block.lines}.values():
                self.lines(self.file.add_paragraph(style="List Bullet"), [line])
        elif isinstance(block, Grid):
            self.table(block.table, block.footnotes, TABLE)
        elif isinstance(block, Illustration):
            self.picture(block)
        elif isinstance(block, Footnotes | Trace):
            self.origins(block)

    def origins(self, block: Footnotes | Trace) -> None:
        """What the numbers stand for; and the trace, which stands at the end under a heading of its own."""
        if isinstance(block, Trace):
            self.file.add_heading(self.text(block.name), level=1)
            self.table(block.table, (), TRACE)
            return
        for number, statement in enumerate(block.lines, 1):
            self.file.add_paragraph(f"[{number}] {self.text(statement)}")

    def lines(self, paragraph: Written, lines: Sequence[Line]) -> None:
        """Sentences, each with the numbers of its footnotes raised."""
        for place, line in enumerate(lines):
            gap = " " if place and self.style.lang == "en" else ""
            paragraph.add_run(f"{gap}{self.text(line.text)}")
            self.numbers(paragraph, line.footnotes)

    def numbers(self, paragraph: Written, numbers: Sequence[int]) -> None:
        """Numbers of footnotes, raised."""
        if numbers:
            raised = paragraph.add_run(f" {numbered(numbers)}")
            raised.font.superscript = True

    def table(self, table: Table, footnotes: Sequence[Sequence[int]], size: float) -> None:
        """A table whose first row is repeated on each page."""
        from docx.oxml import OxmlElement

        headings, rows = texts(table, self.style)
        grid: Any = self.file.add_table(rows=1 + len(rows), cols=len(headings), style="Light List")
        grid.autofit = True
        repeated = OxmlElement("w:tblHeader")
        grid.rows[0]._tr.get_or_add_trPr().append(repeated)
        numbers = [(), *(footnotes or [()] * len(rows))]
        for place, (texts_of_row, of_row) in enumerate(zip([headings, *rows], numbers, strict=True)):
            cells = grid.rows[place].cells
            for at, text in enumerate(texts_of_row):
                self.fill(cells[at].paragraphs[0], text, size, left=table.columns[at].left)
                if at == 0:
                    self.numbers(cells[0].paragraphs[0], of_row)
        self.file.add_paragraph()

    def fill(self, paragraph: Written, text: str, size: float, *, left: bool) -> None:
        """A cell: a text to the left, a figure to the right."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        paragraph.add_run(text).font.size = Pt(size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.space_after = Pt(0)

    def picture(self, block: Illustration) -> None:
        """The picture, or without the extra that draws it how it is drawn; in words in either case."""
        from docx.shared import Inches

        from tradecli.render.picture import as_png

        drawing = as_png(block.picture, self.style)
        if drawing:
            shape = self.file.add_picture(io.BytesIO(drawing), width=Inches(TEXT_WIDTH))
            shape._inline.docPr.set("descr", self.text(block.picture.alt))
        else:
            self.file.add_paragraph(self.text(block.elsewhere))
            self.file.add_paragraph(self.text(Statement("brief.no_extra")))
