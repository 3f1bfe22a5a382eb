"""Files got by hand: whose they are, by their content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.replies import BUILDERS, FIXTURES, reply
from tradecli.errors import InvalidData, NoData
from tradecli.sources.recognition import recognise


@pytest.mark.parametrize("name", BUILDERS)
def test_every_format_is_recognised(name: str) -> None:
    whole = reply(name)
    assert recognise(whole.encode(whole.rows), "download").id == whole.source


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("mof/2025-09-09/table01.xlsx", "mof"),
        ("mof/2026-09-09/i8102.csv", "mof"),
        ("mof/2026-10-08/u2010ex.csv", "mof"),
        ("census/2026-10-07/country.xlsx", "census"),
    ],
)
def test_fixtures_are_recognised(path: str, source: str) -> None:
    assert recognise((FIXTURES / path).read_bytes(), "download").id == source


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("mof_u2010ex_truncated.big5.csv", "mof"),
        ("mof_njswww_exports_to_US_by_goods_truncated.csv", "mof"),
        ("mof_release_2025-08/table14.xlsx", "mof"),
        ("census_country_excerpt.xlsx", "census"),
        ("census_api_imports_hs2_TW.CONSTRUCTED.json", "census"),
        ("fred_IMP5830.CONSTRUCTED.csv", "fred"),
        ("comtrade_get_C_A_HS_CHN_2010_recorded.json", "comtrade"),
        ("imf_imts_NIC_G001_M.sdmxcsv2.truncated.csv", "imf"),
        ("eurostat_comext_DS-045409_sdmxcsv_DE_US_TOTAL_exports.csv", "eurostat"),
    ],
)
def test_the_publishers_own_files_are_recognised(shared: Path, path: str, source: str) -> None:
    assert recognise((shared / "samples" / path).read_bytes(), "download").id == source


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n1,2\n", "not a file that any source is known to publish"),
        (b"<html>", "got an HTML page, not data"),
        (b"", "the file is empty"),
        (b'{"a": 1}', "not a file"),
        (b"[[5]]", "not a file"),
        (b"[5]", "not a file"),
        (b"DATAFLOW,x\nOECD:X(1.0),1\n", "not a file"),
        (b"PK\x03\x04", "not a readable XLSX file"),
    ],
)
def test_other_files_are_refused(content: bytes, message: str) -> None:
    with pytest.raises(InvalidData, match=message):
        recognise(content, "download")


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ('"年度","月份","出口總值(新臺幣千元)","進口總值(新臺幣千元)","備註"', "Customs Administration"),
        ("Classification,Year,Trade Flow Code,Reporter Code,Partner Code,Trade Value (US$)", "before 2023"),
        ("t,i,j,k,v,q", "BACI"),
        ('"CO_ANO";"CO_MES";"CO_NCM";"CO_PAIS";"KG_LIQUIDO";"VL_FOB"', "ComexStat"),
        ("REPORTER,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_EUR", "Comext"),
        ("MonthId,FlowTypeId,CommodityId,CountryId,Value", "OTS"),
    ],
)
def test_a_file_that_is_known_and_not_read_is_named(header: str, what: str) -> None:
    content = f"\ufeff{header}\n{header}\n"
    with pytest.raises(NoData, match="known, and not read") as refused:
        recognise(content.encode(), "download.csv")
    assert what in str(refused.value)
    assert refused.value.hint
