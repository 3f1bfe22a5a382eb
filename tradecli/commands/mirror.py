"""`trade mirror`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def mirror(
    partner: opt.Partner = "US",
    through: opt.Through = "",
    reporter: opt.Reporter = "TW",
    cif_fob: Annotated[
        str,
        typer.Option(metavar="FACTOR", help="Also divide imports valued CIF by a factor such as 1.06."),
    ] = "",
    as_of: opt.AsOf = "",
    as_of_strict: opt.AsOfStrict = False,
    source: opt.Source = "",
    unit: opt.Unit = "",
    digits: opt.Digits = None,
    lang: opt.Lang = "en",
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> None:
    """What does the partner's own statistics office report, and why do the two differ?"""
    from tradecli import periods
    from tradecli.answers.mirror import answer, factor
    from tradecli.answers.mirror_report import report
    from tradecli.load import load
    from tradecli.output import tell

    style = opt.style(lang, unit, digits)
    last = periods.parse(through) if through else None
    question = opt.question(
        reporter=reporter, partner=partner, source=source, as_of=as_of, as_of_strict=as_of_strict
    )
    divided = factor(cif_fob)
    turned = question._replace(reporter=question.partner, partner=question.reporter, source="")
    found = answer(load(question), load(turned), last, divided)
    tell(report(found), style, asked=output_format, output=output)
