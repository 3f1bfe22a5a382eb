"""Goods at several levels of detail: no row is added that lies inside another one.

A code lies inside each shorter one that it begins with, and every code inside a total of all goods. In one
month, flow and partner only the outermost rows are added; a row that lies inside another is a part of it.
Where the parts are more than the whole, the whole is none, and the table is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from tradecli.errors import InvalidData
from tradecli.own_table.words import is_all_goods, is_zero
from tradecli.wording import Listed, Wording

#: How much more the parts may be than the whole, for they are rounded one by one.
_SLACK = 0.005
_KEYS = ["month", "whom", "side"]
_KINDS = ("all", "wanted", "zero")


class Nested(NamedTuple):
    """The rows to add, with the `goods` asked for.

    `parts` counts rows left out as parts of others, `short` and `malformed` those that could not be told
    apart because their code is too short or no number.
    """

    rows: pl.DataFrame
    parts: int
    short: int
    malformed: int


def kinds(codes: Sequence[str | None], *, lost: bool, digits: int = 0, zeros: bool = False) -> pl.DataFrame:
    """What each code is: `goods` (with a lost zero put back), null where it is no code; `all` for totals.

    Args:
        codes: As they stand in the table.
        lost: Whether codes of an odd length have lost their zero.
        digits: The only length that is wanted; 0 means every one. One digit less is a lost zero.
        zeros: Whether one of zeros alone can only be a total; it is `zero`, and no code.
    """
    rows = []
    for code in codes:
        word = (code or "").strip()
        bare = word.removesuffix(".0")
        zero = zeros and is_zero(bare)
        number = bare if bare.isascii() and bare.isdecimal() and not zero else None
        if number and ((lost and len(number) % 2) or (digits and len(number) == digits - 1)):
            number = f"0{number}"
        wanted = not digits or (number is not None and len(number) == digits)
        rows.append((code, number if wanted else None, zero or is_all_goods(word), wanted, zero))
    schema = {"code": pl.String, "goods": pl.String} | dict.fromkeys(_KINDS, pl.Boolean)
    return pl.DataFrame(rows, schema=schema, orient="row")


def nested(rows: pl.DataFrame, known: pl.DataFrame, *, digits: int, code: str) -> Nested:
    """The outermost rows of what is asked for.

    Args:
        rows: `month`, `who` and `whom` (the partner), `side`, `code`, `rows` and `steps`.
        known: What the codes are; see `kinds`.
        digits: 0 for all goods; else the first digits that tell goods apart.
        code: The only code that is wanted, of as many digits; empty means all.

    Raises:
        InvalidData: The parts of a code are more than the code itself.
    """
    rows = rows.group_by([*_KEYS, "who", "code"]).agg(pl.col("steps", "rows").sum())
    known = _with_empty(rows, known)
    named = rows.join(known, on="code", how="left", nulls_equal=True).filter(pl.col("wanted"))
    totals, coded = named.filter(pl.col("all")), named.filter(~pl.col("all"))
    # What is no code all the same lies inside those that it begins with: 85XXXXXX in 85.
    begun = pl.col("code").str.strip_chars().str.extract("^([0-9]{2,})") + "?"
    inside = _inside(coded.with_columns(goods=pl.coalesce("goods", begun)))
    _compare(inside)
    outer = coded.join(inside, on=[*_KEYS, "code"], how="anti", nulls_equal=True)
    _refuse_zeros(totals.filter("zero"), outer)
    if not digits:
        return _whole(totals, coded, outer)
    lengths = pl.col("goods").str.len_chars()
    number = coded.filter(pl.col("goods").is_not_null())
    fine = number.filter(lengths >= digits).with_columns(first=pl.col("goods").str.slice(0, digits))
    fine = fine.filter(pl.col("first") == code) if code else fine
    # A row of a coarser code hides what is in it, unless finer ones show it.
    coarse = number.filter(lengths < digits)
    hidden = coarse.filter(pl.lit(code).str.starts_with(pl.col("goods"))) if code else coarse
    shown = _inside(pl.concat([coarse, fine.drop("first")]))
    hidden = hidden.join(shown, left_on=[*_KEYS, "goods"], right_on=[*_KEYS, "whole"], how="anti")
    within = _inside(fine.drop("first"))
    result = fine.join(within, on=[*_KEYS, "code"], how="anti").with_columns(goods="first")
    malformed = int(coded.filter(pl.col("goods").is_null())["rows"].sum())
    return Nested(
        result.drop("first", *_KINDS), int(within["rows"].sum()), int(hidden["rows"].sum()), malformed
    )


def _with_empty(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Empty codes are a total where they are the sum of all others wherever both are."""
    empty = pl.col("code").is_null() | (pl.col("code").str.strip_chars() == "")
    blank, others = rows.filter(empty), rows.filter(~empty)
    named = others.join(known, on="code", how="left").filter(~pl.col("all"))
    outer = named.join(_inside(named), on=[*_KEYS, "code"], how="anti")
    both = _sum(blank).join(_sum(outer), on=_KEYS, suffix="_parts")
    if both.is_empty() or not both.select(_alike(pl.col("steps"), pl.col("steps_parts")).all()).item():
        return known
    return known.with_columns(all=pl.col("all") | empty)


def _sum(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.group_by(_KEYS).agg(pl.col("steps").sum())


def _alike(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    difference = (one - other).cast(pl.Float64).abs()
    return difference <= _SLACK * pl.max_horizontal(one.cast(pl.Float64).abs(), other.cast(pl.Float64).abs())


def _inside(coded: pl.DataFrame) -> pl.DataFrame:
    """The rows that lie inside another one, with the nearest `whole` and its `whole_steps`."""
    number = coded.filter(pl.col("goods").is_not_null())
    lengths = sorted(number["goods"].str.len_chars().unique().to_list())
    found = [number.head(0).with_columns(whole=pl.lit(None, pl.String), whole_steps=pl.col("steps"))]
    seen = pl.col("goods").str.len_chars()
    wholes = (
        number.group_by([*_KEYS, "goods"]).agg(whole_steps=pl.col("steps").sum()).rename({"goods": "whole"})
    )
    for longer in lengths[1:]:
        rest = number.filter(seen == longer)
        for shorter in reversed([length for length in lengths if length < longer]):
            cut = rest.with_columns(whole=pl.col("goods").str.slice(0, shorter))
            within = cut.join(wholes, on=[*_KEYS, "whole"])
            found.append(within.select(found[0].columns))
            rest = rest.join(within, on=[*_KEYS, "code"], how="anti")
    return pl.concat(found)


def _compare(inside: pl.DataFrame) -> None:
    """Refuse a table where the parts of a code are more than the code."""
    _refuse_more(inside.group_by([*_KEYS, "whole"]).agg(pl.col("steps").sum(), pl.col("whole_steps").first()))


def _whole(totals: pl.DataFrame, coded: pl.DataFrame, outer: pl.DataFrame) -> Nested:
    """All goods: their total where there is one, else the outermost codes."""
    # The same total under two names counts once; of two that differ neither is known to be of all goods.
    _refuse_several(totals)
    whole = totals.sort("steps", "code").unique(_KEYS, keep="last", maintain_order=True)
    both = _sum(outer).join(whole.select(*_KEYS, whole_steps="steps"), on=_KEYS)
    _refuse_more(both.with_columns(whole=pl.lit("the total of all goods")))
    kept = pl.concat([whole, outer.join(whole, on=_KEYS, how="anti")])
    parts = sum(int(frame["rows"].sum()) for frame in (totals, coded)) - int(kept["rows"].sum())
    return Nested(kept.drop(*_KINDS).with_columns(goods=pl.lit(None, pl.String)), parts, 0, 0)


#: Words for all goods and nothing else.
_PLAIN = re.compile(
    r"(grand )?totals?|all|all (commodities|goods|products|items|merchandise)|_t|[-–—]+|0{4,}|"
    r"(total|all) (trade|commodities|goods|products|merchandise|exports|imports)|總計|總額|总计|総額|총계"
)


def is_plain_total(text: str) -> bool:
    """Whether a text is a word for all goods and nothing else.

    Examples:
        >>> is_plain_total("TOTAL"), is_plain_total("Total agriculture")
        (True, False)
    """
    return bool(_PLAIN.fullmatch(text.strip().casefold()))


def _refuse_zeros(zeros: pl.DataFrame, outer: pl.DataFrame) -> None:
    """Refuse a code of zeros alone that is not the sum of the others: it may be the rest of them as well."""
    both = _sum(zeros).join(_sum(outer), on=_KEYS, suffix="_parts")
    unlike = both.filter(~_alike(pl.col("steps"), pl.col("steps_parts"))).sort(*_KEYS)
    if not unlike.is_empty():
        raise InvalidData(
            "the code {code!r} is none of the HS, and in {month:%Y-%m} not the sum of the others: it may be "
            "their total or the rest of them",
            hint="say which rows are meant: where.COLUMN=VALUE, several joined by |",
            code=str(zeros.sort("code").row(0, named=True)["code"]),
            month=unlike.row(0, named=True)["month"],
        )


def _refuse_several(totals: pl.DataFrame) -> None:
    """Refuse totals of some goods each, such as of farming and of industry, with none of all."""
    word = pl.col("code").fill_null("total").str.strip_chars().str.to_lowercase()
    plain = totals.with_columns(plain=word.str.contains(f"^({_PLAIN.pattern})$"), word=word)
    some = (
        plain.group_by(_KEYS)
        .agg(pl.col("steps").n_unique().alias("values"), pl.col("plain").any(), pl.col("code").drop_nulls())
        .filter((pl.col("values") > 1) & ~pl.col("plain"))
        .sort("month", "side", "whom")
    )
    if some.is_empty():
        return
    row = some.row(0, named=True)
    raise InvalidData(
        "{totals} are totals that differ in {month:%Y-%m}, and none is said to be of all goods",
        hint="say which rows are meant: where.COLUMN=VALUE, several joined by |",
        totals=Listed([Wording("{text!r}", text=text) for text in sorted(set(row["code"]))], "and"),
        month=row["month"],
    )


def _refuse_more(sums: pl.DataFrame) -> None:
    steps, limit = pl.col("steps").cast(pl.Float64), pl.col("whole_steps").cast(pl.Float64)
    more = sums.filter(steps > limit + _SLACK * limit.abs())
    if more.is_empty():
        return
    row = more.sort("month", "side", "whole").row(0, named=True)
    raise InvalidData(
        "codes of several lengths stand together and cannot be added: in {month:%Y-%m} the "
        "parts of {whole} are more than it",
        hint="say which are meant: commodity_digits=6, or where.COLUMN=VALUE",
        month=row["month"],
        whole=Wording(row["whole"]),
    )
