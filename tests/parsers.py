"""Every parser of foreign bytes, and genuine inputs of each."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.conftest import CHECKOUT
from tests.own_table.test_commands import COLUMNS, records
from tests.sources.replies import BUILDERS, Reply, as_workbook, reply
from tests.sources.test_mof_release import SMALL
from tradecli import asked_words, claims, periods, quantity
from tradecli.facts import commodities, places
from tradecli.own_table import mapping
from tradecli.own_table.answering import Asked, answer
from tradecli.own_table.table import Table
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.recognition import recognise
from tradecli.store import manifest


class Parser(NamedTuple):
    """A reader of foreign bytes, and inputs that it knows; those of `zipped` are changed inside."""

    read: Callable[[bytes], object]
    genuine: Sequence[bytes]
    zipped: bool = False


def of_reply(whole: Reply) -> Parser:
    """The reader of a publisher's reply, of which the first forty rows are small enough."""

    def read(content: bytes) -> object:
        return check(SOURCES[whole.source].parse(whole.snapshot(content)).observations)

    return Parser(read, [whole.encode(whole.rows[:40])], whole.name.endswith(".xlsx"))


def in_file(suffix: str, read: Callable[[str], object], content: bytes) -> object:
    """Read a file of that content; each has a name of its own, since files are read once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input{suffix}"
        path.write_bytes(content)
        return read(str(path))


def own_table(path: str) -> object:
    """All that an own table says of the world."""
    table = Table.named(path, COLUMNS).of_reporter("TW")
    return answer(table, Asked("TW"))


def text_of(read: Callable[[str], object], *genuine: str) -> Parser:
    """A reader of texts, of which undecodable bytes are no part."""
    return Parser(lambda data: read(data.decode("utf-8", "replace")), [text.encode() for text in genuine])


def written(write: Callable[[io.BytesIO], object]) -> bytes:
    """What is written to a file."""
    out = io.BytesIO()
    write(out)
    return out.getvalue()


def claimed(text: str) -> None:
    """Read claims as if each were alone: what is wrong with the first is told."""
    for one in claims.read(text):
        if isinstance(one, claims.Unreadable):
            raise one.error


def asked(text: str) -> object:
    """What words of a command line mean."""
    return asked_words.read(text.split(), ("reporter", "partner", "commodity", "through"))


def _recognition() -> Parser:
    replies = [reply(name).encode(reply(name).rows[:9]) for name in BUILDERS]
    return Parser(lambda content: recognise(content, "x"), replies)


NEWS = CHECKOUT / "fixtures" / "claims" / "surplus-doubled-2026-01.toml"
LINES = (
    "exports to US 2025-11: 24.4 bn, +182.3 % y/y, record, rank 2 same_month @ 2025-12-09\n",
    "surplus with US 2025-Q3: doubled from 2024, streak 5, share 5 %",
)
TOML = b'period = "month"\nvalue_unit = 1000\nexport = ["E", "1"]\ndecimals = 2\n[where]\nmot = ["0"]\n'
ENTRY = manifest.Entry(*"abcdef", 1, *"ghijklmno")  # type: ignore[arg-type, misc]
CODES = ("1", "156", "US", "CN+HK", "南韓", "85", "854231", "HS8542", "ICT_AV", "Korea", "United States")
#: How every parser is made, by its name.
PARSERS: dict[str, Callable[[], Parser]] = {
    **{name: lambda name=name: of_reply(reply(name)) for name in BUILDERS},  # type: ignore[misc]
    "release": lambda: of_reply(Reply("mof", "table01.xlsx", SMALL, as_workbook, "", "", str)),
    "recognition": _recognition,
    "claims": lambda: text_of(claimed, NEWS.read_text(encoding="utf-8")),
    "lines": lambda: text_of(claimed, *LINES),
    "columns": lambda: text_of(mapping.read, "period=month,value_unit=1000,where.mot=0|1,decimals=2"),
    "columns-file": lambda: Parser(partial(in_file, ".toml", mapping.read), [TOML]),
    "csv": lambda: Parser(partial(in_file, ".csv", own_table), [written(records().write_csv)]),
    "parquet": lambda: Parser(partial(in_file, ".parquet", own_table), [written(records().write_parquet)]),
    "manifest": lambda: Parser(manifest.parsed, [manifest.printed(manifest.Manifest((ENTRY,)))]),
    "periods": lambda: text_of(periods.parse, "2025-11", "2025-Q3", "2025", "Nov 2025", "114年11月"),
    "asked": lambda: text_of(asked, "US 2025-11", "chips from Japan last year", "對美國 半導體 2025年11月"),
    "days": lambda: text_of(periods.parse_day, "2025-12-09"),
    "places": lambda: text_of(places.find, *CODES),
    "commodities": lambda: text_of(commodities.find, *CODES),
    "numbers": lambda: text_of(quantity.quantity, "64.05", "-1,501.16", "1e3", "38.1%"),
}
