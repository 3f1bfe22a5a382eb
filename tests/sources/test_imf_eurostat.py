"""Observations in SDMX-CSV: the IMF's and Eurostat's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.sources.replies import reply
from tradecli.errors import InvalidData, NoData
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import Snapshot

IMF, EUROSTAT = SOURCES["imf"], SOURCES["eurostat"]
Make = Callable[..., Snapshot]


def edited(name: str, column: str, text: str, *, row: int = 1) -> Snapshot:
    whole = reply(name)
    rows = [list(cells) for cells in whole.rows]
    rows[row][rows[0].index(column)] = text
    return whole.snapshot(whole.encode(rows))


def test_the_genuine_reply_of_the_fund_in_whole_dollars(shared: Path, snapshot: Make) -> None:
    content = (shared / "samples/imf_imts_NIC_G001_M.sdmxcsv2.truncated.csv").read_bytes()
    found = IMF.parse(snapshot("nic.csv", content))
    columns = ("reporter", "partner", "flow", "period", "value", "currency", "precision")
    rows = check(found.observations).select(columns).rows()
    assert ("NI", "WORLD", "import", date(1990, 1, 1), 70_463_719, "USD", 1) in rows
    assert ("NI", "WORLD", "export", date(2026, 4, 1), 601_982_690, "USD", 1) in rows
    assert found.notices == (
        "nic.csv: months are missing inside series; the first is 1990-03, imports, WORLD",
    )
    with pytest.raises(InvalidData):
        IMF.parse(snapshot("nic.csv", content[:4000]))


def test_the_genuine_reply_of_eurostat_stays_in_euros(shared: Path, snapshot: Make) -> None:
    content = (shared / "samples/eurostat_comext_DS-045409_sdmxcsv_DE_US_TOTAL_exports.csv").read_bytes()
    rows = check(EUROSTAT.parse(snapshot("de.csv", content)).observations)
    found = rows.select("reporter", "partner", "flow", "period", "value", "currency").rows()
    assert found[0] == ("DE", "US", "export", date(2026, 4, 1), 11_394_424_446, "EUR")
    assert found[-1] == ("DE", "US", "export", date(2026, 7, 1), 15_547_032_272, "EUR")


def test_a_last_row_that_names_the_data_set_only_is_no_observation() -> None:
    whole = reply("imf")
    last = ["IMF.STA:IMTS(1.0.0)", *[""] * (len(whole.rows[0]) - 1)]
    found = IMF.parse(whole.snapshot(whole.encode([*whole.rows, last])))
    assert found.observations.height == len(whole.rows) - 1


@pytest.mark.parametrize("keep", [0, 1])
def test_an_answer_without_observations_is_not_a_success(keep: int) -> None:
    whole = reply("imf")
    last = ["IMF.STA:IMTS(1.0.0)", *[""] * (len(whole.rows[0]) - 1)]
    with pytest.raises((NoData, InvalidData), match=r"nothing for what was asked|1 rows"):
        IMF.parse(whole.snapshot(whole.encode([whole.rows[0], *[last] * keep])))


def test_scale_multiplies_nothing() -> None:
    found = IMF.parse(edited("imf", "OBS_VALUE", "50100007919.95791951")).observations
    assert found["value"].to_list()[0] == 50_100_007_920


def test_what_the_fund_estimates_is_told() -> None:
    found = IMF.parse(edited("imf", "DERIVATION_TYPE", "E"))
    assert found.notices == ("kor.csv: 1 figures are derived or estimated by the IMF",)


def test_flags_of_eurostat_are_told() -> None:
    whole = reply("eurostat")
    rows = [[*row, "OBS_FLAG" if not at else "p" if at < 3 else ""] for at, row in enumerate(whole.rows)]
    found = EUROSTAT.parse(whole.snapshot(whole.encode(rows)))
    assert found.notices == ("de.csv: 2 figures carry a flag of Eurostat's, such as p for provisional",)


def test_groups_of_countries_are_no_countries() -> None:
    for code, kept in (("G163", 0), ("G998", 1)):
        whole = reply("imf")
        rows = [list(row) for row in whole.rows[:31]]
        rows[1][3] = code
        found = IMF.parse(whole.snapshot(whole.encode(rows)))
        assert found.observations.filter(partner="EU").height == kept
        assert not any("not known" in notice for notice in found.notices)


def test_greece_and_the_union_have_codes_of_eurostats_own() -> None:
    for code, place in (("EL", "GR"), ("EU27_2020", "EU")):
        found = EUROSTAT.parse(edited("eurostat", "reporter", code, row=35)).observations
        assert place in found["reporter"].to_list()
    notices = EUROSTAT.parse(edited("eurostat", "reporter", "GR", row=30)).notices
    assert notices == ("de.csv: left out, since they are not known: GR WORLD",)


def test_codes_of_eight_digits_and_weights_are_left_out_and_told() -> None:
    assert "product 85423190" in EUROSTAT.parse(edited("eurostat", "product", "85423190", row=30)).notices[0]
    found = EUROSTAT.parse(edited("eurostat", "indicators", "QUANTITY_IN_100KG", row=30))
    assert "measure QUANTITY_IN_100KG" in found.notices[0]


def test_a_chapter_of_eurostat_is_of_the_harmonized_system() -> None:
    found = EUROSTAT.parse(edited("eurostat", "product", "85", row=30)).observations
    assert found.filter(classification="hs")["commodity"].to_list() == ["85"]


@pytest.mark.parametrize(
    ("name", "column", "text", "message"),
    [
        ("imf", "DATAFLOW", "IMF.STA:DOT(1.0)", "data set 'IMF.STA:DOT"),
        ("imf", "VALUATION", "CIF", "valued CIF in USD; expected FOB"),
        ("imf", "UNIT", "EUR", "valued FOB in EUR; expected FOB in USD"),
        ("imf", "TIME_PERIOD", "2026-M13", "no month 13"),
        ("imf", "TIME_PERIOD", "2026", "is not a month"),
        ("imf", "TIME_PERIOD", "2026-Q1", "is not a month"),
        ("imf", "FREQUENCY", "W", "frequency 'W'"),
        ("imf", "OBS_VALUE", "7.0e9", "is not a number"),
        ("eurostat", "DATAFLOW", "ESTAT:DS-018995(1.0)", "data set 'ESTAT:DS-018995"),
        ("eurostat", "flow", "3", "flow '3'"),
        ("eurostat", "TIME_PERIOD", "2026-00", "no month 0"),
        ("eurostat", "TIME_PERIOD", "1800-01", "the year 1800"),
        ("eurostat", "freq", "A", "is not a year"),
        ("eurostat", "OBS_VALUE", ":", "is not a number"),
    ],
)
def test_damage_is_refused(name: str, column: str, text: str, message: str) -> None:
    with pytest.raises(InvalidData, match=message):
        SOURCES[name].parse(edited(name, column, text))


def test_the_day_of_update_stands_in_the_files(shared: Path, snapshot: Make) -> None:
    fund = (shared / "samples/imf_imts_NIC_G001_M.sdmxcsv2.truncated.csv").read_bytes()
    assert IMF.parse(snapshot("nic.csv", fund)).published == date(2026, 8, 5)
    assert EUROSTAT.parse(edited("eurostat", "freq", "M")).published == date(2026, 9, 15)
    assert EUROSTAT.parse(edited("eurostat", "LAST UPDATE", "yesterday")).published is None
    assert IMF.parse(edited("imf", "UNIT", "USD")).published is None
