"""`trade surplus`."""

from __future__ import annotations

from tradecli import options as opt


def surplus(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
    reporter: opt.Reporter = "TW",
    as_of: opt.AsOf = "",
    as_of_strict: opt.AsOfStrict = False,
    commodity: opt.Commodity = "TOTAL",
    policy: opt.Policy = False,
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
    """How large is the balance with a partner, against the year before, and is it a record?"""
    from tradecli import periods
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
    if policy:
        # Imported only here: the usual question needs none of it.
        from tradecli.answers import policy as pressure
        from tradecli.answers import policy_report

        tell(
            policy_report.report(pressure.answer(load(pressure.turned(question)), last)),
            style,
            asked=output_format,
            output=output,
        )
    else:
        from tradecli.reports import surplus as answered

        tell(answered.report(load(question), last), style, asked=output_format, output=output)
