"""How long `trade` takes to start, as ratios to `python -c 'import polars'` in one interleaved run.

    python -m tests.benchmarks start

Each command runs once a round, in turn, so that a busy moment of the machine falls on all of
them; the figure is the least CPU time (user and system) of its runs, over that of the import.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Contender

IMPORT = "import polars"
QUESTION = ["surplus", "--partner", "US", "--through", "2025-11", "--format"]
COMPLETION = {"_TRADE_COMPLETE": "complete_bash", "COMP_WORDS": "trade sur", "COMP_CWORD": "1"}

#: What is measured: name, arguments, environment, and the ratio it should not exceed.
MEASURED: list[tuple[str, list[str], dict[str, str], float]] = [
    ("trade --help", ["--help"], {}, 0.45),
    ("trade --version", ["--version"], {}, 0.15),
    ("shell completion", [], COMPLETION, 0.45),
    ("surplus as CSV", [*QUESTION, "csv"], {}, 1.10),
    ("surplus as table", [*QUESTION, "table"], {}, 1.30),
]
BARS = {name: bar for name, _, _, bar in MEASURED}


#: Others that a desk starts, beside which the program is seen: package, name, command.
_SQLITE_UTILS = str(Path(sys.executable).with_name("sqlite-utils"))
_SELECT = "import duckdb; duckdb.sql('select 1').fetchall()"
OTHERS: list[tuple[str, str, list[str]]] = [
    ("sqlite-utils", "sqlite-utils --help", [_SQLITE_UTILS, "--help"]),
    ("duckdb", "duckdb: select 1", [sys.executable, "-c", _SELECT]),
    ("pandas", "import pandas", [sys.executable, "-c", "import pandas"]),
]


def contenders() -> Iterator[Contender]:
    """The import that is the base, the program, and the others that are installed."""
    yield Contender(IMPORT, [sys.executable, "-c", IMPORT])
    for name, arguments, extra, _ in MEASURED:
        yield Contender(name, [measuring.TRADE, *arguments], extra)
    for package, name, command in OTHERS:
        if measuring.installed(package):
            yield Contender(name, command)


def least(rounds: int) -> dict[str, float]:
    """The least CPU time of each command, all of them run once a round."""
    taken: dict[str, list[float]] = {}
    for _ in range(rounds + 1):
        for contender in contenders():
            taken.setdefault(contender.name, []).append(measuring.run(contender).cpu)
    # The first round compiles and fills the file cache.
    return {name: min(times[1:]) for name, times in taken.items()}


def main(rounds: int = 15) -> Iterator[str]:
    """The table of ratios."""
    times = least(rounds)
    base = times[IMPORT]
    lines = [f"{'starting, least CPU time':<26}{'CPU ms':>8}{'ratio':>8}{'bar':>7}"]
    for name, taken in times.items():
        ratio, bar = taken / base, BARS.get(name)
        told = f"{bar:>7.2f}  {'held' if ratio <= bar else 'MISSED'}" if bar else ""
        lines.append(f"{name:<26}{taken * 1000:>8.0f}{ratio:>8.2f}{told}")
    lines += [
        f"{name}: left out, {package} is not installed"
        for package, name, _ in OTHERS
        if not measuring.installed(package)
    ]
    yield "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write("\n".join(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)) + "\n")
