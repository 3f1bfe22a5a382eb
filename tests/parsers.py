"""Every parser of foreign bytes, and genuine inputs of each."""

from __future__ import annotations

import gzip
import io
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.conftest import CHECKOUT
from tests.own_table.test_commands import COLUMNS, records
from tests.sources.replies import BUILDERS, Reply, as_workbook, reply
from tests.sources.test_mof_release import SMALL
from tradecli import asked_vocabulary, asked_words, claims, periods, quantity, reading
from tradecli.facts import commodities, places
from tradecli.own_table import columns_option
from tradecli.own_table.answering import Asked, answer
from tradecli.own_table.table import Table
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import File, Snapshot
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
    return asked_words.read(
        text.split(),
        asked_vocabulary.Asked(dict.fromkeys(("reporter", "partner", "commodity", "through"), ())),
    )


def news(text: str) -> None:
    """Read a text as news; what is quoted stands where it is said to."""
    for one in reading.read(text, date(2026, 7, 8)):
        start, end = one.span
        if not 0 <= start < end <= len(text) or one.text != text[start:end]:
            raise IndexError(f"{start} to {end} of {len(text)}")


def _wide(content: bytes) -> object:
    """The figures of a file in the layout of our own."""
    day = date(2026, 12, 31)
    file = File("trade.csv", content)
    return check(SOURCES["ons"].parse(Snapshot(file, "made-up", day, "published", day)).observations)


def _recognition() -> Parser:
    replies = [reply(name).encode(reply(name).rows[:9]) for name in BUILDERS]
    return Parser(lambda content: recognise(content, "x"), replies)


NEWS = CHECKOUT / "fixtures" / "claims" / "surplus-doubled-2026-01.toml"
LINES = (
    "exports to US 2025-11: 24.4 bn, +182.3 % y/y, record, rank 2 same_month @ 2025-12-09\n",
    "surplus with US 2025-Q3: doubled from 2024, streak 5, share 5 %",
)
SENTENCES = (
    "Exports to the U.S. rose 28.4 percent from a year earlier to US$19.3 billion in June, a record high. ",
    "Imports fell by a third, or nearly $2.1 bn, and the trade surplus narrowed to US$ 4.65 billion. ",
    "In the first half of 2026, chips made up about 38% of shipments, up 2.5 percentage points. ",
    "It was the third-highest for any May, and the 12th straight month of year-on-year growth. ",
    "Shipments to Japan, South Korea and ASEAN came to 3.1, 2.2 and 9.87 billion, respectively. ",
    "6月出口543.2億美元，較上年同月增加21.7%，為歷年單月次高，連續8個月正成長；",
    "進口398.6億美元，月減5.1％；出進口相抵，出超144.6億美元，較上年同月減少逾12億美元。",
    "累計1至6月對美國出口1,204.5億美元，占比約三成二，年增1.7倍，創歷年同期新高。\n",
    "第二季電子零組件出口近六百億美元，民國114年全年則為２０８５億美元，貢獻增額的七成。",
)
WIDE = (
    b"source,reporter,partner,flow,commodity,classification,adjustment,span,currency,unit,2025-10,2025-11\n"
    b"ons,GB,US,export,TOTAL,total,none,month,GBP,1000000,4702,5017\n"
    b"ons,GB,WORLD,import,85,hs,seasonal,year_to_date,GBP,1,,51150000000\n"
)
TOML = b'period = "month"\nvalue_unit = 1000\nexport = ["E", "1"]\ndecimals = 2\n[where]\nmot = ["0"]\n'
REPLY = b'{"value": [{"MonthId": 202501, "FlowTypeId": 4, "CommodityId": 85, "CountryId": 400, "Value": 7}]}'
KOREA = (
    b"<response><body><items><item><expDlr>7</expDlr><impDlr>5</impDlr><statCd>US</statCd>"
    b"<year>2025.01</year></item></items></body></response>"
)
ENTRY = manifest.Entry(*"abcdef", 1, *"ghijklmno")  # type: ignore[arg-type, misc]
CODES = ("1", "156", "US", "CN+HK", "南韓", "85", "854231", "HS8542", "ICT_AV", "Korea", "United States")
#: How every parser is made, by its name.
PARSERS: dict[str, Callable[[], Parser]] = {
    **{name: lambda name=name: of_reply(reply(name)) for name in BUILDERS},  # type: ignore[misc]
    "release": lambda: of_reply(Reply("mof", "table01.xlsx", SMALL, as_workbook, "", "", str)),
    "wide": lambda: Parser(_wide, [WIDE, gzip.compress(WIDE)]),
    "recognition": _recognition,
    "claims": lambda: text_of(claimed, NEWS.read_text(encoding="utf-8")),
    "lines": lambda: text_of(claimed, *LINES),
    "reading": lambda: text_of(news, "".join(SENTENCES), *SENTENCES),
    "columns": lambda: text_of(columns_option.read, "period=month,value_unit=1000,where.mot=0|1,decimals=2"),
    "columns-file": lambda: Parser(partial(in_file, ".toml", columns_option.read), [TOML]),
    "csv": lambda: Parser(partial(in_file, ".csv", own_table), [written(records().write_csv)]),
    "json": lambda: Parser(partial(in_file, ".json", own_table), [REPLY]),
    "xml": lambda: Parser(partial(in_file, ".xml", own_table), [KOREA]),
    "parquet": lambda: Parser(partial(in_file, ".parquet", own_table), [written(records().write_parquet)]),
    "manifest": lambda: Parser(manifest.parsed, [manifest.printed(manifest.Manifest((ENTRY,)))]),
    "periods": lambda: text_of(periods.parse, "2025-11", "2025-Q3", "2025", "Nov 2025", "114年11月"),
    "asked": lambda: text_of(asked, "US 2025-11", "chips from Japan last year", "對美國 半導體 2025年11月"),
    "days": lambda: text_of(periods.parse_day, "2025-12-09"),
    "places": lambda: text_of(places.find, *CODES),
    "commodities": lambda: text_of(commodities.find, *CODES),
    "numbers": lambda: text_of(quantity.quantity, "64.05", "-1,501.16", "1e3", "38.1%"),
}
