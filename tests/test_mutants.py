"""The mutation command: what it changes, and that what it leaves out is there and has a reason."""

from __future__ import annotations

import pytest

from tests.mutants import TARGETS, Result, Subject, equal, table
from tests.mutating import mutants

SOURCE = '''
LIMIT = 3


class Pair:
    """One of two."""

    first: int = 1

    def larger(self, other: int = 2) -> bool:
        """Not changed: 5 < 6."""
        return self.first < other and not self.first == -1
'''


def test_every_small_error_of_a_module() -> None:
    assert {one.name for one in mutants(SOURCE)} == {
        "module: 3 -> 4",
        "module: 1 -> 2",
        "module: 2 -> 3",
        "Pair.larger: self.first < other and (not self.first == -1) -> "
        "self.first < other or not self.first == -1",
        "Pair.larger: self.first < other -> self.first <= other",
        "Pair.larger: self.first < other -> self.first > other",
        "Pair.larger: not self.first == -1 -> not not self.first == -1",
        "Pair.larger: self.first == -1 -> self.first != -1",
        "Pair.larger: -1 -> --1",
        "Pair.larger: -1 -> -2",
    }


def test_a_mutant_computes_something_else() -> None:
    (mutant,) = (one for one in mutants(SOURCE) if one.name.endswith("self.first <= other"))
    found: dict[str, type] = {}
    exec(compile(mutant.tree(SOURCE), "pair", "exec"), found)
    assert found["Pair"]().larger(1) is True
    assert mutant.lines == range(12, 13)
    assert mutant.function == "Pair.larger"


@pytest.mark.parametrize("module", TARGETS)
def test_names_are_told_apart_and_those_left_out_are_there(module: str) -> None:
    names = [one.name for one in mutants(Subject.of(module).source)]
    assert len(set(names)) == len(names)
    left_out = equal().get(module.removeprefix("tradecli."), {})
    assert left_out.keys() <= set(names)
    assert all(left_out.values())
    # The bar is of what differs: leaving much out would be no way over it.
    assert len(left_out) * 5 <= len(names)


def test_the_table() -> None:
    results = [Result("one", 20, 2, 18, ["a"]), Result("two", 10, 0, 10, [])]
    heads, one, two, whole = (line.split() for line in table(results))
    assert heads[1:] == ["mutants", "equal", "run", "killed", "survived", "share"]
    assert one == ["one", "20", "2", "18", "17", "1", "94.4", "%"]
    assert two == ["two", "10", "0", "10", "10", "0", "100.0", "%"]
    assert whole == ["all", "30", "2", "28", "27", "1", "96.4", "%"]
