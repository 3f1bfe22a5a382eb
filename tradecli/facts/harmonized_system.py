"""The Harmonized System: its sections, chapters, headings and subheadings, and the editions that have each.

Which codes an edition has is from the commodity lists of UN Comtrade (H0 to H6), held against those of the R
package concordance; what became of a code is from the correlation tables of the United Nations Statistics
Division. Names are our own, after the usual terms of the field; a code without one is told by its heading:
those that are called as it is, and those that meant other goods in another edition, which no name says.
98 and 99 stand in no edition: each office puts there what it likes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tradecli.facts.chinese_script import compared

#: The editions, by the year from whose 1 January each is in force.
EDITIONS = (1992, 1996, 2002, 2007, 2012, 2017, 2022)
#: Comtrade's word for each.
COMTRADE_EDITIONS = {f"H{number}": edition for number, edition in enumerate(EDITIONS)}
#: The Roman numerals below ten.
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_CODE = re.compile(
    r"(?:(?:hs|code|chapter|heading|subheading)[: ]?)*([0-9]{2}(?:\.?[0-9]{2}){0,2})|第?([0-9]{2})章",
    re.IGNORECASE,
)
_CODES = Path(__file__).parent / "harmonized_system.csv"
_CORRELATIONS = Path(__file__).parent / "hs_correlations.csv"


class Section(NamedTuple):
    """A section: its number, its first and last chapter, and its name in English and Chinese."""

    number: int
    first: str
    last: str
    name: str
    name_zh: str

    @property
    def code(self) -> str:
        """The number as the list `hs-section` writes it."""
        return f"{self.number:02}"

    @property
    def numeral(self) -> str:
        """The number as the Harmonized System writes it.

        Examples:
            >>> SECTIONS[15].numeral, SECTIONS[3].numeral
            ('XVI', 'IV')
        """
        tens, ones = divmod(self.number, 10)
        return "X" * tens + _ONES[ones]


SECTIONS = (
    Section(1, "01", "05", "Live animals; animal products", "活動物；動物產品"),
    Section(2, "06", "14", "Vegetable products", "植物產品"),
    Section(3, "15", "15", "Animal, vegetable or microbial fats", "動植物及微生物油脂類"),
    Section(4, "16", "24", "Prepared foods; beverages, tobacco", "調製食品；飲料及菸酒"),
    Section(5, "25", "27", "Mineral products", "礦產品"),
    Section(6, "28", "38", "Chemicals", "化學品"),
    Section(7, "39", "40", "Plastics, rubber and articles", "塑膠、橡膠及其製品"),
    Section(8, "41", "43", "Hides, leather, fur, travel goods", "皮革、毛皮、旅行用品"),
    Section(9, "44", "46", "Wood, cork, basketware", "木、軟木、編結材料製品"),
    Section(10, "47", "49", "Pulp; paper; printed matter", "紙漿；紙及其製品；印刷品"),
    Section(11, "50", "63", "Textiles", "紡織品"),
    Section(12, "64", "67", "Footwear, headgear, umbrellas", "鞋、帽、傘及類似品"),
    Section(13, "68", "70", "Stone, ceramic and glass articles", "石料、陶瓷、玻璃製品"),
    Section(14, "71", "71", "Jewellery, precious stones and metals", "珍珠、寶石及貴金屬"),
    Section(15, "72", "83", "Base metals and articles", "基本金屬及其製品"),
    Section(16, "84", "85", "Machinery and electrical equipment", "機械及電機設備"),
    Section(17, "86", "89", "Transport equipment", "運輸工具"),
    Section(
        18,
        "90",
        "92",
        "Optical, precision instruments; clocks; musical instruments",
        "光學及精密儀器；鐘錶；樂器",
    ),
    Section(19, "93", "93", "Weapons and ammunition", "武器及彈藥"),
    Section(20, "94", "96", "Miscellaneous manufactured articles", "雜項製造品"),
    Section(21, "97", "97", "Works of art and antiques", "藝術品及古董"),
)


class Code(NamedTuple):
    """A chapter, heading or subheading: the editions it stands in, and its names; empty where it has none."""

    code: str
    editions: tuple[int, ...]
    name: str
    name_zh: str


def digits(text: str) -> str:
    """The two, four or six digits of a text that is a code, as people write it; else nothing.

    Examples:
        >>> digits("hs:8542"), digits("85"), digits("HS 8542.31"), digits("chapter 85"), digits("第85章")
        ('8542', '85', '854231', '85', '85')
        >>> digits("854"), digits("chips"), digits("8542310000")
        ('', '', '')
    """
    match = _CODE.fullmatch(text.strip())
    return (match[1] or match[2]).replace(".", "") if match else ""


@cache
def codes() -> Mapping[str, Code]:
    """Every code of every edition, in order.

    Examples:
        >>> codes()["8542"].name_zh, codes()["8549"].editions
        ('電子積體電路', (2022,))
    """
    with _CODES.open(encoding="utf-8", newline="") as table:
        rows = csv.reader(table)
        next(rows)
        return {code: Code(code, _editions(spans), name, chinese) for code, spans, name, chinese in rows}


@cache
def _editions(spans: str) -> tuple[int, ...]:
    """The editions of spans such as `1992-2002 2022`."""
    pairs = [span.partition("-")[::2] for span in spans.split()]
    bounds = [(int(first), int(last or first)) for first, last in pairs]
    return tuple(edition for edition in EDITIONS if any(first <= edition <= last for first, last in bounds))


def chapter(code: str) -> Code | None:
    """The chapter that a code lies in."""
    return codes().get(code[:2])


def section(code: str) -> Section | None:
    """The section that a code lies in; None for 98 and 99.

    Examples:
        >>> section("8542").name, section("99")
        ('Machinery and electrical equipment', None)
    """
    return next((one for one in SECTIONS if one.first <= code[:2] <= one.last), None)


def above(code: str) -> list[Code]:
    """The chapter and heading that a code lies in, the chapter first; not itself.

    Examples:
        >>> [one.code for one in above("854231")]
        ['85', '8542']
    """
    return [codes()[code[:length]] for length in (2, 4) if length < len(code) and code[:length] in codes()]


def below(code: str) -> list[Code]:
    """The headings of a chapter, the subheadings of a heading, of every edition.

    Examples:
        >>> [one.code for one in below("8549")][:2]
        ['854911', '854912']
    """
    return [one for one in codes().values() if one.code[:-2] == code]


def named(text: str) -> list[Code]:
    """The codes whose whole name, in either language, a text is.

    Examples:
        >>> [one.code for one in named("Passenger cars")], [one.code for one in named("自動資料處理機")]
        (['8703'], ['8471'])
    """
    return [*_by_name().get(compared(text), ())]


@cache
def _by_name() -> dict[str, list[Code]]:
    """The codes of each name in either language, as names are compared."""
    found: dict[str, list[Code]] = {}
    for one in codes().values():
        for name in {one.name.casefold(), compared(one.name_zh)} if one.name else ():
            found.setdefault(name, []).append(one)
    return found


def with_words(text: str) -> list[Code]:
    """The codes whose name holds every word of a text, or whose Chinese name holds it; wider ones first.

    Where some have them as whole words, only those: cars are not carpets.

    Examples:
        >>> [one.code for one in with_words("cars")][:3], [one.code for one in with_words("carpet")][0]
        (['8703', '401110', '401211'], '57')
    """
    chinese = compared(text)
    if not chinese.isascii():
        found = [one for one in codes().values() if chinese in compared(one.name_zh)]
        return sorted(found, key=lambda one: (len(one.code), one.code))
    words = [word.removesuffix("s") for word in re.findall(r"[\w.]+", chinese) if len(word) > 1]
    if not words:
        return []
    # A short word inside another is another word: Hong is not in thongs.
    starts = [re.compile((r"\b" if len(word) < 5 else "") + re.escape(word), re.IGNORECASE) for word in words]
    found = [one for one in codes().values() if all(start.search(one.name) for start in starts)]
    whole = re.compile("".join(rf"(?=.*\b{re.escape(word)}s?\b)" for word in words), re.IGNORECASE)
    found = [one for one in found if whole.match(one.name)] or found
    return sorted(found, key=lambda one: (len(one.code), one.code))


@cache
def _tables() -> Mapping[int, Mapping[str, tuple[str, ...]]]:
    """For each edition the codes whose goods were, or were partly, under others before; others stayed."""
    found: dict[int, dict[str, tuple[str, ...]]] = {edition: {} for edition in EDITIONS[1:]}
    with _CORRELATIONS.open(encoding="utf-8", newline="") as table:
        rows = csv.reader(table)
        next(rows)
        for edition, code, before in rows:
            found[int(edition)][code] = tuple(before.split(" "))
    return found


@cache
def correlation(edition: int) -> Sequence[tuple[str, str]]:
    """Every pair of subheadings of an edition and of the one before that hold some of the same goods.

    Args:
        edition: The later one; the first has none.

    Examples:
        >>> ("854951", "854231") in correlation(2022), ("010121", "010110") in correlation(2012)
        (False, True)
    """
    before = EDITIONS[EDITIONS.index(edition) - 1]
    moved = _tables()[edition]
    pairs = [(code, old) for code, olds in moved.items() for old in olds]
    stayed = [
        (one.code, one.code)
        for one in codes().values()
        if len(one.code) == 6 and one.code not in moved and edition in one.editions and before in one.editions
    ]
    return sorted([*pairs, *stayed])
