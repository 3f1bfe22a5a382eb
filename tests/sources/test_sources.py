"""What every source and every fixture must keep."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.replies import with_file
from tradecli.data.fixtures import read
from tradecli.errors import InvalidData, TradeError
from tradecli.facts import commodities, places
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.numbers import dollars, last_digit, number
from tradecli.sources.reading import Snapshot

FIXTURES = Path(__file__).parents[2] / "fixtures"
PATHS = sorted(path for path in FIXTURES.glob("*/*/*") if path.suffix != ".toml")
FILES = [path.relative_to(FIXTURES).as_posix() for path in PATHS]
#: The largest are read once, where the embedded data is built anew (`tests/data`).
SMALL = [name for name, path in zip(FILES, PATHS, strict=True) if path.stat().st_size < 100_000]
#: What a source values in another way than exports FOB and imports CIF, and in another currency than dollars.
VALUED = {
    **{source: {"export": "FAS", "import": "customs value"} for source in ("census", "fred")},
    **{source: {"export": "FOB", "import": "FOB"} for source in ("ons", "statcan")},
}
CURRENCIES = {"eurostat": "EUR", "ons": "GBP", "statcan": "CAD", "jpmof": "JPY"}


def test_there_are_fixtures_of_every_source_but_those_that_may_not_be_shipped() -> None:
    # The terms of Comtrade forbid it, and what FRED has is the Census Bureau's.
    assert {path.split("/")[0] for path in FILES} == set(SOURCES) - {"comtrade", "fred"}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_source_describes_itself(source) -> None:
    assert source.publisher
    assert source.licence
    assert source.attribution
    assert source.home.startswith("https://")
    assert source.currency == CURRENCIES.get(source.id, "USD")
    valued = {entry.flow: entry.valuation for entry in source.valuations}
    assert valued == VALUED.get(source.id, {"export": "FOB", "import": "CIF"})
    host = source.address.removeprefix("https://")
    assert source.address == f"https://{source.hosts[0]}"
    assert host == source.hosts[0]
    assert not source.reporter or source.reporters == (source.reporter,)


def test_descriptions_load_without_polars_or_a_reader() -> None:
    heavy = {"polars", "python_calamine", "httpx"}
    load = "import sys; from tradecli.sources import SOURCES; list(SOURCES.values())"
    code = f"{load}; print(sorted(set(sys.modules) & {heavy}))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("path", FILES)
def test_a_fixture_says_what_it_is(path: str) -> None:
    about = tomllib.loads((FIXTURES / f"{path}.toml").read_text(encoding="utf-8"))
    assert about["licence"] == SOURCES[path.split("/")[0]].licence
    assert about.get("attribution", "") in ("", SOURCES[path.split("/")[0]].attribution)
    assert about["address"].startswith("https://")
    assert about["obtained"]
    assert about["vintage"] <= about["known_by"]
    assert about["sha256"] == hashlib.sha256((FIXTURES / path).read_bytes()).hexdigest()
    assert path.split("/")[1] == str(about["vintage"])
    assert all(article["address"] for article in about.get("articles", []))


@pytest.mark.parametrize("path", SMALL)
def test_a_fixture_is_read_the_same_each_time_and_keeps_every_rule(path: str) -> None:
    snapshot = read(FIXTURES / path, FIXTURES).snapshot()
    source = SOURCES[path.split("/")[0]]
    first, second = source.parse(snapshot), source.parse(snapshot)
    assert first.observations.equals(second.observations)
    assert check(first.observations).height > 0
    assert first.notices == ()
    reporters = {*first.observations["reporter"]}
    assert reporters <= set(source.reporters or places.places())
    assert reporters == {source.reporter} or not source.reporter
    # Every partner and commodity has a name.
    assert all(places.place(code).prose for code in first.observations["partner"].unique())
    pairs = first.observations.select("classification", "commodity").unique().rows()
    assert all(commodities.find(f"{list_}:{code}").name_zh for list_, code in pairs)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<!DOCTYPE html><html><body>please log in</body></html>\n", "got an HTML page, not data"),
        (b"\xef\xbb\xbf\r\n <html>", "got an HTML page, not data"),
        (b"", "the file is empty"),
        ("年,美國\n2001年,5\n".encode("utf-16"), "neither UTF-8 nor Big5|not UTF-8"),
        (b"a,b\n\x00,1\n", "neither UTF-8 nor Big5|not UTF-8"),
        (b"article,partner\n", "1 rows"),
        (b"a,b\n1,2\n", "'a|header 'a|no column"),
        (
            b"PK\x03\x04 and then nothing that is a workbook",
            "not a readable XLSX file|not UTF-8|does not end|cannot",
        ),
        (b'"article","b\n1,2\n', "not a CSV file"),
    ],
    ids=["html", "html-after-bom", "empty", "utf-16", "nul", "header-only", "unknown", "zip", "quote"],
)
def test_what_is_not_a_table_is_refused(
    source, snapshot: Callable[..., Snapshot], content: bytes, message: str
) -> None:
    with pytest.raises(InvalidData, match=message):
        source.parse(snapshot("u2010ex.csv", content))


@pytest.mark.parametrize("path", ["mof/2025-09-09/table01.xlsx", "census/2026-10-07/country.xlsx"])
def test_a_workbook_cut_short_is_refused(fixture: Callable[[str], Snapshot], path: str) -> None:
    whole = fixture(path)
    for size in range(4, len(whole.file.content), len(whole.file.content) // 20):
        cut = with_file(whole, content=whole.file.content[:size])
        with pytest.raises(TradeError):
            SOURCES[path.split("/")[0]].parse(cut)


@pytest.mark.parametrize(
    "text",
    ["3,000", "1.234,5", "(5)", "-", "n/a", "", " 5", "5 ", "1e3", "inf", "NaN", "+5", ".5", "5.", "５"],
)
def test_one_grammar_for_numbers(text: str) -> None:
    with pytest.raises(InvalidData, match=r"x\.csv: .* is not a number"):
        number(text, where="x.csv")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("7169.669882", 1_000_000, 7_169_669_882),
        ("0.29", 100, 29),
        ("38041.728795", 1_000_000, 38_041_728_795),
        ("36047.471348646", 1_000_000, 36_047_471_349),
        ("0.0000005", 1_000_000, 1),
        ("-19839.2", 1_000_000, -19_839_200_000),
    ],
)
def test_dollars_are_scaled_exactly_and_never_truncated(text: str, unit: int, value: int) -> None:
    assert dollars(text, unit, where="x") == value


@pytest.mark.parametrize("text", ["1000000000000", "9" * 39, "9" * 4000])
def test_an_absurd_figure_is_refused(text: str) -> None:
    with pytest.raises(InvalidData, match="trade figure"):
        dollars(text, 1_000, where="x")


def test_the_last_digit_is_that_of_the_finest_figure() -> None:
    assert last_digit(["25433.5", "33000"], 1_000_000) == 100_000
    assert last_digit(["5"], 1_000) == 1_000
    assert last_digit([], 1_000_000) == 1_000_000
