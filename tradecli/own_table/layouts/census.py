"""The U.S. Census Bureau: replies of its interface, apart for both flows, and its table of countries.

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


#: The Bureau's country.xlsx saved as a text: millions of dollars, months across for both flows.
_COUNTRY = _BASE._replace(year="year", export_value="E{JAN}", import_value="I{JAN}", unit=1_000_000)
LAYOUT = Layout(
    "census",
    "U.S. Census Bureau",
    (
        *_forms("export", "ALL_VAL_MO", "E_COMMODITY"),
        *_forms("import", "GEN_VAL_MO", "I_COMMODITY"),
        Form(("year", "CTY_CODE", "CTYNAME", "IJAN", "EJAN"), _COUNTRY),
    ),
)
