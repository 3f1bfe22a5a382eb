"""Traditional Chinese."""

WORDINGS: dict[str, str] = {}
