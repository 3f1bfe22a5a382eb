"""Archives, and files whose lines have no names: read to the right figure, or refused with the way out.

The Census Bureau's lines are made after its page of layouts, HMRC's after its technical specifications;
values are made up, sums are by hand.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Ran
from tests.own_table.test_layouts import WRITTEN, table

Trade = Callable[..., Ran]
PLAIN = table("period,partner,flow,value", "2025-10,US,export,5", "2025-11,US,export,6")
BRAZIL = table(
    "CO_ANO;CO_MES;CO_NCM;CO_UNID;CO_PAIS;SG_UF_NCM;CO_VIA;CO_URF;QT_ESTAT;KG_LIQUIDO;VL_FOB",
    "2025;11;12019000;10;249;MT;01;0817800;1;1;900",
)


def packed(**members: bytes) -> bytes:
    """An archive; names are written with two underscores for a point."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return content.getvalue()


def exported(origin: int, goods: str, value: int) -> bytes:
    """A line of EXP_DETL.TXT: 323 signs, the value of the month at 69 to 83."""
    line = f"{origin}{goods}122001202511" + "".join(
        f"{number:015d}" for number in (1, 2, 3, value, *[9] * 16)
    )
    assert len(line) == 323
    return f"{line}\r\n".encode()


def imported(goods: str, value: int) -> bytes:
    """A line of IMP_DETL.TXT: 688 signs, general imports of the month at 179 to 193."""
    line = f"{goods}1220A 101661202511" + "".join(
        f"{number:015d}" for number in (*[1] * 10, value, *[9] * 33)
    )
    assert len(line) == 688
    return f"{line}\r\n".encode()


CENSUS = exported(1, "1201900095", 700) + exported(2, "1201900095", 30) + exported(1, "8542310000", 5)


def outside(value: int, country: str = "US", *, flow: str = "export") -> bytes:
    """A line of SMKE19, or of SMKI19, in which goods come from a country by way of another."""
    where = f"720|CN|400|{country}" if flow == "import" else f"400|{country}"
    more = "000|XX|" if flow == "import" else ""
    end = f"000|{value:+016d}|+0000000000001|+0000000000000"
    end = f"000|{end}" if flow == "import" else f"{end}|000000000000000"
    line = f"085423190|77649|000|{where}|11/2025|001|ABC|000|GB|{more}0|000|010|00|000|GBR|000|{end}"
    return f"{line}\n".encode()


WITHIN = b"085423190|000|004|DE|1|000|XX|000|010|0202511|000|77649|000000000|0000001|+900|+1|+0\n"
BEGIN, END = b"SMKE19|1125\n", b"9999|000002\n"


class Case(NamedTuple):
    """Files, a question, and the value of 2025-11; or what the refusal says."""

    files: dict[str, bytes]
    words: str
    right: int | str


CASES = {
    "one file": Case({"t.zip": packed(t__csv=PLAIN)}, "exports us", 6),
    "one file and what it means": Case(
        {"t.csv.zip": packed(t__csv=PLAIN, README__txt=b"how to read it")}, "exports us", 6
    ),
    "the name of the archive tells the flow": Case(
        {"EXP_2025.zip": packed(dados__csv=BRAZIL)}, "exports us", 900
    ),
    "the name within tells the flow": Case({"d.zip": packed(IMP_2025__csv=BRAZIL)}, "imports us", 900),
    "two files": Case({"t.zip": packed(a__csv=PLAIN, b__csv=PLAIN)}, "exports us", "a.csv and b.csv"),
    "nothing": Case({"t.zip": packed(README__txt=b"")}, "exports us", "holds nothing"),
    "Parquet": Case({"t.zip": packed(t__parquet=b"PAR1")}, "exports us", "encrypted or no text"),
    "a workbook": Case({"t.zip": packed(**{"[Content_Types]__xml": b""})}, "exports us", "is a workbook"),
    "a truncated archive": Case({"t.zip": packed(t__csv=PLAIN)[:90]}, "exports us", "cannot be unpacked"),
    "7z": Case({"full2025.7z": b"7z\xbc\xaf\x27\x1c"}, "exports us", "7z x"),
    "tar": Case({"t.tar.gz": b"\x1f\x8b"}, "exports us", "tar -xf"),
    # 700 of domestic and 30 of foreign goods, and 5 of another.
    "Census exports": Case({"EXP_DETL.TXT": CENSUS}, "exports ca", 735),
    "Census exports of a chapter": Case({"EXP_DETL.TXT": CENSUS}, "exports ca --commodity hs:12", 730),
    "Census exports as they are downloaded": Case(
        {
            "EXDB2511.ZIP": packed(
                EXP_DETL__TXT=CENSUS, COUNTRY__TXT=b"1220CANADA", CONCORD__TXT=b"1201900095"
            )
        },
        "exports ca",
        735,
    ),
    "Census imports": Case(
        {"IMP_DETL.TXT": imported("8542310000", 400) + imported("9999950000", 7)}, "imports ca", 407
    ),
    "HMRC exports": Case({"SMKE192511": BEGIN + outside(700) + outside(5, "JP") + END}, "exports us", 700),
    # The country of origin, not that from which they were sent.
    "HMRC imports": Case(
        {"smki192511.zip": packed(SMKI192511=BEGIN + outside(400, flow="import") + END)}, "imports us", 400
    ),
    "HMRC dispatches to the EU": Case({"SMKX462511.txt": BEGIN + WITHIN + END}, "exports de", 900),
    "HMRC arrivals from the EU": Case({"SMKM462511.txt": BEGIN + WITHIN + END}, "imports de", 900),
    "a line that is no record": Case(
        {"SMKE192511": BEGIN + outside(700) + b"?\n" + outside(700) + END},
        "exports us",
        "line 3 is no record",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_archives_and_lines_without_names(case: Case, trade: Trade, tmp_path: Path) -> None:
    [(name, content)] = case.files.items()
    path = tmp_path / name
    path.write_bytes(content)
    os.utime(path, (WRITTEN, WRITTEN))
    ran = trade(*case.words.split(), "2025-11", "--months", "1", "--table", str(path), "--format", "csv")
    if isinstance(case.right, str):
        assert (ran.code in {2, 5}, case.right in ran.err.replace("\n", " ")) == (True, True), ran.err
        return
    [value] = [row["value"] for row in ran.rows if row["period"] == "2025-11"]
    assert int(value) == case.right, ran.out + ran.err


def test_both_flows_of_the_census_bureau(trade: Trade, tmp_path: Path) -> None:
    for name, content in {"EXP_DETL.TXT": CENSUS, "IMP_DETL.TXT": imported("8542310000", 400)}.items():
        (tmp_path / name).write_bytes(content)
        os.utime(tmp_path / name, (WRITTEN, WRITTEN))
    rows = trade("surplus", "ca", "2025-11", "--table", str(tmp_path), "--format", "csv").rows
    assert {row["flow"]: row["value"] for row in rows if row["span"] == "month"} == {
        "export": "735",
        "import": "400",
        "balance": "335",
    }


def test_an_archive_spreads_to_a_thousand_times_its_size_at_most(
    trade: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tradecli.own_table.bounds.SPREAD", 1_000)
    monkeypatch.setattr("tradecli.own_table.bounds.TIMES", 2)
    path = tmp_path / "t.zip"
    path.write_bytes(packed(t__csv=PLAIN + b"2025-11,US,export,0\n" * 1_000))
    ran = trade("exports", "us", "2025-11", "--table", str(path))
    assert (ran.code, "unpacks to more than" in ran.err) == (5, True)
