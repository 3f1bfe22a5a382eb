"""Small files that ask for much: what each costs the real command, in memory and time, and how it ends.

    python -m tests.faults.sizes [NAME...]

Each file is made and given to a command in processes of their own, so that none has the memory of another.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import polars as pl
import pyarrow as pa
import pyarrow.parquet as parquet
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from tests.sources.replies import Reply, reply
from tests.sources.test_bounds import packed, workbook
from tests.starting import TELLS_ITS_COST, Command
from tradecli.facts.places import places
from tradecli.sources import bounds

#: What no file may take: bytes of memory at the peak, and seconds.
MEMORY, SECONDS = 512 * 2**20, 20


class Case(NamedTuple):
    """A file by its name, the bytes of it, and the command that reads it (`{}` is the file)."""

    name: str
    content: Callable[[], bytes]
    words: tuple[str, ...] = ("store", "add", "{}")


class Cost(NamedTuple):
    """How a command ended and what it said, the peak of its memory in bytes, the seconds it computed."""

    code: int
    said: str
    memory: int
    seconds: float


def repeated(name: str, times: int) -> Callable[[], bytes]:
    """A reply of a source whose rows come again and again, as many of them or a few more."""

    def make() -> bytes:
        whole: Reply = reply(name)
        head, *body = whole.rows
        need = -(-times // len(body))
        once, twice = (whole.encode([head, *body * count]) for count in (1, 2))
        # Of a reply that is all rows those of the first time come again; others say how many there are.
        return again(once, twice, need) or whole.encode([head, *body * need])

    return make


def again(once: bytes, twice: bytes, times: int) -> bytes:
    """A file whose rows come so many times, by what it is with them once and twice; empty if it says more."""
    differ = (at for at, (one, other) in enumerate(zip(once, twice, strict=False)) if one != other)
    begun = next(differ, len(once))
    more = twice[begun : begun + len(twice) - len(once)]
    if once[:begun] + more + once[begun:] != twice:
        return b""
    return once[:begun] + more * (times - 1) + once[begun:]


def widened(name: str, columns: int) -> Callable[[], bytes]:
    """A reply with many more columns."""

    def make() -> bytes:
        whole = reply(name)
        more = [f"column {number}" for number in range(columns)]
        return whole.encode([[*whole.rows[0], *more], *([*row, *["1"] * columns] for row in whole.rows[1:4])])

    return make


def long_cell(name: str, size: int) -> Callable[[], bytes]:
    """A reply one of whose cells is very long."""

    def make() -> bytes:
        whole = reply(name)
        rows = [list(row) for row in whole.rows]
        rows[1][whole.column] = "1" * size
        return whole.encode(rows)

    return make


def history() -> bytes:
    """Every month of a country's trade with every other since 2002, as much as one file may hold."""
    whole = reply("eurostat")
    countries = [place.code for place in places().values() if place.level == "country"]
    header, months = whole.rows[0], [date(2002 + step // 12, step % 12 + 1, 1) for step in range(297)]
    rows = []
    for flow, partner, month in product(("1", "2"), ["WORLD", *countries], months):
        value = len(countries) * 10**9 if partner == "WORLD" else 10**9 - month.toordinal()
        cells = (
            whole.rows[1][:3],
            ["PL", partner, "TOTAL", flow, "VALUE_IN_EUROS", f"{month:%Y-%m}", f"{value}"],
        )
        rows.append([cell for part in cells for cell in part])
    return whole.encode([header, *rows[:170_000]])


def many_cells() -> bytes:
    """A workbook of a million rows."""
    return packed(
        b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n) for n in range(1, 10**6))
    )


def many_countries() -> bytes:
    """A workbook of the bureau's with many more countries."""
    head, *body = reply("country").rows
    letters = [xl_col_to_name(at) for at in range(len(head))]

    def cell(place: str, told: str) -> str:
        # Codes have their leading zeros.
        if told.replace(".", "").isdigit() and not told.startswith("0"):
            return f'<c r="{place}"><v>{told}</v></c>'
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(told)}</t></is></c>'

    def row(number: int, cells: list[str]) -> str:
        made = (cell(f"{letter}{number}", told) for letter, told in zip(letters, cells, strict=True))
        return f'<row r="{number}">{"".join(made)}</row>'

    rows = [head, *(body * (30_000 // len(body)))]
    return packed("".join(row(number, cells) for number, cells in enumerate(rows, 1)).encode())


def shared_strings() -> bytes:
    """A workbook whose texts unpack to as much as may be."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for row in range(1_800):
            sheet.write_string(row, 0, f"{row:05}" * 6_500)
    return out.getvalue()


def squeezed(size: int) -> bytes:
    """Zeros, packed: pieces of 64 MiB, one after another."""
    piece = 64 * 2**20
    return gzip.compress(b"0" * piece) * (size // piece) + gzip.compress(b"0" * (size % piece))


def keys(parts: int) -> bytes:
    """An object of so many times ten thousand names."""
    some = b", ".join(b'"k%d": %d' % (number, number) for number in range(10_000))
    return b"{" + b", ".join(some.replace(b'"k', b'"k%d-' % part) for part in range(parts)) + b"}"


def run_lengths() -> bytes:
    """A Parquet file of twenty million equal rows in less than a megabyte."""
    out, count = io.BytesIO(), 20_000_000
    first = pa.Array.from_buffers(pa.int32(), count, [None, pa.py_buffer(bytes(4 * count))])
    one = {"month": "2025-01", "partner": "US", "flow": "E", "value": "1"}
    texts = {name: pa.DictionaryArray.from_arrays(first, pa.array([text])) for name, text in one.items()}
    # Without Arrow's schema in it they are plain texts.
    parquet.write_table(pa.table(texts), out, compression="zstd", row_group_size=count, store_schema=False)
    return out.getvalue()


def wide_parquet() -> bytes:
    """A Parquet file of many columns."""
    out = io.BytesIO()
    pl.DataFrame({f"c{number}": ["1"] for number in range(20_000)}).write_parquet(out)
    return out.getvalue()


HEAD = b"month,partner,flow,value\n"
OWN = ("exports", "--table", "{}", "--columns", "period=month,value=value", "--reporter", "TW")
ROWS = bounds.VALUES
CASES = (
    # JSON.
    Case("comtrade-rows.json", repeated("comtrade", 60_000)),
    Case("comtrade-full.json", repeated("comtrade", 110_000)),
    Case("census-rows.json", repeated("census", 300_000)),
    Case("census-wide.json", widened("census", 400_000)),
    Case("comtrade-long.json", long_cell("comtrade", 30 * 2**20)),
    Case("deep.json", lambda: b"[" * 2**20),
    Case("objects.json", lambda: b'{"data": [' + b"{}," * 900_000 + b"{}]}"),
    Case("lists.json", lambda: b"[" + b"[]," * 900_000 + b"[]]"),
    Case("keys.json", lambda: keys(150)),
    Case("fewer-keys.json", lambda: keys(99)),
    Case("numbers.json", lambda: b"[" + b"1," * 1_900_000 + b"1]"),
    Case("one-number.json", lambda: b"[" + b"9" * (30 * 2**20) + b"]"),
    Case("one-text.json", lambda: b'["' + b"\\u00e9" * (5 * 2**20) + b'"]'),
    # CSV.
    *(
        Case(f"{name}-rows.csv", repeated(name, times))
        for name, times in {"imf": 160_000, "eurostat": 190_000, "fred": 900_000}.items()
    ),
    *(
        Case(f"{name}-wide.csv", widened(name, columns))
        for name, columns in {"imf": 400_000, "eurostat": 400_000, "fred": 400_000}.items()
    ),
    Case("history.csv", history),
    Case("u2010ex.csv", repeated("u2010", 80_000)),
    Case("u2010im.csv", widened("u2010", 400_000)),
    Case("i8121.csv", repeated("njswww", 80_000)),
    Case("i8142.csv", widened("njswww", 400_000)),
    *(
        Case(f"{name}-long.csv", long_cell(name, 15 * 2**20))
        for name in ("imf", "eurostat", "fred", "u2010", "njswww")
    ),
    Case("one-line.csv", lambda: b"a" * bounds.BYTES + b"\n"),
    Case("commas.csv", lambda: b"," * (ROWS - 10) + b"\n1\n"),
    Case("empty-lines.csv", lambda: b"a\n" + b"\n" * (ROWS - 10)),
    Case("one-column.csv", lambda: b"a\n" * (ROWS - 10)),
    Case("open-quote.csv", lambda: b'a,b\n"' + b"x" * (30 * 2**20) + b"\n"),
    Case("quotes.csv", lambda: b'a,b\n"' + b'""' * (15 * 2**20) + b'"\n'),
    # XLSX.
    Case("far-cell.xlsx", lambda: workbook("A1 XFD1048576")),
    Case("rows.xlsx", many_cells),
    Case("country-rows.xlsx", many_countries),
    Case("country-wide.xlsx", widened("country", 16_000)),
    Case("texts.xlsx", shared_strings),
    Case("blanks.xlsx", lambda: workbook("A1", padding=60 * 2**20)),
    # Packed.
    Case("bomb.csv.gz", lambda: squeezed(2**30)),
    Case("bomb.json.gz", lambda: squeezed(bounds.BYTES)),
    Case("rows.csv.gz", lambda: gzip.compress(repeated("imf", 160_000)())),
    # Own tables.
    Case("own-rows.csv", lambda: HEAD + b"2025-01,US,E,1\n" * 3_000_000, OWN),
    Case("own-wide.csv", lambda: HEAD[:-1] + b"".join(b",c%d" % n for n in range(50_000)) + b"\n", OWN),
    Case("own-wider.csv", lambda: HEAD[:-1] + b"," * 2_000_000 + b"\n" + b"," * 2_000_000 + b"\n", OWN),
    Case("own-cell.csv", lambda: HEAD + b"2025-01,US,E," + b"1" * (150 * 2**20) + b"\n", OWN),
    Case("own-name.csv", lambda: HEAD + b"2025-01," + b"U" * (150 * 2**20) + b",E,1\n", OWN),
    Case("own-names.csv", lambda: HEAD + b"".join(b"2025-01,P%d,E,1\n" % n for n in range(500_000)), OWN),
    Case("own-packed.parquet", run_lengths, OWN),
    Case(
        "own-packed.csv", lambda: gzip.compress(HEAD) + gzip.compress(b"2025-01,US,E,1\n" * 10**6) * 20, OWN
    ),
    Case("own-columns.parquet", wide_parquet, OWN),
)


def cost(case: Case, folder: Path) -> Cost:
    """What a case costs."""
    path = folder / case.name
    path.write_bytes(case.content())
    words = [word.replace("{}", str(path)) for word in case.words]
    settings = {"TRADE_DATA_DIR": str(folder / "store"), "TRADE_CONFIG_DIR": str(folder)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRADE_")}
    code, _, told = Command(tuple(words), {**kept, **settings, TELLS_ITS_COST: "1"}).end()
    said, _, last = told.rstrip("\n").rpartition("\n")
    path.unlink()
    return Cost(code, said, *json.loads(last))


def main() -> None:
    """Measure all cases, or those that are named, and print them."""
    named = sys.argv[1:]
    for case in CASES:
        if named and case.name not in named:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = cost(case, Path(folder))
            except (ValueError, TimeoutError) as error:
                sys.stdout.write(f"{case.name:22} died: {str(error)[-100:]}\n")
                continue
        first = found.said.strip().splitlines()[:1] or [""]
        over = "!" if found.memory > MEMORY or found.seconds > SECONDS else " "
        took = f"{found.memory / 2**20:7.0f} MiB {found.seconds:6.1f} s"
        sys.stdout.write(f"{over} {case.name:22} {took}  {found.code} {first[0][:110]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
