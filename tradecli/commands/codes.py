"""`trade codes`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def codes(
    text: Annotated[str, typer.Argument(help="A code, or part of a name in English or Chinese.")] = "",
    lang: opt.Lang = "en",
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> None:
    """Find a partner or commodity by code, English or Chinese name."""
    from tradecli.answers.codes import report
    from tradecli.output import tell

    tell(report(text), opt.style(lang, "", None), asked=output_format, output=output)
