"""The numbers of customs offices against lists that others published; office_numbers.csv has their names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tradecli.facts import places
from tradecli.facts.office_codes import OFFICES, office_codes

#: Published names, short, old or misspelt, that the program reads in no table; Brazil's DEU 25 is the East.
_WRITTEN = {
    name: line.split(maxsplit=1)[0]
    for line in """\
        AE U.A.Emirates
        AG Antigua,Barb
        AI British Anguilla
        BA Bosnia-Herz.
        BL St.Barthelemy
        CC Cocos Islands
        CF Central Africa|Centr.Africa
        CK Cook
        DDDE DEU 25
        DE Fr Germany
        DO Dominican R.
        EH West Sahara
        FK Falkland Islands and Dependencies
        FM Fed.Micron.
        FO Faroe Isles
        GB Utd. Kingdom
        GQ Equat.Guinea
        GS Geórgia do Sul e Sandwich do Sul, Ilhas|South Georgia & S.Sandwich Is.
        GW Guinea Biss.
        HM Heard Island & McDonald Islan.
        IO British indian Ocean Territories|B.I.O.T.
        JE Jersey
        KG Kyrgyz|Kyrgyz, Republic
        KN St.Christopher and Nevis|St.Ch.&Nevis
        KY Cayman Isles
        LA Lao
        LC St.Lucia
        LY Libyan Arab Jamahiriya
        MF São Martinho, Ilha de
        MH Marshall
        MK For.JRep.Mac
        MP North.Mar.Is
        MS Monstserrat
        NC N. Caledonia
        PF Fr.Polynesia
        PG Papua N.G.
        PM St.Pierre and Miquelon|S.Pierre,Miq
        PS The West Bank and Gaza Strip|Gaza + Jericho
        SH St. Helena Island and Dependencies
        SR Surinam
        ST S.Tome,Princ
        TC Turks, and Caicos Islands|Turks,Caicos
        TJ Tadjikistan
        TK Tokelau Islands
        TT Trinidad,Tob
        UM US Minor outlying Islands
        VC St.Vincent|St Vincent
        VG Brit.Virg.Isl.
        VI Virgin Isles
        WF Wallis,Futun
        WS West. Samoa
        YT Mayotte""".splitlines()
    for name in line.split(maxsplit=1)[1].split("|")
}


def _published(name: str) -> dict[int, str]:
    """The names of a published list by their numbers."""
    with Path(__file__).with_name("office_numbers.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["list"] == name]
    return {int(row["number"]): row["published"] for row in rows}


def _meant(number: int, name: str) -> str:
    """The place of a published name, or of the three letters of ISO 3166 that Brazil prints."""
    short = name.partition("(")[0].strip()
    for written in (f"{name} {number}", name, short):
        if written in _WRITTEN:
            return _WRITTEN[written]
    place = places.by_iso3(name) or places.meant(name) or places.meant(short)
    return place.code if place else ""


@pytest.mark.parametrize("office", OFFICES)
def test_each_number_is_of_the_place_in_the_published_list(office: str) -> None:
    ours, published = dict(office_codes(office)), _published(office)
    assert {number: _meant(number, published.get(number, "")) for number in ours} == ours


def test_each_number_of_the_census_bureau_is_of_the_place_in_its_own_file() -> None:
    published = _published("census")
    ours = {int(code): place.code for place in places.places().values() for code in place.census_code}
    # The file has no row of the United States; the Union and the world stand below 1000, with the groups.
    assert {ours.pop(3), ours.pop(15), ours.pop(1000)} == {"EU", "WORLD", "US"}
    assert {number: _meant(number, published.get(number, "")) for number in ours} == ours


@pytest.mark.parametrize(
    ("office", "pairs"),
    [
        # As the office's own service listed them, api-comexstat.mdic.gov.br/tables/countries.
        ("brazil", "13 AF, 23 DE, 63 AR, 160 CN, 161 TW, 190 KR, 200 CW, 249 US, 573 NL, 586 PY, 888 CD"),
        # As e-Stat lists the Ministry of Finance's areas, with 50 before each number.
        ("japan", "103 KR, 105 CN, 106 TW, 205 GB, 304 US, 328 KY, 329 GD, 337 AI, 410 BR, 551 ZA, 601 AU"),
        # As public programs ask api.uktradeinfo.com for them; 1 and 225 as Eurostat's list has them.
        ("hmrc", "1 FR, 39 CH, 225 SS, 400 US, 664 IN, 720 CN, 728 KR, 732 JP, 736 TW, 740 HK, 743 MO"),
    ],
)
def test_what_is_meant_by_a_number_in_public_use(office: str, pairs: str) -> None:
    for pair in pairs.split(", "):
        number, code = pair.split()
        assert (number, office_codes(office).get(int(number))) == (number, code)


@pytest.mark.parametrize(
    ("office", "number"),
    [
        *(("brazil", number) for number in (0, 20, 100, 151, 237, 367, 840, 990, 999)),
        *(("japan", number) for number in (216, 326, 327, 415, 502, 523, 605, 622, 701, 702, 703)),
        *(("hmrc", number) for number in (2, 21, 22, 23, 94, 458, 462, 476, 478, 802, 808, 950, 958, 977)),
    ],
)
def test_parts_and_groups_of_countries_are_no_country(office: str, number: int) -> None:
    assert number not in office_codes(office)
