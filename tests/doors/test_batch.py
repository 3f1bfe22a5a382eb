"""`trade batch`: a line of JSON each, in and out; whatever a line holds, the next is answered."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

import tradecli as trade
from tests.conftest import CHECKOUT, Ran
from tradecli.doors import batch
from tradecli.doors.batch import replies

Trade = Callable[..., Ran]
QUESTION = '{"id": "a", "command": "surplus", "partner": "US", "through": "2025-11"}'


def said(content: bytes | str, lang: str = "en") -> list[dict[str, Any]]:
    raw = content if isinstance(content, bytes) else content.encode()
    return [json.loads(reply.text()) for reply in replies(io.BytesIO(raw), lang)]


def test_each_line_is_answered_in_its_place_with_its_name() -> None:
    lines = [
        QUESTION,
        "",
        '{"id": 2, "command": "exports", "partnr": "US"}',
        "  ",
        '{"command": "codes", "text": "japan"}',
    ]
    first, second, third = said("\n".join(lines))
    assert [(one["line"], one["id"], one["exit_code"]) for one in (first, second, third)] == [
        (1, "a", 0),
        (3, 2, 2),
        (5, None, 0),
    ]
    # As published for November 2025 by the vintage of 2026-10-08: exports to the United States 24.42 billion.
    [row] = [row for row in first["answer"]["rows"] if (row["flow"], row["span"]) == ("export", "month")]
    assert row["value"] == 24_420_124_000
    assert second["error"]["candidates"] == ["partner"]
    keeps = fastjsonschema.compile(trade.schema("batch"))
    assert all(keeps(one) for one in (first, second, third))


def test_an_answer_is_what_the_shell_prints(run: Trade, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f"{QUESTION}\n", encoding="utf-8")
    ran = run("batch", str(path))
    shell = run("surplus", "--partner", "US", "--through", "2025-11", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["answer"] == json.loads(shell.out)


BROKEN: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{surplus}", "see character 2"),
    "half an object": (b'{"command": "surplus"', "see character 22"),
    "two objects": (b"{} {}", "see character 4"),
    "a list": (b"[]", "not a list"),
    "a text": (b'"surplus"', "not a text"),
    "no UTF-8": (b'{"command": "\xff"}', "byte 14 is no UTF-8"),
    "deep": (b"[" * 100_000, "nested too deeply"),
    "a long number": (b"9" * 5_000, "too many digits"),
    "no number": (b'{"command": NaN}', "NaN is no JSON"),
    "twice": (b'{"command": "surplus", "partner": "US", "partner": "JP"}', "partner is given twice"),
    "a nul": (b'{"command": "surplus", "partner": "U\\u0000S"}', "'U"),
    "half a pair": (b'{"command": "surplus", "partner": "\\ud800"}', "no country"),
    "a name that is none": (b'{"id": {}, "command": "surplus"}', "an id is a text or a number"),
    "a name beyond numbers": (b'{"id": 1e999, "command": "surplus"}', "an id is a text or a number"),
    "no such month": (b'{"command": "surplus", "through": "2025-13"}', "2025-13"),
    "not released": (b'{"command": "surplus", "partner": "US", "through": "2031-01"}', "2031"),
    "nobody": (b'{"command": "surplus", "partner": "Germny"}', "Germny"),
    "no table": (b'{"command": "surplus", "table": "/no/such.csv"}', "such.csv"),
    "the network": (b'{"command": "fetch"}', "no command 'fetch'"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_line_that_fails_is_an_error_in_its_place(name: str) -> None:
    content, says = BROKEN[name]
    failed, answered = said(content + b"\n" + QUESTION.encode())
    assert (failed["line"], answered["line"], answered["exit_code"]) == (1, 2, 0)
    error = failed["error"]
    assert error["kind"] in {"usage", "no_data"}
    assert error["exit_code"] == failed["exit_code"] in {2, 3}
    assert says in f"{error['message']} {error['hint']}"
    fastjsonschema.validate(trade.schema("batch"), failed)


@pytest.mark.parametrize("name", BROKEN)
def test_it_fails_in_chinese_too(name: str) -> None:
    [failed] = said(BROKEN[name][0], "zh")
    assert any("一" <= sign <= "鿿" for sign in failed["error"]["message"])


def test_a_line_without_end_is_refused_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "MOST_BYTES", 1_000)
    failed, answered = said(b" " * 5_000 + b"\n" + QUESTION.encode())
    assert (failed["line"], "1,000 bytes" in failed["error"]["message"]) == (1, True)
    assert (answered["line"], answered["exit_code"]) == (2, 0)
    [failed] = said(b"[" * 5_000)
    assert failed["exit_code"] == 2


def test_the_language_is_that_of_the_line_else_of_the_command(run: Trade, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f'\ufeff{QUESTION}\n{QUESTION[:-1]}, "lang": "en"}}\n', encoding="utf-8")
    chinese, english = map(json.loads, run("batch", str(path), "--lang", "zh").out.splitlines())
    [failed] = said('{"command": "surplus", "parnter": "US", "lang": "zh"}')
    assert failed["error"]["message"] == "沒有「parnter」這個引數"
    assert "美國" in chinese["answer"]["title"]
    assert "United States" in english["answer"]["title"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], 0),
        ([QUESTION], 0),
        # A false claim is an answer, and its line says so.
        (['{"command": "check", "claims": ["exports 2025-11: 99 bn"]}'], 0),
        ([QUESTION, '{"command": "surplus", "partner": "Germny"}', "{"], 3),
        (["{", QUESTION], 2),
    ],
)
def test_it_ends_with_the_code_of_the_first_that_was_not_answered(
    run: Trade, tmp_path: Path, lines: list[str], code: int
) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = run("batch", str(path))
    assert (ran.code, ran.err) == (code, "")
    codes = [json.loads(line)["exit_code"] for line in ran.out.splitlines()]
    assert len(codes) == len(lines)
    if "claims" in "".join(lines):
        assert codes == [1]


@pytest.mark.parametrize("path", ["/no/such/file.jsonl", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_no_question(run: Trade, path: str) -> None:
    ran = run("batch", path)
    assert (ran.code, ran.out) == (2, "")
    assert "cannot read" in ran.err


def test_it_answers_as_lines_come_and_ends_quietly_when_nobody_reads() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tradecli", "batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    with child:
        # The first reply comes before the second line is written: nothing waits for the end.
        child.stdin.write(f"{QUESTION}\n".encode())
        child.stdin.flush()
        assert json.loads(child.stdout.readline())["id"] == "a"
        child.stdout.close()
        child.stdin.write(f"{QUESTION}\n".encode() * 3)
        child.stdin.close()
        assert child.wait(timeout=60) == 141
        assert child.stderr.read() == b""
