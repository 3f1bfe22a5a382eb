"""Whose file it is, by its content: for files that were downloaded by hand."""

from __future__ import annotations

from tradecli.errors import InvalidData
from tradecli.sources.base import Source
from tradecli.sources.registry import SOURCES

_COMTRADE_COLUMNS = {"reporterCode", "partnerCode", "primaryValue"}
_BRACKETS = (b"{", b"[")


def recognise(content: bytes, name: str) -> Source:
    r"""Find the source that publishes files like this one. What is in it is not checked yet.

    The ministry's database tables do not say which they are: their files must keep the name of the
    table, such as `i8121.csv`.

    Args:
        content: The file as it came.
        name: What it is called, for an error.

    Raises:
        InvalidData: A web page, a damaged file, or none of the known formats.

    Examples:
        >>> recognise(b"observation_date,IMP5830\n2022-01-01,7169.669882\n", "fredgraph.csv").id
        'fred'
    """
    from tradecli.sources import sheet

    if content.startswith(sheet.MAGIC):
        found = _workbook(sheet.rows(content, name=name))
    elif content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_BRACKETS):
        found = _reply(content, name)
    else:
        found = _table(content, name)
    if not found:
        raise InvalidData(
            f"{name}: not a file that any source is known to publish",
            hint="known are u2010 and database tables (CSV), release tables and country.xlsx, Comtrade's CSV "
            "and JSON, SDMX-CSV of the IMF and Eurostat, fredgraph.csv",
        )
    return SOURCES[found]


def _workbook(rows: list[list[str]]) -> str:
    first = [cell.strip() for cell in rows[0]]
    if first[:2] == ["year", "CTY_CODE"]:
        return "census"
    return "mof" if any(cell.startswith("表") for cell in first) else ""


def _reply(content: bytes, name: str) -> str:
    from tradecli.sources import json_data

    reply = json_data.read(content, name=name)
    if isinstance(reply, dict):
        return "comtrade" if "data" in reply else ""
    header = reply[0] if reply and isinstance(reply[0], list) else []
    return "census" if "CTY_CODE" in header else ""


def _table(content: bytes, name: str) -> str:
    from tradecli.sources import eurostat, fred, imf, mof_njswww, mof_u2010, text

    header, first, *_ = text.rows(content, name=name)
    if header[0] in mof_u2010.HEADERS or header[0] in mof_njswww.CORNERS:
        return "mof"
    if header[0] in fred.DATES:
        return "fred"
    if "DATAFLOW" in header:
        dataflow = first[header.index("DATAFLOW")]
        flows = {imf.DATAFLOW: "imf", **dict.fromkeys(eurostat.DATAFLOWS, "eurostat")}
        return next((source for start, source in flows.items() if dataflow.startswith(start)), "")
    return "comtrade" if set(header) >= _COMTRADE_COLUMNS else ""
