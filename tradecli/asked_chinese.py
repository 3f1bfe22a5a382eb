"""A Chinese question without blanks, such as 對美出口2025年11月, cut into the words it is made of. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tradecli.facts import asked_places, commodities, goods_words, places

#: Words for what is asked; those before a place or period, and those that say nothing, in `asked_words`.
COMMANDS = {
    **dict.fromkeys(("出口", "總出口", "出口額", "出口總額"), "exports"),
    **dict.fromkeys(("進口", "總進口", "進口額", "進口總額"), "imports"),
    **dict.fromkeys(("出超", "入超", "出入超", "順差", "逆差", "貿易差額"), "surplus"),
    **dict.fromkeys(("紀錄", "創紀錄"), "records"),
    **dict.fromkeys(("貿易夥伴", "主要貿易夥伴", "最大貿易夥伴", "主要出口市場"), "partners"),
    **dict.fromkeys(("圖", "圖表", "統計圖", "走勢圖"), "chart"),
    "新聞稿": "brief",
}
PARTICLES = frozenset("對向往自從由與和及跟的之在至到起")
_OTHERS = (
    *("以來", "按月", "按季", "按年", "逐月", "逐季", "逐年", "每月", "每季", "每年", "占比", "比重", "貿易"),
    *("累計", "年增率", "全年", "去年", "今年", "前年", "上個月", "上月", "本月", "上季", "本季"),
    *("歷年", "各年", "各季", "各月", "進出口", "貿易額", "貿易總額", "平均"),
)
#: A word of more letters is no question; each letter may begin a word of its own.
LONGEST = 60
_CHINESE = re.compile("[\u3400-\u9fff]")
_PERIOD = re.compile(
    r"(?:民國)?\d{2,4}年(?:前|\d{1,2}(?:月)?(?:-|至|到))?\d{1,2}個?月(?:份|\d{1,2}日)?"
    r"|(?:民國)?\d{2,4}年(?:第?[1-4一二三四]季度?|[上下]半年)?"
    r"|(?:最近|近|過去)[\d一二三四五六七八九十兩]+(?:個?月|個?季|年)"
    r"|前?\d{1,2}個?月|\d{4}(?:[-/]?(?:q[1-4]|\d{1,2}))?|[a-z]+"
)


def cut(word: str) -> list[str]:
    """The words that a word is made of; a word without Chinese, or that is a name as it stands, is one.

    Examples:
        >>> cut("對美出口2025年11月"), cut("中國大陸與香港"), cut("US")
        (['對', '美', '出口', '2025年11月'], ['中國大陸與香港'], ['US'])
    """
    if len(word) > LONGEST or not _CHINESE.search(word) or places.meant(word) or commodities.meant(word):
        return [word]
    text = unicodedata.normalize("NFKC", word).casefold()
    found = _cut(text)
    return list(found) if found else [word]


@cache
def _cut(text: str) -> tuple[str, ...] | None:
    """The fewest words that a text is made of; None where it holds anything else."""
    if not text:
        return ()
    best: tuple[str, ...] | None = None
    for length in _lengths(text):
        rest = _cut(text[length:])
        if rest is not None and (best is None or 1 + len(rest) < len(best)):
            best = (text[:length], *rest)
    return best


def _lengths(text: str) -> set[int]:
    """How long each known word is that a text begins with."""
    lengths = {len(name) for name in _names().get(text[0], ()) if text.startswith(name)}
    match = _PERIOD.match(text)
    return lengths | ({match.end()} if match else set())


@cache
def _names() -> dict[str, list[str]]:
    """Every known Chinese word by its first letter."""
    every = [
        *COMMANDS,
        *PARTICLES,
        *_OTHERS,
        *asked_places.SHORT,
        *goods_words.NO_GROUP,
        *asked_places.NO_PLACE,
    ]
    every += [name for place in places.places().values() for name in place.names]
    for goods in commodities.commodities().values():
        every += [goods.name_zh, *goods.aliases]
    found: dict[str, list[str]] = {}
    for name in every:
        if _CHINESE.search(name):
            found.setdefault(name[0].casefold(), []).append(name.casefold())
    return found
