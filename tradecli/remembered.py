"""What a process has worked out before: an agent or a script asks of one pair many times.

A thing is remembered together with what it was made from, so that a changed store or another day makes it
anew. Only a few are kept: the newest used.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """The last few things made, by their keys.

    Examples:
        >>> lengths = Remembered[int](most=2)
        >>> [lengths.get(word, lambda: len(word)) for word in ("tin", "iron", "tin")]
        [3, 4, 3]
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T], keep: Callable[[T], bool] = lambda _: True) -> T:
        """What was made for a key; else it is made now, and kept where *keep* says so."""
        made = self._made.pop(key, None)
        if made is None:
            made = make()
        if keep(made):
            self._made[key] = made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget everything."""
        self._made.clear()
