"""The first screen is the answer: what a terminal of 80 x 24 shows, and what --why and --notes add."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Ran
from tradecli.model.report import ROUTINE

pytest.importorskip("pexpect", reason="pexpect is needed for a terminal, and is not for Windows")

from tests.test_terminal import NEWS, on_a_terminal

Run = Callable[..., Ran]
#: Lines of a terminal less the one that the command was typed on and that of the next prompt.
ROOM = 24 - 2
QUESTIONS = (
    " ".join(NEWS),
    "surplus --partner US",
    "surplus --partner CN",
    "surplus --partner JP --through 2026-08",
    "surplus --partner CN+HK --through 2026-02",
    "surplus --through 2026-09",
    "surplus --reporter US --partner TW",
    "surplus --partner US --through 2025-11 --as-of 2026-01-09",
    "exports --partner US --through 2025-11",
    "exports --partner JP",
    "imports --partner CN",
)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_stands_on_one_screen(question: str, lang: str) -> None:
    code, shown = on_a_terminal(*question.split(), "--lang", lang, columns=80)
    assert code == 0
    # The terminal breaks none of them: pexpect sees the lines as they were written.
    assert len(shown.splitlines()) <= ROOM
    assert any(sign in shown for sign in "▁▂▃▄▅▆▇█")


def test_a_dumb_terminal_is_sent_digits() -> None:
    _, shown = on_a_terminal(*NEWS, TERM="dumb")
    assert not any(sign in shown for sign in "▁▂▃▄▅▆▇█")
    # 2.37 and 19.88 of at most 19.88: one eighth and eight.
    assert "Dec 2023 2" in shown
    assert "8 Nov 2025" in shown


def findings(text: str) -> int:
    """The sentences below the figures, each of which ends in a full stop."""
    return sum(line.endswith(".") for line in text.splitlines())


def test_why_tells_the_findings_that_the_first_screen_leaves_out(run: Run) -> None:
    short, long = (run(*NEWS, "--format", "table", *more) for more in ((), ("--why",)))
    left_out = int(short.err.split("--why (")[1].split()[0])
    assert findings(long.out) - findings(short.out) == left_out > 0
    assert set(short.out.splitlines()) < set(long.out.splitlines())
    assert "--why" not in long.err


def test_notes_tells_those_on_method_too(run: Run) -> None:
    short, long = (run(*NEWS, "--format", "table", *more) for more in ((), ("--notes",)))
    added = set(long.err.splitlines()) - set(short.err.splitlines())
    assert "note: in current US$, not seasonally adjusted" in added
    # What changes how a number is read is told always.
    assert "note: imports are from an earlier release (2026-09-09)" in short.err


@pytest.mark.parametrize("form", ["json", "markdown", "html"])
def test_other_forms_hold_all_of_it(run: Run, form: str) -> None:
    text = run(*NEWS, "--format", form).out
    for said in ("In surplus every month since December 2015.", "in current US$, not seasonally adjusted"):
        assert said in text


def test_quiet_says_nothing_of_what_is_left_out(run: Run) -> None:
    assert run("-q", *NEWS, "--format", "table").err == ""


def test_what_is_told_only_when_asked_for_is_method() -> None:
    # None of these says of a figure shown that it is older, coarser, incomplete or of another day.
    assert not {"older_inputs", "as_published", "base_superseded", "no_value", "day_inferred"} & set(ROUTINE)
    assert not any(key.startswith(("own_table", "age", "deficit")) for key in ROUTINE)
