"""What every question is answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradecli.document import Document, Picture
    from tradecli.legacy import AnyReport


class Answer:
    """An answer, in every form.

    `exit_code` is how a shell ends with it: 0, or what the question says of itself.
    """

    def __init__(self, report: AnyReport, *, exit_code: int = 0) -> None:
        self._report = report
        self.exit_code = exit_code


class Chart(Answer):
    """A picture, and the figures in it."""

    def __init__(self, picture: Picture, report: AnyReport) -> None:
        super().__init__(report)
        self._picture = picture


class Release:
    """A release."""

    exit_code = 0

    def __init__(self, document: Document) -> None:
        self._document = document
