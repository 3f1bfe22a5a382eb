"""UK HMRC's overseas trade statistics: pounds; trade with the EU and with others are flows of their own."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

LAYOUT = Layout(
    "hmrc",
    "UK HM Revenue and Customs, overseas trade statistics",
    (
        Form(
            ("MonthId", "FlowTypeId", "CommodityId", "CountryId", "Value"),
            Mapping(
                layout="hmrc",
                period="MonthId",
                flow="FlowTypeId",
                partner="CountryId",
                commodity="CommodityId",
                value="Value",
                exports=("2", "4"),
                imports=("1", "3"),
                currency="GBP",
                reporter="GB",
                partner_codes="hmrc",
                quantity="NetMass",
                quantity_unit="kg",
            ),
            ("NetMass",),
        ),
    ),
)
