"""UK HMRC's bulk files, whose lines have no names: a file for each flow with the EU and with others."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

LAYOUT = Layout(
    "hmrc-bulk",
    "UK HM Revenue and Customs, bulk files",
    (
        Form(
            ("comcode", "country", "account month", "value", "flow"),
            Mapping(
                layout="hmrc-bulk",
                period="account month",
                flow="flow",
                partner="country",
                commodity="comcode",
                value="value",
                exports=("export",),
                imports=("import",),
                currency="GBP",
                reporter="GB",
            ),
        ),
    ),
    remark="SMKE19 and SMKI19 are trade outside the EU, by origin; SMKX46 and SMKM46 trade with the EU",
)
