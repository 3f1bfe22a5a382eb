"""What a command was given: its options as typer read them, and what they mean together."""

# No postponed annotations in this file: the types in `Given` are those that typer reads.
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tradecli.answer import Answer, Release
    from tradecli.beside import Beside
    from tradecli.scope import Scope, Source, Span, Table

DAY = ("as_of", "as_of_strict")
TABLE = ("source", "table", "columns", "engine", "cube", "skip_bad")
#: How much of what it says an answer tells a person.
TELLS = ("why", "notes")
#: What is to stand beside a file.
BESIDE = ("csvw", "datapackage", "receipt")
#: What `Given` holds besides options.
_OURS = {"context", "command", "style"}


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
    csvw: bool
    datapackage: bool
    receipt: bool
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
    #: What typer knows of the command line, and the name of the command.
    context: Any
    command: str

    def __init__(self, values: dict[str, Any], context: Any = None, command: str = "") -> None:
        """Keep the values; refuse at once a language, unit or number of decimals that there is not."""
        from tradecli.catalogue.style import style
        from tradecli.render.formats import under_suffix
        from tradecli.synonyms import all_meant

        values = under_suffix(all_meant(values), context)
        vars(self).update(values)
        self.context, self.command = context, command
        self.style = style(values.get("lang", "en"), values.get("unit", ""), values.get("digits"))

    def write(self, answer: "Answer | Release") -> int:
        """Write an answer where and as it was asked for; the exit code it ends with."""
        from tradecli import output
        from tradecli.answer import Chart, Citation, Release

        where = {"asked": self.format, "output": self.output}
        beside = self._beside(answer.exit_code)
        if isinstance(answer, Release):
            output.publish(answer._document, self.style, beside=beside, **where)
        elif isinstance(answer, Chart):
            output.show(answer._picture, answer._report, self.style, beside=beside, **where)
        elif isinstance(answer, Citation) and answer.is_entry(self.format, self.output):
            entry = answer.styled(self.lang, self.unit, self.digits).to("bibtex")
            output.keep(answer._report, self.style, str(entry).encode(), "bibtex", self.output, beside)
        else:
            why, notes = (bool(vars(self).get(name, True)) for name in TELLS)
            output.tell(answer._report, self.style, beside=beside, why=why, notes=notes, **where)
        return answer.exit_code

    def _beside(self, exit_code: int) -> "Beside | None":
        """What is to stand beside the file: its description, that of its folder, its receipt."""
        csvw, package, receipt = (bool(vars(self).get(name)) for name in BESIDE)
        if not (csvw or package or receipt):
            return None
        from tradecli.beside import Beside
        from tradecli.receipts import Asked, option

        options = {name: option(name, value) for name, value in vars(self).items() if name not in _OURS}
        if {"months", "since"} <= set(options):
            options["months"] = self.months_asked
        return Beside(csvw, package, Asked(self.command, options, exit_code) if receipt else None)

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
        span = self._only("since", "months", "by")
        return cast("Span", {**span, "months": self.months_asked})

    @property
    def months_asked(self) -> int | None:
        """How many months; beside a first month only as many as the command line itself says."""
        source = self.context and self.context.get_parameter_source("months")
        usual = self.since and source is not None and source.name != "COMMANDLINE"
        return None if usual else self.months

    @property
    def of_table(self) -> "Table":
        """The own table that is to answer."""
        return cast("Table", self._only(*TABLE[1:]))

    def _only(self, *names: str) -> dict[str, Any]:
        return {name: getattr(self, name) for name in names}
