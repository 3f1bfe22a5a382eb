"""`trade brief`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def brief(
    partner: opt.Partner = "WORLD",
    through: opt.Through = "",
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
    output_format: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="markdown, html (one self-contained page) or table (plain text)."
        ),
    ] = "",
    output: opt.Output = "",
) -> None:
    """A release for a month: paragraphs, records, drivers, partners, table, chart; every figure traced."""
    from tradecli import periods
    from tradecli.answers.brief import document, gathered
    from tradecli.load import for_brief
    from tradecli.output import publish

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
    publish(document(gathered(for_brief(question), last)), style, asked=output_format, output=output)
