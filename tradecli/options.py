"""Options that mean the same in every command: declared once here, lent to a command by name."""

# No postponed annotations in this file: the types in `Given` are those that typer reads.
from collections.abc import Callable
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any, cast

from typer import Context

from tradecli import completions
from tradecli.language import of_person
from tradecli.lent import Lent as Lent
from tradecli.lent import argument as argument
from tradecli.lent import own as own

if TYPE_CHECKING:
    from tradecli.answer import Answer, Release
    from tradecli.scope import Scope, Source, Span, Table

#: What every question of a pair takes, in the order of the help.
PAIR = ("partner", "through")
DAY = ("as_of", "as_of_strict")
TABLE = ("source", "table", "columns", "engine", "cube", "skip_bad")
SHOWN = ("unit", "digits", "lang", "format", "output")
#: How much of what it says an answer tells a person.
TELLS = ("why", "notes")
#: The same for what holds no money.
WORDS = ("lang", "format", "output")


class Given:
    """What a command was given, by option; it has only those that were lent to it."""

    partner: str
    through: str
    months: int
    flow: str
    span: str
    reporter: str
    as_of: str
    as_of_strict: bool
    commodity: str
    adjustment: str
    policy: bool
    source: str
    table: str
    columns: str
    engine: str
    cube: bool
    skip_bad: bool
    unit: str
    digits: int | None
    lang: str
    format: str
    output: str
    why: bool
    notes: bool
    # Of one or two commands each, which say what they mean.
    by: str
    top: int | None
    against: str
    classification: str
    drivers: str
    compare: str
    matrix: bool
    cif_fob: str
    claims: list[str]
    made: str
    explain: int
    corrections: bool
    words: list[str] | None
    text: list[str] | None
    name: str
    every: bool
    sources: list[str] | None
    partners: list[str] | None
    since: str
    share: bool
    unit_value: bool
    re_exports: bool
    re_imports: bool
    dry_run: bool
    force: bool
    timeout: float
    offline: bool
    strict: bool
    action: str
    path: str
    files: list[str] | None
    vintage: str
    keep: int
    repair: bool
    yes: bool
    http: bool
    port: int | None
    allow_fetch: bool
    allow_tables: bool
    #: What typer knows of the command line.
    context: Any

    def __init__(self, values: dict[str, Any], context: Any = None) -> None:
        """Keep the values; refuse at once a language, unit or number of decimals that there is not."""
        from tradecli.catalogue.style import style
        from tradecli.render.formats import under_suffix
        from tradecli.synonyms import all_meant

        values = under_suffix(all_meant(values), context)
        vars(self).update(values, context=context)
        self.style = style(values.get("lang", "en"), values.get("unit", ""), values.get("digits"))

    def write(self, answer: "Answer | Release") -> int:
        """Write an answer where and as it was asked for; the exit code it ends with."""
        from tradecli import output
        from tradecli.answer import Chart, Release

        where = {"asked": self.format, "output": self.output}
        if isinstance(answer, Release):
            output.publish(answer._document, self.style, **where)
        elif isinstance(answer, Chart):
            output.show(answer._picture, answer._report, self.style, **where)
        else:
            why, notes = (bool(vars(self).get(name, True)) for name in TELLS)
            output.tell(answer._report, self.style, why=why, notes=notes, **where)
        return answer.exit_code

    @property
    def of_source(self) -> "Source":
        """Whose figures, as known on which day."""
        return cast("Source", self._only("reporter", "source", *DAY))

    @property
    def scope(self) -> "Scope":
        """The same, and the own table that is to answer instead."""
        return cast("Scope", self._only("reporter", *DAY, *TABLE))

    @property
    def series(self) -> "Span":
        """Which periods a series shows; a first month beats a usual number of months."""
        source = self.context and self.context.get_parameter_source("months")
        usual = self.since and source is not None and source.name != "COMMANDLINE"
        span = self._only("since", "months", "by")
        return cast("Span", {**span, "months": None} if usual else span)

    @property
    def of_table(self) -> "Table":
        """The own table that is to answer."""
        return cast("Table", self._only(*TABLE[1:]))

    def _only(self, *names: str) -> dict[str, Any]:
        return {name: getattr(self, name) for name in names}


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
                return command(Given(values, context))
            from tradecli import in_words

            found = in_words.filled(context, words)
            given = Given(values | found, context)
            in_words.write_reading(context, found, given.style)
            return command(given)

        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
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
    )
}
