"""The schemas of answers: current, printed by `trade schema`, and kept by every answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import fastjsonschema
import pytest

import tradecli as trade
from tests import generated
from tests.conftest import Ran, check_answer

Trade = Callable[..., Ran]


def test_the_generated_files_are_current() -> None:
    files = dict(generated.files())
    stale = [
        path.name for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text
    ]
    assert stale == [], "write them anew: python -m tests.generated"
    schemas = {path for path in files if path.parent == generated.SCHEMAS}
    assert {*generated.SCHEMAS.glob("*.json")} == schemas != set()


@pytest.mark.parametrize("name", sorted(path.stem for path in generated.SCHEMAS.glob("*.json")))
def test_it_is_printed_and_the_same_in_python(run: Trade, name: str) -> None:
    ran = run("schema", name)
    assert ran.code == 0
    assert json.loads(ran.out) == trade.schema(name)
    assert trade.schema(name)["$id"].split("/")[0] == f"trade.{name}"


def test_an_unknown_name_names_those_that_there_are(run: Trade) -> None:
    ran = run("schema", "suplus")
    assert (ran.code, ran.out) == (2, "")
    assert "surplus" in ran.err
    with pytest.raises(trade.QueryError) as error:
        trade.schema("suplus")
    assert "surplus" in error.value.candidates


def test_every_answer_has_a_schema(run: Trade) -> None:
    for words in (("surplus",), ("exports", "--partner", "US"), ("records",)):
        check_answer(run(*words, "--format", "json").out)


def test_an_error_keeps_its_schema(run: Trade) -> None:
    error = json.loads(run("surplus", "--partner", "Germny", "--format", "json").err.splitlines()[-1])
    fastjsonschema.validate(trade.schema("error"), error)


BROKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "a text for a number": lambda answer: answer["rows"][0].update(value="24420124000"),
    "a row without its flow": lambda answer: answer["rows"][0].pop("flow"),
    "no title": lambda answer: answer.pop("title"),
    "a number for a period": lambda answer: answer["rows"][0].update(period=2025),
    "a column nobody declared": lambda answer: answer["rows"][0].update(growth=1.0),
    "a finding without its facts": lambda answer: answer["findings"][0].pop("facts"),
    "another layout": lambda answer: answer.update(schema="trade.surplus/0"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_answer_that_breaks_it_is_seen(run: Trade, name: str) -> None:
    answer = json.loads(run("surplus", "--partner", "US", "--format", "json").out)
    BROKEN[name](answer)
    with pytest.raises((fastjsonschema.JsonSchemaException, AssertionError, KeyError)):
        check_answer(json.dumps(answer))
