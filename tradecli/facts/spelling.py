"""One spelling for the many of a name."""

from __future__ import annotations

import re
import unicodedata

#: How lists of partners shorten the words of names.
_SHORT = {
    "rep": "republic",
    "dem": "democratic",
    "fed": "federated",
    "st": "saint",
    "sts": "states",
    "is": "islands",
    "isl": "islands",
    "isds": "islands",
    "isd": "island",
    "terr": "territory",
    "n.e.s": "nes",
}
_LINKS = frozenset({"the", "of"})


def folded(text: str) -> str:
    """A name in small letters and single blanks, with one way to write "and" and an apostrophe.

    Examples:
        >>> folded("The  Trinidad & Tobago")
        'trinidad and tobago'
    """
    words = text.replace("’", "'").replace("&", " and ").casefold().split()
    return " ".join(words).removeprefix("the ")


def written_out(text: str) -> str:
    """A name with its words written out, without accents, "the" and "of"; commas stay.

    Examples:
        >>> written_out("São Tomé & Príncipe, Dem. Rep. of")
        'sao tome and principe, democratic republic'
        >>> written_out("Areas, n.e.s.")
        'areas nes'
    """
    plain = unicodedata.normalize("NFKD", folded(text))
    words = "".join(letter for letter in plain if not unicodedata.combining(letter)).split()
    spelled = " ".join(
        _SHORT.get(word.rstrip(".,"), word.rstrip(".,")) + "," * word.endswith(",")
        for word in words
        if word not in _LINKS
    )
    return re.sub(r",? nes$", " nes", spelled)


def turned(text: str) -> str:
    """A name that a list has turned round, as it is spoken: what stands before the comma goes to the end.

    Examples:
        >>> turned("Korea, Dem. People's Rep. of")
        "Dem. People's Rep. of Korea"
    """
    first, _, rest = text.partition(",")
    return f"{rest.strip()} {first.strip()}".strip()
