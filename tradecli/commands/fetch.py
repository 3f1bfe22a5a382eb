"""`trade fetch`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt


def fetch(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Which sources; without it, mof census.")
    ] = None,
    since: Annotated[
        str,
        typer.Option(metavar="MONTH", help="The first month wanted, where a source can be asked for one."),
    ] = "",
    reporter: Annotated[str, typer.Option(help="For sources of many countries: whose customs.")] = "",
    partner: Annotated[
        list[str] | None, typer.Option(help="Only these partners; may stand more than once.")
    ] = None,
    commodity: opt.Commodity = "TOTAL",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be asked for.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Ask for whole files even if unchanged.")] = False,
    timeout: Annotated[
        float, typer.Option(help="Seconds for one file, all attempts.", envvar="TRADE_TIMEOUT")
    ] = 60.0,
    offline: Annotated[
        bool, typer.Option("--offline", help="Open no connection.", envvar="TRADE_OFFLINE")
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Fail (4) also where stored figures remain.", envvar="TRADE_STRICT"),
    ] = False,
    lang: opt.Lang = "en",
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> int:
    """Bring the newest official tables into the store."""
    from tradecli import fetching
    from tradecli.answers.fetched import report
    from tradecli.output import tell

    errand = fetching.errand(
        sources or [], since=since, reporter=reporter, partners=partner or [], commodity=commodity
    )
    outcomes = fetching.run(errand, dry_run=dry_run, force=force, timeout=timeout, offline=offline)
    code = fetching.judged(outcomes, strict=strict)
    tell(report(outcomes), opt.style(lang, "", None), asked=output_format, output=output)
    return code
