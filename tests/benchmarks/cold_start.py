"""How long `trade` takes to start, as ratios to `python -c 'import polars'` in one interleaved run.

    python tests/benchmarks/cold_start.py [rounds]

Each command runs once a round, in turn, so that a busy moment of the machine falls on all of
them; the figure is the least CPU time (user and system) of its runs, over that of the import.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

IMPORT = "import polars"
QUESTION = ["surplus", "--partner", "US", "--through", "2025-11", "--format"]
COMPLETION = {"_TRADE_COMPLETE": "complete_bash", "COMP_WORDS": "trade sur", "COMP_CWORD": "1"}

#: What is measured: name, arguments, environment, and the ratio it should not exceed.
MEASURED: list[tuple[str, list[str], dict[str, str], float]] = [
    ("trade --help", ["--help"], {}, 0.80),
    ("trade --version", ["--version"], {}, 0.40),
    ("shell completion", [], COMPLETION, 0.40),
    ("surplus as CSV", [*QUESTION, "csv"], {}, 1.20),
    ("surplus as table", [*QUESTION, "table"], {}, 1.40),
]


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """CPU time of one run of a whole process."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command,
        env=inherited | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} exited with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def least(rounds: int) -> dict[str, float]:
    """The least CPU time of each command, all of them run once a round."""
    trade = [str(Path(sys.executable).with_name("trade"))]
    commands = {IMPORT: ([sys.executable, "-c", IMPORT], {})}
    commands |= {name: ([*trade, *arguments], extra) for name, arguments, extra, _ in MEASURED}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, (command, extra) in commands.items():
            taken[name].append(cpu_seconds(command, extra))
    # The first round compiles and fills the file cache.
    return {name: min(times[1:]) for name, times in taken.items()}


def main() -> None:
    """Print the table of ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times = least(rounds)
    base = times[IMPORT]
    lines = [f"{'':<18}{'CPU ms':>8}{'ratio':>8}{'bar':>7}", f"{IMPORT:<18}{base * 1000:>8.0f}{1:>8.2f}"]
    for name, _, _, bar in MEASURED:
        ratio = times[name] / base
        missed = "  missed" if ratio > bar else ""
        lines.append(f"{name:<18}{times[name] * 1000:>8.0f}{ratio:>8.2f}{bar:>7.2f}{missed}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
