"""English: codes and names of partners and commodities."""

from __future__ import annotations

MESSAGES = {
    "codes.title": "Codes[ matching {text:quoted}]",
    "codes.type": "type",
    "codes.code": "code",
    "codes.classification": "classification",
    "codes.name": "name",
    "codes.other_name": "name in Chinese",
    "codes.of_type.country": "country",
    "codes.of_type.area": "area",
    "codes.of_type.region": "region",
    "codes.of_type.world": "world",
    "codes.of_type.former": "former",
    "codes.of_type.unspecified": "unspecified",
    "codes.of_type.commodity": "commodity",
    "codes.of_type.section": "section",
    "codes.of_type.chapter": "chapter",
    "codes.of_type.heading": "heading",
    "codes.of_type.subheading": "subheading",
    "codes.editions": "editions",
    "codes.became": "in HS 2022",
    "codes.available_from": "figures from",
    "codes.aliases": "aliases",
}
