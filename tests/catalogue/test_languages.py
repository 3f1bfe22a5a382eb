"""Every language holds every message, and says it from the same facts."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import tradecli.catalogue
from tradecli.catalogue.style import LANGUAGES
from tradecli.catalogue.writer import TOPICS, Field, Optional, compiled, message

FOLDER = Path(tradecli.catalogue.__file__).parent
FILES = {lang: {path.stem for path in (FOLDER / lang).glob("[a-z]*.py")} - {"formats"} for lang in LANGUAGES}
OTHERS = [lang for lang in LANGUAGES if lang != "en"]


def messages(lang: str, topic: str) -> dict[str, str]:
    return dict(import_module(f"tradecli.catalogue.{lang}.{topic}").MESSAGES)


def fields(lang: str, pieces: tuple[object, ...]) -> set[str]:
    """The facts that a template reads, also through other messages."""
    read: set[str] = set()
    for piece in pieces:
        if isinstance(piece, Optional):
            read |= fields(lang, piece.pieces)
        elif isinstance(piece, Field) and piece.message:
            read |= fields(lang, compiled(message(lang, piece.message)))
        elif isinstance(piece, Field):
            read.add(piece.path[0])
    return read


def test_languages_have_the_same_files_and_each_file_is_a_topic() -> None:
    assert all(FILES[lang] == FILES["en"] for lang in OTHERS)
    assert FILES["en"] - {"general"} <= TOPICS


@pytest.mark.parametrize("topic", sorted(FILES["en"]))
@pytest.mark.parametrize("lang", OTHERS)
def test_languages_have_the_same_keys(lang: str, topic: str) -> None:
    assert set(messages(lang, topic)) == set(messages("en", topic))


@pytest.mark.parametrize("topic", sorted(FILES["en"]))
@pytest.mark.parametrize("lang", OTHERS)
def test_languages_say_the_same_facts(lang: str, topic: str) -> None:
    ours, theirs = messages("en", topic), messages(lang, topic)
    differing = {
        key: (fields("en", compiled(text)), fields(lang, compiled(theirs[key])))
        for key, text in ours.items()
        if fields("en", compiled(text)) != fields(lang, compiled(theirs[key]))
    }
    assert differing == {}


@pytest.mark.parametrize("topic", sorted(FILES["en"]))
def test_a_topic_holds_only_its_own_keys(topic: str) -> None:
    firsts = {key.partition(".")[0] for key in messages("en", topic)}
    assert firsts.isdisjoint(TOPICS - {topic}) if topic == "general" else firsts == {topic}
