"""English: what each source covers and asks for."""

from __future__ import annotations

MESSAGES = {
    "sources.title": "Sources",
    "sources.source": "source",
    "sources.publisher": "publisher",
    "sources.covers": "covers",
    "sources.first_month": "first month",
    "sources.newest_month": "newest month",
    "sources.vintages": "vintages",
    "sources.newest_vintage": "newest vintage",
    "sources.age_days": "age days",
    "sources.rows": "rows",
    "sources.key_variable": "key variable",
    "sources.key_set": "key set",
    "sources.yes": "yes",
    "sources.no": "no",
    "sources.terms": "{row.source}: {valuations:valuations}; {row.licence:worded}; attribute: {row.attribution:worded}; {row.address}",
}
