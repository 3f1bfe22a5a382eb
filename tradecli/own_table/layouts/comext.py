"""Eurostat's Comext: bulk files with older and newer names of columns, and its interface."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_BASE = Mapping(
    layout="comext",
    exports=("2", "export"),
    imports=("1", "import"),
    currency="EUR",
    period="PERIOD",
    partner="PARTNER",
    flow="FLOW",
    commodity="PRODUCT_NC",
)
_ASKED = _BASE._replace(
    period="TIME_PERIOD",
    reporter="reporter",
    partner="partner",
    flow="flow",
    commodity="product",
    value="OBS_VALUE",
    where=(("indicators", ("VALUE_IN_EUROS", "VALUE_EUR")),),
)
_NEWER = ("REPORTER", "PARTNER", "FLOW", "PERIOD", "VALUE_EUR")
_ISO = ("DECLARANT_ISO", "PARTNER_ISO", "FLOW", "PERIOD", "VALUE_IN_EUROS")
_OLDER = ("DECLARANT", "PARTNER", "FLOW", "PERIOD", "VALUE_IN_EUROS")
_TRADE = ("reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE")
_GOODS = ("PRODUCT_NC",)
LAYOUT = Layout(
    "comext",
    "Eurostat, Comext",
    (
        Form(_NEWER, _BASE._replace(reporter="REPORTER", value="VALUE_EUR"), _GOODS),
        Form(
            _ISO,
            _BASE._replace(reporter="DECLARANT_ISO", partner="PARTNER_ISO", value="VALUE_IN_EUROS"),
            _GOODS,
        ),
        # The numbers are those of the list that the United Kingdom kept.
        Form(
            _OLDER,
            _BASE._replace(reporter="DECLARANT", value="VALUE_IN_EUROS", partner_codes="hmrc"),
            _GOODS,
        ),
        Form(_TRADE, _ASKED),
    ),
)
