"""`trade store`."""

from __future__ import annotations

from functools import partial

from tradecli import options as opt
from tradecli.wording import Wording

_ACTIONS = ["path", "list", "verify", "prune", "export", "add"]
OPTIONS = (
    opt.argument(
        "action",
        metavar="|".join(_ACTIONS),
        help="path: where it is; list: what is in it; verify: check every file against its SHA-256; "
        "prune: drop old vintages; export: one table of everything; add: official files got by hand.",
        autocompletion=lambda incomplete: [name for name in _ACTIONS if name.startswith(incomplete)],
    ),
    opt.argument("files", None, metavar="[FILE]...", help="Files to add."),
    opt.own("source", "", help="Only this source; with add, whose file it is."),
    opt.own("vintage", "", metavar="DATE", help="With add: the day the file was published."),
    opt.own("keep", 24, help="With prune: how many vintages of each file stay."),
    opt.own("dry_run", False, "--dry-run", help="With prune: list what would go, and keep it."),
    opt.own("yes", False, "--yes", "-y", help="With prune: do not ask, on a terminal either."),
    opt.own("repair", False, "--repair", help="With verify: make damaged tables anew from the raw files."),
)


@opt.lend(*OPTIONS, *opt.WORDS)
def store(given: opt.Given) -> int:
    """The store of fetched figures: path, list, verify, prune, export, add."""
    from tradecli import holdings, output

    if given.action == "path" and not (given.format or given.output):
        # A line for a person and a script alike: cd "$(trade store path)".
        [[path, _]] = holdings.store("path", *(given.files or ()), source=given.source).df.rows()
        output.send(f"{path}\n".encode(), "")
        return 0
    do = partial(
        holdings.store,
        given.action,
        *(given.files or ()),
        source=given.source,
        vintage=given.vintage,
        keep=given.keep,
        repair=given.repair,
    )
    if _asks(given) and (rows := len((going := do(dry_run=True)).df)):
        from typer import confirm

        given.write(going)
        from tradecli import manner
        from tradecli.catalogue.wordings import in_language

        asked = Wording("Drop these {rows} vintages?", rows=rows)
        if not confirm(in_language(asked, manner.lang), err=True):
            return 0
    return given.write(do(dry_run=given.dry_run))


def _asks(given: opt.Given) -> bool:
    """Whether somebody is to be asked before anything goes: on a terminal, unless told not to."""
    import sys

    terminal = sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()
    return bool(given.action == "prune" and not given.dry_run and not given.yes and terminal)
