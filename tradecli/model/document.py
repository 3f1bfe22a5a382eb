"""A text for people, in blocks: what Markdown, a page, plain text and a Word file are written from."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tradecli.model.picture import Picture
from tradecli.model.report import Report, Statement, Table

#: Digits of a hash that are printed; the whole one stands in the manifest.
HASH_DIGITS = 12


class Line(NamedTuple):
    """A sentence, with the numbers (from 1) of the footnotes of its figures."""

    text: Statement | str
    footnotes: Sequence[int] = ()


class Heading(NamedTuple):
    """A heading.

    A `minor` one is a label above its list, which Markdown writes as a line of its own.
    """

    text: Statement
    minor: bool = False


class Paragraph(NamedTuple):
    """Sentences that follow one another."""

    lines: Sequence[Line]


class Bullets(NamedTuple):
    """A list; what reads the same is written once."""

    lines: Sequence[Line]


class Grid(NamedTuple):
    """A table under its name, with the numbers of the footnotes of each row.

    One that is `folded` opens on a page when it is asked for, under this text.
    """

    name: Statement
    table: Table
    footnotes: Sequence[Sequence[int]] = ()
    folded: Statement | None = None


class Footnotes(NamedTuple):
    """What the numbers after sentences stand for, in their order from 1."""

    name: Statement
    lines: Sequence[Statement]


class Trace(NamedTuple):
    """Every figure of a text with all its digits: folded away where a form can, else left to `elsewhere`."""

    name: Statement
    table: Table
    elsewhere: Statement


class Illustration(NamedTuple):
    """A picture within a text, and for a form that shows none how it is drawn."""

    picture: Picture
    elsewhere: Statement


class Files(NamedTuple):
    """The files behind an answer. Only a page lists them: Markdown is to be pasted into other texts."""

    heading: Statement
    origins: Sequence[str]
    manifest: Callable[[], Mapping[str, Mapping[str, Any]]]

    def names(self) -> list[str]:
        """The files, each with the beginning of its hash."""
        return file_names(self.origins, self.manifest())


Block = Heading | Paragraph | Bullets | Grid | Picture | Illustration | Footnotes | Trace | Files


class Document(NamedTuple):
    """A text: `level` 1 stands alone, as a release does; 2 is to stand within another, as an answer does.

    `rows` makes the machine rows of what it tells, where it is no answer that has them itself.
    """

    title: Statement
    subtitle: Statement | None
    blocks: Sequence[Block]
    currency: str
    level: int = 1
    rows: Callable[[], Report] | None = None


def of_report(report: Report, picture: Picture | None = None) -> Document:
    """An answer as a text: its picture if it has one, table, findings, notes, files."""
    title = picture.title if picture else report.title
    # A picture says itself what it shows.
    subtitle = None if picture else report.subtitle
    return Document(title, subtitle, list(_blocks(report, title, picture)), report.currency, level=2)


def _blocks(report: Report, title: Statement, picture: Picture | None) -> Iterator[Block]:
    if picture:
        yield picture
    yield Grid(title, report.table, folded=Statement("charts.figures") if picture else None)
    # What describes the picture stands below it already.
    if findings := [Line(finding) for finding in report.findings if not picture or finding != picture.alt]:
        yield Bullets(findings)
    if report.notes:
        yield Heading(Statement("notes"), minor=True)
        yield Bullets([Line(note) for note in report.notes])
    if report.used:
        yield Files(Statement("files"), report.used, report.manifest)


def file_names(origins: Sequence[str], manifest: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The files and articles of some ids, each with the beginning of its hash, each once.

    Examples:
        >>> file_names(["a", "b"], {"a": {"file": "a.csv", "sha256": "0123456789abcdef"}})
        ['a.csv (0123456789ab)', 'b ()']
    """
    entries = ((origin, manifest.get(origin, {})) for origin in origins)
    names = (
        f"{entry.get('file', origin)} ({entry.get('sha256', '')[:HASH_DIGITS]})" for origin, entry in entries
    )
    return list(dict.fromkeys(names))
