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


def _weighed(header: tuple[str, ...], mapping: Mapping, weight: str) -> Form:
    """A form with a weight in kilograms, which files of values alone lack."""
    return Form(header, mapping._replace(quantity=weight, quantity_unit="kg"), (*_GOODS, weight))


def _older(header: tuple[str, ...], mapping: Mapping) -> tuple[Form, Form]:
    """The forms with older names of columns: weights in hundreds of kilograms, or in kilograms."""
    mapping, hundreds = mapping._replace(value="VALUE_IN_EUROS"), "QUANTITY_IN_100KG"
    of_hundreds = mapping._replace(quantity=hundreds, quantity_unit="100 kg")
    return Form((*header, hundreds), of_hundreds, _GOODS), _weighed(header, mapping, "QUANTITY_IN_KG")


LAYOUT = Layout(
    "comext",
    "Eurostat, Comext",
    (
        _weighed(_NEWER, _BASE._replace(reporter="REPORTER", value="VALUE_EUR"), "QUANTITY_KG"),
        *_older(_ISO, _BASE._replace(reporter="DECLARANT_ISO", partner="PARTNER_ISO")),
        # The numbers are those of the list that the United Kingdom kept.
        *_older(_OLDER, _BASE._replace(reporter="DECLARANT", partner_codes="hmrc")),
        Form(_TRADE, _ASKED),
    ),
)
