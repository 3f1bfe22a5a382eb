"""Commodities and the lists they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl
import pytest

from tests.conftest import Ran
from tradecli.data import observations
from tradecli.errors import NoData, QueryError
from tradecli.facts import commodities


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("TOTAL", "total:TOTAL"),
        ("machinery", "mof:MACHINERY"),
        ("機械", "mof:MACHINERY"),
        ("hs-section:01", "hs-section:01"),
        ("MOF-SECTION:01", "mof-section:01"),
        ("854231", "hs:854231"),
        ("hs:854231", "hs:854231"),
        ("hs:85", "hs:85"),
        ("HS:8542", "hs:8542"),
        ("85", "hs:85"),
        ("8542", "hs:8542"),
        ("HS 8542", "hs:8542"),
        ("854290", "hs:854290"),
        ("Electronic integrated circuits", "hs:8542"),
        ("電子積體電路", "hs:8542"),
        ("自動資料處理機", "hs:8471"),
        ("XVI", "hs-section:16"),
        ("hs-section:21", "hs-section:21"),
        ("hs:854277", "hs:854277"),
        ("8542.31", "hs:854231"),
        ("HS 16", "hs:16"),
        ("chapter 16", "hs:16"),
        ("HS code 8542", "hs:8542"),
        ("第85章", "hs:85"),
        ("section XVI", "hs-section:16"),
        ("8542.31.00", None),
        ("854", None),
        ("coal", None),
        ("hs:854", None),
        ("Gold", "mof:GOLD"),
        ("textiles", "mof:TEXTILES"),
        ("Raw hides", None),
        (" ICT_AV ", "mof:ICT_AV"),
        ("資通與視聽產品", "mof:ICT_AV"),
        ("16", None),
        ("ict", "mof:ICT_AV"),
        ("資通", "mof:ICT_AV"),
        ("chips", "mof:INTEGRATED_CIRCUITS"),
        ("電子零件", "mof:ELECTRONIC_COMPONENTS"),
        ("semiconductor equipment", "mof:SEMICONDUCTOR_MAKING_MACHINERY"),
        ("raw materials", "mof-use:RAW_MATERIALS"),
        ("servers", None),
    ],
)
def test_a_commodity_is_found_by_code_or_name(text: str, spelling: str | None) -> None:
    if spelling is None:
        with pytest.raises((NoData, QueryError)):
            commodities.find(text)
    else:
        assert commodities.find(text).spelling == spelling


def test_a_code_of_two_lists_is_refused_with_both_spellings() -> None:
    with pytest.raises(QueryError, match="'01' stands in more than one list") as refused:
        commodities.find("01")
    assert refused.value.hint == "write mof-section:01 or hs-section:01 or hs:01"
    with pytest.raises(QueryError, match="'20' stands in more than one list") as refused:
        commodities.find("20")
    assert refused.value.candidates == ("hs:20", "hs-section:20")


def test_an_unknown_commodity_is_answered_with_the_nearest() -> None:
    with pytest.raises(NoData, match="no commodity is called 'machinry'") as refused:
        commodities.find("machinry")
    assert "Machinery (mof:MACHINERY)" in refused.value.hint
    with pytest.raises(NoData) as refused:
        commodities.find("qqqq")
    assert refused.value.hint == "`trade codes` lists every commodity"
    with pytest.raises(NoData) as refused:
        commodities.find("854277")
    assert refused.value.hint == (
        "no edition of the Harmonized System has it; hs:854277 asks for it all the same"
    )


def test_a_code_of_a_country_is_refused_with_its_first_six_digits() -> None:
    for text in ("8542310000", "8542.31.00.01-7"):
        with pytest.raises(NoData, match="more digits than the Harmonized System") as refused:
            commodities.find(text)
        assert refused.value.candidates == ("hs:854231",)


def test_a_word_for_no_group_is_never_taken_for_one() -> None:
    for word, group in (("semiconductors", "mof:INTEGRATED_CIRCUITS"), ("伺服器", "mof:COMPUTERS")):
        with pytest.raises(NoData, match="no group of goods is just") as refused:
            commodities.find(word)
        assert group in refused.value.hint


def test_no_word_means_two_groups() -> None:
    called = [alias.casefold() for entry in commodities.commodities().values() for alias in entry.aliases]
    assert len(called) == len(set(called))
    assert all(commodities.find(alias).spelling for alias in called)


def test_exactly_the_commodities_of_the_data_are_named() -> None:
    found = set()
    for source in ("mof", "census", "jpmof"):
        rows = pl.read_parquet(observations(source), columns=["classification", "commodity"])
        found |= {f"{list_}:{code}" for list_, code in rows.unique().rows()}
    # Chapters are asked for by their number.
    chapters = {spelling for spelling in found if re.fullmatch(r"hs:\d\d", spelling)}
    assert found - chapters == commodities.commodities().keys()
    assert len(chapters) > 90
    assert all(entry.name and entry.name_zh for entry in commodities.commodities().values())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("cars", "8703"),
        ("汽車", "8703"),
        ("soybeans", "1201"),
        ("黃豆", "1201"),
        ("medicine", "30"),
        ("semiconductors", "8541"),
        ("rice", "1006"),
    ],
)
def test_codes_finds_goods_by_what_people_call_them(words: str, first: str, run: Callable[..., Ran]) -> None:
    found = [row for row in run("codes", words, "--format", "csv").rows if row["classification"] == "hs"]
    assert found[0]["code"] == first
    assert "Carpets" not in [row["name"] for row in found]
