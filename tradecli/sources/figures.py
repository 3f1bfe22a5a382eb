"""A layout of our own, for official figures that were read one by one: press releases, web pages.

One row is one figure in US dollars, with the size of its last published digit and the number of
the article it was read from.
"""

from __future__ import annotations

import re
from datetime import date

from tradecli.errors import InvalidData, NoData
from tradecli.facts import commodities, places
from tradecli.sources.numbers import dollars
from tradecli.sources.reading import Figure, File, Period, Reading
from tradecli.wording import Listed, Wording

HEADER = [
    "article", "partner", "flow", "commodity", "classification", "adjustment", "span", "period",
    "value (US$)", "precision (US$)",
]  # fmt: skip
_WORDS = {
    "flow": ("export", "import", "balance"),
    "adjustment": ("none", "seasonal", "calendar", "both"),
    "span": ("month", "quarter", "year_to_date", "year"),
}
_PERIOD = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def read(file: File, rows: list[list[str]]) -> Reading:
    """Read one file of this layout. The last published digit stands in each row.

    Raises:
        InvalidData: Another header, an unknown word or code, a value finer than its last digit,
            a figure that is duplicated.
    """
    header, *body = rows
    if header != HEADER:
        raise InvalidData(
            "{name}: header {header!r}; expected {expected!r}",
            name=file.name,
            header=",".join(header)[:80],
            expected=",".join(HEADER),
        )
    figures = [
        _figure(
            dict(zip(HEADER, row, strict=True)),
            Wording("{name}, row {number}", name=file.name, number=number),
        )
        for number, row in enumerate(body, start=2)
    ]
    seen = set()
    for number, figure in enumerate(figures, start=2):
        same = figure._replace(value=0, precision=0, part="")
        if same in seen:
            raise InvalidData("{name}, row {number}: the figure is duplicated", name=file.name, number=number)
        seen.add(same)
    return Reading(figures)


def _figure(row: dict[str, str], where: str) -> Figure:
    for name, words in _WORDS.items():
        if row[name] not in words:
            raise InvalidData(
                "{where}: {name} {value!r}; expected {words}",
                where=where,
                name=name,
                value=row[name],
                words=Listed(words),
            )
    try:
        partner = places.place(row["partner"])
        commodity = commodities.find(f"{row['classification']}:{row['commodity']}")
    except NoData as error:
        raise InvalidData("{where}: {error}", where=where, error=error) from error
    value, precision = (dollars(row[name], 1, where=where) for name in HEADER[-2:])
    if precision < 1 or value % precision:
        raise InvalidData(
            "{where}: the value {value} is finer than its last digit, {precision}",
            where=where,
            value=value,
            precision=precision,
        )
    return Figure(
        partner.code,
        row["flow"],
        *_period(row, where),
        value,
        precision,
        commodity.code,
        commodity.classification,
        row["adjustment"],
        row["article"],
    )


def _period(row: dict[str, str], where: str) -> Period:
    match = _PERIOD.fullmatch(row["period"])
    if match is None:
        raise InvalidData(
            "{where}: period {period!r}; expected a month such as 2025-11", where=where, period=row["period"]
        )
    return Period(row["span"], date(int(match[1]), int(match[2]), 1))
