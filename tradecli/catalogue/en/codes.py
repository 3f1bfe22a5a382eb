"""English: codes and names of partners and commodities."""

from __future__ import annotations

MESSAGES = {
    "codes.title": "Codes[ matching {text:quoted}]",
    "codes.type": "type",
    "codes.code": "code",
    "codes.classification": "classification",
    "codes.name": "name",
    "codes.name_zh": "name zh",
    "codes.aliases": "aliases",
}
