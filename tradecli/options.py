"""Options that mean the same in every command: declared once here, lent to a command by name."""

# No postponed annotations in this file: the types in `Given` are those that typer reads.
from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

from typer import Context

from tradecli import completions
from tradecli.given import BESIDE as BESIDE
from tradecli.given import DAY as DAY
from tradecli.given import TABLE as TABLE
from tradecli.given import TELLS as TELLS
from tradecli.given import Given as Given
from tradecli.language import of_person
from tradecli.lent import Lent as Lent
from tradecli.lent import argument as argument
from tradecli.lent import own as own

#: What every question of a pair takes, in the order of the help.
PAIR = ("partner", "through")
SHOWN = ("unit", "digits", "lang", "format", "output", *BESIDE)
#: The same for what holds no money.
WORDS = ("lang", "format", "output")


def lend(*wanted: str | Lent, **defaults: Any) -> Callable[[Callable[[Given], int]], Callable[..., int]]:
    """Lend a command options, in the order of its help.

    Args:
        wanted: Names of `SHARED`, or options of its own.
        defaults: Defaults other than the usual, by name.
    """
    options = [SHARED[option] if isinstance(option, str) else option for option in wanted]
    names = [option.name for option in options]
    if "through" in names:
        options.append(IN_WORDS if "partner" in names else MONTH_ALONE)
    parameters = [Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=Context)]
    parameters += [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=defaults.get(name, default),
            annotation=Annotated[Given.__annotations__[name], about],
        )
        for name, default, about in options
    ]

    def lent(command: Callable[[Given], int]) -> Callable[..., int]:
        def run(context: Context, **values: Any) -> int:
            if values.get("table") and _is_default(context, "reporter"):
                # The records say whose they are before the program's default does.
                values["reporter"] = ""
            if "lang" in values and _is_default(context, "lang"):
                values["lang"] = of_person()
            words = values.pop("words", None)
            if not words:
                return command(Given(values, context, command.__name__))
            from tradecli import in_words

            found = in_words.filled(context, words)
            given = Given(values | found, context, command.__name__)
            in_words.write_reading(context, found, given.style)
            return command(given)

        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        run.__wrapped__ = command  # type: ignore[attr-defined]
        return run

    return lent


def _is_default(context: Context, name: str) -> bool:
    """Whether an option was given neither by the command line nor by its variable."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "DEFAULT"


def _shared(name: str, default: Any, *written: str, **about: Any) -> Lent:
    """An option of many commands, with its twin in the environment."""
    shown = default not in {"", None}
    # Where an answer goes is said by the command that asks for it, by nothing else.
    twin = None if name == "output" else f"TRADE_{name.upper()}"
    return own(name, default, *written, envvar=twin, show_default=shown, **about)


def _beside(name: str, about: str) -> Lent:
    """A switch for a file that stands beside the one that is written."""
    return own(name, False, f"--{name}", help=about, show_default=False)


#: The question in words: what of it is no option.
IN_WORDS = argument("words", None, metavar="[PARTNER] [MONTH]", help="The question in words: US 2025-11.")
MONTH_ALONE = argument("words", None, metavar="[MONTH]", help="The month alone: 2025-11.")
#: Every shared option by its name.
SHARED = {
    option.name: option
    for option in (
        _shared(
            "reporter", "TW", help="Whose customs counted: a code or name.", autocompletion=completions.places
        ),
        _shared(
            "partner",
            "WORLD",
            help="The other side: a code, a name in English or Chinese, or an area such as CN+HK.",
            autocompletion=completions.places,
        ),
        _shared(
            "through",
            "",
            metavar="PERIOD",
            help="Last month: 2025-11; a quarter (2025-Q4) or year (2025) means its last month. "
            "Without it, the newest that can be answered.",
        ),
        _shared("months", 13, help="How many months to show."),
        _shared(
            "as_of",
            "",
            metavar="DATE",
            help="Answer with what had been published by this day, such as 2026-01-09.",
        ),
        _shared(
            "as_of_strict",
            False,
            "--as-of-strict",
            help="With --as-of: leave out figures only inferred to have been public by then.",
        ),
        _shared(
            "source", "", help="Who answers: one of `trade sources`; without it, the reporter's own office."
        ),
        _shared(
            "commodity",
            "TOTAL",
            help="A commodity: a code or name (see `trade codes`); "
            "`hs-section:16` where a code is ambiguous.",
        ),
        _shared("adjustment", "none", help="Adjustment; the two are never mixed."),
        _shared("unit", "", help="Unit shown to people, such as bn or tn; yi is 億, 100 million."),
        _shared("digits", None, help="Decimals of money, never finer than published."),
        _shared("flow", "export", help="Which flow."),
        _shared(
            "span", "year_to_date", metavar="month|year_to_date|rolling_12", help="Which months it covers."
        ),
        _shared("lang", "en", help="Language; zh is Traditional Chinese."),
        _shared(
            "format",
            "",
            "--format",
            "-f",
            help="table, csv, tsv, json, ndjson, markdown, html, parquet, xlsx, arrow or sdmx-csv; "
            "without it a table on a terminal and CSV in a pipe.",
            autocompletion=completions.formats,
        ),
        _shared(
            "table",
            "",
            "--table",
            metavar="PATH",
            help="Answer from an own table: a file, folder, glob or address of Parquet, CSV or Arrow.",
        ),
        _shared(
            "columns",
            "",
            metavar="NAMES",
            help="Its columns: period=month,partner=ctry,flow=ie,value=fob,commodity=hs6, or a TOML file.",
        ),
        _shared("engine", "polars", help="Engine that computes the sums."),
        _shared("cube", False, "--cube", help="Keep its monthly sums in the cache, and use them again."),
        _shared("skip_bad", False, "--skip-bad", help="Answer even if over 1 % of its rows cannot be read."),
        _shared("why", False, "--why", help="All findings, not only the first few."),
        _shared("notes", False, "--notes", help="All notes, those on method too."),
        _shared(
            "output",
            "",
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, whole or not at all; its suffix names the format.",
        ),
        _beside("csvw", "Also FILE-metadata.json: columns, units, sources of a CSV file (CSV on the Web)."),
        _beside("datapackage", "Also adds a CSV file to the datapackage.json of its folder (Data Package)."),
        _beside("receipt", "Also FILE.receipt.json, from which `trade replay` answers again."),
    )
}
