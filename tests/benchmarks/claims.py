"""How long claims are judged in one process.

    python -m tests.benchmarks.claims

Each claim is made of an embedded figure: every second one is the figure, the others two fifths more, so
that it is known beforehand which are true.
"""

from __future__ import annotations

import json
import sys
import time

COUNT = 100
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def claims(count: int = COUNT) -> list[tuple[str, bool]]:
    """Claims about exports to the United States, the newest month first, and whether each is true."""
    import tradecli as trade

    rows = trade.exports("US", months=count + 1).df.sort("period", descending=True)
    found = []
    for number, (month, value) in enumerate(rows.select("period", "value").head(count).iter_rows()):
        year, at = str(month)[:4], int(str(month)[5:7])
        said = value * (1.4 if number % 2 else 1.0) / 1e9
        text = (
            f"Taiwan's exports to the United States were US$ {said:.2f} billion in {MONTHS[at - 1]} {year}."
        )
        found.append((text, number % 2 == 0))
    return found


def work() -> dict[str, object]:
    """Milliseconds of one false claim, and of all claims in one text; and what was said of them."""
    import tradecli as trade

    said = claims()
    # What is imported once for all questions is no part of any.
    trade.check(said[0][0])
    taken: dict[str, list[float]] = {"one": [], "all": []}
    verdicts: list[str] = []
    for false in [text for text, true in said if not true][:20]:
        begun = time.perf_counter()
        verdicts += trade.check(false).df["verdict"].to_list()
        taken["one"].append(1_000 * (time.perf_counter() - begun))
    for _ in range(3):
        begun = time.perf_counter()
        every = trade.check("\n\n".join(text for text, _ in said)).df["verdict"].to_list()
        taken["all"].append(1_000 * (time.perf_counter() - begun))
    return {
        "taken": taken,
        "alone": verdicts,
        "together": every,
        "wanted": [true for _, true in said],
    }


if __name__ == "__main__":
    json.dump(work(), sys.stdout)
