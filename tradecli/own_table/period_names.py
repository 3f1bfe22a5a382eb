"""Names of columns that speak of periods: months of a year, and sums since January. Pure."""

from __future__ import annotations

import re

from tradecli.own_table.sniffing_names import plain, worded

#: Sums since January, of which none is that of a month.
_RUNNING = re.compile(r"\b(cum(ul\w*)?|ytd|year to date|yr|acum\w*|kumul\w*|cumul\w*)\b|累計|累计|누계|누적")
#: What columns of months of a year are called.
_MONTH_NAME = re.compile(
    r"(co |ref )?(month|mth|mon|mm|mes|mois|monat|miesiac|ay|thang|bulan|месяц|mese|maand)"
    r"( (no|number|num|name))?|"
    r"月|月份|월"
)


def is_running(name: str) -> bool:
    """Whether values of this name are sums since January, and not of a month.

    Examples:
        >>> is_running("ALL_VAL_YR"), is_running("累計金額"), is_running("ALL_VAL_MO")
        (True, True, False)
    """
    return bool(_RUNNING.search(worded(name)))


def is_month_name(name: str) -> bool:
    """Whether a column of this name is of months of a year.

    Examples:
        >>> is_month_name("Mês"), is_month_name("月份"), is_month_name("date")
        (True, True, False)
    """
    return bool(_MONTH_NAME.fullmatch(plain(name)))
