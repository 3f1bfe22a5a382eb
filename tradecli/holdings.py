"""Questions about what the program holds: its sources, its store, its codes; as `ask` those about trade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecli.answer import Answer, Inspection
from tradecli.errors import QueryError, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def fetch(
    *sources: str,
    every: bool = False,
    since: str = "",
    reporter: str = "",
    partners: Sequence[str] = (),
    commodity: str = "TOTAL",
    dry_run: bool = False,
    force: bool = False,
    timeout: float = 60.0,
    offline: bool = False,
    strict: bool = False,
) -> Answer:
    """Bring the newest official tables into the store.

    Args:
        sources: Which sources; without any the best for the reporter, or `mof` and `census`.
        every: Every source that has figures, for the pairs of which it has them; a row a source.
        since: The first month wanted, where a source can be asked for one.
        reporter: Whose customs.
        partners: Only these partners.
        commodity: A code or name.
        dry_run: Answer what would be asked for.
        force: Ask for whole files even if unchanged.
        timeout: Seconds for one file, all attempts.
        offline: Open no connection.
        strict: Fail also where stored figures remain.

    Returns:
        What became of each file; `exit_code` is 4 or 5 where some failed.
    """
    from tradecli import fetch_plans, fetching
    from tradecli.availability import held
    from tradecli.reports.fetched import report
    from tradecli.reports.source_notes import warned

    if every and (sources or reporter or partners or commodity != "TOTAL"):
        raise QueryError("--all asks every source for all that is held of it", hint="leave the others away")
    if every:
        asked = fetch_plans.everything_held(since, held)
    else:
        asked = fetch_plans.fetch_plan(
            sources, since=since, reporter=reporter, partners=partners, commodity=commodity
        )
    outcomes, unused = fetching.run(asked, dry_run=dry_run, force=force, timeout=timeout, offline=offline)
    code, failed = fetching.exit_code(outcomes, strict=strict)
    plan = [*asked.reasons, *(fetching.limits(outcomes) if dry_run else ())]
    made = report(outcomes, plan, by_source=every)
    return Answer(warned(made, [*unused, *failed]), exit_code=code)


def sources(*, by: str = "source") -> Answer:
    """The sources: coverage, newest month, vintages, age, key, licence.

    Args:
        by: `source`, or `reporter`: what there is of each country's own figures, and from whom.
    """
    from datetime import UTC, datetime

    from tradecli import keys
    from tradecli.availability import available
    from tradecli.reports.source_notes import warned
    from tradecli.reports.sources import report
    from tradecli.sources import SOURCES

    if by not in ("source", "reporter"):
        raise unknown("coverage", by, ("source", "reporter"))
    if by == "reporter":
        from tradecli.availability import reporters
        from tradecli.reports import sources_reporters

        of_reporters, wrong = reporters()
        return Answer(warned(sources_reporters.report(of_reporters), wrong))
    names = {source.key.variable for source in SOURCES.values() if source.key}
    unused: list[str] = []
    there = {name for name in names if keys.secret(name, unused.append)}
    found, troubles = available()
    return Answer(warned(report(found, datetime.now(UTC).date(), there), [*troubles, *unused]))


def doctor() -> Answer:
    """Is all well: how far each series reaches, the store, folders, keys, fonts, extras.

    Returns:
        A line for each check; `exit_code` is 6 where the store is damaged or a folder cannot be written.
    """
    from datetime import UTC, datetime

    from tradecli import examination
    from tradecli.availability import reaches
    from tradecli.errors import StoreError
    from tradecli.reports.doctor import FAULT, checks, report

    found = checks(reaches(), examination.examined(), datetime.now(UTC).date())
    wrong = any(check.state == FAULT for check in found)
    return Answer(report(found), exit_code=StoreError.exit_code if wrong else 0)


def config(defaults: Mapping[str, object]) -> Answer:
    """Every setting: its value and where it is from.

    Args:
        defaults: What the shell's options are where nobody sets them; others are off, or empty.
    """
    import os

    from tradecli import settings
    from tradecli.reports.config import Row, report

    made = settings.read()
    others = {"color": "auto", "timeout": 60.0, **dict.fromkeys(settings.SWITCHES, False)}
    rows = []
    for name in settings.KEYS:
        variable = f"TRADE_{name.upper()}"
        if said := os.environ.get(variable):
            rows.append(Row(name, said, "environment", variable, None, None))
        elif name in made:
            value, file, line, of = made[name]
            rows.append(Row(name, _plainly(value), of, variable, str(file), line))
        else:
            default = _plainly(defaults.get(name, others.get(name)))
            rows.append(Row(name, default, "default", variable, None, None))
    files = {of: str(path) if path else None for of, path in settings.places().items()}
    return Answer(report(rows, files))


def _plainly(value: object) -> str | None:
    """A setting as it would be written."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value in (None, "") else str(value)


def codes(text: str = "") -> Answer:
    """Partners and commodities by code, English or Chinese name.

    Args:
        text: A code, or part of a name; empty means all. Of a code of the Harmonized System, such as
            `8542`, also what lies above and below it.
    """
    from tradecli.availability import sources_of_goods
    from tradecli.reports.codes import report

    return Answer(report(text, lambda: sources_of_goods(("hs", "hs-section"))))


def table(action: str, path: str) -> Inspection:
    """A table of one's own, of which nothing is known yet.

    Args:
        action: `inspect`: what its columns are, and how they are read.
        path: A file, a folder, a glob or an address; or a TOML file that names one and its columns.

    Returns:
        A row for each column and each thing known of it; `to("toml")` is what `--columns` takes.
    """
    from tradecli import own_table
    from tradecli.reports import table_inspect

    if action != "inspect":
        raise unknown("action", action, ("inspect",))
    found = own_table.inspect(path)
    official = _official(path) if any(one.why == "none" for one in found.open) else ""
    report = table_inspect.report(found, official)
    return Inspection(report, lambda output: table_inspect.document(found, output))


def _official(path: str) -> str:
    """The source that publishes files like this one, if one does: those are no tables of records."""
    from pathlib import Path

    from tradecli.errors import TradeError
    from tradecli.sources.recognition import recognise

    try:
        return recognise(Path(path).read_bytes(), Path(path).name).id
    except (TradeError, OSError):
        return ""


def store(
    action: str,
    *files: str,
    source: str = "",
    vintage: str = "",
    keep: int = 24,
    repair: bool = False,
    dry_run: bool = False,
) -> Answer:
    """The store of fetched figures.

    Args:
        action: `path`, `list`, `verify`, `prune`, `export` or `add`.
        files: Files to add.
        source: Only this source; with `add`, whose file it is.
        vintage: With `add`: the day the file was published.
        keep: With `prune`: how many vintages of each file stay.
        repair: With `verify`: make damaged tables anew from the raw files.
        dry_run: With `prune`: list what would go, and keep it.

    Returns:
        What was done; `exit_code` is 6 where faults remain.
    """
    from tradecli import storekeeping

    options = storekeeping.Options(files, source, vintage, keep, repair, dry_run)
    report, code = storekeeping.run(action, options)
    return Answer(report, exit_code=code)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of an answer as `--format json` writes it.

    Args:
        name: Such as `surplus`, or `error`.

    Raises:
        QueryError: There is none of that name; `candidates` are those that there are.
    """
    import json

    there = schemas()
    if name not in there:
        raise unknown("schema", name, there)
    found: dict[str, Any] = json.loads(there[name].read_text(encoding="utf-8"))
    return found


def schemas() -> dict[str, Path]:
    """The file of each schema, by its name."""
    from tradecli.data import FOLDER

    return {path.stem: path for path in sorted((FOLDER / "schemas").glob("*.json"))}
