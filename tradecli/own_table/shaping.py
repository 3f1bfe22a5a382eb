"""A table of any shape becomes plain ones: how its texts are written, which layout it has, which legs.

What a mapping leaves open is seen from the columns; nothing is taken that may be two things.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tradecli.errors import InvalidData, QueryError
from tradecli.own_table import day_order, laying, layouts, messages, observations, seeing, texts
from tradecli.own_table.files import File, Files
from tradecli.own_table.layouts import Form, Layout
from tradecli.own_table.legs import Leg, both
from tradecli.own_table.legs import of_folders as legs_of_folders
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.texts import Said
from tradecli.own_table.written import Text

#: What polars adds to a name that another column has.
_DOUBLE = "_duplicated_"


class Shaped(NamedTuple):
    """A table as it is read: its files with their legs, what the columns of these mean, and its layout."""

    files: Files
    mapping: Mapping
    layout: Layout | None = None


@lru_cache(maxsize=16)
def shaped(mapping: Mapping, files: Files, *, mapped: bool) -> Shaped:
    """See how a table is to be read.

    Args:
        mapping: What was said of its columns.
        files: As they were found.
        mapped: Whether anything was said; without it only a known layout gives columns a meaning.

    Raises:
        QueryError: It is not of the layout that was named, or what its columns mean has to be said.
        InvalidData: A file is not what its name says.
    """
    if files.remote:
        return Shaped(files, mapping)
    shape = _of_folders(mapping, _written(mapping, files, mapped=mapped), mapped=mapped)
    return shape._replace(mapping=shape.mapping._replace(dates=day_order.seen(shape.mapping, shape.files)))


def _of_folders(mapping: Mapping, files: Files, *, mapped: bool) -> Shaped:
    """The same of files of which it is known how they are written; folders of texts may name columns."""
    if files.format in {"csv", "tsv"} and files.partitioned:
        # Engines see columns in the names of folders of Parquet only.
        folders = legs_of_folders([file.path for file in files.files])
        shape = _shaped(mapping, files._replace(legs=folders), mapped=mapped)
        legs = both(folders, shape.files.legs, [file.path for file in files.files])
        return shape._replace(files=files._replace(legs=legs))
    return _shaped(mapping, files, mapped=mapped)


def _shaped(mapping: Mapping, files: Files, *, mapped: bool) -> Shaped:
    columns = _columns(files)
    _refuse_double(mapping, columns)
    if mapping.layout:
        return _laid(mapping, files, columns, layouts.named(mapping.layout), named=True)
    known = layouts.recognise(columns[files.files[0].path])
    if known and _completes(mapping, columns, known):
        return _laid(mapping, files, columns, known, named=False)
    if not mapped and not _is_plain_text(mapping, files, columns[files.files[0].path]):
        return Shaped(files, mapping)
    # Columns that are called as is usual say no currency.
    mapping = mapping if mapped else mapping._replace(currency="")
    mapping = layouts.as_spelled(mapping, columns[files.files[0].path])
    legs, plain = laying.legs(mapping, columns, files)
    return Shaped(files._replace(legs=legs), plain)


def _is_plain_text(mapping: Mapping, files: Files, columns: Sequence[str]) -> bool:
    """Whether a text has the columns of records as they are usually called, and no observations."""
    is_text = files.format in {"csv", "tsv"}
    return is_text and laying.enough(mapping, columns) and not observations.are_in(columns)


def _written(mapping: Mapping, files: Files, *, mapped: bool) -> Files:
    """The files with how each text is written, where that is not what its name says."""
    if files.format not in {"csv", "tsv"}:
        return files
    said = Said(
        mapping.encoding, mapping.separator, mapping.header, laying.named(mapping) if mapped else frozenset()
    )
    usual = "\t" if files.format == "tsv" else ","
    found = [(file, texts.look(file, usual, said)) for file in files.files]
    if found and all(text.more for _, text in found):
        raise InvalidData(
            "{path}: the reply says that there is more, and the rest is not here",
            hint="follow its @odata.nextLink, and name the folder of all replies",
            path=files.files[0].path,
        )
    return files._replace(
        texts=tuple((file.path, text) for file, text in found if text != Text(separator=usual))
    )


def _columns(files: Files) -> dict[str, tuple[str, ...]]:
    """The columns of each file."""
    found: dict[str, tuple[str, ...]] = {}
    for file in files.files:
        folders = {name for leg in files.legs if file.path in leg.files for name in leg.names}
        found[file.path] = (*seeing.names(files, file), *sorted(folders))
    return found


def _refuse_double(mapping: Mapping, columns: AnyMapping[str, Sequence[str]]) -> None:
    """Refuse columns of one name, of which nobody can say which is meant."""
    used = laying.used(mapping) | set(Mapping()[:4])
    for path, names in columns.items():
        double = [name.partition(_DOUBLE)[0] for name in names if _DOUBLE in name]
        for name in double:
            if name in used and name in names:
                raise InvalidData(
                    "{path} has two columns called {name!r}",
                    hint="rename one of them",
                    path=path,
                    name=name,
                )


def _completes(mapping: Mapping, columns: AnyMapping[str, Sequence[str]], known: Layout) -> bool:
    """Whether a layout gives what was not said, and what was said names only columns that it reads."""
    form = layouts.fitting(known, next(iter(columns.values())))
    if form is None or laying.enough(mapping, next(iter(columns.values()))):
        return False
    read = laying.used(form.mapping)
    usual = Mapping()
    said = [getattr(mapping, part) for part in ("period", "partner", "flow", "value", "commodity")]
    return all(name in read or name in usual for name in said)


def _laid(
    mapping: Mapping,
    files: Files,
    columns: AnyMapping[str, Sequence[str]],
    layout: Layout,
    *,
    named: bool,
) -> Shaped:
    """A table of a layout, each file by the form that it has."""
    forms: dict[str, Form] = {}
    for path, names in columns.items():
        form = layouts.fitting(layout, names)
        if form is None:
            lacking = [name for name in layout.forms[0].header if name not in names]
            raise QueryError(
                "{path} is not of the layout {layout}: it has no column {lacking!r}; it has {names}",
                hint="name its columns, or the files of the layout alone",
                path=path,
                layout=layout.name,
                lacking=lacking[0] if lacking else layout.forms[0].header[0],
                names=messages.shown(names),
            )
        forms[path] = form
    # What was said besides stands in the place of what the layout says.
    before = layout.mapping if named else Mapping()
    over = {
        field: value
        for field, value in mapping._asdict().items()
        # An empty text says nothing.
        if value not in ("", getattr(before, field)) and (named or field not in laying.COLUMNS)
    }
    return _of_forms(files, columns, layout, forms, over)


def _of_forms(
    files: Files,
    columns: AnyMapping[str, Sequence[str]],
    layout: Layout,
    forms: AnyMapping[str, Form],
    over: AnyMapping[str, object],
) -> Shaped:
    groups: dict[Mapping, list[File]] = {}
    for file in files.files:
        said = forms[file.path].mapping._asdict() | dict(over) | {"layout": layout.name}
        groups.setdefault(Mapping(**said), []).append(file)
    every: list[Leg] = []
    plain = Mapping()
    for said_of, group in groups.items():
        some = files._replace(files=tuple(group))
        of = {file.path: columns[file.path] for file in group}
        made, plain = laying.legs(said_of, of, some, all_made=len(groups) > 1)
        paths = tuple(file.path for file in group) if len(groups) > 1 else ()
        every += [leg._replace(files=leg.files or paths) for leg in made]
    return Shaped(files._replace(legs=tuple(every)), plain, layout)
