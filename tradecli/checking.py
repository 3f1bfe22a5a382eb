"""Are published statements true? Claims as lines or TOML, and texts as they were written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Unpack

from tradecli import scope as given
from tradecli.answer import Answer
from tradecli.scope import REPORTER, Table, When

if TYPE_CHECKING:
    from tradecli.reading.document import Document
    from tradecli.reading.model import Reading


class Text(NamedTuple):
    """A text that is handed over, and the name of the file that it was in; a sentence has none."""

    content: str
    name: str = ""

    @classmethod
    def of_file(cls, file: BinaryIO, name: str) -> Text:
        """The text of an open file, in the encoding that its bytes tell.

        Raises:
            QueryError: It is too large, or no text.
        """
        from tradecli.reading.document import MOST_BYTES, decoded

        return cls(decoded(file.read(MOST_BYTES + 1), name), name)


def read(text: str, made: When = None, *, reporter: str = REPORTER) -> list[Reading]:
    """Every statement and number of a text, in their order, with the places where they stand in it.

    Args:
        text: The text as it is: plain, Markdown or HTML, English or Chinese.
        made: The day it was written; without it the day that the text names, else today.
        reporter: Whose trade it is about where it does not say: a code or name.

    Raises:
        QueryError: It is too long, or *made* is no day.
        NoData: Nobody knows the reporter.
    """
    from tradecli.facts import places
    from tradecli.reading import handed

    document = _document(Text(text), _day(made))
    return handed.as_given(document, handed.readings(document, places.find(reporter).code))


def check(
    *claims: str, made: When = None, explain: int = 0, corrections: bool = False, **table: Unpack[Table]
) -> Answer:
    """Are these published statements true?

    Args:
        claims: Each a text in English or Chinese (plain, Markdown or HTML), or one claim a line, or TOML
            with `[[claim]]` tables.
        made: The day they were made on; without it the day that a text or claim names, else today.
        explain: Answer instead how the statement of this number was read.
        corrections: Answer instead what would have to be written, of statements that are not true as written.
        table: An own table to judge them by (`Table`).

    Returns:
        The verdicts; `exit_code` is 1 where one is false, 3 where none could be told.

    Raises:
        QueryError: There is no claim, or none can be read; a text is too long; *made* is no day.
    """
    return verdicts([Text(one) for one in claims], made, explain, corrections=corrections, **table)


def verdicts(
    texts: list[Text],
    made: When = None,
    explain: int = 0,
    *,
    corrections: bool = False,
    **table: Unpack[Table],
) -> Answer:
    """The same of texts with the names of their files."""
    from tradecli import claims
    from tradecli.load import load
    from tradecli.load_parts import some_partners
    from tradecli.published import releases
    from tradecli.reading.handed import is_claims
    from tradecli.reports import article, check
    from tradecli.reports.available import Available
    from tradecli.reports.source_notes import before

    asked, own = _day(made), given.own_table(**table)
    # What a publisher stated in a release says nothing of an own table.
    stated = releases().clear() if own else releases()
    available = Available(
        lambda question: load(given.of_table(question, own)),
        lambda question, *some: some_partners(given.of_table(question, own), *some),
    )
    if all(is_claims(text.content) or not _prose(text.content) for text in texts) and not (
        explain or corrections
    ):
        found = claims.read(*(text.content for text in texts))
        dated = [
            one._replace(made=asked) if isinstance(one, claims.Claim) and not one.made else one
            for one in found
        ]
        report = check.report(dated, available, stated)
        return Answer(before(report, available.undated()), exit_code=check.exit_code(report))
    documents = [_document(text, asked) for text in texts]
    judged = article.judged(documents, available, stated)
    code = article.exit_code(judged)
    if explain:
        from tradecli.reports import explained_reading

        report = explained_reading.report(judged, explain)
        return Answer(before(report, available.undated()), exit_code=code)
    if corrections:
        from tradecli.reports import corrections as corrected

        report = corrected.report(judged)
        return Answer(before(report, available.undated()), exit_code=code)
    report = article.report(documents, judged, available)
    return Answer(before(report, available.undated()), exit_code=code)


def _prose(text: str) -> bool:
    """Whether anything stands in a text but comments; without that it holds no claim either."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _day(made: When) -> date | None:
    """The day that was asked for, which may not lie ahead."""
    return given.day(made)


def _document(text: Text, asked: date | None) -> Document:
    from tradecli.reading.document import document

    return document(text.content, text.name, asked, given.today())
