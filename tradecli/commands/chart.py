"""`trade chart`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt

PictureFormat = Annotated[
    str,
    typer.Option(
        "--format", "-f", help="table (in characters), svg, png, html, or the figures as csv, json, ..."
    ),
]


def chart(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
    months: Annotated[int, typer.Option(help="How many months to show.", envvar="TRADE_MONTHS")] = 36,
    flow: Annotated[str, typer.Option(help="export, import or balance.", envvar="TRADE_FLOW")] = "balance",
    drivers: Annotated[
        str, typer.Option(metavar="BY", help="Bars of what moved it instead: by commodity or partner.")
    ] = "",
    span: opt.Span = "year_to_date",
    reporter: opt.Reporter = "TW",
    as_of: opt.AsOf = "",
    as_of_strict: opt.AsOfStrict = False,
    commodity: opt.Commodity = "TOTAL",
    source: opt.Source = "",
    table: opt.Table = "",
    columns: opt.Columns = "",
    engine: opt.Engine = "polars",
    cube: opt.Cube = False,
    unit: opt.Unit = "",
    digits: opt.Digits = None,
    lang: opt.Lang = "en",
    output_format: PictureFormat = "",
    output: opt.Output = "",
) -> None:
    """A picture: the balance or a flow over time with its records, or what moved it."""
    from tradecli import load, periods
    from tradecli.answers import chart as charts
    from tradecli.answers import drivers as moved
    from tradecli.output import show

    last = periods.parse(through) if through else None
    question = opt.question(
        reporter=reporter,
        partner=partner,
        commodity=commodity,
        source=source,
        as_of=as_of,
        as_of_strict=as_of_strict,
        table=opt.own(table, columns, engine, cube),
    )
    if not drivers:
        found = charts.series(load.load(question), flow, last, months)
    else:
        moved.check_by(drivers)
        known = load.partners(question) if drivers == "partner" else load.groups(question)
        found = charts.bars(moved.answer(known, by=drivers, flow=flow, span=span, through=last))
    show(found.picture, found.report, opt.style(lang, unit, digits), asked=output_format, output=output)
