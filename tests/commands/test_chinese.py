"""Chinese throughout: no command, error or help leaves English behind but what is no language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.main import get_command

from tests.commands.test_asked import REFUSED
from tests.commands.test_errors import CASES, PLAIN
from tests.conftest import Ran
from tradecli import helping
from tradecli.asked_refusals import CALLED
from tradecli.asked_vocabulary import HINTS
from tradecli.asked_vocabulary import REFUSED as VOCABULARY
from tradecli.catalogue.wordings import twins
from tradecli.cli import COMMANDS, app
from tradecli.facts.asked_places import NO_PLACE

Trade = Callable[..., Ran]

#: What is no language: command lines, options and their values, addresses, files, codes, titles of sources.
NO_LANGUAGE = [
    rf"trade (?:{'|'.join(COMMANDS)})"
    r"(?: --?[\w-]+(?:[ =][\w+:.'\"|-]+)?| [A-Z]{2}\b| FILE\.\.\.| [a-z_]+\b)*",
    r"--[\w-]+(?:[ =][\w+:./'=,\"-]+)?",
    r"https?://[^\s；]+",
    r"[\w./+-]+\.(?:csv|tsv|json|xlsx|parquet|toml|md|py|pq|feather|arrow|ipc|doc|png)\b",
    r"pip install \S+",
    r"iconv -f BIG5 -t UTF-8 OLD >NEW",
    r"chmod 600 \S+",
    # What a publisher wants to be called, and documents by their titles.
    r"(?:附註：來源|出處)：[^；]*",
    r"US with CN",
    r"mof census\b",
    # The examples in the help, and the grammar of claims.
    r"trade [a-z]+ .*",
    r"FLOW \[of COMMODITY\][\s\S]*?@ 2025-12-09'。",
    r"exports(?: to US)? 2025-11: .*",
    r"'?Taiwan's exports rose 56 percent in November'?",
    # Names of programs and of documents.
    r"JSON Schema|UN Comtrade|Model Context Protocol",
]
WORDS = re.compile(r"[A-Za-z][A-Za-z'-]+ [A-Za-z][A-Za-z'-]+")

#: Every command as a person asks it.
ASKED = (
    "surplus US 2025-11",
    "surplus --partner US --through 2025-11 --policy",
    "surplus --as-of 2026-01-09",
    "exports --months 3",
    "imports --partner CN+HK --months 3",
    "records --partner US --through 2025-11",
    "drivers --flow balance --by partner",
    "partners --by growth",
    "mirror --partner US",
    "revisions --partner US --months 4",
    "explain --partner US --through 2025-11",
    "cite --partner US",
    "sources",
    "codes japan",
    "config",
    "doctor",
    "fetch --dry-run",
    "fetch comtrade --reporter KR --partner US --dry-run",
    "store list",
    "store verify",
    "store prune --keep 3 --dry-run",
    "-v surplus --partner US --through 2025-11",
    "exports --partner US,JP --by quarter --share --why --notes",
    "surplus --partner US --from 2025-01",
    "drivers --by region --top 3 --why --notes",
    "partners --by region",
    "partners --top 3 --why --notes",
    "chart --span year",
    "chart --partner US --compare CN,JP --flow export",
    "chart --drivers partner",
    "brief --partner US --as-of 2026-01-09 --against last",
)


def english(text: str) -> list[str]:
    """Two English words or more that follow one another."""
    for pattern in NO_LANGUAGE:
        text = re.sub(pattern, "…", text)
    return WORDS.findall(text)


@pytest.fixture(autouse=True)
def _in_chinese(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRADE_LANG", "zh")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("TRADE_CONFIG_DIR", str(tmp_path / "config"))


@pytest.mark.parametrize("asked", ASKED)
def test_every_command_answers_in_chinese(trade: Trade, asked: str) -> None:
    ran = trade(*asked.split(), "--format", "table")
    assert ran.code == 0, ran.err
    assert re.search("[一-鿿]", ran.out + ran.err)
    assert english(ran.out + ran.err) == []


@pytest.mark.parametrize(
    "lines",
    [
        (
            "月份,國家,進出口別,金額",
            "2025-01,美國,出口,5",
            "2025-03,亞特蘭提斯,進口,7",
            "2025-03,總計,進口,7",
        ),
        ("月份,國家,進出口別,金額(千美元)", "2025-01,156,1,5", "2025-13,156,2,7"),
        ("月份,甲,乙", "2025-01,5,7"),
    ],
)
def test_an_unknown_table_is_inspected_in_chinese(
    trade: Trade, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    for form in ("table", "toml"):
        ran = trade("table", "inspect", str(path), "--format", form)
        assert ran.code == 0, ran.err
        assert english(ran.out + ran.err) == []


@pytest.mark.parametrize("name", CASES)
def test_every_error_is_written_in_chinese(trade: Trade, name: str) -> None:
    words, code, _, _ = CASES[name]
    ran = trade(*words.split())
    assert (ran.code, ran.out) == (code, "")
    first, second = ran.err.splitlines()
    assert first.startswith("trade: ")
    assert second.startswith("提示：")
    assert all(re.search("[一-鿿]", line) for line in (first, second))
    assert english(ran.err) == []


@pytest.mark.parametrize("name", [name for name in CASES if name not in PLAIN])
def test_the_object_has_the_message_in_chinese_and_its_kind_as_ever(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    words = [*CASES[name][0].split(), "--format", "json"]
    *_, line = trade(*words).err.splitlines()
    chinese = json.loads(line)["error"]
    monkeypatch.setenv("TRADE_LANG", "en")
    *_, line = trade(*words).err.splitlines()
    told = json.loads(line)["error"]
    same = ("kind", "exit_code", "newest_month", "candidates")
    assert [chinese[field] for field in same] == [told[field] for field in same]
    assert re.search("[一-鿿]", chinese["message"])
    assert re.search("[一-鿿]", chinese["hint"])


def table(folder: Path, **columns: list[object]) -> str:
    """A table of somebody's own records, and how it is asked about."""
    usual: dict[str, list[object]] = {
        "month": ["2025-01", "2025-02"],
        "ctry": ["JP", "DE"],
        "ie": ["E", "I"],
        "fob": [1000, 2000],
    }
    path = folder / "records.csv"
    pl.DataFrame(usual | columns).write_csv(path)
    names = "period=month,partner=ctry,flow=ie,value=fob"
    return f"surplus --reporter US --table {path} --columns {names}"


OWN = {
    "no table": (lambda folder: f"surplus --table {folder}/none.csv", 2),
    "no format": (lambda folder: f"surplus --table {_written(folder / 'a.doc')}", 2),
    "no column": (lambda folder: f"{table(folder)}x", 2),
    "no such column": (lambda folder: f"{table(folder)},colour=x", 2),
    "no months": (lambda folder: table(folder, month=["soon", "later"]), 5),
    "no flows": (lambda folder: table(folder, ie=["?", "!"]), 5),
    "no numbers": (lambda folder: table(folder, fob=["many", "few"]), 5),
    "no partner": (lambda folder: f"{table(folder)} --partner FR", 3),
    "partners nobody knows": (lambda folder: f"{table(folder, ctry=['Utopia', 'JP'])} --partner FR", 3),
    "no engine": (lambda folder: f"{table(folder)} --engine abacus", 2),
    "a source of the records": (lambda folder: f"{table(folder)} --source mof", 3),
    "no list": (lambda folder: f"{table(folder)},partner_codes=none.csv", 2),
    "two words for a column": (lambda folder: f"{table(folder)},value=fob", 2),
    "no unit": (lambda folder: f"{table(folder)},unit=7", 2),
    "damaged": (lambda folder: f"surplus --table {_written(folder / 'a.parquet')} --columns period=x", 5),
}


def _written(path: Path) -> Path:
    path.write_text("nothing", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", OWN)
def test_what_is_wrong_with_an_own_table_is_said_in_chinese(trade: Trade, tmp_path: Path, name: str) -> None:
    words, code = OWN[name]
    ran = trade(*words(tmp_path).split())
    assert (ran.code, ran.out) == (code, "")
    assert re.search("[一-鿿]", ran.err)
    # What an engine says of a file is said in its own words.
    assert english(re.sub("無法讀取：.*", "", ran.err) if name == "damaged" else ran.err) == []


#: What cannot be asked of series, several partners, charts and releases, and what it is refused with.
REFUSED_OPTIONS = {
    "records --partner US,JP": "此問題只能有一個貿易夥伴",
    "records --partner US --partner JP": "--partner給了兩次",
    "surplus --partner --through": "--partner沒有值",
    "surplus --share": "出入超沒有比重",
    "surplus us --partner JP": "貿易夥伴給了兩次",
    "surplus --partner g7": "找不到名為「g7」的國家或地區",
    "partners --top 0": "--top須為1以上",
    "partners --by balance --flow export": "須搭配--by growth或region",
    "drivers --by week": "無法依「week」分解",
    "drivers --by region --partner US": "依region分解時，對象為全球",
    "exports --months 0": "無法顯示0個月的數列",
    "exports --from 2024 --months 3": "--from與--months不能並用",
    "exports --from 2025-06 --through 2025-01": "--from 2025-06晚於--through 2025-01",
    "exports --partner US,JP --from 2099-01": "2099-01起尚未發布對美國與日本的貿易資料",
    "exports --partner US --through 2099-01": "沒有2099-01對美國的出口資料（mof）：未發布或未收錄",
    "imports --partner US --through 1950-01": "自美國的進口資料（mof）：未發布或未收錄",
    "chart --months 1": "1個月畫不成圖",
    "chart --months 3 --from 2024": "均指定圖的起點",
    "chart --from 2025-06 --through 2025-01": "2025-06至2025-01畫不成圖",
    "chart --from 2025-06 --through 2025-06": "只有一期（月）畫不成圖",
    "chart --partner US --through 2099-01 --flow import": "沒有2099-01與美國貿易的進口數字",
    "chart --drivers partner --months 3": "--months用於走勢圖",
    "chart --compare US,nobodyland": "找不到名為「nobodyland」的國家或地區",
    "chart --compare US": "只有一個貿易夥伴無從比較",
    "chart --compare US,CN,JP,KR,DE,GB,FR,IT,CA": "9條線難以分辨",
    "brief --against 2026-11-20": "不早於新聞稿本身",
    "brief --against 1999-01-01": "1999-01-01之前未發布可供比較的資料",
}


@pytest.mark.parametrize("words", REFUSED_OPTIONS)
def test_what_options_cannot_ask_is_said_in_chinese(trade: Trade, words: str) -> None:
    ran = trade(*words.split())
    assert (ran.code in {2, 3}, ran.out) == (True, "")
    assert REFUSED_OPTIONS[words] in ran.err
    assert english(ran.err) == []


@pytest.mark.parametrize("question", [question for question, _ in REFUSED])
def test_what_cannot_be_read_is_said_in_chinese(trade: Trade, question: str) -> None:
    *_, what, hint = [
        line for line in trade(*question.split()).err.splitlines() if not line.startswith("讀作：")
    ]
    assert all(re.search("[一-鿿]", line) for line in (what, hint))
    # What is quoted was written by who asked, or may be written instead.
    assert english(re.sub("「[^」]*」", "", what + hint)) == []


def test_every_reason_why_words_are_refused_has_a_twin() -> None:
    reasons = {
        *HINTS.values(),
        *NO_PLACE.values(),
        *CALLED.values(),
        *chain.from_iterable(VOCABULARY.values()),
    }
    assert len(reasons) > 20
    assert reasons - set(twins("zh")) == set()


OTHERS = {
    "nothing offline": ("fetch --offline", 4),
    "no source to fetch": ("fetch oecd", 2),
    "no key": ("fetch census --reporter US --commodity hs:85", 3),
    "no action": ("store burn", 2),
    "no file to add": ("store add", 2),
    "a file that is none": ("store add {file}", 5),
    "no vintages": ("store prune --keep 0", 2),
    "no address": ("check https://example.org/a", 2),
    "no file to check": ("check none.txt", 2),
    "no claim": ("check {empty}", 2),
    "no statement": ("check --explain 9 {claim}", 2),
    "no shell": ("completion tcsh", 2),
    "no schema": ("schema nothing", 2),
    "no command": ("help nothing", 2),
    "quiet and verbose": ("-q -v surplus", 2),
    "no colour": ("--color pink surplus", 2),
    "no argument": ("check", 2),
    "no help": ("surplus --colour", 2),
    "png to a terminal": ("brief --format csv", 2),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_else_fails_is_said_in_chinese(trade: Trade, tmp_path: Path, name: str) -> None:
    words, code = OTHERS[name]
    file, empty = _written(tmp_path / "a.csv"), tmp_path / "empty.toml"
    empty.write_text("", encoding="utf-8")
    parts = [
        part.format(file=file, empty=empty, claim="exports 2025-11: 64.05 bn") for part in words.split(" ")
    ]
    ran = trade(*parts)
    assert (ran.code, ran.out) == (code, "")
    assert re.search("[一-鿿]", ran.err)
    assert english(ran.err) == []


@pytest.mark.parametrize("text", ["lang = zh\n", 'lang = "zh"\nlagn = "en"\n', 'lang = "zh"\nunit = "x"\n'])
def test_a_file_of_settings_that_fails_is_said_in_chinese(trade: Trade, tmp_path: Path, text: str) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(text, encoding="utf-8")
    ran = trade("surplus")
    assert ran.code == 2
    assert english(ran.err) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_chinese(trade: Trade, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = trade(*([command] if command else []), "--help")
    assert ran.code == 0
    assert english(ran.out) == []
    assert re.search(r"^用法：trade", ran.out)
    if command:
        assert all(f"  {example}\n" in ran.out for example in helping.EXAMPLES[command])
        assert trade("help", command).out == ran.out
    for line in ran.out.splitlines():
        assert sum(2 if sign > "⺀" else 1 for sign in line) <= 80


def test_every_option_stands_in_the_help_of_both_languages(
    trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {}
    for lang in ("en", "zh"):
        monkeypatch.setenv("TRADE_LANG", lang)
        found[lang] = [
            re.findall(r"^  ((?:-\w, )?--[\w-]+)", trade(name, "--help").out, re.M) for name in COMMANDS
        ]
    assert found["zh"] == found["en"]


@pytest.mark.parametrize(
    ("words", "environment", "chinese"),
    [
        (["surplus", "--nope", "--lang", "zh"], {}, True),
        (["surplus", "--nope", "--lang=zh-TW"], {}, True),
        (["surplus", "--nope", "--lang", "en"], {"TRADE_LANG": "zh"}, False),
        (["surplus", "--nope"], {"TRADE_LANG": "zh"}, True),
        (["surplus", "--lang", "fr"], {"TRADE_LANG": "zh"}, True),
        (["surplus", "--lang", "fr"], {}, False),
        (["surplus", "--nope"], {"LANG": "zh_TW.UTF-8"}, False),
        (["surplus", "--help", "--lang", "zh"], {}, True),
    ],
)
def test_the_language_is_known_where_parsing_fails(
    trade: Trade,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    environment: dict[str, str],
    chinese: bool,
) -> None:
    monkeypatch.delenv("TRADE_LANG")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = trade(*words)
    assert bool(re.search("[一-鿿]", ran.err + ran.out)) == chinese


def test_a_file_of_settings_names_the_language_of_errors(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TRADE_LANG")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('lang = "zh"\n', encoding="utf-8")
    assert "提示：" in trade("surplus", "--nope").err
    assert trade("surplus", "--help").out.startswith("用法：")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_on_a_terminal_the_system_names_the_language(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    monkeypatch.delenv("TRADE_LANG")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
    assert "提示：" in trade("surplus", "--nope").err


def test_every_text_of_the_help_has_a_twin() -> None:
    root: Any = get_command(app([]))
    known = twins("zh")
    texts = [root.help, *(parameter.help for parameter in root.params)]
    for command in root.commands.values():
        texts += [command.help, *(getattr(parameter, "help", "") for parameter in command.params)]
    shown = {" ".join(text.split()) for text in texts if text}
    assert len(shown) > 80
    assert shown - set(known) == set()


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ("garbage", "manifest.json已損毀；缺少"),
        ('{"schema": 9, "sha256": "x", "manifest":\n', "的版式為9；本程式可讀1；缺少"),
    ],
)
def test_what_is_wrong_with_the_store_is_said_in_chinese(
    trade: Trade, tmp_path: Path, manifest: str, says: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "manifest.json").write_text(manifest, encoding="utf-8")
    ran = trade("store", "verify")
    assert ran.code == 6
    assert says in ran.err
    assert english(ran.err) == []
    ran = trade("surplus", "--partner", "US", "--format", "table")
    assert ran.code == 0
    assert "警告：無法讀取資料庫：" in ran.err
    assert "改以內建資料作答" in ran.err
    assert english(ran.err) == []
