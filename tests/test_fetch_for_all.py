"""`trade fetch --reporter`: the source that is picked; and the commands that refusals name, tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest

import tradecli as trade
from tests.server import Connection, Seen, Server, file, text
from tests.sources.test_kcs import BAD_KEY, EMPTY
from tradecli import fetching, holdings
from tradecli.answer import Answer
from tradecli.catalogue.style import style
from tradecli.cli import main
from tradecli.errors import NoData, SourceError
from tradecli.outcome import Outcome
from tradecli.periods import shift
from tradecli.published import EMBEDDED
from tradecli.render.formats import rendered
from tradecli.reports import fetched
from tradecli.sources import SOURCES, fetch_command

AVAILABILITY, PREVIEW = "/public/v1/getDA/C/M/HS", "/public/v1/preview/C/M/HS"
KOREA = "/1220000/nationtrade/getNationtradeList"
KOREAS_WORLD = "/1220000/Newtrade/getNewtradeList"


@pytest.fixture(name="server")
def _server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for key in ("COMTRADE_API_KEY", "KCS_API_KEY", "CENSUS_API_KEY"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    monkeypatch.setenv("TRADE_CONFIG_DIR", str(tmp_path / "config"))
    with Server() as server:
        for source in SOURCES:
            monkeypatch.setenv(f"TRADE_{source.upper()}_URL", server.address)
        yield server


def query(seen: Seen) -> dict[str, str]:
    """The parameters of a request, each once."""
    found: Mapping[str, list[str]] = parse_qs(urlsplit(seen.path).query)
    return {name: values[0] for name, values in found.items()}


def months(first: str, last: str) -> list[date]:
    begin, end = (date(int(one[:4]), int(one[4:]), 1) for one in (first, last))
    return [shift(begin, step) for step in range((end.year - begin.year) * 12 + end.month - begin.month + 1)]


def value(month: date, partner: str) -> int:
    """A plain figure of a month: odd enough to be told apart."""
    return (8_000_000_000 + month.toordinal() * 1_001) * (6 if partner in {"", "0", "WORLD", "G001"} else 1)


@cache
def real(source: str) -> dict[tuple[str, str, str, date], int]:
    """The embedded figures of a source by reporter, partner, flow and month."""
    rows = pl.read_parquet(EMBEDDED / f"{source}.parquet").filter(span="month", commodity="TOTAL")
    keys = rows.select("reporter", "partner", pl.col("flow").cast(pl.String), "period").rows()
    return dict(zip(keys, rows["value"], strict=True))


def korea(connection: Connection, seen: Seen) -> None:
    """As the customs service answers a country or the world: an item a month, and their sum."""
    asked = query(seen)
    country = asked.get("cntyCd", "")
    rows = months(asked["strtYymm"], asked["endYymm"])
    sums = [sum(value(month, country) * by for month in rows) for by in (1, 2)]
    cells = [(f"{month:%Y.%m}", value(month, country), 2 * value(month, country)) for month in rows]
    named = f"<statCd>{country}</statCd>" if country else ""
    items = "".join(
        f"<item><balPayments>{one - two}</balPayments><expDlr>{one}</expDlr><impDlr>{two}</impDlr>"
        f"{named}<year>{label}</year></item>"
        for label, one, two in [*cells, ("총계", *sums)]
    )
    body = (
        f"<response><header><resultCode>00</resultCode><resultMsg>OK</resultMsg></header>"
        f"<body><items>{items}</items></body></response>"
    )
    file(body.encode(), "application/xml")(connection, seen)


def comtrade(connection: Connection, seen: Seen) -> None:
    """As the preview answers one month of a reporter with some partners."""
    asked = query(seen)
    month = months(asked["period"], asked["period"])[0]
    records = [
        f'{{"freqCode":"M","period":"{asked["period"]}","reporterCode":{asked["reporterCode"]},'
        f'"flowCode":"{flow}","partnerCode":{partner},"cmdCode":"TOTAL",'
        f'"partner2Code":0,"customsCode":"C00","motCode":0,"mosCode":"0",'
        f'"primaryValue":{value(month, partner)}}}'
        for partner in asked["partnerCode"].split(",")
        for flow in asked["flowCode"].split(",")
    ]
    body = f'{{"elapsedTime":"0.1 secs","count":{len(records)},"data":[{",".join(records)}],"error":""}}'
    file(body.encode(), "application/json")(connection, seen)


def available(*periods: str, reporter: str = "156") -> bytes:
    records = ",".join(f'{{"reporterCode":{reporter},"period":"{period}"}}' for period in periods)
    return f'{{"count":{len(periods)},"data":[{records}],"error":""}}'.encode()


def imf(connection: Connection, seen: Seen) -> None:
    """As the Fund answers a reporter with some counterparts, to a month in spring."""
    reporter, _, counterparts, _ = urlsplit(seen.path).path.rpartition("/")[2].split(".")
    lines = ["DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE"]
    for month in months("202501", "202606"):
        for indicator in ("XG_FOB_USD", "MG_CIF_USD"):
            for code in counterparts.split("+"):
                flow = "export" if indicator[0] == "X" else "import"
                known = real("imf").get((reporter[:2], code[:2], flow, month), value(month, code))
                cells = (reporter, indicator, code, "M", f"{month:%Y-M%m}", str(known))
                lines.append(",".join(("IMF.STA:IMTS(1.0.0)", *cells)))
    file(("\n".join(lines) + "\n").encode(), "application/vnd.sdmx.data+csv")(connection, seen)


def eurostat(connection: Connection, seen: Seen) -> None:
    """As Eurostat answers one flow of a member with one partner."""
    _, reporter, partner, _, flow, _ = urlsplit(seen.path).path.rpartition("/")[2].split(".")
    lines = ["DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE"]
    for month in months("202401", "202608"):
        cells = ("M", reporter, partner, "TOTAL", flow, "VALUE_IN_EUROS", f"{month:%Y-%m}")
        key = (reporter[:2], partner, {"1": "import", "2": "export"}[flow], month)
        known = real("eurostat").get(key, value(month, partner))
        lines.append(f"ESTAT:DS-045409(1.0),15/10/26 11:00:00,{','.join(cells)},{known}")
    file(("\n".join(lines) + "\n").encode(), "text/csv")(connection, seen)


def run(command: str) -> int:
    """A command as it is named, in this process."""
    return main(command.split()[1:])


def notes(answer: trade.Answer) -> str:
    return "\n".join(str(note) for note in answer.notes)


def one_row(*words: str) -> dict[str, object]:
    """The newest month that a question is answered with."""
    [row] = getattr(trade, words[0])(words[2], reporter=words[1], months=1).df.to_dicts()
    return {name: row[name] for name in ("source", "value", "currency")} | {"period": f"{row['period']}"[:7]}


def test_the_office_is_passed_over_without_its_key_and_asked_with_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.paths |= {KOREA: korea, KOREAS_WORLD: korea}
    planned = holdings.fetch(reporter="KR", partners=["TW"], dry_run=True)
    assert {row["source"] for row in planned.df.to_dicts()} == {"comtrade"}
    assert "kcs is passed over: it needs a key, and KCS_API_KEY is not set" in notes(planned)
    assert "comtrade: requests: 22; only months it has; without a key 1 month" in notes(planned)
    assert server.log == []
    # The key as the portal hands it out, escaped for a query: it is not escaped once more.
    monkeypatch.setenv("KCS_API_KEY", "a%2Bb%2Fc%3D%3D")
    came = holdings.fetch(reporter="KR", partners=["TW"], since="2025-01")
    assert {(row["source"], row["status"]) for row in came.df.to_dicts()} == {("kcs", "new")}
    assert {query(seen)["serviceKey"] for seen in server.log} == {"a+b/c=="}
    assert not any("%252B" in seen.path for seen in server.log)
    assert "a+b" not in notes(came) + str(came.df.to_dicts())
    row = one_row("exports", "KR", "TW")
    assert (row["source"], row["period"], row["currency"]) == ("kcs", "2026-10", "USD")
    assert row["value"] == value(date(2026, 10, 1), "TW")


def test_a_key_that_is_not_accepted_ends_in_the_next_source(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCS_API_KEY", "wrong-key")
    server.paths |= {
        KOREA: text(403, "Forbidden", BAD_KEY, "text/xml"),
        KOREAS_WORLD: text(403, "Forbidden", BAD_KEY, "text/xml"),
        AVAILABILITY: file(available("202609", reporter="410"), "application/json"),
        PREVIEW: comtrade,
    }
    came = holdings.fetch(reporter="KR", partners=["DE"])
    assert {(row["source"], row["status"]) for row in came.df.to_dicts()} == {("comtrade", "new")}
    assert "kcs brought nothing" in notes(came)
    assert "403 Forbidden" in notes(came)
    server.paths |= {KOREA: file(EMPTY, "text/xml"), KOREAS_WORLD: file(EMPTY, "text/xml")}
    with pytest.raises(NoData, match="nothing for what was asked"):
        holdings.fetch("kcs", partners=["DE"], since="2026-09")


def test_comtrade_is_asked_for_the_months_it_has_alone(server: Server) -> None:
    server.paths |= {
        AVAILABILITY: file(available("202606", "202607", "202608"), "application/json"),
        PREVIEW: comtrade,
    }
    came = holdings.fetch(reporter="CN", partners=["US"])
    assert len(server.asked(AVAILABILITY)) == 1
    assert [query(seen)["period"] for seen in server.asked(PREVIEW)] == ["202606", "202607", "202608"]
    assert {row["status"] for row in came.df.to_dicts()} == {"new"}
    assert one_row("imports", "CN", "US")["period"] == "2026-08"
    # What was fetched once is refreshed with everything else.
    planned = {row["source"]: row for row in holdings.fetch(every=True, dry_run=True).df.to_dicts()}
    assert planned["comtrade"]["file"].startswith("156-")
    assert "reporterCode=156" in str(planned["comtrade"]["address"])


def test_an_office_whose_files_are_not_fetched_is_named(server: Server) -> None:
    planned = holdings.fetch(reporter="GB", partners=["US"], since="2026-09", dry_run=True)
    assert {row["source"] for row in planned.df.to_dicts()} == {"comtrade"}
    assert "ons: its files are not fetched" in notes(planned)
    assert server.log == []


def test_where_comtrade_has_no_months_the_fund_is_asked(server: Server) -> None:
    empty = b'{"count":0,"data":[],"error":""}'
    server.paths[AVAILABILITY] = file(empty, "application/json")
    server.otherwise = imf
    came = holdings.fetch(reporter="CN", partners=["US"])
    assert {(row["source"], row["status"]) for row in came.df.to_dicts()} == {("imf", "new")}
    assert "comtrade brought nothing" in notes(came)
    assert server.asked(PREVIEW) == []
    assert one_row("exports", "CN", "US") == {
        "source": "imf", "currency": "USD", "period": "2026-06", "value": value(date(2026, 6, 1), "USA"),
    }  # fmt: skip


def test_an_availability_that_cannot_be_read_asks_for_every_month(server: Server) -> None:
    server.paths |= {AVAILABILITY: text(404, "Not Found", b"no"), PREVIEW: comtrade}
    came = holdings.fetch(reporter="CN", partners=["US"], since="2026-09")
    assert [query(seen)["period"] for seen in server.asked(PREVIEW)] == ["202609", "202610"]
    assert {row["status"] for row in came.df.to_dicts()} == {"new"}


#: A question that is refused today, and what its month holds after the command that the refusal names.
REFUSED = {
    "DE US": ("imports", "eurostat", "EUR", "2026-08", "US"),
    "CN US": ("exports", "comtrade", "USD", "2026-09", "842"),
    "CN CN": ("imports", "comtrade", "USD", "2026-09", "156"),
    "KR DE": ("imports", "comtrade", "USD", "2026-09", "276"),
}


def test_an_area_is_fetched_by_its_members_and_added_up(server: Server) -> None:
    with pytest.raises(NoData) as refusal:
        one_row("exports", "JP", "ASEAN")
    command = fetch_command("JP", "ASEAN")
    assert command in str(refusal.value.hint)
    server.paths |= {
        AVAILABILITY: file(available("202608", "202609", reporter="392"), "application/json"),
        PREVIEW: comtrade,
    }
    assert run(command) == 0
    numbers = {number for seen in server.asked(PREVIEW) for number in query(seen)["partnerCode"].split(",")}
    # Brunei, Cambodia, Indonesia, Laos, Malaysia, Myanmar, Philippines, Singapore, Thailand,
    # Timor-Leste, Vietnam.
    members = {"96", "116", "360", "418", "458", "104", "608", "702", "764", "626", "704"}
    assert numbers == {"0", *members}
    month = date(2026, 9, 1)
    assert one_row("exports", "JP", "ASEAN") == {
        "source": "comtrade", "currency": "USD", "period": "2026-09",
        "value": sum(value(month, number) for number in members),
    }  # fmt: skip


@pytest.mark.parametrize("pair", REFUSED)
def test_the_command_that_a_refusal_names_brings_the_answer(server: Server, pair: str) -> None:
    flow, source, currency, month, code = REFUSED[pair]
    reporter, partner = pair.split()
    command = fetch_command(reporter, partner)
    try:
        # Known by year alone, a pair is answered by year, with what brings its months.
        said = notes(getattr(trade, flow)(partner, reporter=reporter))
    except NoData as refusal:
        said = str(refusal.hint)
    assert command in said
    served = {"CN": "156", "KR": "410"}.get(reporter, "")
    server.paths |= {
        AVAILABILITY: file(available("202608", "202609", reporter=served), "application/json"),
        PREVIEW: comtrade,
    }
    server.otherwise = eurostat
    assert run(command) == 0
    assert one_row(flow, reporter, partner) == {
        "source": source, "currency": currency, "period": month,
        "value": value(date(int(month[:4]), int(month[5:]), 1), code),
    }  # fmt: skip


def test_all_has_a_row_for_each_source_that_can_be_asked_and_a_note_for_the_others(server: Server) -> None:
    planned = holdings.fetch(every=True, dry_run=True)
    assert [row["source"] for row in planned.df.to_dicts()] == ["mof", "census", "eurostat", "imf"]
    assert "not fetched: ons, statcan, jpmof, vnnso, rbi, gacc, wits" in notes(planned)
    assert "kcs is passed over" in notes(planned)
    server.otherwise = lambda connection, seen: (eurostat if "comext" in seen.path else imf)(connection, seen)
    server.paths |= dict.fromkeys(
        ("/public/data/statistic/trade/u2010ex.csv", "/foreign-trade/balance/country.xlsx"),
        text(404, "Not Found", b"no"),
    )
    came = holdings.fetch(every=True)
    rows = {row["source"]: row for row in came.df.to_dicts()}
    assert [rows[name]["status"] for name in ("mof", "census", "eurostat", "imf")] == [
        "unreachable", "unreachable", "new", "new",
    ]  # fmt: skip
    assert rows["eurostat"]["newest_month"] == "2026-08"
    # Nothing of the ministry is in the store: its failure is the worst of all.
    assert came.exit_code == 4


def test_all_takes_no_other_choice(server: Server) -> None:
    assert run("trade fetch --all --reporter KR") == 2
    assert server.log == []


def test_everything_that_fails_ends_in_the_first_error(server: Server) -> None:
    with pytest.raises((SourceError, NoData)):
        holdings.fetch(reporter="CN", partners=["US"], since="2026-10")
    assert fetching.limits([]) == []


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize(
    ("lang", "line"),
    [("en", "2025-01 to 2026-11, 23 files"), ("zh", "2025-01至2026-11，23個檔案")],
)
def test_files_that_differ_in_their_month_alone_are_one_line_of_the_plan(
    width: int, lang: str, line: str
) -> None:
    months = [f"{year}{month:02}" for year in (2025, 2026) for month in range(1, 13)][:23]
    files = [f"410-total-0-842-{month}.json" for month in months]
    rows = [Outcome("comtrade", name, "planned", address=f"https://a.example/b?{name}") for name in files]
    rows.append(Outcome("imf", "a-very-long-name-of-a-file-202501.csv", "planned"))
    report = fetched.report(rows)
    shown = str(rendered(report, "table", style(lang, "", None), width=width))
    assert all(len(line) <= width for line in shown.splitlines())
    assert shown.count("comtrade  ") == 1
    assert line in shown
    # The name of a single file stays whole, and a machine reads every file.
    assert "a-very-long-name-of-a-file-202501.csv" in shown
    assert [row["file"] for row in Answer(report).df.to_dicts()][:23] == files
