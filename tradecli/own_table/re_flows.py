"""A table that tells re-exports and re-imports apart, read for these alone."""

from __future__ import annotations

from tradecli.errors import QueryError
from tradecli.own_table import engines, inspection
from tradecli.own_table.observations import are_in
from tradecli.own_table.table import Table
from tradecli.wording import Listed, Wording

#: What re-exports and re-imports are called, in small letters: by Comtrade, and in columns of flows.
RE_EXPORTS = (
    "rx",
    "re-export",
    "re-exports",
    "reexport",
    "reexports",
    "復出口",
    "复出口",
    "再出口",
    "再輸出",
)
RE_IMPORTS = (
    "rm",
    "re-import",
    "re-imports",
    "reimport",
    "reimports",
    "復進口",
    "复进口",
    "再進口",
    "再輸入",
)


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
    wanted = RE_EXPORTS if flow == "export" else RE_IMPORTS
    plain = not (table.mapped or shape.layout) and are_in(columns)
    words = engines.distinct(shape.files, mapping.flow) if not plain and mapping.flow in columns else ()
    if not {word.strip().casefold() for word in words if word} & {*wanted}:
        raise QueryError(
            "the table {path} does not tell {flow} apart: no row has such a flow",
            hint="rows are read whose flow is {words}, as in a download of UN Comtrade",
            path=table.path,
            flow=Wording("re-exports" if flow == "export" else "re-imports"),
            words=Listed(wanted[:3], "or"),
        )
    within = (*mapping.exports, *mapping.imports, *mapping.flows_within)
    left = tuple(dict.fromkeys(word for word in within if word not in {*RE_EXPORTS, *RE_IMPORTS}))
    again = table.mapping._replace(exports=RE_EXPORTS, imports=RE_IMPORTS, flows_within=left)
    return table._replace(mapping=again, cube=False)
