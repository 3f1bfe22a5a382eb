"""Brazil's Comex Stat: a file a year and flow (EXP_2025.csv, IMP_2025.csv), countries by codes of its own."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_BASE = Mapping(
    layout="comexstat",
    year="CO_ANO",
    month="CO_MES",
    partner="CO_PAIS",
    commodity="CO_NCM",
    value="VL_FOB",
    flow_in_name=True,
    reporter="BR",
    partner_codes="brazil",
    quantity="KG_LIQUIDO",
    quantity_unit="kg",
)
_WEIGHT = ("KG_LIQUIDO",)
LAYOUT = Layout(
    "comexstat",
    "Brazil, Comex Stat",
    (
        Form(("CO_ANO", "CO_MES", "CO_NCM", "CO_PAIS", "VL_FOB"), _BASE, _WEIGHT),
        # By municipality, with headings of four digits.
        Form(("CO_ANO", "CO_MES", "SH4", "CO_PAIS", "VL_FOB"), _BASE._replace(commodity="SH4"), _WEIGHT),
    ),
    remark="imports are FOB too, without freight and insurance",
)
