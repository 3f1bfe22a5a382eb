"""Places as people ask for them: in one letter, several with commas between, or as no list knows them."""

from __future__ import annotations

import re

from tradecli.errors import NoData
from tradecli.facts import places
from tradecli.facts.places import Place, meant
from tradecli.facts.spelling import folded

#: Chinese names of one letter, as headlines write them, and the ministry's of an area; two letters could
#: each mean two (印, 澳).
SHORT = {
    "美": "US",
    "日": "JP",
    "韓": "KR",
    "英": "GB",
    "德": "DE",
    "法": "FR",
    "荷": "NL",
    "陸": "CN",
    "中": "CN",
    "港": "HK",
    "星": "SG",
    "越": "VN",
    "泰": "TH",
    "菲": "PH",
    "台": "TW",
    "臺": "TW",
    "我國": "TW",
    "中國大陸(含香港)": "CN+HK",
    "中國大陸含香港": "CN+HK",
}
#: Names of no list of partners, and what may be asked instead.
NO_PLACE = {
    **dict.fromkeys(
        ("row", "rest of the world", "rest of world", "others", "other countries", "其他", "其他國家"),
        "no list says which partners that leaves out: WORLD is all of them, `trade partners` shows the rest",
    ),
    **dict.fromkeys(("g7", "七大工業國"), "name them side by side: US,JP,DE,GB,FR,IT,CA"),
    **dict.fromkeys(("usmca", "nafta", "美墨加"), "name them side by side: US,CA,MX"),
    **dict.fromkeys(("greater china", "大中華", "兩岸三地"), "name them: CN,HK side by side, or CN+HK"),
}
#: What stands between the places of a list, each as a comma.
_COMMAS = str.maketrans(dict.fromkeys("，、;；", ","))


def find(text: str) -> Place:
    """The place that a person names, as `places.find` finds it, and in one Chinese letter.

    Raises:
        NoData: Nothing is called that; the hint names the nearest ones, or what may be asked instead.
        QueryError: A number means different countries in different lists.

    Examples:
        >>> find("美").code, find("usa").code
        ('US', 'US')
    """
    if code := SHORT.get(text.strip()):
        return places.place(code)
    if said := NO_PLACE.get(folded(text)):
        raise NoData("no country or area is called {text!r}", hint=said, text=text.strip())
    pieces = re.split("[+/]", text)
    if len(pieces) > 1 and places.meant(text) is None and all(places.meant(piece) for piece in pieces):
        raise NoData(
            "no country or area is called {text!r}",
            hint="several partners are written {pieces}, side by side",
            text=text.strip(),
            pieces=",".join(pieces),
        )
    return places.find(text)


def listed(text: str) -> list[Place]:
    """The places that *text* names, with commas between them; a name that holds a comma is one name.

    Raises:
        NoData: One of them is called nothing that is known.
        QueryError: A number means different countries in different lists.

    Examples:
        >>> [place.code for place in listed("US, Korea, South, 日本、CN+HK")]
        ['US', 'KR', 'JP', 'CN+HK']
    """
    pieces = [piece for piece in text.translate(_COMMAS).split(",") if piece.strip()]
    if len(pieces) < 2:
        return [find(text)]
    found: list[Place] = []
    while pieces:
        lengths = range(len(pieces), 1, -1)
        length = next((n for n in lengths if meant(",".join(pieces[:n]))), 1)
        found.append(find(",".join(pieces[:length])))
        del pieces[:length]
    return found
