"""Trade with some partners of a large table, without adding up that with all others.

Of the others it is only looked whether they could change the answer: by the few texts of columns and the
least and most values that Parquet keeps beside its rows. An answer is given only where it is the very one
that adding up everything gives; in all other cases there is none, and everything is added up.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

import polars as pl

from tradecli.errors import TradeError
from tradecli.own_table import bounds, duplicates, engines, kept, opening, reading, revised
from tradecli.own_table.files import File, Files
from tradecli.own_table.groups import EXACT, FILE, LIMIT
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.partners import meanings
from tradecli.own_table.survey import Seen
from tradecli.own_table.unread import POLARS
from tradecli.own_table.words import flow_of, is_total, month_of

_WHOLE = frozenset({"Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32"})
_KEYS = _WHOLE | {"String", "Date"}
#: Sums below it cannot overflow, and are read as figures.
_SAFE = 2**62
#: So large a part of the partners, the smallest, have most of the sums and few of the rows.
_PART = 0.6
#: Files of a table, and pairs of them with months in common, that are looked at; pairs that are added up.
_FILES, _PAIRS, _ADDED = 500, 1_000, 10


class _Texts(NamedTuple):
    """All that stands in columns: what the texts of partners and flows mean, and the number of rows."""

    partners: dict[str, str]
    flows: dict[str, str]
    rows: int


class _Periods(NamedTuple):
    """The months of each file, and what each period means, as it stands there and as a text."""

    of: dict[str, frozenset[date]]
    months: dict[str, date]
    values: pl.DataFrame

    @property
    def all(self) -> frozenset[date]:
        """Every month of the table."""
        return frozenset(self.months.values())


def read(
    files: Files, mapping: Mapping, seen: Seen, meant: reading.Meant, partners: Sequence[str]
) -> reading.Read | None:
    """What the records say of some partners, as far as their figures; None where all are to be added up.

    Args:
        files: Of the table.
        mapping: What its columns mean.
        seen: What was seen of them.
        meant: What is asked of them: all goods.
        partners: The only ones that are asked for.
    """
    if not _serves(files, mapping, seen) or "WORLD" in partners:
        return None
    try:
        found = _texts(files, mapping, meant)
        asked = [text for text, code in found.partners.items() if code in partners] if found else []
        if found is None or not asked:
            return None
        # Of files that share months others are needed, too: one reading of the rows is enough.
        small = _smallest(files, mapping, found) if _share(files, mapping) else []
        groups = _groups(files, mapping, _of(files, mapping.partner, [*asked, *small]))
        periods = _periods(files, mapping, meant, groups)
        if periods is None:
            return None
        mine = groups.filter(pl.col("partner").is_in(asked)).drop("value")
        mine = mine if len(files.files) > 1 else mine.drop("file")
        told = reading.read(engines.plain(mine), mapping, meant)
        if _lacks(told, periods) or not _each_once(files, mapping, seen, found, periods, groups, small):
            return None
    except (TradeError, *POLARS):
        return None  # what is wrong is said by who reads all of it
    spelled: dict[str, tuple[str | None, ...]] = {code: (text,) for text, code in found.partners.items()}
    return told._replace(spelled=spelled, counts=told.counts | {"rows": found.rows})


def _serves(files: Files, mapping: Mapping, seen: Seen) -> bool:
    """Whether files are of a kind in which texts and values are found without reading every row."""
    plain = files.format == "parquet" and not (files.remote or files.legs or files.partitioned)
    if not plain or len(files.files) > _FILES:
        return False
    if sum(file.size for file in files.files) < kept.LEAST or seen.where or seen.daily or seen.codes.mixed:
        return False
    if mapping.across or len(engines.alike(files, "polars")) > 1:
        return False
    columns = dict(opening.schema_of(files._replace(files=files.files[:1])))
    keys = (mapping.period, mapping.flow, mapping.partner)
    return columns.get(mapping.value) in _WHOLE and all(columns.get(name) in _KEYS for name in keys)


def _texts(files: Files, mapping: Mapping, meant: reading.Meant) -> _Texts | None:
    """The texts of the table; None where one of them is no country or flow, or values are not plain."""
    texts, words = (engines.distinct(files, name) for name in (mapping.partner, mapping.flow))
    partners, flows = [text for text in texts if text], [word for word in words if word]
    if len(partners) < len(texts) or len(flows) < len(words) or len(texts) > bounds.PARTNERS:
        return None
    said = meanings(partners, mapping, meant.columns)
    sides = {word: side for word in flows if (side := flow_of(word, mapping))}
    known = all(code[:1].isalpha() for code in said.values()) and len(sides) == len(flows)
    if not known or len(set(said.values())) < len(said):
        return None
    [counted] = engines.native(files, lambda frame: frame.select(rows=pl.len()))
    rows = int(counted.item())
    # Neither a sum of all nor one below zero is a matter of rules then.
    value, most = pl.col(mapping.value), min(LIMIT, EXACT, _SAFE // max(1, rows * mapping.unit))
    odd = value.is_null() | (value < 0) | (value > most)
    [others] = engines.native(files, lambda frame: frame.filter(odd).select(mapping.value).head(1))
    return _Texts(said, sides, rows) if others.is_empty() else None


def _groups(files: Files, mapping: Mapping, chosen: pl.Expr) -> pl.DataFrame:
    """The sums of some rows by file, period, flow and partner; `value` is the period as it stands there."""
    keys = [mapping.period, mapping.flow, mapping.partner]
    sums = [pl.len().alias("rows"), pl.col(mapping.value).cast(pl.Int64).sum().alias("low")]

    def asked(file: File) -> pl.LazyFrame:
        # A column that names the file of each row would take a quarter of the time.
        lazy: pl.LazyFrame = opening.opened(files._replace(files=(file,)), "polars").filter(chosen)
        return lazy.group_by(keys).agg(sums).with_columns(pl.lit(file.path).alias(FILE))

    groups = pl.concat(pl.collect_all(map(asked, files.files), engine="streaming"))
    names = {"file": FILE, "period": mapping.period, "flow": mapping.flow, "partner": mapping.partner}
    texts = [pl.col(name).cast(pl.String).alias(key) for key, name in names.items()]
    # That every value is good is known before.
    more = {"good": pl.col("rows"), "decimals": pl.lit(0), "value": pl.col(mapping.period)}
    return groups.select(*texts, "rows", "low", **more)


def _periods(files: Files, mapping: Mapping, meant: reading.Meant, groups: pl.DataFrame) -> _Periods | None:
    """The periods of the table; None where one is no month or to come, or a month is written in two ways."""
    found = _values(files, mapping.period, groups.select("file", "value").unique())
    found = found.with_columns(text=pl.col("value").cast(pl.String))
    names = found["text"].unique().to_list()
    months: dict[str, date] = {}
    for text in names:
        month = month_of(text, mapping.dates) if text and not is_total(text) else None
        if month is None or month > meant.until:
            return None
        months[text] = month
    if len(set(months.values())) < len(months):
        return None
    of = {path: frozenset(months[text] for text in rows["text"]) for (path,), rows in found.group_by("file")}
    return _Periods(of, months, found)


def _values(files: Files, name: str, some: pl.DataFrame) -> pl.DataFrame:
    """Every `value` of a column for each `file`, of which some are known: others hardly any row has."""
    there = {path: rows["value"] for (path,), rows in some.group_by("file")}

    def asked(file: File) -> pl.LazyFrame:
        held = there.get(file.path, some["value"].clear())
        other = pl.col(name).is_null() | ~pl.col(name).is_in(held.implode())
        lazy: pl.LazyFrame = opening.opened(files._replace(files=(file,)), "polars")
        found = pl.lit(file.path).alias("file"), pl.col(name).alias("value")
        return lazy.filter(other).select(found).unique()

    return pl.concat([some, *pl.collect_all(map(asked, files.files), engine="streaming")])


def _lacks(told: reading.Read, periods: _Periods) -> bool:
    """Whether a partner has no rows in a month of the table: whether that is no trade, the others say."""
    months = {month for month in periods.all if f"{month:%Y-%m}" != told.counts["running"]}
    series = told.figures.filter(pl.col("span") == "month").group_by("partner", "flow")
    return not (series.agg(pl.col("period").n_unique().alias("months"))["months"] == len(months)).all()


def _share(files: Files, mapping: Mapping) -> bool:
    """Whether the first two files seem to have a month in common, as others will then."""
    spans: list[list[Any]] = []
    for file in files.files[:2]:
        one = files._replace(files=(file,))
        rows = engines.native(one, lambda frame: frame.select(mapping.period).head(1))
        rows += engines.native(one, lambda frame: frame.select(mapping.period).tail(1))
        spans.append(sorted(pl.concat(rows)[mapping.period].drop_nulls()))
    if not all(len(span) > 1 for span in spans) or len(spans) == 1:
        return False
    (first, last), (begins, ends) = spans
    return bool(first <= ends and begins <= last)


def _smallest(files: Files, mapping: Mapping, found: _Texts) -> list[str]:
    """More than half of the partners, the smallest of the first file: they have most sums and few rows."""
    first = files._replace(files=files.files[:1])
    [sizes] = engines.native(first, lambda frame: frame.group_by(mapping.partner).len())
    number = dict(sizes.select(pl.col(mapping.partner).cast(pl.String), "len").iter_rows())
    ordered = sorted(found.partners, key=lambda text: (number.get(text, 0), text))
    return ordered[: int(len(ordered) * _PART) + 1]


def _of(files: Files, name: str, texts: Sequence[str]) -> pl.Expr:
    """Rows with one of some texts in a column."""
    kind = dict(opening.schema_of(files._replace(files=files.files[:1])))[name]
    wanted = pl.Series(texts).cast(getattr(pl, kind))
    return pl.col(name) == wanted[0] if len(texts) == 1 else pl.col(name).is_in(wanted.implode())


def _each_once(
    files: Files,
    mapping: Mapping,
    seen: Seen,
    found: _Texts,
    periods: _Periods,
    groups: pl.DataFrame,
    small: Sequence[str],
) -> bool:
    """Whether it is known that no file holds records of another once more.

    Raises:
        InvalidData: One does.
    """
    if len(files.files) == 1:
        return True
    revised.refuse(mapping, files, periods.values.select("file", period="text"), seen.where)
    pairs = [
        _Pair(one, other, periods.of[one] & periods.of[other])
        for one, other in combinations(sorted(periods.of), 2)
        if periods.of[one] & periods.of[other]
    ]
    if not pairs or len(pairs) > _PAIRS:
        return not pairs
    if not small:
        small = _smallest(files, mapping, found)
        groups = _groups(files, mapping, _of(files, mapping.partner, small))
    sums = _told_apart(groups.filter(pl.col("partner").is_in(small)), found, periods)
    left = _not_apart(sums, pairs, found)
    for pair in left if len(left) <= _ADDED else ():
        some = files._replace(files=tuple(file for file in files.files if file.path in pair))
        both = _groups(some, mapping, _in_months(pair.months, mapping, periods))
        duplicates.refuse_files(_told_apart(both, found, periods))
    return len(left) <= _ADDED


class _Pair(NamedTuple):
    """Two files, and the months that both have."""

    one: str
    other: str
    months: frozenset[date]


def _in_months(months: Collection[date], mapping: Mapping, periods: _Periods) -> pl.Expr:
    """Rows of some months."""
    texts = [text for text, month in periods.months.items() if month in months]
    values = periods.values.filter(pl.col("text").is_in(texts))["value"].unique()
    return pl.col(mapping.period).is_in(values.implode())


def _told_apart(groups: pl.DataFrame, found: _Texts, periods: _Periods) -> pl.DataFrame:
    """Groups with what they mean, as `duplicates` compares them."""
    return groups.select(
        "file",
        "rows",
        month=pl.col("period").replace_strict(periods.months, return_dtype=pl.Date),
        side=pl.col("flow").replace_strict(found.flows, return_dtype=pl.String),
        whom=pl.col("partner"),
        code=pl.lit(""),
        steps=pl.col("low"),
    )


def _not_apart(small: pl.DataFrame, pairs: Sequence[_Pair], found: _Texts) -> list[_Pair]:
    """The pairs of files of which the smallest partners do not tell that they hold other records.

    Half of the sums that two files have in common must be equal for them to be the same. Where more of those
    of the smallest partners are not than all other partners can have, that cannot be.
    """
    keys = ["month", "whom", "side"]
    sums = small.group_by(["file", *keys]).agg(pl.col("rows", "steps").sum())
    number = {(path, month): count for path, month, count in sums.group_by("file", "month").len().iter_rows()}
    both = sums.filter(pl.col("steps") != 0).join(sums, on=[*keys, "rows", "steps"], suffix="_other")
    same = {
        (one, other): count for one, other, count in both.group_by("file", "file_other").len().iter_rows()
    }
    others, left = len(found.partners) - small["whom"].n_unique(), []
    for pair in pairs:
        one, other = (sum(number.get((path, month), 0) for month in pair.months) for path in pair[:2])
        most = others * len(pair.months) * len(set(found.flows.values()))
        if most + 2 * same.get(pair[:2], 0) >= min(one, other):
            left.append(pair)
    return left
