"""The table of bars says what was measured; how fast that is, is no matter of tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.benchmarks import bars, measuring
from tests.benchmarks.bars import Row
from tests.benchmarks.claims import claims


@pytest.mark.parametrize(
    ("figure", "peak", "held"),
    [(1.0, 0.0, True), (1.01, 0.0, False), (0.5, 256.0, True), (0.5, 257.0, False)],
)
def test_a_bar_is_missed_by_time_or_by_memory(figure: float, peak: float, held: bool) -> None:
    row = Row("a question / another", figure, "x", 1.0, peak, "7 figures equal")
    assert row.held is held
    assert ("held" in str(row), "MISSED" in str(row)) == (held, not held)
    assert f"{figure:.2f} x" in str(row)
    assert "7 figures equal" in str(row)


def test_every_second_claim_is_made_false() -> None:
    assert [true for _, true in claims(4)] == [True, False, True, False]


def test_trade_with_one_partner_is_compared_with_duckdb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("duckdb", reason="the figures are compared with DuckDB's")
    runs: dict[str, measuring.Run] = {}
    run = measuring.run
    monkeypatch.setattr(measuring, "run", lambda one: runs.setdefault(one.name, run(one)))
    first, again = bars._partner(tmp_path, 20_000, 1)
    assert first.compared == again.compared
    assert int(first.compared.split()[0]) > 200
    # One that differs by a dollar is no measurement.
    monkeypatch.setattr(measuring, "run", _with_a_dollar_more(runs))
    with pytest.raises(measuring.Failed, match="2 figures of one side are not the other's"):
        list(bars._partner(tmp_path, 20_000, 1))


def _with_a_dollar_more(runs: Mapping[str, measuring.Run]) -> Callable[[measuring.Contender], measuring.Run]:
    """What was run already, and what DuckDB said changed."""

    def changed(contender: measuring.Contender) -> measuring.Run:
        made = runs[contender.name]
        if contender.name != "duckdb":
            return made
        return made._replace(out=made.out.replace(b"]]", b"1]]"))

    return changed
