"""How long to wait before a file is asked for again."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def backoff(made: int, factor: float, longest: float) -> float:
    """Seconds before the attempt after *made* others: a random part of a span that doubles each time.

    Args:
        made: Attempts made so far, from 1.
        factor: Seconds that the span begins with; it is twice that after the first attempt.
        longest: Seconds that are never exceeded.

    Examples:
        >>> 0 <= backoff(3, 0.5, 60) <= 4
        True
        >>> backoff(40, 1e9, 0.25) <= 0.25
        True
    """
    return min(secrets.SystemRandom().uniform(0, factor * 2.0**made), longest)


def asked(header: str, now: datetime) -> float:
    """Seconds that a server asks to wait: its `Retry-After`, a number or a day and time (RFC 9110, 10.2.3).

    Nothing that can be understood is no wait; nor is a time that has passed. A time without a zone is UTC.

    Examples:
        >>> now = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
        >>> asked("120", now), asked("Fri, 27 Nov 2026 12:01:30 GMT", now), asked("soon", now)
        (120.0, 90.0, 0.0)
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
        return max(0.0, ((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return 0.0
