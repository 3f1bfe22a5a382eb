"""Twelve kinds of error, each put into true claims drawn from the figures with a seed.

The true values come from the embedded tables through DuckDB, not through the program. A table of how
often each kind was named, and how often it was named first:

    python -m tests.answers.test_explanations
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import duckdb
import polars as pl
import pytest

from tests.drawn import THOROUGH
from tests.oracle import half_up
from tradecli.claims import Claim, claim
from tradecli.data import RELEASES, observations
from tradecli.load import load
from tradecli.load_parts import some_partners
from tradecli.reports.available import Available
from tradecli.reports.check import judged as verdicts_on
from tradecli.reports.check_statements import Line

EACH = 100 if THOROUGH else 30
PARTNERS = ("WORLD", "US", "CN+HK", "CN", "HK", "ASEAN", "JP", "KR", "SG", "MY", "VN", "TH", "DE", "EUROPE")
Table = dict[str, Any]
Draw = Callable[[random.Random], tuple[Table, Table] | None]


@cache
def vintages() -> dict[tuple[str, str, str], dict[str, list[int]]]:
    """Every figure of a month, oldest vintage first, by reporter, partner and flow."""
    query = """
        select reporter, partner, flow, strftime(period, '%Y-%m'), value from read_parquet(?)
        where span = 'month' and commodity = 'TOTAL' and adjustment = 'none' and period >= '2012-01-01'
        order by vintage
    """
    found: dict[tuple[str, str, str], dict[str, list[int]]] = {}
    with duckdb.connect() as engine:
        for source in ("mof", "census"):
            rows = engine.execute(query, [str(observations(source))]).fetchall()
            for reporter, partner, flow, month, value in rows:
                found.setdefault((reporter, partner, flow), {}).setdefault(month, []).append(value)
    return found


def month(partner: str, flow: str, period: str, reporter: str = "TW") -> int | None:
    """The newest figure of a month; China with Hong Kong as the sum that the ministry publishes."""
    if partner == "CN+HK":
        parts = [month(one, flow, period) for one in ("CN", "HK")]
        return sum(part for part in parts if part is not None) if None not in parts else None
    values = vintages().get((reporter, partner, flow), {}).get(period)
    return values[-1] if values else None


def total(partner: str, flow: str, year: int, months: int) -> int | None:
    """The sum of the first months of a year."""
    values = [month(partner, flow, f"{year}-{one:02}") for one in range(1, months + 1)]
    return sum(value for value in values if value is not None) if None not in values else None


def billions(value: int | Fraction) -> str:
    """With two decimals, halves up, as the news prints."""
    return printed(Fraction(value) / 10**9, 2)


def printed(number: Fraction, digits: int) -> str:
    """Rounded halves up first, so that what float formatting does no longer matters."""
    return f"{float(half_up(number, digits)):.{digits}f}"


def level(
    period: str, value: int | Fraction, partner: str = "WORLD", flow: str = "export", **more: Any
) -> Table:
    return {"period": period, "partner": partner, "flow": flow, "level": billions(value), **more}


def shift(period: str, step: int) -> str:
    year, number = divmod(int(period[:4]) * 12 + int(period[5:]) - 1 + step, 12)
    return f"{year}-{number + 1:02}"


def any_month(dice: random.Random) -> tuple[str, str, str, int] | None:
    partner, flow = dice.choice(PARTNERS), dice.choice(("export", "import"))
    period = f"{dice.randint(2015, 2026)}-{dice.randint(1, 12):02}"
    value = month(partner, flow, period)
    return (partner, flow, period, value) if value and value >= 10**9 else None


def millions(value: int) -> str:
    return printed(Fraction(value, 10**6), 1)


def a_thousand_or_a_tenth(dice: random.Random) -> tuple[Table, Table] | None:
    """Millions called billions, billions called millions, a decimal point one place off."""
    if (found := any_month(dice)) is None:
        return None
    partner, flow, period, value = found
    true = level(period, value, partner, flow)
    slipped = {"level": printed(Fraction(true["level"]) / 10, 3)}
    wrong: Table = dice.choice([{"level": millions(value)}, {"unit": "million"}, slipped])
    return true, true | wrong


def hundred_million_as_billion(dice: random.Random) -> tuple[Table, Table] | None:
    """The figure in 億 called billions, or the one in billions called 億."""
    if (found := any_month(dice)) is None:
        return None
    partner, flow, period, value = found
    true = level(period, value, partner, flow)
    return true, true | dice.choice([{"level": printed(Fraction(value, 10**8), 1)}, {"unit": "億"}])


def in_new_taiwan_dollars(dice: random.Random) -> tuple[Table, Table] | None:
    if (found := any_month(dice)) is None:
        return None
    partner, flow, period, value = found
    rate = Fraction(dice.randint(2850, 3350), 100)
    return level(period, value, partner, flow), level(period, value * rate, partner, flow)


def replaced(other: Callable[[random.Random, str, str, str], tuple[str, str, str] | None]) -> Draw:
    """The figure of another partner, flow or month."""

    def draw(dice: random.Random) -> tuple[Table, Table] | None:
        if (found := any_month(dice)) is None or (swapped := other(dice, *found[:3])) is None:
            return None
        partner, flow, period, value = found
        wrong = month(*swapped)
        if wrong is None or wrong < 10**9:
            return None
        return level(period, value, partner, flow), level(period, wrong, partner, flow)

    return draw


def another_month(dice: random.Random, partner: str, flow: str, period: str) -> tuple[str, str, str]:
    same_year = [other for n in range(1, 13) if (other := f"{period[:4]}-{n:02}") != period]
    return partner, flow, dice.choice([dice.choice(same_year), shift(period, -12), shift(period, 12)])


def another_flow_or_partner(
    dice: random.Random, partner: str, flow: str, period: str
) -> tuple[str, str, str] | None:
    if dice.random() < 0.5:
        return partner, "import" if flow == "export" else "export", period
    other = dice.choice(PARTNERS)
    return None if {partner, other} <= {"CN", "CN+HK"} or other == partner else (other, flow, period)


def china_for_both(_: random.Random, partner: str, flow: str, period: str) -> tuple[str, str, str] | None:
    other = {"CN": "CN+HK", "CN+HK": "CN"}.get(partner)
    return (other, flow, period) if other else None


def the_other_office(dice: random.Random) -> tuple[Table, Table] | None:
    period = f"{dice.randint(2012, 2026)}-{dice.randint(1, 12):02}"
    ours, theirs = month("US", "export", period), month("TW", "import", period, "US")
    return (level(period, ours, "US"), level(period, theirs, "US")) if ours and theirs else None


def another_vintage(dice: random.Random) -> tuple[Table, Table] | None:
    if (found := any_month(dice)) is None:
        return None
    partner, flow, period, value = found
    older = vintages().get(("TW", partner, flow), {}).get(period, [])[:-1]
    if not older or partner == "CN+HK":
        return None
    true = level(period, value, partner, flow, unit="million") | {"level": millions(value)}
    return true, true | {"level": millions(dice.choice(older))}


def month_for_year_to_date(dice: random.Random) -> tuple[Table, Table] | None:
    if (found := any_month(dice)) is None or found[2].endswith(("-01", "-12")):
        return None
    partner, flow, period, value = found
    summed = total(partner, flow, int(period[:4]), int(period[5:]))
    if summed is None:
        return None
    single, whole = level(period, value, partner, flow), level(period, summed, partner, flow, span="ytd")
    right, wrong = (single, whole) if dice.random() < 0.5 else (whole, single)
    return right, right | {"level": wrong["level"]}


def eleven_months_for_twelve(dice: random.Random) -> tuple[Table, Table] | None:
    partner, flow, year = dice.choice(PARTNERS), dice.choice(("export", "import")), dice.randint(2012, 2025)
    eleven, twelve = total(partner, flow, year, 11), total(partner, flow, year, 12)
    if eleven is None or twelve is None or eleven < 10**9:
        return None
    part, whole = (
        level(f"{year}-11", eleven, partner, flow, span="ytd"),
        level(str(year), twelve, partner, flow),
    )
    right, wrong = (part, whole) if dice.random() < 0.5 else (whole, part)
    return right, right | {"level": wrong["level"]}


def growth(value: int | None, base: int | None) -> str | None:
    if not value or not base:
        return None
    return printed((Fraction(value, base) - 1) * 100, 1)


def month_for_year_growth(dice: random.Random) -> tuple[Table, Table] | None:
    if (found := any_month(dice)) is None:
        return None
    partner, flow, period, value = found
    rates = [growth(value, month(partner, flow, shift(period, -step))) for step in (1, 12)]
    if None in rates:
        return None
    mine, other = (("mom", rates[0]), ("yoy", rates[1]))[:: dice.choice((1, -1))]
    said = {"period": period, "partner": partner, "flow": flow}
    return said | {mine[0]: mine[1]}, said | {mine[0]: other[1]}


def fold_for_times(dice: random.Random) -> tuple[Table, Table] | None:
    if (found := any_month(dice)) is None:
        return None
    partner, flow, period, value = found
    base = month(partner, flow, shift(period, -12))
    rate = growth(value, base)
    if rate is None or base is None:
        return None
    said = {"period": period, "partner": partner, "flow": flow}
    if dice.random() < 0.5:
        return said | {"yoy": rate}, said | {"yoy": printed(Fraction(rate) + 100, 1)}
    times = printed(Fraction(value, base), 2)
    return said | {"multiple": times}, said | {"multiple": printed(Fraction(times) - 1, 2)}


KINDS: dict[str, Draw] = {
    "scale": a_thousand_or_a_tenth,
    "hundred_million": hundred_million_as_billion,
    "currency": in_new_taiwan_dollars,
    "rate": month_for_year_growth,
    "span": month_for_year_to_date,
    "period": replaced(another_month),
    "flow or partner": replaced(another_flow_or_partner),
    "china": replaced(china_for_both),
    "office": the_other_office,
    "vintage": another_vintage,
    "fold": fold_for_times,
    "part_year": eleven_months_for_twelve,
}
#: By how much a wrong number must differ: percentage points, millions; 0.02 billions or times.
LEAST = {"yoy": Fraction(3, 10), "mom": Fraction(3, 10), "million": Fraction(12)}


def far(true: Table, wrong: Table) -> bool:
    """Whether the wrong number is another one even when the rounding of all inputs is allowed for."""
    key = next(name for name in ("level", "yoy", "mom", "multiple") if name in true)
    if true.get("unit") != wrong.get("unit"):
        return True
    least = LEAST.get(true.get("unit", key), Fraction(2, 100))
    return abs(Fraction(true[key]) - Fraction(wrong[key])) > least


@cache
def drawn(kind: str) -> tuple[tuple[Claim, Claim], ...]:
    """True claims, each with its false twin."""
    dice = random.Random(f"2026 {kind}")
    found: dict[str, tuple[Claim, Claim]] = {}
    for _ in range(400_000):
        pair = KINDS[kind](dice)
        if pair and far(*pair):
            found.setdefault(str(pair), (claim(pair[0]), claim(pair[1])))
        if len(found) == EACH:
            break
    return tuple(found.values())


AVAILABLE = Available(load, some_partners)


def judged(kind: str) -> tuple[list[Line], list[Line]]:
    """The verdicts on the true claims and on the false ones."""
    releases = pl.read_parquet(RELEASES)
    true, wrong = zip(*drawn(kind), strict=True)
    first, second = (verdicts_on(claims, AVAILABLE, releases) for claims in (true, wrong))
    return first, second


def kinds_of(line: Line) -> Iterator[str]:
    if line.verdict.first:
        # True of what was published first, and said so: another vintage is its verdict.
        yield "vintage"
    for each in line.explained:
        name = "+".join(mistake.kind for mistake in each.mistakes)
        yield "flow or partner" if name in {"flow", "partner", "sign"} else name


@pytest.mark.drawn
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_true_claims_are_true_and_the_error_of_a_false_one_is_named(kind: str) -> None:
    true, wrong = judged(kind)
    assert len(true) == EACH
    assert [line.verdict for line in true if line.verdict.verdict != "true"] == []
    first = {"true_when_published"} if kind == "vintage" else set()
    assert {line.verdict.verdict for line in wrong} == {"false", *first}
    named = sum(kind in kinds_of(line) for line in wrong)
    assert named >= 90 * len(wrong) // 100


def table() -> Iterator[str]:
    """How often each kind of error was named, named first, and named alone."""
    yield f"{'error':16}{'claims':>8}{'named':>8}{'first':>8}{'alone':>8}{'called true':>13}"
    for kind in KINDS:
        _, wrong = judged(kind)
        told = [list(kinds_of(line)) for line in wrong]
        counts = (
            len(wrong),
            sum(kind in names for names in told),
            sum(names[:1] == [kind] for names in told),
            sum(names == [kind] for names in told),
        )
        true = sum(line.verdict.verdict == "true" for line in wrong)
        yield f"{kind:16}" + "".join(f"{count:>8}" for count in counts) + f"{true:>13}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table())
