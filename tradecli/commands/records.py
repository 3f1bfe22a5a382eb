"""`trade records`."""

from __future__ import annotations

from tradecli import options as opt


def records(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
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
    """Which records and streaks a month sets, for the total and a partner, flows and balance."""
    from tradecli import periods
    from tradecli.answers.records import answer, report
    from tradecli.load import load, with_world
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
    found = answer(with_world(load(question)), last)
    tell(report(found), style, asked=output_format, output=output)
