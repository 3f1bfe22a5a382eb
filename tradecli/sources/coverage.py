"""Which source answers for a reporter unless the user names another: one table."""

from __future__ import annotations

#: The publisher itself where it has a file of its own.
NATIONAL = {"TW": "mof", "US": "census"}

#: The members of the European Union, and the Union itself.
EUROPEAN_UNION = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "EU", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
))  # fmt: skip

#: Whoever has no better source reports to the United Nations.
OTHERS = "comtrade"


def default_source(reporter: str) -> str:
    """The id of the source that answers for a reporter.

    Args:
        reporter: ISO 3166-1 alpha-2, or `EU`.

    Examples:
        >>> default_source("TW"), default_source("US"), default_source("DE"), default_source("KR")
        ('mof', 'census', 'eurostat', 'comtrade')
    """
    if reporter in EUROPEAN_UNION:
        return "eurostat"
    return NATIONAL.get(reporter, OTHERS)
