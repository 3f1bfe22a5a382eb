"""UN Comtrade: replies of its interface, tables of its website, bulk files, and tables of its old site.

Rows of means of transport, procedures and second partners stand beside their totals, which are seen by their
codes and alone are added. Re-exports lie within exports, re-imports within imports.
"""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_NEW = Mapping(
    layout="comtrade",
    period="period",
    reporter="reporterCode",
    partner="partnerCode",
    flow="flowCode",
    value="primaryValue",
    commodity="cmdCode",
    exports=("x",),
    imports=("m",),
    quantity="netWgt",
    quantity_unit="kg",
    flows_within=("rx", "rm", "dx", "fm"),
    partner_codes="comtrade",
)
_OLD = _NEW._replace(
    period="Period",
    reporter="Reporter Code",
    partner="Partner Code",
    commodity="Commodity Code",
    exports=("export", "exports"),
    imports=("import", "imports"),
    flows_within=("re-export", "re-import", "re-exports", "re-imports"),
)


def _old(flow: str, value: str, weight: str) -> Form:
    header = ("Period", flow, "Reporter Code", "Partner Code", "Commodity Code", value)
    return Form(header, _OLD._replace(flow=flow, value=value, quantity=weight), (weight,))


LAYOUT = Layout(
    "comtrade",
    "UN Comtrade",
    (
        Form(
            ("period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue"),
            _NEW,
            ("netWgt",),
        ),
        _old("Trade Flow", "Trade Value (US$)", "Netweight (kg)"),
        _old("TradeFlow", "TradeValueUS", "NetWeightkg"),
    ),
)
