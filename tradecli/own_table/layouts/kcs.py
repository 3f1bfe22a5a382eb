"""The Korea Customs Service's interface: a column for each flow, in dollars, and a total of months (총계)."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_BASE = Mapping(
    layout="kcs", period="year", partner="statCd", export_value="expDlr", import_value="impDlr", reporter="KR"
)
LAYOUT = Layout(
    "kcs",
    "Korea Customs Service",
    (
        Form(("year", "statCd", "hsCode", "expDlr", "impDlr"), _BASE._replace(commodity="hsCode")),
        Form(("year", "statCd", "hsCd", "expDlr", "impDlr"), _BASE._replace(commodity="hsCd")),
        Form(("year", "statCd", "expDlr", "impDlr"), _BASE),
    ),
)
