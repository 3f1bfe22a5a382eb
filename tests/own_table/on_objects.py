"""The same questions of files of this machine and of a store of objects, in a process of its own, as JSON.

    python -m tests.own_table.on_objects FOLDER

The store speaks the interface of S3 and listens on this machine alone. What is listed differs; none should.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

BUCKET = "records"
#: The store takes any.
KEYS = {
    "AWS_ACCESS_KEY_ID": "tests",
    "AWS_SECRET_ACCESS_KEY": "tests",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ALLOW_HTTP": "true",
}
QUESTIONS = (["surplus", "--partner", "US"], ["drivers", "--by", "commodity"], ["exports", "--partner", "JP"])
ENGINES = ("polars", "duckdb")


def answered(words: Sequence[str], out: Path) -> bytes:
    """The CSV of a question.

    Raises:
        RuntimeError: There is no answer.
    """
    from tradecli.cli import main

    if code := main([*words, "--output", str(out)]):
        raise RuntimeError(f"{words}: exit {code}")
    return out.read_bytes()


def compared(here: Path, there: str, out: Path) -> dict[str, bool]:
    """For each question and engine, whether the CSV of the store is byte for byte that of the files here."""
    from tests.benchmarks import report

    _, _, *more = report.table_of(here)
    found = {}
    for words in QUESTIONS:
        wanted = answered([*words, "--table", str(here), *more], out)
        for engine in ENGINES:
            told = answered([*words, "--table", there, *more, "--engine", engine], out)
            found[f"{' '.join(words)}, {engine}"] = told == wanted
    return found


def outcome(folder: Path) -> dict[str, Any]:
    """How many answers are the same, and which differ."""
    import s3fs
    from moto.server import ThreadedMotoServer

    from tests.benchmarks.customs import Plan, write

    files = write(folder / "records", Plan(4_000, months=26, partners=12))
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update(KEYS | {"AWS_ENDPOINT_URL": f"http://{host}:{port}"})
    store = s3fs.S3FileSystem()
    store.mkdir(BUCKET)
    for file in files:
        store.put_file(str(file), f"{BUCKET}/{file.name}")
        # Of objects the program does not know when they were written; nor of such a file.
        os.utime(file, (0, 0))
    try:
        found = compared(folder / "records", f"s3://{BUCKET}/*.parquet", folder / "answer.csv")
    finally:
        server.stop()
    return {"same": sum(found.values()), "different": [name for name, same in found.items() if not same]}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(outcome(Path(sys.argv[1]))) + "\n")
