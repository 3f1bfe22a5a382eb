"""Places as people ask for them: several with commas between."""

from __future__ import annotations

import re

from tradecli.facts.places import Place, find, meant

#: What stands between the places of a list.
_COMMAS = re.compile("[,，、;；]")


def listed(text: str) -> list[Place]:
    """The places that *text* names, with commas between them; a name that holds a comma is one name.

    Raises:
        NoData: One of them is called nothing that is known.
        QueryError: A number means different countries in different lists.

    Examples:
        >>> [place.code for place in listed("US, Korea, South, 日本、CN+HK")]
        ['US', 'KR', 'JP', 'CN+HK']
    """
    pieces = [piece for piece in _COMMAS.split(text) if piece.strip()]
    if len(pieces) < 2:
        return [find(text)]
    found: list[Place] = []
    while pieces:
        lengths = range(len(pieces), 1, -1)
        length = next((n for n in lengths if meant(",".join(pieces[:n]))), 1)
        found.append(find(",".join(pieces[:length])))
        del pieces[:length]
    return found
