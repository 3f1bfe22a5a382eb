"""Keyed articles, where they are: nothing judged wrongly, and as much read and decided as is asked for."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.articles import folder, main, scored


def test_without_articles_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("skipped: ")


def not_held(place: Path) -> set[tuple[str, str, str]]:
    """Claims, by text, sentence and words, about which the makers of the key had no figures."""
    with (place / "key.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["text"], row["sent"], row["printed"]) for row in rows if row["now"].startswith("not held")}


@pytest.mark.slow
def test_the_articles_that_are_here() -> None:
    place = folder()
    if place is None:
        pytest.skip("no keyed articles beside this checkout; `python -m tests.articles FOLDER` scores some")
    table, _, wrong = scored(place, ["--list", "wrong"]).partition("-- wrong: ")
    parts = re.split(r"^\[(\w+)\]", table, flags=re.MULTILINE)[1:]
    languages = dict(zip(parts[::2], parts[1::2], strict=True))
    assert set(languages) == {"en", "zh", "all"}
    for part in languages.values():
        recall, precision = map(float, re.findall(r"\(([\d.]+)%\)", part.splitlines()[2]))
        decided = float(re.findall(r"\(([\d.]+)%\)", part.splitlines()[3])[0])
        assert (recall >= 85, precision >= 97, decided >= 85) == (True, True, True), table
        assert "0 of them a wrong `false`" in part, table
        assert re.search(r"traps kept out +(\d+)/\1 ", part), table
    # Figures that came since confirm some claims that the key leaves open.
    told = [[cell.strip() for cell in line.split("|")[1:4]] for line in wrong.splitlines()[1:]]
    assert {tuple(cells) for cells in told} <= not_held(place), wrong
    assert len(told) == int(wrong.split()[0])
