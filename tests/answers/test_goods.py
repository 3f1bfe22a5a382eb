"""Partners and drivers of goods, against the same figures added up by another engine."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import pytest

from tests.conftest import Ran
from tradecli.data import observations

Run = Callable[..., Ran]
PAIR = ("--reporter", "US", "--partner", "TW", "--commodity")
US = ("--reporter", "US", "--commodity", "85", "--through", "2024-12", "--format", "csv")


@pytest.fixture(name="sums", scope="module")
def _sums() -> dict[tuple[str, int], int]:
    """US imports of chapter 85 by partner and year, in dollars; the newest vintage of each month."""
    path = observations("census")
    rows = duckdb.sql(f"""
        select partner, year(period), sum(value) from (
            select partner, period, arg_max(value, vintage) as value from '{path}'
            where classification = 'hs' and commodity = '85' and flow = 'import' and span = 'month'
            group by partner, period)
        group by partner, year(period)""").fetchall()
    return {(partner, year): int(value) for partner, year, value in rows}


def test_partners_are_ranked_by_goods(run: Run, sums: dict[tuple[str, int], int]) -> None:
    ran = run("partners", "--by", "import", *US)
    assert ran.code == 0, ran.err
    ranked = [row for row in ran.rows if row["role"] == "part"]
    assert [row["partner"] for row in ranked[:4]] == ["CN", "MX", "VN", "TW"]
    for row in ranked:
        assert int(row["value"]) == sums[row["partner"], 2024]
    (total,) = [row for row in ran.rows if row["role"] == "total"]
    assert int(total["value"]) == sums["WORLD", 2024]


def test_contributions_of_partners_to_goods(run: Run, sums: dict[tuple[str, int], int]) -> None:
    ran = run("drivers", "--flow", "import", *US)
    assert ran.code == 0, ran.err
    (taiwan,) = [row for row in ran.rows if row.get("part") == "TW" or row.get("code") == "TW"]
    moved = sums["TW", 2024] - sums["TW", 2023]
    assert float(taiwan["contribution"]) == pytest.approx(100 * moved / sums["WORLD", 2023])


def test_the_advantage_is_a_share_of_goods_over_a_share_of_all(
    run: Run, sums: dict[tuple[str, int], int]
) -> None:
    """All goods as they were known on the day of the chapter's figures, by another engine."""
    path = observations("census")
    rows = duckdb.sql(f"""
        select partner, sum(value) from (
            select partner, period, arg_max(value, vintage) as value from '{path}'
            where classification = 'total' and flow = 'import' and span = 'month' and adjustment = 'none'
              and reporter = 'US' and year(period) = 2024 and vintage <= '2025-10-18'
              and partner in ('CN', 'MX', 'TW', 'WORLD')
            group by partner, period)
        group by partner""").fetchall()
    every = {partner: int(value) for partner, value in rows}
    ran = run("partners", "--by", "import", *US)
    found = {row["partner"]: row for row in ran.rows}
    for partner in ("CN", "MX", "TW"):
        share = sums[partner, 2024] / sums["WORLD", 2024]
        expected = share / (every[partner] / every["WORLD"])
        assert float(found[partner]["advantage"]) == pytest.approx(expected)
        assert float(found[partner]["advantage_symmetric"]) == pytest.approx((expected - 1) / (expected + 1))
    assert not found["WORLD"]["advantage"]
    for words in (("--by", "import", "--reporter", "US"), ("--by", "export", "--commodity", "854231")):
        assert not any(row["advantage"] for row in run("partners", *words, "--format", "csv").rows)


def test_goods_stand_in_the_title(run: Run) -> None:
    shown = run("partners", "--by", "import", *US[:-1], "table").out
    assert "by imports of electrical and electronic equipment (HS 85), 2024" in shown.splitlines()[0]


def test_goods_of_one_partner_are_not_told_apart(run: Run) -> None:
    refused = run("drivers", "--partner", "TW", *US)
    assert refused.code == 2
    assert "leave out --partner" in refused.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("imports", *PAIR, "8542"), "census has hs:85; get hs:8542"),
        (("imports", *PAIR, "積體電路"), "hs:8542; get it: trade fetch"),
        (("exports", "--commodity", "8542"), "hs:854231, hs:854232"),
        (("exports", "--partner", "US", "--commodity", "8542"), "hs:854239 of trade with the world alone"),
        (("exports", *PAIR, "85"), "--commodity hs:85"),
        (("exports", "--reporter", "KR", "--partner", "US", "--commodity", "85"), "trade fetch comtrade"),
        (("partners", "--reporter", "US", "--commodity", "8542"), "--commodity hs:8542"),
    ],
)  # fmt: skip
def test_goods_that_are_not_held_are_refused_with_what_brings_them(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    refused = run(*words)
    assert refused.code == 3
    assert said in refused.err
    assert not refused.out
