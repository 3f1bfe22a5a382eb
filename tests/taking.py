"""The CPU time that work takes, where it must not grow out of hand.

No test is timed against a clock: a run that another program slows is run again, and the least counts. What
is looked for is work that takes a hundred times as long as it should, not a slower machine.
"""

from collections.abc import Callable
from time import process_time

TRIES = 5


def takes_at_most(seconds: float, work: Callable[[], object]) -> bool:
    """Whether one of a few runs of the work keeps within so much CPU time."""
    return any(taken(work) <= seconds for _ in range(TRIES))


def taken(work: Callable[[], object]) -> float:
    """The CPU time of one run, in seconds."""
    begun = process_time()
    work()
    return process_time() - begun


def least(work: Callable[[], object]) -> float:
    """The least CPU time of a few runs, in seconds."""
    return min(taken(work) for _ in range(TRIES))
