"""The engines that read an own table: polars, which streams it; DuckDB; Spark, here or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import polars as pl

from tradecli.errors import InvalidData, TradeError
from tradecli.own_table import kept, large, opening
from tradecli.own_table.files import File, Files, batches
from tradecli.own_table.groups import LIMIT, MEASURES, PART, SHIFT, VALUE_RULES, Wanted
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.unread import POLARS, not_installed, unreadable

if TYPE_CHECKING:
    import narwhals as nw

#: Rows looked at to see how a table is written.
PEEK = 1_000
#: Rows that have most of the texts of a column.
_LEARN = 100_000
_INTEGERS = (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64)
#: What a sum of a batch must stay below for it to be certain that it did not overflow.
_SAFE = 2**62


def sums(
    files: Files, mapping: Mapping, wanted: Wanted, engine: str, *, window: tuple[int, int] | None = None
) -> pl.DataFrame:
    """Add up the records of some files; see `monthly.monthly`.

    Files with other columns or types are added up by themselves. Polars takes a few files at a time, so
    that memory holds the groups of those and not of all; the other engines bring their own way to bound it.

    Args:
        files: Where the records are.
        mapping: What their columns are called.
        wanted: What to tell apart.
        engine: Which computes the sums.
        window: Only so many rows, from one on; see `windows`.

    Returns:
        A row for each group, or for each batch's: `Wanted.keys`, `decimals` and `groups.MEASURES`; of
        daily records the `last` day too.

    Raises:
        QueryError: A column is missing or of a wrong type, or the engine is not installed.
        InvalidData: A file cannot be read as what its name says.
    """
    if window:
        return _added(files, mapping, wanted, engine, window)
    return kept.counted(
        files, ("sums", mapping, wanted, engine), lambda: _added(files, mapping, wanted, engine, None)
    )


def is_counted(files: Files, mapping: Mapping, wanted: Wanted, engine: str) -> bool:
    """Whether the sums of some files are kept."""
    return kept.has(files, ("sums", mapping, wanted, engine))


def _added(
    files: Files, mapping: Mapping, wanted: Wanted, engine: str, window: tuple[int, int] | None
) -> pl.DataFrame:
    """The groups of all files, each run of the same columns by itself."""
    quickly = engine == "polars" and not window and large.serves(files)

    def runs(same: Files) -> Iterable[Sequence[File]]:
        if engine != "polars":
            return [same.files]
        return batches(same.files, large.BATCH) if quickly else batches(same.files)

    parts = [
        _sums(same._replace(files=tuple(run)), mapping, wanted, engine, window, quickly=quickly)
        for same in alike(files, engine)
        for run in runs(same)
    ]
    columns = [*wanted.keys, "decimals", *(["last"] if wanted.daily else []), *MEASURES]
    return pl.concat([part.select(columns) for part in parts])


def alike(files: Files, engine: str) -> list[Files]:
    """The files in groups of the same columns, for each leg.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    try:
        return list(opening.alike(files)) if len(files.files) > 1 or files.legs else [files]
    except POLARS as error:
        raise unreadable(files, "polars", error) from error


def _sums(
    files: Files,
    mapping: Mapping,
    wanted: Wanted,
    engine: str,
    window: tuple[int, int] | None,
    *,
    quickly: bool,
) -> pl.DataFrame:
    """The groups of some files: quickly where that is enough, else with care."""
    alone = wanted.by_file and len(files.files) == 1
    asked = wanted._replace(by_file=wanted.by_file and not alone)

    def grouped(*, careful: bool) -> pl.DataFrame:
        from tradecli.own_table.monthly import monthly

        return collected(
            lambda frame: monthly(frame, mapping, asked, careful=careful),
            files,
            engine,
            window=window,
            by_file=asked.by_file,
        )

    def named(groups: pl.DataFrame) -> pl.DataFrame:
        if not wanted.by_file:
            return groups
        if alone:
            return groups.with_columns(pl.lit(files.files[0].path).alias("file"))
        names = groups["file"].unique().to_list()
        return groups.with_columns(
            pl.col("file").replace_strict(names, [opening.plain_name(x) for x in names])
        )

    quick = large.sums(files, mapping, asked) if quickly else None
    if engine == "polars":
        # What a quick reading fails at is either read with care or refused by that.
        with suppress(InvalidData):
            quick = grouped(careful=False) if quick is None else quick
        if quick is not None and _enough(quick):
            return named(plain(quick))
    groups = grouped(careful=True)
    shifted = pl.col("high").fill_null(0) - pl.col("good") * (SHIFT // PART)
    return named(_normal(groups.with_columns(high=shifted)))


def _enough(quick: pl.DataFrame) -> bool:
    """Whether every row was good and no sum can have overflowed."""
    most = pl.max_horizontal(pl.col("most").abs(), pl.col("least").abs()).fill_null(0)
    good = (pl.col("rows") == pl.col("good")) & (most <= LIMIT)
    if "lowest" in quick.columns:
        # A sign would have passed for part of a number.
        good &= pl.col("lowest").fill_null("0") >= "0"
    checked = quick.select(
        good.all().alias("good"), (most.cast(pl.Float64) * pl.col("good")).max().alias("most")
    )
    every, largest = checked.row(0)
    return bool(every) and (largest or 0.0) < _SAFE


def plain(groups: pl.DataFrame) -> pl.DataFrame:
    """Groups of which every row is good and no sum overflows, with all that is counted of groups."""
    nothing = (pl.lit(0, pl.Int64).alias(name) for name in ("high", "exponents", *VALUE_RULES))
    return _normal(groups.with_columns(*nothing))


def _normal(groups: pl.DataFrame) -> pl.DataFrame:
    """Measures as integers, sums with a low part below 2^31, so that sums of sums cannot overflow either."""
    whole = groups.with_columns(pl.col(*MEASURES, "decimals").fill_null(0).cast(pl.Int64))
    return whole.with_columns(low=pl.col("low") % PART, high=pl.col("high") + pl.col("low") // PART)


def collected(
    asked: Callable[[nw.LazyFrame[Any]], nw.LazyFrame[Any]],
    files: Files,
    engine: str,
    *,
    window: tuple[int, int] | None = None,
    by_file: bool = False,
) -> pl.DataFrame:
    """What is asked of some files, run by an engine; the answer is small and in memory.

    Raises:
        QueryError: The question cannot be asked of the table, or the engine is not installed.
        InvalidData: A file cannot be read as what its name says.
    """
    import narwhals as nw

    try:
        lazy = opening.opened(files, engine, by_file=by_file)
        if window:
            lazy = lazy.slice(*window)
        answer = asked(nw.from_native(lazy))
        native = answer.to_native()
        if isinstance(native, pl.LazyFrame):
            return native.collect(engine="streaming")
        return pl.from_arrow(answer.collect("pyarrow").to_native())  # type: ignore[return-value]
    except TradeError:
        raise
    except ImportError as error:
        raise not_installed(engine, error) from None
    except (Exception, *POLARS) as error:
        # Every engine has errors of its own, and most have no class in common.
        raise unreadable(files, engine, error) from error


def peek(files: Files) -> pl.DataFrame:
    """The first rows of the first file, to see how the table is written.

    Raises:
        InvalidData: The file cannot be read as what its name says.
    """
    first = files._replace(files=files.files[:1])
    try:
        first = next(opening.alike(first)) if first.legs else first
        return opening.opened(first, "polars").head(PEEK).collect()  # type: ignore[no-any-return]
    except POLARS as error:
        raise unreadable(first, "polars", error) from None


def native(
    files: Files, asked: Callable[[pl.LazyFrame], pl.LazyFrame], *, having: Sequence[str] = ()
) -> list[pl.DataFrame]:
    """What is asked of each group of files with the same columns, by polars, whichever engine adds up.

    Of files that do not have all columns of *having* nothing is asked.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    groups = alike(files, "polars")
    if having and not files.remote:
        has = [set(having) <= opening.columns_of(same) for same in groups]
        groups = [same for same, whole in zip(groups, has, strict=True) if whole]
    try:
        return [asked(opening.opened(same, "polars")).collect(engine="streaming") for same in groups]
    except POLARS as error:
        raise unreadable(files, "polars", error) from None


def uniform(files: Files, name: str, length: int) -> bool:
    """Whether every text of a column is a number of so many digits, and none is zeros alone.

    A filter is asked of the few texts that Parquet keeps once, not of every row.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    column = pl.col(name)
    other = column.is_null() | ~column.str.contains(f"^[0-9]{{{length}}}$")
    other |= column == "0" * length

    def others() -> pl.DataFrame:
        parts = native(files, lambda frame: frame.filter(other).select(pl.col(name).cast(pl.String)).head(1))
        return pl.concat(parts)

    return kept.counted(files, ("uniform", name, length), others).is_empty()


def distinct(files: Files, name: str) -> list[str | None]:
    """Every text of a column once, numbers as they are written; files that lack it say nothing.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """

    def texts() -> pl.DataFrame:
        column, first = pl.col(name), pl.Series(name, [])
        if files.format == "parquet" and not files.legs and not files.remote:
            # The first rows have most of them. What else there is, is asked of the few texts that Parquet
            # keeps once, not of every row.
            start = native(files, lambda frame: frame.select(column).head(_LEARN).unique(), having=[name])
            kinds = {part.schema[name] for part in start}
            first = pl.concat(start)[name].unique() if len(kinds) == 1 else first
        if first.is_empty() or len(first) > PEEK or first.dtype not in {pl.String, pl.Date, *_INTEGERS}:
            parts = native(files, lambda frame: frame.select(column).unique(), having=[name])
        else:
            other = ~column.is_in(first.drop_nulls().implode()) | column.is_null()
            parts = native(files, lambda frame: frame.filter(other).select(column).unique(), having=[name])
            parts.append(first.to_frame())
        whole = pl.selectors.float().cast(pl.Int64, strict=False)
        return pl.concat(part.with_columns(whole).select(column.cast(pl.String)) for part in parts)

    return kept.counted(files, ("distinct", name), texts)[name].unique().sort().to_list()


def sums_by(files: Files, names: Sequence[str], value: str) -> pl.DataFrame:
    """The sums of a column by others, all of these as texts, in floating numbers: to compare, not to print.

    Raises:
        InvalidData: A file cannot be read as what its name says.
    """
    figure = pl.col(value)
    if files.format in {"csv", "tsv"}:
        figure = figure.str.replace_all(",", "", literal=True)
    number = figure.cast(pl.Float64, strict=False).sum().alias("value")
    texts = [pl.col(name).cast(pl.String) for name in names]

    def counts() -> pl.DataFrame:
        return pl.concat(native(files, lambda frame: frame.group_by(texts).agg(number), having=names))

    kept_sums = kept.counted(files, ("sums_by", tuple(names), value), counts)
    return kept_sums.group_by(names).agg(pl.col("value").sum())
