"""Mutants: small errors put into the core one by one, to see whether the tests notice.

    python -m tests.mutants [MODULE ...] [--list] [--every=N] [--jobs=N]

The tests of a module are collected once and run once, to see that they pass and which lines each comes by.
Then every mutant gets a child of that process, in which the function with the error takes the place of the
true one, and the tests that come by run until the first fails: those that killed most first, then the
fastest. An error outside of functions gets a child that imports the module afresh. What no test can see,
since it computes the same, stands in `mutants.toml` with the reason. Ends with a table, and with 1 where
fewer than 95 in a hundred of the others are killed.
"""

from __future__ import annotations

import ast
import functools
import importlib.abc
import importlib.util
import os
import pickle
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from itertools import pairwise
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, NamedTuple

from tests.mutating import Mutant, mutants

CHECKOUT = Path(__file__).parent.parent
EQUAL = Path(__file__).with_suffix(".toml")
#: Of the mutants that differ at all, so many in a hundred must be killed.
WANTED = 95
#: A test that does not end by then never would.
SECONDS = 15
#: Claims of every kind on figures made up.
_KINDS = "tests/answers/test_claim_kinds.py"
_VERDICTS = (
    *(f"tests/reports/test_{name}.py" for name in ("judge", "measure", "possible", "verdict")),
    *("tests/answers/test_verdicts.py", "tests/answers/test_undated.py", _KINDS),
)
_STATISTICS = "tests/statistics"
#: The modules of the core, and the tests that are to notice besides its own examples.
TARGETS: dict[str, tuple[str, ...]] = {
    "tradecli.plausibility": ("tests/test_plausibility.py", "tests/test_plausibility_limits.py"),
    "tradecli.statistics.coverage": (f"{_STATISTICS}/test_coverage.py",),
    "tradecli.statistics.windows": (
        f"{_STATISTICS}/test_windows.py",
        "tests/properties/test_windows_against_oracle.py",
    ),
    "tradecli.statistics.records": (
        f"{_STATISTICS}/test_records.py",
        f"{_STATISTICS}/test_single_ranks.py",
        "tests/properties/test_records_against_oracle.py",
    ),
    "tradecli.statistics.band": ("tests/statistics/test_band.py",),
    "tradecli.reports.chance": ("tests/reports/test_chance.py",),
    "tradecli.reports.possible": ("tests/reports/test_possible.py", "tests/reports/test_verdict.py", _KINDS),
    "tradecli.reports.alternatives": (
        "tests/reports/test_alternatives.py",
        "tests/answers/test_check.py",
        *_VERDICTS,
    ),
    "tradecli.reports.explanations": (
        "tests/reports/test_alternatives.py",
        "tests/answers/test_check.py",
        *_VERDICTS,
    ),
    "tradecli.reports.judge": ("tests/reports/test_judge.py", _KINDS),
    "tradecli.reports.exchanges": ("tests/reports/test_exchanges.py",),
    "tradecli.reports.softened": ("tests/reports/test_softened.py",),
    "tradecli.reports.verdict": _VERDICTS,
    "tradecli.reports.measure": (
        "tests/reports/test_measure.py",
        "tests/reports/test_measure_parts.py",
        _KINDS,
    ),
    "tradecli.reports.measured": ("tests/reports/test_measure.py", "tests/reports/test_measure_parts.py"),
    **{
        f"tradecli.reports.measure_{name}": (
            "tests/reports/test_measure.py",
            f"tests/reports/test_measure_{name}.py",
            _KINDS,
        )
        for name in ("parts", "places", "ranks", "streaks")
    },
}


class Result(NamedTuple):
    """What became of the mutants of a module."""

    module: str
    found: int
    equal: int
    run: int
    survivors: list[str]

    @property
    def share(self) -> float:
        """Of the mutants that were run, how many in a hundred were killed."""
        return 100 * (self.run - len(self.survivors)) / max(1, self.run)

    def line(self) -> str:
        """A line of the table."""
        counts = (self.found, self.equal, self.run, self.run - len(self.survivors), len(self.survivors))
        return f"{self.module:28}" + "".join(f"{count:>10}" for count in counts) + f"{self.share:>9.1f} %"


class Subject(NamedTuple):
    """A module, where it stands, and its text."""

    name: str
    path: Path
    source: str

    @classmethod
    def of(cls, name: str) -> Subject:
        """The module of a name."""
        path = CHECKOUT / f"{name.replace('.', '/')}.py"
        return cls(name, path, path.read_text(encoding="utf-8"))


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module as a mutant."""

    def __init__(self, subject: Subject, tree: ast.Module) -> None:
        self.subject, self.tree = subject, tree

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self.subject.name:
            return None
        return importlib.util.spec_from_file_location(name, self.subject.path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.tree, str(self.subject.path), "exec"), module.__dict__)


def put_in(subject: Subject, mutant: Mutant) -> None:
    """Let the function with the error take the place of the true one, wherever that has been imported to."""
    code = compile(mutant.tree(subject.source), str(subject.path), "exec")
    found: Any = sys.modules[subject.name]
    for part in mutant.function.split("."):
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == part)
        found = vars(found)[part]
    while not isinstance(found, FunctionType):
        if isinstance(found, property):
            found = found.fget
        elif isinstance(found, functools.cached_property):
            found = found.func
        else:
            found = found.__wrapped__ if hasattr(found, "__wrapped__") else found.__func__
    found.__code__ = code


class Runner:
    """A plugin that runs mutants in place of tests."""

    def __init__(self, subject: Subject, wanted: Sequence[Mutant], jobs: int, out: int) -> None:
        self.subject, self.wanted, self.jobs, self.out = subject, wanted, jobs, out
        self.survivors: list[str] = []
        self.passed = False
        self.order: list[str] = []
        self._kills: Counter[int] = Counter()
        self._seconds: dict[int, float] = {}
        self._lines: dict[int, set[int]] = {}

    def pytest_runtestloop(self, session: Any) -> bool:
        """Run every mutant against the tests that were collected."""
        self.items = session.items
        self.passed = _alone(self.out) and self._true_run()
        if self.passed:
            self._all()
            self.order = [self.items[number].nodeid for number in self._sorted(range(len(self.items)))]
        return True

    def _sorted(self, numbers: Sequence[int]) -> list[int]:
        return sorted(numbers, key=lambda number: (-self._kills[number], self._seconds[number]))

    def _true_run(self) -> bool:
        """Run all tests once without an error: whether all pass, and what each takes and comes by."""
        reading, writing = os.pipe()
        if os.fork() == 0:
            facts = {}
            for number in range(len(self.items)):
                begun, lines = time.process_time(), set[int]()
                sys.settrace(_tracer(str(self.subject.path), lines))
                failed = self._fails(number)
                sys.settrace(None)
                if failed:
                    os.write(self.out, f"{self.items[number].nodeid} fails as it stands\n".encode())
                    os._exit(1)
                facts[number] = (time.process_time() - begun, lines)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(facts, pipe)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        _, status = os.wait()
        if status == 0:
            for number, (seconds, lines) in pickle.loads(told).items():
                self._seconds[number], self._lines[number] = seconds, lines
        return status == 0

    def _fails(self, number: int, following: int | None = None, seconds: float = 0) -> bool:
        from _pytest.runner import runtestprotocol

        # Time of its own: the machine may have much else to do.
        signal.setitimer(signal.ITIMER_PROF, seconds)
        after = self.items[following] if following is not None else None
        return any(report.failed for report in runtestprotocol(self.items[number], log=False, nextitem=after))

    def _all(self) -> None:
        waiting = list(reversed(self.wanted))
        running: dict[int, tuple[Mutant, int]] = {}
        while waiting or running:
            while waiting and len(running) < self.jobs:
                mutant = waiting.pop()
                child, reading = self._start(mutant)
                running[child] = (mutant, reading)
            child, status = os.wait()
            mutant, reading = running.pop(child)
            with os.fdopen(reading, "rb") as pipe:
                killer = pipe.read()
            if killer:
                self._kills[int(killer)] += 1
            elif status == 0:
                self.survivors.append(mutant.name)
                os.write(self.out, f"survived: {mutant.lines[0]}: {mutant.name}\n".encode())
            else:
                os.write(
                    self.out, f"ended or stopped by the clock: {mutant.lines[0]}: {mutant.name}\n".encode()
                )

    def _start(self, mutant: Mutant) -> tuple[int, int]:
        """A child that runs a mutant, and where it tells the test that killed it."""
        tests = self._sorted([n for n, lines in self._lines.items() if not lines.isdisjoint(mutant.lines)])
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            signal.alarm(40 * SECONDS)
            try:
                put_in(self.subject, mutant)
                pairs = pairwise([*tests, None])
                killer = next((one for one, after in pairs if self._fails(one, after, SECONDS)), None)
            except BaseException as error:
                os.write(self.out, f"{mutant.name}: {error!r}\n".encode())
                os._exit(1)
            os.write(writing, b"" if killer is None else str(killer).encode())
            os._exit(0)
        os.close(writing)
        return child, reading


def _alone(out: int) -> bool:
    """Whether no thread runs, of polars for one: a child would wait for those that it has no copy of."""
    tasks = Path("/proc/self/task")
    if tasks.is_dir() and len(list(tasks.iterdir())) > 1:
        os.write(out, b"a test module reads a table when it is imported: its threads cannot be forked\n")
        return False
    return True


def _tracer(path: str, lines: set[int]) -> Callable[[FrameType, str, object], Any]:
    """Notes the lines of one file that are come by."""

    def inside(frame: FrameType, _event: str, _arg: object) -> Any:
        lines.add(frame.f_lineno)
        return inside

    def called(frame: FrameType, _event: str, _arg: object) -> Any:
        return inside if frame.f_code.co_filename == path else None

    return called


class Sorter:
    """A plugin that runs tests in an order found before."""

    def __init__(self, order: Sequence[str], finder: _Finder) -> None:
        self.places = {name: place for place, name in enumerate(order)}
        self.finder = finder
        sys.meta_path.insert(0, finder)

    def pytest_sessionstart(self) -> None:
        """Go before the hook of pytest, which takes the modules whose examples it runs for tests."""
        sys.meta_path.insert(0, self.finder)

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Sort the tests."""
        items.sort(key=lambda item: self.places.get(item.nodeid, 0))


def _quietly(subject: Subject, plugin: object) -> int:
    import pytest

    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow"]
    return int(pytest.main([*options, str(subject.path), *TARGETS[subject.name]], [plugin]))


def inside_functions(
    subject: Subject, wanted: Sequence[Mutant], jobs: int
) -> tuple[list[str], list[str]] | None:
    """The survivors among errors inside of functions, and the tests in order; None where those fail."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        runner = Runner(subject, wanted, jobs, os.dup(1))
        _quietly(subject, runner)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump((runner.survivors, runner.order) if runner.passed else None, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        found: tuple[list[str], list[str]] | None = pickle.load(pipe)
    os.wait()
    return found


def outside_survives(subject: Subject, mutant: Mutant, order: Sequence[str]) -> bool:
    """Whether an error outside of functions is not noticed."""
    child = os.fork()
    if child == 0:
        signal.alarm(40 * SECONDS)
        sorter = Sorter(order, _Finder(subject, mutant.tree(subject.source)))
        os._exit(0 if _quietly(subject, sorter) == 0 else 1)
    _, status = os.waitpid(child, 0)
    return status == 0


def equal() -> dict[str, dict[str, str]]:
    """For each module the mutants that compute the same, and why."""
    return tomllib.loads(EQUAL.read_text(encoding="utf-8"))


def run(subject: Subject, every: int, jobs: int) -> Result | None:
    """Run the mutants of a module; None where its tests fail as it stands."""
    short = subject.name.removeprefix("tradecli.")
    found = list(mutants(subject.source))
    same = equal().get(short, {})
    if gone := same.keys() - {one.name for one in found}:
        raise SystemExit(f"{EQUAL.name}: {short} has no {min(gone)!r}")
    left = [one for one in found if one.name not in same][::every]
    sys.stdout.flush()
    done = inside_functions(subject, [one for one in left if one.function], jobs)
    if done is None:
        return None
    survivors, order = done
    for one in left:
        if not one.function and outside_survives(subject, one, order):
            survivors.append(one.name)
            sys.stdout.write(f"survived: {one.lines[0]}: {one.name}\n")
    return Result(short, len(found), len(same), len(left), survivors)


def table(results: Sequence[Result]) -> Iterator[str]:
    """What became of all mutants."""
    heads = ("mutants", "equal", "run", "killed", "survived")
    yield f"{'module':28}" + "".join(f"{head:>10}" for head in heads) + f"{'share':>11}"
    yield from (result.line() for result in results)
    found, same, ran = (sum(one[place] for one in results) for place in (1, 2, 3))
    yield Result("all", found, same, ran, [name for one in results for name in one.survivors]).line()


def main(words: Sequence[str]) -> int:
    """Run the mutants of some modules, or of all, and print how many were killed."""
    os.chdir(CHECKOUT)
    # Imported once for all children; of the package itself nothing is, so that each takes its mutant.
    for heavy in ("duckdb", "polars", "pytest"):
        importlib.import_module(heavy)
    names = [word for word in words if not word.startswith("-")]
    options = dict(word.removeprefix("--").split("=") for word in words if "=" in word)
    subjects = [Subject.of(f"tradecli.{name.removeprefix('tradecli.')}") for name in names or TARGETS]
    if "--list" in words:
        sys.stdout.writelines(
            f"{one.name} {mutant.name}\n" for one in subjects for mutant in mutants(one.source)
        )
        return 0
    results = [run(one, int(options.get("every", 1)), int(options.get("jobs", 1))) for one in subjects]
    known = [one for one in results if one]
    if known:
        sys.stdout.writelines(f"{line}\n" for line in table(known))
    return 1 if len(known) < len(results) or any(one.share < WANTED for one in known) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
