"""Sentences that know what they were made of, so that they can be written in another language.

A sentence is raised or returned as an English text: that is what it is for Python, for a log and for a
test. Beside the text it keeps its template and the facts in it, typed as they were; the catalogue of a
language holds the twin of the template (`tradecli.catalogue.wordings`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Wording(str):
    """An English text with the template and the facts it was made of.

    Args:
        template: A sentence with its facts in braces, as `str.format` reads them; without any facts it
            stands as it is.
        facts: What the fields of the template are; other sentences among them.

    Examples:
        >>> Wording("{name}: {rows:,} rows", name="a.csv", rows=1200)
        'a.csv: 1,200 rows'
    """

    template: str
    facts: Mapping[str, object]
    __slots__ = ("facts", "template")

    def __new__(cls, template: str, /, **facts: object) -> Wording:
        """Make the text once; what is a sentence already stays the one it is."""
        if isinstance(template, Wording):
            return template
        self = super().__new__(cls, template.format_map(facts) if facts else template)
        self.template, self.facts = template, facts
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Copies and pickles keep the facts."""
        return (self.template,), dict(self.facts)


class Later:
    """A sentence that is made only where it is read: for what is said of every cell, and seldom needed.

    Examples:
        >>> f"{Later('{name}, row {row}', name='a.csv', row='113')}: the cell is empty"
        'a.csv, row 113: the cell is empty'
    """

    __slots__ = ("facts", "template")

    def __init__(self, template: str, /, **facts: object) -> None:
        """Keep what it is made of."""
        self.template, self.facts = template, facts

    def made(self) -> Wording:
        """The sentence."""
        return Wording(self.template, **self.facts)

    def __str__(self) -> str:
        return str(self.made())


def reason(error: OSError) -> Wording:
    """Why the system refuses a file, without its number and the name."""
    return Wording(error.strerror or str(error))


class Listed(tuple[object, ...]):
    """Several facts in one field: joined by commas, semicolons, or by a word such as "or".

    Examples:
        >>> f"write {Listed(('US', 'JP', 'KR'), 'or')}"
        'write US or JP or KR'
    """

    word: str

    def __new__(cls, items: Iterable[object], word: str = ",") -> Listed:
        """Keep the facts and what joins them."""
        self = super().__new__(cls, items)
        self.word = word
        return self

    def __str__(self) -> str:
        return (f"{self.word} " if self.word in {",", ";"} else f" {self.word} ").join(map(str, self))

    def __format__(self, spec: str) -> str:
        return str(self)
