"""Goods by their code of the Harmonized System: asked of publishers on this machine, stored, answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.conftest import Ran
from tests.server import Behaviour, Connection, Seen, Server, text
from tradecli import fetching
from tradecli.periods import shift

Trade = Callable[..., Ran]
MONTHS = [shift(date(2024, 1, 1), step) for step in range(23)]


def amount(flow: str, month: date) -> int:
    """Dollars: imports of November 2024 are 6.00 bn, those of a year later 7.20 bn, +20.0 %."""
    grown = {2024: 6_000_000_000, 2025: 7_200_000_000}[month.year]
    return grown if flow == "import" else grown // 4


def census(connection: Connection, seen: Seen) -> None:
    """The Census Bureau's interface: the columns and the country asked for, and the code."""
    asked = parse_qs(urlsplit(seen.path).query)
    flow = "import" if "/imports/" in seen.path else "export"
    columns = asked["get"][0].split(",")
    (code,), (level,) = asked[columns[3]], asked["COMM_LVL"]
    assert (code, level) == ("8542", "HS4")
    rows = [
        [
            country,
            "X",
            str(amount(flow, month) * (10 if country == "-" else 1)),
            code,
            level,
            f"{month:%Y-%m}",
        ]
        for country in asked["CTY_CODE"]
        for month in MONTHS
    ]
    reply = json.dumps([[*columns, "COMM_LVL", "time"], *rows])
    text(200, "OK", reply.encode(), "application/json")(connection, seen)


def comtrade(connection: Connection, seen: Seen) -> None:
    """Comtrade with a key: months of both flows, with the world and one partner; no list of what it has."""
    if "/getDA/" in seen.path:
        text(404, "Not Found", b"no such list\n")(connection, seen)
        return
    asked = parse_qs(urlsplit(seen.path).query)
    (code,) = asked["cmdCode"]
    fields = {"freqCode": "M", "reporterCode": 410, "cmdCode": code, "partner2Code": 0, "typeCode": "C"}
    fields |= {"customsCode": "C00", "motCode": 0, "classificationCode": "H6"}
    records = [
        {**fields, "period": f"{month:%Y%m}", "partnerCode": int(partner), "flowCode": letter}
        | {"primaryValue": amount(flow, month) * (10 if partner == "0" else 1)}
        for month in MONTHS
        if f"{month:%Y%m}" in asked["period"][0].split(",")
        for partner in asked["partnerCode"][0].split(",")
        for letter, flow in (("M", "import"), ("X", "export"))
    ]
    reply = {"count": len(records), "data": records}
    text(200, "OK", json.dumps(reply).encode(), "application/json")(connection, seen)


def eurostat(connection: Connection, seen: Seen) -> None:
    """Comext as SDMX-CSV: the key in the path names reporter, partner, product and flow."""
    key = unquote(urlsplit(seen.path).path).rpartition("/")[2].split(".")
    _, reporter, partner, product, flow, measure = key
    named = {"1": "import", "2": "export"}[flow]
    times = 10 if partner == "WORLD" else 1
    lines = ["DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE"]
    lines += [
        f"ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,{reporter},{partner},{product},{flow},{measure},"
        f"{month:%Y-%m},{amount(named, month) * times}"
        for month in MONTHS
    ]
    text(200, "OK", "\n".join([*lines, ""]).encode(), "application/vnd.sdmx.data+csv")(connection, seen)


@pytest.fixture(name="serve")
def _serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, Behaviour], Server]]:
    with Server() as server:

        def serve(source: str, behave: Behaviour) -> Server:
            server.otherwise = behave
            monkeypatch.setenv(f"TRADE_{source.upper()}_URL", server.address)
            monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
            # What comes is compared with all that is known, which takes seconds; here with what is stored.
            monkeypatch.setattr(fetching, "EMBEDDED", tmp_path)
            return server

        yield serve


@pytest.mark.parametrize(
    ("source", "behave", "pair", "goods"),
    [
        ("census", census, ("--reporter", "US", "--partner", "TW"), "8542"),
        ("comtrade", comtrade, ("--reporter", "KR", "--partner", "US"), "854231"),
        ("eurostat", eurostat, ("--reporter", "DE", "--partner", "US"), "passenger cars"),
    ],
)
def test_goods_are_fetched_by_their_code_and_answered(
    trade: Trade,
    serve: Callable[[str, Behaviour], Server],
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    behave: Behaviour,
    pair: tuple[str, ...],
    goods: str,
) -> None:
    server = serve(source, behave)
    for variable in ("CENSUS_API_KEY", "COMTRADE_API_KEY"):
        monkeypatch.setenv(variable, "canary-1234")
    question = ("imports", *pair, "--commodity", goods, "--through", "2025-11", "--months", "1")
    refused = trade(*question)
    assert refused.code == 3
    assert f"trade fetch {source} {' '.join(pair)} --commodity hs:" in refused.err
    fetched = trade("fetch", source, *pair, "--commodity", goods, "--since", "2024-01")
    assert fetched.code in {0, 4}, fetched.err
    assert {row["status"] for row in fetched.rows} <= {"new", "nothing"}
    assert all("canary-1234" not in line for line in (fetched.out, fetched.err))
    assert server.log
    answered = trade(*question, "--format", "csv")
    assert answered.code == 0, answered.err
    (row,) = answered.rows
    assert row["value"] == "7200000000"
    assert row["yoy_display"] == "+20.0 %"


def test_a_plan_of_goods_needs_no_key_and_says_that_the_fetch_does(trade: Trade) -> None:
    planned = trade(
        "fetch", "census", "--partner", "TW", "--commodity", "hs:85", "--dry-run", "--format", "csv"
    )
    assert planned.code == 0
    assert len(planned.rows) == 4
    for row in planned.rows:
        letter = "E" if row["file"].startswith("exports") else "I"
        assert f"{letter}_COMMODITY=85&COMM_LVL=HS2" in row["address"]
        assert "CENSUS_API_KEY" in row["note"]
    refused = trade("fetch", "census", "--partner", "TW", "--commodity", "hs:85")
    assert refused.code == 3
    assert "trade fetch comtrade --reporter US --partner TW --commodity hs:85" in refused.err


@pytest.mark.parametrize("code", ["85", "8542", "854231"])
def test_comtrade_is_asked_for_the_code(trade: Trade, code: str) -> None:
    words = ("fetch", "comtrade", "--reporter", "KR", "--partner", "US", "--since", "2025-10", "--dry-run")
    planned = trade(*words, "--commodity", code, "--format", "csv")
    assert planned.code == 0
    asked = [row["address"] for row in planned.rows if "availability" not in row["file"]]
    assert len(asked) > 10
    assert all(f"&cmdCode={code}&" in address for address in asked)


def test_a_group_of_a_ministry_is_refused_with_the_nearest_code(trade: Trade) -> None:
    refused = trade("fetch", "comtrade", "--reporter", "KR", "--commodity", "chips", "--dry-run")
    assert refused.code == 3
    assert "nearest: hs:8542" in refused.err
