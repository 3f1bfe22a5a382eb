"""`trade store`."""

from __future__ import annotations

from typing import Annotated

import typer

from tradecli import options as opt

_ACTIONS = ["path", "list", "verify", "prune", "export", "add"]


def store(
    action: Annotated[
        str,
        typer.Argument(
            metavar="|".join(_ACTIONS),
            help="path: where it is; list: what is in it; verify: check every file against its SHA-256; "
            "prune: drop old vintages; export: one table of everything; add: official files got by hand.",
            autocompletion=lambda incomplete: [name for name in _ACTIONS if name.startswith(incomplete)],
        ),
    ],
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="Files to add.")] = None,
    source: Annotated[str, typer.Option(help="Only this source; with add, whose file it is.")] = "",
    vintage: Annotated[
        str, typer.Option(metavar="DATE", help="With add: the day the file was published.")
    ] = "",
    keep: Annotated[int, typer.Option(help="With prune: how many vintages of each file stay.")] = 24,
    repair: Annotated[
        bool, typer.Option("--repair", help="With verify: make damaged tables anew from the raw files.")
    ] = False,
    lang: opt.Lang = "en",
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> int:
    """The store of fetched figures: path, list, verify, prune, export, add."""
    from tradecli import storekeeping
    from tradecli.output import tell

    chosen = storekeeping.Options(tuple(files or ()), source, vintage, keep, repair)
    report, code = storekeeping.run(action, chosen)
    tell(report, opt.style(lang, "", None), asked=output_format, output=output)
    return code
