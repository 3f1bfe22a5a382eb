"""`trade revisions`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def revisions(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
    months: opt.Months = 13,
    flow: opt.Flow = "export",
    span: Annotated[
        str, typer.Option(help="month, quarter, year_to_date, year or rolling_12.", envvar="TRADE_SPAN")
    ] = "month",
    matrix: Annotated[
        bool, typer.Option("--matrix", help="What was known on each day of a release: the real-time matrix.")
    ] = False,
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
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> None:
    """How have these figures changed since first published, and how sure is a first figure?"""
    from tradecli import periods
    from tradecli.answers import revisions_matrix, revisions_report
    from tradecli.answers.revisions import answer
    from tradecli.load import load
    from tradecli.output import tell

    style = opt.style(lang, unit, digits)
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
    found = answer(load(question), flow=flow, span=span, through=last, months=months)
    report = revisions_matrix.matrix(found) if matrix else revisions_report.report(found)
    tell(report, style, asked=output_format, output=output)
