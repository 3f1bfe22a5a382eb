"""Files of settings: which comes first, what is refused and where; they cost nothing where there are none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, Ran
from tests.test_startup import started
from tradecli import options, settings
from tradecli.cli import COMMANDS

Trade = Callable[..., Ran]
NEWS = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")


@pytest.fixture(name="folders")
def _folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Mapping[str, Path]:
    """A user's folder, and a project below a home, in a folder of which the program starts."""
    monkeypatch.setattr("tradecli.settings.PROJECT", ("trade.toml", ".trade.toml"))
    user, home = tmp_path / "config", tmp_path / "home"
    here = home / "project" / "below"
    for folder in (user, here):
        folder.mkdir(parents=True)
    monkeypatch.setenv("TRADE_CONFIG_DIR", str(user))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    return {
        "user": user / "config.toml",
        "project": home / "project" / "trade.toml",
        "home": home,
        "here": here,
    }


def unit(run: Trade, *words: str) -> str:
    return run(*NEWS, *words).rows[0]["display_unit"]


def test_flag_environment_project_user_default_in_this_order(
    run: Trade, monkeypatch: pytest.MonkeyPatch, folders: Mapping[str, Path]
) -> None:
    assert unit(run) == "billion"
    folders["user"].write_text('unit = "thousand"\n', encoding="utf-8")
    assert unit(run) == "thousand"
    folders["project"].write_text('unit = "million"\n', encoding="utf-8")
    assert unit(run) == "million"
    monkeypatch.setenv("TRADE_UNIT", "yi")
    assert unit(run) == "yi"
    assert unit(run, "--unit", "dollar") == "dollar"


def test_a_list_of_partners_is_several(run: Trade, folders: Mapping[str, Path]) -> None:
    folders["user"].write_text('partner = ["US", "日本"]\n', encoding="utf-8")
    assert [row["partner"] for row in run("imports", "--months", "1").rows] == ["US", "JP"]
    assert run("imports", "--partner", "CN", "--months", "1").rows[0]["partner"] == "CN"


def test_each_setting_comes_from_the_nearest_that_makes_it(run: Trade, folders: Mapping[str, Path]) -> None:
    folders["user"].write_text('unit = "thousand"\nlang = "zh"\n', encoding="utf-8")
    folders["project"].write_text('# ours\n\nunit = "million"\n', encoding="utf-8")
    rows = {row["name"]: row for row in run("config", "--format", "csv").rows}
    assert (rows["unit"]["value"], rows["unit"]["origin"], rows["unit"]["line"]) == (
        "million",
        "project",
        "3",
    )
    assert (rows["lang"]["value"], rows["lang"]["origin"], rows["lang"]["line"]) == ("zh", "user", "2")
    assert (rows["months"]["value"], rows["months"]["origin"]) == ("13", "default")
    assert rows["unit"]["file"] == str(folders["project"])


def test_config_tells_the_environment(
    run: Trade, monkeypatch: pytest.MonkeyPatch, folders: Mapping[str, Path]
) -> None:
    folders["project"].write_text('partner = "JP"\n', encoding="utf-8")
    monkeypatch.setenv("TRADE_PARTNER", "US")
    rows = {row["name"]: row for row in run("config", "--format", "csv").rows}
    assert (rows["partner"]["value"], rows["partner"]["origin"]) == ("US", "environment")
    assert "TRADE_PARTNER" in run("config", "--format", "table").out


def test_the_nearest_file_up_to_home_is_the_projects(run: Trade, folders: Mapping[str, Path]) -> None:
    (folders["home"].parent / "trade.toml").write_text('unit = "dollar"\n', encoding="utf-8")
    assert unit(run) == "billion"
    (folders["home"] / "trade.toml").write_text('unit = "thousand"\n', encoding="utf-8")
    assert unit(run) == "thousand"
    (folders["here"] / ".trade.toml").write_text('unit = "million"\n', encoding="utf-8")
    assert unit(run) == "million"


def test_a_value_is_taken_as_people_write_it(run: Trade, folders: Mapping[str, Path]) -> None:
    text = 'lang = "zh-TW"\nspan = "ytd"\nthrough = "Nov 2025"\nunit = "bn"\n'
    folders["user"].write_text(text, encoding="utf-8")
    rows = {row["name"]: row["value"] for row in run("config", "--format", "csv").rows}
    assert (rows["lang"], rows["span"], rows["unit"]) == ("zh", "year_to_date", "billion")
    assert run("surplus", "--partner", "US", "--format", "csv").rows[0]["period"] == "2025-11"


REFUSED = {
    "a setting that there is not": ('lang = "zh"\nlagn = "en"\n', 2, "lagn", "lang"),
    "an output": ('output = "all.csv"\n', 1, "output", "settings:"),
    "a table of settings": ('\n[surplus]\nunit = "yi"\n', 2, "surplus", "settings:"),
    "a word that is no choice": ('unit = "quintillion"\n', 1, "quintillion", "billion, yi"),
    "a format that there is not": ('format = "pdf"\n', 1, "pdf", "csv"),
    "a number for a text": ("partner = 842\n", 1, "842", "a text"),
    "a text for a number": ('\n\nmonths = "six"\n', 3, "months", "a whole number"),
    "true for a number": ("digits = true\n", 1, "digits", "a whole number"),
    "a number for true": ("cube = 1\n", 1, "cube", "true or false"),
    "a number too small": ("months = 0\n", 1, "months", "between 1 and"),
    "a place nobody knows": ('reporter = "Frence"\n', 1, "Frence", "France"),
    "a month that is none": ('through = "2025-13"\n', 1, "2025-13", "2025-11"),
    "a day to come": ('as-of = "2101-01-01"\n', 1, "2101-01-01", "as-of"),
    "no TOML": ('lang = "zh"\nunit = million\n', 2, "TOML", "line 2"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("of", ["user", "project"])
def test_what_is_wrong_is_refused_with_file_and_line(
    run: Trade, folders: Mapping[str, Path], of: str, name: str
) -> None:
    text, line, said, hint = REFUSED[name]
    folders[of].write_text(text, encoding="utf-8")
    ran = run("surplus", "--partner", "US")
    assert (ran.code, ran.out) == (2, "")
    assert str(folders[of]) in ran.err
    assert f"line {line}" in ran.err
    assert said in ran.err
    assert hint in ran.err


def test_a_file_that_cannot_be_read_is_told(run: Trade, folders: Mapping[str, Path]) -> None:
    folders["user"].write_bytes(b"lang = '\xff'\n")
    ran = run("surplus")
    assert (ran.code, ran.out) == (6, "")
    assert "it is not UTF-8" in ran.err


def test_help_and_version_answer_whatever_the_file_says(run: Trade, folders: Mapping[str, Path]) -> None:
    folders["user"].write_text("no toml", encoding="utf-8")
    assert run("--help").code == run("--version").code == 0


def test_an_own_table_is_found_from_the_folder_of_the_file(run: Trade, folders: Mapping[str, Path]) -> None:
    rows = [f"2025-{month:02d},US,E,{month}000" for month in range(1, 13)]
    text = "\n".join(["month,partner,flow,value", *rows])
    (folders["project"].parent / "records.csv").write_text(text, encoding="utf-8")
    (folders["project"].parent / "names.toml").write_text(
        'period = "month"\ncomplete = "2025-12"\n', encoding="utf-8"
    )
    folders["project"].write_text('table = "records.csv"\ncolumns = "names.toml"\n', encoding="utf-8")
    ran = run("exports", "--partner", "US", "--through", "2025-11", "--months", "1", "--format", "csv")
    assert ran.code == 0, ran.err
    assert ran.rows[0]["value"] == "11000"


def test_json_that_a_file_asks_for_is_that_of_errors_too(run: Trade, folders: Mapping[str, Path]) -> None:
    folders["user"].write_text('format = "json"\n', encoding="utf-8")
    ran = run("surplus", "--partner", "Germny")
    assert json.loads(ran.err.splitlines()[-1])["error"]["exit_code"] == 3


def test_offline_in_a_file_opens_no_socket(run: Trade, folders: Mapping[str, Path]) -> None:
    folders["user"].write_text("offline = true\n", encoding="utf-8")
    ran = run("fetch", "mof")
    assert (ran.code, "offline" in ran.err) == (4, True)


def test_a_command_whose_option_means_something_else_is_left_alone(
    run: Trade, folders: Mapping[str, Path]
) -> None:
    folders["user"].write_text('format = "csv"\nsource = "mof"\n', encoding="utf-8")
    assert run("brief", "--through", "2025-11").out.startswith("# ")
    assert run("store", "verify").code == 0


def test_every_option_with_a_twin_is_a_setting() -> None:
    shared = set(options.SHARED) - {"output", *options.BESIDE}
    assert shared <= set(settings.KEYS)
    assert set(settings.KEYS) - shared == {"timeout", "offline", "strict", *settings.WHOLE}
    for name in shared:
        default = options.SHARED[name].default
        assert default is None or type(default) is settings.KEYS[name], name


def test_there_is_no_twin_of_the_output(run: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRADE_OUTPUT", str(tmp_path / "all.csv"))
    assert run(*NEWS).rows
    assert list(tmp_path.iterdir()) == []
    assert all("TRADE_OUTPUT" not in run(command, "--help").out for command in COMMANDS)


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        ((), "a.json", "{"),
        (("--format", "csv"), "a.json", "reporter,"),
        # Of this suffix nothing is known.
        ((), "a.dat", "Taiwan's"),
    ],
)
def test_the_suffix_of_a_file_goes_before_a_setting(
    run: Trade,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
    name: str,
    begins: str,
) -> None:
    monkeypatch.setenv("TRADE_FORMAT", "table")
    assert run("surplus", "us", "2025-11", "--output", str(tmp_path / name), *words).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_where_there_is_no_file_no_toml_is_read() -> None:
    _, names = started(("exports", "--months", "1", "--format", "csv"))
    assert "tomllib" not in names


def test_the_file_reaches_a_process_of_its_own(folders: Mapping[str, Path]) -> None:
    folders["project"].write_text('lang = "zh"\nformat = "table"\n', encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tradecli", "codes", "US"],
        capture_output=True,
        check=True,
        cwd=folders["here"],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1"},
    )
    assert "美國" in ran.stdout.decode()
