"""Japan's customs on e-Stat: twelve months across, thousands of yen, countries by codes of its own."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BASE = Mapping(
    layout="estat",
    flow="Exp or Imp",
    exports=("1",),
    imports=("2",),
    year="Year",
    partner="Country",
    commodity="HS",
    unit=1000,
    currency="JPY",
    reporter="JP",
    partner_codes="japan",
)
_MONTHLY = _BASE._replace(months=tuple(f"Value-{name}" for name in _NAMES))
_FLAT = ("Exp or Imp", "Year", "HS")
LAYOUT = Layout(
    "estat",
    "Japan Customs, e-Stat",
    (
        Form((*_FLAT, "Country", "Value-Jan"), _MONTHLY),
        Form((*_FLAT, "Value-Jan"), _MONTHLY._replace(partner="WORLD")),
        Form((*_FLAT, "Country", "Value-Year"), _BASE._replace(year="", period="Year", value="Value-Year")),
    ),
)
