"""Keyed articles, where they are: nothing judged wrongly, and as much read and decided as is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.articles import folder, main, scored


def test_without_articles_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("skipped: ")


@pytest.mark.slow
def test_the_articles_that_are_here() -> None:
    place = folder()
    if place is None:
        pytest.skip("no keyed articles beside this checkout; `python -m tests.articles FOLDER` scores some")
    table = scored(place)
    for lang in ("en", "zh"):
        part = table.partition(f"[{lang}]")[2]
        recall, precision = map(float, re.findall(r"\(([\d.]+)%\)", part.splitlines()[2]))
        decided = float(re.findall(r"\(([\d.]+)%\)", part.splitlines()[3])[0])
        assert (recall >= 85, precision >= 97, decided >= 85) == (True, True, True), table
        assert re.search(r"wrong verdicts +0/", part), table
        assert re.search(r"traps kept out +(\d+)/\1 ", part), table
