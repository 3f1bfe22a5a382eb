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

from tradecli.wording import Listed, Wording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

#: Exit code when the reader of the pipe went away: 128 + SIGPIPE.
BROKEN_PIPE = 141


class TradeError(Exception):
    """What the program cannot answer: one line, and what to do next.

    Args:
        what: What failed and why, in one sentence without a full stop; its facts stand in braces.
        hint: What to do, with the same facts; empty where nothing can be done.
        newest: The newest month that can be answered, where the one asked for cannot; it is the
            `newest_month` of the error, such as `2026-08`.
        candidates: What could have been meant instead of what was written, as it would be written.
        facts: The facts of both sentences, typed as they are: English and Chinese write them each its way.

    Every error also says its `kind`, a word that never changes, and the `exit_code` of a shell.
    """

    kind = "internal"
    exit_code = 1

    def __init__(
        self,
        what: str,
        /,
        *,
        hint: str = "",
        newest: date | None = None,
        candidates: Iterable[str] = (),
        **facts: object,
    ) -> None:
        super().__init__(Wording(what, **facts))
        self.hint: str = Wording(hint, **facts)
        self.newest_month: str | None = f"{newest:%Y-%m}" if newest else None
        self.candidates: tuple[str, ...] = tuple(candidates)

    @property
    def what(self) -> str:
        """The sentence with its facts, for who writes it in another language."""
        sentence: str = self.args[0]
        return sentence


class QueryError(TradeError):
    """The question cannot be asked: a malformed month, an unknown option value."""

    kind = "usage"
    exit_code = 2


def unknown(name: str, text: str, known: Iterable[str]) -> QueryError:
    """The refusal of a word that must be one of some, naming them.

    Examples:
        >>> unknown("flow", "sales", ("export", "import")).hint
        'flows: export, import'
    """
    words = tuple(known)
    return QueryError(
        "there is no {name} {text!r}",
        hint="{name}s: {words}",
        candidates=words,
        name=Wording(name),
        text=text,
        words=Listed(words),
    )


class NoData(TradeError):
    """Nothing is published for the question: unknown partner, month not released, pair not covered."""

    kind = "no_data"
    exit_code = 3


class MixedCurrencies(NoData):
    """Figures in two currencies: they are never converted, so never added or compared.

    Args:
        one: ISO 4217 code of the one.
        other: That of the other.
    """

    kind = "mixed_currencies"

    def __init__(self, one: str, other: str) -> None:
        super().__init__("{one} and {other} are never added or compared", one=one, other=other)


class SourceError(TradeError):
    """A source is unreachable or refused, and nothing stored can answer."""

    kind = "source"
    exit_code = 4


class InvalidData(TradeError):
    """Data arrived but failed validation; nothing was replaced."""

    kind = "invalid_data"
    exit_code = 5


class StoreError(TradeError):
    """The store or the output file cannot be read or written."""

    kind = "store"
    exit_code = 6
