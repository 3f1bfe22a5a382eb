"""What the columns of records are, guessed from their names and from what stands in them. Pure.

A name says what a column is where its cells agree; cells alone say it only where no name does, and that is
told. Where two columns could be it and are not the same, none is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as AnyMapping
from types import MappingProxyType

from tradecli.own_table import flow_words, sniffed
from tradecli.own_table import sniffing_same as same_in
from tradecli.own_table.checks import BOTH
from tradecli.own_table.partners import GROUP, TOTAL, by_word
from tradecli.own_table.sniffed import CONTENT, NAME, Chosen, Seen
from tradecli.own_table.sniffing_names import Named, named
from tradecli.own_table.sniffing_texts import content, country, is_number
from tradecli.own_table.words import month_of

#: So large a part of the cells must be what a name says, and what nothing but cells says.
AGREES, ALONE = 0.5, 0.9
#: A column with more texts than this is none of flows.
_FLOWS = 24


def seen(
    cells: AnyMapping[str, Sequence[str | None]],
    more: AnyMapping[str, Sequence[str | None]] = MappingProxyType({}),
) -> list[Seen]:
    """The columns with what their names and cells say.

    Args:
        cells: The first rows of each column.
        more: What else stands in some of them.
    """
    return [
        Seen(name, tuple(texts), named(name), content([*texts, *more.get(name, ())]))
        for name, texts in cells.items()
    ]


def choose(
    columns: Sequence[Seen],
    role: str,
    fits: Callable[[Seen], float],
    *,
    same: Callable[[Seen, Seen], bool],
    alone: bool = True,
) -> Chosen:
    """The column of a role.

    Args:
        columns: Those that may be it.
        role: What its name must say.
        fits: Which part of its cells can be it.
        same: Whether two columns say the same in other words.
        alone: Whether cells may say it where no name does.
    """
    by_name = [one for one in columns if one.by_name.role == role and fits(one) >= AGREES]
    by_cells = [one for one in columns if not one.by_name.role and fits(one) >= ALONE] if alone else []
    every = by_name or by_cells
    if not every:
        return Chosen()
    ranked = sorted(every, key=lambda one: (-round(fits(one), 1), not one.by_name.whole, every.index(one)))
    best, *others = ranked
    alike = tuple(one.name for one in others if same(best, one))
    rivals = tuple(one.name for one in others if one.name not in alike)
    evidence = CONTENT if not by_name else sniffed.BOTH if fits(best) >= ALONE else NAME
    return Chosen(best.name, evidence, alike, rivals)


def period(columns: Sequence[Seen]) -> Chosen:
    """The column of months, or of the quarters of quarterly records."""
    found = choose(columns, "period", lambda one: one.content.months, same=same_in.months)
    if found.column:
        return found
    quarters = choose(columns, "period", lambda one: one.content.quarters, same=same_in.quarters)
    if quarters.column:
        return quarters
    # A column of whole months may be called after the year; one called after the period may hold years.
    return choose(columns, "year", lambda one: one.content.months, same=same_in.months, alone=False)


def years(columns: Sequence[Seen]) -> Chosen:
    """The column of years beside one of months."""
    by_year = choose(columns, "year", lambda one: one.content.years, same=same_in.years, alone=False)
    return (
        by_year
        if by_year.column
        else choose(columns, "period", lambda one: one.content.years, same=same_in.years)
    )


def month_numbers(columns: Sequence[Seen]) -> Chosen:
    """The column of months without their year."""
    return choose(
        columns, "period", lambda one: one.content.month_numbers, same=same_in.month_numbers, alone=False
    )


def flow(columns: Sequence[Seen]) -> Chosen:
    """The column of flows; of one whose words nobody knows only its name says so."""
    few = [_freed(one) for one in columns if 0 < one.content.distinct <= _FLOWS]
    found = choose(few, "flow", _flows, same=same_in.flows)
    if found.rivals:
        # Of several the only one with words for both flows is it.
        both = [one for one in few if one.content.exports and one.content.imports]
        chosen = choose(both, "flow", _flows, same=same_in.flows)
        return found if chosen.rivals or not chosen.column else chosen
    return found


def _freed(one: Seen) -> Seen:
    """A column of words for both flows and of nothing else is one, whatever a name such as `type` says.

    Letters may be anything: E is an estimate, too.
    """
    both = one.content.exports and one.content.imports
    words = (*one.content.exports, *one.content.imports, *one.content.neither)
    known = len(words) == one.content.distinct and min(map(len, words), default=0) > 1
    return one._replace(by_name=Named()) if one.by_name.role == "other" and both and known else one


def maybe_flows(columns: Sequence[Seen]) -> tuple[str, ...]:
    """Columns of a few words of which one at least is that of a flow."""
    few = [one for one in columns if 0 < one.content.distinct <= _FLOWS and not one.by_name.role]
    return tuple(one.name for one in few if one.content.exports or one.content.imports)


def _flows(one: Seen) -> float:
    words = {*one.content.exports, *one.content.imports, *one.content.neither}
    known = len(words) / one.content.distinct if one.content.distinct else 0.0
    if one.by_name.role == "flow":
        return max(known, AGREES)
    # One word alone, or letters that are anything, name no flow.
    both = one.content.exports and one.content.imports
    return known if both or (words and min(map(len, words)) > 2) else 0.0


def partner(columns: Sequence[Seen], role: str = "partner") -> Chosen:
    """The column of partners, or of reporters: letters before numbers; never one of groups alone."""
    return choose(columns, role, _countries, same=same_in.places, alone=role == "partner")


def _countries(one: Seen) -> float:
    if (
        one.by_name.role != "reporter"
        and one.texts
        and all(by_word(text.strip())[:1] in {TOTAL, GROUP} for text in one.texts if text)
    ):
        return 0.0
    if one.content.lists or (one.content.numbers == 1.0 and one.by_name.role in {"partner", "reporter"}):
        return AGREES
    return max(one.content.countries, AGREES if one.by_name.whole and not one.content.numbers else 0.0)


def commodity(columns: Sequence[Seen]) -> Chosen:
    """The column of codes of goods; of several levels side by side the most detailed."""
    found = choose(columns, "commodity", lambda one: one.content.goods, same=same_in.inside, alone=False)
    if not found.rivals and not found.same:
        return found
    of = {one.name: one for one in columns}
    every = (found.column, *found.same, *found.rivals)
    best = max(every, key=lambda name: _length(of[name]))
    inside = [name for name in every if name != best and same_in.inside(of[name], of[best])]
    if found.column != best and found.column not in inside:
        return found
    same = tuple(name for name in every if name in inside or (name in found.same and name != best))
    return found._replace(column=best, same=same, rivals=tuple(set(every) - {best, *same}))


def _length(one: Seen) -> int:
    return max((len(text) for text in one.texts if text), default=0)


def values(columns: Sequence[Seen], of: str = "") -> Chosen:
    """The column of values; of a flow, if its name says one."""
    mine = [one for one in columns if one.by_name.flow == of or not of]
    found = choose(mine, "value", lambda one: one.content.numbers, same=same_in.numbers, alone=not of)
    if of and found.rivals and (parts := flow_words.columns_of(of, (found.column, *found.rivals))):
        return found._replace(column=BOTH.join(parts), rivals=())
    if found.rivals and (total := [name for name in (found.column, *found.rivals) if _is_total(name)]):
        # Of a total and its parts the total is meant.
        return found._replace(column=total[0], rivals=()) if len(total) == 1 else found
    return found


def _is_total(name: str) -> bool:
    return any(word in name.casefold() for word in ("total", "總", "总", "総", "총"))


def has_names(columns: Sequence[Seen]) -> bool:
    """Whether the first line names columns, and is not a row itself.

    Examples:
        >>> has_names(seen({"2025-01": ["2025-02"], "US": ["CN"], "7": ["8"]})), has_names(seen({"a": ["1"]}))
        (False, True)
    """
    rows = [one for one in columns if month_of(one.name) or is_number(one.name) or country(one.name)]
    return len(rows) < 2 or any(one.by_name.role for one in columns)


def unread(columns: Sequence[Seen], *roles: str) -> tuple[str, ...]:
    """Columns that are called after a period, or after one of some roles, and hold none that is read."""
    wanted = roles or ("period", "year")
    return tuple(one.name for one in columns if one.by_name.role in wanted and one.content.filled)


def header(lines: Sequence[str], cells_of: Callable[[str, str], list[str]], signs: Sequence[str]) -> int:
    """The line that names the columns, from 1 on: the first with the most names that say what a column is.

    Args:
        lines: The first of a text.
        cells_of: The cells of a line by what separates them.
        signs: What may separate them.

    Examples:
        >>> header(["Trade of 2025", "", "Month,Country,Value", "2025-01,US,1"], str.split, [","])
        3
        >>> header(["a,b", "1,2"], str.split, [","])
        1
    """

    def told(line: str, sign: str) -> int:
        return sum(bool(named(cell).role) and not is_number(cell) for cell in cells_of(line, sign))

    scores = [max(told(line, sign) for sign in signs) for line in lines]
    best = max(scores, default=0)
    return scores.index(best) + 1 if best > 1 else 1
