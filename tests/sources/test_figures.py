"""The layout of our own, for figures read one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tradecli.errors import InvalidData
from tradecli.sources import SOURCES
from tradecli.sources.figures import HEADER
from tradecli.sources.reading import Snapshot

ROW = "2,US,balance,TOTAL,total,none,year_to_date,2025-11,131800000000,100000000"


def file(*rows: str) -> bytes:
    return "".join(f"{row}\n" for row in (",".join(HEADER), *rows)).encode()


def test_a_figure_keeps_its_article_and_its_last_digit(snapshot: Callable[..., Snapshot]) -> None:
    found = SOURCES["mof"].parse(snapshot("press.csv", file(ROW))).observations.row(0, named=True)
    assert found["value"] == 131_800_000_000
    assert found["precision"] == 100_000_000
    assert found["origin"] == "made-up-2"
    assert (found["partner"], found["flow"], found["span"]) == ("US", "balance", "year_to_date")
    assert found["period"] == date(2025, 11, 1)


def test_the_figure_of_the_news_is_embedded(fixture: Callable[[str], Snapshot]) -> None:
    rows = SOURCES["mof"].parse(fixture("mof/2026-01-09/press.csv")).observations
    found = rows.filter(partner="US", flow="balance", span="year_to_date")
    assert found["value"].to_list() == [131_800_000_000]


def test_a_deficit_of_the_other_side_is_a_balance(fixture: Callable[[str], Snapshot]) -> None:
    rows = SOURCES["census"].parse(fixture("census/2026-10-07/figures.csv")).observations
    found = rows.filter(period=date(2026, 8, 1)).row(0, named=True)
    assert (found["reporter"], found["partner"], found["value"]) == ("US", "TW", -19_817_100_000)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("US,", "XX,", "row 2: no place has the code 'XX'"),
        ("balance", "surplus", "flow 'surplus'; expected export, import, balance"),
        ("TOTAL", "TOTALS", "no commodity is called"),
        (",none", ",sa", "adjustment 'sa'"),
        ("year_to_date", "ytd", "span 'ytd'"),
        ("2025-11", "2025-13", "period '2025-13'; expected a month"),
        ("2025-11", "2025-11-01", "period"),
        ("131800000000", "131,8", "row .* has 11 cells"),
        ("131800000000", "131.8e9", "'131.8e9' is not a number"),
        ("131800000000", "131850000000", "finer than its last digit"),
        (",100000000", ",0", "finer than its last digit"),
    ],
)
def test_damage_is_refused(snapshot: Callable[..., Snapshot], old: str, new: str, message: str) -> None:
    content = file(ROW.replace(old, new))
    with pytest.raises(InvalidData, match=message):
        SOURCES["mof"].parse(snapshot("press.csv", content))


def test_a_negative_flow_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    content = file(ROW.replace("balance", "export").replace("1318", "-1318"))
    with pytest.raises(InvalidData, match="exports of US TOTAL in 2025-11: -131800000000 is negative"):
        SOURCES["mof"].parse(snapshot("press.csv", content))


def test_the_same_figure_twice_is_refused_even_from_two_articles(snapshot: Callable[..., Snapshot]) -> None:
    other = ROW.replace("2,US", "3,US").replace("1318", "1319")
    with pytest.raises(InvalidData, match="row 3: the figure is duplicated"):
        SOURCES["mof"].parse(snapshot("press.csv", file(ROW, other)))


def test_another_header_is_refused(snapshot: Callable[..., Snapshot]) -> None:
    content = file(ROW).replace(b"value (US$)", b"value (US$ million)")
    with pytest.raises(InvalidData, match="header 'article,partner"):
        SOURCES["census"].parse(snapshot("figures.csv", content))
