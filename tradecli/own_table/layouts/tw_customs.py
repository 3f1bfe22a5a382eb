"""Taiwan's Customs Administration, open data 6053: years of the Republic, thousands of NT$."""

from tradecli.own_table.layouts.layout import Form, Layout
from tradecli.own_table.mapping import Mapping

_EXPORTS, _IMPORTS = "出口總值(新臺幣千元)", "進口總值(新臺幣千元)"
LAYOUT = Layout(
    "tw-customs",
    "Customs Administration, Taiwan",
    (
        Form(
            ("年度", "月份", _EXPORTS, _IMPORTS),
            Mapping(
                layout="tw-customs",
                year="年度",
                month="月份",
                partner="WORLD",
                export_value=_EXPORTS,
                import_value=_IMPORTS,
                unit=1000,
                currency="TWD",
                reporter="TW",
            ),
        ),
    ),
    remark="re-exports and re-imports are included",
)
