"""Thirty-odd ways in which a table drifts or breaks, for each format: refused, told, or harmless.

What comes of each is listed. `refused` is InvalidData with a reason; `same` gives exactly the
figures of the undamaged reply; `told` gives fewer, and says so; `fewer` gives fewer, as the publisher
has it (a withdrawn month), and `theirs` gives the figure as it stands in the file: whether it can be is
for the comparison with the vintage before, which sees two files and not one.

One seed is tried, in a thorough run four: see tests/drawn.py.
"""

from __future__ import annotations

import random
import re

import pytest

from tests.drawn import seeds
from tests.sources import mutations as m
from tests.sources.replies import BUILDERS, reply
from tradecli.errors import InvalidData, NoData
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.reading import Parsed

SEEDS = seeds(1, 4)

LONG = ("census", "comtrade", "imf", "eurostat")
#: Letters as wide as a Chinese character; the unit's name and the slash as well.
FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
Figures = dict[tuple[str, ...], int]

#: A mutation, what comes of it, and the reason a refusal gives; by format where it differs.
MUTATIONS: dict[str, tuple[m.Mutation, str]] = {
    "column renamed": (m.renamed, "no column|header|series|no known unit|expected one"),
    "column added": (m.added, "header|no known unit"),
    "column removed": (m.removed, "no column|header|2 cells|no series|expected one"),
    "columns reordered": (m.reordered, "header|first cell"),
    "column duplicated": (m.duplicated, "is duplicated|differ|header|has 30 cells"),
    "header in another case": (m.header(str.swapcase), "no column|header|first cell|series|expected one"),
    "header with a blank": (
        m.header(lambda text: f"{text[0]} {text[1:]}"),
        "column|header|first cell|series",
    ),
    "header full-width": (
        m.header(lambda text: text.translate(FULL_WIDTH)),
        "no column|header|first cell|series|expected one|not an XML",
    ),
    "Big5": (m.as_big5, ""),
    "Big5 within UTF-8": (m.mislabelled, "UTF-8|XLSX"),
    "UTF-16": (m.utf16, "UTF-8|XLSX"),
    "byte order mark": (m.with_mark, "UTF-8"),
    "NUL": (m.nul, "UTF-8|XLSX|not a"),
    "cut short": (m.cut, "cut|cells|XLSX|not a|does not end|nor Big5"),
    "web page": (m.page, "got an HTML page, not data"),
    "row twice": (m.again(1), "duplicated|after"),
    "row twice, another figure": (m.again(1.1), "duplicated|after|do not add up"),
    "negative": (m.cell(lambda text: f"-{text}"), "negative|add|areas|expected more|is -"),
    "a thousand times": (m.cell(lambda text: m._times(text, 1000)), "leap|so much|add|areas|parts"),
    "10 to the 18th": (m.cell(lambda text: "1" + "0" * 18), "larger than any"),
    "1e400": (m.cell(lambda text: "1e400"), "not a number"),
    "inf": (m.cell(lambda text: "inf"), "not a number"),
    "NaN": (m.cell(lambda text: "NaN"), "not a number"),
    "1,234": (m.cell(lambda text: "1,234"), "not a number"),
    "1.234,5": (m.cell(lambda text: "1.234,5"), "not a number|decimals"),
    "(5)": (m.cell(lambda text: "(5)"), "not a number"),
    "dash": (m.cell(lambda text: "-"), "not a number"),
    "dots": (m.cell(lambda text: "..."), "not a number|decimals"),
    "n/a": (m.cell(lambda text: "n/a"), "not a number"),
    "empty": (m.cell(lambda text: ""), "empty|not a number"),
    "month 13": (m.period(lambda text: _month(text, "13")), "month|period"),
    "month 0": (m.period(lambda text: _month(text, "00")), "month|period"),
    "30 February": (m.period(lambda text: _month(text, "02-30")), "month|period|year"),
    "year of the Republic": (
        m.period(lambda text: _other_era(text)),
        "month|period|year|day",
    ),
    "month missing inside": (m.gap, "expected|after|no figures"),
    "partial month": (m.partial, "empty|number"),
    "unit thousand for million": (m.scaled(0.001), "leap|decimals|expected|add|more"),
    "New Taiwan dollars": (m.scaled(31.5), "leap|add|decimals|so much"),
    "month withdrawn": (m.withdrawn, "expected|add|year|no rows"),
    "revised by 0.1 %": (m.revised(1.001), "add"),
    "revised by 60 %": (m.revised(1.6), "add|areas"),
    "total is not the sum": (m.unequal, "add|areas"),
    "partner renamed": (m.partner_renamed, "no column|add up|no known unit"),
    "partner merged": (m.merged, "no column"),
}  # fmt: skip

#: What is not refused, and what comes of it instead.
OTHERWISE: dict[str, dict[str, str]] = {
    "column added": dict.fromkeys(
        ("u2010", "census", "fred", "comtrade", "imf", "eurostat", "kcs"), "same and told"
    ),
    "columns reordered": dict.fromkeys(("u2010", "njswww", "kcs", *LONG), "same"),
    "byte order mark": dict.fromkeys(("u2010", "njswww", "fred", "kcs", *LONG), "same"),
    "Big5": dict.fromkeys(("u2010", "njswww", "fred", *LONG), "same"),
    "empty": {"fred": "told"},
    "dash": {"njswww": "fewer"},
    "month missing inside": dict.fromkeys(("kcs", *LONG), "told"),
    "partial month": dict.fromkeys(LONG, "fewer"),
    "month withdrawn": dict.fromkeys(BUILDERS, "fewer"),
    "revised by 0.1 %": dict.fromkeys(("fred", *LONG), "theirs"),
    "revised by 60 %": dict.fromkeys(("fred", *LONG), "theirs"),
    "total is not the sum": dict.fromkeys(("fred", *LONG), "theirs"),
    "partner renamed": {**dict.fromkeys(LONG, "told"), "country": "told"},
    "partner merged": {**dict.fromkeys(LONG, "theirs"), "country": "theirs"},
}
#: What a format cannot have: a workbook has no encoding of its own, one series no partners.
NOT_THERE = {
    "country": {
        "Big5", "Big5 within UTF-8", "UTF-16", "byte order mark", "NUL", "month 13", "month 0", "30 February",
    },
    "kcs": {"Big5", "Big5 within UTF-8", "partial month", "partner renamed", "partner merged"},
    "fred": {"columns reordered", "partial month", "partner renamed", "partner merged"},
    "njswww": {"partner merged", "header in another case"},
}  # fmt: skip
CASES = [
    pytest.param(name, mutation, seed, id=f"{name}-{mutation}-{seed}")
    for name in BUILDERS
    for mutation in MUTATIONS
    for seed in SEEDS
    if mutation not in NOT_THERE.get(name, ())
]


def _month(text: str, month: str) -> str:
    """The label with another month: the last number in it, or the two digits after the year."""
    if text.endswith("\u6708"):
        return re.sub(r"\d+\u6708", f"{month}\u6708", text)
    if re.fullmatch(r"\d{6}", text):
        return text[:4] + month
    return re.sub(r"^(\d{4}[-.]M?)\d\d", rf"\g<1>{month}", text)


def _other_era(text: str) -> str:
    """A common year where the Republic's is due, or the other way round."""
    year = re.match(r"\d+", text.replace("-", "")[:4])
    assert year
    if len(year[0]) < 4:
        return f"{int(year[0]) + 1911}{text[len(year[0]) :]}"
    return f"{int(year[0]) - 1911}{text[4:]}"


def figures(parsed: Parsed) -> Figures:
    columns = ("reporter", "partner", "flow", "classification", "commodity", "span", "period", "value")
    rows = check(parsed.observations).select(columns).rows()
    return {tuple(map(str, key)): value for *key, value in rows}


@pytest.fixture(name="truth", scope="module")
def _truth() -> dict[str, Figures]:
    found = {}
    for name in BUILDERS:
        whole = reply(name)
        parsed = SOURCES[whole.source].parse(whole.snapshot(whole.encode(whole.rows)))
        assert parsed.notices == ()
        found[name] = figures(parsed)
    return found


def test_there_are_thirty_mutations_for_every_format() -> None:
    for name in BUILDERS:
        assert len(set(MUTATIONS) - NOT_THERE.get(name, set())) >= 30


@pytest.mark.drawn
@pytest.mark.parametrize(("name", "mutation", "seed"), CASES)
def test_no_silent_wrong_number(name: str, mutation: str, seed: int, truth: dict[str, Figures]) -> None:
    mutate, reason = MUTATIONS[mutation]
    whole = reply(name)
    content = mutate(whole, random.Random(f"{name} {mutation} {seed}"))
    expected = OTHERWISE.get(mutation, {}).get(name, "refused")
    parse = SOURCES[whole.source].parse
    if expected == "refused":
        with pytest.raises((InvalidData, NoData), match=reason):
            parse(whole.snapshot(content))
        return
    parsed = parse(whole.snapshot(content))
    found = figures(parsed)
    changed = {key for key, value in found.items() if truth[name].get(key) != value}
    if expected == "theirs":
        assert changed
        assert changed <= truth[name].keys()
        return
    assert not changed
    assert bool(parsed.notices) is ("told" in expected)
    assert (found == truth[name]) is expected.startswith("same")
