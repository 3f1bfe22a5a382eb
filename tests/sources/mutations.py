"""Ways in which a publisher's table drifts or breaks: a reply and a seeded choice give bytes."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from tests.sources.replies import Reply, Table
from tradecli.periods import shift

Mutation = Callable[[Reply, random.Random], bytes]


def copy(reply: Reply) -> Table:
    return [list(row) for row in reply.rows]


def _key(reply: Reply) -> int:
    return reply.rows[0].index(reply.key)


def _struck(reply: Reply, chance: random.Random) -> int:
    """A row of the world, or of the only partner, in one of the last months."""
    month = shift(reply.newest, -chance.randrange(3))
    return reply.rows_of(month if reply.name != "country.xlsx" else reply.newest)[0]


def cell(text: Callable[[str], str]) -> Mutation:
    """One figure printed otherwise."""

    def mutate(reply: Reply, chance: random.Random) -> bytes:
        rows = copy(reply)
        row = _struck(reply, chance)
        rows[row][reply.column] = text(rows[row][reply.column])
        return reply.encode(rows)

    return mutate


def header(change: Callable[[str], str]) -> Mutation:
    """The name of the column that a reader cannot do without, or of the figures, written otherwise."""

    def mutate(reply: Reply, chance: random.Random) -> bytes:
        rows = copy(reply)
        at = chance.choice([reply.column, _key(reply)]) if reply.source != "mof" else 0
        rows[0][at] = change(rows[0][at])
        return reply.encode(rows)

    return mutate


def renamed(reply: Reply, chance: random.Random) -> bytes:
    rows = copy(reply)
    rows[0][reply.column] = "VALEUR"
    return reply.encode(rows)


def added(reply: Reply, chance: random.Random) -> bytes:
    rows = copy(reply)
    return reply.encode([[*row, "NEWS" if not at else "1"] for at, row in enumerate(rows)])


def removed(reply: Reply, chance: random.Random) -> bytes:
    return reply.encode([row[: reply.column] + row[reply.column + 1 :] for row in copy(reply)])


def reordered(reply: Reply, chance: random.Random) -> bytes:
    rows = copy(reply)
    for row in rows:
        row[-1], row[-2] = row[-2], row[-1]
    return reply.encode(rows)


def duplicated(reply: Reply, chance: random.Random) -> bytes:
    """The column of figures twice, one of them a tenth higher."""
    rows = copy(reply)
    twins = [row[reply.column] for row in rows]
    twins[1:] = [_times(text, 1.1) for text in twins[1:]]
    return reply.encode([[*row, twin] for row, twin in zip(rows, twins, strict=True)])


def _times(text: str, factor: float) -> str:
    decimals = len(text.partition(".")[2])
    return f"{float(text) * factor:.{decimals}f}"


def as_big5(reply: Reply, chance: random.Random) -> bytes:
    return reply.encode(copy(reply)).decode(reply.encoding, "replace").encode("cp950")


def mislabelled(reply: Reply, chance: random.Random) -> bytes:
    """A name in Big5 in the middle of the file."""
    whole = reply.encode(copy(reply))
    middle = whole.index(b",", len(whole) // 2)
    return whole[:middle] + "\u7e3d\u8a08\u81fa\u7063".encode("cp950") + b"\xff" + whole[middle:]


def utf16(reply: Reply, chance: random.Random) -> bytes:
    return reply.encode(copy(reply)).decode(reply.encoding, "replace").encode("utf-16")


def with_mark(reply: Reply, chance: random.Random) -> bytes:
    text = reply.encode(copy(reply)).decode(reply.encoding)
    return text.removeprefix("\ufeff").encode("utf-8-sig")


def nul(reply: Reply, chance: random.Random) -> bytes:
    whole = reply.encode(copy(reply))
    at = chance.randrange(len(whole) // 4, len(whole))
    return whole[:at] + b"\0" + whole[at:]


def cut(reply: Reply, chance: random.Random) -> bytes:
    whole = reply.encode(copy(reply))
    return whole[: chance.randrange(len(whole) // 4, len(whole) - 2)]


def page(reply: Reply, chance: random.Random) -> bytes:
    return b"<!DOCTYPE html>\n<html><body><h1>Sign in</h1></body></html>\n"


def again(factor: float) -> Mutation:
    """A row twice: the same, or another figure."""

    def mutate(reply: Reply, chance: random.Random) -> bytes:
        rows = copy(reply)
        row = _struck(reply, chance)
        twin = list(rows[row])
        twin[reply.column] = _times(twin[reply.column], factor)
        rows.insert(row + 1, twin)
        return reply.encode(rows)

    return mutate


def period(change: Callable[[str], str]) -> Mutation:
    """The label of a period written otherwise."""

    def mutate(reply: Reply, chance: random.Random) -> bytes:
        rows = copy(reply)
        row = _struck(reply, chance)
        rows[row][reply.period] = change(rows[row][reply.period])
        return reply.encode(rows)

    return mutate


def _months(reply: Reply, months: list[date]) -> set[int]:
    """Every row of these months, whosever they are."""
    labels = {reply.month(month) for month in months}
    return {at for at, row in enumerate(reply.rows) if at and row[reply.period] in labels}


def gap(reply: Reply, chance: random.Random) -> bytes:
    """A month in the middle is not there."""
    gone = _months(reply, [shift(reply.newest, -5)])
    if reply.name == "country.xlsx":
        return _column(reply, lambda _: "0", months=1)
    return reply.encode([row for at, row in enumerate(copy(reply)) if at not in gone])


def withdrawn(reply: Reply, chance: random.Random) -> bytes:
    """The newest month is not there any more."""
    gone = _months(reply, [reply.newest])
    return reply.encode([row for at, row in enumerate(copy(reply)) if at not in gone])


def partial(reply: Reply, chance: random.Random) -> bytes:
    """The newest month with half of the partners only."""
    rows = copy(reply)
    gone = sorted(_months(reply, [reply.newest]))
    if reply.partner is None or reply.name == "country.xlsx":
        for at in gone[:1]:
            rows[at][len(rows[at]) // 2 :] = [""] * (len(rows[at]) - len(rows[at]) // 2)
        return reply.encode(rows)
    half = set(gone[len(gone) // 2 :])
    return reply.encode([row for at, row in enumerate(rows) if at not in half])


def scaled(factor: float) -> Mutation:
    """The last two months of every partner in another unit, or another currency."""

    def mutate(reply: Reply, chance: random.Random) -> bytes:
        if reply.name == "country.xlsx":
            return _column(reply, lambda text: _times(text, factor), months=2)
        rows = copy(reply)
        for at in _months(reply, [reply.newest, shift(reply.newest, -1)]):
            for column in _figures(reply):
                rows[at][column] = _times(rows[at][column], factor)
        return reply.encode(rows)

    return mutate


def _figures(reply: Reply) -> list[int]:
    return [reply.column] if reply.partner is not None else list(range(1, len(reply.rows[0])))


def _column(reply: Reply, change: Callable[[str], str], *, months: int) -> bytes:
    """In `country.xlsx` a month is a column of the newest year."""
    rows = copy(reply)
    for row in rows[1:]:
        if row[0] == reply.month(reply.newest):
            for back in range(months):
                for flow in ("I", "E"):
                    at = rows[0].index(flow + "MAY") - back
                    row[at] = change(row[at])
    return reply.encode(rows)


def merged(reply: Reply, chance: random.Random) -> bytes:
    """Hong Kong's figures in China's, and no Hong Kong."""
    return _merged(reply, "HK", "CN", "\u9999\u6e2f", "\u4e2d\u570b\u5927\u9678")


def _merged(reply: Reply, gone: str, kept: str, gone_zh: str, kept_zh: str) -> bytes:
    rows = copy(reply)
    if reply.partner is None:
        lost, to = rows[0].index(gone_zh), rows[0].index(kept_zh)
        for row in rows[1:]:
            row[to] = str(int(row[to]) + int(row[lost]))
        return reply.encode([row[:lost] + row[lost + 1 :] for row in rows])
    both = {name: reply.partner_code(name) for name in (gone, kept)}
    lost_rows = {row[reply.period]: row for row in rows if row[reply.partner] == both[gone]}
    for row in rows:
        if row[reply.partner] == both[kept]:
            lost_row = lost_rows[row[reply.period]]
            for column in [reply.column] if reply.name != "country.xlsx" else range(3, len(row)):
                row[column] = f"{float(row[column]) + float(lost_row[column]):.6f}".rstrip("0").rstrip(".")
    return reply.encode([row for row in rows if row[reply.partner] != both[gone]])


def partner_renamed(reply: Reply, chance: random.Random) -> bytes:
    """China under another name or code that nobody knows."""
    rows = copy(reply)
    if reply.partner is None:
        at = rows[0].index("\u4e2d\u570b\u5927\u9678") if "\u4e2d\u570b\u5927\u9678" in rows[0] else 3
        rows[0][at] = "\u5f7c\u9678"
        return reply.encode(rows)
    for row in rows:
        if row[reply.partner] == reply.partner_code("CN"):
            row[reply.partner] = "9998"
    return reply.encode(rows)


def unequal(reply: Reply, chance: random.Random) -> bytes:
    """A total of the last full year that its parts do not add up to."""
    month = date(reply.newest.year - 1, 7, 1)
    rows = copy(reply)
    row = reply.rows_of(month)[0]
    rows[row][reply.column] = _times(rows[row][reply.column], 1.02)
    return reply.encode(rows)


def revised(factor: float) -> Mutation:
    """One figure of a closed year, changed by so much."""

    def mutate(reply: Reply, chance: random.Random) -> bytes:
        rows = copy(reply)
        row = reply.rows_of(date(reply.newest.year - 1, 3 + chance.randrange(6), 1))[0]
        rows[row][reply.column] = _times(rows[row][reply.column], factor)
        return reply.encode(rows)

    return mutate
