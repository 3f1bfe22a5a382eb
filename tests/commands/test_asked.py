"""Questions as people type them: how each is read, or why it is refused."""

from __future__ import annotations

import shlex
from collections.abc import Callable

import pytest

from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
LINES = [
    line.split("|")
    for line in (CHECKOUT / "tests" / "asked.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ASKED = [(question.strip().removeprefix("trade "), read.strip()) for question, read in LINES]
READ = [(question, read) for question, read in ASKED if not read.startswith("!")]
REFUSED = [(question, read.removeprefix("! ")) for question, read in ASKED if read.startswith("!")]


_told: dict[str, str] = {}


def told(trade: Trade, command: str) -> str:
    """The answer to a command, which many questions are read as."""
    if command not in _told:
        _told[command] = trade(*shlex.split(command)).out
    return _told[command]


@pytest.mark.parametrize(("question", "read"), READ, ids=[question for question, _ in READ])
def test_a_question_in_words_is_the_one_with_options(trade: Trade, question: str, read: str) -> None:
    asked = trade(*question.split())
    assert asked.code == 0, asked.err
    command = question if read == "-" else read
    assert [line for line in asked.err.splitlines() if line.startswith("read as: ")] == (
        [] if read == "-" else [f"read as: trade {command}"]
    )
    assert asked.out == told(trade, command)


@pytest.mark.parametrize(("question", "says"), REFUSED, ids=[question for question, _ in REFUSED])
def test_what_cannot_be_read_is_refused_with_what_could_be_meant(
    trade: Trade, question: str, says: str
) -> None:
    ran = trade(*question.split())
    assert ran.code in {2, 3}
    assert ran.out == ""
    assert says in ran.err
