"""How months are written in other languages, calendars and editions: names, eras, marks of revision. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

#: The names of the months in each language; the English ones are read anyhow.
_NAMES = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "január február marec apríl máj jún júl august september október november december",
    "január február március április május június július augusztus szeptember október november december",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu "
    "heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος "
    "νοέμβριος δεκέμβριος",
)
#: Short forms that mean one month whichever language they are of.
_SHORT = (
    "jan janv ene gen oca",
    "feb févr fév fev",
    "mär mrz mar mars mrt",
    "apr avr abr nis",
    "mai may mag mei maj",
    "jun giu haz",
    "juil jul lug",
    "aug ago agu ağu agt",
    "sep sept set eyl",
    "okt oct out ott",
    "nov",
    "dez déc dec dic des",
)
#: Short forms that are other words as well; the English months, and parts of a year in signs.
_NO_MONTHS = frozenset(
    ("des", "out", "set", "ago", "mag", "maj", "gen", "mar", "dec", "market", "markets", "march")
)
_ENGLISH = frozenset(("jan", "feb", "apr", "jun", "jul", "aug", "sep", "oct", "nov"))
_PART = re.compile(
    r"\b(?:q[1-4]|[1-4]q|h[12]|[12]h)\b|[上下]半年|第?[一二三四1-4](?:季|四半期|분기)|"
    r"[-–~至] ?\d{1,2} ?[月월]|\b(?:quarter|half|ytd|to date|trimestre|quartal)\b|累计|累計|누계"
)
#: A name before or after its year; a year of two digits only behind a hyphen or an apostrophe.
_NAMED = re.compile(
    r"(?P<name>[^\W\d_]+)\.?(?:[-/., ]{0,2}(?:de |do )?(?P<year>[12]\d{3})|[-'](?P<short>\d\d))|"
    r"(?P<last>[12]\d{3})[-/., ]{0,2}(?P<first>[^\W\d_]+)\.?"
)
#: A day before the name of its month, as databases and spreadsheets write it.
_DAY = re.compile(
    r"(?P<day>\d{1,2})(?:[-/. ]?|\. )(?P<name>[^\W\d_]+)\.?[-/. ]?(?P<year>[12]\d{3}|(?<=[-/])\d\d)"
)
#: The years before the first of each Japanese era; the first is written 元 as well.
_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925}
_ERA = re.compile(r"(令和|平成|昭和|r|h) ?(\d{1,2}|元)[年./-] ?(\d{1,2})月?(?:分)?")
#: Words for months that stand beside their number.
_NUMBERED = re.compile(r"(?:tháng |thang |t)(\d{1,2})(?:[-/]| năm | nam )(\d{4})")
#: What tells that a figure may be revised, or points to a note; never what tells an estimate.
MARK = re.compile(
    r"\s*(?:[*†‡¹²³⁴⁵]+|(?<=\d)\s?[pr]|[(（\[](?:p|r|[1-9]|\*+|prel\w*\.?|prov\w*\.?|rev\w*\.?|速報値?|初步|暫定|修正|確定|确定|잠정|"
    r"확정)[)）\]]|\b(?:preliminary|provisional|revised)|速報値?|確報値?|確定値?|잠정치?)$",
    re.IGNORECASE,
)
#: Years of the Buddhist era, of which no other calendar has any yet: 2568 is 2025.
_BUDDHIST = range(2480, 2700)
_BUDDHA = 543
#: No records are older, and years of other calendars are smaller: 1403 of the Iranian one is no 1403.
_FIRST = 1900


@cache
def _numbers() -> dict[str, int]:
    """The months by their names and short forms."""
    found = {name: month for month, names in enumerate(_SHORT, 1) for name in names.split()}
    for names in _NAMES:
        found |= {name: month for month, name in enumerate(names.split(), 1)}
    return found | {_bare(name): month for name, month in found.items()}


def _bare(name: str) -> str:
    """A name without accents, as files of plain letters have it."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def by_name(text: str) -> date | None:
    """The month that a text names in some language or calendar of its own.

    Args:
        text: It, in small letters.

    Examples:
        >>> texts = ("märz 2025", "2025-août", "kasım 2025", "agustus-25", "令和7年11月", "h31.4")
        >>> [f"{by_name(text):%Y-%m}" for text in texts]
        ['2025-03', '2025-08', '2025-11', '2025-08', '2025-11', '2019-04']
        >>> by_name("15-nov-25"), by_name("24. dez 2025")
        (datetime.date(2025, 11, 1), datetime.date(2025, 12, 1))
        >>> by_name("2025-unfug"), by_name("nov 25")
        (None, None)
    """
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("i̇", "i")
    if era := _ERA.fullmatch(text):
        year = _ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
        return date(year, int(era[3]), 1) if 1 <= int(era[3]) <= 12 else None
    if numbered := _NUMBERED.fullmatch(text):
        month = int(numbered[1])
        return date(int(numbered[2]), month, 1) if 1 <= month <= 12 else None
    if named := _NAMED.fullmatch(text):
        name, short = named["name"] or named["first"], named["short"]
        year = 2000 + int(short) if short else int(named["year"] or named["last"])
        return date(year, _numbers()[name], 1) if name in _numbers() else None
    if (day := _DAY.fullmatch(text)) and day["name"] in _numbers():
        year = int(day["year"]) + (2000 if len(day["year"]) == 2 else 0)
        try:
            return date(year, _numbers()[day["name"]], int(day["day"])).replace(day=1)
        except ValueError:
            return None
    return None


def is_part_of_year(text: str) -> bool:
    """Whether a text beside a year speaks of some of its months, so that the year is not all of it.

    Examples:
        >>> [is_part_of_year(text) for text in ("Jan-Nov ", "Q3 ", "1-11月", "Exports to ", "上半年")]
        [True, True, True, False, True]
    """
    words = re.findall(r"[^\W\d_]{3,}", text.casefold())
    named = any(by_name(f"{word} 2001") or word[:3] in _ENGLISH for word in words if word not in _NO_MONTHS)
    return named or bool(_PART.search(text.casefold()))


def unmarked(text: str) -> str:
    """A text without what marks it as revised, or points to a note.

    Examples:
        >>> [unmarked(text) for text in ("2025-11p", "2025-11 (r)", "2025-11*", "202511¹", "Nov-2025")]
        ['2025-11', '2025-11', '2025-11', '202511', 'Nov-2025']
        >>> unmarked("2025e"), unmarked("2025-11 (Jan)")
        ('2025e', '2025-11 (Jan)')
    """
    return MARK.sub("", text)


def in_common_era(found: date | None) -> date | None:
    """A month whose year may be of the Buddhist era; None for a year that no records are of.

    Examples:
        >>> in_common_era(date(2568, 11, 1)), in_common_era(date(1403, 5, 1))
        (datetime.date(2025, 11, 1), None)
    """
    if found is None or found.year < _FIRST:
        return None
    return found.replace(year=found.year - _BUDDHA) if found.year in _BUDDHIST else found
