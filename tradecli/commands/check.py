"""`trade check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tradecli import options as opt

CLAIMS = typer.Argument(
    metavar="CLAIM...",
    help="A TOML file with [[claim]] tables, - for standard input (TOML, or one claim a line), or a claim: "
    "FLOW [of COMMODITY] [to|from|with PARTNER] [by REPORTER] PERIOD [SPAN]: SAID[, SAID] [@ DAY]. "
    "FLOW: exports, imports, balance, surplus, deficit. SPAN: month, quarter, ytd, year, 12m. "
    "SAID: 64.05 bn; base 41.1 bn; +56.0 % y/y; +3.6 % m/m; share 38.1 %; record [same_month]; rank 2; "
    "streak 25; 2.3 times; [nearly|more than] doubled [from PERIOD]. DAY: when it was said. "
    "Example: 'exports 2025-11: 64.05 bn, +56.0 % y/y, record @ 2025-12-09'.",
)


def check(
    claims: Annotated[list[str], CLAIMS],
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
    """Are these published claims true? Exit code 1 when one is false."""
    from tradecli.answers.check import answer
    from tradecli.answers.check_report import report
    from tradecli.claims import read
    from tradecli.load import load, releases
    from tradecli.output import tell

    style = opt.style(lang, unit, digits)
    asked = [claim for word in claims for claim in read(_text(word))]
    own = opt.own(table, columns, engine, cube)
    # What a publisher stated in a release says nothing of an own table.
    stated = releases().clear() if own else releases()
    found = answer(asked, lambda question: load(question._replace(table=own)), stated)
    tell(report(found), style, asked=output_format, output=output)
    if found.false:
        raise typer.Exit(1)


def _text(word: str) -> str:
    """The claims that an argument names: standard input, a file, or the argument itself."""
    from tradecli.errors import QueryError

    if word == "-":
        return sys.stdin.read()
    if ":" in word.removesuffix(".toml") and not word.endswith(".toml"):
        return word
    try:
        return Path(word).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise QueryError(f"cannot read {word}: {reason}", hint="see: trade check --help") from None
