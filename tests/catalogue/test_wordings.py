"""Every sentence that is raised or returned has a twin in each language, made of the same facts."""

from __future__ import annotations

import ast
import copy
import pickle
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import tradecli
from tradecli.catalogue.wordings import in_language, twins
from tradecli.errors import NoData, QueryError
from tradecli.facts import places
from tradecli.wording import Listed, Wording

FOLDER = Path(tradecli.__file__).parent
FILES = [path for path in sorted(FOLDER.rglob("*.py")) if "wordings" not in path.parts]
#: What takes a sentence as its first argument, beside the errors and `Wording` itself.
TAKERS = {"Wording", "Later", "unknown", "failed", "invalid", "Again", "Damaged", "warn"}
#: Lists of sentences.
LISTS = {"notices", "troubles", "wrong", "lost"}
#: Facts of an error that are no facts of its sentence.
ASIDE = {"hint", "newest", "candidates"}


class Site(NamedTuple):
    """A place in the code that takes a sentence: the sentence as an expression, and the facts beside it."""

    where: str
    sentence: ast.expr
    facts: frozenset[str]
    open: bool


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def errors() -> frozenset[str]:
    """Every class of error, by its name: `TradeError` and whatever comes of it."""
    bases = {
        node.name: {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases}
        for path in FILES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    }
    found = {"TradeError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found)


def sites(path: Path, tree: ast.Module) -> Iterator[Site]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        again = isinstance(node.func, ast.Call) and getattr(node.func.func, "id", "") == "type"
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        held = getattr(node.func, "value", None)
        listed = name == "append" and getattr(held, "id", getattr(held, "attr", "")) in LISTS
        if not (again or listed or name in errors() | TAKERS):
            continue
        where = f"{path.relative_to(FOLDER)}:{node.lineno}"
        facts = frozenset(key.arg for key in node.keywords if key.arg) - ASIDE
        # What hands its facts on by ** has those of whoever called it.
        handed = any(key.arg is None for key in node.keywords)
        wanted = [*node.args[: 2 if name == "failed" else 1]]
        wanted += [key.value for key in node.keywords if key.arg == "hint"]
        for sentence in wanted:
            yield Site(where, sentence, facts, handed)


def branches(sentence: ast.expr, tree: ast.Module) -> Iterator[ast.expr]:
    """What a sentence may be: of a name every value it is given in the module."""
    if isinstance(sentence, ast.IfExp):
        yield from branches(sentence.body, tree)
        yield from branches(sentence.orelse, tree)
    elif isinstance(sentence, ast.BoolOp):
        for value in sentence.values:
            yield from branches(value, tree)
    elif isinstance(sentence, ast.Name):
        for node in ast.walk(tree):
            named = isinstance(node, ast.Assign) and sentence.id in {
                getattr(target, "id", "") for target in node.targets
            }
            if named and isinstance(node.value, ast.Constant | ast.JoinedStr | ast.BinOp | ast.IfExp):
                yield from branches(node.value, tree)
    else:
        yield sentence


def fields(template: str) -> set[str]:
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in string.Formatter().parse(template) if name}


def worded(text: str) -> bool:
    return bool(re.search("[A-Za-z]", re.sub(r"\{[^{}]*\}", "", text)))


def faults(path: Path, tree: ast.Module) -> Iterator[str]:
    """What is wrong with the sentences of a module."""
    known = twins("zh")
    for site in sites(path, tree):
        for one in branches(site.sentence, tree):
            joined = isinstance(one, ast.JoinedStr) and worded(
                "".join(str(part.value) for part in one.values if isinstance(part, ast.Constant))
            )
            added = isinstance(one, ast.BinOp) and any(
                isinstance(side, ast.JoinedStr | ast.Constant) for side in (one.left, one.right)
            )
            method = isinstance(one, ast.Call) and getattr(one.func, "attr", "") in {"format", "join"}
            if joined or added or method:
                yield f"{site.where}: a ready sentence: {ast.unparse(one)}"
            elif isinstance(one, ast.Constant) and isinstance(one.value, str) and worded(one.value):
                twin = known.get(one.value)
                if twin is None:
                    yield f"{site.where}: no twin: {one.value!r}"
                elif fields(twin) != fields(one.value):
                    yield f"{site.where}: other facts: {one.value!r} and {twin!r}"
                if site.facts and not site.open and not fields(one.value) <= site.facts:
                    yield f"{site.where}: no such fact: {one.value!r} of {sorted(site.facts)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_sentence_is_a_template_with_a_twin(path: Path) -> None:
    assert list(faults(path, parsed(path))) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('raise QueryError(f"there is no {name}")', "a ready sentence"),
        ('raise QueryError("there is no " + name)', "a ready sentence"),
        ('raise QueryError("there is no {}".format(name))', "a ready sentence"),
        ('raise NoData("no month is available", hint=f"use {month}")', "a ready sentence"),
        ('hint = f"use {month}"\nraise NoData("no month is available", hint=hint)', "a ready sentence"),
        ('raise QueryError("nobody wrote this in Chinese")', "no twin"),
        ('raise QueryError("{name}: the file is empty", text=1)', "no such fact"),
        ('raise type(error)(f"table {path}: {error}")', "a ready sentence"),
    ],
)
def test_a_sentence_that_cannot_be_written_in_chinese_is_found(line: str, said: str) -> None:
    assert said in " ".join(faults(FOLDER / "load.py", ast.parse(line)))


def test_twins_are_made_of_the_same_facts_and_begin_no_second_language() -> None:
    assert {one for one, twin in twins("zh").items() if fields(one) != fields(twin)} == set()
    # Words of the mainland, which Taiwan says otherwise.
    foreign = re.compile(
        "信息|文件夾|數據|默認|缺省|字符|網絡|服務器|程序|用戶|鏈接|視頻|軟件|硬盤|窗口|命令行"
    )
    assert {twin for twin in twins("zh").values() if foreign.search(twin)} == set()
    assert {twin for twin in twins("zh").values() if re.search("[一-鿿][,;:!?](?![\\w/+])", twin)} == set()


def test_an_error_is_english_for_python_and_knows_its_facts() -> None:
    error = QueryError(
        "{count:,} rows of {place.name}",
        hint="use {codes}",
        count=1200,
        place=places.place("US"),
        codes=Listed(("CN", "CA"), "or"),
    )
    assert str(error) == "1,200 rows of United States"
    assert error.hint == "use CN or CA"
    assert in_language(error.hint, "zh") == "請用CN或CA"


def test_what_is_told_within_is_told_in_the_language_too() -> None:
    inner = NoData("no place has the code {code!r}", code="XX")
    outer = Wording("table {path}: {error}", path="a.csv", error=inner)
    assert outer == "table a.csv: no place has the code 'XX'"
    assert in_language(outer, "zh") == "資料表a.csv：沒有代碼為「XX」的地區"


@pytest.mark.parametrize(
    ("items", "word", "english", "chinese"),
    [
        ((), "or", "", ""),
        (("a",), "or", "a", "a"),
        (("a", "b", "c"), "or", "a or b or c", "a、b或c"),
        (("a", "b"), "and", "a and b", "a與b"),
        (("a", "b", "c"), ",", "a, b, c", "a、b、c"),
        (("a", "b"), ";", "a; b", "a；b"),
    ],
)
def test_several_facts_are_joined(items: tuple[str, ...], word: str, english: str, chinese: str) -> None:
    assert str(Listed(items, word)) == english
    assert in_language(Wording("use {codes}", codes=Listed(items, word)), "zh") == f"請用{chinese}"


def test_braces_of_others_are_no_fields() -> None:
    assert in_language(Wording("No such option: --{x}"), "zh") == "沒有--{x}這個選項"
    assert QueryError("{name}: the file is empty", name="{0}").hint == ""
    assert in_language(Wording("{name}: the file is empty", name="{0}"), "zh") == "{0}：檔案是空的"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_keeps_the_facts(again: object) -> None:
    sentence = Wording("{name}: the file is empty", name="a.csv")
    made = again(sentence)  # type: ignore[operator]
    assert (made, made.template, made.facts) == (sentence, sentence.template, {"name": "a.csv"})


def test_words_of_other_programs_are_known_by_their_sentence() -> None:
    said = "Expected '=' after a key in a key/value pair (at line 2, column 8)"
    assert in_language(ValueError(said), "zh") == "第2行第8字：鍵之後應有「=」"
    assert in_language(ValueError("something nobody foresaw"), "zh") == "something nobody foresaw"
