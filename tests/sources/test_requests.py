"""What the sources ask for: addresses and parameters as the publishers document them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tradecli.errors import NoData
from tradecli.sources import SOURCES, default_source
from tradecli.sources.eurostat import EUROPEAN_UNION
from tradecli.sources.request import Request, Wanted

TODAY = date(2026, 10, 9)


def asked(source: str, **words: object) -> list[Request]:
    found = SOURCES[source].requests(Wanted(TODAY, **words))
    assert len({request.name for request in found}) == len(found)
    assert all(re.fullmatch(r"[a-z0-9._-]{5,120}", request.name) for request in found)
    assert all(not request.path.startswith("/") and request.media for request in found)
    return list(found)


def test_the_ministry_is_asked_for_five_whole_files() -> None:
    found = asked("mof", reporter="TW")
    assert [request.name for request in found] == [
        "u2010ex.csv", "u2010im.csv", "i8121.csv", "i8122.csv", "i8102.csv",
    ]  # fmt: skip
    assert SOURCES["mof"].address + "/" + found[0].path == (
        "https://service.mof.gov.tw/public/data/statistic/trade/u2010ex.csv"
    )
    goods = found[2]
    assert f"{goods.address}/{goods.path}" == "https://web02.mof.gov.tw/njswww/webMain.aspx"
    assert "&".join(f"{name}={value}" for name, value in goods.parameters) == (
        "sys=220&ym=9000&kind=21&type=1&funid=i8121&cycle=41&outmode=12&compmode=00&outkind=1&fldlst=10&utf=1"
    )
    assert [request.optional for request in found] == [False, False, True, True, True]


def test_the_census_bureau_without_a_key_has_one_file() -> None:
    (found,) = asked("census", reporter="US")
    assert SOURCES["census"].address + "/" + found.path == (
        "https://www.census.gov/foreign-trade/balance/country.xlsx"
    )
    assert not found.keyed
    with pytest.raises(NoData, match="only with a key"):
        asked("census", commodity="85", classification="hs")


def test_the_census_bureau_with_a_key_is_asked_by_year_or_by_partner() -> None:
    every = asked("census", keyed=True, since=date(2025, 6, 1))
    assert [request.name for request in every[:3]] == [
        "imports-world.json", "imports-2025.json", "imports-2026.json",
    ]  # fmt: skip
    assert every[1].parameters == (
        ("get", "CTY_CODE,CTY_NAME,GEN_VAL_MO"),
        ("SUMMARY_LVL", "DET"),
        ("time", "from 2025-06 to 2025-12"),
    )
    assert (every[1].first, every[1].last) == (date(2025, 6, 1), date(2025, 12, 1))
    one = asked("census", keyed=True, partners=("TW",), commodity="8542", classification="hs")
    assert one[1].path == "data/timeseries/intltrade/imports/hs"
    assert one[1].address == "https://api.census.gov"
    assert dict(one[1].parameters) == {
        "get": "CTY_CODE,CTY_NAME,GEN_VAL_MO,I_COMMODITY",
        "I_COMMODITY": "8542",
        "COMM_LVL": "HS4",
        "CTY_CODE": "5830",
        "time": "from 2010-01 to 2026-09",
    }
    assert all(request.keyed for request in (*every, *one))
    assert not any("key" in dict(request.parameters) for request in (*every, *one))


def test_every_chapter_is_asked_for_by_its_level() -> None:
    found = asked("census", keyed=True, partners=("TW",), commodity="HS2", classification="hs")
    assert ("COMM_LVL", "HS2") in found[1].parameters
    assert not any(name == "I_COMMODITY" for name, _ in found[1].parameters)


def test_fred_has_a_series_a_flow_and_partner() -> None:
    found = asked("fred", since=date(2013, 1, 1))
    assert found[0].path == "graph/fredgraph.csv"
    assert found[0].parameters == (("id", "IMP5830"), ("cosd", "2013-01-01"), ("coed", "2026-09-01"))
    assert [dict(request.parameters)["id"] for request in found] == [
        "IMP5830", "EXP5830", "IMP0015", "EXP0015",
    ]  # fmt: skip
    assert [request.optional for request in found] == [False, False, True, True]


def test_comtrade_without_a_key_is_asked_month_by_month() -> None:
    found = asked("comtrade", reporter="US", partners=("TW",), since=date(2026, 5, 1))
    assert [dict(request.parameters)["period"] for request in found] == [
        "202605", "202606", "202607", "202608", "202609",
    ]  # fmt: skip
    first = found[0]
    assert first.path == "public/v1/preview/C/M/HS"
    assert dict(first.parameters) == {
        "reporterCode": "842", "period": "202605", "partnerCode": "0,490", "partner2Code": "0",
        "cmdCode": "TOTAL", "flowCode": "M,X", "customsCode": "C00", "motCode": "0", "includeDesc": "true",
    }  # fmt: skip
    assert not first.keyed


def test_comtrade_with_a_key_is_asked_by_twelve_months() -> None:
    found = asked("comtrade", reporter="KR", keyed=True, since=date(2025, 1, 1))
    assert found[0].path == "data/v1/get/C/M/HS"
    periods = [dict(request.parameters)["period"].split(",") for request in found]
    assert [len(months) for months in periods] == [12, 12, 9, 9]
    assert SOURCES["comtrade"].key is not None
    assert SOURCES["comtrade"].key.header == "Ocp-Apim-Subscription-Key"
    assert all(request.keyed for request in found)
    assert found[0].reporter == "KR"


def test_a_cut_answer_is_asked_for_in_halves_until_nothing_is_left_to_halve() -> None:
    comtrade = SOURCES["comtrade"]
    request = asked("comtrade", reporter="KR", keyed=True, since=date(2025, 1, 1), partners=("US", "TW"))[0]
    pieces = [request]
    for _ in range(20):
        pieces = [piece for whole in pieces for piece in (comtrade.split(whole) or (whole,))]
    assert len(pieces) == 12 * 2 * 3
    assert len({piece.name for piece in pieces}) == len(pieces)
    assert all(comtrade.split(piece) == () for piece in pieces)
    assert {(piece.first, piece.last) for piece in pieces} == {
        (date(2025, month, 1), date(2025, month, 1)) for month in range(1, 13)
    }
    values = {
        tuple(dict(piece.parameters)[name] for name in ("period", "flowCode", "partnerCode"))
        for piece in pieces
    }
    assert len(values) == len(pieces)


def test_the_fund_has_its_counterparts_in_the_key() -> None:
    (found,) = asked("imf", reporter="KR", partners=("TW",), since=date(2024, 5, 1))
    assert found.path == "external/sdmx/2.1/data/IMF.STA,IMTS/KOR.XG_FOB_USD+MG_CIF_USD.G001+TWN.M"
    assert found.parameters == (("startPeriod", "2024"), ("endPeriod", "2026"))
    assert found.accept == "application/vnd.sdmx.data+csv;version=2.0.0"
    assert found.first == date(2024, 1, 1)
    every = asked("imf", reporter="KR")
    assert len(every) == 9
    assert not any(".." in request.path for request in every)


def test_eurostat_writes_greece_its_own_way_and_is_asked_flow_by_flow() -> None:
    found = asked("eurostat", reporter="GR", partners=("TW",), since=date(2024, 1, 1))
    assert [request.path.rpartition("/")[2] for request in found] == [
        "M.EL.WORLD.TOTAL.1.VALUE_IN_EUROS", "M.EL.WORLD.TOTAL.2.VALUE_IN_EUROS",
        "M.EL.TW.TOTAL.1.VALUE_IN_EUROS", "M.EL.TW.TOTAL.2.VALUE_IN_EUROS",
    ]  # fmt: skip
    assert found[0].path.startswith("eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/")
    assert found[0].parameters == (
        ("format", "SDMX-CSV"),
        ("startPeriod", "2024-01"),
        ("endPeriod", "2026-09"),
    )
    assert (
        asked("eurostat", reporter="EU", partners=("TW",))[0]
        .path.rpartition("/")[2]
        .startswith("M.EU27_2020.")
    )


@pytest.mark.parametrize(
    ("source", "words", "message"),
    [
        ("mof", {"reporter": "US"}, "does not cover the reporter US"),
        ("census", {"reporter": "TW"}, "does not cover the reporter TW"),
        ("census", {"keyed": True, "commodity": "854", "classification": "hs"}, "no commodity hs:854"),
        ("census", {"keyed": True, "since": date(2026, 10, 1)}, "no figures after 2026-09"),
        ("census", {"keyed": True, "partners": ("ASEAN",)}, "list has no ASEAN"),
        ("fred", {"reporter": "JP"}, "does not cover the reporter JP"),
        ("fred", {"commodity": "85", "classification": "hs"}, "totals only"),
        ("fred", {"partners": ("ASIA",)}, "no series"),
        ("comtrade", {}, "one reporter at a time"),
        ("imf", {}, "one reporter at a time"),
        ("eurostat", {}, "one reporter at a time"),
        ("comtrade", {"reporter": "TW"}, "no monthly figures of Taiwan"),
        ("comtrade", {"reporter": "KR", "commodity": "DRAM", "classification": "mof"}, "no commodity mof"),
        ("comtrade", {"reporter": "KR", "since": date(2026, 10, 1)}, "no figures after 2026-09"),
        ("imf", {"reporter": "TW"}, "no figures of TW"),
        ("imf", {"reporter": "KR", "partners": ("ASEAN",)}, "no code of ASEAN"),
        ("imf", {"reporter": "KR", "commodity": "85", "classification": "hs"}, "totals only"),
        ("eurostat", {"reporter": "KR"}, "does not cover the reporter KR"),
        ("eurostat", {"reporter": "DE", "partners": ("ASEAN",)}, "no code of ASEAN"),
        ("eurostat", {"reporter": "DE", "commodity": "8", "classification": "hs"}, "no commodity hs:8"),
    ],
)  # fmt: skip
def test_what_a_source_does_not_have(source: str, words: dict[str, object], message: str) -> None:
    with pytest.raises(NoData, match=message):
        asked(source, **words)


@pytest.mark.parametrize(
    ("source", "month", "day"),
    [
        ("mof", date(2026, 8, 1), date(2026, 9, 9)),
        ("mof", date(2026, 12, 1), date(2027, 1, 9)),
        ("census", date(2026, 8, 1), date(2026, 10, 5)),
        ("fred", date(2026, 8, 1), date(2026, 10, 6)),
        ("eurostat", date(2026, 7, 1), date(2026, 9, 15)),
        ("imf", date(2026, 4, 1), date(2026, 8, 15)),
    ],
)
def test_usual_release_days(source: str, month: date, day: date) -> None:
    assert SOURCES[source].release(month) == day


def test_a_reporter_has_one_source_by_default() -> None:
    assert default_source("TW") == "mof"
    assert {default_source(member) for member in EUROPEAN_UNION} == {"eurostat"}
    assert len({*EUROPEAN_UNION} - {"EU"}) == 27
    for source in SOURCES.values():
        assert set(source.answers_for) <= set(source.reporters)
    assert SOURCES["comtrade"].reporters == ()
