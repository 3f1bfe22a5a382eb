"""An unknown table is inspected: its columns guessed, then read as every question reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from pathlib import Path

import polars as pl

from tradecli.errors import InvalidData, QueryError, TradeError
from tradecli.own_table import (
    answering,
    archives,
    decimals,
    engines,
    inspection,
    laying,
    layouts,
    observations,
    opening,
    sniffing,
    texts,
)
from tradecli.own_table.checks import DECIMALS, ORDERS, SEPARATORS
from tradecli.own_table.files import Files, available, is_address
from tradecli.own_table.inspected import Facts, Form, Inspected, gaps
from tradecli.own_table.legs import Leg, cells_of_folders, of_folders
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.reading import Read
from tradecli.own_table.reporters import reporters
from tradecli.own_table.shaping import Shaped, shaped
from tradecli.own_table.sniffed import Open, Seen
from tradecli.own_table.sniffing_mapping import Guess, guess, of_mapping, of_observations
from tradecli.own_table.sniffing_rows import where
from tradecli.own_table.sniffing_texts import FEW, LISTS, lists
from tradecli.own_table.sniffing_unsaid import USUAL_REPORTER
from tradecli.own_table.table import Table
from tradecli.own_table.texts import Said
from tradecli.own_table.words import flow_of, is_total
from tradecli.own_table.written import Text

#: So many rows are compared with each other: more would take memory and time without saying more.
_COMPARED = 1_000_000
#: Why a table cannot be read before somebody has said more.
_UNREADABLE = frozenset({"none", "several", "constant", "apart", "unread", "header", "doubt", "unsure"})


def inspect(path: str) -> Inspected:
    """Find out what a table holds and how it is to be read.

    Args:
        path: A file, a folder, a glob or an address; or a TOML file that names one. What that says of the
            columns is tried, what it says of how texts are written is taken.

    Raises:
        QueryError: There is no table, or its files are of several formats.
        InvalidData: A file is not what its name says.
    """
    said = Mapping()
    if path.endswith(".toml") and not is_address(path):
        path, said, *_ = Table.named(path)
        if said.layout or laying.named(said):
            return _said(path, said)
    shape, titles = _written(available(path), said)
    if not shape.layout and observations.are_in(inspection.peek(shape.files).columns):
        own = of_observations(_seen(shape.files))
        form = _form(shape.files, Mapping(), 0)
        return Inspected(path, form, own.mapping, own.taken, (), own.unit, observations=True)
    made = _guess(shape, titles)
    header = len(titles) + 1 if titles else said.header
    written = {field: getattr(said, field) for field in ("encoding", "separator", "decimal", "dates")}
    mapping = made.mapping if made.layout else made.mapping._replace(header=header, **written)
    table = Table(path, mapping, mapped=True)
    form = _form(shape.files, mapping, header)
    found = Inspected(path, form, mapping, made.taken, made.open, made.unit, made.layout)
    if any(one.why in _UNREADABLE and one.line != "commodity" for one in made.open):
        return found
    found = found._replace(flows=_flows(mapping, shape.files))
    return _read(found, table)


def _said(path: str, mapping: Mapping) -> Inspected:
    """What a table holds whose columns have been named."""
    shape = shaped(mapping, available(path), mapped=True)
    files = shape.files._replace(legs=())
    form = layouts.fitting(shape.layout, inspection.peek(files).columns) if shape.layout else None
    made = of_mapping(_seen(files), form.mapping if form else mapping, shape.layout)
    found = Inspected(
        path, _form(files, mapping, mapping.header), mapping, made.taken, (), made.unit, made.layout
    )
    return _read(found._replace(flows=_flows(made.mapping, files)), Table(path, mapping, mapped=True))


def _written(files: Files, said: Mapping) -> tuple[Shaped, Sequence[str]]:
    """The files without legs, as their texts are written; and the lines above the names of their columns."""
    said = Mapping(encoding=said.encoding, separator=said.separator, header=said.header)
    try:
        shape = shaped(said, files, mapped=False)
    except InvalidData:
        # Titles above the names may have fewer cells than the rows.
        at, titles = _header(files, said)
        if said.header or at == 1:
            raise
        return shaped(said._replace(header=at), files, mapped=False), titles
    if not (shape.layout or said.header or files.remote) and files.format in {"csv", "tsv"}:
        at, titles = _header(shape.files, said)
        if titles or at != (shape.files.text(shape.files.files[0]) or Text()).skipped + 1:
            shape = shaped(said._replace(header=at), files, mapped=False)
            return shape._replace(files=shape.files._replace(legs=())), titles
    return shape._replace(files=shape.files._replace(legs=())), ()


def _header(files: Files, said: Mapping) -> tuple[int, Sequence[str]]:
    """The line that names the columns of the first file, and the lines above it."""
    first = files.files[0]
    usual = "\t" if files.format == "tsv" else ","
    text = files.text(first) or texts.look(first, usual, Said(said.encoding, said.separator))
    lines = texts.first_lines(first, text) if text.form == "table" else []
    at = sniffing.header(lines, texts.cells_of, list(SEPARATORS.values())) if lines else 1
    return at, lines[: at - 1]


def _seen(files: Files) -> list[Seen]:
    """The columns with their first cells."""
    first = inspection.peek(files)
    cells = {name: first[name].cast(pl.String).to_list() for name in first.columns}
    # Words that stand farther down count as well, where there are few of them.
    few = [name for name, texts in cells.items() if first.height == engines.PEEK and len(set(texts)) <= FEW]
    more = {name: engines.distinct(files, name) for name in few}
    return sniffing.seen({**cells, **cells_of_folders(_folders(files), first.height)}, more)


def _folders(files: Files) -> tuple[Leg, ...]:
    """What the names of folders say of texts; of Parquet engines see it as columns."""
    texts = files.partitioned and files.format in {"csv", "tsv"}
    return of_folders([file.path for file in files.files]) if texts else ()


def _guess(shape: Shaped, titles: Sequence[str]) -> Guess:
    first = inspection.peek(shape.files)
    columns = _seen(shape.files)
    form = layouts.fitting(shape.layout, first.columns) if shape.layout else None
    if shape.layout and form:
        return of_mapping(columns, form.mapping, shape.layout)
    names = [] if shape.files.remote else [Path(archives.told(file.path)).name for file in shape.files.files]
    made = guess(columns, names, titles)
    return made._replace(open=(*made.open, *_totals(made, first, shape.files)))


def _totals(made: Guess, first: pl.DataFrame, files: Files) -> Iterator[Open]:
    """What is asked of columns that are not used, of many texts of which one is a total of the others.

    Those of few texts are seen where records are added up, and so are totals among codes of goods.
    """
    goods = made.mapping.commodity
    if goods in first.columns and any(is_total(text or "") for text in engines.distinct(files, goods)):
        return
    for one in made.taken:
        if one.used or one.column not in first.columns:
            continue
        if first[one.column].dtype == pl.String and first[one.column].n_unique() > FEW // 2:
            texts = [text for text in engines.distinct(files, one.column) if text]
            totals = [text for text in texts if is_total(text)]
            if len(texts) > FEW and totals:
                yield where(one.column, totals)


def _form(files: Files, mapping: Mapping, header: int) -> Form:
    text = files.text(files.files[0]) or Text(separator="\t" if files.format == "tsv" else ",")
    values = [
        name for name in (mapping.value, mapping.export_value) if name in inspection.peek(files).columns
    ]
    comma = False
    if values and files.format in {"csv", "tsv"}:
        try:
            comma = decimals.comma(files, values[0], mapping.decimal)
        except InvalidData:
            comma = False  # reading it says why
    signs = {sign: word for word, sign in SEPARATORS.items()}
    is_text = files.format in {"csv", "tsv"} and text.form == "table"
    return Form(
        len(files.files),
        sum(file.size for file in files.files),
        text.form if text.form != "table" else files.format,
        text.packed,
        text.encoding if files.format in {"csv", "tsv"} else "",
        signs.get(text.separator, "") if is_text else "",
        "comma" if comma else "",
        header,
    )


def _flows(mapping: Mapping, files: Files) -> AnyMapping[str, Sequence[str]]:
    """The words in the column of flows, by what they mean."""
    if mapping.flow not in inspection.peek(files).columns:
        return {}
    words: dict[str, list[str]] = {}
    for text in engines.distinct(files, mapping.flow):
        if text and text.strip():
            words.setdefault(flow_of(text, mapping) or "", []).append(text.strip())
    return words


def _read(found: Inspected, table: Table) -> Inspected:
    """The same with what reading it gives, or why it is refused."""
    refused: TradeError | None = None
    codes: Sequence[str] = ()
    try:
        shape = table.shaped()
        codes = reporters(shape.mapping, shape.files).codes
        reporter = codes[0] if codes else ""
        for skip_bad in (False, True):
            asked = table._replace(mapping=table.mapping._replace(skip_bad=skip_bad), reporter=reporter)
            try:
                read = answering.overview(asked, reporter)
            except InvalidData as error:
                if skip_bad:
                    raise
                refused = error
            else:
                facts = _facts(read, shape, reporter)
                return found._replace(reporters=codes, facts=facts, refused=refused or read.refused)
    except TradeError as error:
        refused = refused or error
    more = _asked(refused, found.mapping, table)
    return found._replace(reporters=codes, refused=refused, open=[*found.open, *more])


def _asked(error: TradeError | None, mapping: Mapping, table: Table) -> Sequence[Open]:
    """What a refusal asks for, where it is one of the lines of a mapping."""
    if isinstance(error, QueryError) and "partner_codes" in str(error.hint):
        texts = engines.distinct(table.shaped().files._replace(legs=()), mapping.partner)
        whole = lists([text for text in texts if text and text.strip().isdecimal()])
        return [Open("partner_codes", whole or LISTS, "numbers")]
    if error and "dates=day_first" in str(error.hint):
        return [Open("dates", ORDERS, "dates")]
    if error and "decimal=comma" in str(error.hint):
        return [Open("decimal", DECIMALS, "decimal")]
    return []


def _facts(read: Read, shape: Shaped, reporter: str) -> Facts:
    mapping, files = shape.mapping, shape.files
    figures = read.figures
    months = {
        flow: sorted(set(figures.filter(pl.col("flow") == flow)["period"])) for flow in ("export", "import")
    }
    codes = inspection.codes(mapping, files)
    has_goods = mapping.commodity in inspection.peek(files._replace(legs=())).columns
    totals = has_goods and any(is_total(text or "") for text in engines.distinct(files, mapping.commodity))
    known = [code for code in read.spelled if code[:1].isalpha() and code != reporter]
    most = figures.filter(pl.col("partner").is_in(known)).group_by("partner").agg(pl.col("value").sum())
    first = most.sort("value", "partner", descending=[True, False])["partner"].head(1).to_list()
    spans = set(figures["span"])
    folders = of_folders([file.path for file in files.files]) if files.partitioned else ()
    rows, repeated, compared = _repeated(
        files._replace(legs=folders if files.format in {"csv", "tsv"} else ())
    )
    return Facts(
        rows=rows,
        months=months,
        gaps={flow: gaps(every) for flow, every in months.items()} if "month" in spans else {},
        span=next((span for span in ("month", "quarter") if span in spans), "year"),
        partners=len(known),
        unknown=read.counts["unknown_partners"],
        apart=read.counts["not_added"],
        dropped=read.counts["dropped"],
        lengths=codes.lengths if has_goods else (),
        totals_of_goods=totals,
        parts=read.counts["parts"],
        running=read.counts["running"],
        own_partner=USUAL_REPORTER in read.spelled,
        partner=first[0] if first else "",
        repeated=repeated,
        compared=compared,
    )


def _repeated(files: Files) -> tuple[int, int, int]:
    """How many rows there are, and how many of the first are another one once more."""
    rows = again = compared = 0
    for same in opening.alike(files):
        lazy = opening.opened(same, "polars")
        rows += lazy.select(pl.len()).collect(engine="streaming").item()
        first = (
            lazy.head(_COMPARED).select(pl.struct(pl.all()).hash()).collect(engine="streaming").to_series()
        )
        again += len(first) - first.n_unique()
        compared += len(first)
    return rows, again, compared
