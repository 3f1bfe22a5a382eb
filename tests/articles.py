"""Scores what `trade check` reads in keyed articles: `python -m tests.articles [FOLDER] [WORD...]`.

FOLDER holds `texts/`, `key.csv` and `score.py`; without it that of the shared files is taken, if it is there.
Further words go to the scorer, such as `--list wrong`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.conftest import CHECKOUT

#: Where the keyed articles may lie beside a checkout.
FOLDERS = tuple(folder / "shared" / "articles" for folder in list(CHECKOUT.parents)[:2])
#: Measures that the key counts among others.
MEASURES = {"points": "difference", "growth": "yoy"}
FIELDS = (
    "start",
    "end",
    "reporter",
    "partner",
    "commodity",
    "period",
    "span",
    "currency",
    "scope",
    "verdict",
)


def folder() -> Path | None:
    """The folder of the keyed articles; None where there is none."""
    return next((path for path in FOLDERS if (path / "key.csv").is_file()), None)


def claim(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the answer in the words of the scorer."""
    measure = row["measure"]
    named = {name: row[name] for name in FIELDS} | {
        "measure": MEASURES.get(measure, measure),
        "flow": row["flow"],
    }
    value, unit = row["value"], row["unit"]
    if measure == "level" or (measure == "difference" and unit not in {"percent", "points"}):
        named["unit"] = unit
    if row["word"]:
        value = row["word"]
    elif isinstance(value, float) and value.is_integer():
        value = int(value)
    if unit == "years":
        value = f"{value}y"
    verdict = row["verdict"]
    return {
        **named,
        "value": value,
        "verdict": "as_stated" if verdict == "true_of_unlike_periods" else verdict,
    }


def read(texts: Sequence[Path]) -> dict[str, list[dict[str, Any]]]:
    """The claims of each text, by the name of its file, from the JSON of one real start."""
    words = [sys.executable, "-m", "tradecli", "check", *map(str, texts), "--format", "json"]
    ran = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", cwd=CHECKOUT, check=False)
    if ran.returncode not in {0, 1, 3} or not ran.stdout:
        raise SystemExit(ran.stderr)
    found: dict[str, list[dict[str, Any]]] = {str(path): [] for path in texts}
    for row in json.loads(ran.stdout)["rows"]:
        found[row["file"]].append(claim(row))
    return found


def scored(place: Path, words: Sequence[str] = ()) -> str:
    """The table of the scorer for every text of a folder."""
    found = read(sorted((place / "texts").glob("*.txt")))
    lines = [
        json.dumps({"text": Path(name).stem, "base": "file", "claims": claims}, ensure_ascii=False)
        for name, claims in found.items()
    ]
    with tempfile.TemporaryDirectory() as made:
        output = Path(made) / "output.jsonl"
        output.write_text("\n".join(lines), encoding="utf-8")
        key = ["--key", str(place / "key.csv"), *words]
        command = [sys.executable, str(place / "score.py"), str(output), *key]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def main(words: Sequence[str] | None = None) -> int:
    """Print the table, or why there is none."""
    given = list(sys.argv[1:] if words is None else words)
    named = Path(given.pop(0)) if given and not given[0].startswith("-") else folder()
    if named is None or not (named / "key.csv").is_file():
        sys.stdout.write("skipped: no keyed articles are here; name their folder\n")
        return 0
    sys.stdout.write(scored(named, given))
    return 0


if __name__ == "__main__":
    sys.exit(main())
