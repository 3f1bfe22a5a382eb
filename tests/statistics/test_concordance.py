"""What became of a code, against rows of the correlation tables of the United Nations read by hand."""

from __future__ import annotations

import pytest

from tradecli.facts import harmonized_system, hs_adoption
from tradecli.statistics import concordance

#: Edition, its code, the codes of the edition before that hold the same goods: as the tables print them.
BEFORE = [
    (2022, "010121", ("010121",)),
    (2022, "854142", ("854140",)),
    (2022, "854143", ("854140",)),
    (2022, "851713", ("851712",)),
    (2022, "300215", ("300215",)),
    (2017, "851712", ("851712",)),
    (2012, "010121", ("010110",)),
    (2007, "854231", ("854221", "854229", "854260", "854890")),
    (2007, "852871", ("852812", "852813")),
]


@pytest.mark.parametrize(("edition", "code", "before"), BEFORE)
def test_a_code_comes_from_those_of_the_table(edition: int, code: str, before: tuple[str, ...]) -> None:
    assert concordance.earlier(code, harmonized_system.correlation(edition)) == before


def test_smartphones_and_solar_cells_have_codes_of_their_own_since_2022() -> None:
    pairs = harmonized_system.correlation(2022)
    assert {"851713", "851714"} <= {*concordance.later("851712", pairs)}
    assert concordance.relation("851712", pairs) == "n:n"
    assert not concordance.unchanged("8541", pairs)
    assert "8549" in concordance.later("8542", pairs)
    assert concordance.unchanged("0901", pairs)
    assert concordance.relation("090111", pairs) == "1:1"


def test_a_code_is_followed_through_several_editions() -> None:
    pairs = [harmonized_system.correlation(edition) for edition in (2012, 2017, 2022)]
    assert {"854141", "854142", "854143", "854149"} <= {*concordance.through("854140", pairs)}
    assert concordance.through("090111", pairs) == ("090111",)
    assert concordance.through("777777", pairs) == ()


@pytest.mark.parametrize(("edition", "pairs"), [
    # The rows of each correlation table, without the goods that are not specified.
    (2007, 5664), (2012, 5364), (2017, 6140), (2022, 15656),
])  # fmt: skip
def test_each_table_is_whole(edition: int, pairs: int) -> None:
    assert len(harmonized_system.correlation(edition)) == pairs


def test_every_code_of_two_editions_is_in_their_table_but_those_it_lacks() -> None:
    for edition, before in zip(harmonized_system.EDITIONS[3:], harmonized_system.EDITIONS[2:], strict=False):
        pairs = harmonized_system.correlation(edition)
        finest = [one for one in harmonized_system.codes().values() if len(one.code) == 6]
        assert {new for new, _ in pairs} == {one.code for one in finest if edition in one.editions}
        lacking = {one.code for one in finest if before in one.editions} - {old for _, old in pairs}
        assert lacking <= {"291636", "300219"}


def test_when_editions_came() -> None:
    assert hs_adoption.adoption("DE", 2017) == (2017, hs_adoption.date(2017, 1, 1), True)
    assert not hs_adoption.adoption("BR", 2022).known
