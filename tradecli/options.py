"""Options that mean the same in every command, and the question they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tradecli.errors import QueryError

if TYPE_CHECKING:
    from tradecli.own_table import Table as Own
    from tradecli.question import Question
    from tradecli.render.style import Style


def _places(incomplete: str) -> list[tuple[str, str]]:
    """Complete a partner or reporter from its code."""
    from tradecli.facts.places import places

    return [
        (place.code, place.name) for place in places().values() if place.code.startswith(incomplete.upper())
    ]


def _formats(incomplete: str) -> list[str]:
    from tradecli.render.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


Reporter = Annotated[
    str,
    typer.Option(
        help="Whose customs counted: a code or name.", envvar="TRADE_REPORTER", autocompletion=_places
    ),
]
Partner = Annotated[
    str,
    typer.Option(
        help="The other side: a code, a name in English or Chinese, or an area such as CN+HK.",
        envvar="TRADE_PARTNER",
        autocompletion=_places,
    ),
]
Through = Annotated[
    str,
    typer.Option(
        metavar="PERIOD",
        help="Last month: 2025-11; a quarter (2025-Q4) or year (2025) means its last month. "
        "Without it, the newest that can be answered.",
        envvar="TRADE_THROUGH",
        show_default=False,
    ),
]
Months = Annotated[int, typer.Option(help="How many months to show.", envvar="TRADE_MONTHS")]
AsOf = Annotated[
    str,
    typer.Option(
        metavar="DATE",
        help="Answer with what had been published by this day, such as 2026-01-09.",
        envvar="TRADE_AS_OF",
        show_default=False,
    ),
]
AsOfStrict = Annotated[
    bool,
    typer.Option(
        "--as-of-strict",
        help="With --as-of: leave out figures only inferred to have been public by then.",
        envvar="TRADE_AS_OF_STRICT",
    ),
]
Source = Annotated[
    str,
    typer.Option(
        help="Who answers; without it, the reporter's own office.", envvar="TRADE_SOURCE", show_default=False
    ),
]
Commodity = Annotated[
    str,
    typer.Option(
        help="A commodity: a code or name (see `trade codes`); `hs-section:16` where a code is ambiguous.",
        envvar="TRADE_COMMODITY",
    ),
]
Adjustment = Annotated[
    str,
    typer.Option(help="none or seasonal; the two are never mixed.", envvar="TRADE_ADJUSTMENT"),
]
Unit = Annotated[
    str,
    typer.Option(
        help="Unit shown to people: billion, yi (億, 100 million), million, thousand, dollar.",
        envvar="TRADE_UNIT",
        show_default=False,
    ),
]
Digits = Annotated[
    int | None,
    typer.Option(
        help="Decimals of money, never finer than published.", envvar="TRADE_DIGITS", show_default=False
    ),
]
Flow = Annotated[str, typer.Option(help="export, import or balance.", envvar="TRADE_FLOW")]
Span = Annotated[str, typer.Option(help="month, year_to_date or rolling_12.", envvar="TRADE_SPAN")]
Policy = Annotated[
    bool,
    typer.Option("--policy", help="What US trade policy hangs on a surplus: threshold, formula, rates."),
]
Lang = Annotated[str, typer.Option(help="en or zh (Traditional Chinese).", envvar="TRADE_LANG")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        help="table, csv, tsv, json, ndjson, markdown, html, parquet or xlsx; "
        "without it a table on a terminal and CSV in a pipe.",
        envvar="TRADE_FORMAT",
        autocompletion=_formats,
        show_default=False,
    ),
]
Table = Annotated[
    str,
    typer.Option(
        "--table",
        metavar="PATH",
        help="Answer from an own table: a file, folder, glob or address of Parquet, CSV or Arrow.",
        envvar="TRADE_TABLE",
        show_default=False,
    ),
]
Columns = Annotated[
    str,
    typer.Option(
        metavar="NAMES",
        help="Its columns: period=month,partner=ctry,flow=ie,value=fob,commodity=hs6, or a TOML file.",
        envvar="TRADE_COLUMNS",
        show_default=False,
    ),
]
Engine = Annotated[
    str,
    typer.Option(
        help="Engine that computes the sums: polars, duckdb, spark or spark://HOST.", envvar="TRADE_ENGINE"
    ),
]
Cube = Annotated[
    bool,
    typer.Option(
        "--cube", help="Keep its monthly sums in the cache, and use them again.", envvar="TRADE_CUBE"
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, whole or not at all; its suffix names the format.",
        envvar="TRADE_OUTPUT",
        show_default=False,
    ),
]


def question(
    *,
    reporter: str,
    partner: str,
    commodity: str = "TOTAL",
    adjustment: str = "none",
    source: str = "",
    as_of: str = "",
    as_of_strict: bool = False,
    table: Own | None = None,
) -> Question:
    """The question that the options ask, codes and names resolved.

    Raises:
        QueryError: An option's value is malformed.
        NoData: A reporter, partner or commodity nobody knows.
    """
    from tradecli import periods
    from tradecli.facts import commodities, places
    from tradecli.question import Question
    from tradecli.schema import ADJUSTMENTS

    if adjustment not in ADJUSTMENTS:
        raise QueryError(
            f"there is no adjustment {adjustment!r}", hint=f"adjustments: {', '.join(ADJUSTMENTS)}"
        )
    if as_of_strict and not as_of:
        raise QueryError("--as-of-strict needs a day", hint="add --as-of 2026-01-09")
    goods = commodities.find(commodity, listed=table is None)
    return Question(
        reporter=places.find((table and table.mapping.reporter) or reporter).code,
        partner=places.find(partner).code,
        commodity=goods.code,
        classification=goods.classification,
        adjustment=adjustment,
        source=source,
        as_of=periods.parse_day(as_of) if as_of else None,
        strict=as_of_strict,
        table=table,
    )


def own(table: str, columns: str, engine: str, cube: bool) -> Own | None:
    """The own table that the options name, if they do.

    Raises:
        QueryError: An option that means nothing, or nothing without a table.
    """
    if not table:
        named = {"--columns": columns, "--engine": engine != "polars", "--cube": cube}
        without = [name for name, said in named.items() if said]
        if without:
            raise QueryError(f"{without[0]} is about an own table", hint="add --table PATH")
        return None
    # Imported only here: the usual question has no table.
    from tradecli.own_table import Table

    return Table.named(table, columns, engine, cube=cube)


def style(lang: str, unit: str, digits: int | None) -> Style:
    """How figures are to be shown."""
    from tradecli.render.style import Style

    return Style(lang, unit, digits)
