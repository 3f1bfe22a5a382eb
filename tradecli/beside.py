"""What stands beside a file that is written: its description, that of its folder, its receipt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tradecli import saving
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.errors import QueryError, StoreError
from tradecli.model.document import Document, Files
from tradecli.model.report import Report
from tradecli.receipts import Answered, Asked, receipt
from tradecli.render import csvw, data_package, plain, prov
from tradecli.render.clean import clean
from tradecli.wording import reason

#: A release has no rows, and so no layout of its own.
_RELEASE = "trade.brief/1"


class Beside(NamedTuple):
    """What is wanted beside a file.

    Args:
        csvw: Its description as CSV on the Web.
        package: That of its folder as a Data Package, with the file in it.
        asked: How it was asked, of which there is to be a receipt.
    """

    csvw: bool = False
    package: bool = False
    asked: Asked | None = None

    def check(self, name: str, output: str) -> None:
        """Refuse what cannot stand beside a file of the format *name*.

        Raises:
            QueryError: There is no file, or it is no CSV that is to be described as such.
        """
        switch = "--csvw" if self.csvw else "--datapackage" if self.package else "--receipt"
        if output in {"", "-"}:
            raise QueryError(
                "{switch} writes a file beside another", hint="name that one: --output FILE", switch=switch
            )
        if switch != "--receipt" and name != "csv":
            raise QueryError(
                "{switch} describes a CSV file, and this is {name}",
                hint="name one: --output FILE.csv",
                switch=switch,
                name=name,
            )

    def of_report(
        self, report: Report, style: Style, output: str, content: bytes
    ) -> Sequence[tuple[str, bytes]]:
        """The name and the content of each file that is wanted.

        Raises:
            StoreError: The description of the folder cannot be read, or is none.
        """
        path, made = Path(output), list[tuple[str, str]]()
        name = path.name
        if self.csvw:
            made.append((f"{name}{csvw.SUFFIX}", csvw.metadata(report, style, name)))
        if self.package:
            before = _text(path.with_name(data_package.NAME))
            made.append((data_package.NAME, data_package.package(before, report, style, name, content)))
        answered = Answered(report.schema, clean(write(report.title, style)), plain.provenance(report))
        return [*((one, text.encode()) for one, text in made), *self._receipt(answered, name, content)]

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
        return [(f"{name}{prov.SUFFIX}", prov.prov_json(made).encode())]


def _text(path: Path) -> str:
    """The text of a file; of none nothing."""
    try:
        return saving.read(path).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise StoreError("cannot read {path}: {error}", path=path, error=reason(error)) from None
