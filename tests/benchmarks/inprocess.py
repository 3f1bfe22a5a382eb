"""A thousand questions to the embedded figures in one process: what each takes, without starting the program.

Each question goes through the functions of its command: options read, figures loaded, answered,
reported, and rendered as CSV.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Contender

if TYPE_CHECKING:
    from tradecli.question import Question
    from tradecli.report import Report

QUESTIONS = 1_000
#: Milliseconds that the median question may take.
BAR = 10.0
PARTNERS = ("WORLD", "US", "CN", "JP", "HK", "CN+HK", "DE", "SG", "ASEAN", "EUROPE")
AS_OF = ("", "", "", "2025-06-30", "2026-03-31", "2024-12-31")


class Asked(NamedTuple):
    """One random question."""

    kind: str
    partner: str
    year: int
    month: int
    as_of: str


def asked(count: int = QUESTIONS) -> list[Asked]:
    """Random questions, the same in every run."""
    dice = random.Random(20_261_124)
    return [
        Asked(
            dice.choice(sorted(_ANSWERS)),
            dice.choice(PARTNERS),
            dice.randrange(2010, 2026),
            dice.randrange(1, 13),
            dice.choice(AS_OF),
        )
        for _ in range(count)
    ]


def answer(one: Asked) -> str:
    """Answer a question as its command would; the CSV it would print."""
    from datetime import date

    from tradecli import options
    from tradecli.render.formats import rendered

    question = options.question(
        reporter="TW", partner="WORLD" if one.kind == "partners" else one.partner, as_of=one.as_of
    )
    report = _ANSWERS[one.kind](question, date(one.year, one.month, 1))
    text = rendered(report, "csv", options.style("en", "", None).of(report.currency))
    assert isinstance(text, str)
    return text


def _surplus(question: Question, last: Any) -> Report:
    from tradecli.answers import surplus, surplus_report
    from tradecli.load import load

    return surplus_report.report(surplus.answer(load(question), last))


def _exports(question: Question, last: Any) -> Report:
    from tradecli.answers import flows
    from tradecli.load import load, seasonal

    return flows.report(flows.answer(load(question), "export", last, 13, seasonal(question)))


def _records(question: Question, last: Any) -> Report:
    from tradecli.answers import records
    from tradecli.load import load, with_world

    return records.report(records.answer(with_world(load(question)), last))


def _partners(question: Question, last: Any) -> Report:
    from tradecli import load
    from tradecli.answers import partners, partners_report

    known = load.partners(question)
    found = partners.answer(known, by="balance", flow="export", span="year_to_date", through=last)
    return partners_report.report(found)


_ANSWERS: dict[str, Callable[[Question, Any], Report]] = {
    "surplus": _surplus,
    "exports": _exports,
    "records": _records,
    "partners": _partners,
}


def work(count: int) -> dict[str, list[float]]:
    """Milliseconds of each question by kind; where nothing is held, the refusal is the answer."""
    from tradecli.errors import NoData

    taken: dict[str, list[float]] = {"refused": []}
    # What is imported once for all questions is no part of any.
    for kind in _ANSWERS:
        answer(Asked(kind, "US", 2025, 11, ""))
    for one in asked(count):
        begun = time.perf_counter()
        kind = one.kind
        try:
            answer(one)
        except NoData:
            kind = "refused"
        taken.setdefault(kind, []).append(1_000 * (time.perf_counter() - begun))
    return taken


def main(count: int = QUESTIONS) -> Iterator[str]:
    """Measure in one new process; one table."""
    command = [sys.executable, "-m", "tests.benchmarks.inprocess", str(count)]
    nowhere = {"TRADE_DATA_DIR": "/nowhere/tradecli"}
    taken = json.loads(measuring.run(Contender("in process", command, nowhere)).out)
    every = [one for times in taken.values() for one in times]
    median = statistics.median(every)
    held = "held" if median <= BAR else "MISSED"
    lines = [
        f"{count:,} questions in one process, milliseconds; bar: median <= {BAR:.0f} {held}",
        f"{'':<10}{'asked':>7}{'median':>8}{'p95':>8}{'most':>8}",
    ]
    for kind, times in [*sorted(taken.items()), ("all", every)]:
        if times:
            late = sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]
            lines.append(
                f"{kind:<10}{len(times):>7}{statistics.median(times):>8.1f}{late:>8.1f}{max(times):>8.1f}"
            )
    yield "\n".join(lines)


if __name__ == "__main__":
    json.dump(work(int(sys.argv[1])), sys.stdout)
