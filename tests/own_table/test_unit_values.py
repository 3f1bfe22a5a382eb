"""Unit values of own records: every quantity and ratio here is worked out by hand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import tradecli as trade
from tradecli.errors import QueryError
from tradecli.model.figure import Figure, Window
from tradecli.model.money import Money
from tradecli.statistics.unit_value import unit_value_of, unit_values

#: 2026-01-05, after every period of these files.
WRITTEN = 1_767_614_400
HEADER = "month,partner,flow,usd,hs,kg,u"
COLUMNS = "period=month,value=usd,commodity=hs,quantity=kg,quantity_unit=kg"
ROWS = (
    # January 2024: 1,000 of 10 kg, and 500 without a weight: 100 a kg, of two thirds of the value.
    *("2024-01,US,E,1000,854231,10,kg", "2024-01,US,E,500,854231,,kg"),
    # January 2025: 3,000 of 20 kg, and 1,000 of no weight: 150 a kg, half as much again, of three quarters.
    *("2025-01,US,E,3000,854231,20,kg", "2025-01,US,E,1000,854231,0,kg"),
    # A correction of the value alone counts with its weight; one with a weight below zero does not.
    *("2025-01,JP,E,700,854231,7,kg", "2025-01,JP,E,-100,854231,-1,kg", "2025-01,JP,E,-50,854231,3,kg"),
    # Pieces, of other goods.
    *("2025-01,US,E,90,870323,3,pcs", "2025-01,KR,E,40,850110,,kg"),
    # An area is the sum of its members: 160 of 5 kg.
    *("2025-01,CN,E,100,854231,4,kg", "2025-01,HK,E,60,854231,1,kg"),
    # What is not known of a value has no weight either.
    '2025-02,US,E,800,854231,"1,004.5",kg',
    "2025-02,US,E,,854231,99,kg",
)


def written(folder: Path, *rows: str, header: str = HEADER, name: str = "t.csv") -> str:
    path = folder / name
    path.write_text("\n".join((header, *rows)) + "\n")
    os.utime(path, (WRITTEN, WRITTEN))
    return str(path)


def asked(path: str, partner: Any, period: str, *, columns: str = COLUMNS, **said: Any) -> dict[str, Any]:
    """The row of one period, by partner where there are several."""
    said = {"commodity": "hs:8542", "unit_value": True, "months": 1} | said
    answer = trade.exports(partner, period, table=path, columns=columns, **said)
    return answer.df.to_dicts()[-1]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("records"), *ROWS)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize(
    ("partner", "period", "quantity", "value", "share"),
    [
        ("US", "2024-01", 10, 100, 100 * 1000 / 1500),
        ("US", "2025-01", 20, 150, 75),
        # 650 of 10 kg: 700 and -50; all that is exported is 550.
        ("JP", "2025-01", 10, 65, 100 * 650 / 550),
        ("US", "2025-02", 1004.5, 800 / 1004.5, 100),
        ("CN+HK", "2025-01", 5, 32, 100),
        # 3,810 of 35 kg.
        ("WORLD", "2025-01", 35, 3810 / 35, 100 * 3810 / 4710),
    ],
)
def test_a_unit_value_is_of_the_records_that_have_both(
    records: str, partner: str, period: str, quantity: float, value: float, share: float, engine: str
) -> None:
    row = asked(records, partner, period, engine=engine, skip_bad=True)
    assert (row["quantity"], row["quantity_unit"], row["unit_value_note"]) == (quantity, "kg", None)
    assert row["unit_value"] == pytest.approx(value, rel=1e-12)
    assert row["quantity_share"] == pytest.approx(share, rel=1e-12)


def test_its_growth_is_on_the_unit_value_of_the_year_before(records: str) -> None:
    answer = trade.exports(
        "US", "2025-01", months=1, commodity="hs:8542", unit_value=True, table=records, columns=COLUMNS
    )
    [row] = answer.df.to_dicts()
    assert (row["unit_value"], row["unit_value_yoy"]) == (150.0, 50.0)
    assert any("75.0 % of the value shown has a quantity" in note.text for note in answer.notes)
    assert "+50.0 %" in str(answer)


def test_without_a_quantity_there_is_no_unit_value_and_no_zero(records: str) -> None:
    row = asked(records, "KR", "2025-01", commodity="hs:8501")
    assert (row["value"], row["quantity"], row["quantity_share"]) == (40, 0.0, 0.0)
    assert (row["unit_value"], row["unit_value_yoy"], row["unit_value_note"]) == (None, None, "no_quantity")


def test_years_add_up_their_months_and_several_partners_stand_apart(tmp_path: Path) -> None:
    months = [f"2024-{month:02d}" for month in range(1, 13)]
    rows = [f"{month},US,E,12,854231,{2 if month != '2024-05' else ''},kg" for month in months]
    path = written(tmp_path, *rows, *(f"{month},JP,E,10,854231,0.001,kg" for month in months))
    answer = trade.exports(
        ["US", "JP"], "2024", by="year", commodity="hs:8542", unit_value=True, table=path, columns=COLUMNS
    )
    us, jp = answer.df.to_dicts()
    # Eleven months of 12 for 2 kg; twelve of 10 for a gram.
    assert (us["value"], us["quantity"], us["unit_value"]) == (144, 22.0, 6.0)
    assert us["quantity_share"] == pytest.approx(100 * 11 / 12, rel=1e-12)
    assert (jp["quantity"], jp["unit_value"], jp["quantity_share"]) == (0.012, 10_000.0, 100.0)


def test_a_column_of_units_must_tell_one(records: str) -> None:
    by_column = COLUMNS.replace("quantity_unit=kg", "quantity_unit=u")
    assert asked(records, "US", "2025-01", columns=by_column)["quantity_unit"] == "kg"
    cars = asked(records, "US", "2025-01", columns=by_column, commodity="hs:8703")
    assert (cars["quantity_unit"], cars["unit_value"]) == ("pcs", 30.0)
    with pytest.raises(QueryError, match="several units, which are not added up: kg and pcs"):
        asked(records, "US", "2025-01", columns=by_column, commodity="TOTAL")


def test_totals_lie_above_their_parts_whatever_these_weigh(tmp_path: Path) -> None:
    """A world without a weight, or with less than its partners have, is no reason to take others' rows."""
    rows = [
        f"2025-0{month},{partner},E,{value},{code},{weight},kg"
        for month in (1, 2)
        for partner, value, code, weight in (
            *(("World", 100, "85", 4), ("US", 60, "85", 6), ("JP", 40, "85", 1)),
            *(("World", 100, "8542", 2), ("US", 60, "8542", ""), ("JP", 40, "8542", 1)),
        )
    ]
    path = written(tmp_path, *rows)
    world, us = (asked(path, who, "2025-02", commodity="hs:85") for who in ("WORLD", "US"))
    assert (world["value"], world["quantity"], world["unit_value"]) == (100, 4.0, 25.0)
    assert (us["value"], us["quantity"], us["unit_value"]) == (60, 6.0, 10.0)
    assert asked(path, "US", "2025-02")["unit_value_note"] == "no_quantity"


def test_of_two_totals_both_sums_are_of_the_same(tmp_path: Path) -> None:
    rows = ("2025-01,US,E,100,TOTAL,10,kg", "2025-01,US,E,60,Total agriculture,30,kg")
    path = written(tmp_path, *rows, "2025-01,US,E,40,85,5,kg")
    row = asked(path, "US", "2025-01", commodity="TOTAL")
    assert (row["value"], row["quantity"], row["unit_value"]) == (100, 10.0, 10.0)


def test_cents_and_decimal_commas_and_sizes_are_kept(tmp_path: Path) -> None:
    header = "year;month;partner;flow;keur;hs;t;u"
    rows = ["2025;1;US;E;1,25;85;0,5;t", "2025;1;US;E;0,75;85;1,5;t", "2025;1;JP;E;9,50;85;,;t"]
    path = written(tmp_path, *rows, header=header)
    said = "year=year,month=month,value=keur,value_unit=1000,currency=EUR,commodity=hs,quantity=t,"
    row = asked(path, "US", "2025-01", columns=f"{said}quantity_unit=t", commodity="hs:85")
    # 2,000 euros of 2 tonnes.
    assert (row["value"], row["quantity"], row["unit_value"], row["currency"]) == (2000, 2.0, 1000.0, "EUR")


LAYOUTS = {
    "comexstat": (
        "CO_ANO;CO_MES;CO_NCM;CO_UNID;CO_PAIS;SG_UF_NCM;CO_VIA;CO_URF;QT_ESTAT;KG_LIQUIDO;VL_FOB",
        "2025;01;12019000;10;160;MT;01;0817800;1;20;900",
        "kg",
        45.0,
    ),
    # Thousands of dollars, tonnes: of what 36 (Australia) sells to 156 (China).
    "baci": ("t,i,j,k,v,q", "2024,36,156,260111,90,45.0", "t", 2000.0),
    "comext": (
        "DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_100KG",
        "DE,CN,85423190,2,202501,90,3",
        "100 kg",
        30.0,
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_name_their_weights(tmp_path: Path, layout: str) -> None:
    header, line, unit, value = LAYOUTS[layout]
    name = "EXP_2025.csv"
    path = written(tmp_path, line, header=header, name=name)
    said = {"reporter": "AU"} if layout == "baci" else {}
    period, by = ("2024", "year") if layout == "baci" else ("2025-01", "month")
    row = asked(path, "CN", period, columns=layout, commodity="TOTAL", by=by, months=None, **said)
    assert (row["quantity_unit"], row["unit_value"], row["quantity_share"]) == (unit, value, 100.0)


@pytest.mark.parametrize(
    ("said", "header", "reason"),
    [
        ("period=month,value=usd", HEADER, "names no column of quantities"),
        ("period=month,value=usd,quantity=kg", HEADER, "does not say what its quantities are counted in"),
        (
            "period=month,export_value=usd,import_value=hs,quantity=kg,quantity_unit=kg",
            HEADER.replace("flow", "x"),
            "several columns of values and one of quantities",
        ),
    ],
)
def test_tables_without_quantities_are_refused_with_the_reason(
    tmp_path: Path, said: str, header: str, reason: str
) -> None:
    path = written(tmp_path, "2025-01,US,E,3000,85,20,kg", header=header)
    with pytest.raises(QueryError, match=reason):
        asked(path, "US", "2025-01", columns=said, commodity="TOTAL")


def test_published_figures_have_no_quantities() -> None:
    with pytest.raises(QueryError, match="published figures of trade come without quantities"):
        trade.exports("US", unit_value=True)


def test_whole_columns_have_the_same_unit_values_and_the_same_gaps() -> None:
    """Worked out by hand: 7 of 2, none of nothing, none of a missing quantity, a value below zero."""
    valued, quantity = [7, 5, 5, -3, None], [2, 0, None, 4, 1]
    expected = [3.5, None, None, -0.75, None]
    rows = pl.DataFrame({"valued": valued, "quantity": quantity})
    assert rows.select(unit_values()).to_series().to_list() == expected
    month = Window("month", date(2025, 1, 1))

    def figure(amount: int | None) -> Figure:
        return Figure("export", month, None if amount is None else Money(amount, 1, "USD"))

    found = [unit_value_of(figure(9), figure(a), figure(b)) for a, b in zip(valued, quantity, strict=True)]
    assert [None if one.ratio is None else float(one.ratio) for one in found] == expected
    assert [one.note for one in found] == ["", "no_quantity", "missing", "", "missing"]
