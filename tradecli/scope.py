"""From plain values, as a person or a script gives them, to what is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypedDict

from tradecli import pinned
from tradecli.errors import QueryError, unknown
from tradecli.wording import Wording

if TYPE_CHECKING:
    from tradecli.own_table import Table as OwnTable
    from tradecli.question import Question

#: Whose customs counted, where nobody says.
REPORTER = "TW"
#: Words that name the newest month.
NEWEST = frozenset({"latest", "newest", "最新"})
#: A month, quarter, year or day as it is written, or a date; None or empty means the newest.
When = str | date | None
#: A place or several: codes or names, also with commas in one text.
Places = str | Sequence[str]


class Source(TypedDict, total=False):
    """Whose figures, as known on which day.

    `reporter`: whose customs counted, a code or name; empty means whose records an own table says they
    are, else Taiwan. `source`: who answers; empty means the reporter's
    own office. `as_of`: answer with what had been published by this day. `as_of_strict`: leave out
    figures only inferred to have been public by then.
    """

    reporter: str
    source: str
    as_of: When
    as_of_strict: bool


class Table(TypedDict, total=False):
    """An own table that is to answer instead.

    `table`: a file, folder, glob or address of Parquet, CSV or Arrow. `columns`: what its columns are
    called, such as `period=month,value=fob`, or a TOML file. `engine`: polars, duckdb, spark or
    spark://HOST. `cube`: keep its monthly sums in the cache, and use them again. `skip_bad`: answer even
    if over 1 % of its rows cannot be read.
    """

    table: str
    columns: str
    engine: str
    cube: bool
    skip_bad: bool


#: The same values in this order: table, columns, engine, cube, skip_bad.
_Said = tuple[str, str, str, bool, bool]


class Scope(Source, Table, total=False):
    """Whose figures, as known on which day; or an own table."""


class Span(TypedDict, total=False):
    """Which periods a series shows.

    `since`: the first month. `months`: how many months, where `since` does not say. `by`: `month`, `quarter`
    or `year`; empty means by month.
    """

    since: When
    months: int | None
    by: str


def month(value: When) -> date | None:
    """The first day of the last month of a period; None where none is given.

    Raises:
        QueryError: It is no period.

    Examples:
        >>> month("2025-Q4"), month(date(2025, 11, 9)), month("")
        (datetime.date(2025, 12, 1), datetime.date(2025, 11, 1), None)
    """
    from tradecli.periods import parse

    if isinstance(value, date):
        return value.replace(day=1)
    return _read(value, parse) if value and value.casefold() not in NEWEST else None


def _read(value: str, parse: Callable[[str], date]) -> date:
    """A period as *parse* reads it.

    Raises:
        QueryError: It is no period; where it is a place, how a place is named.
    """
    try:
        return parse(value)
    except QueryError as error:
        from tradecli.facts import places

        if place := places.meant(value):
            error.hint = Wording(
                "a place is named by --partner {code}, or --reporter {code}", code=place.code
            )
        raise


def first_month(value: When) -> date | None:
    """The first day of the first month of a period; None where none is given.

    Raises:
        QueryError: It is no period.

    Examples:
        >>> first_month("2025-Q4"), first_month("2025"), first_month("2025-11")
        (datetime.date(2025, 10, 1), datetime.date(2025, 1, 1), datetime.date(2025, 11, 1))
    """
    from tradecli.periods import parse_first

    if isinstance(value, date):
        return value.replace(day=1)
    return _read(value, parse_first) if value and value.casefold() not in NEWEST else None


def day(value: When, hint: str = "leave out --as-of for the newest figures") -> date | None:
    """A day that has come somewhere; None where none is given. *hint* says what to write instead.

    Raises:
        QueryError: It is no day, or one that nobody can know anything of yet.
    """
    from tradecli.periods import parse_day

    asked = parse_day(value) if value and not isinstance(value, date) else value or None
    if asked and asked > _newest_day():
        raise QueryError(
            "{asked} has not come: what will be known then is not known",
            hint=hint,
            asked=asked,
        )
    return asked


def earlier(value: When) -> date | Literal["last"] | None:
    """A day that something is compared with, `last` for the release before; None where none is given.

    Raises:
        QueryError: It is no day.

    Examples:
        >>> earlier("last"), earlier("2025-12-09"), earlier("")
        ('last', datetime.date(2025, 12, 9), None)
    """
    if isinstance(value, str) and value.strip().casefold() == "last":
        return "last"
    return day(value, hint="name an earlier day, or --against last")


def today() -> date:
    """The day of the question, in Taipei, where most of the figures are of."""
    return (pinned.now() + timedelta(hours=8)).date()


def _newest_day() -> date:
    """Today, where it begins first: fourteen hours earlier in the Pacific than in Greenwich."""
    return (pinned.now() + timedelta(hours=14)).date()


def own_table(
    table: str = "", columns: str = "", engine: str = "polars", cube: bool = False, skip_bad: bool = False
) -> OwnTable | None:
    """The own table that the values name, if they do.

    Raises:
        QueryError: A value that means nothing, or nothing without a table.
    """
    if table:
        # Imported only here: the usual question has no table.
        from tradecli.own_table import Table

        return Table.named(table, columns, engine, cube=cube, skip_bad=skip_bad)
    given = {"--columns": columns, "--engine": engine != "polars", "--cube": cube, "--skip-bad": skip_bad}
    alone = [name for name, value in given.items() if value]
    if alone:
        raise QueryError("{alone} is about an own table", hint="add --table PATH", alone=alone[0])
    return None


def _own_of(said: _Said, reporter: str) -> OwnTable | None:
    """The own table with its reporter; as it was read before, where its files are the same."""
    from tradecli.own_table import known

    told = known.Said(*said, reporter)
    if before := known.table(told):
        return before
    own = own_table(*said)
    # What is said beats the table, and the table what is only the default.
    return own and known.of_reporter(told, own)


def question(
    partner: str,
    commodity: str = "TOTAL",
    adjustment: str = "none",
    *,
    reporter: str = "",
    source: str = "",
    as_of: When = None,
    as_of_strict: bool = False,
    table: str = "",
    columns: str = "",
    engine: str = "polars",
    cube: bool = False,
    skip_bad: bool = False,
) -> Question:
    """What the values ask, codes and names resolved.

    Raises:
        QueryError: A value is malformed.
        NoData: A reporter, partner or commodity nobody knows.
    """
    from tradecli.facts import asked_goods, asked_places
    from tradecli.question import Question
    from tradecli.schema import ADJUSTMENTS

    said = (table, columns, engine, cube, skip_bad)
    own = _own_of(said, reporter) if table else own_table(*said)
    if adjustment not in ADJUSTMENTS:
        raise unknown("adjustment", adjustment, ADJUSTMENTS)
    if as_of_strict and not as_of:
        raise QueryError("--as-of-strict needs a day", hint="add --as-of 2026-01-09")
    code, classification = asked_goods.find(commodity)
    return Question(
        reporter=(own and own.reporter) or asked_places.find(reporter or REPORTER).code,
        partner=_one(partner),
        commodity=code,
        classification=classification,
        adjustment=adjustment,
        source=source,
        as_of=day(as_of),
        strict=as_of_strict,
        table=own,
    )


def _one(partner: str) -> str:
    """The code of one partner.

    Raises:
        NoData: Nothing is called that.
        QueryError: They are several, or a number means two.
    """
    from tradecli.facts import asked_places

    codes = [place.code for place in asked_places.listed(partner)]
    if len(codes) > 1:
        raise QueryError(
            "this question takes one partner, not several: {codes}",
            hint="ask once for each; surplus, exports and imports take several",
            candidates=codes,
            codes=",".join(codes),
        )
    return codes[0]


def partners(given: Places) -> tuple[list[str], list[str]]:
    """The codes of the places of a text or list, each once, and of those that were named again.

    Raises:
        NoData: One is called nothing that is known.
        QueryError: None is named, or a number means two.
    """
    from tradecli.facts import asked_places

    texts = [given] if isinstance(given, str) else list(given)
    named = [place.code for text in texts for place in asked_places.listed(text)]
    if not named:
        raise QueryError("no partner is named", hint="name one or several: --partner US,JP")
    once = list(dict.fromkeys(named))
    return once, [code for at, code in enumerate(named) if code in named[:at]]


def of_table(question: Question, own: OwnTable | None) -> Question:
    """The question as it is asked of an own table; one that names no reporter means the table's.

    Raises:
        QueryError: The table holds records of several reporters.
        NoData: Nobody knows the reporter.
    """
    if own is None:
        return question
    table = own.of_reporter("" if question.reporter == REPORTER else question.reporter)
    return question._replace(table=table, reporter=table.reporter or question.reporter)
