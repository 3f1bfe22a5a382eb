"""Series of FRED."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tradecli.errors import InvalidData
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot

FRED = SOURCES["fred"]
Make = Callable[..., Snapshot]
#: The bureau's figures of January to March 2022 (country.xlsx of 2023-03).
TAIWAN = "observation_date,IMP5830\n2022-01-01,7169.669882\n2022-02-01,6581.520227\n2022-03-01,8370.781547\n"


def test_figures_of_the_sample(shared: Path, snapshot: Make) -> None:
    content = (shared / "samples/fred_IMP5830.CONSTRUCTED.csv").read_bytes()
    found = FRED.parse(snapshot("imp5830.csv", content))
    rows = (
        check(found.observations).select("reporter", "partner", "flow", "period", "value", "precision").rows()
    )
    assert rows[0] == ("US", "TW", "import", date(2022, 1, 1), 7_169_669_882, 1)
    assert len(rows) == 3
    assert found.notices == ("imp5830.csv: IMP5830 has no figure for 2022-04",)


@pytest.mark.parametrize("header", ["observation_date", "DATE"])
@pytest.mark.parametrize("missing", [".", ""])
def test_both_headers_and_both_signs_of_no_figure(snapshot: Make, header: str, missing: str) -> None:
    text = TAIWAN.replace("observation_date", header).replace("6581.520227", missing)
    found = FRED.parse(snapshot("x.csv", text.encode()))
    assert found.observations["value"].to_list() == [7_169_669_882, 8_370_781_547]
    assert found.notices == ("x.csv: IMP5830 has no figure for 2022-02",)


def test_both_flows_in_one_file(snapshot: Make) -> None:
    text = "DATE,IMP5830,EXP5830\n2022-01-01,7169.669882,3000.1\n"
    found = check(FRED.parse(snapshot("x.csv", text.encode())).observations)
    assert found.select("flow", "value", "precision").rows() == [
        ("import", 7_169_669_882, 1),
        ("export", 3_000_100_000, 100_000),
    ]


def test_a_series_of_something_else_is_told(snapshot: Make) -> None:
    text = TAIWAN.replace("IMP5830", "IMP5830,UNRATE").replace("9882", "9882,4").replace("0227", "0227,4")
    found = FRED.parse(snapshot("x.csv", text.replace("1547", "1547,4").encode()))
    assert found.notices == ("x.csv: series 'UNRATE' is not known and is left out",)
    assert found.observations.height == 3


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("IMP5830", "UNRATE", "no series such as IMP5830"),
        ("observation_date", "date", "first cell 'date'"),
        ("2022-02-01", "2022-02-02", "the first day of a month"),
        ("2022-02-01", "2022-02-30", "the first day of a month"),
        ("2022-02-01", "2022-13-01", "the first day of a month"),
        ("2022-02-01", "2022-01-01", "after 2022-01 comes 2022-01"),
        ("2022-02-01,6581.520227\n", "", "after 2022-01 comes 2022-03"),
        ("6581.520227", "6,581.520227", "cells"),
        ("6581.520227", "ND", "'ND' is not a number"),
        ("6581.520227", "6581520.227", "so much in a month"),
        ("6581.520227", "6.581520227", "expected more, as when the unit is millions"),
        ("8370.781547\n", "8370.78", "the last line does not end"),
    ],
)
def test_damage_is_refused(snapshot: Make, old: str, new: str, message: str) -> None:
    assert old in TAIWAN
    with pytest.raises(InvalidData, match=message):
        FRED.parse(snapshot("x.csv", TAIWAN.replace(old, new).encode()))
