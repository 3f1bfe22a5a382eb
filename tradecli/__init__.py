"""Official merchandise-trade statistics: balances, growth and records, each figure traceable.

    import tradecli as trade

    a = trade.surplus("US", through="2025-11", as_of="2026-01-09")
    print(a)        # as the shell prints it
    a.df            # a polars frame, unrounded, whole units of currency
    a.findings      # what the figures show, with the files they rest on

One function for each question of the shell, of the same name: `surplus`, `exports`, `imports`, `records`,
`drivers`, `partners`, `mirror`, `revisions`, `explain`, `cite`, `check`, `brief`, `chart`, `sources`,
`codes`, `schema`, `doctor`, `fetch`, `store`, `table`, `watch`, `replay`; and `read`, which returns what
a text says. Each other but `schema` returns an `Answer`. All raise a `TradeError`. What is not named here
is not public.
"""

import sys
from types import ModuleType

# Nothing else is imported before it is asked for: `import tradecli` costs next to nothing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tradecli.answer import Answer, Chart, Citation, Inspection, Release
    from tradecli.ask import (
        drivers,
        exports,
        imports,
        mirror,
        partners,
        records,
        revisions,
        surplus,
    )
    from tradecli.asked_again import replay
    from tradecli.checking import check, read
    from tradecli.errors import (
        InvalidData,
        MixedCurrencies,
        NoData,
        QueryError,
        SourceError,
        StoreError,
        TradeError,
    )
    from tradecli.holdings import codes, doctor, fetch, schema, sources, store, table
    from tradecli.publication import brief, chart
    from tradecli.reading.model import Reading
    from tradecli.render.plain import Finding, Note
    from tradecli.scope import Scope, Source, Table, When
    from tradecli.tracing import cite, explain
    from tradecli.watching import watch

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Chart",
    "Citation",
    "Finding",
    "Inspection",
    "InvalidData",
    "MixedCurrencies",
    "NoData",
    "Note",
    "Places",
    "QueryError",
    "Reading",
    "Release",
    "Scope",
    "Source",
    "SourceError",
    "StoreError",
    "Table",
    "TradeError",
    "When",
    "__version__",
    "brief",
    "chart",
    "check",
    "cite",
    "codes",
    "doctor",
    "drivers",
    "explain",
    "exports",
    "fetch",
    "imports",
    "mirror",
    "partners",
    "read",
    "records",
    "replay",
    "revisions",
    "schema",
    "sources",
    "store",
    "surplus",
    "table",
    "watch",
]

#: Where each public name lives.
_HOMES = (
    ("ask", "drivers exports imports mirror partners records revisions surplus"),
    ("checking", "check read"),
    ("publication", "brief chart"),
    ("holdings", "codes doctor fetch schema sources store table"),
    ("tracing", "cite explain"),
    ("watching", "watch"),
    ("asked_again", "replay"),
    ("answer", "Answer Chart Citation Inspection Release"),
    ("errors", "InvalidData MixedCurrencies NoData QueryError SourceError StoreError TradeError"),
    ("reading.model", "Reading"),
    ("render.plain", "Finding Note"),
    ("scope", "Places Scope Source Table When"),
)
_HOME = {name: home for home, names in _HOMES for name in names.split()}


class _Package(ModuleType):
    """This module, in which `sources` and `store` stay questions where Python would put the folders."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOME):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'tradecli' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"tradecli.{_HOME[name]}"), name)
    if _HOME[name] in {"ask", "checking", "publication", "holdings", "tracing", "watching", "asked_again"}:
        from tradecli.arguments import checked

        found = checked(found)
        globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
