"""A mapping from what was sniffed of the columns, and what of it stays open. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tradecli.own_table import checks, flow_words, layouts, sniffed, sniffing, sniffing_across
from tradecli.own_table.laying_across import PARTNER
from tradecli.own_table.layouts import Layout
from tradecli.own_table.mapping import USUAL, Mapping
from tradecli.own_table.sniffed import Chosen, Open, Seen, Taken
from tradecli.own_table.sniffing_names import is_outright, is_side, named
from tradecli.own_table.sniffing_rows import apart
from tradecli.own_table.sniffing_texts import country, is_partner
from tradecli.own_table.sniffing_units import Unit
from tradecli.own_table.sniffing_unsaid import of_table, unsaid


class Guess(NamedTuple):
    """A mapping, what each column was taken for, what stays open, and what is said of the unit."""

    mapping: Mapping
    taken: tuple[Taken, ...]
    open: tuple[Open, ...]
    unit: Unit = Unit()
    layout: Layout | None = None


_NAMES = (
    "period",
    "year",
    "month",
    "partner",
    "reporter",
    "flow",
    "value",
    "commodity",
    "exporter",
    "importer",
)
#: What the columns are that the fields of a mapping name.
_ROLES = {**{name: name for name in _NAMES}, "export_value": "value", "import_value": "value"}


class _Found(NamedTuple):
    """Fields of a mapping, the columns behind them by their role, and what stays open."""

    fields: dict[str, object]
    columns: tuple[tuple[str, Chosen], ...] = ()
    open: tuple[Open, ...] = ()


def guess(columns: Sequence[Seen], names: Sequence[str] = (), titles: Sequence[str] = ()) -> Guess:
    """What the columns of a table are.

    Args:
        columns: With some of their cells.
        names: Those of the files, which may tell a flow.
        titles: Lines above the header, which may tell a unit.

    Examples:
        >>> made = {"Mes": ["2025-01", "2025-02"], "País": ["Chile", "Perú"], "Valor (miles US$)": ["1", "2"]}
        >>> found = guess(sniffing.seen(made | {"Flujo": ["Exportación", "Importación"]}))
        >>> found.mapping.partner, found.mapping.value, found.mapping.unit, found.mapping.exports
        ('País', 'Valor (miles US$)', 1000, ('exportación',))
    """
    if not sniffing.has_names(columns):
        taken = tuple(Taken(one.name, "other", examples=one.content.examples) for one in columns)
        return Guess(Mapping(), taken, (Open("header", tuple(one.name for one in columns)[:3], "header"),))
    rest = list(columns)
    found: list[_Found] = []
    for step in (_when, _flow_column, _of_whom, _with_whom, _goods, _amounts):
        one = step(rest, found)
        found.append(one)
        used = {name for _, chosen in one.columns for name in (chosen.column, *chosen.same)}
        rest = [column for column in rest if column.name not in used]
    fields = {name: value for one in found for name, value in one.fields.items()}
    opened = [each for one in found for each in one.open]
    if "flow" not in fields and "export_value" not in fields and "exporter" not in fields:
        flow, more = _flow_elsewhere(columns, fields, names)
        fields |= flow
        opened += more
    said = of_table(columns, fields, titles)
    for each in opened:
        if each.why == "several":
            fields.pop(each.line, None)
    opened += [*apart(columns, fields), *unsaid(fields, said)]
    fields |= {"unit": said.size or 1, "currency": said.currency or "USD"}
    taken = _taken(columns, found)
    return Guess(Mapping(**fields), taken, tuple(opened), said)  # type: ignore[arg-type]


def of_mapping(columns: Sequence[Seen], mapping: Mapping, layout: Layout | None) -> Guess:
    """The same of a table of which a layout, or somebody, says what its columns are."""
    known = sniffed.LAYOUT if layout else sniffed.SAID
    roles = {
        name: role for field, role in _ROLES.items() for name in getattr(mapping, field).split(checks.BOTH)
    }
    across = [*checks.across(mapping.export_value), *checks.across(mapping.import_value), *mapping.months]
    roles |= dict.fromkeys(across, "value")
    taken = tuple(
        Taken(one.name, roles[one.name], known, used=True, examples=one.content.examples)
        if one.name in roles
        else Taken(one.name, one.by_name.role or "other", examples=one.content.examples)
        for one in columns
    )
    return Guess(mapping, taken, (), Unit(mapping.unit, mapping.currency or USUAL), layout)


def of_observations(columns: Sequence[Seen]) -> Guess:
    """The same of a table in the program's own columns, which needs no mapping."""
    taken = (
        Taken(one.name, one.name if one.name in _NAMES else "other", sniffed.LAYOUT, one.name in _NAMES)
        for one in columns
    )
    examples = (one.content.examples for one in columns)
    every = tuple(one._replace(examples=shown) for one, shown in zip(taken, examples, strict=True))
    return Guess(Mapping(), every, ())


def _rivalled(line: str, chosen: Chosen) -> tuple[Open, ...]:
    return (Open(line, (chosen.column, *chosen.rivals), "several"),) if chosen.rivals else ()


def _when(rest: Sequence[Seen], _found: Sequence[_Found]) -> _Found:
    """The period: one column, year and month, months across, or years alone."""
    months = sniffing.period(rest)
    if months.column:
        return _Found({"period": months.column}, (("period", months),), _rivalled("period", months))
    years, numbers = sniffing.years(rest), sniffing.month_numbers(rest)
    if years.column and numbers.column and years.column != numbers.column:
        fields: dict[str, object] = {"year": years.column, "month": numbers.column}
        return _Found(fields, (("year", years), ("month", numbers)))
    across = sniffing_across.months_across(rest)
    if years.column and across:
        columns = [("year", years), *(("value", Chosen(name, sniffed.NAME)) for name in across)]
        return _Found({"year": years.column, "months": across}, tuple(columns))
    sides, both = sniffing_across.flows_across(rest)
    if sides and not (years.column or numbers.column):
        return _Found({**sides}, tuple(("value", Chosen(name, sniffed.NAME)) for name in both))
    pattern, dated = sniffing_across.periods_across(rest)
    if pattern and not (years.column or numbers.column):
        return _Found({"value": pattern}, tuple(("value", Chosen(name, sniffed.NAME)) for name in dated))
    if years.column:
        # Months beside years would be added up as if each year had all of them.
        unread = (*sniffing.unread(rest, "period"), *sniffing_across.months_named(rest))
        beside = tuple(dict.fromkeys(name for name in unread if name != years.column))
        opened = (Open("period", beside, "unread"),) if beside else _rivalled("period", years)
        return _Found({"period": years.column}, (("period", years),), opened)
    if named_so := sniffing.unread(rest):
        return _Found({}, open=(Open("period", named_so, "unread"),))
    return _Found({}, open=(Open("period", why="none"),))


def _flow_column(rest: Sequence[Seen], _found: Sequence[_Found]) -> _Found:
    chosen = sniffing.flow(rest)
    if not chosen.column:
        return _Found({})
    content = next(one.content for one in rest if one.name == chosen.column)
    fields: dict[str, object] = {"flow": chosen.column}
    found = flow_words.meant(content.few)
    # Words that every table may use are known without being said.
    usual = Mapping()
    for name, words in (
        ("exports", found.exports),
        ("imports", found.imports),
        ("flows_within", found.within),
    ):
        folded = tuple(dict.fromkeys(word.strip().casefold() for word in words))
        if folded and not set(folded) <= set(getattr(usual, name)):
            fields[name] = folded
    # Of words that no language has, as numbers, it has to be said which is which.
    unknown = (Open("export", found.unknown, "words"),) if found.unknown else ()
    return _Found(fields, (("flow", chosen),), (*_rivalled("flow", chosen), *unknown))


def _of_whom(rest: Sequence[Seen], _found: Sequence[_Found]) -> _Found:
    chosen = sniffing.partner(rest, "reporter")
    return _Found({"reporter": chosen.column}, (("reporter", chosen),)) if chosen.column else _Found({})


def _with_whom(rest: Sequence[Seen], found: Sequence[_Found]) -> _Found:
    sides = [sniffing.partner(rest, role) for role in ("exporter", "importer")]
    others = [one for one in rest if one.by_name.role not in {"exporter", "importer"}]
    outright = [one for one in others if is_outright(one.name) and one.by_name.role == "partner"]
    chosen = sniffing.partner(outright or others)
    if outright and not chosen.column:
        return _Found({}, open=(Open("partner", tuple(one.name for one in outright), "several"),))
    if chosen.column:
        fields: dict[str, object] = {"partner": chosen.column}
        columns = [("partner", chosen)]
        if outright and not any("reporter" in one.fields for one in found):
            # Beside a partner that is called so, a country is the one whose records they are.
            generic = [one for one in others if one not in outright and not is_side(one.name)]
            reporter = sniffing.partner(generic)
            if reporter.column and reporter.evidence != sniffed.CONTENT and not reporter.rivals:
                fields["reporter"] = reporter.column
                columns.append(("reporter", reporter))
        return _Found(fields, tuple(columns), _rivalled("partner", chosen))
    if all(side.column for side in sides):
        fields = {"exporter": sides[0].column, "importer": sides[1].column}
        return _Found(fields, (("exporter", sides[0]), ("importer", sides[1])))
    # Who bought is the partner of who sold, where the other is not named: those whose records they are.
    alone = [side for side in sides if side.column and _several(rest, side.column)]
    if len(alone) == 1:
        return _Found({"partner": alone[0].column}, (("partner", alone[0]),))
    across = [one.name for one in rest if country(one.name) and is_partner(one.name, one.texts)]
    if len(across) > 1:
        every = [one.name for one in rest if is_partner(one.name, one.texts)]
        return _Found({"value": PARTNER}, tuple(("value", Chosen(name, sniffed.NAME)) for name in every))
    return _Found({}, open=(Open("partner", why="none"),))


def _several(columns: Sequence[Seen], name: str) -> bool:
    return any(one.name == name and one.content.distinct > 1 for one in columns)


def _goods(rest: Sequence[Seen], _found: Sequence[_Found]) -> _Found:
    chosen = sniffing.commodity(rest)
    if not chosen.column:
        return _Found({})
    return _Found({"commodity": chosen.column}, (("commodity", chosen),), _rivalled("commodity", chosen))


def _amounts(rest: Sequence[Seen], found: Sequence[_Found]) -> _Found:
    """The values: a column for each flow where no column tells flows, else one."""
    if any({"months", "value", "export_value"} & set(one.fields) for one in found):
        return _Found({})
    sides = {flow: sniffing.values(rest, flow) for flow in ("export", "import")}
    if all(chosen.column for chosen in sides.values()) and not any("flow" in one.fields for one in found):
        fields: dict[str, object] = {f"{flow}_value": chosen.column for flow, chosen in sides.items()}
        opened = [each for flow, chosen in sides.items() for each in _rivalled(f"{flow}_value", chosen)]
        # Half an answer would pass for a whole one.
        fields = {} if opened else fields
        of = [(chosen, name) for chosen in sides.values() for name in chosen.column.split(checks.BOTH)]
        columns = tuple(("value", chosen._replace(column=name)) for chosen, name in of)
        return _Found(fields, columns, tuple(opened))
    chosen = sniffing.values(rest)
    if not chosen.column:
        return _Found({}, open=(Open("value", why="none"),))
    return _Found({"value": chosen.column}, (("value", chosen),), _rivalled("value", chosen))


def _flow_elsewhere(
    columns: Sequence[Seen], fields: dict[str, object], names: Sequence[str]
) -> tuple[dict[str, object], list[Open]]:
    """The flow of a table without a column of it: in the name of the values, or of each file."""
    of_value = named(str(fields.get("value", ""))).flow
    if of_value:
        return {"flow": of_value}, []
    if names and all(layouts.flow_in(name) for name in names):
        return {"flow_in_name": True}, []
    perhaps = sniffing.maybe_flows(columns)
    return {}, [Open("flow", (*perhaps, "export", "import"), "constant")]


def _taken(columns: Sequence[Seen], found: Sequence[_Found]) -> tuple[Taken, ...]:
    """What each column was taken for, in the order of the file."""
    used: dict[str, Taken] = {}
    for role, chosen in (pair for one in found for pair in one.columns):
        for name in (chosen.column, *chosen.same, *chosen.rivals):
            mine = name == chosen.column and not chosen.rivals
            used.setdefault(name, Taken(name, role, chosen.evidence, used=mine))
    roles = {one.name: one.by_name.role or "other" for one in columns}
    every = [
        used.get(name) or Taken(name, role, sniffed.NAME if role != "other" else "")
        for name, role in roles.items()
    ]
    return tuple(
        one._replace(examples=column.content.examples) for one, column in zip(every, columns, strict=True)
    )
