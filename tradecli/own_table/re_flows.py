"""A table that tells re-exports and re-imports apart, read for these alone."""

from __future__ import annotations

from tradecli.errors import QueryError
from tradecli.own_table import engines, inspection
from tradecli.own_table.observations import are_in
from tradecli.own_table.table import Table
from tradecli.own_table.words import part_of_flow
from tradecli.wording import Listed, Wording

_PARTS = ("re-exports", "re-imports")
_CALLED = {"re-exports": ("RX", "Re-export"), "re-imports": ("RM", "Re-import")}


def _word(text: str | None) -> str:
    return (text or "").strip().casefold()


def with_re_flows(table: Table, flow: str) -> Table:
    """The table as one whose exports are its re-exports, and whose imports its re-imports.

    Args:
        table: A table whose exports hold its re-exports, or do not: rows of either word are read apart.
        flow: `export` or `import`, of which there must be such rows.

    Raises:
        QueryError: It holds published figures, or no row tells them apart.
    """
    shape = table.shaped()
    mapping, columns = shape.mapping, inspection.peek(shape.files).columns
    plain = not (table.mapped or shape.layout) and are_in(columns)
    texts = engines.distinct(shape.files, mapping.flow) if not plain and mapping.flow in columns else ()
    words = {
        part: tuple(word for word in map(_word, texts) if part_of_flow([word]) == part) for part in _PARTS
    }
    wanted = _PARTS[flow == "import"]
    if not words[wanted]:
        raise QueryError(
            "the table {path} does not tell {flow} apart: no row has such a flow",
            hint="rows are read whose flow is {words}, as in a download of UN Comtrade",
            path=table.path,
            flow=Wording(wanted),
            words=Listed(_CALLED[wanted], "or"),
        )
    exports, imports = (words[part] for part in _PARTS)
    within = {*mapping.exports, *mapping.imports, *mapping.flows_within} - {*exports, *imports}
    # A word for either is needed: what no row has means nothing.
    again = table.mapping._replace(
        exports=exports or ("re-exports",),
        imports=imports or ("re-imports",),
        flows_within=tuple(sorted(within)),
    )
    return table._replace(mapping=again, cube=False)
