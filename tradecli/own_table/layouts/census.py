"""The U.S. Census Bureau's interface: exports and imports are asked for apart, and have other columns.

Totals of all countries (-) and groups of them (0003, 4XXX) stand among the countries.
"""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_BASE = Mapping(layout="census", partner="CTY_CODE", reporter="US", partner_codes="census")


def _forms(flow: str, value: str, commodity: str) -> tuple[Form, Form]:
    said = _BASE._replace(flow=flow, value=value, commodity=commodity)
    return (
        Form(("CTY_CODE", value, "time"), said._replace(period="time"), (commodity,)),
        Form(("CTY_CODE", value, "YEAR", "MONTH"), said._replace(year="YEAR", month="MONTH"), (commodity,)),
    )


LAYOUT = Layout(
    "census",
    "U.S. Census Bureau, International Trade API",
    (
        *_forms("export", "ALL_VAL_MO", "E_COMMODITY"),
        *_forms("import", "GEN_VAL_MO", "I_COMMODITY"),
    ),
)
