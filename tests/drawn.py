"""How many random cases are drawn: those that show each kind, or in a thorough run many more.

A run is thorough with `HYPOTHESIS_PROFILE=thorough`. With `-m drawn` only the tests that draw their cases
run: the last check before a change lands does so.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import settings

Test = TypeVar("Test", bound=Callable[..., Any])

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def seeds(usual: int, thorough: int) -> range:
    """The seeds of a generator of cases.

    Examples:
        >>> seeds(3, 30)[:3]
        range(0, 3)
    """
    return range(thorough if THOROUGH else usual)


def examples(usual: int, thorough: int) -> Callable[[Test], Test]:
    """Mark a test whose examples hypothesis draws, and say how many."""

    def marked(test: Test) -> Test:
        return pytest.mark.drawn(settings(max_examples=thorough if THOROUGH else usual)(test))  # type: ignore[no-any-return]

    return marked
