"""Every table at 60, 80 and 120 columns: nothing over the edge, nothing cut, nothing lost unsaid."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len

from tests.conftest import Once
from tests.test_terminal import DEADLINE, environment

pexpect = pytest.importorskip("pexpect", reason="pexpect is needed for a terminal, and is not for Windows")

WIDTHS = (60, 80, 120)
#: Wide enough for everything: what narrower screens are compared with.
WHOLE = 1_000
NEWS = "--partner US --through 2025-11"
COMMANDS = {
    "surplus": f"surplus {NEWS}",
    "surplus_small": "surplus --partner OCEANIA --through 2025-11",
    "deficit": "surplus --partner JP --through 2025-08",
    "exports": f"exports {NEWS}",
    "imports": f"imports {NEWS}",
    "world": "exports --through 2025-08",
    "records": f"records {NEWS}",
    "records_world": "records --through 2025-12",
    "drivers": "drivers --through 2025-11",
    "drivers_by_partner": "drivers --through 2025-11 --by partner --flow balance",
    "drivers_by_region": "drivers --through 2025-11 --by region",
    "drivers_of_sections": "drivers --through 2025-08 --classification hs-section",
    "partners": "partners --through 2025-11",
    "partners_by_export": "partners --through 2025-11 --by export --top 5",
    "partners_by_region": "partners --through 2025-11 --by region --flow import",
    "partners_by_growth": "partners --through 2025-11 --by growth",
    "mirror": f"mirror {NEWS}",
    "mirror_divided": f"mirror {NEWS} --cif-fob 1.06",
    "revisions": f"revisions {NEWS}",
    "revisions_of_one": "revisions --through 2025-10 --months 1",
    "matrix": f"revisions {NEWS} --matrix",
    "policy": f"surplus --policy {NEWS}",
    "sources": "sources",
    "codes_of_japan": "codes japan",
    "config": "config",
    "explain": f"explain {NEWS}",
    "store": "store list",
}
#: Tables with a text, or a heading, that is broken between words where there is no room; and texts.
TEXTS = {
    "doctor": "doctor",
    "table": "table inspect docs/examples/aduana.csv",
    "cite": f"cite {NEWS}",
    "check": "check 'Exports were 64.05 billion in November 2025 and imports fell 3 percent.'",
    "check_claim": "check 'exports 2025-11: 64.05 bn, +56.0 % y/y, record @ 2025-12-09'",
    "codes": "codes machinery",
    "every_code": "codes",
    "twelve_months": "drivers --through 2025-11 --span rolling_12",
    "twelve_months_of_partners": "partners --through 2025-11 --span rolling_12 --by import",
    "dollars": "drivers --through 2025-11 --unit dollar",
    "exports_in_dollars": f"exports {NEWS} --unit dollar",
}
#: Runs the commands, each on a terminal of each width, and draws a line before each.
PROGRAM = """
import fcntl, shlex, struct, sys, termios
from tradecli.cli import main
for line in {lines!r}:
    width, lang, words = line.split(" ", 2)
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(width), 0, 0))
    print("\\x00", width, lang, words, flush=True)
    main([*shlex.split(words), "--lang", lang])
"""
#: Whose sentences hold addresses longer than a narrow terminal, which are broken within.
ADDRESSES = {"explain", "sources"}


class Screen(NamedTuple):
    """What a command showed: all lines, its table, and all words after it."""

    lines: list[str]
    head: str
    table: list[str]
    not_shown: int
    words: str


Screens = Mapping[tuple[str, str, int], Screen]


#: What each question is called by its line of `PROGRAM`.
ASKED = {
    f"{width} {lang} {words}": (name, lang, width)
    for name, words in (COMMANDS | TEXTS).items()
    for lang in ("en", "zh")
    for width in (*WIDTHS, WHOLE)
}


def shown(folder: Path) -> None:
    """Every command in both languages and at every width, run in one process on one terminal."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", PROGRAM.format(lines=list(ASKED))],
        env=environment(TRADE_DATA_DIR="/nowhere/tradecli", TRADE_CONFIG_DIR="/nowhere/tradecli"),
        encoding="utf-8",
        timeout=DEADLINE,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before[-2000:]
    (folder / "terminal").write_bytes(child.before.encode())


@pytest.fixture(name="screens", scope="session")
def _screens(once: Once) -> Screens:
    """What each command showed."""
    terminal = (once("widths", shown) / "terminal").read_bytes().decode()
    _, *parts = re.sub(r"\x1b\[[\d;]*m", "", terminal.replace("\r\n", "\n")).split("\x00 ")
    shows = {ASKED[part.partition("\n")[0]]: part.partition("\n")[2] for part in parts}
    assert set(shows) == set(ASKED.values())
    return {at: screen(text) for at, text in shows.items()}


def screen(text: str) -> Screen:
    """A screen in its parts, which empty lines divide, or the line of columns above the small bars."""
    lines = text.splitlines()
    text = re.sub(r"(?m)^(  .*--format csv)\n(?=.*[▁-█]{3})", r"\1\n\n", text)
    head, _, rest = text.partition("\n\n")
    table, _, after = rest.partition("\n\n")
    body = table.splitlines()
    told = [line for line in body if re.fullmatch(r"  .*--format csv", line)]
    # Notes stand below a table without sentences.
    notes = (at for at, line in enumerate(body) if not line.startswith("  "))
    body = [line for line in body[: next(notes, len(body))] if line not in told]
    not_shown = int(re.findall(r"\d+", told[0])[0]) if told else 0
    # Small bars are of as many months as there is room for.
    after = "\n".join(line for line in after.splitlines() if not re.search("[▁-█]{3}", line))
    return Screen(lines, head, body, not_shown, after)


def unspaced(text: str) -> str:
    return "".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", [*COMMANDS, *TEXTS])
def test_no_line_is_wider_than_the_terminal(screens: Screens, name: str, lang: str, width: int) -> None:
    shown = screens[name, lang, width]
    assert shown.lines
    assert [line for line in shown.lines if cell_len(line) > width] == []


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_cell_is_broken_or_cut_and_no_column_goes_unsaid(
    screens: Screens, name: str, lang: str, width: int
) -> None:
    shown, whole = screens[name, lang, width], screens[name, lang, WHOLE]
    assert whole.not_shown == 0
    # A line a row, as where there is room for everything: no cell takes two.
    assert len(shown.table) == len(whole.table)
    lost = False
    for line, full in zip(shown.table[1:], whole.table[1:], strict=True):
        # Cells are whole, in their order: what stands on the line is part of what stands on the whole one.
        rest = iter(full.split())
        assert all(word in rest for word in line.split()), line
        lost |= len(line.split()) < len(full.split())
    assert bool(shown.not_shown) == lost


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", COMMANDS)
def test_all_sentences_are_there_whole(screens: Screens, name: str, lang: str, width: int) -> None:
    shown, whole = screens[name, lang, width], screens[name, lang, WHOLE]
    # A subtitle that is broken between its parts loses the dot that divides them.
    assert unspaced(shown.head).replace("·", "") == unspaced(whole.head).replace("·", "")
    if lang == "en" and name not in ADDRESSES:
        assert shown.words.split() == whole.words.split()
    assert unspaced(shown.words) == unspaced(whole.words)


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", [*COMMANDS, *TEXTS])
def test_a_number_keeps_its_sign_and_unit(screens: Screens, name: str, lang: str, width: int) -> None:
    for line in screens[name, lang, width].lines:
        assert not re.match(r"\s+(%|billion\b|million\b|億美元|個百分點|個月)", line), line
        assert not re.search(r"(US\$|\s[+-])$", line), line


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_chinese_table_has_chinese_headings(screens: Screens, name: str) -> None:
    heading, *_ = screens[name, "zh", WHOLE].table
    # Names of clauses and codes stand as they are; of words there are none in English.
    known = {"CIF", "SHA-"}
    assert set(re.findall(r"[A-Za-z][A-Za-z-]+", heading)) <= known
