"""Totals and parts in the tables of the ministry's statistics database."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tradecli.errors import InvalidData
from tradecli.sources.consistency import rounding
from tradecli.sources.numbers import dollars, last_digit
from tradecli.wording import Wording


def add_up(
    rows: Sequence[Sequence[str]],
    titles: Sequence[str],
    *,
    total: str,
    parts: str,
    unit: int,
    no_figure: Collection[str],
    where: str,
) -> None:
    """Check that in each row the parts add up to their total, but for rounding.

    Where a part has no figure, which may be nothing or a secret, the rest may only be less.

    Args:
        rows: The rows under the header.
        titles: The last level of each column's name, by its position; `titles[0]` is the corner.
        total: The title of the total; its parts are the columns after it, up to the next total.
        parts: A pattern of the titles of the parts.
        unit: Dollars in one unit of the table.
        no_figure: What is printed where there is no figure.
        where: The file, for the error.

    Raises:
        InvalidData: There is no such total, or the parts of a row do not add up to it.
    """
    if total not in titles[1:]:
        raise InvalidData("{where}: no column for {total}", where=where, total=total)
    start = titles.index(total, 1)
    end = next((at for at in range(start + 1, len(titles)) if titles[at].endswith("總計")), len(titles))
    columns = [at for at in range(start + 1, end) if re.fullmatch(parts, titles[at])]
    for row in rows:
        whole = row[start].strip()
        texts = [row[at].strip() for at in columns]
        held = [text for text in texts if text and text not in no_figure]
        if not whole or whole in no_figure:
            continue
        named = Wording("{where}, row {row}", where=where, row=row[0])
        value = dollars(whole, unit, where=named)
        added = sum(dollars(text, unit, where=named) for text in held)
        slack = rounding(len(columns), last_digit([whole, *held], unit))
        if added > value + slack or (len(held) == len(texts) and added < value - slack):
            raise InvalidData(
                "{named}: the parts add up to {added:,} dollars, {total} is {value:,}",
                named=named,
                added=added,
                total=total,
                value=value,
            )
