"""A report: what an answer carries in every form, made whole before printing; nothing in it is rounded."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from tradecli.model.figure import Figure, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Growth, Points, Share

T = TypeVar("T")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Statement(NamedTuple):
    """Something to write, in no language yet: a key of the catalogue, and the typed facts of it.

    `figures` are those it rests on; they give its origins.
    """

    key: str
    facts: Mapping[str, Any] = _NOTHING
    figures: tuple[Figure, ...] = ()


#: How the keys begin of notes on what was left out, chosen or went wrong: they are told beside every format.
LEFT_OUT = ("own_table_", "fetch_choice", "warning")
#: Of notes on the whole of an answer, told also where a format holds no notes; and where a person looks.
URGENT = ("age.very_old", "age.page.very_old", "years_alone", *LEFT_OUT)
WATCHED = ("age", *URGENT)
#: Of notes on what an answer shows, those that change nothing of how a number is read: a table for people
#: has them where they are asked for.
ROUTINE = (
    "adjustment",
    "as_computed",
    "drivers.rest_is",
    "drivers.rounding",
    "partners.areas_apart",
    "mirror.never_added",
    "revisions.oldest_available",
    "revisions.difference",
    "revisions.matrix",
)


class Named(NamedTuple):
    """A name in each language, such as that of a publisher or a commodity."""

    name: str
    name_zh: str


#: What a cell can hold; None prints as missing.
Cell = Statement | Named | Money | Change | Growth | Share | Points | Window | date | str | int | bool | None


class Column(NamedTuple):
    """A column of a table for people; `drop` is the order in which narrow terminals lose it, 0 never."""

    key: str
    facts: Mapping[str, Any] = _NOTHING
    drop: int = 0
    left: bool = False


#: The columns of a table of items, a line each: its heading (and when it is dropped), its cell of an item.
Columns = list[tuple[Column, Callable[[T], Cell]]]


class Table(NamedTuple):
    """Rows of cells under columns; `strong` are the numbers of the rows to set apart, where bold can be."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    strong: Collection[int] = ()

    @classmethod
    def of(
        cls, items: Iterable[T], columns: Columns[T], strong: Callable[[T], bool] = lambda _: False
    ) -> "Table":
        """One row an item; each column with what it shows of an item."""
        listed = list(items)
        rows = [[cell(item) for _, cell in columns] for item in listed]
        matter = [number for number, item in enumerate(listed) if strong(item)]
        return cls([column for column, _ in columns], rows, matter)


class Trend(NamedTuple):
    """The last months of a flow, oldest first, shown as small bars; None for a month not available."""

    flow: str
    months: Sequence[tuple[Window, Money | None]]


class Mark(NamedTuple):
    """A statement in a text.

    Args:
        start: Its first character.
        end: The one after its last.
        number: Its number in the answer, from 1.
        verdict: The verdict as a word: `true`, `false`, `cannot_tell`, ...
        label: The verdict as it is printed.
        said: What is said of it in a sentence.
        figures: The figures it was judged by, each with source, vintage and file.
    """

    start: int
    end: int
    number: int
    verdict: str
    label: Statement
    said: Statement
    figures: Sequence[Statement]


class Article(NamedTuple):
    """A text as it is shown, under its name, day and how that is known; its marks follow one another."""

    heading: Statement
    text: str
    marks: Sequence[Mark]


class Report(NamedTuple):
    """An answer.

    Args:
        schema: Name and version of the row layout, such as `trade.surplus/1`.
        question: What was asked, as JSON values.
        currency: ISO 4217 code of its money; where a row is of another, the row says so.
        title: Its headline.
        subtitle: Unit, publisher, vintage, valuation.
        table: What a person reads first.
        findings: What the figures show, most important first.
        notes: What qualifies the figures.
        row_type: The named tuple of a machine row: its fields are the columns, its annotations their types.
        rows: The machine rows, unrounded.
        displays: Columns of text to add to the rows, one cell a row, as a person reads them.
        row_figures: For each row the figures that it rests on.
        used: Ids of all files and articles behind the answer, in order.
        manifest: Looks up what is known of those files: address, SHA-256, licence.
        articles: Texts that are shown with their statements marked, instead of the table.
        lead: How many of the findings a first look at the table needs; None all.
        trend: The months that lead up to the answer.
        largest: The amount by whose size the unit is chosen; None where all of the table choose it.
    """

    schema: str
    question: Mapping[str, Any]
    currency: str
    title: Statement
    subtitle: Statement | None
    table: Table
    findings: Sequence[Statement]
    notes: Sequence[Statement]
    row_type: type[tuple[Any, ...]]
    rows: Sequence[tuple[Any, ...]]
    displays: Mapping[str, Sequence[Cell]]
    row_figures: Sequence[Sequence[Figure]]
    used: Sequence[str]
    manifest: Callable[[], Mapping[str, Mapping[str, Any]]]
    articles: Sequence[Article] = ()
    lead: int | None = None
    trend: Trend | None = None
    largest: Money | None = None
