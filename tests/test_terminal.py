"""The process and its terminal: pipes, closed and full outputs, signals, settings, locales."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import CHECKOUT

pexpect = pytest.importorskip("pexpect", reason="pexpect is needed for a terminal, and is not for Windows")

TRADE = (sys.executable, "-m", "tradecli")
#: Seconds after which what has not come never will; nothing is measured by it.
DEADLINE = 180
NEWS = ("surplus", "--partner", "US", "--through", "2025-11")


def environment(**settings: str) -> dict[str, str]:
    """A clean environment with *settings*."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **settings}


def run(*words: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """One start in a pipe."""
    return subprocess.run(
        [*TRADE, *words], capture_output=True, env=environment(**settings), timeout=DEADLINE, check=False
    )


def shell(line: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """A line of a shell, with `$trade` for the command."""
    bash = shutil.which("bash")
    assert bash
    return subprocess.run(
        [bash, "-c", line],
        capture_output=True,
        env=environment(trade=" ".join(TRADE), news=" ".join(NEWS), **settings),
        timeout=DEADLINE,
        check=False,
    )


def on_a_terminal(*words: str, columns: int = 100, **settings: str) -> tuple[int, str]:
    """Exit code and everything shown, on a terminal of that width."""
    child = pexpect.spawn(
        TRADE[0],
        [*TRADE[1:], *words],
        env=environment(**settings),
        dimensions=(50, columns),
        encoding="utf-8",
        timeout=DEADLINE,
    )
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before.replace("\r\n", "\n")


@cache
def plain_csv() -> bytes:
    ran = run(*NEWS)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return ran.stdout


def test_a_table_on_a_terminal_and_csv_in_a_pipe() -> None:
    code, shown = on_a_terminal(*NEWS)
    assert code == 0
    assert "\x1b[1mTaiwan's trade surplus with the United States" in shown
    assert re.search(r"balance +131\.03 +58\.49 +\+72\.54 +\+124\.0 % +64\.70", shown)
    assert "note: imports are from an earlier release" in shown
    assert plain_csv().startswith(b"reporter,partner,flow,span,period,value,")
    assert plain_csv().count(b"\n") == 7


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"NO_COLOR": "1"},
        {"FORCE_COLOR": "1"},
        {"TERM": "dumb"},
        {"TERM": "unknown"},
        {"TERM": ""},
        {"COLUMNS": "60"},
        {"COLUMNS": "20"},
        {"COLUMNS": "1"},
        {"COLUMNS": "none"},
        {"CI": "1"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "zh_TW.BIG5"},
        {"PYTHONIOENCODING": "big5"},
        {"TZ": "Asia/Taipei"},
        {"TZ": "garbage"},
    ],
    ids=str,
)
def test_csv_is_the_same_bytes_everywhere(settings: dict[str, str]) -> None:
    ran = run(*NEWS, **settings)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == plain_csv()


def test_no_column_of_json_depends_on_the_terminal() -> None:
    asked = (*NEWS, "--format", "json", "--lang", "zh")
    odd = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "COLUMNS": "20"}
    assert run(*asked, **odd).stdout == run(*asked).stdout


def test_the_reader_of_a_pipe_may_leave() -> None:
    ran = shell('$trade $news --format csv | head -1; exit "${PIPESTATUS[0]}"')
    assert ran.returncode in {0, 141}
    assert ran.stdout == plain_csv().splitlines(keepends=True)[0]
    assert ran.stderr == b""


@pytest.mark.parametrize(
    "words", ["$news --format csv", "$news --format table", "codes --format json", "--help"]
)
def test_a_reader_that_never_reads_is_no_error_to_tell(words: str) -> None:
    ran = shell(f'$trade {words} | true; exit "${{PIPESTATUS[0]}}"')
    assert ran.returncode == 141
    assert b"Traceback" not in ran.stderr
    assert b"rror" not in ran.stderr


@pytest.mark.parametrize(("words", "code"), [("$news --as-of 2026-01-09", 0), ("exports nowhere", 3)])
def test_notes_and_errors_that_nobody_reads_change_no_exit_code(words: str, code: int) -> None:
    ran = shell(f'$trade {words} 2>&1 >/dev/null | true; exit "${{PIPESTATUS[0]}}"')
    assert ran.returncode == code


def test_a_closed_output_is_a_storage_error() -> None:
    ran = shell("$trade $news --format csv >&-")
    assert (ran.returncode, ran.stdout) == (6, b"")
    assert ran.stderr.startswith(b"trade: standard output cannot be written")
    assert ran.stderr.count(b"\n") <= 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("words", ["$news --format csv", "$news --format table", "codes --format json"])
def test_a_full_disk_is_a_storage_error(words: str) -> None:
    ran = shell(f"$trade {words} > /dev/full")
    assert ran.returncode == 6
    assert ran.stderr.startswith(b"trade: standard output cannot be written: No space left on device")
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("words", ["--help", "--version", "surplus --help"])
def test_help_on_a_full_disk_has_no_traceback(words: str) -> None:
    ran = shell(f"$trade {words} > /dev/full")
    assert ran.returncode == 6
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.startswith(b"trade: ")


def test_a_file_is_written_with_every_stream_closed(tmp_path: Path) -> None:
    ran = shell(f"$trade $news --output {tmp_path}/figures.csv >&- 2>&- <&-")
    assert ran.returncode == 0
    assert (tmp_path / "figures.csv").read_bytes() == plain_csv()


@pytest.mark.parametrize("closed", ["2>&-", "<&-", "<&- 2>&-"])
def test_a_closed_input_or_error_stream_is_no_hindrance(closed: str) -> None:
    ran = shell(f"$trade $news --format csv {closed}")
    assert (ran.returncode, ran.stdout) == (0, plain_csv())


def test_an_error_with_the_error_stream_closed_keeps_its_code() -> None:
    ran = shell("$trade surplus --partner Germny 2>&-")
    assert (ran.returncode, ran.stdout) == (3, b"")


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}], ids=str)
def test_no_colour_where_none_is_wanted(settings: dict[str, str]) -> None:
    code, shown = on_a_terminal(*NEWS, **settings)
    assert code == 0
    assert "\x1b" not in shown
    assert "+124.0 %" in shown


def test_colour_where_it_is_forced() -> None:
    asked = (*NEWS, "--format", "table")
    assert b"\x1b" not in run(*asked).stdout
    forced = run(*asked, FORCE_COLOR="1").stdout
    assert b"\x1b[1m" in forced
    assert re.sub(rb"\x1b\[[\d;]*m", b"", forced) == run(*asked).stdout
    assert b"\x1b" not in run(*asked, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100])
def test_a_narrow_terminal_loses_columns_and_no_digits(columns: int) -> None:
    code, shown = on_a_terminal(*NEWS, columns=columns, NO_COLOR="1")
    assert code == 0
    for figure in ("176.02", "+73.4 %", "44.99", "+4.6 %", "131.03", "+124.0 %"):
        assert figure in shown
    assert ("64.70" in re.search("^  balance.*$", shown, re.MULTILINE)[0]) is (columns >= 60)  # type: ignore[index]


def test_columns_win_over_the_terminal() -> None:
    _, narrow = on_a_terminal(*NEWS, columns=200, COLUMNS="60", NO_COLOR="1")
    # The age of the figures is told before the table, the notes after it.
    table = [line for line in narrow.splitlines() if not line.startswith("note: ")]
    assert "131.03" in narrow
    assert max(len(line) for line in table) <= 60


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_a_terminal_of_ascii_gets_ascii(settings: dict[str, str]) -> None:
    ran = run(*NEWS, "--as-of", "2026-01-09", "--format", "table", **settings)
    assert ran.returncode == 0
    text = ran.stdout.decode("ascii")
    # The middle dot and the dash of a missing figure have stand-ins.
    assert "US$ billion | Taiwan Ministry of Finance" in text
    assert re.search(r"^  imports +- +42\.82 +-", text, re.MULTILINE)
    ran.stderr.decode("ascii")


def test_chinese_where_there_is_only_ascii_keeps_the_figures() -> None:
    ran = run(*NEWS, "--lang", "zh", "--format", "table", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0
    text = ran.stdout.decode("ascii")
    assert "1,310.27" in text
    assert "+124.0%" in text
    assert run(*NEWS, "--lang", "zh", "--format", "table", LC_ALL="C").returncode == 0


def test_chinese_on_a_terminal_of_big5() -> None:
    ran = run(*NEWS, "--lang", "zh", "--format", "table", PYTHONIOENCODING="big5")
    assert ran.returncode == 0
    assert "臺灣對美國貿易出超" in ran.stdout.decode("big5")


def test_an_error_where_there_is_only_ascii() -> None:
    ran = run("surplus", "--partner", "德國人", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stdout) == (3, b"")
    assert ran.stderr.decode("ascii").startswith("trade: ")
    assert ran.stderr.count(b"\n") == 2


#: Sends itself a signal once the program is about to answer, wherever that is. It sleeps in short steps: a
#: signal that comes just before a sleep begins does not end it, and is seen after it.
INTERRUPTED = """
import os, sys
sys.argv[0] = "trade"
import tradecli.load
def load(*words, **more):
    os.kill(os.getpid(), {signal})
    import time
    while True:
        time.sleep(0.05)
tradecli.load.load = load
from tradecli.__main__ import run
run()
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_quietly(number: signal.Signals, code: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(signal=int(number)), *NEWS],
        capture_output=True,
        env=environment(),
        timeout=DEADLINE,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (code, b"")
    assert b"Traceback" not in ran.stderr


def test_ctrl_c_on_a_terminal() -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-c", INTERRUPTED.replace("os.kill(os.getpid(), {signal})", "print('ready', flush=True)"), *NEWS],
        env=environment(),
        encoding="utf-8",
        timeout=DEADLINE,
    )
    child.expect("ready")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in child.before


def test_the_completion_script_of_bash_works(tmp_path: Path) -> None:
    command = tmp_path / "trade"
    command.write_text(f'#!/bin/sh\nexec {" ".join(TRADE)} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    complete = r"""
        eval "$(_TRADE_COMPLETE=source_bash trade)"
        handler=$(complete -p trade | sed 's/.*-F \([^ ]*\).*/\1/')
        COMP_WORDS=(trade surplus --format m) COMP_CWORD=3 COMPREPLY=()
        $handler trade m --format
        printf '%s\n' "${COMPREPLY[@]}"
    """
    ran = shell(complete, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.decode().split() == ["markdown"]


@pytest.mark.parametrize(
    ("words", "following", "offered"),
    [
        ("trade ", 1, {"surplus", "exports", "imports", "records", "sources", "codes"}),
        ("trade surplus --partner DE", 3, {"DE"}),
        ("trade surplus --format c", 3, {"csv"}),
    ],
)
def test_completion_offers(words: str, following: int, offered: set[str]) -> None:
    ran = run(_TRADE_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(following))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert set(ran.stdout.decode().split()) >= offered


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_error_is_broken_between_words_on_a_terminal(lang: str) -> None:
    words = ("exports", "--from", "2025-11", "--through", "2024-11", "--lang", lang, "--color", "never")
    code, shown = on_a_terminal(*words, columns=60)
    assert code == 2
    lines = shown.strip().split("\n")
    assert max(map(cell_len, lines)) <= 60
    assert len(lines) > 2
    assert lines[0].startswith("trade: ")


@pytest.mark.parametrize(
    ("words", "settings", "bold"),
    [((), {}, True), (("--color", "never"), {}, False), ((), {"NO_COLOR": "1"}, False)],
)
def test_an_error_is_bold_on_a_terminal_and_named_in_words(
    words: tuple[str, ...], settings: dict[str, str], bold: bool
) -> None:
    line = ["-m", "tradecli", *words, "surplus", "--partner", "Atlantis"]
    child = pexpect.spawn(
        sys.executable, line, env=environment(TERM="xterm", **settings), encoding="utf-8", timeout=60
    )
    child.expect(pexpect.EOF)
    shown = child.before
    assert ("\x1b[1mtrade: no country" in shown) == bold
    assert "trade: no country or area is called 'Atlantis'" in shown
    assert "\x1b[1mhint" not in shown
