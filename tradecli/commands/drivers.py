"""`trade drivers`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def drivers(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
    by: Annotated[str, typer.Option(help="What to tell apart: commodity or partner.")] = "commodity",
    flow: opt.Flow = "export",
    span: opt.Span = "year_to_date",
    classification: Annotated[
        str, typer.Option(help="A list of commodities: mof, mof-section, hs-section, mof-use.")
    ] = "",
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
    """Which commodities, or partners, moved a flow or the balance on a year earlier?"""
    from tradecli import load, periods
    from tradecli.answers.drivers import answer, check_by
    from tradecli.answers.drivers_report import report
    from tradecli.errors import QueryError
    from tradecli.output import tell

    style = opt.style(lang, unit, digits)
    last = periods.parse(through) if through else None
    question = opt.question(
        reporter=reporter,
        partner=partner,
        source=source,
        as_of=as_of,
        as_of_strict=as_of_strict,
        table=opt.own(table, columns, engine, cube),
    )
    check_by(by)
    if by == "partner" and question.partner != "WORLD":
        raise QueryError("by partner the whole world is taken apart", hint="leave out --partner")
    known = load.partners(question) if by == "partner" else load.groups(question)
    found = answer(known, by=by, flow=flow, span=span, through=last, classification=classification)
    tell(report(found), style, asked=output_format, output=output)
