"""A layout: a form in which an office publishes its records, declared as what its columns are called."""

from __future__ import annotations

from typing import NamedTuple

from tradecli.own_table.mapping import Mapping


class Form(NamedTuple):
    """One set of columns of a layout: a table with all of `header` is read by `mapping`.

    Case and blanks around names do not count. What `mapping` names and a table lacks is a fault, but for
    `optional` columns, which are then not named.
    """

    header: tuple[str, ...]
    mapping: Mapping
    optional: tuple[str, ...] = ()


class Layout(NamedTuple):
    """A known form of customs files: what `--columns` calls it, whose files they are, and its forms.

    `title` is a template of the catalogue, which has its Chinese. `remark` is what an answer must say of its
    figures, another template; empty if there is nothing. Of the forms the first that fits is taken.
    """

    name: str
    title: str
    forms: tuple[Form, ...]
    remark: str = ""

    @property
    def mapping(self) -> Mapping:
        """What the columns mean in its first form."""
        return self.forms[0].mapping
