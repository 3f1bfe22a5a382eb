"""How the help is set: options in groups, choices in view, two examples for each command."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from inspect import Parameter
from typing import Any

from typer.core import TyperCommand, TyperGroup

from tradecli import manner

#: The groups of options, in the order of the help; whatever stands in none is of the question.
QUESTION, DAY, SOURCE, OUTPUT = "Question", "Day", "Source", "Output"
GROUPS = {
    DAY: ("as_of", "as_of_strict"),
    SOURCE: ("source", "table", "columns", "engine", "cube", "skip_bad"),
    OUTPUT: (
        "unit",
        "digits",
        "lang",
        "format",
        "output",
        "csvw",
        "datapackage",
        "receipt",
        "why",
        "notes",
        "help",
    ),
}
ORDER = ("Arguments", QUESTION, DAY, SOURCE, OUTPUT, "Options")
_GROUP = {name: group for group, names in GROUPS.items() for name in names}
#: What an option takes, where it takes one of some words.
CHOICES = {
    "lang": ("en", "zh"),
    "unit": ("trillion", "billion", "yi", "million", "thousand", "dollar"),
    "source": (
        *("mof", "census", "ons", "statcan", "jpmof", "eurostat", "kcs", "vnnso", "rbi", "gacc"),
        *("comtrade", "imf", "wits", "fred"),
    ),
    "flow": ("export", "import", "balance"),
    "span": ("month", "quarter", "year_to_date", "year", "rolling_12"),
    "adjustment": ("none", "seasonal"),
    "color": ("auto", "always", "never"),
    "engine": ("polars", "duckdb", "spark", "spark://HOST"),
}
_METAVARS = {
    "partner": "PLACE",
    "reporter": "PLACE",
    "commodity": "GOODS",
    "format": "FORMAT",
    **{name: "|".join(words) for name, words in CHOICES.items()},
    **dict.fromkeys(("months", "digits", "keep"), "N"),
    # There are more of them than a line holds.
    "source": "SOURCE",
}

#: Commands that take several partners.
SEVERAL = frozenset({"surplus", "exports", "imports"})
#: Two examples of each command.
EXAMPLES = {
    "surplus": (
        "trade surplus --partner US --through 2025-11",
        "trade surplus --partner US,JP,CN+HK --by year",
    ),
    "exports": (
        "trade exports --partner US,JP --from 2024 --by quarter",
        "trade exports --partner JP --share --format csv",
    ),
    "imports": ("trade imports --partner CN+HK --through 2025-Q4", "trade imports --unit million --lang zh"),
    "records": ("trade records --through 2025-11", "trade records --partner US --lang zh"),
    "drivers": ("trade drivers --through 2025-11", "trade drivers --flow balance --by partner --span month"),
    "partners": ("trade partners --through 2025-11", "trade partners --by growth --flow import"),
    "mirror": ("trade mirror --partner US", "trade mirror --partner US --cif-fob 1.06"),
    "revisions": ("trade revisions --partner US --months 6", "trade revisions --through 2025-10 --months 1"),
    "explain": (
        "trade explain --partner US --through 2025-11",
        "trade explain --flow export --span month --as-of 2025-12-09",
    ),
    "cite": ("trade cite --partner US --through 2025-11", "trade cite --flow export --format bibtex"),
    "check": (
        "trade check 'exports 2025-11: 64.05 bn, +56.0 % y/y @ 2025-12-09'",
        "trade check claims.toml --format csv",
    ),
    "brief": (
        "trade brief --partner US --as-of 2025-12-09 --against last",
        "trade brief --lang zh --output november.docx",
    ),
    "chart": (
        "trade chart --partner US",
        "trade chart --partner US --compare CN,JP --flow export --output compared.svg",
    ),
    "watch": ("trade watch --partner US", "trade watch --since 2026-01-09 --format csv"),
    "batch": ("trade batch questions.jsonl", "trade batch questions.jsonl --lang zh >answers.jsonl"),
    "run": ("trade run morning.toml", "trade run morning.toml --dry-run"),
    "mcp": ("trade mcp", "trade mcp --http 8765 --allow-fetch"),
    "replay": (
        "trade replay november.csv.receipt.json",
        "trade replay november.csv.receipt.json --format json",
    ),
    "fetch": ("trade fetch --dry-run", "trade fetch --reporter KR --partner US"),
    "sources": ("trade sources", "trade sources --format json"),
    "codes": ("trade codes japan", "trade codes 半導體"),
    "schema": ("trade schema surplus", "trade schema error --output error.json"),
    "config": ("trade config", "trade config --format csv"),
    "doctor": ("trade doctor", "trade doctor --format csv"),
    "completion": ("trade completion bash >>~/.bashrc", "trade completion fish >trade.fish"),
    "help": ("trade help", "trade help surplus"),
    "table": ("trade table inspect records.csv", "trade table inspect records.csv --output my.toml"),
    "store": ("trade store path", "trade store prune --keep 12 --dry-run"),
}


def about(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """How an option is shown and completed: its group, what it takes, and the words of a choice."""
    shown = {"metavar": _METAVARS.get(name), "rich_help_panel": _GROUP.get(name, QUESTION), **given}
    words: Sequence[str] = (shown["metavar"] or "").split("|")
    if len(words) == 1:
        words = CHOICES.get(name, words)
    if len(words) > 1 and "autocompletion" not in shown:
        shown["autocompletion"] = lambda incomplete: [word for word in words if word.startswith(incomplete)]
    return completed(shown)


def completed(given: dict[str, Any]) -> dict[str, Any]:
    """The same without what completes, where no shell asks: typer reads the signature of each."""
    if "_TRADE_COMPLETE" not in os.environ:
        given.pop("autocompletion", None)
    return given


def has_twin(parameter: Parameter) -> bool:
    """Whether a parameter of a command is an option with a twin in the environment."""
    about = next(iter(getattr(parameter.annotation, "__metadata__", ())), None)
    return bool(getattr(about, "envvar", None))


class Command(TyperCommand):
    """A command whose help has its options in groups, and examples below."""

    def get_help(self, ctx: Any) -> str:
        """The help in the language asked for."""
        return _in_language(self, ctx) or super().get_help(ctx)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options of each group under its name."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                groups.setdefault(self._group(param), []).append(record)
        for title in sorted(groups, key=ORDER.index):
            with formatter.section(title):
                formatter.write_dl(groups[title])

    def _group(self, param: Any) -> str:
        if param.param_type_name == "argument":
            return "Arguments"
        return getattr(param, "rich_help_panel", None) or _GROUP.get(param.name, QUESTION)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, a line each."""
        lines = EXAMPLES.get(self.name or "", ())
        if lines:
            with formatter.section("Examples"):
                for line in lines:
                    formatter.write(f"{' ' * formatter.current_indent}{line}\n")


def _in_language(command: Command | Group, ctx: Any) -> str:
    """The help in another language than English, in which it is written; else empty."""
    if manner.lang == "en":
        return ""
    from tradecli.help_words import formatter

    ctx.formatter_class = formatter(type(ctx.make_formatter()), manner.lang)
    made = ctx.make_formatter()
    command.format_help(ctx, made)
    return str(made.getvalue()).rstrip("\n")


class Group(TyperGroup):
    """The list of commands, each with all of its summary."""

    def get_help(self, ctx: Any) -> str:
        """The help in the language asked for."""
        return _in_language(self, ctx) or super().get_help(ctx)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each command with its summary, on as many lines as it needs."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries(ctx)))

    def _summaries(self, ctx: Any) -> Iterator[tuple[str, str]]:
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                first, _, _ = (command.help or "").partition("\n\n")
                yield name, " ".join(first.split())
