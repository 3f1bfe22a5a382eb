"""Mutants: small errors put into the core one by one, to see whether the tests notice.

    python -m tests.mutants [MODULE ...] [--list] [--every=N]

Each mutant runs its module's tests in a child of its own until the first fails; with `--every` only each
Nth is run. What no test can see, since it computes the same, stands in `mutants.toml` with the reason.
Ends with 1 where fewer than 95 in a hundred of the others are killed.
"""

from __future__ import annotations

import ast
import copy
import importlib.abc
import importlib.util
import os
import signal
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

CHECKOUT = Path(__file__).parent.parent
EQUAL = Path(__file__).with_suffix(".toml")
#: Of the mutants that differ at all, so many in a hundred must be killed.
WANTED = 95
#: A mutant that does not end by then never would.
SECONDS = 300
_VERDICTS = ("tests/answers/test_check.py", "tests/answers/test_verdicts.py", "-k", "not stated_is_never")
_EXPLAINED = (*_VERDICTS[:2], "tests/answers/test_explanations.py")
#: The modules of the core, and the tests that are to notice.
TARGETS: dict[str, tuple[str, ...]] = {
    "tradecli.reports.judge": _VERDICTS,
    "tradecli.reports.verdict": _VERDICTS,
    "tradecli.reports.possible": _VERDICTS,
    "tradecli.reports.measure": _VERDICTS,
    "tradecli.reports.chance": _EXPLAINED,
    "tradecli.reports.alternatives": _EXPLAINED,
    "tradecli.reports.explanations": _EXPLAINED,
    "tradecli.plausibility": ("tests/test_plausibility.py",),
    "tradecli.statistics.coverage": ("tests/sources/test_sources.py", "tests/commands/test_snapshots.py"),
    "tradecli.statistics.windows": (
        "tests/statistics/test_windows.py",
        "tests/properties/test_windows_against_oracle.py",
    ),
    "tradecli.statistics.records": (
        "tests/statistics/test_records.py",
        "tests/statistics/test_single_ranks.py",
        "tests/properties/test_records_against_oracle.py",
    ),
    "tradecli.statistics.band": _VERDICTS,
}
SWAPS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}


class Mutant(NamedTuple):
    """One small error: where it stands, what it says, and the module with it."""

    name: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module; docstrings, annotations and imports are left alone."""
    tree = ast.parse(source)
    for number, node in enumerate(_code(tree)):
        for change in _changes(node):
            changed = copy.deepcopy(tree)
            target = list(_code(changed))[number]
            before = ast.unparse(target)
            after = change(target)
            yield Mutant(f"{node.lineno}: {before} -> {after}", ast.fix_missing_locations(changed))


def _code(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that compute something, in a fixed order."""
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns", "decorator_list", "bases"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_text(child):
                continue
            if isinstance(child, ast.expr):
                yield child
            yield from _code(child)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(node: ast.expr) -> Iterator[Callable[[ast.AST], str]]:
    """The ways to get an expression wrong; each changes a node in place and gives its new text."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in SWAPS.get(type(operator), ()):
                yield lambda n, place=place, other=other: _put(n, "ops", other(), place)
    elif isinstance(node, ast.BinOp | ast.BoolOp):
        for other in SWAPS.get(type(node.op), ()):
            yield lambda n, other=other: _put(n, "op", other())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub | ast.Invert):
        yield _undone
    elif isinstance(node, ast.IfExp):
        yield _swapped
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield lambda n: _put(n, "value", not n.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield lambda n: _put(n, "value", n.value + 1)


def _put(node: ast.AST, field: str, value: object, place: int | None = None) -> str:
    if place is None:
        setattr(node, field, value)
    else:
        getattr(node, field)[place] = value
    return ast.unparse(node)


def _undone(node: ast.AST) -> str:
    """`not x` and `-x` twice: the truth of x, and x."""
    node.operand = ast.UnaryOp(node.op, node.operand)  # type: ignore[attr-defined]
    return ast.unparse(node)


def _swapped(node: ast.AST) -> str:
    node.body, node.orelse = node.orelse, node.body  # type: ignore[attr-defined]
    return ast.unparse(node)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module as a mutant."""

    def __init__(self, name: str, tree: ast.Module, path: Path) -> None:
        self.name, self.tree, self.path = name, tree, path

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)


def killed(name: str, path: Path, mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether the tests notice a mutant; run in a child, so that each begins afresh."""
    child = os.fork()
    if child == 0:
        import pytest

        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        signal.alarm(SECONDS)
        sys.meta_path.insert(0, _Finder(name, mutant.tree, path))
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", *tests])
        os._exit(0 if code == 0 else 1)
    _, status = os.waitpid(child, 0)
    return status != 0


def equal() -> dict[str, dict[str, str]]:
    """For each module the mutants that compute the same, and why."""
    return tomllib.loads(EQUAL.read_text(encoding="utf-8")) if EQUAL.exists() else {}


def main(words: Sequence[str]) -> int:
    """Run the mutants of some modules, or of all, and print how many were killed."""
    os.chdir(CHECKOUT)
    # Imported once for all children; of the package itself nothing is, so that each takes its mutant.
    for heavy in ("duckdb", "polars", "pytest"):
        importlib.import_module(heavy)
    wanted = [word for word in words if not word.startswith("-")] or list(TARGETS)
    every = next((int(word.partition("=")[2]) for word in words if word.startswith("--every=")), 1)
    failed = False
    for name in (f"tradecli.{word.removeprefix('tradecli.')}" for word in wanted):
        path = CHECKOUT / f"{name.replace('.', '/')}.py"
        same = equal().get(name.removeprefix("tradecli."), {})
        found = list(mutants(path.read_text(encoding="utf-8")))
        if "--list" in words:
            sys.stdout.write("".join(f"{name} {one.name}\n" for one in found))
            continue
        whole = Mutant("", ast.parse(path.read_text(encoding="utf-8")))
        if killed(name, path, whole, TARGETS[name]):
            sys.stdout.write(f"{name}: its tests fail as it stands\n")
            failed = True
            continue
        left = [one for one in found if one.name.partition(": ")[2] not in same][::every]
        survivors = []
        for one in left:
            if not killed(name, path, one, TARGETS[name]):
                survivors.append(one.name)
                sys.stdout.write(f"{name} survived {one.name}\n")
                sys.stdout.flush()
        share = 100 * (len(left) - len(survivors)) / max(1, len(left))
        failed |= share < WANTED
        sys.stdout.write(
            f"{name}: {len(found)} mutants, {len(left)} run, "
            f"{len(left) - len(survivors)} killed ({share:.1f} %)\n"
        )
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
