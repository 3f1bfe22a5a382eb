"""A slow and plain second opinion on the arithmetic of trade statistics, to compare the tool with.

Everything is written from the specification alone, with integers and fractions, one window at a time.
Observations are mappings with the columns of the observation table; months are written `2025-11`.
The functions of the last part take the observations and a `Question`. Several answers to one question
come cheaper from one `Known`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Required, TypedDict, Unpack

import duckdb

Observation = Mapping[str, Any]
Row = dict[str, Any]
Key = tuple[str, int, int]  # flow, first and last month covered

FOLDER = Path(__file__).parents[1] / "tradecli" / "data"
AREAS = {"CN+HK": ("CN", "HK")}
FLOWS = ("export", "import", "balance")
MONTHS_OF_SPAN = {"month": 1, "quarter": 3, "year": 12}
# For each kind of record: months between the windows compared, and the fewest earlier values needed.
KINDS = {
    "month": (1, 24),
    "same_month": (12, 3),
    "quarter": (3, 8),
    "year_to_date": (12, 3),
    "year": (12, 3),
    "rolling_12": (1, 24),
}


class Question(TypedDict, total=False):
    """What is asked: whose statistics, about whom, in which series, as known when."""

    reporter: Required[str]
    partner: Required[str]
    as_of: date | None
    strict: bool
    commodity: str
    classification: str
    adjustment: str


# --- months, as whole numbers, and figures


def month_number(text: str) -> int:
    """Return the running number of a month written `2025-11`."""
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def month_text(month: int) -> str:
    """Write the month with this running number."""
    return f"{month // 12}-{month % 12 + 1:02}"


def january(month: int) -> int:
    """Return the January of the month's year."""
    return month - month % 12


@cache
def load(source: str, partner: str = "WORLD", commodity: str = "TOTAL") -> tuple[Observation, ...]:
    """Read the stored rows of one partner (an area's members too) with another engine than the tool's."""
    wanted = [partner, *AREAS.get(partner, ())]
    with duckdb.connect() as engine:
        found = engine.execute(
            "select * from read_parquet(?) where partner in (select unnest(?)) and commodity = ?",
            [str(FOLDER / f"{source}.parquet"), wanted, commodity],
        )
        names = [column[0] for column in found.description]
        return tuple(dict(zip(names, row, strict=True)) for row in found.fetchall())


@dataclass(frozen=True)
class Window:
    """A run of months of one flow: its value, how it came about and from which published figures.

    The value is None where the window cannot be told. A published figure is a window with one input; `k` of
    the `n` months have a value of their own.
    """

    value: int | None = None
    basis: str | None = None
    inputs: tuple[Observation, ...] = ()
    k: int = 0
    n: int = 1

    @cached_property
    def precision(self) -> int | None:
        """The coarsest last digit of the inputs."""
        return max((row["precision"] for row in self.inputs), default=None)

    @cached_property
    def unit_sum(self) -> int:
        """The sum of the inputs' last digits: twice the largest error that rounding can have left."""
        return sum(row["precision"] for row in self.inputs)

    @cached_property
    def vintage(self) -> date | None:
        """The vintage of the newest input."""
        return max((row["vintage"] for row in self.inputs), default=None)

    @cached_property
    def oldest(self) -> date | None:
        """The vintage of the oldest input."""
        return min((row["vintage"] for row in self.inputs), default=None)

    @cached_property
    def known_by(self) -> date | None:
        """The day by which every input was certainly public."""
        return max((row["known_by"] for row in self.inputs), default=None)

    @cached_property
    def vintage_basis(self) -> str | None:
        """How the day of the newest vintage is known: the weakest way of its inputs."""
        found = {row["vintage_basis"] for row in self.inputs if row["vintage"] == self.vintage}
        return next((basis for basis in ("inferred", "retrieved", "published") if basis in found), None)

    @cached_property
    def one_vintage(self) -> bool:
        """Whether all inputs were published together."""
        return self.vintage == self.oldest


def added(windows: Sequence[Window]) -> Window:
    """Add windows, input by input; the basis says whether all inputs are of one vintage."""
    total = Window(sum(window.value or 0 for window in windows), None, sum((w.inputs for w in windows), ()))
    return replace(total, basis="sum" if total.one_vintage else "sum_across_vintages")


def newest(windows: Iterable[tuple[int, Window]]) -> Window | None:
    """Return the window of the newest vintage; on a tie the one with the greatest number before it."""
    known = [(window.vintage, rank, window) for rank, window in windows if window.vintage is not None]
    return max(known, key=lambda entry: entry[:2])[2] if known else None


def months_covered(row: Observation) -> tuple[int, int]:
    """Return the first and the last month that a published figure covers."""
    last = int(row["period"].year) * 12 + int(row["period"].month) - 1
    return (january(last) if row["span"] == "year_to_date" else last - MONTHS_OF_SPAN[row["span"]] + 1), last


# --- what was known on a day


class Known:
    """The published figures that answer one question, and the windows that can be built from them."""

    def __init__(
        self,
        rows: Iterable[Observation],
        reporter: str,
        partner: str,
        as_of: date | None = None,
        strict: bool = False,
        commodity: str = "TOTAL",
        classification: str = "total",
        adjustment: str = "none",
    ) -> None:
        day = "known_by" if strict else "vintage"
        series = (reporter, commodity, classification, adjustment)
        places = (partner, *AREAS.get(partner, ()))
        chosen = [
            row
            for row in rows
            if row["partner"] in places
            and (row["reporter"], row["commodity"], row["classification"], row["adjustment"]) == series
            and (as_of is None or row[day] <= as_of)
        ]
        key = ("partner", "flow", "span", "period", "vintage")
        identities = {tuple(row[column] for column in key) for row in chosen}
        if len(identities) < len(chosen) or len({row.get("source") for row in chosen}) > 1:
            raise ValueError("one figure stands twice, or figures of two sources would be mixed")
        self.question = {"reporter": reporter, "partner": partner}
        self.figures: dict[Key, list[tuple[int, Window]]] = {}
        self.windows: dict[tuple[str, int, int, date], Window] = {}
        for flow, figure in area_figures(chosen, partner) if partner in AREAS else plain_figures(chosen):
            # On a tie of vintages a month's, quarter's or year's own row goes before a year to date.
            rank = int(figure.inputs[0]["span"] != "year_to_date")
            self.figures.setdefault((flow, *months_covered(figure.inputs[0])), []).append((rank, figure))
        self.start = min((first for _, first, _ in self.figures), default=0)
        self.end = max((last for _, _, last in self.figures), default=-1)

    def published(self, flow: str, first: int, last: int, until: date = date.max) -> Window | None:
        """Return the newest figure published for exactly these months, by the day *until*."""
        figures = self.figures.get((flow, first, last), [])
        return newest(
            entry for entry in figures if entry[1].vintage is not None and entry[1].vintage <= until
        )

    def sum_of_one_vintage(self, flow: str, first: int, last: int) -> Window | None:
        """Add the months as they were published together, in the newest vintage that has them all."""
        together: dict[date | None, list[Window]] = {}
        for month in range(first, last + 1):
            figures = [entry for entry in self.figures.get((flow, month, month), []) if entry[1].one_vintage]
            for vintage in {figure.vintage for _, figure in figures}:
                best = newest(entry for entry in figures if entry[1].vintage == vintage)
                if best is not None:
                    together.setdefault(vintage, []).append(best)
        return newest((0, added(found)) for found in together.values() if len(found) == last - first + 1)

    def sum_across_vintages(self, flow: str, first: int, last: int) -> Window | None:
        """Add the newest published figure of every month."""
        found = [self.published(flow, month, month) for month in range(first, last + 1)]
        present = [figure for figure in found if figure is not None]
        return added(present) if len(present) == len(found) else None

    def one_flow(self, flow: str, first: int, last: int, until: date = date.max) -> Window:
        """Return the best of the three candidates, from figures published for this very flow."""
        candidates = [(1, self.published(flow, first, last, until))]
        if last > first:
            candidates += [
                (2, self.sum_of_one_vintage(flow, first, last)),
                (0, self.sum_across_vintages(flow, first, last)),
            ]
        return newest((rank, window) for rank, window in candidates if window is not None) or Window()

    def balance(self, first: int, last: int, until: date = date.max) -> Window:
        """Return exports minus imports, or the published balance where that is to be preferred."""
        exports, imports = self.one_flow("export", first, last), self.one_flow("import", first, last)
        stated = self.one_flow("balance", first, last, until)
        if exports.value is None or imports.value is None:
            return stated
        difference = Window(exports.value - imports.value, "difference", exports.inputs + imports.inputs)
        if stated.vintage is None or difference.vintage is None or stated.vintage < difference.vintage:
            return difference
        if stated.vintage == difference.vintage and (stated.precision or 0) > (difference.precision or 0):
            return difference
        return stated

    def window(self, flow: str, first: int, last: int, until: date = date.max) -> Window:
        """Return a window of a flow or of the balance; its value is None where it cannot be told.

        Figures published for exactly these months of this flow after `until` are left out.
        """
        key = (flow, first, last, until)
        if key not in self.windows:
            found = (
                self.balance(first, last, until)
                if flow == "balance"
                else self.one_flow(flow, first, last, until)
            )
            months = range(first, last + 1)
            k = (
                sum(self.window(flow, month, month).value is not None for month in months)
                if last > first
                else int(found.value is not None)
            )
            self.windows[key] = replace(found, k=k, n=len(months))
        return self.windows[key]

    def of_kind(self, flow: str, kind: str, last: int) -> Window:
        """Return the window of this kind that ends with the month `last`."""
        ends = {"quarter": 3, "year": 12}
        if kind in ends and (last + 1) % ends[kind]:
            raise ValueError(f"no {kind} ends with {month_text(last)}")
        length = {"quarter": 3, "year": 12, "rolling_12": 12, "year_to_date": last % 12 + 1}.get(kind, 1)
        return self.window(flow, last - length + 1, last)

    def base_superseded(self, flow: str, base_month: int, base: Window) -> bool:
        """Whether the base's year was published anew, and otherwise, after the base.

        The year without it is the year as it stood without all that was published for it since the base.
        """
        first = january(base_month)
        year = self.published(flow, first, first + 11)
        if base.vintage is None or year is None or year.vintage is None or year.vintage <= base.vintage:
            return False
        without = self.window(flow, first, first + 11, until=base.vintage)
        if year.value is None or without.value is None:
            return False
        return abs(year.value - without.value) > max(year.precision or 0, without.precision or 0)


def plain_figures(rows: Iterable[Observation]) -> list[tuple[str, Window]]:
    """Return every published figure with its flow, each vintage for itself."""
    return [(row["flow"], Window(row["value"], "published", (row,))) for row in rows]


def area_figures(rows: Iterable[Observation], area: str) -> list[tuple[str, Window]]:
    """Return one figure per flow, span and period: the newer of the area's own row and its members' sum."""
    found: dict[tuple[str, str, date], dict[str, Observation]] = {}
    for row in sorted(rows, key=lambda row: row["vintage"]):
        found.setdefault((row["flow"], row["span"], row["period"]), {})[row["partner"]] = row
    figures: list[tuple[str, Window]] = []
    for (flow, _, _), by_place in found.items():
        stated = {place: Window(row["value"], "published", (row,)) for place, row in by_place.items()}
        candidates = [(1, stated[area])] if area in stated else []
        if all(member in stated for member in AREAS[area]):
            candidates.append((0, added([stated[member] for member in AREAS[area]])))
        best = newest(candidates)
        if best is not None:
            figures.append((flow, best))
    return figures


# --- growth, rounding, records, streaks


def growth(value: int | None, base: int | None) -> Fraction | None:
    """Return the growth of a flow in percent, unrounded; None where it is refused."""
    if value is None or base is None or base <= 0:
        return None
    return Fraction(100 * (value - base), base)


def growth_and_note(flow: str, value: int | None, base: int | None) -> tuple[Fraction | None, str]:
    """Return the growth in percent and the reason why it is refused or how to read it."""
    if value is None or base is None:
        return None, "missing"
    if flow != "balance":
        note = "" if base else "zero_base" if value else "no_trade"
        return growth(value, base), note
    if value > 0 and base > 0:
        return growth(value, base), ""
    if value < 0 and base < 0:
        ways = {1: "deficit_widened", 0: "deficit_unchanged", -1: "deficit_narrowed"}
        return growth(-value, -base), ways[(value < base) - (value > base)]
    return None, "sign_change"


def half_up(number: Fraction, digits: int) -> Fraction:
    """Round once, to this many decimals, halves away from zero."""
    scaled = abs(number) * 10**digits
    rounded = Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10**digits)
    return rounded if number >= 0 else -rounded


def interval(
    value: int, unit_sum: int, base: int, base_unit_sum: int
) -> tuple[Fraction, Fraction | None] | None:
    """Return the lowest and highest growth in percent that rounded inputs allow; None where it is refused.

    The highest is None, without bound, where the base could be zero.
    """
    if base == 0 or (value < 0) != (base < 0):
        return None
    a, b = abs(value), abs(base)
    error, base_error = Fraction(unit_sum, 2), Fraction(base_unit_sum, 2)
    lowest = ((a - error) / (b + base_error) - 1) * 100
    highest = ((a + error) / (b - base_error) - 1) * 100 if b > base_error else None
    return lowest, highest


def last_digit_open(bounds: tuple[Fraction, Fraction | None], digits: int = 1) -> bool:
    """Whether the interval prints as more than one value."""
    lowest, highest = bounds
    return highest is None or half_up(lowest, digits) != half_up(highest, digits)


@dataclass(frozen=True)
class Record:
    """How a window stands among the earlier ones of its kind; empty where history is short."""

    value: int | None
    short: bool
    record: bool | None = None
    rank: int | None = None
    since: str | None = None
    previous: int | None = None
    previous_period: str | None = None


def period_text(kind: str, last: int) -> str:
    """Write the period of a window of this kind."""
    if kind == "year":
        return str(last // 12)
    return f"{last // 12}-Q{last % 12 // 3 + 1}" if kind == "quarter" else month_text(last)


def record_of(known: Known, flow: str, kind: str, last: int) -> Record:
    """Compare a window with all earlier ones of its kind; for a deficit the widest is the record."""
    step, needed = KINDS[kind]
    value = known.of_kind(flow, kind, last).value
    months = reversed(range(last - step, known.start - 1, -step))
    earlier = [(month, known.of_kind(flow, kind, month).value) for month in months]
    history = [(month, past) for month, past in earlier if past is not None]
    if value is None or len(history) < needed:
        return Record(value, short=len(history) < needed)
    sign = -1 if value < 0 else 1
    # max() keeps the first of equals: the period that reached the record first.
    month, highest = max(history, key=lambda entry: sign * entry[1])
    return Record(
        value,
        short=False,
        record=sign * value > sign * highest,
        rank=1 + sum(sign * past > sign * value for _, past in history),
        since=period_text(kind, history[0][0]),
        previous=highest,
        previous_period=period_text(kind, month),
    )


def streak_of(known: Known, flow: str, month: int) -> tuple[int | None, int]:
    """Return the months of growth in a row (declines negative), and the months of it that can be seen.

    The first is None where a missing month, or the start of the series, hides its beginning. A base of zero
    hides nothing: there is no growth rate, and the streak ends.
    """
    seen = 0
    while True:
        value, base = (known.window(flow, m, m).value for m in (month, month - 12))
        if value is None or base is None:
            return None, seen
        way = (value > base) - (value < base) if base else 0
        if way == 0 or way * seen < 0:
            return seen, seen
        seen += way
        month -= 1


# --- the answers


def window(
    rows: Iterable[Observation], flow: str, first: str, last: str, **question: Unpack[Question]
) -> Window:
    """Return the window of a flow or of the balance from month `first` through month `last`."""
    return Known(rows, **question).window(flow, month_number(first), month_number(last))


def record(
    rows: Iterable[Observation], flow: str, kind: str, last: str, **question: Unpack[Question]
) -> Record:
    """Say whether the window of this kind that ends with the month `last` is a record."""
    return record_of(Known(rows, **question), flow, kind, month_number(last))


def default_through(rows: Iterable[Observation], **question: Unpack[Question]) -> str | None:
    """Return the newest month whose year-to-date balance is defined."""
    known = Known(rows, **question)
    for month in range(known.end, known.start - 1, -1):
        if known.of_kind("balance", "year_to_date", month).value is not None:
            return month_text(month)
    return None


def answerable(rows: Iterable[Observation], through: str, **question: Unpack[Question]) -> bool:
    """Whether anything is known of the month or of the year to date."""
    return can_answer(Known(rows, **question), month_number(through))


def can_answer(known: Known, month: int) -> bool:
    """Whether the month or the year to date has a figure of a flow or a balance."""
    kinds = ("month", "year_to_date")
    return any(known.of_kind(flow, kind, month).value is not None for flow in FLOWS for kind in kinds)


def surplus_rows(rows: Iterable[Observation], through: str, **question: Unpack[Question]) -> list[Row]:
    """Return exports, imports and balance of the month and of the year to date; nothing if unanswerable."""
    known, month = Known(rows, **question), month_number(through)
    if not can_answer(known, month):
        return []
    return [surplus_row(known, flow, span, month) for flow in FLOWS for span in ("month", "year_to_date")]


def surplus_row(known: Known, flow: str, span: str, month: int) -> Row:
    """Return one row of the surplus answer."""
    now, base = known.of_kind(flow, span, month), known.of_kind(flow, span, month - 12)
    rate, note = growth_and_note(flow, now.value, base.value)
    notes = [note] if note else []
    if known.base_superseded(flow, month - 12, base):
        notes.append("base_superseded")
    past = record_of(known, flow, span, month)
    value_note = f"incomplete({now.k} of {now.n})" if now.k else "missing"
    complete = now.value is not None and base.value is not None
    return known.question | {
        "flow": flow,
        "span": span,
        "period": month_text(month),
        "value": now.value,
        "value_note": value_note if now.value is None else "",
        "base_value": base.value,
        "change": (now.value or 0) - (base.value or 0) if complete else None,
        "yoy": rate,
        "yoy_note": ";".join(notes),
        "previous_year": known.of_kind(flow, "year", january(month) - 1).value,
        "record": past.record,
        "record_since": past.since,
        "previous_record": past.previous,
        "previous_record_period": past.previous_period,
        "basis": now.basis,
        "currency": next((row.get("currency", "USD") for row in now.inputs), None),
        "precision": now.precision,
        "source": next((row.get("source") for row in now.inputs), None),
        "vintage": now.vintage,
        "vintage_basis": now.vintage_basis,
    }


def flow_rows(
    rows: Iterable[Observation], flow: str, through: str, months: int = 13, **question: Unpack[Question]
) -> list[Row]:
    """Return the last months of exports or imports, one row a month, oldest first."""
    known, last = Known(rows, **question), month_number(through)
    return [flow_row(known, flow, month) for month in range(last - months + 1, last + 1)]


def flow_row(known: Known, flow: str, month: int) -> Row:
    """Return one month of a flow with its growth, totals, rank and streak."""
    now = known.of_kind(flow, "month", month)
    ytd = known.of_kind(flow, "year_to_date", month)
    rolling = known.of_kind(flow, "rolling_12", month)
    past = record_of(known, flow, "month", month)
    streak, seen = streak_of(known, flow, month)
    return known.question | {
        "flow": flow,
        "period": month_text(month),
        "value": now.value,
        "mom": growth(now.value, known.of_kind(flow, "month", month - 1).value),
        "yoy": growth(now.value, known.of_kind(flow, "month", month - 12).value),
        "ytd": ytd.value,
        "ytd_yoy": growth(ytd.value, known.of_kind(flow, "year_to_date", month - 12).value),
        "rolling_12": rolling.value,
        "rank": past.rank,
        "record": past.record,
        "streak": streak,
        "streak_at_least": seen,
        "basis": now.basis,
        "vintage": now.vintage,
        "ytd_basis": ytd.basis,
        "rolling_12_basis": rolling.basis,
        "source": next((row.get("source") for row in now.inputs), None),
    }
