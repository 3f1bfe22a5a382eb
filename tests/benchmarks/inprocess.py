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
from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Contender

QUESTIONS = 1_000
#: Milliseconds that the median question may take.
BAR = 8.0
KINDS = ("exports", "partners", "records", "surplus")
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
            dice.choice(KINDS),
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

    from tradecli import ask
    from tradecli.catalogue.style import Style
    from tradecli.render.formats import rendered

    through = date(one.year, one.month, 1)
    if one.kind == "partners":
        found = ask.partners(through, as_of=one.as_of)
    else:
        questions = {"surplus": ask.surplus, "exports": ask.exports, "records": ask.records}
        found = questions[one.kind](one.partner, through, as_of=one.as_of)
    text = rendered(found._report, "csv", Style(currency=found._report.currency))
    assert isinstance(text, str)
    return text


def work(count: int) -> dict[str, list[float]]:
    """Milliseconds of each question by kind; where nothing is held, the refusal is the answer."""
    from tradecli.errors import NoData

    taken: dict[str, list[float]] = {"refused": []}
    # What is imported once for all questions is no part of any.
    for kind in KINDS:
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
