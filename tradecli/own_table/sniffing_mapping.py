"""A mapping from what was sniffed of the columns, and what of it stays open. Pure."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from typing import NamedTuple

from tradecli.own_table import checks, layouts, sniffed, sniffing, sniffing_across
from tradecli.own_table.layouts import Layout
from tradecli.own_table.mapping import USUAL, Mapping
from tradecli.own_table.sniffed import Chosen, Open, Seen, Taken
from tradecli.own_table.sniffing_names import flow_word, is_outright, is_side, named
from tradecli.own_table.sniffing_rows import apart
from tradecli.own_table.sniffing_texts import is_number
from tradecli.own_table.sniffing_units import Unit, unit
from tradecli.own_table.units_said import of_columns, of_line

#: Whose records a table holds where nobody says it.
USUAL_REPORTER = "TW"


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
    said = _unit(columns, fields, titles)
    for each in opened:
        if each.why == "several":
            fields.pop(each.line, None)
    opened += [*apart(columns, fields), *_unsaid(fields, said)]
    fields |= {"unit": said.size or 1, "currency": said.currency or "USD"}
    taken = _taken(columns, found)
    return Guess(Mapping(**fields), taken, tuple(opened), said)  # type: ignore[arg-type]


def of_mapping(columns: Sequence[Seen], mapping: Mapping, layout: Layout | None) -> Guess:
    """The same of a table of which a layout, or somebody, says what its columns are."""
    known = sniffed.LAYOUT if layout else sniffed.SAID
    roles = {getattr(mapping, field): role for field, role in _ROLES.items()}
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


def _unsaid(fields: dict[str, object], said: Unit) -> list[Open]:
    """What the usual is taken for unless it is said."""
    lacking = {
        "value_unit": not said.size,
        "currency": not said.currency,
        "reporter": "reporter" not in fields,
    }
    usual = {"value_unit": "1", "currency": "USD", "reporter": USUAL_REPORTER}
    # An amount that is said to be in a currency, and in no multiple of it, is in ones.
    lacking["value_unit"] &= not said.currency
    if said.doubt:
        sizes = tuple(str(size) for size in said.doubt)
        return [Open("value_unit", sizes, "doubt"), *_unsaid(fields, said._replace(size=1, doubt=()))]
    if said.unsure:
        lacking["currency"] = False
        return [Open("currency", (*said.unsure, usual["currency"]), "unsure"), *_usual(lacking, usual)]
    return _usual(lacking, usual)


def _usual(lacking: AnyMapping[str, bool], usual: AnyMapping[str, str]) -> list[Open]:
    return [Open(line, (usual[line],), line) for line, lacks in lacking.items() if lacks]


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
    # Words that every table may use are known without being said.
    usual = Mapping()
    for name, words in (("exports", content.exports), ("imports", content.imports)):
        folded = tuple(dict.fromkeys(word.strip().casefold() for word in words))
        if folded and not set(folded) <= set(getattr(usual, name)):
            fields[name] = folded
    return _Found(fields, (("flow", chosen),), (*_rivalled("flow", chosen), *_words(rest, chosen)))


def _words(rest: Sequence[Seen], chosen: Chosen) -> tuple[Open, ...]:
    """The words for flows that no language has, as numbers: which is which has to be said."""
    texts = next(one.content.few for one in rest if one.name == chosen.column)
    unknown = [text for text in texts if not flow_word(text)]
    return (Open("export", tuple(unknown), "words"),) if unknown else ()


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
    return _Found({}, open=(Open("partner", why="none"),))


def _goods(rest: Sequence[Seen], _found: Sequence[_Found]) -> _Found:
    chosen = sniffing.commodity(rest)
    if not chosen.column:
        return _Found({})
    return _Found({"commodity": chosen.column}, (("commodity", chosen),), _rivalled("commodity", chosen))


def _amounts(rest: Sequence[Seen], found: Sequence[_Found]) -> _Found:
    """The values: a column for each flow where no column tells flows, else one."""
    if any({"months", "value"} & set(one.fields) for one in found):
        return _Found({})
    sides = {flow: sniffing.values(rest, flow) for flow in ("export", "import")}
    if all(chosen.column for chosen in sides.values()) and not any("flow" in one.fields for one in found):
        fields: dict[str, object] = {f"{flow}_value": chosen.column for flow, chosen in sides.items()}
        opened = [each for flow, chosen in sides.items() for each in _rivalled(f"{flow}_value", chosen)]
        return _Found(fields, tuple(("value", chosen) for chosen in sides.values()), tuple(opened))
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


def _unit(columns: Sequence[Seen], fields: dict[str, object], titles: Sequence[str]) -> Unit:
    """What the names of the values, a column of currencies, or a line above the header say of the unit."""
    texts = [str(fields[name]) for name in ("value", "export_value", "import_value") if name in fields]
    said = [unit(text) for text in texts]
    if not said or any(one != said[0] for one in said):
        said = [Unit()]
    found = said[0]
    others = [of_line(title) for title in titles]
    # A line of units may stand below the names.
    first = [one.texts[0] for one in columns if one.name in texts and one.texts]
    others += [of_line(cell) for cell in first if cell and not is_number(cell)]
    quantities = any(one.by_name.role == "quantity" for one in columns)
    alone = [(one.name, one.content.examples[0]) for one in columns if one.content.distinct == 1]
    others += [said.unit for said in of_columns(alone, quantities=quantities)]
    for other in others:
        size, currency = found.size or other.size, found.currency or other.currency
        doubt = () if size else found.doubt or other.doubt
        found = Unit(size, currency, doubt, () if currency else found.unsure or other.unsure)
    return found


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
