"""`trade exports`."""

from __future__ import annotations

from tradecli import options as opt


def exports(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
    months: opt.Months = 13,
    reporter: opt.Reporter = "TW",
    as_of: opt.AsOf = "",
    as_of_strict: opt.AsOfStrict = False,
    commodity: opt.Commodity = "TOTAL",
    adjustment: opt.Adjustment = "none",
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
    """Exports month by month: value, growth, year to date, 12 months, records."""
    from tradecli import periods
    from tradecli.answers import flows
    from tradecli.load import load, seasonal
    from tradecli.output import tell

    style = opt.style(lang, unit, digits)
    last = periods.parse(through) if through else None
    question = opt.question(
        reporter=reporter,
        partner=partner,
        commodity=commodity,
        adjustment=adjustment,
        source=source,
        as_of=as_of,
        as_of_strict=as_of_strict,
        table=opt.own(table, columns, engine, cube),
    )
    answer = flows.answer(load(question), "export", last, months, seasonal(question))
    tell(flows.report(answer), style, asked=output_format, output=output)
