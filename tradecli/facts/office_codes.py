"""Numbers of countries that one customs office alone uses: Brazil's, Japan's, the United Kingdom's.

Each number was compared on 2026-11-27 with a list that others publish; a number in none of them is left
out.

* Brazil, 253: `PAIS.csv` of the foreign trade secretariat, as luanps/comex_stat (2020) and
  MatheusFonseca849/docker_postgre (2026) keep it. Of 246 numbers 245 were right; 020, islands of Spain,
  stood for Curaçao, which is 200. 8 are new. 393, 489 and 698 rest on the names there, beside which no ISO
  code stands.
* Japan, 224: the areas of the Ministry of Finance's tables in e-Stat (2001 to 2026), as a public program
  that reads them keeps them. All 221 numbers were right; 3 are new.
* HMRC, 238: HMRC numbers countries as Eurostat's Geonomenclature does, whose list of 2016 with years is in
  SWS-Methodology/faoswsTrade (`partner_EN.txt`). All 223 numbers were right; 15 are new. In public programs
  that ask HMRC itself 10 of them were seen: 1, 39, 400, 664, 720, 728, 732, 736, 740 and 743.

The Census Bureau's 235 numbers in places.csv were compared with its `country.xlsx` of 2023
(JJamesRoy/ECN3950): 234 were right, and 1000, the United States, which has no row there, is so in Schedule
C. Korea's customs use the letters of ISO 3166.

Left out are parts of countries (the Canaries, Dubai, the Azores), numbers of several (Japan's 326 and 327,
the Dutch and French West Indies), and what is no country (stores, secret trade, areas not named).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

#: The offices that have a list of their own, and what the list is called in a sentence.
OFFICES: Mapping[str, str] = MappingProxyType(
    {
        "brazil": "the list of Brazil's customs",
        "japan": "the list of Japan's customs",
        "hmrc": "the list of UK HMRC",
    }
)


@cache
def office_codes(office: str) -> Mapping[int, str]:
    """The places of an office's list by their numbers.

    Examples:
        >>> office_codes("brazil")[586], office_codes("japan")[304], office_codes("hmrc")[400]
        ('PY', 'US', 'US')
    """
    with Path(__file__).with_name("office_codes.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["list"] == office]
    return MappingProxyType({int(row["code"]): row["place"] for row in rows})
