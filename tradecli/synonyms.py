"""Words people use for options and their values, and the word the program knows each by. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

_FLOWS = {
    "exports": "export",
    "x": "export",
    "imports": "import",
    "m": "import",
    **dict.fromkeys(("surplus", "deficit", "trade balance", "net exports"), "balance"),
    "出口": "export",
    "進口": "import",
    **dict.fromkeys(("出超", "入超", "出入超", "順差", "逆差"), "balance"),
    **dict.fromkeys(("總出口", "出口額", "出口總額"), "export"),
    **dict.fromkeys(("總進口", "進口額", "進口總額"), "import"),
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
_PERIODS = {
    **dict.fromkeys(("monthly", "months", "mth", "月", "按月", "逐月", "每月", "各月"), "month"),
    **dict.fromkeys(("quarterly", "quarters", "qtr", "季", "按季", "逐季", "每季", "各季"), "quarter"),
    **dict.fromkeys(
        ("yearly", "annual", "annually", "years", "年", "按年", "逐年", "每年", "歷年", "各年"), "year"
    ),
}
_GOODS = dict.fromkeys(("commodities", "goods", "product", "products", "group", "groups"), "commodity")
_PARTNERS = dict.fromkeys(("partners", "country", "countries"), "partner")
#: By option, for each word its meaning.
MEANT: Mapping[str, Mapping[str, str]] = {
    "flow": _FLOWS,
    "span": _SPANS,
    "by": {**_FLOWS, **_GOODS, **_PARTNERS, **_PERIODS},
    "drivers": {**_GOODS, **_PARTNERS},
    "adjustment": {
        **dict.fromkeys(("sa", "seasonally adjusted", "adjusted"), "seasonal"),
        **dict.fromkeys(("nsa", "unadjusted", "not seasonally adjusted"), "none"),
    },
    "unit": {
        **dict.fromkeys(("tn", "trn", "trillions", "兆", "兆圓", "兆日圓"), "trillion"),
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


#: Names of options that mean the same; a command has one of each.
_SAME = (
    ("from", "since", "start", "begin"),
    ("through", "until", "till", "to", "end", "month", "period", "year", "quarter"),
    ("partner", "country", "partners", "countries"),
    ("commodity", "goods", "product", "group"),
    ("months", "last"),
    ("by", "freq", "frequency"),
    ("top", "limit"),
    ("reporter", "whose"),
    ("as-of", "asof", "known-on"),
    ("output", "out", "file"),
    ("format", "fmt"),
    ("lang", "language"),
    ("unit", "units"),
    ("digits", "decimals"),
    ("flow", "direction"),
    ("share", "shares"),
)
#: Switches that name the value of an option.
_SWITCHES = {
    **dict.fromkeys(("yearly", "annual", "annually"), ("by", "year")),
    "quarterly": ("by", "quarter"),
    "monthly": ("by", "month"),
}


def option_meant(name: str, options: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The option, and the value where the name says it, that a name of none of a command's options means.

    Args:
        name: As it was typed, without dashes.
        options: The names of the command's options, with the words that each takes, where it takes some.

    Returns:
        The name alone where it is one of the options, or means none of them.

    Examples:
        >>> option_meant("since", {"from": ()}), option_meant("yearly", {"by": ("month", "year")})
        (('from',), ('by', 'year'))
        >>> option_meant("yearly", {"by": ("commodity", "partner")}), option_meant("since", {"since": ()})
        (('yearly',), ('since',))
    """
    if name in options:
        return (name,)
    option, value = _SWITCHES.get(name, ("", ""))
    if value in options.get(option, ()):
        return option, value
    same = next((names for names in _SAME if name in names), ())
    return (next((other for other in same if other in options), name),)


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
