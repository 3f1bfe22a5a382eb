"""`trade config`."""

from __future__ import annotations

from tradecli import options as opt


@opt.lend(*opt.WORDS)
def config(given: opt.Given) -> int:
    """The settings: each value and where it is from: environment, a project's file, the user's, default."""
    from tradecli import holdings

    defaults = {name: lent.default for name, lent in opt.SHARED.items()}
    return given.write(holdings.config(defaults))
