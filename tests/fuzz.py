"""Whatever bytes come, every parser answers or says what is wrong, in one line and soon.

    python -m tests.fuzz [PARSER ...] [--minutes=N] [--seed=S]

Genuine inputs are changed at random, for N minutes a parser (one by default). An exception that the program
does not declare, a message of several lines and more than a second of processor time are reported with the
seed that makes the input again; the input is kept in `fuzz-found/`, as NAME-last one that ended the process.
Ends with 1 where there is any.
"""

from __future__ import annotations

import io
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.conftest import CHECKOUT
from tests.own_table.test_commands import COLUMNS, records
from tests.sources.replies import BUILDERS, Reply, as_workbook, reply
from tests.sources.test_mof_release import SMALL
from tradecli import claims, periods, quantity
from tradecli.errors import TradeError
from tradecli.facts import commodities, places
from tradecli.own_table import mapping
from tradecli.own_table.answering import Asked, answer
from tradecli.own_table.table import Table
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.recognition import recognise
from tradecli.store import manifest

FOUND = CHECKOUT / "fuzz-found"
#: Processor time that a small input may take, and after which it is ended.
SECONDS, LONGEST = 1.0, 20.0
_ENDS = """
    0 -0 -1 00 0.1 1e999 nan inf 1,000 null 0000 0000-00 9999-12 99999 2025-02-30 -- *
    | - , ; : = # @ % ' " \"\"\" \\ [ ] { } [[claim]] \u0000 ３ ٣ ² ½ é 億 World TOTAL
"""
#: What breaks readers: ends of ranges, other digits, signs that end, open or hide something, and no end.
WORDS = [
    *("", *_ENDS.split(), *"\n\r\0\t\x1b\u202e\ufeff\ud7ff\U0001f600", "\r\n", "[[claim]]\n"),
    *("9" * 30, "9" * 5_000, "0x" + "f" * 5_000, "[" * 3_000, "{" * 3_000, "a" * 20_000, "a." * 3_000),
]


class Parser(NamedTuple):
    """A reader of foreign bytes, and inputs that it knows; those of `zipped` are changed inside."""

    read: Callable[[bytes], object]
    genuine: Sequence[bytes]
    zipped: bool = False


def changed(content: bytes, dice: random.Random) -> bytes:
    """A genuine input with one to six small changes."""
    data = bytearray(content)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        at, length = dice.randint(0, len(data)), dice.choice((0, 1, 1, 2, 4, 16, 200))
        other = dice.randint(0, len(data))
        word = dice.choice(WORDS).encode("utf-8", "surrogatepass")
        data[at : at + length] = dice.choice(
            (word, word, dice.randbytes(length), b"", bytes(data[other : other + 40]), word * 2)
        )
    return bytes(data[: dice.randint(0, len(data))] if dice.random() < 0.03 else data)


def changed_inside(content: bytes, dice: random.Random) -> bytes:
    """An archive one of whose members is changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(members, key=lambda one: "sheet" not in one and "shared" not in one)[:3])
    members[name] = changed(members[name], dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, data in members.items():
            archive.writestr(zipfile.ZipInfo(each), data)
    return out.getvalue()


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
    "periods": lambda: text_of(periods.parse, "2025-11", "2025-Q3", "2025"),
    "days": lambda: text_of(periods.parse_day, "2025-12-09"),
    "places": lambda: text_of(places.find, *CODES),
    "commodities": lambda: text_of(commodities.find, *CODES),
    "numbers": lambda: text_of(quantity.quantity, "64.05", "-1,501.16", "1e3", "38.1%"),
}


def _too_long(_number: int, _frame: object) -> None:
    raise TimeoutError(f"over {LONGEST:.0f} seconds")


def fault(parser: Parser, content: bytes) -> str:
    """What a parser does wrong with an input; empty where it does right."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        parser.read(content)
    except TradeError as error:
        told = f"{error}{error.hint}"
        if not str(error) or not told.isprintable():
            return f"a message that is no line: {told[:300]!r}"
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return f"{type(error).__name__}: {error}"[:300]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    spent = time.process_time() - began
    return f"{spent:.1f} seconds for {len(content)} bytes" if spent > SECONDS else ""


def made(parser: Parser, name: str, seed: str, number: int) -> bytes:
    """The input of a number."""
    dice = random.Random(f"{seed} {name} {number}")
    genuine = dice.choice(parser.genuine)
    return changed_inside(genuine, dice) if parser.zipped and dice.random() < 0.9 else changed(genuine, dice)


def run(name: str, parser: Parser, seed: str, seconds: float) -> Iterator[str]:
    """Faults found in so many seconds, each kind once, then a line with the counts."""
    ends, number, seen = time.monotonic() + seconds, 0, set[str]()
    FOUND.mkdir(exist_ok=True)
    last = FOUND / f"{name}-last"
    while time.monotonic() < ends:
        content = made(parser, name, seed, number)
        last.write_bytes(content)
        said = fault(parser, content)
        kind = "".join(sign for sign in said if not sign.isdigit())[:60]
        if said and kind not in seen:
            seen.add(kind)
            (FOUND / f"{name}-{seed}-{number}").write_bytes(content)
            yield f"{name} --seed={seed}, input {number}: {said}"
        number += 1
    last.unlink()
    yield f"{name}: {number} inputs in {seconds / 60:.1f} minutes, {len(seen)} kinds of faults"


def main(words: Sequence[str]) -> int:
    """Run some parsers, or all, and print what was found."""
    signal.signal(signal.SIGPROF, _too_long)
    options = dict(word.removeprefix("--").split("=") for word in words if "=" in word)
    seed, seconds, faults = options.get("seed", "1"), 60 * float(options.get("minutes", 1)), 0
    for name in [word for word in words if not word.startswith("-")] or PARSERS:
        for line in run(name, PARSERS[name](), seed, seconds):
            faults += "--seed=" in line
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
