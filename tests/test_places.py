"""Partners and areas."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tradecli.data import observations
from tradecli.errors import NoData, QueryError
from tradecli.facts import asked_places, memberships, places
from tradecli.facts.spelling import folded, written_out
from tradecli.own_table.partners import in_list


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "US"),
        ("us", "US"),
        ("USA", "US"),
        ("United States", "US"),
        ("the United States", "US"),
        ("美國", "US"),
        ("842", "US"),
        ("840", "US"),
        ("1000", "US"),
        ("CN", "CN"),
        ("chn", "CN"),
        ("China", "CN"),
        ("中國大陸", "CN"),
        ("Mainland  China", "CN"),
        ("5700", "CN"),
        ("CN+HK", "CN+HK"),
        ("cnhk", "CN+HK"),
        ("China and Hong Kong", "CN+HK"),
        ("China & Hong Kong", "CN+HK"),
        ("UK", "GB"),
        ("South Korea", "KR"),
        ("南韓", "KR"),
        ("韓國", "KR"),
        ("Taiwan", "TW"),
        ("490", "TW"),
        ("5830", "TW"),
        ("036", "AU"),
        ("Viet Nam", "VN"),
        ("Turkey", "TR"),
        ("Côte d’Ivoire", "CI"),
        ("cote d'ivoire", "CI"),
        ("asean", "ASEAN"),
        ("world", "WORLD"),
        ("NSP18", "NEW SOUTHBOUND 18"),
        (" DE ", "DE"),
        ("NA", "NA"),
        # As the Census Bureau's country.xlsx writes them.
        ("St Pierre and Miquelon", "PM"),
        ("Svalbard, Jan Mayen Island", "SJ"),
        ("St Helena", "SH"),
        ("British Indian Ocean Terr.", "IO"),
        ("French Southern and Antarctic", "TF"),
        ("Kosovo", "XK"),
        ("4803", "XK"),
        # As Comtrade does.
        ("Guam", "GU"),
        ("State of Palestine", "PS"),
        ("Isle of Man ", "IM"),
        ("Taiwan, Province of China", "TW"),
        ("412", "XK"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(text: str, code: str) -> None:
    assert places.find(text).code == code


@pytest.mark.parametrize(
    ("number", "meanings", "hint"),
    [
        ("156", "China in Comtrade's list and Canada in the IMF's list", "use CN or CA"),
        ("528", "the Netherlands in Comtrade's list and Taiwan in the IMF's list", "use NL or TW"),
        ("158", "Taiwan in Comtrade's list and Japan in the IMF's list", "use TW or JP"),
        ("566", "Nigeria in Comtrade's list and the Philippines in the IMF's list", "use NG or PH"),
    ],
)
def test_a_number_with_two_meanings_is_refused(number: str, meanings: str, hint: str) -> None:
    with pytest.raises(QueryError) as refused:
        places.find(number)
    assert str(refused.value) == f"{number} is {meanings}"
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Germny", "did you mean Germany (DE) or Guernsey (GG)?"),
        ("Untied States", "United States (US)"),
        ("qqqq", "`trade codes` lists every partner"),
        ("99999", "use letters"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(text: str, hint: str) -> None:
    with pytest.raises(NoData) as refused:
        places.find(text)
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("euro area", "EA"),
        ("Eurozone", "EA"),
        ("歐元區", "EA"),
        # As India's office of commercial intelligence writes them, and Eurostat's China.
        ("CHINA P RP", "CN"),
        ("U ARAB EMTS", "AE"),
        ("KOREA DP RP", "KP"),
        ("CONGO P REP", "CG"),
        ("CONGO D. REP.", "CD"),
        ("CN_X_HK", "CN"),
    ],
)
def test_a_name_that_an_office_writes_is_found_as_people_ask_it(text: str, code: str) -> None:
    assert asked_places.find(text).code == code


def test_an_unknown_code_is_no_data() -> None:
    with pytest.raises(NoData, match="no place has the code 'us'"):
        places.place("us")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("Areas nes", "UN899"), ("Areas, n.e.s.", "UN899"), ("Other Europe nes", "UN568")),
        *(("Other Asia nes", "TW"), ("东盟", "ASEAN"), ("東盟", "ASEAN"), ("东南亚国家联盟", "ASEAN")),
        # In the Mainland's lists 多米尼加 is Santo Domingo's country, 多米尼克 the island.
        *(("波黑", "BA"), ("多米尼加", "DO"), ("多米尼克", "DM")),
    ],
)
def test_other_spellings_of_lists_and_of_the_mainland_are_known(text: str, code: str) -> None:
    assert places.find(text).code == code


def test_no_name_means_two_places() -> None:
    meanings = defaultdict(set)
    for entry in places.places().values():
        for name in entry.names:
            meanings[folded(name)].add(entry.code)
    assert {name: codes for name, codes in meanings.items() if len(codes) > 1} == {}
    assert len(meanings) > 800


def test_no_name_written_out_means_two_places() -> None:
    meanings = defaultdict(set)
    every = [(name, entry.code) for entry in places.places().values() for name in entry.names]
    lists = (*places._rows("place_names.csv"), *places._rows("foreign_names.csv"))
    rare = [(name, row["code"]) for row in lists for name in row["names"].split("|")]
    for name, code in every + rare:
        meanings[written_out(name)].add(code)
    assert {name: codes for name, codes in meanings.items() if len(codes) > 1} == {}
    assert all(places.find(name).code == code for name, code in rare)


def test_comtrade_and_its_list_agree_on_every_name_and_number(shared: Path) -> None:
    with (shared / "cases" / "comtrade_partners.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) > 260
    for row in rows:
        entry = places.find(row["text"])
        assert in_list(row["id"], "comtrade").lstrip("+=") in (entry.code, ""), row["text"]
        # What the United Nations still list under a country's letters is that country.
        if not row["entryExpiredDate"] and len(row["PartnerCodeIsoAlpha2"]) == 2 and entry.level == "country":
            assert entry.code in (row["PartnerCodeIsoAlpha2"], "XK"), row["text"]


def test_every_country_of_iso_3166_is_found_by_all_that_it_is_called() -> None:
    pycountry = pytest.importorskip("pycountry")
    for country in pycountry.countries:
        names = (country.alpha_2, country.alpha_3, country.name, getattr(country, "official_name", ""))
        for name in filter(None, (*names, getattr(country, "common_name", ""))):
            assert places.find(name).code == country.alpha_2, name
        entry = places.place(country.alpha_2)
        assert int(entry.iso_code[0]) == int(country.numeric)
    for country in pycountry.historic_countries:
        if country.alpha_4 in places.places():
            assert places.place(country.alpha_4).level == "former"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # The World Bank.
        ("Korea, Rep.", "KR"),
        ("Korea, Dem. People's Rep.", "KP"),
        ("Egypt, Arab Rep.", "EG"),
        ("Hong Kong SAR, China", "HK"),
        ("Hong Kong, China", "HK"),
        ("Congo, Dem. Rep.", "CD"),
        ("Congo, Rep.", "CG"),
        ("Yemen, Rep.", "YE"),
        ("Venezuela, RB", "VE"),
        ("West Bank and Gaza", "PS"),
        ("Gaza Strip admin. by Israel", "GAZA"),
        ("West Bank administered by Israel", "WEST BANK"),
        ("Micronesia, Fed. Sts.", "FM"),
        ("Ethiopia(excludes Eritrea)", "ET"),
        ("Br. Antr. Terr", "UN080"),
        # The IMF.
        ("China, P.R.: Mainland", "CN"),
        ("China, P.R.: Macao", "MO"),
        ("Taiwan Province of China", "TW"),
        ("Afghanistan, Islamic Rep. of", "AF"),
        ("Netherlands, The", "NL"),
        ("São Tomé and Príncipe, Dem. Rep. of", "ST"),
        ("Kosovo, Rep. of", "XK"),
        # Eurostat.
        ("XS", "RS"),
        ("XI", "XI"),
        ("Lao People's Democratic Republic (Laos)", "LA"),
        ("Germany (incl. former GDR)", "DE"),
        ("QY", "QY"),
        # Countries of the past, and what is no country.
        ("USSR (...1990)", "SUHH"),
        ("蘇聯", "SUHH"),
        ("Czechoslovakia", "CSHH"),
        ("Belgium-Luxembourg", "UN058"),
        ("Areas, nes", "UN899"),
        ("Free Zones", "UN838"),
    ],
)
def test_lists_shorten_and_turn_names(text: str, code: str) -> None:
    assert places.find(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Samoa (American)", "AS"),
        ("Korea (North)", "KP"),
        ("Guinea, Republic of Bissau", ""),
        ("Rep. of", ""),
    ],
)
def test_a_part_of_a_name_is_not_taken_for_it(text: str, code: str) -> None:
    entry = places.meant(text)
    assert (entry.code if entry else "") == code


@pytest.mark.parametrize("column", ["iso3", "census_code", "comtrade_code", "ifs_code"])
def test_no_code_of_a_list_stands_twice(column: str) -> None:
    found: list[str] = []
    for entry in places.places().values():
        value = getattr(entry, column)
        found += [value] if isinstance(value, str) else value
    codes = [code for code in found if code]
    assert len(codes) == len(set(codes)) > 60


def test_codes_have_the_shape_of_their_list() -> None:
    for entry in places.places().values():
        if entry.level == "country":
            assert len(entry.code) == 2
            assert len(entry.iso3) == 3
            assert entry.code.isupper()
            assert entry.iso3.isupper()
        assert all(len(code) == 4 for code in entry.census_code)
        assert entry.name_zh
        assert entry.level in {"world", "region", "area", "country", "former", "unspecified"}


def test_areas_of_the_same_members_in_every_month() -> None:
    found = {one.code: one.members for one in places.places().values() if one.members and not one.dated}
    # Bulgaria joined on 2026-01-01, as the 21st (Council of the European Union, 2025-07-08).
    euro = [
        *("AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV"),
        *("MT", "NL", "PT", "SI", "SK"),
    ]
    # The Union of 2013-07 to 2020-01.
    union = {*euro, "CZ", "DK", "GB", "HU", "PL", "RO", "SE"}
    assert found == {
        "CN+HK": ("CN", "HK"),
        "EA19": tuple(code for code in euro if code not in {"BG", "HR"}),
        "EA20": tuple(code for code in euro if code != "BG"),
        "EA21": tuple(euro),
        "EU27": tuple(sorted(union - {"GB"})),
        "EU28": tuple(sorted(union)),
    }
    assert {code: len(members) for code, members in found.items()} == {
        "CN+HK": 2, "EA19": 19, "EA20": 20, "EA21": 21, "EU27": 27, "EU28": 28,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("area", "months"),
    [
        (
            "EU",
            {
                "1958-01": 6, "1972-12": 6, "1973-01": 9, "1981-01": 10, "1986-01": 12, "1995-01": 15,
                "2004-04": 15, "2004-05": 25, "2007-01": 27, "2013-06": 27, "2013-07": 28, "2020-01": 28,
                "2020-02": 27, "2026-08": 27,
            },
        ),
        # The European Central Bank's list: eleven in 1999, then GR, SI, CY and MT, SK, EE, LV, LT, HR, BG.
        (
            "EA",
            {
                "1999-01": 11, "2000-12": 11, "2001-01": 12, "2007-01": 13, "2008-01": 15, "2009-01": 16,
                "2011-01": 17, "2014-01": 18, "2015-01": 19, "2022-12": 19, "2023-01": 20, "2025-12": 20,
                "2026-01": 21,
            },
        ),
        ("ASEAN", {"1983-12": 5, "1984-01": 6, "1995-07": 7, "1997-07": 9, "1999-04": 10, "2025-09": 10,
                   "2025-10": 11}),
    ],
)  # fmt: skip
def test_how_many_belonged_to_an_area(area: str, months: dict[str, int]) -> None:
    sizes = {text: len(memberships.on(area, date(int(text[:4]), int(text[5:]), 1))) for text in months}
    assert sizes == months
    assert {term.member for term in memberships.terms(area)} <= places.of_level("country")


@pytest.mark.parametrize(
    ("code", "prose"),
    [
        ("US", "the United States"),
        ("NL", "the Netherlands"),
        ("PH", "the Philippines"),
        ("AE", "the United Arab Emirates"),
        ("GB", "the United Kingdom"),
        ("EU", "the European Union"),
        ("MIDDLE EAST", "the Middle East"),
        ("WORLD", "the world"),
        ("CN", "China"),
        ("CN+HK", "China and Hong Kong"),
        ("JP", "Japan"),
    ],
)
def test_a_name_inside_a_sentence(code: str, prose: str) -> None:
    assert places.place(code).prose == prose


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("美\u3000國", "US"),
        ("中國大陸\n與香港", "CN+HK"),
        ("新加坡 ", "SG"),
        ("東協10國", "ASEAN"),
        ("總計(千元)", "WORLD"),
        ("澳大利亞(千元)", "AU"),
    ],
)
def test_labels_of_the_ministry(label: str, code: str) -> None:
    found = places.by_label(label)
    assert found is not None
    assert found.code == code


def test_census_codes_are_texts_with_their_zeros() -> None:
    assert places.by_census_code("0003") is places.place("EU")
    assert places.by_census_code("3") is None


def test_every_partner_and_reporter_in_the_data_is_a_place() -> None:
    for source in ("mof", "census"):
        rows = pl.read_parquet(observations(source), columns=["partner", "reporter"])
        assert {*rows["partner"], *rows["reporter"]} <= places.places().keys()


def test_every_country_has_a_number_of_the_united_nations() -> None:
    countries = [place for place in places.places().values() if place.iso3]
    assert all(place.iso_code for place in countries)
    # Comtrade counts Monaco with France, and its number for something else.
    first = [place.comtrade_code[0] for place in countries if place.code != "MC"]
    assert len(set(first)) == len(first)
    assert places.place("KE").comtrade_code == ("404",)
    assert places.place("UA").comtrade_code == ("804",)


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("미국 미합중국 アメリカ合衆国 สหรัฐอเมริกา Yhdysvallat Ηνωμένες_Πολιτείες", "US"),
        ("독일 ドイツ เยอรมนี Německo Tyskland Γερμανία", "DE"),
        ("러시아 러시아연방 Russian_Fed. Rusya_Federasyonu Ryssland", "RU"),
        ("베트남 ベトナム เวียดนาม", "VN"),
        ("호주 豪州 オーストラリア", "AU"),
        ("아랍에미리트 U.A.E. アラブ首長国連邦", "AE"),
        # Codes that were withdrawn with the country.
        ("AN ANT", "ANHH"),
        ("SU SUN", "SUHH"),
    ],
)
def test_large_traders_are_known_as_other_offices_write_them(names: str, code: str) -> None:
    assert {places.find(name.replace("_", " ")).code for name in names.split()} == {code}
