"""What every answer can be written as, and what stands beside the file; how the answer was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tradecli.catalogue import style as shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    from tradecli.beside import Beside


class Written:
    """What can be written: the language, unit and decimals it is written in, and the forms."""

    #: How a shell ends with it.
    exit_code = 0
    #: The question and its arguments, where it was asked through the Python API; language, unit, decimals.
    _asked: tuple[str, Mapping[str, Any]] | None = None
    _said: tuple[str, str, int | None] = ("en", "", None)

    def __init__(self) -> None:
        self._style = shown.Style()

    def styled(self, lang: str = "en", unit: str = "", digits: int | None = None) -> Self:
        """The same in another language or unit.

        Args:
            lang: `en` or `zh` (Traditional Chinese).
            unit: `trillion`, `billion`, `yi` (100 million), `million`, `thousand` or `dollar`; empty means
                the language's own, or a smaller one in which the figures have three digits.
            digits: Decimals of money, never finer than published; None means the unit's own.

        Raises:
            QueryError: There is no such language or unit, or so many decimals.
        """
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        other._style, other._said = self._fitted(shown.style(lang, unit, digits)), (lang, unit, digits)
        for name in ("title", "findings", "notes"):
            vars(other).pop(name, None)
        return other

    def to(
        self,
        format: str = "",  # noqa: A002
        path: str | PathLike[str] | None = None,
        *,
        csvw: bool = False,
        datapackage: bool = False,
        receipt: bool = False,
    ) -> str | bytes:
        """The answer in another form, also written to a file where one is named.

        Args:
            format: A format of the shell, such as `csv`, `json`, `markdown`, `html`, `xlsx`; without one
                it is told from the suffix of the file.
            path: Where to write it, whole or not at all.
            csvw: Also what describes a CSV file, `PATH-metadata.json`.
            datapackage: Also adds a CSV file to the `datapackage.json` of its folder.
            receipt: Also `PATH.receipt.json`, from which `replay` answers again.

        Returns:
            Text, or bytes for `parquet`, `arrow`, `xlsx`, `docx` and `png`.

        Raises:
            QueryError: There is no such format, an extra is not installed, or nothing can stand beside.
            StoreError: A file cannot be written.
        """
        output = str(path or "")
        wanted = self._wanted(format, output, csvw, datapackage, receipt)
        content = self._rendered(format, output)
        if path is not None:
            from tradecli import saving

            written = content if isinstance(content, bytes) else content.encode()
            beside = list(self._drawn(format, output))
            beside += self._beside(wanted, output, written) if wanted else []
            saving.save(Path(path), written, beside)
        return content

    def _wanted(self, name: str, output: str, csvw: bool, package: bool, receipt: bool) -> Beside | None:
        """What is to stand beside a file.

        Raises:
            QueryError: There is no file, or it is of another format, or the answer has no receipt.
        """
        if not (csvw or package or receipt):
            return None
        from tradecli import receipts
        from tradecli.beside import Beside

        asked = receipts.asked(self._asked, self._said, name, self.exit_code) if receipt else None
        wanted = Beside(csvw, package, asked)
        wanted.check(name or Path(output).suffix.lower().removeprefix("."), output)
        return wanted

    def _beside(self, wanted: Beside, path: str, content: bytes) -> Sequence[tuple[str, bytes]]:
        raise NotImplementedError

    def _drawn(self, name: str, path: str) -> Sequence[tuple[str, bytes]]:
        """Pictures that are written beside a file, always."""
        return ()

    def _rendered(self, name: str, path: str = "") -> str | bytes:
        raise NotImplementedError

    def _fitted(self, style: shown.Style) -> shown.Style:
        raise NotImplementedError

    def __str__(self) -> str:
        return str(self._rendered("table"))

    def _repr_html_(self) -> str:
        page = str(self._rendered("html"))
        return page[page.index("<main") : page.index("</main>") + len("</main>")]

    def _repr_markdown_(self) -> str:
        return str(self._rendered("markdown"))
