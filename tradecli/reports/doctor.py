"""`trade doctor`: is all well, a line for each check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tradecli import periods
from tradecli.model.report import Cell, Column, Report, Statement, Table
from tradecli.reports.listing import listing
from tradecli.reports.shared import say
from tradecli.sources import SOURCES
from tradecli.statistics.coverage import Reach
from tradecli.wording import Wording

OK, WARN, FAULT, UNUSED = "ok", "warn", "fault", "unused"
#: Most important first.
_ORDER = (FAULT, WARN, OK, UNUSED)


class Folder(NamedTuple):
    """A folder: what for, where (empty for nowhere), whether it is there and can be written."""

    name: str
    path: str
    exists: bool
    writable: bool


class Store(NamedTuple):
    """The store: where, how many files were checked, and what is wrong, a line each."""

    path: str
    exists: bool
    files: int
    wrong: tuple[str, ...]


class Key(NamedTuple):
    """A key: its name, where it was found (empty for nowhere), and why one that is there is not used."""

    variable: str
    source: str
    required: bool
    where: str
    warning: str


class Examined(NamedTuple):
    """What the machine says."""

    version: str
    python: str
    system: str
    store: Store
    folders: tuple[Folder, ...]
    keys: tuple[Key, ...]
    font: str
    extras: dict[str, bool]


class Check(NamedTuple):
    """One line: what was looked at, how it stands, what was found, what to do."""

    area: str
    name: str
    state: str
    said: Statement
    hint: str = ""
    newest_month: date | None = None
    age_days: int | None = None
    late: int | None = None
    missing: int | None = None


class Row(NamedTuple):
    """A machine row: a check."""

    area: str
    name: str
    state: str
    newest_month: str | None
    age_days: int | None
    late: int | None
    missing: int | None
    hint: str | None


def checks(reaches: Mapping[str, Sequence[Reach]], found: Examined, today: date) -> list[Check]:
    """Every check, in the order in which it is shown.

    Args:
        reaches: How far each series of each source reaches.
        found: What the machine says.
        today: The day against which age is told.
    """
    facts: dict[str, Any] = {"version": found.version, "python": found.python, "system": found.system}
    return [
        *(check for source, series in reaches.items() for check in _source(source, series, today)),
        _store(found.store),
        *(_folder(folder) for folder in found.folders),
        *(_key(key) for key in found.keys),
        _font(found.font),
        *(_extra(name, there) for name, there in found.extras.items()),
        Check("program", "tradecli", OK, say("doctor.program", **facts)),
    ]


def _source(source: str, series: Sequence[Reach], today: date) -> Iterator[Check]:
    """Each series of a source; one line where there is nothing of it."""
    if not series:
        hint = f"trade fetch {source}"
        yield Check("series", source, UNUSED, say("doctor.series", "none"), hint)
    for one in series:
        name = Wording(
            "{source}{reporter} {flow} {classification}{adjusted}",
            source=source,
            reporter="" if SOURCES[source].reporter else f" {one.reporter}",
            flow=Wording(one.flow),
            classification=Wording(one.classification),
            adjusted=""
            if one.adjustment == "none"
            else Wording(" {adjustment}", adjustment=Wording(one.adjustment)),
        )
        late = _late(source, one.newest_month, today)
        # A clock that runs behind makes no negative age.
        age = max(0, (today - one.newest_vintage).days)
        behind = one.partners_behind or None
        facts: dict[str, Any] = {"newest": periods.label(one.newest_month), "age": age}
        facts |= {"late": late or None, "missing": one.missing or None}
        said = say("doctor.series", behind=behind, partners=one.partners, **facts)
        state = WARN if late or one.missing else OK
        hint = f"trade fetch {source}" if late else ""
        yield Check("series", name, state, said, hint, one.newest_month, age, late, one.missing)


def _late(source: str, newest: date, today: date) -> int:
    """How many months after the newest should be out by now, by the usual day of the source."""
    months = 0
    while SOURCES[source].release(periods.shift(newest, months + 1)) <= today:
        months += 1
    return months


def _store(store: Store) -> Check:
    facts: dict[str, Any] = {"path": store.path, "files": store.files, "wrong": len(store.wrong)}
    if store.wrong:
        facts["first"] = store.wrong[0]
        return Check(
            "store", "store", FAULT, say("doctor.store", "damaged", **facts), "trade store verify --repair"
        )
    variant = None if store.exists else "empty"
    return Check("store", "store", OK, say("doctor.store", variant, **facts))


def _folder(folder: Folder) -> Check:
    variable = f"TRADE_{folder.name.upper()}_DIR"
    if not folder.path:
        return Check("folder", folder.name, FAULT, say("doctor.folder", "none"), f"{variable}=FOLDER")
    if not folder.writable:
        said = say("doctor.folder", "read_only", path=folder.path)
        # Without the other two folders every question is answered all the same.
        state = FAULT if folder.name == "data" else WARN
        return Check("folder", folder.name, state, said, f"{variable}=FOLDER")
    said = say("doctor.folder", None if folder.exists else "to_be_made", path=folder.path)
    return Check("folder", folder.name, OK, said)


def _key(key: Key) -> Check:
    if key.warning:
        return Check("key", key.variable, WARN, say("doctor.key", "not_used", warning=key.warning))
    if key.where:
        return Check("key", key.variable, OK, say("doctor.key", key.where))
    need = "required" if key.required else "optional"
    return Check("key", key.variable, UNUSED, say("doctor.key", "none", need, source=key.source))


def _font(path: str) -> Check:
    if path:
        return Check("font", "CJK", OK, say("doctor.font", path=path))
    return Check("font", "CJK", UNUSED, say("doctor.font", "none"), "Noto Sans CJK TC")


def _extra(name: str, there: bool) -> Check:
    if there:
        return Check("extra", name, OK, say(f"doctor.extra_{name}"))
    hint = f'pip install "tradecli[{name}]"'
    return Check("extra", name, UNUSED, say(f"doctor.extra_{name}"), hint)


def report(found: Sequence[Check]) -> Report:
    """One row a check; what is wrong is said again below, most important first."""
    columns = [
        Column("doctor.state", left=True),
        Column("doctor.name", left=True),
        Column("doctor.found", left=True),
        Column("doctor.hint", left=True, drop=1),
    ]
    cells: list[list[Cell]] = [
        [say(f"doctor.state_{check.state}"), check.name, check.said, check.hint] for check in found
    ]
    counts: dict[str, Any] = {state: sum(check.state == state for check in found) for state in _ORDER}
    answer = listing(
        "trade.doctor/1",
        Statement("doctor.title"),
        Row,
        [_row(check) for check in found],
        Table(columns, cells),
        findings=[say("doctor.summary", **counts)],
    )
    return answer._replace(displays={"statement": [check.said for check in found]})


def _row(check: Check) -> Row:
    return Row(
        check.area,
        str(check.name),
        check.state,
        periods.label(check.newest_month) if check.newest_month else None,
        check.age_days,
        check.late,
        check.missing,
        check.hint or None,
    )
