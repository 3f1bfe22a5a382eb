"""How values are read: which texts are numbers, in which decimals, and which rule a bad one breaks."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import narwhals as nw

from tradecli.errors import QueryError
from tradecli.own_table.groups import EXACT, LIMIT, decimals_of
from tradecli.own_table.mapping import Mapping

#: A number as it may stand in a text, and one with signs of thousands.
_NUMBER = r"^[+-]?[0-9]{1,15}(\.[0-9]*)?$"
_THOUSANDS = r"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$"
#: A number with an exponent, and one that is written so and exact: to the last whole unit, or in fewer than
#: the six digits that a spreadsheet leaves of a long number, and no zero at their end, which one adds that
#: leaves always as many. 1.5E+09 is 1,500,000,000; 1.23457E+11 and 1.50E+09 may have been anything near.
_EXPONENT = r"^[+-]?[0-9](\.[0-9]+)?[eE][+-]?[0-9]{1,2}$"
_TO_THE_UNIT = "|".join(rf"\.[0-9]{{{power},}}[eE]\+?0?{power}" for power in range(1, 15))
_SHORT, _SMALL = r"(\.[0-9]{0,3}[1-9])?[eE]\+?[0-9]{1,2}", r"(\.[0-9]+)?[eE](-[0-9]{1,2}|\+?00?)"
_EXACTLY = rf"^[+-]?[0-9]({_TO_THE_UNIT}|{_SHORT}|{_SMALL})$"
#: What stands for a figure that is not there: as good as an empty cell.
_NOTHING = (
    *(
        "",
        "-",
        "–",
        "—",
        "\u2212",
        "－",
        "..",
        "...",
        "…",
        ":",
        "n/a",
        "N/A",
        "na",
        "NA",
        "n.a.",
        "N.A.",
        "n.d.",
    ),
    *("nan", "NaN", "null", "NULL", "None", "<NA>", "#N/A"),
    # Figures that are withheld.
    *("(D)", "(S)", "(d)", "(s)", "(c)", "(C)", "(x)", "(X)", "c", "C", "x", "X", ": c", ":c", ":C", ": C"),
)
#: The same as one pattern: engines in other processes are told of each value of a list by itself.
_IS_NOTHING = "^({})$".format("|".join(map(re.escape, _NOTHING)))


class Value(NamedTuple):
    """How values of one type are read: the number of decimals counted, and what is whole already."""

    decimals: int
    whole: bool
    text: bool

    @classmethod
    def of(cls, dtype: nw.dtypes.DType, mapping: Mapping) -> Value:
        """How a column of values is read.

        Raises:
            QueryError: It holds neither numbers nor texts.
        """
        if dtype.is_integer():
            return cls(0, whole=True, text=False)
        if not dtype.is_numeric() and dtype != nw.String:
            raise QueryError(
                "the column {value!r} holds no numbers: it is {dtype}", value=mapping.value, dtype=dtype
            )
        return cls(decimals_of(mapping), whole=False, text=dtype == nw.String)

    def with_texts(self, records: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """The records with the text of each value as it is read with care, in columns: it is used often."""
        if not self.text:
            return records
        trimmed = records.with_columns(trimmed=nw.col("value").str.strip_chars())
        return trimmed.with_columns(figure=_figure(nw.col("trimmed")))

    def read(self, name: str, *, careful: bool, made: bool = False) -> nw.Expr:
        """The value as a number, in its last decimal; null where there is none.

        Args:
            name: The column of values.
            careful: Whether blanks, signs of thousands and exponents are read.
            made: Whether `with_texts` made the columns for that.
        """
        column: nw.Expr = nw.col(name)
        if self.whole:
            return column.cast(nw.Int64)
        if self.text:
            plain = column
            if careful:
                plain = nw.col("figure") if made else _figure(column.str.strip_chars())
            number = plain.str.contains(_NUMBER)
            if careful:
                number = number | plain.str.contains(_EXACTLY)
            column = nw.when(number).then(plain).otherwise(nw.lit(None, nw.String))
        return column.cast(nw.Float64) * nw.lit(float(10**self.decimals))

    def checked(self, *, careful: bool) -> dict[str, nw.Expr]:
        """The value where it is good, and, of a careful reading, its parts and which rule it breaks."""
        read = nw.col("read")
        # Whether all of a group are good is seen from the least and the most of it.
        steps = read if self.whole and not careful else self.steps(read)
        if not careful:
            return {"steps": steps}
        return {"steps": steps, "written": self._exponents(), "broken": self._broken()}

    def steps(self, read: nw.Expr) -> nw.Expr:
        """The value in steps of its last decimal; null where it breaks a rule."""
        if self.whole:
            return nw.when((read >= -LIMIT) & (read <= LIMIT)).then(read).otherwise(nw.lit(None, nw.Int64))
        good = (read > -EXACT) & (read < EXACT) & ~self._finer(read)
        return nw.when(good).then(read.round(0)).otherwise(nw.lit(None, nw.Float64)).cast(nw.Int64)

    def _finer(self, read: nw.Expr) -> nw.Expr:
        """A rest that multiplying a floating number cannot have made."""
        return (read - read.round(0)).abs() > read.abs() * 2.0**-50 + 0.001

    def _exponents(self) -> nw.Expr:
        """Whether a value is a text with an exponent."""
        return nw.col("trimmed").str.contains(_EXPONENT) if self.text else nw.lit(value=False)

    def _broken(self) -> nw.Expr:
        """The number of the first rule that a row breaks; 0 where it breaks none."""
        read = nw.col("read")
        empty = nw.col("value").is_null()
        if self.whole:
            rules = {1: empty, 5: read.abs() > LIMIT}
        else:
            nothing = nw.col("trimmed").str.contains(_IS_NOTHING) if self.text else read.is_nan()
            finer, beyond = (read.abs() < EXACT) & self._finer(read), read.abs() >= EXACT
            texts = {2: read.is_null() & self._exponents(), 3: read.is_null()} if self.text else {}
            rules = {1: empty | nothing, **texts, 4: finer, 5: beyond}
        first: nw.Expr = nw.lit(0)
        for number, rule in reversed(rules.items()):
            first = nw.when(rule).then(nw.lit(number)).otherwise(first)
        return first


def _figure(trimmed: nw.Expr) -> nw.Expr:
    """A text without signs of thousands."""
    plain = trimmed.str.replace_all(",", "", literal=True)
    return nw.when(trimmed.str.contains(_THOUSANDS)).then(plain).otherwise(trimmed)
