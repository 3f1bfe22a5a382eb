"""In which encoding a text is written: seen from its bytes, never taken where several may be meant. Pure."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence

#: Encodings of several bytes a sign, with words of trade and the signs that its everyday texts are made of.
_WIDE = {
    "cp950": "出口進口輸出輸入美國中國大陸日本南韓韓國香港新加坡德國越南年月國家別金額千元貨品總值合計",
    "cp932": "輸出輸入アメリカ合衆国米国英国中国日本韓国台湾年月国名地域金額千円品目総額合計ドイツタイ",
    "cp949": "수출수입미국중국일본대만베트남홍콩독일연도년월국가금액달러천품목총계합계인도태국싱가포르",
    "gb18030": "出口进口美国中国日本韩国台湾香港德国越南年月国家别金额千元万商品总值合计泰国英国印度",
}
#: Encodings of one byte a sign, which decode each other's texts to words that nobody knows.
_NARROW = ("cp1252", "cp1250", "cp1254", "cp1251", "koi8-r", "cp1253", "cp874")
#: So many words with signs above ASCII are looked up.
_WORDS, _SHORT = 100, 3
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0e31-\u0e4e])+")
#: What is told of an encoding apart from its name, where it has to be said which is meant.
_OFFERED = ("cp950", "cp932", "cp949", "gb18030", *_NARROW)
_HIGH = re.compile(rb"[\x80-\xff]")
#: A letter with an accent beside a plain one, as in words of Latin letters; so large a part must be such.
_LETTERS = re.compile(
    rb"(?<=[A-Za-z])[\xc0-\xd6\xd8-\xf6\xf8-\xff]|[\xc0-\xd6\xd8-\xf6\xf8-\xff](?=[A-Za-z])"
)
_LATIN = 0.7
#: So large a part of the signs above ASCII must be common ones, and so much more than in another reading.
_COMMON, _MORE = 0.5, 1.5


def encoding_of(head: bytes, *, whole: bool, knows: Callable[[str], bool] = lambda word: False) -> str | None:
    """The encoding of a text that begins with some bytes; None where it cannot be told.

    Args:
        head: The first bytes.
        whole: Whether they are all of it; else the last sign may be cut.
        knows: Whether a word, in small letters, is one of trade in some language.

    Examples:
        >>> encoding_of("月份,國家".encode("cp950"), whole=True), encoding_of(b"period,value", whole=True)
        ('cp950', 'utf-8')
        >>> encoding_of("Türkiye,Côte d'Ivoire".encode("latin-1"), whole=True)
        'cp1252'
        >>> encoding_of("Страна;США".encode("cp1251"), whole=True, knows="страна сша".split().__contains__)
        'cp1251'
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return name
    for name, zeros, signs in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        # Plain letters of sixteen bits: a zero beside each.
        if zeros.count(b"\0") * 2 > len(zeros) and signs.count(b"\0") * 20 < len(signs):
            return name
    if decodes(head, "utf-8", whole=whole):
        return "utf-8"
    shares = {name: _common(head, name) for name in _WIDE if decodes(head, name, whole=whole)}
    ranked = sorted(shares, key=lambda name: -shares[name])
    likely = [name for name in ranked if shares[name] >= _COMMON]
    if not likely and (read := _read(head, knows, whole=whole)):
        return read
    if len(_LETTERS.findall(head)) >= _LATIN * len(_HIGH.findall(head)):
        return None if likely else "cp1252" if decodes(head, "cp1252", whole=whole) else "latin-1"
    clear = likely and (len(likely) == 1 or shares[likely[0]] > _MORE * shares[likely[1]])
    return likely[0] if clear else None


def _read(head: bytes, knows: Callable[[str], bool], *, whole: bool) -> str | None:
    """The encoding of one byte a sign in which most words are known; None where two read as many, or none.

    Texts that both read alike are of either.
    """
    texts = {
        name: codecs.getincrementaldecoder(name)().decode(head, whole)
        for name in _NARROW
        if decodes(head, name, whole=whole)
    }
    known = {name: sum(map(knows, _words(text))) for name, text in texts.items()}
    most = max(known.values(), default=0)
    best = [name for name, count in known.items() if count == most]
    return best[0] if most and len({texts[name] for name in best}) == 1 else None


def _words(text: str) -> list[str]:
    every = dict.fromkeys(word.casefold() for word in _WORD.findall(text) if not word.isascii())
    # Short ones may be codes: without its accent \u010d is in that of Kenya.
    return [word for word in every if len(word) > _SHORT or not re.search("[a-z]", word)][:_WORDS]


def offered(head: bytes) -> Sequence[str]:
    """The encodings that a text may be in, to be chosen from."""
    return [name for name in _OFFERED if decodes(head, name, whole=False)]


def decodes(text: bytes, encoding: str, *, whole: bool) -> bool:
    """Whether bytes are a text in an encoding."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(text, whole)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _common(head: bytes, encoding: str) -> float:
    """How many of the signs above ASCII are everyday ones of the encoding's language."""
    text = codecs.getincrementaldecoder(encoding)().decode(head, False)
    signs = [sign for sign in text if ord(sign) > 0x7F]
    return sum(sign in _WIDE[encoding] for sign in signs) / len(signs) if signs else 0.0
