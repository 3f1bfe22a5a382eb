"""W: a key that a server sends back, and text that would steer or run, wherever it comes in and goes out."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle, product
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.conftest import Ran
from tests.drawn import THOROUGH
from tests.live import Desk
from tests.render.test_terminal_safety import BAD
from tests.server import Behaviour, Connection, Seen, Server, head

CANARY = "canary/9f+3 7e&key"
SPELLINGS = ("canary", CANARY, quote(CANARY, safe=""), quote(CANARY))
ROW = ["5830", "TAIWAN", "5000000000", "2025-10", "DET"]
HEADER = ["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", "time", "SUMMARY_LVL"]


def reply(*rows: list[str], header: list[str] = HEADER) -> bytes:
    """A reply of the Census Bureau."""
    return json.dumps([header, *rows]).encode()


def sent(status: int = 200, body: bytes = b"", reason: str = "OK", **headers: str) -> Behaviour:
    """An answer with these headers, each as they are."""

    def behave(connection: Connection, seen: Seen) -> None:
        told = {"Content_Type": "application/json", "Content_Length": str(len(body)), **headers}
        connection.send(head(status, reason, **told) + body)

    return behave


#: Where a server can put the key that it was sent.
ECHOES: Mapping[str, Callable[[], Behaviour]] = {
    "a value": lambda: sent(body=reply([*ROW[:2], CANARY, *ROW[3:]])),
    "a name": lambda: sent(body=reply([ROW[0], CANARY, *ROW[2:]])),
    "a code": lambda: sent(body=reply([CANARY, *ROW[1:]])),
    "a month": lambda: sent(body=reply([*ROW[:3], CANARY, ROW[4]])),
    "a column": lambda: sent(body=reply([*ROW, "1"], header=[*HEADER, CANARY])),
    "a column escaped": lambda: sent(body=reply([*ROW, "1"], header=[*HEADER, quote(CANARY, safe="")])),
    "an error in a good reply": lambda: sent(body=json.dumps({"error": f"no key {CANARY}"}).encode()),
    "an error in a list": lambda: sent(body=json.dumps([f"no key {CANARY}"]).encode()),
    "text and not JSON": lambda: sent(body=f"no key {CANARY}".encode()),
    "a page": lambda: sent(body=f"<html>{CANARY}</html>".encode(), Content_Type="text/html"),
    "a content type": lambda: sent(body=reply(ROW), Content_Type=f"text/{CANARY}"),
    "a parameter of the content type": lambda: sent(
        body=reply(ROW), Content_Type=f"application/json; x={CANARY}"
    ),
    "an encoding": lambda: sent(body=reply(ROW), Content_Encoding=CANARY),
    "an ETag": lambda: sent(body=reply(ROW), ETag=f'"{CANARY}"'),
    "a day": lambda: sent(body=reply(ROW), Last_Modified=CANARY),
    "a reason": lambda: sent(403, reason=f"no key {CANARY}"),
    "a body of an error": lambda: sent(500, body=CANARY.encode()),
    "a wait": lambda: sent(429, Retry_After=CANARY),
    "another place": lambda: sent(302, Location=f"/{quote(CANARY)}?key={quote(CANARY)}"),
    "another host": lambda: sent(302, Location=f"http://127.0.0.9/{quote(CANARY)}"),
    "a place that is none": lambda: sent(302, Location=f"http://[{CANARY}"),
}


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Desk]:
    with Server() as server:
        yield Desk(tmp_path / "store", server).having(CENSUS_API_KEY=CANARY, TRADE_TIMEOUT="5")


def kept(folder: Path) -> str:
    """All names and bytes below a folder, unpacked."""
    found = []
    for path in folder.rglob("*"):
        found.append(path.name)
        if path.is_file():
            raw = path.read_bytes()
            found.append((gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("latin-1"))
    return "\n".join(found)


#: Each echo in one form, in a thorough run in both.
FORMS = (
    [*product(ECHOES, ["json", "csv"])] if THOROUGH else [*zip(ECHOES, cycle(["json", "csv"]), strict=False)]
)


@pytest.mark.drawn
@pytest.mark.parametrize(("where", "form"), FORMS)
def test_a_key_that_comes_back_goes_nowhere(where: str, form: str, desk: Desk) -> None:
    desk.server.otherwise = ECHOES[where]()
    ran = desk.run("--debug", "fetch", "census", "--partner", "TW", "--since", "2025-10", "--format", form)
    assert any("canary" in seen.path for seen in desk.server.log), "the key was not sent"
    left = {"standard output": ran.out, "standard error": ran.err, "disk": kept(desk.folder)}
    for place, found in left.items():
        assert not any(spelling in found for spelling in SPELLINGS), (place, found[:400])


#: What would steer a terminal, hide, or run in a page.
PAYLOADS = {
    "escape": "a\x1b[2Jb",
    "title": "a\x1b]0;owned\x07b",
    "C1": "a\x9b31mb",
    "right to left": "a\u202egnp.b",
    "isolate": "a\u2066b\u2069",
    "zero width": "a\u200bb",
    "return": "a\rb",
    "line": "a\nb",
    "script": "a</script><script>alert(1)</script>b",
    "image": "a<img src=x onerror=alert(1)>b",
    "attribute": "a\"onmouseover='alert(1)'b",
}
TABLE = "period,partner,flow,value\n" + "".join(
    f"{year}-{month:02},US,{flow},5\n" for year in (2024, 2025) for month in range(1, 13) for flow in "EI"
)


def in_a_path(run: Callable[..., Ran], payload: str, folder: Path) -> list[Ran]:
    """The path of an own table, in answers and in errors."""
    name = payload.replace("/", "\u2215")
    path = folder / f"{name}.csv"
    path.write_text(TABLE)
    asked = ("surplus", "--partner", "US", "--table", str(path), "--reporter", "TW", "--format")
    forms = ("table", "html", "markdown")
    missing = run("surplus", "--table", str(folder / f"{name}-none.csv"), "--format", "table")
    return [*(run(*asked, form) for form in forms), missing]


def in_a_column(run: Callable[..., Ran], payload: str, folder: Path) -> list[Ran]:
    """The name of a column, and its values."""
    path, quoted = folder / "records.csv", payload.replace('"', '""')
    path.write_text(f'period,partner,flow,"{quoted}"\n2025-01,"{quoted}",E,5\n')
    asked = ("exports", "--table", str(path), "--reporter", "TW", "--format", "table", "--columns")
    return [run(*asked, f"value={payload}"), run(*asked, "value=none"), run(*asked, f"period={payload}")]


def in_words(run: Callable[..., Ran], payload: str, folder: Path) -> list[Ran]:
    """What is asked for."""
    return [
        run("surplus", "--partner", payload, "--format", "table"),
        run("surplus", "--through", payload, "--format", "table"),
        run("surplus", "--commodity", payload, "--format", "table"),
        run("surplus", "--source", payload),
        run("surplus", "--lang", payload),
        run("surplus", "--format", payload),
        run(payload),
        run("surplus", f"--{payload}"),
        run("surplus", "--output", str(folder / payload.replace("/", "\u2215") / "x.csv")),
        run("codes", payload, "--format", "table"),
    ]


def in_a_claim(run: Callable[..., Ran], payload: str, folder: Path) -> list[Ran]:
    """A claim, judged and not to be read."""
    claims = (f"exports 2025-11: 64.05 bn {payload} @ 2025-12-09", f"exports 2025-11: 1 bn # {payload}")
    forms = ("table", "html", "markdown")
    return [run("check", claim, "--format", form) for claim, form in product(claims, forms)]


def in_a_traceback(run: Callable[..., Ran], payload: str, folder: Path) -> list[Ran]:
    """Errors of the question, of the parser and of the output, with `--debug`."""
    os.environ["TRADE_DEBUG"] = "1"
    try:
        return [
            run("surplus", "--partner", payload, "--format", "table"),
            run("surplus", f"--{payload}"),
            run("surplus", "--output", str(folder / payload.replace("/", "\u2215") / "x.csv")),
        ]
    finally:
        del os.environ["TRADE_DEBUG"]


SINKS = {
    "path": in_a_path,
    "column": in_a_column,
    "words": in_words,
    "claim": in_a_claim,
    "traceback": in_a_traceback,
}
#: What is markup of its own in a page that the program writes.
RUNS = ("<script>alert", "<img src=x", "onmouseover='alert(1)'b\"")


@pytest.mark.parametrize("sink", SINKS)
@pytest.mark.parametrize("name", PAYLOADS)
def test_text_is_shown_and_does_nothing(
    name: str, sink: str, trade: Callable[..., Ran], tmp_path: Path
) -> None:
    for ran in SINKS[sink](trade, PAYLOADS[name], tmp_path):
        assert "internal error" not in ran.err
        both = ran.out + ran.err
        assert not set(both) & (BAD - {"\n"}), sorted(set(both) & BAD)
        page = ran.out.startswith("<!")
        assert not page or not any(runs in ran.out.replace("&quot;", '"') for runs in RUNS[:2])


def test_the_look_out_sees_them() -> None:
    found = {name for name, payload in PAYLOADS.items() if set(payload) & (BAD - {"\n"})}
    assert found == set(PAYLOADS) - {"line", "script", "image", "attribute"}
    assert any(runs in PAYLOADS["script"] for runs in RUNS)
