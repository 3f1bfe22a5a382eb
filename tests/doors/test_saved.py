"""`trade run`: questions kept in a file, each answer written where it says."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradecli.doors import saved

Trade = Callable[..., Ran]
MORNING = """
[us]
command = "surplus"
partner = "US"
through = 2025-11-01
output = "us.csv"

[japan]
command = "exports"
partner = ["JP", "KR"]
through = "2025-11"
since = "2025-06"
share = true
output = "japan.json"

[top]
command = "partners"
through = "2025-11"
by = "growth"
top = 3
lang = "zh"
notes = true
output = "top.md"
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "morning.toml").write_text(MORNING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "questions"


def kept(folder: Path, text: str) -> str:
    path = folder / "asked.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_each_is_written_beside_the_file_as_its_command_line_would(run: Trade, folder: Path) -> None:
    assert run("run", "questions/morning.toml") == Ran(0, "", "")
    lines = run("run", "questions/morning.toml", "--dry-run").out.splitlines()
    for line, name in zip(lines, ("us.csv", "japan.json", "top.md"), strict=True):
        written = (folder / name).read_bytes()
        program, *words = shlex.split(line)
        assert program == "trade"
        place = words.index(f"questions/{name}")
        words[place] = f"again.{name.split('.')[1]}"
        assert words[place - 1] == "--output"
        assert run(*words).code == 0
        assert Path(f"again.{name.split('.')[1]}").read_bytes() == written
    assert "--from 2025-06 --share" in lines[1]


def test_some_are_asked_by_name(run: Trade, folder: Path) -> None:
    assert run("run", "questions/morning.toml", "top").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["morning.toml", "top.md"]
    ran = run("run", "questions/morning.toml", "tpo")
    assert (ran.code, "did you mean top?" in ran.err) == (2, True)


def test_one_that_cannot_be_answered_leaves_all_files_as_they_were(run: Trade, folder: Path) -> None:
    path = kept(folder, f'{MORNING}\n[late]\ncommand = "surplus"\nthrough = "2031-01"\noutput = "late.csv"\n')
    assert run("run", path).code == 3
    assert sorted(one.name for one in folder.iterdir()) == ["asked.toml", "morning.toml"]


ONE_PLACE = {
    "another spelling": ("x.csv", "./x.csv"),
    "through a link": ("x.csv", "link/x.csv"),
    "what stands beside": ("x.csv", "x.csv-metadata.json"),
}


@pytest.mark.parametrize("case", [*ONE_PLACE, "no folder", "no format"])
def test_all_files_are_written_or_none(case: str, run: Trade, folder: Path) -> None:
    (folder / "link").symlink_to(folder)
    one, other = ONE_PLACE.get(case, ("x.csv", "none/y.csv" if case == "no folder" else "y.zzz"))
    asked = "command = 'codes'\ntext = '8542'\noutput = '{}'\n"
    asked_of = "command = 'surplus'\ncsvw = true\noutput = '{}'\n"
    path = kept(folder, f"[a]\n{asked_of.format(one)}[b]\n{asked.format(other)}")
    before = sorted(folder.iterdir())
    ran = run("run", path)
    assert (ran.code, ran.out) == (6 if case == "no folder" else 2, "")
    assert sorted(folder.iterdir()) == before
    if case in ONE_PLACE:
        assert "two questions are written to" in ran.err


def test_several_describe_themselves_in_one_folder(run: Trade, folder: Path) -> None:
    asked = "command = '{0}'\noutput = '{0}.csv'\ndatapackage = true\n"
    names = ("surplus", "exports")
    path = kept(folder, "".join(f"[{name}]\n{asked.format(name)}" for name in names))
    assert run("run", path).code == 0
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert {one["path"] for one in described} == {"surplus.csv", "exports.csv"}


def test_a_file_may_be_one_question_answered_here(run: Trade, folder: Path) -> None:
    path = kept(folder, 'command = "surplus"\npartner = "US"\nthrough = "2025-11"\nformat = "csv"\n')
    assert (
        run("run", path).out
        == run("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv").out
    )
    assert saved.read(path)[0].name == "asked"


def test_several_answers_follow_one_another_as_tables_alone(run: Trade, folder: Path) -> None:
    text = '[a]\ncommand = "codes"\ntext = "japan"\n{0}\n[b]\ncommand = "codes"\ntext = "korea"\n{0}\n'
    ran = run("run", kept(folder, text.format("")))
    assert (ran.code, ran.out) == (2, "")
    assert "2 answers cannot follow one another as csv" in ran.err
    ran = run("run", kept(folder, text.format('format = "table"')))
    assert ran.code == 0
    assert ran.out == "\n".join(run("codes", name, "--format", "table").out for name in ("japan", "korea"))


def test_it_ends_as_the_first_that_did_not_end_with_0(run: Trade, folder: Path) -> None:
    first = '[a]\ncommand = "codes"\noutput = "a.csv"\n'
    text = f'{first}[b]\ncommand = "check"\nclaims = ["exports 2025-11: 99 bn"]\noutput = "b.csv"\n'
    assert run("run", kept(folder, text)).code == 1
    assert (folder / "a.csv").exists()


def test_an_own_table_lies_beside_the_questions(run: Trade, folder: Path) -> None:
    (folder / "mine.csv").write_text(
        "month,country,flow,value\n2025-11,US,E,7\n2025-11,US,I,2\n", encoding="utf-8"
    )
    names = 'table = "mine.csv"\ncolumns = "period=month,partner=country"\n'
    text = f'command = "surplus"\npartner = "US"\n{names}format = "csv"\n'
    ran = run("run", kept(folder, text))
    assert ran.code == 0, ran.err
    [balance] = [row["value"] for row in ran.rows if (row["flow"], row["span"]) == ("balance", "month")]
    assert balance == "5"


REFUSED = {
    "no TOML": ("[a\n", "is no TOML"),
    "nothing": ("", "names no command"),
    "no table": ("partner = 'US'\n", "question partner: a question is an object, not a text"),
    "no command": ("[a]\npartner = 'US'\n", "question a: the question names no command"),
    "an argument misspelt": ("[a]\ncommand = 'surplus'\nparnter = 'US'\n", "did you mean partner?"),
    "an output misspelt": ("[a]\ncommand = 'surplus'\noutptu = 'x.csv'\n", "did you mean output?"),
    "an output that is none": ("[a]\ncommand = 'surplus'\noutput = 7\n", "output takes a text, not a number"),
    "no findings to show": ("[a]\ncommand = 'brief'\nwhy = true\n", "no argument 'why'"),
    "the network": ("[a]\ncommand = 'fetch'\n", "no command 'fetch'"),
    "one file twice": (
        "[a]\ncommand = 'codes'\noutput = 'x.csv'\n[b]\ncommand = 'codes'\noutput = 'x.csv'\n",
        "two questions are written to",
    ),
    "no format": ("command = 'surplus'\nformat = 'pdf'\n", "no format 'pdf'"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_file_that_holds_no_question_is_refused_by_name(
    run: Trade, folder: Path, name: str, lang: str
) -> None:
    text, says = REFUSED[name]
    ran = run("run", kept(folder, text), "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    if lang == "en":
        assert says in ran.err
    else:
        assert any("一" <= sign <= "鿿" for sign in ran.err.splitlines()[0])


def test_a_file_that_cannot_be_read_is_named(run: Trade, tmp_path: Path) -> None:
    ran = run("run", str(tmp_path / "none.toml"))
    assert (ran.code, "none.toml" in ran.err) == (2, True)
    (tmp_path / "big.toml").write_text("#" * 1_000_001, encoding="utf-8")
    assert "1,000,000 bytes" in run("run", str(tmp_path / "big.toml")).err
