"""What the columns of an own table are called, and how what stands in them is to be read."""

from __future__ import annotations

from typing import NamedTuple

#: The lists of numbers of partners that can be named; anything else is a file with a code and a country on
#: each line. The last three are those of one publisher, known by its columns.
LISTS = ("comtrade", "census", "imf", "iso", "brazil", "japan", "hmrc")
#: The currency where none is said.
USUAL = "USD"


class Mapping(NamedTuple):
    """What the columns of customs records are called, and how their words and numbers are to be read.

    `unit` is the size of one in the column of values, in whole units of `currency`; `decimals` is the
    number of digits after its point that count, None for as many as lead to a whole unit, at least two.
    An empty currency is the usual one, where nothing says it.
    `exports` and `imports` are the words for the flows; case does not count. `reporter` is a country, or
    the column that names it. `partner_codes` is the list that the numbers of partners are of, `partners`
    the lines of a list of one's own. `commodity_digits` is how long a code is: others are left out, a
    lost zero is put back. `where` keeps only rows with these values in a column. `complete` is the newest
    month that is whole. `skip_bad` answers without rows that cannot be read, however many they are.

    The rest is for tables of another shape, each of which is read as several plain ones (see `legs`):
    `year` and `month` are two columns in place of the period; `months` twelve columns of values in place of
    a month; `export_value` and `import_value` a column of values for each flow; `flow_in_name` says that
    the name of a file tells its flow; `exporter` and `importer` are columns of both sides, of which each
    row tells an export of the one and an import of the other. `flow` and `partner` may be a flow and a
    partner instead of a column, where no column is called so. `layout` is the name of a known form.
    `flows_within` are words for flows that lie within those, as re-exports do: they are not added.
    `quantity` is a column of quantities, of `quantity_unit` each, which may be the column that names it.
    `dates` is `day_first` or `month_first` where days are written 11/10/2025; empty means that it is seen.
    `decimal` (comma, point), `separator`, `encoding` and `header` (the line of the names) say how texts
    are written; empty or 0 means that it is seen.
    """

    period: str = "period"
    partner: str = "partner"
    flow: str = "flow"
    value: str = "value"
    commodity: str = "commodity"
    unit: int = 1
    decimals: int | None = None
    currency: str = USUAL
    reporter: str = ""
    exports: tuple[str, ...] = ("e", "x", "export", "exports", "出口", "輸出", "수출")
    imports: tuple[str, ...] = ("i", "m", "import", "imports", "進口", "进口", "輸入", "수입")
    flows_within: tuple[str, ...] = ()
    partner_codes: str = ""
    partners: tuple[tuple[str, str], ...] = ()
    commodity_digits: int = 0
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    complete: str = ""
    skip_bad: bool = False
    year: str = ""
    month: str = ""
    months: tuple[str, ...] = ()
    export_value: str = ""
    import_value: str = ""
    flow_in_name: bool = False
    exporter: str = ""
    importer: str = ""
    dates: str = ""
    decimal: str = ""
    separator: str = ""
    encoding: str = ""
    header: int = 0
    layout: str = ""
    quantity: str = ""
    quantity_unit: str = ""

    @property
    def across(self) -> bool:
        """Whether twelve months stand in columns of their own, one row a year."""
        return bool(self.months) or "{" in self.export_value + self.import_value
