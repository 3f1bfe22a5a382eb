"""Codes of goods with points, words or apostrophes are read as the codes that they are, each level once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]
NAMED = "period=month,partner=country,flow=flow,value=value_usd"
#: A chapter of 100, all of it in two subheadings of 60 and 40, as codes are written.
CODES = {
    "points": ("85", "8542.31", "8541.10"),
    "points between all": ("85", "85.42.31", "85.41.10"),
    "blanks": ("85", "8542 31", "8541 10"),
    "words": ("85 - Machinery", "854231 - Processors, 32 bit", "854110 Diodes"),
    "apostrophes": ("'85", "'854231", "'854110"),
    "the name of the list": ("HS 85", "HS 8542.31", "HS 8541.10"),
}


def asked(trade: Trade, tmp_path: Path, codes: tuple[str, ...], *more: str) -> Ran:
    rows = [
        f'2025-{month},US,E,"{code}",{value}'
        for month in (10, 11)
        for code, value in zip(codes, (100, 60, 40), strict=True)
    ]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["month,country,flow,hs,value_usd", *rows, ""]), encoding="utf-8")
    of = ("exports", "us", "2025-11", "--months", "1", "--table", str(path), "--format", "csv")
    return trade(*of, "--columns", f"{NAMED},commodity=hs", *more)


@pytest.mark.parametrize("name", CODES)
def test_levels_are_not_added_however_codes_are_written(trade: Trade, tmp_path: Path, name: str) -> None:
    assert asked(trade, tmp_path, CODES[name]).rows[0]["value"] == "100"
    assert asked(trade, tmp_path, CODES[name], "--commodity", "hs:8542").rows[0]["value"] == "60"


def test_another_engine_reads_them_alike(trade: Trade, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    goods = ("--commodity", "hs:8542", "--engine", "duckdb")
    assert asked(trade, tmp_path, CODES["words"], *goods).rows[0]["value"] == "60"


def test_a_lost_zero_behind_the_point_is_not_put_back(trade: Trade, tmp_path: Path) -> None:
    # 8542.3 may be 8542.30, or heading 8542 and something else; within chapter 85 it is in any case.
    assert asked(trade, tmp_path, ("85", "8542.3", "85XXXXXX")).rows[0]["value"] == "100"
    ran = asked(trade, tmp_path, ("85", "8542.3", "8541.10"), "--commodity", "hs:8542")
    assert ran.code == 5


def test_goods_and_services_are_never_added(trade: Trade, tmp_path: Path) -> None:
    rows = [f"2025-11,US,E,{kind},{value}" for kind, value in (("Goods", 5), ("Services", 3))]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["month,country,flow,product_type,value_usd", *rows, ""]), encoding="utf-8")
    of = ("exports", "us", "2025-11", "--months", "1", "--table", str(path), "--format", "csv")
    assert trade(*of, "--columns", NAMED).code == 5
    assert trade(*of, "--columns", f"{NAMED},where.product_type=Goods").rows[0]["value"] == "5"


def test_money_and_what_is_none_are_never_added(trade: Trade, tmp_path: Path) -> None:
    rows = [f"2025-11,US,E,{unit},{value}" for unit, value in (("MIO_EUR", 5), ("PCH_SM", 3), ("THS_T", 2))]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["month,country,flow,UNIT,value", *rows, ""]), encoding="utf-8")
    ran = trade(
        "exports", "us", "2025-11", "--table", str(path), "--columns", NAMED.replace("value_usd", "value")
    )
    assert ran.code == 5
    assert "where.UNIT=VALUE" in ran.err
