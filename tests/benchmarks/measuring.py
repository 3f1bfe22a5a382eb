"""Whole processes beside each other: time, CPU and peak memory of each, in rounds, as medians.

Every command runs once a round, in turn, so that a busy moment of the machine falls on all of
them. This module loads nothing heavy, on purpose: the system counts the memory of the process
that starts another among the other's peak, so a measuring process must itself be small.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROUNDS = 5
TRADE = str(Path(sys.executable).with_name("trade"))
_KIB = 1024


class Failed(Exception):
    """A command failed, or two contenders do not agree."""


class Contender(NamedTuple):
    """A command that is measured, and what is added to its environment."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = {}


class Run(NamedTuple):
    """One run of a whole process: seconds, seconds of CPU, peak memory in bytes, bytes read, its output."""

    wall: float
    cpu: float
    peak: int
    read: int
    out: bytes


class Measured(NamedTuple):
    """Medians of the runs of one contender, and what the last one printed."""

    wall: float
    cpu: float
    peak: float
    read: float
    out: bytes


class Bar(NamedTuple):
    """What a contender should not exceed: the ratio of its time to the base's, its peak in MiB."""

    ratio: float = 0.0
    peak: float = 0.0


def run(contender: Contender) -> Run:
    """Run a command to its end.

    Raises:
        Failed: It could not be started, or ended with another code than 0.
    """
    import time

    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        try:
            process = subprocess.Popen(
                list(contender.command),
                env={**inherited, **contender.environment},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=errors,
            )
        except OSError as error:
            raise Failed(f"{contender.name} cannot be started: {error.strerror}") from None
        # It has ended, but is still known to the system: its counters can be read.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = time.perf_counter() - begun
        read = _bytes_read(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode:
            last = errors.read().decode(errors="replace").strip()[-500:]
            raise Failed(f"{contender.name} ended with {process.returncode}: {last}")
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIB, read, out.read())


def _bytes_read(process: int) -> int:
    """The bytes that a process asked the system to read; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{process}/io").read_text().splitlines()
    except OSError:
        return 0
    return int(dict(line.split(": ") for line in lines).get("rchar", 0))


def measured(
    contenders: Sequence[Contender],
    *,
    rounds: int = ROUNDS,
    agree: Callable[[dict[str, bytes]], None] | None = None,
) -> dict[str, Measured]:
    """Run all contenders once a round and take the medians.

    Args:
        contenders: Told apart by name.
        rounds: How many count; one more goes before them, to compile and to fill the file cache.
        agree: Given what each printed in the first round; raises `Failed` where they do not agree.

    Raises:
        Failed: A command failed, or the contenders do not agree.
    """
    first = {contender.name: run(contender) for contender in contenders}
    if agree:
        agree({name: made.out for name, made in first.items()})
    runs: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    for _ in range(rounds):
        for contender in contenders:
            runs[contender.name].append(run(contender))
    return {name: _median(made) for name, made in runs.items()}


def _median(runs: Sequence[Run]) -> Measured:
    wall, cpu, peak, read = (statistics.median(column) for column in list(zip(*runs, strict=True))[:4])
    return Measured(wall, cpu, peak, read, runs[-1].out)


def table(
    title: str,
    found: Mapping[str, Measured],
    base: str,
    *,
    bars: Mapping[str, Bar] | None = None,
) -> str:
    """A plain table of what was measured, with ratios of time and CPU to those of *base*.

    A peak that is not above that of this process itself is shown as an upper bound.
    """
    bars = bars or {}
    width = max(len(name) for name in found) + 2
    lines = [title, f"{'':<{width}}{'time s':>9}{'ratio':>8}{'CPU s':>9}{'ratio':>8}{'peak MiB':>10}  bar"]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
    for name, one in found.items():
        wall, cpu = one.wall / found[base].wall, one.cpu / found[base].cpu
        peak = f"{'<' if one.peak <= own * 1.05 else ''}{one.peak / 2**20:.0f}"
        told = _against(bars.get(name, Bar()), wall, one.peak / 2**20)
        lines.append(f"{name:<{width}}{one.wall:>9.3f}{wall:>8.2f}{one.cpu:>9.3f}{cpu:>8.2f}{peak:>10}{told}")
    return "\n".join(lines)


def _against(bar: Bar, ratio: float, peak: float) -> str:
    told = []
    if bar.ratio:
        told.append(f"time <= {bar.ratio:.2f} {'held' if ratio <= bar.ratio else 'MISSED'}")
    if bar.peak:
        told.append(f"peak <= {bar.peak:.0f} {'held' if peak <= bar.peak else 'MISSED'}")
    return "  " + ", ".join(told) if told else ""


def versions(*packages: str) -> str:
    """The versions of Python and of what was compared, on one line."""
    found = [f"Python {sys.version.split()[0]}"]
    for name in packages:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


def installed(package: str) -> bool:
    """Whether a package can be measured at all."""
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True
