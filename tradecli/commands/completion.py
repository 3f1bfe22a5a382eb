"""`trade completion`."""

from __future__ import annotations

import sys

from tradecli import options as opt

SHELLS = ("bash", "zsh", "fish", "powershell")
SHELL = opt.argument(
    "name",
    metavar="|".join(SHELLS),
    help="Which shell.",
    autocompletion=lambda incomplete: [name for name in SHELLS if name.startswith(incomplete)],
)


@opt.lend(SHELL)
def completion(given: opt.Given) -> int:
    """The script that completes commands, options, places and words in a shell."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    from tradecli.errors import unknown

    if given.name not in SHELLS:
        raise unknown("shell", given.name, SHELLS)
    script = get_completion_script(prog_name="trade", complete_var="_TRADE_COMPLETE", shell=given.name)
    sys.stdout.write(f"{script}\n")
    return 0
