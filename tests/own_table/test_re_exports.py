"""`exports --re-exports`: a table that writes them apart, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tradecli
from tests.conftest import Ran
from tradecli.errors import QueryError

Trade = Callable[..., Ran]
#: Exports of 10 and 12 million, 4 and 6 of them re-exports; imports of 5 each, of which 1 came back in one.
HEADER = "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue"
ROWS = """\
202501,344,X,156,TOTAL,10000000
202501,344,RX,156,TOTAL,4000000
202501,344,M,156,TOTAL,5000000
202501,344,RM,156,TOTAL,1000000
202502,344,X,156,TOTAL,12000000
202502,344,RX,156,TOTAL,6000000
202502,344,M,156,TOTAL,5000000
202502,344,X,842,TOTAL,3000000
"""


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    path = tmp_path / "comtrade.csv"
    path.write_text(f"{HEADER}\n{ROWS}")
    return path


def cells(answer: tradecli.Answer) -> list[tuple[object, ...]]:
    names = ("value", "re_traded", "re_traded_share", "without_re_traded", "re_traded_note")
    return [tuple(row[name] for name in names) for row in answer.df.to_dicts()]


def test_re_exports_stand_beside_exports_and_are_never_added(table: Path) -> None:
    answer = tradecli.exports("CN", table=str(table), re_exports=True)
    assert cells(answer) == [
        (10_000_000, 4_000_000, 40.0, 6_000_000, None),
        (12_000_000, 6_000_000, 50.0, 6_000_000, None),
    ]
    quarter = tradecli.exports("CN", table=str(table), re_exports=True, by="quarter", through="2025-02")
    assert cells(quarter)[0][1:] == (None, None, None, "missing")


def test_a_month_without_a_row_of_them_has_none_known(table: Path) -> None:
    assert cells(tradecli.imports("CN", table=str(table), re_imports=True)) == [
        (5_000_000, 1_000_000, 20.0, 4_000_000, None),
        (5_000_000, None, None, None, "missing"),
    ]
    # No row at all of this partner: nothing stands beside its exports.
    [row] = cells(tradecli.exports("US", table=str(table), re_exports=True))
    assert row == (3_000_000, None, None, None, "missing")


def test_who_does_not_write_them_apart_is_refused(table: Path, tmp_path: Path, trade: Trade) -> None:
    with pytest.raises(QueryError, match="do not tell re-exports and re-imports apart"):
        tradecli.exports("US", re_exports=True)
    plain = tmp_path / "plain.csv"
    plain.write_text("\n".join(line for line in table.read_text().splitlines() if ",RX," not in line))
    with pytest.raises(QueryError, match="does not tell re-exports apart"):
        tradecli.exports("CN", table=str(plain), re_exports=True)
    chinese = trade("exports", "us", "--re-exports", "--lang", "zh")
    assert chinese.code == 2
    assert "未分列復出口與復進口" in chinese.err


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ("re-exports", "domestic")), ("zh", ("復出口", "國產品"))]
)
def test_a_table_for_people_has_them(table: Path, trade: Trade, lang: str, words: tuple[str, ...]) -> None:
    asked = ("--table", str(table), "--re-exports", "--format", "table", "--lang", lang)
    shown = trade("exports", "--partner", "CN", *asked)
    assert shown.code == 0, shown.err
    assert all(word in shown.out for word in words)
    assert words[0] in trade("exports", "--partner", "CN,US", "--through", "2025-02", *asked).out
