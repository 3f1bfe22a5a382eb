"""`trade doctor`."""

from __future__ import annotations

from tradecli import options as opt


@opt.lend(*opt.WORDS)
def doctor(given: opt.Given) -> int:
    """Is all well: how far each series reaches, what is missing, the store, keys, fonts, extras."""
    from tradecli import holdings

    return given.write(holdings.doctor())
