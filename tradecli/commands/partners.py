"""`trade partners`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def partners(
    through: opt.Through = "",
    by: Annotated[str, typer.Option(help="What to rank by: balance, export, import or growth.")] = "balance",
    flow: opt.Flow = "export",
    span: opt.Span = "year_to_date",
    reporter: opt.Reporter = "TW",
    as_of: opt.AsOf = "",
    as_of_strict: opt.AsOfStrict = False,
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
    """Partners ranked by balance, exports, imports or growth, with their rank a year earlier."""
    from tradecli import load, periods
    from tradecli.answers.partners import answer
    from tradecli.answers.partners_report import report
    from tradecli.output import tell

    style = opt.style(lang, unit, digits)
    last = periods.parse(through) if through else None
    question = opt.question(
        reporter=reporter,
        partner="WORLD",
        source=source,
        as_of=as_of,
        as_of_strict=as_of_strict,
        table=opt.own(table, columns, engine, cube),
    )
    found = answer(load.partners(question), by=by, flow=flow, span=span, through=last)
    tell(report(found), style, asked=output_format, output=output)
