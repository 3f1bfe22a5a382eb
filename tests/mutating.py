"""The mutants of a module: every small error of a few kinds that can be put into its code."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

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
    """One small error: where it stands, its lines, what it says, and how to make it."""

    #: The function it is in, by its class if any; empty outside of functions.
    function: str
    #: The lines of its statement: a test that comes by none of them cannot see it.
    lines: range
    name: str
    number: int
    change: Callable[[ast.AST], str]

    def tree(self, source: str) -> ast.Module:
        """The module with the error in it."""
        changed = ast.parse(source)
        self.change(list(_code(changed))[self.number].node)
        return ast.fix_missing_locations(changed)


class _Place(NamedTuple):
    """An expression that computes something, what it is part of, and where that stands."""

    node: ast.expr
    parent: ast.AST
    statement: ast.stmt
    function: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module; docstrings, annotations and imports are left alone."""
    seen: Counter[str] = Counter()
    for number, place in enumerate(_code(ast.parse(source))):
        # A number says little without what it is part of.
        shown = place.parent if isinstance(place.node, ast.Constant) else place.node
        inside = isinstance(shown, ast.expr)
        for change in _changes(place.node):
            again = copy.deepcopy(shown)
            target = next(
                new for old, new in zip(ast.walk(shown), ast.walk(again), strict=True) if old is place.node
            )
            after = change(target)
            if inside:
                after = ast.unparse(again)
            before = ast.unparse(shown if inside else place.node)
            text = f"{place.function or 'module'}: {before} -> {after}"
            seen[text] += 1
            name = f"{text} #{seen[text]}" if seen[text] > 1 else text
            yield Mutant(place.function, _lines(place.statement), name, number, change)


def _lines(statement: ast.stmt) -> range:
    """The lines of a statement; of a compound one those of its head."""
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return range(statement.lineno, max(last, statement.lineno) + 1)


def _code(
    tree: ast.AST, statement: ast.stmt | None = None, function: str = "", top: bool = True
) -> Iterator[_Place]:
    """The expressions that compute something, in a fixed order."""
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns", "decorator_list", "bases"}:
            continue
        inside, still = function, top
        if isinstance(tree, ast.ClassDef) and top:
            inside = f"{tree.name}."
        elif isinstance(tree, ast.FunctionDef) and top:
            # What an argument is by default is worked out outside of the function.
            inside, still = (function + tree.name, False) if name == "body" else ("", top)
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_text(child):
                continue
            within = child if isinstance(child, ast.stmt) else statement
            if isinstance(child, ast.expr) and within:
                yield _Place(child, tree, within, "" if still else inside)
            yield from _code(child, within, inside, still)


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
