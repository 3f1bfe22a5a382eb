"""What every question is answered with: a frame, what it says, what it rests on, and each form of it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradecli.catalogue import style as shown
from tradecli.catalogue import units
from tradecli.catalogue.writer import write
from tradecli.render.clean import clean
from tradecli.written import Written as Written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import polars as pl

    from tradecli.beside import Beside
    from tradecli.model.document import Document
    from tradecli.model.picture import Picture
    from tradecli.model.report import Report, Statement
    from tradecli.render.plain import Finding, Note

#: Columns that a text is laid out for where no terminal says how many it has.
WIDTH = 100


class Answer(Written):
    """An answer: its rows as a frame, its findings and notes, and the files it rests on.

    It prints as the shell prints it, shows itself in a notebook, and is handed to Arrow, DuckDB or polars
    as it is (`pyarrow.table(a)`). `exit_code` is how a shell ends with
    it: 0, or what the question says of itself, such as 1 where a claim checked is false.
    """

    def __init__(self, report: Report, *, exit_code: int = 0) -> None:
        self._report: Report = report
        self._style = self._fitted(shown.Style())
        self.exit_code = exit_code

    def _fitted(self, style: shown.Style) -> shown.Style:
        return units.of_report(style, self._report)

    def _beside(self, wanted: Beside, path: str, content: bytes) -> Sequence[tuple[str, bytes]]:
        return wanted.of_report(self._report, self._style, path, content)

    @cached_property
    def df(self) -> pl.DataFrame:
        """The rows, unrounded: money in whole units of the currency, rates in percent.

        `period` is the first day of the last month, `period_label` as it is written. Where a value is
        null, the column of the same name and `_note` says why.
        """
        from tradecli.render.rows import dated, table

        return dated(table(self._report))

    @cached_property
    def title(self) -> str:
        """Its headline."""
        return clean(write(self._report.title, self._style))

    @cached_property
    def findings(self) -> list[Finding]:
        """What the figures show, most important first."""
        from tradecli.render import plain

        return plain.findings(self._report, self._style)

    @cached_property
    def notes(self) -> list[Note]:
        """What qualifies the figures."""
        from tradecli.render import plain

        return plain.notes(self._report, self._style)

    @cached_property
    def sources(self) -> list[dict[str, Any]]:
        """The files and articles it rests on: `id`, `file`, `sha256`, `vintage`, `address`, `licence`."""
        from tradecli.render import plain

        return plain.provenance(self._report)

    @property
    def question(self) -> dict[str, Any]:
        """What was asked, as plain values."""
        return dict(self._report.question)

    @property
    def schema(self) -> str:
        """Name and version of its layout, such as `trade.surplus/1`."""
        return self._report.schema

    @property
    def currency(self) -> str:
        """ISO 4217 code of its money."""
        return self._report.currency

    def _rendered(self, name: str, path: str = "") -> str | bytes:
        from tradecli.render import formats
        from tradecli.render.cells import note_lines

        name = formats.chosen(name, path, terminal=False)
        # A file is as wide as its lines are.
        text = formats.rendered(self._report, name, self._style, width=None if path else WIDTH)
        if name != formats.TABLE or path:
            return text
        noted = (f"{line}\n" for line in note_lines(self._report.notes, self._style))
        return "".join([str(text), *noted]).rstrip("\n")

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.df.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._report.rows)

    def __repr__(self) -> str:
        return f"<{self.schema}: {self.title}; {len(self)} rows>"


class Chart(Answer):
    """A picture, and the figures in it: an answer that is also written as `svg`, `png` or `html`."""

    def __init__(self, picture: Picture, report: Report) -> None:
        super().__init__(report)
        self._picture = picture

    def _rendered(self, name: str, path: str = "") -> str | bytes:
        from tradecli.render import picture

        name = name or Path(path).suffix.lower().removeprefix(".")
        if name in picture.FORMATS:
            return picture.rendered(self._picture, self._report, name, self._style)
        if name == "table":
            return picture.drawn(self._picture, self._style)
        return super()._rendered(name if name != "txt" else "", path)

    def _repr_html_(self) -> str:
        return str(self._rendered("svg"))


class Citation(Answer):
    """How a figure is cited: an answer that is also written as `bibtex`."""

    @staticmethod
    def is_entry(name: str, path: str = "") -> bool:
        """Whether a format, or else the suffix of a file, asks for an entry of BibTeX."""
        return name == "bibtex" or (not name and path.lower().endswith(".bib"))

    def _rendered(self, name: str, path: str = "") -> str | bytes:
        if self.is_entry(name, path):
            from tradecli.render.bibtex import bibtex

            return bibtex(self._report, self._style)
        return super()._rendered(name, path)


class Inspection(Answer):
    """What an unknown table holds: an answer that is also written as `toml`, the names of its columns."""

    #: Findings that whoever writes a mapping has to know.
    _TOLD = ("table.open", "table.refused", "table.hint", "table.reporter.several")
    #: Findings after which no question is answered before something has been said.
    _STOPS = (
        "table.refused",
        *(
            f"table.open.{why}"
            for why in ("several", "none", "constant", "apart", "unread", "header", "doubt", "unsure")
        ),
    )

    def __init__(self, report: Report, document: Callable[[str], Sequence[Statement | str]]) -> None:
        super().__init__(report)
        self._document = document

    def remarks(self, output: str = "") -> Sequence[Statement]:
        """What stays open, why a question is refused as the table stands; else how the file is asked.

        Args:
            output: The file that was written, if one was.
        """
        from tradecli.model.report import Statement

        findings = self._report.findings
        found = [said for said in findings if said.key.startswith(self._TOLD)]
        stopped = any(said.key.startswith(self._STOPS) for said in found)
        asked = [
            Statement(said.key, {**said.facts, "file": output})
            for said in findings
            if said.key == "table.ask"
        ]
        return found if stopped or not output else [*found, *asked]

    def _rendered(self, name: str, path: str = "") -> str | bytes:
        if name == "toml" or (not name and path.lower().endswith(".toml")):
            from tradecli.render.mapping_toml import toml

            return toml(self._document(path), self._style)
        return super()._rendered(name, path)


class Release(Written):
    """A release for a month: text, table and chart, every figure traced; Markdown, HTML, Word or text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._style = self._fitted(shown.Style())

    def _fitted(self, style: shown.Style) -> shown.Style:
        return units.of_document(style, self._document)

    @property
    def title(self) -> str:
        """Its headline."""
        return clean(write(self._document.title, self._style))

    @cached_property
    def _report(self) -> Report:
        """The rows of its chapters."""
        if self._document.rows is None:
            raise ValueError("a document without rows")
        return self._document.rows()

    @cached_property
    def df(self) -> pl.DataFrame:
        """The figures that its chapters tell, a row each, as those of an `Answer`; `chapter` says which."""
        from tradecli.render.rows import dated, table

        return dated(table(self._report))

    @cached_property
    def sources(self) -> list[dict[str, Any]]:
        """The files and articles that these figures rest on, as those of an `Answer`."""
        from tradecli.render import plain

        return plain.provenance(self._report)

    def _beside(self, wanted: Beside, path: str, content: bytes) -> Sequence[tuple[str, bytes]]:
        return wanted.of_document(self._document, self._style, path, content)

    def _drawn(self, name: str, path: str) -> Sequence[tuple[str, bytes]]:
        """The chart of a Markdown file, which is written as `NAME-chart.svg`."""
        from tradecli.render.formats import chosen_for_text, illustrated

        name = chosen_for_text(name, path, terminal=False)
        drawing, drawn = illustrated(self._document, name, path, self._style)
        return [(drawing, drawn.encode())] if drawing else []

    def _rendered(self, name: str, path: str = "") -> str | bytes:
        from tradecli.render.formats import chosen_for_text, illustrated, written

        name = chosen_for_text(name, path, terminal=False)
        drawing, _ = illustrated(self._document, name, path, self._style)
        return written(self._document, name, self._style, drawing=drawing)

    def __repr__(self) -> str:
        return f"<release: {self.title}>"
