"""The layout of our own for series: what it takes, and what it refuses."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from tradecli.errors import InvalidData
from tradecli.sources import IDS, SOURCES, bounds, wide
from tradecli.sources.reading import Snapshot
from tradecli.sources.recognition import recognise

HEADER = (
    "source,reporter,partner,flow,commodity,classification,adjustment,span,currency,unit,2025-10,2025-11\n"
)
ROW = "ons,GB,US,export,TOTAL,total,none,month,GBP,1000000,4702,5017\n"
Made = Callable[..., Snapshot]


def text(*rows: str, header: str = HEADER) -> bytes:
    return "".join((header, *rows)).encode()


def test_a_cell_is_so_many_of_its_unit(snapshot: Made) -> None:
    rows = SOURCES["ons"].parse(snapshot("trade.csv", text(ROW))).observations
    assert rows["value"].to_list() == [4_702_000_000, 5_017_000_000]
    assert rows["precision"].to_list() == [1_000_000] * 2
    assert rows.select("source", "reporter", "partner", "currency").unique().rows() == [
        ("ons", "GB", "US", "GBP")
    ]


def test_packed_or_not_is_the_same(snapshot: Made) -> None:
    whole, packed = (
        SOURCES["ons"].parse(snapshot("trade.csv", content)).observations
        for content in (text(ROW), gzip.compress(text(ROW)))
    )
    assert whole.equals(packed)


def test_an_empty_cell_makes_no_row_and_units_may_change(snapshot: Made) -> None:
    other = "ons,GB,US,export,TOTAL,total,none,month,GBP,1,,5017123456\n"
    content = text(ROW.replace("5017", ""), other)
    rows = SOURCES["ons"].parse(snapshot("trade.csv", content)).observations.sort("period")
    assert rows["value"].to_list() == [4_702_000_000, 5_017_123_456]
    assert rows["precision"].to_list() == [1_000_000, 1]


@pytest.mark.parametrize("source", IDS)
def test_every_source_reads_it_and_is_found_by_its_name(source: str, snapshot: Made) -> None:
    described = SOURCES[source]
    reporter = described.reporters[0] if described.reporters else "KR"
    row = ROW.replace("GB,US", f"{reporter},SG").replace("ons", source).replace("GBP", described.currency)
    rows = described.parse(snapshot("trade.csv", text(row))).observations
    assert set(rows["reporter"]) == {reporter}
    assert set(rows["currency"]) == {described.currency}
    for content in (text(row), gzip.compress(text(row))):
        assert recognise(content, "trade.csv").id == source


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("reporter,partner", "partner,reporter", "expected source,reporter"),
        ("unit,2025-10", "unit,2025-13", "expected a month such as 2025-11"),
        ("2025-10,2025-11", "2025-11,2025-10", "not in order"),
        ("2025-10,2025-11", "2025-10,2025-10", "not in order"),
        ("ons,GB", "mof,GB", "mof in GBP; expected ons in GBP"),
        ("GBP", "USD", "ons in USD; expected ons in GBP"),
        (",US,", ",XX9,", "no place has the code XX9"),
        ("export", "sale", "flow 'sale'; expected export, import"),
        ("none", "some", "adjustment 'some'"),
        (",month,", ",fortnight,", "span 'fortnight'"),
        (",TOTAL,total", ",NOWHERE,mof", "no commodity is called"),
        ("1000000", "0", "unit 0; expected 1 or more"),
        ("1000000", "1e6", "'1e6' is not a number"),
        ("4702", "4,702", "has 13 cells"),
        ("4702", "47.02", "'47.02' is not a number"),
        ("4702", "n/a", "'n/a' is not a number"),
        ("4702", "９", "is not a number"),
        ("4702", "99999999999", "larger than any trade figure"),
        ("4702", "-4702", "negative"),
    ],
)
def test_what_is_not_so_is_refused(snapshot: Made, old: str, new: str, message: str) -> None:
    content = text(ROW).decode()
    assert old in content
    with pytest.raises(InvalidData, match=message):
        SOURCES["ons"].parse(snapshot("trade.csv", content.replace(old, new, 1).encode()))


def test_a_figure_stands_once(snapshot: Made) -> None:
    again = ROW.replace("1000000", "1").replace("4702,", ",")
    with pytest.raises(InvalidData, match="row 3: the figure is duplicated"):
        SOURCES["ons"].parse(snapshot("trade.csv", text(ROW, again)))


def test_a_damaged_or_swollen_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(text(ROW))
    for size in range(3, len(packed), 7):
        with pytest.raises(InvalidData, match="not a readable gzip file"):
            wide.unpacked(packed[:size], name="trade.csv.gz")
    monkeypatch.setattr(bounds, "BYTES", 100)
    with pytest.raises(InvalidData, match="larger than 100 bytes"):
        wide.unpacked(packed, name="trade.csv.gz")


def test_a_name_that_is_no_source_is_refused() -> None:
    with pytest.raises(InvalidData, match="no source is called weather"):
        recognise(text(ROW.replace("ons", "weather")), "trade.csv")
