"""`trade help`."""

from __future__ import annotations

import sys

from tradecli import options as opt


def _names(incomplete: str) -> list[str]:
    from tradecli import helping

    return [name for name in helping.EXAMPLES if name.startswith(incomplete)]


NAME = opt.argument("name", "", metavar="[COMMAND]", help="Of which command.", autocompletion=_names)


@opt.lend(NAME, "lang")
def help(given: opt.Given) -> int:  # noqa: A001
    """The help of the program, or of a command: what --help prints."""
    root = given.context.find_root()
    told = root
    if given.name:
        name, command, _ = root.command.resolve_command(root, [given.name])
        told = command.make_context(name, [], parent=root, resilient_parsing=True)
    sys.stdout.write(f"{told.get_help()}\n")
    return 0
