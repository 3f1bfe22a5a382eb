"""Words people use for the values of options, and the word the program knows each by. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FLOWS = {
    "exports": "export",
    "x": "export",
    "imports": "import",
    "m": "import",
    **dict.fromkeys(("surplus", "deficit", "trade balance", "net exports"), "balance"),
    "出口": "export",
    "進口": "import",
    "出超": "balance",
    "入超": "balance",
    "貿易差額": "balance",
}
_SPANS = {
    **dict.fromkeys(("ytd", "year to date", "year-to-date", "cumulative", "累計"), "year_to_date"),
    **dict.fromkeys(("12m", "12 months", "rolling", "rolling-12", "rolling 12", "r12"), "rolling_12"),
    "monthly": "month",
    "mth": "month",
    "單月": "month",
    "quarterly": "quarter",
    "qtr": "quarter",
    "單季": "quarter",
    "annual": "year",
    "yearly": "year",
    "full year": "year",
    "全年": "year",
}
_GOODS = dict.fromkeys(("commodities", "goods", "product", "products", "group", "groups"), "commodity")
_PARTNERS = dict.fromkeys(("partners", "country", "countries"), "partner")
#: By option, for each word its meaning.
MEANT: Mapping[str, Mapping[str, str]] = {
    "flow": _FLOWS,
    "span": _SPANS,
    "by": {**_FLOWS, **_GOODS, **_PARTNERS},
    "drivers": {**_GOODS, **_PARTNERS},
    "adjustment": {
        **dict.fromkeys(("sa", "seasonally adjusted", "adjusted"), "seasonal"),
        **dict.fromkeys(("nsa", "unadjusted", "not seasonally adjusted"), "none"),
    },
    "unit": {
        **dict.fromkeys(("bn", "b", "billions", "十億"), "billion"),
        **dict.fromkeys(("億", "億美元", "100m"), "yi"),
        **dict.fromkeys(("mn", "m", "mln", "millions", "百萬"), "million"),
        **dict.fromkeys(("k", "thousands", "千"), "thousand"),
        **dict.fromkeys(("dollars", "usd", "us$", "$", "元"), "dollar"),
    },
    "lang": {
        **dict.fromkeys(("zh-tw", "zh_tw", "zh-hant", "zh-hk", "tw", "chinese", "中文", "繁體中文"), "zh"),
        **dict.fromkeys(("en-us", "en_us", "en-gb", "en_gb", "english"), "en"),
    },
    "format": {
        "md": "markdown",
        "text": "table",
        "txt": "table",
        "plain": "table",
        "htm": "html",
        "jsonl": "ndjson",
        "excel": "xlsx",
        "xls": "xlsx",
        "pq": "parquet",
        "tab": "tsv",
    },
}


def meant(option: str, value: str) -> str:
    """The word the program knows a value by; any other value as it is.

    Examples:
        >>> meant("span", "YTD"), meant("flow", "surplus"), meant("lang", "zh-TW"), meant("span", "decade")
        ('year_to_date', 'balance', 'zh', 'decade')
    """
    folded = " ".join(value.casefold().split())
    return MEANT[option].get(folded, value) if option in MEANT else value


def all_meant(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of options by name, each text among them as `meant` reads it."""
    return {name: meant(name, value) if isinstance(value, str) else value for name, value in values.items()}
