"""What stands beside a file that is written: its description as CSV on the Web, its receipt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import QueryError
from tradecli.model.document import Document, Files
from tradecli.model.report import Report
from tradecli.receipts import Answered, Asked, receipt
from tradecli.render import csvw, plain, prov
from tradecli.render.clean import clean

#: A release has no rows, and so no layout of its own.
_RELEASE = "trade.brief/1"


class Beside(NamedTuple):
    """What is wanted beside a file: its description, and, of how it was asked, its receipt."""

    csvw: bool = False
    asked: Asked | None = None

    def check(self, name: str, output: str) -> None:
        """Refuse what cannot stand beside a file of the format *name*.

        Raises:
            QueryError: There is no file, or it is no CSV that is to be described as such.
        """
        if output in {"", "-"}:
            switch = "--csvw" if self.csvw else "--receipt"
            raise QueryError(
                "{switch} writes a file beside another", hint="name that one: --output FILE", switch=switch
            )
        if self.csvw and name != "csv":
            raise QueryError(
                "--csvw describes a CSV file, and this is {name}",
                hint="name one: --output FILE.csv",
                name=name,
            )

    def of_report(
        self, report: Report, style: Style, output: str, content: bytes
    ) -> Sequence[tuple[str, bytes]]:
        """What to add to the name of the file, and the content of that file, of each that is wanted."""
        name = Path(output).name
        made = [(csvw.SUFFIX, csvw.metadata(report, style, name).encode())] if self.csvw else []
        answered = Answered(report.schema, clean(write(report.title, style)), plain.provenance(report))
        return [*made, *self._receipt(answered, name, content)]

    def of_document(
        self, document: Document, style: Style, output: str, content: bytes
    ) -> Sequence[tuple[str, bytes]]:
        """The same of a release."""
        lists = [block for block in document.blocks if isinstance(block, Files)]
        known = lists[0].manifest() if lists else {}
        files = [{"id": origin, **known.get(origin, {})} for block in lists for origin in block.origins]
        answered = Answered(_RELEASE, clean(write(document.title, style)), files)
        return list(self._receipt(answered, Path(output).name, content))

    def _receipt(self, answered: Answered, name: str, content: bytes) -> Sequence[tuple[str, bytes]]:
        if self.asked is None:
            return []
        made = receipt(self.asked, answered, content, name)
        return [(prov.SUFFIX, prov.prov_json(made).encode())]
