"""Figures of goods across a change of their classification say so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tradecli import fetching

Run = Callable[..., Ran]


def notes(run: Run, *words: str) -> dict[str, list[str]]:
    ran = run(*words, "--format", "json")
    assert ran.code == 0, ran.err
    found: dict[str, list[str]] = {}
    for note in json.loads(ran.out)["notes"]:
        found.setdefault(note["key"], []).append(note["text"])
    return found


def test_records_since_2011_cross_editions(run: Run) -> None:
    found = notes(run, "exports", "--commodity", "854231")
    (known,) = found["hs_edition"]
    assert "HS 2017, used by Taiwan from 2017-01-01, changed what hs:854231 covers" in known
    (earliest,) = found["hs_edition.earliest"]
    assert "HS 2022, in force from 2022-01-01 at the earliest" in earliest
    assert "goods went to hs:854921" in earliest


def test_nothing_is_said_before_the_change(run: Run) -> None:
    found = notes(run, "exports", "--commodity", "854231", "--through", "2016-12")
    assert not {key for key in found if key.startswith("hs_edition")}


def test_nothing_is_said_of_groups_or_of_years_of_one_edition(run: Run) -> None:
    for words in (
        ("exports", "--commodity", "mof:INTEGRATED_CIRCUITS"),
        ("imports", "--reporter", "US", "--partner", "TW", "--commodity", "85"),
    ):
        assert not {key for key in notes(run, *words) if key.startswith("hs_edition")}


def record(month: str, code: str, edition: str) -> dict[str, object]:
    return {
        "freqCode": "M", "period": month, "reporterCode": 410, "partnerCode": 842, "partner2Code": 0,
        "flowCode": "X", "cmdCode": code, "customsCode": "C00", "motCode": 0, "typeCode": "C",
        "classificationCode": edition, "primaryValue": 1_000_000_000,
    }  # fmt: skip


@pytest.mark.parametrize(("code", "changed"), [("8541", True), ("0901", False)])
def test_the_reply_says_which_edition_its_codes_are_of(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, changed: bool
) -> None:
    """Korea's codes are of HS 2022 from January 2022; this reply says that they are from March."""
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    months = [f"{2021 + step // 12}{step % 12 + 1:02}" for step in range(24)]
    records = [record(month, code, "H5" if month < "202203" else "H6") for month in months]
    reply = tmp_path / "reply.json"
    reply.write_text(json.dumps({"count": len(records), "data": records}))
    monkeypatch.setattr(fetching, "EMBEDDED", tmp_path)
    assert run("store", "add", str(reply)).code == 0
    pair = ("--reporter", "KR", "--partner", "US", "--source", "comtrade")
    found = notes(run, "exports", *pair, "--commodity", code)
    assert ["from 2022-03-01, changed" in text for text in found.get("hs_edition", [])] == [True] * changed
    assert "hs_edition.earliest" not in found


def test_what_another_source_has_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    records = [record("202511", "8542", "H6") | {"reporterCode": 842, "partnerCode": 490, "flowCode": "M"}]
    reply = tmp_path / "reply.json"
    reply.write_text(json.dumps({"count": len(records), "data": records}))
    assert run("store", "add", str(reply)).code == 0
    for goods in ("8542", "chips"):
        refused = run("imports", "--reporter", "US", "--partner", "TW", "--commodity", goods)
        assert refused.code == 3
        assert "comtrade has hs:8542: --source comtrade --commodity hs:8542" in refused.err
