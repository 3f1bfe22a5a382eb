"""Look-ups of names and codes from public lists, drawn at random: none wrong, none of two."""

from __future__ import annotations

import csv
import gettext
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.drawn import THOROUGH
from tests.test_places import in_list
from tradecli.errors import QueryError
from tradecli.facts import commodities, harmonized_system, places
from tradecli.facts.chinese_script import traditional
from tradecli.facts.goods_words import BESIDE, NO_GROUP
from tradecli.holdings import codes

DRAWN = 200 if THOROUGH else 60
#: Chinese names of countries as ISO 3166 is translated in Taiwan, China and Hong Kong.
LOCALES = ("zh_TW", "zh_CN", "zh_HK")
#: Misspelled there: no two readers would agree on it.
MISSPELLED = {"柬埔塞"}


def drawn(shared: Path) -> list[tuple[str, str]]:
    """Texts, each with the code of what it means, from Comtrade's list and ISO 3166."""
    pycountry = pytest.importorskip("pycountry")
    with (shared / "cases" / "comtrade_partners.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    of_comtrade = [
        (text, row["PartnerCodeIsoAlpha2"])
        for row in rows
        if not row["entryExpiredDate"] and len(row["PartnerCodeIsoAlpha2"]) == 2
        for text in (row["text"], row["id"])
    ]
    translated = [gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [name]) for name in LOCALES]
    of_iso = [
        (text, country.alpha_2)
        for country in pycountry.countries
        for text in (country.name, country.alpha_3, *(one.gettext(country.name) for one in translated))
        if text not in MISSPELLED
    ]
    every = sorted({pair for pair in (*of_comtrade, *of_iso) if pair[1] in places.places()})
    assert len(every) > 1000
    return random.Random(20261127).sample(every, DRAWN)


@pytest.mark.drawn
def test_many_places_are_found_or_refused_with_both(shared: Path) -> None:
    wrong = []
    for text, code in drawn(shared):
        try:
            found = places.find(text).code
        except QueryError as error:
            # A number of two lists: both are named.
            found = code if text.isdecimal() and in_list(text, "comtrade") in error.hint else error.hint
        listed = {row["code"] for row in codes(text).df.iter_rows(named=True)}
        if found != code or code not in listed:
            wrong.append((text, code, found))
    assert wrong == []


@pytest.mark.drawn
def test_many_codes_and_names_of_goods_are_found_in_both_languages_and_scripts() -> None:
    pool = [one for one in harmonized_system.codes().values() if one.name and len(one.code) == 4]
    for one in random.Random(20261127).sample(pool, DRAWN):
        assert commodities.find(f"hs:{one.code}").code == one.code
        for text in (one.name, one.name_zh):
            assert (one.code, "hs") in {
                (entry["code"], entry["classification"]) for entry in codes(text).df.iter_rows(named=True)
            }, text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # What people call goods, and the code of the Harmonized System that holds them.
        ("chips", "8542"), ("芯片", "8542"), ("集成电路", "8542"), ("晶片", "8542"), ("phones", "8517"),
        ("手机", "8517"), ("半导体", "8542"), ("laptops", "847130"), ("笔记本电脑", "847130"),
        ("steel", "72"), ("钢铁", "73"), ("oil", "2709"), ("石油", "2710"), ("crude oil", "2709"),
        ("soybeans", "1201"), ("汽車", "8703"), ("汽车", "8703"), ("shoes", "64"), ("clothes", "62"),
        ("solar panels", "854143"), ("lng", "271111"), ("rare earths", "280530"), ("electric cars", "870380"),
        ("drones", "8806"), ("塑料", "39"), ("gpu", "847330"), ("vaccines", "300241"), ("自行车", "8712"),
    ],
)  # fmt: skip
def test_what_people_call_goods_is_shown_with_its_codes(words: str, expected: str) -> None:
    found = [row["code"] for row in codes(words).df.iter_rows(named=True)]
    assert expected in found[:8]
    # As an option it is one group, or is refused with the nearest.
    assert (traditional(words) in NO_GROUP) == (commodities.meant(words) is None)


def test_every_word_and_every_code_beside_it_stands_in_a_list() -> None:
    for spelling in (*BESIDE, *(one for near in NO_GROUP.values() for one in near)):
        assert commodities.named(spelling).spelling == spelling
    assert all(commodities.named(f"hs:{code}").name for near in BESIDE.values() for code in near)
    assert all(word == traditional(word).casefold() for word in NO_GROUP)
    assert all(commodities.meant(word) is None for word in NO_GROUP)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["united", "states"], "US"),
        (["integrated", "circuits"], "INTEGRATED_CIRCUITS"),
        (["美国"], "US"),
        (["新西兰"], "NZ"),
        (["Korea,", "Rep."], "KR"),
    ],
)
def test_words_need_no_quotation_marks(run: Callable[..., Ran], words: list[str], first: str) -> None:
    ran = run("codes", *words, "--format", "csv")
    assert (ran.code, ran.rows[0]["code"]) == (0, first)
