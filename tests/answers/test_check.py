"""Verdicts: the news as it was published, every branch of judging, and the words for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import polars as pl
import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import CHECKOUT, Ran
from tests.made_up import Row, known, months, row
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.claims import Assertion, from_line, read
from tradecli.data import RELEASES
from tradecli.errors import NoData
from tradecli.load import load
from tradecli.load_parts import some_partners
from tradecli.model.figure import Figure, Rank, Window
from tradecli.quantity import quantity
from tradecli.question import Known, Question
from tradecli.reports.available import Available
from tradecli.reports.check import judged
from tradecli.reports.check_statements import Line, sentence
from tradecli.reports.judge import contradiction, judge
from tradecli.reports.measured import Measured
from tradecli.reports.verdict import Verdict

NEWS = CHECKOUT / "fixtures" / "claims" / "surplus-doubled-2026-01.toml"
AVAILABLE = Available(load, some_partners)
Trade = Callable[..., Ran]


@cache
def released() -> pl.DataFrame:
    """What the ministry stated in its releases."""
    return pl.read_parquet(RELEASES)


def lines(text: str) -> list[Line]:
    return judged(read(text), AVAILABLE, released())


def line(text: str) -> Line:
    (found,) = lines(text)
    return found


def one(text: str) -> Verdict:
    return line(text).verdict


def of(rows: list[Row], text: str) -> Line:
    """The verdict on one claim by made-up figures."""
    held = known(rows)
    (found,) = judged(read(text), Available(lambda _: held), released())
    return found


def spoken(text: str, lang: str = "en") -> str:
    return write(sentence(line(text)), Style(lang))


def test_the_news(trade: Trade) -> None:
    ran = trade("check", str(NEWS))
    assert ran.code == 0
    assert [(row["claim"], row["measure"], row["verdict"], row["reason"]) for row in ran.rows] == [
        ("1", "level", "true_when_published", "revised"),
        ("2", "level", "true", ""),
        ("3", "multiple", "true_of_unlike_periods", "unequal_periods"),
        ("4", "level", "true_when_published", "revised"),
        ("4", "record", "true_when_published", "passed"),
        ("5", "mom", "true_when_published", "revised"),
        ("6", "yoy", "as_stated", "stated"),
    ]
    told = [row["explanation"] for row in ran.rows]
    assert "131.8 then, revised since: 131.03 today" in told[0]
    assert "true, of unlike periods: Jan-Nov 2025 against 2024 is 2.04 times" in told[2]
    assert "against Jan-Nov 2024, like with like, 2.24 times today" in told[2]
    assert "passed since by January 2026 (65.76)" in told[4]
    assert "+3.64 % then, revised since: +5.18 % today" in told[5]
    assert "stated by the ministry on 2025-12-09 (56.0 %)" in told[6]
    assert "+55.90 %, +55.95 % today" in told[6]


def test_a_base_that_contradicts_its_growth_needs_no_figures() -> None:
    def nothing(_: Question) -> Known:
        raise NoData("no figures at all")

    claims = read("exports 2025-11: 677 bn, base 495.7 bn, +35 % y/y")
    ((found, *_),) = judged(claims, Available(nothing), released())
    assert (found.verdict, found.reason) == ("false", "inconsistent")
    # 677 / 495.7 = 1.36574
    assert round(float(found.then.value or 0), 2) == 36.57


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        ("677 bn, base 495.7 bn, +36.6 % y/y", True),
        ("677 bn, base 495.7 bn, +37 % y/y", True),
        ("677 bn, base 495.7 bn, +35.9 % y/y", False),
        ("132 bn, base 64.7 bn, doubled", True),
        ("132 bn, base 64.7 bn, nearly doubled", False),
        ("+132.0 % y/y, 2.32 times", True),
        ("+132.0 % y/y, 1.32 times", False),
        ("677 bn, +35 % y/y", True),
        ("+132.0 % y/y, 2.0 times 2024", True),
    ],
)
def test_what_agrees_with_itself(said: str, agrees: bool) -> None:
    (found,) = read(f"exports 2025-11: {said}")
    assert (contradiction(found) is None) == agrees


@pytest.mark.parametrize(
    ("value", "low", "high", "claimed", "verdict"),
    [
        ("64.04", "64.035", "64.045", "64.04", "true"),
        ("64.04", "64.035", "64.045", "64.05", "true"),  # one unit: the rounding of the inputs allows it
        ("64.04", "64.04", "64.04", "64.05", "false"),
        ("64.045", "64.045", "64.045", "64.05", "true"),  # halves up
        ("131.8", "131.75", "131.85", "131.83", "unknown"),
        ("131.8", "131.75", "131.85", "131.8", "true"),
        ("131.8", "131.75", "131.85", "132", "true"),
        ("131.8", "131.75", "131.85", "132.0", "false"),
    ],
)
def test_the_last_digit_decides(value: str, low: str, high: str, claimed: str, verdict: str) -> None:
    found = Measured(*(Fraction(text) for text in (value, low, high)))
    assert judge(Assertion("level", quantity(claimed)), found)[0] == verdict


@pytest.mark.parametrize(
    ("ratio", "word", "verdict"),
    [
        ("1.899", "nearly doubled", "false"),
        ("1.90", "nearly doubled", "true"),
        ("1.986", "nearly doubled", "true"),
        ("1.986", "doubled", "false"),
        ("2.00", "nearly doubled", "false"),
        ("2.00", "doubled", "true"),
        ("2.00", "more than doubled", "false"),
        ("2.32", "more than doubled", "true"),
        ("2.49", "doubled", "true"),
        ("2.50", "doubled", "false"),
        ("2.90", "nearly tripled", "true"),
        ("3.00", "tripled", "true"),
        ("4.10", "more than quadrupled", "true"),
    ],
)
def test_words_for_multiples(ratio: str, word: str, verdict: str) -> None:
    found = Measured(Fraction(ratio), Fraction(ratio), Fraction(ratio))
    assert judge(Assertion("multiple", word=word), found)[0] == verdict


@pytest.mark.parametrize(
    ("least", "claimed", "verdict"),
    [(5, "4", "false"), (5, "5", "unknown"), (5, "-6", "false"), (-5, "-7", "unknown")],
)
def test_an_open_streak_refutes_only_shorter_ones(least: int, claimed: str, verdict: str) -> None:
    low, high = (Fraction(least), None) if least > 0 else (None, Fraction(least))
    found = Measured(None, low, high, note="open_streak")
    assert judge(Assertion("streak", quantity(claimed)), found)[0] == verdict


def test_a_tie_is_no_record() -> None:
    figure = Figure("export", Window("month", date(2025, 11, 1)))
    rank = Rank("month", figure, 30, record=False, tie=True, rank=1)
    found = Measured(Fraction(1), Fraction(1), Fraction(1), rank=rank)
    assert judge(Assertion("record", scope="month"), found)[0] == "false"


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("exports 2025-11: NT$ 1990 bn", "currency", "the claim is in TWD, the figures are in USD"),
        ("exports to US 1999-01: 1 bn", "missing", "not published, or not available"),
        ("exports to US 2025-11: 1 bn @ 2020-01-01", "not_held", "no figures of that day are available"),
        ("balance with US 2025-11: share 5 %", "no_share", "a balance has no share"),
        ("exports 2025-Q3: +5 % m/m", "no_mom", "single months only"),
        ("balance with US 2025-11 ytd: 131.83 bn @ 2026-01-09", "too_coarse", "too coarse"),
    ],
)
def test_what_cannot_be_told(text: str, reason: str, words: str) -> None:
    text = (
        '[[claim]]\nflow="exports"\nperiod="2025-11"\nlevel=1990\ncurrency="NT$"\n' if "NT$" in text else text
    )
    found = one(text)
    assert (found.verdict, found.reason) == ("unknown", reason)
    assert words in spoken(text)
    assert "無從判定" in spoken(text, "zh")


@pytest.mark.parametrize("made", ["", " @ 2026-01-09"])
def test_dollars_are_not_compared_with_euros(made: str) -> None:
    rows = [
        row("import", "month", period, value, reporter="DE", partner="TW", currency="EUR")
        for period, value in (("2024-11", 720_000_000), ("2025-11", 811_000_000))
    ]
    read_rows = Available(lambda _: known(rows, "TW", reporter="DE"))
    text = f"imports from TW by DE 2025-11: 0.811 bn, +12.6 % y/y{made}"
    level, growth = judged(read(text), read_rows, released())
    assert (level.verdict.verdict, level.verdict.reason) == ("unknown", "currency")
    assert (level.verdict.then.value, level.verdict.now.value) == (None, None)
    for lang in ("en", "zh"):
        told = write(sentence(level), Style(lang))
        assert "USD" in told
        assert "EUR" in told
    # A ratio has no currency: 811 / 720 is 1.1264.
    assert growth.verdict.verdict == "true"


def test_a_percentage_across_a_change_of_sign_cannot_be_told() -> None:
    rows = [
        *months("export", "2024-01", [5, *[9] * 11, 9], vintage="2026-01-09"),
        *months("import", "2024-01", [8, *[5] * 11, 5], vintage="2026-01-09"),
    ]
    found = of(rows, "balance with US 2025-01: +233 % y/y").verdict
    assert (found.verdict, found.reason) == ("unknown", "sign_change")


@pytest.mark.parametrize(("earlier", "verdict"), [(23, "unknown"), (24, "true")])
def test_a_record_needs_history(earlier: int, verdict: str) -> None:
    rows = months("export", "2024-01", [*range(1, earlier + 2)])
    claims = f"exports to US {2024 + earlier // 12}-{earlier % 12 + 1:02}: record"
    found = of(rows, claims).verdict
    assert found.verdict == verdict


def test_a_zero_base_cannot_be_told() -> None:
    rows = months("export", "2024-01", [0, *[9] * 12])
    found = of(rows, "exports to US 2025-01: +10 % y/y").verdict
    assert (found.verdict, found.reason) == ("unknown", "zero_base")


def test_two_changes_are_told_where_no_single_one_will_do() -> None:
    # Imports from the US in November 2025 taken for exports, and the figure in 億 for billions.
    imports = one("imports from US 2025-11: 4.54 bn")
    assert imports.verdict == "true"
    text = "exports to US 2025-11: 45.4 bn"
    found = line(text)
    assert [{mistake.kind for mistake in each.mistakes} for each in found.explained] == [
        {"flow", "hundred_million"}
    ]
    assert "Two changes would make it true" in spoken(text)
    assert "需兩項更動" in spoken(text, "zh")


def test_another_partner_is_told_beside_another_day() -> None:
    # Added up by hand: exports to Thailand in the third quarter of 2025 were 2,733,573 thousand.
    found = line("exports 2025-Q3: 2.734 bn")
    assert [one.kind for each in found.explained for one in each.mistakes] == ["partner"]


def test_no_change_is_told_where_none_fits() -> None:
    text = "exports 2025-11: 57.7777 bn"
    assert line(text).explained == ()
    assert line(text).tried > 100
    assert "No single change" in spoken(text)
    assert "無單一更動" in spoken(text, "zh")


def test_a_figure_confirmed_only_by_later_ones_cannot_be_told() -> None:
    rows = months("export", "2024-01", [9] * 3, vintage="2026-01-09")
    claims = "exports to US 2024-02: 9 dollar @ 2025-01-01"
    told = of(rows, claims)
    assert (told.verdict.verdict, told.verdict.reason) == ("unknown", "not_held")
    assert "no figures of that day are available; today's figure is 9." in write(sentence(told), Style())
    assert "當日尚無資料，現有數據為9美元" in write(sentence(told), Style("zh"))


def test_within_the_rounding_of_the_inputs() -> None:
    rows = [
        row("export", "month", "2024-01", 100, precision=10),
        row("export", "month", "2024-02", 104, precision=10),
    ]
    found = of(rows, "exports to US 2024-02: +6 % m/m").verdict
    assert found.verdict in {"true", "unknown"}


CHANGES = {
    "exports 2025-11: 640.5 bn": ("億", "億與十億互換"),
    "exports 2025-11: 64050 bn": ("1,000 times less", "縮小1,000倍"),
    "exports 2025-11: 6.405 bn @ 2025-12-09": ("10 times more", "放大10倍"),
    "exports 2025-11: 1998.4 bn": ("New Taiwan dollars", "新臺幣"),
    "exports 2025-11: 61.80 bn @ 2025-12-09": ("of October 2025", "改為2025年10月"),
    "exports 2025-10: 61.80 bn @ 2026-10-08": ("as known on 2025-11-07", "2025-11-07"),
    "balance with US 2025-11: 131.0 bn": ("of the year to date", "改為累計"),
    "balance with US 2025: 131.0 bn": ("of January-November 2025", "2025年1-11月"),
    "imports 2025-11: 64.04 bn": ("of exports", "改為出口"),
    "imports 2025-11: +56 % y/y": ("of exports", "改為出口"),
    "exports 2025-11: +5.2 % y/y": ("month on month", "改為月增率"),
    "exports 2025-11: +56 % m/m": ("on a year earlier", "改為年增率"),
    "exports 2025-11: +156 % y/y": ("2.3 times is +130 %", "以總額倍數論"),
    "balance with US 2025-11 ytd: 1.24 times": ("the increase was meant", "以增加倍數論"),
    "deficit with US 2025-11: 19.88 bn": ("as a surplus", "改為出超"),
}


@pytest.mark.parametrize("text", CHANGES)
def test_the_words_for_each_change(text: str) -> None:
    english, chinese = CHANGES[text]
    assert one(text).verdict == "false"
    assert english in spoken(text)
    assert chinese in spoken(text, "zh")


def test_a_false_claim_ends_with_one(trade: Trade) -> None:
    ran = trade("check", "exports 2025-11: 640.5 bn", "--format", "json")
    assert ran.code == 1
    assert '"verdict": "false"' in ran.out


def test_claims_from_standard_input(trade: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("exports 2025-11: 64.04 bn\n", encoding="utf-8")
    with path.open(encoding="utf-8") as lines:
        monkeypatch.setattr("sys.stdin", lines)
        assert trade("check", "-").rows[0]["verdict"] == "true"


def test_a_file_that_is_not_there(trade: Trade) -> None:
    ran = trade("check", "nowhere.toml")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot read nowhere.toml" in ran.err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_verdict_has_words(lang: str) -> None:
    texts = [
        "exports 2025-11: 64.04 bn",
        "exports to US 2025-11 ytd: rank 1, streak 28, 1.73 times, base 101.5 bn",
    ]
    for text in texts:
        for found in lines(text):
            told = write(sentence(found), Style(lang))
            assert told.startswith("1. ")
            assert "None" not in told


def test_from_line_and_table_say_the_same() -> None:
    table = (
        '[[claim]]\nflow="surplus"\npartner="US"\nperiod="2025-11"\n'
        'span="ytd"\nlevel=131.8\nmade=2026-01-09\n'
    )
    line_form = from_line("surplus with US 2025-11 ytd: 131.8 bn @ 2026-01-09")
    assert read(table)[0]._replace(text="") == line_form._replace(text="")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_whole_answer(trade: Trade, snapshot: SnapshotAssertion, lang: str) -> None:
    assert trade("check", str(NEWS), "--format", "markdown", "--lang", lang).out == snapshot
