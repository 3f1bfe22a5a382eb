"""Numbers of countries that one customs office alone uses: Brazil's, Japan's, the United Kingdom's."""

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
