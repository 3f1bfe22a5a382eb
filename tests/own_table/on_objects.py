"""The same questions of files of this machine and of a store of objects, in a process of its own, as JSON.

    python -m tests.own_table.on_objects FOLDER

The store speaks the interface of S3 and listens on this machine alone. What is listed differs; none should.
"""

from __future__ import annotations

import json
import os
import sys
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


def different(here: Path, there: str, folder: Path) -> list[str]:
    """Questions whose CSV of the store is not byte for byte that of the files here."""
    from tests.benchmarks import report
    from tradecli.cli import main

    found = []
    for number, words in enumerate(QUESTIONS):
        _, _, *more = report.table_of(here)
        answers = []
        for table, engine in ((str(here), "polars"), *((there, engine) for engine in ENGINES)):
            path = folder / f"{number}-{len(answers)}.csv"
            code = main([*words, "--table", table, *more, "--engine", engine, "--output", str(path)])
            answers.append(path.read_bytes() if not code else f"exit {code}".encode())
        found += [
            f"{words} by {engine}"
            for engine, answer in zip(ENGINES, answers[1:], strict=True)
            if answer != answers[0] or not answer
        ]
    return found


def outcome(folder: Path) -> dict[str, Any]:
    """What differs, and how often the store was asked."""
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
        found = different(folder / "records", f"s3://{BUCKET}/*.parquet", folder)
    finally:
        server.stop()
    return {"files": len(files), "questions": len(QUESTIONS) * len(ENGINES), "different": found}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(outcome(Path(sys.argv[1]))) + "\n")
