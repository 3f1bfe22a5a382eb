"""The unit and the currency of an unknown table, and what is taken where nothing says them. Pure."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence

from tradecli.own_table.sniffed import Open, Seen
from tradecli.own_table.sniffing_texts import is_number
from tradecli.own_table.sniffing_units import Unit, unit
from tradecli.own_table.units_said import of_columns, of_line

#: Whose records a table holds where nobody says it.
USUAL_REPORTER = "TW"


def unsaid(fields: dict[str, object], said: Unit) -> list[Open]:
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
        return [Open("value_unit", sizes, "doubt"), *unsaid(fields, said._replace(size=1, doubt=()))]
    if said.unsure:
        lacking["currency"] = False
        return [Open("currency", (*said.unsure, usual["currency"]), "unsure"), *_usual(lacking, usual)]
    return _usual(lacking, usual)


def _usual(lacking: AnyMapping[str, bool], usual: AnyMapping[str, str]) -> list[Open]:
    return [Open(line, (usual[line],), line) for line, lacks in lacking.items() if lacks]


def of_table(columns: Sequence[Seen], fields: dict[str, object], titles: Sequence[str]) -> Unit:
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
