"""Questions as objects: described as the shell and Python take them, checked by name and type."""

from __future__ import annotations

import inspect
import json
import math
import re
from collections.abc import Callable
from typing import Any

import fastjsonschema
import pytest

import tradecli as trade
from tests.conftest import Ran
from tradecli.doors import asking
from tradecli.doors.batch import OFFLINE
from tradecli.doors.described import COMMANDS, SHOWN, described
from tradecli.errors import QueryError, TradeError
from tradecli.language import LANGUAGES

Trade = Callable[..., Ran]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_question_takes_what_python_takes_and_how_it_is_written(command: str) -> None:
    about = described(command)
    taken = inspect.signature(getattr(trade, command)).parameters
    more = {"text"} if command == "check" else set()
    assert set(about.arguments) - set(SHOWN) == set(taken) | more
    for name, parameter in taken.items():
        if parameter.default is not inspect.Parameter.empty:
            assert about.arguments[name].default == parameter.default
    assert all(one.meaning for one in about.arguments.values())
    schema = about.schema()
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(about.arguments)
    keeps = fastjsonschema.compile(schema)
    if not schema.get("required"):
        keeps({})
    with pytest.raises(fastjsonschema.JsonSchemaException):
        keeps({"parnter": "US"})


@pytest.mark.parametrize(
    ("command", "name", "words"),
    [
        ("surplus", "by", ("month", "quarter", "year")),
        ("drivers", "by", ("commodity", "partner", "region")),
        ("partners", "span", ("month", "year_to_date", "rolling_12")),
        ("revisions", "span", ("month", "quarter", "year_to_date", "year", "rolling_12")),
        ("chart", "drivers", ("commodity", "partner")),
        ("surplus", "engine", ()),
        ("brief", "against", ()),
        ("surplus", "lang", ("en", "zh")),
    ],
)
def test_the_words_of_a_choice_are_those_of_the_option(
    command: str, name: str, words: tuple[str, ...]
) -> None:
    assert described(command).arguments[name].choices == words


#: What is asked, and the options that ask it in a shell.
SAME: dict[str, tuple[dict[str, Any], str]] = {
    "a surplus": ({"partner": "US", "through": "2025-11"}, "surplus --partner US --through 2025-11"),
    "in Chinese": (
        {"partner": "美國", "through": "2025-11", "lang": "zh", "unit": "yi", "digits": 1},
        "surplus --partner 美國 --through 2025-11 --lang zh --unit yi --digits 1",
    ),
    "a series": (
        {"partner": ["US", "JP"], "since": "2024", "by": "quarter", "share": True},
        "exports --partner US,JP --from 2024 --by quarter --share",
    ),
    "imports": (
        {"partner": "CN+HK", "months": 3, "unit": "million"},
        "imports --partner CN+HK --months 3 --unit million",
    ),
    "records": (
        {"through": "2025-11", "as_of": "2026-01-09"},
        "records --through 2025-11 --as-of 2026-01-09",
    ),
    "drivers": ({"flow": "surplus", "span": "ytd", "top": 3}, "drivers --flow surplus --span ytd --top 3"),
    "partners": ({"by": "growth", "flow": "import"}, "partners --by growth --flow import"),
    "mirror": ({"cif_fob": "1.06", "through": "2025-11"}, "mirror --cif-fob 1.06 --through 2025-11"),
    "revisions": ({"months": 2, "matrix": True}, "revisions --months 2 --matrix"),
    "explain": (
        {"partner": "US", "flow": "export", "span": "month"},
        "explain --partner US --flow export --span month",
    ),
    "cite": ({"partner": "US", "through": "2025-11"}, "cite --partner US --through 2025-11"),
    "watch": ({"partner": "US", "since": "2026-01-09"}, "watch --partner US --since 2026-01-09"),
    "sources": ({"by": "reporter"}, "sources --by reporter"),
    "codes": ({"text": "半導體", "lang": "zh"}, "codes 半導體 --lang zh"),
    "policy": ({"policy": True, "through": "2025-11", "partner": "US"}, "surplus US 2025-11 --policy"),
    "another office": ({"reporter": "US", "partner": "MX"}, "surplus --reporter US --partner MX"),
    "a chart": ({"partner": "US", "compare": "JP"}, "chart --partner US --compare JP"),
}


@pytest.mark.parametrize("name", SAME)
def test_an_answer_is_that_of_the_shell_to_the_digit(run: Trade, name: str) -> None:
    values, words = SAME[name]
    command, *_ = words.split()
    asked = asking.read({"command": command, **values}, OFFLINE)
    said = json.loads(asking.text(asking.content(asked.answer())))
    assert said == json.loads(run(*words.split(), "--format", "json").out)


def test_a_check_takes_claims_or_a_text(run: Trade) -> None:
    claim, text = "exports 2025-11: 64.05 bn", "Taiwan's exports rose 65 percent in November 2025."
    for values, word, code in (({"claims": [claim]}, claim, 0), ({"text": text}, text, 1)):
        answer = asking.read({"command": "check", **values}).answer()
        ran = run("check", word, "--format", "json")
        assert json.loads(asking.text(asking.content(answer))) == json.loads(ran.out)
        assert answer.exit_code == ran.code == code


def test_a_release_is_its_text() -> None:
    answer = asking.read({"command": "brief", "partner": "US", "through": "2025-11"}).answer()
    said = asking.content(answer)
    fastjsonschema.validate(trade.schema("brief"), said)
    assert said["markdown"] == trade.brief("US", "2025-11").to("markdown")


REFUSED: dict[str, tuple[object, str, list[str]]] = {
    "no object": ([1], "a question is an object, not a list", []),
    "nothing": (None, "a question is an object, not null", []),
    "no command": ({"partner": "US"}, "names no command", ["surplus"]),
    "a command that is none": ({"command": 7}, "names no command", ["surplus"]),
    "a command misspelt": ({"command": "surpls"}, "no command 'surpls'", ["surplus"]),
    "another word for a command": ({"command": "deficit"}, "no command 'deficit'", ["surplus"]),
    "no question": ({"command": "store"}, "no command 'store'", ["sources"]),
    "an argument misspelt": ({"command": "surplus", "parnter": "US"}, "no argument 'parnter'", ["partner"]),
    "another name of one": ({"command": "surplus", "country": "US"}, "no argument 'country'", ["partner"]),
    "an option's name": ({"command": "exports", "as-of": "2026-01-09"}, "'as-of'", ["as_of"]),
    "one of another command": ({"command": "codes", "partner": "US"}, "no argument 'partner'", ["text"]),
    "how it is written": ({"command": "surplus", "format": "csv"}, "no argument 'format'", ["partner"]),
    "a number for a place": ({"command": "surplus", "partner": 842}, "partner takes a text or a list", []),
    "places that are none": ({"command": "surplus", "partner": ["US", 1]}, "partner takes", []),
    "null": (
        {"command": "surplus", "partner": None},
        "partner takes a text or a list of texts, not null",
        [],
    ),
    "a text for a number": (
        {"command": "exports", "months": "3"},
        "months takes a whole number, not a t",
        [],
    ),
    "truth for a number": ({"command": "exports", "months": True}, "months takes a whole number, not tr", []),
    "half a month": ({"command": "exports", "months": 1.5}, "months takes a whole number, not 1.5", []),
    "no number": ({"command": "surplus", "digits": math.nan}, "digits takes a whole number, not nan", []),
    "a number beyond all": ({"command": "surplus", "digits": 1e300}, "digits is too large a number", []),
    "a text beyond all": (
        {"command": "codes", "text": "x" * 4001},
        "text has more than 4,000 characters",
        [],
    ),
    "places beyond all": ({"command": "surplus", "partner": ["x" * 2001] * 2}, "partner has more than", []),
    "a claim that is none": ({"command": "check", "claims": [1]}, "not a list of other things", []),
    "a text for truth": ({"command": "exports", "share": "yes"}, "share takes True or False, not a text", []),
    "an object": ({"command": "surplus", "through": {}}, "through takes a text or a date, not an object", []),
    "a claim alone": ({"command": "check", "claims": "exports 2025-11: 64 bn"}, "claims takes a list", []),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_question_is_refused_by_name(name: str) -> None:
    question, says, near = REFUSED[name]
    with pytest.raises(QueryError) as refused:
        asking.read(question, OFFLINE)
    assert says in str(refused.value)
    assert refused.value.hint
    assert set(near) <= set(refused.value.candidates)


@pytest.mark.parametrize("values", [{"x" * 9_999: 1, "command": "codes"}, {"command": "x" * 9_999}])
def test_a_name_beyond_all_is_not_said_again(values: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match=r"x{60}\.\.\.'") as refused:
        asking.read(values)
    assert len(str(refused.value)) < 100


def test_an_error_does_not_say_all_that_was_asked_again() -> None:
    with pytest.raises(TradeError) as refused:
        asking.read({"command": "surplus", "partner": "x" * 4_000}).answer()
    told = asking.failure(refused.value)
    assert 900 < len(told["message"]) < 1_100
    assert told["message"].endswith("xxx...")


@pytest.mark.parametrize("command", COMMANDS)
def test_arguments_are_not_called_as_options_are(command: str) -> None:
    about = described(command)
    for lang in LANGUAGES:
        assert not re.search("[Ee]xit code|Ends with|結束", about.summary(lang))
        for said in (about.summary(lang), *(one.said(lang) for one in about.arguments.values())):
            assert "--" not in said
            assert any("一" <= sign <= "鿿" for sign in said.replace("億", "")) is (lang == "zh")


ADVISED = {
    "since": ({"command": "exports", "since": "2024", "months": 5}, "since and months exclude"),
    "by": ({"command": "surplus", "by": "week"}, "by takes month"),
    "partner": ({"command": "mirror", "partner": "TW"}, "another partner, or another reporter"),
    # What is for the shell is left as it is typed there.
    "fetch": (
        {"command": "mirror", "partner": "DE", "through": "2024"},
        "trade fetch eurostat --reporter DE --partner TW",
    ),
}


@pytest.mark.parametrize("name", ADVISED)
def test_advice_names_arguments(name: str) -> None:
    question, says = ADVISED[name]
    with pytest.raises(TradeError) as refused:
        asking.read(question).answer()
    told = asking.failure(refused.value)
    assert says in f"{told['message']} {told['hint']}"
    assert asking.failure(refused.value, "zh")["hint"].count("--") == says.count("--")


@pytest.mark.parametrize(
    "values", [{}, {"claims": []}, {"claims": ["x"] * 51}, {"claims": ["x"], "text": "y"}]
)
def test_a_check_of_none_or_too_many_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match="claims"):
        asking.read({"command": "check", **values}).answer()


@pytest.mark.parametrize("months", [-1, 0, 1201, 10**30])
def test_numbers_out_of_bounds_are_refused(months: int) -> None:
    with pytest.raises(TradeError) as refused:
        asking.read({"command": "exports", "months": months}).answer()
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://me:hunter2@127.0.0.1:1/x.csv", "http://...@127.0.0.1:1/x.csv"),
        ("s3://b/x.csv?a=1&X-Amz-Credential=hunter2&b=2", "s3://b/x.csv?a=1&X-Amz-Credential=...&b=2"),
        ("https://h.example/x.csv?api_key=hunter2#top", "https://h.example/x.csv?api_key=...#top"),
        ("https://h.example/x.csv?year=2025&partner=US", "https://h.example/x.csv?year=2025&partner=US"),
        ("me@h.example: no address", "me@h.example: no address"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_error_says_no_password_or_key_of_an_address(address: str, shown: str, lang: str) -> None:
    error = QueryError("cannot read {word}: {reason}", hint="{word}", word=address, reason=f"HEAD {address})")
    told = asking.failure(error, lang)
    assert told["message"].count(shown) == 2
    assert told["hint"] == shown
    assert "hunter2" not in str(told)
