"""Every question that cannot be answered: one line, a hint, the exit code, and nothing on standard output."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]

#: Command line, exit code, what the line must say, what the hint must say.
CASES = {
    "unknown partner": ("surplus --partner Germny", 3, "'Germny'", "Germany (DE)"),
    "unknown partner in Chinese": ("surplus --partner 木星", 3, "'木星'", "trade codes"),
    "partner in Chinese nearly right": ("surplus --partner 美国人", 3, "'美国人'", "United States (US)"),
    "unknown partner without a neighbour": ("exports --partner qqqqqq", 3, "'qqqqqq'", "trade codes"),
    "unknown reporter": ("surplus --reporter Frence", 3, "'Frence'", "France (FR)"),
    "reporter whose figures are not held": (
        *("surplus --reporter LI --partner US", 3),
        *("Liechtenstein", "trade fetch --reporter LI --partner US"),
    ),
    "source that does not cover it": (
        *("surplus --partner US --source census", 3),
        *("census does not cover the reporter Taiwan", "census covers US"),
    ),
    "unknown source": ("surplus --source oecd", 2, "'oecd'", "mof, census"),
    "month not released": ("exports --partner US --through 2026-11", 3, "not available", "2026-09"),
    "balance not released": ("surplus --partner US --through 2026-10", 3, "imports", "2026-08"),
    "month in the future": ("surplus --through 2099-01", 3, "2099-01", "2026-0"),
    "breakdown of the future": ("drivers --through 2099-01", 3, "2099-01", "2026-0"),
    "mirror of the future": ("mirror --through 2099-01", 3, "2099-01", "2026-0"),
    "revisions of the future": ("revisions --through 2099-01", 3, "2099-01", "2026-0"),
    "chart of the future": ("chart --through 2099-01", 3, "2099-01", "2026-0"),
    "unknown flow": ("drivers --flow sales", 2, "'sales'", "export, import, balance"),
    "unknown span": ("revisions --span week", 2, "'week'", "month, quarter"),
    "unknown list": ("drivers --classification sitc", 2, "'sitc'", "mof, mof-section"),
    "records of the future": ("records --through 2099-01", 3, "2099-01", "2026-0"),
    "before the series": ("exports --through 1999-01", 3, "1999-01", "newest month"),
    "month malformed": ("surplus --through 2025-13", 2, "'2025-13' is not a period", "2025-11"),
    "month at the end of the calendar": ("records --through 0001-01", 2, "'0001-01'", "2025-11"),
    "months without end": ("exports --months 99999999999", 2, "99999999999 months", "1 to 1200"),
    "windows without end": ("revisions --months 99999999999", 2, "99999999999 windows", "1 to 1200"),
    "partner of many digits": (f"surplus --partner {'9' * 5000}", 3, "no list has", "letters"),
    "time without end": ("fetch --timeout inf", 2, "the timeout inf", "at most 86400"),
    "time that is no number": ("fetch --timeout nan", 2, "the timeout nan", "at most 86400"),
    "month in words": ("exports --through November", 2, "'November'", "2025-Q4"),
    "day malformed": ("surplus --as-of 2025-02-30", 2, "'2025-02-30' is not a day", "2025-12-09"),
    "day before all vintages": ("surplus --as-of 2020-01-01", 3, "2020-01-01", "2023-02-07"),
    "day to come": ("surplus --as-of 2101-01-01", 2, "2101-01-01 has not come", "--as-of"),
    "option without its value": (
        "chart --drivers --through 2025-11",
        2,
        "--drivers is given no value",
        "--through came after it",
    ),
    "option given twice": ("surplus --through 2025 --through=2024", 2, "is given twice", "one value"),
    "short and long of one option": (
        "surplus -f csv --format table",
        2,
        "--format is given twice",
        "one value",
    ),
    "strict without a day": ("surplus --as-of-strict", 2, "--as-of-strict", "--as-of"),
    "month of no flow": (
        "surplus --partner MX --through 2027-01",
        3,
        "imports are known to 2023-05",
        "2023-05",
    ),
    "pair not covered": ("surplus --reporter US --partner VI", 3, "US Virgin Islands", "trade codes"),
    "number of two countries": ("surplus --partner 156", 2, "China .* Canada", "CN or CA"),
    "number of two countries, Taiwan one": ("surplus --partner 528", 2, "Netherlands .* Taiwan", "NL or TW"),
    "commodity of two lists": ("exports --commodity 01", 2, "more than one list", "hs-section:01"),
    "unknown commodity": ("exports --commodity machnery", 3, "'machnery'", "mof:MACHINERY"),
    "commodity not held": (
        "exports --partner KE --commodity hs:854231",
        3,
        "no figures .*available",
        "mof has hs:854231 of trade with the world alone",
    ),
    "unknown adjustment": ("exports --adjustment trend", 2, "'trend'", "seasonal"),
    "seasonal pair": ("exports --partner US --adjustment seasonal", 3, "no figures .*avail", "trade sources"),
    "no months": ("imports --months 0", 2, "0 months", "1 to 1200"),
    "unknown unit": ("surplus --unit quintillion", 2, "'quintillion'", "billion"),
    "too many digits": ("surplus --digits 12", 2, "12 decimals", "0 to 9"),
    "two partners": ("records --partner US --partner JP", 2, "is given twice", "takes one partner"),
    "a flow beside another": (
        "partners --flow import",
        2,
        "--flow import goes with --by growth",
        "--by import",
    ),
    "no flow at all": ("partners --flow nonsense", 2, "no flow 'nonsense'", "export, import, balance"),
    "a span there is not": ("chart --span decade", 2, "'decade'", "quarter"),
    "months of bars": ("chart --drivers commodity --months 4", 2, "--months goes with a chart", "--months"),
    "a first month of bars": ("chart --drivers commodity --from 2024-01", 2, "--from goes with a", "--from"),
    "bars compared": ("chart --drivers commodity --compare US,CN", 2, "--compare goes with a", "--compare"),
    "one alone compared": ("chart --compare US", 2, "one partner alone", "--compare US,CN"),
    "too many compared": ("chart --compare US,CN,JP,KR,SG,VN,DE,FR", 2, "8 lines", "at most 7"),
    "two beginnings": ("chart --months 4 --from 2024-01", 2, "--from and --months", "one of the two"),
    "a chart that ends before it begins": (
        "chart --from 2025-11 --through 2024-01",
        2,
        "shows nothing",
        "--from comes before",
    ),
    "a chart of one year": ("chart --span year --from 2025-01", 2, "one year shows nothing", "begin earlier"),
    "one commodity of bars": (
        "chart --drivers commodity --commodity MACHINERY",
        2,
        "--commodity goes with a line",
        "one of the two",
    ),
    "one partner by partner": (
        "chart --drivers partner --partner US",
        2,
        "the whole world is broken down",
        "leave out --partner",
    ),
    "goods by partner": (
        "drivers --by partner --classification mof",
        2,
        "--classification names a list of commodities",
        "--by commodity",
    ),
    "digits in words": ("surplus --digits two", 2, "--digits", "trade surplus --help"),
    "unknown language": ("surplus --lang fr", 2, "'fr'", "en, zh"),
    "unknown format": ("surplus --format yaml", 2, "'yaml'", "json"),
    "folder that does not exist": (
        "surplus --output no/such/x.csv",
        6,
        "there is no folder no/such",
        "folder",
    ),
    "suffix of no format": ("surplus --output x.doc", 2, "'x.doc'", "--format"),
    "unknown command": ("ballance", 2, "ballance", "trade --help"),
    "unknown option": ("surplus --partnr US", 2, "--partnr", "trade surplus --help"),
    "option without a value": ("surplus --partner", 2, "--partner", "--help"),
    "a word that names nothing": (
        "surplus Atlantis",
        3,
        "'Atlantis' is no partner, goods or period",
        "US 2025-11",
    ),
    "words of two meanings": ("surplus mar 2025", 2, "may mean two things", "--partner MA --through 2025"),
    "two partners in words": (
        "records US and JP",
        2,
        "takes one partner: US,JP",
        "exports, imports and surplus",
    ),
    "a partner twice": ("surplus US --partner JP", 2, "partner is given twice", "once as US"),
    "a partner where there is none": ("partners US", 2, "takes no partner", "a month alone: 2025-11"),
    "nothing of that name": ("codes zzzzqq", 3, "'zzzzqq'", "trade codes"),
}


@pytest.mark.parametrize("name", CASES)
def test_one_line_a_hint_a_code_and_no_answer(trade: Trade, name: str) -> None:
    words, code, says, hint = CASES[name]
    ran = trade(*words.split())
    assert (ran.code, ran.out) == (code, "")
    first, second = ran.err.splitlines()
    assert first.startswith("trade: ")
    assert second.startswith("hint: ")
    assert re.search(says, first) or says in first
    assert re.search(hint, second) or hint in second


#: Where the format is what is wrong, or would be swallowed, there is no JSON to ask for.
PLAIN = {"unknown format", "option without a value", "suffix of no format"}


@pytest.mark.parametrize("name", [name for name in CASES if name not in PLAIN])
def test_with_json_the_error_is_an_object_as_well(trade: Trade, name: str) -> None:
    words, code, _, _ = CASES[name]
    ran = trade(*words.split(), "--format", "json")
    assert (ran.code, ran.out) == (code, "")
    first, second, third = ran.err.splitlines()
    error = json.loads(third)["error"]
    assert list(error) == ["kind", "exit_code", "message", "hint", "newest_month", "candidates"]
    assert error["exit_code"] == code
    assert error["message"] == first.removeprefix("trade: ")
    assert error["hint"] == second.removeprefix("hint: ")
    assert error["kind"] == {2: "usage", 3: "no_data", 6: "store"}[code]
    # What the hint says in words stands in the fields too.
    newest = re.search(r"newest month.* is (\d{4}-\d\d)", error["hint"])
    assert error["newest_month"] == (newest[1] if newest else None)
    assert all(candidate in error["hint"] for candidate in error["candidates"])
    named = re.search(
        r"did you mean|^(units|flows|spans|lists|languages|adjustments|the sources are)", error["hint"]
    )
    assert bool(error["candidates"]) >= bool(named)


#: What the fields of an error say that the hint says in words.
FIELDS = {
    "unknown partner": ([], ["DE"]),
    "unknown reporter": ([], ["FR"]),
    "number of two countries": ([], ["CN", "CA"]),
    "commodity of two lists": ([], ["mof-section:01", "hs-section:01"]),
    "unknown commodity": ([], ["mof:MACHINERY"]),
    "unknown language": ([], ["en", "zh"]),
    "balance not released": (["2026-08"], []),
}


@pytest.mark.parametrize("name", FIELDS)
def test_what_the_hint_says_in_words_stands_in_fields_too(trade: Trade, name: str) -> None:
    words, *_ = CASES[name]
    month, candidates = FIELDS[name]
    error = json.loads(trade(*words.split(), "--format", "json").err.splitlines()[2])["error"]
    assert [found for found in [error["newest_month"]] if found] == month
    assert set(candidates) <= set(error["candidates"])
    assert all(text in error["hint"] for text in (*error["candidates"], *month))


def test_no_command_shows_the_help(trade: Trade) -> None:
    ran = trade()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == trade("--help").out


def test_a_traceback_is_only_shown_with_debug(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").mkdir()
    ran = trade("surplus", "--output", str(tmp_path / "x.csv"))
    assert (ran.code, ran.out) == (6, "")
    assert "Traceback" not in ran.err
    monkeypatch.setenv("TRADE_DEBUG", "1")
    assert "Traceback" in trade("surplus", "--output", str(tmp_path / "x.csv")).err


@pytest.mark.parametrize("nasty", ["\x1b[31mUS", "US\x07", "a\nb", "\u202eSU", "x\x9b31m"])
def test_what_was_typed_cannot_steer_the_terminal(trade: Trade, nasty: str) -> None:
    ran = trade("surplus", "--partner", nasty)
    assert ran.code == 3
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(ran.err)
    assert len(ran.err.splitlines()) == 2
