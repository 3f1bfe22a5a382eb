"""What README and docs/ show is what the program prints: every command of their console blocks is run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.readme import LEFT_OUT, README, documents, examples, main, pictures, printed, rewritten, same

#: Fewer would mean that the blocks are not found any more.
LEAST = 20

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="README's lines are written for a shell")


def test_the_pages_show_commands() -> None:
    found = [example for path in documents() for example in examples(path.read_text(encoding="utf-8"))]
    assert len([example for example in found if "trade " in example.command]) >= LEAST
    assert len([example for example in found if example.python]) >= LEAST


def pages() -> list[object]:
    """Every document; a tutorial takes longer."""
    return [
        pytest.param(
            path,
            id=str(path.relative_to(README.parent)),
            marks=[pytest.mark.slow] if path.parent.name == "tutorials" else [],
        )
        for path in documents()
    ]


@pytest.mark.parametrize("path", pages())
def test_every_example_prints_what_is_shown(path: Path, tmp_path: Path) -> None:
    _, changed = rewritten(path.read_text(encoding="utf-8"), tmp_path)
    assert not changed, "\n\n".join([f"{path}: run python -m tests.readme", *changed])


MADE_UP = """\
# A made-up README
```sh
$ pip install nothing-that-is-run
```
```console
$ trade surplus --partner US --through 2025-11 --format csv \\
    | head -1 | cut -d, -f1-6
reporter,partner,flow,span,period,value
$ trade surplus --partner Germny
trade: there is no partner or reporter 'Germny'
...
$ trade --version; echo done
...
done
```
"""
SHORTENED = "trade surplus --partner US --through 2025-11 --format csv | head -1 | cut -d, -f1-6"


def test_commands_are_read_and_what_is_shown() -> None:
    first, second, third = examples(MADE_UP)
    assert (first.line, first.last, first.command) == (6, 7, SHORTENED)
    assert first.shown == ("reporter,partner,flow,span,period,value",)
    assert second.shown[-1] == LEFT_OUT
    assert third.command == "trade --version; echo done"


@pytest.mark.parametrize("text", ["```console\n$ trade\n", "```console\nno command\n```\n"])
def test_a_block_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="block"):
        examples(text)


def test_what_differs_is_rewritten_and_the_rest_left_alone(tmp_path: Path) -> None:
    text, changed = rewritten(MADE_UP, tmp_path)
    # The program says of an unknown partner what MADE_UP does not.
    assert [entry.splitlines()[0] for entry in changed] == ["line 9: $ trade surplus --partner Germny"]
    before, after = MADE_UP.splitlines(), text.splitlines()
    assert after[:9] == before[:9]
    assert after[-4:] == before[-4:]
    assert after[9].startswith("trade: ")
    assert "Germny" in after[9]
    assert rewritten(text, tmp_path) == (text, [])


@pytest.mark.parametrize("shown", ["\nreporter,partner\n", "\n"])
def test_a_line_too_few_is_seen(shown: str, tmp_path: Path) -> None:
    text = f"```console\n$ {SHORTENED}{shown}```\n"
    right = text.replace(f"{shown}```", "\nreporter,partner,flow,span,period,value\n```")
    assert rewritten(text, tmp_path)[0] == right


def test_the_command_rewrites_or_only_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo right\nwrong\n```\n", encoding="utf-8")
    assert main(["--check", str(page)]) == 1
    assert "line 2: $ echo right" in capsys.readouterr().out
    assert "wrong" in page.read_text(encoding="utf-8")
    assert main([str(page)]) == 0
    assert page.read_text(encoding="utf-8") == "```console\n$ echo right\nright\n```\n"
    assert main(["--check", str(page)]) == 0


def test_what_is_not_finished_goes_on_behind_its_prompt(tmp_path: Path) -> None:
    text = "```console\n$ cat >file <<'END'\n> one\n> two\n> END\n$ cat file\none\ntwo\n```\n"
    assert examples(text)[0].command == "cat >file <<'END'\none\ntwo\nEND"
    assert rewritten(text, tmp_path) == (text, [])


def test_python_is_run_with_the_names_of_the_page(tmp_path: Path) -> None:
    said = "Traceback (most recent call last):\n    ...\nZeroDivisionError: division by zero\n"
    text = f"```python\n>>> a = 6\n```\nprose\n```python\n>>> a * 7\n41\n>>> 1 / 0\n{said}```\n"
    right, [changed] = rewritten(text, tmp_path)
    assert right == text.replace("41", "42")
    assert changed.splitlines()[0] == "line 6: a * 7"


def test_a_shortened_output_keeps_its_length(tmp_path: Path) -> None:
    text = "```console\n$ printf '%s\\n' a b c d\nx\ny\n...\n```\n"
    assert rewritten(text, tmp_path)[0] == text.replace("x\ny\n", "a\nb\n")


def test_a_command_is_answered_as_on_a_terminal_and_in_a_pipe_as_there(tmp_path: Path) -> None:
    title = "Taiwan's trade surplus with the United States, January-November 2025"
    assert printed("trade surplus --partner US --through 2025-11", tmp_path)[0] == title
    piped = printed("trade surplus --partner US --through 2025-11 | head -1", tmp_path)
    assert piped[0].startswith("reporter,partner,flow")


def test_a_picture_is_drawn_by_the_command_after_it(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.md", tmp_path / "run"
    folder.mkdir()
    page.write_text("![A balance](a.svg)\n\n`trade chart --partner US -o a.svg` drew it.\n", encoding="utf-8")
    assert main(["--check", str(page)]) == 1
    assert main([str(page)]) == 0
    assert pictures(page, folder) == {tmp_path / "a.svg": (tmp_path / "a.svg").read_text(encoding="utf-8")}
    assert main(["--check", str(page)]) == 0
    page.write_text("![A balance](a.svg)\n\n`trade chart --partner Germny -o a.svg`\n", encoding="utf-8")
    with pytest.raises(ValueError, match="draws nothing"):
        pictures(page, folder / "bin")


def test_notes_follow_the_table(tmp_path: Path) -> None:
    lines = printed("trade surplus --partner US --through 2025-11 --format table", tmp_path)
    assert lines[0] == "Taiwan's trade surplus with the United States, January-November 2025"
    assert lines[-2].startswith("note: ")
    assert lines[-1].startswith("more: ")
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("shown", "lines", "agree"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a",), ["a", "b"], False),
        (("a", "..."), ["a", "b", "c"], True),
        (("a", "...", "c"), ["a", "c"], True),
        (("a", "...", "d"), ["a", "b", "c"], False),
        ((), [], True),
    ],
)
def test_a_line_of_dots_stands_for_any_number(shown: tuple[str, ...], lines: list[str], agree: bool) -> None:
    assert same(shown, lines) is agree
