"""CEPII's BACI: by year, thousands of dollars, one row for what one country sold another."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

LAYOUT = Layout(
    "baci",
    "CEPII, BACI",
    (
        Form(
            ("t", "i", "j", "k", "v"),
            Mapping(
                layout="baci",
                period="t",
                exporter="i",
                importer="j",
                commodity="k",
                value="v",
                unit=1000,
                partner_codes="comtrade",
                quantity="q",
                quantity_unit="t",
            ),
            ("q",),
        ),
    ),
    remark="a row is an export of one country and the import of another: both sides agree by design",
)
