"""Every error and its exit code.

::

    TradeError            1   a bug unless a subclass says otherwise
      QueryError          2   the question cannot be asked
      NoData              3   the question is fine; nothing is published for it
        MixedCurrencies   3   what is published is in two currencies
      SourceError         4   a source is unreachable or refused
      InvalidData         5   data arrived, but not in the documented shape
      StoreError          6   the store or the output file cannot be read or written
"""

from __future__ import annotations

#: Exit code when the reader of the pipe went away: 128 + SIGPIPE.
BROKEN_PIPE = 141


class TradeError(Exception):
    """An error told to the user in one line, with a hint on what to do next.

    Args:
        what: What failed and why, in one sentence without a full stop.
        hint: What to do; empty where nothing can be done.
    """

    exit_code = 1

    def __init__(self, what: str, *, hint: str = "") -> None:
        super().__init__(what)
        self.hint = hint


class QueryError(TradeError):
    """The question cannot be asked: a malformed month, an unknown option value."""

    exit_code = 2


class NoData(TradeError):
    """Nothing is published for the question: unknown partner, month not released, pair not covered."""

    exit_code = 3


class MixedCurrencies(NoData):
    """Figures in two currencies: they are never converted, so never added or compared.

    Args:
        one: ISO 4217 code of the one.
        other: That of the other.
    """

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} are never added or compared")


class SourceError(TradeError):
    """A source is unreachable or refused, and nothing stored can answer."""

    exit_code = 4


class InvalidData(TradeError):
    """Data arrived but failed validation; nothing was replaced."""

    exit_code = 5


class StoreError(TradeError):
    """The store or the output file cannot be read or written."""

    exit_code = 6
