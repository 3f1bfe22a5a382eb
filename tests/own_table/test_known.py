"""What a table answered before: it is said again only as long as nothing that it depends on has changed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import Ran
from tests.own_table.odd import odd
from tradecli import own_table
from tradecli.errors import TradeError
from tradecli.own_table import Answer, Asked, alone, answering, kept, known, state
from tradecli.own_table.table import Mapping, Table

Trade = Callable[..., Ran]
MONTHS = [f"2025-{month:02}" for month in range(1, 7)]
US, JP = (Asked("TW", partners=(partner,)) for partner in ("US", "JP"))
WORDS = "period=month,partner=who,flow=way,value=worth,commodity=hs"
MAPPING = Mapping(period="month", partner="who", flow="way", value="worth", commodity="hs")


@pytest.fixture(autouse=True)
def _as_if_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRADE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "LEAST", 1)
    # Every partner is added up.
    monkeypatch.setattr(alone, "read", lambda *_: None)


@pytest.fixture(name="read")
def _read(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """The questions for which a table is read, and not only what is known of it."""
    asked: list[Asked] = []
    answer = answering.answer
    monkeypatch.setattr(
        answering, "answer", lambda table, one, *at: asked.append(one) or answer(table, one, *at)
    )
    return asked


def records(
    folder: Path, *, worth: int = 100, name: str = "a", partners: tuple[str, ...] = ("US", "JP")
) -> Table:
    """Each partner's exports are worth so much in January, one more in each month and partner after that."""
    rows = [
        (month, who, "E", worth + at + 10 * number, "854231")
        for at, month in enumerate(MONTHS)
        for number, who in enumerate(partners)
    ]
    folder.mkdir(exist_ok=True)
    frame = pl.DataFrame(rows, schema=["month", "who", "way", "worth", "hs"], orient="row")
    frame.write_parquet(folder / f"{name}.parquet", compression="uncompressed")
    return Table(str(folder), MAPPING, mapped=True)


def exports(found: Answer) -> list[int]:
    return found.rows.sort("period")["value"].to_list()


def test_what_is_known_of_one_partner_is_known_of_all(tmp_path: Path, read: list[Asked]) -> None:
    table = records(tmp_path / "records")
    assert exports(own_table.answer(table, US)) == [100, 101, 102, 103, 104, 105]
    assert exports(own_table.answer(table, JP)) == [110, 111, 112, 113, 114, 115]
    world = Asked("TW", partners=("WORLD",))
    assert exports(own_table.answer(table, world)) == [210, 212, 214, 216, 218, 220]
    assert read == [US]
    ranked = own_table.answer(table, Asked("TW"))
    assert ranked.rows.group_by("partner").agg(pl.len()).sort("partner").rows() == [
        ("JP", 6),
        ("US", 6),
        ("WORLD", 6),
    ]
    assert read == [US]
    # Who has no rows is looked for in the table itself.
    assert own_table.answer(table, Asked("TW", partners=("DE",))).rows.is_empty()
    assert len(read) == 2


def _rewritten(folder: Path, _: pytest.MonkeyPatch) -> None:
    """Other values, in a file of the same size and time."""
    path = folder / "a.parquet"
    before = path.stat()
    records(folder, worth=200)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def _added(folder: Path, _: pytest.MonkeyPatch) -> None:
    records(folder, worth=100, name="b", partners=("KR",))


def _rules(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "rules", lambda: "those of another release")


CHANGES = {"rewritten": _rewritten, "added": _added, "rules": _rules}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_known_is_read_again_after_a_change(
    change: str, tmp_path: Path, read: list[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = records(tmp_path / "records")
    own_table.answer(table, US)
    CHANGES[change](tmp_path / "records", monkeypatch)
    again = own_table.answer(table, US)
    assert len(read) == 2
    assert exports(again)[0] == (200 if change == "rewritten" else 100)
    # In the state in which it is now, it is known.
    own_table.answer(table, JP)
    assert len(read) == 2


#: What a table means is no matter of how errors are told, files written, days pinned or settings read.
OTHERS = {"errors", "files", "pinned", "toml_text", "wording"}


def test_every_module_that_says_what_a_table_means_is_among_the_rules() -> None:
    package = Path(own_table.__file__).parents[1]
    for room in ("own_table", "facts"):
        for path in (package / room).rglob("*.py"):
            found = re.findall(
                r"^ *from tradecli(?:\.(\w+)|(?= import ))[\w.]* import (.*)", path.read_text(), re.M
            )
            used = {first or name.strip() for first, names in found for name in names.split(",")}
            folders = {name for name in used if (package / name).is_dir()}
            modules = {f"{name}.py" for name in used - folders - OTHERS}
            assert folders | modules <= set(state.RULES), path.name


def test_another_module_is_another_state(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for rules in (state.RULES, state.RULES[:-1]):
        monkeypatch.setattr(state, "RULES", rules)
        state.rules.cache_clear()
        told.append(state.rules())
    state.rules.cache_clear()
    assert len(set(told)) == 2


def test_another_meaning_or_question_is_another_answer(tmp_path: Path, read: list[Asked]) -> None:
    table = records(tmp_path / "records")
    thousands = table._replace(mapping=table.mapping._replace(unit=1000))
    for one, asked in ((table, US), (thousands, US), (table, US._replace(reporter="KR"))):
        own_table.answer(one, asked)
    assert len(read) == 3
    assert exports(own_table.answer(thousands, US))[0] == 100_000
    assert {*own_table.answer(table, US._replace(reporter="KR")).rows["reporter"]} == {"KR"}
    assert len(read) == 3


def test_an_answer_of_what_changed_while_it_was_read_is_not_kept(
    tmp_path: Path, read: list[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = records(tmp_path / "records")
    real = answering.as_observations

    def meanwhile(*words: object) -> pl.DataFrame:
        records(tmp_path / "records", worth=300)
        return real(*words)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(answering, "as_observations", meanwhile)
        own_table.answer(table, US)
    assert exports(own_table.answer(table, US))[0] == 300
    assert len(read) == 2


@pytest.mark.parametrize("seed", range(5))
def test_what_is_known_of_an_odd_table_is_what_it_says(seed: int, tmp_path: Path) -> None:
    table = odd(seed, tmp_path, "polars")
    for code in ("", "010121"):
        goods = {"commodity": code, "classification": "hs"} if code else {}
        for partners in (("VN",), ("WORLD",), ("FR", "US"), ()):
            asked = Asked("TW", partners=partners)._replace(**goods)
            assert said(own_table.answer, table, asked) == said(answering.answer, table, asked)


def test_chapters_are_known_of_the_partners_that_were_asked_for(tmp_path: Path, read: list[Asked]) -> None:
    table = records(tmp_path / "records")
    chapters = US._replace(commodity="", classification="")
    first = said(own_table.answer, table, chapters)
    assert said(own_table.answer, table, chapters) == first
    assert read == [chapters]
    own_table.answer(table, US)
    own_table.answer(table, JP._replace(commodity="", classification=""))
    assert len(read) == 3


def said(answer: Callable[[Table, Asked], Answer], table: Table, asked: Asked) -> object:
    try:
        found = answer(table, asked)
    except TradeError as error:
        return str(error)
    return found.source, found.rows.rows(), found.rows.schema, found.origins


def test_what_columns_mean_is_known_until_files_change(
    tmp_path: Path, trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    records(tmp_path / "records")
    words = (
        "exports",
        "--partner",
        "JP",
        "--table",
        str(tmp_path / "records"),
        "--columns",
        WORDS,
        "--format",
        "csv",
    )
    named: list[object] = []
    real = Table.named
    monkeypatch.setattr(Table, "named", lambda *words, **more: named.append(words) or real(*words, **more))
    first = trade(*words)
    assert first.code == 0
    assert trade(*words) == first
    assert len(named) == 1
    # A change of its files, another reporter: each may be something else.
    records(tmp_path / "records", worth=500)
    assert [row["value"] for row in trade(*words).rows][-1] == "515"
    assert trade(*words, "--reporter", "KR").rows[0]["reporter"] == "KR"
    assert len(named) == 3


def test_lists_in_files_of_their_own_are_read_each_time(tmp_path: Path, trade: Trade) -> None:
    records(tmp_path / "records", partners=("P1", "JP"))
    partners = tmp_path / "partners.csv"
    columns = f"{WORDS},partner_codes={partners}"
    words = (
        "exports",
        "--table",
        str(tmp_path / "records"),
        "--columns",
        columns,
        "--format",
        "csv",
        "--partner",
    )
    partners.write_text("P1,US\n", encoding="utf-8")
    assert trade(*words, "US").rows[-1]["value"] == "105"
    partners.write_text("P1,KR\n", encoding="utf-8")
    assert trade(*words, "KR").rows[-1]["value"] == "105"
    assert trade(*words, "US").code != 0


def test_small_tables_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LEAST", 2**23)
    table = records(tmp_path / "records")
    own_table.answer(table, US)
    assert known.place(table, US) is None
    assert not (tmp_path / "cache").exists()
